"""The tables in the rows of an act, and which kind each is by its headings."""

from dataclasses import dataclass

from data import reference
from loaders import headings
from loaders.cells import clean
from loaders.readers.tab_text import Row

MEASURES = "measures"
UNKNOWN = "unknown"
_HEADING_ROWS = 6


@dataclass(frozen=True)
class Table:
    """One table: its heading rows, its data rows, and the count of columns that its column-number row gives."""

    no: int
    kind: str
    heading: tuple[Row, ...]
    data: tuple[Row, ...]
    numbering: tuple[Row, ...]
    width: int | None

    @property
    def rows(self) -> list[tuple[str, Row]]:
        """Every row with its role, in the order of the document."""
        marked = [("heading", row) for row in self.heading]
        marked += [("column_numbers", row) for row in self.numbering]
        marked += [("data", row) for row in self.data]
        return sorted(marked, key=lambda pair: pair[1].no)


def tables_of(rows: tuple[Row, ...]) -> list[Table]:
    """The tables in order. A block that opens with the column numbers of the table before it continues that table."""
    tables: list[list[Row]] = []
    for block in _blocks(rows):
        numbers = _numbers(block[0])
        if tables and numbers and numbers in {_numbers(row) for row in tables[-1][:_HEADING_ROWS]}:
            tables[-1].extend(block)
        else:
            tables.append(block)
    return [_table(number, block) for number, block in enumerate(tables, start=1)]


def _blocks(rows: tuple[Row, ...]) -> list[list[Row]]:
    blocks: list[list[Row]] = []
    for row in rows:
        if not row.in_table:
            continue
        if blocks and row.no - blocks[-1][-1].no == 1:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _table(number: int, block: list[Row]) -> Table:
    place = next((place for place, row in enumerate(block[:_HEADING_ROWS]) if _numbers(row)), None)
    if place is None:
        place = next((place for place, row in enumerate(block) if not headings.is_heading(row)), len(block))
        width = None
        heading, body = block[:place], block[place:]
    else:
        width = _numbers(block[place])
        heading, body = block[:place], block[place:]
    repeated = {_shape(row) for row in heading}
    numbering = [row for row in body if width and _numbers(row) == width]
    again = [row for row in body if _shape(row) in repeated]
    data = [row for row in body if row not in numbering and row not in again and not row.is_blank]
    return Table(number, _kind(heading, block), tuple(heading + again), tuple(data), tuple(numbering), width)


def _kind(heading: list[Row], block: list[Row]) -> str:
    texts = {headings.plain(cell) for row in heading or block for cell in row.cells}
    if any(headings.is_year(cell) for row in heading for cell in row.cells) and headings.measure_words() & texts:
        return MEASURES
    for kind, words in reference.load("measure_tables")["other_tables"].items():
        if {headings.plain(word) for word in words} & texts:
            return kind
    return UNKNOWN


def _numbers(row: Row) -> int:
    """How many columns a row of column numbers 1, 2, 3, ... counts; 0 for any other row."""
    cells = [clean(cell) for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    counted = [str(number) for number in range(1, len(cells) + 1)]
    return len(cells) if len(cells) > 2 and cells == counted else 0


def _shape(row: Row) -> tuple[str, ...]:
    return tuple(clean(cell).casefold() for cell in row.cells)
