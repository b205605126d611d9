"""What a decision does to the plan, in sentences, and what is not known of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from analytics import amendments, editions, places
from analytics.amendments import Change
from analytics.frames import records, total
from analytics.transfers import Transfer
from pages.components import amendment_view, change_words, formats, names, store
from pages.components.amendment_view import View
from pages.components.change_words import Moved
from pages.components.language import _, ngettext


def findings(view: View, found: Sequence[Transfer]) -> Iterator[str]:
    """One sentence a year: what the decision does to the plan, or would do; and of what that is made.

    `found`: the transfers on the page. The whole plan is told as on the page Overview, a unit or a fund by the total
    that the decision prints for it, where it prints one, and by its lines.
    """
    is_part = bool(view.units or view.funds)
    whole = {} if is_part else _of_programme(view)
    printed = _of_part(view) if is_part else {}
    held = view.plans[view.plans["edition"] == (view.base.edition if view.base else None)]
    for year in sorted({*view.own["fiscal_year"], *whole, *printed}, key=lambda year: (year is None, year or 0)):
        change = amendments.change(_of_year(view.own, year))
        if year in whole:
            said = change_words.of_programme(view.act, whole[year], view.scale)
        elif change.increase or change.decrease or (year in printed and printed[year].change):
            by_lines = Moved(change.net, total(_of_year(held, year)["amount"]))
            said = change_words.sentence(view.act, _of_what(view, year), by_lines, printed.get(year), view.scale)
        else:
            continue
        yield f"{said} {_made_of(view, change, [one for one in found if one.fiscal_year == year])}".strip()


def _of_programme(view: View) -> dict[int | None, Any]:
    """What the decision moves of the whole plan, by year, where any sum of it does."""
    rows = records(store.read(editions.changes, view.choice.programme.programme_id))
    return {
        row.fiscal_year: row
        for row in rows
        if row.edition == view.act.edition
        and (row.change_by_lines or row.change_as_printed)
        and (not view.years or row.fiscal_year in view.years)
    }


def _of_part(view: View) -> dict[int | None, Moved]:
    """What the decision prints as the change of the chosen unit or fund, by year, where that is one amount; and what
    the plan before, where it is printed whole, prints for the same."""
    base = view.base.edition if view.base else None
    before = store.read(places.printed_totals, view.choice.programme.programme_id)
    before = amendments.narrowed(before[before["edition"] == base], view.years, view.units)
    if base is None or store.read(editions.counted, base) != [base]:
        before = before.iloc[:0]
    printed = view.printed_of_shown
    found: dict[int | None, Moved] = {}
    for year in sorted({year for year in printed["fiscal_year"] if year}):
        (one, *others) = records(_of_year(printed, year))
        held = [row.amount for row in records(_of_year(before, year)) if (row.level, row.fund) == (one.level, one.fund)]
        if not others:
            found[year] = Moved(one.printed, held[0] if len(held) == 1 else None)
    return found


def _made_of(view: View, change: Change, found: Sequence[Transfer]) -> str:
    """What lines gain and lose, and how much of that is told as moved from line to line, within the chosen funds."""
    if not change.increase and not change.decrease:
        return ""
    moved = sum((transfer.within(view.funds) for transfer in found), Decimal(0))
    if view.act.status == "draft":
        pattern = (
            _("By lines, to be added: {increase}; to be cut: {decrease}; of each, {moved} would only be moved.")
            if moved
            else _("By lines, to be added: {increase}; to be cut: {decrease}.")
        )
    else:
        pattern = (
            _("By lines, added: {increase}; cut: {decrease}; of each, {moved} was only moved.")
            if moved
            else _("By lines, added: {increase}; cut: {decrease}.")
        )
    return pattern.format(
        increase=formats.money(change.increase, view.scale),
        decrease=formats.money(-change.decrease, view.scale),
        moved=formats.money(moved, view.scale),
    )


def _of_what(view: View, year: int | None) -> str:
    """The year, and the unit and funds where only a part of the plan is shown."""
    part = ", ".join([*view.units, *map(names.fund, view.funds)])
    return f"{change_words.of_what(year)} ({part})" if part else change_words.of_what(year)


def _of_year(frame: pd.DataFrame, year: int | None) -> pd.DataFrame:
    return frame[frame["fiscal_year"].isna() if year is None else frame["fiscal_year"] == year]


def compared_with(view: View) -> str:
    """What the decision is compared with, and which acts between the two nobody has; no other one stands there."""
    if view.base is None:
        return _("No plan before this decision is at hand: its changes stand alone.")
    said = [_("Compared with the last plan in force that is at hand: {act}.").format(act=names.edition(view.base))]
    for act in view.choice.acts:
        if act.status == "missing" and view.base.act_no < act.act_no < view.act.act_no:
            said.append(
                _("Between them stands the decision {act}, whose text nobody has.").format(act=names.dated(act))
            )
    return " ".join(said)


def base_unknown(view: View) -> str | None:
    """Of how many lines no plan at hand holds what was planned before; None where there are none."""
    rows = [row for row in records(view.own) if row.base_unknown]
    count = len({row.line_id for row in rows})
    if not count:
        return None
    said = ngettext(
        "Of {count} line it is not known what was planned before: no plan at hand holds an amount.",
        "Of {count} lines it is not known what was planned before: no plan at hand holds an amount.",
        count,
    ).format(count=count)
    act = next((view.acts[row.missing_act] for row in rows if row.missing_act in view.acts), None)
    if act:
        said += " " + _("The decision {act} may hold it, and nobody has its text.").format(act=names.dated(act))
    return said


def below_zero(view: View) -> str | None:
    """The lines that would fall below zero by what is known of them, all acts together; None where there are none."""
    plan = view.plans[view.plans["edition"] == view.act.edition]
    known = {(row.line_id, row.fiscal_year, row.fund): row.amount for row in records(plan)}
    left = [
        (row, known.get((row.line_id, row.fiscal_year, row.fund)) if row.after is None else row.after)
        for row in records(view.own)
    ]
    lines = "; ".join(
        f"{formats.escaped(row.line_code or row.name)}, {names.year(row.fiscal_year)}: "
        f"{formats.money(amount, view.scale)} ({amendment_view.places(row.cells)})"
        for row, amount in left
        if amount is not None and amount < 0
    )
    if not lines:
        return None
    return _("By the amounts at hand the plan of these lines is less than nothing: {lines}.").format(lines=lines)
