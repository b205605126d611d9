"""The plan after each act, line by line, by year and fund: on chains of acts made by hand."""

from data.contracts import Basis, DocumentKind, DocumentStatus, Fund, Section
from tests.data.chains import Act, Line, WarehouseOf, compared, delta, plan, rows


def test_changes_and_plans_printed_anew(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """100, +5, then 200 anew, then -20 and a new line of 3: 105 counts no longer once the plan is printed anew."""
    connection = warehouse_of(
        [
            *(act(name, f"2021-0{month}-01") for month, name in enumerate("abcd", start=1)),
            line("a", "1.1", 100),
            delta(line, "b", "1.1", 5),
            line("c", "1.1", 200),
            delta(line, "d", "1.1", -20),
            delta(line, "d", "1.2", 3),
        ]
    )
    assert plan(connection, "b") == [("1.1", 2021, 105)]
    assert plan(connection, "c") == [("1.1", 2021, 200)]
    assert plan(connection, "d") == [("1.1", 2021, 180), ("1.2", 2021, 3)]
    assert rows(
        connection,
        "SELECT cell.document_id, cell.basis, cell.value FROM plan_editions, unnest(cells) AS part(cell) "
        "WHERE edition = 'd' AND line_code = '1.1'",
    ) == [("c", "restated", 200), ("d", "delta", -20)]


def test_comparison_leaves_what_it_does_not_print(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Of 1.1 it changes 2021 only, 1.2 becomes blank and is dropped, 1.4 was blank and is new, 1.3 is not printed."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100, row_no=1),
            line("a", "1.1", 60, fiscal_year=2022, row_no=1),
            line("a", "1.2", 20),
            line("a", "1.3", 7),
            *compared(line, "b", 50, "1.1", {2021: 100}, {2021: 130}),
            *compared(line, "b", 51, "1.2", {2021: 20}, {2021: None}),
            *compared(line, "b", 52, "1.4", {}, {2021: 15}),
        ]
    )
    assert plan(connection, "b") == [("1.1", 2021, 130), ("1.1", 2022, 60), ("1.3", 2021, 7), ("1.4", 2021, 15)]


def test_comparison_after_changes(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A comparison takes the place of the line and of its changes up to then; a later change adds to it."""
    connection = warehouse_of(
        [
            *(act(name, f"2021-0{month}-01") for month, name in enumerate("abcd", start=1)),
            line("a", "1.1", 100),
            delta(line, "b", "1.1", -30),
            *compared(line, "c", 50, "1.1", {2021: 70}, {2021: 90}),
            delta(line, "d", "1.1", 4),
        ]
    )
    assert [plan(connection, act)[0][-1] for act in "abcd"] == [100, 70, 90, 94]


def test_comparison_without_a_plan_before(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """The first act at hand, or one after changes of a plan that nobody has: what it proposes is the plan known."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            delta(line, "a", "1.1", 5),
            *compared(line, "b", 50, "1.1", {2021: 100}, {2021: 130}),
        ]
    )
    assert rows(connection, "SELECT edition, restates, base_edition FROM edition ORDER BY act_no") == [
        ("a", False, None),
        ("b", True, None),
    ]
    assert plan(connection, "a") == []
    assert plan(connection, "b") == [("1.1", 2021, 130)]


def test_a_plan_and_its_changes_in_one_act(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An act that prints the change and the plan after it counts the plan: the change is in it already."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            delta(line, "b", "1.1", 20, row_no=50),
            line("b", "1.1", 120, row_no=50),
        ]
    )
    assert plan(connection, "b") == [("1.1", 2021, 120)]


def test_printed_resources_are_no_plan(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An amendment that restates the programme's resources or a total, and changes lines, still only changes them."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            line("a", "1.2", 30),
            delta(line, "b", "1.1", 20),
            line("b", None, 150, section=Section.RESOURCES),
            line("b", None, 150, is_total=True, fund=Fund.TOTAL),
        ]
    )
    assert plan(connection, "b") == [("1.1", 2021, 120), ("1.2", 2021, 30)]


