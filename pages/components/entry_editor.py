"""Entering actual values of indicators on a page: the form, values without an indicator, the history."""

import pandas as pd
import streamlit as st

from analytics import entered
from data import entries as kept
from data.entries import EntriesError
from pages.components import entries, entry_form, entry_history, entry_orphans, entry_revoking, entry_words
from pages.components.language import _


def draw(programme_id: str, figures: pd.DataFrame) -> None:
    """`figures` as from `indicators.attainment`, all of the programme, with `entries.current` among them."""
    st.header(_("Enter actual values"))
    path = entries.file()
    if path is None:
        st.info(
            _(
                "Values are entered in a workbook, which the command below writes; filled in, it is registered in "
                "data/sources.yml like other documents. The operator of the dashboard can switch on entering on this "
                "page with the setting KOSHTORYS_ENTRIES."
            ),
            title=_("Entering on this page is off"),
        )
        st.code(f"python -m loaders template {programme_id} -o actuals.xlsx", language="shell")
        return
    try:
        saved = kept.history(path, programme_id)
    except EntriesError as error:
        entry_words.unread(error.trouble)
        return
    may_write = kept.may_write(path)
    entry_words.tell_done()
    if may_write:
        entry_form.draw(path, programme_id, figures, saved)
    else:
        st.warning(
            _("The reason: {reason}.").format(reason=entry_words.trouble(kept.Trouble.NOT_WRITABLE)),
            title=_("Values cannot be entered now"),
        )
    counting, orphans = entered.told_apart(kept.current(saved), figures)
    entry_orphans.draw(orphans)
    entry_history.draw(saved, counting)
    if may_write:
        entry_revoking.draw(path, saved)
