"""What was paid, in a few sentences on another page, with the way to the page of execution."""

import streamlit as st

from analytics import execution
from analytics.execution import Plan
from pages.components import execution_words, formats, hints, links, store
from pages.components.language import _


def draw(programme_id: str) -> None:
    """The finding for each budget programme that reports on this local programme; else for the others there are."""
    st.header(_("What is done?"), help=hints.help("revised-plan", "cash-expenditure"))
    scopes = store.read(execution.scopes)
    own = [scope for scope in scopes if programme_id in scope.programmes]
    if not own:
        st.info(_("No document reports on the execution of this programme, so what was paid is not known."))
        if scopes:
            st.markdown(_("Of other budget programmes it is known:"))
    opening = _("open the execution")
    for scope in own or scopes:
        years = execution.by_year(store.read(execution.amounts, scope.scope))
        about = formats.escaped(execution_words.short_scope(scope))
        said = " ".join(execution_words.findings(years, Plan.REVISED))
        words = f"**{said}**" if own else said
        st.markdown(f"{about}: {words} [{opening}]({links.execution(scope.scope)})")
