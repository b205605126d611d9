"""What the parts of a decision's changes are called."""

from collections.abc import Sequence
from decimal import Decimal

from analytics import amendments
from analytics.amendments import Part
from analytics.editions import Edition
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
        return _("Amounts became words, words became amounts, or lines went to another unit.")
    return _("This is a plan: its lines stand on the page Spending.")


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
