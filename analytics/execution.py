"""What was approved, revised and paid of a budget programme, by year, month, fund and direction.

Amounts are cumulative from January: of the months of a year the last one counts, and months are never added up. What is
printed for both funds together (T) is never added to the funds. A per cent is a sum paid over a sum planned.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import records, total

FIGURES = ("approved", "revised", "cash")
_BOTH = "total"
_PLACES = ["document_id", "locator"]


class Plan(StrEnum):
    """What the cash is compared with."""

    REVISED = "revised"
    APPROVED = "approved"


@dataclass(frozen=True)
class Scope:
    """One kind of source (treasury, execution_report, actuals) on one budget programme of one budget.

    `code` has 7 digits, or 4 where the source names the typical code alone: then it covers every budget programme of
    that code in the budget. It is None for entered cash, which is of a local programme.
    """

    scope: str
    kind: str
    budget_code: str | None
    code: str | None
    functional_code: str | None
    name: str | None
    hromada: str | None
    programmes: tuple[str, ...]
    documents: tuple[str, ...]
    first_year: int
    last_year: int


@dataclass(frozen=True)
class Executed:
    """What was paid of a plan, over the years in which both are known; UAH."""

    years: tuple[int, ...]
    plan: Decimal | None
    cash: Decimal | None

    @property
    def share(self) -> float | None:
        """0.007 for 0.7 %; None where the plan is not known or is zero."""
        return None if self.cash is None or not self.plan else float(self.cash / self.plan)


def scopes(connection: duckdb.DuckDBPyConnection) -> list[Scope]:
    """All that execution is known of, by hromada; Treasury data before reports."""
    found = records(query.frame(connection, "execution_scopes"))
    lists = ("programmes", "documents")
    return [Scope(**(row._asdict() | {name: tuple(getattr(row, name) or ()) for name in lists})) for row in found]


def amounts(connection: duckdb.DuckDBPyConnection, scope: str) -> pd.DataFrame:
    """Grain: fiscal year x month x fund x figure; UAH, cumulative from January.

    Columns: fiscal_year, month (12 is the year; None for what was approved), fund, figure (of `FIGURES`), amount,
    document_id, locator. The rows of one figure and month can be added up: `total` stands only where the funds are not
    all known apart.
    """
    return _without_double_funds(query.frame(connection, "execution_amounts", scope=scope))


def lines(connection: duckdb.DuckDBPyConnection, scope: str) -> pd.DataFrame:
    """Grain: lowest row (direction of a report, economic code) x fund, in the last month of each year; UAH.

    Columns: fiscal_year, month, line_code, economic_code, name, fund, approved (of the direction with the same number
    and name in the passport), revised, cash, document_id, row_no, locator, cash_locator.
    """
    return query.frame(connection, "execution_lines", scope=scope)


def last_of_year(frame: pd.DataFrame) -> pd.DataFrame:
    """The amounts of the last month reported of each year, and what was approved. `frame` as from `amounts`."""
    last = {year: max(part["month"].dropna(), default=None) for year, part in frame.groupby("fiscal_year", sort=False)}
    kept = [row.figure == "approved" or row.month == last[row.fiscal_year] for row in records(frame)]
    return frame.loc[kept]


def by_year(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: fiscal year; UAH over both funds. `frame` as from `amounts`.

    Columns: fiscal_year, month (the last reported), approved, revised, cash, deviation (revised - cash); what is not
    known is None. cell: where the cash stands, else the plan, as (document, place).
    """
    return _rows(last_of_year(frame), ["fiscal_year"])


