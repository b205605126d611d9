"""What each column holds, from its headings."""

import pytest

from loaders.errors import TableError
from loaders.rows import Row
from loaders.tables.headings import Column, Title, columns_of, is_heading

TEXTS = [Column(0, "number"), Column(1, "name"), Column(2, "measure")]


def heading(*lines: str, first: int = 10) -> tuple[Row, ...]:
    """Heading rows with `|` between cells; the first stands in line `first`."""
    return tuple(
        Row(number, tuple(cell.strip() for cell in line.split("|"))) for number, line in enumerate(lines, start=first)
    )


def real_heading(lines: list[str], first: int) -> tuple[Row, ...]:
    """Three lines of the real document, from line `first`: sources of money, years, funds."""
    return tuple(Row(number, tuple(lines[number - 1].split("\t"))) for number in range(first, first + 3))


def year_columns(start: int, fiscal_year: int) -> list[Column]:
    """The four columns of a year in Kropyvnytskyi: quantity, general and special fund, total, in thousand UAH."""
    return [
        Column(start, "quantity", fiscal_year),
        Column(start + 1, "general", fiscal_year, 1000),
        Column(start + 2, "special", fiscal_year, 1000),
        Column(start + 3, "total", fiscal_year, 1000),
    ]


def test_heading_of_the_amendment(real_lines: list[str]) -> None:
    """The twelve columns of the draft of November 2019: two years of four columns, and a total of all years."""
    expected = [*TEXTS, *year_columns(3, 2019), *year_columns(7, 2020), Column(11, "all_years_total", None, 1000)]
    assert columns_of(real_heading(real_lines, 75), 12) == expected


def test_heading_of_the_programme_with_a_ghost_column(real_lines: list[str]) -> None:
    """The sixteen columns of decision № 2285, although its headings have a blank cell that no column stands under."""
    rows = real_heading(real_lines, 447)
    assert [len(row.cells) for row in rows] == [17, 17, 17]
    expected = [*TEXTS, *year_columns(3, 2019), *year_columns(7, 2020), *year_columns(11, 2021)]
    assert columns_of(rows, 16) == [*expected, Column(15, "all_years_total", None, 1000)]


def test_special_fund_first_in_uah_without_quantities() -> None:
    """Another city, other years, another order, amounts in UAH: the headings say so, not the places."""
    rows = heading(
        "№ | Завдання | Захід | 2024 рік | | | 2025 рік | | | Усього за роками (грн)",
        " | | | Спеціальний фонд (грн) | Загальний фонд (грн) | Разом (грн) "
        "| Спеціальний фонд (грн) | Загальний фонд (грн) | Разом (грн) | ",
    )
    amounts = [
        Column(3, "special", 2024, 1),
        Column(4, "general", 2024, 1),
        Column(5, "total", 2024, 1),
        Column(6, "special", 2025, 1),
        Column(7, "general", 2025, 1),
        Column(8, "total", 2025, 1),
        Column(9, "all_years_total", None, 1),
    ]
    assert columns_of(rows, 10) == TEXTS + amounts
    assert columns_of(rows, None) == TEXTS + amounts


def test_years_alone_are_totals() -> None:
    """A column a year and no funds: each is the year's total. The columns may stand in any order."""
    rows = heading("Заходи | Обсяги, млн грн | | Усього за роками (млн грн)", " | 2022 | 2023 р. | ")
    assert columns_of(rows, None) == [
        Column(0, "measure"),
        Column(1, "total", 2022, 1_000_000),
        Column(2, "total", 2023, 1_000_000),
        Column(3, "all_years_total", None, 1_000_000),
    ]


