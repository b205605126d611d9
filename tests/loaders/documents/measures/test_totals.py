"""No figure counts twice: rows that add up others, and rows that divide them. All written for these tests."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from data.contracts import Level, UnreadReason
from loaders.reading import Reading

ReadTable = Callable[[str], Reading]

TWO = "№ | Захід | Джерело фінансування | 2024 рік (грн) | 2025 рік (грн)\n"
TABLE = TWO + "1 | Кабель | міський бюджет | 10 | 20\n2 | Точки | обласний бюджет | 20 | 20\n"
ONE = "№ | Захід | 2024 рік (грн)\n"


def lowest(reading: Reading) -> list[tuple[str, str | None, Decimal | None]]:
    """Name, source and amount of the lowest lines of 2024."""
    return [
        (entry.name, entry.funding_source, entry.amount)
        for entry in reading.allocations
        if not entry.is_total and entry.fiscal_year == 2024
    ]


def totals(reading: Reading) -> list[tuple[Level, str, str | None, Decimal | None]]:
    """The same of the totals, with their level."""
    return [
        (entry.level, entry.name, entry.funding_source, entry.amount)
        for entry in reading.allocations
        if entry.is_total and entry.fiscal_year == 2024
    ]


PARTS = [("Кабель", "міський бюджет", Decimal(10)), ("Точки", "обласний бюджет", Decimal(20))]


@pytest.mark.parametrize(
    "name",
    ["Ітого", '"Всього:"', "Програма, разом", "Вартість Програми, всього", "Загальна потреба", "Ціна цифровізації"],
)
def test_total_of_any_name(read_table: ReadTable, name: str) -> None:
    """A row without a number that adds up all above it is the total of the programme, whatever it is called."""
    reading = read_table(f"{TABLE} | {name} | | 30 | 40\n")
    assert lowest(reading) == PARTS
    assert totals(reading) == [(Level.PROGRAMME, name, None, Decimal(30))]
    assert [measure.name for measure in reading.measures] == ["Кабель", "Точки"]


@pytest.mark.parametrize("name", ["Ітого", "Програма, разом", "Усі заходи, всього", "Загальна потреба"])
def test_total_that_does_not_add_up(read_table: ReadTable, name: str) -> None:
    """A row without a number that says it is a total is one also where its amounts are wrong."""
    reading = read_table(f"{TABLE} | {name} | | 31 | 40\n")
    assert lowest(reading) == PARTS
    assert totals(reading) == [(Level.PROGRAMME, name, None, Decimal(31))]


def test_total_that_is_not_last(read_table: ReadTable) -> None:
    """A row adds up those since the last such row, and counts in no later one."""
    reading = read_table(
        f"{ONE}1 | А | 1\n2 | Б | 2\n | Обладнання загалом по місту | 3\n3 | В | 4\n4 | Г | 5\n | Інше по місту | 9\n"
        " | Підсумки по місту | 12\n"
    )
    assert sum(amount for *_, amount in lowest(reading) if amount) == 12
    assert [(level, amount) for level, *_, amount in totals(reading)] == [
        (Level.MEASURE, Decimal(3)),
        (Level.MEASURE, Decimal(9)),
        (Level.PROGRAMME, Decimal(12)),
    ]
    assert [measure.line_code for measure in reading.measures] == ["1", "2", "3", "4"]


def test_total_of_a_section(read_table: ReadTable) -> None:
    """The row that adds up a direction is its total."""
    reading = read_table(
        f"{ONE}Напрям 1. Мережі | | \n1 | А | 1\n2 | Б | 2\n"
        "Напрям 2. Сайти | | \n1 | В | 4\n2 | Г | 5\n | По напряму | 9\n"
    )
    assert totals(reading) == [(Level.SPENDING_DIRECTION, "Сайти", None, Decimal(9))]


@pytest.mark.parametrize(
    "rows",
    [
        "1 | А | 1\n2 | Б | 2\n3 | В | 3\n",
        " | А | 1\n | Б | 2\n | В | 3\n",
        "1 | А | 3\n | Б | 3\n",
        "1 | А | 0\n2 | Б | 0\n | В | 0\n",
        "1 | А | 1\n2 | Б | 2\n | В | 4\n",
    ],
)
def test_row_that_only_looks_like_a_sum(read_table: ReadTable, rows: str) -> None:
    """A row with a number, one below a single row, one of zeros, or one by chance where no row has a number counts."""
    assert totals(read_table(ONE + rows)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("у т.ч. міський бюджет", "у т.ч. обласний бюджет"),
        ("в т.ч. за рахунок міського бюджету", "за рахунок коштів обласного бюджету"),
        ("з них: міський бюджет", "обласний бюджет"),
        ("у тому числі - загальний фонд", "спеціальний фонд"),
    ],
)
def test_money_below_a_total(read_table: ReadTable, first: str, second: str) -> None:
    """Rows below a total that say who pays, or from which fund, divide it and are its parts, never measures."""
    reading = read_table(f"{TABLE} | УСЬОГО | | 30 | 40\n | {first} | | 10 | 20\n | {second} | | 20 | 20\n")
    assert reading.unread == ()
    assert lowest(reading) == PARTS
    assert [(level, amount, bool(source)) for level, _, source, amount in totals(reading)] == [
        (Level.PROGRAMME, Decimal(30), False),
        (Level.PROGRAMME, Decimal(10), True),
        (Level.PROGRAMME, Decimal(20), True),
    ]


def test_money_below_an_odd_total(read_table: ReadTable) -> None:
    """What stands below a measure that its name does not divide is left out, since it may be only a part of it."""
    reading = read_table(f"{ONE}1 | А | 3\n | у т.ч. загальний фонд | 1\n | з них роботи | 1\n")
    assert lowest(reading) == [("А", None, Decimal(3))]
    assert [entry.reason for entry in reading.unread] == [UnreadReason.STRAY_BUDGET, UnreadReason.NOTHING_KNOWN]


@pytest.mark.parametrize(
    "marks", [(" | - кабель", " | – точки"), ("1) | кабель", "2) | точки"), (" | кабель", "- | точки")]
)
@pytest.mark.parametrize("words", ["у т.ч.:", "у тому числі", "з них:"])
def test_parts_of_a_measure(read_table: ReadTable, marks: tuple[str, str], words: str) -> None:
    """A measure whose name says that its parts follow adds them up; they end at the next number."""
    first, second = marks
    reading = read_table(
        f"{ONE}1 | Розвиток мереж, {words} | 30\n{first} | 10\n{second} | 20\n2 | Сайт | 5\n | Разом | 35\n"
    )
    assert lowest(reading) == [("кабель", None, Decimal(10)), ("точки", None, Decimal(20)), ("Сайт", None, Decimal(5))]
    assert [(level, amount) for level, *_, amount in totals(reading)] == [
        (Level.MEASURE, Decimal(30)),
        (Level.PROGRAMME, Decimal(35)),
    ]
    assert [entry.level for entry in reading.allocations] == [
        Level.MEASURE,
        Level.ITEM,
        Level.ITEM,
        Level.MEASURE,
        Level.PROGRAMME,
    ]


def test_parts_by_source(read_table: ReadTable) -> None:
    """The parts of a measure may be those who pay."""
    reading = read_table(
        f"{ONE}1 | Мережі, у т.ч.: | 30\n | міський бюджет | 10\n | обласний бюджет | 20\n2 | Сайт | 5\n"
    )
    assert [(source, amount) for _, source, amount in lowest(reading)] == [
        ("міський бюджет", Decimal(10)),
        ("обласний бюджет", Decimal(20)),
        (None, Decimal(5)),
    ]
    assert [measure.name for measure in reading.measures] == ["Мережі, у т.ч.:", "Сайт"]


def test_name_repeated_for_each_source(read_table: ReadTable) -> None:
    """A measure that repeats its number and name for each source is one, and its row «Всього» adds up the others."""
    rows = ("1 | Сервер | державний бюджет | 50 | -", "1 | Сервер | міський бюджет | 100 | 50")
    whole = "1 | Сервер | Всього | 150 | 50"
    parts = [("Сервер", "державний бюджет", Decimal(50)), ("Сервер", "міський бюджет", Decimal(100))]
    for printed in ((whole, *rows), (*rows, whole), rows):
        reading = read_table(TWO + "\n".join(printed) + "\n2 | Сайт | міський бюджет | 1 | 2\n")
        assert lowest(reading) == [*parts, ("Сайт", "міський бюджет", Decimal(1))]
        assert [amount for *_, amount in totals(reading)] == ([Decimal(150)] if whole in printed else [])
        assert [measure.name for measure in reading.measures] == ["Сервер", "Сайт"]
