"""What a report on a programme needs, and what of it is in the warehouse: the four directions of assessment.

Works: the term of each planned line, and a report's words on its state. Funding: the plan by line and fund, and the
cash where the plan is not zero. Results: what is expected of each line, and an actual value of an indicator that is
linked to it. Targets: the target of each indicator in the year, and its actual value. The columns of the official forms
are not at hand, so that this is working data, never a form.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import duckdb
import pandas as pd

from analytics import query
from analytics.duties import Entry
from analytics.frames import records
from analytics.indicators import EnteredValue
from data.contracts import Assessed

PLANNED = ("term", "plan", "expected", "target")
"""What a plan tells."""
REPORTED = ("state", "cash", "reached", "actual")
"""What only a report tells."""


@dataclass(frozen=True)
class Plan:
    """The plan that a report on a year is about: an edition, or the passport of the year."""

    edition: str
    is_passport: bool


@dataclass(frozen=True)
class Count:
    """Figures of one direction of assessment: how many a report needs, and how many of them are known."""

    direction: Assessed
    needed: int
    known: int

    @property
    def missing(self) -> int:
        return self.needed - self.known


def plan_of(
    connection: duckdb.DuckDBPyConnection, programme_id: str, year: int, edition: str | None = None
) -> Plan | None:
    """The edition where it plans the year, else the passport of the year; None where neither was read."""
    found = query.frame(connection, "report_plan", programme_id=programme_id, year=year, edition=edition)
    return None if found.empty else Plan(found["edition"].iloc[0], bool(found["is_passport"].iloc[0]))


def needed(
    connection: duckdb.DuckDBPyConnection,
    programme_id: str,
    year: int,
    periods: Sequence[str],
    edition: str | None = None,
    entered: Sequence[EnteredValue] = (),
) -> pd.DataFrame:
    """Grain: figure that a report on a year needs; money in UAH, other figures in `unit`.

    `periods`: those of execution that the report is about, as in `execution.period`; targets and actual values, with
    what was `entered` among them, are those of `indicators.attainment`. Columns: direction, asked (term,
    state, plan, cash, expected, reached, target, actual), subject (the line or indicator), line_code, name, fund, unit,
    known (the answer in words), figure (the answer as a number), document_id and locator (of the answer, or of what
    asks for it; an entered value has no document), is_known.
    """
    plan = plan_of(connection, programme_id, year, edition)
    values = {"programme_id": programme_id, "entered": [asdict(value) for value in entered]}
    parts = [query.frame(connection, "report_targets", year=year, **values)]
    if plan:
        own = {"edition": plan.edition, "year": year, "periods": list(periods)}
        parts += [
            query.frame(connection, "report_works", **values, **own),
            query.frame(connection, "report_funding", **own),
        ]
    found = pd.concat(parts, ignore_index=True)
    found = found.assign(is_known=found["known"].notna() | found["figure"].notna())
    order = sorted(range(len(found)), key=[_place(row) for row in records(found)].__getitem__)
    return found.iloc[order].reset_index(drop=True)


def reported_periods(connection: duckdb.DuckDBPyConnection, programme_id: str) -> list[str]:
    """The periods that reports of a programme tell of, as in `execution.period`."""
    return list(query.frame(connection, "reported_periods", programme_id=programme_id)["period"])


def counts(found: pd.DataFrame) -> list[Count]:
    """All four directions, in the template's order. `found` as from `needed`."""
    counted = []
    for direction in Assessed:
        own = found[found["direction"] == direction]
        counted.append(Count(direction, len(own), int(own["is_known"].sum())))
    return counted


def without_indicator(found: pd.DataFrame) -> int:
    """How many lines have no indicator linked, so that no actual value is asked for. `found` as from `needed`."""
    lines = found[found["direction"] == Assessed.RESULTS]
    return int((lines["asked"] == "expected").sum() - (lines["asked"] == "reached").sum())


def of_report(found: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """What one report needs: the figures of its directions. `found` as from `needed`, for the periods of the entry."""
    return found[found["direction"].isin(entry.duty.directions)]


def _place(row: Any) -> tuple[Any, ...]:
    """In the order of the template, then of the document: a subject ends in its row."""
    document, _, line = row.subject.rpartition("/")
    return (list(Assessed).index(row.direction), document, int(line), row.fund or "", row.asked in REPORTED)