def test_unit_beside_the_year() -> None:
    """`2022 рік (тис. грн)` is a year with its unit; other words beside a year make a heading of their own."""
    rows = heading("Захід | 2022 рік (тис. грн) | 2023, грн. | 2024 рік тис.грн")
    assert columns_of(rows, 4)[1:] == [
        Column(1, "total", 2022, 1000),
        Column(2, "total", 2023, 1),
        Column(3, "total", 2024, 1000),
    ]
    with pytest.raises(TableError, match="факт, грн"):
        columns_of(heading("Захід | 2021 рік, грн | 2022 рік (факт, грн)"), 3)


def test_unit_may_stand_above_and_may_differ() -> None:
    """A column takes the nearest unit above it."""
    rows = heading(
        "Захід | Обсяг фінансування, тис. грн | |",
        " | 2021 рік | | ",
        " | Загальний фонд | Спеціальний фонд (грн) | Всього",
    )
    assert columns_of(rows, None)[1:] == [
        Column(1, "general", 2021, 1000),
        Column(2, "special", 2021, 1),
        Column(3, "total", 2021, 1000),
    ]


def test_headings_repeated_on_the_next_page() -> None:
    """Pages repeat the headings; they are read once."""
    rows = heading("Захід | 2021 рік | 2022 рік", " | Загальний фонд (грн) | Загальний фонд (грн)")
    again = tuple(Row(row.no + 30, row.cells) for row in rows)
    assert columns_of(rows + again, None) == columns_of(rows, None)


@pytest.mark.parametrize("width", [4, None])
def test_unknown_heading(width: int | None) -> None:
    """A heading that is new stops the table, and the error names the cell and says where to add it."""
    rows = heading("Захід | 2021 рік | | ", " | Загальний фонд (грн) | Бюджет розвитку (грн) | Всього (грн)", first=7)
    with pytest.raises(TableError, match="the heading «Бюджет розвитку") as error:
        columns_of(rows, width)
    assert (error.value.locator, error.value.text) == ("рядок 8, графа 3", "Бюджет розвитку (грн)")
    assert "рядок 8, графа 3" in str(error.value)
    assert "data/reference/" in str(error.value)


def test_unknown_heading_beside_a_ghost_column(real_lines: list[str]) -> None:
    """Where the blank cell shifts the real headings, an unknown one is still named by the cell it stands in."""
    *upper, lower = real_heading(real_lines, 447)
    assert lower.cells[15] == "Всього (тис.грн.)"
    changed = Row(lower.no, (*lower.cells[:15], "Кредит (тис.грн.)", *lower.cells[16:]))
    with pytest.raises(TableError, match="Кредит") as error:
        columns_of((*upper, changed), 16)
    assert error.value.locator == "рядок 449, графа 16"


@pytest.mark.parametrize(
    ("last", "locator"), [("Кредит (грн)", "рядок 11, графа 4"), ("Загальний фонд (грн)", "рядок 11, графа 4")]
)
def test_error_right_of_a_ghost_column(last: str, locator: str) -> None:
    """Headings taken in their order keep their own cells: the error names the text's cell, not the column's number."""
    rows = heading("Захід | 2021 рік | | | ", f" | Загальний фонд (грн) | | {last} | Всього (грн)")
    with pytest.raises(TableError) as error:
        columns_of(rows, 4)
    assert (error.value.locator, error.value.text) == (locator, last)


@pytest.mark.parametrize("width", [4, None])
def test_repeated_heading(width: int | None) -> None:
    """Two columns with one meaning stop the table: nobody can tell which is meant."""
    rows = heading("Захід | 2021 рік | | ", " | Загальний фонд (грн) | Загальний фонд, грн | Всього (грн)")
    with pytest.raises(TableError, match="stands twice") as error:
        columns_of(rows, width)
    assert error.value.locator == "рядок 11, графа 3"


def test_repeated_year() -> None:
    """The same fund of the same year twice stops the table, even when the headings stand far apart."""
    rows = heading(
        "Захід | 2021 рік | | 2021 рік | ", " | Загальний фонд (грн) | Всього (грн) | Загальний фонд (грн) | "
    )
    with pytest.raises(TableError, match="stands twice"):
        columns_of(rows, None)


