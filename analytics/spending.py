"""Where the money of an edition goes: by spending unit, by task, by fund, by year.

All sums are of the lowest lines; printed totals never enter them. An amount that is not printed is unknown, not zero:
it is counted, and adds nothing.
"""

from collections.abc import Sequence
from enum import StrEnum

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import total


class Grouping(StrEnum):
    SPENDING_UNIT = "spending_unit"
    TASK = "task"
    FUND = "fund"


def lines(
    connection: duckdb.DuckDBPyConnection,
    programme_id: str,
    edition: str,
    years: Sequence[int] = (),
    funds: Sequence[str] = (),
) -> pd.DataFrame:
    """Grain: printed lowest-line amount that counts in the edition; UAH. No years or funds named means all.

    Columns: document_id, locator, printed, row_no, line_code, spending_unit, task, name, fiscal_year, fund, basis,
    amount, quantity.
    """
    return query.frame(
        connection,
        "spending_lines",
        programme_id=programme_id,
        edition=edition,
        years=list(years),
        funds=list(funds),
    )


def grouped(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: group; UAH. `frame` as from `lines`.

    Columns: group (None where the document names none), amount, share (of the sum; None when that is not positive),
    lines, without_amount (lines that print no amount); largest first.
    """
    if frame.empty:
        return pd.DataFrame(columns=["group", "amount", "share", "lines", "without_amount"])
    whole = total(frame["amount"])
    found = []
    for name, part in frame.groupby(by.value, dropna=False, sort=False):
        amount = total(part["amount"])
        places = part[["document_id", "row_no"]]
        found.append(
            {
                "group": None if pd.isna(name) else name,
                "amount": amount,
                "share": float(amount / whole) if amount is not None and whole and whole > 0 else None,
                "lines": len(places.drop_duplicates()),
                "without_amount": len(places[part["amount"].isna()].drop_duplicates()),
            }
        )
    found.sort(key=lambda group: (group["amount"] is not None, group["amount"] or 0), reverse=True)
    return pd.DataFrame(found, dtype=object)


def by_year(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: fiscal year x group; UAH. `frame` as from `lines`. Columns: fiscal_year, group, amount."""
    known = frame[frame["amount"].notna() & frame["fiscal_year"].notna()]
    if known.empty:
        return pd.DataFrame(columns=["fiscal_year", "group", "amount"])
    sums = known.groupby(["fiscal_year", by.value], dropna=False)["amount"].sum().reset_index()
    return sums.rename(columns={by.value: "group"})


def tree(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: spending unit x task, or x measure where the document names no task; UAH. `frame` as from `lines`.

    Columns: spending_unit, part, amount.
    """
    known = frame[frame["amount"].notna()].copy()
    if known.empty:
        return pd.DataFrame(columns=["spending_unit", "part", "amount"])
    known["part"] = known["task"].where(known["task"].notna(), known["name"])
    return known.groupby(["spending_unit", "part"], dropna=False)["amount"].sum().reset_index()
