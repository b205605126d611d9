"""What a result costs, and where more money bought less."""

from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import indicators, results
from analytics.frames import records
from analytics.results import Alarm

E_CITY = "zhytomyr-e-city-2021-2026"


def link(group: str, year: int = 2022, **changed: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"indicator_id": group, "document_id": f"p{year}", "row_no": 1, "group": group}
    fields |= {
        "fiscal_year": year,
        "line_code": "1",
        "line_name": "Модулі",
        "line_locator": "рядок 1",
        "is_proven": True,
    }
    fields |= {"plan": Decimal(100_000), "cash": None, "cash_document_id": None, "cash_locator": None}
    return fields | changed


def figure(group: str, target: Any, actual: Any = None, year: int = 2022, unit: str = "од.") -> dict[str, Any]:
    return {
        "indicator_id": group,
        "fiscal_year": year,
        "fund": None,
        "name": group,
        "unit": unit,
        "target": None if target is None else Decimal(str(target)),
        "actual": None if actual is None else Decimal(str(actual)),
        "target_locator": "рядок 9",
    }


def found(links: list[dict[str, Any]], figures: list[dict[str, Any]]) -> list[Any]:
    return records(results.results(pd.DataFrame(links, dtype=object), pd.DataFrame(figures, dtype=object)))


def test_planned_cost_beside_the_printed(real: duckdb.DuckDBPyConnection) -> None:
    """Direction 2: 100 000 / 7 = 14 285.71, printed 14 285; direction 14: 150 000 / 3. Direction 8 has no output."""
    rows = results.results(results.links(real, E_CITY), indicators.attainment(real, E_CITY))
    costs = {row.line_code: (row.planned_cost, row.printed_cost) for row in records(rows)}
    assert len(costs) == 17
    assert costs["2"] == (Decimal("14285.71"), 14285)
    assert costs["14"] == (50_000, 50_000)
    assert costs["8"] == (None, 50_000)
    assert sum(row.plan for row in records(rows)) == 1_504_000
    assert set(rows["actual_cost"]) == {None}


def test_actual_cost() -> None:
    """90 000 paid for 6 of 7 modules is 15 000 each; the efficiency is printed in thousands."""
    (row,) = found(
        [link("output", cash=Decimal(90_000)), link("efficiency", cash=Decimal(90_000))],
        [figure("output", 7, 6), figure("efficiency", "14.285", 15, unit="тис. грн")],
    )
    assert (row.planned_cost, row.printed_cost) == (Decimal("14285.71"), 14_285)
    assert (row.actual_cost, row.reported_cost) == (15_000, 15_000)


@pytest.mark.parametrize(("target", "actual"), [(None, None), (0, 0)])
def test_nothing_made_has_no_cost(target: Any, actual: Any) -> None:
    """Neither an unknown output nor one of zero divides."""
    (row,) = found([link("output", cash=Decimal(5))], [figure("output", target, actual)])
    assert (row.planned_cost, row.actual_cost) == (None, None)


def two_years(plan: int, target: int, cash: int | None, actual: int | None) -> Any:
    """100 000 for 7, of which 80 000 paid for 6, in 2021; these in 2022, under another number."""
    *_, last = found(
        [
            link("output", 2021, cash=Decimal(80_000)),
            link("output", plan=Decimal(plan), line_code="3", cash=None if cash is None else Decimal(cash)),
        ],
        [figure("output", 7, 6, 2021), figure("output", target, actual)],
    )
    return last


@pytest.mark.parametrize(
    ("plan", "target", "cash", "actual", "alarm"),
    [
        (120_000, 7, 90_000, 5, Alarm.PAID),
        (120_000, 6, None, None, Alarm.PLANNED),
        (120_000, 8, 90_000, 6, None),
        (100_000, 6, 80_000, 5, None),
        (90_000, 5, 70_000, 4, None),
    ],
)
def test_more_money_and_less_result(plan: int, target: int, cash: Any, actual: Any, alarm: Alarm | None) -> None:
    """Flagged where money grew and the result fell; as much money or as much result is none."""
    assert two_years(plan, target, cash, actual).alarm == alarm


def test_the_year_before_last_is_not_compared() -> None:
    """2020 and 2022 are no neighbours."""
    *_, last = found(
        [link("output", 2020), link("output", plan=Decimal(900_000))],
        [figure("output", 7, year=2020), figure("output", 1)],
    )
    assert last.alarm is None


def test_nothing_linked() -> None:
    """A programme without a passport has no rows, and its columns."""
    empty = pd.DataFrame(columns=list(link("output")), dtype=object)
    assert list(results.results(empty, pd.DataFrame(columns=list(figure("a", 1)))).columns) == list(results.COLUMNS)
