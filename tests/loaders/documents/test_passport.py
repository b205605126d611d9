"""The real passport of Zhytomyr for 2022, counted and copied by hand, and passports written for these tests."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.contracts import (
    Allocation,
    DocumentKind,
    DocumentStatus,
    Fund,
    IndicatorGroup,
    IndicatorKind,
    Level,
    Section,
    Statement,
    Topic,
    UnreadReason,
)
from data.register import RAW
from loaders import acts
from loaders.acts import Act
from loaders.documents import execution_report, passport
from loaders.facts import Facts
from loaders.readers import tab_text
from loaders.rows import Row

FIXTURES = Path(__file__).parents[2] / "fixtures" / "passport"
FORMS: tuple[acts.Form, ...] = (passport, execution_report)

# Number, first words, amount in thousand UAH; all of the general fund.
DIRECTIONS = [
    ("1", "Створення реєстру дітей", 50),
    ("2", "Створення електронної приймальної", 100),
    ("3", "Інтеграція системи електронного документообігу", 100),
    ("4", "Підключення нових функціональних модулів", 200),
    ("5", "Підвищення кваліфікації працівників", 45),
    ("6", "Технічна підтримка, оновлення, системи електронного документообігу", 195),
    ("7", "Технічна підтримка, оновлення системи ведення реєстру", 50),
    ("8", "Технічна підтримка, оновлення програмного забезпечення для Центру", 50),
    ("9", "Технічна підтримка, оновлення програмного забезпечення Іеоінформаційної", 50),
    ("10", "Технічна підтримка, оновлення програмного забезпечення особистого", 50),
    ("11", "Модернізація, розширення", 45),
    ("12", "Організація автоматичного з'єднання", 24),
    ("13", "Технічна підтримка, оновлення програмного забезпечення реєстру дітей", 50),
    ("14", "Встановлення камер", 150),
    ("15", "Складання технічного завдання", 50),
    ("16", "Створення комплексних систем захисту", 100),
    ("17", "Придбання програмних та технічних засобів", 195),
]


def documents(name: str) -> list[tuple[Act, Facts]]:
    """The passports in a fixture, each with what was read from it."""
    found = acts.acts_of(tab_text.read(FIXTURES / f"{name}.txt"), FORMS)
    return [(act, passport.read(act, "d")) for act in found]


def lines(text: str) -> tuple[Row, ...]:
    """Rows of a text whose cells are divided by ` | `."""
    return tuple(
        Row(number, tuple(cell.strip() for cell in line.split("|"))) for number, line in enumerate(text.split("\n"), 1)
    )


def table(*rows: str, head: str = "9. Напрями використання бюджетних коштів") -> Facts:
    """A passport with one table under the usual headings of amounts."""
    heading = "№ з/п | Напрями використання бюджетних коштів | Загальний фонд | Спеціальний фонд | Усього"
    text = "\n".join(["Паспорт бюджетної програми місцевого бюджету на 2022 рік", head, heading, *rows])
    return passport.read(passport.described(lines(text)), "d")


def stated(facts: Facts, topic: Topic) -> list[Statement]:
    return [entry for entry in facts.statements if entry.topic is topic]


def amounts(facts: Facts, section: Section) -> list[tuple[str | None, Fund, Decimal | None, bool]]:
    return [
        (entry.line_code, entry.fund, entry.amount, entry.is_total)
        for entry in facts.allocations
        if entry.section is section
    ]


@pytest.fixture(scope="module")
def act() -> Act:
    (found,) = acts.acts_of(tab_text.read(RAW / "000_a7f94e1aa76e51b7.txt"), FORMS)
    return found


@pytest.fixture(scope="module")
def real(act: Act) -> Facts:
    return passport.read(act, "d")


# The real passport.


def test_what_the_passport_says_of_itself(act: Act) -> None:
    """Title, issuer, number and date; not those of the ministry's order above. It counts on three decisions."""
    assert act.kind is DocumentKind.PASSPORT
    assert act.title == "Паспорт бюджетної програми місцевого бюджету на 2022 рік"
    assert act.issuer == "Виконавчий комітет Житомирської міської ради Житомирської області"
    assert (act.number, act.adopted_on, act.status) == ("774", date(2022, 2, 9), DocumentStatus.ADOPTED)
    assert act.references == (
        "24 грудня 2021 року № 422",
        "25 березня 2021 року № 80",
        "7 лютого 2019 року № 1359",
    )
    assert act.amount_unit == "UAH"


