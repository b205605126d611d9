"""Workbooks of Excel. Every sheet in order, hidden rows and columns too; of a formula, its stored result."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum

from loaders.errors import FileRefused
from loaders.limits import MAX_MERGED_CELLS
from loaders.readers import xlsx_marks
from loaders.readers.archives import Archive
from loaders.readers.runs import Line
from loaders.readers.sheets import Sheet, number, plain, printed, rows_bridged, source_of_sheets
from loaders.readers.xlsx_marks import Marks
from loaders.rows import Source

_PARTS = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:_rels|worksheets(?:/_rels)?)/[^/]+|xl/[^/]+\.xml")
_STRINGS = re.compile(rb"<((?:[\w.-]+:)?sst)\b[^>]*>")


def source_of(raw: bytes, path: Path) -> Source:
    """Raises FileRefused for a file that is damaged, encrypted, or larger than the limits."""
    archive = Archive(raw, path)
    return source_of_sheets(_sheets(archive.repacked(_PARTS, partial(_mended, archive))), raw, path)


def _mended(archive: Archive, name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Calamine takes memory for as many strings as their list says it has, before it looks; and for merged cells."""
    if "worksheets/" not in name:
        yield _STRINGS.sub(rb"<\1>", b"".join(chunks))
        return
    merged = 0
    for chunk in chunks:
        merged += chunk.count(b"mergeCell ")
        if merged > MAX_MERGED_CELLS:
            raise FileRefused(f"{archive.path}: a sheet has more than {MAX_MERGED_CELLS} merged cells. Part them.")
        yield chunk


def _sheets(archive: Archive) -> Iterator[Sheet]:
    marks = xlsx_marks.marks_of_sheets(archive)
    with _refusing(archive):
        archive.file.seek(0)
        workbook = CalamineWorkbook.from_filelike(archive.file)
        if len(workbook.sheets_metadata) != len(marks):
            raise archive.damaged()
        for place, sheet in enumerate(workbook.sheets_metadata):
            if sheet.typ is SheetTypeEnum.WorkSheet:
                if (found := marks[place]) is None:
                    raise archive.damaged()
                yield sheet.name, _guarded(_lines(workbook.get_sheet_by_index(place), found), archive)


def _guarded(lines: Iterator[Line], archive: Archive) -> Iterator[Line]:
    """The rows of a sheet are read as they are asked for, which is after `_sheets` has given the sheet."""
    with _refusing(archive):
        yield from lines


@contextmanager
def _refusing(archive: Archive) -> Iterator[None]:
    """Besides its own errors calamine may panic, as at a time past all calendars; that is not even an Exception."""
    try:
        yield
    except (FileRefused, GeneratorExit, KeyboardInterrupt):
        raise
    except BaseException:
        raise archive.damaged() from None


def _lines(sheet: CalamineSheet, marks: Marks) -> Iterator[Line]:
    """Calamine gives every row from the first, and columns from the first that is filled."""
    left = [""] * sheet.start[1] if sheet.start else []
    bridged = rows_bridged(sheet)
    texts = _Texts()
    last = 0
    for last, values in enumerate(sheet.iter_rows() if sheet.start else (), start=1):
        line = left + [
            texts[value] if type(value) is str else number(value) if type(value) is float else printed(value)
            for value in values
        ]
        _mark(line, marks.get(last, {}))
        if any(line) or last in bridged:
            yield last, line
    for row in sorted(row for row in marks if row > last):
        line: list[str] = []
        _mark(line, marks[row])
        yield row, line


def _mark(line: list[str], marks: dict[int, str]) -> None:
    for column, text in marks.items():
        line.extend([""] * (column - len(line)))
        line[column - 1] = text


class _Texts(dict[str, str]):
    """The text of a cell once, however many cells hold it."""

    def __missing__(self, key: str) -> str:
        text = self[key] = plain(key)
        return text
