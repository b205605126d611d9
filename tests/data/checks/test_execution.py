"""Treasury rows, and reports on execution."""

from decimal import Decimal
from typing import Any

import pytest

from data.contracts import (
    Document,
    DocumentKind,
    Execution,
    Fund,
    Level,
    Section,
    Topic,
)
from tests.data.checks.planted import Act, Line, broken, found, said


def treasury(row: int, fund: Fund, economic: str, cash: Any) -> Execution:
    return Execution(
        document_id="t",
        locator=f"рядок {row}, графа 9",
        printed=str(cash),
        row_no=row,
        budget_code="99999000000",
        typical_code="7530",
        economic_code=economic,
        period="2022-12",
        fund=fund,
        cash=Decimal(str(cash)),
    )


@pytest.fixture
def data(act: Act) -> Document:
    return act("t", None, kind=DocumentKind.TREASURY)


@pytest.mark.parametrize(("total", "severity"), [(150, "verified"), ("150.01", "error")])
def test_treasury_funds(data: Document, total: Any, severity: str) -> None:
    """T = C + S, to the kopiyka."""
    rows = [
        treasury(2, Fund.GENERAL, "2240", 100),
        treasury(3, Fund.SPECIAL, "2240", 50),
        treasury(4, Fund.TOTAL, "2240", total),
    ]
    (finding,) = found([data, *rows], "treasury_funds")
    assert (finding.severity, finding.printed, finding.computed) == (severity, Decimal(str(total)), Decimal(150))
    assert list(finding.locators) == ["рядок 4, графа 9", "рядок 2, графа 9", "рядок 3, графа 9"]


def test_treasury_without_an_empty_fund(data: Document) -> None:
    """The Treasury prints no row for an empty special fund: 200 over 100 fails all the same."""
    rows = [treasury(2, Fund.GENERAL, "2240", 100), treasury(3, Fund.TOTAL, "2240", 200)]
    (finding,) = broken([data, *rows], "treasury_funds")
    assert (finding.printed, finding.computed) == (Decimal(200), Decimal(100))


@pytest.mark.parametrize(("factor", "severity"), [(1, "verified"), (2, "error"), (4, "error")])
def test_treasury_money_counted_more_than_once(data: Document, factor: int, severity: str) -> None:
    """The sum over all codes is that of the lowest codes; 2200 above 2240 is not added again."""
    rows = [
        treasury(2, Fund.GENERAL, "0000", 30 * factor),
        treasury(3, Fund.GENERAL, "2200", 20),
        treasury(4, Fund.GENERAL, "2240", 20),
        treasury(5, Fund.GENERAL, "3110", 10),
    ]
    (finding,) = found([data, *rows], "treasury_codes")
    assert (finding.severity, finding.printed, finding.computed) == (severity, Decimal(30 * factor), Decimal(30))
    assert list(finding.locators) == ["рядок 2, графа 9", "рядок 4, графа 9", "рядок 5, графа 9"]


@pytest.mark.parametrize(("plan", "severity"), [(400, "error"), (200, "error"), (100, "verified"), (130, "verified")])
def test_treasury_plan_of_a_passport(data: Document, act: Act, line: Line, plan: int, severity: str) -> None:
    """A plan of exactly twice or four times the passport was counted so often; another one was changed."""
    passport = act("p", "2022-01-20", kind=DocumentKind.PASSPORT)
    codes = [said(Topic.PROGRAMME_CODE, "0217530", "p"), said(Topic.BUDGET_CODE, "99999000000", "p")]
    four = line(
        "p", None, 100, section=Section.POINT_4, level=Level.PROGRAMME, fund=Fund.TOTAL, fiscal_year=2022, is_total=True
    )
    row = treasury(2, Fund.TOTAL, "0000", 1).model_copy(
        update={"programme_code": "0217530", "revised_plan": Decimal(plan)}
    )
    (finding,) = found([data, passport, *codes, four, row], "treasury_times")
    assert (finding.severity, finding.printed, finding.computed) == (severity, Decimal(plan), Decimal(100))
    assert [cell.document_id for cell in finding.cells] == ["t", "p"]


