"""Public views as CSV, JSON and XLSX."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO

import duckdb
import openpyxl
import pandas as pd
import pytest

from analytics import exporting
from data.contracts import Fund
from tests.analytics.handmade import HandMade

APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"
BOM = b"\xef\xbb\xbf"


def listed(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


@pytest.fixture
def small(made: HandMade) -> Iterator[duckdb.DuckDBPyConnection]:
    """Four groups of spending: 1234567.80 and an unknown amount for 2020, 5.00 for no year, -0.05 for 2021."""
    made.approved("act", "2020-01-10")
    made.total("act", "1234567.80")
    made.line("act", 2, "1234567.80", task='Назва з "лапками", комою\nі рядком')
    made.line("act", 3, None, fund=Fund.UNSPECIFIED)
    made.line("act", 4, "5.00", year=None, fund=Fund.SPECIAL)
    made.line("act", 5, "-0.05", year=2021)
    with made.connect(checked=True) as connection:
        yield connection


def test_csv_by_hand(small: duckdb.DuckDBPyConnection) -> None:
    """Money has two places, a year is a whole number also beside a group without a year, what is unknown is empty."""
    rows = listed(exporting.as_csv(exporting.view(small, "spending_by_direction")))
    assert sorted((row["fiscal_year"], row["fund"], row["amount"], row["lines"]) for row in rows) == [
        ("", "special", "5.00", "1"),
        ("2020", "general", "1234567.80", "1"),
        ("2020", "unspecified", "", "1"),
        ("2021", "general", "-0.05", "1"),
    ]
    assert 'Назва з "лапками", комою\nі рядком' in {row["spending_direction"] for row in rows}


def test_csv_for_programs_and_for_spreadsheets(small: duckdb.DuckDBPyConnection) -> None:
    """A byte order mark stands only where a spreadsheet is to open the file; the rest is the same."""
    frame = exporting.view(small, "findings")
    plain, marked = exporting.as_csv(frame), exporting.as_csv(frame, for_spreadsheets=True)
    assert not plain.startswith(BOM)
    assert marked == BOM + plain


def test_csv_keeps_every_value_as_it_is() -> None:
    """Numbers beside an unknown stay as they are: no year turns into 2020.0, no money loses its places."""
    frame = pd.DataFrame(
        [
            [2020, Decimal("0.10"), True, ["a", "b"], date(2019, 1, 31)],
            [None, None, None, None, None],
            [9007199254740993, Decimal("90071992547409.93"), False, [], date(2020, 2, 29)],
        ],
        columns=["year", "amount", "is_total", "cells", "day"],
        dtype=object,
    )
    assert exporting.as_csv(frame).decode().splitlines() == [
        "year,amount,is_total,cells,day",
        "2020,0.10,True,a; b,2019-01-31",
        ",,,,",
        "9007199254740993,90071992547409.93,False,,2020-02-29",
    ]


def test_json_by_hand(small: duckdb.DuckDBPyConnection) -> None:
    """Money is a decimal string, a count and a year are numbers, what is unknown is null; letters stay letters."""
    written = exporting.as_json(exporting.view(small, "spending_by_direction", {"fund": "unspecified"}))
    assert json.loads(written) == [
        {
            "programme_id": "programme",
            "edition": "act",
            "fiscal_year": 2020,
            "fund": "unspecified",
            "spending_unit": "Управління освіти",
            "spending_direction": None,
            "national_direction": None,
            "national_task": None,
            "kind": None,
            "category": None,
            "amount": None,
            "lines": 1,
            "lines_without_amount": 1,
            "is_passport": False,
        }
    ]
    assert "Управління освіти" in written.decode()
    (special,) = json.loads(exporting.as_json(exporting.view(small, "spending_by_direction", {"fund": "special"})))
    assert (special["amount"], special["fiscal_year"]) == ("5.00", None)


def test_json_of_dates_and_lists() -> None:
    """A date is YYYY-MM-DD, a list of cells stays a list."""
    frame = pd.DataFrame([[date(2019, 1, 31), ["рядок 1", "рядок 2"]]], columns=["day", "locators"], dtype=object)
    assert json.loads(exporting.as_json(frame)) == [{"day": "2019-01-31", "locators": ["рядок 1", "рядок 2"]}]


def test_xlsx_by_hand(small: duckdb.DuckDBPyConnection) -> None:
    """The workbook holds the same rows, and adds the known amounts up: 1234567.80 + 5.00 - 0.05."""
    written = exporting.as_xlsx(exporting.view(small, "spending_by_direction"))
    sheet = openpyxl.load_workbook(BytesIO(written), data_only=True)["data"]
    heads = [cell.value for cell in sheet[1]]
    amounts = [sheet.cell(row, heads.index("amount") + 1).value for row in range(2, 9)]
    assert amounts == [1234567.8, None, -0.05, 5, None, 1234572.75, 1234572.75]


def test_xlsx_without_a_column_of_amounts(small: duckdb.DuckDBPyConnection) -> None:
    """A view that has no amounts gets no sum."""
    written = exporting.as_xlsx(exporting.view(small, "findings"))
    assert openpyxl.load_workbook(BytesIO(written))["data"].max_row > 1
    assert not _formulas(written)


@pytest.mark.parametrize(
    ("where", "amounts"),
    [
        ({}, {"1234567.80", "None", "5.00", "-0.05"}),
        ({"fiscal_year": "2020"}, {"1234567.80", "None"}),
        ({"fiscal_year": "2020", "fund": "general"}, {"1234567.80"}),
        ({"fiscal_year": ""}, {"5.00"}),
        ({"amount": "1234567.80"}, {"1234567.80"}),
        ({"amount": "1234567.8"}, {"1234567.80"}),
        ({"amount": "1234567.801"}, set()),
        ({"is_passport": "False", "fund": "special"}, {"5.00"}),
        ({"fiscal_year": "2022"}, set()),
        ({"fund": "' OR true --"}, set()),
    ],
    ids=[
        "all",
        "a year",
        "a year and a fund",
        "an unknown year",
        "an amount",
        "fewer places",
        "more places",
        "a truth",
        "no such year",
        "a query as value",
    ],
)
def test_where_by_hand(small: duckdb.DuckDBPyConnection, where: dict[str, str], amounts: set[str]) -> None:
    """Every condition must hold; values are read as those of the column, an empty one means unknown."""
    assert {str(amount) for amount in exporting.view(small, "spending_by_direction", where)["amount"]} == amounts


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ({"fiscal_year": "abc"}, "--where fiscal_year=abc: this is no value of the column, which holds INTEGER."),
        ({"amount": "5,00"}, "--where amount=5,00: this is no value of the column, which holds DECIMAL(38,2)."),
        ({"is_passport": "maybe"}, "--where is_passport=maybe: this is no value of the column, which holds BOOLEAN."),
    ],
)
def test_where_with_no_value_of_the_column(
    small: duckdb.DuckDBPyConnection, where: dict[str, str], sentence: str
) -> None:
    """What the column can never hold is refused, and is not an empty answer."""
    with pytest.raises(exporting.ExportError) as raised:
        exporting.view(small, "spending_by_direction", where)
    assert str(raised.value) == sentence


@pytest.mark.parametrize("reason", ["several_kinds", "change; several_kinds"])
def test_where_names_one_of_a_list(real: duckdb.DuckDBPyConnection, reason: str) -> None:
    """A value of a list is enough, and so is the list as CSV writes it."""
    found = exporting.view(real, "unit_prices", {"reasons": reason})
    assert {"several_kinds"} <= set.intersection(*map(set, found["reasons"]))


@pytest.mark.parametrize("name", exporting.VIEWS)
def test_every_view_leaves_in_every_format(real: duckdb.DuckDBPyConnection, name: str) -> None:
    """The same rows stand in the table, in JSON and in the workbook, and there is at least one."""
    frame = exporting.view(real, name)
    rows = len(listed(exporting.as_csv(frame)))
    sheet = openpyxl.load_workbook(BytesIO(exporting.as_xlsx(frame)))["data"]
    first = [row[0].value for row in sheet.iter_rows(min_row=2, max_row=rows + 1)]
    assert rows == len(json.loads(exporting.as_json(frame))) == len(first) > 0


def test_order_is_the_same_every_time(real: duckdb.DuckDBPyConnection) -> None:
    """Two exports of one warehouse are equal to the byte."""
    first, second = (exporting.as_csv(exporting.view(real, "spending_by_direction")) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", ["no_such_view", "allocation", "findings; DROP TABLE document", ""])
def test_only_public_views(real: duckdb.DuckDBPyConnection, name: str) -> None:
    """A table or a misspelt name is refused with the list of views."""
    with pytest.raises(
        exporting.ExportError, match=r"Public views: spending_by_direction, .*, budget_execution, .*findings\."
    ):
        exporting.view(real, name)


def test_only_columns_of_the_view(real: duckdb.DuckDBPyConnection) -> None:
    """A misspelt column is refused with the list of columns."""
    with pytest.raises(
        exporting.ExportError, match=r"no column 'year'\. Its columns: programme_id, edition, fiscal_year"
    ):
        exporting.view(real, "spending_by_direction", {"year": "2019"})


def test_real_amounts_add_up(real: duckdb.DuckDBPyConnection) -> None:
    """The export of the approved plan adds up to its lines: 2457.0 + 2182.3 + 1559.4 thousand."""
    rows = listed(exporting.as_csv(exporting.view(real, "spending_by_direction", {"edition": APPROVED})))
    assert sum(Decimal(row["amount"]) for row in rows if row["amount"]) == Decimal("6198700.00")


def test_real_findings_name_their_cells(real: duckdb.DuckDBPyConnection) -> None:
    """A finding leaves with the place of the printed figure and with its gap."""
    where = {"rule": "programme_total", "document_id": DRAFT, "fiscal_year": "2020", "fund": "total"}
    (row,) = listed(exporting.as_csv(exporting.view(real, "findings", where)))
    assert (row["printed"], row["computed"], row["difference"]) == ("2020000.00", "2041000.00", "-21000.00")
    assert row["locators"].startswith("рядок 81, графа 11; рядок 85, графа 9; ")


def test_xlsx_does_not_add_editions_up(real: duckdb.DuckDBPyConnection) -> None:
    """The plan as approved and the plan after a draft are no parts of one sum: a workbook with both has no total."""
    both = exporting.as_xlsx(exporting.view(real, "spending_by_direction"))
    assert not _formulas(both)
    one = exporting.as_xlsx(exporting.view(real, "spending_by_direction", {"edition": APPROVED}))
    assert len(_formulas(one)) == 2


def _formulas(written: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(BytesIO(written))["data"]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_cells_of_a_change(real: duckdb.DuckDBPyConnection) -> None:
    """In a table the cells of a change are named by document and place; in JSON they keep their value."""
    ledger = exporting.view(real, "amendment_ledger", {"line_code": "10.4", "fiscal_year": "2019"})
    assert "kropyvnytskyi-draft-698: рядок 90, графа" in exporting.as_csv(ledger).decode()
    (change,) = json.loads(exporting.as_json(ledger))
    assert [(cell["document_id"], cell["value"]) for cell in change["cells"]] == [
        ("kropyvnytskyi-draft-698", "-168000.00")
    ]
