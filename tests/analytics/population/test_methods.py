"""Trends through observed years."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.population.goodness import goodness
from analytics.population.methods import CannotFit, Method, fit
from analytics.population.rounding import half_up

YEARS, PERSONS = [2017, 2018, 2019, 2020], [254157, 253066, 250657, 249155]
"""Zhytomyr, «е-місто»: observed."""


@pytest.mark.parametrize(
    ("value", "whole"),
    [
        (245663.5, 245664),  # Python's round gives 245664 here, but 242180 below
        (242180.5, 242181),
        (238697.5, 238698),
        (245663.49999999997, 245664),  # a half, but for the noise of floating arithmetic
        (245663.499, 245663),
        (-0.5, 0),
        (0.0, 0),
    ],
)
def test_half_goes_up(value: float, whole: int) -> None:
    """As the documents round."""
    assert half_up(value) == whole


def test_least_squares_give_the_published_row() -> None:
    """Slope -1741.5: the six printed years of «е-місто», rounded half up."""
    trend = fit(Method.LEAST_SQUARES, YEARS, PERSONS)
    assert trend.at(2022) == pytest.approx(245663.5)
    assert [half_up(trend.at(year)) for year in range(2021, 2027)] == [247405, 245664, 243922, 242181, 240439, 238698]


@given(
    st.dictionaries(st.integers(1990, 2030), st.integers(0, 3_000_000), min_size=3, max_size=10),
    st.integers(1985, 2045),
)
def test_least_squares_equal_the_normal_equations(points: dict[int, int], year: int) -> None:
    """On any series, gaps too, to the last person: solved exactly, in fractions, by other arithmetic."""
    n, x, y = len(points), list(points), list(points.values())
    sx, sy = sum(x), sum(y)
    sxx, sxy = sum(a * a for a in x), sum(a * b for a, b in zip(x, y, strict=True))
    slope = Fraction(n * sxy - sx * sy, n * sxx - sx * sx)
    exact = Fraction(sy, n) + slope * (year - Fraction(sx, n))
    trend = fit(Method.LEAST_SQUARES, x, y)
    assert trend.at(year) == pytest.approx(float(exact), abs=1e-6)
    assert half_up(trend.at(year)) == floor(exact + Fraction(1, 2))


def test_order_of_years_and_gaps_do_no_harm() -> None:
    """110, 130 and 160 in 2011, 2013 and 2016 lie on a line that gains 10 a year, whatever their order."""
    trend = fit(Method.LEAST_SQUARES, [2016, 2011, 2013], [160, 110, 130])
    assert [half_up(trend.at(year)) for year in (2010, 2014, 2020)] == [100, 140, 200]


def test_theil_sen_takes_the_median_slope() -> None:
    """One odd year: the slopes are 10, 10, 10, 10, 10 and those to the odd one; the median is 10."""
    years, persons = [2015, 2016, 2017, 2018, 2019], [100, 110, 120, 130, 900]
    assert fit(Method.THEIL_SEN, years, persons).at(2020) == pytest.approx(150)
    assert fit(Method.LEAST_SQUARES, years, persons).at(2020) > 700


def test_log_linear_takes_a_constant_rate() -> None:
    """1000, 1100, 1210 grow by a tenth a year: 1331 next."""
    assert fit(Method.LOG_LINEAR, [2018, 2019, 2020], [1000, 1100, 1210]).at(2021) == pytest.approx(1331)


def test_damped_trend_finds_its_factor() -> None:
    """Steps of 10 000 x 0.9, 0.9^2, ...: after 130 951 comes 130 951 + 5904.9."""
    trend = fit(Method.DAMPED, [2016, 2017, 2018, 2019, 2020], [100000, 109000, 117100, 124390, 130951])
    assert trend.at(2021) == pytest.approx(136855.9, abs=1)
    assert trend.at(2100) < 100000 + 90000 + 100  # the steps end at 10 000 x 0.9 / 0.1


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("years", [[], [2019, 2020], [2019, 2019, 2020], [2020, 2020, 2020]])
def test_too_few_years(method: Method, years: list[int]) -> None:
    """Two different years always lie on a line; the same year twice is one year."""
    with pytest.raises(CannotFit, match="3 different observed years"):
        fit(method, years, [100] * len(years))


def test_a_year_observed_twice_counts_twice() -> None:
    """100 and 102 in one year pull the line to 101: 101, 111, 121 then gain 10."""
    trend = fit(Method.LEAST_SQUARES, [2018, 2018, 2019, 2020], [100, 102, 111, 121])
    assert trend.at(2021) == pytest.approx(131)


def test_nobody_has_no_logarithm() -> None:
    """A constant rate cannot lead through zero; the straight line can."""
    with pytest.raises(CannotFit, match="above zero"):
        fit(Method.LOG_LINEAR, [2018, 2019, 2020], [0, 10, 20])
    assert fit(Method.LEAST_SQUARES, [2018, 2019, 2020], [0, 10, 20]).at(2021) == pytest.approx(30)


def test_goodness_by_hand() -> None:
    """Residuals -214, 436.5, -231 and 8.5: SSE 289 761.5; s = sqrt(289761.5 / 2) = 380.632. SST 15 453 872.75."""
    found = goodness(fit(Method.LEAST_SQUARES, YEARS, PERSONS))
    assert (found.points, found.freedom) == (4, 2)
    assert found.error == pytest.approx(380.632, abs=0.001)
    assert found.r_squared == pytest.approx(1 - 289761.5 / 15453872.75)


def test_goodness_where_nothing_can_be_said() -> None:
    """Equal years have no variance to explain; three points leave a trend of three numbers no freedom."""
    level = goodness(fit(Method.LEAST_SQUARES, [2018, 2019, 2020], [100, 100, 100]))
    assert (level.r_squared, level.error) == (None, pytest.approx(0))
    assert goodness(fit(Method.DAMPED, [2018, 2019, 2020], [100, 120, 125])).error is None
