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

from data import reference, schema
from data.contracts import Contract, Finding

BUILD = Path(__file__).parent / "build"
CHECKS = Path(__file__).parent / "checks"
_VIEWS = Path(__file__).parent / "views"
_JUDGING = Path(__file__).parent / "judging"
_VIEW_ORDER = (
    "edition",
    "edition_line",
    "edition_total",
    "spending_by_direction",
    "named_finding",
    "findings",
    "printed_place",
    "line",
    "line_parent",
    "line_cell",
    "line_sum",
    "numbered",
    "delta_base",
)
# Several checks ask them: within a run they are worked out once.
_ASKED_OFTEN = ("line", "line_parent", "line_sum")
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
        _insert(connection, rows)


def check(path: Path) -> dict[str, tuple[int, int]]:
    """Run every check and store what it compared; check name -> (how much it compared, how much of that fails)."""
    with duckdb.connect(str(path)) as connection:
        _check(connection)
        counts = connection.execute(
            "SELECT rule, count(*), count(*) FILTER (severity <> 'verified') FROM finding GROUP BY rule"
        ).fetchall()
    results = {file.stem: (0, 0) for file in sorted(CHECKS.glob("*.sql"))}
    return results | {rule: (compared, failed) for rule, compared, failed in counts}


def findings_in(rows: Iterable[Contract]) -> list[Finding]:
    """What the checks find in rows that are in no warehouse; those among the rows come first."""
    with duckdb.connect() as connection:
        _create(connection)
        _insert(connection, rows)
        _check(connection)
        result = connection.execute("FROM finding")
        columns = [column[0] for column in result.description or ()]
        return [Finding.model_validate(dict(zip(columns, row, strict=True))) for row in result.fetchall()]


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    for statement in schema.statements():
        connection.execute(statement)
    for name in _VIEW_ORDER:
        connection.execute((_VIEWS / f"{name}.sql").read_text(encoding="utf-8"))


def _insert(connection: duckdb.DuckDBPyConnection, rows: Iterable[Contract]) -> None:
    ordered = sorted(rows, key=lambda row: row.table)
    connection.begin()
    for table, group in groupby(ordered, key=lambda row: row.table):
        records = [row.model_dump(by_alias=True) for row in group]
        _put(connection, table, pd.DataFrame(records, dtype=object))
    connection.commit()


def _check(connection: duckdb.DuckDBPyConnection) -> None:
    """Each check says which cells it compares; `data/judging/` makes findings of them, for all checks alike."""
    connection.execute("CREATE OR REPLACE TEMP TABLE promised_good (good VARCHAR, indicator VARCHAR, line VARCHAR)")
    _put(connection, "promised_good", pd.DataFrame(reference.load("promised_goods"), dtype=object))
    connection.execute((_JUDGING / "compared.sql").read_text(encoding="utf-8"))
    for view in _ASKED_OFTEN:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {view} AS FROM main.{view}")
    for file in sorted(CHECKS.glob("*.sql")):
        check = file.read_text(encoding="utf-8")
        connection.execute(f"INSERT INTO compared BY NAME SELECT $rule AS rule, * FROM ({check})", {"rule": file.stem})
    connection.execute((_JUDGING / "judge.sql").read_text(encoding="utf-8"))


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
