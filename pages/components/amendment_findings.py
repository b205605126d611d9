"""What a decision does to the plan, in sentences, and what is not known of it."""

from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from analytics import amendments
from analytics.editions import Edition
from analytics.frames import records, total
from pages.components import formats, names
from pages.components.amendment_view import View, places
from pages.components.language import _, ngettext


def findings(view: View) -> Iterator[str]:
    """One sentence a year: what the decision does to the plan, or would do, and of what that is made."""
    held = view.plans[view.plans["edition"] == (view.base.edition if view.base else None)]
    for year in sorted(set(view.own["fiscal_year"]), key=lambda year: (year is None, year or 0)):
        change = amendments.change(_of_year(view.own, year))
        if not change.increase and not change.decrease:
            continue
        before = total(_of_year(held, year)["amount"])
        share = f" ({formats.signed(formats.share(float(change.net / before)))})" if before else ""
        yield _pattern(view.act, change.net).format(
            act=names.edition(view.act),
            year=_of_what(view, year),
            net=formats.money(abs(change.net), view.scale),
            share=share,
            increase=formats.money(change.increase, view.scale),
            decrease=formats.money(-change.decrease, view.scale),
        ) + _as_printed(view, year)


def _of_what(view: View, year: int | None) -> str:
    """The year, and the unit and funds where only a part of the plan is shown."""
    named = _("the year {year}").format(year=year) if year else _("all years together")
    part = ", ".join([*view.units, *map(names.fund, view.funds)])
    return f"{named} ({part})" if part else named


def _pattern(act: Edition, net: Decimal) -> str:
    """A draft changes nothing: it would."""
    if act.status == "draft":
        return (
            _("{act}: the plan for {year} would fall by {net}{share}. To be added: {increase}; to be cut: {decrease}.")
            if net < 0
            else _(
                "{act}: the plan for {year} would grow by {net}{share}. To be added: {increase}; to be cut: {decrease}."
            )
            if net
            else _("{act}: the plan for {year} would keep its size. To be added: {increase}; to be cut: {decrease}.")
        )
    return (
        _("{act}: the plan for {year} falls by {net}{share}. Added: {increase}; cut: {decrease}.")
        if net < 0
        else _("{act}: the plan for {year} grows by {net}{share}. Added: {increase}; cut: {decrease}.")
        if net
        else _("{act}: the plan for {year} keeps its size. Added: {increase}; cut: {decrease}.")
    )


def _as_printed(view: View, year: int | None) -> str:
    """What the decision prints as its change of the whole plan, where its lines add up to another sum."""
    rows = [row for row in records(view.printed_of_programme) if row.fiscal_year == year and row.residual]
    if not rows:
        return ""
    return " " + _("By its printed total: {printed}.").format(
        printed=formats.signed(formats.money(rows[0].printed, view.scale))
    )


def _of_year(frame: pd.DataFrame, year: int | None) -> pd.DataFrame:
    return frame[frame["fiscal_year"].isna() if year is None else frame["fiscal_year"] == year]


def compared_with(view: View) -> str:
    """What the decision is compared with; no other act changes the plan between the two, as far as anybody knows."""
    if view.base is None:
        return _("No plan before this decision is at hand: its changes stand alone.")
    return _("Compared with the last plan in force that is at hand: {act}. Sums of the lowest lines.").format(
        act=names.edition(view.base)
    )


def base_unknown(view: View) -> str | None:
    """Of how many lines no text at hand prints what was planned before; None where there are none."""
    rows = [row for row in records(view.own) if row.base_unknown]
    count = len({row.line_id for row in rows})
    if not count:
        return None
    said = ngettext(
        "Of {count} line it is not known what was planned before: no text at hand prints an amount.",
        "Of {count} lines it is not known what was planned before: no text at hand prints an amount.",
        count,
    ).format(count=count)
    act = next((view.acts[row.missing_act] for row in rows if row.missing_act in view.acts), None)
    if act:
        said += " " + _("The decision {act} may hold it, and nobody has its text.").format(act=names.dated(act))
    return said


def below_zero(view: View) -> str | None:
    """The lines that would fall below zero by what is known of them; None where there are none."""
    rows = [
        row
        for row in records(view.own)
        if (row.delta < 0 if row.base_unknown and row.delta is not None else row.after is not None and row.after < 0)
    ]
    if not rows:
        return None
    lines = "; ".join(
        f"{formats.escaped(row.line_code or row.name)}, {names.year(row.fiscal_year)}: "
        f"{formats.money(row.delta if row.base_unknown else row.after, view.scale)} ({places(row.cells)})"
        for row in rows
    )
    return _("By the amounts at hand the plan of these lines is less than nothing: {lines}.").format(lines=lines)
