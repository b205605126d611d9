"""Within which bounds a count of a year is to be expected."""

from math import exp, log

from analytics import least_squares
from analytics.least_squares import COVERAGE
from analytics.population.methods import Fit, Method


def prediction(fit: Fit, year: int, coverage: float = COVERAGE) -> tuple[float, float] | None:
    """The prediction interval of a year, people, unrounded, as in `least_squares`; None for a method that has none of
    its own, and where all points lie on the trend.

    For the constant rate it is that of the logarithms, taken back. A war or a boundary change is not in it.
    """
    first = min(fit.years)
    years = [at - first for at in fit.years]
    if fit.method is Method.LEAST_SQUARES:
        return least_squares.line(years, fit.persons).interval(year - first, coverage)
    if fit.method is Method.LOG_LINEAR:
        bounds = least_squares.line(years, [log(count) for count in fit.persons]).interval(year - first, coverage)
        return bounds and (exp(bounds[0]), exp(bounds[1]))
    return None
