"""Amounts of a passport: the sentence of point 4, the directions of use of point 9, the local programmes of point 10.

Point 9 holds the lines; what the others print is the same money again, and so is a total.
"""

import re
from collections.abc import Iterator

from data.contracts import Allocation, Basis, Fund, Level, Section, Unread, UnreadReason
from loaders import as_printed, cells
from loaders.documents.budget_form import amounts as form_amounts
from loaders.documents.budget_form import tables as form_tables
from loaders.documents.budget_form.amounts import Cell
from loaders.documents.budget_form.points import DIRECTIONS, PROGRAMMES, Point
from loaders.documents.budget_form.tables import TableRow
from loaders.documents.budget_form.words import Text, fold
from loaders.facts import Facts
from loaders.money import in_uah
from loaders.tables import units

_NUMBER = r"\d[\d ]*(?:[.,]\d+)*"
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{units.pattern_after_amount()})")
_PARTS = {DIRECTIONS: Level.SPENDING_DIRECTION, PROGRAMMES: Level.MEASURE}
"""How deep the lines of a table stand: the directions of use, or the local programmes."""
_WORDS_OF_FUND = {"загальн": Fund.GENERAL, "спеціальн": Fund.SPECIAL}


def stated(point: Point, year: int, document_id: str) -> Facts:
    """Point 4: the total, the general and the special fund; the words before a number say which it is."""
    found = list(_numbers(point))
    mark = cells.decimal_mark(number for _, number, _, _ in found)
    allocations: list[Allocation] = []
    unread: list[Unread] = []
    for place, (text, number, fund, unit) in enumerate(found):
        read = cells.amount(number, mark)
        value, reason = in_uah(read.value, unit) if unit and read.value is not None else (None, read.reason)
        if value is None or any(entry.fund is fund for entry in allocations):
            reason = reason or UnreadReason.NOT_A_NUMBER
            unread.append(as_printed.unread(text.row, text.column, reason, document_id, number))
            continue
        in_cell = [other for other, *_ in found if (other.row, other.column) == (text.row, text.column)]
        order = sum((other.row, other.column) == (text.row, text.column) for other, *_ in found[: place + 1])
        allocations.append(
            Allocation(
                document_id=document_id,
                locator=f"{text.locator}, сума {order}" if len(in_cell) > 1 else text.locator,
                printed=text.printed,
                row_no=text.row.no,
                section=Section.POINT_4,
                level=Level.PROGRAMME,
                name=point.title,
                fiscal_year=year,
                fund=fund,
                basis=Basis.RESTATED,
                amount=value,
                is_total=True,
            )
        )
    rows = {text.row.no: text.row for text in point.texts}
    return Facts(
        allocations=tuple(allocations),
        unread=tuple(unread),
        source_rows=tuple(as_printed.source_row(row, "data", document_id) for row in rows.values()),
    )


def _numbers(point: Point) -> Iterator[tuple[Text, str, Fund, int | None]]:
    """Every number of the sentence with its cell, its fund and how many UAH one is (None where no unit follows)."""
    starts: list[int] = []
    sentence = ""
    for text in point.texts:
        starts.append(len(sentence))
        sentence += f"{text.text} "
    end = 0
    for number in re.finditer(_NUMBER, sentence):
        amount = _AMOUNT.match(sentence, number.start())
        place = max(place for place, start in enumerate(starts) if start <= number.start())
        before = fold(sentence[end : number.start()])
        fund = next((fund for word, fund in _WORDS_OF_FUND.items() if word in before), Fund.TOTAL)
        end = number.end()
        yield point.texts[place], number[0].strip(), fund, units.unit_in(amount["unit"]) if amount else None


def read(point: Point, year: int, table_no: int, document_id: str, *, special_is_empty: bool) -> Facts:
    """Points 9 and 10: each printed number as an allocation, or as an unread entry that says why."""
    rows = list(form_tables.rows_of(point.rows))
    unit, mark = form_amounts.unit_of(point, rows), form_amounts.mark_of(rows)
    special_is_empty = special_is_empty or form_amounts.has_empty_special_fund(form_tables.totals_of(rows))
    allocations: list[Allocation] = []
    unread = list(form_tables.left_out(rows, document_id))
    roles: dict[int, str] = {}
    for line in rows:
        if not line.is_readable:
            continue
        read = form_amounts.cells_of(line, mark, unit, special_is_empty=special_is_empty)
        unread.extend(form_tables.out_of_place(line, document_id))
        if form_tables.name_of(line) is None and form_amounts.is_blank(read):
            roles[line.row.no] = "ignored"
        elif reason := form_amounts.no_line(line, read):
            unread.append(form_tables.unread_row(line, reason, document_id))
        else:
            unread.extend(form_amounts.unread(cell, document_id) for cell in read if cell.reason)
            allocations.extend(_allocations(line, read, point.kind, year, document_id))
    kind = f"passport_{point.kind}"
    return Facts(
        allocations=tuple(allocations),
        unread=tuple(unread),
        source_rows=tuple(form_tables.source_rows(rows, roles, table_no, kind, document_id)),
    )


def _allocations(line: TableRow, read: list[Cell], kind: str, year: int, document_id: str) -> Iterator[Allocation]:
    """A direction counts by its funds; by its total where it prints no fund. A local programme is a part, no whole."""
    is_total = form_tables.is_total_row(line)
    is_line = kind == DIRECTIONS and not is_total
    name = form_tables.name_of(line)
    lone = is_line and not any(cell.fund is not Fund.TOTAL and cell.may_be_an_amount for cell in read)
    for cell in read:
        if cell.reason:
            continue
        fund = Fund.UNSPECIFIED if lone and cell.value is not None else cell.fund
        yield Allocation(
            document_id=document_id,
            locator=cell.locator,
            printed=cell.printed,
            row_no=line.row.no,
            section=Section.POINT_9 if kind == DIRECTIONS else Section.POINT_10,
            line_code=form_tables.line_code(line),
            level=Level.PROGRAMME if is_total else _PARTS[kind],
            name=name.text if name else "",
            fiscal_year=year,
            fund=fund,
            basis=Basis.RESTATED,
            amount=cell.value,
            funding_note=cell.words,
            is_total=not is_line or fund is Fund.TOTAL,
        )
