"""Tables of measures in council decisions: the plan of a programme, or the changes of an amendment.

A line is a row of the table: the whole programme, a spending unit, a task, a measure, or an item of a measure. Cells
are read by what their headings say. A printed total stays apart (`is_total`); the lowest lines are all other rows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from data import reference
from data.contracts import Allocation, Basis, Fund, Level, Unread
from loaders import cells, headings
from loaders.headings import Column
from loaders.readers.tab_text import Row
from loaders.tables import Table

_KOPIYKA = Decimal("0.01")
_TOO_LARGE = Decimal(10) ** 16
_DIGITS, _QUANTITY_PLACES = 18, 3
_NOTHING_KNOWN = "the row names neither a measure, a task, a spending unit nor a known total"
_STRAY_BUDGET = "the row names a budget, but not under the total of the programme; what it adds up cannot be told"
_FUNDS = {"general": Fund.GENERAL, "special": Fund.SPECIAL, "total": Fund.TOTAL, "all_years_total": Fund.TOTAL}


@dataclass(frozen=True)
class _Line:
    """What a row is about, before its amounts."""

    row: Row
    level: Level
    name: str
    code: str | None = None
    spending_unit: str | None = None
    task: str | None = None
    funding_source: str | None = None
    is_total: bool = False
    heads: bool = False
    """Whether the row names only a unit or a task, beside an empty column of measures."""

    def is_under(self, other: "_Line") -> bool:
        """Whether the row belongs to the unit or task that another row names."""
        same_unit = self.spending_unit == other.spending_unit and self.level is not Level.PROGRAMME
        return same_unit and other.task in (None, self.task)

    @property
    def parent_code(self) -> str | None:
        return self.code.rpartition(".")[0] or None if self.code else None


def read(table: Table, document_id: str) -> tuple[list[Allocation], list[Unread]]:
    """Every printed number of the table as an allocation, or as an unread entry that says why.

    Raises TableError when the headings cannot be understood.
    """
    columns = headings.columns_of(table.heading, table.width)
    unread: list[Unread] = []
    lines = _lines(table.data, columns, document_id, unread)
    mark = cells.decimal_mark(_amount_texts(table.data, columns))
    basis = _basis([cells.amount(text, mark) for text in _amount_texts(table.data, columns)])
    allocations: list[Allocation] = []
    for line in lines:
        reader = _LineReader(line, columns, mark, document_id)
        allocations.extend(
            Allocation(**found, document_id=document_id, basis=basis, **_described(line)) for found in reader.amounts()
        )
        unread.extend(reader.unread)
    return allocations, unread


def _basis(amounts: list[cells.Amount]) -> Basis:
    """Changes print a plus somewhere, or signs on most amounts; a plan may hold a single negative amount."""
    values = [amount for amount in amounts if amount.value is not None]
    signed = [amount for amount in values if amount.signed]
    has_plus = any(amount.value is not None and amount.value >= 0 for amount in signed)
    return Basis.DELTA if has_plus or len(signed) * 2 > len(values) else Basis.RESTATED


def unit_of(table: Table) -> str:
    """The unit of the printed amounts, for people."""
    sizes = {column.unit for column in headings.columns_of(table.heading, table.width) if column.unit}
    names = {1: "UAH", 1000: "thousand UAH", 1_000_000: "million UAH"}
    return ", ".join(names[size] for size in sorted(sizes))


def _amount_texts(rows: Iterable[Row], columns: list[Column]) -> Iterator[str]:
    for row in rows:
        for column in columns:
            if column.is_amount and column.place < len(row.cells):
                yield row.cells[column.place]


def _described(line: _Line) -> dict[str, Any]:
    return {
        "row_no": line.row.no,
        "line_code": line.code,
        "parent_code": line.parent_code,
        "level": line.level,
        "spending_unit": line.spending_unit,
        "task": line.task,
        "name": line.name,
        "funding_source": line.funding_source,
    }


def _lines(rows: Iterable[Row], columns: list[Column], document_id: str, unread: list[Unread]) -> list[_Line]:
    """The lines in order, each knowing its spending unit and task; a line that has parts is marked as a total."""
    roles = {column.role: column.place for column in columns if not column.is_amount and column.fiscal_year is None}
    lines: list[_Line] = []
    unit = task = programme = None
    for row in rows:
        number, name, label = _texts(row, roles)
        heads = bool(name) and not label and "measure" in roles
        bare = headings.plain(label)
        if bare in _total("programme"):
            programme = name or label
            unit = task = None
            line = _Line(row, Level.PROGRAMME, programme, is_total=True)
        elif bare in _total("sources"):
            stray = bool(lines) and lines[-1].level is not Level.PROGRAMME
            source = label.rstrip(": ")
            whole = _Line(row, Level.PROGRAMME, programme or source, funding_source=source, is_total=True)
            line = None if stray else whole
        else:
            if name and _is_spending_unit(name):
                unit, task = name, None
            elif name and (label or heads):
                task = name
            line = _line(row, number, name, label, unit, task)
        if line is None:
            reason = _STRAY_BUDGET if bare in _total("sources") else _NOTHING_KNOWN
            text = cells.clean(row.text)
            unread.append(Unread(document_id=document_id, locator=row.locator(), text=text, reason=reason))
        else:
            lines.append(replace(line, heads=heads))
    return _with_totals(lines)


def _texts(row: Row, roles: dict[str, int]) -> tuple[str, str, str]:
    """Number, name and measure of a row; what stands in a neighbour's column is put in its own."""
    number, name, label = (_cell(row, roles.get(role)) for role in ("number", "name", "measure"))
    if number and not number.rstrip(".").replace(".", "").isdigit() and not name:
        number, name = "", number  # merged with the column of names
    if not label and headings.plain(name) in _total("programme") | _total("sources") | _total("group"):
        name, label = "", name  # a total among the names
    return number, name, label