@pytest.mark.parametrize(("functional", "compared"), [("0460", 1), ("0490", 0)])
def test_treasury_plan_by_typical_code(data: Document, act: Act, line: Line, functional: str, compared: int) -> None:
    """Data that names only 7530 is compared with the passport of 0217530, unless its functional code is another."""
    passport = act("p", "2022-01-20", kind=DocumentKind.PASSPORT)
    codes = [
        said(Topic.PROGRAMME_CODE, "0217530", "p"),
        said(Topic.FUNCTIONAL_CODE, functional, "p"),
        said(Topic.BUDGET_CODE, "9999900000", "p"),
    ]
    four = line(
        "p", None, 100, section=Section.POINT_4, level=Level.PROGRAMME, fund=Fund.TOTAL, fiscal_year=2022, is_total=True
    )
    row = treasury(2, Fund.TOTAL, "0000", 1).model_copy(
        update={"functional_code": "0460", "revised_plan": Decimal(400)}
    )
    findings = found([data, passport, *codes, four, row], "treasury_times")
    assert [(finding.severity, finding.scope) for finding in findings] == [("error", "2022-12 7530")] * compared


def reported(row: int, code: str | None, fund: Fund, approved: int, cash: int, **changed: Any) -> Execution:
    fields: dict[str, Any] = {
        "document_id": "r",
        "locator": f"рядок {row}, графа {3 + list(Fund).index(fund)}",
        "printed": str(approved),
        "row_no": row,
        "line_code": code,
        "name": "Усього" if code is None else f"Напрям {code}",
        "period": "2021",
        "fund": fund,
        "revised_plan": Decimal(approved),
        "cash": Decimal(cash),
        "cash_locator": f"рядок {row}, графа {6 + list(Fund).index(fund)}",
        "is_total": code is None or fund is Fund.TOTAL,
    }
    return Execution(**(fields | changed))


@pytest.fixture
def report(act: Act) -> Document:
    return act("r", None, kind=DocumentKind.EXECUTION_REPORT)


@pytest.mark.parametrize(("total", "severity"), [(90, "verified"), (95, "error")])
def test_funds_of_a_report(report: Document, total: int, severity: str) -> None:
    """Cash of 80 and 10 under 90 holds, under 95 does not; what was approved is compared apart."""
    rows = [
        reported(5, "1", Fund.GENERAL, 100, 80),
        reported(5, "1", Fund.SPECIAL, 20, 10),
        reported(5, "1", Fund.TOTAL, 120, total),
    ]
    approved, cash = sorted(found([report, *rows], "execution_funds"), key=lambda row: row.printed, reverse=True)
    assert (approved.severity, approved.printed, approved.computed) == ("verified", Decimal(120), Decimal(120))
    assert (cash.severity, cash.printed, cash.computed) == (severity, Decimal(total), Decimal(90))
    assert list(cash.locators) == ["рядок 5, графа 8", "рядок 5, графа 6", "рядок 5, графа 7"]


@pytest.mark.parametrize(("total", "severity"), [(100, "verified"), (110, "error")])
def test_total_of_a_report(report: Document, total: int, severity: str) -> None:
    """60 and 40 approved under 100; the local programme below prints the same money and is no part."""
    rows = [
        reported(5, "1", Fund.GENERAL, 60, 6),
        reported(6, "2", Fund.GENERAL, 40, 4),
        reported(7, None, Fund.GENERAL, total, 10),
        reported(9, None, Fund.GENERAL, 100, 10, name="Програма інформатизації"),
    ]
    cash, approved = sorted(found([report, *rows], "execution_total"), key=lambda row: row.printed)
    assert (cash.severity, cash.printed, cash.computed) == ("verified", Decimal(10), Decimal(10))
    assert (approved.severity, approved.printed, approved.computed) == (severity, Decimal(total), Decimal(100))


@pytest.mark.parametrize(("deviation", "severity"), [(-20, "verified"), (20, "verified"), (-30, "error")])
def test_deviation_of_a_report(report: Document, deviation: int, severity: str) -> None:
    """80 of 100 paid: reports print −20 or 20, both are right; 30 is not."""
    row = reported(5, "1", Fund.GENERAL, 100, 80, deviation=Decimal(deviation))
    (finding,) = found([report, row], "execution_deviation")
    assert (finding.severity, finding.printed) == (severity, Decimal(deviation))
    assert abs(finding.computed) == Decimal(20)
