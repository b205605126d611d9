"""From a figure to its cells in the documents of Kropyvnytskyi; places looked up in the text."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics import places, spending
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
