"""The last years left out and foretold."""

import pytest

from analytics.population.backtest import backtest, mean_error, mean_share
from analytics.population.methods import Method

YEARS, PERSONS = [2015, 2016, 2017, 2018, 2019], [100, 90, 80, 70, 65]


def test_backtest_by_hand() -> None:
    """100, 90, 80, 70 give 60 for 2019; 100, 90, 80 give 70 and 60: only 2019 is missed, by 5 of 65 each time."""
    found = backtest(Method.LEAST_SQUARES, YEARS, PERSONS)
    assert [tuple(row)[:5] for row in found.to_numpy()] == [
        (1, 2019, 65, 60, -5),
        (2, 2018, 70, 70, 0),
        (2, 2019, 65, 60, -5),
    ]
    assert mean_error(found) == pytest.approx(10 / 3)
    assert mean_share(found) == pytest.approx(2 / 3 * 5 / 65)


def test_four_years_leave_one_test() -> None:
    """2017-2019 of Zhytomyr: mean 252 626.67, slope -1750, so 249 126.67 for 2020, where 249 155 were observed."""
    found = backtest(Method.LEAST_SQUARES, [2017, 2018, 2019, 2020], [254157, 253066, 250657, 249155])
    (row,) = found.to_dict("records")
    assert (row["left_out"], row["foretold"], row["error"]) == (1, 249127, -28)
    assert row["share"] == pytest.approx(-28 / 249155)


def test_three_years_leave_none() -> None:
    """Nothing can be left out, so nothing is said."""
    found = backtest(Method.LEAST_SQUARES, YEARS[:3], PERSONS[:3])
    assert found.empty
    assert (mean_error(found), mean_share(found)) == (None, None)


@pytest.mark.parametrize("method", list(Method))
def test_every_method_can_be_tested(method: Method) -> None:
    """On a straight line all but the constant rate are right."""
    found = backtest(method, YEARS, [100, 110, 120, 130, 140])
    assert len(found) == 3
    if method in (Method.LEAST_SQUARES, Method.THEIL_SEN):
        assert mean_error(found) == 0


def test_a_year_of_nobody() -> None:
    """An error is no share of zero people; the constant rate is not tried where it cannot be fitted."""
    found = backtest(Method.LEAST_SQUARES, [1, 2, 3, 4], [30, 20, 10, 0])
    assert list(found["share"]) == [None]
    assert mean_share(found) is None
    assert backtest(Method.LOG_LINEAR, [1, 2, 3, 4], [0, 20, 10, 5]).empty
