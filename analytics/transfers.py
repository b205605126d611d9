"""What moved where within one decision: changes that add up to exactly zero within a spending unit and year.

A document says what each line loses or gains, never where the money went. Where changes of one unit and year cancel out
exactly, that they belong together is inferred, by one of these rules, the surest first:

- funds: one line loses in one fund what it gains in the other;
- one_fund: the fewest changes of one fund that cancel out;
- both_funds: the fewest changes of both funds that cancel out.

A change that could belong to more than one such group of the same size is left: no guess is presented as a fact. What
no rule joins is the net change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import Any

import pandas as pd

from analytics.frames import records

MOST_CHANGES = 24
"""Of how many changes of one unit and year groups are looked for: the number of groups doubles with each."""
MOST_IN_GROUP = 6
"""The largest group: of more changes, some cancel out by chance."""


class Rule(StrEnum):
    FUNDS = "funds"
    ONE_FUND = "one_fund"
    BOTH_FUNDS = "both_funds"


@dataclass(frozen=True)
class Transfer:
    """Changes that cancel out. `changes`: rows as from `amendments.ledger`, those that lose first."""

    rule: Rule
    edition: str
    spending_unit: str | None
    fiscal_year: int | None
    changes: tuple[Any, ...]

    @property
    def amount(self) -> Decimal:
        """What moved, UAH."""
        return sum((row.delta for row in self.changes if row.delta > 0), Decimal(0))

    @property
    def giving(self) -> list[Any]:
        return [row for row in self.changes if row.delta < 0]

    @property
    def taking(self) -> list[Any]:
        return [row for row in self.changes if row.delta > 0]


def transfers(ledger: pd.DataFrame) -> list[Transfer]:
    """The transfers of each act; `ledger` as from `amendments.ledger`. The largest come first.

    A unit with more than `MOST_CHANGES` changes in a year is looked at by the rule `funds` alone.
    """
    changed = ledger.loc[[amount is not None and amount != 0 for amount in ledger["delta"]]]
    found = []
    for _key, part in changed.groupby(["edition", "spending_unit", "fiscal_year"], dropna=False, sort=False):
        left = records(part)
        for rule, group in _groups(left):
            ordered = tuple(sorted(group, key=lambda row: (row.delta > 0, -abs(row.delta))))
            one = ordered[0]
            year = None if pd.isna(one.fiscal_year) else one.fiscal_year
            found.append(Transfer(rule, one.edition, one.spending_unit, year, ordered))
    return sorted(found, key=lambda transfer: transfer.amount, reverse=True)


def _groups(changes: list[Any]) -> Iterator[tuple[Rule, list[Any]]]:
    left = list(changes)
    by_line: dict[str, list[Any]] = {}
    for row in left:
        by_line.setdefault(row.line_id, []).append(row)
    for rows in by_line.values():
        if len(rows) > 1 and _sum(rows) == 0:
            yield Rule.FUNDS, rows
            left = [row for row in left if not any(row is other for other in rows)]
    if len(left) > MOST_CHANGES:
        return
    for fund in sorted({row.fund for row in left}):
        for rows in _smallest([row for row in left if row.fund == fund]):
            yield Rule.ONE_FUND, rows
            left = [row for row in left if not any(row is other for other in rows)]
    for rows in _smallest(left):
        yield Rule.BOTH_FUNDS, rows


def _smallest(changes: Sequence[Any]) -> Iterator[list[Any]]:
    """Groups that cancel out, the smallest first; each change in one group, and only where no other group of that size
    claims it."""
    left = list(range(len(changes)))
    for size in range(2, MOST_IN_GROUP + 1):
        groups = [group for group in combinations(left, size) if _sum(changes[place] for place in group) == 0]
        claimed = [place for group in groups for place in group]
        for group in groups:
            if all(claimed.count(place) == 1 for place in group):
                yield [changes[place] for place in group]
                left = [place for place in left if place not in group]


def _sum(rows: Any) -> Decimal:
    return sum((row.delta for row in rows), Decimal(0))
