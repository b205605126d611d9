"""What the parts of a decision's changes are called."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from analytics import amendments
from analytics.editions import Edition
from analytics.plan_steps import Part
from analytics.transfers import Rule, Transfer
from pages.components import formats
from pages.components.amendment_view import View
from pages.components.language import _, ngettext


def moved(view: View, found: Sequence[Transfer]) -> str:
    """How much was moved within units, and what is left as the net change."""
    net = formats.signed(formats.money(amendments.change(view.own).net, view.scale))
    if not found:
        return _(
            "No changes cancel out exactly and in one way, so no transfer is inferred. The net change is {net}."
        ).format(net=net)
    amount = sum((transfer.amount for transfer in found), Decimal(0))
    return ngettext(
        "{count} transfer within a spending unit is inferred: {amount}. The net change of the plan is {net}.",
        "{count} transfers within spending units are inferred: {amount}. The net change of the plan is {net}.",
        len(found),
    ).format(amount=formats.money(amount, view.scale), count=len(found), net=net)


def rule(name: Rule) -> str:
    """Why changes are taken for a transfer."""
    return {
        Rule.FUNDS: _("Inferred: one line loses in one fund what it gains in the other"),
        Rule.ONE_FUND: _("Inferred: two or three changes of one unit, year and fund that cancel out exactly"),
        Rule.BOTH_FUNDS: _("Inferred: two or three changes of one unit and year, over both funds, that cancel out"),
    }[name]


def step(part: Part, act: Edition) -> str:
    """What a step of the waterfall is; a draft's plan is called so."""
    if part == Part.LAST:
        return _("Plan if adopted") if act.status == "draft" else _("Plan after it")
    return {
        Part.FIRST: _("Plan"),
        Part.INCREASE: _("Added"),
        Part.DECREASE: _("Cut"),
        Part.UNSEEN: _("No text"),
        Part.UNTOLD: _("Not told by lines"),
    }[part]


def step_without_changes(part: Part) -> str:
    """What a step is that lists no changes."""
    if part == Part.UNSEEN:
        return _("Nobody has the text of this decision, so what it changed is unknown.")
    if part == Part.UNTOLD:
        return _(
            "Amounts became words, words became amounts, lines went to another unit, or what was planned before is "
            "not known."
        )
    return _("This is a plan: its lines stand on the page Spending.")


def unknown(row: Any) -> str:
    """What is not known of a line; empty where all is. `row` as from `amendments.ledger` or
    `edition_difference.between`."""
    if not row.base_unknown:
        return ""
    return _("Plan before in words") if _has_words(row.before_cells) else _("Plan before unknown")


def unsigned(row: Any) -> str:
    """Whether a change is printed without a sign; empty where it is not. `row` as from `amendments.ledger`."""
    return _("Printed without a sign, read as an increase") if row.sign_untold else ""


def kind(name: str, row: Any) -> str:
    """The kind of change of a line. A change is unknown for one of two reasons; `row`, as from `amendments.ledger`,
    tells which: only words leave a cell without an amount."""
    if name == "unknown" and not _has_words([*row.before_cells, *row.cells]):
        return _("Printed anew, plan before unknown")
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


def _has_words(cells: Sequence[Mapping[str, Any]]) -> bool:
    return any(one["value"] is None for one in cells)
