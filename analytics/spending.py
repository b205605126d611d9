"""Where the money of an edition goes: by spending unit, task, kind of thing, national direction, fund and year.

All sums are of the lowest lines; printed totals never enter them. An amount that is not printed is unknown, not zero:
it is counted, and adds nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import total


class Grouping(StrEnum):
    SPENDING_UNIT = "spending_unit"
    TASK = "task"
    KIND = "kind"
    CATEGORY = "category"
    NATIONAL_DIRECTION = "national_direction"
    NATIONAL_TASK = "national_task"
    FUND = "fund"


PRINTED = (Grouping.SPENDING_UNIT, Grouping.TASK, Grouping.FUND)
"""Groups of which documents may print totals; the others are classes of our own."""


def lines(
    connection: duckdb.DuckDBPyConnection,
    programme_id: str | None,
    edition: str,
    years: Sequence[int] = (),
    funds: Sequence[str] = (),
) -> pd.DataFrame:
    """Grain: printed lowest-line amount that counts in the edition, or in a passport that `edition` names; UAH.

    No years or funds named means all.

    Columns: line_id (the line through all acts: a change of it is no other line), document_id, locator (of the
    amount's cell; of the row where only a quantity is printed), printed (None there), row_no, line_code,
    spending_unit, task (the direction where the document names one; the task by its name in the newest act),
    spending_direction and printed_task (as the act itself prints them), name, line_name (by the newest act that
    prints the line), fiscal_year, fund, basis, amount, funding_note (words in place of an amount), quantity, kind
    (of thing bought), category (of the kind: hardware, software, services, protection or people),
    national_direction, national_task (their names in `national_task`), task_text (as printed), note (why that task
    is the nearest one only, or missing), several_kinds (whether the name tells several, under one quantity),
    kind_rule (the example of the rule that told the kind, or the reason of a correction), kind_rule_name,
    kind_pattern, task_rule (as in `classified_line`); None where no rule tells.
    """
    return query.frame(
        connection,
        "spending_lines",
        programme_id=programme_id,
        edition=edition,
        years=list(years),
        funds=list(funds),
    )


def groupings(frame: pd.DataFrame) -> list[Grouping]:
    """Those by which some line has a group; all of them where there are no lines. `frame` as from `lines`."""
    return [by for by in Grouping if frame[by.value].notna().any()] or list(Grouping)


def first_grouping(frame: pd.DataFrame, offered: Sequence[Grouping]) -> Grouping:
    """The first of those offered; the kind of thing bought where each group of that one has a single part, and so tells
    no more than the lines do."""
    several = frame.assign(part=parts(frame, offered[0])).groupby(offered[0].value, dropna=False)["part"].nunique() > 1
    return offered[0] if several.any() or Grouping.KIND not in offered else Grouping.KIND


def grouped(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: group; UAH. `frame` as from `lines`.

    Columns: group (None where the document names none), amount, share (of the sum; None when that is not positive),
    lines (a change of one is no other), without_amount (those of them that print no amount in any of the years and
    funds of `frame`); largest first.
    """
    if frame.empty:
        return pd.DataFrame(columns=["group", "amount", "share", "lines", "without_amount"])
    whole = total(frame["amount"])
    found = []
    for name, part in frame.groupby(by.value, dropna=False, sort=False):
        counted = _counted(part)
        amount = counted["amount"]
        share = float(amount / whole) if amount is not None and whole and whole > 0 else None
        found.append({"group": None if pd.isna(name) else name, "amount": amount, "share": share} | counted)
    found.sort(key=lambda group: (group["amount"] is not None, group["amount"] or 0), reverse=True)
    return pd.DataFrame(found, dtype=object)


def with_amounts(groups: pd.DataFrame, column: str) -> pd.DataFrame:
    """`groups` as from `grouped`, by the amounts of another column: the largest first, shares of their known sum."""
    amounts = groups[column]
    whole = total(amounts)
    shares = [float(amount / whole) if amount is not None and whole and whole > 0 else None for amount in amounts]
    told = groups.assign(amount=amounts, share=pd.Series(shares, dtype=object, index=groups.index))
    return told.sort_values("amount", key=lambda column: -column.astype(float), kind="stable")


def by_year(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: fiscal year x group; UAH. `frame` as from `lines`. Columns: fiscal_year, group, amount, lines,
    without_amount (those of them that print no amount there).

    Lines that print only a total of all years stand last, without a year.
    """
    found: list[dict[str, Any]] = []
    for key, part in frame.groupby(["fiscal_year", by.value], dropna=False, sort=False):
        year, group = (None if name != name else name for name in key)  # pandas writes NaN for None
        found.append({"fiscal_year": year, "group": group} | _counted(part))
    found.sort(key=lambda row: (row["fiscal_year"] is None, row["fiscal_year"] or 0, str(row["group"] or "")))
    return pd.DataFrame(found, columns=["fiscal_year", "group", "amount", "lines", "without_amount"], dtype=object)


def tree(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: group x its parts; UAH. `frame` as from `lines`. Columns: group (None where none is named), part (as from
    `parts`), amount. Without lines `below_zero`: they are no parts of a whole."""
    sums = _sums(frame.assign(part=parts(frame, by))[~below_zero(frame, by)], by.value, "part")
    return pd.DataFrame(sums, columns=["group", "part", "amount"], dtype=object)


def parts(frame: pd.DataFrame, by: Grouping) -> pd.Series:
    """The part of its group that each line belongs to. `frame` as from `lines`.

    The parts of a spending unit are its tasks, or its measures where the document names no task; those of a category
    the kinds of things; of other groups the measures, by their newest names.
    """
    column = {Grouping.SPENDING_UNIT: "task", Grouping.CATEGORY: "kind"}.get(by)
    return frame["line_name"] if column is None else frame[column].where(frame[column].notna(), frame["line_name"])


def below_zero(frame: pd.DataFrame, by: Grouping | None = None) -> pd.Series:
    """Which rows of `frame` (as from `lines`) are of a line that adds up to less than zero in it, or in its group.

    Changes take away more of such a line than is known of it: the act that added it is missing, or prints it elsewhere.
    """
    keys = list(zip(frame["line_id"], frame["line_id" if by is None else by.value], strict=True))
    sums: dict[tuple[Any, Any], Decimal] = {}
    for key, amount in zip(keys, frame["amount"], strict=True):
        if amount is not None:
            sums[key] = sums.get(key, Decimal(0)) + amount
    return pd.Series([sums.get(key, 0) < 0 for key in keys], index=frame.index, dtype=bool)


def renamed(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """Tasks that stand under the name of a newer act: as printed, and that name. `frame` as from `lines`."""
    known = frame[frame["spending_direction"].isna() & frame["printed_task"].notna()]
    pairs = dict.fromkeys(zip(known["printed_task"], known["task"], strict=True))
    return [(printed, newest) for printed, newest in pairs if printed != newest]


def not_stated(frame: pd.DataFrame) -> tuple[int, dict[str, int]]:
    """How many lines print no amount in any of the years and funds of `frame` (as from `lines`), and of these how many
    print which words in its place."""
    silent = frame[frame.groupby("line_id", sort=False)["amount"].transform("count") == 0]
    notes = silent[silent["funding_note"].notna()].drop_duplicates(["line_id", "funding_note"])["funding_note"]
    return silent["line_id"].nunique(), dict(notes.value_counts())


def pareto(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: line with its changes, the dearest first; UAH, over the years and funds of `frame` (as from `lines`).

    Columns: document_id, locator (of its largest amount), line_code, name, spending_unit, amount, cumulative (the share
    of all money that it and the lines before it make). Without lines `below_zero`: they are no parts of a whole.
    """
    columns = ["document_id", "locator", "line_code", "name", "spending_unit", "amount", "cumulative"]
    known = frame[frame["amount"].notna() & ~below_zero(frame)]
    found = []
    for _line, part in known.groupby("line_id", sort=False):
        largest = max(part.to_dict("records"), key=lambda row: row["amount"])
        about = {name: largest[name] for name in columns[:5]}
        found.append(about | {"amount": total(part["amount"])})
    whole = sum((row["amount"] for row in found), Decimal(0))
    if not whole:
        return pd.DataFrame(columns=columns)
    found.sort(key=lambda row: row["amount"], reverse=True)
    reached = Decimal(0)
    for row in found:
        reached += row["amount"]
        row["cumulative"] = float(reached / whole)
    return pd.DataFrame(found, columns=columns, dtype=object)


MOST = 0.8
"""The share of the money that counts as most of it."""


@dataclass(frozen=True)
class Concentration:
    """How few lines make most of the money."""

    lines: int
    most: int
    """How many of the dearest lines make that share of it."""
    largest: float
    """The share of the dearest line."""


def concentration(pareto: pd.DataFrame) -> Concentration | None:
    """Of lines as from `pareto`; None where there are none."""
    if pareto.empty:
        return None
    shares = list(pareto["cumulative"])
    return Concentration(len(shares), 1 + sum(share < MOST for share in shares), shares[0])


def national_directions(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The priority directions of the national list in its order: our name -> text as printed."""
    frame = query.frame(connection, "national_directions")
    return dict(zip(frame["direction"], frame["direction_text"], strict=True))


def national_tasks(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The tasks of the national list: our name -> text as printed."""
    frame = query.frame(connection, "national_tasks")
    return dict(zip(frame["task"], frame["text"], strict=True))


def _counted(part: pd.DataFrame) -> dict[str, Any]:
    """The known amount of some lines, how many they are, and how many print none."""
    printed = part.groupby("line_id")["amount"].count()
    return {"amount": total(part["amount"]), "lines": len(printed), "without_amount": int((printed == 0).sum())}


def _sums(frame: pd.DataFrame, one: str, other: str) -> list[tuple[Any, Any, Decimal]]:
    """The sum of the known amounts for each pair of values, in the order in which the pairs first stand."""
    sums: dict[tuple[Any, Any], Decimal] = {}
    for row in frame[frame["amount"].notna()][[one, other, "amount"]].to_dict("records"):
        pair = (row[one], row[other])
        sums[pair] = sums.get(pair, Decimal(0)) + row["amount"]
    return [(*pair, amount) for pair, amount in sums.items()]
