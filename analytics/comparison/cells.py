"""Where the total of a compared plan is printed: the cell that a figure opens."""

from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd

from analytics import editions, places
from analytics.frames import total


def printed_total(
    connection: duckdb.DuckDBPyConnection, plan: Any, own: pd.DataFrame, stated: pd.DataFrame
) -> tuple[Decimal | None, places.Place | None]:
    """The printed total of a plan, UAH, and a cell to open: that total, or the largest line where none is printed.

    `plan`: a row of `plans.plans`; `own` and `stated`: its part of `plans.lines` and `plans.stated_totals`.
    """
    amount, found = None, []
    if plan.document_id is not None and not plan.is_passport:
        totals = editions.totals(connection, plan.programme_id)
        totals = totals[totals["edition"] == plan.document_id]
        if len(totals) and totals["as_printed"].notna().all():
            amount = total(totals["as_printed"])
        found = places.totals_of(totals_of_acts(connection, plan), plan.document_id, None)
    if amount is None and len(stated):
        of_all_years = stated[stated["fiscal_year"].isna()]
        rows = of_all_years if len(of_all_years) else stated
        amount, found = total(rows["amount"]), [(str(plan.document_id), str(rows["locator"].iloc[0]))]
    found = found or places.largest_line(own)
    if not found and len(own):
        found = [(str(own["document_id"].iloc[0]), str(own["locator"].iloc[0]))]
    return amount, found[-1] if found else None


def totals_of_acts(connection: duckdb.DuckDBPyConnection, plan: Any) -> pd.DataFrame:
    """The totals that the acts of a programme print, as from `places.printed_totals`; none of a passport's."""
    return places.printed_totals(connection, "" if plan.is_passport else plan.programme_id)


def of_year(
    plan: Any, totals: pd.DataFrame, own: pd.DataFrame, stated: pd.DataFrame, year: int | None
) -> places.Place | None:
    """The printed total of a plan in a year, or the largest of its lines where none is printed.

    `totals` as from `totals_of_acts`; the rest as for `printed_total`.
    """
    found = []
    if year is not None:
        in_year = stated[stated["fiscal_year"] == year]
        found = places.totals_of(totals, plan.document_id, year) or [
            (str(plan.document_id), str(locator)) for locator in in_year["locator"]
        ]
    if not found:
        found = places.largest_line(own[own["fiscal_year"].isna() if year is None else own["fiscal_year"] == year])
    return found[-1] if found else None
