"""The plans that are compared, the lines that count in them, and the totals they print."""

from enum import StrEnum
from typing import Any

import duckdb
import pandas as pd

from analytics import query
from analytics.comparison import constant_prices
from analytics.comparison.constant_prices import ConstantPrices
from analytics.frames import records


class Basis(StrEnum):
    """What the total of a plan is made of."""

    LINES = "lines"
    PRINTED = "printed"


def plans(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: plan that can be compared; programmes first.

    Columns: plan, is_passport, programme_id, document_id (the edition in force, None where there is none, or the
    passport), title, short_title (of the programme), hromada, first_year, last_year (of the programme's term), code (of
    a passport's budget programme).
    """
    return query.frame(connection, "compared_plans")


def lines(connection: duckdb.DuckDBPyConnection, at: ConstantPrices | None = None) -> pd.DataFrame:
    """Grain: printed lowest-line amount that counts in a plan; UAH of its year, or in the prices `at`.

    Columns: plan, line_id, document_id, locator, printed, row_no, line_code, name, fiscal_year, fund, amount,
    funding_note, kind, category, national_direction; as in `spending.lines`.
    """
    compared = plans(connection)
    frame = query.frame(
        connection,
        "compared_lines",
        documents=[row.document_id for row in records(compared) if row.document_id],
    )
    return frame if at is None else constant_prices.told_in(frame, at)


def stated_totals(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: total of a document that is printed outside its table of measures x fiscal year (None: all years); UAH.

    Columns: document_id, fiscal_year, amount, locator.
    """
    return query.frame(connection, "compared_totals")


def years_of(plan: Any, own: pd.DataFrame, stated: pd.DataFrame) -> tuple[int, ...]:
    """The years that amounts are printed for, and the whole term where any amount is printed for no single year.

    `plan`: a row of `plans`; `own` and `stated`: its part of `lines` and `stated_totals`.
    """
    printed = own[own["amount"].notna()] if own["amount"].notna().any() else stated
    years = {int(year) for year in printed["fiscal_year"].dropna()}
    if plan.first_year is not None and (printed.empty or printed["fiscal_year"].isna().any()):
        years |= set(range(plan.first_year, plan.last_year + 1))
    return tuple(sorted(years))
