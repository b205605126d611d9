"""Amounts, dates, years and line codes from printed text."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.contracts import UnreadReason
from loaders.cells import Amount, amount, clean, decimal_mark, first_date, is_full_date, line_code, long_date, year

MINUS_SIGNS = "-−–—"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1 504 000", "1504000"),
        ("1\u00a0504\u00a0000", "1504000"),
        ("1\u202f504\u202f000", "1504000"),
        ("1\u2009504 000,50", "1504000.50"),
        ("50 000,00", "50000.00"),
        ("300.00", "300.00"),
        ("1.0", "1.0"),
        ("48", "48"),
        ("0", "0"),
        ("0,0", "0.0"),
        ("0,125", "0.125"),
        ("1,574.1", "1574.1"),
        ("1.574,1", "1574.1"),
        ("12,345,678", "12345678"),
        ("12.345.678", "12345678"),
        ("1234,567", "1234.567"),
        ("1 574,100", "1574.100"),
        ("  7,5  ", "7.5"),
        ("**7,5**", "7.5"),
    ],
)
def test_amount_without_sign(printed: str, value: str) -> None:
    """A number that can be read in one way only is read, its decimals as many as printed, and it has no sign."""
    assert amount(printed) == Amount(Decimal(value))
    assert str(amount(printed).value) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("+19,1", "19.1"),
        ("-332,66", "-332.66"),
        ("\u2212332,66", "-332.66"),
        ("\u2013332,66", "-332.66"),
        ("- 9,5", "-9.5"),
        ("+1 504 000", "1504000"),
        ("<i>+8,0</i>", "8.0"),
        ("<i>-40,0</i>", "-40.0"),
    ],
)
def test_amount_with_sign(printed: str, value: str) -> None:
    """A printed plus or minus is remembered: it is what tells a change from a plan. Markup is no part of the number."""
    assert amount(printed) == Amount(Decimal(value), signed=True)


@pytest.mark.parametrize(
    ("printed", "mark", "value"),
    [("-439,060", ",", "-439.060"), ("1.574", ".", "1.574"), ("+1600,040", None, "1600.040")],
)
def test_three_digits_after_the_mark_of_the_table(printed: str, mark: str | None, value: str) -> None:
    """Three digits after the mark are decimals where the table writes decimals so, or where no group can be meant."""
    assert amount(printed, mark).value == Decimal(value)


@pytest.mark.parametrize(("printed", "mark"), [("-439,060", None), ("1,574", "."), ("1.574", ","), ("1,574", None)])
def test_mark_that_may_divide_thousands(printed: str, mark: str | None) -> None:
    """`1,574` is a thousand and a half or one and a half: without certainty it is not read, and the reason says so."""
    read = amount(printed, mark)
    assert read.value is None
    assert read.reason is not None
    assert read.reason is (UnreadReason.OTHER_DECIMAL_MARK if mark else UnreadReason.THOUSANDS_OR_DECIMALS)


@pytest.mark.parametrize(
    "printed",
    [
        "15 04",
        "1 50 000",
        "0 504",
        "0,504,000",
        "12a",
        "12а",
        "а12",
        "(19,1)",
        "1,2,3",
        "1.2.3",
        "12,",
        ",5",
        "+",
        "+-5",
        "--5",
        "- -",
        "5-",
        "5 %",
        "1e5",
        "0x10",
        "NaN",
        "Infinity",
        "1_000",
        "½",
        "5²",
        "5<sup>2</sup>",
        "5<x 99>",
        "5**6",
        "1;5",
        "1'504",
        "1\u200b504",
        "12.10.2019",
        "В межах фінансування",
        "=1+1",
        "٣,123",
        "٣",
    ],
)
def test_not_certainly_a_number(printed: str) -> None:
    """What is not certainly one number has no value and a reason; it is neither empty nor a dash."""
    read = amount(printed, ",")
    assert read.value is None
    assert read.reason
    assert not read.is_empty
    assert not read.is_dash


@pytest.mark.parametrize("printed", ["-", "–", "—", "−", " - ", "<i>-</i>"])
def test_dash(printed: str) -> None:
    """A lone dash says that there is no amount; that is not the same as a blank cell, nor zero."""
    assert amount(printed) == Amount(is_dash=True)
    assert not amount(printed).is_empty


@pytest.mark.parametrize("printed", ["", " ", "\u00a0\u202f", "\t", "<i></i>", "****"])
def test_empty(printed: str) -> None:
    """A cell without any text is empty: nothing is printed."""
    assert amount(printed) == Amount()
    assert amount(printed).is_empty


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["+19,1", "-439,060"], ","),
        (["956.3", "1,574.1", "48", "-", ""], "."),
        (["300.00"], "."),
        (["1,574", "439,060"], None),
        (["19,1", "19.1"], None),
        (["12,345,678"], "."),
        (["12.345.678"], ","),
        (["1,574.1"], "."),
        (["48", "1 504 000"], None),
        (["Усього", "12a", "15 04"], None),
        (["0,125"], ","),
        ([], None),
    ],
)
def test_decimal_mark(texts: list[str], mark: str | None) -> None:
    """Numbers that can be read in one way only tell the mark of the table; a table that uses two has none."""
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("від 26 листопада 2019 року", date(2019, 11, 26)),
        ("31 січня 2019 року\n№ 2285", date(2019, 1, 31)),
        ("1 Травня 2020 р.", date(2020, 5, 1)),
        ("26.11.2019", date(2019, 11, 26)),
        ("від 9.02.2022 № 774", date(2022, 2, 9)),
        ("змінено 01.03.2020, прийнято 31 січня 2019 року", date(2020, 3, 1)),
        ("31 лютого 2019 року, 28 лютого 2019 року", date(2019, 2, 28)),
        ("29 лютого 2020 року", date(2020, 2, 29)),
    ],
)
def test_first_date(text: str, expected: date) -> None:
    """The first date that exists is found, in words or in numbers."""
    assert first_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        'від "___" _____ 2019 року',
        "31 лютого 2019 року",
        "29 лютого 2019 року",
        "31.02.2019",
        "13.13.2019",
        "2019 рік",
        "26 брюмера 2019 року",
        "26 листопада",
    ],
)
def test_no_date(text: str) -> None:
    """A blank form, a day that does not exist or half a date is no date."""
    assert first_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019 рік", 2019),
        ("2019 р.", 2019),
        ("2019", 2019),
        (" <b>2026\u00a0РІК</b> ", 2026),
        ("2019-2021", None),
        ("1999", None),
        ("2019 рокування", None),
        ("за 2019 рік", None),
        ("20190", None),
        ("", None),
    ],
)
def test_year(text: str, expected: int | None) -> None:
    """A heading is a year when it says nothing else."""
    assert year(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("10.8.1.Відеокарти", "10.8.1", "Відеокарти"),
        ("10.8.2. Корпус", "10.8.2", "Корпус"),
        ("<i>14.2.Багатофункціональні пристрої</i>", "14.2", "Багатофункціональні пристрої"),
        ('1.2. "Квартирний облік"', "1.2", '"Квартирний облік"'),
        ("7.1 Підтримка", "7.1", "Підтримка"),
        ("10.8.1. 5 відеокарт", "10.8.1", "5 відеокарт"),
        ("Разом по завданню:", None, "Разом по завданню:"),
        ("5 відеокарт", None, "5 відеокарт"),
        ("16.2.", "16.2", ""),
        ("", None, ""),
    ],
)
def test_line_code(text: str, code: str | None, name: str) -> None:
    """The number of a line stands before its name, with or without a point and a space between them."""
    assert line_code(text) == (code, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<i>4.1.Продення  заходу</i>", "4.1.Продення заходу"),
        ("**Про внесення змін**", "Про внесення змін"),
        ("Windows\u00a010 Pro", "Windows 10 Pro"),
        ("потужність < 5 кВт, > 3", "потужність < 5 кВт, > 3"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    """Markup and surplus space go; signs of comparison stay."""
    assert clean(text) == expected


# What is printed is read back.

wholes = st.integers(0, 10**12)
parts = st.text("0123456789", min_size=1, max_size=4)
signs = st.sampled_from(["", "+", *MINUS_SIGNS])
spaces = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])


def signed(sign: str, value: str) -> Decimal:
    return Decimal(value).copy_negate() if sign and sign in MINUS_SIGNS and Decimal(value) else Decimal(value)


@given(whole=wholes, part=st.none() | parts, sign=signs, space=spaces, grouped=st.booleans())
def test_printed_in_ukrainian_style_is_read_back(
    whole: int, part: str | None, sign: str, space: str, grouped: bool
) -> None:
    """Groups of three with any space, a decimal comma, any sign: the value read is the value printed."""
    printed = f"{whole:,}".replace(",", space) if grouped else str(whole)
    printed = sign + (f"{printed},{part}" if part else printed)
    expected = signed(sign, f"{whole}.{part}" if part else str(whole))
    assert amount(printed, ",") == Amount(expected, signed=bool(sign))


@given(whole=wholes, part=parts, sign=signs)
def test_printed_in_english_style_is_read_back(whole: int, part: str, sign: str) -> None:
    """Groups of three with commas and a decimal point: the value read is the value printed."""
    read = amount(f"{sign}{whole:,}.{part}", ".")
    assert read == Amount(signed(sign, f"{whole}.{part}"), signed=bool(sign))


@given(whole=wholes, part=parts, sign=signs)
def test_printed_in_german_style_is_read_back(whole: int, part: str, sign: str) -> None:
    """Groups of three with points and a decimal comma, as spreadsheets may print: read the same."""
    printed = f"{whole:,}".replace(",", ".")
    read = amount(f"{sign}{printed},{part}", ",")
    assert read == Amount(signed(sign, f"{whole}.{part}"), signed=bool(sign))


@given(st.lists(st.decimals(-(10**6), 10**6, places=1), min_size=1), st.sampled_from([".", ","]))
def test_a_table_tells_its_own_mark(values: list[Decimal], mark: str) -> None:
    """Whatever the amounts, a table with one decimal place tells its mark, and then every cell is read back."""
    texts = [str(value).replace(".", mark) for value in values]
    assert decimal_mark(texts) == mark
    assert [amount(text, mark).value for text in texts] == values


def printings(value: Decimal) -> set[str]:
    """Every way in which a number without its sign may be printed."""
    whole, _, part = f"{value.copy_abs():f}".partition(".")
    grouped = f"{int(whole):,}"
    spaced, pointed = grouped.replace(",", " "), grouped.replace(",", ".")
    if part:
        ways = {f"{body}{mark}{part}" for body in (whole, spaced) for mark in ".,"}
        return ways | {f"{grouped}.{part}", f"{pointed},{part}"}
    return {whole, spaced} | ({grouped, pointed} if grouped.count(",") > 1 else set())


def unmarked(text: str) -> str:
    """A printed number without markup, sign, odd spaces and leading zeros."""
    bare = " ".join(re.sub(r"</?[bi]>|\*\*", " ", text).split())
    unsigned = bare[1:].strip() if bare[:1] in set("+" + MINUS_SIGNS) else bare
    return re.sub(r"^0+(?=\d)", "", unsigned)


near_numbers = st.text("0123456789 ,.+-−–—\u00a0\u202f*<>/ib()aа٣２²", max_size=14)


@given(text=near_numbers | st.text(), mark=st.sampled_from([None, ".", ","]))
@example(text="-" + "9" * 40, mark=None)
@example(text="0" * 40 + "," + "1" * 40, mark=None)
@example(text="1 234,567", mark=".")
def test_a_value_is_never_guessed(text: str, mark: str | None) -> None:
    """Whatever text comes in, there is a value only if printing that value gives the text again, digit by digit."""
    read = amount(text, mark)
    assert (read.value is not None) + read.is_dash + read.is_empty + (read.reason is not None) == 1
    if read.value is not None:
        assert unmarked(text) in printings(read.value)
        assert read.signed == (clean(text)[0] in "+" + MINUS_SIGNS)
        assert (read.value < 0) <= (clean(text)[0] in MINUS_SIGNS)
        assert (read.value > 0) <= (clean(text)[0] not in MINUS_SIGNS)


@given(st.text(), st.text(alphabet="0123456789. січнялютого'рокуI", max_size=30))
def test_no_text_stops_the_readers(text: str, near: str) -> None:
    """Dates, years and line codes come from any text without an error; a code keeps every word of the name."""
    for given_text in (text, near):
        first_date(given_text)
        year(given_text)
        code, name = line_code(given_text)
        assert clean(given_text).startswith(code or "")
        assert clean(given_text).endswith(name)


@given(day=st.dates(date(1000, 1, 1)))
def test_long_date_is_read_back(day: date) -> None:
    """A date as acts print it is read back as itself."""
    assert first_date(long_date(day)) == day


def test_long_date() -> None:
    """A date is printed as acts print it, without a leading zero."""
    assert long_date(date(2019, 8, 7)) == "7 серпня 2019 року"


@pytest.mark.parametrize("text", ["\u200e1504", "15\u206004", "1504\ufeff", "15\u00ad04"])
def test_unseen_signs_in_numbers(text: str) -> None:
    """Signs without width are no part of a number."""
    assert amount(text).value == Decimal(1504)


def test_formula_without_a_result() -> None:
    """A formula that no program has computed says so; a lone sign is only no number."""
    assert amount("=C2*2") == Amount(reason=UnreadReason.FORMULA_WITHOUT_RESULT)
    assert amount("= SUM(A1:A2)") == Amount(reason=UnreadReason.FORMULA_WITHOUT_RESULT)
    assert amount("=") == Amount(reason=UnreadReason.NOT_A_NUMBER)


@pytest.mark.parametrize("text", ["01.02.2024", "1.2.2024", "2024-02-01"])
def test_date_is_no_number_of_a_line(text: str) -> None:
    """A spreadsheet turns 1.2 into a date."""
    assert is_full_date(text)
    assert line_code(f"{text} Сервер") == (None, f"{text} Сервер")


@pytest.mark.parametrize("text", ["1.2", "10.8.1", "1.2.3.2024", "2024", ""])
def test_number_of_a_line_is_no_date(text: str) -> None:
    assert not is_full_date(text)


def test_unseen_signs_in_words() -> None:
    """Nor of a word: a heading with a soft hyphen is that heading. What turns digits around is never left out."""
    assert clean("Загаль\u00adний фонд\u200b") == "Загальний фонд"
    assert amount("\u202e1504").reason
    assert clean("Сер\u202eвер\u202c \u2066шт\u2069\u061c") == "Сервер шт"
    assert amount(clean("12\u202e34")).reason
