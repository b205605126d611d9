"""From a figure to the cells behind it: the totals that the documents print, beside the lowest lines."""

import duckdb
import pandas as pd

from analytics import query

Place = tuple[str, str]
"""A document and a place in it."""


def printed_totals(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: printed total of an edition's acts; UAH. The act that prints the plan comes first, then its changes.

    Columns: edition, document_id, act_no, locator, level (programme, spending_unit or task), spending_unit, task (the
    direction where the document names one, as in `spending.lines`), fiscal_year (None for all years), fund (total,
    general or special), amount.
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


def of_year(lines: pd.DataFrame, year: int | None, fund: str) -> pd.DataFrame:
    """The lines that a sum of a year and fund is made of; a year of None means those that name no year."""
    in_year = lines["fiscal_year"].isna() if year is None else lines["fiscal_year"] == year
    return lines[in_year & (lines["fund"] == fund)]


def of_year_and_fund(
    totals: pd.DataFrame, lines: pd.DataFrame, edition: str, year: int | None, fund: str
) -> list[Place]:
    """The cells of what the programme costs in a year and fund: its printed totals, or the largest of its lines where
    no act prints one.

    `lines` as from `spending.lines`, with all funds of the year: where none of them says which fund pays, the printed
    total of both is theirs.
    """
    own = of_year(lines, year, fund)
    if year is None:  # what the document prints for all years holds the lines with a year, too
        return largest_line(own)
    funds = set(lines[lines["fiscal_year"] == year]["fund"])
    return totals_of(totals, edition, year, "total" if funds == {"unspecified"} else fund) or largest_line(own)


def largest_line(lines: pd.DataFrame) -> list[Place]:
    """The largest of some lowest lines; none where none prints an amount. `lines` as from `spending.lines`."""
    known = [row for row in lines.to_dict("records") if row["amount"] is not None]
    largest = sorted(known, key=lambda row: abs(row["amount"]), reverse=True)[:1]
    return [(row["document_id"], row["locator"]) for row in largest]
