"""What was planned and paid of a budget programme: by hand on small warehouses, and the Treasury's real figures."""

from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import execution, query
from analytics.execution import Plan
from analytics.frames import records
from data.contracts import DocumentKind, Execution, Fund, Level, Section, Statement, Topic
from tests.analytics.handmade import HandMade

BUDGET, PROGRAMME = "99999000000", "0217530"
REPORT = f"execution_report/{BUDGET}/{PROGRAMME}"
TREASURY = f"treasury/{BUDGET}/7530"
ZHYTOMYR = "treasury/06552000000/7530"


def money(amount: Any) -> Decimal | None:
    return None if amount is None else Decimal(str(amount))


def report(made: HandMade, name: str = "report", adopted_on: str | None = None) -> None:
    made.act(name, adopted_on, kind=DocumentKind.EXECUTION_REPORT)


def reported(made: HandMade, row: int, code: str | None, fund: Fund, plan: Any, cash: Any, **more: Any) -> None:
    """One fund of a row of a report; «Усього» where it has no number."""
    values: dict[str, Any] = {
        "document_id": "report",
        "period": "2021",
        "name": "Усього" if code is None else f"Напрям {code}",
        "is_total": code is None or fund is Fund.TOTAL,
    }
    values |= more
    place = list(Fund).index(fund)
    made.add(
        Execution(
            locator=f"рядок {row}, графа {3 + place}, {values['document_id']}",
            printed=str(plan),
            row_no=row,
            budget_code=BUDGET,
            programme_code=PROGRAMME,
            typical_code="7530",
            line_code=code,
            fund=fund,
            revised_plan=money(plan),
            cash=money(cash),
            cash_locator=f"рядок {row}, графа {6 + place}, {values['document_id']}",
            **values,
        )
    )


def treasury(made: HandMade, row: int, period: str, fund: Fund, economic: str | None, plan: Any, cash: Any) -> None:
    made.add(
        Execution(
            document_id="treasury",
            locator=f"рядок {row}, графа 10",
            printed=str(plan),
            row_no=row,
            budget_code=BUDGET,
            typical_code="7530",
            functional_code="0460",
            economic_code=economic,
            period=period,
            fund=fund,
            revised_plan=money(plan),
            cash=money(cash),
            cash_locator=f"рядок {row}, графа 12",
            is_total=fund is Fund.TOTAL or economic in (None, "0000"),
        )
    )


def passport(made: HandMade, name: str, adopted_on: str, general: str, special: str) -> None:
    """A passport of 2021: point 4, and in point 9 «Напрям 1» with the general fund and «Напрям 2» with the special."""
    made.approved(name, adopted_on)
    made._rows[-1] = made._rows[-1].model_copy(update={"kind": DocumentKind.PASSPORT})
    for topic, text in (
        (Topic.BUDGET_CODE, BUDGET[:10]),
        (Topic.PROGRAMME_CODE, PROGRAMME),
        (Topic.TYPICAL_CODE, "7530"),
        (Topic.FUNCTIONAL_CODE, "0460"),
        (Topic.PROGRAMME_NAME, "Інші заходи"),
    ):
        made.add(
            Statement(document_id=name, locator=f"рядок 9, {topic}", printed=text, row_no=9, topic=topic, text=text)
        )
    whole: dict[str, Any] = {"year": 2021, "section": Section.POINT_4, "level": Level.PROGRAMME, "is_total": True}
    both = str(Decimal(general) + Decimal(special))
    for fund, amount in ((Fund.GENERAL, general), (Fund.SPECIAL, special), (Fund.TOTAL, both)):
        made.line(name, 30, amount, fund=fund, line_code=None, **whole)
    for row, (fund, amount) in enumerate(((Fund.GENERAL, general), (Fund.SPECIAL, special)), start=1):
        made.line(name, 40 + row, amount, year=2021, fund=fund, section=Section.POINT_9, line_code=str(row),
                  name=f"Напрям {row}")  # fmt: skip


