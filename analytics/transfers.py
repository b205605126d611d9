"""What moved where within one decision: changes that add up to exactly zero within a spending unit and year.

A document says what each line loses or gains, never where the money went. Where changes of one unit and year cancel out
exactly, that they belong together is inferred, by one of these rules:

- funds: one line loses in one fund what it gains in the other; the surest, so it comes first;
- one_fund: two or three of the other changes, of one fund, cancel out;
- both_funds: two or three of them, over both funds, cancel out.

A change that more than one group of two or three could claim is left alone: no guess is presented as a fact. What no
rule joins is the net change.

Other changes may cancel out by chance, the more of them there are. Of six changes of up to 100 thousand UAH drawn at
random, about 2 sets in 100 hold such a group where amounts are in tenths of a thousand, 15 where in whole thousands.
So where a unit has more than six of them in a year, none is joined.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import Any

import pandas as pd

from analytics.frames import records

MOST_CHANGES = 6
"""Of how many changes of one unit and year groups are looked for, those that move between funds of a line left out."""
GROUP_SIZES = (2, 3)


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

    def within(self, funds: Sequence[str] = ()) -> Decimal:
        """What moved between changes of these funds, UAH; none named means all. One alone gives or takes, so that the
        smaller side is what moved."""
        shown = [row.delta for row in self.changes if not funds or row.fund in funds]
        gained = sum((delta for delta in shown if delta > 0), Decimal(0))
        lost = sum((-delta for delta in shown if delta < 0), Decimal(0))
        return min(gained, lost)

    @property
    def giving(self) -> list[Any]:
        return [row for row in self.changes if row.delta < 0]

    @property
    def taking(self) -> list[Any]:
        return [row for row in self.changes if row.delta > 0]


def transfers(ledger: pd.DataFrame) -> list[Transfer]:
    """The transfers of each act; `ledger` as from `amendments.ledger`. The largest come first.

    Where a unit has more than `MOST_CHANGES` changes in a year besides those of the rule `funds`, they are not joined.
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
    by_line: dict[str, list[Any]] = {}
    for row in changes:
        by_line.setdefault(row.line_id, []).append(row)
    left = []
    for rows in by_line.values():
        if len(rows) > 1 and _sum(rows) == 0:
            yield Rule.FUNDS, rows
        else:
            left += rows
    if len(left) > MOST_CHANGES:
        return
    for rows in _of_one_claim(left):
        yield (Rule.ONE_FUND if len({row.fund for row in rows}) == 1 else Rule.BOTH_FUNDS), rows


def _of_one_claim(changes: Sequence[Any]) -> Iterator[list[Any]]:
    """The groups that cancel out and share no change with another such group."""
    groups = [
        group
        for size in GROUP_SIZES
        for group in combinations(range(len(changes)), size)
        if _sum(changes[place] for place in group) == 0
    ]
    claims = Counter(place for group in groups for place in group)
    for group in groups:
        if all(claims[place] == 1 for place in group):
            yield [changes[place] for place in group]


def _sum(rows: Iterable[Any]) -> Decimal:
    return sum((row.delta for row in rows), Decimal(0))