def _with_totals(lines: list[_Line]) -> list[_Line]:
    """The lines; one that has parts, by its number or in the rows right below it, is a total."""
    parts = [line for line in lines if line.level in (Level.MEASURE, Level.ITEM)]
    parents = {(line.spending_unit, line.parent_code) for line in parts if line.parent_code}
    marked: list[_Line] = []
    for line, below in zip_longest(lines, lines[1:]):
        has_parts = (line.spending_unit, line.code) in parents
        has_rows = line.heads and below is not None and below.is_under(line)
        marked.append(replace(line, is_total=True) if has_parts or has_rows else line)
    return marked


def _line(row: Row, number: str, name: str, label: str, unit: str | None, task: str | None) -> _Line | None:
    """A total of a unit or a task, or a measure."""
    group_code = number.rstrip(".") or None
    if headings.plain(label) in _total("group"):
        if not name:
            return None
        level = Level.SPENDING_UNIT if name == unit else Level.TASK
        return _Line(row, level, name, group_code, unit, task, is_total=True)
    code, words = cells.line_code(label or name)
    if not words:
        return None
    level = Level.ITEM if code and code.count(".") > 1 else Level.MEASURE
    return _Line(row, level, words, code or group_code, unit, task)


def _cell(row: Row, place: int | None) -> str:
    return cells.clean(row.cells[place]) if place is not None and place < len(row.cells) else ""


def _total(kind: str) -> set[str]:
    return {headings.plain(word) for word in reference.load("measure_tables")["totals"][kind]}


def _is_spending_unit(name: str) -> bool:
    first_two = re.findall(r"[\w'ʼ’-]+", name.casefold())[:2]
    return any(word in reference.load("measure_tables")["spending_unit_words"] for word in first_two)


def _fits_quantity(value: Decimal) -> bool:
    """Whether the contract's `Quantity` can hold a number as printed."""
    _, digits, exponent = value.as_tuple()
    places = -int(exponent)
    return places <= _QUANTITY_PLACES and len(digits) - places <= _DIGITS - _QUANTITY_PLACES


