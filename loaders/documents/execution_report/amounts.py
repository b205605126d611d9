"""Amounts of a report on the execution of a passport: approved, cash and deviation of each line, by fund."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data.contracts import Execution, Fund, Unread, UnreadReason
from loaders import as_printed
from loaders.documents.budget_form import amounts as form_amounts
from loaders.documents.budget_form import tables as form_tables
from loaders.documents.budget_form.amounts import Cell
from loaders.documents.budget_form.notes import Notes, notes_of
from loaders.documents.budget_form.points import DIRECTIONS, Point
from loaders.documents.budget_form.tables import TableRow
from loaders.facts import Facts


@dataclass(frozen=True)
class Reported:
    """What all lines of a report share: the document, the period (YYYY or YYYY-MM) and the codes of the programme."""

    document_id: str
    period: str
    codes: Mapping[str, str] = field(default_factory=dict)


def read(point: Point, reported: Reported, table_no: int, *, special_is_empty: bool) -> Facts:
    """Each line by fund; a cell that is no amount, or whose fund cannot be told, is an unread entry.

    The directions are the lines; a printed total, and the local programmes, state the same money again.
    """
    rows = list(form_tables.rows_of(point.rows))
    notes = notes_of(rows)
    lines = [line for line in rows if line.row.no not in notes.rows]
    unit, mark = form_amounts.unit_of(point, lines), form_amounts.mark_of(lines)
    execution: list[Execution] = []
    unread = list(form_tables.left_out(lines, reported.document_id))
    roles = dict.fromkeys(notes.rows, "note")
    for line in lines:
        if not line.is_readable:
            continue
        read = form_amounts.cells_of(line, mark, unit, special_is_empty=special_is_empty)
        unread.extend(form_tables.out_of_place(line, reported.document_id))
        if form_tables.name_of(line) is None and form_amounts.is_blank(read):
            roles[line.row.no] = "ignored"
        elif reason := form_amounts.no_line(line, read):
            unread.append(form_tables.unread_row(line, reason, reported.document_id))
        else:
            unread.extend(_no_amounts(read, reported.document_id))
            is_total = point.kind != DIRECTIONS or form_tables.is_total_row(line)
            execution.extend(_by_fund(line, read, reported, notes.about(line.row.no), is_total=is_total))
    return Facts(
        execution=tuple(execution),
        unread=(*unread, *_stray_notes(notes, execution, reported.document_id)),
        source_rows=tuple(form_tables.source_rows(rows, roles, table_no, f"report_{point.kind}", reported.document_id)),
    )


def has_empty_special_fund(point: Point) -> bool:
    """Whether the printed totals show that the special fund is empty."""
    return form_amounts.has_empty_special_fund(form_tables.totals_of(list(form_tables.rows_of(point.rows))))


def _by_fund(
    line: TableRow, read: list[Cell], reported: Reported, note: str | None, *, is_total: bool
) -> Iterator[Execution]:
    name = form_tables.name_of(line)
    divided = any(cell.fund in (Fund.GENERAL, Fund.SPECIAL) and cell.value is not None for cell in read)
    for fund in (Fund.GENERAL, Fund.SPECIAL, Fund.TOTAL):
        own = {cell.column.group: cell for cell in read if cell.fund is fund and not cell.reason and not cell.words}
        approved, cash, deviation = own.get("approved"), own.get("cash"), own.get("deviation")
        first = approved or cash or deviation
        if first is None:
            continue
        yield Execution(
            document_id=reported.document_id,
            locator=first.locator,
            printed=first.printed,
            row_no=line.row.no,
            line_code=form_tables.line_code(line),
            name=name.text if name else None,
            period=reported.period,
            fund=fund,
            revised_plan=approved.value if approved else None,
            cash=cash.value if cash else None,
            cash_locator=cash.locator if cash and cash is not first else None,
            cash_printed=cash.printed if cash and cash is not first else None,
            deviation=deviation.value if deviation else None,
            is_total=is_total or (fund is Fund.TOTAL and divided),
            note=note,
        ).model_copy(update=dict(reported.codes))


def _no_amounts(read: list[Cell], document_id: str) -> Iterator[Unread]:
    """Cells that cannot be read, and words in place of an amount: a report has no place for them."""
    return (form_amounts.unread(cell, document_id) for cell in read if cell.reason or cell.words)


def _stray_notes(notes: Notes, execution: list[Execution], document_id: str) -> Iterator[Unread]:
    """Explanations of no line that was read."""
    about = {entry.row_no for entry in execution}
    for row_no, said in notes.by_row.items():
        for text, _ in said if row_no not in about else []:
            yield as_printed.unread(text.row, text.column, UnreadReason.NAME_WITHOUT_VALUE, document_id)
