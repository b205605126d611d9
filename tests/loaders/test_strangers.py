"""Whole files as strangers make them, hostile but honest: every figure is the one worked out by hand, or unread."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from openpyxl.workbook import Workbook

from data.contracts import Fund, Topic, UnreadReason
from loaders.errors import LoaderError
from loaders.reading import read_file
from tests.loaders.test_nothing_lost import lost

Write = Callable[..., Path]

DIRECTION = "Напрям 1. Мережі"
MEASURES = [
    (1, "Оптичний кабель", "Відділ зв'язку", None, 100.5, 200, None, 300.5, "10 км"),
    (2, "Точки доступу", "Відділ зв'язку", None, 0, 50.25, 49.75, 100, "25 точок"),
    (None, "Разом за напрямом 1", None, None, 100.5, 250.25, 49.75, 400.5),
    ("Напрям 2. Послуги",),
    (3, "Портал громади", "Управління ЦНАП", None, None, "В межах фінансування", 300, 300, "Портал"),
    (None, "Усього за Програмою", None, None, 100.5, 250.25, "=H9+H12", 700.5),
]


def saved(document: Workbook | Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def workbook() -> Workbook:
    """Two sheets: measures from column B on, below a title block, with column E blank; the programme's passport."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Заходи"
    sheet["B2"] = "Додаток 2 до рішення Вигаданої міської ради"
    sheet["B3"], sheet["J4"] = "Заходи Програми цифрового розвитку на 2026-2028 роки", "тис. грн"
    headings = (
        "№ з/п, Найменування заходу, Відповідальні виконавці, , Обсяги фінансування за роками, , , Разом, Результат"
    )
    for column, heading in enumerate(headings.split(", "), start=2):
        sheet.cell(5, column, heading or None)
    for merged in ("B5:B6", "C5:C6", "D5:D6", "F5:H5", "I5:I6", "J5:J6", "B7:J7", "B11:J11"):
        sheet.merge_cells(merged)
    for column, year in zip("FGH", (2026, 2027, 2028), strict=True):
        sheet[f"{column}6"] = year
    for number, row in enumerate([(DIRECTION,), *MEASURES], start=7):
        for column, value in enumerate(row, start=2):
            if value is not None:
                sheet.cell(number, column, value)
    sheet["B14"], sheet["C16"], sheet["I16"] = "* Обсяги уточнюються щороку.", "Секретар ради", "Підпис"
    passport = book.create_sheet("Паспорт")
    passport.append(["Паспорт Програми"])
    passport.append([])
    passport.append([1, "Ініціатор розроблення Програми", "Відділ цифрового розвитку"])
    passport.append([2, "Строк виконання Програми", "2026-2028 роки"])
    passport.append([3, "Улюблений колір Програми", "синій"])
    return book


