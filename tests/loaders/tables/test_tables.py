"""The tables in the rows of an act, and their kinds."""

import pytest

from loaders.rows import Row
from loaders.tables import MEASURES, UNKNOWN, Table, tables_of

HEADING = ["Захід | 2021 рік | ", " | Загальний фонд (грн) | Всього (грн)"]
NUMBERS = "1 | 2 | 3"


def tables(*lines: str) -> list[Table]:
    """The tables in lines with `|` between cells; a line without `|` is a line of text."""
    rows = (Row(number, tuple(cell.strip() for cell in line.split("|"))) for number, line in enumerate(lines, start=1))
    return tables_of(tuple(rows))


def lines_of(rows: tuple[Row, ...]) -> list[int]:
    return [row.no for row in rows]


def test_parts_of_a_table() -> None:
    """Headings, column numbers and data are told apart, and every row keeps its line."""
    (table,) = tables("Додаток", "", *HEADING, NUMBERS, "Сервер | 5 | 5", "Мережа | 7 | 7", "", "Секретар")
    assert table.kind == MEASURES
    assert table.width == 3
    assert (lines_of(table.heading), lines_of(table.numbering), lines_of(table.data)) == ([3, 4], [5], [6, 7])
    assert [(role, row.no) for role, row in table.rows] == [
        ("heading", 3),
        ("heading", 4),
        ("column_numbers", 5),
        ("data", 6),
        ("data", 7),
    ]


def test_page_break_with_column_numbers() -> None:
    """A block that opens with the column numbers of the table above it is the next page of that table."""
    (table,) = tables(*HEADING, NUMBERS, "Сервер | 5 | 5", "", "", NUMBERS, "Мережа | 7 | 7")
    assert (lines_of(table.numbering), lines_of(table.data)) == ([3, 7], [4, 8])


def test_page_break_with_repeated_headings() -> None:
    """A page that repeats the headings, with column numbers or without them, goes on with the same table."""
    (table,) = tables(*HEADING, NUMBERS, "Сервер | 5 | 5", "", *HEADING, NUMBERS, "Мережа | 7 | 7")
    assert (lines_of(table.heading), lines_of(table.data)) == ([1, 2, 6, 7], [4, 9])
    (table,) = tables(*HEADING, "Сервер | 5 | 5", "", *HEADING, "Мережа | 7 | 7")
    assert (lines_of(table.heading), lines_of(table.data)) == ([1, 2, 5, 6], [3, 7])


def test_text_between_tables() -> None:
    """The same headings under a text of their own start another table."""
    first, second = tables(*HEADING, "Сервер | 5 | 5", "", "Запропоновано:", *HEADING, "Сервер | 6 | 6")
    assert (first.no, second.no) == (1, 2)
    assert (lines_of(first.data), lines_of(second.data)) == ([3], [8])


def test_other_column_numbers() -> None:
    """A block with other column numbers is no page of the table above it."""
    first, second = tables(*HEADING, NUMBERS, "Сервер | 5 | 5", "", "1 | 2 | 3 | 4", "а | б | в | г")
    assert lines_of(first.data) == [4]
    assert second.kind == UNKNOWN


def test_blank_row_inside_a_table() -> None:
    """A row of nothing but tabs is a gap on paper, not the end of the table; alone it is no table at all."""
    (table,) = tables(" | | ", *HEADING, "Сервер | 5 | 5", " | | ", "Мережа | 7 | 7", "", " | | ", "")
    assert lines_of(table.data) == [4, 6]


def test_first_row_of_data_is_a_total() -> None:
    """Without column numbers, a first row such as «Всього: 12» is data, although its word may head a column."""
    (table,) = tables(*HEADING, "Всього: | 12 | 12", "Сервер | 2000 | 2000")
    assert (lines_of(table.heading), lines_of(table.data)) == ([1, 2], [3, 4])


def test_unknown_words_under_the_years_are_headings() -> None:
    """Without column numbers, a row of words that stands only under the years heads columns, known or not."""
    (table,) = tables("Захід | 2021 рік (грн) | ", " | Кредит | Грант", "Сервер | 5 | 5", " | - | 5")
    assert (lines_of(table.heading), lines_of(table.data)) == ([1, 2], [3, 4])


def test_kinds() -> None:
    """A table is what its headings say: measures need a year and a word of measures."""
    passport, indicators, signature = tables(
        "1 | Ініціатор розроблення Програми | Відділ",
        "",
        "Завдання | Найменування показника | Значення",
        "1 | 2 | 3",
        "е-урядування | кількість | 5",
        "",
        "Міський голова | А. Райкович",
    )
    assert [passport.kind, indicators.kind, signature.kind] == ["programme_passport", "indicators", UNKNOWN]
    assert indicators.width == 3


def test_no_tables() -> None:
    """Text without tabs holds no table."""
    assert tables("Рішення", "", "2021 рік. Всього 5 грн") == []


def test_very_many_rows() -> None:
    """A file of nothing but column numbers is dealt with in one pass, not row by row against all others."""
    (table,) = tables(*[NUMBERS] * 50_000)
    assert (len(table.numbering), len(table.data)) == (50_000, 0)


@pytest.mark.parametrize("number", ["2", "- 2 -", "– 2 –", "12"])
def test_page_number_between_pages(number: str) -> None:
    """The number of a page alone on a line does not end a table, whatever its next page opens with."""
    first = [*HEADING, "Сервер | 5 | 5", "", number, ""]
    for opening in ([], HEADING):
        (table,) = tables(*first, *opening, "Мережа | 7 | 7", "Сайт | 1 | 1")
        assert [row.cells[0] for row in table.data] == ["Сервер", "Мережа", "Сайт"]
    (table,) = tables(*HEADING, NUMBERS, "Сервер | 5 | 5", number, NUMBERS, "Мережа | 7 | 7")
    assert [row.cells[0] for row in table.data] == ["Сервер", "Мережа"]


@pytest.mark.parametrize(
    "block",
    [
        ["Захід | 2022 рік | ", " | Загальний фонд (грн) | Всього (грн)", "Сервер | 6 | 6"],
        ["а | б | в | г", "1 | 2 | 3 | 4", "Сервер | 6 | 6 | 6"],
        ["Завдання | Найменування показника | Значення", "е-урядування | кількість | 5"],
        ["Міський голова | А. Райкович"],
    ],
    ids=["other headings", "other column numbers", "another kind", "signature"],
)
def test_another_table_below_a_page_number(block: list[str]) -> None:
    """A block with headings of its own, or a signature, is no page of the table above a page's number."""
    first, second = tables(*HEADING, "Сервер | 5 | 5", "", "- 2 -", "", *block)
    assert lines_of(first.data) == [3]
    assert len(second.rows) == len(block)


def test_text_is_no_page_number() -> None:
    """A line that says more than a number divides tables as any text does."""
    for text in ("Додаток 2", "2019", "2.", "2 -3"):
        assert len(tables(*HEADING, "Сервер | 5 | 5", text, *HEADING, "Мережа | 7 | 7")) == 2