def test_codes(real: Facts) -> None:
    """Codes are text with their zeros, each with its own cell."""
    office = "Виконавчий комітет Житомирської міської ради Житомирської області"
    codes = {entry.topic: (entry.locator, entry.printed, entry.text) for entry in real.statements[:11]}
    assert codes == {
        Topic.KEY_SPENDING_UNIT_CODE: ("рядок 21, графа 2", "0200000", "0200000"),
        Topic.KEY_SPENDING_UNIT: ("рядок 21, графа 3", office, office),
        Topic.KEY_SPENDING_UNIT_EDRPOU: ("рядок 21, графа 11", "04053625", "04053625"),
        Topic.EXECUTOR_CODE: ("рядок 23, графа 2", "0210000", "0210000"),
        Topic.EXECUTOR: ("рядок 23, графа 3", office, office),
        Topic.EXECUTOR_EDRPOU: ("рядок 23, графа 11", "04053625", "04053625"),
        Topic.PROGRAMME_CODE: ("рядок 25, графа 2", "0217530", "0217530"),
        Topic.TYPICAL_CODE: ("рядок 25, графа 3", "7530", "7530"),
        Topic.FUNCTIONAL_CODE: ("рядок 25, графа 4", "0460", "0460"),
        Topic.PROGRAMME_NAME: (
            "рядок 25, графа 5",
            "Інші заходи у сфері зв'язку, телекомунікації та інформатики",
            "Інші заходи у сфері зв'язку, телекомунікації та інформатики",
        ),
        Topic.BUDGET_CODE: ("рядок 25, графа 11", "06552000000", "06552000000"),
    }


def test_grounds(real: Facts) -> None:
    """Three decisions in one cell, each with its number and date; the second is the programme «е-місто»."""
    grounds = stated(real, Topic.GROUND)
    assert [(entry.number, entry.act_number, entry.act_date) for entry in grounds] == [
        ("1", "422", date(2021, 12, 24)),
        ("2", "80", date(2021, 3, 25)),
        ("3", "1359", date(2019, 2, 7)),
    ]
    assert grounds[1].text == (
        "рішення Житомирської міської ради від 25.03.2021 р. №80 Цільова програма Житомирської міської територіальної "
        "громади «е-місто» на 2021-2026 роки"
    )
    assert {entry.locator for entry in grounds} == {"рядок 33, графа 1"}


def test_tasks(real: Facts) -> None:
    """Sixteen tasks with their printed numbers: there is no fourth."""
    tasks = stated(real, Topic.TASK)
    assert [entry.number for entry in tasks] == [str(number) for number in (1, 2, 3, *range(5, 18))]
    assert (tasks[3].locator, tasks[3].text) == (
        "рядок 46, графа 2",
        "Налагодили взаємодію з органами виконавчої влади в електронному вигляді",
    )
    assert not stated(real, Topic.POLICY_GOAL) + stated(real, Topic.AIM)


def test_amounts_of_point_4(real: Facts) -> None:
    """The sentence holds three amounts; the locator says which of them, and all state the same money again."""
    found = [entry for entry in real.allocations if entry.section is Section.POINT_4]
    assert [(entry.locator, entry.fund, str(entry.amount)) for entry in found] == [
        ("рядок 31, графа 1, сума 1", Fund.TOTAL, "1504000.00"),
        ("рядок 31, графа 1, сума 2", Fund.GENERAL, "1504000.00"),
        ("рядок 31, графа 1, сума 3", Fund.SPECIAL, "0.00"),
    ]
    assert {(entry.level, entry.is_total, entry.name) for entry in found} == {
        (Level.PROGRAMME, True, "Обсяг бюджетних призначень/бюджетних асигнувань")
    }


