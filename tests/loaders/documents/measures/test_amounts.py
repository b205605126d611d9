"""When a printed total counts as the amount of its line."""

from collections.abc import Callable

import pytest

from data.contracts import Fund
from loaders.reading import Reading

ReadTable = Callable[[str], Reading]

TABLE = """
№ | Завдання | Захід | 2021 рік (грн) | | | Усього за роками (грн)
  | | | Загальний фонд | Спеціальний фонд | Всього |
1 | 2 | 3 | 4 | 5 | 6 | 7
1 | Школа | 1.1. Мережа | 1 | 1 | 2 | 2
  | | 1.2. Сервер | """


@pytest.mark.parametrize(
    ("cells", "unread", "counted"),
    [
        (" | | 15 | 15", [], [(2021, "15.00")]),
        ("- | - | 15 | 15", [], [(2021, "15.00")]),
        (" | - | | 15", [], [(None, "15.00")]),
        ("1О | | 15 | 15", ["1О"], []),
        ("- | 0,001 | 15 | 15", ["0,001"], []),
        (f" | {'9' * 30} | 15 | 15", ["9" * 30], []),
        (" | | 1О | 15", ["1О"], []),
        ("1О | | | 15", ["1О"], []),
    ],
)
def test_total_of_a_line_without_funds(
    read_table: ReadTable, cells: str, unread: list[str], counted: list[tuple[int | None, str]]
) -> None:
    """A total counts where its funds are empty or dashes; beside a cell that is unread it stays a total."""
    reading = read_table(TABLE + cells)
    assert [entry.text for entry in reading.unread] == unread
    line = [entry for entry in reading.allocations if entry.line_code == "1.2" and entry.amount is not None]
    assert [(entry.fiscal_year, str(entry.amount)) for entry in line if entry.fund is Fund.UNSPECIFIED] == counted
    assert all(entry.is_total for entry in line if entry.fund is Fund.TOTAL)
    assert [entry for entry in line if not entry.is_total] == [
        entry for entry in line if entry.fund is Fund.UNSPECIFIED
    ]
