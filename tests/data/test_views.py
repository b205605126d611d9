"""The chain of acts, the plan after each, and the checks: on small warehouses made by hand, and on the real one."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from data import classification, warehouse
from data.contracts import (
    Allocation,
    Basis,
    Correction,
    Document,
    DocumentKind,
    DocumentStatus,
    Fund,
    Level,
    LineClass,
    Programme,
    Section,
    Unread,
    UnreadReason,
)
from tests.data.chains import compared

Act = Callable[..., Document]
Line = Callable[..., Allocation]
WarehouseOf = Callable[..., duckdb.DuckDBPyConnection]

DECISION, MISSING, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-2722", "kropyvnytskyi-draft-698"


@pytest.fixture(scope="module")
def real(warehouse_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with warehouse.connect(warehouse_path) as connection:
        yield connection


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return connection.cursor().execute(query).fetchall()


def plan(connection: duckdb.DuckDBPyConnection) -> dict[str, Decimal]:
    """Edition -> the sum of its lines."""
    found = connection.execute("SELECT edition, sum(amount) FROM edition_line GROUP BY edition").fetchall()
    return dict(found)


# The chain of acts.


def test_acts_stand_in_order_of_date(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """However they are registered, acts stand by date of adoption, a draft by the date it was endorsed."""
    connection = warehouse_of(
        [
            act("c", "2021-05-01"),
            act("b", None, status=DocumentStatus.DRAFT, number=None, endorsed_number="7", endorsed_on=date(2021, 3, 1)),
            act("a", "2021-02-01", kind=DocumentKind.PROGRAMME),
            line("a", "1.1", 5),
        ]
    )
    assert rows(connection, "SELECT act_no, edition, dated_on, dated_number, has_amounts FROM edition ORDER BY 1") == [
        (1, "a", date(2021, 2, 1), "a", True),
        (2, "b", date(2021, 3, 1), "7", False),
        (3, "c", date(2021, 5, 1), "c", False),
    ]


def test_missing_act_is_a_gap(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An act nobody has stands in the chain without amounts; from it on, every edition is marked."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01", status=DocumentStatus.MISSING),
            act("c", "2021-05-01"),
            line("a", "1.1", 5),
            line("c", "1.1", 2, basis=Basis.DELTA),
        ]
    )
    assert rows(connection, "SELECT edition, has_amounts, after_missing FROM edition ORDER BY act_no") == [
        ("a", True, False),
        ("b", False, True),
        ("c", True, True),
    ]
    assert plan(connection) == {"a": Decimal(5), "c": Decimal(7)}


def test_missing_act_of_another_programme(warehouse_of: WarehouseOf, act: Act, programme: Programme) -> None:
    """A gap in one programme's chain is no gap in another's."""
    other = programme.model_copy(update={"programme_id": "q"})
    connection = warehouse_of(
        [other, act("a", "2021-02-01"), act("b", "2021-01-01", status=DocumentStatus.MISSING, programme_id="q")]
    )
    assert rows(connection, "SELECT edition, act_no, after_missing FROM edition ORDER BY 1") == [
        ("a", 1, False),
        ("b", 1, True),
    ]


def test_undated_act_has_no_place(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An act without a date stands nowhere in the order, and its amounts count in no edition."""
    connection = warehouse_of(
        [act("a", "2021-02-01"), act("b", None), line("a", "1.1", 5), line("b", "1.1", 2, basis=Basis.DELTA)]
    )
    assert rows(connection, "SELECT edition FROM edition") == [("a",)]
    assert plan(connection) == {"a": Decimal(5)}