def test_directions(real: Facts) -> None:
    """Seventeen directions, five of them below the headings of point 10; the lines add up to the printed total."""
    found = [entry for entry in real.allocations if entry.section is Section.POINT_9]
    general = [entry for entry in found if entry.fund is Fund.GENERAL and not entry.is_total]
    assert [entry.line_code for entry in general] == [number for number, _, _ in DIRECTIONS]
    for entry, (_, name, thousands) in zip(general, DIRECTIONS, strict=True):
        assert entry.name.startswith(name)
        assert entry.amount == thousands * 1000
    assert {entry.level for entry in general} == {Level.SPENDING_DIRECTION}
    assert sum(entry.amount or 0 for entry in found if not entry.is_total) == 1_504_000
    special = [entry for entry in found if entry.fund is Fund.SPECIAL]
    assert [(entry.amount, entry.printed) for entry in special] == [(0, "0")] * 18
    grand = [entry for entry in found if entry.level is Level.PROGRAMME]
    assert [(entry.locator, entry.fund, entry.amount, entry.is_total) for entry in grand] == [
        ("рядок 86, графа 3", Fund.GENERAL, 1_504_000, True),
        ("рядок 86, графа 4", Fund.SPECIAL, 0, True),
        ("рядок 86, графа 5", Fund.TOTAL, 1_504_000, True),
    ]
    assert {entry.fiscal_year for entry in real.allocations} == {2022}


def test_one_direction_whole(real: Facts) -> None:
    """A row of direction 13, which stands on the second page, as the warehouse holds it."""
    (entry,) = (entry for entry in real.allocations if entry.locator == "рядок 81, графа 3")
    assert entry == Allocation(
        document_id="d",
        locator="рядок 81, графа 3",
        printed="50 000",
        row_no=81,
        section=Section.POINT_9,
        line_code="13",
        level=Level.SPENDING_DIRECTION,
        name="Технічна підтримка, оновлення програмного забезпечення реєстру дітей",
        fiscal_year=2022,
        fund=Fund.GENERAL,
        basis=entry.basis,
        amount=Decimal(50_000),
        is_total=False,
    )


def test_local_programme(real: Facts) -> None:
    """Point 10 states the same money again: «е-місто», and a row of the form that was left blank."""
    name = "Цільова програма Житомирської міської територіальної громади «е-місто» на 2021-2026 роки"
    found = [entry for entry in real.allocations if entry.section is Section.POINT_10]
    assert [(entry.name, entry.line_code, entry.fund, entry.amount) for entry in found] == [
        (name, "1", Fund.GENERAL, 1_504_000),
        (name, "1", Fund.SPECIAL, 0),
        (name, "1", Fund.TOTAL, 1_504_000),
        ("Усього", None, Fund.GENERAL, 1_504_000),
        ("Усього", None, Fund.SPECIAL, 0),
        ("Усього", None, Fund.TOTAL, 1_504_000),
    ]
    assert {(entry.name, entry.level, entry.is_total) for entry in found} == {
        (name, Level.MEASURE, True),
        ("Усього", Level.PROGRAMME, True),
    }
    (blank,) = (row for row in real.source_rows if row.role == "ignored")
    assert (blank.row_no, blank.cells) == (95, ("2", "", "0", "0", "0"))


def test_column_numbers_are_no_amounts(real: Facts) -> None:
    """Rows of column numbers, also the one that the first direction was merged into, and those of each page."""
    numbering = {row.row_no for row in real.source_rows if row.role == "column_numbers"}
    assert numbering == {63, 80, 93, 101, 110, 129, 156}
    assert not numbering & {entry.row_no for entry in (*real.allocations, *real.indicators)}


def test_groups_of_indicators(real: Facts) -> None:
    """Counted by hand: 17 input, 16 output, 17 efficiency, 16 quality, and a share that stands among input."""
    counted = Counter(entry.group for entry in real.indicators if entry.fund is Fund.TOTAL)
    assert counted == {
        None: 1,
        IndicatorGroup.INPUT: 17,
        IndicatorGroup.OUTPUT: 16,
        IndicatorGroup.EFFICIENCY: 17,
        IndicatorGroup.QUALITY: 16,
    }
    assert len(real.indicators) == 3 * 67
    (untold,) = {entry.name for entry in real.indicators if entry.group is None}
    assert untold == "Питома вага листів що надійшли через СЕВ ОБВ"
    assert {(entry.kind, entry.fiscal_year) for entry in real.indicators} == {(IndicatorKind.TARGET, 2022)}
    spent = [entry for entry in real.indicators if entry.group is IndicatorGroup.INPUT and entry.fund is Fund.GENERAL]
    assert sum(entry.value or 0 for entry in spent) == 1_504_000


