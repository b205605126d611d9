"""A straight line by least squares, with the interval of a single new value.

The interval at x is  a + b x  ±  t(n - 2) · s · sqrt(1 + 1/n + (x - mean x)² / Sxx),  where s² = sum of squared
residuals / (n - 2) and Sxx = Σ(xᵢ - mean x)² (Draper and Smith, Applied Regression Analysis, 3rd ed., ch. 3;
NIST/SEMATECH e-Handbook of Statistical Methods, 4.5.1.2). It holds if the trend goes on and values scatter round it
independently, evenly and normally.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from scipy.stats import linregress, t

COVERAGE = 0.95
LEAST_POINTS = 3
"""Two points always lie on a line, so they tell nothing of its error."""
_ROUNDING = 1e-12
"""Residuals that are less of the greatest value come of binary numbers."""


@dataclass(frozen=True)
class Line:
    """A line through `count` points. `mean` and `spread` of their x: Sxx; `error`: residual standard error, zero where
    all points lie on the line, None with two of them."""

    count: int
    intercept: float
    slope: float
    r_squared: float
    mean: float
    spread: float
    error: float | None

    def at(self, x: float) -> float:
        return self.intercept + self.slope * x

    def interval(self, x: float, coverage: float = COVERAGE) -> tuple[float, float] | None:
        """Within which bounds a new value is to be expected; None where points without scatter tell of no error."""
        if not self.error:
            return None
        spread = sqrt(1 + 1 / self.count + (x - self.mean) ** 2 / self.spread)
        reach = quantile(self.count - 2, coverage) * self.error * spread
        return self.at(x) - reach, self.at(x) + reach


def line(x: Sequence[float] | np.ndarray, y: Sequence[float] | np.ndarray) -> Line:
    """The line with the least sum of squared residuals, through points of two or more different x."""
    across, up = np.asarray(x, float), np.asarray(y, float)
    found: Any = linregress(across, up)  # its attributes are made at run time
    residuals = up - found.intercept - found.slope * across
    scatters = np.max(np.abs(residuals)) > _ROUNDING * np.max(np.abs(up))
    freedom = len(across) - 2
    return Line(
        count=len(across),
        intercept=float(found.intercept),
        slope=float(found.slope),
        r_squared=float(found.rvalue) ** 2,
        mean=float(across.mean()),
        spread=float(np.sum((across - across.mean()) ** 2)),
        error=(float(np.sqrt(np.sum(residuals**2) / freedom)) if scatters else 0.0) if freedom else None,
    )


def quantile(freedom: int, coverage: float = COVERAGE) -> float:
    """How many standard errors the interval reaches to each side: Student's t with `freedom` degrees."""
    return float(t.ppf((1 + coverage) / 2, freedom))
