"""The amounts of one line of a table of measures: its cells, read by what their headings say."""

from dataclasses import dataclass
from decimal import Decimal

from data.contracts import Allocation, Basis, Fund, Unread, UnreadReason
from loaders import cells
from loaders.headings import Column
from loaders.lines import Line

_KOPIYKA = Decimal("0.01")
_TOO_LARGE = Decimal(10) ** 16
_DIGITS, _QUANTITY_PLACES = 18, 3
_FUNDS = {"general": Fund.GENERAL, "special": Fund.SPECIAL, "total": Fund.TOTAL, "all_years_total": Fund.TOTAL}


@dataclass(frozen=True)
class _Cell:
    """A cell: its amount in UAH, or its quantity; `reason` where it cannot be read for certain."""

    column: Column
    locator: str
    printed: str
    value: Decimal | None = None
    reason: UnreadReason | None = None
    is_empty: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether the cell is empty or a dash."""
        return self.value is None and self.reason is None

    @property
    def is_entry(self) -> bool:
        return not self.is_empty and self.reason is None


def amounts_of(
    line: Line, columns: list[Column], mark: str | None, basis: Basis, document_id: str
) -> tuple[list[Allocation], list[Unread]]:
    """One allocation a printed amount, year by year with the total of all years last, and the cells left out.

    `mark` is the decimal mark of the table.
    """
    read = [_cell(line, column, mark) for column in columns if column.is_amount or column.role == "quantity"]
    amounts: list[Allocation] = []
    for year in sorted({cell.column.fiscal_year for cell in read if cell.column.fiscal_year}):
        amounts.extend(
            _year(line, year, [cell for cell in read if cell.column.fiscal_year == year], basis, document_id)
        )
    lone = all(cell.says_nothing for cell in read if cell.column.is_amount and cell.column.fiscal_year)
    for cell in read:
        if cell.column.role == "all_years_total" and cell.is_entry:
            amounts.append(_allocation(line, cell, None, basis, document_id, lone=lone))
    unread = [(cell.locator, cell.printed, cell.reason) for cell in read if cell.reason] + _beyond(line, columns)
    return amounts, [
        Unread(document_id=document_id, locator=locator, text=text, reason=reason) for locator, text, reason in unread
    ]


def _year(line: Line, year: int, read: list[_Cell], basis: Basis, document_id: str) -> list[Allocation]:
    """A year's amounts, each with the year's quantity; a quantity that stands alone makes an entry of its own."""
    funds = [cell for cell in read if cell.column.role in ("general", "special")]
    totals = [cell for cell in read if cell.column.role == "total"]
    quantities = [cell for cell in read if cell.column.role == "quantity" and cell.value is not None]
    quantity = quantities[0] if quantities else None
    lone = all(cell.says_nothing for cell in funds)
    entries = [_allocation(line, cell, quantity, basis, document_id) for cell in funds if cell.is_entry]
    entries += [_allocation(line, cell, quantity, basis, document_id, lone=lone) for cell in totals if cell.is_entry]
    if quantity and not entries:
        entries = [_allocation(line, quantity, quantity, basis, document_id)]
    return entries


def _allocation(
    line: Line, cell: _Cell, quantity: _Cell | None, basis: Basis, document_id: str, *, lone: bool = False
) -> Allocation:
    """`lone`: no fund amount stands beside this total, nor a cell that may be one; the line then counts by it."""
    fund = _FUNDS.get(cell.column.role, Fund.UNSPECIFIED)
    if fund is Fund.TOTAL and lone and cell.value is not None and not line.is_total:
        fund = Fund.UNSPECIFIED
    return Allocation(
        document_id=document_id,
        locator=cell.locator,
        printed=cell.printed,
        row_no=line.row.no,
        line_code=line.code,
        parent_code=line.parent_code,
        level=line.level,
        spending_unit=line.spending_unit,
        task=line.task,
        name=line.name,
        funding_source=line.funding_source,
        fiscal_year=cell.column.fiscal_year,
        fund=fund,
        basis=basis,
        amount=cell.value if cell.column.is_amount else None,
        quantity=quantity.value if quantity else None,
        quantity_locator=quantity.locator if quantity else None,
        quantity_printed=quantity.printed if quantity else None,
        is_total=line.is_total or fund is Fund.TOTAL,
    )


def _cell(line: Line, column: Column, mark: str | None) -> _Cell:
    printed = line.row.printed_cell(column.place)
    locator = line.row.locator(column.place)
    read = cells.amount(printed, mark)
    value, reason = read.value, read.reason
    if value is not None and column.is_amount:
        value, reason = _in_uah(value, column.unit or 1)
    elif value is not None and not _fits_quantity(value):
        value, reason = None, UnreadReason.QUANTITY_TOO_LONG
    return _Cell(column, locator, printed, value, reason, read.is_empty)


def _in_uah(value: Decimal, unit: int) -> tuple[Decimal | None, UnreadReason | None]:
    if len(value.as_tuple().digits) > _DIGITS or abs(value) * unit >= _TOO_LARGE:
        return None, UnreadReason.AMOUNT_TOO_LONG
    amount = value * unit
    rounded = amount.quantize(_KOPIYKA)
    return (rounded, None) if rounded == amount else (None, UnreadReason.BELOW_A_KOPIYKA)


def _fits_quantity(value: Decimal) -> bool:
    """Whether the contract's `Quantity` can hold a number as printed."""
    _, digits, exponent = value.as_tuple()
    places = -int(exponent)
    return places <= _QUANTITY_PLACES and len(digits) - places <= _DIGITS - _QUANTITY_PLACES


def _beyond(line: Line, columns: list[Column]) -> list[tuple[str, str, UnreadReason]]:
    """Text in a column without a heading belongs nowhere; a blank or a dash there says nothing."""
    headed = {column.place for column in columns}
    last = max(headed)
    found: list[tuple[str, str, UnreadReason]] = []
    for place, text in enumerate(line.row.cells):
        if place in headed:
            continue
        read = cells.amount(text)
        if not read.is_empty and not read.is_dash:
            reason = UnreadReason.PAST_THE_HEADINGS if place > last else UnreadReason.WITHOUT_A_HEADING
            found.append((line.row.locator(place), text, reason))
    return found
