"""A public view of the warehouse as CSV, JSON or a workbook."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd

from analytics import query, workbook
from analytics.frames import listed
from data.contracts import UAH

VIEWS = (
    "spending_by_direction",
    "unit_prices",
    "plan_editions",
    "amendment_ledger",
    "budget_execution",
    "indicator_attainment",
    "population_projection",
    "findings",
)
"""The public views that are built so far; their columns are in the data dictionary."""

_COMPARED = ("unit", "printed", "computed", "difference")
"""Columns of a view of figures that are compared, in a unit of their own."""
_KOPIYKA = Decimal("0.01")
FORMATS = ("csv", "json", "xlsx")
_LABELS = workbook.Labels("data", "Total", "Control total", "Difference", "about")


class ExportError(Exception):
    """A view or column that does not exist; the sentence lists those that do."""


def view(connection: duckdb.DuckDBPyConnection, name: str, where: dict[str, str] | None = None) -> pd.DataFrame:
    """The rows of a public view whose columns equal the given values, in a stable order; money is exact.

    A value is read as the type of its column, and may be written as any of the formats writes it; of a list one of its
    values may be named. An empty value means unknown. Raises ExportError.
    """
    if name not in VIEWS:
        raise ExportError(f"There is no public view {name!r}. Public views: {', '.join(VIEWS)}.")
    conditions, values = ["true"], {}
    columns = _columns(connection, name)
    for number, (column, value) in enumerate((where or {}).items()):
        if column not in columns:
            raise ExportError(f"The view {name} has no column {column!r}. Its columns: {', '.join(columns)}.")
        conditions.append(_condition(connection, column, columns[column], value, f"value{number}"))
        if f"$value{number}" in conditions[-1]:
            values[f"value{number}"] = value
    found = query.rows(connection, f"FROM {name} WHERE {' AND '.join(conditions)} ORDER BY ALL", values)
    return _with_kopiykas(found) if set(_COMPARED) < set(columns) else found


def as_csv(frame: pd.DataFrame, *, for_spreadsheets: bool = False) -> bytes:
    """UTF-8, money as decimal strings; with a byte order mark where a spreadsheet is to recognize Ukrainian letters."""
    # `frame.map` would turn whole numbers beside an unknown one into fractions.
    rows = [[listed(value) for value in row] for row in frame.itertuples(index=False, name=None)]
    written = pd.DataFrame(rows, columns=frame.columns, dtype=object).to_csv(index=False)
    return written.encode("utf-8-sig" if for_spreadsheets else "utf-8")


def as_json(frame: pd.DataFrame) -> bytes:
    """A list of objects; money as decimal strings, dates as YYYY-MM-DD."""
    records = [{name: _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]
    return (json.dumps(records, ensure_ascii=False, indent=2) + "\n").encode()


def as_xlsx(frame: pd.DataFrame) -> bytes:
    """A workbook; a column `amount` is added up, but never over several editions of one plan."""
    adds_up = "amount" in frame.columns and ("edition" not in frame.columns or frame["edition"].nunique() <= 1)
    return workbook.write(frame, _LABELS, summed="amount" if adds_up else None)


def _with_kopiykas(frame: pd.DataFrame) -> pd.DataFrame:
    """Figures of a view whose unit differs from row to row: UAH have two places."""
    written = {
        name: [
            value.quantize(_KOPIYKA) if unit == UAH and isinstance(value, Decimal) else value
            for value, unit in zip(frame[name], frame["unit"], strict=True)
        ]
        for name in _COMPARED[1:]
    }
    exact = {name: pd.Series(values, dtype=object, index=frame.index) for name, values in written.items()}
    return frame.assign(**exact)


def _columns(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, str]:
    """Column -> type."""
    with connection.cursor() as cursor:
        return {column[0]: str(column[1]) for column in cursor.execute(f"FROM {name} LIMIT 0").description or ()}


def _condition(connection: duckdb.DuckDBPyConnection, column: str, kind: str, value: str, parameter: str) -> str:
    """What SQL asks of a column that is to equal `value`, which the query is given as `parameter`."""
    if not value:
        return f"coalesce(\"{column}\"::VARCHAR, '') IN ('', '[]')"
    if kind == "VARCHAR":
        return f'"{column}" = ${parameter}'
    if kind == "VARCHAR[]":
        return f'(list_contains("{column}", ${parameter}) OR array_to_string("{column}", \'; \') = ${parameter})'
    if kind.endswith("]"):
        return f'"{column}"::VARCHAR = ${parameter}'
    # Of more places than any column has: what differs in the third place is another amount.
    read = "DECIMAL(38, 10)" if kind.startswith("DECIMAL") else kind
    if query.rows(connection, f"SELECT TRY_CAST($it AS {read}) AS it", {"it": value})["it"].isna().all():
        raise ExportError(f"--where {column}={value}: this is no value of the column, which holds {kind}.")
    return f'"{column}" = ${parameter}::{read}'


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