def years(connection: duckdb.DuckDBPyConnection, scope: str) -> pd.DataFrame:
    return execution.by_year(execution.amounts(connection, scope))


def figures(frame: pd.DataFrame, *keys: str) -> list[tuple[Any, ...]]:
    """Keys, approved, revised, cash and deviation of each row, as numbers."""
    found = [[getattr(row, name) for name in (*keys, *execution.FIGURES, "deviation")] for row in records(frame)]
    return [tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in found]


@pytest.fixture
def city(made: HandMade) -> HandMade:
    """A report of 2021, UAH: two directions, their total and, once more, the local programme.

    | row | direction | general: plan, cash | special: plan, cash |
    | 5   | 1         | 100, 90.55          | 0, 0                |
    | 6   | 2         |                     | 50, 20              |
    | 7   | Усього    | 100, 90.55          | 50, 20              |
    | 9   | programme | 100, 90.55          | 50, 20              |
    """
    report(made)
    reported(made, 5, "1", Fund.GENERAL, 100, "90.55")
    reported(made, 5, "1", Fund.SPECIAL, 0, 0)
    reported(made, 5, "1", Fund.TOTAL, 100, "90.55")
    reported(made, 6, "2", Fund.SPECIAL, 50, 20)
    reported(made, 6, "2", Fund.TOTAL, 50, 20)
    for row, name in ((7, "Усього"), (9, "Програма інформатизації")):
        reported(made, row, None, Fund.GENERAL, 100, "90.55", name=name)
        reported(made, row, None, Fund.SPECIAL, 50, 20, name=name)
        reported(made, row, None, Fund.TOTAL, 150, "110.55", name=name)
    return made


def test_report_by_year_and_fund(city: HandMade) -> None:
    """100 + 50 planned, 90.55 + 20 paid: totals, both funds and the local programme are not added again."""
    with city.connect() as connection:
        found = execution.amounts(connection, REPORT)
    assert figures(execution.by_year(found), "fiscal_year") == [(2021, None, 150, 110.55, 39.45)]
    assert figures(execution.by_fund(found), "fund") == [
        ("general", None, 100, 90.55, 9.45),
        ("special", None, 50, 20, 30),
    ]
    assert execution.executed(execution.by_year(found), Plan.REVISED).share == pytest.approx(110.55 / 150)
    assert execution.by_month(found).empty


def test_directions_of_a_report(city: HandMade) -> None:
    """A direction is one row over its funds, with the cell of its cash."""
    with city.connect() as connection:
        found = execution.by_line(execution.lines(connection, REPORT))
    assert figures(found, "line_code", "name") == [
        ("1", "Напрям 1", None, 100, 90.55, 9.45),
        ("2", "Напрям 2", None, 50, 20, 30),
    ]
    assert found["cell"].iloc[1][1].startswith("рядок 6, графа 7")


def test_levels_of_a_report(city: HandMade) -> None:
    """Directions are lines, the first «Усього» is of the programme, the local programme says the same again."""
    with city.connect() as connection:
        found = query.rows(connection, "SELECT DISTINCT row_no, level FROM budget_execution ORDER BY row_no")
    assert [tuple(row) for row in records(found)] == [(5, "line"), (6, "line"), (7, "programme"), (9, "other")]


