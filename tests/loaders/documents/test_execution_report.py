"""Reports on the execution of a passport; no real one is among the documents, so all are written for these tests."""

from decimal import Decimal
from pathlib import Path

import pytest

from data.contracts import Execution, Fund, IndicatorGroup, IndicatorKind, Topic, UnreadReason
from loaders import acts
from loaders.acts import Act
from loaders.documents import execution_report, passport
from loaders.facts import Facts
from loaders.readers import tab_text
from loaders.rows import Row

FIXTURES = Path(__file__).parents[2] / "fixtures" / "execution_report"


def document(name: str) -> tuple[Act, Facts]:
    """The report in a fixture, and what was read from it."""
    (act,) = acts.acts_of(tab_text.read(FIXTURES / f"{name}.txt"), (passport, execution_report))
    return act, execution_report.read(act, "d")


def lines(text: str) -> tuple[Row, ...]:
    return tuple(
        Row(number, tuple(cell.strip() for cell in line.split("|"))) for number, line in enumerate(text.split("\n"), 1)
    )


def figures(facts: Facts) -> list[tuple[str | None, Fund, Decimal | None, Decimal | None, Decimal | None, bool]]:
    return [
        (entry.name, entry.fund, entry.revised_plan, entry.cash, entry.deviation, entry.is_total)
        for entry in facts.execution
    ]


@pytest.fixture(scope="module")
def report() -> Facts:
    return document("nine_columns")[1]


def test_what_the_report_says_of_itself() -> None:
    """A heading on two lines; the ministry's order above it is not its own."""
    act, _ = document("nine_columns")
    assert act.title == "ЗВІТ про виконання паспорта бюджетної програми місцевого бюджету за 2021 рік"
    assert (act.form, act.number, act.adopted_on, act.status) == (execution_report.KIND, None, None, None)


def test_one_line_whole(report: Facts) -> None:
    """Approved, cash and deviation of one fund make one row, with the cell of each, the codes and the explanation."""
    assert report.execution[0] == Execution(
        document_id="d",
        locator="рядок 24, графа 3",
        printed="100 000",
        row_no=24,
        budget_code="03551000000",
        programme_code="0217530",
        typical_code="7530",
        functional_code="0460",
        line_code="1",
        name="Мережа",
        period="2021",
        fund=Fund.GENERAL,
        revised_plan=Decimal(100_000),
        cash=Decimal("90000.55"),
        cash_locator="рядок 24, графа 6",
        cash_printed="90 000,55",
        deviation=Decimal("-9999.45"),
        note="економія за торгами",
    )


def test_lines_totals_and_programmes(report: Facts) -> None:
    """Directions are the lines; the printed total and the local programme state the same money again."""
    cash, left = Decimal("90000.55"), Decimal("-9999.45")
    whole = [
        (Fund.GENERAL, Decimal(100_000), cash, left, True),
        (Fund.SPECIAL, Decimal(50_000), Decimal(50_000), Decimal(0), True),
        (Fund.TOTAL, Decimal(150_000), cash + 50_000, left, True),
    ]
    assert figures(report) == [
        ("Мережа", Fund.GENERAL, Decimal(100_000), cash, left, False),
        ("Мережа", Fund.SPECIAL, Decimal(0), Decimal(0), Decimal(0), False),
        ("Мережа", Fund.TOTAL, Decimal(100_000), cash, left, True),
        ("Сервери", Fund.SPECIAL, Decimal(50_000), Decimal(50_000), None, False),
        ("Сервери", Fund.TOTAL, Decimal(50_000), Decimal(50_000), None, True),
        *(("Усього", *row) for row in whole),
        *(("Програма інформатизації", *row) for row in whole),
    ]
    assert report.unread == ()


