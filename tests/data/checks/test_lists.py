"""Numbers that are skipped or repeated, and lines that are printed twice."""

from decimal import Decimal

import pytest

from data.contracts import (
    Allocation,
    Basis,
    Document,
    DocumentKind,
    IndicatorKind,
    IndicatorValue,
    Level,
    SourceRow,
    Statement,
    Topic,
)
from tests.data.checks.planted import Act, Line, broken, found, in_row


def numbered(line: Line, codes: list[str], basis: Basis = Basis.RESTATED) -> list[Allocation]:
    return [
        row
        for place, code in enumerate(codes, start=1)
        for row in in_row(line, place, code, general_2021=place, basis=basis, name=f"Захід {place}")
    ]


def test_numbering(base: Document, line: Line) -> None:
    """26.3 is missing before 26.4, and 24.2 stands twice; a list that begins anew is no fault."""
    rows = [base, *numbered(line, ["26.1", "26.2", "26.4"])]
    assert [(row.scope, [cell.label for cell in row.cells]) for row in broken(rows, "numbering_gap")] == [
        ("26.4 Захід 3", ["26.4", "26.2"])
    ]
    rows = [base, *numbered(line, ["24.1", "24.2", "24.2"])]
    assert [list(row.locators) for row in broken(rows, "numbering_repeated")] == [
        ["рядок 3, графа 4", "рядок 2, графа 4"]
    ]
    assert [row.scope for row in broken([base, *numbered(line, ["1.2", "1.3"])], "numbering_gap")] == ["1.2 Захід 1"]
    anew = [base, *numbered(line, ["1", "2", "1", "2", "3"])]
    assert not broken(anew, "numbering_gap")
    assert not broken(anew, "numbering_repeated")


@pytest.mark.parametrize(
    ("codes", "repeated"),
    [
        (["24.1", "24.1", "24.2"], [(1, 2)]),
        (["1.1", "1.2", "1.3", "1.1"], [(1, 4)]),
        (["1", "2", "3", "2"], [(2, 4)]),  # not «after 3», but 2 twice
        (["1", "1.1", "1.2", "2", "2.1"], []),
        (["1", "2", "1", "2"], []),  # a list that begins anew
        (["1", "1.1", "1.2", "1", "1.1"], [(1, 4)]),  # parts begin anew below another line
    ],
)
def test_numbers_that_stand_twice(
    base: Document, line: Line, codes: list[str], repeated: list[tuple[int, int]]
) -> None:
    rows = [entry for row, code in enumerate(codes, start=1) for entry in in_row(line, row, code, general_2021=row)]
    printed = [
        SourceRow(document_id="a", row_no=row, table_no=1, table_kind="measures", role="data",
                  locator=f"рядок {row}", cells=(code,), locators=(f"рядок {row}, графа 1",))
        for row, code in enumerate(codes, start=1)
    ]  # fmt: skip
    findings = broken([base, *rows, *printed], "numbering_repeated")
    assert [tuple(finding.locators) for finding in findings] == [
        (f"рядок {later}", f"рядок {earlier}") for earlier, later in repeated
    ]


def test_an_amendment_may_skip_numbers(base: Document, line: Line) -> None:
    """Deltas print only what they change."""
    assert not found([base, *numbered(line, ["3.2", "10.4"], Basis.DELTA)], "numbering_gap")


def test_a_workbook_of_actual_values_has_no_list(act: Act) -> None:
    """Indicator 3 has a row for each of two years, and indicators 1 and 2 are not entered: nothing to find fault with.
    A plan that prints the same is doubtful."""
    rows = [
        IndicatorValue(
            document_id="a", locator=f"Показники!H{row}", printed="5", row_no=row, line_code="3", name="Показник",
            fiscal_year=2020 + row, kind=IndicatorKind.ACTUAL, value=Decimal(5),
        )
        for row in (1, 2)
    ]  # fmt: skip
    rules = ("numbering_gap", "numbering_repeated")
    assert not found([act("a", None, kind=DocumentKind.ACTUALS), *rows], *rules)
    of_plan = broken([act("a", None, kind=DocumentKind.PROGRAMME), *rows], *rules)
    assert {finding.rule for finding in of_plan} == {*rules}


def test_tasks_of_a_passport(base: Document) -> None:
    """Task 4 is missing between 3 and 5."""
    rows = [
        Statement(
            document_id="a", locator=f"рядок {40 + n}, графа 2", printed="x", row_no=40 + n, topic=Topic.TASK,
            number=str(n), text="x",
        )
        for n in (1, 2, 3, 5)
    ]  # fmt: skip
    (finding,) = broken([base, *rows], "numbering_gap")
    assert list(finding.locators) == ["рядок 45, графа 2", "рядок 43, графа 2"]


def test_line_that_is_printed_twice(base: Document, line: Line, printed_total: Line) -> None:
    """The same name and amounts under one unit is doubtful; another amount is another line."""
    unit = in_row(line, 1, None, total_2021=10, level=Level.SPENDING_UNIT, name="Відділ освіти")
    same = [
        *in_row(line, 2, "1.1", general_2021=5, name="Принтер"),
        *in_row(line, 3, "1.2", general_2021=5, name="Принтер."),
    ]
    (finding,) = broken([base, *unit, *same], "line_repeated")
    assert (finding.severity, list(finding.locators)) == ("warning", ["рядок 2, графа 4", "рядок 3, графа 4"])
    other = in_row(line, 3, "1.2", general_2021=6, name="Принтер")
    assert not broken([base, *unit, same[0], *other], "line_repeated")


def test_the_same_lines_alone_are_named(base: Document, line: Line) -> None:
    """Of three lines of one name those of 5 are the same; the third, of 7, is another one."""
    rows = [
        entry
        for row, amount in ((2, 5), (3, 5), (4, 7))
        for entry in in_row(line, row, f"1.{row}", general_2021=amount, name="Принтер")
    ]
    (finding,) = broken([base, *rows], "line_repeated")
    assert [cell.label for cell in finding.cells] == ["1.2", "1.3"]
