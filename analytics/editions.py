"""The programmes, and the chain of acts that makes each one's plan."""

from collections.abc import Iterable
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

    `has_plan`: its amounts were read, and a plan that they change is known. `lacks_act`: what an act that
    nobody has changed is not in the plan, which no later act printed whole. `base_edition`: the act after which the
    plan that it changes stood, the newest in force that prints amounts; None where no plan is known before it.
    """

    edition: str
    act_no: int
    kind: str
    status: str
    dated_on: date | None
    dated_number: str | None
    has_amounts: bool
    lacks_act: bool
    amount_unit: str | None
    unread: int
    has_plan: bool
    base_edition: str | None = None


def programmes(connection: duckdb.DuckDBPyConnection) -> list[Programme]:
    """Programmes with at least one edition of a plan."""
    return [Programme(**row._asdict()) for row in records(query.frame(connection, "programmes"))]


def editions_of(connection: duckdb.DuckDBPyConnection, programme_id: str) -> list[Edition]:
    """The acts of a programme in order of date, those without amounts among them."""
    return [Edition(**row._asdict()) for row in records(query.frame(connection, "editions", programme_id=programme_id))]


def in_force_on(acts: Iterable[Edition], day: date) -> Edition | None:
    """The adopted edition with a plan that is in force on a day; None before the first.

    An act counts from its own date on. The act that approves a programme may have none: it then counts from the start,
    since nothing says when it began. Acts that nobody has are passed over, so the plan then in force may be another one
    where such an act stands between the edition and the day.
    """
    past = (act for act in acts if act.dated_on is None or act.dated_on <= day)
    return max(
        (act for act in past if act.status == "adopted" and act.has_plan), key=lambda act: act.act_no, default=None
    )


def passports(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: passport of a budget programme whose directions of use were read.

    Columns: document_id, title, programme_id, short_title (of the programme it belongs to), hromada, status, dated_on,
    dated_number, amount_unit, unread (entries), first_year, last_year.
    """
    return query.frame(connection, "passports")


def counted(connection: duckdb.DuckDBPyConnection, edition: str) -> list[str]:
    """The documents whose amounts an edition adds up, in order."""
    return list(query.frame(connection, "counted", edition=edition)["document_id"])


def notes(connection: duckdb.DuckDBPyConnection, edition: str) -> pd.DataFrame:
    """Grain: words printed in place of amounts, as «В межах фінансування». Columns: funding_note, cells, lines."""
    return query.frame(connection, "edition_notes", edition=edition)


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
