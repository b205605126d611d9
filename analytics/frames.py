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