def test_other_documents_are_no_editions(warehouse_of: WarehouseOf, act: Act) -> None:
    """A budget passport or a template belongs to a programme without changing its plan."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01", kind=DocumentKind.PASSPORT),
            act("b", "2021-02-01", kind=DocumentKind.TEMPLATE),
            act("c", "2021-02-01", programme_id=None),
        ]
    )
    assert rows(connection, "SELECT edition FROM edition") == []


# The plan after an act.


def test_deltas_add_up(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Each edition is the plan plus all changes up to it, line by line."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            act("c", "2021-05-01"),
            line("a", "1.1", 100),
            line("a", "1.2", 30),
            line("b", "1.1", -40, basis=Basis.DELTA),
            line("c", "1.3", "7.5", basis=Basis.DELTA),
        ]
    )
    assert plan(connection) == {"a": Decimal(130), "b": Decimal(90), "c": Decimal("97.5")}
    assert rows(
        connection,
        "SELECT line_code, sum(amount) FROM edition_line WHERE edition = 'c' GROUP BY line_code ORDER BY line_code",
    ) == [("1.1", Decimal(60)), ("1.2", Decimal(30)), ("1.3", Decimal("7.5"))]


def test_restatement_replaces_what_was_before(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A plan that is printed anew replaces the plan and all changes before it; later changes add to it."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            act("c", "2021-04-01"),
            act("d", "2021-05-01"),
            line("a", "1.1", 100),
            line("b", "1.1", 5, basis=Basis.DELTA),
            line("c", "1.1", 200),
            line("d", "1.1", 1, basis=Basis.DELTA),
        ]
    )
    assert plan(connection) == {"a": Decimal(100), "b": Decimal(105), "c": Decimal(200), "d": Decimal(201)}


@pytest.mark.parametrize(("basis", "drafted"), [(Basis.DELTA, 110), (Basis.RESTATED, 10)])
def test_draft_counts_only_in_its_own_edition(
    warehouse_of: WarehouseOf, act: Act, line: Line, basis: Basis, drafted: int
) -> None:
    """What was only drafted, as changes or as a new plan, is in no edition but the draft's own."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01", status=DocumentStatus.DRAFT),
            act("c", "2021-04-01"),
            line("a", "1.1", 100),
            line("b", "1.1", 10, basis=basis),
            line("c", "1.1", 5, basis=Basis.DELTA),
        ]
    )
    assert plan(connection) == {"a": Decimal(100), "b": Decimal(drafted), "c": Decimal(105)}


def test_two_acts_on_one_day(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Acts of one day stand one after the other, always in the same order, and none is lost."""
    acts = [act("b", "2021-03-01"), act("c", "2021-03-01"), act("a", "2021-02-01")]
    lines = [line("a", "1.1", 100), line("b", "1.1", 1, basis=Basis.DELTA), line("c", "1.1", 20, basis=Basis.DELTA)]
    connection = warehouse_of(acts + lines)
    assert plan(connection) == {"a": Decimal(100), "b": Decimal(101), "c": Decimal(121)}


def test_printed_totals_are_not_lines(warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line) -> None:
    """Subtotals and totals never add to the plan; a line without an amount is a line all the same."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            line("a", "1.1", 5, quantity=Decimal(2)),
            line("a", "1.2", None, quantity=Decimal(1)),
            line("a", "1", 5, level=Level.TASK, is_total=True),
            line("a", "1.1", 5, fund=Fund.TOTAL, is_total=True),
            printed_total("a", 5),
        ]
    )
    assert plan(connection) == {"a": Decimal(5)}
    assert rows(connection, "SELECT amount, lines, lines_without_amount FROM spending_by_direction") == [
        (Decimal(5), 2, 1)
    ]


def test_tasks_are_named_as_each_act_prints_them(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A number that two acts give to tasks of different names may be a new name or another task: it is not guessed."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100, task="Супровід"),
            line("b", "1.3", 20, task="Впровадження і супровід", basis=Basis.DELTA),
        ]
    )
    found = "SELECT spending_direction, amount FROM spending_by_direction WHERE edition = 'b' ORDER BY amount"
    assert rows(connection, found) == [("Впровадження і супровід", Decimal(20)), ("Супровід", Decimal(100))]


