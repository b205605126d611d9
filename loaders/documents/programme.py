"""Tables of measures in council decisions: the plan of a programme, or the changes of an amendment.

Cells are read by what their headings say. A printed total stays apart (`is_total`); the lowest lines are all others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.contracts import Allocation, Basis
from loaders import cells, headings
from loaders.amounts import amounts_of
from loaders.facts import Facts
from loaders.headings import Column
from loaders.lines import lines_of
from loaders.tables import Table


@dataclass(frozen=True)
class Measures:
    """A table whose headings are understood."""

    table: Table
    columns: list[Column]
    mark: str | None
    """The decimal mark of its amounts."""

    @property
    def amount_unit(self) -> str:
        """The unit of the printed amounts, for people."""
        sizes = {column.unit for column in self.columns if column.unit}
        names = {1: "UAH", 1000: "thousand UAH", 1_000_000: "million UAH"}
        return ", ".join(names[size] for size in sorted(sizes))


def measures_of(table: Table) -> Measures:
    """Raises TableError when the headings cannot be understood."""
    columns = headings.columns_of(table.heading, table.width)
    return Measures(table, columns, cells.decimal_mark(_amount_texts(table, columns)))


def basis_of(tables: Iterable[Measures]) -> Basis:
    """Whether the tables of one document print the plan or changes to it.

    All are judged together, since a part of an amendment may print no sign at all: changes print a plus somewhere, or
    signs on most amounts; a plan may hold a single negative amount.
    """
    amounts = [cells.amount(text, table.mark) for table in tables for text in _amount_texts(table.table, table.columns)]
    values = [amount for amount in amounts if amount.value is not None]
    signed = [amount for amount in values if amount.signed]
    has_plus = any(amount.value is not None and amount.value > 0 for amount in signed)
    return Basis.DELTA if has_plus or len(signed) * 2 > len(values) else Basis.RESTATED


def read(measures: Measures, basis: Basis, document_id: str) -> Facts:
    """Every printed number of the table as an allocation, or as an unread entry that says why."""
    lines, unread = lines_of(measures.table.data, measures.columns, document_id)
    allocations: list[Allocation] = []
    for line in lines:
        found, left_out = amounts_of(line, measures.columns, measures.mark, basis, document_id)
        allocations.extend(found)
        unread.extend(left_out)
    return Facts(allocations=tuple(allocations), unread=tuple(unread))


def _amount_texts(table: Table, columns: list[Column]) -> Iterator[str]:
    for row in table.data:
        for column in columns:
            if column.is_amount and column.place < len(row.cells):
                yield row.cells[column.place]
