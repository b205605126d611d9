"""Workbooks: what each kind of cell is read as, where tables start and end, and files that would take all memory."""

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from loaders.errors import FileRefused
from loaders.readers import ods, sheets, xls, xlsx, xlsx_marks
from loaders.readers.sheets import number, percent
from loaders.rows import Row, Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "formats"

Sheet = Callable[[Worksheet], object]
Read = Callable[[Sheet], Source]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a workbook of one sheet «А» that a function has filled."""

    def source(fill: Sheet) -> Source:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "А"
        fill(sheet)
        path = tmp_path / "book.xlsx"
        book.save(path)
        return xlsx.source_of(path.read_bytes(), path)

    return source


def rows(source: Source) -> list[tuple[str, tuple[str, ...]]]:
    """The place and the cells of each row that is not blank."""
    return [(row.locator(), row.cells) for row in source.rows if not row.is_blank]


def at(source: Source, locator: str) -> str:
    """The text of the cell at a place."""
    (text,) = (
        cell
        for row in source.rows
        for place, cell in enumerate(row.cells)
        if not row.is_blank and row.locator(place) == locator
    )
    return text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (50000.0, "50000"),
        (0.1 + 0.2, "0.3"),
        (1.1 * 3, "3.3"),
        (-439.06, "-439.06"),
        (1574.125, "1574.125"),
        (574.125, "574.1250"),
        (1e15, "1000000000000000"),
        (1e21, "1000000000000000000000"),
        (1.5e-7, "0.00000015"),
        (123456789012345.67, "123456789012346"),
        (0.0, "0"),
        (2019.0, "2019"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    """A stored number as sheets show it; three decimals get a fourth so that they are not taken for thousands."""
    assert number(value) == text


@pytest.mark.parametrize(("value", "text"), [(0.85, "85%"), (0.145, "14.5%"), (1.0, "100%"), (0.07, "7%")])
def test_per_cent(value: float, text: str) -> None:
    """A number that is shown as per cent keeps its sign: 85% is not 0.85."""
    assert percent(value) == text


def test_kinds_of_cells(read: Read) -> None:
    """Each kind of cell is the text that a person sees; a blank is empty, a code keeps its zeros."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["0217530", 50000, 19.1, True, datetime.date(2019, 1, 31), " \u00a0", "a\r\nb", 0.85, 1])
        sheet["H1"].number_format = "0.0%"
        sheet["J1"] = datetime.datetime(2019, 1, 31, 9, 5)

    assert rows(read(fill)) == [
        ("А!1", ("0217530", "50000", "19.1", "TRUE", "31.01.2019", "a b", "85%", "1", "31.01.2019 09:05"))
    ]


def test_formulas_and_errors(read: Read) -> None:
    """A formula that no program has computed, and an error, stay visible; neither is a blank or a zero."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Разом", "=SUM(B2:B9)", "#REF!", "#DIV/0!"])
        sheet["C1"].data_type = sheet["D1"].data_type = "e"

    source = read(fill)
    assert rows(source) == [("А!1", ("Разом", "=SUM(B2:B9)", "#REF!", "#DIV/0!"))]


def test_time_past_all_calendars(read: Read) -> None:
    """A number shown as a time that no calendar reaches stops the library below only when its row is read."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"] = "Тривалість", 1e14
        sheet["A2"].number_format = "[h]:mm:ss"

    with pytest.raises(FileRefused, match="damaged"):
        read(fill)


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_values_of_other_workbooks(ending: str) -> None:
    """What LibreOffice saved: numbers, a computed formula, a date, errors, per cent, a code, lines, two sheets."""
    path = FIXTURES / f"values.{ending}"
    source = {"ods": ods, "xls": xls}[ending].source_of(path.read_bytes(), path)
    found = {column: at(source, f"Додаток 3!{column}2") for column in "BCDFGHIJLMNO"}
    assert found == {
        "B": "50000",
        "C": "0.3",
        "D": "50000.3",
        "F": "31.01.2019",
        "G": "#DIV/0!",
        "H": "#NAME?",
        "I": "a b",
        "J": "85%",
        "L": "007",
        "M": "16666666.6666667%",
        "N": "#REF!",
        "O": "1582",
    }
    assert [at(source, f"Додаток 3!{place}") for place in ("A6", "A10", "A11", "A12", "E12", "A13")] == [
        *("merged", "same", "same", "same", "5", "same")
    ]
    assert at(source, "Другий!C3") == "x"


