"""Plain text whose tables have one row a line and a tab between cells."""

import codecs
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import FileRefused
from loaders.limits import MAX_CELLS, MAX_FILE_BYTES, MAX_ROWS

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class Row:
    """One line of the file; `no` counts from 1."""

    no: int
    cells: tuple[str, ...]

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

    def locator(self, column: int | None = None) -> str:
        """Where a person finds the row, or the cell in column `column` (from 0)."""
        return f"рядок {self.no}" if column is None else f"рядок {self.no}, графа {column + 1}"


@dataclass(frozen=True)
class SourceText:
    """A file as rows, with its name and checksum."""

    name: str
    sha256: str
    rows: tuple[Row, ...]


def read(path: Path) -> SourceText:
    """Raises FileRefused for a file that is absent, empty, too large or not text."""
    raw = contents(path)
    text = _decoded(raw, path)
    if not text.strip():
        raise FileRefused(f"{path}: the file holds nothing but blank space. Check that it was saved whole.")
    lines = text.splitlines() if "\r" in text and "\n" not in text else text.replace("\r\n", "\n").split("\n")
    if len(lines) > MAX_ROWS:
        raise FileRefused(f"{path}: the file has {len(lines)} lines; the limit is {MAX_ROWS}. Split it.")
    for number, line in enumerate(lines, start=1):
        if (cells := line.count("\t") + 1) > MAX_CELLS:
            raise FileRefused(f"{path}: line {number} has {cells} cells; the limit is {MAX_CELLS}. It is no table.")
    rows = tuple(Row(number, tuple(line.split("\t"))) for number, line in enumerate(lines, start=1))
    return SourceText(_name(path), hashlib.sha256(raw).hexdigest(), rows)


def _name(path: Path) -> str:
    """The file's name as text, also where it is in an old encoding."""
    return os.fsencode(path.name).decode(errors="replace")


def contents(path: Path) -> bytes:
    """The bytes of a file; a pipe or a device is not even opened, since it may keep us waiting for ever.

    Raises FileRefused for a file that is absent, empty or too large.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileRefused(f"{path}: this is a folder. Name the files in it.")
        if not stat.S_ISREG(mode):
            raise FileRefused(f"{path}: this is a pipe or a device. Save the document to a file and name that.")
        with path.open("rb") as file:
            raw = file.read(MAX_FILE_BYTES + 1)
            size = max(path.stat().st_size, len(raw))
    except FileNotFoundError:
        raise FileRefused(f"{path}: there is no such file. Check the name.") from None
    except OSError as error:
        raise FileRefused(f"{path}: the file cannot be opened ({error.strerror}).") from None
    if size > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1024**2
        raise FileRefused(f"{path}: the file has {size / 1024**2:.0f} MB; the limit is {limit} MB. Split it.")
    if not raw:
        raise FileRefused(f"{path}: the file is empty. Check that it was saved whole.")
    return raw


def _decoded(raw: bytes, path: Path) -> str:
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
