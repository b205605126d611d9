"""The head of an annex that stands in a file of its own: the act that it belongs to, and where its title starts.

«Додаток 2 до рішення Полтавської міської ради від 15.12.2023 № 1234», on one line or on several.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from data import reference
from loaders.cells import clean
from loaders.rows import Row
from loaders.titles import QUOTES, ends_title, opens_with, title_of

_ROWS = 30
_NAME_ROWS = 4
"""How many lines the name of a body may take between «до рішення» and the date."""
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+[^\W\d_]+\s+\d{4}")
_GIVEN = re.compile(rf"(?:від\b|№|{_DATE.pattern})", re.IGNORECASE)
_BODY = re.compile(
    r"(?:виконавчого\s+комітету\s+)?\b[А-ЯІЇЄҐ][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,3}?\s+(?:ради|РАДИ)\b"
    r"(?:\s+(?:міста\s+)?[А-ЯІЇЄҐ][а-яіїєґ'’-]+(?:\s+(?:району|області))?)*"
)


@dataclass(frozen=True)
class AnnexHead:
    """What the head of an annex says in one line, the body whose act it names in full, and the title below."""

    text: str
    issuer: str | None
    title: str | None


def head_of(rows: Sequence[Row]) -> AnnexHead | None:
    """The head that a file opens with; None where it opens otherwise."""
    above_tables = takewhile(lambda row: not row.in_table, rows)
    lines = [row for _, row in zip(range(_ROWS), above_tables, strict=False)]
    lines = lines[next((place for place, row in enumerate(lines) if not row.is_blank), len(lines)) :]
    if not lines or not opens_with(clean(lines[0].text), [reference.load("acts")["annex"]]):
        return None
    texts = [clean(row.text) for row in lines]
    end = next((place for place in range(1, len(texts)) if texts[place] and not _in_head(texts, place)), len(texts))
    head = " ".join(f"від {text}" if _DATE.match(text) else text for text in texts[:end] if text)
    return AnnexHead(head if _names_an_act(head) else "", _issuer(head), title_of(lines[end:]))


def _in_head(texts: list[str], place: int) -> bool:
    """A line that goes on in small letters or with a number; the name of a body where a date or a number follows."""
    text = texts[place]
    if not text[0].isupper() and (text[0] not in QUOTES or "_" in text):
        return True
    if any(_GIVEN.match(above) for above in texts[1:place]) or not _names_an_act(" ".join(texts[:place])):
        return False
    following = [below for below in texts[place : place + _NAME_ROWS + 1] if below]
    names = list(takewhile(lambda below: not _GIVEN.match(below), following))
    return len(names) < len(following) and not any(ends_title(name) for name in names)


def _names_an_act(text: str) -> bool:
    return not set(reference.load("acts")["annexed_to"]).isdisjoint(re.findall(r"\w+", text.casefold()))


def _issuer(head: str) -> str | None:
    """The body as printed; None for one that any place has, such as «міської ради»."""
    found = _BODY.search(head)
    if not found:
        return None
    names = {word.casefold() for word in found[0].split() if word[0].isupper()}
    return found[0] if names - set(reference.load("acts")["bodies_of_any_place"]) else None
