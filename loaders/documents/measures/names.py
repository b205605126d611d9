"""What the names in a row of a table of measures are: a spending unit, a direction, a task, a measure or a total."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from data import reference
from loaders import cells
from loaders.documents.measures import parts
from loaders.rows import Row
from loaders.tables import wording
from loaders.tables.headings import Column

_NUMBER = r"(?P<number>\d+(?:\.\d+)*|[IVXІХ]+)"
_ROMAN = re.compile(r"[IVXІХ]+")
_NUMBERED = re.compile(rf"{_NUMBER}[.)]\s*(?P<name>[^\W\d].*)", re.DOTALL)


class Named(Enum):
    """What the column of names holds in a row."""

    UNIT = auto()
    TASK = auto()
    LINE = auto()
    UNTOLD = auto()


@dataclass(frozen=True, slots=True)
class Names:
    """Number, name, measure and direction of a row; `total` is what it adds up, where it is a total."""

    number: str = ""
    name: str = ""
    label: str = ""
    direction: str = ""
    total: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A direction or a task as a row of its own names it: «Напрям 2. Розвиток мереж»."""

    what: str
    number: str | None
    name: str


def names_of(row: Row, roles: Mapping[str, Column]) -> Names:
    """What stands in a neighbour's column is put in its own."""
    number, name, label, direction = (
        text_of(row, roles.get(role)) for role in ("number", "name", "measure", "direction")
    )
    if is_merged(row, roles):
        number, name = "", number
    total = _added_up(label, numbered=not parts.is_unnumbered(number)) if label else None
    if not label:
        # Beside a column of measures a name is a unit or a task, whatever it ends with.
        numbered = not parts.is_unnumbered(number) or ("name" in roles and "measure" in roles)
        for text in (name, direction):
            total = _added_up(text, numbered=numbered)
            if text and total:
                name, direction = (name if text != name else ""), (direction if text != direction else "")
                label = text
                break
    return Names(number, name, label, direction, total)


def _added_up(text: str, *, numbered: bool) -> str | None:
    """What a row with this name adds up; `sources` also where it is money that pays for the row above it.

    What may as well be the name of a measure says so only in a row without a number.
    """
    bare = text.strip(parts.QUOTES)
    if total := wording.total_of(bare):
        return total
    if parts.source_of(text, numbered=numbered):
        return "sources"
    words = wording.plain(parts.without_words_at_end(bare)).strip(parts.QUOTES).split()
    listed = reference.load("measure_tables")
    if numbered or not words or words[-1] not in listed["totals_at_end"]:
        return None
    kinds: dict[str, list[str]] = listed["totals"]
    named = (
        what
        for what in ("programme", "spending_direction", "task")
        if any(word in bare.casefold() for word in kinds[what])
    )
    return next(named, "above")


def text_of(row: Row, column: Column | None) -> str:
    return cells.clean(row.cells[column.place]) if column and column.place < len(row.cells) else ""


def is_merged(row: Row, roles: Mapping[str, Column]) -> bool:
    """Whether the name stands in the column of numbers, merged with its own."""
    number = text_of(row, roles.get("number")).rstrip(".)")
    if not number or number.replace(".", "").isdigit() or _ROMAN.fullmatch(number):
        return False
    return not text_of(row, roles.get("name" if "name" in roles else "measure"))


def place_of(row: Row, text: str) -> int:
    """The column in which a text stands."""
    return next((place for place, cell in enumerate(row.cells) if cells.clean(cell) == text), 0)


def section_of(text: str) -> Section | None:
    """The direction or task that a row stands for, by its opening words and number."""
    for what, pattern in _sections():
        if found := pattern.match(text):
            return Section(what, found["number"], found["name"].strip())
    return None


def direction_of(text: str) -> Section:
    """The direction that a cell in the column of directions names, with its number or without."""
    if section := section_of(text):
        return section
    found = _NUMBERED.match(text)
    return Section("spending_direction", found["number"], found["name"]) if found else Section("", None, text)


def kind_of_name(names: Names, roles: Mapping[str, Column], *, unit_has_total: bool) -> Named:
    """What a row's name is.

    The heading decides what it may be: under «Завдання» no name is a unit, whatever its words. Under «Головний
    розпорядник/ Найменування завдань» a name is a unit when it has the words of one, or a total of its own («Всього:»;
    «Разом по завданню:» is printed for both). Any other name is a task only below a unit that has such a total, which
    says that the unit is divided; else it may as well be a unit whose words we do not know, and its lines would go to
    the unit above. Without a column of measures the name is the line itself; a body there may add up the lines below.
    """
    has_measures = "measure" in roles
    heading = roles["name"].heading.casefold() if "name" in roles else ""
    words: dict[str, str] = reference.load("measure_tables")["names"]
    if words["spending_unit"] not in heading:
        return Named.TASK if has_measures else Named.LINE
    if words["task"] not in heading:
        return Named.UNIT
    is_body = _is_body(names.name)
    if not has_measures:
        return Named.UNTOLD if is_body else Named.LINE
    if is_body or names.total == "above":
        return Named.UNIT
    return Named.TASK if unit_has_total else Named.UNTOLD


def _is_body(name: str) -> bool:
    """Whether a name has the words of a council's body."""
    first_two = re.findall(r"[\w'ʼ’-]+", name.casefold())[:2]
    return any(word in reference.load("measure_tables")["spending_unit_words"] for word in first_two)


@cache
def _sections() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A word of sections, then its number, or a mark where it has none; then the name."""
    listed: dict[str, list[str]] = reference.load("measure_tables")["sections"]
    numbered = rf"(?:№\s*)?{_NUMBER}(?:[.:)]|\s*[-–—])?\s+"
    return tuple(
        (what, re.compile(rf"(?:{'|'.join(words)})\s*(?:{numbered}|[.:]\s*)(?P<name>\S.*)", re.IGNORECASE | re.DOTALL))
        for what, words in listed.items()
    )
