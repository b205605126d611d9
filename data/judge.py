"""Runs the checks: each of `data/checks/` says which cells it compares, and `data/judging/` makes findings of them."""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pandas as pd

from data import lineage, reference, warehouse
from data.contracts import Contract, Finding

CHECKS = Path(__file__).parent / "checks"
_JUDGING = Path(__file__).parent / "judging"
# Several checks ask them: within a run they are worked out once.
_ASKED_OFTEN = ("line", "line_parent", "line_with_parts", "line_sum")


def check(path: Path) -> dict[str, tuple[int, int]]:
    """Run every check on a warehouse that is not published yet and store what it compared.

    Check name -> (how much it compared, how much of that fails).
    """
    with duckdb.connect(str(path)) as connection:
        _check(connection)
        counts = connection.execute((_JUDGING / "counts.sql").read_text(encoding="utf-8")).fetchall()
    results = {file.stem: (0, 0) for file in sorted(CHECKS.glob("*.sql"))}
    return results | {rule: (compared, failed) for rule, compared, failed in counts}


def findings_in(rows: Iterable[Contract]) -> list[Finding]:
    """What the checks find in rows that are in no warehouse; those among the rows come first."""
    with warehouse.in_memory(rows) as connection:
        lineage.trace(connection)
        _check(connection)
        result = connection.execute("FROM finding")
        columns = [column[0] for column in result.description or ()]
        return [Finding.model_validate(dict(zip(columns, row, strict=True))) for row in result.fetchall()]


def _check(connection: duckdb.DuckDBPyConnection) -> None:
    # What checks know beside the warehouse.
    connection.register("promised_good", pd.DataFrame(reference.load("promised_goods"), dtype=object))
    connection.execute((_JUDGING / "compared.sql").read_text(encoding="utf-8"))
    for view in _ASKED_OFTEN:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {view} AS FROM main.{view}")
    for file in sorted(CHECKS.glob("*.sql")):
        check = file.read_text(encoding="utf-8")
        connection.execute(f"INSERT INTO compared BY NAME SELECT $rule AS rule, * FROM ({check})", {"rule": file.stem})
    connection.execute((_JUDGING / "judge.sql").read_text(encoding="utf-8"))