def test_two_acts_on_one_day(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """№ 9 comes before № 10 and № 9-2 before № 9-10; № 10 prints the plan anew, so the change of № 9 is past."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("x", "2021-03-01", number="10"),
            act("y", "2021-03-01", number="9"),
            act("z", "2021-03-02", number="9-10/2021"),
            act("w", "2021-03-02", number="9-2/2021"),
            line("a", "1.1", 100),
            delta(line, "y", "1.1", 5),
            line("x", "1.1", 200),
        ]
    )
    assert rows(connection, "SELECT edition FROM edition ORDER BY act_no") == [("a",), ("y",), ("x",), ("w",), ("z",)]
    assert plan(connection, "y") == [("1.1", 2021, 105)]
    assert plan(connection, "x") == [("1.1", 2021, 200)]


def test_draft(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A draft has an edition of its own, on the plan in force; the act after it does not build on it."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01", status=DocumentStatus.DRAFT),
            act("c", "2021-04-01"),
            line("a", "1.1", 100),
            *compared(line, "b", 50, "1.1", {2021: 100}, {2021: 10}),
            delta(line, "c", "1.1", 5),
        ]
    )
    assert rows(connection, "SELECT edition, base_edition FROM edition ORDER BY act_no") == [
        ("a", None),
        ("b", "a"),
        ("c", "a"),
    ]
    assert rows(connection, "SELECT edition, status, amount FROM plan_editions ORDER BY act_no") == [
        ("a", "adopted", 100),
        ("b", "draft", 10),
        ("c", "adopted", 105),
    ]


def test_line_that_only_a_missing_act_can_have_added(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Its base stays unknown through later changes, and for its later years; a plan printed anew ends that."""
    connection = warehouse_of(
        [
            act("a", "2021-01-01"),
            act("gone", "2021-02-01", status=DocumentStatus.MISSING),
            act("c", "2021-03-01"),
            act("d", "2021-04-01"),
            act("e", "2021-05-01"),
            line("a", "1.1", 100),
            delta(line, "c", "1.1", -10),
            delta(line, "c", "1.2", 5),
            delta(line, "d", "1.2", 2),
            delta(line, "d", "1.2", 1, fiscal_year=2022),
            line("e", "1.2", 40),
        ]
    )
    assert plan(connection, "c") == [("1.1", 2021, 90), ("1.2", 2021, None)]
    assert plan(connection, "d") == [("1.1", 2021, 90), ("1.2", 2021, None), ("1.2", 2022, None)]
    assert plan(connection, "e") == [("1.2", 2021, 40)]
    assert rows(
        connection,
        "SELECT edition, amount FROM plan_editions WHERE base_unknown AND fiscal_year = 2021 ORDER BY act_no",
    ) == [("c", 5), ("d", 7)]


def test_missing_act_before_the_act_before(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An act between that only changes other lines tells nothing of a line that the missing act may have added."""
    connection = warehouse_of(
        [
            act("a", "2021-01-01"),
            act("gone", "2021-02-01", status=DocumentStatus.MISSING),
            act("c", "2021-03-01"),
            act("d", "2021-04-01"),
            line("a", "1.1", 100),
            delta(line, "c", "1.1", -10),
            delta(line, "d", "1.2", 5),
        ]
    )
    assert plan(connection, "d") == [("1.1", 2021, 90), ("1.2", 2021, None)]
    assert rows(connection, "SELECT edition, base_edition, missing_act FROM edition ORDER BY act_no") == [
        ("a", None, None),
        ("gone", "a", None),
        ("c", "a", "gone"),
        ("d", "c", "gone"),
    ]


def test_plan_printed_anew_closes_the_gap(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """After it nothing of the missing act matters: a line that a change adds is new."""
    connection = warehouse_of(
        [
            act("a", "2021-01-01"),
            act("gone", "2021-02-01", status=DocumentStatus.MISSING),
            act("c", "2021-03-01"),
            act("d", "2021-04-01"),
            line("a", "1.1", 100),
            line("c", "1.1", 90),
            delta(line, "d", "1.2", 5),
        ]
    )
    assert plan(connection, "d") == [("1.1", 2021, 90), ("1.2", 2021, 5)]


def test_comparison_ends_the_doubt_of_its_years_only(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A comparison that prints 2021 of a line tells its plan of 2021; that of 2022 stays unknown."""
    connection = warehouse_of(
        [
            act("a", "2021-01-01"),
            act("gone", "2021-02-01", status=DocumentStatus.MISSING),
            act("c", "2021-03-01"),
            act("d", "2021-04-01"),
            line("a", "1.1", 100),
            delta(line, "c", "1.2", 5, row_no=30),
            delta(line, "c", "1.2", 6, row_no=30, fiscal_year=2022),
            *compared(line, "d", 50, "1.2", {2021: 25}, {2021: 45}),
        ]
    )
    assert plan(connection, "d") == [("1.1", 2021, 100), ("1.2", 2021, 45), ("1.2", 2022, None)]


def test_known_line_in_another_year(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A line that the plan prints has a known base in every year, though an act is missing: nothing is 0 there."""
    connection = warehouse_of(
        [
            act("a", "2021-01-01"),
            act("gone", "2021-02-01", status=DocumentStatus.MISSING),
            act("c", "2021-03-01"),
            line("a", "1.1", 100),
            delta(line, "c", "1.1", 5, fiscal_year=2022),
        ]
    )
    assert plan(connection, "c") == [("1.1", 2021, 100), ("1.1", 2022, 5)]


def test_words_and_changes(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A change of words gives no amount: only the change is known."""
    connection = warehouse_of(
        [
            act("a", "2021-01-01"),
            act("b", "2021-02-01"),
            line("a", "1.1", None, funding_note="В межах фінансування"),
            delta(line, "b", "1.1", 5),
        ]
    )
    assert rows(
        connection, "SELECT edition, amount, funding_note, base_unknown FROM plan_editions ORDER BY act_no"
    ) == [
        ("a", None, "В межах фінансування", False),
        ("b", 5, "В межах фінансування", True),
    ]


def test_changes_without_any_plan(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Where the programme itself is missing, no act that only changes it has a plan or is the base of another."""
    connection = warehouse_of(
        [
            act("gone", "2021-01-01", kind=DocumentKind.PROGRAMME, status=DocumentStatus.MISSING),
            act("b", "2021-02-01"),
            act("c", "2021-03-01"),
            delta(line, "b", "1.1", 5),
            delta(line, "c", "1.1", -7),
        ],
        checked=True,
    )
    assert rows(connection, "SELECT edition, base_edition FROM edition ORDER BY act_no") == [
        ("gone", None),
        ("b", None),
        ("c", None),
    ]
    assert rows(connection, "SELECT count(*) FROM plan_editions") == [(0,)]
    assert rows(connection, "SELECT rule FROM findings WHERE severity <> 'verified'") == []


def test_missing_document_that_is_no_act(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A passport that nobody has is no gap in the chain of acts."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("gone", "2021-01-01", kind=DocumentKind.PASSPORT, status=DocumentStatus.MISSING),
            line("a", "1.1", 100),
        ]
    )
    assert rows(connection, "SELECT edition, after_missing FROM edition") == [("a", False)]


def test_current_block_alone_is_no_plan(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A line that stands in the current block and not in the proposed one, printed below it, is dropped."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            line("a", "1.2", 30),
            line("b", "1.1", 100, basis=Basis.CURRENT),
            line("b", "1.2", 30, basis=Basis.CURRENT),
            line("b", "1.1", 110),
        ]
    )
    assert plan(connection, "b") == [("1.1", 2021, 110)]
