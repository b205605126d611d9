"""What the tests of chains of acts share: short ways to write a line of an act, and to read a plan and a ledger."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import duckdb

from data.contracts import Allocation, Basis, Document

Act = Callable[..., Document]
Line = Callable[..., Allocation]
WarehouseOf = Callable[..., duckdb.DuckDBPyConnection]


def rows(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[tuple[Any, ...]]:
    return connection.cursor().execute(query, list(values)).fetchall()


def delta(line: Line, act: str, code: str | None, amount: float | str | None, **changed: Any) -> Allocation:
    """A change of a line."""
    return line(act, code, amount, **({"basis": Basis.DELTA} | changed))


def compared(
    line: Line,
    act: str,
    row: int,
    code: str,
    now: Mapping[int, float | None],
    proposed: Mapping[int, float | None],
    **changed: Any,
) -> list[Allocation]:
    """One row of a comparison: the line by year as it was and as it becomes; None where the cell is blank."""
    sides = ((Basis.CURRENT, now), (Basis.RESTATED, proposed))
    places = [(basis, year, amount) for basis, side in sides for year, amount in side.items()]
    return [
        line(
            act,
            code,
            amount,
            **({"row_no": row, "locator": f"рядок {row}, графа {column}", "basis": basis, "fiscal_year": year}),
            **changed,
        )
        for column, (basis, year, amount) in enumerate(places, start=3)
    ]


def plan(connection: duckdb.DuckDBPyConnection, edition: str) -> list[tuple[Any, ...]]:
    """Number, year, fund and amount of each line of an edition; None in place of the amount where its base is unknown.

    A fund is left out where all is general.
    """
    found = rows(
        connection,
        "SELECT line_code, fiscal_year, fund, CASE WHEN NOT base_unknown THEN amount END FROM plan_editions "
        "WHERE edition = ? ORDER BY line_code, line_id, fiscal_year, fund",
        edition,
    )
    return _short(found)


def ledger(connection: duckdb.DuckDBPyConnection, edition: str) -> list[tuple[Any, ...]]:
    """Number, year, fund, before, change, after and kind of change; a fund is left out where all is general."""
    found = rows(
        connection,
        "SELECT line_code, fiscal_year, fund, before, delta, after, change FROM amendment_ledger "
        "WHERE edition = ? ORDER BY line_code, line_id, fiscal_year, fund",
        edition,
    )
    return _short(found)


def same(connection: duckdb.DuckDBPyConnection, act: str) -> list[tuple[str, str]]:
    """Which line each printed line of an act is, in printed order, and how that was told."""
    return rows(
        connection, "SELECT line_id, same_as FROM plan_line WHERE document_id = ? ORDER BY row_no, basis DESC", act
    )


def _short(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    if {row[2] for row in found} == {"general"}:
        found = [(*row[:2], *row[3:]) for row in found]
    return [tuple(int(value) if isinstance(value, Decimal) else value for value in row) for row in found]
