"""How wrong each method would have been: the last years are left out and foretold from those before."""

from collections.abc import Sequence

import pandas as pd

from analytics.least_squares import LEAST_POINTS
from analytics.population.methods import CannotFit, Method, fit
from analytics.population.rounding import half_up


def backtest(method: Method, years: Sequence[int], persons: Sequence[int]) -> pd.DataFrame:
    """Grain: number of last years left out x year left out; people. As many are left out as leave three years.

    Columns: left_out, year, observed, foretold (whole people), error (foretold less observed), share (of observed; None
    where that is zero). Empty where there are too few years.
    """
    known = sorted(zip(years, persons, strict=True))
    last = sorted(set(years))
    found = []
    for left_out in range(1, len(last) - LEAST_POINTS + 1):
        before = [(year, count) for year, count in known if year < last[-left_out]]
        try:
            trend = fit(method, *zip(*before, strict=True))
        except CannotFit:
            continue
        for year, count in known[len(before) :]:
            foretold = half_up(trend.at(year))
            error = foretold - count
            share = error / count if count else None
            found.append((left_out, year, count, foretold, error, share))
    columns = ["left_out", "year", "observed", "foretold", "error", "share"]
    return pd.DataFrame(found, columns=columns, dtype=object)


def mean_error(tested: pd.DataFrame) -> float | None:
    """The mean size of the errors of a backtest, people; None where nothing could be tested."""
    return None if tested.empty else float(sum(abs(error) for error in tested["error"]) / len(tested))


def mean_share(tested: pd.DataFrame) -> float | None:
    """The mean size of the errors as shares of what was observed; None where there is none."""
    shares = [abs(share) for share in tested["share"] if share is not None]
    return sum(shares) / len(shares) if shares else None
