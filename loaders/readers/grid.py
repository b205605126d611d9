"""The tables that ruled lines make on a page: columns, rows and merged cells. Lengths in points, y grows downwards."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

_NEAR = 3.0
"""Lines drawn twice, or piece by piece, and corners that do not quite meet."""

_NARROWEST = 5.0
"""No column or row is narrower: such a strip is an edge that was dragged in one row and not in the next."""

_SHORTEST = 5.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: `at` is its y (its x, if it is upright); it runs from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Grid:
    """The edges of columns and rows, and for each place of the grid the place that holds its text: top left."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[tuple[tuple[int, int], ...], ...]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and the column whose cell holds a point; None outside the table."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        if 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1:
            return self.owners[row][column]
        return None

    def boxes(self) -> dict[tuple[int, int], tuple[float, float, float, float]]:
        """Left, top, right and bottom of each cell by its place."""
        boxes: dict[tuple[int, int], tuple[float, float, float, float]] = {}
        for row, line in enumerate(self.owners):
            for column, owner in enumerate(line):
                own = (self.xs[column], self.ys[row], self.xs[column + 1], self.ys[row + 1])
                old = boxes.get(owner, own)
                boxes[owner] = (min(old[0], own[0]), min(old[1], own[1]), max(old[2], own[2]), max(old[3], own[3]))
        return boxes


def grids_of(across: Iterable[Rule], upright: Iterable[Rule]) -> list[Grid]:
    """The tables from top to bottom. Lines that touch make one table; one column alone, as a frame, makes none."""
    rows, columns = _joined(across), _joined(upright)
    if not rows or not columns:
        return []
    touching = _touching(rows, columns)
    size = len(rows) + len(columns)
    above, beside = np.nonzero(touching)
    links = coo_array((np.ones(len(above)), (above, beside + len(rows))), shape=(size, size))
    _, labels = connected_components(links, directed=False)
    grids: list[Grid] = []
    for label in dict.fromkeys(labels[: len(rows)].tolist()):
        own_rows = [rule for rule, name in zip(rows, labels[: len(rows)], strict=True) if name == label]
        own_columns = [rule for rule, name in zip(columns, labels[len(rows) :], strict=True) if name == label]
        if own_columns and (grid := _grid(own_rows, own_columns)):
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def edges(places: Iterable[float]) -> list[float]:
    """Places that belong to one edge as one, in order."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][0] < _NARROWEST:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines at the same height whose pieces touch, as one line each."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if groups and rule.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    joined: list[Rule] = []
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        pieces: list[tuple[float, float]] = []
        for rule in sorted(group, key=lambda rule: rule.start):
            if pieces and rule.start - pieces[-1][1] <= _NEAR:
                pieces[-1] = (pieces[-1][0], max(pieces[-1][1], rule.end))
            else:
                pieces.append((rule.start, rule.end))
        joined.extend(Rule(at, start, end) for start, end in pieces if end - start >= _SHORTEST)
    return joined


def _touching(rows: Sequence[Rule], columns: Sequence[Rule]) -> np.ndarray:
    y, left, right = (np.array([values]).T for values in _values(rows))
    x, top, bottom = (np.array([values]) for values in _values(columns))
    meets = (left - _NEAR <= x) & (x <= right + _NEAR) & (top - _NEAR <= y) & (y <= bottom + _NEAR)
    return meets


def _values(rules: Sequence[Rule]) -> tuple[list[float], list[float], list[float]]:
    return [rule.at for rule in rules], [rule.start for rule in rules], [rule.end for rule in rules]


def _grid(rows: list[Rule], columns: list[Rule]) -> Grid | None:
    """The table that lines which touch make; where its border is not drawn, the lines end at it."""
    xs = edges([*(rule.at for rule in columns), *_border(columns, rows)])
    ys = edges([*(rule.at for rule in rows), *_border(rows, columns)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    right = _walls(columns, xs, ys)
    below = _walls(rows, ys, xs).T
    height, width = len(ys) - 1, len(xs) - 1
    places = np.arange(height * width).reshape(height, width)
    open_right, open_below = ~right[:, 1:-1], ~below[1:-1, :]
    ones = np.concatenate([places[:, :-1][open_right], places[:-1, :][open_below]])
    others = np.concatenate([places[:, 1:][open_right], places[1:, :][open_below]])
    links = coo_array((np.ones(len(ones)), (ones, others)), shape=(height * width, height * width))
    _, labels = connected_components(links, directed=False)
    first: dict[int, tuple[int, int]] = {}
    for place, label in enumerate(labels.tolist()):
        first.setdefault(label, divmod(place, width))
    owners = tuple(tuple(first[labels[place]] for place in line) for line in places)
    return Grid(tuple(xs), tuple(ys), owners)


def _border(drawn: list[Rule], crossing: list[Rule]) -> list[float]:
    """Where crossing lines end beyond the outermost line that is drawn."""
    first, last = min(rule.at for rule in drawn), max(rule.at for rule in drawn)
    ends = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    return [end for end in ends if end < first - _NARROWEST or end > last + _NARROWEST]


def _walls(rules: list[Rule], ats: list[float], along: list[float]) -> np.ndarray:
    """For each strip between the edges `along`, and each edge of `ats`, whether a line runs by most of the strip."""
    starts, ends = np.array(along[:-1]), np.array(along[1:])
    covered = np.zeros((len(along) - 1, len(ats)))
    for rule in rules:
        edge = min(range(len(ats)), key=lambda place: abs(ats[place] - rule.at))
        covered[:, edge] += np.clip(np.minimum(ends, rule.end) - np.maximum(starts, rule.start), 0, None)
    return covered > ((ends - starts) / 2)[:, None]
