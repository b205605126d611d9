"""Every check on a small warehouse: a planted error is found exactly, and its right copy is no finding."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pytest

from data import judge
from data.contracts import (
    Allocation,
    Basis,
    Contract,
    Document,
    DocumentKind,
    DocumentStatus,
    Execution,
    Fund,
    IndicatorGroup,
    IndicatorKind,
    IndicatorValue,
    Level,
    Population,
    PopulationKind,
    Repair,
    Section,
    SourceRow,
    Statement,
    Topic,
    Unread,
    UnreadReason,
)

Act = Callable[..., Document]
Line = Callable[..., Allocation]


TRIED: set[str] = set()
"""The rules that found something wrong where a test asked for them."""


def found(rows: Iterable[Contract], *rules: str) -> list[Any]:
    """The findings of these rules in rows that are in no warehouse."""
    findings = [finding for finding in judge.findings_in(rows) if finding.rule in rules]
    TRIED.update(finding.rule for finding in findings if finding.severity != "verified")
    return findings


def broken(rows: Iterable[Contract], *rules: str) -> list[Any]:
    return [finding for finding in found(rows, *rules) if finding.severity != "verified"]


def figures(finding: Any) -> tuple[Any, ...]:
    """Scope, year, fund, printed and computed figure."""
    return finding.scope, finding.fiscal_year, finding.fund, finding.printed, finding.computed


def cells(finding: Any) -> list[tuple[str, str, Decimal | None]]:
    """Role, place and value of each cell."""
    return [(cell.role, cell.locator, cell.value) for cell in finding.cells]


@pytest.fixture
def base(act: Act) -> Document:
    return act("a", "2021-02-01", kind=DocumentKind.PROGRAMME)


def in_row(line: Line, row: int, code: str | None, **amounts: Any) -> list[Allocation]:
    """A printed row of act `a`: keys such as general_2021, special_2021, total_2021, total (all years)."""
    extra = {key: amounts.pop(key) for key in list(amounts) if key in Allocation.model_fields and key != "total"}
    made = []
    for place, (key, amount) in enumerate(amounts.items(), start=4):
        fund, _, year = key.partition("_")
        own = {
            "row_no": row,
            "locator": f"рядок {row}, графа {place}",
            "fund": Fund(fund),
            "fiscal_year": int(year) if year else None,
            "is_total": fund == "total",
        }
        made.append(line("a", code, amount, **(own | extra)))
    return made


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


def test_line_without_a_printed_sum_of_all_years_counts_by_its_years(base: Document, line: Line) -> None:
    """A part that prints no total of all years has that of its years: 3 + 4, and the unit's 7 holds."""
    rows = [
        *in_row(line, 1, None, total_2021=3, total_2022=4, total=7, level=Level.SPENDING_UNIT, name="Відділ освіти"),
        *in_row(line, 2, "1.1", general_2021=3, general_2022=4),
    ]
    assert {finding.severity for finding in found([base, *rows], "lines_of_unit")} == {"verified"}


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


@pytest.mark.parametrize(
    ("text", "total", "kind", "severity"),
    [
        ("0,3", "300", "rounding", "notice"),  # 250 rounded half up to 0,3 thousand
        ("0,2", "200", "rounding", "notice"),  # cut off
        ("0,4", "400", "document", "error"),
        ("0,25", "250", "document", "verified"),
    ],
)
def test_rounding(base: Document, line: Line, text: str, total: str, kind: str, severity: str) -> None:
    """Lines of 100 and 150 UAH under a total in thousands: what rounding or cutting off explains is told apart."""
    rows = in_row(line, 7, "1.1", general_2021=100, special_2021=150, total_2021=total)
    rows[2] = rows[2].model_copy(update={"printed": text})
    (finding,) = found([base, *rows], "row_funds")
    assert (finding.finding_class, finding.severity) == (kind, severity)


def printed_row(row: int, table_no: int) -> SourceRow:
    places = tuple(f"рядок {row}, графа {place}" for place in range(1, 10))
    return SourceRow(
        document_id="a",
        row_no=row,
        table_no=table_no,
        table_kind="measures",
        role="data",
        locator=f"рядок {row}",
        cells=("",) * 9,
        locators=places,
    )


@pytest.mark.parametrize(("table_no", "kind"), [(1, "reading"), (2, "document")])
def test_what_is_unread_makes_a_difference_ours(base: Document, line: Line, table_no: int, kind: str) -> None:
    """Something unread in the same table may explain a difference; in another table it cannot."""
    rows = in_row(line, 7, "1.1", general_2021=5, special_2021=6, total_2021=12)
    left_out = Unread(document_id="a", locator="рядок 9, графа 4", text="1O", reason=UnreadReason.NOT_A_NUMBER)
    (finding,) = broken([base, *rows, printed_row(7, 1), printed_row(9, table_no), left_out], "row_funds")
    assert finding.finding_class == kind


