"""Rows that add up others, whatever they are called: told by their amounts, so that no figure counts twice."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import zip_longest

from data.contracts import Level
from loaders.documents.measures.line import Line, Place
from loaders.rows import Row

Printed = Callable[[Row], Mapping[int, Decimal]]
"""The amounts of a row by their columns."""

_ROWS = 2
"""How many rows one adds up at least."""
_SURE = 2
"""How many different amounts are no coincidence where no row has a number, nor one below all of more than two rows."""


@dataclass(slots=True)
class _Run:
    """Lowest lines that one row may add up."""

    rows: int = 0
    numbered: bool = True
    sums: dict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, line: Line, amounts: Mapping[int, Decimal]) -> None:
        self.rows += 1
        self.numbered = self.numbered and line.code is not None
        for column, amount in amounts.items():
            self.sums[column] += amount

    def is_added_up_by(self, amounts: Mapping[int, Decimal], *, is_last: bool = False) -> bool:
        different = {amount for amount in amounts.values() if amount}
        sure = self.numbered or len(different) >= _SURE or (is_last and self.rows > _ROWS)
        if self.rows < _ROWS or not different or not sure:
            return False
        return all(self.sums.get(column, Decimal()) == amount for column, amount in amounts.items())


def with_sums(lines: Sequence[Line], printed: Printed) -> list[Line]:
    """The lines; one without a number is a total where its amounts are the sums of those above it: of its section, of
    all, or of those since the last total. The rows below it for each source divide it.
    """
    may = [_may_add_up(line, below) for line, below in zip_longest(lines, lines[1:])]
    if not any(may):
        return list(lines)
    last = max((no for no, line in enumerate(lines) if _is_lowest(line) and not line.goes_on), default=0)
    has_total = any(line.level is Level.PROGRAMME for line in lines)
    whole, since_total = _Run(), _Run()
    sections: dict[Place, _Run] = defaultdict(_Run)
    found: list[Line] = []
    total: Line | None = None
    for no, line in enumerate(lines):
        amounts = printed(line.row)
        if total is not None and line.goes_on:
            found.append(replace(total, row=line.row, funding_source=line.funding_source, goes_on=True))
            continue
        total = None
        is_last = no >= last
        if may[no] and line.here.name and sections[line.here].is_added_up_by(amounts):
            total = replace(line, level=line.here.level, name=line.here.name, is_total=True, adds_up_above=True)
        elif may[no] and whole.is_added_up_by(amounts, is_last=is_last):
            total = replace(line, is_total=True, adds_up_above=True)
            if is_last and not has_total:
                total = replace(total, level=Level.PROGRAMME, here=Place())
        elif may[no] and since_total.is_added_up_by(amounts):
            total = replace(line, is_total=True, adds_up_above=True)
        found.append(total or line)
        if found[-1].is_total:
            since_total = _Run()
        elif _is_lowest(line):
            for run in (whole, since_total, sections[line.here]):
                run.add(line, amounts)
    return found


def _is_lowest(line: Line) -> bool:
    return not line.is_total and line.level in (Level.MEASURE, Level.ITEM)


def _may_add_up(line: Line, below: Line | None) -> bool:
    """Whether the row has no number, and is neither a part of another nor a head that others stand under."""
    if line.level is not Level.MEASURE or line.code is not None or line.goes_on or line.heads:
        return False
    return not line.is_total or (below is not None and below.goes_on)
