"""The known word that a damaged token stands for.

Each printed letter, or several together, may stand for others (data/reference/ocr_confusions.yml); the search goes
through these readings, the cheapest first, and only along the beginnings of known words.
"""

import heapq
from dataclasses import dataclass
from functools import cache, lru_cache

from data import reference
from loaders.repair import words

_MOST_STEPS = 500
_LONGEST = 40
_SHORT = 2
"""Words up to this many letters stand for more than the letter map only by chance."""
_DEAREST = 4
"""The highest cost of a long word; a short one has less to tell it by."""


@dataclass(frozen=True)
class Word:
    """A known word in lower case, and the cost of reading the printed token so; 0 is the letter map alone."""

    text: str
    cost: int


@lru_cache(maxsize=65536)
def word_of(token: str) -> Word | None:
    """The cheapest known word; None where there is none, or where two cost the same."""
    if len(token) > _LONGEST:
        return None
    alike = _alike(token)
    if alike and (words.is_known(alike) or (token.isupper() and words.is_known(alike.upper()))):
        return Word(alike, 0)
    best = _cheapest(token, min(_DEAREST, len(token) // 2)) if len(token) > _SHORT else []
    if not best and "-" in token.strip("-"):
        return _by_parts(token)
    return best[0] if len(best) == 1 else None


def _by_parts(token: str) -> Word | None:
    """Words joined by hyphens, each by itself."""
    parts = [word_of(part) for part in token.split("-") if part]
    found = [part for part in parts if part]
    return Word("-".join(part.text for part in found), sum(part.cost for part in found)) if found == parts else None


def _alike(token: str) -> str | None:
    """The token with every Latin letter as the Cyrillic one it is drawn like; None where a letter is like none."""
    letters = reference.load("ocr_confusions")["alike"]
    itself = {char: char.casefold() for char in token if words.is_cyrillic(char) or char in "-'’ʼ"}
    read = [letters.get(char) or itself.get(char, "") for char in token]
    return "".join(read) if all(read) else None


def _cheapest(token: str, limit: int) -> list[Word]:
    """The known words that cost least, at most `limit`; the search ends after a fixed number of steps."""
    found: dict[str, Word] = {}
    seen: set[tuple[int, str]] = set()
    # Cost, place and what is read so far; the place is negative, so that the farthest of equal cost comes first.
    queue: list[tuple[int, int, str]] = [(0, 0, "")]
    for _ in range(_MOST_STEPS):
        if not queue:
            break
        cost, place, read = heapq.heappop(queue)
        if found and cost > min(word.cost for word in found.values()):
            break
        if (place, read) in seen:
            continue
        seen.add((place, read))
        if -place == len(token):
            if words.is_word(read):
                found[read] = Word(read, cost)
            continue
        for size, meant, step in _readings(token, -place):
            longer = read + meant
            if cost + step <= limit and words.is_beginning(longer):
                heapq.heappush(queue, (cost + step, place - size, longer))
    else:
        return []
    return list(found.values())


def _readings(token: str, place: int) -> list[tuple[int, str, int]]:
    """What may stand at a place: how many printed letters, the letters meant, the cost."""
    char = token[place]
    found = [(1, char.casefold(), 0)] if words.is_cyrillic(char) else []
    if char in "'’ʼ`":
        found.append((1, "'", 0))
    if like := reference.load("ocr_confusions")["alike"].get(char):
        found.append((1, like, 0))
    for printed, meant, cost in _confusions(at_start=place == 0).get(char, ()):
        if token.startswith(printed, place):
            found.append((len(printed), meant, cost))
    return found


@cache
def _confusions(at_start: bool) -> dict[str, list[tuple[str, str, int]]]:
    """Printed, meant and cost, by the first printed letter."""
    listed = reference.load("ocr_confusions")
    by_first: dict[str, list[tuple[str, str, int]]] = {}
    for group in (listed["confusions"], listed["at_start"] if at_start else {}):
        for cost, pairs in group.items():
            for printed, meant in pairs.items():
                for drawn in {printed, printed.capitalize()} if words.is_cyrillic(printed) else {printed}:
                    for letters in meant if isinstance(meant, list) else [meant]:
                        by_first.setdefault(drawn[0], []).append((drawn, letters, cost))
    return by_first
