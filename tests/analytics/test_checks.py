"""What the checks say of a cell of the real documents."""

import duckdb
import pytest

from analytics import checks


@pytest.mark.parametrize(
    ("locator", "years"),
    [
        ("рядок 202, графа 3, сума 2", [2020]),
        ("рядок 202, графа 3", [2019, 2020, 2021]),
        ("рядок 202, графа 4", []),
        ("рядок 202", []),
    ],
)
def test_cell_with_several_numbers(real: duckdb.DuckDBPyConnection, locator: str, years: list[int]) -> None:
    """One of its sums has the one check that looks at it, the whole cell has those of all its sums."""
    found = checks.of_cell(real, "kropyvnytskyi-2285", locator)
    assert sorted(found["fiscal_year"]) == years
    assert set(found["rule"]) <= {"stated_totals"}
