"""PDF documents: the text layer where there is one, else the picture of the page."""

from pathlib import Path

from loaders.limits import PDF_SECONDS
from loaders.readers import isolated, pages, scan
from loaders.rows import Source


def source_of(raw: bytes, path: Path) -> Source:
    """The rows of all pages. Raises FileRefused for a file that is damaged, encrypted, too large or blank."""
    found = isolated.answer("pdf_pages", raw, path, PDF_SECONDS)
    typed = [pages.page_of(number, items) for number, items in found["pages"]]
    pictures = scan.pages_of(raw, path, found["scans"]) if found["scans"] else []
    return pages.source_of(sorted([*typed, *pictures], key=lambda page: page.no), raw, path, by_machine=bool(pictures))