def test_what_the_first_passport_approved(city: HandMade) -> None:
    """Approved 120 + 60 by the first passport of the year; one of a later day changes that and does not count. The
    per cent of it is 110.55 / 180, of the plan with changes 110.55 / 150."""
    passport(city, "later", "2021-09-01", "100.00", "50.00")
    passport(city, "first", "2021-01-20", "120.00", "60.00")
    with city.connect() as connection:
        found = years(connection, REPORT)
        directions = execution.by_line(execution.lines(connection, REPORT))
        view = query.rows(connection, "SELECT row_no, fund, approved_plan, approved_document_id FROM budget_execution")
    assert figures(found) == [(180, 150, 110.55, 39.45)]
    assert execution.executed(found, Plan.APPROVED).share == pytest.approx(110.55 / 180)
    # The report prints a special fund of «Напрям 1» and the passport none: what was approved of both is not known.
    assert list(directions["approved"]) == [None, Decimal("60.00")]
    assert {(row.row_no, row.fund): row.approved_plan for row in records(view) if row.approved_plan is not None} == {
        (5, "general"): 120,
        (6, "special"): 60,
        (7, "general"): 120,
        (7, "special"): 60,
        (7, "total"): 180,
    }
    assert set(view["approved_document_id"].dropna()) == {"first"}


def test_treasury_details_beside_their_totals(made: HandMade) -> None:
    """C 0000 adds up 2210 and 2240, T adds up C and S: 30 + 10 planned and 21 + 4 paid, each once."""
    made.act("treasury", None, kind=DocumentKind.TREASURY)
    rows = [
        (Fund.GENERAL, "0000", 30, 21),
        (Fund.GENERAL, "2200", 30, 21),
        (Fund.GENERAL, "2210", 10, 1),
        (Fund.GENERAL, "2240", 20, 20),
        (Fund.SPECIAL, "0000", 10, 4),
        (Fund.SPECIAL, "3110", 10, 4),
        (Fund.TOTAL, "0000", 40, 25),
        (Fund.TOTAL, "2240", 20, 20),
    ]
    for row, (fund, economic, plan, cash) in enumerate(rows, start=2):
        treasury(made, row, "2021-12", fund, economic, plan, cash)
    passport(made, "first", "2021-01-20", "30.00", "20.00")
    with made.connect() as connection:
        found = execution.amounts(connection, TREASURY)
        lines = execution.lines(connection, TREASURY)
    assert figures(execution.by_year(found), "month") == [(12, 50, 40, 25, 15)]
    assert figures(execution.by_fund(found), "fund") == [("general", 30, 30, 21, 9), ("special", 20, 10, 4, 6)]
    assert [(row.economic_code, row.fund) for row in records(lines)] == [
        ("2210", "general"),
        ("2240", "general"),
        ("3110", "special"),
    ]


def test_months_are_cumulative(made: HandMade) -> None:
    """Paid by March 10, by June 25, by the next September 7: the last month of a year counts, months are not added."""
    made.act("treasury", None, kind=DocumentKind.TREASURY)
    treasury(made, 2, "2021-06", Fund.TOTAL, "0000", 100, 25)
    treasury(made, 3, "2021-03", Fund.TOTAL, "0000", 90, 10)
    treasury(made, 4, "2022-09", Fund.TOTAL, "0000", 50, 7)
    with made.connect() as connection:
        found = execution.amounts(connection, TREASURY)
    assert figures(execution.by_year(found), "fiscal_year", "month") == [
        (2021, 6, None, 100, 25, 75),
        (2022, 9, None, 50, 7, 43),
    ]
    assert [(row.fiscal_year, row.month, row.cash) for row in records(execution.by_month(found))] == [
        (2021, 3, 10),
        (2021, 6, 25),
        (2022, 9, 7),
    ]
    assert execution.executed(execution.by_year(found), Plan.REVISED).share == pytest.approx(32 / 150)


