"""Text with a cell on each line: the oblast programme, and what a stranger's file may hold."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.register import RAW
from loaders.readers import cell_lines, tab_text
from loaders.rows import Row

REAL = RAW / "003_13f0536a96690397.txt"


@pytest.fixture(scope="module")
def real() -> list[Row]:
    """The rows of tables of the oblast programme."""
    return [row for row in tab_text.read(REAL).rows if row.in_table and not row.is_blank]


def rows(*lines: str) -> list[tuple[str, ...]]:
    """The rows that lines become; `|` stands for the tab of a cell."""
    found = cell_lines.rows_of([line.replace("|", "\t") for line in lines])
    return [row.cells for row in found if not row.is_blank]


def test_widths(real: list[Row]) -> None:
    """The three tables have 5, 8 and 9 columns, and every row has as many cells as its table."""
    assert [len(row.cells) for row in real] == [5] * 8 + [8] * 10 + [9] * 18


def test_merged_headings(real: list[Row]) -> None:
    """A heading stands over the columns below it, also where it was printed once over several."""
    years = ("2022", "2023", "2024")
    assert real[0].cells[1:4] == ("Роки", "", "")
    assert real[1].cells == ("", *years, "")
    assert [cell.replace("\n", " ") for cell in real[8].cells] == [
        "№ з/п",
        "Назва показника",
        "Одиниця виміру",
        "Вихідні дані на початок дії програми",
        "Роки",
        "",
        "",
        "Всього витрат на виконання програм",
    ]
    assert real[19].cells[3:] == (
        "Орієнтовні обсяги фінансування за роками, тис. гривень",
        "",
        "",
        "",
        "",
        "Очікувані результати",
    )


def test_rows_that_blank_lines_cut(real: list[Row]) -> None:
    """Indicator II.1 prints 500 below a blank line; the quality indicator has a baseline of nothing but blank lines."""
    efficiency, quality = real[15], real[17]
    assert efficiency.cells[3:] == ("-", "50", "50", "500", "")
    assert quality.cells[3:] == ("", "100", "150", "150", "")
    assert efficiency.locator() == "рядки 292–306"
    assert efficiency.locator(6) == "рядок 304"


def test_rows_of_sections(real: list[Row]) -> None:
    """A row of one or a few cells is filled up with blanks; what its blanks stand for is found at the row."""
    assert real[10].cells == ("I", "Показники продукту програми", "", "", "", "", "", "")
    assert real[10].locator(7) == "рядки 214–215"
    fourth = next(row for row in real if row.cells[0].startswith("Напрям 4."))
    assert (fourth.locator(), fourth.cells[1:]) == ("рядок 493", ("",) * 8)


def test_every_locator_points_to_its_cell(real: list[Row]) -> None:
    """The line of a cell prints its text, from its first word on; no two cells share a line."""
    lines = REAL.read_text(encoding="utf-8").split("\n")
    seen: list[str] = []
    for row in real:
        for place, cell in enumerate(row.cells):
            if cell.strip():
                locator = row.locator(place)
                seen.append(locator)
                assert lines[int(locator.removeprefix("рядок ")) - 1].lstrip("\t") == cell.split("\n")[0]
    assert len(seen) == len(set(seen))


def test_no_line_is_lost() -> None:
    """Every word of the file stands in its rows, in the same order."""
    text = REAL.read_text(encoding="utf-8")
    assert " ".join(" ".join(row.cells) for row in tab_text.read(REAL).rows).split() == text.split()


def test_paragraph_below_a_table() -> None:
    """Text after the blank last cell of a whole row is no text of that cell; after that of a short one it is."""
    table = ["|№", "|Назва", "|Сума", "", "|1", "|Сервер", "|", "", "|2", "|Мережа", "|"]
    assert rows(*table, "", "", "Додаток 2")[-2:] == [("2", "Мережа", ""), ("Додаток 2",)]
    assert rows(*table, "", "|3", "|", "", "Сайт", "|5")[-1] == ("3", "Сайт", "5")
    assert rows(*table, "", "7", "", "|3", "|Сайт", "|5")[-2:] == [("2", "Мережа", "7"), ("3", "Сайт", "5")]


def test_headings_of_two_years() -> None:
    """Groups whose lower headings come again stand over equal parts; others cannot be told apart and stay together."""
    below = ["|", "|Загальний фонд", "|Спеціальний фонд", "|Загальний фонд", "|Спеціальний фонд"]
    assert rows("|Захід", "|2021", "|2022", "", *below)[0] == ("Захід", "2021", "", "2022", "")
    below[4] = "|Разом"
    assert rows("|Захід", "|2021", "|2022", "", *below)[0] == ("Захід", "2021\n2022", "", "", "")


def test_other_texts_are_left_alone() -> None:
    """Lines with several tabs, or indented paragraphs without any table, are not taken for cells."""
    assert not cell_lines.is_cell_lines(["\t1\t2"] * 40)
    assert not cell_lines.is_cell_lines(["\tАбзац тексту.", ""] * 40)
    assert not cell_lines.is_cell_lines((["\tx"] * 500 + [""]) * 2)
    assert rows("|Абзац", "", "|Ще абзац") == [("Абзац",), ("Ще абзац",)]


cell = st.text("абв19,-", min_size=1, max_size=6)


@given(st.integers(3, 7).flatmap(lambda width: st.lists(st.lists(cell, min_size=width, max_size=width), min_size=3)))
def test_what_is_written_is_read_back(table: list[list[str]]) -> None:
    """A table of whole rows is read back cell by cell."""
    lines = [line for row in table for line in [*(f"|{text}" for text in row), ""]]
    assert rows(*lines) == [tuple(row) for row in table]


line = st.sampled_from(["\t", "\tа", "\t5", "\t ", "", "текст", "а\tб", "\t\t"])


@given(st.lists(line, max_size=60))
def test_any_lines(lines: list[str]) -> None:
    """Whatever the lines are, they become rows and none of their words is lost."""
    found = cell_lines.rows_of(lines)
    assert " ".join(row.text for row in found).split() == " ".join(lines).split()
    assert [row.no for row in found] == list(range(1, len(found) + 1))


def test_very_long_rows_and_texts(tmp_path: Path) -> None:
    """A long text of a cell, and very many short rows, take time in proportion to their length."""
    head = ["\tа", "\tб", "\tв", ""] * 4
    path = tmp_path / "long.txt"
    path.write_text("\n".join([*head, "\tг", *["текст"] * 50_000, "", *["\tх", ""] * 20_000]), encoding="utf-8")
    assert len(tab_text.read(path).rows) > 5_000