def test_a_repaired_row_makes_a_difference_ours(base: Document, line: Line) -> None:
    """Digits that were repaired in the row may be what is wrong."""
    rows = in_row(line, 7, "1.1", general_2021=5, special_2021=6, total_2021=12)
    repair = Repair(
        document_id="a", locator="рядок 7, графа 4", printed="S", row_no=7, repaired="5", rule="digits", confidence=0.9
    )
    (finding,) = broken([base, *rows, printed_row(7, 1), repair], "row_funds")
    assert finding.finding_class == "reading"


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


def test_an_amendment_may_skip_numbers(base: Document, line: Line) -> None:
    """Deltas print only what they change."""
    assert not found([base, *numbered(line, ["3.2", "10.4"], Basis.DELTA)], "numbering_gap")


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


def test_programmes_of_point_10(base: Document, printed_total: Line) -> None:
    """Programmes of 60 and 30, one with a number, under a total of 100."""
    ten = {"section": Section.POINT_10}
    rows = [
        printed_total("a", amount, **ten, level=Level.MEASURE).model_copy(update={"line_code": code})
        for code, amount in (("1", 60), (None, 30))
    ]
    (finding,) = broken([base, *rows, printed_total("a", 100, **ten)], "point_10_programmes")
    assert (finding.printed, finding.computed) == (Decimal(100), Decimal(90))


# Amendments: the programme of January, a decision nobody has, and the deltas of an act.


@pytest.fixture
def chain(act: Act, programme: Contract, base: Document, line: Line) -> Callable[..., list[Contract]]:
    """The plan of act `a` (1.1 with 20 in the general fund), an act nobody has, and act `b` with one delta."""

    def made(code: str, amount: int, *, printed: str | None = None, missing: bool = True) -> list[Contract]:
        delta = line("b", code, amount, basis=Basis.DELTA, printed=printed or f"{amount:+d}", name=f"Захід {code}")
        other = line("b", "9.9", 1, basis=Basis.DELTA, printed="+1")
        rows = [programme, base, act("b", "2021-11-01"), line("a", "1.1", 20), line("a", "9.9", 5), delta, other]
        return [*rows, act("gone", "2021-06-01", status=DocumentStatus.MISSING)] if missing else rows

    return made


def test_a_decrease_larger_than_the_line(chain: Callable[..., list[Contract]]) -> None:
    """The plan holds 20: a decrease of 25 is larger, one of 20 is not."""
    (finding,) = broken(chain("1.1", -25), "delta_beyond_line")
    assert (finding.printed, finding.computed, finding.difference) == (Decimal(-25), Decimal(-20), Decimal(-5))
    assert [(cell.document_id, cell.value) for cell in finding.cells] == [("b", Decimal(-25)), ("a", Decimal(20))]
    assert (finding.finding_class, finding.severity) == ("cross_document", "error")
    assert [row.severity for row in found(chain("1.1", -20), "delta_beyond_line")] == ["verified"]


@pytest.mark.parametrize(("amount", "severity"), [(7, "notice"), (-7, "warning")])
@pytest.mark.parametrize("missing", [True, False])
def test_a_delta_on_a_line_that_no_plan_holds(
    chain: Callable[..., list[Contract]], amount: int, severity: str, missing: bool
) -> None:
    """A new line is a note, a decrease of a line that is not there doubtful; a missing act is named."""
    (finding,) = broken(chain("1.2", amount, missing=missing), "delta_without_base")
    assert (finding.scope, finding.severity) == ("1.2 Захід 1.2", severity)
    assert finding.missing_act == ("gone" if missing else None)
    assert not broken(chain("1.1", amount), "delta_without_base")


def test_a_delta_without_a_sign(chain: Callable[..., list[Contract]]) -> None:
    """4 among deltas that carry a sign is doubtful; +4 is not."""
    (finding,) = broken(chain("1.1", 4, printed="4,0"), "delta_without_sign")
    assert (finding.scope, len(finding.cells), finding.severity) == ("1.1 Захід 1.1", 1, "warning")
    assert not broken(chain("1.1", 4), "delta_without_sign")


@pytest.mark.parametrize(("quoted", "severity"), [(20, "verified"), (25, "error")])
def test_the_plan_that_an_amendment_quotes(
    act: Act, programme: Contract, base: Document, line: Line, quoted: int, severity: str
) -> None:
    """The current block of a comparison against the edition before it."""
    rows = [
        programme,
        base,
        act("b", "2021-11-01"),
        line("a", "1.1", 20),
        line("b", "1.1", quoted, basis=Basis.CURRENT),
    ]
    (finding,) = found([*rows, line("b", "1.1", 30)], "base_of_amendment")
    assert (finding.severity, finding.printed, finding.computed) == (severity, Decimal(quoted), Decimal(20))
    assert [cell.document_id for cell in finding.cells] == ["b", "a"]


