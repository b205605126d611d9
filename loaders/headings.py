"""What each column of a table of measures holds, from its headings and never from its position."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from data import reference
from data.contracts import UnreadReason
from loaders.cells import amount, clean, year
from loaders.errors import TableError
from loaders.readers.rows import Row

# Only a unit, or the sum of other columns: «(тис.грн.)», «(шт.)», «(7+11)». Other words in brackets mean something.
_BRACKETS = re.compile(r"\(\s*(?:(?:(?:тис|млн)[.\s]*)?грн[.\s]*|шт[.\s]*|\d+(?:\s*\+\s*\d+)*\s*)\)", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\s.,:;*]+")
_UNIT = re.compile(r"[\s,]*\(?\b(?:(?:тис|млн)\.?\s*)?грн\b\.?\s*\)?$", re.IGNORECASE)
_AMOUNT_ROLES = ("general", "special", "total", "all_years_total")


@dataclass(frozen=True)
class Column:
    """A column: its place (from 0), what it holds, for which year, how many UAH its unit is, and its own heading."""

    place: int
    role: str
    fiscal_year: int | None = None
    unit: int | None = None
    heading: str = field(default="", compare=False)

    @property
    def is_amount(self) -> bool:
        return self.role in _AMOUNT_ROLES


@dataclass(frozen=True)
class _Heading:
    """A lowest heading: its cell (`row`, `cell`), the column it heads, and the headings above it with its own last."""

    row: Row
    cell: int
    place: int
    path: tuple[str, ...]


def columns_of(rows: tuple[Row, ...], width: int | None) -> list[Column]:
    """The columns in order. `width` is the count that the column-number row gives.

    Headings are merged cells written as text: a blank cell belongs to the heading on its left. Where the text lost or
    gained a blank, so that places and count disagree, the lowest headings are taken in their printed order, which the
    count must confirm. Raises TableError for a heading that is unknown, repeated or missing.
    """
    rows = _first_page(rows)
    by_place = _by_place(rows)
    leaves = by_place
    if width is not None and ([leaf.place for leaf in by_place] != list(range(width)) or _repeated(by_place)):
        leaves = _by_order(rows)
        if len(leaves) != width:
            raise TableError(
                f"{rows[0].locator()}: the headings name {len(leaves)} columns, the row of column numbers {width}. "
                "Check whether a heading was lost.",
                UnreadReason.HEADING_LOST,
                rows[0].locator(),
                f"{len(leaves)} ≠ {width}",
            )
        leaves = [replace(leaf, place=place) for place, leaf in enumerate(leaves)]
    if twice := _repeated(leaves):
        raise _error(twice, UnreadReason.HEADING_TWICE, "stands twice; it is not clear which column is meant")
    columns = [_column(leaf) for leaf in leaves]
    _check(columns, rows[0])
    return columns


def is_year(cell: str) -> bool:
    return _year(cell) is not None


def is_heading(row: Row) -> bool:
    """Whether a row stands among the headings: it names known headings or years, and no amounts.

    A bare 2050 may be a year or UAH: it tells only in a row that holds nothing else.
    """
    cells = [cell for cell in row.cells if cell.strip()]
    numbers = [amount(cell).value is not None for cell in cells]
    if any(number and not is_year(cell) for number, cell in zip(numbers, cells, strict=True)):
        return False
    known = _roles().keys() | _groups()
    words = [cell for number, cell in zip(numbers, cells, strict=True) if not number]
    return any(is_year(cell) or plain(cell) in known for cell in words) or (bool(cells) and not words)


def count(rows: list[Row]) -> int:
    """How many rows at the top of a table without column numbers are headings.

    Below known headings, a row of words that stands only under the years heads columns too, known or not.
    """
    size = next((place for place, row in enumerate(rows) if not is_heading(row)), len(rows))
    years = [place for row in rows[:size] for place, cell in enumerate(row.cells) if is_year(cell)]
    while years and size < len(rows) and _is_words(rows[size], min(years)):
        size += 1
    return size


def measure_words() -> set[str]:
    """The headings that only a table of measures has."""
    return {word for word, role in _roles().items() if role not in ("number",)}


def plain(heading: str) -> str:
    """A heading without its unit, punctuation and case."""
    text = _BRACKETS.sub(" ", clean(heading)).casefold()
    words = [word for word in _PUNCTUATION.sub(" ", text).split() if word not in ("тис", "млн", "грн", "шт")]
    return " ".join(words)


def _is_words(row: Row, start: int) -> bool:
    """Whether a row holds words in columns from `start` on, no amounts and nothing left of it."""
    cells = [(place, amount(cell)) for place, cell in enumerate(row.cells) if cell.strip()]
    return bool(cells) and all(place >= start and read.reason for place, read in cells)


@cache
def _roles() -> dict[str, str]:
    listed = reference.load("measure_tables")["headings"]
    return {plain(word): role for role, words in listed.items() for word in words}


@cache
def _groups() -> set[str]:
    return {plain(word) for word in reference.load("measure_tables")["groups"]}


def _first_page(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The headings once; pages repeat them."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        shape = tuple(clean(cell).casefold() for cell in row.cells)
        if shape in first:
            break
        first[shape] = row
    return tuple(first.values())


def _by_place(rows: tuple[Row, ...]) -> list[_Heading]:
    """One heading a place, blank cells filled from the left; a new heading above ends the one below it."""
    size = max(len(row.cells) for row in rows)
    filled: list[list[str]] = []
    for depth, row in enumerate(rows):
        line: list[str] = []
        for place in range(size):
            own = clean(row.cells[place]) if place < len(row.cells) else ""
            starts_above = any(place < len(up.cells) and clean(up.cells[place]) for up in rows[:depth])
            line.append(own if own or starts_above or not place else line[-1])
        filled.append(line)
    headings: list[_Heading] = []
    for place in range(size):
        path = tuple(line[place] for line in filled if line[place])
        own = [row for row in rows if place < len(row.cells) and clean(row.cells[place])]
        if path and own:
            headings.append(_Heading(own[-1], place, place, path))
    return headings


def _by_order(rows: tuple[Row, ...]) -> list[_Heading]:
    """The lowest headings in printed order: each heading belongs to the last one that starts left of it, a row up."""
    leaves: list[_Heading] = []

    def walk(depth: int, start: int, end: int, path: tuple[str, ...]) -> None:
        cells = rows[depth].cells
        places = [place for place in range(start, min(end, len(cells))) if clean(cells[place])]
        for place, after in zip(places, [*places[1:], end], strict=False):
            here = (*path, clean(cells[place]))
            # The last group of a row may reach past the heading that follows it above: its own row decides.
            reach = len(rows[depth + 1].cells) if depth + 1 < len(rows) and after == end and len(path) else after
            before = len(leaves)
            if depth + 1 < len(rows):
                walk(depth + 1, place, reach, here)
            if len(leaves) == before:
                leaves.append(_Heading(rows[depth], place, place, here))

    walk(0, 0, max(len(row.cells) for row in rows), ())
    return leaves


def _repeated(leaves: list[_Heading]) -> _Heading | None:
    seen: set[tuple[str | None, int | None]] = set()
    for leaf in leaves:
        meaning = (_role_of(leaf), _year_of(leaf))
        if meaning in seen and meaning[0]:
            return leaf
        seen.add(meaning)
    return None


def _role_of(leaf: _Heading) -> str | None:
    role = "total" if is_year(leaf.path[-1]) else _roles().get(plain(leaf.path[-1]))
    return "all_years_total" if role == "total" and _year_of(leaf) is None else role


def _year_of(leaf: _Heading) -> int | None:
    return next((found for text in reversed(leaf.path) if (found := _year(text))), None)


def _column(leaf: _Heading) -> Column:
    role = _role_of(leaf)
    if role is None:
        raise _error(leaf, UnreadReason.HEADING_UNKNOWN, "is not known")
    fiscal_year = _year_of(leaf)
    if role in ("general", "special", "quantity") and fiscal_year is None:
        raise _error(leaf, UnreadReason.HEADING_WITHOUT_YEAR, "has no year above it")
    unit = _unit_of(leaf) if role in _AMOUNT_ROLES else None
    if role in _AMOUNT_ROLES and unit is None:
        sentence = "does not say whether amounts are in UAH or thousand UAH"
        raise _error(leaf, UnreadReason.HEADING_WITHOUT_UNIT, sentence)
    return Column(leaf.place, role, fiscal_year, unit, leaf.path[-1])


def _year(heading: str) -> int | None:
    """The year of a heading that says nothing else but its unit: `2019 рік (тис. грн)`."""
    return year(_UNIT.sub("", clean(heading)))


def _unit_of(leaf: _Heading) -> int | None:
    units: dict[str, int] = reference.load("measure_tables")["units"]
    for text in reversed(leaf.path):
        for word, size in units.items():
            if re.search(rf"\b{word}", text.casefold()):
                return size
    return None


def _check(columns: list[Column], first: Row) -> None:
    roles = {column.role for column in columns}
    if "measure" not in roles and "name" not in roles:
        raise _incomplete(first, UnreadReason.NO_MEASURES, "no column names the measures")
    if not any(column.is_amount and column.fiscal_year for column in columns):
        raise _incomplete(first, UnreadReason.NO_AMOUNTS, "no column holds amounts of a year")


def _incomplete(first: Row, reason: UnreadReason, sentence: str) -> TableError:
    return TableError(f"{first.locator()}: {sentence}.", reason, first.locator(), first.printed)


def _error(leaf: _Heading, reason: UnreadReason, what: str) -> TableError:
    text = leaf.path[-1]
    locator = leaf.row.locator(leaf.cell)
    return TableError(
        f"{locator}: the heading «{text}» {what}. If it is right, add it to data/reference/measure_tables.yml.",
        reason,
        locator,
        text,
    )