def test_indicators_planned_and_actual(report: Facts) -> None:
    """Three targets and three actual values; words in place of a value stay words, and the deviation is not kept."""
    shown = {
        (entry.name, entry.kind, entry.fund): (entry.group, entry.locator, entry.value, entry.text)
        for entry in report.indicators
    }
    points = "кількість точок доступу"
    assert shown[points, IndicatorKind.TARGET, Fund.TOTAL] == (IndicatorGroup.OUTPUT, "рядок 43, графа 7", 10, None)
    assert shown[points, IndicatorKind.ACTUAL, Fund.TOTAL] == (IndicatorGroup.OUTPUT, "рядок 43, графа 10", 12, None)
    ready = shown["готовність мережі", IndicatorKind.ACTUAL, Fund.GENERAL]
    assert ready == (IndicatorGroup.QUALITY, "рядок 45, графа 8", None, "не вимірювали")
    assert len(report.indicators) == 6 + 6 + 3
    assert {entry.fiscal_year for entry in report.indicators} == {2021}


def test_explanations(report: Facts) -> None:
    """An explanation below its label is said of the indicator above; its rows are notes, and the conclusion is text."""
    (said,) = (entry for entry in report.statements if entry.topic is Topic.EXPLANATION)
    assert (said.text, said.parent, said.locator) == ("економія за торгами", "1", "рядок 41, графа 1")
    assert {row.row_no for row in report.source_rows if row.role == "note"} == {25, 40, 41}


def test_texts_of_the_report(report: Facts) -> None:
    """Goals, aim and tasks as in a passport."""
    said = {entry.topic: entry.text for entry in report.statements}
    assert said[Topic.POLICY_GOAL] == "Цифрові послуги"
    assert said[Topic.AIM] == "Розвиток інформаційних технологій"
    assert said[Topic.TASK] == "Оновити мережу"


def test_empty_special_fund() -> None:
    """Six numbers under nine headings: totals are certain where each pair is equal; whose the other is, is not."""
    act, facts = document("empty_special_fund")
    assert act.title.endswith("станом на 01.01.2019 року")
    assert figures(facts) == [
        ("Мережа", Fund.TOTAL, Decimal(10_000), Decimal(9_000), Decimal(1_000), False),
        ("Усього", Fund.TOTAL, Decimal(30_000), Decimal(24_000), Decimal(6_000), True),
    ]
    assert {entry.period for entry in facts.execution} == {"2018"}
    assert {entry.reason for entry in facts.unread} == {UnreadReason.FUND_UNTOLD}
    assert [entry.text for entry in facts.unread if entry.locator.startswith("рядок 10,")] == [
        "20 000",
        "20 000",
        "15 000",
        "20 000",
        "5 000",
        "0",
    ]


HEAD = """\
Звіт про виконання паспорта бюджетної програми місцевого бюджету за 2021 рік
7. Видатки (надані кредити з бюджету) та напрями використання бюджетних коштів за бюджетною програмою
№ з/п | Напрями використання бюджетних коштів | Затверджено у паспорті | | | Касові видатки | | | Відхилення | |
 | | загальний фонд | спеціальний фонд | усього | загальний фонд | спеціальний фонд | усього \
| загальний фонд | спеціальний фонд | усього
"""


def table(rows: str, head: str = HEAD) -> Facts:
    return execution_report.read(execution_report.described(lines(head + rows)), "d")


def test_general_fund_where_the_total_shows_an_empty_special_one() -> None:
    """A printed total with a special fund of zero says whose the numbers of a short row are."""
    facts = table("1 | Мережа | 10 | 10 | 9 | 9 | -1 | -1\n | Усього | 10 | 0 | 10 | 9 | 0 | 9 | -1 | 0 | -1")
    assert figures(facts)[:2] == [
        ("Мережа", Fund.GENERAL, 10, 9, -1, False),
        ("Мережа", Fund.TOTAL, 10, 9, -1, True),
    ]
    assert facts.unread == ()


def test_whole_groups_that_add_up_are_read_by_place() -> None:
    """Where only the deviation is missing, approved and cash stand in their columns and add up."""
    facts = table("1 | Мережа | 10 | 5 | 15 | 9 | 4 | 13")
    assert figures(facts) == [
        ("Мережа", Fund.GENERAL, 10, 9, None, False),
        ("Мережа", Fund.SPECIAL, 5, 4, None, False),
        ("Мережа", Fund.TOTAL, 15, 13, None, True),
    ]