# Indicators, population, Treasury.


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


@pytest.mark.parametrize(("value", "severity"), [(100, "verified"), (0, "verified"), ("100.01", "warning")])
def test_shares(base: Document, value: Any, severity: str) -> None:
    """A share lies within 0 and 100."""
    (finding,) = found([base, indicator(1, IndicatorGroup.QUALITY, value, unit="відс.")], "share_range")
    assert (finding.severity, finding.printed) == (severity, Decimal(str(value)))


def test_jump(base: Document) -> None:
    """50, 50, 500: the last is flagged, with the one before it."""
    rows = [indicator(1, None, value, fiscal_year=year) for year, value in ((2022, 50), (2023, 50), (2024, 500))]
    (finding,) = broken([base, *rows], "indicator_jump")
    assert [(cell.label, cell.value) for cell in finding.cells] == [("2024", Decimal(500)), ("2023", Decimal(50))]
    assert len(found([base, *rows], "indicator_jump")) == 2


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


def people(year: int, persons: int, age: int | None = 15, **changed: Any) -> Population:
    observed = PopulationKind.OBSERVED if year < 2021 else PopulationKind.PUBLISHED_PROJECTION
    fields: dict[str, Any] = {
        "document_id": "a",
        "locator": f"рядок 339, число {year}",
        "printed": str(persons),
        "row_no": 339,
        "territory": "м. Житомир",
        "age_from": age,
        "year": year,
        "persons": persons,
        "kind": observed,
    }
    return Population(**(fields | changed))


OBSERVED = [people(2017, 254157), people(2018, 253066), people(2019, 250657), people(2020, 249155)]


@pytest.mark.parametrize(
    ("persons", "severity", "kind"),
    [
        (245664, "verified", "document"),  # 245 663.5 half up
        (245663, "notice", "rounding"),  # cut off
        (245666, "error", "document"),
    ],
)
def test_published_projection(base: Document, persons: int, severity: str, kind: str) -> None:
    """Slope -1741.5, intercept 256112.5 at 2016: 2022 gives 245 663.5."""
    rows = [base, *OBSERVED, people(2022, persons)]
    method = said(Topic.EXPLANATION, "Розрахунок за методом апроксимації")
    (finding,) = found([*rows, method], "population_projection")
    assert (finding.severity, finding.printed, finding.computed) == (severity, persons, 245664)
    assert finding.finding_class == kind
    assert found(rows, "population_projection") == []  # a document may project by another method


@pytest.mark.parametrize(("aged", "severity"), [(85, "verified"), (94, "warning"), (101, "error")])
def test_people_of_an_age(base: Document, aged: int, severity: str) -> None:
    """Those of 15 and over beside the whole city of 100."""
    rows = [people(2022, aged), people(2022, 100, None, locator="рядок 340, число 1")]
    (finding,) = found([base, *rows], "age_group_share")
    assert (finding.severity, list(finding.locators)) == (severity, ["рядок 339, число 2022", "рядок 340, число 1"])


def said(topic: Topic, text: str, document_id: str = "a") -> Statement:
    return Statement(
        document_id=document_id, locator=f"рядок {90 + len(text)}", printed=text, row_no=90, topic=topic, text=text
    )


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


def test_treasury_without_an_empty_fund(data: Document) -> None:
    """The Treasury prints no row for an empty special fund: 200 over 100 fails all the same."""
    rows = [treasury(2, Fund.GENERAL, "2240", 100), treasury(3, Fund.TOTAL, "2240", 200)]
    (finding,) = broken([data, *rows], "treasury_funds")
    assert (finding.printed, finding.computed) == (Decimal(200), Decimal(100))


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


# A report on execution: directions 1 and 2 of 60 and 40, and their total.


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


# Sums where something is not told, and years that one side leaves blank.


def test_a_year_that_only_one_side_prints(base: Document, line: Line) -> None:
    """The unit prints 5 for 2022 and its line nothing, and the other way round: both are said."""
    unit = in_row(line, 1, None, total_2021=10, total_2022=5, level=Level.SPENDING_UNIT, name="Відділ освіти")
    (finding,) = broken([base, *unit, *in_row(line, 2, "1.1", general_2021=10)], "lines_of_unit")
    assert (finding.fiscal_year, finding.printed, finding.computed) == (2022, Decimal(5), Decimal(0))
    unit = in_row(line, 1, None, total_2021=10, level=Level.SPENDING_UNIT, name="Відділ освіти")
    (finding,) = broken([base, *unit, *in_row(line, 2, "1.1", general_2021=10, general_2022=5)], "lines_of_unit")
    assert (finding.fiscal_year, finding.printed, finding.computed) == (2022, None, Decimal(5))


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


