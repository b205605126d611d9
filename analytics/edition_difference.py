"""Two editions of a plan side by side, line by line."""

from decimal import Decimal
from typing import Any

import pandas as pd

from analytics.frames import records

_ABOUT = ("line_code", "name", "spending_unit", "spending_direction", "task")


def between(plans: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Grain: line x fiscal year x fund that differs between two editions; UAH. `plans` as from `amendments.plans`.

    Columns: line_id, line_code, name, spending_unit, spending_direction, task, fiscal_year, fund (as in `other`, or in
    `one` where it has no such line), before, after, difference (None where either is not known), base_unknown,
    before_cells, cells. A line that an edition does not hold is zero in it; one in words, or whose base is unknown, is
    not known.
    """
    keys = ["line_id", "fiscal_year", "fund"]
    sides = [
        {tuple(getattr(row, key) for key in keys): row for row in records(plans[plans["edition"] == edition])}
        for edition in (one, other)
    ]
    found = []
    for key in dict.fromkeys([*sides[1], *sides[0]]):
        before, after = (side.get(key) for side in sides)
        cells = [[] if side is None else side.cells for side in (before, after)]
        amounts = [_known(before), _known(after)]
        if cells[0] == cells[1] or amounts[0] == amounts[1] is not None or _same_words(before, after):
            continue
        found.append(
            {name: getattr(after or before, name) for name in (*_ABOUT, *keys)}
            | {
                "before": amounts[0],
                "after": amounts[1],
                "difference": None if amounts[0] is None or amounts[1] is None else amounts[1] - amounts[0],
                "base_unknown": any(side is not None and side.base_unknown for side in (before, after)),
                "before_cells": cells[0],
                "cells": cells[1],
            }
        )
    columns = [*_ABOUT, *keys, "before", "after", "difference", "base_unknown", "before_cells", "cells"]
    return pd.DataFrame(found, columns=columns, dtype=object)


def _known(row: Any) -> Decimal | None:
    """What an edition plans in a row; zero where it has none, None where that is not known."""
    if row is None:
        return Decimal(0)
    return None if row.base_unknown or row.amount is None else row.amount


def _same_words(before: Any, after: Any) -> bool:
    """Whether both editions print the same words in place of an amount."""
    words = [None if side is None or side.base_unknown else side.funding_note for side in (before, after)]
    return _known(before) is _known(after) is None and words[0] == words[1] is not None
