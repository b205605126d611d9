"""Passports of programmes: the table of 001, the damaged lines of 002, and lines in another city's layout."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from data.contracts import Fund, Level, Section, Statement, Topic, UnreadReason
from data.register import RAW
from loaders.documents.programme_passport.money import amounts_in
from loaders.reading import Reading, read_file

FIXTURES = Path(__file__).parents[2] / "fixtures" / "programme_passport"


@pytest.fixture(scope="module")
def scan() -> Reading:
    (reading,) = read_file(RAW / "002_579487dc3b6fff2d.txt")
    return reading


@pytest.fixture(scope="module")
def other_city() -> Reading:
    (reading,) = read_file(FIXTURES / "lines.txt")
    return reading


def stated(reading: Reading, topic: Topic) -> list[Statement]:
    return [statement for statement in reading.statements if statement.topic is topic]


def test_yearly_totals(programme: Reading) -> None:
    """Point 5 of 001 states the totals of the years a second time, three in one cell."""
    amounts = [amount for amount in programme.allocations if amount.section is Section.PROGRAMME_PASSPORT]
    assert [(amount.locator, amount.fiscal_year, amount.amount) for amount in amounts] == [
        ("рядок 202, графа 3, сума 1", 2019, Decimal("2457000.00")),
        ("рядок 202, графа 3, сума 2", 2020, Decimal("2178300.00")),
        ("рядок 202, графа 3, сума 3", 2021, Decimal("1539900.00")),
    ]
    assert {(amount.fund, amount.level, amount.is_total) for amount in amounts} == {
        (Fund.TOTAL, Level.PROGRAMME, True),
    }
    assert amounts[0].printed == (
        "Всього: тис. грн 2019 р. - 2457,0 тис. грн 2020 р. - 2178,3 тис. грн 2021 р. - 1539,9 тис. грн"
    )
    assert amounts[0].funding_source == "кошти міського бюджету"


def test_table(programme: Reading) -> None:
    """The other points of 001's table, each with its number and cell."""
    own = [row for row in programme.statements if 198 <= row.row_no <= 204]
    assert [(row.topic, row.number, row.locator) for row in own] == [
        (Topic.INITIATOR, "1", "рядок 198, графа 3"),
        (Topic.DEVELOPER, "2", "рядок 199, графа 3"),
        (Topic.RESPONSIBLE, "3", "рядок 200, графа 3"),
        (Topic.FUNDING_SOURCE, "4", "рядок 201, графа 3"),
        (Topic.PUBLICATION, "7", "рядок 204, графа 3"),
    ]
    assert own[3].text == "Міський бюджет"


def test_scan_title_and_term(scan: Reading) -> None:
    """002: the title goes over three lines, the term names three stages."""
    (title,) = stated(scan, Topic.TITLE)
    assert (title.locator, title.text) == (
        "рядок 27",
        "Цільова програма Житомирської міської територіальної громади «е-місто» на 2021-2026 роки",
    )
    assert title.printed.split("\n")[1] == "торiальноi громади <е-пriсто> на 2021-2026"
    (initiator,) = stated(scan, Topic.INITIATOR)
    assert initiator.text == "Управління розвитку інформаційних технологій Житомирської міської ради"
    (term,) = stated(scan, Topic.TERM)
    assert (term.first_year, term.last_year) == (2021, 2026)
    assert [
        (stage.number, stage.first_year, stage.last_year, stage.locator) for stage in stated(scan, Topic.STAGE)
    ] == [
        ("I", 2021, 2022, "рядок 80"),
        ("II", 2023, 2024, "рядок 81"),
        ("III", 2025, 2026, "рядок 82"),
    ]


def test_scan_total(scan: Reading) -> None:
    """002: the total and the share of the city's budget, whose dash is no minus, with a З repaired to 3 in both."""
    total, share = scan.allocations
    assert (total.locator, total.printed, total.amount) == ("рядок 104", "27 З95,4 тис. грн.", Decimal("27395400.00"))
    assert (share.locator, share.printed, share.amount) == ("рядок 106", "-27 З95,4 тис. грн.", Decimal("27395400.00"))
    assert (total.funding_source, share.funding_source) == (None, "кошти міського бюджету")
    assert {(one.fiscal_year, one.fund, one.is_total, one.section) for one in (total, share)} == {
        (None, Fund.UNSPECIFIED, True, Section.PROGRAMME_PASSPORT),
    }
    made = [one for one in scan.repairs if one.locator in ("рядок 104", "рядок 106")]
    assert [(one.printed, one.repaired, one.rule) for one in made] == [("27 З95,4", "27 395,4", "digits")] * 2


def test_scan_lists(scan: Reading) -> None:
    """002: seven results, one of which starts within a line, and three headline indicators without a heading."""
    assert not stated(scan, Topic.SPENDING_DIRECTION)
    assert [(row.text, row.locator) for row in stated(scan, Topic.EXPECTED_RESULT)] == [
        ("Подолання інформаційної нерівності", "рядок 111"),
        ("підвищення доступності", "рядок 112"),
        ("вдосконалення роботи виконавчих органів ради", "рядок 113"),
        ("подолання дискримінації", "рядок 114"),
        ("навчання персоналу", "рядок 115"),
        ("забезпечення та розвиток інфраструктури", "рядок 116"),
        ("захист інформації", "рядок 118"),
    ]
    assert [row.text for row in stated(scan, Topic.HEADLINE_INDICATOR)] == [
        "Частка мешканців, що використовують міський портал з електронними сервісами",
        "Кількість адміністративних послуг, що надаються в електронному вигляді",
        "кількість користувачів ЦНАП, що замовили адміністративну послугу онлайн",
    ]


