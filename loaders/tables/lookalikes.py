"""Latin letters that look like Ukrainian ones, within Ukrainian words: «тиc. грн» with a Latin «c»."""

import re

_LOOKALIKES = str.maketrans("ABCEHIKMOPTXaceikmopxyt", "АВСЕНІКМОРТХасеікморхут")
_WORD = re.compile(r"[^\W\d_]+")


def folded(text: str) -> str:
    """A text whose words of both scripts are Ukrainian; words of Latin letters alone («USD», «II») stay."""
    return text if text.isascii() else _WORD.sub(_folded_word, text)


def _folded_word(found: re.Match[str]) -> str:
    word = found[0]
    has_latin = any(char.isascii() for char in word)
    return word.translate(_LOOKALIKES) if has_latin and not word.isascii() else word
