"""Rows from pages that hold lines of text and tables by turns, as a printed document does."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.errors import FileRefused
from loaders.limits import MAX_CELLS, MAX_ROWS
from loaders.readers.files import name_of
from loaders.readers.grid import Grid
from loaders.rows import Row, Source, Where

_PAGE_NUMBER = re.compile(r"(?:[-–—]?\s*\d{1,4}\s*[-–—]?)?")
_SAME_EDGE = 2.4
"""Less than half the narrowest column, so that no two edges of a table are taken for one."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text on a page, counted without the tables."""

    page: int
    line: int

    def row(self) -> str:
        return f"с. {self.page}, рядок {self.line}"

    def cell(self, column: int) -> str:
        return self.row()


@dataclass(frozen=True, slots=True)
class PageTableRow:
    """A row of a table on a page; tables are counted on each page anew."""

    page: int
    table: int
    line: int

    def row(self) -> str:
        return f"с. {self.page}, табл. {self.table}, рядок {self.line}"

    def cell(self, column: int) -> str:
        return f"{self.row()}, графа {column + 1}"


@dataclass(frozen=True)
class Table:
    """The cells of a table by row, and the edges of its columns."""

    edges: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Page:
    """What stands on a page from top to bottom; an empty text is a wider gap between lines."""

    no: int
    items: tuple[str | Table, ...]


@dataclass(frozen=True)
class _Part:
    """A table of a page, and whether it is the next page of the table before it."""

    page: int
    no: int
    table: Table
    continues: bool


def table_item(grid: Grid, cells: Mapping[tuple[int, int], str]) -> dict[str, Any]:
    """A table as a process of its own sends it: each row is as wide as the grid."""
    width = len(grid.xs) - 1
    rows = [[cells.get((row, column), "") for column in range(width)] for row in range(len(grid.ys) - 1)]
    return {"edges": grid.xs, "rows": rows}


def page_of(no: int, items: Iterable[Any]) -> Page:
    """A page as it comes from a process of its own: lines as text, tables as {edges, rows}."""
    return Page(no, tuple(item if isinstance(item, str) else _table(item) for item in items))


def _table(item: dict[str, Any]) -> Table:
    return Table(tuple(item["edges"]), tuple(tuple(row) for row in item["rows"]))


def source_of(pages: Iterable[Page], raw: bytes, path: Path, by_machine: bool) -> Source:
    """The file as rows. Raises FileRefused where it holds nothing, or too much."""
    rows = rows_of(pages)
    if not rows:
        raise FileRefused(
            f"{path}: no text was found on its pages or recognised in its pictures. Check that it shows a document."
        )
    if len(rows) > MAX_ROWS:
        raise FileRefused(f"{path}: the file has {len(rows)} rows; the limit is {MAX_ROWS}. Split it.")
    for row in rows:
        if len(row.cells) > MAX_CELLS:
            raise FileRefused(
                f"{path}: {row.locator()} has {len(row.cells)} cells; the limit is {MAX_CELLS}. It is no table."
            )
    return Source(name_of(path), hashlib.sha256(raw).hexdigest(), rows, by_machine)


def rows_of(pages: Iterable[Page]) -> tuple[Row, ...]:
    """The rows of all pages. Two tables with no line between are parted by a gap in the numbers.

    A table that goes on over the page, with nothing but the page's number between, is laid on one grid of columns and
    has no gap.
    """
    rows: list[Row] = []
    no = 0
    table_above = False
    for item in _on_one_grid(_items(pages)):
        if isinstance(item, _Part):
            no += table_above and not item.continues
            for line, cells in enumerate(item.table.rows, start=1):
                no += 1
                rows.append(Row(no, cells, PageTableRow(item.page, item.no, line)))
            table_above = True
        else:
            where, text = item
            no += 1
            rows.append(Row(no, (text,), where))
            table_above = False
    return tuple(rows)


def _items(pages: Iterable[Page]) -> list[_Part | tuple[Where, str]]:
    items: list[_Part | tuple[Where, str]] = []
    widest: Table | None = None
    for page in pages:
        lines = tables = 0
        first = True
        for item in page.items:
            if isinstance(item, Table):
                tables += 1
                continues = first and widest is not None and _same_columns(widest, item)
                items.append(_Part(page.no, tables, item, continues))
                if not (continues and widest and len(widest.edges) > len(item.edges)):
                    widest = item
                first = False
            else:
                lines += bool(item)
                items.append((PageLine(page.no, max(lines, 1)), item))
                if not _PAGE_NUMBER.fullmatch(item.strip()):
                    widest, first = None, False
    return items


def _same_columns(above: Table, below: Table) -> bool:
    """Whether the outer edges of two tables agree, and the edges of one are among those of the other."""
    one, other = _from_left(above), _from_left(below)
    if abs(one[-1] - other[-1]) > _SAME_EDGE:
        return False
    few, many = sorted((one, other), key=len)
    return all(min(abs(edge - found) for found in many) <= _SAME_EDGE for edge in few)


def _from_left(table: Table) -> list[float]:
    """The edges from the table's own left side: the margins of pages may differ."""
    return [edge - table.edges[0] for edge in table.edges]


def _on_one_grid(items: list[_Part | tuple[Where, str]]) -> list[_Part | tuple[Where, str]]:
    """The same items; every part of a table has the columns of the part that has most, blank where it has none."""
    chains: list[list[int]] = []
    for place, item in enumerate(items):
        if isinstance(item, _Part):
            if item.continues:
                chains[-1].append(place)
            else:
                chains.append([place])
    laid = list(items)
    for chain in chains:
        parts = [part for place in chain if isinstance(part := items[place], _Part)]
        columns = max((_from_left(part.table) for part in parts), key=len)
        for place, part in zip(chain, parts, strict=True):
            laid[place] = _Part(part.page, part.no, _laid(part.table, columns), part.continues)
    return laid


def _laid(table: Table, columns: Sequence[float]) -> Table:
    own = _from_left(table)
    if len(own) == len(columns):
        return table
    places = [min(range(len(columns)), key=lambda place: abs(columns[place] - edge)) for edge in own]
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        cells = [""] * (len(columns) - 1)
        for place, cell in zip(places, row, strict=False):
            cells[place] = cell
        rows.append(tuple(cells))
    return Table(tuple(columns), tuple(rows))
