"""The amounts of one line of a table of measures: its cells, read by what their headings say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from data.contracts import Allocation, Basis, Fund, Section, Unread, UnreadReason
from loaders import as_printed, cells
from loaders.documents.measures.line import Line
from loaders.money import fits_quantity, in_uah
from loaders.tables import wording
from loaders.tables.headings import Column

_FUNDS = {"general": Fund.GENERAL, "special": Fund.SPECIAL, "total": Fund.TOTAL, "all_years_total": Fund.TOTAL}
_PARTS = ("general", "special", "source")
"""What totals add up."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its amount in UAH, its words or its quantity; `reason` where it cannot be read for certain."""

    column: Column
    locator: str
    printed: str
    value: Decimal | None = None
    note: str | None = None
    reason: UnreadReason | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether the cell is a dash; an empty one is not even read."""
        return self.value is None and self.note is None and self.reason is None


class Amounts:
    """Reads the amounts of a table, line by line. `mark` is its decimal mark.

    `headed` are the places of all columns of the table, of which `columns` may be a part.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        headed: frozenset[int],
        mark: str | None,
        basis: Basis,
        document_id: str,
        section: Section = Section.MEASURES,
    ) -> None:
        divided = {column.fiscal_year for column in columns if column.role in _PARTS}
        read = [
            # Where no column of its year is a part, a column adds up no funds: it holds what the heading calls a total.
            replace(column, role="year") if column.role == "total" and column.fiscal_year not in divided else column
            for column in columns
            if column.is_amount or column.role == "quantity"
        ]
        self._columns = sorted(read, key=lambda column: (column.fiscal_year is None, column.fiscal_year))
        self._headed = headed
        self._mark = mark
        self._document_id = document_id
        self._common = {"document_id": document_id, "basis": basis, "section": section}

    def of(self, line: Line) -> tuple[list[Allocation], list[Unread]]:
        """One allocation a printed amount, year by year with the total of all years last, and what cannot be read."""
        years: dict[int | None, list[_Cell]] = {}
        for column in self._columns:
            if cell := self._cell(line, column):
                years.setdefault(column.fiscal_year, []).append(cell)
        whole = years.pop(None, [])
        said = self._common | _said_of(line)
        amounts = [entry for of_year in years.values() for entry in _of_year(line, said, of_year)]
        lone = all(cell.says_nothing for of_year in years.values() for cell in of_year if cell.column.is_amount)
        amounts += _of_all_years(line, said, whole, lone=lone)
        unread = [
            (cell.locator, cell.printed, cell.reason)
            for found in (*years.values(), whole)
            for cell in found
            if cell.reason
        ]
        return amounts, [
            Unread(document_id=self._document_id, locator=locator, text=text, reason=reason)
            for locator, text, reason in unread
        ]

    def beyond(self, line: Line) -> Iterator[Unread]:
        """Text in a column without a heading."""
        return as_printed.under_no_heading(line.row, self._headed, self._document_id)

    def _cell(self, line: Line, column: Column) -> _Cell | None:
        """A cell that is not empty."""
        row, place = line.row, column.place
        if place >= len(row.cells):
            return None
        text = row.cells[place]
        read = cells.amount(text, self._mark)
        if read.is_empty:
            return None
        value, reason, note = read.value, read.reason, None
        if value is not None and column.is_amount:
            value, reason = in_uah(value, column.unit or 1)
        elif value is not None and not fits_quantity(value):
            value, reason = None, UnreadReason.QUANTITY_TOO_LONG
        elif reason and column.is_amount and wording.is_funding_note(text):
            note, reason = cells.clean(text), None
        return _Cell(column, row.locator(place), row.printed_cell(place), value, note, reason)


def _of_year(line: Line, said: dict[str, Any], read: list[_Cell]) -> Iterator[Allocation]:
    """A year's amounts, each with the year's quantity; a quantity that stands alone makes an entry of its own."""
    entries = [cell for cell in read if cell.column.is_amount and not cell.reason]
    quantity = next((cell for cell in read if not cell.column.is_amount and cell.value is not None), None)
    if quantity:
        said = said | {
            "quantity": quantity.value,
            "quantity_locator": quantity.locator,
            "quantity_printed": quantity.printed,
        }
    lone = all(cell.says_nothing for cell in read if cell.column.role in _PARTS)
    for cell in sorted(entries, key=lambda cell: cell.column.role not in _PARTS):
        yield _allocation(line, said, cell, lone=lone)
    if quantity and not entries:
        yield _allocation(line, said, quantity)


def _of_all_years(line: Line, said: dict[str, Any], read: list[_Cell], *, lone: bool) -> Iterator[Allocation]:
    """The amounts of all years; `lone`: no year prints any."""
    parts = [cell for cell in read if cell.column.role in _PARTS]
    by_parts = not all(part.says_nothing for part in parts)
    for cell in read:
        if not cell.reason:
            is_lone = lone and (cell.column.role in _PARTS or not by_parts)
            yield _allocation(line, said, cell, lone=is_lone, adds_up=not lone)


def _allocation(
    line: Line, said: dict[str, Any], cell: _Cell, *, lone: bool = False, adds_up: bool = False
) -> Allocation:
    """`lone`: no fund amount stands beside this total, nor a cell that may be one; the line then counts by it."""
    column = cell.column
    fund = _FUNDS.get(column.role, Fund.UNSPECIFIED)
    if column.role == "year" or (lone and not cell.says_nothing and fund is Fund.TOTAL):
        fund = Fund.TOTAL if line.is_total else Fund.UNSPECIFIED
    named = {
        "amount": cell.value if column.is_amount else None,
        "fiscal_year": column.fiscal_year,
        "funding_note": cell.note,
        "funding_source": column.source,
    }
    return Allocation(
        **said | {name: value for name, value in named.items() if value is not None},
        locator=cell.locator,
        printed=cell.printed,
        fund=fund,
        is_total=line.is_total or adds_up or fund is Fund.TOTAL,
    )


def _said_of(line: Line) -> dict[str, Any]:
    """What all amounts of a line have in common. What is not said is left out: there are very many amounts."""
    here = line.here
    named = {
        "row_no": line.row.no,
        "line_code": line.code,
        "parent_code": line.parent_code,
        "level": line.level,
        "spending_unit": here.unit,
        "task": here.task,
        "spending_direction": here.direction,
        "name": line.name,
        "funding_source": line.funding_source,
    }
    return {name: value for name, value in named.items() if value is not None}