def test_tasks_without_numbers_keep_their_names(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Where lines have no numbers, nothing says that two tasks are one: each keeps its own name."""
    connection = warehouse_of(
        [act("a", "2021-02-01"), line("a", None, 5, task="Сервери"), line("a", None, 7, task="Навчання")]
    )
    assert rows(connection, "SELECT spending_direction, amount FROM spending_by_direction ORDER BY amount") == [
        ("Сервери", Decimal(5)),
        ("Навчання", Decimal(7)),
    ]


def test_edition_total(warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line) -> None:
    """The plan by its lines stands beside the printed totals of the same acts; a line of all years only is not lost."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            line("a", "1.1", 50, fiscal_year=2022),
            line("a", "1.2", 7, fiscal_year=None),
            line("b", "1.1", -40, basis=Basis.DELTA),
            printed_total("a", 101),
            printed_total("a", 158, fiscal_year=None),
            printed_total("b", "-40.5", basis=Basis.DELTA),
        ]
    )
    assert rows(
        connection,
        "SELECT edition, fiscal_year, lines, by_lines, as_printed, difference FROM edition_total ORDER BY 1, 2",
    ) == [
        ("a", 2021, 1, Decimal(100), Decimal(101), Decimal(1)),
        ("a", 2022, 1, Decimal(50), None, None),
        ("a", None, 1, Decimal(7), None, None),
        ("b", 2021, 2, Decimal(60), Decimal("60.5"), Decimal("0.5")),
        ("b", 2022, 1, Decimal(50), None, None),
        ("b", None, 1, Decimal(7), None, None),
    ]


def test_edition_total_of_a_comparison(warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line) -> None:
    """1.1 becomes 150 in place of 100, 1.2 stays 50: the plan is 200, and the totals of both acts make no plan."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            line("a", "1.2", 50),
            printed_total("a", 150),
            *compared(line, "b", 50, "1.1", {2021: 100}, {2021: 150}),
            printed_total("b", 150, row_no=51),
        ]
    )
    assert rows(
        connection, "SELECT edition, lines, by_lines, as_printed, difference FROM edition_total ORDER BY edition"
    ) == [("a", 2, Decimal(150), Decimal(150), Decimal(0)), ("b", 2, Decimal(200), None, None)]


def test_edition_total_of_a_plan_beside_its_changes(
    warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line
) -> None:
    """One act prints a change of 20 and a plan of 125, with a total of each: the plan is 125, its total 126."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            line("b", "1.1", 20, basis=Basis.DELTA, row_no=50),
            line("b", "1.1", 125, row_no=50),
            printed_total("b", 21, basis=Basis.DELTA, row_no=51),
            printed_total("b", 126, row_no=51),
        ]
    )
    assert rows(connection, "SELECT lines, by_lines, as_printed FROM edition_total WHERE edition = 'b'") == [
        (1, Decimal(125), Decimal(126))
    ]


def test_edition_total_is_of_the_measures(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Lines of another section of the act are no part of the plan."""
    connection = warehouse_of(
        [act("a", "2021-02-01"), line("a", "1.1", 100), line("a", "1.1", 70, section=Section.POINT_9)]
    )
    assert rows(connection, "SELECT lines, by_lines FROM edition_total") == [(1, Decimal(100))]


def test_printed_total_beside_its_budgets(warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line) -> None:
    """A document that prints the whole total and then the budgets it comes from is not added up twice."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            line("a", "1.1", 100),
            printed_total("a", 100),
            printed_total("a", 70, funding_source="Міський бюджет"),
            printed_total("a", 30, funding_source="Обласний бюджет"),
        ],
        checked=True,
    )
    assert rows(connection, "SELECT as_printed, difference FROM edition_total") == [(Decimal(100), Decimal(0))]
    assert rows(connection, "SELECT printed, difference, severity FROM findings WHERE rule = 'programme_total'") == [
        (Decimal(100), Decimal(0), "verified")
    ]


