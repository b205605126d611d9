"""What every reader gives: the rows of a file, each knowing where a person finds it and its cells.

A row with one cell is a line of text; a row with more is a row of a table. Of merged cells the first (top left) holds
the text, the others are blank. Rows are numbered in the order of the file; a gap in the numbers parts two tables.
"""

from dataclasses import dataclass
from typing import Protocol


class Where(Protocol):
    """The place of a row in the terms of its format."""

    def row(self) -> str: ...

    def cell(self, column: int) -> str:
        """The place of the cell in column `column`, from 0."""
        ...


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a text file, from 1; its columns are divided by tabs."""

    no: int

    def row(self) -> str:
        return f"рядок {self.no}"

    def cell(self, column: int) -> str:
        return f"рядок {self.no}, графа {column + 1}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file; `no` counts from 1. `raw` holds the cells as printed where `cells` are repaired."""

    no: int
    cells: tuple[str, ...]
    where: Where | None = None
    raw: tuple[str, ...] | None = None

    @property
    def text(self) -> str:
        return " ".join(self.cells)

    @property
    def printed(self) -> str:
        """The cells that are not blank, for a sentence."""
        return " | ".join(cell.strip() for cell in self.cells if cell.strip())

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    @property
    def in_table(self) -> bool:
        return len(self.cells) > 1

    def printed_cell(self, column: int) -> str:
        """The text of a cell exactly as printed; empty past the end of the row."""
        cells = self.raw or self.cells
        return cells[column] if column < len(cells) else ""

    def locator(self, column: int | None = None) -> str:
        """Where a person finds the row, or the cell in column `column` (from 0)."""
        where = self.where or TextLine(self.no)
        return where.row() if column is None else where.cell(column)


@dataclass(frozen=True)
class Source:
    """A file as rows, with its name and checksum."""

    name: str
    sha256: str
    rows: tuple[Row, ...]
    by_machine: bool = False
    """Whether the text was recognised from pictures: every row may hold mistakes."""
    damaged: bool = False
    """Whether the text came damaged; its rows are repaired as far as possible."""
