"""Efficiencies, shares, jumps, funds of an indicator, and the goods that it promises."""

from decimal import Decimal
from typing import Any

import pytest

from data.contracts import (
    Document,
    Fund,
    IndicatorGroup,
    IndicatorKind,
    IndicatorValue,
)
from tests.data.checks.planted import Line, broken, found


def indicator(row: int, group: IndicatorGroup | None, value: Any, **changed: Any) -> IndicatorValue:
    fields: dict[str, Any] = {
        "document_id": "a",
        "locator": f"рядок {row}, графа {changed.get('fiscal_year', 7)}",
        "printed": str(value),
        "row_no": row,
        "group": group,
        "name": f"Показник {row}",
        "unit": "грн" if group in (IndicatorGroup.INPUT, IndicatorGroup.EFFICIENCY) else "од.",
        "fiscal_year": 2022,
        "kind": IndicatorKind.TARGET,
        "value": Decimal(str(value)),
    }
    return IndicatorValue(**(fields | changed))


@pytest.mark.parametrize(
    ("efficiency", "severity", "kind"),
    [
        ("14285", "notice", "rounding"),  # 100 000 / 7 = 14 285.714… cut off
        ("14286", "notice", "rounding"),  # rounded
        ("14285.71", "notice", "rounding"),
        ("14200", "error", "document"),
    ],
)
def test_efficiency(base: Document, efficiency: str, severity: str, kind: str) -> None:
    """An input of 100 000 over an output of 7."""
    rows = [
        indicator(1, IndicatorGroup.INPUT, 100000),
        indicator(2, IndicatorGroup.OUTPUT, 7),
        indicator(3, IndicatorGroup.EFFICIENCY, efficiency),
    ]
    (finding,) = found([base, *rows], "efficiency_ratio")
    assert (finding.severity, finding.finding_class, finding.computed) == (severity, kind, Decimal("14285.714"))
    assert [cell.label for cell in finding.cells] == ["efficiency", "input", "output"]


def test_efficiency_that_is_exact(base: Document) -> None:
    """45 000 over 9 is 5 000; and groups of unequal length are not linked at all."""
    rows = [
        indicator(1, IndicatorGroup.INPUT, 45000),
        indicator(2, IndicatorGroup.OUTPUT, 9),
        indicator(3, IndicatorGroup.EFFICIENCY, 5000),
    ]
    assert [row.severity for row in found([base, *rows], "efficiency_ratio")] == ["verified"]
    assert not found([base, *rows, indicator(4, IndicatorGroup.EFFICIENCY, 1)], "efficiency_ratio")


@pytest.mark.parametrize(
    ("unit", "cost", "efficiency", "kind"),
    [
        ("тис. грн", "100", "20000", None),  # 100 000 / 5
        ("грн", "100", "14.3", "document"),
        ("грн", "71.5", "14.3", None),
        ("грн", "71.4", "14.3", "rounding"),  # 14.28
    ],
)
def test_efficiency_in_its_own_unit(base: Document, unit: str, cost: str, efficiency: str, kind: str | None) -> None:
    rows = [
        indicator(1, IndicatorGroup.INPUT, cost, unit=unit),
        indicator(2, IndicatorGroup.OUTPUT, 5),
        indicator(3, IndicatorGroup.EFFICIENCY, efficiency),
    ]
    (finding,) = found([base, *rows], "efficiency_ratio")
    assert (None if finding.severity == "verified" else finding.finding_class) == kind


@pytest.mark.parametrize(("value", "severity"), [(100, "verified"), (0, "verified"), ("100.01", "warning")])
def test_shares(base: Document, value: Any, severity: str) -> None:
    """A share lies within 0 and 100."""
    (finding,) = found([base, indicator(1, IndicatorGroup.QUALITY, value, unit="відс.")], "share_range")
    assert (finding.severity, finding.printed) == (severity, Decimal(str(value)))


@pytest.mark.parametrize(
    ("name", "unit", "value", "severity"),
    [
        ("Частка мешканців", "%", 133, "warning"),
        ("Частка мешканців, %", None, 150, "warning"),
        ("Темп зростання до попереднього року", "%", 133, None),
    ],
)
def test_what_is_a_share(base: Document, name: str, unit: str | None, value: int, severity: str | None) -> None:
    """A share is between 0 and 100; a rate of growth is none."""
    row = indicator(5, None, value, name=name, unit=unit)
    assert [finding.severity for finding in found([base, row], "share_range")] == ([severity] if severity else [])


def test_jump(base: Document) -> None:
    """50, 50, 500: the last is flagged, with the one before it."""
    rows = [indicator(1, None, value, fiscal_year=year) for year, value in ((2022, 50), (2023, 50), (2024, 500))]
    (finding,) = broken([base, *rows], "indicator_jump")
    assert [(cell.label, cell.value) for cell in finding.cells] == [("2024", Decimal(500)), ("2023", Decimal(50))]
    assert len(found([base, *rows], "indicator_jump")) == 2


def test_a_jump_from_the_baseline(base: Document) -> None:
    """50 before the programme and 500 in its first year."""
    before = indicator(5, None, 50, kind=IndicatorKind.BASELINE, fiscal_year=None, locator="рядок 5, графа 4")
    (finding,) = broken([base, before, indicator(5, None, 500)], "indicator_jump")
    assert [cell.label for cell in finding.cells] == ["2022", "baseline"]


@pytest.mark.parametrize(("total", "severity"), [(10, "verified"), (7, "error")])
def test_funds_of_an_indicator(base: Document, total: int, severity: str) -> None:
    """3 computers from the general and 7 from the special fund are 10; an efficiency does not add up."""
    rows = [
        indicator(5, group, value, fund=fund, locator=f"рядок {row}, графа {column}", row_no=row)
        for row, group in ((5, IndicatorGroup.OUTPUT), (6, IndicatorGroup.EFFICIENCY))
        for column, fund, value in ((5, Fund.GENERAL, 3), (6, Fund.SPECIAL, 7), (7, Fund.TOTAL, total))
    ]
    (finding,) = found([base, *rows], "indicator_funds")
    assert (finding.severity, finding.printed, finding.computed) == (severity, Decimal(total), Decimal(10))


def test_promised_goods(base: Document, line: Line) -> None:
    """Five devices promised, four in the lines that buy devices; paper is no device."""
    promise = indicator(90, None, 5, name="Кількість засобів інформатизації", fiscal_year=None)
    rows = [
        line("a", "1.1", 5, name="Принтери", quantity=Decimal(3), quantity_locator="рядок 1, графа 4"),
        line("a", "1.2", 5, name="Ноутбук", quantity=Decimal(1), quantity_locator="рядок 2, графа 4"),
        line("a", "1.3", 5, name="Папір", quantity=Decimal(9), quantity_locator="рядок 3, графа 4"),
    ]
    (finding,) = broken([base, promise, *rows], "promised_goods")
    assert (finding.printed, finding.computed, finding.severity) == (5, 4, "notice")
    assert list(finding.locators[1:]) == ["рядок 1, графа 4", "рядок 2, графа 4"]
