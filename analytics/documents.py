"""The register of documents, and what is printed where."""

import re
from dataclasses import dataclass

import duckdb
import pandas as pd

from analytics import query

_LOCATOR = re.compile(r"рядок (?P<row>\d+)(?:, графа (?P<column>\d+))?")


@dataclass(frozen=True)
class Place:
    """A row, or a cell in it; the column counts from 1 as people do."""

    row: int
    column: int | None


def register(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: document. Columns as in the table `document`, with counts: amounts, lines, unread, failed."""
    return query.frame(connection, "register")


def source_rows(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: printed table row of a document. Columns: row_no, table_no, table_kind, role, cells."""
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


def place(locator: str) -> Place | None:
    """The place that a locator names; None for other text."""
    found = _LOCATOR.fullmatch(" ".join(locator.split()))
    if not found:
        return None
    return Place(int(found["row"]), int(found["column"]) if found["column"] else None)
