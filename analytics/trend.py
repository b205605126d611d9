"""Where a series of years leads: a straight line by least squares, with the 95 % interval of a single new year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics import least_squares
from analytics.least_squares import LEAST_POINTS


@dataclass(frozen=True)
class Point:
    """The line at one year, and the interval in which 95 of 100 new values fall; None where all points lie on it.
    `is_cut`: whether the interval would go below zero and ends there."""

    year: int
    value: float
    low: float | None
    high: float | None
    is_cut: bool = False


@dataclass(frozen=True)
class Trend:
    """A line through `years` observed values: change a year, how much of the spread it explains, and its points from
    the first observed year to the last one asked for. `above_zero`: of something that is never below zero."""

    years: int
    slope: float
    r_squared: float
    points: tuple[Point, ...]
    above_zero: bool = False


def trend(values: Mapping[int, float], last_year: int, *, above_zero: bool = False) -> Trend | None:
    """The trend of values by year, carried on to `last_year`; None where fewer than LEAST_POINTS years are known.

    `above_zero`: what is measured is never below zero, so that intervals end there.
    """
    if len(values) < LEAST_POINTS:
        return None
    years = sorted(values)
    first = years[0]  # counted from the first year, the numbers stay small and their sums exact
    line = least_squares.line([year - first for year in years], [values[year] for year in years])
    points = []
    for year in range(first, max(years[-1], last_year) + 1):
        value, interval = line.at(year - first), line.interval(year - first)
        if interval is None:
            points.append(Point(year, value, None, None))
            continue
        is_cut = above_zero and interval[0] < 0
        low, high = (max(end, 0.0) for end in interval) if is_cut else interval
        points.append(Point(year, value, low, high, is_cut))
    return Trend(line.count, line.slope, line.r_squared, tuple(points), above_zero)


def reached_in(points: Sequence[Point], after: int, target: float, polarity: str | None) -> int | None:
    """The first year past `after` in which the line is as good as the target; None where it is in none of `points`."""
    for point in points:
        better = point.value >= target if polarity == "higher" else point.value <= target
        if polarity in ("higher", "lower") and point.year > after and better:
            return point.year
    return None
