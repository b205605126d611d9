"""The chain of decisions, and the plan in force on a day."""

from datetime import date

import streamlit as st

from analytics import editions
from pages.components import filters, links, names
from pages.components.language import _
from pages.components.pickers import Choice


def draw(choice: Choice) -> None:
    st.header(_("The chain of decisions"))
    opening = _("open the document")
    for act in choice.acts:
        st.markdown(f"{act.act_no}. {names.edition(act)}. [{opening}]({links.document(act.edition)})")
    day = filters.day(_("Which plan was in force on this day?"), "day", default=date.today())
    act = editions.in_force_on(choice.acts, day)
    if act is None:
        st.markdown(_("No plan of this programme was in force on that day, as far as the documents tell."))
        return
    said = names.edition(act)
    if any(
        other.status == "missing" and other.dated_on and act.act_no < other.act_no and other.dated_on <= day
        for other in choice.acts
    ):
        said += _("; a later decision is missing, so the plan then in force is not known")
    opening = _("open this plan")
    st.markdown(f"{said}. [{opening}]({links.spending(act.edition)})")
