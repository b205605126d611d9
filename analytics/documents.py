"""The register of documents, and what is printed where."""

import re

import duckdb
import pandas as pd

from analytics import query

_PART = re.compile(r", (?:сума|число) \d+$")
"""One of several numbers in a cell."""


def register(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: document. Columns as in the table `document`, with counts: amounts, lines, unread, failed."""
    return query.frame(connection, "register")


def source_rows(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: printed row of a document. Columns: row_no, table_no, table_kind, role, locator, cells, locators."""
    return query.frame(connection, "source_rows", document_id=document_id)


def cells(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: cell that was read as an amount; UAH.

    Columns: locator, printed, row_no, line_code, name, spending_unit, level, fiscal_year, fund, amount, quantity,
    quantity_locator, is_total. Where a line prints a quantity and no amount, the cell is that of the quantity.
    """
    return query.frame(connection, "cells", document_id=document_id)


def unread(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: thing left out because it could not be read for certain. Columns: locator, text, reason."""
    return query.frame(connection, "unread", document_id=document_id)


def facts(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: cell that was read, with what it says; amount in UAH, number in `unit`.

    Columns: kind (the table it went to), locator, printed, row_no, line_code, name (for a statement its topic),
    fiscal_year, fund, amount, number, unit, text.
    """
    return query.frame(connection, "facts", document_id=document_id)


def measures(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: measure, with its direction, executors, term, source and expected result."""
    return query.frame(connection, "measures", document_id=document_id)


def indicators(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: printed value of an indicator, in its own unit."""
    return query.frame(connection, "indicators", document_id=document_id)


def population(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: year of a population table; persons."""
    return query.frame(connection, "population", document_id=document_id)


def reported(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: reported line x fund of execution; UAH."""
    return query.frame(connection, "reported", document_id=document_id)


def statements(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: thing stated outside tables of amounts and indicators: a code, a ground, a task, a stage."""
    return query.frame(connection, "statements", document_id=document_id)


def repairs(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: repair of damaged text, printed and repaired side by side."""
    return query.frame(connection, "repairs", document_id=document_id)


def corrections(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: reviewed correction; what was read, what stands instead, and why."""
    return query.frame(connection, "corrections", document_id=document_id)


def cell_of(locator: str) -> str:
    """The cell that a locator names, where it names one of several numbers in it."""
    return _PART.sub("", locator)
