"""Plain text where one cell stands on a line: a cell starts with a tab, a blank line ends a row.

Word processors write tables so. The text of a cell may go on in lines without a tab, and starts after blank lines
where its paragraphs were blank. What such a text does not say is told by the count of cells: how wide a table is, where
a row goes on below a blank line, and over which columns a merged heading stands (loaders/readers/cell_rows.py).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from loaders.limits import MAX_CELL_LINES
from loaders.readers.cell_rows import Cell, TableRows
from loaders.rows import Row, TextLine, Where

_MIN_CELLS = 12
_SAME_WIDTH = 2


@dataclass(frozen=True, slots=True)
class CellPlaces:
    """A row whose cells stand on lines of their own, from 1; 0 for a cell that only a merged one implies."""

    lines: tuple[int, ...]

    def row(self) -> str:
        printed = [line for line in self.lines if line]
        return f"рядок {printed[0]}" if len(printed) == 1 else f"рядки {printed[0]}–{printed[-1]}"

    def cell(self, column: int) -> str:
        line = self.lines[column] if column < len(self.lines) else 0
        return f"рядок {line}" if line else self.row()


def is_cell_lines(lines: Sequence[str]) -> bool:
    """Whether nearly all lines with a tab have one, at their start, and rows of one width come again."""
    tabbed = sum("\t" in line for line in lines)
    cells = sum(map(_is_cell, lines))
    if cells < _MIN_CELLS or cells * 10 < tabbed * 9:
        return False
    widths = Counter(sum(map(_is_cell, run)) for blank, run in groupby(lines, _is_blank) if not blank)
    rows = {width: times for width, times in widths.items() if width > _SAME_WIDTH}
    return max(rows, default=0) <= MAX_CELL_LINES and any(times >= _SAME_WIDTH for times in rows.values())


def rows_of(lines: Sequence[str]) -> tuple[Row, ...]:
    """Lines of text and rows of tables, in order; a row of text parts two tables."""
    found: list[tuple[tuple[str, ...], Where]] = []
    for part in _parts(lines):
        if isinstance(part, TableRows):
            for row in part.grid():
                found.append((tuple(cell.text for cell in row), CellPlaces(tuple(cell.line for cell in row))))
        else:
            number, text = part
            found.append((tuple(text.split("\t")), TextLine(number)))
    return tuple(Row(number, cells, where) for number, (cells, where) in enumerate(found, start=1))


def _parts(lines: Sequence[str]) -> Iterator[TableRows | tuple[int, str]]:
    """Tables, and the numbered lines between them; a blank line where two tables follow each other."""
    table = TableRows()
    blanks: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if _is_blank(line):
            blanks.append((number, line))
            continue
        if _is_cell(line):
            if blanks:
                ends = len(blanks) > 1 and table.is_complete
                table.close()
                if ends or not table.rows:
                    yield from _ended(table)
                    yield from blanks
                    table = TableRows()
            table.open.append(Cell(number, [line[1:]]))
        elif table.open and "\t" not in line and not (blanks and _is_paragraph(table, lines, number)):
            table.open[-1].add(number, line)
        else:
            table.close()
            yield from _ended(table)
            yield from blanks
            table = TableRows()
            yield number, line
        blanks = []
    table.close()
    yield from _ended(table)
    yield from blanks


def _ended(table: TableRows) -> Iterator[TableRows | tuple[int, str]]:
    """A table; its cells as lines of text where no row has a second."""
    if any(len(row) > 1 for row in table.rows):
        yield table
    else:
        yield from ((cell.line, cell.text) for row in table.rows for cell in row)


def _is_paragraph(table: TableRows, lines: Sequence[str], number: int) -> bool:
    """Whether line `number`, after a blank one, is a paragraph below the table, and not the text of the last cell.

    It is the cell's where that is blank and its row short; in a complete row where another such row follows, apart.
    """
    if not table.open[-1].is_blank:
        return True
    if len(table.rows) < _SAME_WIDTH or not table.is_complete:
        return False
    while number < len(lines) and not _is_blank(lines[number]) and not _is_cell(lines[number]):
        number += 1
    if number == len(lines) or _is_cell(lines[number]):
        return True
    while number < len(lines) and _is_blank(lines[number]):
        number += 1
    start = number
    while number < len(lines) and _is_cell(lines[number]):
        number += 1
    return number - start != table.width


def _is_cell(line: str) -> bool:
    return line.startswith("\t") and line.count("\t") == 1


def _is_blank(line: str) -> bool:
    """Whether a line ends a row: no cell, and nothing in it."""
    return not line.strip() and "\t" not in line
