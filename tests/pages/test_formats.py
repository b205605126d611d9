"""Numbers, money and dates as people in Ukraine write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import cells
from pages.components import formats


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (Decimal("1234.5"), 1, "1\u00a0234,5"),
        (Decimal("-420"), 1, "\u2212420,0"),
        (Decimal("0"), 2, "0,00"),
        (6198700, 0, "6\u00a0198\u00a0700"),
        (None, 1, "—"),
        (Decimal("-5.85"), 1, "\u22125,9"),
        (Decimal("0.25"), 1, "0,3"),
        (2.5, 0, "3"),
        (0.145, 2, "0,15"),
    ],
)
def test_number(value, places, written):
    """A comma for decimals, a space that does not break between thousands, a real minus, a dash for the unknown.
    Half is rounded away from zero."""
    assert formats.number(value, places) == written


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_what_is_written_is_read_back(value):
    """The readers understand every number that the pages write."""
    read = cells.amount(formats.number(value, 2), decimal_mark=",")
    assert read.value == value


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        ([Decimal(500)], "грн"),
        ([Decimal(500), None, Decimal("-2457000")], "тис. грн"),
        ([Decimal(27_395_400)], "млн грн"),
        ([None], "грн"),
        ([], "грн"),
    ],
)
def test_scale_goes_by_the_largest_amount(amounts, unit):
    """Figures that stand together share one unit, chosen by the largest of them and named."""
    assert formats.scale_of(amounts).unit == unit


@pytest.mark.parametrize(
    ("amount", "scale", "written"),
    [
        (Decimal(2457000), formats.THOUSANDS, "2 457,0 тис. грн"),
        (Decimal("27395400"), formats.MILLIONS, "27,40 млн грн"),
        (Decimal("11250.5"), formats.HRYVNIAS, "11 250,50 грн"),
        (None, formats.THOUSANDS, "—"),
    ],
)
def test_money_names_its_unit(amount, scale, written):
    """Money is written with its unit, and nothing in it breaks over a line."""
    text = formats.money(amount, scale)
    assert " " not in text
    assert text.replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (0.99999, 1, "99,999"),
        (0.9996, 1, "99,96"),
        (0.9994, 1, "99,9"),
        (1.00001, 1, "100,001"),
        (1.0, 1, "100,0"),
        (0.1 + 0.2 + 0.7, 1, "100,0"),
        (0.00002, 1, "0,002"),
        (-0.0004, 1, "\u22120,04"),
        (-1.0, 1, "\u2212100,0"),
        (0.0, 1, "0,0"),
        (0.000112, 2, "0,01"),
    ],
)
def test_only_all_is_a_hundred_per_cent_and_only_nothing_is_none(value: float, places: int, said: str):
    """A target that is nearly met is not met, and its share must not say so."""
    assert formats.share(value, places) == f"{said}\u00a0%"


def test_shares_days_and_years():
    """A share in per cent, a day as in acts, years as a span or with their gaps."""
    assert formats.share(-0.17092) == "\u221217,1\u00a0%"
    assert formats.share(None) == "—"
    assert formats.day(date(2019, 11, 26)) == "26.11.2019"
    assert formats.day(None) == "—"
    assert formats.years([2021, 2019, 2020]) == "2019–2021"
    assert formats.years([2019, 2021]) == "2019, 2021"
    assert formats.years([2020]) == "2020"


def test_places_of_an_unknown_form_stay_as_they_are():
    """A locator of another format is shown as stored."""
    assert formats.place("рядок 469, графа 7") == "рядок 469, графа 7"
    assert formats.place("Додаток 3!F12") == "Додаток 3!F12"
