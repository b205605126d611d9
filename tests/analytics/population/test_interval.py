"""The prediction interval."""

import numpy as np
import pytest

from analytics.least_squares import quantile
from analytics.population.interval import prediction
from analytics.population.methods import Method, fit

YEARS, PERSONS = [2017, 2018, 2019, 2020], [254157, 253066, 250657, 249155]


def test_quantiles_of_the_printed_table() -> None:
    """Student's t, two-sided 95 %: 12.706, 4.303 and 2.228 with 1, 2 and 10 degrees of freedom."""
    assert [round(quantile(freedom), 3) for freedom in (1, 2, 10)] == [12.706, 4.303, 2.228]


def test_interval_by_hand() -> None:
    """2022: 245 663.5 +- 4.302653 x 380.632 x sqrt(1 + 1/4 + 3.5^2 / 5) = 3150.2; 2026: sqrt(12.5), 5790.3."""
    trend = fit(Method.LEAST_SQUARES, YEARS, PERSONS)
    assert prediction(trend, 2022) == pytest.approx((242513.3, 248813.7), abs=0.1)
    assert prediction(trend, 2026) == pytest.approx((232907.2, 244487.8), abs=0.1)


def test_points_on_a_line_leave_no_interval() -> None:
    """Without residuals nothing tells how far a new count may be from the line."""
    assert prediction(fit(Method.LEAST_SQUARES, [1, 2, 3], [10, 20, 30]), 4) is None
    assert prediction(fit(Method.LOG_LINEAR, [1, 2, 3], [1000, 1100, 1210]), 4) is None


@pytest.mark.parametrize("method", [Method.THEIL_SEN, Method.DAMPED])
def test_methods_without_an_interval_have_none(method: Method) -> None:
    """None is made up for them."""
    assert prediction(fit(method, YEARS, PERSONS), 2022) is None


def test_wider_the_further_and_the_surer() -> None:
    """Farther years and more coverage reach farther to both sides."""
    trend = fit(Method.LEAST_SQUARES, YEARS, PERSONS)
    widths = [high - low for low, high in filter(None, (prediction(trend, year) for year in (2021, 2023, 2026)))]
    assert widths == sorted(widths)
    (low, high), (lower, higher) = prediction(trend, 2022) or (0, 0), prediction(trend, 2022, 0.99) or (0, 0)
    assert lower < low < high < higher


@pytest.mark.parametrize(("points", "ahead"), [(4, 2), (4, 6), (12, 3)])
def test_covers_what_it_says(points: int, ahead: int) -> None:
    """3000 made-up series with normal scatter: a new count falls inside in 95 % of them, give or take 1.2 %, which is
    three standard errors of such a count."""
    chance = np.random.default_rng(20_261_126)
    years, asked, inside = list(range(2000, 2000 + points)), 1999 + points + ahead, 0
    for _series in range(3000):
        true = [250_000 - 1_700 * (year - 2000) for year in (*years, asked)]
        *persons, new = (round(count + chance.normal(0, 400)) for count in true)
        low, high = prediction(fit(Method.LEAST_SQUARES, years, persons), asked) or (0, 0)
        inside += low <= new <= high
    assert inside / 3000 == pytest.approx(0.95, abs=0.012)


def test_log_linear_covers_too() -> None:
    """The same for a constant rate with scatter that grows with the count."""
    chance = np.random.default_rng(7)
    years, inside = list(range(2000, 2008)), 0
    for _series in range(2000):
        *persons, new = (
            round(300_000 * 0.98 ** (year - 2000) * np.exp(chance.normal(0, 0.01))) for year in (*years, 2011)
        )
        low, high = prediction(fit(Method.LOG_LINEAR, years, persons), 2011) or (0, 0)
        inside += low <= new <= high
    assert inside / 2000 == pytest.approx(0.95, abs=0.015)