def test_workbook(workbook: Workbook, write: Write) -> None:
    """Thousand UAH of a line above; subtotals are totals; a formula that nobody computed and a strange label remain."""
    (reading,) = read_file(write(saved(workbook), "заходи.xlsx"))
    amounts = {entry.locator: (entry.fiscal_year, entry.amount, entry.is_total) for entry in reading.allocations}
    assert amounts == {
        "Заходи!F8": (2026, Decimal(100_500), False),
        "Заходи!G8": (2027, Decimal(200_000), False),
        "Заходи!I8": (None, Decimal(300_500), True),
        "Заходи!F9": (2026, Decimal(0), False),
        "Заходи!G9": (2027, Decimal(50_250), False),
        "Заходи!H9": (2028, Decimal(49_750), False),
        "Заходи!I9": (None, Decimal(100_000), True),
        "Заходи!F10": (2026, Decimal(100_500), True),
        "Заходи!G10": (2027, Decimal(250_250), True),
        "Заходи!H10": (2028, Decimal(49_750), True),
        "Заходи!I10": (None, Decimal(400_500), True),
        "Заходи!G12": (2027, None, False),
        "Заходи!H12": (2028, Decimal(300_000), False),
        "Заходи!I12": (None, Decimal(300_000), True),
        "Заходи!F13": (2026, Decimal(100_500), True),
        "Заходи!G13": (2027, Decimal(250_250), True),
        "Заходи!I13": (None, Decimal(700_500), True),
    }
    (note,) = (entry for entry in reading.allocations if entry.funding_note)
    assert (note.funding_note, note.spending_direction) == ("В межах фінансування", "Послуги")
    assert [(row.name, row.executors, row.expected_result) for row in reading.measures] == [
        ("Оптичний кабель", "Відділ зв'язку", "10 км"),
        ("Точки доступу", "Відділ зв'язку", "25 точок"),
        ("Портал громади", "Управління ЦНАП", "Портал"),
    ]
    stated = {entry.topic: entry.text for entry in reading.statements}
    assert stated[Topic.INITIATOR] == "Відділ цифрового розвитку"
    assert stated[Topic.TERM] == "2026-2028 роки"
    left = {(entry.locator, entry.reason) for entry in reading.unread}
    assert left == {("Заходи!H13", UnreadReason.FORMULA_WITHOUT_RESULT), ("Паспорт!5", UnreadReason.LABEL_UNKNOWN)}
    assert lost(reading) == []


def test_number_that_became_a_date(write: Write) -> None:
    """Excel makes a date of 1.2: the line is read without its number, and the cell is named, in every kind of table."""
    book = openpyxl.Workbook()
    measures, indicators = book.worksheets[0], book.create_sheet("Показники")
    measures.append(["№", "Захід", "2024 рік (грн)"])
    indicators.append(["№", "Назва показника", "Одиниця виміру", "2024 рік"])
    for number in ("1.1", date(2024, 2, 1)):
        measures.append([number, "Сервер", 5])
        indicators.append([number, "Послуги", "од.", 5])
    measures["B4"], measures["C4"] = "01.02.2024 Мережа", 7
    indicators.append(["1.3", "Портали", "од.", "=SUM(D2:D3)"])
    (reading,) = read_file(write(saved(book), "заходи.xlsx"))
    assert [(entry.line_code, entry.amount) for entry in reading.allocations] == [("1.1", 5), (None, 5), (None, 7)]
    assert reading.allocations[-1].name == "01.02.2024 Мережа"
    assert [(entry.line_code, entry.value) for entry in reading.indicators] == [("1.1", 5), (None, 5)]
    assert {(entry.locator, entry.text, entry.reason) for entry in reading.unread} == {
        ("Sheet!A3", "01.02.2024", UnreadReason.NOT_A_LINE_NUMBER),
        ("Показники!A3", "01.02.2024", UnreadReason.NOT_A_LINE_NUMBER),
        ("Показники!D4", "=SUM(D2:D3)", UnreadReason.FORMULA_WITHOUT_RESULT),
    }


def decision(document: Document, day: str, number: str, year: int, rows: list[tuple[str, str, str, str]]) -> None:
    head = ("ВИГАДАНА СІЛЬСЬКА РАДА", "РІШЕННЯ", "", f"від {day}", "", f"№ {number}", "")
    for line in (*head, f"Про затвердження Програми інформатизації на {year} рік", "", "Рада вирішила:"):
        document.add_paragraph(line)
    heading = [("№", "Захід", f"{year} рік, тис. грн", ""), ("", "", "загальний фонд", "спеціальний фонд")]
    table = document.add_table(0, 4)
    for row in [*heading, *rows]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1):
        table.cell(0, column).merge(table.cell(1, column))
    document.add_paragraph("Сільський голова\t\tПідпис")


