"""Which targets are met, missed or unreported, and what does a result cost?"""

import streamlit as st

from pages.components import (
    entries,
    entry_editor,
    entry_words,
    indicator_depth,
    indicator_gaps,
    indicator_money,
    indicator_overview,
    indicator_scoring,
    indicator_table,
    indicator_view,
    indicator_words,
    messages,
)
from pages.components.language import _

st.title(_("Which targets are met?"))
view = indicator_view.chosen()
if view is None:
    messages.no_indicators()
    st.stop()
st.markdown(
    _("{title}. Each figure in its own unit, as printed; attainment in per cent of the target.").format(
        title=view.programme.title
    )
)
if unread := entries.trouble(view.programme.programme_id):
    entry_words.unread(unread)
if view.frame.empty:
    messages.nothing_matches()
    st.stop()
for said in indicator_words.findings(view.frame):
    st.markdown(f"**{said}**")
indicator_overview.draw(view)
indicator_table.draw(view)
indicator_depth.draw(view)
indicator_money.draw(view)
indicator_gaps.draw(view)
entry_editor.draw(view.programme.programme_id, view.everything)
indicator_scoring.draw(view)
