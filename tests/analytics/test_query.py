"""Queries with named parameters, and frames at the edge of analytics."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import duckdb
import pandas as pd
import pytest

from analytics import query
from analytics.frames import records, total
from data.contracts import Fund
from tests.analytics.handmade import HandMade


def test_money_stays_exact_and_unknown_is_none(made: HandMade) -> None:
    """Money comes as Decimal with its two places, also beside an unknown amount; unknown is None, never a NaN."""
    made.approved("act", "2020-01-10")
    made.line("act", 2, "0.10")
    made.line("act", 3, "9007199254740993.01")
    made.line("act", 4, None, year=None)
    with made.connect() as connection:
        frame = query.rows(connection, "SELECT amount, fiscal_year, task FROM allocation ORDER BY row_no")
    assert list(frame["amount"]) == [Decimal("0.10"), Decimal("9007199254740993.01"), None]
    assert [type(year) for year in frame["fiscal_year"]] == [int, int, type(None)]
    assert list(frame["task"]) == [None, None, None]


def test_no_rows_keep_their_columns(real: duckdb.DuckDBPyConnection) -> None:
    """An answer without rows still has its columns."""
    frame = query.frame(real, "unread", document_id="nothing of that name")
    assert frame.empty
    assert list(frame.columns) == ["locator", "text", "reason"]


def test_values_are_parameters(real: duckdb.DuckDBPyConnection) -> None:
    """A value is compared as text and never becomes a part of the query."""
    assert query.frame(real, "cells", document_id="' OR true --").empty


def test_unknown_query_is_an_error(real: duckdb.DuckDBPyConnection) -> None:
    """A query is a file; there is no empty answer for a misspelt name."""
    with pytest.raises(FileNotFoundError):
        query.frame(real, "no_such_query")


def test_threads_share_one_connection(made: HandMade) -> None:
    """Eight threads that ask one connection at the same time each get the answer to their own question."""
    made.approved("act", "2020-01-10")
    for fund in (Fund.GENERAL, Fund.SPECIAL):
        for year in range(2020, 2024):
            made.line("act", year, f"{year}.{len(fund)}0", year=year, fund=fund)
    asked = [(fund, year) for fund in ("general", "special") for year in range(2020, 2024)] * 40
    sql = "SELECT amount, fiscal_year, fund FROM allocation WHERE fund = $fund AND fiscal_year = $year"

    with made.connect() as connection:

        def answer(question: tuple[str, int]) -> list[tuple[Decimal, int, str]]:
            fund, year = question
            rows = query.rows(connection, sql, {"fund": fund, "year": year})
            return [(row.amount, row.fiscal_year, row.fund) for row in records(rows)]

        with ThreadPoolExecutor(max_workers=8) as threads:
            answers = list(threads.map(answer, asked))
    # "general" and "special" have seven letters each: every amount ends in .70.
    assert answers == [[(Decimal(f"{year}.70"), year, fund)] for fund, year in asked]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([], None),
        ([None, float("nan"), pd.NA], None),
        ([Decimal("0.00")], Decimal("0.00")),
        ([Decimal("0.10"), None, Decimal("0.20")], Decimal("0.30")),
        ([Decimal("-5.00"), Decimal("5.00")], Decimal("0.00")),
    ],
    ids=["nothing", "only unknown", "zero", "unknown adds nothing", "they cancel out"],
)
def test_total(amounts: list[object], expected: Decimal | None) -> None:
    """A sum is exact, passes over the unknown, and is itself unknown where nothing is known."""
    assert total(amounts) == expected
