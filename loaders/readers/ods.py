"""Workbooks of LibreOffice (.ods). Repeated rows and cells stand as often as the sheet shows them.

Read here and not by python-calamine, which gives nothing for an error, 0.85 for what the sheet shows as 85%, and takes
memory for as many repeated cells as a file asks for.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from xml.parsers import expat

from loaders.errors import FileRefused
from loaders.readers.archives import Archive
from loaders.readers.runs import Line
from loaders.readers.sheets import Sheet, check_reach, number, percent, plain, printed, source_of_sheets
from loaders.rows import Source

_NO_TEXT = {"annotation", "tracked-changes", "shapes"}
"""Comments, what was deleted, drawings."""


def source_of(raw: bytes, path: Path) -> Source:
    """Raises FileRefused for a file that is damaged, encrypted, or larger than the limits."""
    archive = Archive(raw, path)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise FileRefused(f"{path}: the file is encrypted. Save it without a password.")
    return source_of_sheets(_sheets(archive), raw, path)


def _sheets(archive: Archive) -> Iterator[Sheet]:
    reader = _ContentReader(archive.path)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        for chunk in archive.chunks("content.xml"):
            parser.Parse(chunk, False)
            yield from reader.finished()
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise archive.damaged() from None
    yield from reader.finished()


class _ContentReader:
    """Handlers of a parser."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._done: list[Sheet] = []
        self._name = ""
        self._depth = self._silent = 0
        self._lines: list[Line] = []
        self._row = self._reached = self._bridged = 0
        self._rows_repeated = 1
        self._line: list[str] = []
        self._column = 0
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []

    def finished(self) -> list[Sheet]:
        """The sheets that have been read since the last call."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag in _NO_TEXT or self._silent:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._name = next((value for key, value in attributes.items() if key.endswith(":name")), "")
                self._lines, self._row, self._bridged = [], 0, 0
        elif self._depth == 1:
            self._open(tag, {key.rpartition(":")[2]: value for key, value in attributes.items()})

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table-row":
            self._rows_repeated = _times(attributes.get("number-rows-repeated"))
            self._line, self._column = [], 0
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell = attributes | {"tag": tag}
            self._paragraphs = []
        elif tag == "p":
            self._paragraphs.append("")
        elif tag == "s":
            self.text(" " * min(_times(attributes.get("c")), 100))
        elif tag == "tab":
            self.text(" ")
        elif tag == "line-break":
            self.text("\n")

    def text(self, text: str) -> None:
        if self._paragraphs and not self._silent and self._depth == 1:
            self._paragraphs[-1] += text

    def end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if self._silent:
            self._silent -= 1
        elif tag == "table":
            self._depth -= 1
            if not self._depth:
                self._done.append((self._name, self._lines))
        elif self._depth == 1 and tag in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif self._depth == 1 and tag == "table-row":
            self._end_row()

    def _end_cell(self) -> None:
        cell, self._cell = self._cell or {"tag": ""}, None
        text = "" if cell["tag"] == "covered-table-cell" else _value(cell, self._paragraphs)
        self._paragraphs = []
        times = _times(cell.get("number-columns-repeated"))
        if text:
            last = self._column + times
            check_reach(f"the sheet «{self._name}»", self._row + 1, last, self._reached + last, self._path)
            self._line.extend([""] * (self._column - len(self._line)))
            self._line.extend([text] * times)
            self._bridged = max(self._bridged, self._row + _times(cell.get("number-rows-spanned")))
        self._column += times

    def _end_row(self) -> None:
        times = self._rows_repeated
        if self._line:
            self._reached += len(self._line) * times
            check_reach(f"the sheet «{self._name}»", self._row + times, len(self._line), self._reached, self._path)
            self._lines.extend((self._row + place, list(self._line)) for place in range(1, times + 1))
        elif self._row < self._bridged:
            last = min(self._bridged, self._row + times)
            self._reached += last - self._row
            check_reach(f"the sheet «{self._name}»", last, 1, self._reached, self._path)
            self._lines.extend((row, [""]) for row in range(self._row + 1, last + 1))
        self._row += times


def _times(repeated: str | None) -> int:
    return int(repeated[:18]) if repeated and repeated.isascii() and repeated.isdecimal() else 1


def _value(cell: dict[str, str], paragraphs: list[str]) -> str:
    """A number or a date as other workbooks hold it; else the text that the sheet shows, which may be an error.

    A formula that gave an empty text has a paragraph, an empty one; one that was never computed has none.
    """
    kind, stored = cell.get("value-type"), cell.get("value", "")
    with suppress(ValueError, ArithmeticError):
        if kind in ("float", "currency"):
            return number(float(stored))
        if kind == "percentage":
            return percent(float(stored))
        if kind == "date":
            return printed(datetime.fromisoformat(cell.get("date-value", "")))
    if kind is None and not paragraphs and "formula" in cell:
        return f"={cell['formula'].partition('=')[2]}"
    return plain("\n".join(paragraphs) or cell.get("string-value", ""))
