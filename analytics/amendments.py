"""What each decision changed: the plan after each act, the ledger of changes, and the way from one edition to another.

All amounts are UAH and of the lowest lines; printed totals stand beside them and are never added. A change whose plan
before is not known (a line that a missing act may have added, or one that prints words) counts as the change it is; the
line's own amounts before and after stay unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import duckdb
import pandas as pd

from analytics import query
from analytics.editions import Edition
from analytics.frames import records, total


class Part(StrEnum):
    """What a step on the way from the first plan to the last is."""

    FIRST = "first"
    INCREASE = "increase"
    DECREASE = "decrease"
    UNSEEN = "unseen"
    UNTOLD = "untold"
    LAST = "last"


def plans(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: edition x line x fiscal year x fund; UAH. Columns: those of the view `plan_editions`."""
    return query.frame(connection, "plan_editions", programme_id=programme_id)


def ledger(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: amendment x line x fiscal year x fund; UAH. Columns: those of the view `amendment_ledger`."""
    return query.frame(connection, "amendment_ledger", programme_id=programme_id)


def printed_changes(connection: duckdb.DuckDBPyConnection, edition: str) -> pd.DataFrame:
    """Grain: printed total of an amendment that prints changes x fiscal year x fund; UAH.

    Columns: level (programme or spending_unit), spending_unit, fiscal_year, fund, locator, printed, computed (sum of
    the lowest changes below it), residual (printed less computed).
    """
    found = query.frame(connection, "printed_changes", edition=edition)
    return found.assign(residual=found["printed"] - found["computed"])


def undated(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: amendment without a date, so without a place in the chain. Columns: document_id, title, status, number."""
    return query.frame(connection, "undated_acts", programme_id=programme_id)


def narrowed(
    frame: pd.DataFrame, years: Sequence[int] = (), units: Sequence[str] = (), funds: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of these years, units and funds, of a frame as from `plans` or `ledger`; none named means all."""
    for column, wanted in (("fiscal_year", years), ("spending_unit", units), ("fund", funds)):
        if wanted:
            frame = frame[frame[column].isin(list(wanted))]
    return frame.reset_index(drop=True)


@dataclass(frozen=True)
class Change:
    """What an amendment changes, UAH. `lines`: how many lines it changes; `unknown`: how many changes cannot be told in
    money, since one of the plans prints words."""

    increase: Decimal
    decrease: Decimal
    lines: int
    unknown: int

    @property
    def net(self) -> Decimal:
        return self.increase + self.decrease


def change(frame: pd.DataFrame) -> Change:
    """Of rows as from `ledger`."""
    known = [amount for amount in frame["delta"] if amount is not None]
    return Change(
        increase=sum((amount for amount in known if amount > 0), Decimal(0)),
        decrease=sum((amount for amount in known if amount < 0), Decimal(0)),
        lines=frame["line_id"].nunique(),
        unknown=len(frame) - len(known),
    )


def by(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """Grain: group; UAH. `frame` as from `ledger`, `column` one of its own, such as spending_unit.

    Columns: group (None where the document names none), increase, decrease, net, lines; what moves most comes first.
    """
    found = []
    for name, part in frame.groupby(column, dropna=False, sort=False):
        of_group = change(part)
        found.append(
            {
                "group": None if pd.isna(name) else name,
                "increase": of_group.increase,
                "decrease": of_group.decrease,
                "net": of_group.net,
                "lines": of_group.lines,
            }
        )
    found.sort(key=lambda row: row["increase"] - row["decrease"], reverse=True)
    return pd.DataFrame(found, columns=["group", "increase", "decrease", "net", "lines"], dtype=object)


def steps(plans: pd.DataFrame, ledger: pd.DataFrame, acts: Sequence[Edition], last: str) -> pd.DataFrame:
    """Grain: step on the way from the first plan of the chain to the edition `last`; UAH.

    Columns: edition (the act), part, amount (of the plan for the first and last step, of the change for the others;
    None where nobody has the act), lines. A change that cannot be told line by line is a step of its own (untold), so
    that the steps always add up. Where no plan is known at or before `last`, its changes stand alone. `plans` and
    `ledger` as from the functions of these names; `acts` the whole chain.
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


def between(plans: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Grain: line x fiscal year x fund that differs between two editions; UAH. `plans` as from `plans`.

    Columns: line_id, line_code, name, spending_unit, spending_direction, task, fiscal_year, fund (as in `other`, or in
    `one` where it has no such line), before, after, difference (None where either is not known), base_unknown,
    before_cells, cells. A line that an edition does not hold is zero in it; one in words, or whose base is unknown, is
    not known.
    """
    keys = ["line_id", "fiscal_year", "fund"]
    sides = [
        {tuple(getattr(row, key) for key in keys): row for row in records(plans[plans["edition"] == edition])}
        for edition in (one, other)
    ]
    found = []
    for key in dict.fromkeys([*sides[1], *sides[0]]):
        before, after = (side.get(key) for side in sides)
        cells = [[] if side is None else side.cells for side in (before, after)]
        amounts = [_known(before), _known(after)]
        if cells[0] == cells[1] or amounts[0] == amounts[1] is not None or _same_words(before, after):
            continue
        found.append(
            {name: getattr(after or before, name) for name in (*_ABOUT, *keys)}
            | {
                "before": amounts[0],
                "after": amounts[1],
                "difference": None if amounts[0] is None or amounts[1] is None else amounts[1] - amounts[0],
                "base_unknown": any(side is not None and side.base_unknown for side in (before, after)),
                "before_cells": cells[0],
                "cells": cells[1],
            }
        )
    columns = [*_ABOUT, *keys, "before", "after", "difference", "base_unknown", "before_cells", "cells"]
    return pd.DataFrame(found, columns=columns, dtype=object)


_ABOUT = ("line_code", "name", "spending_unit", "spending_direction", "task")


def _way(acts: Sequence[Edition], last: str) -> list[Edition]:
    """The adopted plans up to an act, the act itself, and the acts between them that nobody has."""
    upto = next(act.act_no for act in acts if act.edition == last)
    return [
        act
        for act in acts
        if act.edition == last
        or (act.act_no < upto and (act.status == "missing" or (act.has_plan and act.status == "adopted")))
    ]


def _known(row: Any) -> Decimal | None:
    """What an edition plans in a row; zero where it has none, None where that is not known."""
    if row is None:
        return Decimal(0)
    return None if row.base_unknown or row.amount is None else row.amount


def _same_words(before: Any, after: Any) -> bool:
    """Whether both editions print the same words in place of an amount."""
    words = [None if side is None or side.base_unknown else side.funding_note for side in (before, after)]
    return _known(before) is _known(after) is None and words[0] == words[1] is not None


def _lines(plans: pd.DataFrame, edition: str) -> int:
    return plans[plans["edition"] == edition]["line_id"].nunique()
