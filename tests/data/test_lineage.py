"""Which line of the plan a line of an act is: on chains of acts made by hand."""

import pytest

from data.contracts import DocumentStatus
from tests.data.chains import Act, Line, WarehouseOf, compared, delta, ledger, plan, rows, same


def test_number_and_name(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A line printed again with its number and name is the same, however its name is spaced and quoted."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Сервер «Дозор»"),
            line("b", "1.1", 7, name="Сервер  Дозор"),
        ]
    )
    assert same(connection, "a") == [("a/1", "opened")]
    assert same(connection, "b") == [("a/1", "number_and_name")]


def test_renumbered_in_a_plan_printed_anew(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Lines that swap their numbers are told by their names; the ledger names the old numbers, no amount changes."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Сервер"),
            line("a", "1.2", 7, name="Принтер"),
            line("b", "1.1", 7, name="Принтер"),
            line("b", "1.2", 5, name="Сервер"),
        ]
    )
    assert same(connection, "b") == [("a/2", "name"), ("a/1", "name")]
    assert ledger(connection, "b") == [("1.1", 2021, 7, 0, 7, "renumbered"), ("1.2", 2021, 5, 0, 5, "renumbered")]
    assert rows(connection, "SELECT line_code, code_before, name_before FROM amendment_ledger ORDER BY 1") == [
        ("1.1", "1.2", None),
        ("1.2", "1.1", None),
    ]


def test_name_in_another_unit_is_another_line(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Two units buy the same thing: a plan printed anew without the first one's line drops that line only."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Принтер"),
            line("a", "2.1", 7, name="Принтер", spending_unit="Відділ культури"),
            line("b", "1.1", 7, name="Принтер", spending_unit="Відділ культури"),
        ]
    )
    assert same(connection, "b") == [("a/2", "name")]
    assert ledger(connection, "b") == [("1.1", 2021, 5, -5, 0, "dropped"), ("1.1", 2021, 7, 0, 7, "renumbered")]


def test_renamed_unit(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A plan printed anew calls the unit otherwise: number and name still tell each line, and only 1.2 changes."""
    renamed = {"spending_unit": "Управління освіти і науки"}
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Сервер"),
            line("a", "1.2", 7, name="Принтер"),
            line("b", "1.1", 5, name="Сервер", **renamed),
            line("b", "1.2", 9, name="Принтер", **renamed),
        ]
    )
    assert same(connection, "b") == [("a/1", "number_and_name"), ("a/2", "number_and_name")]
    assert ledger(connection, "b") == [("1.2", 2021, 7, 2, 9, "increase")]


def test_unit_that_cannot_be_told(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Two units had the line, and neither stands in the plan printed anew: which of the two it is cannot be told."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Сервер"),
            line("a", "1.1", 7, name="Сервер", spending_unit="Відділ культури"),
            line("b", "1.1", 7, name="Сервер", spending_unit="Управління гуманітарної політики"),
        ]
    )
    assert same(connection, "b") == [("b/3", "opened")]


def test_own_unit_comes_before_another(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A line that stands in its own unit, if under another number, is that one; the other unit's line is dropped."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Сервер", spending_unit="Відділ культури"),
            line("a", "2.1", 7, name="Сервер"),
            line("b", "1.1", 7, name="Сервер"),
        ]
    )
    assert same(connection, "b") == [("a/2", "name")]


@pytest.mark.parametrize(
    ("before", "after", "is_one"),
    [
        ("Придбання принтерів", "Придбання серверів", False),
        ("Придбання принтерів для шкіл", "Придбання серверів для лікарень", False),
        ("Принтер", "Картриджі для принтерів", False),
        ("Багатофункціональні пристрої", "Багатофункціональний пристрій", True),
        ("Легалізація ліцензійного програмного забезпечення", "Легалізація програмного забезпечення", True),
    ],
)
def test_much_of_a_name(warehouse_of: WarehouseOf, act: Act, line: Line, before: str, after: str, is_one: bool) -> None:
    """Under one number words are compared: a shared first word does not make one line, an ending does not make two."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name=before),
            line("b", "1.1", 5, name=after),
        ]
    )
    assert same(connection, "b") == [("a/1", "number") if is_one else ("b/2", "opened")]