def test_table_between_texts(read: Read) -> None:
    """Titles above, and the note and the signature below, are text without a blank row too; a section row is not."""

    def fill(sheet: Worksheet) -> None:
        sheet["D1"] = "Додаток 3\nдо Програми"
        sheet["A2"] = "Перелік заходів"
        sheet.append(["№ з/п", "Захід", None, "2021 рік"])
        sheet.append(["Відділ культури"])
        sheet.append([1, "Ремонт", None, 12.5])
        sheet.append([None, "Разом"])
        sheet.append(["* без урахування субвенцій"])
        sheet.append(["Секретар ради", None, None, "А. Б."])

    assert rows(read(fill)) == [
        ("А!1", ("Додаток 3",)),
        ("А!1", ("до Програми",)),
        ("А!2", ("Перелік заходів",)),
        ("А!3", ("№ з/п", "Захід", "2021 рік")),
        ("А!4", ("Відділ культури", "", "")),
        ("А!5", ("1", "Ремонт", "12.5")),
        ("А!6", ("", "Разом", "")),
        ("А!7", ("* без урахування субвенцій",)),
        ("А!8", ("Секретар ради А. Б.",)),
    ]


def test_columns_keep_their_letters(read: Read) -> None:
    """Columns that are blank in the whole table are dropped, and a locator names the column of the sheet."""

    def fill(sheet: Worksheet) -> None:
        sheet["B3"], sheet["AA3"], sheet["AC3"] = "Захід", "2021", "2022"
        sheet["B4"], sheet["AC4"] = "Ремонт", 7

    row = read(fill).rows[1]
    assert row.cells == ("Ремонт", "", "7")
    assert [row.locator(place) for place in range(4)] == ["А!B4", "А!AA4", "А!AC4", "А!AD4"]


def test_blank_rows_in_a_table(read: Read) -> None:
    """A blank row ends a table, unless a merged cell reaches into it or figures go on below in the same columns."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "Захід", "2021 рік"
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:B2")
        sheet["A3"], sheet["B3"] = "Ремонт", 1
        sheet["A5"], sheet["B5"] = "Закупівля", 2
        sheet["A7"], sheet["B7"] = "Показник", "Одиниця"

    numbers = {row.cells[0]: row.no for row in read(fill).rows}
    assert (numbers["Захід"], numbers["Ремонт"], numbers["Закупівля"]) == (1, 3, 5)
    assert [row.cells for row in read(fill).rows if row.is_blank] == [("", ""), ("", ""), ("",)]


def test_merged_cells(read: Read) -> None:
    """A merged cell holds its text top left; a task over its measures too."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Завдання", "2021 рік", None])
        sheet.append([None, "Загальний", "Спеціальний"])
        sheet.append(["Обладнання", 1, 2])
        sheet.append([None, 3, 4])
        for place in ("A1:A2", "B1:C1", "A3:A4"):
            sheet.merge_cells(place)

    assert [cells for _, cells in rows(read(fill))] == [
        ("Завдання", "2021 рік", ""),
        ("", "Загальний", "Спеціальний"),
        ("Обладнання", "1", "2"),
        ("", "3", "4"),
    ]


