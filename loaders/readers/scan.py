"""Pictures of pages (PNG, JPEG, TIFF, pages of a PDF without text), read by tesseract where it is installed."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from loaders.errors import FileRefused
from loaders.limits import SCAN_SECONDS
from loaders.readers import isolated, pages
from loaders.readers.pages import Page
from loaders.rows import Source

_HOW = (
    "Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-ukr; macOS: brew install tesseract tesseract-lang; "
    "Windows: the installer from https://github.com/UB-Mannheim/tesseract/wiki with Ukrainian ticked. "
    "Or give the document as text, XLSX, DOCX or a PDF with text."
)


def source_of(raw: bytes, path: Path) -> Source:
    """The rows of a picture. Raises FileRefused where tesseract is not installed, or the picture is damaged."""
    return pages.source_of(pages_of(raw, path), raw, path, by_machine=True)


def pages_of(raw: bytes, path: Path, numbers: Sequence[int] = ()) -> list[Page]:
    """The pages of a picture, or those of a PDF with these numbers."""
    _check_installed(path)
    chosen = [",".join(str(number) for number in numbers)] if numbers else []
    found = isolated.answer("scan_pages", raw, path, SCAN_SECONDS, *chosen)
    return [pages.page_of(number, items) for number, items in found]


def _check_installed(path: Path) -> None:
    if not shutil.which("tesseract"):
        raise FileRefused(f"{path}: this is a scan, and tesseract, which reads scans, is not installed. {_HOW}")
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False, encoding="utf-8")
    if not {"ukr", "eng"} <= set(listed.stdout.split()):
        raise FileRefused(f"{path}: this is a scan, and tesseract has no data for Ukrainian and English. {_HOW}")
