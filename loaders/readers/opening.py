"""Any file: which reader it needs is told by what is in it, never by its name.

Readers of other formats than text are imported when a file needs them: their libraries take longer than the reading.
"""

import importlib
from pathlib import Path

from loaders.errors import FileRefused
from loaders.readers import separated, tab_text
from loaders.readers.archives import Archive
from loaders.readers.files import contents
from loaders.rows import Source

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_PDF_HEAD = 1024
"""The mark of a PDF may stand after other bytes, which viewers skip."""
_SAVE_AS = "Open it in its program and save it as .docx, .xlsx or .pdf."


def read(path: Path) -> Source:
    """The rows of a file. Raises FileRefused for a file that no reader can open."""
    raw = contents(path)
    if name := _reader(raw, path):
        return importlib.import_module(f"loaders.readers.{name}").source_of(raw, path)
    if separated.separator(tab_text.decoded(raw, path)):
        return separated.source_of(raw, path)
    return tab_text.source_of(raw, path)


def _reader(raw: bytes, path: Path) -> str | None:
    """The module that reads such a file; None for a text."""
    if raw.startswith(_ZIP):
        return _reader_of_archive(raw, path)
    if raw.startswith(_OLE):
        return _reader_of_ole(raw, path)
    if b"%PDF-" in raw[:_PDF_HEAD]:
        return "pdf"
    return "scan" if raw.startswith(_PICTURES) else None


def _reader_of_archive(raw: bytes, path: Path) -> str:
    archive = Archive(raw, path)
    names = {name.casefold() for name in archive.names}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if b"opendocument.spreadsheet" in archive.read("mimetype"):
        return "ods"
    if "xl/workbook.bin" in names or "mimetype" in names:
        raise FileRefused(f"{path}: files of this format are not read. {_SAVE_AS}")
    raise FileRefused(f"{path}: this is an archive that holds no document. Unpack it and give the documents in it.")


def _reader_of_ole(raw: bytes, path: Path) -> str:
    """A container of old Office: what it holds is named in its directory."""
    if _holds(raw, "EncryptedPackage"):
        raise FileRefused(f"{path}: the file is encrypted. Save it without a password.")
    if _holds(raw, "Workbook") or _holds(raw, "Book"):
        return "xls"
    raise FileRefused(f"{path}: files of old Word and other old programs are not read. {_SAVE_AS}")


def _holds(raw: bytes, stream: str) -> bool:
    return f"{stream}\0".encode("utf-16-le") in raw
