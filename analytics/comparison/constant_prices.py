"""Amounts of different years in the prices of one, by the price index among the data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import records

_KOPIYKA = Decimal("0.01")


@dataclass(frozen=True)
class ConstantPrices:
    """Prices of one year by an index, with what must be said of it.

    `factors`: fiscal year -> what its amounts are multiplied by; `projected`: the years that the source only expects.
    """

    year: int
    factors: Mapping[int, Decimal]
    name: str
    source: str
    url: str | None
    taken_on: date
    projected: tuple[int, ...] = ()


def of_index(connection: duckdb.DuckDBPyConnection) -> ConstantPrices | None:
    """The prices of the last year of the index, back to the year before its first one; None while there is no index."""
    years = records(query.frame(connection, "price_index"))
    if not years:
        return None
    last = years[0]
    factors = {last.year: Decimal(1)}
    for row in years:
        factors[row.year - 1] = factors[row.year] * row.per_cent / 100
    projected = tuple(sorted(row.year for row in years if row.projected))
    return ConstantPrices(last.year, factors, last.name, last.source, last.url, last.taken_on, projected)


def told_in(frame: pd.DataFrame, at: ConstantPrices) -> pd.DataFrame:
    """The lines in prices of one year, each rounded to the kopiyka, so that every grouping has the same sum.

    A plan with a year that the index does not reach is unknown in whole: the sum of the rest would pass for all of it.
    """
    known = frame["amount"].notna()
    beyond = {row.plan for row in records(frame[known]) if row.fiscal_year not in at.factors}
    amounts: list[Any] = [
        None
        if row.amount is None or row.plan in beyond
        else (row.amount * at.factors[row.fiscal_year]).quantize(_KOPIYKA, ROUND_HALF_UP)
        for row in records(frame)
    ]
    return frame.assign(amount=amounts)
