"""Tables of measures in council decisions: the plan of a programme, or the changes of an amendment.

Cells are read by what their headings say. A printed total stays apart (`is_total`); the lowest lines are all others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from data.contracts import Allocation, Basis, Level, Measure, UnreadReason
from loaders import cells
from loaders.documents.measures import totals
from loaders.documents.measures.amounts import Amounts
from loaders.documents.measures.line import Line
from loaders.documents.measures.lines import Lines
from loaders.documents.measures.names import text_of
from loaders.facts import Facts
from loaders.rows import Row
from loaders.tables import Table, headings
from loaders.tables.headings import Column
from loaders.tables.layout import error_at


@dataclass(frozen=True)
class Measures:
    """A table whose headings are understood, or one side of a comparison of two texts (`block`)."""

    table: Table
    columns: list[Column]
    headed: frozenset[int]
    """The places of all columns of the table."""
    mark: str | None
    """The decimal mark of its amounts."""
    block: Basis | None = None

    @property
    def amount_unit(self) -> str:
        """The unit of the printed amounts, for people."""
        sizes = {column.unit for column in self.columns if column.unit}
        names = {1: "UAH", 1000: "thousand UAH", 1_000_000: "million UAH", 1_000_000_000: "billion UAH"}
        return ", ".join(names[size] for size in sorted(sizes))


def measures_of(table: Table, names: Sequence[str] = headings.NAMES) -> list[Measures]:
    """The table; where it compares two texts, a table of each. At least one column holds one of `names`.

    Raises TableError when the headings cannot be understood, or an amount is printed whose unit no heading names.
    """
    columns = headings.columns_of(table.heading, table.width, table.title, names)
    for column in columns:
        _check_unit(table, column)
    mark = cells.decimal_mark(_amount_texts(table, columns))
    headed = frozenset(column.place for column in columns)
    blocks = sorted({column.block for column in columns if column.block and column.is_amount})
    for column in columns:
        if blocks and column.block is None and (column.is_amount or column.role == "quantity"):
            sentence = "stands under neither of the two texts that the table compares"
            raise error_at(column.locator, column.heading, UnreadReason.SIDE_UNTOLD, sentence)
    return [
        Measures(table, [column for column in columns if column.block in (None, block)], headed, mark, block)
        for block in blocks or [None]
    ]


def _check_unit(table: Table, column: Column) -> None:
    if not column.is_amount or column.unit:
        return
    if any(cells.amount(text).value is not None for text in _amount_texts(table, [column])):
        sentence = "does not say whether amounts are in UAH or thousand UAH"
        raise error_at(column.locator, column.heading, UnreadReason.HEADING_WITHOUT_UNIT, sentence)


def basis_of(tables: Iterable[Measures]) -> Basis:
    """Whether the tables of one document print the plan or changes to it.

    All are judged together, since a part of an amendment may print no sign at all: changes print a plus somewhere, or
    signs on most amounts; a plan may hold a single negative amount. An amendment without them restates the plan.
    """
    own = [table for table in tables if not table.block]
    if not any(cells.is_signed(text) for table in own for text in _amount_texts(table.table, table.columns)):
        return Basis.RESTATED
    amounts = [cells.amount(text, table.mark) for table in own for text in _amount_texts(table.table, table.columns)]
    values = [amount for amount in amounts if amount.value is not None]
    signed = [amount for amount in values if amount.signed]
    has_plus = any(amount.value is not None and amount.value > 0 for amount in signed)
    return Basis.DELTA if has_plus or len(signed) * 2 > len(values) else Basis.RESTATED


def read(measures: Measures, basis: Basis, document_id: str) -> Facts:
    """Every printed number of the table as an allocation, or as an unread entry that says why; and its measures.

    `basis` is that of the document; a side of a comparison has its own, and names measures only as they become.
    """
    found = Lines(measures.columns, document_id)
    for row in measures.table.data:
        found.add(row)
    lines, untold = totals.marked(found.lines, lambda row: _printed(measures, row))
    for line in untold:
        found.leave_out(line.row, UnreadReason.NOTHING_KNOWN)
    amounts = Amounts(measures.columns, measures.headed, measures.mark, measures.block or basis, document_id)
    allocations: list[Allocation] = []
    for line in lines:
        entries, left_out = amounts.of(line)
        allocations.extend(entries)
        found.unread.extend(left_out)
        # Of two texts side by side one is enough to tell what stands under no heading.
        found.unread.extend(amounts.beyond(line) if measures.block is not Basis.CURRENT else ())
    facts = Facts(allocations=tuple(allocations), unread=tuple(found.unread))
    if measures.block is Basis.CURRENT:
        return facts
    named = tuple(_measures(lines, found.roles, document_id))
    return replace(facts, measures=named, statements=tuple(found.directions))


def _measures(lines: Sequence[Line], roles: dict[str, Column], document_id: str) -> Iterator[Measure]:
    """Each measure once, with all who pay for it."""
    measures: list[tuple[Line, list[str | None]]] = []
    sources: list[str | None] = []
    for line in lines:
        if line.goes_on:
            sources.append(line.funding_source)
            continue
        sources = [line.funding_source]
        if line.level in (Level.MEASURE, Level.ITEM) and not line.adds_up_above:
            measures.append((line, sources))
    for line, sources in measures:
        row = line.row
        cell = _name_cell(line, roles)
        texts = {role: text_of(row, roles.get(role)) or None for role in ("executors", "term", "expected_result")}
        yield Measure(
            document_id=document_id,
            locator=row.locator(cell),
            printed=row.printed_cell(cell),
            row_no=row.no,
            line_code=line.code,
            name=line.name,
            spending_direction=line.here.direction,
            task=line.here.task,
            funding_source="; ".join(dict.fromkeys(filter(None, sources))) or None,
            **texts,
        )


def _name_cell(line: Line, roles: dict[str, Column]) -> int:
    """The column in which the measure is named."""
    named = (column for role in ("measure", "name", "number") if (column := roles.get(role)))
    return next((column.place for column in named if line.name in text_of(line.row, column)), 0)


def _printed(measures: Measures, row: Row) -> dict[int, Decimal]:
    """The amounts of a row by their columns."""
    places = [column.place for column in measures.columns if column.is_amount and column.place < len(row.cells)]
    values = {place: cells.amount(row.cells[place], measures.mark).value for place in places}
    return {place: value for place, value in values.items() if value is not None}


def _amount_texts(table: Table, columns: list[Column]) -> Iterator[str]:
    places = [column.place for column in columns if column.is_amount]
    for row in table.data:
        size = len(row.cells)
        for place in places:
            if place < size:
                yield row.cells[place]