def by_fund(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: fiscal year x fund; columns as in `by_year`, and fund. What is known of both funds together is `total`.

    Where that is the cash, the plans of both funds stand beside it: the row is the year, and not added to the funds.
    """
    found = _rows(last_of_year(frame), ["fiscal_year", "fund"])
    whole = {row.fiscal_year: row for row in records(by_year(frame))}
    known_in_all = (found["fund"] == _BOTH) & found["cash"].notna()
    for place in found.index[known_in_all]:
        for name in ("approved", "revised", "deviation"):
            found.at[place, name] = getattr(whole[found.at[place, "fiscal_year"]], name)
    return found


def by_month(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: fiscal year x month; columns as in `by_year`. Empty where every year is known as a whole only."""
    monthly = frame[frame["month"].notna()]
    found = _rows(monthly, ["fiscal_year", "month"])
    return found if (found["month"] != 12).any() else found.iloc[:0]


def by_line(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: fiscal year x line over its funds; UAH. `frame` as from `lines`.

    Columns: fiscal_year, line_code, economic_code, name, approved, revised, cash, deviation, cell; a figure that one of
    the funds does not state is None.
    """
    columns = ["fiscal_year", "line_code", "economic_code", "name", *FIGURES, "deviation", "cell"]
    found = []
    for _key, part in frame.groupby(columns[:4], dropna=False, sort=False):
        own = {name: total(part[name]) if part[name].notna().all() else None for name in FIGURES}
        first = max(records(part), key=lambda row: abs(row.cash or row.revised or Decimal(0)))
        found.append(
            {
                **{name: None if pd.isna(part[name].iloc[0]) else part[name].iloc[0] for name in columns[:4]},
                **own,
                "deviation": _less(own["revised"], own["cash"]),
                "cell": (first.document_id, first.cash_locator or first.locator),
            }
        )
    return pd.DataFrame(found, columns=columns, dtype=object)


def executed(frame: pd.DataFrame, plan: Plan) -> Executed:
    """What was paid of a plan: the sums over the rows in which both are known. `frame` as from `by_year`, or a part."""
    known = frame[frame[plan.value].notna() & frame["cash"].notna()]
    return Executed(tuple(sorted(set(known["fiscal_year"]))), total(known[plan.value]), total(known["cash"]))


def shares(frame: pd.DataFrame, plan: Plan) -> list[Any]:
    """What was paid of a plan in each row of a frame with the columns of `by_year`: 0.007, or None where unknown."""
    return [
        Executed((), *(None if pd.isna(row[name]) else row[name] for name in (plan.value, "cash"))).share
        for row in frame.to_dict("records")
    ]


def _without_double_funds(frame: pd.DataFrame) -> pd.DataFrame:
    """Of each figure and month the funds, or their total where one of the funds that are reported is not known."""
    kept: list[Any] = []
    for _key, part in frame.groupby(["fiscal_year", "month", "figure"], dropna=False, sort=False):
        both, funds = part[part["fund"] == _BOTH], part[part["fund"] != _BOTH]
        chosen = funds if len(funds) and funds["amount"].notna().all() else both
        kept.extend(chosen[chosen["amount"].notna()].index)
    return frame.loc[sorted(kept)].reset_index(drop=True)


def _rows(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """One row a key, a column a figure. `frame` as from `amounts`, of one month of each year or with `month` a key."""
    found = []
    for key, part in frame.groupby(keys, sort=True, dropna=False):
        own = {name: total(part[part["figure"] == name]["amount"]) for name in FIGURES}
        months: Iterable[Any] = part["month"].dropna()
        found.append(
            {
                "month": max(months, default=None),
                **dict(zip(keys, key, strict=True)),
                **own,
                "deviation": _less(own["revised"], own["cash"]),
                "cell": _cell(part),
            }
        )
    others = [name for name in ("month",) if name not in keys]
    return pd.DataFrame(found, columns=[*keys, *others, *FIGURES, "deviation", "cell"], dtype=object)


def _cell(part: pd.DataFrame) -> tuple[str, str] | None:
    """The cell of the largest cash, else of the plan."""
    for name in reversed(FIGURES):
        known = records(part[part["figure"] == name])
        if known:
            row = max(known, key=lambda row: abs(row.amount))
            return row.document_id, row.locator
    return None


def _less(plan: Decimal | None, cash: Decimal | None) -> Decimal | None:
    return None if plan is None or cash is None else plan - cash
