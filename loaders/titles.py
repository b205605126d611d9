"""The title of an act: where it opens, and where it ends in files that have no blank line below it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from data import reference
from loaders.cells import clean
from loaders.rows import Row

_ROWS = 20
_POINT = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVXІХ]{1,5}\.)(?:\s|[^\W\d])")
QUOTES = "«\"“„'"
_ENDS = (".", ";", ":")


def opens_title(row: Row) -> bool:
    """Whether a row opens the title: the first in bold, or «Про …»; a number or date in bold is none."""
    text = clean(row.text).casefold()
    return text.startswith("про ") or (row.text.strip().startswith("**") and not text.startswith(("від ", "№")))


def title_of(rows: Sequence[Row]) -> str | None:
    """The title that opens in the first of these lines: in bold from `**` to `**`, else as far as lines go on."""
    parts = _bold(rows[:_ROWS]) or list(_plain(rows[:_ROWS]))
    return _without_rest(clean(" ".join(parts))) or None


def title_of_text(rows: Sequence[Row]) -> str | None:
    """The first line of a text that is no act by its form; all lines of a title that opens with «Про …»."""
    texts = [row for row in rows if not row.in_table]
    first = next((place for place, row in enumerate(texts) if not row.is_blank), None)
    if first is None or not clean(texts[first].text).startswith("Про "):
        return first_text(rows)
    title = title_of(texts[first:])
    return title.rstrip(".") if title else None


def first_text(rows: Sequence[Row]) -> str | None:
    """The first line of text, up to where a sentence goes on after the title."""
    found = next((clean(row.text) for row in rows if not row.in_table and not row.is_blank), None)
    return _without_rest(found) if found else None


def opens_with(text: str, words: Sequence[str]) -> bool:
    """Whether a line opens with one of these words, as they are or in capitals; its own title may say them small."""
    found = (word for word in words if text.startswith((word, word.upper())))
    return any(not text[len(word) :][:1].isalpha() for word in found)


def ends_title(text: str) -> bool:
    """Whether a line is for certain no part of the title above it, whatever that ends with."""
    known = _words()
    letters = "".join(text.split()).upper()
    return (
        opens_with(text, [*known["opens_preamble"], *known["opens_part"]])
        or opens_with(text.lstrip("( "), known["units"])
        or bool(_POINT.match(text))
        or text.endswith(":")
        or any(word in letters for word in known["decides"])
        or text.casefold().endswith(tuple(known["bodies"]))
    )


def _bold(rows: Sequence[Row]) -> list[str]:
    """The lines from `**` to the `**` that closes them; empty where that never comes.

    Where each line is in bold by itself, the title goes on as one that is not in bold does.
    """
    if not rows or not rows[0].text.strip().startswith("**"):
        return []
    parts: list[str] = []
    for place, row in enumerate(rows):
        text = row.text.strip()
        parts.append(text)
        if text.endswith("**") and (len(parts) > 1 or len(text) > 4):
            below = rows[place + 1] if place + 1 < len(rows) else None
            if below is None or not below.text.strip().startswith("**") or not _goes_on(text, clean(below.text)):
                return parts
    return []


def _plain(rows: Sequence[Row]) -> Iterator[str]:
    """A line that opens with a capital belongs to the title where the one below it, or a blank line, shows so."""
    texts = [clean(row.text) for row in rows]
    for place, (row, text) in enumerate(zip(rows, texts, strict=True)):
        if place:
            above, below = texts[place - 1], texts[place + 1] if place + 1 < len(rows) else None
            parted = row.no > rows[place - 1].no + 1
            if not text or parted or ends_title(text):
                return
            if not _goes_on(above, text):
                is_whole = above.endswith(_ENDS) or text.endswith(_ENDS)
                if is_whole or below is None or (below and (ends_title(below) or not _goes_on(text, below))):
                    return
        yield text


def _goes_on(above: str, text: str) -> bool:
    """Whether a line plainly goes on with the sentence above it."""
    above = clean(above)
    if not above or not text:
        return False
    last = above.split()[-1].casefold()
    return (
        text[0].islower()
        or text[0].isdigit()
        or text[0] in f"{QUOTES}№"
        or last == above.casefold()
        or last in _words()["leads_on"]
        or above.endswith((",", "-"))
        or (above.isupper() and text.isupper())
    )


def _without_rest(title: str) -> str:
    cuts = [cut for words in _words()["after_title"] if (cut := title.find(f" {words}")) > 0]
    return title[: min(cuts)] if cuts else title


@cache
def _words() -> dict[str, list[str]]:
    return reference.load("acts")
