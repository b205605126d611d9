"""The fields of a programme's passport that is printed as lines of text: labels and what stands after each.

A scan of a two-column table comes out so: a label goes over several lines, its value follows on the same line or below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from data import reference
from loaders.rows import Row

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_POINT = re.compile(r"\s*(?:[^\s.,()]{1,3}[.,)]*\s+[.,]?)?(?=[^\W\d_])")
_LONGEST_LABEL = 14
_LONGEST_HEADING = 8
_LARGEST_GAP = 5
"""Blank lines within a value; after more of them something is missing."""
_DASH = re.compile(r"\s*[-–—_•*]\s*(?=\S)")


@dataclass(frozen=True)
class Piece:
    """A part of a line."""

    row: Row
    text: str


@dataclass(frozen=True)
class Place:
    """Where something is printed, and its exact text."""

    row: Row
    locator: str
    printed: str

    def part(self, number: int) -> "Place":
        """The place of one of several amounts in it."""
        return replace(self, locator=f"{self.locator}, сума {number}")


@dataclass(frozen=True)
class Field:
    """A label's topic, its words as printed, and the lines of its value."""

    topic: str
    label: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return text_of(self.pieces)


@dataclass(frozen=True)
class _Label:
    topic: str | None
    text: str
    row: int
    end_row: int
    end: int


def topic_of(label: str) -> str | None:
    """What a label is about; None for one that is not known."""
    return _labels().get(_words(label))


def fields_of(rows: Sequence[Row]) -> list[Field]:
    """The fields of the passport in lines of text, in order; none where no heading says «Паспорт»."""
    lines = [row for row in rows if not row.in_table]
    start = next((place for place, row in enumerate(lines) if _is_heading(row)), None)
    if start is None:
        return []
    found = list(_labels_in(lines, start + 1))
    fields: list[Field] = []
    for place, label in enumerate(found):
        if label.topic is None:
            break
        end = found[place + 1].row if place + 1 < len(found) else len(lines)
        fields.append(Field(label.topic, label.text, tuple(_value(lines, label, end))))
    return fields


def items_of(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """A list one by one: an item starts with a dash, or after a semicolon; below a list with dashes it is over."""
    items: list[list[Piece]] = []
    has_dashes = any(is_listed(piece) for piece in pieces)
    opens = True
    above = None
    for piece in pieces:
        if has_dashes and above and piece.row.no > above.no + 1 and not is_listed(piece):
            break
        above = piece.row
        if piece.row.is_blank and items:
            # Its word was joined to the line above, and belongs to that item.
            items[-1].append(piece)
            continue
        for number, part in enumerate(re.split(r";\s*(?=[-–—_•*]|$)", piece.text)):
            opens = opens or number > 0 or bool(_DASH.match(part))
            if part.strip(" ;"):
                if opens:
                    items.append([])
                items[-1].append(Piece(piece.row, part))
                opens = False
    return [tuple(item) for item in items]


def text_of(pieces: Sequence[Piece]) -> str:
    """The pieces in one line, without the marks that start and end an item of a list."""
    text = " ".join(" ".join(piece.text.split()) for piece in pieces)
    return _DASH.sub("", text, count=1).strip(" ;:.") if _DASH.match(text) else text.strip(" ;:.")


def place_of(pieces: Sequence[Piece]) -> Place:
    """The first line, and all lines exactly as printed."""
    rows = list(dict.fromkeys(piece.row for piece in pieces))
    return Place(rows[0], rows[0].locator(), "\n".join(row.printed_cell(0) for row in rows))


def is_listed(piece: Piece) -> bool:
    """Whether a line starts with a dash, which is no minus."""
    return bool(_DASH.match(piece.text))


def _is_heading(row: Row) -> bool:
    words = _words(row.text).split()
    return words[:1] == [_words(reference.load("programme_passport")["heading"])] and len(words) <= _LONGEST_HEADING


def _labels_in(lines: list[Row], start: int) -> Iterator[_Label]:
    """The labels that open a line, up to the first heading of the text that follows (its topic is None)."""
    below = start
    for place in range(start, len(lines)):
        if place < below:
            continue
        if label := _label_at(lines, place):
            below = max(label.end_row, place + 1)
            yield label
            if label.topic is None:
                return


def _label_at(lines: list[Row], place: int) -> _Label | None:
    """The longest label that starts at the beginning of a line, after its number, and may go on in the next lines."""
    point = _POINT.match(lines[place].cells[0])
    if not point:
        return None
    said: list[str] = []
    best: _Label | None = None
    for row, end, word in _words_from(lines, place, point.end()):
        said.append(word.casefold())
        plain = " ".join(said)
        if plain not in _openings():
            break
        if plain in _labels() or plain in _ends():
            text = _between(lines, place, point.end(), row, end)
            best = _Label(_labels().get(plain), text, place, row, end)
    return best


def _between(lines: list[Row], first: int, start: int, last: int, end: int) -> str:
    texts = [row.cells[0] for row in lines[first : last + 1]]
    texts[-1] = texts[-1][:end]
    texts[0] = texts[0][start:]
    return " ".join(" ".join(texts).split())


def _words_from(lines: list[Row], place: int, start: int) -> Iterator[tuple[int, int, str]]:
    """Words with the line and the column where each ends; a blank line ends them, unless its word moved up."""
    count = 0
    for number in range(place, len(lines)):
        if lines[number].is_blank and not lines[number].raw:
            return
        for word in _WORD.finditer(lines[number].cells[0], start if number == place else 0):
            yield number, word.end(), word[0]
            count += 1
            if count == _LONGEST_LABEL:
                return


def _value(lines: list[Row], label: _Label, end: int) -> Iterator[Piece]:
    """What stands after a label; words in brackets right after it explain the label."""
    gap = 0
    explains = False
    is_first, is_empty = True, True
    for number in range(label.end_row, end):
        row = lines[number]
        start = label.end if number == label.end_row else 0
        text = row.cells[0][start:]
        gap = gap + 1 if row.is_blank and not row.raw else 0
        if gap > _LARGEST_GAP:
            return
        if is_first and text.strip(" :.,"):
            explains = text.lstrip(" :.,").startswith("(")
            is_first = False
        if explains:
            _, bracket, text = text.partition(")")
            explains = not bracket
        if text.strip(" :.,") or (row.is_blank and row.raw and not is_empty):
            is_empty = False
            yield Piece(row, text.lstrip(" :.,"))


@cache
def _labels() -> dict[str, str]:
    listed = reference.load("programme_passport")["fields"]
    return {_words(label): topic for topic, labels in listed.items() for label in labels}


@cache
def _ends() -> frozenset[str]:
    return frozenset(_words(heading) for heading in reference.load("programme_passport")["ends"])


@cache
def _openings() -> frozenset[str]:
    """Every label and heading, and how each begins."""
    whole = [label.split() for label in (*_labels(), *_ends())]
    return frozenset(" ".join(words[:size]) for words in whole for size in range(1, len(words) + 1))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()
