"""Targets beside actual values: each guard by hand, and which of several figures counts."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from data import warehouse
from data.contracts import (
    Allocation,
    Basis,
    Contract,
    Document,
    DocumentKind,
    DocumentStatus,
    Fund,
    IndicatorClass,
    IndicatorGroup,
    IndicatorKind,
    IndicatorValue,
    Level,
    Polarity,
    Section,
    Statement,
    Topic,
)

Act = Callable[..., Document]
_numbers = count(1)


def value(kind: str, figure: Any, document: str = "plan", **changed: Any) -> IndicatorValue:
    """A figure of «Послуги» for 2022; words go into `text`."""
    is_number = isinstance(figure, int | float)
    fields: dict[str, Any] = {
        "document_id": document,
        "locator": f"клітинка {next(_numbers)}",
        "printed": str(figure),
        "row_no": 1,
        "group": IndicatorGroup.OUTPUT,
        "name": "Послуги",
        "unit": "од.",
        "fiscal_year": 2022,
        "kind": IndicatorKind(kind),
        "value": Decimal(str(figure)) if is_number else None,
        "text": None if is_number else figure,
    }
    return IndicatorValue(**(fields | changed))


def meant(polarity: str | None, adds_up: bool | None = None, row: int = 1) -> IndicatorClass:
    return IndicatorClass(
        document_id="plan",
        locator=f"рядок {row}",
        printed="Послуги",
        row_no=row,
        polarity=Polarity(polarity) if polarity else None,
        adds_up=adds_up,
    )


def rows_of(rows: list[Contract], entered: str = "[]") -> list[dict[str, Any]]:
    """The rows of attainment, by year; `entered` as SQL."""
    with warehouse.in_memory(rows) as connection:
        frame = connection.execute(f"FROM attainment_with({entered}) ORDER BY fiscal_year, fund")
        names = [column[0] for column in frame.description or ()]
        return [dict(zip(names, row, strict=True)) for row in frame.fetchall()]


@pytest.fixture
def plan(act: Act) -> Document:
    return act("plan", "2021-01-01", kind=DocumentKind.PROGRAMME)


@pytest.fixture
def report(act: Act) -> Document:
    return act("report", "2023-02-01", kind=DocumentKind.EXECUTION_REPORT)


@pytest.mark.parametrize(
    ("polarity", "target", "actual", "share", "status"),
    [
        ("higher", 4, 2, 0.5, "partly"),
        ("higher", 4, 1, 0.25, "missed"),
        ("higher", 4, 4, 1.0, "met"),
        ("higher", 4, 6, 1.5, "met"),
        ("higher", 0, 0, None, "met"),  # nothing to divide by, and nothing was asked
        ("higher", 4, 0, 0.0, "missed"),
        ("lower", 50, 100, 0.5, "partly"),
        ("lower", 50, 101, 50 / 101, "missed"),
        ("lower", 50, 40, 1.25, "met"),
        ("lower", 50, 0, None, "met"),  # less cannot be; the share would divide by zero
        ("lower", 0, 0, None, "met"),
        ("lower", 0, 5, 0.0, "missed"),
        ("none", 50, 40, None, "not_rated"),
        (None, 4, 4, None, "not_rated"),
        ("higher", "Штатний розпис", "Штатний розпис", None, "not_a_number"),
        ("higher", "Штатний розпис", None, None, "not_a_number"),
        ("higher", 4, "усі", None, "not_a_number"),
        ("higher", 4, None, None, "no_data"),
        ("none", 4, None, None, "no_data"),
        ("higher", None, 4, None, "no_target"),
    ],
)
def test_status(
    plan: Document, report: Document, polarity: str | None, target: Any, actual: Any, share: float | None, status: str
) -> None:
    """One target against one actual value; partly is at least half of the target."""
    rows: list[Contract] = [plan, report, meant(polarity)]
    rows += [value("baseline", 1, fiscal_year=None)] if target is None else [value("target", target)]
    rows += [] if actual is None else [value("actual", actual, "report")]
    (found,) = rows_of(rows)
    assert (found["attainment"], found["status"]) == (share, status)


def test_a_baseline_alone_is_no_target(plan: Document) -> None:
    """The indicator has a row without a year, its start, and no status but that it has no target."""
    (found,) = rows_of([plan, meant("higher"), value("baseline", 3, fiscal_year=None)])
    assert (found["baseline"], found["target"], found["status"]) == (3, None, "no_target")


def test_a_headline_without_figures_is_told(plan: Document) -> None:
    """What the text only names has a row, too."""
    said = Statement(
        document_id="plan", locator="рядок 9", printed="x", row_no=9, topic=Topic.HEADLINE_INDICATOR, text="Частка"
    )
    (found,) = rows_of([plan, said])
    assert (found["name"], found["fiscal_year"], found["status"]) == ("Частка", None, "no_target")


def test_original_and_revised_target(plan: Document, report: Document, act: Act) -> None:
    """4 was approved, 8 is in force: 4 is all of the one and half of the other. A draft of 100 does not count."""
    later = act("later", "2022-05-01")
    draft = act("draft", None, status=DocumentStatus.DRAFT, endorsed_on=date(2022, 9, 1))
    (found,) = rows_of(
        [
            plan,
            report,
            later,
            draft,
            meant("higher"),
            value("target", 4),
            value("target", 8, "later"),
            value("target", 100, "draft"),
            value("baseline", 2, fiscal_year=None),
            value("baseline", 50, "draft", fiscal_year=None),
            value("actual", 4, "report"),
        ]
    )
    assert (found["original_target"], found["target"], found["target_document_id"]) == (4, 8, "later")
    assert (found["attainment_original"], found["attainment"], found["status"]) == (1.0, 0.5, "partly")
    assert found["baseline"] == 2


def test_years_add_up_until_one_is_missing(plan: Document, report: Document) -> None:
    """4 + 4 + 3 = 11 is asked for; 2 + 3 = 5 of 8 was built; nothing is known of the third year, so no sum is told."""
    rows: list[Contract] = [plan, report, meant("higher", adds_up=True)]
    rows += [value("target", target, fiscal_year=year) for year, target in ((2022, 4), (2023, 4), (2024, 3))]
    rows += [value("actual", actual, "report", fiscal_year=year) for year, actual in ((2022, 2), (2023, 3))]
    found = rows_of(rows)
    assert [row["cumulative_target"] for row in found] == [4, 8, 11]
    assert [row["cumulative_actual"] for row in found] == [2, 5, None]


def test_a_year_without_a_row_breaks_the_sum(plan: Document, report: Document) -> None:
    """4 in 2022 and 3 in 2024, and no row of 2023: what was asked for since the start is known for 2022 alone; so is
    what was built."""
    rows: list[Contract] = [plan, report, meant("higher", adds_up=True)]
    rows += [value("target", target, fiscal_year=year) for year, target in ((2022, 4), (2024, 3))]
    rows += [value("actual", actual, "report", fiscal_year=year) for year, actual in ((2022, 2), (2024, 3))]
    found = rows_of(rows)
    assert [(row["cumulative_target"], row["cumulative_actual"]) for row in found] == [(4, 2), (None, None)]
    assert [row["cumulative_share"] for row in found] == [0.5, None]


def test_years_outside_the_targets_do_not_count(plan: Document, report: Document) -> None:
    """4 + 4 = 8 is asked for in 2022 and 2023; of it 2 + 3 = 5 was built. What was built in 2021 and 2024 was not asked
    for: before the first target there is no sum, and after the last one it stays."""
    rows: list[Contract] = [plan, report, meant("higher", adds_up=True)]
    rows += [value("target", 4, fiscal_year=year) for year in (2022, 2023)]
    built = ((2021, 9), (2022, 2), (2023, 3), (2024, 7))
    rows += [value("actual", actual, "report", fiscal_year=year) for year, actual in built]
    found = rows_of(rows)
    assert [row["cumulative_target"] for row in found] == [None, 4, 8, 8]
    assert [row["cumulative_actual"] for row in found] == [None, 2, 5, 5]


def test_the_whole_programme_is_its_own_sum(plan: Document, report: Document) -> None:
    """A target of 8 without a year and 4 built: half since the start."""
    rows = [plan, report, meant("higher", adds_up=True), value("target", 8, fiscal_year=None)]
    (found,) = rows_of([*rows, value("actual", 4, "report", fiscal_year=None)])
    assert (found["cumulative_target"], found["cumulative_actual"], found["cumulative_share"]) == (8, 4, 0.5)


@pytest.mark.parametrize("adds_up", [False, None])
def test_years_that_do_not_add_up(plan: Document, adds_up: bool | None) -> None:
    """Shares of two years are not added, nor what nobody knows to add up."""
    rows: list[Contract] = [plan, meant("higher", adds_up)]
    rows += [value("target", 50, fiscal_year=year) for year in (2022, 2023)]
    assert [row["cumulative_target"] for row in rows_of(rows)] == [None, None]


def test_the_figure_of_both_funds_counts(plan: Document) -> None:
    """A form with general 3, special 1 and total 4 has one target; one without a total has one for each fund."""
    funds = [value("target", 3, fund=Fund.GENERAL), value("target", 1, fund=Fund.SPECIAL)]
    (found,) = rows_of([plan, meant("higher"), *funds, value("target", 4, fund=Fund.TOTAL)])
    assert (found["fund"], found["target"]) == (None, 4)
    assert [(row["fund"], row["target"]) for row in rows_of([plan, meant("higher"), *funds])] == [
        ("general", 3),
        ("special", 1),
    ]


def test_of_actual_values_that_disagree_the_newest_counts(plan: Document, report: Document, act: Act) -> None:
    """The report of February says 2, the workbook of March 3: 3 counts, and that they disagree is told."""
    workbook = act("book", "2023-03-01", kind=DocumentKind.ACTUALS)
    rows = [plan, report, workbook, meant("higher"), value("target", 4), value("actual", 2, "report")]
    (found,) = rows_of([*rows, value("actual", 3, "book", as_of=date(2022, 12, 31), info_source="сайт")])
    assert (found["actual"], found["actual_document_id"], found["actuals_disagree"]) == (3, "book", True)
    assert (found["as_of"], found["info_source"]) == (date(2022, 12, 31), "сайт")
    (found,) = rows_of([*rows, value("actual", 2, "book")])
    assert not found["actuals_disagree"]


def test_a_workbook_without_a_date_has_the_days_of_its_values(plan: Document, report: Document, act: Act) -> None:
    """A value of 5 March 2023 is newer than the report of February; one of 31 December 2022 is not."""
    rows = [plan, report, act("book", None, kind=DocumentKind.ACTUALS), meant("higher"), value("target", 4)]
    rows.append(value("actual", 2, "report"))
    (found,) = rows_of([*rows, value("actual", 3, "book", as_of=date(2023, 3, 5))])
    assert found["actual"] == 3
    (found,) = rows_of([*rows, value("actual", 3, "book", as_of=date(2022, 12, 31))])
    assert found["actual"] == 2


def test_what_was_entered_counts_first_and_the_last_of_it(plan: Document, report: Document) -> None:
    """Entered 1, then 4, for the same year, and 7 for another: 4 counts, whatever the report says."""
    rows = [plan, report, meant("higher"), value("target", 4), value("actual", 2, "report")]
    entered = ", ".join(
        f"{{'indicator_id': 'plan/1', 'fiscal_year': {year}, 'fund': NULL, 'value': {figure}, 'text': NULL, "
        f"'as_of': NULL, 'info_source': 'журнал', 'locator': '{number}'}}"
        for number, (year, figure) in enumerate(((2022, 1), (2023, 7), (2022, 4)))
    )
    found = rows_of(rows, f"[{entered}]")
    assert [(row["fiscal_year"], row["actual"], row["status"]) for row in found] == [
        (2022, 4, "met"),
        (2023, 7, "no_target"),
    ]
    assert (found[0]["actual_locator"], found[0]["actual_document_id"]) == ("2", None)
    assert found[0]["actuals_disagree"]


def test_the_same_indicator_in_passports_of_two_years(plan: Document, act: Act) -> None:
    """One indicator with a target of each year, though its name differs in a space and a mark."""
    other = act("next", "2023-01-01", kind=DocumentKind.PASSPORT)
    rows = [plan, other, meant("higher"), value("target", 4)]
    found = rows_of([*rows, value("target", 5, "next", fiscal_year=2023, name="Послуги,  ", row_no=8)])
    assert [(row["indicator_id"], row["fiscal_year"], row["target"]) for row in found] == [
        ("plan/1", 2022, 4),
        ("plan/1", 2023, 5),
    ]


def test_a_torn_group_is_not_linked_by_order(plan: Document) -> None:
    """Two directions and two outputs, one of them above the inputs: without a reviewed place nothing is linked."""
    lines = [
        Allocation(
            document_id="plan",
            locator=f"рядок {row}, графа 3",
            printed="5",
            row_no=row,
            section=Section.POINT_9,
            line_code=str(row),
            level=Level.SPENDING_DIRECTION,
            name=f"Напрям {row}",
            fiscal_year=2022,
            fund=Fund.GENERAL,
            basis=Basis.RESTATED,
            amount=Decimal(5),
            is_total=False,
        )
        for row in (1, 2)
    ]
    torn = [value("target", 1, row_no=11, name="Б")]
    torn += [value("target", 5, row_no=row, name=f"В{row}", group=IndicatorGroup.INPUT) for row in (12, 13)]
    torn += [value("target", 1, row_no=14, name="А")]
    query = "SELECT row_no, line_code FROM indicator_line WHERE \"group\" = 'output' ORDER BY row_no"
    with warehouse.in_memory([plan, *lines, *torn]) as connection:
        assert connection.execute(query).fetchall() == []
    placed = meant("higher", row=11).model_copy(update={"place": 2})
    with warehouse.in_memory([plan, *lines, *torn, placed]) as connection:
        assert connection.execute(query).fetchall() == [(11, "2"), (14, "1")]
