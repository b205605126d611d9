"""What is entered in the workbook for actual values is read back, whatever else was done to the file."""

import shutil
import subprocess
import warnings
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.contracts import DocumentKind, Fund, IndicatorGroup, IndicatorKind, UnreadReason
from loaders.entry.form import KEY_HEADING, KEYS_SHEET, Part
from loaders.errors import FileRefused, LoaderError, NothingToRead
from loaders.reading import Reading, read_file

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
E_CITY = "zhytomyr-e-city-2021-2026"
OBLAST = "zhytomyr-oblast-digital-2022-2024"
SOFFICE = shutil.which("soffice")

Entered = dict[str, object]


class Book:
    """A workbook under the hands of a person."""

    def __init__(self, path: Path, saved: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.book: Workbook = openpyxl.load_workbook(path)
        self.saved = saved

    def sheet(self, part: Part) -> Worksheet:
        return self.book[part.value]

    def cell(self, part: Part, place: str, heading: str) -> Cell:
        """The cell of the first line that stands at `place` in its document, under a heading."""
        sheet = self.sheet(part)
        columns = {cell.value: number for number, cell in enumerate(sheet[1])}
        row = next(row for row in sheet.iter_rows(min_row=2) if row[columns["Місце"]].value == place)
        found = row[columns[heading]]
        assert isinstance(found, Cell)
        return found

    def enter(self, part: Part, place: str, entered: Entered) -> str:
        """Fill in a line; the place of its figure in the workbook."""
        for heading, value in entered.items():
            self.cell(part, place, heading).value = value  # pyright: ignore[reportAttributeAccessIssue]: as typed
        return f"{part.value}!{self.cell(part, place, next(iter(entered))).coordinate}"

    def read(self) -> Reading:
        self.book.save(self.saved)
        (reading,) = read_file(self.saved)
        return reading


@pytest.fixture
def open_book(written: Callable[[str], Path], tmp_path: Path) -> Callable[[str], Book]:
    """The workbook of a programme, to fill in: `open_book(programme_id)`."""
    return lambda programme_id: Book(written(programme_id), tmp_path / "filled.xlsx")


OpenBook = Callable[[str], Book]
ACTUAL = "Фактичне значення"
CASH = "Касові видатки, грн"


def test_indicator_of_the_passport(open_book: OpenBook) -> None:
    """An actual value with its date, source and comment keeps all that says which indicator it is."""
    book = open_book(E_CITY)
    entered: Entered = {ACTUAL: 7.25, "Станом на": date(2022, 12, 31), "Джерело": "звіт СЕДО", "Коментар": "за рік"}
    place = book.enter(Part.INDICATORS, "рядок 102, графа 7", entered)
    reading = book.read()
    assert reading.document.kind is DocumentKind.ACTUALS
    assert reading.document.title.startswith("Фактичні значення: Цільова програма Житомирської")
    assert (reading.unread, reading.execution, reading.allocations) == ((), (), ())
    (actual,) = reading.indicators
    assert (actual.locator, actual.printed, actual.value) == (place, "7.25", Decimal("7.25"))
    assert (actual.kind, actual.fiscal_year, actual.fund) == (IndicatorKind.ACTUAL, 2022, Fund.TOTAL)
    assert (actual.name, actual.unit) == ("Питома вага листів що надійшли через СЕВ ОБВ", "відс.")
    assert actual.group is IndicatorGroup.QUALITY
    assert (actual.as_of, actual.info_source, actual.note) == (date(2022, 12, 31), "звіт СЕДО", "за рік")


def test_cash_of_kropyvnytskyi(open_book: OpenBook) -> None:
    """Cash by line, fund and year; a zero is a zero, and what is not filled in is nothing."""
    book = open_book(KROPYVNYTSKYI)
    first = book.enter(Part.CASH, "рядок 458, графа 9", {CASH: 50000.55, "Станом на": date(2020, 12, 31)})
    second = book.enter(Part.CASH, "рядок 89, графа 6", {CASH: 0, "Коментар": "не проводили"})
    reading = book.read()
    assert reading.unread == ()
    found = [(row.locator, row.cash, row.period, row.fund, row.line_code, row.note) for row in reading.execution]
    assert found == [
        (first, Decimal("50000.55"), "2020", Fund.GENERAL, "1.4", None),
        (second, Decimal("0.00"), "2019", Fund.SPECIAL, "10.1", "не проводили"),
    ]
    assert (reading.execution[0].printed, reading.execution[1].printed) == ("50000.55", "0")
    assert reading.execution[0].as_of == date(2020, 12, 31)
    assert reading.execution[1].name == "Персональні комп'ютери/ноутбук"
    assert (reading.indicators, reading.execution[0].revised_plan) == ((), None)


def test_lines_of_the_oblast(open_book: OpenBook) -> None:
    """Cash of a measure whose plan is words, and an indicator of one of its three years."""
    book = open_book(OBLAST)
    place = book.enter(Part.CASH, "рядок 405", {CASH: 12000})
    book.enter(Part.INDICATORS, "рядок 226", {ACTUAL: 3})
    reading = book.read()
    (cash,), (actual,) = reading.execution, reading.indicators
    assert (cash.locator, cash.cash, cash.period, cash.fund) == (place, Decimal(12000), "2022", Fund.UNSPECIFIED)
    assert (cash.name or "").startswith("Організація навчання та підвищення кваліфікації")
    assert (actual.value, actual.fiscal_year, actual.group) == (Decimal(3), 2023, IndicatorGroup.OUTPUT)
    assert reading.unread == ()


def test_words_where_the_target_is_words(open_book: OpenBook) -> None:
    """An indicator whose target is «Штатний розпис» takes words and numbers; any other takes numbers only."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.INDICATORS, "рядок 431, графа 5", {ACTUAL: "Усі за штатним розписом"})
    book.enter(Part.INDICATORS, "рядок 434, графа 5", {ACTUAL: 120})
    wrong = book.enter(Part.INDICATORS, "рядок 436, графа 5", {ACTUAL: "багато"})
    reading = book.read()
    assert [(row.value, row.text) for row in reading.indicators] == [
        (None, "Усі за штатним розписом"),
        (Decimal(120), None),
    ]
    assert [row.fiscal_year for row in reading.indicators] == [None, None]
    assert [row.measure for row in reading.indicators][1] == "2.2. Створення єдиної структурованої кабельної системи"
    assert [(row.locator, row.text, row.reason) for row in reading.unread] == [
        (wrong, "багато", UnreadReason.NOT_A_NUMBER)
    ]


@pytest.mark.parametrize(
    ("entered", "reason"),
    [
        (-5, UnreadReason.BELOW_ZERO),
        ("-0,01", UnreadReason.BELOW_ZERO),
        ("-", UnreadReason.NOT_A_NUMBER),
        ("12 тис.", UnreadReason.NOT_A_NUMBER),
        ("85%", UnreadReason.NOT_A_NUMBER),
        (True, UnreadReason.NOT_A_NUMBER),
        (datetime(2022, 5, 1), UnreadReason.NOT_A_NUMBER),
        ("=1/0", UnreadReason.FORMULA_WITHOUT_RESULT),
        (0.125, UnreadReason.BELOW_A_KOPIYKA),
        (1e17, UnreadReason.AMOUNT_TOO_LONG),
    ],
)
def test_cash_that_is_none(open_book: OpenBook, entered: object, reason: UnreadReason) -> None:
    """What is not an amount in UAH is left out with its cell and reason; the line below it is read."""
    book = open_book(KROPYVNYTSKYI)
    place = book.enter(Part.CASH, "рядок 457, графа 5", {CASH: entered})
    book.enter(Part.CASH, "рядок 457, графа 9", {CASH: 1})
    reading = book.read()
    assert [(row.locator, row.reason) for row in reading.unread] == [(place, reason)]
    assert [row.cash for row in reading.execution] == [Decimal(1)]


@pytest.mark.parametrize(
    ("entered", "value"),
    [
        (12.345, "12.345"),
        (1.234, "1.234"),
        ("1,234", "1.234"),
        (0.1 + 0.2, "0.3"),
        ("12,5", "12.5"),
        ("1 504 000", "1504000"),
        (0, "0"),
        (100.0, "100"),
    ],
)
def test_numbers(open_book: OpenBook, entered: object, value: str) -> None:
    """A number as a sheet stores it, or as a person types it in words of a sheet, is that number."""
    book = open_book(E_CITY)
    book.enter(Part.INDICATORS, "рядок 103, графа 7", {ACTUAL: entered})
    reading = book.read()
    assert [row.value for row in reading.indicators] == [Decimal(value)]


def test_a_point_that_may_be_either_is_left_out(open_book: OpenBook) -> None:
    """The text 1.234 may be 1234, as on the page of indicators: for a number, for words, and for cash. A number that
    the sheet stores is read, see above."""
    book, words = open_book(E_CITY), open_book(KROPYVNYTSKYI)
    book.enter(Part.INDICATORS, "рядок 103, графа 7", {ACTUAL: "1.234"})
    book.enter(Part.INDICATORS, "рядок 102, графа 7", {ACTUAL: 5})
    words.enter(Part.INDICATORS, "рядок 434, графа 5", {ACTUAL: "1.234"})
    words.enter(Part.CASH, "рядок 457, графа 5", {CASH: "1.234"})
    words.enter(Part.CASH, "рядок 457, графа 9", {CASH: 1})
    reading = book.read()
    assert [row.value for row in reading.indicators] == [Decimal(5)]
    unread = [*reading.unread, *words.read().unread]
    assert [(row.text, row.reason) for row in unread] == [("1.234", UnreadReason.THOUSANDS_OR_DECIMALS)] * 3


def test_per_cent(open_book: OpenBook) -> None:
    """85% entered for an indicator in per cent is 85: the sheet stores 0.85 and shows 85%."""
    book = open_book(E_CITY)
    book.enter(Part.INDICATORS, "рядок 102, графа 7", {ACTUAL: 0.85})
    book.cell(Part.INDICATORS, "рядок 102, графа 7", ACTUAL).number_format = "0%"
    (actual,) = book.read().indicators
    assert (actual.value, actual.printed) == (Decimal(85), "85%")


def test_date_that_is_none(open_book: OpenBook) -> None:
    """The cash is read, the date is left out with a reason."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {CASH: 10, "Станом на": "31.02.2020"})
    book.enter(Part.CASH, "рядок 457, графа 9", {CASH: 10, "Станом на": "30.06.2020"})
    reading = book.read()
    assert [row.as_of for row in reading.execution] == [None, date(2020, 6, 30)]
    assert [(row.text, row.reason) for row in reading.unread] == [("31.02.2020", UnreadReason.NOT_A_DATE)]


def test_comment_without_a_figure(open_book: OpenBook) -> None:
    """A comment or source alone is no value: nothing is read from its row, and the row is kept as entered."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {"Коментар": "уточнюємо"})
    book.enter(Part.CASH, "рядок 458, графа 9", {CASH: 1})
    reading = book.read()
    assert (len(reading.execution), reading.unread) == (1, ())
    (kept,) = (row for row in reading.source_rows if "уточнюємо" in row.cells)
    assert (kept.role, kept.table_kind) == ("data", "execution")


def test_rows_may_be_sorted_and_removed(open_book: OpenBook) -> None:
    """The order of rows, rows that are gone and blank rows between them change nothing but the places."""
    book = open_book(E_CITY)
    book.enter(Part.CASH, "рядок 64, графа 3", {CASH: 1})
    book.enter(Part.CASH, "рядок 75, графа 3", {CASH: 12})
    sheet = book.sheet(Part.CASH)
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    sheet.delete_rows(2, sheet.max_row)
    for number, line in enumerate(reversed(lines[:-2])):
        for column, value in enumerate(line, start=1):
            sheet.cell(2 + number * 2, column, value)
    reading = book.read()
    assert reading.unread == ()
    assert [(row.line_code, row.cash) for row in reading.execution] == [("12", Decimal(12)), ("1", Decimal(1))]


def test_columns_may_be_moved(open_book: OpenBook) -> None:
    """Columns are found by their headings."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {CASH: 10})
    sheet = book.sheet(Part.CASH)
    sheet.move_range(f"B1:B{sheet.max_row}", cols=20)
    (row,) = book.read().execution
    assert (row.line_code, row.cash) == ("1.3", Decimal(10))


def test_damaged_key(open_book: OpenBook) -> None:
    """A row whose hidden key is damaged, lost or of another sheet is left out in sight; rows not filled in are not."""
    book = open_book(KROPYVNYTSKYI)
    places = ["рядок 457, графа 5", "рядок 457, графа 9", "рядок 457, графа 13"]
    entered = [book.enter(Part.CASH, place, {CASH: 10}) for place in places]
    book.cell(Part.CASH, places[0], KEY_HEADING).value = "cash | інше"
    book.cell(Part.CASH, places[1], KEY_HEADING).value = None
    book.cell(Part.CASH, places[2], KEY_HEADING).value = book.sheet(Part.INDICATORS)["A2"].value
    book.cell(Part.CASH, "рядок 458, графа 9", KEY_HEADING).value = "cash | порожній рядок"
    book.enter(Part.CASH, "рядок 458, графа 5", {CASH: 1})
    reading = book.read()
    assert [(row.locator, row.reason) for row in reading.unread] == [
        (place, UnreadReason.LINE_UNKNOWN) for place in entered
    ]
    assert [row.cash for row in reading.execution] == [Decimal(1)]


def test_copied_row(open_book: OpenBook) -> None:
    """Two filled rows with the key of one line: none of them is taken, since nobody knows which is meant."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {CASH: 10})
    book.enter(Part.CASH, "рядок 458, графа 5", {CASH: 1})
    sheet = book.sheet(Part.CASH)
    (copied,) = (row for row in sheet.iter_rows(values_only=True) if "рядок 457, графа 5" in row)
    sheet.append(copied)
    reading = book.read()
    assert [row.reason for row in reading.unread] == [UnreadReason.LINE_TWICE] * 2
    assert [row.cash for row in reading.execution] == [Decimal(1)]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Напрям, завдання або захід", "Інший захід"),
        ("Рік", "2021"),
        ("Фонд", "спеціальний"),
        ("№", None),
        ("Розпорядник коштів", "Інше управління"),
    ],
)
def test_overwritten_label(open_book: OpenBook, heading: str, text: str | None) -> None:
    """Somebody wrote over what a line stands for: the row is left out, with both texts and the place."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {CASH: 10})
    book.enter(Part.CASH, "рядок 458, графа 5", {CASH: 1})
    cell = book.cell(Part.CASH, "рядок 457, графа 5", heading)
    before, cell.value = str(cell.value), text
    reading = book.read()
    (left_out,) = reading.unread
    assert (left_out.locator, left_out.reason) == (f"Видатки!{cell.coordinate}", UnreadReason.LABEL_CHANGED)
    assert left_out.text == f"{heading}: «{text or ''}», у книзі було «{before}»; 10"
    assert [row.cash for row in reading.execution] == [Decimal(1)]


def test_what_was_added(open_book: OpenBook) -> None:
    """A column, a sheet and a total under the table that somebody added are left out in sight; a note is no figure."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {CASH: 10})
    sheet = book.sheet(Part.CASH)
    last = sheet.max_row
    sheet.cell(1, 16, "Відсоток")
    sheet.cell(3, 16, 99)
    sheet.cell(last + 1, 12, 10)
    sheet.cell(last + 3, 3, "Заповнив відділ обліку")
    book.book.create_sheet("Мої розрахунки").append(["Разом", 10])
    reading = book.read()
    assert [(row.locator, row.reason) for row in reading.unread] == [
        ("Видатки!P3", UnreadReason.COLUMN_UNKNOWN),
        (f"Видатки!L{last + 1}", UnreadReason.LINE_UNKNOWN),
        ("Мої розрахунки!1", UnreadReason.TABLE_UNKNOWN),
    ]
    assert [row.cash for row in reading.execution] == [Decimal(10)]


@pytest.mark.parametrize("version", ["0", "2", None])
def test_other_version(open_book: OpenBook, version: str | None) -> None:
    """A workbook of another format version is refused with its file and what to do."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {CASH: 10})
    book.book[KEYS_SHEET]["B1"].value = version
    with pytest.raises(FileRefused, match=r"filled\.xlsx: this workbook .* version .* Write a new one"):
        book.read()


def test_lost_headings(open_book: OpenBook) -> None:
    """Without its heading nobody knows what a column holds: a sentence with the row and the heading."""
    book = open_book(KROPYVNYTSKYI)
    book.enter(Part.CASH, "рядок 457, графа 5", {CASH: 10})
    book.sheet(Part.CASH)["L1"].value = "Сума"
    with pytest.raises(FileRefused, match=r"filled\.xlsx: Видатки!1: the heading «.+» is missing"):
        book.read()
    for part in Part:
        del book.book[part.value]
    with pytest.raises(FileRefused, match="the workbook has lost the sheets «Показники» and «Видатки»"):
        book.read()


def test_one_entry_sheet_is_enough(open_book: OpenBook) -> None:
    """A sheet that is not needed may be removed."""
    book = open_book(KROPYVNYTSKYI)
    del book.book[Part.CASH.value]
    book.enter(Part.INDICATORS, "рядок 436, графа 5", {ACTUAL: 259})
    assert [row.value for row in book.read().indicators] == [Decimal(259)]


def test_nothing_entered(open_book: OpenBook) -> None:
    """A workbook as it was written: a sentence that it is empty."""
    with pytest.raises(NothingToRead, match=r"filled\.xlsx: nothing is entered in this workbook"):
        open_book(KROPYVNYTSKYI).read()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("programme_id", [KROPYVNYTSKYI, E_CITY, OBLAST])
def test_saved_by_libreoffice(
    open_book: OpenBook, tmp_path: Path, programme_id: str, filled: Callable[[Book], None]
) -> None:
    """Opened and saved anew by LibreOffice, the workbook gives the same values from the same cells."""
    book = open_book(programme_id)
    filled(book)
    before = book.read()
    office = ["--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "xlsx"]
    command = [str(SOFFICE), *office, "--outdir", str(tmp_path / "again"), str(book.saved)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (again,) = read_file(tmp_path / "again" / book.saved.name)
    assert again.indicators == before.indicators
    assert again.execution == before.execution
    assert (again.unread, before.unread) == ((), ())
    assert len(again.indicators) + len(again.execution) >= 6


@pytest.fixture
def filled() -> Callable[[Book], None]:
    """Fills in every other line of the first ten."""

    def fill(book: Book) -> None:
        for part, heading in ((Part.INDICATORS, ACTUAL), (Part.CASH, CASH)):
            sheet = book.sheet(part)
            columns = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
            for row in range(2, min(sheet.max_row, 11), 2):
                sheet.cell(row, columns[heading], row * 1.5)
                sheet.cell(row, columns["Станом на"], date(2022, 12, row))
                sheet.cell(row, columns["Коментар"], f"рядок {row}")

    return fill


@given(st.dictionaries(st.integers(2, 34), st.decimals(0, 10**9, places=2), min_size=1, max_size=12))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_entered_is_read_back(open_book: OpenBook, amounts: dict[int, Decimal]) -> None:
    """Any amounts in any rows come back as entered, from their own cells."""
    book = open_book(OBLAST)
    sheet = book.sheet(Part.CASH)
    for row, amount in amounts.items():
        sheet[f"L{row}"].value = float(amount)
    assert {row.locator: row.cash for row in book.read().execution} == {
        f"Видатки!L{row}": amount for row, amount in amounts.items()
    }


@given(
    st.sampled_from([part.value for part in Part] + [KEYS_SHEET]),
    st.integers(1, 8),
    st.integers(1, 15),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30) | st.floats(),
)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_anywhere(open_book: OpenBook, sheet: str, row: int, column: int, value: str | float) -> None:
    """Whatever stands in one cell, the workbook is read or refused with a sentence."""
    book = open_book(OBLAST)
    book.enter(Part.CASH, "рядок 405", {CASH: 10})
    book.book[sheet].cell(row, column, value)
    try:
        reading = book.read()
    except LoaderError as refused:
        sentence = str(refused)
    else:
        sentence = str(book.saved)
        assert reading.indicators or reading.execution or reading.unread
    assert sentence.startswith(str(book.saved))
