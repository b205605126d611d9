"""What may be typed as an actual value, by hand for every rule."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from analytics import entry_checks
from analytics.entered import Place
from analytics.entry_checks import Fault, Field, Typed

TODAY = date(2026, 10, 1)


def place(**fields: Any) -> Place:
    known: dict[str, Any] = {
        "indicator_id": "passport/102",
        "line_code": None,
        "name": "Питома вага листів",
        "unit": "од.",
        "part_of": "1. Листування",
        "fiscal_year": 2022,
        "fund": None,
        "target": Decimal(5),
        "actual": None,
        "takes_words": False,
    }
    return Place(**(known | fields))


def typed(of: Place | None = None, **fields: Any) -> Typed:
    known: dict[str, Any] = {"value": "4", "as_of": None, "info_source": "звіт", "comment": None}
    return Typed(place=of or place(), **(known | fields))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", "4"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("0.5", "0.5"),
        ("1 234,567", "1234.567"),
        ("1234.500", "1234.5"),
        ("12,345", "12.345"),
        ("007", "7"),
        ("999999999999999", "999999999999999"),
        ("1 000 000", "1000000"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    """Decimals after a comma or a point, thousands apart by spaces; at most 15 digits and three places."""
    assert entry_checks.read(text, place()) == (Decimal(value), None, None)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (None, Fault.NO_VALUE),
        ("багато", Fault.NOT_A_NUMBER),
        ("близько 5", Fault.NOT_A_NUMBER),
        ("—", Fault.NOT_A_NUMBER),
        ("1,234.5", Fault.NOT_A_NUMBER),
        ("1 23", Fault.NOT_A_NUMBER),
        ("0 504", Fault.NOT_A_NUMBER),
        ("٤", Fault.NOT_A_NUMBER),
        ("1e3", Fault.NOT_A_NUMBER),
        ("nan", Fault.NOT_A_NUMBER),
        ("=2+2", Fault.NOT_A_NUMBER),
        ("-4", Fault.BELOW_ZERO),
        ("−0,5", Fault.BELOW_ZERO),
        ("1.234", Fault.TWO_WAYS),
        ("0,1234", Fault.TOO_LONG_A_NUMBER),
        ("1000000000000000", Fault.TOO_LONG_A_NUMBER),
        ("85%", Fault.NOT_PER_CENT),
    ],
)
def test_what_is_no_number(text: str | None, fault: Fault) -> None:
    """Nothing is guessed: 1.234 may be 1234, and 85% of a unit that is no per cent may be anything."""
    assert entry_checks.read(text, place()) == (None, None, fault)


@pytest.mark.parametrize("unit", ["%", "відс.", "відсотків", "Процент"])
def test_per_cent_sign(unit: str) -> None:
    """Where the unit is per cent the sign says nothing new."""
    assert entry_checks.read("85,5 %", place(unit=unit)) == (Decimal("85.5"), None, None)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Штатний розпис", (None, "Штатний розпис", None)),
        ("12", (Decimal(12), None, None)),
        ("100% штату", (None, "100% штату", None)),
        ("-4", (None, None, Fault.BELOW_ZERO)),
        ("#REF!", (None, None, Fault.NOT_A_NUMBER)),
        ("—", (None, None, Fault.NOT_A_NUMBER)),
        ("я" * 501, (None, None, Fault.TOO_LONG_A_TEXT)),
    ],
)
def test_words_where_the_target_is_words(text: str, read: tuple[Any, ...]) -> None:
    """Then a number and words are both taken; an error of a spreadsheet or a dash is neither."""
    assert entry_checks.read(text, place(takes_words=True)) == read


@pytest.mark.parametrize(
    ("fields", "field", "fault"),
    [
        ({"value": None}, Field.VALUE, Fault.NO_VALUE),
        ({"info_source": None}, Field.SOURCE, Fault.NO_SOURCE),
        ({"info_source": "я" * 501}, Field.SOURCE, Fault.TOO_LONG_A_TEXT),
        ({"comment": "я" * 501}, Field.COMMENT, Fault.TOO_LONG_A_TEXT),
        ({"as_of": date(1999, 12, 31)}, Field.AS_OF, Fault.OUT_OF_TIME),
        ({"as_of": date(2100, 1, 1)}, Field.AS_OF, Fault.OUT_OF_TIME),
        ({"as_of": date(2026, 10, 2)}, Field.AS_OF, Fault.IN_FUTURE),
    ],
)
def test_what_is_refused(fields: dict[str, Any], field: Field, fault: Fault) -> None:
    """One cell is wrong, and that one is named."""
    _, refused = entry_checks.checked([typed(**fields)], "e-city", "Відділ ІТ", TODAY)
    assert [(one.place, one.field, one.fault) for one in refused] == [(place(), field, fault)]


@pytest.mark.parametrize(("author", "fault"), [(None, Fault.NO_AUTHOR), ("я" * 201, Fault.TOO_LONG_A_TEXT)])
def test_somebody_says_who(author: str | None, fault: Fault) -> None:
    """Without a name, or with one of 201 characters, nothing can be saved."""
    _, refused = entry_checks.checked([typed()], "e-city", author, TODAY)
    assert [(one.place, one.field, one.fault) for one in refused] == [(None, Field.AUTHOR, fault)]


def test_every_fault_is_told_at_once() -> None:
    """Two wrong rows: each wrong cell is in the list, in the order of the table."""
    rows = [typed(value="-1", info_source=None), typed(), typed(as_of=date(2050, 1, 1))]
    _, refused = entry_checks.checked(rows, "e-city", "Відділ ІТ", TODAY)
    assert [(one.field, one.typed) for one in refused] == [
        (Field.VALUE, "-1"),
        (Field.SOURCE, ""),
        (Field.AS_OF, "01.01.2050"),
    ]


def test_rows_as_entries() -> None:
    """Rows that are filled in become entries with the name and unit of their indicator; empty rows are passed over."""
    empty = typed(value=None, info_source=None)
    row = typed(place(fund="general"), value="4,5", as_of=TODAY, comment="без філій")
    (entry,), refused = entry_checks.checked([empty, row], "e-city", "Відділ ІТ", TODAY)
    assert refused == []
    assert vars(entry) == {
        "indicator_id": "passport/102",
        "indicator_name": "Питома вага листів",
        "part_of": "1. Листування",
        "unit": "од.",
        "programme_id": "e-city",
        "fiscal_year": 2022,
        "fund": "general",
        "value": Decimal("4.5"),
        "text": None,
        "as_of": TODAY,
        "info_source": "звіт",
        "comment": "без філій",
        "author": "Відділ ІТ",
    }


def test_spaces() -> None:
    """Surplus spaces are no text."""
    assert entry_checks.spaced("  а \n б\u00a0в ") == "а б в"
    assert entry_checks.spaced(" \u00a0 ") is None
    assert entry_checks.spaced(None) is None