def test_two_decisions_in_a_word_document(write: Write) -> None:
    """Each has its own number, date, year and figures; a dash is an amount that is not printed."""
    document = docx.Document()
    decision(
        document, "5 березня 2026 року", "11", 2026, [("1", "Комп'ютери", "1 200", ""), ("2", "Сайт", "", "350,50")]
    )
    decision(document, "9 квітня 2026 року", "12", 2027, [("1", "Комп'ютери", "0,5", "-"), ("", "Разом", "0,5", "-")])
    first, second = read_file(write(saved(document), "рішення.docx"))
    heads = [(found.document.number, found.document.adopted_on) for found in (first, second)]
    assert heads == [("11", date(2026, 3, 5)), ("12", date(2026, 4, 9))]
    assert [(row.locator, row.name, row.fiscal_year, row.fund, row.amount) for row in first.allocations] == [
        ("табл. 1, рядок 3, графа 3", "Комп'ютери", 2026, Fund.GENERAL, Decimal(1_200_000)),
        ("табл. 1, рядок 4, графа 4", "Сайт", 2026, Fund.SPECIAL, Decimal(350_500)),
    ]
    assert [(row.locator, row.fiscal_year, row.fund, row.amount, row.is_total) for row in second.allocations] == [
        ("табл. 2, рядок 3, графа 3", 2027, Fund.GENERAL, Decimal(500), False),
        ("табл. 2, рядок 3, графа 4", 2027, Fund.SPECIAL, None, False),
        ("табл. 2, рядок 4, графа 3", 2027, Fund.GENERAL, Decimal(500), True),
        ("табл. 2, рядок 4, графа 4", 2027, Fund.SPECIAL, None, True),
    ]
    assert not [*first.unread, *second.unread]


def test_separated_text(write: Write) -> None:
    """`;` between cells and within a quoted one, decimal commas, UAH, old encoding; words that are no note remain."""
    text = (
        "Заходи Програми інформатизації Вигаданої громади;;;;;\n;;;;;\n"
        '№;Захід;Виконавець;"Загальний фонд на 2025 рік, грн";"Загальний фонд на 2026 рік, грн";Примітки\n'
        '1;"Ноутбуки; 10 шт.";Відділ освіти;250000,50;"1 250 000,00";\n'
        '2;"Ремонт мережі ""Пласт""";Відділ освіти;-;12,5;лише 2026\n'
        "3;Ліцензії;Архів;не визначено;0;\n"
        ";Усього;;250000,50;1250012,50;\n"
    )
    (reading,) = read_file(write(text.encode("cp1251"), "заходи.csv"))
    assert {(row.locator, row.name, row.amount, row.is_total) for row in reading.allocations} == {
        ("рядок 4, графа 4", "Ноутбуки; 10 шт.", Decimal("250000.50"), False),
        ("рядок 4, графа 5", "Ноутбуки; 10 шт.", Decimal("1250000.00"), False),
        ("рядок 5, графа 4", 'Ремонт мережі "Пласт"', None, False),
        ("рядок 5, графа 5", 'Ремонт мережі "Пласт"', Decimal("12.50"), False),
        ("рядок 6, графа 5", "Ліцензії", Decimal("0.00"), False),
        ("рядок 7, графа 4", "Усього", Decimal("250000.50"), True),
        ("рядок 7, графа 5", "Усього", Decimal("1250012.50"), True),
    }
    assert [(entry.locator, entry.text) for entry in reading.unread] == [("рядок 6, графа 4", "не визначено")]


@pytest.mark.parametrize(
    ("headings", "place"),
    [
        (("Захід", "2026 рік, грн", "Коефіцієнт"), "C3"),
        (("Захід", "2026 рік, грн", "2026 рік, грн"), "C3"),
        (("Захід", "2026 рік", "2027 рік"), "B3"),
        (("Товар", "Артикул", "Склад"), "3"),
    ],
)
def test_refused_with_a_place(write: Write, headings: tuple[str, ...], place: str) -> None:
    """An unknown heading, the same one twice, no unit anywhere, a price list: the sentence names sheet and cell."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "План"
    for row in ([], [], headings, ("Сервер", 5, 7)):
        sheet.append(row)
    with pytest.raises(LoaderError, match=rf"План!{place}: "):
        read_file(write(saved(book), "план.xlsx"))
