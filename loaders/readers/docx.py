"""Documents of Word (.docx): paragraphs and tables in their order, then footnotes and endnotes.

Read as XML piece by piece: python-docx keeps a document in memory whole, and is slow with long tables. Deleted text of
tracked changes is no text, inserted text is. Comments, and what repeats on each page (headers, footers), are left out.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from loaders.errors import FileRefused
from loaders.limits import MAX_ELEMENTS, MAX_ROWS
from loaders.readers.archives import Archive
from loaders.readers.docx_numbers import Numbers
from loaders.readers.docx_tables import Table, cells_of, grid_of
from loaders.readers.docx_xml import attribute, paragraph, tag_of
from loaders.readers.files import name_of
from loaders.readers.runs import one_line
from loaders.readers.sheets import plain
from loaders.rows import Row, Source, Where

_NOTES = (("word/footnotes.xml", "footnote", "виноска"), ("word/endnotes.xml", "endnote", "кінцева виноска"))


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A paragraph or a note, from 1."""

    kind: str
    no: int

    def row(self) -> str:
        return f"{self.kind} {self.no}"

    def cell(self, column: int) -> str:
        return self.row()


def source_of(raw: bytes, path: Path) -> Source:
    """Raises FileRefused for a file that is damaged, encrypted, or larger than the limits."""
    archive = Archive(raw, path)
    try:
        rows = tuple(_Reader(archive).rows())
    except ParseError:
        raise archive.damaged() from None
    except RecursionError:
        raise FileRefused(f"{path}: the text is nested too deep for a document. Save the file anew.") from None
    if all(row.is_blank for row in rows):
        raise FileRefused(f"{path}: the document holds no text. If it holds pictures of pages, give them as a PDF.")
    return Source(name_of(path), hashlib.sha256(raw).hexdigest(), rows)


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._elements = 0
        self._no = 0
        self._numbers = Numbers(self._whole("word/numbering.xml"), self._whole("word/styles.xml"))
        self._paragraphs = count(1)
        self._tables = count(1)

    def rows(self) -> Iterator[Row]:
        yield from self._content(self._events("word/document.xml"))
        for part, tag, kind in _NOTES:
            notes = (element for event, element in self._events(part) if event == "end" and tag_of(element) == tag)
            numbered = (note for note in notes if attribute(note, "type") is None)
            for number, note in enumerate(numbered, start=1):
                for text in _note_texts(note, self._numbers):
                    yield from self._texts([text], TextPlace(kind, number))

    def _content(self, events: Iterable[tuple[str, Element]]) -> Iterator[Row]:
        """The rows of paragraphs and tables, each as soon as it is complete."""
        table = Table(0)
        inside = 0
        for event, element in events:
            tag = tag_of(element)
            if event == "start":
                if tag == "tbl" and not inside:
                    table = Table(next(self._tables))
                inside += tag in ("tbl", "p")
                continue
            inside -= tag in ("tbl", "p")
            if tag == "p" and not inside:
                where = TextPlace("абзац", next(self._paragraphs))
                yield from self._texts(list(paragraph(element, self._numbers.label)), where)
                element.clear()
            elif tag == "tbl" and not inside:
                yield from self._table(table)
            elif inside == 1 and tag == "tblGrid":
                table.grid = grid_of(element)
            elif inside == 1 and tag == "tr":
                yield from self._row(element, table)
                element.clear()

    def _row(self, row: Element, table: Table) -> Iterator[Row]:
        """Adds a row to its table; a row of one cell that holds tables is a frame around them, and none."""
        cells = list(cells_of(row))
        if len(cells) == 1 and any(tag_of(one) == "tbl" for one in cells[0].iter()):
            yield from self._table(table)
            table.rows, table.read = [], table.read + 1
            yield from self._content(_walk(cells[0]))
        else:
            table.add(row, self._numbers.label)
            self._check(len(table.rows))

    def _table(self, table: Table) -> Iterator[Row]:
        """A table of which one column holds text only lays it out: its text is lines."""
        lines = list(table.lines())
        filled = {column for _, cells in lines for column, texts in enumerate(cells) if any(map(str.strip, texts))}
        self._no += 1
        for where, cells in lines:
            if len(filled) < 2:
                yield from self._texts([text for texts in cells for text in texts], where)
            else:
                yield self._next(tuple(one_line(plain("\n".join(texts)).split("\n")) for texts in cells), where)
        self._no += 1

    def _texts(self, texts: list[str], where: Where) -> Iterator[Row]:
        for text in texts:
            yield from (self._next((line,), where) for line in _lines(text) or [""])

    def _next(self, cells: tuple[str, ...], where: Where) -> Row:
        self._no += 1
        self._check(self._no)
        return Row(self._no, cells, where)

    def _check(self, rows: int) -> None:
        if rows > MAX_ROWS:
            raise FileRefused(f"{self._archive.path}: the document has more than {MAX_ROWS} rows. Split it.")

    def _whole(self, part: str) -> Element | None:
        """The root of a small part; None if there is none."""
        return next((element for event, element in reversed(list(self._events(part))) if event == "end"), None)

    def _events(self, part: str) -> Iterator[tuple[str, Element]]:
        """The elements of a part as they open («start») and close («end»)."""
        parser = XMLPullParser(("start", "end"))
        is_there = False
        for chunk in self._archive.chunks(part):
            is_there = True
            parser.feed(chunk)
            for event, element in cast(Iterator[tuple[str, Element]], parser.read_events()):
                self._elements += 1
                if self._elements > MAX_ELEMENTS:
                    raise FileRefused(f"{self._archive.path}: the document is too long. Split it.")
                yield event, element
        if is_there:
            parser.close()
            yield from cast(Iterator[tuple[str, Element]], parser.read_events())


def _walk(element: Element) -> Iterator[tuple[str, Element]]:
    for one in element:
        yield "start", one
        yield from _walk(one)
        yield "end", one


def _lines(text: str) -> list[str]:
    return plain(text).splitlines()


def _note_texts(note: Element, numbers: Numbers) -> Iterator[str]:
    for one in note.iter():
        if tag_of(one) == "p":
            yield from paragraph(one, numbers.label)