@pytest.mark.parametrize(
    ("row_no", "group", "name", "unit", "source", "printed"),
    [
        (
            108,
            "input",
            "Обсяг видатків на технічну підтримку/оновлення системи електронного документообігу",
            "грн.",
            "рішення міської ради від 24.12.2021 р. № 422,",
            "195 000,00",
        ),
        (
            124,
            "output",
            "Кількість адміністративних послуг що надаються в електронному вигляді",
            "од.",
            "сайт Житомирської міської ради, прогноз на 2023-2024 рр.",
            "7,00",
        ),
        (
            143,
            "efficiency",
            "Середні витрати на розробку однієї нової послуги/модуля для електронної приймальної Житомирської міської "
            "ради",
            "грн.",
            "розрахунково",
            "14 285,00",
        ),
        (172, "quality", "Рівень забезпеченості телефонним з'єднанням", "відс.", "розрахунково", "53,10"),
        (175, "quality", "Рівень підготовки документації для впровадження КСЗІ", "відс.", "розрахунково", "0,02"),
    ],
)
def test_whole_rows_of_indicators(
    real: Facts, row_no: int, group: str, name: str, unit: str, source: str, printed: str
) -> None:
    """Rows copied by hand: the general fund, a special fund of zero, and their total."""
    found = [entry for entry in real.indicators if entry.row_no == row_no]
    value = Decimal(printed.replace(" ", "").replace(",", "."))
    assert [(entry.fund, entry.value, entry.printed) for entry in found] == [
        (Fund.GENERAL, value, printed),
        (Fund.SPECIAL, 0, "0,00"),
        (Fund.TOTAL, value, printed),
    ]
    assert {(entry.group, entry.name, entry.unit, entry.info_source) for entry in found} == {
        (group, name, unit, source)
    }


def test_rows_shifted_by_a_cell(real: Facts) -> None:
    """The name stands among the numbers; a second name is that of the row below, or is left out with a reason."""
    names = {entry.row_no: entry.name for entry in real.indicators}
    assert names[130] == "Кількість систем підтримки/оновлення системи електронного документообігу"
    assert names[131] == "Кількість систем, що підтримуються для організації роботи реєстру територіальної громади"
    assert names[137] == "Кількість систем контролю доступу"
    (left_out,) = real.unread
    assert (left_out.locator, left_out.reason) == ("рядок 131, графа 2", UnreadReason.NAME_WITHOUT_VALUE)
    assert left_out.text == (
        "Кількість систем, що підтримуються для організації роботи Центру надання адміністративних послуг"
    )


def test_every_row_of_a_table_is_kept(act: Act, real: Facts) -> None:
    """Rows of tables as printed; of lines of text, those that carry facts. Only labels of points are none."""
    kept = {row.row_no: (row.table_kind, row.table_no, row.role) for row in real.source_rows}
    assert len(kept) == len(real.source_rows)
    missing = [row.printed[:9] for row in act.rows if row.in_table and not row.is_blank and row.no not in kept]
    assert missing == ["5. Підста", "6. Цілі д", "7. Мета б"]
    assert kept[31] == kept[33] == ("text", 0, "data")
    assert kept[22] == ("passport_codes", 1, "heading")
    assert kept[43] == ("passport_tasks", 3, "data")
    assert kept[79] == ("passport_directions", 4, "heading")
    assert kept[94] == ("passport_programmes", 5, "data")
    assert kept[141] == ("passport_indicators", 6, "heading")
    facts = (*real.allocations, *real.indicators, *real.statements)
    assert {entry.row_no for entry in facts} <= kept.keys()


# Headings.


@pytest.mark.parametrize(
    "printed",
    [
        "Паспорт бюджетної програми місцевого бюджету на 2022 рік",
        "ПАСПОРТ БЮДЖЕТНОЇ ПРОГРАМИ МІСЦЕВОГО БЮДЖЕТУ НА 2019 РІК",
        "П А С П О Р Т  бюджетної програми місцевого бюджету на 2024 рік",
        "**Паспорт бюджетної програми місцевого бюджету на 2022 рік**",
        "Паспорт бюджетної програми місцевого бюджету на 2022 рік (зі змінами)",
        "Пaспорт бюджетнoї прoграми мiсцевого бюджету на 2022 рiк",
        "бюджетної програми місцевого бюджету на  2019 рік",
        "ПАСПОРТ БЮДЖЕТНОЇ ПРОГРАМИ",
    ],
)
def test_headings(printed: str) -> None:
    """The whole row, in capitals, spaced, with Latin letters, or its part where the heading takes two lines."""
    assert passport.is_heading(Row(1, (printed,)))
    assert passport.is_heading(Row(1, ("", "", printed, "")))


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "ПАСПОРТ",
        "ПАСПОРТ Програми",
        "Паспорт Програми розвитку місцевого електронного урядування на 2019-2021 роки",
        "Звіт про виконання паспорта бюджетної програми місцевого бюджету за 2021 рік",
        "Про затвердження паспорта бюджетної програми місцевого бюджету на 2022 рік",
        "бюджетної програми місцевого бюджету за 2021 рік",
        "Паспорт бюджетної програми місцевого бюджету на 2022 рік затвердити.",
    ],
)
def test_other_headings(printed: str) -> None:
    """Neither a local programme, nor a report, nor a decision about a passport."""
    assert not passport.is_heading(Row(1, (printed,)))


