"""Where a table of a sheet starts and ends, told by its cells."""

from loaders.readers.runs import rows_of
from loaders.readers.sheets import SheetRow
from loaders.rows import Row

HEADINGS = ["Захід", "Джерело фінансування", "2026 рік", "2027 рік"]
NOTE = "В межах фінансування"


def rows(*lines: list[str]) -> list[Row]:
    """The rows of a sheet; a line without cells is a blank row."""
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line]
    return list(rows_of(numbered, lambda number, columns: SheetRow("А", number, columns)))


def tables(*lines: list[str]) -> list[list[str]]:
    """The first cells of each table, blank rows too."""
    found: list[list[str]] = []
    last = None
    for row in rows(*lines):
        if row.in_table:
            if last != row.no - 1:
                found.append([])
            found[-1].append(row.cells[0])
            last = row.no
    return found


def test_blank_rows_below_the_headings() -> None:
    """A table is not only headings: its rows start below up to two blank ones, with the name of a section too."""
    body = [["Напрям 1"], ["Сервер", "Бюджет громади", NOTE, NOTE]]
    assert tables(HEADINGS, [], [], *body) == [["Захід", "", "", "Напрям 1", "Сервер"]]
    assert tables(HEADINGS, [], ["Сервер", "", "5", "6"]) == [["Захід", "", "Сервер"]]
    assert tables(HEADINGS, [], [], [], *body) == [["Захід"], ["Сервер"]]


def test_what_is_no_body() -> None:
    """Rows with headings of their own, in other columns, or without an amount or words for one are another table."""
    own = ["Показник", "Одиниця виміру", "2026 рік", "2027 рік"]
    assert tables(HEADINGS, [], own, ["Сайти", "шт.", "1", "2"]) == [["Захід"], ["Показник", "Сайти"]]
    assert len(tables(HEADINGS, [], ["Сервер", "", "", "", "5"])) == 2
    assert len(tables(HEADINGS, [], ["Секретар ради", "", "Підпис"])) == 2
    # Below rows with figures only figures go on.
    assert len(tables(HEADINGS, ["Сервер", "", "5", "6"], [], ["Сайт", "", NOTE, NOTE])) == 2


def test_long_table_with_blank_rows() -> None:
    """Every second row of a long table may be blank: the time does not grow with the square of its length."""
    lines = [line for number in range(20_000) for line in ([], [f"Захід {number}", "", "5,5", "6"])]
    (table,) = tables(HEADINGS, *lines)
    assert len(table) == 40_001
