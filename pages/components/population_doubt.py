"""What the checks doubt of a population table, each with the way to its arithmetic. Nothing is corrected."""

import streamlit as st

from analytics import checks
from analytics.frames import records
from pages.components import findings, links, store
from pages.components.language import _

_RULES = ["age_label", "age_group_share"]


def draw(document_id: str) -> None:
    doubts = store.read(checks.findings, [document_id], rules=_RULES, severities=["error", "warning", "notice"])
    opening = _("open the check")
    for row in records(doubts):
        said = f"{findings.sentence(row)} [{opening}]({links.finding(row.finding_id)})"
        st.warning(said, title=_("Whom do these numbers count?"))
