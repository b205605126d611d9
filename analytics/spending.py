"""Where the money of an edition goes: by spending unit, by task, by fund, by year.

All sums are of the lowest lines; printed totals never enter them. An amount that is not printed is unknown, not zero:
it is counted, and adds nothing.
"""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

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
    amount, quantity, kind (of thing bought), category (of the kind: hardware, software, services, protection or
    people), national_direction, national_task (their names in `national_task`), kind_rule; None where no rule tells.
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
    lines (printed ones, those of amendments among them), without_amount (those of them that print no amount in any of
    the years and funds of `frame`); largest first.
    """
    if frame.empty:
        return pd.DataFrame(columns=["group", "amount", "share", "lines", "without_amount"])
    whole = total(frame["amount"])
    found = []
    for name, part in frame.groupby(by.value, dropna=False, sort=False):
        amount = total(part["amount"])
        printed = part.groupby(["document_id", "row_no"])["amount"].count()
        found.append(
            {
                "group": None if pd.isna(name) else name,
                "amount": amount,
                "share": float(amount / whole) if amount is not None and whole and whole > 0 else None,
                "lines": len(printed),
                "without_amount": int((printed == 0).sum()),
            }
        )
    found.sort(key=lambda group: (group["amount"] is not None, group["amount"] or 0), reverse=True)
    return pd.DataFrame(found, dtype=object)


def by_year(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: fiscal year x group; UAH. `frame` as from `lines`. Columns: fiscal_year, group, amount.

    Lines that print only a total of all years stand last, without a year.
    """
    sums = _sums(frame, "fiscal_year", by.value)
    ordered = sorted(sums, key=lambda sum_of: (sum_of[0] is None, sum_of[0] or 0, str(sum_of[1] or "")))
    return pd.DataFrame(ordered, columns=["fiscal_year", "group", "amount"], dtype=object)


def tree(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: spending unit x task, or x measure where the document names no task; UAH. `frame` as from `lines`.

    Columns: spending_unit (None where none is named), part, amount.
    """
    parts = frame.assign(part=frame["task"].where(frame["task"].notna(), frame["name"]))
    return pd.DataFrame(
        _sums(parts, "spending_unit", "part"), columns=["spending_unit", "part", "amount"], dtype=object
    )


def _sums(frame: pd.DataFrame, one: str, other: str) -> list[tuple[Any, Any, Decimal]]:
    """The sum of the known amounts for each pair of values, in the order in which the pairs first stand."""
    sums: dict[tuple[Any, Any], Decimal] = {}
    for row in frame[frame["amount"].notna()][[one, other, "amount"]].to_dict("records"):
        pair = (row[one], row[other])
        sums[pair] = sums.get(pair, Decimal(0)) + row["amount"]
    return [(*pair, amount) for pair, amount in sums.items()]
