"""What one piece costs in each line and year, and which lines have no price.

A price is the amount of a printed line in a year, over both funds, divided by its quantity of that year. It is a price
of the plan, not of a purchase, and lines of one kind may mean other models. Where a line names several kinds, buys a
service or different parts, or its quantity is missing or doubted by a check, it has no price, and the reasons stand in
its place. A doubt of the amount alone leaves the price, marked.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import records


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
    locator (of the amount), quantity_locator, doubts (findings that look at these cells and do not hold); and of the
    class of the line, as in `classified_line`: kind_rule, kind_rule_name, kind_pattern, task_text, task_rule.
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


def by_doubted_quantity(frame: pd.DataFrame) -> pd.Series:
    """What one piece would cost by the printed quantity where nothing but a doubt of it keeps the line without a price;
    UAH, rounded half up to the kopiyka; None elsewhere. `frame` as from `prices`."""
    return pd.Series(
        [
            (row.amount / row.quantity).quantize(Decimal("0.01"), ROUND_HALF_UP)
            if list(row.reasons) == ["doubtful_quantity"]
            else None
            for row in records(frame)
        ],
        index=frame.index,
        dtype=object,
    )


def by_reason(frame: pd.DataFrame) -> pd.Series:
    """Reason -> how many lines and years it keeps without a price, most first; one may have several. `frame` as from
    `apart`."""
    return frame["reasons"].explode().value_counts()
