"""The trend laid beside what is printed, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analytics.population import interval
from analytics.population.methods import Fit
from analytics.population.rounding import half_up


@dataclass(frozen=True)
class People:
    """How many people a year is expected to have, and the bounds of its prediction interval, where there is one."""

    persons: int
    low: int | None
    high: int | None


def people(fit: Fit, year: int) -> People:
    """Whole people, rounded half up; the bounds too."""
    bounds = interval.prediction(fit, year)
    low, high = (None, None) if bounds is None else map(half_up, bounds)
    return People(half_up(fit.at(year)), low, high)


def beside_printed(printed: pd.DataFrame, fit: Fit, years: Iterable[int]) -> pd.DataFrame:
    """Grain: year, or printed cell where a year is printed more than once; people.

    `printed` as from `series.printed`, of one table; `years`: those to show beside the printed ones. Columns: year,
    observed, published, recomputed, low, high (of the 95 % prediction interval), apart (published less
    recomputed), document_id, locator, in_base (whether the trend was drawn through it); None where there is none.
    """
    found = []
    for year in sorted({*printed["year"], *years}):
        expected = people(fit, year)
        for cell in printed[printed["year"] == year].to_dict("records") or [{}]:
            published = cell.get("published_projection")
            found.append(
                {
                    "year": year,
                    "observed": cell.get("observed"),
                    "published": published,
                    "recomputed": expected.persons,
                    "low": expected.low,
                    "high": expected.high,
                    "apart": None if published is None else published - expected.persons,
                    "document_id": cell.get("document_id"),
                    "locator": cell.get("locator"),
                    "in_base": year in fit.years and cell.get("observed") is not None,
                }
            )
    return pd.DataFrame(found, dtype=object)
