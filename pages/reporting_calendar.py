"""Which report is due when, and what is still missing for it?"""

import streamlit as st

from pages.components import duty_list, duty_missing, duty_others, duty_view, duty_words, formats, messages
from pages.components.language import _

st.title(_("Which report is due when?"))
view = duty_view.chosen()
if view is None:
    messages.no_programme()
    st.stop()
if not view.entries:
    st.info(_("None of the documents lays down reports on this programme."), title=_("No duties known"))
    duty_others.draw(view)
    st.stop()
st.markdown(
    _("{title}. Reports on {years}, as the documents lay them down.").format(
        title=view.programme.title, years=formats.years(entry.year for entry in view.entries)
    )
)
for said in duty_words.findings(view):
    st.markdown(f"**{said}**")
if said := duty_words.model(view.entries):
    st.info(said, title=_("Model text"))
duty_list.draw(view)
duty_missing.draw(view)
duty_others.draw(view)
