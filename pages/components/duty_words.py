"""Duties to report, and what is missing for a report, in words."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from analytics import duties, report_data
from analytics.duties import Entry
from data.contracts import Assessed, Duty
from pages.components import formats, language, links, names
from pages.components.duty_view import View
from pages.components.language import _, ngettext

_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def said(duty: Duty, field: str) -> str:
    """One of the texts of a duty (sender, recipient, what, form, note) in the reader's language; empty without one."""
    return getattr(duty, f"{field}_{language.current()}") or ""


def period(entry: Entry) -> str:
    """What a report is about: a quarter or a year."""
    if entry.quarter:
        return _("quarter {quarter} of {year}").format(quarter=_ROMAN[entry.quarter], year=entry.year)
    return _("the year {year}").format(year=entry.year)


def rule(duty: Duty) -> str:
    """When a duty is due, without a year."""
    if duty.period == "quarter":
        return _("Each quarter, by day {day} of the month after it").format(day=duty.day)
    by = duties.due(duty, 2025)
    return _("Each year, by {day}").format(day=f"{by:%d.%m}")


def place(duty: Duty) -> str:
    """Where a duty stands in its whole document."""
    pattern = ngettext("section {section}, line {lines}", "section {section}, lines {lines}", len(duty.lines))
    return pattern.format(section=duty.section, lines=", ".join(duty.lines))


def findings(view: View) -> Iterator[str]:
    """The next report and what is missing for it, then what is missing for the chosen year."""
    following = duties.next_day(view.entries, view.today)
    for entry in following:
        yield _("Next report: by {day}, on {period}: {what}. {missing}").format(
            day=formats.day(entry.due),
            period=period(entry),
            what=said(entry.duty, "what"),
            missing=missing(view.needed(entry)),
        )
    if not following:
        yield _("All reports on {years} were due by {day}. Whether they were handed in is not known here.").format(
            years=formats.years(entry.year for entry in view.entries), day=formats.day(view.entries[-1].due)
        )
    if view.found.empty:
        yield _("Neither measures nor targets of {year} stand in the documents.").format(year=view.year)
    elif view.year not in [entry.year for entry in following if entry.quarter is None]:
        yield _("Reports on {year}, all four directions. {missing}").format(year=view.year, missing=missing(view.found))


def missing(found: pd.DataFrame) -> str:
    """How much of what a report needs is missing. `found` as from `report_data.needed`."""
    absent = int((~found["is_known"].astype(bool)).sum())
    if found.empty:
        return _("All its data are missing.")
    if not absent:
        return _("All its data are known.")
    return ngettext(
        "{missing} of {needed} item of data is missing.", "{missing} of {needed} items of data are missing.", absent
    ).format(missing=formats.number(absent, 0), needed=formats.number(len(found), 0))


def direction(value: str) -> str:
    """A direction of assessment, in short."""
    return {
        Assessed.WORKS: _("Term and completeness of works"),
        Assessed.FUNDING: _("Planned and actual funding"),
        Assessed.RESULTS: _("Results of tasks and projects"),
        Assessed.TARGETS: _("Attainment of targets"),
    }[Assessed(value)]


def sheet(value: str) -> str:
    """A direction of assessment, in a word."""
    return {
        Assessed.WORKS: _("Works"),
        Assessed.FUNDING: _("Funding"),
        Assessed.RESULTS: _("Results"),
        Assessed.TARGETS: _("Targets"),
    }[Assessed(value)]


def asked(value: str) -> str:
    """What a report needs of a line or an indicator."""
    return {
        "term": _("Term of the works"),
        "state": _("What a report says of the works"),
        "plan": _("Planned, UAH"),
        "cash": _("Cash expenditure, UAH"),
        "expected": _("Expected result"),
        "reached": _("Actual value of its indicator"),
        "target": _("Target of the year"),
        "actual": _("Actual value"),
    }[value]


def state(is_known: bool) -> str:
    return _("known") if is_known else _("missing")


def gaps(found: pd.DataFrame) -> Iterator[str]:
    """Of each direction of assessment, what is missing and how often."""
    for count in report_data.counts(found):
        own = found[(found["direction"] == count.direction) & ~found["is_known"].astype(bool)]
        by = [f"«{asked(name)}», {times}" for name, times in Counter(own["asked"]).items()]
        if not count.needed:
            listed = _("nothing of it stands in the documents")
        else:
            listed = _("missing: {what}").format(what="; ".join(by)) if by else _("nothing is missing")
        yield f"{direction(count.direction)}: {listed}."
    yield from unlinked(found)


def unlinked(found: pd.DataFrame) -> Iterator[str]:
    """That some lines have no indicator, where there are any."""
    if lines := report_data.without_indicator(found):
        yield ngettext(
            "No indicator is linked to {count} line of the plan, so no actual value is asked for there.",
            "No indicator is linked to {count} lines of the plan, so no actual value is asked for there.",
            lines,
        ).format(count=lines)


def about(view: View) -> str:
    """Which plan the data are about."""
    if view.plan is None:
        return _("No plan of the year by lines was read.")
    return _("The plan: {document}.").format(document=names.document(view.titles[view.plan.edition]))


def model(entries: Sequence[Entry]) -> str | None:
    """What a reader must know where the duties are those of a template."""
    if not any(entry.is_model for entry in entries):
        return None
    opening = _("open the template")
    said = _(
        "These are duties of the ministry's template: model text. A programme has them where its own decision takes "
        "them over; the tables of its documents do not tell."
    )
    return f"{said} [{opening}]({links.document(entries[0].duty.document_id)})"
