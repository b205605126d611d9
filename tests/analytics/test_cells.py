"""From a figure to its cells in the documents of Kropyvnytskyi; places looked up in the text."""

from pathlib import Path

import pandas as pd
import pytest

from analytics import cells, spending
from data import warehouse

PROGRAMME = "kropyvnytskyi-e-government-2019-2021"
APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"


@pytest.fixture(scope="module")
def totals(warehouse_path: Path) -> pd.DataFrame:
    return cells.printed_totals(warehouse.connect(warehouse_path), PROGRAMME)


def test_totals_of_the_programme(totals: pd.DataFrame) -> None:
    """2457.0 of 2019 and 6175.2 of all years; after the draft both acts print theirs, the plan first."""
    assert cells.totals_of(totals, APPROVED, 2019) == [(APPROVED, "рядок 453, графа 7")]
    assert cells.totals_of(totals, APPROVED, None) == [(APPROVED, "рядок 453, графа 16")]
    assert cells.totals_of(totals, DRAFT, 2019, "special") == [
        (APPROVED, "рядок 453, графа 6"),
        (DRAFT, "рядок 81, графа 6"),
    ]


def test_totals_of_a_unit_and_of_a_task(totals: pd.DataFrame) -> None:
    """Unit 13 prints 69.0 for 2019; task 10 prints 1,574.1 for all years; nothing is printed for another year."""
    assert cells.totals_of(totals, APPROVED, 2019, spending_unit="Відділ з питань праці") == [
        (APPROVED, "рядок 488, графа 7")
    ]
    task = "Забезпечення у виконавчих органах сучасною обчислювальною технікою"
    assert cells.totals_of(totals, APPROVED, None, task=task) == [(APPROVED, "рядок 469, графа 16")]
    assert cells.totals_of(totals, APPROVED, 2030) == []


def test_largest_line(warehouse_path: Path) -> None:
    """10.1 with 460.0 in 2019 is the largest amount of the plan."""
    lines = spending.lines(warehouse.connect(warehouse_path), PROGRAMME, APPROVED)
    assert cells.largest_line(lines) == [(APPROVED, "рядок 470, графа 6")]
    assert cells.largest_line(lines.iloc[:0]) == []
