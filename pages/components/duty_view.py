"""What the reader chose to see of the duties to report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from analytics import documents, duties, editions, report_data
from analytics.duties import Entry, Programme
from analytics.frames import records
from pages.components import entries, filters, pickers, store
from pages.components.language import _


@dataclass(frozen=True)
class View:
    """A programme and the year that its reports are about.

    `entries`: of all its years; `own`: of the chosen one; `plan`: what is reported on, None where no plan of the year
    was read; `found` as from `report_data.needed` for the whole year; `edition`: the plan asked for; `titles`:
    document_id -> its row in the register.
    """

    programme: Programme
    entries: list[Entry]
    year: int
    today: date
    edition: str | None
    plan: report_data.Plan | None
    found: pd.DataFrame
    titles: dict[str, Any]

    @property
    def own(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.year == self.year]

    @property
    def ahead(self) -> list[Entry]:
        return duties.upcoming(self.entries, self.today)

    def needed(self, entry: Entry) -> pd.DataFrame:
        """What a report needs, for its own period."""
        return report_data.of_report(
            _needed(self.programme.programme_id, entry.year, entry.periods, self.edition), entry
        )


def today() -> date:
    """The day in Ukraine."""
    return datetime.now(ZoneInfo("Europe/Kyiv")).date()


def chosen() -> View | None:
    """What the filters of the page hold; None where no programme is registered.

    Duties concern programmes where no plan is published, too, and then the sidebar offers nothing: so the page has a
    list of its own, and starts with the programme of the sidebar.
    """
    known = {programme.programme_id: programme for programme in store.read(duties.programmes)}
    if not known:
        return None
    choice = pickers.chosen()
    with st.container(horizontal=True):
        name = filters.choice(
            _("Whose reports"),
            list(known),
            "of",
            name=lambda name: known[name].short_title,
            default=pickers.programme(),
            clears=("year", "direction"),
        )
        programme = known[name]
        reports = store.read(duties.of_programme, name)
        day = today()
        following = next(iter(duties.upcoming(reports, day)), None)
        year = filters.choice(
            _("Reports on the year"),
            list(range(programme.first_year, programme.last_year + 1)),
            "year",
            default=following.year if following else programme.last_year,
        )
    edition = choice.edition.edition if choice and choice.programme.programme_id == name else _in_force(name)
    plan = store.read(report_data.plan_of, name, year, edition)
    found = _needed(name, year, duties.periods(year), edition)
    titles = {row.document_id: row for row in records(store.read(documents.register))}
    return View(programme, reports, year, day, edition, plan, found, titles)


def _needed(programme_id: str, year: int, periods: Sequence[str], edition: str | None) -> pd.DataFrame:
    """Periods that nobody reports on are left out, so that they share one answer."""
    reported = store.read(report_data.reported_periods, programme_id)
    asked = tuple(period for period in periods if period in reported)
    entered = tuple(entries.current(programme_id))
    return store.read(report_data.needed, programme_id, year, asked, edition, entered)


def _in_force(programme_id: str) -> str | None:
    """The newest adopted plan of a programme; of plans whose status is not stated the newest."""
    plans = [act for act in store.read(editions.editions_of, programme_id) if act.has_plan]
    adopted = [act for act in plans if act.status == "adopted"]
    return next((act.edition for act in reversed(adopted or plans)), None)
