"""How well a trend fits the years it was drawn through; not how well it foretells others."""

from dataclasses import dataclass
from math import sqrt

from analytics.population.methods import Fit


@dataclass(frozen=True)
class Goodness:
    """`points` observed; `freedom`: points less parameters; `r_squared`: share of the variance that the trend explains,
    None where all points are equal; `error`: residual standard error, people, None without freedom."""

    points: int
    freedom: int
    r_squared: float | None
    error: float | None


def goodness(fit: Fit) -> Goodness:
    """R^2 = 1 - SSE / SST and s = sqrt(SSE / freedom), in people for every method, so that they can be compared."""
    points = len(fit.persons)
    freedom = points - fit.parameters
    mean = sum(fit.persons) / points
    scatter = sum((persons - mean) ** 2 for persons in fit.persons)
    left = sum((persons - fit.at(year)) ** 2 for year, persons in zip(fit.years, fit.persons, strict=True))
    return Goodness(
        points,
        freedom,
        1 - left / scatter if scatter else None,
        sqrt(left / freedom) if freedom > 0 else None,
    )
