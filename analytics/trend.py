"""Where a series of years leads: a straight line by least squares, with the 95 % interval of a single new year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics import least_squares
from analytics.least_squares import LEAST_POINTS


@dataclass(frozen=True)
class Point:
    """The line at one year, and the interval in which 95 of 100 new values fall; None where all points lie on it."""

    year: int
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Trend:
    """A line through `years` observed values: change a year, how much of the spread it explains, and its points from
    the first observed year to the last one asked for."""

    years: int
    slope: float
    r_squared: float
    points: tuple[Point, ...]


def trend(values: Mapping[int, float], last_year: int) -> Trend | None:
    """The trend of values by year, carried on to `last_year`; None where fewer than LEAST_POINTS years are known."""
    if len(values) < LEAST_POINTS:
        return None
    years = sorted(values)
    first = years[0]  # counted from the first year, the numbers stay small and their sums exact
    line = least_squares.line([year - first for year in years], [values[year] for year in years])
    points = []
    for year in range(first, max(years[-1], last_year) + 1):
        low, high = line.interval(year - first) or (None, None)
        points.append(Point(year, line.at(year - first), low, high))
    return Trend(line.count, line.slope, line.r_squared, tuple(points))


def reached_in(points: Sequence[Point], after: int, target: float, polarity: str | None) -> int | None:
    """The first year past `after` in which the line is as good as the target; None where it is in none of `points`."""
    for point in points:
        better = point.value >= target if polarity == "higher" else point.value <= target
        if polarity in ("higher", "lower") and point.year > after and better:
            return point.year
    return None
