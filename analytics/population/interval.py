"""Within which bounds a count of a year is to be expected."""

import numpy as np
from scipy.stats import t

from analytics.population.methods import Fit, Method

COVERAGE = 0.95


def quantile(freedom: int, coverage: float = COVERAGE) -> float:
    """How many standard errors the interval reaches to each side: Student's t with `freedom` degrees."""
    return float(t.ppf((1 + coverage) / 2, freedom))


def prediction(fit: Fit, year: int, coverage: float = COVERAGE) -> tuple[float, float] | None:
    """The prediction interval of a year, people, unrounded; None for a method that has none of its own.

    fit(x) +- t(n - 2) * s * sqrt(1 + 1/n + (x - mean)^2 / Sxx), where s^2 = sum of squared residuals / (n - 2) and Sxx
    = sum of (x_i - mean)^2 (Draper and Smith, Applied Regression Analysis, 3rd ed., ch. 3; NIST/SEMATECH e-Handbook of
    Statistical Methods, 4.5.1.2). For the constant rate the same on logarithms, taken back. It holds if the trend goes
    on and years scatter round it independently, evenly and normally; a war or a boundary change is not in it.
    """
    if fit.method not in (Method.LEAST_SQUARES, Method.LOG_LINEAR):
        return None
    there, back = (np.log, np.exp) if fit.method is Method.LOG_LINEAR else (np.asarray, np.asarray)
    years = np.array(fit.years, float)
    residuals = there(np.array(fit.persons, float)) - there([fit.at(year) for year in fit.years])
    freedom = len(years) - 2
    error = np.sqrt(np.sum(residuals**2) / freedom)
    mean = years.mean()
    spread = np.sqrt(1 + 1 / len(years) + (year - mean) ** 2 / np.sum((years - mean) ** 2))
    middle, reach = there(fit.at(year)), quantile(freedom, coverage) * error * spread
    return float(back(middle - reach)), float(back(middle + reach))
