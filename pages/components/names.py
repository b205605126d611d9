"""What things of the warehouse are called on the pages."""

from collections.abc import Mapping
from typing import Any

from analytics.editions import Edition
from analytics.spending import Grouping
from pages.components import formats, kinds
from pages.components.language import _, ngettext


def fund(value: str) -> str:
    return {
        "general": _("General fund"),
        "special": _("Special fund"),
        "unspecified": _("Fund not stated"),
        "total": _("Both funds"),
    }[value]


def group(value: str | None, by: Grouping, directions: Mapping[str, str]) -> str:
    """A group of `spending.grouped`; a group without a name says what is not named.

    `directions` as from `spending.national_directions`; with `spending.national_tasks` where those are groups.
    """
    if value is None:
        return {
            Grouping.TASK: _("No task is named"),
            Grouping.SPENDING_UNIT: _("No spending unit is named"),
            Grouping.NATIONAL_DIRECTION: _("In no direction of the national list"),
            Grouping.NATIONAL_TASK: _("Serves no task of the national list"),
        }.get(by, _("No rule knows what is bought"))
    written = {
        Grouping.FUND: fund,
        Grouping.KIND: kinds.name,
        Grouping.CATEGORY: kinds.category,
        Grouping.NATIONAL_DIRECTION: lambda name: directions.get(name, name),
        Grouping.NATIONAL_TASK: lambda name: directions.get(name, name),
    }.get(by)
    return written(value) if written else value


def grouping(by: Grouping) -> str:
    """What the groups are, in a word."""
    return {
        Grouping.SPENDING_UNIT: _("Spending unit"),
        Grouping.TASK: _("Own direction or task"),
        Grouping.KIND: _("Kind of thing bought"),
        Grouping.CATEGORY: _("What it is"),
        Grouping.NATIONAL_DIRECTION: _("Direction of the national list"),
        Grouping.NATIONAL_TASK: _("National task"),
        Grouping.FUND: _("Fund"),
    }[by]


def line(row: Any) -> str:
    """Number and name of a line, as printed. `row` with line_code and name."""
    return " ".join(filter(None, [row.line_code, row.name]))


def status(value: str | None) -> str:
    if value is None:
        return _("Status not stated")
    return {
        "adopted": _("Adopted"),
        "draft": _("Draft, not in force"),
        "template": _("Template"),
        "missing": _("Nobody has the text"),
    }[value]


def kind(value: str) -> str:
    return {
        "programme": _("Programme"),
        "amendment": _("Amendment"),
        "passport": _("Budget programme passport"),
        "execution_report": _("Report on execution of a passport"),
        "treasury": _("Data of the State Treasury"),
        "actuals": _("Workbook of actual values"),
        "template": _("Template programme"),
    }[value]


def dated(act: Edition) -> str:
    """Date and number of an act, as far as they are known."""
    number = f"№ {act.dated_number}" if act.dated_number else ""
    return " ".join(filter(None, [formats.day(act.dated_on) if act.dated_on else "", number])) or _("without a date")


def edition(act: Edition) -> str:
    """Date, number and status of the act that made the plan."""
    if act.status == "draft":
        return _("Draft changes, endorsed {act}").format(act=dated(act))
    if act.status == "missing":
        return _("Changes {act}, text missing").format(act=dated(act))
    if act.kind == "amendment":
        return _("After changes {act}").format(act=dated(act))
    if act.status is None:
        return _("Status not stated, {act}").format(act=dated(act))
    return _("Approved {act}").format(act=dated(act))


def tick(act: Edition) -> str:
    """Number of the act under a column of a chart; a draft is always called one."""
    first = _("draft") if act.status == "draft" else "№"
    return f"{first}<br>{act.dated_number or formats.UNKNOWN}"


def short_edition(act: Edition) -> str:
    """Date and number of the act, for a column of a table; a draft is always called one."""
    return _("draft {date}").format(date=dated(act)) if act.status == "draft" else dated(act)


def year(value: int | None) -> str:
    """A budget year; lines that print only a total of all years have none."""
    return str(value) if value else _("Year not stated")


def document(row: Any) -> str:
    """Date, number and title. `row` as from `documents.register`."""
    number, on = row.number or row.endorsed_number, row.adopted_on or row.endorsed_on
    return f"{formats.day(on)} № {number}: {row.title}" if number else row.title


def short_document(row: Any) -> str:
    """Date and number, or the title where it has none; a draft is always called one. `row` as for `document`."""
    number, on = row.number or row.endorsed_number, row.adopted_on or row.endorsed_on
    if not number:
        return row.title
    dated = f"{formats.day(on)} № {number}"
    named = _("draft {date}").format(date=dated) if row.status == "draft" else dated
    return f"{kind(row.kind)}, {named}" if row.kind in ("programme", "passport", "execution_report") else named


def reading(row: Any) -> str:
    """What was read of a document. `row` as from `documents.register`."""
    if row.status == "missing":
        return _("Nobody has this document; what it changed is unknown")
    counts = [
        (row.amounts, ngettext("{count} amount", "{count} amounts", row.amounts)),
        (row.notes, ngettext("{count} note in place of an amount", "{count} notes in place of amounts", row.notes)),
        (row.lines, ngettext("{count} lowest line", "{count} lowest lines", row.lines)),
        (row.indicators, ngettext("{count} value of indicators", "{count} values of indicators", row.indicators)),
        (
            row.years_of_population,
            ngettext("{count} year of population", "{count} years of population", row.years_of_population),
        ),
        (row.reported, ngettext("{count} reported line", "{count} reported lines", row.reported)),
        (row.statements, ngettext("{count} statement", "{count} statements", row.statements)),
    ]
    read = [words.format(count=count) for count, words in counts if count]
    return _("Read: {what}").format(what=", ".join(read)) if read else _("Registered; nothing is read from it")
