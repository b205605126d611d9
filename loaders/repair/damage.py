"""Whether a text is damaged by character recognition with the wrong character set.

Such a text mixes Latin and Cyrillic letters within words; a text that people typed does so by accident, if at all.
"""

import re
from collections.abc import Sequence
from itertools import islice

from loaders.repair import words
from loaders.rows import Row

_MIXED = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
_TOKEN = re.compile(r"[^\W\d_]+")
_SHARE = 0.03
_LEAST = 5
_SAMPLE = 5000


def is_damaged(rows: Sequence[Row]) -> bool:
    """Whether enough tokens mix two scripts: none of 10,637 in four clean documents, a third in a damaged one.

    Of a very long file every n-th row is looked at.
    """
    text = "\n".join("\n".join(row.cells) for row in rows[:: max(1, len(rows) // _SAMPLE)])
    # Most files are clean: this tells at once.
    if len(list(islice(_MIXED.finditer(text), _LEAST))) < _LEAST:
        return False
    tokens = _TOKEN.findall(text)
    mixed = sum(words.is_mixed(token) for token in tokens)
    return mixed >= max(_LEAST, _SHARE * len(tokens))
