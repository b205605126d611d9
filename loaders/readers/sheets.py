"""What the readers of workbooks share: sheets as rows, and values as the text that a person would type."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.errors import FileRefused
from loaders.limits import MAX_CELLS, MAX_ROWS, MAX_SHEET_CELLS
from loaders.readers.files import name_of
from loaders.readers.runs import Line, rows_of
from loaders.rows import Row, Source

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Sheet = tuple[str, Iterable[Line]]
"""The name of a sheet, and its rows that hold something."""
Value = int | float | str | bool | date | time | timedelta

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n?")
_LIKE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet, from 1, and the columns, from 0, that its cells stand in."""

    sheet: str
    no: int
    columns: tuple[int, ...]

    def row(self) -> str:
        return f"{self.sheet}!{self.no}"

    def cell(self, column: int) -> str:
        past = column - len(self.columns) + 1
        place = self.columns[column] if past <= 0 else self.columns[-1] + past
        return f"{self.sheet}!{letters(place)}{self.no}"


def letters(column: int) -> str:
    """The letters of a column, from 0: A, B, ..., Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def source_of_sheets(sheets: Iterable[Sheet], raw: bytes, path: Path) -> Source:
    """The sheets of a workbook, one under another. Raises FileRefused for an empty, a long or a wide one."""
    rows: list[Row] = []
    for name, lines in sheets:
        if rows:
            rows.append(Row(rows[-1].no + 1, ("",), rows[-1].where))
        before = rows[-1].no + 1 if rows else 0
        for row in rows_of(lines, partial(SheetRow, name), before + 1):
            rows.append(row)
            if len(row.cells) > MAX_CELLS:
                raise FileRefused(f"{path}: {row.locator()} has {len(row.cells)} cells; the limit is {MAX_CELLS}.")
        if len(rows) > MAX_ROWS:
            raise FileRefused(f"{path}: the file has more than {MAX_ROWS} rows. Split it.")
    if all(row.is_blank for row in rows):
        raise FileRefused(f"{path}: no cell of the workbook holds anything. Check that it was saved whole.")
    return Source(name_of(path), hashlib.sha256(raw).hexdigest(), tuple(rows))


def check_reach(sheet: str, rows: int, columns: int, cells: int, path: Path) -> None:
    """Raises FileRefused where a sheet holds too many `cells` up to its last one."""
    if cells > MAX_SHEET_CELLS:
        raise FileRefused(
            f"{path}: {sheet} reaches to {letters(max(columns, 1) - 1)}{rows}; the limit is {MAX_SHEET_CELLS} cells, "
            "empty ones counted. Delete what stands far from the tables, or split the file."
        )


def rows_bridged(sheet: "CalamineSheet") -> set[int]:
    """The rows, from 1, that a merged cell reaches into from above: blank, they do not end a table."""
    ends: dict[int, int] = {}
    for (top, _), (bottom, _) in sheet.merged_cell_ranges or ():
        ends[top] = max(bottom, ends.get(top, 0))
    bridged: set[int] = set()
    end = -1
    for row in range(sheet.total_height):
        if row <= end:
            bridged.add(row + 1)
        end = max(end, ends.get(row, -1))
    return bridged


def printed(value: Value) -> str:
    """The value of a cell as text; blank space is an empty cell."""
    if isinstance(value, float):
        return number(value)
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return value.strftime("%d.%m.%Y %H:%M") if value.time() != time() else value.strftime("%d.%m.%Y")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value)


def plain(text: str) -> str:
    """A text with one kind of line end. A control character, which nobody sees, shows, and makes a number none."""
    if text.isspace():
        return ""
    if text.isprintable():
        return text
    return _CONTROL.sub("\ufffd", _LINE_END.sub("\n", text))


def number(value: float) -> str:
    """A stored number with 15 digits, which is what sheets show: 0.1 + 0.2 is 0.3.

    Three decimals get a fourth, 12.3450, since 12.345 could be twelve thousand in a text, and a stored number cannot.
    """
    text = repr(value)
    if len(text) > 16 or "e" in text or "n" in text:
        text = f"{Decimal(format(value, '.15g')):f}"
    text = text.removesuffix(".0")
    return f"{text}0" if text[-4:-3] == "." and _LIKE_THOUSANDS.fullmatch(text) else text


def percent(value: float) -> str:
    """A stored 0.85 as its sheet shows it: 85%."""
    return f"{number(float(Decimal(format(value, '.15g')) * 100))}%"
