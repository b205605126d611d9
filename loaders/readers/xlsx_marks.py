"""What python-calamine does not tell of a sheet of an .xlsx: how far it reaches, and cells that are not what they seem.

Calamine takes memory for every cell between the first and the last that is filled, so a single one in XFD1048576 would
end the program. It gives nothing for an error (#REF!) and for a formula whose result the file does not hold, and 0.85
for what the sheet shows as 85%.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from loaders.readers.archives import Archive
from loaders.readers.sheets import check_reach, percent

_PERCENT_FORMATS = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ODD_CELL = re.compile(rb"""<c(?:[\t\n\r/>]| (?!r="[A-Z]1?\d{1,5}"[ />]))""")
"""Beyond Z199999, and every other way of writing a cell down; what is left is within the limit."""
_PREFIXED_CELL = re.compile(rb":c[\s/>]")
_NOT_COMPUTED = re.compile(rb"(?:</f>|<f(?: [^<>]*)?/>)(?:<v\s*/>|<v></v>)?</c>")
_NUMBER = re.compile(r"[+-]?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


Marks = dict[int, dict[int, str]]
"""By row and column, from 1: the text of cells that calamine does not give."""


def marks_of_sheets(archive: Archive) -> list[Marks | None]:
    """One a sheet, in order; None for a sheet of charts. Raises FileRefused for sheets that reach too far."""
    try:
        parts = _parts_of_sheets(archive)
        percents = _percent_styles(archive)
    except ElementTree.ParseError:
        raise archive.damaged() from None
    sheets = {part: name for name, part in parts}
    if len(sheets) != len(parts):
        raise archive.damaged()
    found: dict[str, Marks] = {}
    for name in sorted(name for name in archive.names if name.startswith("xl/") and not name.endswith(".rels")):
        sheet = sheets.get(name.casefold(), name)
        found[name.casefold()] = _marks_of(archive, name, f"the sheet «{sheet}»", percents)
    return [found.get(part) for _, part in parts]


def _parts_of_sheets(archive: Archive) -> list[tuple[str, str]]:
    """The sheets in the order of the workbook: the name, and the part that holds it, without case."""
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "").casefold().removeprefix("/") for link in links}
    parts: list[tuple[str, str]] = []
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind("./{*}sheets/{*}sheet"):
        target = next((targets.get(link, "") for key, link in sheet.attrib.items() if key.endswith("}id")), "")
        part = target if target.startswith("xl/") else f"xl/{target}"
        parts.append((sheet.get("name", ""), part))
    return parts


def _percent_styles(archive: Archive) -> frozenset[str]:
    """The numbers of the cell styles that show a number as per cent."""
    raw = archive.read("xl/styles.xml")
    if b"cellXfs" not in raw:
        return frozenset()
    root = ElementTree.fromstring(raw)
    formats = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iterfind(".//{*}numFmts/{*}numFmt")}
    styles = [one.get("numFmtId", "0") for one in root.iterfind("./{*}cellXfs/{*}xf")]
    return frozenset(
        str(number)
        for number, style in enumerate(styles)
        if style in map(str, _PERCENT_FORMATS) or "%" in _QUOTED.sub("", formats.get(style, ""))
    )


def _marks_of(archive: Archive, name: str, sheet: str, percents: frozenset[str]) -> Marks:
    """A sheet is searched as bytes, which is fast; one that holds more than plain cells, or reaches far, is parsed."""
    if any(_is_odd(piece, percents) for piece in _pieces(archive.chunks(name))):
        return _parsed(archive, name, sheet, percents)
    return {}


def _is_odd(piece: bytes, percents: frozenset[str]) -> bool:
    if b't="e"' in piece or b"='" in piece or any(b's="%b"' % style.encode() in piece for style in percents):
        return True
    if (b"<f" in piece and _NOT_COMPUTED.search(piece)) or _ODD_CELL.search(piece):
        return True
    return b":c" in piece and _PREFIXED_CELL.search(piece) is not None


def column_number(letters: str) -> int:
    """From 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _pieces(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of a sheet, cut so that no cell is."""
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        cut = text.rfind(b"<c ", len(rest))
        if cut < 0:
            cut = text.rfind(b"<", len(rest))
        cut = len(text) if cut < 0 else cut
        yield text[:cut]
        rest = text[cut:]
    yield rest


def _parsed(archive: Archive, name: str, sheet: str, percents: frozenset[str]) -> Marks:
    reader = _SheetReader(percents, sheet, archive.path)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        for chunk in archive.chunks(name):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise archive.damaged() from None
    return reader.marks


class _SheetReader:
    """Handlers of a parser. Rows and cells may leave out their reference: they follow the one before."""

    def __init__(self, percents: frozenset[str], sheet: str, path: Path) -> None:
        self.marks: Marks = {}
        self._percents = percents
        self._sheet = sheet
        self._path = path
        self._rows = self._columns = 0
        self._row = self._column = 0
        self._kind = self._style = ""
        self._part = ""
        self._texts: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() else self._row + 1
            self._column = 0
        elif tag == "c":
            found = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = column_number(found[1]) if found else self._column + 1
            self._row = int(found[2]) if found else self._row
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._texts = {}
        elif tag in ("v", "f", "is"):
            self._part = tag
            self._texts.setdefault(tag, "")

    def text(self, text: str) -> None:
        if self._part:
            self._texts[self._part] = self._texts.get(self._part, "") + text

    def end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == self._part:
            self._part = ""
        elif tag == "c" and self._texts:
            self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
            check_reach(self._sheet, self._rows, self._columns, self._rows * self._columns, self._path)
            if mark := self._mark():
                self.marks.setdefault(self._row, {})[self._column] = mark

    def _mark(self) -> str | None:
        value = self._texts.get("v", "")
        if self._kind == "e":
            return value or "#N/A"
        if "f" in self._texts and not value and self._kind != "str":
            return f"={self._texts['f']}"
        if self._kind == "n" and self._style in self._percents and _NUMBER.fullmatch(value):
            return percent(float(value))
        return None
