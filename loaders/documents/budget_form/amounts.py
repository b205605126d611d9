"""The amounts of a row of a form: which column each printed cell belongs to, and what it says.

Where cells of an empty fund vanished, a row has fewer numbers than columns; only what arithmetic makes certain is
given a fund.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.contracts import Fund, Unread, UnreadReason
from loaders import as_printed, cells, money
from loaders.documents.budget_form.columns import Column, names_unit
from loaders.documents.budget_form.points import Point
from loaders.documents.budget_form.tables import TableRow, name_of
from loaders.documents.budget_form.words import bare, texts, visible
from loaders.rows import Row
from loaders.tables import units

_FUNDS = 3


@dataclass(frozen=True)
class Cell:
    """One printed cell of a fund: its number, or words in its place; neither for a dash. `reason`: left out."""

    row: Row
    column: Column
    place: int
    value: Decimal | None = None
    words: str | None = None
    reason: UnreadReason | None = None

    @property
    def locator(self) -> str:
        return self.row.locator(self.place)

    @property
    def printed(self) -> str:
        return self.row.printed_cell(self.place)

    @property
    def may_be_an_amount(self) -> bool:
        """Whether the cell says anything about its fund; a dash does not, nor a number that may be another fund's."""
        return bool(self.words) or self.value is not None or self.reason not in (None, UnreadReason.FUND_UNTOLD)

    @property
    def fund(self) -> Fund:
        return self.column.fund or Fund.UNSPECIFIED


def unit_of(point: Point, rows: Sequence[TableRow]) -> int:
    """How many UAH one is. The form is kept in UAH; its label, a line above the table or a heading may say more."""
    said = [line.row for line in rows if line.role == "heading" or names_unit(line.row)]
    labels = [point.label] if point.label else []
    return max((units.size_of(word) or 1 for row in labels + said for word in bare(row.text).split()), default=1)


def mark_of(rows: Iterable[TableRow]) -> str | None:
    """The decimal mark of a table."""
    data = (line for line in rows if line.role == "data")
    return cells.decimal_mark(line.row.printed_cell(column.place) for line in data for column in line.amount_columns)


def has_empty_special_fund(rows: Iterable[TableRow]) -> bool:
    """Whether rows that are whole print the special fund, and print it as zero or blank each time."""
    whole = [line for line in rows if line.amount_columns and not _is_short(line)]
    special = [
        line.row.printed_cell(column.place)
        for line in whole
        for column in line.amount_columns
        if column.fund is Fund.SPECIAL
    ]
    return bool(special) and not any(cells.amount(text).value for text in special) and not any(map(_odd, special))


def cells_of(line: TableRow, mark: str | None, unit: int | None, *, special_is_empty: bool) -> list[Cell]:
    """The cells of a row that are not blank; amounts in UAH where a `unit` is given, else quantities."""
    return [
        _cell(line.row, column, place, mark, unit, is_told)
        for column, place, is_told in _placed(line, special_is_empty)
        if visible(line.row.printed_cell(place))
    ]


def is_blank(read: Iterable[Cell]) -> bool:
    """Whether cells say nothing but zero."""
    return not any(cell.value or cell.words or cell.reason for cell in read)


def no_line(line: TableRow, read: list[Cell]) -> UnreadReason | None:
    """Why a row is no line of the table: it has amounts without a name, or a name without amounts."""
    if not name_of(line):
        return UnreadReason.NOTHING_KNOWN
    return None if read else UnreadReason.NAME_WITHOUT_VALUE


def unread(cell: Cell, document_id: str) -> Unread:
    reason = cell.reason or UnreadReason.NOT_A_NUMBER
    return as_printed.unread(cell.row, cell.place, reason, document_id)


def _is_short(line: TableRow) -> bool:
    return len(line.row.cells) <= max(column.place for column in line.amount_columns)


def _placed(line: TableRow, special_is_empty: bool) -> list[tuple[Column, int, bool]]:
    """The columns with the place of the cell of each, and whether that is certain."""
    columns = line.amount_columns
    if not columns:
        return []
    if not _is_short(line):
        return [(column, column.place, True) for column in columns]
    first = min(column.place for column in columns)
    shown = [text.column for text in texts(line.row) if text.column >= first]
    values = [cells.amount(line.row.printed_cell(place)).value for place in shown]
    groups = [columns[start : start + _FUNDS] for start in range(0, len(columns), _FUNDS)]
    is_form = all({column.fund for column in group} == {Fund.GENERAL, Fund.SPECIAL, Fund.TOTAL} for group in groups)
    by_place = shown == [column.place for column in columns[: len(shown)]] and _add_up(groups, values)
    in_pairs = len(values) == 2 * len(groups) and all(
        first is not None and first == then for first, then in zip(values[::2], values[1::2], strict=True)
    )
    if is_form and in_pairs and not by_place:
        pairs = zip(groups, shown[::2], shown[1::2], strict=True)
        return [cell for group, one, total in pairs for cell in _pair(group, one, total, special_is_empty)]
    is_told = is_form and by_place and not in_pairs
    return [(column, place, is_told) for column, place in zip(columns, shown, strict=False)]


def _pair(group: list[Column], one: int, total: int, special_is_empty: bool) -> list[tuple[Column, int, bool]]:
    """Of two equal numbers the second is the total; whose the first is, is known where the special fund is empty."""
    by_fund = {column.fund: column for column in group}
    return [(by_fund[Fund.GENERAL], one, special_is_empty), (by_fund[Fund.TOTAL], total, True)]


def _add_up(groups: list[list[Column]], values: Sequence[Decimal | None]) -> bool:
    """Whether numbers from left to right fill whole groups, in each of which the funds add up to the total."""
    if not values or len(values) % _FUNDS or len(values) > len(groups) * _FUNDS:
        return False
    for place, group in zip(range(0, len(values), _FUNDS), groups, strict=False):
        numbers = dict(zip((column.fund for column in group), values[place : place + _FUNDS], strict=True))
        general, special, total = numbers.get(Fund.GENERAL), numbers.get(Fund.SPECIAL), numbers.get(Fund.TOTAL)
        if general is None or special is None or general + special != total:
            return False
    return True


def _cell(row: Row, column: Column, place: int, mark: str | None, unit: int | None, is_told: bool) -> Cell:
    cell = Cell(row, column, place)
    if not is_told:
        return Cell(row, column, place, reason=UnreadReason.FUND_UNTOLD)
    printed = row.printed_cell(place)
    read = cells.amount(printed, mark)
    if read.value is None:
        words = visible(printed)
        if read.reason is UnreadReason.NOT_A_NUMBER and not any(char.isdigit() for char in words):
            return Cell(row, column, place, words=words)
        return Cell(row, column, place, reason=read.reason) if read.reason else cell
    if unit is None:
        fits = money.fits_quantity(read.value)
        return Cell(row, column, place, read.value, reason=None if fits else UnreadReason.QUANTITY_TOO_LONG)
    value, reason = money.in_uah(read.value, unit)
    return Cell(row, column, place, value, reason=reason)


def _odd(text: str) -> bool:
    """Whether a cell says something that is no number and no dash."""
    return cells.amount(text).reason is not None
