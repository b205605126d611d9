"""The workbook for entering actual values as it is written: its lines, its locks, its rules, and what it refuses."""

import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data import register
from data.contracts import Programme
from loaders.__main__ import main
from loaders.entry import workbook as entry_workbook
from loaders.entry import writing as entering
from loaders.entry.form import ENTRIES, KEY_HEADING, KEYS_SHEET, Line, Part
from loaders.errors import NothingToRead, NotWritten

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
E_CITY = "zhytomyr-e-city-2021-2026"
OBLAST = "zhytomyr-oblast-digital-2022-2024"

Written = Callable[[str], Path]


def opened(path: Path) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


def rows(book: Workbook, part: Part) -> list[dict[str, object]]:
    """The lines of an entry sheet by its headings."""
    heading, *lines = book[part.value].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), line, strict=True)) for line in lines]


def test_lines_of_kropyvnytskyi(written: Written) -> None:
    """The seven indicators and the lowest lines of the decision and of the draft, each with unit, plan and place."""
    book = opened(written(KROPYVNYTSKYI))
    indicators = rows(book, Part.INDICATORS)
    assert len(indicators) == 7
    words = indicators[2]
    assert (words["Показник"], words["Ціль (як надруковано)"]) == (
        "Чисельність абонентів IP-телефонії",
        "Штатний розпис",
    )
    assert (words["Одиниця виміру"], words["Рік"], words["Місце"]) == ("Осіб", "уся програма", "рядок 431, графа 5")
    cash = rows(book, Part.CASH)
    (line,) = (row for row in cash if row["Місце"] == "рядок 458, графа 9")
    assert line["№"] == "1.4"
    assert (line["Фонд"], line["Рік"], line["План, грн"], line["Що надруковано"]) == (
        "загальний",
        "2020",
        51600,
        "план",
    )
    assert line["Розпорядник коштів"] == "Виконавчий комітет Міської ради міста Кропивницького"
    assert line["Документ"] == "програма № 2285 від 31.01.2019"
    (change,) = (row for row in cash if row["Місце"] == "рядок 89, графа 6")
    assert (change["План, грн"], change["Що надруковано"]) == (-100660, "зміна плану")
    assert change["Документ"] == "зміни до програми (проєкт) № 698 від 26.11.2019"
    assert sum(float(str(row["План, грн"])) for row in cash if row["Що надруковано"] == "план") == 6198700


def test_lines_of_e_city(written: Written) -> None:
    """The passport's 67 indicators, each once though it prints three funds, and 17 directions: 1 504 000 UAH."""
    book = opened(written(E_CITY))
    document = "паспорт бюджетної програми № 774 від 09.02.2022"
    indicators = [row for row in rows(book, Part.INDICATORS) if row["Документ"] == document]
    assert len(indicators) == 67
    assert {row["Фонд"] for row in indicators} == {"разом"}
    assert indicators[0]["Показник"] == "Питома вага листів що надійшли через СЕВ ОБВ"
    assert (indicators[0]["Група"], indicators[0]["Ціль (як надруковано)"]) == ("якості", "5,00")
    cash = [row for row in rows(book, Part.CASH) if row["Документ"] == document]
    assert len({row["№"] for row in cash}) == 17
    assert {row["Фонд"] for row in cash} == {"загальний", "спеціальний"}
    assert sum(int(str(row["План, грн"])) for row in cash) == 1504000


def test_lines_of_the_oblast(written: Written) -> None:
    """Five indicators and eleven measures, each for three years; words in place of a plan stand as printed."""
    book = opened(written(OBLAST))
    indicators, cash = rows(book, Part.INDICATORS), rows(book, Part.CASH)
    assert len(indicators) == 5 * 3
    assert [row["Ціль (як надруковано)"] for row in indicators[:3]] == ["4", "4", "3"]
    assert len({row["Напрям, завдання або захід"] for row in cash}) * 3 == len(cash)
    assert {row["План, грн"] for row in cash} == {"В межах фінансування", "Не потребує фінансування"}


def entry_sheets(book: Workbook) -> list[Worksheet]:
    return [book[part.value] for part in Part]


def test_protection(written: Written) -> None:
    """Everything is locked without a password but the entry cells; the keys are hidden from sight."""
    book = opened(written(KROPYVNYTSKYI))
    for sheet in entry_sheets(book):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        entries = [cell.column for cell in sheet[1] if cell.value in ENTRIES[Part(sheet.title)]]
        assert len(entries) == len(ENTRIES[Part(sheet.title)])
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.protection.locked == (cell.row == 1 or cell.column not in entries)
        assert sheet["A1"].value == KEY_HEADING
        assert sheet.column_dimensions["A"].hidden
        assert sheet.freeze_panes == "D2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
    assert book[KEYS_SHEET].sheet_state == "veryHidden"


