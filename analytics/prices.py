"""What one piece costs: who pays how much for the same kind of thing, and how that moves over the years.

A price is the amount of a printed line in a year, over both funds, divided by its quantity of that year. It is a price
of the plan, not of a purchase, and lines of one kind may mean other models. Where a line names several kinds, buys a
service or different parts, or its quantity is missing or doubted by a check, it has no price, and the reasons stand in
its place. A doubt of the amount alone leaves the price, marked.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import records, total


def prices(
    connection: duckdb.DuckDBPyConnection,
    programme_id: str,
    edition: str,
    years: Sequence[int] = (),
    kinds: Sequence[str] = (),
) -> pd.DataFrame:
    """Grain: printed lowest line x fiscal year; UAH. No years or kinds named means all.

    Columns: document_id, row_no, line_code, name, kind, category, spending_unit, fiscal_year, amount (over both funds),
    quantity, unit_price (rounded half up to the kopiyka; None where there are reasons), reasons (all of them, a list),
    locator (of the amount), quantity_locator, doubts (findings that look at these cells and do not hold).
    """
    return query.frame(
        connection, "unit_prices", programme_id=programme_id, edition=edition, years=list(years), kinds=list(kinds)
    )


def known(frame: pd.DataFrame) -> pd.DataFrame:
    """The lines that have a price. `frame` as from `prices`."""
    return frame[frame["unit_price"].notna()].reset_index(drop=True)


def apart(frame: pd.DataFrame) -> pd.DataFrame:
    """The lines that have none, each with its reasons. `frame` as from `prices`."""
    return frame[frame["unit_price"].isna()].reset_index(drop=True)


def by_reason(frame: pd.DataFrame) -> pd.Series:
    """Reason -> how many lines and years it keeps without a price, most first; one may have several. `frame` as from
    `apart`."""
    return frame["reasons"].explode().value_counts()


def spread(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: kind of thing; UAH. `frame` as from `known`. Those whose prices lie farthest apart first.

    Columns: kind, lines (prices: lines x years), pieces, amount, median, cheapest, dearest, ratio (dearest / cheapest,
    to two places), cost_at_median, saving (amount less that; below zero where the plan costs less than at the median),
    cheapest_line and dearest_line (rows of `frame`, the first that pays so), as_cheap and as_dear (how many pay so).

    The median is that of the pieces: half of all pieces cost no more, half no less. A line that buys 140 licences
    counts 140 times, as it does for whoever pays. All is computed exactly and rounded half up to the kopiyka at the
    end, so that prices rounded before never add up to a saving that is none.
    """
    columns = ["kind", "lines", "pieces", "amount", "median", "cheapest", "dearest", "ratio"]
    columns += ["cost_at_median", "saving", "cheapest_line", "dearest_line", "as_cheap", "as_dear"]
    found = []
    for kind, part in frame.groupby("kind", sort=False):
        rows = records(part)
        median, pieces = _median(rows), _pieces(rows)
        cheapest, dearest = min(rows, key=_price), max(rows, key=_price)
        amount, at_median = total(part["amount"]), _rounded(median * Fraction(pieces))
        found.append(
            {
                "kind": kind,
                "lines": len(rows),
                "pieces": pieces,
                "amount": amount,
                "median": _rounded(median),
                "cheapest": cheapest.unit_price,
                "dearest": dearest.unit_price,
                "ratio": _rounded(_price(dearest) / _price(cheapest)),
                "cost_at_median": at_median,
                "saving": (amount or Decimal(0)) - at_median,
                "cheapest_line": cheapest,
                "dearest_line": dearest,
                "as_cheap": sum(_price(row) == _price(cheapest) for row in rows),
                "as_dear": sum(_price(row) == _price(dearest) for row in rows),
            }
        )
    found.sort(key=lambda row: row["ratio"], reverse=True)
    return pd.DataFrame(found, columns=columns, dtype=object)


def by_year(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: kind of thing x fiscal year; UAH. `frame` as from `known`.

    Columns: kind, fiscal_year, lines, pieces, median (of the pieces, as in `spread`), cheapest, dearest,
    dearest_line (a row of `frame`, the first that pays so), change (of the median against the year before that has
    prices, as a share; None for the first). Other units may buy in other years, so a change is one of what is planned,
    not of a price list. Lines without a year are left out.
    """
    found: list[dict[str, Any]] = []
    for kind, own in frame.groupby("kind", sort=False):
        before: Fraction | None = None
        for year, part in own.dropna(subset=["fiscal_year"]).groupby("fiscal_year"):
            rows = records(part)
            median = _median(rows)
            found.append(
                {
                    "kind": kind,
                    "fiscal_year": year,
                    "lines": len(rows),
                    "pieces": _pieces(rows),
                    "median": _rounded(median),
                    "cheapest": min(part["unit_price"]),
                    "dearest": max(part["unit_price"]),
                    "dearest_line": max(rows, key=_price),
                    "change": None if before is None else float(median / before - 1),
                }
            )
            before = median
    columns = ["kind", "fiscal_year", "lines", "pieces", "median", "cheapest", "dearest", "dearest_line", "change"]
    return pd.DataFrame(found, columns=columns, dtype=object)


def against_median(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` as from `known`, with the column to_median: each price as a multiple of the median of the pieces of its
    kind, to two places."""
    medians = {kind: _median(records(part)) for kind, part in frame.groupby("kind")}
    multiples = [_rounded(_price(row) / medians[row.kind]) for row in records(frame)]
    return frame.assign(to_median=pd.Series(multiples, dtype=object, index=frame.index))


def _price(row: Any) -> Fraction:
    return Fraction(row.amount) / Fraction(row.quantity)


def _pieces(rows: Sequence[Any]) -> Decimal:
    return sum((row.quantity for row in rows), Decimal(0))


def _median(rows: Sequence[Any]) -> Fraction:
    """The price that half of the pieces reach; where two prices share the middle, their mean."""
    ordered = sorted(rows, key=_price)
    half, reached = Fraction(_pieces(rows)) / 2, Fraction(0)
    for place, row in enumerate(ordered):
        reached += Fraction(row.quantity)
        if reached == half:
            return (_price(row) + _price(ordered[place + 1])) / 2
        if reached > half:
            return _price(row)
    raise ValueError("there is no price to take the median of")


def _rounded(amount: Fraction) -> Decimal:
    """Half up to two places: money to the kopiyka."""
    return Decimal(floor(amount * 100 + Fraction(1, 2))).scaleb(-2)
