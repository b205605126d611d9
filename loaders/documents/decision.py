"""A decision of a council, or a programme by itself: each of its tables by what its headings say, then its text."""

from collections.abc import Callable
from dataclasses import replace

from data.contracts import UnreadReason
from loaders import as_printed, tables
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
    printed = tuple(row for table in found for row in as_printed.source_rows(table, document_id))
    parts: list[Facts] = [Facts(source_rows=printed)]
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
            rows = [row for _, row in table.rows]
            left_out = as_printed.table_left_out(error, rows, len(table.data), document_id)
            parts.append(Facts(unread=(left_out,)))
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


def _unknown(table: Table) -> TableError:
    first = table.rows[0][1]
    return TableError(
        f"{first.locator()}: no heading of the table that starts with «{first.printed[:80]}» is known. "
        "Known headings are in data/reference/measure_tables.yml.",
        UnreadReason.TABLE_UNKNOWN,
        first.locator(),
        first.printed,
    )