def test_each_entry_heading_has_a_note(written: Written) -> None:
    """A note on each heading says what to enter below it."""
    for sheet in entry_sheets(opened(written(KROPYVNYTSKYI))):
        for cell in sheet[1]:
            is_entry = cell.value in ENTRIES[Part(sheet.title)]
            assert bool(cell.comment and cell.comment.text.startswith(("Введіть", "За потреби"))) == is_entry


def test_validation(written: Written) -> None:
    """Numbers from zero, dates, and texts up to 500 characters, with messages in Ukrainian; words where the target is
    words."""
    book = opened(written(KROPYVNYTSKYI))
    kinds = {
        (sheet.title, str(area)): rule
        for sheet in entry_sheets(book)
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
    }
    assert {rule.error for rule in kinds.values() if rule.type == "decimal"} == {
        "Введіть значення: число, не менше за нуль. Якщо даних немає, залиште клітинку порожньою.",
        "Введіть суму в гривнях: число, не менше за нуль. Якщо даних немає, залиште клітинку порожньою.",
    }
    number, words = kinds["Показники", "L2"], kinds["Показники", "L4"]
    assert (number.type, number.operator, number.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert (words.type, words.formula1) == ("textLength", "500")
    assert kinds["Показники", "M2"].type == "date"
    assert kinds["Видатки", "L2"].type == "decimal"
    assert all(rule.showErrorMessage and rule.error for rule in kinds.values())


def test_existing_file_stays(tmp_path: Path) -> None:
    """A workbook that exists may hold what somebody entered: it is written over only when that is asked for."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(NotWritten, match=r"book\.xlsx: there is such a file already\. .* add --force to replace it\.$"):
        entering.write_for(KROPYVNYTSKYI, path)
    assert path.read_bytes() == b"mine"
    assert entering.write_for(KROPYVNYTSKYI, path, force=True) == 237
    assert path.read_bytes().startswith(b"PK")


def test_unknown_programme(tmp_path: Path) -> None:
    """A programme that is not registered: a sentence with those that are, and no file."""
    with pytest.raises(NothingToRead, match=f"no programme x is registered. Known programmes: {KROPYVNYTSKYI}, "):
        entering.write_for("x", tmp_path / "book.xlsx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("force", [True, False])
def test_place_that_cannot_be_written(tmp_path: Path, force: bool) -> None:
    """A folder that does not exist, and one below a file: a sentence."""
    (tmp_path / "file").write_bytes(b"")
    for folder in ("absent", "file", "x" * 300):
        with pytest.raises(NotWritten, match=r"cannot be written \(.+\)\. Name another"):
            entering.write_for(KROPYVNYTSKYI, tmp_path / folder / "book.xlsx", force=force)


def test_command(tmp_path: Path) -> None:
    """The command says how many lines there are to fill in; a refusal is one sentence and ends with 2."""
    path = tmp_path / "book.xlsx"
    arguments = ["template", KROPYVNYTSKYI, "-o", str(path)]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{path}: 237 lines to fill in\n", "")
    again = CliRunner().invoke(main, arguments)
    assert (again.exit_code, again.stdout, again.stderr.count("\n")) == (2, "", 1)
    assert again.stderr.startswith(f"{path}: there is such a file already")
    assert CliRunner().invoke(main, [*arguments, "--force"]).exit_code == 0


def test_name_of_another_format(tmp_path: Path) -> None:
    """Excel opens the workbook only under its own suffix."""
    with pytest.raises(NotWritten, match=r"Give it a name that ends with \.xlsx"):
        entering.write_for(KROPYVNYTSKYI, tmp_path / "book.xls")


def test_programme_that_nothing_was_read_of(tmp_path: Path) -> None:
    """A programme whose documents are only listed has no lines: a sentence, and no file."""
    (tmp_path / "raw").symlink_to(register.RAW)
    sources = tmp_path / "sources.yml"
    text = register.DEFAULT.read_text(encoding="utf-8").replace("    read: false\n", "")
    sources.write_text(text.replace("    kind: ", "    read: false\n    kind: "), encoding="utf-8")
    with pytest.raises(NothingToRead, match="there is nothing to enter values for"):
        entering.write_for(OBLAST, tmp_path / "book.xlsx", sources)


def test_names_that_look_like_formulas(tmp_path: Path) -> None:
    """A name that starts with = or looks like an address is text, never a formula or a link."""
    programme = Programme(
        programme_id="p",
        title="П & К",
        short_title="П&К",
        hromada="Г",
        level="hromada",
        first_year=2021,
        last_year=2021,
    )
    names = ["=1+1", "https://example.org", "+380", "@x"]
    lines = [Line(key=f"k{name}", part=Part.CASH, name=name, fiscal_year=2021) for name in names]
    path = tmp_path / "book.xlsx"
    entry_workbook.write(path, programme, lines)
    sheet = opened(path)[Part.CASH.value]
    found = [sheet.cell(number, 3) for number in range(2, 6)]
    assert [(cell.value, cell.data_type) for cell in found] == [(name, "s") for name in names]
    assert not any(cell.hyperlink for cell in found)
