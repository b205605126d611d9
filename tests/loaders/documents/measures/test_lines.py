"""What the names of a table of measures are: spending units, tasks, or what cannot be told."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from data.contracts import Level, UnreadReason
from loaders.reading import Reading

ReadTable = Callable[[str], Reading]

EITHER = "Головний розпорядник бюджетних коштів/ Найменування завдань"
UNITS = "Головний розпорядник бюджетних коштів"
TASKS = "Завдання"


def table(heading: str, *rows: str) -> str:
    """A table of one year whose rows are `number | name | measure | amount`."""
    return "\n".join([f"№ | {heading} | Захід | 2021 рік (грн)", "1 | 2 | 3 | 4", *rows])


def owners(reading: Reading) -> dict[str, tuple[str | None, str | None]]:
    """Spending unit and task of each lowest line."""
    return {entry.name: (entry.spending_unit, entry.task) for entry in reading.allocations if not entry.is_total}


def left_out(reading: Reading) -> list[tuple[str, str, UnreadReason]]:
    return [(entry.locator, entry.text, entry.reason) for entry in reading.unread]


def test_tasks_with_the_words_of_a_unit(read_table: ReadTable) -> None:
    """Under «Завдання» a name is a task, also where it has the words of a council's body."""
    reading = read_table(
        table(
            TASKS,
            "1 | Центр обробки даних | 1.1. Сервер | 5",
            "2 | Служба підтримки | Всього: | 7",
            " | | 2.1. Телефони | 7",
        )
    )
    assert left_out(reading) == []
    assert owners(reading) == {"Сервер": (None, "Центр обробки даних"), "Телефони": (None, "Служба підтримки")}
    assert {(entry.name, entry.level) for entry in reading.allocations if entry.is_total} == {
        ("Служба підтримки", Level.TASK)
    }


def test_units_without_the_words_of_a_unit(read_table: ReadTable) -> None:
    """Under a heading that names only spending units, each name is one, also a school."""
    reading = read_table(table(UNITS, "1 | Школа № 5 | 1.1. Сервер | 5", " | | 1.2. Мережа | 7"))
    assert left_out(reading) == []
    assert owners(reading) == {"Сервер": ("Школа № 5", None), "Мережа": ("Школа № 5", None)}


def test_unit_told_by_its_total(read_table: ReadTable) -> None:
    """Under a heading that names either, «Всього:» marks a unit; «Разом по завданню:» below it marks a task of it."""
    reading = read_table(
        table(
            EITHER,
            " | КП «Мережі» | Всього: | 12",
            "1 | Зв'язок | Разом по завданню: | 5",
            " | | 1.1. Сервер | 5",
            "2 | Захист | 2.1. Антивірус | 7",
        )
    )
    assert left_out(reading) == []
    assert owners(reading) == {"Сервер": ("КП «Мережі»", "Зв'язок"), "Антивірус": ("КП «Мережі»", "Захист")}
    totals = [(entry.name, entry.level) for entry in reading.allocations if entry.is_total]
    assert totals == [("КП «Мережі»", Level.SPENDING_UNIT), ("Зв'язок", Level.TASK)]


def test_name_that_may_be_a_unit_or_a_task(read_table: ReadTable) -> None:
    """After a unit without «Всього:», a name with no words of a unit is left out: its lines count, but for nobody."""
    reading = read_table(
        table(
            EITHER,
            "13 | Відділ праці | Разом по завданню: | 5",
            " | | 13.1. Сервер | 5",
            "14 | КП «Мережі» | Разом по завданню: | 7",
            " | | 14.1. Кабель | 7",
            "15 | Архів | 15.1. Сканер | 9",
            " | | 15.2. Шафа | 1",
            "16 | Управління освіти | 16.1. Дошка | 3",
        )
    )
    assert left_out(reading) == [
        ("рядок 9", "14 КП «Мережі» Разом по завданню: 7", UnreadReason.UNIT_OR_TASK),
        ("рядок 11, графа 2", "Архів", UnreadReason.UNIT_OR_TASK),
    ]
    assert owners(reading) == {
        "Сервер": ("Відділ праці", None),
        "Кабель": (None, None),
        "Сканер": (None, None),
        "Шафа": (None, None),
        "Дошка": ("Управління освіти", None),
    }
    lowest = [entry.amount for entry in reading.allocations if not entry.is_total]
    assert lowest == [Decimal(amount) for amount in (5, 7, 9, 1, 3)]


def test_numbers_below_names_that_cannot_be_told(read_table: ReadTable) -> None:
    """Numbers start anew below each such name: 1.1 of one is not the sum of 1.1.1 of another."""
    reading = read_table(
        table(EITHER, "1 | Архів | 1.1. Сканер | 9", "1 | Музей | 1.1. Сайт | 2", " | | 1.1.1. Домен | 1")
    )
    assert [(entry.name, entry.is_total) for entry in reading.allocations] == [
        ("Сканер", False),
        ("Сайт", True),
        ("Домен", False),
    ]


def test_name_without_a_measure_that_cannot_be_told(read_table: ReadTable) -> None:
    """A row of its own that may be a unit or a task is left out whole, since what it adds up cannot be told."""
    reading = read_table(table(EITHER, "1 | Архів | | 9", " | | 1.1. Сканер | 9"))
    assert left_out(reading) == [("рядок 7", "1 Архів 9", UnreadReason.UNIT_OR_TASK)]
    assert owners(reading) == {"Сканер": (None, None)}


def test_name_in_the_column_of_numbers_that_cannot_be_told(read_table: ReadTable) -> None:
    """A name that is merged with the column of numbers is named by the cell in which it stands."""
    reading = read_table(table(EITHER, "Архів | | 1.1. Сканер | 9"))
    assert left_out(reading) == [("рядок 7, графа 1", "Архів", UnreadReason.UNIT_OR_TASK)]


@pytest.mark.parametrize(
    ("heading", "unread", "units"),
    [
        (TASKS, [], {"Центр даних": (None, None), "Сервер": (None, None)}),
        (UNITS, [], {"Центр даних": ("Центр даних", None), "Сервер": ("Сервер", None)}),
        (EITHER, ["1 Центр даних 5 6"], {"Сервер": (None, None)}),
    ],
)
def test_table_without_measures(
    read_table: ReadTable, heading: str, unread: list[str], units: dict[str, tuple[str | None, str | None]]
) -> None:
    """Without a column of measures a name is the line; one that may be a unit and add up others is left out."""
    reading = read_table(
        f"№ | {heading} | 2021 рік (грн) | 2022 рік (грн)\n1 | Центр даних | 5 | 6\n2 | Сервер | 7 | 8\n"
    )
    assert [entry.text for entry in reading.unread] == unread
    assert owners(reading) == units
