"""Entered values whose indicator is no longer in the documents: shown, kept, never counted."""

import pandas as pd
import streamlit as st

from analytics.entered import Orphan
from pages.components import entry_words, tables
from pages.components.language import _


def draw(orphans: list[Orphan]) -> None:
    """`orphans` as from `entered.told_apart`."""
    if not orphans:
        return
    st.subheader(_("Entries without an indicator"))
    st.markdown(
        _(
            "Since they were saved the documents were read anew, and where the indicator stood there is another one or "
            "none. They are kept and not counted. Enter such a value at its indicator, then revoke it here."
        )
    )
    frame = pd.DataFrame(
        [
            {
                "number": str(orphan.entry.entry_id),
                "name": ", ".join(filter(None, [orphan.entry.indicator_name, orphan.entry.part_of])),
                "year": entry_words.year(orphan.entry.fiscal_year),
                "amount": entry_words.amount(orphan.entry),
                "author": orphan.entry.author,
                "now": _now(orphan),
                "place": orphan.entry.indicator_id,
            }
            for orphan in orphans
        ]
    )
    heads = {
        "number": _("Entry"),
        "name": _("Indicator as it was"),
        "year": _("Year"),
        "amount": _("Value"),
        "author": _("Who"),
        "now": _("What stands there now"),
        "place": _("Document and row"),
    }
    tables.show(frame, heads, _("Entries without an indicator"), wide="name")


def _now(orphan: Orphan) -> str:
    if orphan.name is None:
        return _("no indicator")
    return ", ".join(filter(None, [f"«{orphan.name}»", orphan.part_of, orphan.unit]))
