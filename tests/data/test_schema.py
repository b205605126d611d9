"""Tables, types and comments derive from the contracts."""

from collections.abc import Callable, Iterator
from inspect import getdoc
from pathlib import Path

import duckdb
import pytest

from data import schema, warehouse
from data.contracts import CONTRACTS, Contract, Document

TABLES = {
    "document",
    "programme",
    "source_row",
    "allocation",
    "measure",
    "line_class",
    "indicator_class",
    "plan_line",
    "purchase_kind",
    "kind_rule",
    "national_task",
    "duty",
    "assessment_direction",
    "indicator_value",
    "population",
    "hromada_population",
    "price_index",
    "execution",
    "statement",
    "finding",
    "repair",
    "correction",
    "unread",
}
MONEY = {
    ("allocation", "amount"),
    ("execution", "revised_plan"),
    ("execution", "estimates"),
    ("execution", "cash"),
    ("execution", "deviation"),
}
OPTIONAL_OF_DOCUMENT = {
    "issuer",
    "number",
    "adopted_on",
    "status",
    "endorsed_number",
    "endorsed_on",
    "amends",
    "programme_id",
    "file",
    "sha256",
    "amount_unit",
    "note",
}

DOCUMENT = (
    "INSERT INTO document (document_id, kind, title, mentions, damaged, by_machine) "
    "VALUES ('a', 'programme', 'А', [], false, false)"
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse, open to write."""
    with duckdb.connect(str(warehouse.create(tmp_path))) as opened:
        yield opened


def described(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], tuple[str, str, bool]]:
    """(table, column) -> type, comment, whether NULL is allowed; tables only."""
    rows = connection.execute(
        "SELECT table_name, column_name, data_type, comment, is_nullable FROM duckdb_columns() "
        "WHERE schema_name = 'main' AND NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())"
    ).fetchall()
    return {(table, column): (kind, comment, nullable) for table, column, kind, comment, nullable in rows}


def test_every_table_and_column(connection: duckdb.DuckDBPyConnection) -> None:
    """Each contract is a table, each field a column with the field's meaning as its comment; nothing else is there."""
    expected = {
        (contract.table, field.alias or name): field.description
        for contract in CONTRACTS
        for name, field in contract.model_fields.items()
    }
    found = {place: comment for place, (_, comment, _) in described(connection).items()}
    assert found == expected
    assert all(expected.values())
    assert {table for table, _ in found} == TABLES


def test_every_table_says_what_a_row_is(connection: duckdb.DuckDBPyConnection) -> None:
    """The comment of a table is the first line of its contract."""
    found = dict(connection.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    assert found == {contract.table: (getdoc(contract) or "").splitlines()[0] for contract in CONTRACTS}


def test_every_column_of_a_view_says_what_it_is(connection: duckdb.DuckDBPyConnection) -> None:
    """Each view has a meaning; the public ones, which are an interface, have one for each column."""
    views = dict(connection.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall())
    assert all(views.values())
    public = {file.stem for file in warehouse.VIEWS.glob("*.sql")}
    assert public == {
        "amendment_ledger",
        "budget_execution",
        "findings",
        "indicator_attainment",
        "plan_editions",
        "population_projection",
        "spending_by_direction",
        "unit_prices",
    }
    silent = connection.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL").fetchall()
    assert {(view, column) for view, column in silent if view in public} == set()


def test_money(connection: duckdb.DuckDBPyConnection) -> None:
    """Money is DECIMAL(18,2) in every table, and nothing else is; what has a unit of its own has three places."""
    assert {place for place, (kind, _, _) in described(connection).items() if kind == "DECIMAL(18,2)"} == MONEY
    for place in (
        ("allocation", "quantity"),
        ("finding", "printed"),
        ("finding", "computed"),
        ("finding", "difference"),
    ):
        assert described(connection)[place][0] == "DECIMAL(18,3)"


def test_types(connection: duckdb.DuckDBPyConnection) -> None:
    """Codes are text, dates are dates, years are numbers, lists are lists."""
    kinds = {place: kind for place, (kind, _, _) in described(connection).items()}
    assert kinds["allocation", "line_code"] == "VARCHAR"
    assert kinds["programme", "budget_programme_code"] == "VARCHAR"
    assert kinds["document", "adopted_on"] == "DATE"
    assert kinds["allocation", "fiscal_year"] == "INTEGER"
    assert kinds["allocation", "is_total"] == "BOOLEAN"
    assert kinds["source_row", "cells"] == "VARCHAR[]"
    assert kinds["repair", "confidence"] == "DOUBLE"


def test_what_may_be_unknown(connection: duckdb.DuckDBPyConnection) -> None:
    """NULL is allowed exactly where the contract allows None."""
    nullable = {column for (table, column), row in described(connection).items() if table == "document" and row[2]}
    assert nullable == OPTIONAL_OF_DOCUMENT
    assert described(connection)["allocation", "amount"][2]
    assert not described(connection)["allocation", "printed"][2]
    assert not described(connection)["finding", "class"][2]


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "'forgotten'"), ("kind", "'letter'"), ("title", "NULL"), ("damaged", "NULL"), ("adopted_on", "'soon'")],
)
def test_values_that_are_refused(
    connection: duckdb.DuckDBPyConnection, act: Callable[..., Document], column: str, value: str
) -> None:
    """The database itself refuses a word outside a closed list and an unknown that must be known."""
    connection.execute(DOCUMENT)
    with pytest.raises(duckdb.Error):
        connection.execute(f"UPDATE document SET {column} = {value}")


def test_keys(connection: duckdb.DuckDBPyConnection) -> None:
    """A document is stored once, and so is a cell."""
    connection.execute(DOCUMENT)
    with pytest.raises(duckdb.ConstraintException):
        connection.execute(DOCUMENT)


def test_quotation_marks_in_a_meaning() -> None:
    """A meaning may hold an apostrophe, as Ukrainian words do."""

    class Sample(Contract):
        """Об'єкт: one row."""

        table = "sample"

    assert schema.meaning(Sample) == "Об'єкт: one row."
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE sample (a INTEGER)")
        connection.execute(f"COMMENT ON TABLE sample IS {schema._quoted(schema.meaning(Sample))}")
        assert connection.execute("SELECT comment FROM duckdb_tables()").fetchall() == [("Об'єкт: one row.",)]
