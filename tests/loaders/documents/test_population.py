"""Tables of population: the damaged lines of 002, and clean tables in other cities' layouts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contracts import FindingClass, PopulationKind, Severity, UnreadReason
from data.register import RAW
from loaders.documents import population
from loaders.facts import Facts
from loaders.reading import Reading, read_file
from loaders.rows import Row
from loaders.tables import tables_of

FIXTURES = Path(__file__).parents[2] / "fixtures" / "population"
OBSERVED, PROJECTED = PopulationKind.OBSERVED, PopulationKind.PUBLISHED_PROJECTION


@pytest.fixture(scope="module")
def scan() -> Reading:
    (reading,) = read_file(RAW / "002_579487dc3b6fff2d.txt")
    return reading


WORDS = [
    "2020",
    "2021",
    "2022",
    "рік",
    "100",
    "9l1",
    "",
    "Чисельність населення",
    "м. Зразків",
    "факт",
    "прогноз",
    "15+",
]


def facts(*lines: str) -> Facts:
    """What is read of lines whose cells are divided by ` | `."""
    rows = tuple(Row(no, tuple(cell.strip() for cell in line.split("|"))) for no, line in enumerate(lines, start=1))
    return population.read(rows, tables_of(rows), "document")


def read(name: str) -> Reading:
    (reading,) = read_file(FIXTURES / f"{name}.txt")
    return reading


def people(reading: Reading) -> list[tuple[int, int, PopulationKind]]:
    return [(row.year, row.persons, row.kind) for row in reading.population]


def test_scan(scan: Reading) -> None:
    """002: four observed years, six that the document projects, by the note that says from which year."""
    assert people(scan) == [
        (2017, 254157, OBSERVED),
        (2018, 253066, OBSERVED),
        (2019, 250657, OBSERVED),
        (2020, 249155, OBSERVED),
        (2021, 247405, PROJECTED),
        (2022, 245664, PROJECTED),
        (2023, 243922, PROJECTED),
        (2024, 242181, PROJECTED),
        (2025, 240439, PROJECTED),
        (2026, 238698, PROJECTED),
    ]
    assert {(row.territory, row.age_from) for row in scan.population} == {("м. Житомир", 15)}
    third = scan.population[2]
    assert (third.locator, third.printed, third.row_no) == ("рядок 339, число 3", "25065,7", 339)


def test_scan_digits(scan: Reading) -> None:
    """Every number and year with a letter or a stray mark is listed with what it was repaired to."""
    made = {(one.locator, one.printed): one.repaired for one in scan.repairs if "число" in one.locator}
    assert made == {
        ("рядок 335, число 3", "20l9"): "2019",
        ("рядок 335, число 5", "202l"): "2021",
        ("рядок 335, число 7", "202з"): "2023",
        ("рядок 339, число 1", "254l57"): "254157",
        ("рядок 339, число 2", "25з066"): "253066",
        ("рядок 339, число 3", "25065,7"): "250657",
        ("рядок 339, число 4", "249]l55"): "249155",
        ("рядок 339, число 5", "24,7405"): "247405",
        ("рядок 339, число 8", "242l8l"): "242181",
        ("рядок 339, число 9", "2404з9"): "240439",
        ("рядок 339, число 10", "2з8698"): "238698",
    }


def test_doubtful_age(scan: Reading) -> None:
    """One heading counts those of 15 and over in the city, another the hromada's population: flagged, not corrected."""
    (finding,) = scan.findings
    assert (finding.rule, finding.severity, finding.finding_class) == (
        "age_label",
        Severity.WARNING,
        FindingClass.DOCUMENT,
    )
    assert finding.locators == ("рядок 295", "рядок 334", "рядок 326")
    assert (finding.printed, finding.computed) == (None, None)


def test_marked_columns() -> None:
    """A row of «факт» and «прогноз» under the numbers; age and city from the title above."""
    reading = read("marked_columns")
    assert people(reading) == [
        (2021, 298400, OBSERVED),
        (2022, 297950, OBSERVED),
        (2023, 297100, PROJECTED),
        (2024, 296800, PROJECTED),
    ]
    first = reading.population[0]
    assert (first.territory, first.age_from, first.locator, first.printed) == (
        "м. Вінниця",
        18,
        "рядок 5, графа 2",
        "298 400",
    )
    assert [*reading.repairs, *reading.findings, *reading.unread] == []


def test_marked_rows() -> None:
    """One row is observed, another projected; blank cells are no people."""
    reading = read("marked_rows")
    assert people(reading) == [(2016, 1200, OBSERVED), (2017, 1190, OBSERVED), (2018, 1170, PROJECTED)]
    assert {(row.territory, row.age_from) for row in reading.population} == {("м. Зразків", None)}


def test_years_down() -> None:
    """Years one below another, people in the column that is headed so."""
    reading = read("years_down")
    assert people(reading) == [(2018, 45120, OBSERVED), (2019, 44980, OBSERVED), (2020, 44700, PROJECTED)]
    assert reading.population[0].territory == "Зразківської міської територіальної громади"
    assert reading.population[0].locator == "рядок 4, графа 3"


@pytest.mark.parametrize(
    ("title", "marks", "numbers", "reason", "places"),
    [
        ("Чисельність", "факт | факт | факт", "100 | 101 | 102", UnreadReason.TERRITORY_UNTOLD, [2, 3, 4]),
        ("Населення м. Зразків", " | | ", "100 | 101 | 102", UnreadReason.PROJECTED_UNTOLD, [2, 3, 4]),
        ("Населення м. Зразків", "факт | факт | факт", "100 | 9l1 | 102", UnreadReason.OFF_THE_TREND, [3]),
    ],
)
def test_left_out(title: str, marks: str, numbers: str, reason: UnreadReason, places: list[int]) -> None:
    """Whose people, which years are projected, and damaged digits off the trend are not guessed."""
    left = facts(
        title, "", "Рік | 2020 | 2021 | 2022", f"Чисельність населення | {numbers}", f"Факт, прогноз | {marks}"
    )
    assert [(entry.locator, entry.reason) for entry in left.unread] == [
        (f"рядок 4, графа {place}", reason) for place in places
    ]


def test_other_tables() -> None:
    """A table of indicators that mentions the population is none of people by year."""
    found = facts(
        "Населення м. Зразків",
        "Показник | Одиниця | 2021 | 2022 | 2023",
        "Кількість населення, охопленого послугами | осіб | 100 | 200 | 300",
        "Кількість сайтів | од. | 1 | 2 | 3",
    )
    assert found == Facts()


def test_numbers_that_do_not_fit() -> None:
    """A line with another count of numbers than there are years is left out as a whole."""
    found = facts("Населення м. Зразків", "Рік 2020 2021 2022", "чисельність населення 1000 1001")
    assert [(entry.locator, entry.reason) for entry in found.unread] == [("рядок 3", UnreadReason.YEARS_UNALIGNED)]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=8))
def test_any_rows(cells: list[list[str]]) -> None:
    """Whatever stands around years and people, nothing raises, and every number read is a printed one."""
    found = facts(*(" | ".join(row) for row in cells))
    assert all(row.persons == int(row.printed) for row in found.population if row.printed.isdigit())
