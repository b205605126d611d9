"""A decision of a council, or a programme by itself: each of its tables by what its headings say, then its text."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from data.contracts import SourceRow, Unread, UnreadReason
from loaders import tables
from loaders.acts import Act
from loaders.documents import indicators, population, programme_passport, resources
from loaders.documents import measures as programme
from loaders.errors import TableError
from loaders.facts import Facts
from loaders.tables import Table

TableReader = Callable[[Table, str], Facts]

_READERS: dict[str, TableReader] = {
    tables.RESOURCES: resources.read,
    tables.INDICATORS: indicators.read,
    tables.PROGRAMME_PASSPORT: programme_passport.read_table,
}
"""Readers of the tables that are read one by one, by kind; tables of measures are read together."""


def read(act: Act, document_id: str) -> tuple[Facts, tuple[TableError, ...], str | None]:
    """What the act says, the tables that could not be read, and the unit of its amounts for people."""
    found = tables.tables_of(act.rows)
    measures: list[programme.Measures] = []
    parts: list[Facts] = [Facts(source_rows=tuple(row for table in found for row in source_rows(table, document_id)))]
    failures: list[TableError] = []
    for table in found:
        try:
            if population.is_table(table):
                continue  # read with the lines of text around it
            if table.kind == tables.MEASURES:
                measures.extend(programme.measures_of(table))
            elif table.kind in _READERS:
                parts.append(_READERS[table.kind](table, document_id))
            elif table.kind == tables.UNKNOWN and not tables.is_signature(table):
                raise _unknown(table)
        except TableError as error:
            failures.append(error)
            parts.append(Facts(unread=(_left_out(table, error, document_id),)))
    parts.append(_text(act, found, document_id))
    basis = programme.basis_of(measures)
    parts += [programme.read(table, basis, document_id) for table in measures]
    unit = ", ".join(dict.fromkeys(table.amount_unit for table in measures)) or None
    return Facts.together(parts), tuple(failures), unit


def _text(act: Act, found: list[Table], document_id: str) -> Facts:
    """What lines of text say, and tables that need the lines around them.

    Each line is kept once; one that is a footnote stays with its table.
    """
    noted = {row.no for table in found for _, row in table.rows}
    said = Facts.together(
        [programme_passport.read_text(act.rows, document_id), population.read(act.rows, found, document_id)]
    )
    lines = {row.row_no: row for row in said.source_rows if row.row_no not in noted}
    return replace(said, source_rows=tuple(lines.values()))


def source_rows(table: Table, document_id: str) -> Iterator[SourceRow]:
    """The rows of a table as printed."""
    for role, row in table.rows:
        yield SourceRow(
            document_id=document_id,
            row_no=row.no,
            table_no=table.no,
            table_kind=table.kind,
            role=role,
            locator=row.locator(),
            cells=row.raw or row.cells,
            locators=tuple(row.locator(column) for column in range(len(row.cells))),
        )


def _left_out(table: Table, error: TableError, document_id: str) -> Unread:
    """A whole table, with its lines and how many rows of data they hold, so that its size is seen."""
    rows = table.rows
    first, last = rows[0][1].locator(), rows[-1][1].locator()
    lines = first if first == last else f"{first} – {last}"
    text = f"{error.text} ({lines}; рядків даних: {len(table.data)})"
    return Unread(document_id=document_id, locator=error.locator, text=text, reason=error.reason)


def _unknown(table: Table) -> TableError:
    first = table.rows[0][1]
    return TableError(
        f"{first.locator()}: no heading of the table that starts with «{first.printed[:80]}» is known. "
        "Known headings are in data/reference/measure_tables.yml.",
        UnreadReason.TABLE_UNKNOWN,
        first.locator(),
        first.printed,
    )