# Other cities.


def test_redaction_of_2019() -> None:
    """Codes in brackets on one line, no typical code and no code of the budget; amounts glued to words."""
    ((act, facts),) = documents("redaction_2019")
    assert act.title == "Паспорт бюджетної програми місцевого бюджету на 2019 рік"
    assert (act.issuer, act.number, act.adopted_on) == ("Вигадана мiська рада", "3/1", date(2019, 1, 16))
    assert act.references == ("20 грудня 2018 року № 15-2/VII",)
    assert {entry.topic: entry.text for entry in facts.statements[:7]} == {
        Topic.KEY_SPENDING_UNIT_CODE: "0100000",
        Topic.KEY_SPENDING_UNIT: "Вигадана мiська рада",
        Topic.EXECUTOR_CODE: "0110000",
        Topic.EXECUTOR: "Вигадана мiська рада",
        Topic.PROGRAMME_CODE: "0117530",
        Topic.FUNCTIONAL_CODE: "0460",
        Topic.PROGRAMME_NAME: "Інші заходи у сфері зв'язку, телекомунікації та інформатики",
    }
    assert [entry.text for entry in stated(facts, Topic.AIM)] == ["Розвиток інформаційних технологій"]
    assert [(entry.number, entry.text) for entry in stated(facts, Topic.TASK)] == [
        ("1", "Оновлення техніки"),
        ("1.1", "Захист даних"),
    ]
    assert [entry.act_number for entry in stated(facts, Topic.GROUND)] == [None, None, "15-2/VII"]
    assert facts.unread == ()


def test_amounts_of_2019() -> None:
    """Two funds: a dash and a blank cell are no zero; two local programmes have no numbers."""
    ((_, facts),) = documents("redaction_2019")
    assert amounts(facts, Section.POINT_4) == [
        (None, Fund.TOTAL, Decimal("125000.50"), True),
        (None, Fund.GENERAL, Decimal("100000.50"), True),
        (None, Fund.SPECIAL, Decimal(25_000), True),
    ]
    assert amounts(facts, Section.POINT_9) == [
        ("1", Fund.GENERAL, Decimal("100000.50"), False),
        ("1", Fund.SPECIAL, None, False),
        ("1", Fund.TOTAL, Decimal("100000.50"), True),
        ("2", Fund.SPECIAL, Decimal(25_000), False),
        ("2", Fund.TOTAL, Decimal(25_000), True),
        (None, Fund.GENERAL, Decimal("100000.50"), True),
        (None, Fund.SPECIAL, Decimal(25_000), True),
        (None, Fund.TOTAL, Decimal("125000.50"), True),
    ]
    programmes = {e.name: (e.level, e.amount) for e in facts.allocations if e.section is Section.POINT_10}
    assert programmes == {
        "Програма інформатизації на 2018-2020 роки": (Level.MEASURE, Decimal("85000.50")),
        "Програма «Безпечне місто»": (Level.MEASURE, 40_000),
        "Разом:": (Level.PROGRAMME, Decimal("125000.50")),
    }


def test_indicators_of_2019() -> None:
    """Printed groups hold what stands below them, a share too; words in place of a number are a target in words."""
    ((_, facts),) = documents("redaction_2019")
    by_code = {entry.line_code: entry for entry in facts.indicators if entry.fund is Fund.TOTAL}
    assert {code: (entry.group, entry.value, entry.text) for code, entry in by_code.items()} == {
        "1.1": (IndicatorGroup.INPUT, Decimal("100000.50"), None),
        "1.2": (IndicatorGroup.INPUT, Decimal("12.5"), None),
        "2.1": (IndicatorGroup.OUTPUT, Decimal(5), None),
        "2.2": (IndicatorGroup.OUTPUT, None, "так"),
        "3.1": (IndicatorGroup.EFFICIENCY, Decimal("20000.10"), None),
        "4.1": (IndicatorGroup.QUALITY, Decimal("33.333"), None),
    }