def test_renamed(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """The same number and a name much alike: one line, and the ledger holds its old name."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Персональні комп'ютери"),
            line("b", "1.1", 5, name="Персональні комп'ютери/ноутбуки"),
        ]
    )
    assert same(connection, "b") == [("a/1", "number")]
    assert ledger(connection, "b") == [("1.1", 2021, 5, 0, 5, "renamed")]
    assert rows(connection, "SELECT name, name_before FROM amendment_ledger") == [
        ("Персональні комп'ютери/ноутбуки", "Персональні комп'ютери")
    ]


def test_renamed_line_whose_amount_changes(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An increase is an increase though the name changed, too: the old name stands beside it, in that year only."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Персональні комп'ютери"),
            line("a", "1.1", 3, name="Персональні комп'ютери", fiscal_year=2022, row_no=1),
            line("b", "1.1", 9, name="Персональні комп'ютери/ноутбуки"),
            line("b", "1.1", 3, name="Персональні комп'ютери/ноутбуки", fiscal_year=2022, row_no=3),
        ]
    )
    assert ledger(connection, "b") == [("1.1", 2021, 5, 4, 9, "increase")]
    assert rows(connection, "SELECT name_before FROM amendment_ledger") == [("Персональні комп'ютери",)]


def test_old_number_of_another_thing(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A plan printed anew gives the number to another thing: one line is dropped, one is new, none is renamed."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, name="Відеокарти"),
            line("b", "1.1", 5, name="Навчання працівників"),
        ]
    )
    assert same(connection, "b") == [("b/2", "opened")]
    assert rows(connection, "SELECT name, before, delta, after, change FROM amendment_ledger ORDER BY change") == [
        ("Відеокарти", 5, -5, 0, "dropped"),
        ("Навчання працівників", 0, 5, 5, "new"),
    ]


def test_line_printed_twice(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Two lines with one number and name are two lines, in printed order; neither swallows the other."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5),
            line("a", "1.1", 7),
            line("b", "1.1", 6),
            line("b", "1.1", 7),
            line("b", "1.1", 9),
        ]
    )
    assert same(connection, "b") == [
        ("a/1", "number_and_name"),
        ("a/2", "number_and_name"),
        ("b/5", "opened"),
    ]
    assert ledger(connection, "b") == [("1.1", 2021, 5, 1, 6, "increase"), ("1.1", 2021, 0, 9, 9, "new")]


def test_lines_printed_twice_change_places(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Of two lines of one number and name the one of the same amount is the same; the other one is what is left."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5),
            line("a", "1.1", 7),
            line("b", "1.1", 7),
            line("b", "1.1", 6),
        ]
    )
    assert same(connection, "b") == [("a/2", "number_and_name"), ("a/1", "number_and_name")]
    assert ledger(connection, "b") == [("1.1", 2021, 5, 1, 6, "increase")]


def test_change_of_a_line_that_stands_twice(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Which of two lines of one number and name a change is of cannot be told: it stays apart, as a finding."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5),
            line("a", "1.1", 7),
            delta(line, "b", "1.1", -2),
        ],
        checked=True,
    )
    assert same(connection, "b") == [("b/3", "opened")]
    assert rows(connection, "SELECT severity FROM findings WHERE rule = 'delta_without_base'") == [("warning",)]


def test_change_is_told_by_its_number(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A change may word the name anew: the number, which one line of the unit has, is enough."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 50, name="Персональні комп'ютери"),
            delta(line, "b", "1.1", -20, name="Придбання ПК"),
        ]
    )
    assert same(connection, "b") == [("a/1", "number")]
    assert ledger(connection, "b") == [("1.1", 2021, 50, -20, 30, "decrease")]


def test_change_that_writes_the_unit_otherwise(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Number and much of the name agree, the unit does not: one line. Where the name does not either, another."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 50, name="Персональні комп'ютери"),
            line("a", "1.2", 10, name="Принтери"),
            delta(line, "b", "1.1", -20, name="Персональні комп'ютери", spending_unit="Відділ освіти міської ради"),
            delta(line, "b", "1.2", 4, name="Навчання кадрів", spending_unit="Відділ культури"),
        ]
    )
    assert same(connection, "b") == [("a/1", "number"), ("b/4", "opened")]
    assert plan(connection, "b") == [("1.1", 2021, 30), ("1.2", 2021, 10), ("1.2", 2021, 4)]


def test_change_without_a_number(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """It is told by its name where one line of the unit has it, and stays a line of its own where two have."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 50, name="Сервер"),
            line("a", "1.2", 10, name="Принтер"),
            line("a", "1.3", 10, name="Принтер"),
            delta(line, "b", None, 1, name="Сервер"),
            delta(line, "b", None, 2, name="Принтер"),
        ]
    )
    assert same(connection, "b") == [("a/1", "name"), ("b/5", "opened")]


