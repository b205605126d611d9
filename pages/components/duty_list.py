"""The reports of a year as dated entries: a timeline, a table, and a file for calendars."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pandas as pd
import streamlit as st

from analytics import calendar_file
from analytics.duties import Entry
from pages.charts import duties as charts
from pages.components import downloads, duty_words, figures, formats, links, names, tables
from pages.components.duty_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("Reports on {year}, by the day they are due").format(year=view.year))
    reports = pd.DataFrame(
        {
            "row": [duty_words.rule(entry.duty) for entry in view.own],
            "first": [_first(entry) for entry in view.own],
            "last": [_last(entry) for entry in view.own],
            "due": [entry.due for entry in view.own],
            "words": [f"{formats.day(entry.due)}: {duty_words.period(entry)}" for entry in view.own],
        }
    )
    figures.show(
        charts.timeline(
            reports,
            today=view.today,
            names=(_("What the report is about"), _("Due"), _("Today")),
            axis=_("month and year"),
            palette=figures.colours(),
        ),
        _("Timeline: what each report on {year} is about, and when it is due").format(year=view.year),
        key="duties",
    )
    listed = pd.DataFrame(
        {
            "document_link": [links.document(entry.duty.document_id) for entry in view.own],
            "due": [formats.day(entry.due) for entry in view.own],
            "period": [duty_words.period(entry) for entry in view.own],
            "what": [duty_words.said(entry.duty, "what") for entry in view.own],
            "missing": [_missing(view, entry) for entry in view.own],
            "sender": [duty_words.said(entry.duty, "sender") for entry in view.own],
            "recipient": [duty_words.said(entry.duty, "recipient") for entry in view.own],
            "form": [duty_words.said(entry.duty, "form") for entry in view.own],
            "document": [names.document(view.titles[entry.duty.document_id]) for entry in view.own],
            "place": [duty_words.place(entry.duty) for entry in view.own],
        }
    )
    heads = {
        "document_link": _("Document"),
        "due": _("Due"),
        "period": _("Report on"),
        "what": _("What is reported"),
        "missing": _("Missing"),
        "sender": _("Who reports"),
        "recipient": _("To whom"),
        "form": _("Form named in the document"),
        "document": _("Laid down by"),
        "place": _("Place in the whole document"),
    }
    tables.show(listed, heads, _("Reports and the days they are due"), wide="what")
    for said in dict.fromkeys(duty_words.said(entry.duty, "note") for entry in view.own):
        st.caption(said)
    st.caption(
        _(
            "Days as the documents lay them down; they do not say what holds when one is a day off. The passages are "
            "told in our words: they are not among the tables kept here, so their places are those of the whole "
            "document. Which data a report needs is our reading of its words."
        )
    )
    _offer(view)
    downloads.offer(listed, heads, "koshtorys-reports", [view.programme.title, str(view.year)])


def _offer(view: View) -> None:
    """Files for calendars: of the chosen year, and of all that is still ahead."""
    with st.container(horizontal=True):
        for label, entries, name in (
            (_("Download .ics: reports on {year}").format(year=view.year), view.own, str(view.year)),
            (_("Download .ics: all reports ahead"), view.ahead, "ahead"),
        ):
            if entries:
                st.download_button(
                    label,
                    partial(file, view, entries),
                    file_name=f"koshtorys-reports-{name}.ics",
                    mime="text/calendar",
                    on_click="ignore",
                    icon=":material/event:",
                )
    st.caption(_("The file puts each day into your calendar, with a reminder a week before."))


def file(view: View, entries: Sequence[Entry]) -> bytes:
    """The entries as a file for calendars, in the reader's language."""
    programme = view.programme
    days = [
        calendar_file.Day(
            name=f"{programme.programme_id}/{entry.name}",
            on=entry.due,
            summary=_("{what}, {period}").format(
                what=formats.capital(duty_words.said(entry.duty, "what")), period=duty_words.period(entry)
            ),
            description="\n".join(_described(view, entry)),
        )
        for entry in entries
    ]
    title = _("Reports: {programme}").format(programme=programme.short_title)
    return calendar_file.write(days, programme.programme_id, title, datetime.now(UTC))


def _described(view: View, entry: Entry) -> list[str]:
    duty = entry.duty
    lines = [
        view.programme.title,
        _("Who reports: {sender}.").format(sender=duty_words.said(duty, "sender")),
        _("To whom: {recipient}.").format(recipient=duty_words.said(duty, "recipient")),
        _("Form: {form}.").format(form=duty_words.said(duty, "form")) if duty.form_uk else "",
        _("Source: {acts}. {how}").format(
            acts=names.document(view.titles[duty.document_id]), how=formats.capital(duty_words.place(duty))
        ),
        _("Model text of a template, not the programme's own.") if entry.is_model else "",
        duty_words.said(duty, "note"),
    ]
    return [line for line in lines if line]


def _missing(view: View, entry: Entry) -> str:
    found = view.needed(entry)
    if found.empty:
        return _("all of it")
    return _("{missing} of {needed}").format(missing=int((~found["is_known"]).sum()), needed=len(found))


def _first(entry: Entry) -> date:
    return date(entry.year, 3 * entry.quarter - 2 if entry.quarter else 1, 1)


def _last(entry: Entry) -> date:
    month = 3 * (entry.quarter or 4)
    return date(entry.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
