"""What a result costs: money of a direction of use beside the product it is spent on.

Planned cost of one = plan of the direction / target of its output indicator; actual cost of one = cash / actual output.
Passports do not print which indicator measures which direction; see `data/helpers/indicator_line.sql` for how they are
linked.
"""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

import duckdb
import pandas as pd

from analytics import indicators, query
from analytics.frames import records

COLUMNS = (
    "document_id",
    "fiscal_year",
    "line_code",
    "line_name",
    "line_locator",
    "is_proven",
    "plan",
    "cash",
    "cash_document_id",
    "cash_locator",
    "output",
    "output_name",
    "output_unit",
    "output_target",
    "output_actual",
    "planned_cost",
    "printed_cost",
    "printed_cost_locator",
    "actual_cost",
    "reported_cost",
    "alarm",
)


class Alarm(StrEnum):
    """More money and less result than the year before: in cash and actual output, or in plans."""

    PAID = "paid"
    PLANNED = "planned"


def links(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: indicator of a passport x year with the direction of use that it measures; UAH.

    Columns: indicator_id, document_id, row_no, group, fiscal_year, line_code, line_name, line_locator, plan, is_proven,
    cash, cash_document_id, cash_locator.
    """
    return query.frame(connection, "indicator_money", programme_id=programme_id)


def results(linked: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: direction of use x year; UAH, costs of one to a kopiyka. Columns: COLUMNS; `output` is its indicator_id,
    `printed_cost` and `reported_cost` are target and actual value of its efficiency indicator.

    `linked` as from `links`, `frame` as from `indicators.attainment`. A direction whose output is not known is here
    too, without costs.
    """
    figures = {
        (row.indicator_id, row.fiscal_year): row
        for row in sorted(records(frame), key=lambda row: row.fund is not None, reverse=True)
    }
    found: list[dict[str, Any]] = []
    before: dict[tuple[str, int], dict[str, Any]] = {}
    for _keys, rows in linked.groupby(["fiscal_year", "document_id", "line_code", "line_name"], sort=False):
        one = _result(rows, figures)
        found.append(one)
        before[_key(one["line_name"], one["fiscal_year"])] = one
    for one in found:
        one["alarm"] = _alarm(one, before.get(_key(one["line_name"], one["fiscal_year"] - 1)))
    return pd.DataFrame(found, columns=list(COLUMNS), dtype=object)


def _result(rows: pd.DataFrame, figures: dict[Any, Any]) -> dict[str, Any]:
    line = records(rows)[0]
    by_group = {row.group: figures.get((row.indicator_id, row.fiscal_year)) for row in records(rows)}
    output, cost = by_group.get("output"), by_group.get("efficiency")
    return {
        **{name: getattr(line, name) for name in COLUMNS[:10]},
        "output": output and output.indicator_id,
        "output_name": output and output.name,
        "output_unit": output and output.unit,
        "output_target": output and output.target,
        "output_actual": output and output.actual,
        "planned_cost": _each(line.plan, output and output.target),
        "printed_cost": _in_uah(cost and cost.target, cost),
        "printed_cost_locator": cost and cost.target_locator,
        "actual_cost": _each(line.cash, output and output.actual),
        "reported_cost": _in_uah(cost and cost.actual, cost),
    }


def _each(money: Decimal | None, pieces: Decimal | None) -> Decimal | None:
    """None where one of them is not known, or nothing was made."""
    if money is None or not pieces:
        return None
    return (money / pieces).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _in_uah(value: Decimal | None, indicator: Any) -> Decimal | None:
    """A figure of an indicator in UAH; None where its unit is not money."""
    size = indicators.money_size(indicator and indicator.unit)
    return None if value is None or size is None else value * size


def _key(name: str, year: int) -> tuple[str, int]:
    """Passports of two years number their directions anew: a direction is the same where its name is."""
    return "".join(letter for letter in name.casefold() if letter.isalnum()), year


def _alarm(now: dict[str, Any], before: dict[str, Any] | None) -> Alarm | None:
    if before is None:
        return None
    for alarm, money, result in ((Alarm.PAID, "cash", "output_actual"), (Alarm.PLANNED, "plan", "output_target")):
        known = [one[name] is not None for one in (now, before) for name in (money, result)]
        if all(known) and now[money] > before[money] and now[result] < before[result]:
            return alarm
    return None