def test_budgets_without_a_whole_total(warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line) -> None:
    """Where only the budgets print amounts, as in Kropyvnytskyi, they add up to the total."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            line("a", "1.1", 100),
            printed_total("a", 70, funding_source="Міський бюджет"),
            printed_total("a", 30, funding_source="Обласний бюджет"),
        ],
        checked=True,
    )
    assert rows(connection, "SELECT as_printed, difference FROM edition_total") == [(Decimal(100), Decimal(0))]
    ((printed, locators),) = rows(connection, "SELECT printed, locators FROM findings WHERE rule = 'programme_total'")
    assert printed == Decimal(100)
    assert locators == ["рядок 2, графа 5", "рядок 3, графа 5", "рядок 1, графа 5"]


# The check of the programme's total.


@pytest.mark.parametrize(("printed", "severity"), [(12, "error"), (11, "verified")])
def test_planted_error(
    warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line, printed: int, severity: str
) -> None:
    """A total that is not the sum of its lines is found, with its cell and the difference; a right one holds."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            line("a", "1.1", 5),
            line("a", "1.2", 6, fund=Fund.SPECIAL),
            line("a", "1.1", 9, fiscal_year=2022),
            printed_total("a", printed),
        ],
        checked=True,
    )
    assert rows(
        connection,
        "SELECT rule, severity, fiscal_year, fund, printed, computed, difference, locators, programme_id FROM findings "
        "WHERE rule = 'programme_total'",
    ) == [
        (
            "programme_total",
            severity,
            2021,
            "total",
            Decimal(printed),
            Decimal(11),
            Decimal(printed - 11),
            ["рядок 4, графа 5", "рядок 1, графа 5", "рядок 2, графа 5"],
            "p",
        )
    ]


