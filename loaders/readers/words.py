"""Lines of text from letters that know their place on a page. Lengths in points, y grows downwards."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

_GAP = 0.17
"""Part of the size of the letters. A wider gap parts two words, also where no space is printed."""

_GAP_AT_WALL = 0.05
"""The same where a ruled line runs through the gap."""

_SAME_LINE = 0.45
_SOFT_HYPHEN = "\u00ad"
_WITHIN_WORD = re.compile(r"[^\W\d_][-/]\n[^\W\d_]|[a-z0-9][.@_]\n[a-z]")

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, with a space after it if one is printed. `turn` is by how many degrees it is turned to the left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    turn: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def turned(self, turn: int) -> "Glyph":
        """The same on a page that is turned to the right by `turn`, so that letters with this turn stand upright."""
        left = (self.turn - turn) % 360
        match turn % 360:
            case 90:
                return Glyph(self.text, -self.bottom, -self.top, self.x0, self.x1, left)
            case 180:
                return Glyph(self.text, -self.x1, -self.x0, -self.bottom, -self.top, left)
            case 270:
                return Glyph(self.text, self.top, self.bottom, -self.x1, -self.x0, left)
            case _:
                return self


@dataclass(frozen=True)
class Line:
    """A line of text and its place."""

    text: str
    x0: float
    top: float
    bottom: float


def words_by_place(
    glyphs: Iterable[Glyph], place_at: Callable[[float, float], Place | None]
) -> dict[Place | None, list[list[Glyph]]]:
    """The words, as their letters, by the cell they stand in; None is outside of every table.

    A word that is longer than its cell stays one.
    """
    found: dict[Place | None, list[list[Glyph]]] = {}
    for word in _words(glyphs):
        for part in _parted(word, place_at):
            found.setdefault(_cell([place_at(*glyph.middle) for glyph in part], part[0].text), []).append(part)
    return found


def _cell(places: list[Place | None], first: str) -> Place | None:
    """Where a word belongs by its letters' places: text too long for its cell runs on to the right, or both ways."""
    if first.isalpha() and len(set(places)) == 2:
        return places[0]
    return max(places, key=places.count)


def lines_of(words: Iterable[list[Glyph]]) -> list[Line]:
    """Words as lines from top to bottom; of turned text each line at its own place."""
    lines: list[Line] = []
    for turn, same in groupby(sorted(words, key=lambda word: word[0].turn), key=lambda word: word[0].turn):
        for row in _rows([_Word(word, turn) for word in same]):
            ordered = sorted(row, key=lambda word: word.start)
            text = unicodedata.normalize("NFC", "".join(_spaced(ordered)))
            own = [glyph for word in ordered for glyph in word.glyphs]
            x0, top = min(glyph.x0 for glyph in own), min(glyph.top for glyph in own)
            lines.append(Line(text, x0, top, max(glyph.bottom for glyph in own)))
    return lines


def joined(lines: Iterable[str]) -> str:
    """The text of a cell from its lines. A soft hyphen at the end of a line goes, an ordinary one stays.

    After it, and after a slash, a line may end within a word (`веб-сайт`, `з/п`), and an address after any of its
    points: a space follows where one is printed.
    """
    text = ""
    for line in lines:
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + line
        elif _WITHIN_WORD.search(f"{text}\n{line[:1]}"):
            text += line
        else:
            text = f"{text.rstrip()} {line}" if text else line
    return text.rstrip().removesuffix(_SOFT_HYPHEN)


def _spaced(words: list["_Word"]) -> Iterator[str]:
    """The words with one space between; one stays at the end of a line where it is printed."""
    for word in words[:-1]:
        yield f"{word.text.rstrip()} "
    yield words[-1].text


class _Word:
    """A word along its own line: `start` to `end`, with the line's middle and height across."""

    def __init__(self, glyphs: list[Glyph], turn: int) -> None:
        upright = [glyph.turned(turn) for glyph in glyphs]
        self.glyphs = glyphs
        self.text = "".join(glyph.text for glyph in glyphs)
        self.start = upright[0].x0
        self.height = max(glyph.bottom - glyph.top for glyph in upright)
        self.middle = sum(glyph.middle[1] for glyph in upright) / len(upright)


def _rows(words: list[_Word]) -> list[list[_Word]]:
    """Words whose middles are at one height, from top to bottom."""
    rows: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        if rows and word.middle - rows[-1][0].middle <= _SAME_LINE * max(word.height, rows[-1][0].height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _words(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Runs of letters without a space or a gap."""
    words: list[list[Glyph]] = []
    for turn, same in groupby(sorted(glyphs, key=lambda glyph: glyph.turn), key=lambda glyph: glyph.turn):
        for row in _rows([_Word([glyph], turn) for glyph in same]):
            word: list[Glyph] = []
            end = 0.0
            for letter in sorted(row, key=lambda letter: letter.start):
                (glyph,) = letter.glyphs
                if word and glyph.text.isspace():
                    word[-1] = replace(word[-1], text=word[-1].text + " ")
                if word and (glyph.text.isspace() or letter.start - end > _GAP * letter.height):
                    words.append(word)
                    word = []
                if not glyph.text.isspace():
                    word.append(glyph)
                    end = glyph.turned(turn).x1
            if word:
                words.append(word)
    return words


def _parted(word: list[Glyph], place_at: Callable[[float, float], Place | None]) -> list[list[Glyph]]:
    """A run of letters parted where a gap, however small, meets the wall of a cell."""
    parts = [[word[0]]]
    for last, glyph in pairwise(word):
        before, after = last.turned(last.turn), glyph.turned(glyph.turn)
        gap = after.x0 - before.x1
        at_wall = gap > _GAP_AT_WALL * (after.bottom - after.top)
        if at_wall and place_at(*last.middle) != place_at(*glyph.middle):
            parts.append([glyph])
        else:
            parts[-1].append(glyph)
    return parts
