"""Trends through the observed years, each by another method; years may have gaps.

The method of «е-місто» is the straight line of least squares. The others stand beside it to show how much the result
depends on the choice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import theilslopes

from analytics.least_squares import LEAST_POINTS, line

_DAMPED_BY = (0.8, 0.98)
"""The usual bounds of a damping factor: below, the trend ends at once; above, it is a straight line."""


class Method(StrEnum):
    LEAST_SQUARES = "least_squares"
    THEIL_SEN = "theil_sen"
    LOG_LINEAR = "log_linear"
    DAMPED = "damped"


class CannotFit(ValueError):
    """There are too few years, or values that the method cannot use; the sentence says which."""


@dataclass(frozen=True)
class Fit:
    """A trend: `at(year)` gives people, unrounded. `years` and `persons` are the points it was drawn through,
    `parameters` how many numbers were chosen to fit them."""

    method: Method
    years: tuple[int, ...]
    persons: tuple[int, ...]
    parameters: int
    at: Callable[[int], float]


def fit(method: Method, years: Sequence[int], persons: Sequence[int]) -> Fit:
    """The trend through observed years; people. Raises CannotFit."""
    if len(set(years)) < LEAST_POINTS:
        raise CannotFit(f"A trend needs {LEAST_POINTS} different observed years; there are {len(set(years))}.")
    if method is Method.LOG_LINEAR and min(persons) <= 0:
        raise CannotFit("A constant rate of change needs people above zero in every year.")
    first = min(years)  # counted from the first year, the numbers stay small and their sums exact
    through = _LINES[method](np.array(years, float) - first, np.array(persons, float))
    parameters = 3 if method is Method.DAMPED else 2
    return Fit(method, tuple(years), tuple(persons), parameters, lambda year: through(year - first))


def _least_squares(x: np.ndarray, y: np.ndarray) -> Callable[[int], float]:
    """The straight line with the least sum of squared residuals: the same number of people is added every year."""
    return line(x, y).at


def _theil_sen(x: np.ndarray, y: np.ndarray) -> Callable[[int], float]:
    """The median of the slopes between all pairs of years, through the medians (Theil 1950, Sen 1968): one odd year
    hardly moves it."""
    found: Any = theilslopes(y, x)
    return lambda at: float(found.intercept + found.slope * at)


def _log_linear(x: np.ndarray, y: np.ndarray) -> Callable[[int], float]:
    """Least squares on the logarithm: the same share is added every year."""
    rate = line(x, np.log(y))
    return lambda at: exp(rate.at(at))


def _damped(x: np.ndarray, y: np.ndarray) -> Callable[[int], float]:
    """A yearly step that shrinks by a factor: level + step * (f + f^2 + ... + f^x).

    The idea is that of Gardner and McKenzie (1985), who fit it by exponential smoothing; here level and step are least
    squares for a given factor, and the factor is the one with the least sum of squares, so that gaps do no harm.
    """

    def walked(factor: float, at: Any) -> Any:
        return factor * (1 - factor**at) / (1 - factor)

    def squares(factor: float) -> float:
        found = line(walked(factor, x), y)
        return float(np.sum((y - found.at(walked(factor, x))) ** 2))

    found: Any = minimize_scalar(squares, bounds=_DAMPED_BY, method="bounded")
    factor = float(found.x)
    best = line(walked(factor, x), y)
    return lambda at: best.at(walked(factor, at))


_LINES = {
    Method.LEAST_SQUARES: _least_squares,
    Method.THEIL_SEN: _theil_sen,
    Method.LOG_LINEAR: _log_linear,
    Method.DAMPED: _damped,
}