def test_total_of_a_fund_and_of_all_years(warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line) -> None:
    """A fund's total is checked against that fund, a total of all years against every line of the document alone."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5),
            line("a", "1.2", 6, fund=Fund.SPECIAL, fiscal_year=2022),
            line("a", "1.3", 4, fund=Fund.UNSPECIFIED, fiscal_year=None),
            line("b", "1.1", 100),
            printed_total("a", 5, fund=Fund.GENERAL),
            printed_total("a", 1, fund=Fund.SPECIAL),
            printed_total("a", 15, fiscal_year=None),
        ],
        checked=True,
    )
    found = rows(
        connection,
        "SELECT fund, fiscal_year, computed, difference FROM findings WHERE rule = 'programme_total' ORDER BY fund",
    )
    assert found == [
        ("general", 2021, Decimal(5), Decimal(0)),
        ("special", 2021, Decimal(0), Decimal(1)),
        ("total", None, Decimal(15), Decimal(0)),
    ]


# The real warehouse.


def test_real_chain(real: duckdb.DuckDBPyConnection) -> None:
    """Decision № 2285, the missing № 2722 and the draft of November 2019 stand in this order; both change the first."""
    assert rows(
        real,
        "SELECT edition, act_no, status, dated_on, dated_number, has_amounts, base_edition, after_missing FROM edition "
        "WHERE programme_id = 'kropyvnytskyi-e-government-2019-2021' ORDER BY act_no",
    ) == [
        (DECISION, 1, "adopted", date(2019, 1, 31), "2285", True, None, False),
        (MISSING, 2, "missing", date(2019, 8, 27), "2722", False, DECISION, True),
        (DRAFT, 3, "draft", date(2019, 11, 26), "698", True, DECISION, True),
    ]


@pytest.mark.parametrize(
    ("edition", "fiscal_year", "as_printed", "by_lines"),
    [
        (DECISION, 2019, "2457.0", "2457.0"),
        (DECISION, 2020, "2178.3", "2182.3"),
        (DECISION, 2021, "1539.9", "1559.4"),
        (DRAFT, 2019, "2037.04", "2062.04"),
        (DRAFT, 2020, "4198.3", "4223.3"),
        (DRAFT, 2021, "1539.9", "1559.4"),
    ],
)
def test_real_edition_totals(
    real: duckdb.DuckDBPyConnection, edition: str, fiscal_year: int, as_printed: str, by_lines: str
) -> None:
    """The plan of a year by the printed totals and by the lowest lines, thousand UAH."""
    found = real.cursor().execute(
        "SELECT as_printed, by_lines, difference FROM edition_total "
        "WHERE edition = $edition AND fiscal_year = $fiscal_year",
        {"edition": edition, "fiscal_year": fiscal_year},
    )
    printed, lines = Decimal(as_printed) * 1000, Decimal(by_lines) * 1000
    assert found.fetchall() == [(printed, lines, printed - lines)]


def test_real_checks(real: duckdb.DuckDBPyConnection) -> None:
    """Of 20 printed programme totals 8 hold, the three of the passport among them (17 directions, 1 504 000 UAH).

    The others differ by what was worked out by hand, thousand UAH.
    """
    found = rows(
        real,
        "SELECT document_id, fiscal_year, fund, difference FROM findings WHERE rule = 'programme_total'",
    )
    assert len(found) == 20
    assert rows(real, "SELECT count(*) FROM findings WHERE rule = 'programme_total' AND severity = 'verified'") == [
        (8,)
    ]
    differences = {
        (document, fiscal_year, fund): amount
        for document, fiscal_year, fund, amount in found
        if isinstance(amount, Decimal) and amount
    }
    expected = {
        (DECISION, 2020, "general"): "-4.0",
        (DECISION, 2020, "total"): "-4.0",
        (DECISION, 2021, "general"): "-28.0",
        (DECISION, 2021, "special"): "24.0",
        (DECISION, 2021, "total"): "-19.5",
        (DECISION, None, "total"): "-23.5",
        (DRAFT, 2019, "general"): "-4.0",
        (DRAFT, 2019, "special"): "-21.0",
        (DRAFT, 2019, "total"): "-25.0",
        (DRAFT, 2020, "special"): "-21.0",
        (DRAFT, 2020, "total"): "-21.0",
        (DRAFT, None, "total"): "-46.0",
    }
    assert differences == {place: Decimal(amount) * 1000 for place, amount in expected.items()}


def test_a_passport_is_a_scope_of_its_own(real: duckdb.DuckDBPyConnection) -> None:
    """The 17 directions of point 9 make 1 504 000, as row 86 prints; no plan of the programme holds them."""
    found = (
        "SELECT programme_id, count(DISTINCT spending_direction), sum(amount) FROM spending_by_direction "
        "WHERE is_passport GROUP BY ALL"
    )
    assert rows(real, found) == [("zhytomyr-e-city-2021-2026", 17, Decimal("1504000.00"))]
    assert rows(real, "SELECT count(*) FROM edition_line WHERE programme_id = 'zhytomyr-e-city-2021-2026'") == [(0,)]


def test_real_directions_add_up_to_the_edition(real: duckdb.DuckDBPyConnection) -> None:
    """However the plan is divided, its parts add up to the edition's total, and both editions have all their lines."""
    parts = (
        "SELECT edition, fiscal_year, sum(amount) FROM spending_by_direction WHERE NOT is_passport "
        "GROUP BY ALL ORDER BY ALL"
    )
    assert rows(real, parts) == rows(real, "SELECT edition, fiscal_year, by_lines FROM edition_total ORDER BY ALL")
    lines = "SELECT edition, count(DISTINCT (document_id, row_no)) FROM edition_line GROUP BY edition ORDER BY edition"
    assert rows(real, lines) == [(DECISION, 82), (DRAFT, 82 + 48), ("zhytomyr-oblast-digital", 11)]


def test_printed_total_of_some_acts_only(warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line) -> None:
    """Where one of the acts that count prints no total for the year, the edition has no printed total to compare."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            printed_total("a", 100),
            line("b", "1.1", 50, basis=Basis.DELTA),
        ]
    )
    assert rows(connection, "SELECT edition, by_lines, as_printed, difference FROM edition_total ORDER BY 1") == [
        ("a", Decimal(100), Decimal(100), Decimal(0)),
        ("b", Decimal(150), None, None),
    ]


def test_first_act_may_be_undated(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """The act that approves a programme comes first though its date is unknown; an undated amendment has no place."""
    connection = warehouse_of(
        [
            act("base", None, kind=DocumentKind.PROGRAMME),
            act("change", None),
            line("base", "1.1", 100),
            line("change", "1.1", 5, basis=Basis.DELTA),
        ]
    )
    assert rows(connection, "SELECT edition, act_no FROM edition") == [("base", 1)]
    assert rows(connection, "SELECT edition, sum(amount) FROM edition_line GROUP BY ALL") == [("base", Decimal(100))]


def test_unread_cells_make_a_difference_a_matter_of_reading(
    warehouse_of: WarehouseOf, act: Act, line: Line, printed_total: Line
) -> None:
    """Where something was left out, a total that does not hold is not laid at the document's door."""
    left_out = Unread(document_id="a", locator="рядок 9", text="12О", reason=UnreadReason.NOT_A_NUMBER)
    connection = warehouse_of(
        [act("a", "2021-02-01"), line("a", "1.1", 100), printed_total("a", 120), left_out], checked=True
    )
    assert rows(connection, 'SELECT DISTINCT "class", difference FROM finding WHERE printed IS NOT NULL') == [
        ("reading", Decimal(20))
    ]