def test_parts_that_were_rounded(act: Act, line: Line) -> None:
    """33,3 three times under 100,0 thousand is rounding; three times under 100,2 is not, nor is a hryvnia."""

    def plan(total: str, unit: str, part: str) -> list[Contract]:
        rows: list[Contract] = [act("a", "2021-02-01", kind=DocumentKind.PROGRAMME, amount_unit=unit)]
        size = 1000 if unit == "thousand UAH" else 1
        for row, code, level, printed in (
            (1, None, Level.SPENDING_UNIT, total),
            (2, "1", Level.MEASURE, part),
            (3, "2", Level.MEASURE, part),
            (4, "3", Level.MEASURE, part),
        ):
            amount = Decimal(printed) * size
            rows += [
                entry.model_copy(update={"printed": printed})
                for entry in in_row(line, row, code, total_2021=amount, level=level, is_total=code is None)
            ]
        return rows

    (finding,) = broken(plan("100.0", "thousand UAH", "33.3"), "lines_of_unit")
    assert (finding.finding_class, finding.severity) == ("rounding", "notice")
    (finding,) = broken(plan("100.2", "thousand UAH", "33.3"), "lines_of_unit")
    assert (finding.finding_class, finding.severity) == ("document", "error")
    (finding,) = broken(plan("100", "UAH", "33"), "lines_of_unit")
    assert (finding.finding_class, finding.severity) == ("document", "error")


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


# Numbers, shares, efficiencies.


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


def test_a_jump_from_the_baseline(base: Document) -> None:
    """50 before the programme and 500 in its first year."""
    before = indicator(5, None, 50, kind=IndicatorKind.BASELINE, fiscal_year=None, locator="рядок 5, графа 4")
    (finding,) = broken([base, before, indicator(5, None, 500)], "indicator_jump")
    assert [cell.label for cell in finding.cells] == ["2022", "baseline"]


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


def test_decreases_of_one_line_together(act: Act, line: Line) -> None:
    """Twice 15 from a line of 20 is more than it holds, and a change without a number is found by its name."""
    plan = act("a", "2021-01-10", kind=DocumentKind.PROGRAMME)
    change = act("b", "2021-05-10", kind=DocumentKind.AMENDMENT, amends="a")
    held = line("a", "1.1", 20, name="Принтер", row_no=1, locator="рядок 1, графа 4")
    falls = [
        line("b", code, -15, name="Принтер", basis=Basis.DELTA, row_no=row, locator=f"рядок {row}, графа 4")
        for row, code in ((11, "1.1"), (12, None))
    ]
    (finding,) = broken([plan, change, held, *falls], "delta_beyond_line")
    assert (finding.printed, finding.computed) == (Decimal(-30), Decimal(-20))
    assert [cell.locator for cell in finding.cells] == ["рядок 11, графа 4", "рядок 12, графа 4", "рядок 1, графа 4"]


def test_the_same_lines_alone_are_named(base: Document, line: Line) -> None:
    """Of three lines of one name those of 5 are the same; the third, of 7, is another one."""
    rows = [
        entry
        for row, amount in ((2, 5), (3, 5), (4, 7))
        for entry in in_row(line, row, f"1.{row}", general_2021=amount, name="Принтер")
    ]
    (finding,) = broken([base, *rows], "line_repeated")
    assert [cell.label for cell in finding.cells] == ["1.2", "1.3"]


def test_budgets_of_lines_with_one_name(base: Document, line: Line) -> None:
    """60 = 45 + 15 and 50 = 30 + 20: each budget belongs to the line above it, not to the other of that name."""
    rows = [
        entry
        for row, source, amount in ((1, None, 60), (2, "місто", 45), (3, "область", 15), (4, None, 50),
                                    (5, "місто", 30), (6, "область", 20))
        for entry in in_row(line, row, None, name="Сервер", total_2021=amount, funding_source=source)
    ]  # fmt: skip
    assert [finding.severity for finding in found([base, *rows], "funding_sources")] == ["verified", "verified"]


def test_every_check_is_tried(request: pytest.FixtureRequest) -> None:
    """The last test of this file: each check has found an error that a test above planted for it."""
    written = {name for name in globals() if name.startswith("test_")}
    run = {item.name.partition("[")[0] for item in request.session.items if item.path == request.path}
    if run != written:
        pytest.skip("tells something only where all tests of this file are run")
    assert {path.stem for path in judge.CHECKS.glob("*.sql")} - TRIED == set()