def test_missing_unit() -> None:
    """A column whose unit no heading names has none; whether that matters is told by what stands in it."""
    rows = heading("Захід | 2021 рік |", " | Загальний фонд | Всього (грн)")
    assert [(column.role, column.unit) for column in columns_of(rows, None)] == [
        ("measure", None),
        ("general", None),
        ("total", 1),
    ]


def test_fund_without_a_year() -> None:
    """A fund that stands under no year is not read: which year it is would be a guess."""
    rows = heading("Захід | Обсяг (грн) | Загальний фонд (грн)", " | 2021 рік | ")
    with pytest.raises(TableError, match="has no year above it"):
        columns_of(rows, None)


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["№ | Джерела фінансування, грн | ", " | 2021 рік | 2022 рік"], "no column names the measures"),
        (["№ | Захід | Виконавець"], "no column holds amounts of a year"),
    ],
)
def test_missing_column(lines: list[str], what: str) -> None:
    """A table without names, or without amounts of any year, stops."""
    with pytest.raises(TableError, match=what) as error:
        columns_of(heading(*lines), None)
    assert error.value.locator == "рядок 10"


@pytest.mark.parametrize("width", [11, 13])
def test_count_of_headings(real_lines: list[str], width: int) -> None:
    """The headings must be as many as the column-number row counts; else one was lost."""
    with pytest.raises(TableError, match=f"the headings name 12 columns, the row of column numbers {width}"):
        columns_of(real_heading(real_lines, 75), width)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("№ | Захід | 2021 рік", True),
        (" | | 2021 | 2022", True),
        (" | | Загальний фонд | Нове слово", True),
        ("Відділ освіти | Всього: | 12,5 | 3", False),
        ("Закупівля | 2000 | 2050", False),
        ("Закупівля | 12 | 2050,00", False),
        (" | | ", False),
    ],
)
def test_is_heading(line: str, expected: bool) -> None:
    """A heading row names headings or years and no amounts; UAH amounts such as 2050 do not make years of data."""
    assert is_heading(heading(line)[0]) is expected


def test_unit_that_is_not_known_is_not_taken_from_elsewhere() -> None:
    """A heading that names another currency, or a scale nobody knows, has no unit, whatever stands above it."""
    above = Title.of(["Заходи, тис. грн"])
    rows = heading("Захід | Обсяг фінансування, тис. євро", " | 2024")
    assert columns_of(rows, None, above)[1] == Column(1, "total", 2024, None)
    assert Title.of(["Заходи, тис. грн", "(сотень грн)"]).unit is None


@pytest.mark.parametrize(
    "printed",
    ["на 2024 рік", "у 2024 р.", "2024*", "2024 рік (план)", "план 2024", "2024-й рік", "2024 бюджетний рік"],
)
def test_years_as_a_person_reads_them(printed: str) -> None:
    """Words that only say it is a year, or its plan, do not change what the column holds."""
    rows = heading(f"Захід | {printed}")
    assert is_heading(rows[0])
    assert columns_of(rows, None, Title(unit=1000))[1] == Column(1, "total", 2024, 1000)


@pytest.mark.parametrize("printed", ["2024 (факт)", "І кв. 2024", "2024 рік І півріччя", "2024/2025"])
def test_what_is_not_a_plan_of_a_year(printed: str) -> None:
    """A fact or a part of a year is not read as the plan of the year."""
    with pytest.raises(TableError):
        columns_of(heading(f"Захід | {printed} | 2026"), None, Title(unit=1000))


def test_short_unit_of_measurement() -> None:
    """«Од. виміру» is kept as printed and not read."""
    rows = heading("Захід | Од. виміру | Вартість, тис. грн | ", " | | 2024 | 2025")
    assert [column.role for column in columns_of(rows, None)] == ["measure", "ignored", "total", "total"]
