"""The Ukrainian words that a repaired token must be one of; README.md says where they come from."""

from functools import cache
from pathlib import Path

from dawg import CompletionDAWG

FILE = Path(__file__).parent / "words.dawg"


@cache
def load() -> CompletionDAWG:
    """All forms, without hyphens and in lower case but for abbreviations; it also tells how words begin."""
    return CompletionDAWG().load(str(FILE))
