"""The view population_projection, on small tables made by hand and on made-up ones."""

import random
from collections.abc import Callable
from fractions import Fraction
from math import floor
from typing import Any

import duckdb

from data.contracts import Contract, Document, Population, PopulationKind

WarehouseOf = Callable[..., duckdb.DuckDBPyConnection]
Act = Callable[..., Document]
COLUMNS = (
    "year, observed, published_projection, recomputed, difference, base_first_year, base_last_year, observed_years"
)


def people(year: int, persons: int, kind: str = "observed", **changed: Any) -> Population:
    fields: dict[str, Any] = {
        "document_id": "a",
        "locator": f"рядок 1, {changed.get('territory', 'місто')}, {kind}, {year}, {persons}",
        "printed": str(persons),
        "row_no": 1,
        "territory": "місто",
        "age_from": None,
        "year": year,
        "persons": persons,
        "kind": PopulationKind(kind),
    }
    return Population(**(fields | changed))


def shown(connection: duckdb.DuckDBPyConnection, more: str = "TRUE") -> list[tuple[Any, ...]]:
    query = f"SELECT {COLUMNS} FROM population_projection WHERE {more} ORDER BY year, locator"
    return connection.execute(query).fetchall()


def test_half_goes_up(warehouse_of: WarehouseOf, act: Act) -> None:
    """10, 11, 13: mean 34/3, slope 1.5, so 14 + 1/3 and 15 + 5/6 next; 10, 10, 11, 11 give 11.5 and so 12."""
    rows = [act("a", "2021-02-01"), *(people(2017 + at, count) for at, count in enumerate((10, 11, 13)))]
    rows += [people(2020, 15, "published_projection"), people(2021, 16, "published_projection")]
    assert shown(warehouse_of(rows)) == [
        (2017, 10, None, 10, None, 2017, 2019, 3),
        (2018, 11, None, 11, None, 2017, 2019, 3),
        (2019, 13, None, 13, None, 2017, 2019, 3),
        (2020, None, 15, 14, 1, 2017, 2019, 3),
        (2021, None, 16, 16, 0, 2017, 2019, 3),
    ]


def test_exact_half(warehouse_of: WarehouseOf, act: Act) -> None:
    """10, 10, 11, 11: mean 10.5, slope 0.4, so 11.5 in the fifth year, that is 12."""
    rows = [act("a", "2021-02-01"), *(people(2017 + at, count) for at, count in enumerate((10, 10, 11, 11)))]
    rows.append(people(2021, 11, "published_projection"))
    assert shown(warehouse_of(rows), "year = 2021") == [(2021, None, 11, 12, -1, 2017, 2020, 4)]


def test_too_few_years(warehouse_of: WarehouseOf, act: Act) -> None:
    """Two years, or one of them twice, give no line; nothing observed gives no base either."""
    rows = [act("a", "2021-02-01"), people(2019, 10), people(2020, 11), people(2020, 12)]
    rows.append(people(2021, 13, "published_projection"))
    rows.append(people(2021, 14, "published_projection", territory="село"))
    connection = warehouse_of(rows)
    assert {row[3:5] for row in shown(connection)} == {(None, None)}
    assert {row[5:] for row in shown(connection, "territory = 'місто'")} == {(2019, 2020, 3)}
    assert shown(connection, "territory = 'село'") == [(2021, None, 14, None, None, None, None, 0)]


def test_tables_are_not_mixed(warehouse_of: WarehouseOf, act: Act) -> None:
    """Another age, territory or document has a line of its own: all gain 10, 20, 30 and 40 a year."""
    rows: list[Contract] = [act("a", "2021-02-01"), act("b", "2021-03-01")]
    others: list[dict[str, Any]] = [{}, {"age_from": 15}, {"territory": "село"}, {"document_id": "b"}]
    for step, other in enumerate(others, start=1):
        for year in (2018, 2019, 2020):
            place = {"locator": f"рядок {step}, {year}"}
            rows.append(people(year, 100 + 10 * step * (year - 2018), **place, **other))
        rows.append(people(2021, 7, "published_projection", locator=f"рядок {step}, 2021", **other))
    found = warehouse_of(rows).execute(
        "SELECT locator, recomputed FROM population_projection WHERE year = 2021 ORDER BY locator"
    )
    assert found.fetchall() == [(f"рядок {step}, 2021", 100 + 30 * step) for step in (1, 2, 3, 4)]


def test_equals_the_normal_equations(warehouse_of: WarehouseOf, act: Act) -> None:
    """Two hundred made-up series with gaps, solved in fractions: the same to the last person."""
    chance, rows, expected = random.Random(7), [act("a", "2021-02-01")], {}
    for series in range(200):
        years = sorted(chance.sample(range(1990, 2021), chance.randint(3, 9)))
        counts = [chance.randint(0, 3_000_000) for _year in years]
        asked, territory = chance.randint(2021, 2040), f"місто {series}"
        rows += [people(year, count, territory=territory) for year, count in zip(years, counts, strict=True)]
        rows.append(people(asked, 1, "published_projection", territory=territory))
        n, sx, sy = len(years), sum(years), sum(counts)
        slope = Fraction(
            n * sum(x * y for x, y in zip(years, counts, strict=True)) - sx * sy, n * sum(x * x for x in years) - sx**2
        )
        expected[territory] = floor(Fraction(sy, n) + slope * (asked - Fraction(sx, n)) + Fraction(1, 2))
    found = warehouse_of(rows).execute(
        "SELECT territory, recomputed FROM population_projection WHERE published_projection IS NOT NULL"
    )
    assert dict(found.fetchall()) == expected