def test_old_and_new_number(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """After a whole plan that renumbers, a change is read by the new numbers only."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            act("c", "2021-04-01"),
            line("a", "1.1", 5, name="Сервер"),
            line("a", "1.2", 7, name="Принтер"),
            line("b", "1.1", 7, name="Принтер"),
            delta(line, "c", "1.1", 1, name="Принтери"),
        ]
    )
    assert same(connection, "c") == [("a/2", "number")]


def test_comparison_renumbers(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """After a comparison that drops 1.1 and calls 1.2 by its number, a change of 1.1 is one of the line that has it."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            act("c", "2021-04-01"),
            line("a", "1.1", 5, name="Мережа"),
            line("a", "1.2", 7, name="Сайт"),
            *compared(line, "b", 50, "1.1", {2021: 5}, {2021: None}, name="Мережа"),
            line("b", "1.2", 7, row_no=51, name="Сайт", basis="current"),
            line("b", "1.1", 7, row_no=51, name="Сайт"),
            delta(line, "c", "1.1", 2, name="Портал"),
        ]
    )
    assert same(connection, "b") == [
        ("a/1", "side_by_side"),
        ("a/1", "number_and_name"),
        ("a/2", "side_by_side"),
        ("a/2", "number_and_name"),
    ]
    assert ledger(connection, "b") == [("1.1", 2021, 5, -5, 0, "dropped"), ("1.1", 2021, 7, 0, 7, "renumbered")]
    assert same(connection, "c") == [("a/2", "number")]
    assert plan(connection, "c") == [("1.1", 2021, 9)]


@pytest.mark.parametrize("status", [DocumentStatus.DRAFT, DocumentStatus.ADOPTED])
def test_a_line_that_a_draft_adds(warehouse_of: WarehouseOf, act: Act, line: Line, status: DocumentStatus) -> None:
    """What a draft adds is no line of the plan: the act that adopts it opens it anew. An adopted line goes on."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01", status=status),
            act("c", "2021-04-01"),
            line("a", "1.1", 5),
            delta(line, "b", "1.2", 7),
            delta(line, "c", "1.2", 7),
        ]
    )
    adopted = status is DocumentStatus.ADOPTED
    assert same(connection, "c") == [("b/2", "number_and_name") if adopted else ("c/3", "opened")]
    assert plan(connection, "c") == [("1.1", 2021, 5), ("1.2", 2021, 14 if adopted else 7)]


def test_budgets_of_one_line(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A line with a row for each budget that pays is told apart by the budget."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 5, funding_source="Міський бюджет"),
            line("a", "1.1", 7, funding_source="Обласний бюджет"),
            line("b", "1.1", 7, funding_source="Обласний бюджет"),
            line("b", "1.1", 6, funding_source="Міський бюджет"),
        ]
    )
    assert same(connection, "b") == [("a/2", "number_and_name"), ("a/1", "number_and_name")]


def test_undated_act_is_not_followed(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Nothing is compared with an act that has no place in the order, nor is it compared with anything."""
    connection = warehouse_of([act("a", "2021-02-01"), act("b", None), line("a", "1.1", 5), delta(line, "b", "1.1", 2)])
    assert rows(connection, "SELECT DISTINCT document_id FROM plan_line") == [("a",)]
