"""The line through observed years, and its interval."""

import pytest

from analytics.trend import Point, reached_in, trend


def test_a_line_that_fits_exactly() -> None:
    """2, 4, 6: two more a year, no spread, so nothing tells of the interval; 2024 is 8 and 2025 is 10."""
    found = trend({2021: 2.0, 2022: 4.0, 2023: 6.0}, 2025)
    assert found is not None
    assert (found.years, found.slope, found.r_squared) == pytest.approx((3, 2.0, 1.0))
    assert [point.year for point in found.points] == [2021, 2022, 2023, 2024, 2025]
    assert [point.value for point in found.points] == pytest.approx([2, 4, 6, 8, 10])
    assert {(point.low, point.high) for point in found.points} == {(None, None)}


@pytest.mark.parametrize(
    "values", [(4.0, 4.0, 4.0), (0.0, 0.0, 0.0), (0.1, 0.2, 0.3), (1234567.89, 1234567.9, 1234567.91)]
)
def test_points_on_one_line_tell_no_interval(values: tuple[float, ...]) -> None:
    """Neither equal values nor steps of a tenth or a hundredth, which no binary number holds exactly."""
    found = trend(dict(zip((2021, 2022, 2023), values, strict=True)), 2024)
    assert found is not None
    assert [point.low for point in found.points] == [None] * 4


def test_the_interval_by_hand() -> None:
    """1, 3, 2 at x = -1, 0, 1: slope 0.5, mean 2, squared residuals 0.25 + 1 + 0.25 = 1.5, s = sqrt 1.5 = 1.2247.

    One year on, x = 2: 2 + 0.5 · 2 = 3, and t(0.975, 1) = 12.7062 times 1.2247 · sqrt(1 + 1/3 + 4/2) = 2.2361
    is 28.412.
    """
    found = trend({2021: 1.0, 2022: 3.0, 2023: 2.0}, 2024)
    assert found is not None
    last = found.points[-1]
    assert (last.year, last.value) == (2024, pytest.approx(3))
    assert (last.low, last.high) == pytest.approx((3 - 28.412, 3 + 28.412), abs=0.001)


def test_an_interval_of_what_is_never_below_zero_ends_there() -> None:
    """The same for a count: from zero instead of -25.412 to 31.412; that it is cut is known. Nothing else changes."""
    found = trend({2021: 1.0, 2022: 3.0, 2023: 2.0}, 2024, above_zero=True)
    assert found is not None
    last = found.points[-1]
    assert (last.value, last.low, last.high) == pytest.approx((3, 0, 3 + 28.412), abs=0.001)
    assert {point.is_cut for point in found.points} == {True}
    high = trend({2021: 101.0, 2022: 103.0, 2023: 102.0}, 2024, above_zero=True)
    assert high is not None
    assert {point.is_cut for point in high.points} == {False}


@pytest.mark.parametrize("values", [{}, {2021: 1.0}, {2021: 1.0, 2022: 2.0}])
def test_too_few_years(values: dict[int, float]) -> None:
    """Through two years a line always fits: it says nothing."""
    assert trend(values, 2024) is None


def test_years_with_a_gap() -> None:
    """2020, 2021 and 2023 of one line give 2022 too."""
    found = trend({2020: 0.0, 2021: 1.0, 2023: 3.0}, 2023)
    assert found is not None
    assert [point.value for point in found.points] == pytest.approx([0, 1, 2, 3])


@pytest.mark.parametrize(
    ("target", "polarity", "year"),
    [(7.0, "higher", 2024), (10.0, "higher", 2025), (11.0, "higher", None), (9.0, "lower", 2024), (8.0, None, None)],
)
def test_when_a_target_is_reached(target: float, polarity: str | None, year: int | None) -> None:
    """By the line 8 in 2024 and 10 in 2025; without polarity nothing is reached."""
    points = [Point(2023, 6, None, None), Point(2024, 8, None, None), Point(2025, 10, None, None)]
    assert reached_in(points, 2023, target, polarity) == year
