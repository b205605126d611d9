"""A table as a workbook, read back with openpyxl: once its formulas, once the values stored beside them."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from analytics import workbook

LABELS = workbook.Labels("Дані", "Разом", "Контрольна сума", "Різниця", "Джерело")


def written(
    frame: pd.DataFrame, *, summed: str | None = None, notes: tuple[str, ...] = ()
) -> tuple[Worksheet, Worksheet]:
    """The sheet of data with its formulas, and with the values stored beside them."""
    raw = workbook.write(frame, LABELS, notes, summed)
    formulas, values = (openpyxl.load_workbook(BytesIO(raw), data_only=only)["Дані"] for only in (False, True))
    return formulas, values


def cell_of(value: Any) -> Any:
    """The cell that holds a value, read back."""
    formulas, _ = written(pd.DataFrame({"value": [value]}, dtype=object))
    return formulas["A2"]


@pytest.fixture
def table() -> pd.DataFrame:
    """Three lines, 10.10 + 20.20 - 0.30 = 30.00, and one without an amount."""
    rows = [["а", Decimal("10.10"), 1], ["б", Decimal("20.20"), 2], ["в", None, 3], ["г", Decimal("-0.30"), 4]]
    return pd.DataFrame(rows, columns=["Назва", "Сума", "Рядків"], dtype=object)


def test_sum_is_a_formula_over_the_data(table: pd.DataFrame) -> None:
    """Under a blank row stands the sum of exactly the data rows; its stored value is the control total."""
    formulas, values = written(table, summed="Сума")
    assert [cell.value for cell in formulas[6]] == [None, None, None]
    assert [formulas["A7"].value, formulas["A8"].value, formulas["A9"].value] == ["Разом", "Контрольна сума", "Різниця"]
    assert formulas["B7"].value == "=SUM(B2:B5)"
    assert values["B7"].value == 30
    assert (formulas["B8"].value, values["B8"].value) == (30, 30)
    assert formulas["B9"].value == "=ROUND(B7-B8,2)"
    assert values["B9"].value == 0


def test_rows_as_given(table: pd.DataFrame) -> None:
    """Headings and rows stand in order; an unknown amount is an empty cell, not zero."""
    formulas, _ = written(table, summed="Сума")
    assert [[cell.value for cell in row] for row in formulas["A1:C5"]] == [
        ["Назва", "Сума", "Рядків"],
        ["а", 10.1, 1],
        ["б", 20.2, 2],
        ["в", None, 3],
        ["г", -0.3, 4],
    ]
    assert formulas["B2"].number_format == "#,##0.00"


def test_filter_covers_the_data_and_not_the_sum(table: pd.DataFrame) -> None:
    """The table can be filtered and its headings stay in sight; the sum is no part of what is filtered."""
    formulas, _ = written(table, summed="Сума")
    assert formulas.auto_filter.ref == "A1:C5"
    assert formulas.freeze_panes == "A2"


def test_sum_in_the_first_column() -> None:
    """Where the sum stands in the first column, its words stand beside it and not under it."""
    frame = pd.DataFrame({"Сума": [Decimal("1.00"), Decimal("2.00")], "Назва": ["а", "б"]}, dtype=object)
    formulas, _ = written(frame, summed="Сума")
    assert formulas["A5"].value == "=SUM(A2:A3)"
    assert [formulas[f"B{row}"].value for row in (5, 6, 7)] == ["Разом", "Контрольна сума", "Різниця"]


@given(st.lists(st.none() | st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=30))
def test_control_total_is_the_sum(amounts: list[Decimal | None]) -> None:
    """Whatever the amounts, the stored sum and the control total are the exact sum of those that are known; where none
    is, there is no sum, for unknown is not zero."""
    formulas, values = written(pd.DataFrame({"name": "а", "amount": amounts}, dtype=object), summed="amount")
    if not any(amount is not None for amount in amounts):
        assert formulas.max_row == len(amounts) + 1
        return
    exact = float(sum((amount for amount in amounts if amount is not None), Decimal(0)))
    last = len(amounts) + 1
    assert formulas[f"B{last + 2}"].value == f"=SUM(B2:B{last})"
    assert values[f"B{last + 2}"].value == values[f"B{last + 3}"].value == exact


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "=cmd|'/c calc'!A1", "{=SUM(A1:A2)}", "+19,1", "-439,060", "@SUM(1)"),
        *("http://example.org", "https://example.org/?a=b", "mailto:a@example.org", "internal:Дані!A1", "file:///x"),
        *("007", "1 504 000", "1e5", "TRUE", "31.01.2019", "#REF!", "_x0041_", " рядок\nі ще ", "<b>&amp;</b>"),
    ],
)
def test_text_stays_text(text: str) -> None:
    """What a document prints is text in the workbook, never a formula, a link, a number or a date."""
    cell = cell_of(text)
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert cell.value.replace("_x005F_", "_") == text


@pytest.mark.parametrize("value", [None, pd.NA, float("nan")], ids=["None", "NA", "NaN"])
def test_unknown_is_an_empty_cell(value: object) -> None:
    """What is unknown is an empty cell."""
    assert cell_of(value).value is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1234567.89"), 1234567.89),
        (Decimal("0.00"), 0),
        (2019, 2019),
        (0.125, 0.125),
        (True, True),
        (date(2019, 1, 31), datetime(2019, 1, 31)),
        (["рядок 1", "рядок 2"], "рядок 1; рядок 2"),
        ((), ""),
    ],
)
def test_values(value: object, expected: object) -> None:
    """Numbers, truth, dates and lists of cells are what they are in the data."""
    assert cell_of(value).value == expected


def test_dates_are_written_as_in_ukrainian() -> None:
    """A date is a date, shown as 31.01.2019."""
    cell = cell_of(date(2019, 1, 31))
    assert (cell.is_date, cell.number_format) == (True, "dd.mm.yyyy")


def test_empty_table() -> None:
    """A table without rows has its headings and no sum."""
    frame = pd.DataFrame(columns=["Назва", "Сума"], dtype=object)
    formulas, _ = written(frame, summed="Сума")
    assert [cell.value for cell in formulas[1]] == ["Назва", "Сума"]
    assert formulas.max_row == 1


def test_without_a_sum(table: pd.DataFrame) -> None:
    """Where no column is added up, nothing stands under the table."""
    formulas, _ = written(table)
    assert formulas.max_row == 5


def test_notes_stand_on_their_own_sheet(table: pd.DataFrame) -> None:
    """Source, edition and unit go to a second sheet, one a row, as text."""
    raw = workbook.write(table, LABELS, ["Рішення № 2285", "=1+1"])
    book = openpyxl.load_workbook(BytesIO(raw))
    assert book.sheetnames == ["Дані", "Джерело"]
    assert [(cell.value, cell.data_type) for cell in book["Джерело"]["A"]] == [("Рішення № 2285", "s"), ("=1+1", "s")]


def test_long_words_for_a_sheet(table: pd.DataFrame) -> None:
    """A sheet's name is cut to the 31 characters that Excel allows."""
    labels = workbook.Labels("Д" * 40, "Разом", "Контроль", "Різниця", "Ж" * 40)
    book = openpyxl.load_workbook(BytesIO(workbook.write(table, labels)))
    assert book.sheetnames == ["Д" * 31, "Ж" * 31]
