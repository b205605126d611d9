"""What do these words mean?"""

import streamlit as st

from data import glossary
from pages.components import filters, formats, language, messages
from pages.components.language import _, ngettext

other = "en" if language.current() == "uk" else "uk"
known = list(glossary.terms().values())

st.title(_("What do these words mean?"))
st.markdown(_("Terms of budgets and programmes, explained in our words; where an act defines a term, it is named."))
asked = filters.text(_("Search in the terms"), "find", placeholder=_("A part of a term or of its meaning"))
found = [term for term in known if term.tells_of(asked)]
count = ngettext("{count} term of {all}.", "{count} terms of {all}.", len(found)).format(
    count=len(found), all=len(known)
)
st.markdown(f"**{count}**")
if not found:
    messages.nothing_matches()
for term in found:
    st.subheader(formats.capital(term.term.said(language.current())), anchor=term.id)
    st.markdown(f":small[{formats.escaped(term.term.said(other))}]  \n{term.meaning.said(language.current())}")
    if term.source:
        st.caption(_("Source: {act}.").format(act=term.source.said(language.current())))