def test_share_of_sums_and_no_mean_of_shares(made: HandMade) -> None:
    """10 of 1000 and 9 of 10: 1 % and 90 % make 19 / 1010, not 45.5 %. A year without a plan, or with a plan of zero,
    has no per cent; the one without a plan adds no cash to a sum that lacks its plan."""
    made.act("treasury", None, kind=DocumentKind.TREASURY)
    for row, (period, plan, cash) in enumerate(
        [("2020-12", 1000, 10), ("2021-12", 10, 9), ("2022-12", None, 500), ("2023-12", 0, 0)], start=2
    ):
        treasury(made, row, period, Fund.TOTAL, "0000", plan, cash)
    with made.connect() as connection:
        found = years(connection, TREASURY)
    assert execution.shares(found, Plan.REVISED) == [pytest.approx(0.01), pytest.approx(0.9), None, None]
    assert execution.shares(found, Plan.APPROVED) == [None] * 4
    whole = execution.executed(found, Plan.REVISED)
    assert (whole.years, whole.plan, whole.cash) == ((2020, 2021, 2023), 1010, 19)
    assert whole.share == pytest.approx(19 / 1010)
    nothing = execution.executed(found, Plan.APPROVED)
    assert (nothing.years, nothing.plan, nothing.cash, nothing.share) == ((), None, None, None)


def test_total_stands_in_for_a_fund_that_is_not_known(made: HandMade) -> None:
    """The special fund prints no cash: both funds together are 30 by the printed total, not the 20 of one of them. The
    plan beside these 30 is that of both funds, 40 + 20; that of the year stays 60."""
    report(made)
    reported(made, 5, "1", Fund.GENERAL, 40, 20)
    reported(made, 5, "1", Fund.SPECIAL, 20, None)
    reported(made, 5, "1", Fund.TOTAL, 60, 30)
    with made.connect() as connection:
        found = execution.amounts(connection, REPORT)
    assert figures(execution.by_year(found)) == [(None, 60, 30, 30)]
    assert figures(execution.by_fund(found), "fund") == [
        ("general", None, 40, None, None),
        ("special", None, 20, None, None),
        ("total", None, 60, 30, 30),
    ]


def test_printed_total_stands_in_for_a_line_that_is_not_known(made: HandMade) -> None:
    """One direction prints no cash; «Усього» prints 35. Without it the cash of the year is unknown, not 20."""
    report(made)
    reported(made, 5, "1", Fund.GENERAL, 40, 20)
    reported(made, 6, "2", Fund.GENERAL, 30, None)
    reported(made, 7, None, Fund.GENERAL, 70, 35)
    report(made, "other")
    for row, code, cash in ((5, "1", 20), (6, "2", None)):
        reported(made, row, code, Fund.GENERAL, 40, cash, document_id="other", period="2020")
    with made.connect() as connection:
        found = years(connection, REPORT)
    assert figures(found, "fiscal_year") == [(2020, None, 80, None, None), (2021, None, 70, 35, 35)]


def test_two_reports_on_one_year_are_not_added_up(made: HandMade) -> None:
    """Of two reports on one year the one adopted last counts."""
    report(made, "first", "2022-02-01")
    report(made, "second", "2022-03-01")
    for name, cash in (("first", 60), ("second", 70)):
        reported(made, 5, "1", Fund.GENERAL, 100, cash, document_id=name)
    with made.connect() as connection:
        assert figures(years(connection, REPORT)) == [(None, 100, 70, 30)]
        assert [row.cash for row in records(execution.lines(connection, REPORT))] == [70]


def test_sources_and_scopes_stand_apart(city: HandMade) -> None:
    """A report on 0217530 and Treasury data on all of 7530 are two scopes, named alike; neither adds to the other."""
    passport(city, "first", "2021-01-20", "120.00", "60.00")
    city.act("treasury", None, kind=DocumentKind.TREASURY)
    treasury(city, 2, "2021-12", Fund.TOTAL, "0000", 900, 800)
    with city.connect() as connection:
        found = {scope.scope: scope for scope in execution.scopes(connection)}
        assert figures(years(connection, TREASURY)) == [(180, 900, 800, 100)]
        assert figures(years(connection, REPORT)) == [(180, 150, 110.55, 39.45)]
    assert set(found) == {REPORT, TREASURY}
    assert {scope.name for scope in found.values()} == {"Інші заходи"}
    assert (found[TREASURY].code, found[REPORT].code) == ("7530", PROGRAMME)
    assert found[REPORT].programmes == ("programme",)


