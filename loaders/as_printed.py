"""Rows of a document exactly as printed, and what of them could not be read."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from data.contracts import SourceRow, Unread, UnreadReason
from loaders import cells
from loaders.errors import TableError
from loaders.rows import Row
from loaders.tables import Table


def source_row(row: Row, role: str, document_id: str, table_no: int = 0, table_kind: str = "text") -> SourceRow:
    """A row of a table, or a line of text that carries facts."""
    return SourceRow(
        document_id=document_id,
        row_no=row.no,
        table_no=table_no,
        table_kind=table_kind,
        role=role,
        locator=row.locator(),
        cells=row.raw or row.cells,
        locators=tuple(row.locator(column) for column in range(len(row.cells))),
    )


def source_rows(table: Table, document_id: str) -> Iterator[SourceRow]:
    """The rows of a table, each with its role."""
    return (source_row(row, role, document_id, table.no, table.kind) for role, row in table.rows)


def text_rows(rows: Iterable[Row], document_id: str) -> tuple[SourceRow, ...]:
    """The lines of text among rows, once each and in order; rows of tables are kept with their table."""
    lines = sorted({row for row in rows if not row.in_table}, key=lambda row: row.no)
    return tuple(source_row(row, "data", document_id) for row in lines)


def unread(row: Row, column: int | None, reason: UnreadReason, document_id: str, text: str | None = None) -> Unread:
    """A cell that could not be read, or with no `column` the whole row; `text`: what it says, where not all of it."""
    if text is None:
        text = row.printed if column is None else row.printed_cell(column)
    return Unread(document_id=document_id, locator=row.locator(column), text=text, reason=reason)


def under_no_heading(row: Row, headed: Collection[int], document_id: str) -> Iterator[Unread]:
    """Text in a column without a heading belongs nowhere; a blank or a dash there says nothing.

    `headed` are the places of the columns that have one.
    """
    for place, cell in enumerate(row.cells):
        if not cell or place in headed:
            continue
        read = cells.amount(cells.clean(cell))
        if not read.is_empty and not read.is_dash:
            is_past = place > max(headed, default=-1)
            reason = UnreadReason.PAST_THE_HEADINGS if is_past else UnreadReason.WITHOUT_A_HEADING
            yield unread(row, place, reason, document_id)


def table_left_out(error: TableError, rows: Sequence[Row], data_rows: int, document_id: str) -> Unread:
    """A whole table, with its lines and how many rows of data they hold, so that its size is seen."""
    first, last = rows[0].locator(), rows[-1].locator()
    lines = first if first == last else f"{first} – {last}"
    text = f"{error.text} ({lines}; рядків даних: {data_rows})"
    return Unread(document_id=document_id, locator=error.locator, text=text, reason=error.reason)
