"""The tables of a form of order 836: rows under their headings.

A heading may be repeated on every page, in one row or in two («Затверджено ...» over the funds), and a row of column
numbers may be printed anywhere between. The last heading above a row decides about it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest

from data.contracts import SourceRow, Unread, UnreadReason
from loaders import as_printed
from loaders.cells import is_full_date
from loaders.documents.budget_form.columns import Column, columns_of, is_heading, names_unit
from loaders.documents.budget_form.words import Text, bare, is_item, listed, number_of, texts
from loaders.errors import TableError
from loaders.rows import Row


@dataclass(frozen=True)
class TableRow:
    """A row with its role: heading, column_numbers, data, text (a line outside the table).

    `columns` are those of the heading above; `error` says why that heading is not understood.
    """

    row: Row
    role: str
    columns: tuple[Column, ...] = ()
    error: TableError | None = None

    def text(self, role: str) -> Text | None:
        """The cell in the column of that role, if it is not blank."""
        places = [column.place for column in self.columns if column.role == role]
        return next((text for text in texts(self.row) if text.column in places), None)

    @property
    def is_readable(self) -> bool:
        """Whether it is a row of data under headings that are understood."""
        return self.role == "data" and bool(self.amount_columns)

    @property
    def amount_columns(self) -> list[Column]:
        return [column for column in self.columns if column.fund]


def rows_of(rows: Sequence[Row]) -> Iterator[TableRow]:
    """Every row that is not blank, in order."""
    heading: list[Row] = []
    columns: tuple[Column, ...] = ()
    error: TableError | None = None
    in_heading = False
    for row, below in zip_longest(rows, rows[1:]):
        if len(texts(row)) == 1 and (not row.in_table or names_unit(row)):
            yield TableRow(row, "text")
            continue
        if is_heading(row, heading if in_heading else ()):
            heading = [*heading, row] if in_heading else [row]
            in_heading = True
            try:
                columns, error = columns_of(heading), None
            except TableError as wrong:
                columns, error = (), wrong
            yield TableRow(row, "heading", columns, error)
            continue
        in_heading = False
        role = "column_numbers" if is_numbering(row, below, columns) else "data"
        yield TableRow(row, role, columns, error)


def is_numbering(row: Row, below: Row | None = None, columns: Sequence[Column] = ()) -> bool:
    """Whether a row counts the columns: 1, 2, 3, ... from left to right and nothing else.

    The first row of data may have been merged into it: then it has that row's number and name too, and the row below
    says both again, with other amounts.
    """
    found = texts(row)
    counted = [text for text in found if text.text.isdecimal()]
    numbers = [int(text.text) for text in counted if len(text.text) < 4]
    if len(numbers) != len(counted) or len(numbers) < 2 or numbers[0] != 1:
        return False
    if not all(first < then <= first + 2 for first, then in pairwise(numbers)):
        return False
    if len(counted) == len(found):
        return True
    amounts = {column.place for column in columns if column.fund}
    words = [text for text in found if not text.text.isdecimal()]
    runs = numbers[1:] == list(range(numbers[1], numbers[1] + len(numbers) - 1))
    own = {text.column for text in counted[1:]} == amounts
    again = below is not None and [text.text for text in texts(below)][: 1 + len(words)] == [
        found[0].text,
        *(text.text for text in words),
    ]
    return runs and own and again


def name_of(line: TableRow) -> Text | None:
    """The name of a row: in its column, or in that of numbers where its own is blank."""
    number, name = line.text("number"), line.text("name")
    return name or (number if number and not is_item(number.text) else None)


def is_total_row(line: TableRow) -> bool:
    """Whether a row of totals: «Усього» stands in place of the name."""
    name = name_of(line)
    return bool(name) and bare(name.text) in listed("columns", "total")


def totals_of(rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows of totals."""
    return [line for line in rows if line.is_readable and is_total_row(line)]


def left_out(rows: Sequence[TableRow], document_id: str) -> Iterator[Unread]:
    """One entry for each run of data rows whose headings are not understood."""
    unreadable = [line for line in rows if line.role == "data" and not line.is_readable]
    for error, run in groupby(unreadable, key=lambda line: line.error):
        data = list(run)
        why = error or _without_amounts(data[0])
        yield as_printed.table_left_out(why, [line.row for line in data], len(data), document_id)


def _without_amounts(line: TableRow) -> TableError:
    reason = UnreadReason.NO_AMOUNTS if line.columns else UnreadReason.TABLE_UNKNOWN
    return TableError(f"{line.row.locator()}: {reason}.", reason, line.row.locator(), line.row.printed)


def line_code(line: TableRow) -> str | None:
    """The number of a row as printed."""
    number = line.text("number")
    return number_of(number.text) if number and number != name_of(line) else None


def source_rows(
    rows: Sequence[TableRow], roles: Mapping[int, str], table_no: int, kind: str, document_id: str
) -> Iterator[SourceRow]:
    """The rows as printed, each with its role by its number; lines of text only where they are notes."""
    for line in rows:
        role = roles.get(line.row.no, line.role)
        if role != "text":
            place = (table_no, kind) if line.row.in_table else (0, "text")
            yield as_printed.source_row(line.row, role, document_id, *place)


def date_for_number(number: Text | None, document_id: str) -> Iterator[Unread]:
    """The number of a line, where it was turned into a date."""
    if number and is_full_date(number.text):
        yield as_printed.unread(number.row, number.column, UnreadReason.NOT_A_LINE_NUMBER, document_id)


def unread_row(line: TableRow, reason: UnreadReason, document_id: str) -> Unread:
    return as_printed.unread(line.row, None, reason, document_id)


def out_of_place(line: TableRow, document_id: str) -> Iterator[Unread]:
    """Text in a column without a heading, and a date in that of numbers."""
    yield from as_printed.under_no_heading(line.row, {column.place for column in line.columns}, document_id)
    yield from date_for_number(line.text("number"), document_id)
