"""Which report on a programme is due when: the duties of the documents as dated entries.

Whether a report was handed in is not known to the warehouse, so nothing here is ever called overdue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import records
from data.contracts import Duty, Period

_QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Programme:
    """A registered programme, with or without a plan that was read."""

    programme_id: str
    title: str
    short_title: str
    hromada: str
    level: str
    first_year: int
    last_year: int


@dataclass(frozen=True)
class Entry:
    """A duty on the day it is due. `quarter`: None where the report is about the whole `year`; `is_model`: a template
    lays the duty down, and a programme has it only where its own decision takes it over."""

    due: date
    year: int
    quarter: int | None
    duty: Duty
    is_model: bool

    @property
    def name(self) -> str:
        """The same in every build, such as `template-quarterly-2026-q3`."""
        return f"{self.duty.duty_id}-{self.year}" + (f"-q{self.quarter}" if self.quarter else "")

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods of execution that tell of it, as in `execution.period`."""
        return periods(self.year, self.quarter)


def programmes(connection: duckdb.DuckDBPyConnection) -> list[Programme]:
    """All registered programmes: a duty does not wait for a plan to be read."""
    return [Programme(**row._asdict()) for row in records(query.frame(connection, "reporting_programmes"))]


def of_programme(connection: duckdb.DuckDBPyConnection, programme_id: str) -> list[Entry]:
    """Every report on the years of a programme, by due day."""
    found = []
    for row in records(query.frame(connection, "duties", programme_id=programme_id)):
        duty = Duty(**{name: value for name, value in row._asdict().items() if name in Duty.model_fields})
        found.extend(_dated(duty, range(row.first_year, row.last_year + 1), row.is_model))
    return sorted(found, key=lambda entry: (entry.due, entry.duty.duty_id))


def between(entries: Iterable[Entry], first: date, last: date) -> list[Entry]:
    """Those due between two days, both among them."""
    return [entry for entry in entries if first <= entry.due <= last]


def upcoming(entries: Sequence[Entry], today: date) -> list[Entry]:
    """Those due today or later."""
    return between(entries, today, date.max)


def next_day(entries: Sequence[Entry], today: date) -> list[Entry]:
    """All that are due on the next day on which anything is; none when the last one is past."""
    ahead = upcoming(entries, today)
    return [entry for entry in ahead if entry.due == ahead[0].due]


def directions(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: direction of assessment, in the template's order. Columns: direction, document_id, locator, text (as
    printed)."""
    return query.frame(connection, "assessment_directions")


def due(duty: Duty, year: int, quarter: int | None = None) -> date:
    """The day on which the report on a period is due."""
    month = 3 * (quarter or 4) + duty.months_after
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, duty.day)


def periods(year: int, quarter: int | None = None) -> tuple[str, ...]:
    """The periods of execution that tell of a year or quarter: they are cumulative from January."""
    whole = (str(year),) if quarter in (None, 4) else ()
    return (*whole, f"{year}-{3 * (quarter or 4):02d}")


def _dated(duty: Duty, years: Iterable[int], is_model: bool) -> Iterable[Entry]:
    quarters: Sequence[int | None] = _QUARTERS if duty.period is Period.QUARTER else (None,)
    for year in years:
        for quarter in quarters:
            yield Entry(due(duty, year, quarter), year, quarter, duty, is_model)