def test_form_in_a_sheet() -> None:
    """Columns far apart and in another order, captions over two rows, a unit of thousand in one table only."""
    ((act, facts),) = documents("sheet")
    assert act.title == "ПАСПОРТ БЮДЖЕТНОЇ ПРОГРАМИ МІСЦЕВОГО БЮДЖЕТУ НА 2023 РІК"
    assert (act.number, act.adopted_on) == ("7", date(2023, 1, 12))
    codes = {entry.topic: entry.text for entry in facts.statements}
    assert (codes[Topic.TYPICAL_CODE], codes[Topic.FUNCTIONAL_CODE]) == ("7520", "0460")
    assert codes[Topic.KEY_SPENDING_UNIT] == "Департамент цифрового розвитку Вигаданої міської ради"
    assert codes[Topic.AIM] == "Цифрові послуги для мешканців"
    assert [(entry.act_number, entry.act_date) for entry in stated(facts, Topic.GROUND)] == [
        ("1000", date(2022, 12, 22)),
        ("1005", date(2023, 1, 10)),
    ]
    assert amounts(facts, Section.POINT_4)[0] == (None, Fund.TOTAL, Decimal(300_000), True)
    assert amounts(facts, Section.POINT_9)[:4] == [
        ("1", Fund.GENERAL, Decimal(200_500), False),
        ("1", Fund.TOTAL, Decimal(200_500), True),
        ("2", Fund.GENERAL, Decimal(99_500), False),
        ("2", Fund.TOTAL, Decimal(99_500), True),
    ]
    (noted,) = (entry for entry in facts.allocations if entry.funding_note)
    assert (noted.amount, noted.funding_note) == (None, "В межах фінансування")
    assert (None, Fund.SPECIAL, Decimal(0), True) in amounts(facts, Section.POINT_9)
    assert amounts(facts, Section.POINT_10)[0] == ("1", Fund.GENERAL, Decimal(300_000), True)
    assert {(entry.fund, entry.value) for entry in facts.indicators if entry.group is IndicatorGroup.QUALITY} == {
        (Fund.GENERAL, Decimal("80.0")),
        (Fund.SPECIAL, Decimal(0)),
        (Fund.TOTAL, Decimal("80.0")),
    }
    assert facts.unread == ()


def test_two_passports_in_one_file() -> None:
    """Each starts where it was approved, and has its own year; a blank form is a draft."""
    (first, one), (second, two) = documents("two_passports")
    assert (first.issuer, first.number, first.adopted_on) == ("Перше управління", "11", date(2024, 1, 10))
    assert (second.issuer, second.number, second.status) == ("Друге управління", None, DocumentStatus.DRAFT)
    assert {entry.fiscal_year for entry in one.allocations} == {2024}
    assert {entry.fiscal_year for entry in two.allocations} == {2025}


def test_cells_of_the_special_fund_that_vanished() -> None:
    """Two equal numbers under three headings are a fund and its total; whose, is known where the other is empty."""
    (_, one), (_, two) = documents("two_passports")
    assert amounts(one, Section.POINT_9)[:2] == [
        ("1", Fund.GENERAL, Decimal(10_000), False),
        ("1", Fund.TOTAL, Decimal(10_000), True),
    ]
    assert [(entry.text, entry.reason) for entry in one.unread] == [
        ("15 000", UnreadReason.FUND_UNTOLD),
        ("20 000", UnreadReason.FUND_UNTOLD),
        ("3 | Сайт", UnreadReason.NAME_WITHOUT_VALUE),
    ]
    assert amounts(two, Section.POINT_9)[0] == ("1", Fund.UNSPECIFIED, Decimal(3), False)
    assert (two.unread[0].locator, two.unread[0].reason) == ("рядок 31, графа 3", UnreadReason.FUND_UNTOLD)


def test_a_table_with_an_unknown_heading() -> None:
    """It is left out in one entry that names the heading and its rows."""
    _, (_, facts) = documents("two_passports")
    assert facts.indicators == ()
    left_out = facts.unread[-1]
    assert (left_out.locator, left_out.reason) == ("рядок 34, графа 5", UnreadReason.HEADING_UNKNOWN)
    assert left_out.text == "Прогноз (рядок 35; рядків даних: 1)"


