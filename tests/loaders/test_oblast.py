"""The oblast programme: words in place of amounts, directions and measures, indicators in groups.

Expected values are typed from the document.
"""

from collections import Counter
from decimal import Decimal

import pytest

from data.contracts import Basis, Fund, IndicatorGroup, IndicatorKind, Level, Section, Topic
from data.register import RAW
from loaders.reading import Reading, read_file

YEARS = [2022, 2023, 2024]
WITHIN, NONE_NEEDED = "В межах фінансування", "Не потребує фінансування"


@pytest.fixture(scope="module")
def oblast() -> Reading:
    (reading,) = read_file(RAW / "003_13f0536a96690397.txt")
    return reading


def test_everything_is_read(oblast: Reading) -> None:
    """One document with three tables: 6 sources and 11 measures in three years each, 19 values of indicators."""
    assert oblast.unread == ()
    assert oblast.document.title == (
        "Програма інформатизації Житомирської області на 2022 - 2024 роки «Цифрова Житомирщина»"
    )
    sections = Counter(entry.section for entry in oblast.allocations)
    assert sections == {Section.RESOURCES: 18, Section.MEASURES: 33}
    assert (len(oblast.measures), len(oblast.indicators)) == (11, 19)
    assert {row.table_kind for row in oblast.source_rows if row.table_no} == {"resources", "indicators", "measures"}


def test_no_amount_is_made_of_words(oblast: Reading) -> None:
    """«В межах фінансування» and «Не потребує фінансування» are neither zero nor missing."""
    for entry in oblast.allocations:
        assert (entry.amount, entry.fund, entry.basis) == (None, Fund.UNSPECIFIED, Basis.RESTATED)
        assert entry.funding_note == entry.printed.strip()
    assert Counter(entry.funding_note for entry in oblast.allocations) == {WITHIN: 45, NONE_NEEDED: 6}


def test_resources(oblast: Reading) -> None:
    """Each source by year; the first row adds up the others, and none is a lowest line."""
    found = [entry for entry in oblast.allocations if entry.section is Section.RESOURCES]
    assert [entry.funding_source for entry in found[::3]] == [
        None,
        "державний бюджет",
        "обласний бюджет",
        "районні, міські (міст обласного значення), об’єднаних громад бюджети",
        "бюджети сіл, селищ, міст районного значення",
        "кошти небюджетних джерел",
    ]
    assert [entry.fiscal_year for entry in found] == YEARS * 6
    assert {(entry.level, entry.is_total) for entry in found} == {(Level.PROGRAMME, True)}
    assert found[0].name == "Обсяг ресурсів всього, в тому числі:"
    assert found[0].locator == "рядок 117"


def test_directions(oblast: Reading) -> None:
    """Four directions; the first prints no number, and the fourth stands after blank lines in its cell."""
    assert {entry.topic for entry in oblast.statements} == {Topic.SPENDING_DIRECTION}
    assert [(entry.locator, entry.number, entry.text) for entry in oblast.statements] == [
        ("рядок 379", None, "Організаційне та методичне забезпечення реалізації Програми"),
        ("рядок 411", "2", "Розвиток інформаційної інфраструктури області"),
        ("рядок 468", "3", "Створення інфраструктури відкритих даних області"),
        (
            "рядок 493",
            "4",
            "Розвиток технологій е-урядування в органах виконавчої влади та органах місцевого самоврядування",
        ),
    ]


def test_measures(oblast: Reading) -> None:
    """Each measure with its direction and source; 3 has no point of its own, and 1.2 no dot after its number."""
    (data,) = {entry.spending_direction for entry in oblast.measures if entry.line_code == "3"}
    assert data == "Створення інфраструктури відкритих даних області"
    assert [(entry.line_code, entry.funding_source) for entry in oblast.measures] == [
        ("1.1", None),
        ("1.2", None),
        ("1.3", "Обласний бюджет"),
        ("2.1", "Обласний бюджет"),
        ("2.2", "Державний / обласний бюджет"),
        ("2.3", "Державний / обласний бюджет"),
        ("2.4", "Державний бюджет"),
        ("2.5", "Державний бюджет"),
        ("3", "Обласний бюджет"),
        ("4.1", "Державний / обласний бюджет"),
        ("4.2", "Обласний бюджет"),
    ]
    assert {entry.term for entry in oblast.measures} == {"2022-2024 роки"}
    first = oblast.measures[3]
    assert (first.name, first.executors, first.expected_result, first.locator) == (
        "Оснащення (придбання, монтаж, налаштування тощо) теле-аудіо-візуальним, презентаційним та інженерним "
        "обладнанням приміщень для проведення заходів",
        "Житомирська обласна рада",
        "Забезпечено теле-радіо-візуальним обладнанням",
        "рядок 418",
    )


def test_words_of_each_year(oblast: Reading) -> None:
    """A measure has an entry for each year; «Усього» is blank and has none. All are lowest lines."""
    found = [entry for entry in oblast.allocations if entry.section is Section.MEASURES]
    assert [entry.fiscal_year for entry in found] == YEARS * 11
    assert {(entry.level, entry.is_total) for entry in found} == {(Level.MEASURE, False)}
    assert [entry.line_code for entry in found if entry.funding_note == NONE_NEEDED] == ["1.1"] * 3 + ["1.2"] * 3
    assert {entry.spending_direction for entry in found[:9]} == {oblast.statements[0].text}
    assert len({entry.locator for entry in oblast.allocations}) == 51


def test_indicators(oblast: Reading) -> None:
    """A dash is an entry without a value, an empty baseline none; 50 / 50 / 500 stands as printed."""
    output, efficiency, quality = IndicatorGroup.OUTPUT, IndicatorGroup.EFFICIENCY, IndicatorGroup.QUALITY
    found: dict[tuple[IndicatorGroup | None, str | None], list[Decimal | None]] = {}
    for entry in oblast.indicators:
        found.setdefault((entry.group, entry.line_code), []).append(entry.value)
    assert found == {
        (output, "1"): [1, 4, 4, 3],
        (output, "2"): [1, 6, 6, 6],
        (output, "3"): [None, 100, 100, 100],
        (efficiency, "1"): [None, 50, 50, 500],
        (quality, "1"): [100, 150, 150],
    }
    kinds = [(entry.kind, entry.fiscal_year, entry.printed) for entry in oblast.indicators[12:16]]
    assert kinds == [
        (IndicatorKind.BASELINE, None, "-"),
        (IndicatorKind.TARGET, 2022, "50"),
        (IndicatorKind.TARGET, 2023, "50"),
        (IndicatorKind.TARGET, 2024, "500"),
    ]
    assert {entry.unit for entry in oblast.indicators} == {
        "Кількість",
        "Кількість людей які пройшли підвищення цифрової грамотності",
    }
