"""Plain text whose tables have one row a line and a tab between cells."""

import codecs
import hashlib
import re
from pathlib import Path

from loaders.errors import FileRefused
from loaders.limits import MAX_CELLS, MAX_ROWS
from loaders.readers import cell_lines
from loaders.readers.files import contents, name_of
from loaders.rows import Row, Source

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def read(path: Path) -> Source:
    """Raises FileRefused for a file that is absent, empty, too large or not text."""
    raw = contents(path)
    return source_of(raw, path)


def source_of(raw: bytes, path: Path) -> Source:
    """The rows of a text whose bytes are at hand. Raises FileRefused as `read` does."""
    text = decoded(raw, path)
    if not text.strip():
        raise FileRefused(f"{path}: the file holds nothing but blank space. Check that it was saved whole.")
    lines = text.splitlines() if "\r" in text and "\n" not in text else text.replace("\r\n", "\n").split("\n")
    if len(lines) > MAX_ROWS:
        raise FileRefused(f"{path}: the file has {len(lines)} lines; the limit is {MAX_ROWS}. Split it.")
    for number, line in enumerate(lines, start=1):
        if (cells := line.count("\t") + 1) > MAX_CELLS:
            raise FileRefused(f"{path}: line {number} has {cells} cells; the limit is {MAX_CELLS}. It is no table.")
    return Source(name_of(path), hashlib.sha256(raw).hexdigest(), _rows(lines))


def _rows(lines: list[str]) -> tuple[Row, ...]:
    if cell_lines.is_cell_lines(lines):
        return cell_lines.rows_of(lines)
    return tuple(Row(number, tuple(line.split("\t"))) for number, line in enumerate(lines, start=1))


def decoded(raw: bytes, path: Path) -> str:
    """UTF-8, UTF-16 with its mark, else windows-1251, which old council files are in; the rest is not text."""
    control = _CONTROL.search(raw)
    refused = FileRefused(
        f"{path}: this is not a text file, whatever its name says (byte {control.start() if control else 0}). "
        "Give the document as text with tabs between cells."
    )
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = raw.decode("utf-16", errors="replace")
    elif control:
        raise refused
    else:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1251", errors="replace")
    letters = [char for char in text if char.isalpha()]
    cyrillic = sum("Ѐ" <= char <= "ӿ" for char in letters)
    if "\ufffd" in text or cyrillic * 2 < len(letters) or _CONTROL.search(text.encode()):
        raise refused
    return text
