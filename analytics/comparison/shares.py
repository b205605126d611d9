"""What the compared plans buy: the share of each group of lines."""

import pandas as pd

from analytics import places, spending
from analytics.frames import records
from analytics.spending import Grouping


def shares(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: compared plan x group. `frame` as from `plans.lines`; `by`: national_direction, category or kind.

    Columns: plan; group, amount (UAH), share (of the plan's money), lines, without_amount as in `spending.grouped`;
    share_of_lines (of the plan's lines, which plans without amounts have too); cell: the largest of its lines.
    """
    columns = ["plan", "group", "amount", "share", "lines", "without_amount", "share_of_lines", "cell"]
    found = []
    for plan, own in frame.groupby("plan", sort=False):
        groups = spending.grouped(own, by)
        all_lines = sum(groups["lines"])
        for group in records(groups):
            part = places.of_name(own, by, group.group)
            first = [(row.document_id, row.locator) for row in records(part)][:1]
            largest = places.largest_line(part) or first
            found.append(
                {
                    "plan": plan,
                    **group._asdict(),
                    "share_of_lines": group.lines / all_lines,
                    "cell": largest[0],
                }
            )
    return pd.DataFrame(found, columns=columns, dtype=object)


def largest_groups(frame: pd.DataFrame, column: str, most: int) -> pd.DataFrame:
    """The groups that have the largest share in any plan, in the order of `frame`; each plan's others in one row. What
    is in no group is none of the others: it is kept beside the `most`, however small.

    `frame` as from `shares`, without unknown shares; `column`: share or share_of_lines, whose sum stays the same.
    Column more: is_rest, whether the row is the sum of the others.
    """
    keys = [group or "" for group in frame["group"]]
    largest = frame[column].astype(float).groupby(keys).max().sort_values(ascending=False, kind="stable")
    named = [key for key in largest.index if key]
    kept = {"", *(named if len(named) <= most else named[: most - 1])}
    own = frame[[key in kept for key in keys]].assign(is_rest=False)
    others = frame[[key not in kept for key in keys]]
    rest = [
        {"plan": plan, "group": None, column: sum(part[column]), "is_rest": True}
        for plan, part in others.groupby("plan", sort=False)
    ]
    return pd.DataFrame([*own.to_dict("records"), *rest], columns=[*frame.columns, "is_rest"], dtype=object)
