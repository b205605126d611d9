"""From a figure to the cells behind it: the totals that the documents print, beside the lowest lines."""

import duckdb
import pandas as pd

from analytics import query

Place = tuple[str, str]
"""A document and a place in it."""


def printed_totals(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: printed total of an edition's acts; UAH. The act that prints the plan comes first, then its changes.

    Columns: edition, document_id, act_no, locator, level (programme, spending_unit or task), spending_unit, task,
    fiscal_year (None for all years), fund (total, general or special), amount.
    """
    return query.frame(connection, "printed_totals", programme_id=programme_id)


def totals_of(
    totals: pd.DataFrame,
    edition: str,
    year: int | None,
    fund: str = "total",
    *,
    spending_unit: str | None = None,
    task: str | None = None,
) -> list[Place]:
    """The printed totals of a figure: of the whole programme, or of a spending unit or task; one for each act that
    prints it, the plan first.

    `totals` as from `printed_totals`; a year of None is the total of all years.
    """
    level = "task" if task is not None else "spending_unit" if spending_unit is not None else "programme"
    found = totals[
        (totals["edition"] == edition)
        & (totals["level"] == level)
        & (totals["fund"] == fund)
        & (totals["fiscal_year"].isna() if year is None else totals["fiscal_year"] == year)
    ]
    if level == "spending_unit":
        found = found[found["spending_unit"] == spending_unit]
    if level == "task":
        found = found[found["task"] == task]
    return list(zip(found["document_id"], found["locator"], strict=True))


def largest_line(lines: pd.DataFrame) -> list[Place]:
    """The largest of some lowest lines; none where none prints an amount. `lines` as from `spending.lines`."""
    known = [row for row in lines.to_dict("records") if row["amount"] is not None]
    largest = sorted(known, key=lambda row: abs(row["amount"]), reverse=True)[:1]
    return [(row["document_id"], row["locator"]) for row in largest]