class _LineReader:
    """The amounts of one line. `unread` holds what was left out, once `amounts` was run through."""

    def __init__(self, line: _Line, columns: list[Column], mark: str | None, document_id: str) -> None:
        self.unread: list[Unread] = []
        self._line = line
        self._columns = columns
        self._mark = mark
        self._document_id = document_id

    def amounts(self) -> list[dict[str, Any]]:
        """One entry a printed cell: locator, printed, fiscal_year, fund, amount, quantity, is_total."""
        self._beyond()
        found: list[dict[str, Any]] = []
        years = sorted({column.fiscal_year for column in self._columns if column.fiscal_year})
        for year in years:
            found.extend(self._year(year))
        only_total = not any(entry["amount"] is not None for entry in found)
        for column in self._columns:
            if column.role == "all_years_total":
                found.extend(self._amount(column, lone=only_total))
        return found

    def _year(self, year: int) -> list[dict[str, Any]]:
        """A year's amounts with its quantity beside them; a quantity that stands alone makes an entry of its own."""
        columns = [column for column in self._columns if column.fiscal_year == year]
        funds = [entry for column in columns if column.role in ("general", "special") for entry in self._amount(column)]
        lone = not any(entry["amount"] is not None for entry in funds)
        totals = [entry for column in columns if column.role == "total" for entry in self._amount(column, lone)]
        quantity = self._quantity(columns)
        entries = [entry | quantity for entry in funds + totals]
        if not entries and quantity:
            entries = [
                quantity
                | {
                    "locator": quantity["quantity_locator"],
                    "printed": quantity["quantity_printed"],
                    "fiscal_year": year,
                    "fund": Fund.UNSPECIFIED,
                    "amount": None,
                    "is_total": self._line.is_total,
                }
            ]
        return entries

    def _amount(self, column: Column, lone: bool = False) -> list[dict[str, Any]]:
        """The cell as an entry; none for an empty cell. `lone`: no fund amount stands beside this total."""
        printed = self._text(column)
        read = cells.amount(printed, self._mark)
        if read.is_empty:
            return []
        if read.reason:
            self._left_out(column, read.reason)
            return []
        value = None
        if read.value is not None and column.unit is not None:
            if len(read.value.as_tuple().digits) > _DIGITS or abs(read.value) * column.unit >= _TOO_LARGE:
                self._left_out(column, "the number is too large or too long to be an amount")
                return []
            value = read.value * column.unit
            if value != value.quantize(_KOPIYKA):
                self._left_out(column, "the amount has a part smaller than a kopiyka")
                return []
            value = value.quantize(_KOPIYKA)
        fund = _FUNDS[column.role]
        is_sum = fund is Fund.TOTAL
        if is_sum and lone and value is not None and not self._line.is_total:
            fund, is_sum = Fund.UNSPECIFIED, False
        return [
            {
                "locator": self._line.row.locator(column.place),
                "printed": printed,
                "fiscal_year": column.fiscal_year,
                "fund": fund,
                "amount": value,
                "is_total": self._line.is_total or is_sum,
            }
        ]

    def _quantity(self, columns: list[Column]) -> dict[str, Any]:
        for column in columns:
            if column.role != "quantity":
                continue
            printed = self._text(column)
            read = cells.amount(printed, self._mark)
            if read.reason:
                self._left_out(column, read.reason)
            elif read.value is not None and not _fits_quantity(read.value):
                self._left_out(column, "the number is too large or too long to be a quantity")
            elif read.value is not None:
                return {
                    "quantity": read.value,
                    "quantity_locator": self._line.row.locator(column.place),
                    "quantity_printed": printed,
                }
        return {}

    def _beyond(self) -> None:
        """Text in a column without a heading belongs nowhere; a blank or a dash there says nothing."""
        headed = {column.place for column in self._columns}
        for place, text in enumerate(self._line.row.cells):
            read = cells.amount(text)
            if place not in headed and not read.is_empty and not read.is_dash:
                where = "past the last column that has" if place > max(headed) else "in a column without"
                self._left_out(Column(place, "beyond"), f"the cell stands {where} a heading")

    def _text(self, column: Column) -> str:
        row = self._line.row
        return row.cells[column.place] if column.place < len(row.cells) else ""

    def _left_out(self, column: Column, reason: str) -> None:
        locator = self._line.row.locator(column.place)
        self.unread.append(
            Unread(document_id=self._document_id, locator=locator, text=self._text(column), reason=reason)
        )
