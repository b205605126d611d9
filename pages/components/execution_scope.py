"""Which budget programme the page of execution shows, and what it is to the programme that the reader asks for."""

import streamlit as st

from analytics import duties
from analytics.execution import Scope
from pages.components import execution_words, filters, formats, messages, pickers, store
from pages.components.language import _


def pick(scopes: list[Scope]) -> Scope:
    """The scope chosen, first that of the programme chosen at the side. `scopes`: not empty.

    A programme that the reader asked for and nobody reports on is told at once, one that the side offers by itself in
    a caption.
    """
    known = {scope.scope: scope for scope in scopes}
    own = [scope.scope for scope in scopes if pickers.programme() in scope.programmes]
    name = filters.choice(
        _("Budget programme"),
        list(known),
        "scope",
        name=lambda scope: execution_words.short_scope(known[scope]),
        default=own[0] if own else None,
        clears=("year", "column", "of_year"),
    )
    if filters.written("scope") not in (None, *known):
        st.warning(_("Nothing is reported of the budget programme in the address; another one is shown."))
    title = programme_named()
    if title is None or own:
        return known[name]
    if filters.written("programme") == pickers.programme():
        messages.other_execution(title)
    else:
        st.caption(
            formats.escaped(
                _("Of «{programme}» no document reports what was paid; these are figures of another programme.").format(
                    programme=title
                )
            )
        )
    return known[name]


def programme_named() -> str | None:
    """The name of the programme chosen at the side; None where none is."""
    titles = {one.programme_id: one.short_title for one in store.read(duties.programmes)}
    return titles.get(pickers.programme() or "")
