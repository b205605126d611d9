"""Working data for a report as a workbook, read back: once its formulas, once the values stored beside them."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pandas as pd

from analytics import report_workbook
from analytics.report_workbook import Labels, Sheet

COLUMNS = ["line_code", "name", "fund", "asked", "state", "known", "figure", "unit", "document", "cell"]
LABELS = Labels(
    "Підсумок", "Джерело", [f"г{place}" for place in range(10)], ["Напрям", "П", "В", "Б"], "відомо", "Σ {what}"
)
FUNDING = pd.DataFrame(
    [
        ["1", "=Сервер", "Загальний", "План", "відомо", None, Decimal("100.00"), "грн", "акт", "рядок 1"],
        ["1", "=Сервер", "Загальний", "Каса", "бракує", None, None, "грн", "акт", "рядок 1"],
        ["2", "Мережа", "Загальний", "План", "відомо", None, Decimal("20.50"), "грн", "акт", "рядок 2"],
    ],
    columns=COLUMNS,
    dtype=object,
)
SHEETS = [
    Sheet("1 Роботи", pd.DataFrame([], columns=COLUMNS, dtype=object)),
    Sheet("2 Фінансування", FUNDING, summed=["План", "Каса"]),
]


def book(*, values: bool) -> openpyxl.Workbook:
    raw = report_workbook.write(SHEETS, LABELS, ["Робочі дані"])
    return openpyxl.load_workbook(BytesIO(raw), data_only=values)


def test_sheets() -> None:
    """Counts first, then a sheet a direction, and where it all comes from."""
    assert book(values=True).sheetnames == ["Підсумок", "1 Роботи", "2 Фінансування", "Джерело"]
    assert book(values=True)["Джерело"]["A1"].value == "Робочі дані"


def test_counts_and_totals() -> None:
    """Three needed, two known, one missing; 100.00 + 20.50 planned; a sum of nothing known is left empty."""
    values, formulas = book(values=True)["Підсумок"], book(values=False)["Підсумок"]
    rows = [[cell.value for cell in row] for row in values.iter_rows()]
    assert rows[1] == ["1 Роботи", 0, 0, 0]
    assert rows[2] == ["2 Фінансування", 3, 2, 1]
    assert rows[4][:2] == ["Σ План", 120.5]
    assert rows[5][:2] == ["Σ Каса", None]
    assert formulas["B3"].value == "=COUNTA('2 Фінансування'!$E$2:$E$4)"
    assert formulas["C3"].value == "=COUNTIF('2 Фінансування'!$E$2:$E$4,\"відомо\")"
    assert formulas["D3"].value == "=B3-C3"
    assert formulas["B5"].value == "=SUMIF('2 Фінансування'!$D$2:$D$4,\"План\",'2 Фінансування'!$G$2:$G$4)"


def test_rows_keep_their_text() -> None:
    """What a document prints is never a formula; an unknown figure is an empty cell."""
    sheet = book(values=False)["2 Фінансування"]
    assert sheet["B2"].value == "=Сервер"
    assert sheet["B2"].data_type == "s"
    assert [sheet[f"G{line}"].value for line in (2, 3, 4)] == [100, None, 20.5]