def test_hidden_rows_columns_and_sheets(read: Read) -> None:
    """What is hidden is read as well: a hidden row is in the sum all the same."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Захід", "Сума"])
        sheet.append(["Ремонт", 5])
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    assert rows(read(fill))[1] == ("А!2", ("Ремонт", "5"))


def test_sheets_are_parted(tmp_path: Path) -> None:
    """Tables of two sheets never run together: a blank row stands between, and the numbers leave a gap."""
    book = openpyxl.Workbook()
    for name in ("Додаток 1", "Додаток 2"):
        book.create_sheet(name).append(["Захід", "Сума"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    source = xlsx.source_of(path.read_bytes(), path)
    assert [(row.no, row.locator(0), row.in_table) for row in source.rows] == [
        (1, "Додаток 1!A1", True),
        (2, "Додаток 1!A1", False),
        (4, "Додаток 2!A1", True),
    ]


def test_digits_on_two_lines_are_two_numbers(read: Read) -> None:
    """Two numbers in one cell are not joined: 12 above 345 is not 12 345."""
    assert rows(read(lambda sheet: sheet.append(["Ремонт", "12\n345"]))) == [("А!1", ("Ремонт", "12 / 345"))]


def test_control_characters(read: Read) -> None:
    """A character that nobody sees is shown, so that no number is read around it."""
    source = read(lambda sheet: sheet.append(["Ремонт", "12_x0000_5"]))
    assert rows(source) == [("А!1", ("Ремонт", "12\ufffd5"))]


def test_far_cell_is_refused(read: Read) -> None:
    """One cell at the end of a sheet would take memory for all cells before it."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet["XFD1048576"] = 1

    with pytest.raises(FileRefused, match="reaches to XFD1048576; the limit is 5200000 cells"):
        read(fill)


def test_empty_far_cells_do_not_count(read: Read) -> None:
    """Cells with a border and no value, however far, are blank."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Захід", 1])
        sheet["XFD1048576"].number_format = "0.00"

    assert rows(read(fill)) == [("А!1", ("Захід", "1"))]


Change = Callable[[str, bytes], bytes]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Change], Path]:
    """A workbook of one row whose parts are changed."""

    def written(change: Change) -> Path:
        book = openpyxl.Workbook()
        book.worksheets[0].append(["Захід", "Сума", 5])
        out = io.BytesIO()
        book.save(out)
        path = tmp_path / "changed.xlsx"
        with zipfile.ZipFile(out) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, change(name, old.read(name)))
        return path

    return written


def in_sheet(old: bytes, new: bytes) -> Change:
    return lambda name, xml: xml.replace(old, new) if "sheet1" in name else xml


def test_lies_about_size(changed: Callable[[Change], Path]) -> None:
    """Neither the range nor the counts that a workbook declares are believed."""
    path = changed(
        lambda name, xml: in_sheet(b'ref="A1:C1"', b'ref="A1:XFD1048576"')(name, xml).replace(
            b"uniqueCount=", b'uniqueCount="4000000000" x='
        )
    )
    assert rows(xlsx.source_of(path.read_bytes(), path)) == [("Sheet!1", ("Захід", "Сума", "5"))]


@pytest.mark.parametrize(
    "cell",
    [
        b"<c r='XFD1048576' ><v>1</v></c>",
        b'<c s="0" r="XFD1048576"><v>1</v></c>',
        b'<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="XFD1048576"><v>1</v></x:c>',
        b'<c r="&#88;FD1048576"><v>1</v></c>',
        b'<c r="XFD1048576" s="0" x="/>"><v>1</v></c>',
    ],
)
def test_far_cells_in_disguise(changed: Callable[[Change], Path], cell: bytes) -> None:
    """However a far cell is written down, it is found."""
    path = changed(in_sheet(b"</row>", cell + b"</row>"))
    with pytest.raises(FileRefused, match="reaches to XFD1048576"):
        xlsx.source_of(path.read_bytes(), path)


def test_cells_without_places(changed: Callable[[Change], Path]) -> None:
    """Rows and cells may leave out their places: each follows the one before."""
    path = changed(in_sheet(b"</row>", b'</row><row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>'))
    assert rows(xlsx.source_of(path.read_bytes(), path))[1] == ("Sheet!2", ("1", "#N/A", ""))


def test_doctype_is_refused(changed: Callable[[Change], Path]) -> None:
    """XML that could grow without end, or read other files, is not parsed at all."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'
    path = changed(in_sheet(b"<worksheet", bomb))
    with pytest.raises(FileRefused, match="no XML of an office program"):
        xlsx.source_of(path.read_bytes(), path)


