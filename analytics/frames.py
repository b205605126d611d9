"""Frames at the edge of analytics: rows with named fields, and exact sums."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pandas as pd


def records(frame: pd.DataFrame) -> list[Any]:
    """The rows in order, each with its columns as attributes."""
    return list(frame.itertuples(index=False))


def total(amounts: Iterable[Any]) -> Decimal | None:
    """The exact sum of the amounts that are known; None when none is."""
    known = [amount for amount in amounts if amount is not None and not pd.isna(amount)]
    return sum(known, Decimal(0)) if known else None


def listed(value: Any) -> Any:
    """Several values of one cell of a table, as text: names as they are, cells of documents by document and place."""
    if not isinstance(value, list | tuple):
        return value
    return "; ".join(f"{one['document_id']}: {one['locator']}" if isinstance(one, dict) else str(one) for one in value)
