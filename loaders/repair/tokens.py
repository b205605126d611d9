"""The words of a damaged line, and what each is repaired to.

Repaired are words that mix two scripts, unknown Cyrillic words of four letters or more, and Latin ones; only to a known
word, and otherwise they stay as printed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from data import reference
from loaders.repair import letters, words

_LEAST_LETTERS = 3
"""Shorter words are left as they are: two readings are always near."""
_LEAST_CYRILLIC = 4
_LEAST_BY_MARKS = 4
_LONGEST_ABBREVIATION = 4
_ROMAN = re.compile(r"[IVXLCDM]+")
_ABBREVIATION = re.compile(r"[A-Z]{2,3}")
_ADDRESS = re.compile(r"@|://|\bwww\.|\.(?:ua|com|org|net|eu)\b")
_MARKS = re.compile(r"[\d*\\|/#~^]")
_SENTENCE_ENDS = (".", ":", ";", "!", "?", "»", ">")


@dataclass(frozen=True)
class Token:
    """A word of a line: where it starts and ends, what is printed there."""

    start: int
    end: int
    printed: str


@dataclass(frozen=True)
class Mend:
    """What a token is repaired to, by which rule, and how sure that is."""

    repaired: str
    rule: str
    confidence: float


def tokens_of(line: str) -> Iterator[Token]:
    """The words of a line; not those in addresses, nor letters beside digits and marks, which are none themselves."""
    addresses = [found.span() for found in re.finditer(r"\S+", line) if _ADDRESS.search(found[0])]
    covered = {place for start, end in addresses for place in range(start, end)}
    for found in _pattern().finditer(line):
        start, end = found.span()
        beside = line[max(start - 1, 0) : start] + line[end : end + 1]
        if len(found[0]) < _LEAST_BY_MARKS and _MARKS.search(beside):
            continue
        if start not in covered:
            yield Token(start, end, found[0])


def mended(printed: str, *, opens: bool) -> Mend | None:
    """The repair of a word; None where it stays. `opens`: a sentence or a line of a list starts with it."""
    if not _is_suspect(printed):
        return None
    word = letters.word_of(printed)
    if word is None or (word.cost and _is_short(printed) and word.text not in words.field_words()):
        return None
    repaired = in_case(printed, word.text, opens)
    if repaired == printed:
        return None
    rule = "confusions" if word.cost else "case" if words.is_cyrillic(printed) else "letters"
    return Mend(repaired, rule, round(0.99 - 0.1 * word.cost, 2))


def opens_sentence(before: str, is_first: bool) -> bool:
    """Whether what stands before a word ends a sentence; `is_first`: nothing of the text above goes on here."""
    text = before.strip(" -–_•*<«\"'0123456789")
    return text.endswith(_SENTENCE_ENDS) if text else is_first


def _is_suspect(printed: str) -> bool:
    if len(printed) < _LEAST_LETTERS:
        return False
    if _ROMAN.fullmatch(printed) or _ABBREVIATION.fullmatch(printed) or words.is_known(printed):
        return False
    return not (printed.isalpha() and words.is_cyrillic(printed)) or len(printed) >= _LEAST_CYRILLIC


def _is_short(printed: str) -> bool:
    """Whether a word is too short for more than the letter map: a single letter, or an abbreviation."""
    return len(printed) == 1 or (printed.isupper() and len(printed) <= _LONGEST_ABBREVIATION)


def in_case(printed: str, word: str, opens: bool) -> str:
    """The word in the case that is printed, as far as that tells: a small м is printed M, and capitals stray in."""
    drawn = [char for char in printed if char.isalpha()]
    if word in words.field_words():
        return words.field_words()[word]
    if len(word) > 1 and drawn and all(char.isupper() for char in drawn) and not _tells_nothing(printed):
        return word.upper()
    if not drawn or not (printed[0].isupper() or not printed[0].isalpha() or printed.startswith("fi")):
        return word
    if (_tells_nothing(printed[0]) or _has_stray_capitals(printed)) and printed[0].isalpha() and not opens:
        return word
    return word[:1].upper() + word[1:]


def _has_stray_capitals(printed: str) -> bool:
    """Whether capitals stand within a word: `МеШКаНЦiВ`. The last one may be a misread small letter."""
    return any(char.isupper() and not _tells_nothing(char) for char in printed[1:-1])


def _tells_nothing(printed: str) -> bool:
    return all(char in reference.load("ocr_confusions")["capital_like_small"] for char in printed)


@cache
def _pattern() -> re.Pattern[str]:
    """Letters, apostrophes and hyphens between them, and the marks that are printed in place of letters."""
    listed = reference.load("ocr_confusions")
    marks = [key for group in listed["confusions"].values() for key in group if not key.isalpha()]
    inner = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
    first = "|".join(re.escape(mark) for group in listed["at_start"].values() for mark in group)
    letter = r"[^\W\d_]"
    return re.compile(
        rf"(?:(?<!\S)(?:{first})(?={letter}))?(?:(?:{inner})|{letter})(?:(?:{inner})|{letter}|['’ʼ`-](?={letter}))*"
    )
