"""Rows of a table of measures that divide the row above them: «у т.ч. міський бюджет», «- кабель», «1) кабель»."""

import re
from functools import cache

from data import reference
from loaders.tables import wording

QUOTES = " \"'«»“”„"
_DASHES = "-–—•"
_AT_END = re.compile(r"(?:\b[ув] (?:тому числі|т\. ?ч\.?)|\bз них)[\s:)]*$", re.IGNORECASE)
_OPENING = re.compile(r"^(?:[ув] (?:тому числі|т\. ?ч\.?)|з них)(?!\w)[\s:,–—-]*", re.IGNORECASE)
_PAID_BY = re.compile(r"^за рахунок\s+(?:коштів\s+)?", re.IGNORECASE)
_DASH = re.compile(rf"^[{_DASHES}]\s*(?=\w)")
_BRACKET = re.compile(r"\d+\)")


def source_of(text: str, *, numbered: bool) -> str | None:
    """The money that a row names: «Міський бюджет», «у т.ч. за рахунок обласного бюджету»; without a number, a fund."""
    text = text.strip(QUOTES).rstrip(": ")
    if wording.is_source(text):
        return text
    if numbered:
        return None
    bare = _OPENING.sub("", without_dash(text))
    paid = _PAID_BY.sub("", bare)
    if wording.is_source(paid) or wording.plain(paid) in _funds():
        return paid
    return paid if paid != bare and wording.is_source(f"Кошти {paid}") else None


def without_words_at_end(name: str) -> str:
    return _AT_END.sub("", name)


def follow(name: str) -> bool:
    """Whether parts follow a row with this name: «Розвиток мереж, у т.ч.:»."""
    return _AT_END.search(name) is not None


def opens_as_part(name: str) -> bool:
    """Whether a row says that it is a part of the one above it: «з них обладнання»."""
    return _OPENING.match(name) is not None


def is_marked(number: str, name: str) -> bool:
    """Whether a row has the mark of a part, a dash or a number like «1)», in place of a number of its own."""
    return _BRACKET.fullmatch(number) is not None or (is_unnumbered(number) and bool(number or _DASH.match(name)))


def is_unnumbered(number: str) -> bool:
    """Whether a cell of numbers is blank or holds a dash."""
    return not number.strip(_DASHES + " ")


def without_dash(name: str) -> str:
    return _DASH.sub("", name)


@cache
def _funds() -> frozenset[str]:
    return frozenset(wording.plain(fund) for fund in reference.load("measure_tables")["funds"])
