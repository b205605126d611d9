"""Over which columns the headings of a table stand: its lowest headings, each with those above it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from data.contracts import UnreadReason
from loaders.cells import clean
from loaders.errors import TableError
from loaders.rows import Row
from loaders.tables import wording


@dataclass(frozen=True)
class Heading:
    """A lowest heading: its cell (`row`, `cell`), the column it heads, and the headings above it with its own last."""

    row: Row
    cell: int
    place: int
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.path[-1]

    @property
    def locator(self) -> str:
        return self.row.locator(self.cell)

    @property
    def fiscal_year(self) -> int | None:
        return next((found for text in reversed(self.path) if (found := wording.year_in(text))), None)


Meaning = Callable[[Heading], tuple[object, ...]]
"""What tells a column from all others; its first part is None for a heading that is not known."""


def leaves_of(rows: tuple[Row, ...], width: int | None, meaning: Meaning) -> list[Heading]:
    """The lowest heading of each column, in order.

    Headings are merged cells written as text: a blank cell belongs to the heading on its left. Where the text lost or
    gained a blank, so that places and count disagree, the lowest headings are taken in their printed order, which the
    count must confirm.
    """
    rows = _first_page(rows)
    by_place = _by_place(rows)
    if width is None or ([leaf.place for leaf in by_place] == list(range(width)) and not _repeated(by_place, meaning)):
        return by_place
    leaves = _by_order(rows)
    if len(leaves) != width:
        raise TableError(
            f"{rows[0].locator()}: the headings name {len(leaves)} columns, the row of column numbers {width}. "
            "Check whether a heading was lost.",
            UnreadReason.HEADING_LOST,
            rows[0].locator(),
            f"{len(leaves)} ≠ {width}",
        )
    return [replace(leaf, place=place) for place, leaf in enumerate(leaves)]


def check_repeated(leaves: Sequence[Heading], meaning: Meaning) -> None:
    """Raises TableError where two columns say the same."""
    if twice := _repeated(leaves, meaning):
        raise error_at(
            twice.locator, twice.text, UnreadReason.HEADING_TWICE, "stands twice; it is not clear which column is meant"
        )


def _repeated(leaves: Sequence[Heading], meaning: Meaning) -> Heading | None:
    seen: set[tuple[object, ...]] = set()
    for leaf in leaves:
        said = meaning(leaf)
        if said in seen and said[0] not in (None, "ignored"):
            return leaf
        seen.add(said)
    return None


def _first_page(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The headings once; pages repeat them."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        shape = tuple(clean(cell).casefold() for cell in row.cells)
        if shape in first:
            break
        first[shape] = row
    return tuple(first.values())


def _by_place(rows: tuple[Row, ...]) -> list[Heading]:
    """One heading a place, blank cells filled from the left; a new heading above ends the one below it."""
    size = max(len(row.cells) for row in rows)
    filled: list[list[str]] = []
    for depth, row in enumerate(rows):
        line: list[str] = []
        for place in range(size):
            own = clean(row.cells[place]) if place < len(row.cells) else ""
            starts_above = any(place < len(up.cells) and clean(up.cells[place]) for up in rows[:depth])
            line.append(own if own or starts_above or not place else line[-1])
        filled.append(line)
    headings: list[Heading] = []
    for place in range(size):
        path = tuple(line[place] for line in filled if line[place])
        own = [row for row in rows if place < len(row.cells) and clean(row.cells[place])]
        if path and own:
            headings.append(Heading(own[-1], place, place, path))
    return headings


def _by_order(rows: tuple[Row, ...]) -> list[Heading]:
    """The lowest headings in printed order: each heading belongs to the last one that starts left of it, a row up."""
    leaves: list[Heading] = []

    def walk(depth: int, start: int, end: int, path: tuple[str, ...]) -> None:
        cells = rows[depth].cells
        places = [place for place in range(start, min(end, len(cells))) if clean(cells[place])]
        for place, after in zip(places, [*places[1:], end], strict=False):
            here = (*path, clean(cells[place]))
            # The last group of a row may reach past the heading that follows it above: its own row decides.
            reach = len(rows[depth + 1].cells) if depth + 1 < len(rows) and after == end and len(path) else after
            before = len(leaves)
            if depth + 1 < len(rows):
                walk(depth + 1, place, reach, here)
            if len(leaves) == before:
                leaves.append(Heading(rows[depth], place, place, here))

    walk(0, 0, max(len(row.cells) for row in rows), ())
    return leaves


def error_at(locator: str, text: str, reason: UnreadReason, what: str) -> TableError:
    """A heading stops its table; `what` is wrong with it."""
    return TableError(
        f"{locator}: the heading «{text}» {what}. If it is right, add it to data/reference/.", reason, locator, text
    )
