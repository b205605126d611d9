"""Words of the forms of order 836: cells with text, compared as people would compare them, and reviewed lists."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from data import reference
from loaders.cells import clean, is_full_date
from loaders.rows import Row

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LOOKALIKES = str.maketrans("aceiopxy", "асеіорху")
_ITEM = re.compile(r"^\d{1,3}(?:\.\d{1,3})*\s*[.)]?$")


@dataclass(frozen=True)
class Text:
    """A piece of text and the cell it stands in."""

    row: Row
    column: int
    text: str

    @property
    def locator(self) -> str:
        return self.row.locator(self.column)

    @property
    def printed(self) -> str:
        return self.row.printed_cell(self.column)


def fold(text: str) -> str:
    """Text in small letters, with Latin letters that look Cyrillic as those; as long as the cleaned text."""
    return visible(text).lower().translate(_LOOKALIKES)


def bare(text: str) -> str:
    """The words of a text, without case, spaces and punctuation."""
    return " ".join(re.findall(r"\w+", fold(text)))


def visible(text: str) -> str:
    """Text without surplus spaces, markup and marks that nobody sees."""
    return clean(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def texts(row: Row) -> list[Text]:
    """The cells of a row that are not blank."""
    found = ((column, visible(cell)) for column, cell in enumerate(row.cells))
    return [Text(row, column, text) for column, text in found if text]


def is_item(text: str) -> bool:
    """Whether a text is the number of a line: `5`, `5.`, `1.2`, `3)`; or was one before it was turned into a date."""
    return bool(_ITEM.match(text)) or is_full_date(text)


def number_of(text: str) -> str | None:
    """The number of a line without its mark; None for a date."""
    return None if is_full_date(text) else text.rstrip(".) ") or None


def listed(name: str, kind: str) -> frozenset[str]:
    """A list of `passport_form.yml` as bare words: `listed("columns", "unit")`."""
    return lists(name)[kind]


@cache
def lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of one part of `passport_form.yml`, by kind, as bare words."""
    printed: dict[str, list[str]] = reference.load("passport_form")[name]
    return {kind: frozenset(bare(word) for word in words) for kind, words in printed.items()}


def label_pattern(label: str) -> re.Pattern[str]:
    """A label given as bare words, as it is printed at the start of a text: the `words`, and a `number` before them.

    Spaces may be lost («Обсягбюджетнихпризначень»).
    """
    words = r"\W*".join(label.split())
    return re.compile(rf"\W*(?P<number>\d{{1,2}}\s*[.)])?\W*(?P<words>{words})(?![^\W\d_]{{3}})")
