"""Queries kept in `analytics/queries/`, run with named parameters."""

from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

_FOLDER = Path(__file__).parent / "queries"


@cache
def text(name: str) -> str:
    """The SQL of `analytics/queries/<name>.sql`."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def frame(connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> pd.DataFrame:
    """The rows of a query. Money stays exact: a column of Decimal, never of float; unknown is None."""
    return rows(connection, text(name), parameters)


def rows(connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, Any] | None = None) -> pd.DataFrame:
    """The rows of an SQL text, as `frame` gives them."""
    with connection.cursor() as cursor:
        result = cursor.execute(sql, parameters or {})
        columns = [column[0] for column in result.description or ()]
        return pd.DataFrame(result.fetchall(), columns=columns, dtype=object)
