"""Any file: which reader it needs is told by what is in it, never by its name."""

from pathlib import Path

from loaders.readers import tab_text
from loaders.readers.files import contents
from loaders.readers.rows import Source


def read(path: Path) -> Source:
    """The rows of a file. Raises FileRefused for a file that no reader can open."""
    raw = contents(path)
    return tab_text.source_of(raw, path)
