"""The tables in the rows of an act, and which kind each is by its headings."""

import re
from bisect import bisect
from dataclasses import dataclass

from data import reference
from loaders import headings
from loaders.cells import clean
from loaders.readers.rows import Row

MEASURES = "measures"
UNKNOWN = "unknown"
_HEADING_ROWS = 6
_PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?")


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
    """The tables in order, the pages of each put together."""
    tables: list[list[Row]] = []
    lines = [row for row in rows if not row.in_table and not row.is_blank]
    pages = [row.no for row in lines if _PAGE_NUMBER.fullmatch(clean(row.text))]
    texts = [row.no for row in lines if not _PAGE_NUMBER.fullmatch(clean(row.text))]
    for block in _blocks(rows):
        if tables and _continues(block, tables[-1], texts, pages):
            tables[-1].extend(block)
        else:
            tables.append(block)
    return [_table(number, block) for number, block in enumerate(tables, start=1)]


def is_signature(table: Table) -> bool:
    """Whether a block is one line of words, as the signature under a decision, and no table."""
    return _is_words([row for _, row in table.rows])


def _is_words(rows: list[Row]) -> bool:
    return len(rows) == 1 and not any(char.isdigit() for char in rows[0].text)


def _blocks(rows: tuple[Row, ...]) -> list[list[Row]]:
    """Runs of table rows without a line between them; rows of nothing but tabs neither count nor divide."""
    blocks: list[list[Row]] = []
    last = None
    for row in rows:
        if not row.in_table:
            continue
        if blocks and row.no - 1 == last:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        last = row.no
    filled = ([row for row in block if not row.is_blank] for block in blocks)
    return [block for block in filled if block]


def _continues(block: list[Row], table: list[Row], texts: list[int], pages: list[int]) -> bool:
    """Whether a block is the next page of a table: it opens with the column numbers, or the headings, of that table.

    Headings repeated under a text of their own (a line in `texts`) start another table. Rows without any headings go
    on with the table above when nothing but the number of a page (a line in `pages`) stands between.
    """
    counted = {_numbers(row) for row in table[:_HEADING_ROWS]}
    if (numbers := _numbers(block[0])) and numbers in counted:
        return True
    if _are_between(texts, table, block):
        return False
    if _shape(block[0]) == _shape(table[0]):
        return True
    if not _are_between(pages, table, block) or _is_words(block):
        return False
    own = next((numbers for row in block[:_HEADING_ROWS] if (numbers := _numbers(row))), 0)
    return (not own or own in counted) and _table(0, block).kind == UNKNOWN


def _are_between(lines: list[int], table: list[Row], block: list[Row]) -> bool:
    return bisect(lines, block[0].no) != bisect(lines, table[-1].no)


def _table(number: int, block: list[Row]) -> Table:
    place = next((place for place, row in enumerate(block[:_HEADING_ROWS]) if _numbers(row)), None)
    if place is None:
        place = headings.count(block)
        width = None
    else:
        width = _numbers(block[place])
    heading, body = block[:place], block[place:]
    repeated = {_shape(row) for row in heading}
    again: list[Row] = []
    numbering: list[Row] = []
    data: list[Row] = []
    for row in body:
        if width and _numbers(row) == width:
            numbering.append(row)
        elif _shape(row) in repeated:
            again.append(row)
        else:
            data.append(row)
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
    if clean(row.cells[0]) != "1":
        return 0
    cells = [clean(cell) for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    counted = [str(number) for number in range(1, len(cells) + 1)]
    return len(cells) if len(cells) > 2 and cells == counted else 0


def _shape(row: Row) -> tuple[str, ...]:
    return tuple(clean(cell).casefold() for cell in row.cells)
