"""From a figure to its cells in the documents of Kropyvnytskyi; places looked up in the text."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics import places, spending
from analytics.frames import records
from analytics.spending import Grouping
from data import warehouse
from data.contracts import Fund, Level
from tests.analytics.handmade import PROGRAMME as HANDMADE
from tests.analytics.handmade import HandMade

PROGRAMME = "kropyvnytskyi-e-government-2019-2021"
APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"


@pytest.fixture(scope="module")
def totals(warehouse_path: Path) -> pd.DataFrame:
    return places.printed_totals(warehouse.connect(warehouse_path), PROGRAMME)


def test_totals_of_the_programme(totals: pd.DataFrame) -> None:
    """2457.0 of 2019 and 6175.2 of all years; after the draft both acts print theirs, the plan first."""
    assert places.totals_of(totals, APPROVED, 2019) == [(APPROVED, "рядок 453, графа 7")]
    assert places.totals_of(totals, APPROVED, None) == [(APPROVED, "рядок 453, графа 16")]
    assert places.totals_of(totals, DRAFT, 2019, "special") == [
        (APPROVED, "рядок 453, графа 6"),
        (DRAFT, "рядок 81, графа 6"),
    ]


def test_totals_of_a_unit_and_of_a_task(totals: pd.DataFrame) -> None:
    """Unit 13 prints 69.0 for 2019; task 10 prints 1,574.1 for all years; nothing is printed for another year."""
    assert places.totals_of(totals, APPROVED, 2019, spending_unit="Відділ з питань праці") == [
        (APPROVED, "рядок 488, графа 7")
    ]
    task = "Забезпечення у виконавчих органах сучасною обчислювальною технікою"
    assert places.totals_of(totals, APPROVED, None, task=task) == [(APPROVED, "рядок 469, графа 16")]
    assert places.totals_of(totals, APPROVED, 2030) == []


def test_largest_line(warehouse_path: Path) -> None:
    """10.1 with 460.0 in 2019 is the largest amount of the plan."""
    lines = spending.lines(warehouse.connect(warehouse_path), PROGRAMME, APPROVED)
    assert places.largest_line(lines) == [(APPROVED, "рядок 470, графа 6")]
    assert places.largest_line(lines.iloc[:0]) == []


def test_directions_are_printed_totals_of_their_lines(made: HandMade) -> None:
    """Lines are grouped by direction where one is named: its row is the printed total, not that of a task in it."""
    made.approved("act", "2020-01-10")
    direction: dict[str, Any] = {"spending_direction": "Зв'язок", "spending_unit": None}
    made.line("act", 2, "30.00", fund=Fund.TOTAL, level=Level.SPENDING_DIRECTION, is_total=True, **direction)
    made.line("act", 3, "30.00", fund=Fund.TOTAL, level=Level.TASK, is_total=True, task="Мережа", **direction)
    made.line("act", 4, "30.00", fund=Fund.UNSPECIFIED, task="Мережа", **direction)
    with made.connect() as connection:
        found = places.printed_totals(connection, HANDMADE)
    assert [place[1].split(",")[0] for place in places.totals_of(found, "act", 2020, task="Зв'язок")] == ["рядок 2"]
    assert places.totals_of(found, "act", 2020, task="Мережа") == []


def test_lines_that_name_no_fund_have_the_total_of_both(made: HandMade) -> None:
    """Where no line of a year names its fund, the one printed total is theirs; a year with funds is another case."""
    made.approved("act", "2020-01-10")
    made.total("act", "7.00")
    made.total("act", "9.00", year=2021)
    made.line("act", 2, "7.00", fund=Fund.UNSPECIFIED)
    made.line("act", 2, "5.00", fund=Fund.UNSPECIFIED, year=2021)
    made.line("act", 3, "4.00", fund=Fund.SPECIAL, year=2021)
    with made.connect() as connection:
        found, lines = places.printed_totals(connection, HANDMADE), spending.lines(connection, HANDMADE, "act")
    rows = {
        year: [place[1].split(",")[0] for place in places.of_year_and_fund(found, lines, "act", year, "unspecified")]
        for year in (2020, 2021)
    }
    assert rows == {2020: ["рядок 1"], 2021: ["рядок 2"]}


def test_lines_without_a_year_are_not_those_of_all_years(made: HandMade) -> None:
    """A sum of lines that name no year opens the largest of them, and holds no line of a year."""
    made.approved("act", "2020-01-10")
    made.line("act", 2, "50.00")
    made.line("act", 3, "3.00", year=None)
    made.line("act", 4, "-4.00", year=None)
    with made.connect() as connection:
        found, lines = places.printed_totals(connection, HANDMADE), spending.lines(connection, HANDMADE, "act")
    assert set(places.of_year(lines, None, "general")["row_no"]) == {3, 4}
    (place,) = places.of_year_and_fund(found, lines, "act", None, "general")
    assert place[1].startswith("рядок 4,")


@pytest.fixture
def units(made: HandMade) -> HandMade:
    """Two units, lines and printed totals, UAH; sport prints none for 2021.

    | unit      | 2020 general | printed | 2021 general | printed |
    | education | 10.00        | 11.00   | 20.00        | 20.00   |
    | sport     | 5.00         | 5.00    | 7.00         |         |
    """
    made.approved("act", "2020-01-10")
    printed: dict[str, Any] = {"fund": Fund.TOTAL, "level": Level.SPENDING_UNIT, "is_total": True}
    made.line("act", 2, "11.00", spending_unit="Освіта", **printed)
    made.line("act", 2, "20.00", spending_unit="Освіта", year=2021, **printed)
    made.line("act", 3, "10.00", spending_unit="Освіта")
    made.line("act", 3, "20.00", spending_unit="Освіта", year=2021)
    made.line("act", 4, "5.00", spending_unit="Спорт", **printed)
    made.line("act", 5, "5.00", spending_unit="Спорт")
    made.line("act", 5, "7.00", spending_unit="Спорт", year=2021)
    return made


@pytest.mark.parametrize("years", [(), (2020, 2021)])
def test_printed_totals_of_years_are_added(units: HandMade, years: tuple[int, ...]) -> None:
    """11.00 + 20.00 is what the document prints for education, 1.00 more than its lines, and the link leads to both
    cells, the larger last; for sport the year without a printed total is named."""
    with units.connect() as connection:
        totals, lines = places.printed_totals(connection, HANDMADE), spending.lines(connection, HANDMADE, "act", years)
    by = Grouping.SPENDING_UNIT
    rows = records(places.beside_printed(spending.grouped(lines, by), totals, lines, "act", by, years))
    found = {row.group: (row.as_printed, row.gap, row.lacking) for row in rows}
    assert found == {"Освіта": (Decimal("31.00"), Decimal("1.00"), []), "Спорт": (None, None, [2021])}
    cells = {row.group: [int(place[1].rsplit(" ", 1)[1]) for place in row.places] for row in rows}
    assert cells == {"Освіта": [1, 2], "Спорт": [5]}


def test_printed_totals_of_a_fund_over_all_years(warehouse_path: Path, totals: pd.DataFrame) -> None:
    """Row 453 prints the special fund as 1500.7, 972.0 and 896.0, together 3368.7; by lines 3344.7. What names no fund
    has no total of its own, even where it is all that is chosen."""
    connection = warehouse.connect(warehouse_path)
    lines = spending.lines(connection, PROGRAMME, APPROVED)
    groups = spending.grouped(lines, Grouping.FUND)
    rows = {row.group: row for row in records(places.beside_printed(groups, totals, lines, APPROVED, Grouping.FUND))}
    assert (rows["special"].as_printed, rows["special"].gap) == (Decimal("3368700.00"), Decimal("24000.00"))
    assert (rows["unspecified"].as_printed, rows["unspecified"].lacking) == (None, [2019, 2021])
    alone = spending.lines(connection, PROGRAMME, APPROVED, funds=["unspecified"])
    groups = spending.grouped(alone, Grouping.FUND)
    (row,) = records(places.beside_printed(groups, totals, alone, APPROVED, Grouping.FUND, funds=["unspecified"]))
    assert row.as_printed is None


def test_a_renamed_task_has_the_totals_of_both_acts(totals: pd.DataFrame) -> None:
    """Task 1 is renamed by the draft: row 455 of the decision and row 83 of the draft print its totals."""
    task = "Впровадження/Супровід програмного забезпечення у виконавчих органах"
    found = places.totals_of(totals, DRAFT, None, task=task)
    assert [(name, place.split(",")[0]) for name, place in found] == [(APPROVED, "рядок 455"), (DRAFT, "рядок 83")]
