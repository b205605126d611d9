"""The way from the first plan of a chain, act by act, to a later one."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

import pandas as pd

from analytics.amendments import change
from analytics.editions import Edition
from analytics.frames import total


class Part(StrEnum):
    """What a step on the way from the first plan to the last is."""

    FIRST = "first"
    INCREASE = "increase"
    DECREASE = "decrease"
    UNSEEN = "unseen"
    UNTOLD = "untold"
    LAST = "last"


def steps(plans: pd.DataFrame, ledger: pd.DataFrame, acts: Sequence[Edition], last: str) -> pd.DataFrame:
    """Grain: step on the way from the first plan of the chain to the edition `last`; UAH.

    Columns: edition (the act), part, amount (of the plan for the first and last step, of the change for the others;
    None where nobody has the act), lines. A change that cannot be told line by line is a step of its own (untold), so
    that the steps always add up. Where no plan is known at or before `last`, its changes stand alone. `plans` and
    `ledger` as from the functions of these names in `amendments`; `acts` the whole chain.
    """
    amounts = {name: total(part["amount"]) for name, part in plans.groupby("edition")}
    way = _way(acts, last)
    first = next((act for act in way if act.has_plan), None)
    found: list[tuple[str, Part, Decimal | None, int | None]] = []
    reached = Decimal(0)
    if first is not None:
        found.append((first.edition, Part.FIRST, amounts.get(first.edition), _lines(plans, first.edition)))
        reached = amounts.get(first.edition) or Decimal(0)
        way = way[way.index(first) + 1 :]
    for act in way:
        if act.status == "missing":
            found.append((act.edition, Part.UNSEEN, None, None))
            continue
        own = ledger[ledger["edition"] == act.edition]
        for part in (Part.INCREASE, Part.DECREASE):
            rows = of_part(own, part)
            if len(rows):
                found.append((act.edition, part, total(rows["delta"]), rows["line_id"].nunique()))
        if not act.has_plan:
            continue
        after = amounts.get(act.edition) or Decimal(0)
        untold = after - reached - change(own).net
        if untold:
            found.append((act.edition, Part.UNTOLD, untold, None))
        reached = after
    if first is not None and last != first.edition:
        found.append((last, Part.LAST, amounts.get(last), _lines(plans, last)))
    return pd.DataFrame(found, columns=["edition", "part", "amount", "lines"], dtype=object)


def of_part(own: pd.DataFrame, part: Part) -> pd.DataFrame:
    """The changes that a step adds up: those of one sign. `own` as from `ledger`, of the act of the step."""
    signs = {Part.INCREASE: 1, Part.DECREASE: -1}
    wanted = [amount is not None and amount * signs.get(part, 0) > 0 for amount in own["delta"]]
    return own.loc[wanted].reset_index(drop=True)


def _way(acts: Sequence[Edition], last: str) -> list[Edition]:
    """The adopted plans up to an act, the act itself, and the acts between them that nobody has."""
    upto = next(act.act_no for act in acts if act.edition == last)
    return [
        act
        for act in acts
        if act.edition == last
        or (act.act_no < upto and (act.status == "missing" or (act.has_plan and act.status == "adopted")))
    ]


def _lines(plans: pd.DataFrame, edition: str) -> int:
    return plans[plans["edition"] == edition]["line_id"].nunique()
