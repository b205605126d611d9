"""Rows by fund and year, and each level of a plan against the level right below it."""

from decimal import Decimal
from typing import Any

import pytest

from data.contracts import (
    Allocation,
    Contract,
    Document,
    Fund,
    Level,
    Section,
)
from tests.data.checks.planted import Line, broken, cells, figures, found, in_row


def test_row_by_funds(base: Document, line: Line) -> None:
    """General 5 and special 6 under a total of 12: one finding with the three cells; under 11 it holds."""
    (finding,) = broken([base, *in_row(line, 7, "1.1", general_2021=5, special_2021=6, total_2021=12)], "row_funds")
    assert figures(finding) == ("1.1 Захід 1.1", 2021, "total", Decimal(12), Decimal(11))
    assert (finding.difference, finding.unit, finding.severity) == (Decimal(1), "UAH", "error")
    assert (finding.finding_class, finding.locators[0]) == ("document", "рядок 7, графа 6")
    assert cells(finding) == [
        ("printed", "рядок 7, графа 6", Decimal(12)),
        ("part", "рядок 7, графа 4", Decimal(5)),
        ("part", "рядок 7, графа 5", Decimal(6)),
    ]
    right = found([base, *in_row(line, 8, "1.1", general_2021=5, special_2021=6, total_2021=11)], "row_funds")
    assert [finding.severity for finding in right] == ["verified"]


def test_row_by_years(base: Document, line: Line) -> None:
    """142 for all years over 4, 5.1 and 5.1; a year without a printed total counts by its fund."""
    years = {"general_2021": "4", "total_2021": "4", "general_2022": "5.10", "special_2023": "5.10"}
    (finding,) = broken([base, *in_row(line, 7, "1.1", **years, total=142)], "row_years")
    assert figures(finding) == ("1.1 Захід 1.1", None, "total", Decimal(142), Decimal("14.20"))
    assert [cell.label for cell in finding.cells] == [None, "2021", "2022", "2023"]
    assert not broken([base, *in_row(line, 7, "1.1", **years, total="14.20")], "row_years")


def test_resources_by_years(base: Document, printed_total: Line) -> None:
    """100 and 200 are 300 over all years, in the table of resources as elsewhere."""
    rows = [
        printed_total(
            "a", amount, section=Section.RESOURCES, row_no=14, fiscal_year=year, locator=f"рядок 14, графа {at}"
        )
        for at, year, amount in ((2, 2021, 100), (3, 2022, 200), (4, None, 350))
    ]
    (finding,) = broken([base, *rows], "row_years")
    assert (finding.scope, finding.printed, finding.computed) == ("programme", Decimal(350), Decimal(300))


def tree(base: Document, line: Line, unit: int = 9, task: int = 9, measure: int = 5) -> list[Contract]:
    """A unit with task 1, measure 1.1 with items 1.1.1 and 1.1.2, and measure 1.2."""
    at: dict[str, Any] = {"task": "Завдання"}
    return [
        base,
        *in_row(line, 1, None, total_2021=unit, level=Level.SPENDING_UNIT, name="Відділ освіти"),
        *in_row(line, 2, "1", total_2021=task, level=Level.TASK, name="Завдання", **at),
        *[
            row.model_copy(update={"is_total": True})
            for row in in_row(line, 3, "1.1", general_2021=measure, parent_code="1", **at)
        ],
        *in_row(line, 4, "1.1.1", general_2021=3, parent_code="1.1", level=Level.ITEM, **at),
        *in_row(line, 5, "1.1.2", general_2021=2, parent_code="1.1", level=Level.ITEM, **at),
        *in_row(line, 6, "1.2", general_2021=4, parent_code="1", **at),
    ]


@pytest.mark.parametrize(
    ("changed", "rule", "printed", "computed", "places"),
    [
        ({"measure": 6, "task": 10, "unit": 10}, "items_of_measure", 6, 5, [3, 4, 5]),
        ({"task": 8, "unit": 8}, "measures_of_task", 8, 9, [2, 3, 6]),
        ({"unit": 10}, "lines_of_unit", 10, 9, [1, 2]),
    ],
)
def test_tree(
    base: Document, line: Line, changed: dict[str, int], rule: str, printed: int, computed: int, places: list[int]
) -> None:
    """Each level is compared with the level right below it: one wrong sum is one finding, and no other."""
    (finding,) = broken(tree(base, line, **changed), "items_of_measure", "measures_of_task", "lines_of_unit")
    assert (finding.rule, finding.printed, finding.computed) == (rule, Decimal(printed), Decimal(computed))
    assert [cell.locator for cell in finding.cells] == [f"рядок {row}, графа 4" for row in places]


def test_tree_that_holds(base: Document, line: Line) -> None:
    """The same tree with right sums: three levels are compared, and all hold."""
    sums = found(tree(base, line), "items_of_measure", "measures_of_task", "lines_of_unit")
    assert {row.severity for row in sums} == {"verified"}


def test_direction_with_its_lines(base: Document, line: Line) -> None:
    """A direction of 12 over lines of 5 and 6, one of them in a task without a total; 11 holds."""

    def plan(direction: int) -> list[Contract]:
        at: dict[str, Any] = {"spending_direction": "Зв'язок", "spending_unit": None}
        whole = in_row(line, 1, "1", total_2021=direction, level=Level.SPENDING_DIRECTION, name="Зв'язок", **at)
        return [
            base,
            *whole,
            *in_row(line, 2, "1.1", general_2021=5, parent_code="1", **at),
            *in_row(line, 3, "1.2", general_2021=6, parent_code="1", task="Мережа", **at),
        ]

    (finding,) = broken(plan(12), "lines_of_direction")
    assert figures(finding) == ("1 Зв'язок", 2021, "total", Decimal(12), Decimal(11))
    assert [cell.locator for cell in finding.cells] == ["рядок 1, графа 4", "рядок 2, графа 4", "рядок 3, графа 4"]
    assert [row.severity for row in found(plan(11), "lines_of_direction")] == ["verified"]


