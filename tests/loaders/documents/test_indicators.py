"""Tables of indicators: the one of Kropyvnytskyi, and one in another city's layout, written for the tests."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from data.contracts import IndicatorGroup, IndicatorKind, Topic, UnreadReason
from loaders.reading import Reading, read_file

ReadTable = Callable[[str], Reading]


def test_indicators_of_the_programme(programme: Reading) -> None:
    """Seven targets for the whole programme; «Штатний розпис» is a target that is no number."""
    found = programme.indicators
    assert [(entry.value, entry.text) for entry in found] == [
        (Decimal(1), None),
        (Decimal(1), None),
        (None, "Штатний розпис"),
        (None, "Штатний розпис"),
        (None, "Штатний розпис"),
        (Decimal(259), None),
        (Decimal(544), None),
    ]
    assert {(entry.kind, entry.fiscal_year, entry.group) for entry in found} == {(IndicatorKind.TARGET, None, None)}
    last = found[-1]
    assert (last.locator, last.name, last.unit) == ("рядок 437, графа 5", "Кількість ліцензій", "Одиниць")
    assert last.task == "3. Підтримка працездатності та забезпечення функціонування існуючих систем"
    assert last.measure == (
        "3.2. Придбання ліцензійного програмного забезпечення та супровід існуючого програмного забезпечення"
    )


def test_task_merged_down_over_a_page(programme: Reading) -> None:
    """A task stands in its first row; 2.2 and 2.3 stand on the next page and belong to it too."""
    tasks = [entry.task or "" for entry in programme.indicators]
    assert [task[:2] for task in tasks] == ["1.", "1.", "2.", "2.", "2.", "3.", "3."]


def test_qualitative_indicators(programme: Reading) -> None:
    """What is to come of a measure, in words, is a statement under the number of the measure."""
    found = [entry for entry in programme.statements if entry.locator.endswith("графа 6")]
    assert {entry.topic for entry in found} == {Topic.EXPECTED_RESULT}
    assert [entry.parent for entry in found] == ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2"]
    assert found[2].text == "Впровадження технологій швидкісної передачі даних"


def test_five_years_in_groups(city: Callable[[str], Path]) -> None:
    """Any number of years, a baseline and a total; rows open groups; per cent are numbers, «не менше 30» is words."""
    (reading,) = read_file(city("indicators"))
    found = {
        (entry.line_code, entry.kind, entry.fiscal_year): (entry.value, entry.text) for entry in reading.indicators
    }
    assert [entry.group for entry in reading.indicators] == (
        [IndicatorGroup.INPUT] * 7 + [IndicatorGroup.OUTPUT] * 7 + [IndicatorGroup.QUALITY] * 5
    )
    assert found["1", IndicatorKind.BASELINE, None] == (None, None)
    assert found["1", IndicatorKind.TARGET, 2022] == (Decimal("1000.5"), None)
    assert found["1", IndicatorKind.TARGET, None] == (Decimal("5000.5"), None)
    assert found["3", IndicatorKind.BASELINE, None] == (Decimal(10), None)
    assert found["3", IndicatorKind.TARGET, 2021] == (Decimal(20), None)
    assert found["3", IndicatorKind.TARGET, 2022] == (None, "не менше 30")
    assert [(entry.text, entry.reason) for entry in reading.unread] == [("1О0", UnreadReason.NOT_A_NUMBER)]


def test_values_that_belong_to_no_indicator(read_table: ReadTable) -> None:
    """A row of values without a name, a value under no heading, and a row of words that open no group are told."""
    reading = read_table(
        "№ | Назва показника | Одиниця виміру | 2021 рік\n"
        "1 | Послуги | од. | 5 | 7\n2 | | од. | 6\nІнше | | | \n3 | Портали | од. | 1,5"
    )
    assert [(entry.locator, entry.reason) for entry in reading.unread] == [
        ("рядок 6, графа 5", UnreadReason.PAST_THE_HEADINGS),
        ("рядок 7", UnreadReason.INDICATOR_UNNAMED),
        ("рядок 8", UnreadReason.NOTHING_KNOWN),
    ]
    assert [entry.value for entry in reading.indicators] == [Decimal(5), Decimal("1.5")]


def test_headings_that_stop_the_table(read_table: ReadTable) -> None:
    """A heading that is new or stands twice stops the table."""
    for heading, reason in (("Факт", UnreadReason.HEADING_UNKNOWN), ("2021", UnreadReason.HEADING_TWICE)):
        reading = read_table(
            f"№ | Назва показника | Одиниця виміру | 2021 рік | {heading}\n1 | Послуги | од. | 5 | 7\n\n"
            "Заходи\n\nЗахід | 2021 рік (грн)\nСервер | 5"
        )
        (entry,) = reading.unread
        assert (entry.locator, entry.reason) == ("рядок 5, графа 5", reason)