def test_entered_cash_belongs_to_its_programme(made: HandMade) -> None:
    """Cash from a workbook has no codes: it is of the local programme, and without a plan it has no per cent."""
    made.act("actuals", None, kind=DocumentKind.ACTUALS)
    made.add(
        Execution(
            document_id="actuals",
            locator="Видатки!H3",
            printed="12.50",
            row_no=3,
            line_code="1",
            name="Сервер",
            period="2020",
            fund=Fund.UNSPECIFIED,
            cash=Decimal("12.50"),
        )
    )
    with made.connect() as connection:
        (scope,) = execution.scopes(connection)
        found = years(connection, scope.scope)
    assert (scope.scope, scope.code) == ("actuals/programme", None)
    assert figures(found) == [(None, None, 12.5, None)]
    assert execution.shares(found, Plan.REVISED) == [None]


def test_nothing_is_reported(made: HandMade) -> None:
    """Without execution there is no scope; answers are empty and keep their columns."""
    with made.connect() as connection:
        assert execution.scopes(connection) == []
        found = execution.amounts(connection, "treasury/1/2")
        assert list(execution.by_year(found).columns) == [
            *("fiscal_year", "month", "approved", "revised", "cash", "deviation", "cell"),
        ]
        assert execution.by_fund(found).empty
        assert execution.by_month(found).empty
        assert execution.by_line(execution.lines(connection, "treasury/1/2")).empty


def test_real_figures_of_the_treasury(real: duckdb.DuckDBPyConnection) -> None:
    """Zhytomyr 0460/7530, UAH: plan with changes and cash of five years; the passport of 2022 approved 1 504 000."""
    (scope,) = execution.scopes(real)
    assert (scope.scope, scope.hromada) == (ZHYTOMYR, "Житомирська міська територіальна громада")
    found = execution.amounts(real, scope.scope)
    assert figures(execution.by_year(found), "fiscal_year", "month") == [
        (2021, 12, None, 1_225_000, 1_097_998, 127_002),
        (2022, 12, 1_504_000, 1_504_000, 11_250, 1_492_750),
        (2023, 12, None, 1_000_000, 638_550, 361_450),
        (2024, 12, None, 1_000_000, 363_392.02, 636_607.98),
        (2025, 12, None, 1_000_000, 950_214, 49_786),
    ]
    shares = execution.shares(execution.by_year(found), Plan.REVISED)
    assert [round(100 * share, 1) for share in shares if share is not None] == [89.6, 0.7, 63.9, 36.3, 95.0]


def test_real_sums_of_five_years(real: duckdb.DuckDBPyConnection) -> None:
    """3 061 404.02 of 5 729 000 is 53.4 %; of what passports approved only 2022 is known: 11 250 of 1 504 000."""
    found = years(real, ZHYTOMYR)
    whole = execution.executed(found, Plan.REVISED)
    assert (whole.plan, whole.cash) == (5_729_000, Decimal("3061404.02"))
    assert whole.share == pytest.approx(0.534, abs=0.0005)
    approved = execution.executed(found, Plan.APPROVED)
    assert (approved.years, approved.plan, approved.cash) == ((2022,), 1_504_000, 11_250)


def test_real_passport_by_fund(real: duckdb.DuckDBPyConnection) -> None:
    """The passport of 2022 divides its 1 504 000 by fund, the Treasury's figures here do not: beside the cash of both
    stands what was approved of both. The other years have no passport."""
    found = execution.by_fund(execution.amounts(real, ZHYTOMYR))
    assert figures(found[found["fiscal_year"] == 2022], "fund") == [
        ("general", 1_504_000, None, None, None),
        ("special", 0, None, None, None),
        ("total", 1_504_000, 1_504_000, 11_250, 1_492_750),
    ]
    assert list(found[found["fiscal_year"] != 2022]["approved"]) == [None] * 4
