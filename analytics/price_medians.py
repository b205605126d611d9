"""How far apart the prices of one kind of thing lie, and how its median moves over the years.

Prices are those of `analytics.prices`, with its limits: prices of the plan, of things that may be other models.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pandas as pd

from analytics.frames import records, total


@dataclass(frozen=True)
class Gap:
    """How far apart the prices of one kind lie within one year: the first of its lines that pay least and most, how
    many pay as little and as much (these two with them), and how many times as much, to two places."""

    low: Any
    high: Any
    as_low: int
    as_high: int
    ratio: Decimal


def spread(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: kind of thing; UAH. `frame` as from `prices.known`. The kinds with most money above their median first.

    Columns: kind, lines (prices: lines x years), pieces, amount, median, cheapest, dearest, cost_at_median, saving
    (amount less that; below zero where the plan costs less than at the median), above (what the pieces dearer than the
    median cost beyond it), above_most_by and above_most (the spending unit with the largest part of that, and the part;
    None where nothing is above), gap (the widest within one year, a `Gap`; None where no year has two prices), ratio
    and ratio_year (of the gap), cheapest_line and dearest_line (rows of `frame`, the first that pays so).

    The median is that of the pieces of all years: half of them cost no more, half no less. A line that buys 140
    licences counts 140 times, as it does for whoever pays. All is computed exactly and rounded half up to the kopiyka
    at the end, so that prices rounded before never add up to a saving that is none.
    """
    found = [_of_kind(str(kind), part) for kind, part in frame.groupby("kind", sort=False)]
    found.sort(key=lambda row: (row["above"], row["ratio"] or 0), reverse=True)
    columns = ["kind", "lines", "pieces", "amount", "median", "cheapest", "dearest", "cost_at_median", "saving"]
    columns += ["above", "above_most_by", "above_most", "gap", "ratio", "ratio_year", "cheapest_line", "dearest_line"]
    return pd.DataFrame(found, columns=columns, dtype=object)


def kinds(frame: pd.DataFrame) -> list[str]:
    """The kinds of things bought: those with prices as in `spread`, then those without. `frame` as from
    `prices.prices`."""
    priced = list(spread(frame[frame["unit_price"].notna()])["kind"])
    return [*priced, *sorted(set(frame["kind"].dropna()) - set(priced))]


def _of_kind(kind: str, part: pd.DataFrame) -> dict[str, Any]:
    """A row of `spread`."""
    rows = records(part)
    median, pieces = _median(rows), _pieces(rows)
    cheapest, dearest = min(rows, key=_price), max(rows, key=_price)
    amount, at_median = total(part["amount"]) or Decimal(0), _rounded(median * Fraction(pieces))
    above = _above(rows, median)
    unit = max(above, key=above.__getitem__, default=None)
    gap = _widest(rows)
    return {
        "kind": kind,
        "lines": len(rows),
        "pieces": pieces,
        "amount": amount,
        "median": _rounded(median),
        "cheapest": cheapest.unit_price,
        "dearest": dearest.unit_price,
        "cost_at_median": at_median,
        "saving": amount - at_median,
        "above": _rounded(sum(above.values(), Fraction(0))),
        "above_most_by": unit,
        "above_most": _rounded(above[unit]) if above else None,
        "gap": gap,
        "ratio": gap.ratio if gap else None,
        "ratio_year": gap.low.fiscal_year if gap else None,
        "cheapest_line": cheapest,
        "dearest_line": dearest,
    }


def _above(rows: Sequence[Any], median: Fraction) -> dict[str | None, Fraction]:
    """Spending unit -> what its pieces dearer than the median cost beyond it; units without such pieces are left
    out."""
    found: dict[str | None, Fraction] = {}
    for row in rows:
        if _price(row) > median:
            beyond = (_price(row) - median) * Fraction(row.quantity)
            found[row.spending_unit] = found.get(row.spending_unit, Fraction(0)) + beyond
    return found


def _widest(rows: Sequence[Any]) -> Gap | None:
    """The gap of the year whose prices lie farthest apart; the first of several such years."""
    years: dict[int | None, list[Any]] = {}
    for row in rows:
        years.setdefault(row.fiscal_year, []).append(row)
    gaps = [_gap(own) for own in years.values() if len(own) > 1]
    return max(gaps, key=lambda gap: _price(gap.high) / _price(gap.low), default=None)


def _gap(rows: Sequence[Any]) -> Gap:
    low, high = min(rows, key=_price), max(rows, key=_price)
    return Gap(
        low,
        high,
        as_low=sum(_price(row) == _price(low) for row in rows),
        as_high=sum(_price(row) == _price(high) for row in rows),
        ratio=_rounded(_price(high) / _price(low)),
    )


def by_year(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: kind of thing x fiscal year; UAH. `frame` as from `prices.known`.

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
    """`frame` as from `prices.known`, with the column to_median: each price as a multiple of the median of the pieces
    of its kind, to two places."""
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
