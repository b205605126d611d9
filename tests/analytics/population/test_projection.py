"""The trend beside what the documents print."""

import duckdb
import pandas as pd

from analytics.population import series
from analytics.population.methods import Fit, Method, fit
from analytics.population.projection import beside_printed, people

PROJECTED = [247405, 245664, 243922, 242181, 240439, 238698]


def trend_of(printed: pd.DataFrame) -> Fit:
    observed = series.observed(printed)
    return fit(Method.LEAST_SQUARES, list(observed["year"]), list(observed["observed"]))


def test_published_equals_recomputed(real: duckdb.DuckDBPyConnection) -> None:
    """«е-місто» 2021-2026, read from the document, year by year; the view says the same."""
    printed = series.printed(real)
    years = beside_printed(printed, trend_of(printed), [])
    projected = years[years["published"].notna()]
    assert list(projected["year"]) == list(range(2021, 2027))
    assert list(projected["published"]) == list(projected["recomputed"]) == PROJECTED
    assert list(projected["apart"]) == [0] * 6
    assert list(printed["recomputed"][4:]) == PROJECTED
    assert list(printed["recomputed"]) == list(years["recomputed"])


def test_interval_stands_beside_the_years(real: duckdb.DuckDBPyConnection) -> None:
    """2022: 242 513.3 to 248 813.7; its place in the document goes along."""
    printed = series.printed(real)
    found = people(trend_of(printed), 2022)
    assert (found.persons, found.low, found.high) == (245664, 242513, 248814)
    (row,) = [row for row in beside_printed(printed, trend_of(printed), []).to_dict("records") if row["year"] == 2022]
    assert (row["low"], row["high"], row["locator"]) == (242513, 248814, "рядок 339, число 6")


def test_years_that_nobody_prints(real: duckdb.DuckDBPyConnection) -> None:
    """2027: 238 697.5 - 1741.5 = 236 956, without a place; 2020 stays observed and in the base."""
    printed = series.printed(real)
    rows = {
        row["year"]: row for row in beside_printed(printed, trend_of(printed), range(2020, 2028)).to_dict("records")
    }
    assert (rows[2027]["recomputed"], rows[2027]["published"], rows[2027]["locator"]) == (236956, None, None)
    assert (rows[2020]["observed"], rows[2020]["in_base"], rows[2021]["in_base"]) == (249155, True, False)


def test_shares_of_residents(real: duckdb.DuckDBPyConnection) -> None:
    """The passport promises 1 % of residents over 15 in 2022, the template 95 % of the population; nothing else is a
    share of residents, and the zero of the special fund is not taken for it."""
    found = series.targets(real)
    listed = [
        (row["document_id"], row["locator"], row["year"], float(row["per_cent"]), row["age_from"])
        for row in found.to_dict("records")
    ]
    assert listed == [
        ("zhytomyr-passport-0217530-2022", "рядок 170, графа 7", 2022, 1.0, 15),
        ("template-informatization", "рядок 211", None, 95.0, None),
    ]
