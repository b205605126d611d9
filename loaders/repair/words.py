"""Which words are known: the Ukrainian dictionary and words of the field."""

import re
from functools import cache

from data import reference
from data.reference import ukrainian_words

_APOSTROPHES = str.maketrans("’ʼ`", "'''")


def is_known(token: str) -> bool:
    """Whether a token is a word in a usual case (lower, Title, UPPER), or known words joined by hyphens."""
    return all(_is_known(part) for part in token.translate(_APOSTROPHES).split("-"))


def is_word(word: str) -> bool:
    """Whether a word in lower case is known; abbreviations are known in capitals only."""
    return (word in ukrainian_words.load() and word not in _not_meant()) or word in field_words()


def is_beginning(letters: str) -> bool:
    """Whether some known word starts so."""
    return ukrainian_words.load().has_keys_with_prefix(letters) or any(
        word.startswith(letters) for word in field_words()
    )


@cache
def field_words() -> dict[str, str]:
    """Words of the field as they are written, by their small letters."""
    return {word.casefold(): word for word in reference.load("ocr_confusions")["words"]}


@cache
def _not_meant() -> frozenset[str]:
    """Forms of rare words, for which a damaged token never stands."""
    return frozenset(reference.load("ocr_confusions")["not_meant"])


def is_irregular(token: str) -> bool:
    """Whether capitals stand among small letters: `ЧаСТКа`."""
    return not (token.islower() or token.isupper() or (token[:1].isupper() and token[1:].islower()))


def is_cyrillic(token: str) -> bool:
    return bool(_CYRILLIC.search(token)) and not _LATIN.search(token)


def is_mixed(token: str) -> bool:
    return bool(_CYRILLIC.search(token) and _LATIN.search(token))


_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LATIN = re.compile("[A-Za-z]")


def _is_known(part: str) -> bool:
    if not part or is_irregular(part):
        return False
    return is_word(part.casefold()) or (part.isupper() and part in ukrainian_words.load())
