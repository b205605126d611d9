"""The numbered points of a form of order 836: which rows belong to which point.

A point is known by the words it opens with (`data/reference/passport_form.yml`), since its number differs between
redactions. What stands between the heading of the form and its first labelled point are the codes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from data import reference
from loaders.documents.budget_form.words import Text, bare, fold, is_item, label_pattern, listed, lists, texts
from loaders.rows import Row

CODES, STATED, GROUNDS, GOALS, AIM, TASKS = "codes", "stated_amounts", "grounds", "goals", "aim", "tasks"
DIRECTIONS, PROGRAMMES, INDICATORS, CLOSING = "directions", "programmes", "indicators", "closing"

_WITH_CONTENT = {STATED, GROUNDS, AIM, CLOSING}
"""Points whose text may follow on the line of their label."""

_SIGNATURE_ROWS = 3
_LONGEST_LABEL = 300


@dataclass(frozen=True)
class Point:
    """One point: its rows that are not blank, and the text that stands on the line of its label.

    `title` is the label as printed, without its number.
    """

    kind: str
    label: Row | None = None
    title: str = ""
    inline: tuple[Text, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every cell with text, in reading order."""
        return (*self.inline, *(text for row in self.rows for text in texts(row)))


def points_of(rows: Sequence[Row], is_heading: Callable[[Row], bool]) -> list[Point]:
    """The points below the heading of the form, in order; the first are the codes."""
    heading = next((place for place, row in enumerate(rows) if is_heading(row)), -1)
    points = [Point(CODES)]
    for row in rows[heading + 1 :]:
        if not (found := texts(row)):
            continue
        if opened := _opened(row, found):
            points.append(opened)
        elif not _ends_label(points[-1], found):
            last = points[-1]
            points[-1] = replace(last, rows=(*last.rows, row))
    last = max(place for place, point in enumerate(points) if point.kind != CLOSING)
    return [*points[:last], *_without_signature(points[last]), *points[last + 1 :]]


def _opened(row: Row, found: list[Text]) -> Point | None:
    """The point that a row opens: a number, if any, and the label in one cell.

    A table's label stands alone, so that a heading with the same words is none.
    """
    numbered = is_item(found[0].text) and len(found) > 1
    label, rest = (found[1], found[2:]) if numbered else (found[0], found[1:])
    folded = fold(label.text)[:_LONGEST_LABEL]
    for kind, pattern in _labels():
        if not (match := pattern.match(folded)):
            continue
        title = label.text[match.start("words") : match.end()]
        after = label.text[match.end() :].lstrip(" :–—-.;*")
        if kind in _WITH_CONTENT:
            own = (Text(row, label.column, after),) if after else ()
            return Point(kind, row, title, (*own, *rest))
        has_number = numbered or match["number"]
        if not rest and (not after or has_number):
            return Point(kind, row, title)
    return None


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of points with their labels, the longest label first."""
    every = [(kind, label) for kind, labels in lists("points").items() for label in labels]
    every.sort(key=lambda pair: len(pair[1]), reverse=True)
    return tuple((kind, label_pattern(label)) for kind, label in every)


def _ends_label(point: Point, found: list[Text]) -> bool:
    """Whether a line right below a label is the rest of that label, cut by the width of the page."""
    if point.label is None or point.inline or point.rows or len(found) > 1:
        return False
    begun, rest = bare(point.label.text), bare(found[0].text)
    return any(
        len(rest.split()) > 1 and label.endswith(rest) and begun.endswith(label.removesuffix(rest).strip())
        for label in listed("points", point.kind)
        if label != rest
    )


def _without_signature(point: Point) -> Iterator[Point]:
    """A point, and the block of signatures at its end apart.

    The block starts above the row that says «(підпис)», or where words without a number stand after a gap at the end.
    """
    start = _signature(point.rows)
    yield replace(point, rows=point.rows[:start])
    if start < len(point.rows):
        yield Point(CLOSING, rows=point.rows[start:])


def _signature(rows: Sequence[Row]) -> int:
    words = set(reference.load("passport_form")["signature"])
    for place, row in enumerate(rows):
        if any(text.text.startswith("(") and set(bare(text.text).split()) & words for text in texts(row)):
            start = place
            while start and place - start < _SIGNATURE_ROWS and not _has_number(rows[start - 1]):
                start -= 1
            return start
    last = max((place for place, row in enumerate(rows) if _has_number(row)), default=len(rows))
    after = (place for place in range(last + 1, len(rows)) if rows[place].no - rows[place - 1].no > 1)
    return next((place for place in after if rows[place].in_table), len(rows))


def _has_number(row: Row) -> bool:
    return any(char.isdigit() for char in row.text)
