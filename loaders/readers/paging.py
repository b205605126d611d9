"""What pages add to a text that runs over them: their numbers, and the room left at the foot of one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

_NUMBER = re.compile(r"[-–—]?\s*(\d{1,4})\s*[-–—]?")

_ROOM_LINES = 4
"""Heights of a line. A text that goes on leaves less at the foot of its page: it keeps two lines together at most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text or a table of a page, and the height it takes; an empty text is a wider gap between lines."""

    item: Any
    top: float
    bottom: float


@dataclass(frozen=True)
class Laid:
    """What stands on page `no` from top to bottom. Pages of one `shape` have their foot at one height."""

    no: int
    shape: tuple[float, ...]
    placed: Sequence[Placed]


def items_of(pages: Sequence[Laid]) -> list[tuple[int, list[Any]]]:
    """The items of each page by its place in the file, without the numbers that are printed on the pages.

    A number is one where it stands first or last on its page, and more pages than one count on in that way. Where a
    page has room left below its last line, the text ends there: an empty line follows.
    """
    counts = Counter(printed - page.no for page in pages for printed in _numbers(page.placed).values())
    shifts = {shift for shift, times in counts.items() if times > 1}
    bodies = [replace(page, placed=_without(page.placed, {page.no + shift for shift in shifts})) for page in pages]
    feet: dict[tuple[float, ...], float] = {}
    for page in bodies:
        if page.placed:
            feet[page.shape] = max(feet.get(page.shape, page.placed[-1].bottom), page.placed[-1].bottom)
    return [
        (page.no, [one.item for one in page.placed] + [""] * _has_room(page.placed, feet.get(page.shape, 0.0)))
        for page in bodies
    ]


def _numbers(placed: Sequence[Placed]) -> dict[int, int]:
    """The numbers that stand first or last on a page, by their place in it."""
    edges = {0, len(placed) - 1} if placed else set[int]()
    found = {place: _NUMBER.fullmatch(item.strip()) for place in edges if isinstance(item := placed[place].item, str)}
    return {place: int(number[1]) for place, number in found.items() if number}


def _without(placed: Sequence[Placed], own: set[int]) -> list[Placed]:
    """The page without its own number, and without the gap beside that."""
    left = list(placed)
    for place, number in sorted(_numbers(placed).items(), reverse=True):
        if number in own:
            del left[place]
            edge = min(place, len(left) - 1)
            if left and left[edge].item == "":
                del left[edge]
    return left


def _has_room(placed: Sequence[Placed], foot: float) -> bool:
    """Whether more lines would have fitted below the last one; below a table a row that is higher may not have."""
    if not placed or not isinstance(placed[-1].item, str):
        return False
    return foot - placed[-1].bottom > _ROOM_LINES * (placed[-1].bottom - placed[-1].top)
