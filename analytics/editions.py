"""The programmes, and the chain of acts that makes each one's plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import records


@dataclass(frozen=True)
class Programme:
    """A programme whose amounts were read."""

    programme_id: str
    title: str
    short_title: str
    hromada: str
    first_year: int
    last_year: int


@dataclass(frozen=True)
class Edition:
    """One act in the chain of a programme. `unread`: how many entries of it could not be read for certain.

    `has_plan`: its amounts were read, and a plan that they change is known. `after_missing`: an act that nobody has
    stands at or before it, so the plan may differ from what was in force.
    """

    edition: str
    act_no: int
    kind: str
    status: str
    dated_on: date | None
    dated_number: str | None
    has_amounts: bool
    after_missing: bool
    amount_unit: str | None
    unread: int
    has_plan: bool


def programmes(connection: duckdb.DuckDBPyConnection) -> list[Programme]:
    """Programmes with at least one edition of a plan."""
    return [Programme(**row._asdict()) for row in records(query.frame(connection, "programmes"))]


def editions_of(connection: duckdb.DuckDBPyConnection, programme_id: str) -> list[Edition]:
    """The acts of a programme in order of date, those without amounts among them."""
    return [Edition(**row._asdict()) for row in records(query.frame(connection, "editions", programme_id=programme_id))]


def in_force_on(acts: Sequence[Edition], day: date) -> Edition | None:
    """The adopted plan in force on a day; `acts` as from `editions_of`. None before the first."""
    dated = [act for act in acts if act.has_plan and act.status == "adopted" and (act.dated_on or date.min) <= day]
    return dated[-1] if dated else None


def counted(connection: duckdb.DuckDBPyConnection, edition: str) -> list[str]:
    """The documents whose amounts an edition adds up, in order."""
    return list(query.frame(connection, "counted", edition=edition)["document_id"])


def notes(connection: duckdb.DuckDBPyConnection, edition: str) -> pd.DataFrame:
    """Grain: words printed in place of amounts, as «В межах фінансування». Columns: funding_note, cells, lines."""
    return query.frame(connection, "edition_notes", edition=edition)


def execution_figures(connection: duckdb.DuckDBPyConnection, programme_id: str) -> int:
    """How many figures of execution the documents of a programme report."""
    return int(query.frame(connection, "execution_figures", programme_id=programme_id)["figures"].iloc[0])


def totals(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: edition x fiscal year; UAH. Lines that print only a total of all years stand last, without a year.

    Columns: edition, act_no, fiscal_year, lines, by_lines, as_printed, difference.
    """
    return query.frame(connection, "edition_totals", programme_id=programme_id)


def by_fund(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: edition x fiscal year x fund; UAH, lowest lines. Columns: edition, act_no, fiscal_year, fund, amount."""
    return query.frame(connection, "edition_funds", programme_id=programme_id)


def changes(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: amendment x fiscal year; UAH. What it moves against the plan in force before it.

    Columns: edition, fiscal_year, before_by_lines, change_by_lines, before_as_printed, change_as_printed.
    """
    return query.frame(connection, "edition_changes", programme_id=programme_id)


def checked(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: printed total of the whole programme against its lowest lines; UAH. Columns as in the view `findings`."""
    return query.frame(connection, "checked", programme_id=programme_id)
