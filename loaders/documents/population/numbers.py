"""The numbers of a table of population, in its cells or in lines of text, and what damaged ones stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from data.contracts import PopulationKind, UnreadReason
from loaders.cells import clean
from loaders.repair import digits
from loaders.rows import Row

_LEAST_YEARS = 3
_LONGEST = 20
"""Characters of a number; there are fewer people than that."""
_TREND = 0.1
"""How far a repaired number may be from the middle of those printed clearly."""
_YEAR_WORDS = re.compile(r"(?:рік|року|р)?\.?$", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A cell of a table, or one number of a line of text, and its place."""

    row: Row
    printed: str
    locator: str
    column: int


@dataclass(frozen=True)
class Year:
    entry: Entry
    value: int
    is_repaired: bool
    kind: PopulationKind | None = None


@dataclass(frozen=True)
class People:
    """People of a year; `value` is None, with a reason, where the number cannot be read for certain."""

    entry: Entry
    year: Year
    value: int | None
    is_repaired: bool
    kind: PopulationKind | None = None
    reason: UnreadReason | None = None


def entry_of(row: Row, column: int) -> Entry:
    return Entry(row, row.printed_cell(column), row.locator(column), column)


def entries_of(row: Row) -> list[Entry]:
    """Every cell of a table row; the numbers of a line of text, counted from 1."""
    if row.in_table:
        return [entry_of(row, column) for column in range(len(row.cells))]
    numbers = enumerate((text for text in row.printed_cell(0).split() if is_number(text)), start=1)
    return [Entry(row, text, f"{row.locator()}, число {number}", number) for number, text in numbers]


def is_number(printed: str) -> bool:
    """Whether a text is a number, perhaps a damaged one."""
    return len(printed) <= _LONGEST and sum(char.isdigit() for char in printed) > 1 and bool(_readings(printed))


def years_of(entries: Sequence[Entry]) -> list[Year]:
    """The years among entries, if there are enough of them, one after another; their order confirms damaged ones."""
    found: list[Year] = []
    for entry in entries:
        text = _YEAR_WORDS.sub("", clean(entry.printed)).strip()
        if value := digits.year(text) if len(text) == 4 else None:
            found.append(Year(entry, value, is_repaired=not text.isdigit()))
    follow = all(later.value == earlier.value + 1 for earlier, later in pairwise(found))
    return found if follow and len(found) >= _LEAST_YEARS else []


def people_of(matched: Sequence[tuple[Year, Entry]], kind: PopulationKind | None = None) -> list[People]:
    """The people of one row. Damaged digits are read where exactly one reading agrees with the other years."""
    plain = [value for _, entry in matched if _is_plain(entry.printed) for value in _readings(entry.printed)]
    people: list[People] = []
    for year, entry in matched:
        found = _readings(entry.printed)
        is_plain = _is_plain(entry.printed)
        if not is_plain:
            found = [value for value in found if plain and _agrees(value, plain)]
        value = found[0] if len(found) == 1 else None
        reason = None if value is not None else UnreadReason.OFF_THE_TREND
        people.append(People(entry, year, value, not is_plain, kind or year.kind, reason))
    return people


def _is_plain(printed: str) -> bool:
    text = _close(printed)
    return text.isascii() and text.isdigit()


def _close(printed: str) -> str:
    return "".join(printed.split())


def _readings(printed: str) -> list[int]:
    text = _close(printed)
    return [int(found) for found in digits.readings(text) if found] if len(text) <= _LONGEST else []


def _agrees(value: int, others: list[int]) -> bool:
    middle = median(others)
    return abs(value - middle) <= _TREND * middle