def test_line_without_a_printed_sum_of_all_years_counts_by_its_years(base: Document, line: Line) -> None:
    """A part that prints no total of all years has that of its years: 3 + 4, and the unit's 7 holds."""
    rows = [
        *in_row(line, 1, None, total_2021=3, total_2022=4, total=7, level=Level.SPENDING_UNIT, name="Відділ освіти"),
        *in_row(line, 2, "1.1", general_2021=3, general_2022=4),
    ]
    assert {finding.severity for finding in found([base, *rows], "lines_of_unit")} == {"verified"}


def test_a_year_that_only_one_side_prints(base: Document, line: Line) -> None:
    """The unit prints 5 for 2022 and its line nothing, and the other way round: both are said."""
    unit = in_row(line, 1, None, total_2021=10, total_2022=5, level=Level.SPENDING_UNIT, name="Відділ освіти")
    (finding,) = broken([base, *unit, *in_row(line, 2, "1.1", general_2021=10)], "lines_of_unit")
    assert (finding.fiscal_year, finding.printed, finding.computed) == (2022, Decimal(5), Decimal(0))
    unit = in_row(line, 1, None, total_2021=10, level=Level.SPENDING_UNIT, name="Відділ освіти")
    (finding,) = broken([base, *unit, *in_row(line, 2, "1.1", general_2021=10, general_2022=5)], "lines_of_unit")
    assert (finding.fiscal_year, finding.printed, finding.computed) == (2022, None, Decimal(5))


def test_parts_that_stand_in_another_fund(base: Document, line: Line) -> None:
    """A line of 24 in the special fund whose part prints them in the general one: one finding, not two wrong sums."""
    rows = [
        base,
        *[
            row.model_copy(update={"is_total": True})
            for row in in_row(line, 3, "10.8", special_2021=24, total_2021=24, parent_code="10")
        ],
        *in_row(line, 4, "10.8.4", general_2021=24, total_2021=24, parent_code="10.8", level=Level.ITEM),
    ]
    (finding,) = broken(rows, "parts_in_other_fund", "items_of_measure")
    assert figures(finding) == ("10.8 Захід 10.8", 2021, "general", None, Decimal(24))
    assert finding.rule == "parts_in_other_fund"
    assert cells(finding) == [
        ("named", "рядок 3, графа 4", Decimal(24)),
        ("part", "рядок 4, графа 4", Decimal(24)),
    ]


def test_quantities_are_milder(base: Document, line: Line) -> None:
    """A unit of 1 piece over parts of 1 and 3: a note, with the cells of the quantities."""

    def counted(row: int, code: str | None, quantity: int, **more: Any) -> list[Allocation]:
        at = {"quantity": Decimal(quantity), "quantity_locator": f"рядок {row}, графа 3", "quantity_printed": "1"}
        return in_row(line, row, code, general_2021=5, **at, **more)

    whole = {"level": Level.SPENDING_UNIT, "name": "Відділ освіти", "is_total": True}
    rows = [
        base,
        *[row.model_copy(update={"is_total": True}) for row in counted(1, None, 1, **{**whole})],
        *counted(2, "1.1", 1),
        *counted(3, "1.2", 3),
    ]
    (finding,) = broken(rows, "quantity_parts")
    assert (finding.severity, finding.unit, finding.printed, finding.computed) == ("notice", "pieces", 1, 4)
    assert list(finding.locators) == ["рядок 1, графа 3", "рядок 2, графа 3", "рядок 3, графа 3"]


def test_programme_by_its_lines_and_by_its_subtotals(base: Document, line: Line, printed_total: Line) -> None:
    """15 printed, subtotals of 16, lines of 18: two findings, each with its own figure."""
    rows = [
        base,
        printed_total("a", 15),
        *in_row(line, 11, None, total_2021=16, level=Level.SPENDING_UNIT, name="Відділ освіти"),
        *in_row(line, 12, "1.1", general_2021=18),
    ]
    assert [figures(row) for row in broken(rows, "programme_total")] == [
        ("programme", 2021, "total", Decimal(15), Decimal(18))
    ]
    assert [figures(row) for row in broken(rows, "parts_of_programme")] == [
        ("programme", 2021, "total", Decimal(15), Decimal(16))
    ]


def test_a_programme_with_lines_that_do_not_tell(base: Document, line: Line, printed_total: Line) -> None:
    """60 may be of either fund and words of any size, so 100 against 40 is no error; 30 against 40 is."""

    def programme(general: int) -> list[Allocation]:
        return [printed_total("a", general, fund=Fund.GENERAL, row_no=9, locator="рядок 9, графа 4")]

    lines = [*in_row(line, 1, "1", general_2021=40), *in_row(line, 2, "2", unspecified_2021=60)]
    assert found([base, *programme(100), *lines], "programme_total") == []
    (finding,) = broken([base, *programme(30), *lines], "programme_total")
    assert (finding.printed, finding.computed) == (Decimal(30), Decimal(40))
    words = in_row(line, 3, "3", general_2021=0, funding_note="В межах фінансування")
    silent = [row.model_copy(update={"amount": None}) for row in words]
    assert found([base, *programme(100), lines[0], *silent], "programme_total") == []
