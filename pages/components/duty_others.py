"""The next report on every registered programme."""

import pandas as pd
import streamlit as st

from analytics import duties
from pages.components import duty_words, formats, store, tables
from pages.components.duty_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("The next report on each programme"))
    rows = []
    for programme in store.read(duties.programmes):
        entries = store.read(duties.of_programme, programme.programme_id)
        following = duties.next_day(entries, view.today)
        rows.append(
            {
                "programme": programme.short_title,
                "due": formats.day(following[0].due) if following else formats.UNKNOWN,
                "what": "; ".join(duty_words.said(entry.duty, "what") for entry in following)
                or (
                    _("all were due by {day}").format(day=formats.day(entries[-1].due))
                    if entries
                    else _("no duties known")
                ),
            }
        )
    heads = {"programme": _("Programme"), "due": _("Next due"), "what": _("What is reported")}
    tables.show(pd.DataFrame(rows), heads, _("The next report on each programme"), wide="what")
