"""The warehouse: one DuckDB file a build, and a pointer to the published one.

Each build is a new file. Publishing switches the pointer with one atomic rename, so a reader sees the old warehouse or
the new one, never a half of it, and a build that dies changes nothing.
"""

import secrets
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import duckdb
import pandas as pd

from data import schema
from data.contracts import Contract

BUILD = Path(__file__).parent / "build"
VIEWS = Path(__file__).parent / "views"
"""The public views: one file each, named as the view."""
HELPERS = Path(__file__).parent / "helpers"
"""Views and macros that public views, checks and queries share; no interface."""
_HELPER_ORDER = (
    "letters_and_digits",
    "cell_of",
    "has_sign",
    "edition",
    "indicator",
    "attained",
    "attainment_status",
    "entered_value",
    "attainment_with",
    "edition_line",
    "task_name",
    "spending_line",
    "edition_amount",
    "edition_total",
    "named_finding",
    "printed_place",
    "numbered_indicator",
    "indicator_line",
    "line",
    "line_parent",
    "line_cell",
    "line_with_parts",
    "line_sum",
    "numbered",
    "delta_base",
    "execution_figure",
    "classified_line",
    "line_year",
    "line_doubt",
    "execution_scope",
    "same_programme",
    "passport_amount",
    "report_plan",
)
_POINTER = "current"
_KEPT = 2
_SPARED_SECONDS = 3600
# DuckDB 1.5 can then read the file too.
_COMPATIBLE = "v1.5.0"


class NotPublished(Exception):
    """There is no published warehouse; the sentence says how to build one."""


def published(folder: Path = BUILD) -> Path:
    """The file in service. Raises NotPublished."""
    try:
        name = (folder / _POINTER).read_text(encoding="utf-8").strip()
        path = (folder / name).resolve()
    except (OSError, ValueError):  # no pointer, or not the name of a file
        path = folder
    if not path.is_file():
        raise NotPublished(f"{folder}: no warehouse is published here. Build one with: python -m loaders build")
    return path


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse, to read only. Take a cursor for each query; never close it while others read."""
    return duckdb.connect(str(path), read_only=True)


def create(folder: Path = BUILD) -> Path:
    """A new file with all tables and views, not published."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    path = folder / f"warehouse-{stamp}-{secrets.token_hex(3)}.duckdb"
    try:
        with duckdb.connect(str(path), config={"storage_compatibility_version": _COMPATIBLE}) as connection:
            _create(connection)
    except BaseException:
        discard(path)
        raise
    return path


def insert(path: Path, rows: Iterable[Contract]) -> None:
    """Add rows to the tables of a file that is not published yet, all or none."""
    with duckdb.connect(str(path)) as connection:
        add(connection, rows)


def in_memory(rows: Iterable[Contract]) -> duckdb.DuckDBPyConnection:
    """A warehouse of these rows that stands in no file, open to write."""
    connection = duckdb.connect()
    try:
        _create(connection)
        add(connection, rows)
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    connection.begin()
    for statement in schema.statements():
        connection.execute(statement)
    # Public views are made of helpers, never of each other.
    for file in (*(HELPERS / f"{name}.sql" for name in _HELPER_ORDER), *sorted(VIEWS.glob("*.sql"))):
        connection.execute(file.read_text(encoding="utf-8"))
    connection.commit()


def add(connection: duckdb.DuckDBPyConnection, rows: Iterable[Contract]) -> None:
    """Add rows to a warehouse that is open to write, all or none."""
    ordered = sorted(rows, key=lambda row: row.table)
    connection.begin()
    for table, group in groupby(ordered, key=lambda row: row.table):
        records = [row.model_dump(by_alias=True) for row in group]
        _put(connection, table, pd.DataFrame(records, dtype=object))
    connection.commit()


def _put(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    connection.register("incoming", frame)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")


def publish(path: Path) -> None:
    """Put a finished file in service, and remove old builds."""
    folder = path.parent
    pointer = folder / f"{_POINTER}.{path.stem}"
    pointer.write_text(path.name + "\n", encoding="utf-8")
    pointer.replace(folder / _POINTER)
    builds = sorted(folder.glob("warehouse-*.duckdb"), key=lambda build: build.stat().st_mtime)
    for old in builds[:-_KEPT]:
        # A younger one may be another build that is still being made.
        if old != path and time.time() - old.stat().st_mtime > _SPARED_SECONDS:
            discard(old)


def discard(path: Path) -> None:
    """Remove a build and what DuckDB keeps beside it; one that somebody still reads stays (Windows)."""
    for leftover in (path, path.with_name(path.name + ".wal")):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)