@pytest.mark.parametrize(("unit", "amount"), [("(тис. грн)", 12_000), ("(млн грн)", 12_000_000), ("(гривень)", 12)])
def test_unit_above_the_table(unit: str, amount: int) -> None:
    """The form is kept in UAH; a line above the headings may say thousands or millions."""
    head = f"9. Напрями використання бюджетних коштів\n{unit}"
    (general, *_) = table("1 | Сервер | 12 | 0 | 12", head=head).allocations
    assert general.amount == amount


@pytest.mark.parametrize(("row", "group"), [("1 | Показники продукту", "output"), ("Витрати | | 12 | 0 | 12", None)])
def test_groups_by_any_form_of_their_word(row: str, group: str | None) -> None:
    """A row heads a group in any form of its word; with values behind, it is an indicator of that name."""
    heading = "№ з/п | Показники | Одиниця виміру | Джерело інформації | Загальний фонд | Спеціальний фонд | Усього"
    head = "11. Результативні показники бюджетної програми"
    found = table(head=f"{head}\n{heading}\n{row}\n2 | Сервери | шт | | 3 | 0 | 3").indicators
    assert {entry.name: entry.group for entry in found}["Сервери"] == group


# Something is wrong.


@pytest.mark.parametrize(
    ("row", "text", "reason"),
    [
        ("1 | Сервер | 12a | 0 | 12", "12a", UnreadReason.NOT_A_NUMBER),
        ("1 | Сервер | 1,125 | 0 | 12", "1,125", UnreadReason.THOUSANDS_OR_DECIMALS),
        ("1 | Сервер | 99999999999999999 | 0 | 12", "99999999999999999", UnreadReason.AMOUNT_TOO_LONG),
        ("1 | Сервер | 12 | 0 | 12 | 7", "7", UnreadReason.PAST_THE_HEADINGS),
        ("1 | | 12 | 0 | 12", "1 | 12 | 0 | 12", UnreadReason.NOTHING_KNOWN),
        ("1 | Сервер | =C2*2 | 0 | 12", "=C2*2", UnreadReason.FORMULA_WITHOUT_RESULT),
        ("1 | Сервер | =SUM(C) | 0 | 12", "=SUM(C)", UnreadReason.FORMULA_WITHOUT_RESULT),
        ("01.02.2024 | Сервер | 12 | 0 | 12", "01.02.2024", UnreadReason.NOT_A_LINE_NUMBER),
    ],
)
def test_what_cannot_be_read_is_named(row: str, text: str, reason: UnreadReason) -> None:
    """One bad cell or row is named with its text and why."""
    (entry,) = table(row).unread
    assert (entry.text, entry.reason) == (text, reason)


def test_date_for_the_number_of_a_line() -> None:
    """A direction, a task and an indicator keep their names and amounts, without a number."""
    row = "01.02.2024 | Сервер | 12 | 0 | 12"
    assert {(entry.name, entry.line_code) for entry in table(row).allocations} == {("Сервер", None)}
    tasks = table(
        "1 | Мережа | 1 | 0 | 1", "8. Завдання бюджетної програми", "№ з/п | Завдання", "01.02.2024 | Навчання"
    )
    assert [(entry.number, entry.text) for entry in stated(tasks, Topic.TASK)] == [(None, "Навчання")]
    heading = "№ з/п | Показники | Одиниця виміру | Джерело інформації | Загальний фонд | Спеціальний фонд | Усього"
    head = "11. Результативні показники бюджетної програми"
    facts = table(
        "1 | Мережа | 1 | 0 | 1", head, heading, "1 | продукту", "01.02.2024 | Портали | од. | звіт | 3 | 0 | 3"
    )
    assert {(entry.name, entry.line_code) for entry in facts.indicators} == {("Портали", None)}
    for found in (tasks, facts):
        assert [entry.reason for entry in found.unread] == [UnreadReason.NOT_A_LINE_NUMBER]


