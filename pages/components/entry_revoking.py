"""Taking a value back: it stays in the history, and the value before it counts again."""

from pathlib import Path

import streamlit as st

from analytics.entry_checks import LONGEST_AUTHOR, LONGEST_TEXT, spaced
from data import entries as kept
from data.entries import EntriesError, Entry
from pages.components import entry_words
from pages.components.language import _


def draw(path: Path, saved: list[Entry]) -> None:
    """`saved` as from `entries.history`."""
    taken_back = {entry.revokes for entry in saved}
    offered = {
        entry.entry_id: entry_words.entry(entry)
        for entry in reversed(saved)
        if entry.revokes is None and entry.entry_id not in taken_back
    }
    if not offered:
        return
    with st.expander(_("Revoke a value")), st.form("entry_revoking", enter_to_submit=False):
        number = st.selectbox(
            _("Value to revoke"),
            list(offered),
            index=None,
            format_func=lambda one: offered.get(one, str(one)),
            key="entry_to_revoke",
            placeholder=_("Type a part of the row"),
        )
        author = st.text_input(
            _("Who revokes it"), key="entry_revoker", max_chars=LONGEST_AUTHOR, placeholder=_("Name or post")
        )
        reason = st.text_input(_("Why"), key="entry_reason", max_chars=LONGEST_TEXT)
        sure = st.checkbox(_("I revoke this value: the one before it counts again, or none"), key="entry_sure")
        pressed = st.form_submit_button(_("Revoke"), key="entry_revoke", icon=":material/undo:")
    if not pressed:
        return
    author, reason = spaced(author), spaced(reason)
    if number is None or author is None or reason is None or not sure:
        st.error(
            _("Choose the value, say who revokes it and why, and tick the box."), title=_("Nothing is revoked yet")
        )
        return
    try:
        kept.revoke(path, number, author, reason)
    except EntriesError as error:
        st.error(
            _("The reason: {reason}.").format(reason=entry_words.trouble(error.trouble)), title=_("Nothing is revoked")
        )
        return
    entry_words.done(_("Revoked"), [offered[number]], [])
    for key in ("entry_to_revoke", "entry_reason", "entry_sure"):
        del st.session_state[key]
    st.rerun()