def test_too_many_merged_cells(changed: Callable[[Change], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Merged cells take memory too."""
    monkeypatch.setattr(xlsx, "MAX_MERGED_CELLS", 1)
    merged = b'</sheetData><mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="A3:B3"/></mergeCells>'
    path = changed(in_sheet(b"</sheetData>", merged))
    with pytest.raises(FileRefused, match="more than 1 merged cells"):
        xlsx.source_of(path.read_bytes(), path)


def test_many_rows(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than the limit are refused."""
    monkeypatch.setattr(sheets, "MAX_ROWS", 2)
    with pytest.raises(FileRefused, match="more than 2 rows"):
        read(lambda sheet: [sheet.append([1, 2]) for _ in range(3)])


def test_wide_row(read: Read) -> None:
    """A row with more cells than any table has is refused, with its place."""
    with pytest.raises(FileRefused, match="А!1 has 1001 cells; the limit is 1000"):
        read(lambda sheet: sheet.append(list(range(1001))))


def test_workbook_without_cells(read: Read) -> None:
    """An empty workbook is refused, not read as nothing."""
    with pytest.raises(FileRefused, match="no cell of the workbook holds anything"):
        read(lambda sheet: None)


CONTENT = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>
<office:spreadsheet><table:table table:name="А">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def read_content(tmp_path: Path, content: str) -> Source:
    path = tmp_path / "book.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", CONTENT.format(content))
    return ods.source_of(path.read_bytes(), path)


@pytest.mark.parametrize(
    "repeated",
    [
        '<table:table-row table:number-rows-repeated="1000000000">{}</table:table-row>',
        '<table:table-row><table:table-cell table:number-columns-repeated="900000000"/>{}</table:table-row>',
    ],
)
def test_repeated_without_end(tmp_path: Path, repeated: str) -> None:
    """A cell repeated a million times, or behind as many blanks, does not take their memory."""
    cell = "<table:table-cell><text:p>a</text:p></table:table-cell>"
    with pytest.raises(FileRefused, match="the sheet «А» reaches to"):
        read_content(tmp_path, repeated.format(cell))


def test_text_of_cells(tmp_path: Path) -> None:
    """Paragraphs, runs and spaces are the text; a comment and what was deleted are not; a covered cell is blank."""
    cell = (
        "<table:table-row><table:table-cell><office:annotation><text:p>коментар</text:p></office:annotation>"
        '<text:p>а<text:s text:c="2"/><text:span>б</text:span></text:p><text:p>в</text:p></table:table-cell>'
        "<table:covered-table-cell><text:p>сховане</text:p></table:covered-table-cell>"
        '<table:table-cell table:formula="of:=SUM([.A1])"/></table:table-row>'
    )
    assert rows(read_content(tmp_path, cell)) == [("А!1", ("а  б в", "=SUM([.A1])"))]


def test_marks_in_pieces(monkeypatch: pytest.MonkeyPatch, read: Read) -> None:
    """A sheet is searched piece by piece; no cell is lost where it is cut."""
    monkeypatch.setattr("loaders.readers.archives._CHUNK", 50)
    source = read(lambda sheet: [sheet.append([f"Захід {row}", row, "=1+1"]) for row in range(1, 30)])
    assert rows(source)[-1] == ("А!29", ("Захід 29", "29", "=1+1"))
    assert xlsx_marks.column_number("XFD") == 16384
    assert isinstance(source.rows[0], Row)
