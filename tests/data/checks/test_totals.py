"""What a document states twice: totals, points of a passport, the budgets that pay."""

from decimal import Decimal

import pytest

from data import judge
from data.contracts import (
    Allocation,
    Document,
    Fund,
    Level,
    Section,
)
from tests.data.checks.planted import Line, broken, cells, figures, found, in_row


def test_totals_stated_twice(base: Document, line: Line, printed_total: Line) -> None:
    """What the programme's passport states against the annex: 110 against 100; 100 holds."""

    def stated(amount: int) -> Allocation:
        return printed_total("a", amount, section=Section.PROGRAMME_PASSPORT, locator="рядок 90, графа 3")

    annex = printed_total("a", 100, locator="рядок 91, графа 7")
    (finding,) = broken([base, annex, stated(110)], "stated_totals")
    assert cells(finding) == [
        ("printed", "рядок 90, графа 3", Decimal(110)),
        ("part", "рядок 91, графа 7", Decimal(100)),
    ]
    assert [row.severity for row in found([base, annex, stated(100)], "stated_totals")] == ["verified"]


def test_a_stated_total_without_a_printed_one(base: Document, line: Line, printed_total: Line) -> None:
    """110 for all years against years of 60 and 40; 110 for 2021 against lines of 100 and no total."""
    stated = {"section": Section.PROGRAMME_PASSPORT, "row_no": 90, "locator": "рядок 90"}
    years = [
        printed_total("a", amount, row_no=5, fiscal_year=year, locator=f"рядок 5, графа {year}")
        for year, amount in ((2021, 60), (2022, 40))
    ]
    (finding,) = broken([base, printed_total("a", 110, fiscal_year=None, **stated), *years], "stated_totals")
    assert (finding.printed, finding.computed) == (Decimal(110), Decimal(100))
    lines = [*in_row(line, 1, "1", general_2021=70), *in_row(line, 2, "2", special_2021=30)]
    (finding,) = broken([base, printed_total("a", 110, **stated), *lines], "stated_totals")
    assert (finding.printed, finding.computed) == (Decimal(110), Decimal(100))


def test_budgets_state_a_total_together(base: Document, printed_total: Line) -> None:
    """A passport that names its budgets and no whole: 70 and 30 hold against an annex of 100, 70 and 20 do not."""

    def budgets(second: int) -> list[Allocation]:
        return [
            printed_total("a", amount, section=Section.PROGRAMME_PASSPORT, locator=f"рядок {row}", funding_source=name)
            for row, name, amount in ((90, "міський бюджет", 70), (91, "обласний бюджет", second))
        ]

    annex = printed_total("a", 100, row_no=95, locator="рядок 95, графа 7")
    (finding,) = broken([base, annex, *budgets(20)], "stated_totals")
    assert (finding.printed, finding.computed) == (Decimal(90), Decimal(100))
    assert [row.severity for row in found([base, annex, *budgets(30)], "stated_totals")] == ["verified"]


def test_budgets_that_pay(base: Document, line: Line, printed_total: Line) -> None:
    """Budgets of 45 and 14 under a measure of 60; 45 and 15 hold, and are no parts of the programme beside it."""

    def measure(second: int) -> list[Allocation]:
        return [
            *in_row(line, 18, "1.1", total_2021=60),
            *in_row(line, 19, "1.1", unspecified_2021=45, funding_source="місцевий бюджет"),
            *in_row(line, 20, "1.1", unspecified_2021=second, funding_source="інші джерела"),
        ]

    whole = printed_total("a", 60, row_no=24, locator="рядок 24, графа 8")
    (finding,) = broken([base, *measure(14), whole], "funding_sources")
    assert figures(finding) == ("1.1 Захід 1.1", 2021, "total", Decimal(60), Decimal(59))
    assert cells(finding) == [
        ("printed", "рядок 18, графа 4", Decimal(60)),
        ("part", "рядок 19, графа 4", Decimal(45)),
        ("part", "рядок 20, графа 4", Decimal(14)),
    ]
    right = judge.findings_in([base, *measure(15), whole])
    assert {row.rule for row in right if row.severity != "verified"} == set()
    assert {"funding_sources", "programme_total"} <= {row.rule for row in right}


def test_one_budget_of_several(base: Document, printed_total: Line) -> None:
    """One budget beside the whole may be one of several: only where it is all of it, something is compared."""
    whole = printed_total("a", 60, row_no=24, locator="рядок 24, графа 8")

    def budget(amount: int) -> Allocation:
        return printed_total("a", amount, row_no=25, locator="рядок 25, графа 8", funding_source="обласний бюджет")

    assert found([base, whole, budget(20)], "funding_sources") == []
    assert [row.severity for row in found([base, whole, budget(60)], "funding_sources")] == ["verified"]


def test_budgets_of_lines_with_one_name(base: Document, line: Line) -> None:
    """60 = 45 + 15 and 50 = 30 + 20: each budget belongs to the line above it, not to the other of that name."""
    rows = [
        entry
        for row, source, amount in ((1, None, 60), (2, "місто", 45), (3, "область", 15), (4, None, 50),
                                    (5, "місто", 30), (6, "область", 20))
        for entry in in_row(line, row, None, name="Сервер", total_2021=amount, funding_source=source)
    ]  # fmt: skip
    assert [finding.severity for finding in found([base, *rows], "funding_sources")] == ["verified", "verified"]


@pytest.mark.parametrize(
    ("rule", "section", "severity"),
    [("point_4_and_9", Section.POINT_4, "error"), ("point_10_and_9", Section.POINT_10, "notice")],
)
def test_points_of_a_passport(base: Document, printed_total: Line, rule: str, section: Section, severity: str) -> None:
    """Point 4 must equal point 9; point 10 usually does."""
    nine = printed_total("a", 100, section=Section.POINT_9)
    (finding,) = found([base, nine, printed_total("a", 90, section=section)], rule)
    assert (finding.severity, finding.printed, finding.computed) == (severity, Decimal(90), Decimal(100))
    assert [row.severity for row in found([base, nine, printed_total("a", 100, section=section)], rule)] == ["verified"]


def test_point_4_against_directions(base: Document, line: Line) -> None:
    """Without «Усього» the directions of 60 and 30 are added up: 100 in point 4 is not theirs."""
    four = line("a", None, 100, section=Section.POINT_4, level=Level.PROGRAMME, fund=Fund.TOTAL, is_total=True)
    nine = [
        entry
        for row, amount in ((3, 60), (4, 30))
        for entry in in_row(
            line, row, str(row), total_2021=amount, section=Section.POINT_9, level=Level.SPENDING_DIRECTION
        )
    ]
    (finding,) = broken([base, four, *nine], "point_4_and_9")
    assert (finding.printed, finding.computed) == (Decimal(100), Decimal(90))


def test_programmes_of_point_10(base: Document, printed_total: Line) -> None:
    """Programmes of 60 and 30, one with a number, under a total of 100."""
    ten = {"section": Section.POINT_10}
    rows = [
        printed_total("a", amount, **ten, level=Level.MEASURE).model_copy(update={"line_code": code})
        for code, amount in (("1", 60), (None, 30))
    ]
    (finding,) = broken([base, *rows, printed_total("a", 100, **ten)], "point_10_programmes")
    assert (finding.printed, finding.computed) == (Decimal(100), Decimal(90))
