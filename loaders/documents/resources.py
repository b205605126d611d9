"""The table of resources of a programme: how much money each source gives in each year, or words in place of it.

The same money stands in the measures again, so that nothing here is a lowest line: each amount is a total, in a section
of its own.
"""

from dataclasses import replace

from data.contracts import Allocation, Basis, Level, Section, Unread, UnreadReason
from loaders import as_printed, cells
from loaders.documents import measures as programme
from loaders.documents.measures.amounts import Amounts
from loaders.documents.measures.line import Line
from loaders.documents.measures.names import text_of
from loaders.facts import Facts
from loaders.rows import Row
from loaders.tables import Table, wording
from loaders.tables.headings import Column

_SOURCE = "funding_source"


def read(table: Table, document_id: str) -> Facts:
    """Raises TableError when the headings cannot be understood, or an amount is printed whose unit no heading names."""
    allocations: list[Allocation] = []
    unread: list[Unread] = []
    for part in programme.measures_of(table, names=(_SOURCE,)):
        amounts = Amounts(
            [_without_fund(column, part.columns) for column in part.columns],
            part.headed,
            part.mark,
            part.block or programme.basis_of([part]),
            document_id,
            Section.RESOURCES,
        )
        source = next(column for column in part.columns if column.role == _SOURCE)
        for row in table.data:
            if not (name := text_of(row, source)):
                text = cells.clean(row.text)
                unread.append(as_printed.unread(row, None, UnreadReason.NOTHING_KNOWN, document_id, text))
                continue
            line = _line(row, name)
            found, left_out = amounts.of(line)
            allocations.extend(found)
            unread.extend(left_out)
            unread.extend(amounts.beyond(line) if part.block is not Basis.CURRENT else ())
    return Facts(allocations=tuple(allocations), unread=tuple(unread))


def _line(row: Row, name: str) -> Line:
    """One source; the row that adds up all of them names none."""
    return Line(
        row, Level.PROGRAMME, name, funding_source=None if wording.is_all_sources(name) else name, is_total=True
    )


def _without_fund(column: Column, columns: list[Column]) -> Column:
    """A column of a year, where no other names a fund, adds up no funds: nobody says which it is."""
    divided = any(other.role in ("general", "special") for other in columns)
    return column if divided or column.role not in ("total", "all_years_total") else replace(column, role="source")