def test_row_of_funds_that_lost_its_blank_cells() -> None:
    """Funds named from the first column on belong to the columns below the headings above them."""
    head = HEAD.replace("\n | | загальний", "\nзагальний")
    assert figures(table("1 | Мережа | 1 | 2 | 3 | 4 | 5 | 9 | 3 | 3 | 6", head)) == [
        ("Мережа", Fund.GENERAL, 1, 4, 3, False),
        ("Мережа", Fund.SPECIAL, 2, 5, 3, False),
        ("Мережа", Fund.TOTAL, 3, 9, 6, True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Відхилення", "Примітка", UnreadReason.HEADING_UNKNOWN),
        ("| Відхилення | |", "| | |", UnreadReason.HEADING_LOST),
        ("Напрями використання бюджетних коштів |", " |", UnreadReason.NO_MEASURES),
    ],
)
def test_headings_that_are_not_understood(old: str, new: str, reason: UnreadReason) -> None:
    """The table is left out in one entry with its reason."""
    facts = table("1 | Мережа | 10 | 5 | 15 | 9 | 4 | 13 | -1 | -1 | -2", HEAD.replace(old, new, 1))
    assert ([entry.reason for entry in facts.unread], facts.execution) == ([reason], ())


def test_words_in_place_of_cash() -> None:
    """A report has no place for words among amounts: they are named, and the rest of the line is read."""
    facts = table("1 | Мережа | 10 | 0 | 10 | не було | 0 | 0 | -10 | 0 | -10")
    assert [(entry.text, entry.reason) for entry in facts.unread] == [("не було", UnreadReason.NOT_A_NUMBER)]
    assert figures(facts)[0] == ("Мережа", Fund.GENERAL, 10, None, -10, False)


def test_explanation_of_no_line() -> None:
    """An explanation above the first line is about none: it is named."""
    facts = table("Пояснення щодо причин відхилення: економія\n1 | Мережа | 10 | 0 | 10 | 9 | 0 | 9 | -1 | 0 | -1")
    assert [(entry.locator, entry.reason) for entry in facts.unread] == [
        ("рядок 5, графа 1", UnreadReason.NAME_WITHOUT_VALUE)
    ]
    assert {entry.note for entry in facts.execution} == {None}


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("за 2021 рік", "2021"),
        ("станом на 01.01.2022 року", "2021"),
        ("на 01.07.2021", "2021-06"),
        ("за 2020 рік станом на 01.01.2021", "2020"),
    ],
)
def test_periods(when: str, period: str) -> None:
    """A year, or the months before the first day that it names."""
    facts = table("1 | Мережа | 10 | 0 | 10 | 9 | 0 | 9 | -1 | 0 | -1", HEAD.replace("за 2021 рік", when))
    assert {entry.period for entry in facts.execution} == {period}


def test_a_period_that_is_not_said() -> None:
    """Without a year, or on a day in the middle of a month, amounts belong to no period."""
    for when in ("", "станом на 15.03.2021"):
        facts = table("1 | Мережа | 1 | 0 | 1 | 1 | 0 | 1 | 0 | 0 | 0", HEAD.replace("за 2021 рік", when))
        assert [entry.reason for entry in facts.unread] == [UnreadReason.YEAR_UNKNOWN]
        assert facts.execution == ()


@pytest.mark.parametrize(
    ("printed", "is_report"),
    [
        ("ЗВІТ ПРО ВИКОНАННЯ ПАСПОРТА БЮДЖЕТНОЇ ПРОГРАМИ МІСЦЕВОГО БЮДЖЕТУ ЗА 2021 РІК", True),
        ("З В І Т про виконання паспорта бюджетної програми місцевого бюджету на 01.01.2020 року", True),
        ("про виконання паспорта бюджетної програми місцевого бюджету за 2019 рік", True),
        ("Звіт про виконання паспорта", True),
        ("Паспорт бюджетної програми місцевого бюджету на 2022 рік", False),
        ("Звіт про виконання бюджету за 2021 рік", False),
        ("Про затвердження звіту про виконання паспорта бюджетної програми за 2021 рік", False),
        ("ЗВІТ", False),
    ],
)
def test_headings(printed: str, is_report: bool) -> None:
    """The whole row, its first line or its second; neither a passport nor another report."""
    assert execution_report.is_heading(Row(1, (printed,))) is is_report
    assert not (is_report and passport.is_heading(Row(1, (printed,))))