def test_headings_with_words_broken_by_narrow_cells() -> None:
    """Spaces within the words of a heading do not matter."""
    heading = "№ з/п | Напрями використан ня бюджетних кош тів | Загаль ний фонд | Спеціаль ний фонд | Усьо го"
    head = "Паспорт бюджетної програми місцевого бюджету на 2022 рік\n9. Напрями використання бюджетних коштів"
    facts = passport.read(passport.described(lines(f"{head}\n{heading}\n1 | Сервер | 12 | 3 | 15")), "d")
    assert amounts(facts, Section.POINT_9) == [
        ("1", Fund.GENERAL, Decimal(12), False),
        ("1", Fund.SPECIAL, Decimal(3), False),
        ("1", Fund.TOTAL, Decimal(15), True),
    ]


def test_a_code_that_may_be_two_things() -> None:
    """Two codes of as many digits at one point: neither is taken."""
    rows = lines("Паспорт бюджетної програми місцевого бюджету на 2022 рік\n1. | 0200000 | 4053625 | Виконком")
    facts = passport.read(passport.described(rows), "d")
    assert [entry.topic for entry in facts.statements] == [Topic.KEY_SPENDING_UNIT]
    assert [(entry.text, entry.reason) for entry in facts.unread] == [
        ("0200000", UnreadReason.CODE_UNTOLD),
        ("4053625", UnreadReason.CODE_UNTOLD),
    ]


def test_passport_without_a_year() -> None:
    """Its amounts belong to no year: they are left out with a reason, while codes and tasks are read."""
    text = "1. | 0200000 | Виконком\n8. Завдання бюджетної програми\n1 | Мережа"
    rows = lines(f"Паспорт бюджетної програми місцевого бюджету\n{text}")
    facts = passport.read(passport.described(rows), "d")
    assert [entry.text for entry in facts.statements] == ["0200000", "Виконком", "Мережа"]
    assert [entry.reason for entry in facts.unread] == [UnreadReason.YEAR_UNKNOWN]


def test_rows_without_headings() -> None:
    """A table whose headings are lost is left out as a whole."""
    text = "9. Напрями використання бюджетних коштів\n1 | Мережа | 5"
    rows = lines(f"Паспорт бюджетної програми місцевого бюджету на 2022 рік\n{text}")
    facts = passport.read(passport.described(rows), "d")
    assert [entry.reason for entry in facts.unread] == [UnreadReason.TABLE_UNKNOWN]
    assert facts.allocations == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (["1) рішення від 01.02.2022 р. № 5", "Про бюджет; 2) рішення № 6 від 3 лютого", "2022 року"], ["5", "6"]),
        (["рішення міської ради від", "01.02.2022 № 5;", "Рішення від 02.02.2022 р. №6/1"], ["5", "6/1"]),
        (["Рішення від 01.02.2022 № 5", "«Про бюджет»", "Рішення від 02.02.2022 № 6"], ["5", "6"]),
        (["Конституція України, рішення від 31.02.2022 № 5"], [None]),
    ],
)
def test_grounds_cut_by_the_width_of_the_page(text: list[str], numbers: list[str | None]) -> None:
    """Lines are put together before acts are looked for; a date that does not exist names none."""
    head = ["Паспорт бюджетної програми місцевого бюджету на 2022 рік", "5. Підстави для виконання бюджетної програми"]
    act = passport.described(lines("\n".join([*head, *text])))
    found = stated(passport.read(act, "d"), Topic.GROUND)
    assert [entry.act_number for entry in found] == numbers
    assert [reference.rpartition(" ")[2] for reference in act.references] == [number for number in numbers if number]


CELL = st.sampled_from(
    [
        "",
        " ",
        "1",
        "5,5",
        "-",
        "Усього",
        "№",
        "Показники",
        "Загальний фонд",
        "затрат",
        "(підпис)",
        "9.",
        "1)",
        "\u202e",
        "0217530",
    ]
) | st.text(max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=8), max_size=8), st.integers(0, 178))
def test_hostile_rows(rows: list[list[str]], place: int) -> None:
    """Whatever rows stand in a passport, it is read without a traceback, and each cell gives one fact at most."""
    source = tab_text.read(RAW / "000_a7f94e1aa76e51b7.txt").rows
    cells = [*(row.cells for row in source[:place]), *map(tuple, rows), *(row.cells for row in source[place:])]
    mixed = tuple(Row(number, line) for number, line in enumerate(cells, start=1))
    facts = passport.read(passport.described(mixed), "d")
    places = [entry.locator for entry in (*facts.allocations, *facts.indicators)]
    assert len(places) == len(set(places))
    assert len({row.row_no for row in facts.source_rows}) == len(facts.source_rows)
