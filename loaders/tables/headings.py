"""What each column of a table holds, from its headings and never from its position."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from data.contracts import Basis, UnreadReason
from loaders.cells import amount
from loaders.errors import TableError
from loaders.rows import Row
from loaders.tables import units, wording
from loaders.tables.layout import Heading, check_repeated, error_at, leaves_of

_AMOUNT_ROLES = ("general", "special", "source", "total", "year", "all_years_total")
_OF_A_YEAR = ("general", "special", "source", "quantity")
NAMES = ("measure", "name", "direction")
"""What the lines of a table of measures may be named by."""


@dataclass(frozen=True)
class Column:
    """A column: its place (from 0), what it holds, for which year, how many UAH its unit is, and its own heading.

    `source` is the budget that its amounts come from, where the heading names one; `block` the side of a comparison.
    """

    place: int
    role: str
    fiscal_year: int | None = None
    unit: int | None = None
    source: str | None = None
    block: Basis | None = None
    heading: str = field(default="", compare=False)
    locator: str = field(default="", compare=False)

    @property
    def is_amount(self) -> bool:
        return self.role in _AMOUNT_ROLES


@dataclass(frozen=True)
class Title:
    """What the lines right above a table say of all its amounts."""

    unit: int | None = None
    fiscal_year: int | None = None
    block: Basis | None = None

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Title":
        """The nearest line that says each: its unit, its one year, or that it is one side of a comparison."""
        nearest = list(reversed(lines))
        blocks = (block for text in nearest if isinstance(block := wording.block_of_title(text), Basis))
        return cls(
            next((units.unit_at_end(text) for text in nearest if units.names_unit_at_end(text)), None),
            next((year for text in nearest if (year := wording.one_year_of(text))), None),
            next(blocks, None),
        )


def columns_of(
    rows: tuple[Row, ...], width: int | None, title: Title | None = None, names: Sequence[str] = NAMES
) -> list[Column]:
    """The columns of a table of measures, in order; at least one holds one of `names`, and one amounts.

    `width` is the count that the column-number row gives. The title stands in for a unit, and for the year where no
    heading names any. Raises TableError for a heading that is unknown, repeated or missing.
    """
    leaves = leaves_of(rows, width, _meaning)
    check_repeated(leaves, _meaning)
    title = title or Title()
    if any(leaf.fiscal_year for leaf in leaves):
        title = replace(title, fiscal_year=None)
    columns = [_column(leaf, title) for leaf in leaves]
    roles = {column.role for column in columns}
    if not roles.intersection(names):
        raise _incomplete(rows[0], UnreadReason.NO_MEASURES, "no column names the measures")
    if not any(column.is_amount for column in columns):
        raise _incomplete(rows[0], UnreadReason.NO_AMOUNTS, "no column holds amounts of a year")
    return columns


def is_heading(row: Row) -> bool:
    """Whether a row stands among the headings: it names known headings or years, and no amounts nor their words.

    A bare 2050 may be a year or UAH: it tells only in a row that holds nothing else.
    """
    cells = [cell for cell in row.cells if cell.strip()]
    read = [amount(cell) for cell in cells]
    numbers = [found.value is not None for found in read]
    if any(number and not wording.is_year(cell) for number, cell in zip(numbers, cells, strict=True)):
        return False
    if any(found.is_dash for found in read) or any(wording.is_funding_note(cell) for cell in cells):
        return False
    words = [cell for number, cell in zip(numbers, cells, strict=True) if not number]
    return any(wording.is_known(cell) for cell in words) or (bool(cells) and not words)


def count(rows: Sequence[Row]) -> int:
    """How many rows at the top of a table without column numbers are headings.

    A title may stand above them, merged over the whole table. Below known headings, a row of words that stands only
    under the years heads columns too, known or not.
    """
    start = 1 if len(rows) > 1 and _is_title(rows[0]) and is_heading(rows[1]) else 0
    size = next((place for place, row in enumerate(rows[start:], start) if not is_heading(row)), len(rows))
    years = [place for row in rows[start:size] for place, cell in enumerate(row.cells) if wording.is_year(cell)]
    while years and size < len(rows) and _is_words(rows[size], min(years)):
        size += 1
    return size if size > start else 0


def _is_title(row: Row) -> bool:
    return [place for place, cell in enumerate(row.cells) if cell.strip()] == [0] and not is_heading(row)


def _is_words(row: Row, start: int) -> bool:
    """Whether a row holds words in columns from `start` on, no amounts and nothing left of it."""
    cells = [(place, amount(cell)) for place, cell in enumerate(row.cells) if cell.strip()]
    return bool(cells) and all(place >= start and read.reason for place, read in cells)


def _meaning(leaf: Heading) -> tuple[object, ...]:
    return _role_of(leaf), leaf.fiscal_year, _source_of(leaf), _block_of(leaf)


def _role_of(leaf: Heading) -> str | None:
    if _block_of(leaf) == "ignored":
        return "ignored"
    if wording.is_source(leaf.text):
        return "source"
    role = wording.role_of(leaf.text)
    return "all_years_total" if role == "total" and leaf.fiscal_year is None else role


def _source_of(leaf: Heading) -> str | None:
    return next((source for text in reversed(leaf.path) if (source := wording.source_of(text))), None)


def _block_of(leaf: Heading) -> Basis | str | None:
    return next((block for text in leaf.path[:-1] if (block := wording.block_of(text))), None)


def _column(leaf: Heading, title: Title) -> Column:
    role = _role_of(leaf)
    if role is None:
        raise error_at(leaf.locator, leaf.text, UnreadReason.HEADING_UNKNOWN, "is not known")
    block = _block_of(leaf)
    column = Column(
        leaf.place,
        role,
        block=block if isinstance(block, Basis) else title.block,
        heading=leaf.text,
        locator=leaf.locator,
    )
    if role == "quantity" or column.is_amount:
        column = replace(column, fiscal_year=leaf.fiscal_year or title.fiscal_year)
        sums_years = any(wording.role_of(text) in ("total", "all_years_total") for text in leaf.path[:-1])
        if role in _OF_A_YEAR and column.fiscal_year is None and not (sums_years and role == "source"):
            raise error_at(leaf.locator, leaf.text, UnreadReason.HEADING_WITHOUT_YEAR, "has no year above it")
    if not column.is_amount:
        return column
    return replace(
        column,
        role="total" if role == "all_years_total" and column.fiscal_year else role,
        unit=next((units.unit_in(text) for text in reversed(leaf.path) if units.names_unit(text)), title.unit),
        source=_source_of(leaf),
    )


def _incomplete(first: Row, reason: UnreadReason, sentence: str) -> TableError:
    return TableError(f"{first.locator()}: {sentence}.", reason, first.locator(), first.printed)
