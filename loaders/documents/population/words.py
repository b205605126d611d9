"""What the headings and notes of a table of population say: whose people, of what age, which years are projected."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from data import reference
from data.contracts import PopulationKind
from loaders.repair import digits
from loaders.rows import Row

_LONGEST = 1000


@dataclass(frozen=True)
class Territory:
    """Whose people, as printed, and the line that says so."""

    text: str
    row: Row


@dataclass(frozen=True)
class Age:
    """The lowest age counted, and the lines that say so; the one with the number first."""

    value: int
    rows: tuple[Row, ...]


def is_about_people(text: str) -> bool:
    """Whether a label counts the people of a place, and not some of them only."""
    plain = " ".join(text.casefold().split())
    return _says("people", plain) and not _says("not_people", plain)


def kind_in(text: str) -> PopulationKind | None:
    """What the words «факт» and «прогноз» make of a row or a column."""
    plain = text.casefold()
    if any(re.search(rf"\b{re.escape(word)}\b", plain) for word in _listed("projected")):
        return PopulationKind.PUBLISHED_PROJECTION
    if any(re.search(rf"\b{re.escape(word)}\b", plain) for word in _listed("observed")):
        return PopulationKind.OBSERVED
    return None


def territory_in(rows: Sequence[Row]) -> Territory | None:
    """The territory that the nearest heading names."""
    for row in reversed(rows):
        for pattern in _patterns("territory", flags=0):
            if found := pattern.search(" ".join(_start(row).split())):
                return Territory(found["name"], row)
    return None


def age_in(rows: Sequence[Row]) -> Age | None:
    """The lowest age that the headings name. A scan may part the number from the words that speak of age: it then opens
    a line of its own."""
    speaking = [row for row in rows if _says("about_age", _start(row))]
    if not speaking:
        return None
    for row in reversed(rows):
        for pattern in _patterns("age_from"):
            found = pattern.search(_start(row)) if row in speaking else pattern.match(_start(row).strip())
            if found:
                return Age(int(found["age"]), tuple(dict.fromkeys([row, *speaking])))
    return None


def first_projected(rows: Sequence[Row], years: Sequence[int]) -> int | None:
    """The first year that a note says is computed; None where none of these years is named so."""
    for row in rows:
        for pattern in _patterns("projected_from"):
            found = pattern.search(_start(row))
            if found and (year := digits.year(found["year"])) in years:
                return year
    return None


def names_projection(row: Row) -> bool:
    return _says("projected_from", _start(row))


def counts_everybody(row: Row) -> bool:
    """Whether a heading counts all people of a hromada."""
    return _says("everybody", _start(row)) and not _says("about_age", _start(row))


def is_hromada(territory: str) -> bool:
    return _says("hromada", territory)


def _start(row: Row) -> str:
    """The row as far as a heading or a note may go."""
    return row.text[:_LONGEST]


def _says(key: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(key))


def _listed(key: str) -> list[str]:
    return reference.load("population_tables")[key]


@cache
def _patterns(key: str, flags: int = re.IGNORECASE) -> tuple[re.Pattern[str], ...]:
    listed = _listed(key)
    return tuple(re.compile(pattern, flags) for pattern in ([listed] if isinstance(listed, str) else listed))