def test_scan_lines_are_kept(scan: Reading) -> None:
    """The lines that carry facts are kept as printed, once each, so that a page can show them."""
    kept = {row.row_no: row for row in scan.source_rows}
    assert len(kept) == len(scan.source_rows)
    facts = (*scan.statements, *scan.allocations, *scan.population)
    assert {fact.row_no for fact in facts} <= kept.keys()
    line = kept[28]
    assert (line.table_no, line.table_kind, line.role, line.locator) == (0, "text", "data", "рядок 28")
    assert line.cells == ("торiальноi громади <е-пriсто> на 2021-2026",)
    assert not scan.unread


def test_other_city(other_city: Reading) -> None:
    """A clean passport: values on the label's line or below, sources beside their amounts, up to the next chapter."""
    assert [(one.amount, one.funding_source, one.name) for one in other_city.allocations] == [
        (Decimal("1250500.00"), None, "Обсяг фінансування Програми"),
        (Decimal("1000000.00"), "кошти місцевого бюджету", "коштів місцевого бюджету"),
        (Decimal("250500.00"), "кошти обласного бюджету", "коштів обласного бюджету"),
    ]
    assert not other_city.repairs
    (developer,) = stated(other_city, Topic.DEVELOPER)
    assert developer.text == "відділ цифрового розвитку"
    assert [row.text for row in stated(other_city, Topic.SPENDING_DIRECTION)] == [
        "цифрові послуги",
        "захист інформації",
    ]
    (left,) = other_city.unread
    assert (left.text, left.reason) == ("III етап згодом", UnreadReason.NO_STAGE)


def test_sources_that_cannot_be_told(read_text: Callable[[str], Reading]) -> None:
    """Fewer amounts than sources, none as large as the total: whose they are is not guessed."""
    reading = read_text(
        "ПАСПОРТ\n1. Назва Програми\nПрограма\n2. Обсяг фінансування Програми, всього:\n- коштів міського бюджету\n"
        "- коштів державного бюджету\n\n100,0 тис. грн\n\n- 40,0 тис. грн\n"
    )
    assert [amount.amount for amount in reading.allocations] == [Decimal("100000.00")]
    (left,) = reading.unread
    assert (left.text, left.reason) == ("40,0", UnreadReason.SOURCE_UNTOLD)


def test_unknown_point(read_table: Callable[[str], Reading]) -> None:
    """A point of the table whose label is not known is reported, a blank value is not."""
    reading = read_table(
        """
        1 | Ініціатор розроблення Програми | Відділ
        2 | Гасло Програми | Вперед
        3 | Джерела фінансування |
        """
    )
    assert [statement.text for statement in reading.statements] == ["Відділ"]
    (left,) = reading.unread
    assert (left.text, left.reason) == ("2 | Гасло Програми | Вперед", UnreadReason.LABEL_UNKNOWN)


@pytest.mark.parametrize(
    ("label", "topic"),
    [
        ("Система організації контролю за виконанням Програми", Topic.CONTROL),
        ("Контроль за виконанням Програми", Topic.CONTROL),
        ("Координатор Програми", Topic.RESPONSIBLE),
        ("Співвиконавці", Topic.EXECUTOR),
        ("Строки реалізації", Topic.TERM),
        ("Етапи та строки реалізації Програми", Topic.TERM),
        ("Завдання Програми", Topic.TASK),
        ("Індикатори виконання Програми", Topic.HEADLINE_INDICATOR),
        ("Очікувані результати", Topic.EXPECTED_RESULT),
        ("Очікувані результати виконання (Програми)", Topic.EXPECTED_RESULT),
    ],
)
def test_labels(read_table: Callable[[str], Reading], label: str, topic: Topic) -> None:
    """Points that passports of other programmes have."""
    reading = read_table(
        f"1 | Ініціатор розроблення Програми | Відділ\n2 | {label} | Постійна комісія\n3 | Мета Програми |"
    )
    (stated_here,) = (row for row in reading.statements if row.number == "2")
    assert (stated_here.topic, stated_here.text) == (topic, "Постійна комісія")
    assert not reading.unread


def test_money() -> None:
    """Amounts within words: the year before, the unit behind or in the label, and nothing that is no amount."""

    def found(text: str, label: str = "") -> list[tuple[int | None, Decimal | None]]:
        return [(money.fiscal_year, money.amount) for money in amounts_in(text, label)]

    assert found("2024 рік – 10,5; 2025 рік – 0", "Обсяг, тис. грн") == [(2024, Decimal(10500)), (2025, Decimal(0))]
    assert found("1 234 567,89 грн") == [(None, Decimal("1234567.89"))]
    assert found("на 2024-2026 роки, згідно з рішенням № 15") == []
    assert found("1200", "Обсяг, млн грн") == [(None, Decimal(1_200_000_000))]
    assert [money.reason for money in amounts_in("2024 рік - 10,5")] == [UnreadReason.UNIT_UNTOLD]
    assert [money.reason for money in amounts_in("1,574 тис. грн")] == [UnreadReason.THOUSANDS_OR_DECIMALS]
