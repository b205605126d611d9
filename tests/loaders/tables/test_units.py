"""Which unit of money a heading or a line names."""

import pytest

from loaders.tables import units

SPELLINGS = [
    ("тис. грн", 1000),
    ("тис.грн.", 1000),
    ("тис грн", 1000),
    ("ТИС. ГРН", 1000),
    ("тисяч гривень", 1000),
    ("тисячі гривень", 1000),
    ("у тисячах гривень", 1000),
    ("в тисячах грн", 1000),
    ("тисяч. грн.", 1000),
    ("тис. – грн", 1000),
    ("тис-грн", 1000),
    ("тис.(грн)", 1000),
    ("тис., грн", 1000),
    ("тис.\u00a0грн", 1000),
    ("тис.\u00adгрн", 1000),
    ("т. грн", 1000),
    ("т.грн", 1000),
    ("тыс. грн", 1000),
    ("тиc. грн", 1000),  # a Latin «c»
    ("тис.гpн", 1000),  # a Latin «p»
    ("тис. гривен", 1000),
    ("тис. гр.", 1000),
    ("тис. ₴", 1000),
    ("тис. UAH", 1000),
    ("млн.грн", 1_000_000),
    ("мільйон гривень", 1_000_000),
    ("мільйонах гривень", 1_000_000),
    ("млрд грн", 1_000_000_000),
    ("мільярдів гривень", 1_000_000_000),
    ("грн.", 1),
    ("гривень", 1),
    ("у гривнях", 1),
    ("1000 грн", None),
    ("1 000 грн", None),
    ("сотень грн", None),
    ("ти с. грн", None),
    ("тс. грн", None),
    ("у тисячах українських гривень", None),
    ("тис. євро", None),
    ("тис. дол. США", None),
    ("млн. доларів", None),
    ("тис. USD", None),
    ("грн, EUR", None),
]


@pytest.mark.parametrize(("printed", "size"), SPELLINGS)
def test_spellings(printed: str, size: int | None) -> None:
    """One truth for a unit in a heading, in a title and alone in brackets; what is not known for certain is None."""
    assert units.unit_in(f"Обсяг фінансування, {printed}") == size
    assert units.unit_at_end(f"Перелік заходів, {printed}") == size
    assert units.unit_at_end(f"({printed})") == size
    assert units.names_unit(printed)
    assert units.names_unit_at_end(f"({printed})")


@pytest.mark.parametrize("printed", ["тис. осіб", "Кількість, тис. шт.", "Захід", "2024 рік"])
def test_no_money(printed: str) -> None:
    """A scale is money only beside its currency."""
    assert units.unit_in(printed) is None


def test_words_before_a_currency() -> None:
    """A year, a budget or a cost before the currency is no scale."""
    named = (
        "2024 р. грн",
        "2024 грн",
        "Міський бюджет грн",
        "Сума грн",
        "у т.ч. грн",
        "Івано-Франківський бюджет, грн",
    )
    assert [units.unit_in(text) for text in named] == [1] * 6
    assert not units.names_unit_at_end("Виділити 500 тис. грн")
