"""Workbooks of old Excel (.xls), read by python-calamine in a process of its own: damaged ones can crash it.

Calamine gives nothing for an error (#REF!), and 0.85 for what the sheet shows as 85%: these are looked up in the
records of the file ([MS-XLS]).
"""

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import olefile
from python_calamine import CalamineWorkbook, PasswordError

from loaders.errors import FileRefused
from loaders.limits import SHEET_SECONDS
from loaders.readers import isolated
from loaders.readers.sheets import percent, printed, rows_bridged, source_of_sheets
from loaders.rows import Source

_BOF, _EOF, _BOUNDSHEET, _FORMAT, _XF = 0x809, 0x0A, 0x85, 0x41E, 0xE0
_FORMULA, _NUMBER, _BOOLERR, _RK, _MULRK = 0x06, 0x203, 0x205, 0x27E, 0xBD
_PERCENT_FORMATS = (9, 10)
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

# The annotations of olefile name bytes; it takes text.
_BOOK: Any = "Workbook"
_OLD_BOOK: Any = "Book"

_Marks = dict[int, dict[int, str]]
"""By row and column, from 0: the text of an error; blank for a number that is shown as per cent."""


def source_of(raw: bytes, path: Path) -> Source:
    """Raises FileRefused for a file that is damaged, encrypted, or larger than the limits."""
    sheets = isolated.answer("xls", raw, path, SHEET_SECONDS)
    return source_of_sheets(((name, map(tuple, lines)) for name, lines in sheets), raw, path)


def answer(raw: bytes) -> list[tuple[str, list[tuple[int, list[str]]]]]:
    """The sheets by name, each with those of its rows that hold something."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    except PasswordError:
        raise FileRefused("the file is encrypted. Save it without a password.") from None
    marks = _marks_of_sheets(raw)
    sheets: list[tuple[str, list[tuple[int, list[str]]]]] = []
    for place, name in enumerate(workbook.sheet_names):
        sheet = workbook.get_sheet_by_index(place)
        left = [""] * sheet.start[1] if sheet.start else []
        bridged = rows_bridged(sheet)
        lines: list[tuple[int, list[str]]] = []
        for row, values in enumerate(sheet.iter_rows() if sheet.start else ()):
            line = [*left, *map(printed, values)]
            for column, mark in marks[place].get(row, {}).items():
                value = values[column - len(left)]
                line[column] = percent(value) if isinstance(value, float | int) and not mark else mark
            if any(line) or row + 1 in bridged:
                lines.append((row + 1, line))
        sheets.append((name, lines))
    return sheets


def _marks_of_sheets(raw: bytes) -> list[_Marks]:
    with olefile.OleFileIO(raw) as container:
        stream = container.openstream(_BOOK if container.exists(_BOOK) else _OLD_BOOK).read()
    starts: list[int] = []
    formats: set[int] = set(_PERCENT_FORMATS)
    styles: list[int] = []
    for kind, record in _records(stream, 0):
        if kind == _BOUNDSHEET:
            starts.append(struct.unpack_from("<I", record)[0])
        elif kind == _FORMAT and "%" in _format_text(record):
            formats.add(struct.unpack_from("<H", record)[0])
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", record, 2)[0])
    percents = {place for place, style in enumerate(styles) if style in formats}
    return [_marks_of(stream, start, percents) for start in starts]


def _marks_of(stream: bytes, start: int, percents: set[int]) -> _Marks:
    """The marks of the sheet whose records start there."""
    marks: _Marks = {}
    for kind, record in _records(stream, start):
        if kind in (_NUMBER, _RK, _FORMULA, _BOOLERR):
            row, column, style = struct.unpack_from("<3H", record)
            if error := _error(kind, record):
                marks.setdefault(row, {})[column] = error
            elif style in percents and kind != _BOOLERR:
                marks.setdefault(row, {})[column] = ""
        elif kind == _MULRK:
            row, first = struct.unpack_from("<2H", record)
            for place in range((len(record) - 6) // 6):
                if struct.unpack_from("<H", record, 4 + 6 * place)[0] in percents:
                    marks.setdefault(row, {})[first + place] = ""
    return marks


def _error(kind: int, record: bytes) -> str | None:
    if kind == _BOOLERR and record[7]:
        return _ERRORS.get(record[6], "#ERROR!")
    if kind == _FORMULA and record[6] == 2 and record[12:14] == b"\xff\xff":
        return _ERRORS.get(record[8], "#ERROR!")
    return None


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of a sheet, or of what stands before the sheets; charts within a sheet are left out."""
    depth = 0
    while start + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, start)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth < 1:
            return
        if depth == 1:
            yield kind, stream[start + 4 : start + 4 + size]
        start += 4 + size


def _format_text(record: bytes) -> str:
    """A number format: a text of one byte a letter, or of two."""
    is_wide = len(record) > 4 and record[4] & 1
    return record[5:].decode("utf-16-le" if is_wide else "latin-1", errors="replace")
