"""What a decision changes, in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from analytics import amendments
from analytics.frames import records
from analytics.transfers import Rule, Transfer
from pages.components import formats, names
from pages.components.amendment_view import View
from pages.components.language import _, ngettext


def findings(view: View) -> Iterator[str]:
    """One sentence a year: what the decision does to the plan, and of what that is made."""
    before = view.plans[view.plans["edition"] == _base(view)]
    years = sorted(set(view.own["fiscal_year"]), key=lambda year: (year is None, year or 0))
    for year in years:
        rows = view.own[view.own["fiscal_year"].isna() if year is None else view.own["fiscal_year"] == year]
        change = amendments.change(rows)
        if not change.increase and not change.decrease:
            continue
        held = before[before["fiscal_year"].isna() if year is None else before["fiscal_year"] == year]
        whole = sum(amount for amount in held["amount"] if amount is not None)
        share = f" ({formats.signed(formats.share(float(change.net / whole)))})" if whole else ""
        pattern = (
            _("{act}: the plan for {year} falls by {net}{share}. Added: {increase}; taken away: {decrease}.")
            if change.net < 0
            else _("{act}: the plan for {year} grows by {net}{share}. Added: {increase}; taken away: {decrease}.")
            if change.net
            else _("{act}: the plan for {year} stays as large as it was. Added: {increase}; taken away: {decrease}.")
        )
        yield pattern.format(
            act=names.edition(view.act),
            year=year or _("a year not stated"),
            net=formats.money(abs(change.net), view.scale),
            share=share,
            increase=formats.money(change.increase, view.scale),
            decrease=formats.money(-change.decrease, view.scale),
        )


def base_unknown(view: View) -> str | None:
    """How many lines stand in no plan that anybody has; None where there are none."""
    rows = [row for row in records(view.own) if row.base_unknown]
    count = len({row.line_id for row in rows})
    if not count:
        return None
    act = next((view.acts[row.missing_act] for row in rows if row.missing_act), None)
    said = ngettext(
        "{count} line stands in the changes alone: what the plan held for it before is unknown",
        "{count} lines stand in the changes alone: what the plan held for them before is unknown",
        count,
    ).format(count=count)
    if act:
        said += _(", since nobody has the text of the decision {act}").format(act=names.dated(act))
    below = [row for row in rows if row.delta is not None and row.delta < 0]
    if below:
        listed = "; ".join(
            f"{row.line_code or row.name} ({row.fiscal_year}): {formats.money(row.delta, view.scale)}" for row in below
        )
        said += ". " + _("By the known figures alone these would fall below zero: {lines}").format(lines=listed)
    return said + "."


def moved(view: View, found: Sequence[Transfer]) -> str:
    """How much was moved within units, and what is left as the net change."""
    net = formats.signed(formats.money(amendments.change(view.own).net, view.scale))
    if not found:
        return _("No changes cancel out exactly, so nothing is known to have moved. The net change is {net}.").format(
            net=net
        )
    amount = sum((transfer.amount for transfer in found), Decimal(0))
    return ngettext(
        "{amount} moved within spending units: {count} transfer, inferred from changes that cancel out exactly. The "
        "net change is {net}.",
        "{amount} moved within spending units: {count} transfers, inferred from changes that cancel out exactly. The "
        "net change is {net}.",
        len(found),
    ).format(amount=formats.money(amount, view.scale), count=len(found), net=net)


def rule(name: Rule) -> str:
    """Why changes are taken for a transfer."""
    return {
        Rule.FUNDS: _("Inferred: one line loses in one fund what it gains in the other"),
        Rule.ONE_FUND: _("Inferred: changes of one unit, year and fund that cancel out exactly"),
        Rule.BOTH_FUNDS: _("Inferred: changes of one unit and year, over both funds, that cancel out exactly"),
    }[name]


def unknown(base_unknown: bool) -> str:
    """What is not known of a line; empty where all is."""
    return _("Plan before unknown") if base_unknown else ""


def kind(name: str) -> str:
    """The kind of change of a line."""
    return {
        "increase": _("Increase"),
        "decrease": _("Decrease"),
        "new": _("New"),
        "dropped": _("Dropped"),
        "moved_between_funds": _("Moved between funds"),
        "renamed": _("Renamed"),
        "renumbered": _("Renumbered"),
        "unknown": _("Words in place of an amount"),
    }[name]


def _base(view: View) -> str | None:
    """The plan in force before the decision."""
    earlier = [act for act in view.choice.acts if act.act_no < view.act.act_no and act.has_plan]
    return next((act.edition for act in reversed(earlier) if act.status == "adopted"), None)
