"""A table of a Word document as rows of one width: a merged cell holds its text top left and is blank elsewhere.

Word keeps a grid of all edges of a table. A column of it in which no cell starts, and one so narrow that only edges
that do not quite meet have made it, is none that a person sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from loaders.limits import MAX_CELLS
from loaders.readers.docx_xml import Label, attribute, child, paragraphs, tag_of

_NARROWEST = 100
"""In twentieths of a point. A column of one digit has 300."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, both from 1."""

    table: int
    no: int

    def row(self) -> str:
        return f"табл. {self.table}, рядок {self.no}"

    def cell(self, column: int) -> str:
        return f"{self.row()}, графа {column + 1}"


@dataclass
class Table:
    """A table while it is read: the widths of the grid, and its rows as cells by the column that they start in."""

    no: int
    grid: list[int] = field(default_factory=list)
    rows: list[tuple[int, dict[int, list[str]]]] = field(default_factory=list)
    read: int = 0
    """How many rows have been read, deleted ones too."""

    def add(self, row: Element, label: Label) -> None:
        """Adds a row, unless it was deleted. The text of a cell is its paragraphs."""
        self.read += 1
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            return
        place = _span(attribute(child(properties, "gridBefore"), "val"), 0)
        cells: dict[int, list[str]] = {}
        for cell in cells_of(row):
            about = child(cell, "tcPr")
            texts = list(paragraphs(cell, label))
            if not _is_merged_into_another(about):
                cells[place] = texts if child(about, "cellDel") is None else []
            place += _span(attribute(child(about, "gridSpan"), "val"), 1)
        self.rows.append((self.read, cells))

    def lines(self) -> Iterator[tuple[TableRow, list[list[str]]]]:
        """The rows with the place of each, and the paragraphs of its cells."""
        columns = self._columns()
        width = len(set(columns.values()))
        for number, cells in self.rows:
            line: list[list[str]] = [[] for _ in range(width)]
            for place, texts in cells.items():
                line[columns[place]] = texts
            yield TableRow(self.no, number), line

    def _columns(self) -> dict[int, int]:
        """The column that a cell stands in, by the column of the grid that it starts in."""
        starts = sorted({place for _, cells in self.rows for place in cells})
        if len(self.grid) > max(starts, default=0):
            near = self._joined(starts)
            if all(len({near[place] for place in cells}) == len(cells) for _, cells in self.rows):
                return near
        return {start: place for place, start in enumerate(starts)}

    def _joined(self, starts: list[int]) -> dict[int, int]:
        """Columns that start at nearly one place are one."""
        found: dict[int, int] = {}
        column, begun = -1, 0
        for start in starts:
            at = sum(self.grid[:start])
            if column < 0 or at - begun >= _NARROWEST:
                column, begun = column + 1, at
            found[start] = column
        return found


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row, in controls for filling in too."""
    for one in row:
        if tag_of(one) == "tc":
            yield one
        elif tag_of(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from cells_of(one)


def grid_of(grid: Element) -> list[int]:
    """The widths of a grid; none if they are not given."""
    widths = [_width(attribute(column, "w")) for column in grid if tag_of(column) == "gridCol"]
    return widths if all(widths) else []


def _is_merged_into_another(about: Element | None) -> bool:
    for kind in ("vMerge", "hMerge"):
        merged = child(about, kind)
        if merged is not None and attribute(merged, "val") != "restart":
            return True
    return False


def _span(text: str | None, otherwise: int) -> int:
    return min(int(text), MAX_CELLS) if text and text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


def _width(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else 0