def test_every_file_is_made(real: duckdb.DuckDBPyConnection) -> None:
    """Each file of data/views/ and data/helpers/ makes the view, macro or type of its name, and nothing else does."""
    files = {path.stem for folder in (warehouse.VIEWS, warehouse.HELPERS) for path in folder.glob("*.sql")}
    made = rows(
        real,
        "SELECT view_name FROM duckdb_views() WHERE NOT internal "
        "UNION ALL SELECT function_name FROM duckdb_functions() WHERE NOT internal "
        "UNION ALL SELECT type_name FROM duckdb_types() WHERE NOT internal",
    )
    assert files == {name for (name,) in made}


def test_real_jump_of_an_indicator(real: duckdb.DuckDBPyConnection) -> None:
    """The oblast plans 50, 50 and 500 pieces: the last is flagged with both cells, nothing else in the documents."""
    found = rows(
        real,
        "SELECT document_id, scope, fiscal_year, printed, locators FROM findings "
        "WHERE rule = 'indicator_jump' AND severity <> 'verified'",
    )
    name = "Придбання засобів інформатизації для місцевих органів виконавчої влади"
    assert found == [("zhytomyr-oblast-digital", name, 2024, None, ["рядок 304", "рядок 301"])]


def test_real_directions_of_the_oblast(real: duckdb.DuckDBPyConnection) -> None:
    """Where a document divides by directions, they are the spending directions: four in the oblast's programme."""
    found = rows(
        real,
        "SELECT DISTINCT spending_direction FROM spending_by_direction WHERE edition = 'zhytomyr-oblast-digital'",
    )
    assert {direction for (direction,) in found} == {
        "Організаційне та методичне забезпечення реалізації Програми",
        "Розвиток інформаційної інфраструктури області",
        "Розвиток технологій е-урядування в органах виконавчої влади та органах місцевого самоврядування",
        "Створення інфраструктури відкритих даних області",
    }


def test_a_corrected_kind_says_why(warehouse_of: WarehouseOf, act: Act) -> None:
    """The rule is told by its example and its words; once a person has corrected the kind, by the reason of the
    correction, and the category is that of the corrected kind."""
    name = "Принтер (формат А4)"
    row = {"document_id": "a", "printed": name, "kind_rule": "printer"}
    corrected = {"document_id": "a", "locator": "рядок 3", "expected": "printer", "reason": "Це папір."}
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            *classification.kinds(),
            *classification.kind_rules(),
            LineClass.model_validate(row | {"locator": "рядок 2", "row_no": 2, "kind": "printer"}),
            LineClass.model_validate(row | {"locator": "рядок 3", "row_no": 3, "kind": "maintenance"}),
            Correction.model_validate(corrected | {"field": "kind", "corrected": "maintenance", "status": "confirmed"}),
            Correction.model_validate(corrected | {"field": "note", "corrected": None, "status": "confirmed"}),
        ]
    )
    asked = "SELECT row_no, category, kind_rule, kind_rule_name, kind_pattern FROM classified_line ORDER BY row_no"
    assert rows(connection, asked) == [
        (2, "hardware", name, "printer", "принтер"),
        (3, "services", "Це папір.", None, None),
    ]
