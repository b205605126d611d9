"""Where a series of years leads: a straight line by least squares, with the 95 % interval of a single new year.

The interval at year x is  a + b x  ±  t(0.975, n - 2) · s · sqrt(1 + 1/n + (x - mean x)² / Σ(x - mean x)²),  s² being
the sum of squared residuals / (n - 2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from scipy import stats

FEWEST = 3
"""Years that a trend needs: through two a line always fits."""


@dataclass(frozen=True)
class Point:
    """The line at one year, and the interval in which 95 of 100 new values fall."""

    year: int
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Trend:
    """A line through `years` observed values: change a year, how much of the spread it explains, and its points from
    the first observed year to the last one asked for."""

    years: int
    slope: float
    r_squared: float
    points: tuple[Point, ...]


def trend(values: Mapping[int, float], last_year: int) -> Trend | None:
    """The trend of values by year, carried on to `last_year`; None where fewer than FEWEST years are known."""
    if len(values) < FEWEST:
        return None
    years = sorted(values)
    slope, intercept, correlation, *_ = map(float, stats.linregress(years, [values[year] for year in years]))
    count, middle = len(years), sum(years) / len(years)
    spread = sum((year - middle) ** 2 for year in years)
    left = sum((values[year] - intercept - slope * year) ** 2 for year in years)
    wide = float(stats.t.ppf(0.975, count - 2)) * sqrt(left / (count - 2))
    points = []
    for year in range(years[0], max(years[-1], last_year) + 1):
        value = intercept + slope * year
        reach = wide * sqrt(1 + 1 / count + (year - middle) ** 2 / spread)
        points.append(Point(year, value, value - reach, value + reach))
    return Trend(count, slope, correlation**2, tuple(points))


def reached_in(points: Sequence[Point], after: int, target: float, polarity: str | None) -> int | None:
    """The first year past `after` in which the line is as good as the target; None where it is in none of `points`."""
    for point in points:
        better = point.value >= target if polarity == "higher" else point.value <= target
        if polarity in ("higher", "lower") and point.year > after and better:
            return point.year
    return None
