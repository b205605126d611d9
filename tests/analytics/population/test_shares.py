"""From a share to people and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.population.shares import people_of, share_of


@pytest.mark.parametrize(
    ("per_cent", "persons", "people"),
    [
        ("1", 245664, 2457),  # 2456.64
        ("95", 245664, 233381),  # 233 380.8
        ("0.5", 100, 1),  # exactly a half
        ("2.5", 100, 3),  # exactly 2.5, where Python's round gives 2
        ("0", 245664, 0),
        ("100", 245664, 245664),
    ],
)
def test_share_to_people(per_cent: str, persons: int, people: int) -> None:
    """Exact, then rounded half up."""
    assert people_of(Decimal(per_cent), persons) == people


def test_people_to_share() -> None:
    """2457 of 245 664 are 1.0001...; 1 of 800 is 0.125, a half; nobody has no share."""
    assert share_of(2457, 245664) == Decimal("1.00")
    assert share_of(1, 800) == Decimal("0.13")
    assert share_of(1, 0) is None


@given(st.integers(1, 1_000_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_there_and_back(counts: tuple[int, int]) -> None:
    """People, their share with six places, and the same people again."""
    people, persons = counts
    share = share_of(people, persons, places=6)
    assert share is not None
    assert people_of(share, persons) == people
