"""Every value that was ever entered, the revoked ones too: who, when, from where, and whether it counts."""

import pandas as pd
import streamlit as st

from data.entries import Entry
from pages.components import downloads, entry_words, formats, tables
from pages.components.language import _


def draw(saved: list[Entry], counting: list[Entry]) -> None:
    """`saved` as from `entries.history`; `counting`: those of them that count."""
    st.subheader(_("History of entries"))
    if not saved:
        st.markdown(_("Nothing was entered yet."))
        return
    revoked = {entry.revokes: entry for entry in saved if entry.revokes is not None}
    counts = {entry.entry_id for entry in counting}
    rows = [_row(entry, revoked.get(entry.entry_id), counts) for entry in reversed(saved) if entry.revokes is None]
    heads = {
        "number": _("Entry"),
        "saved_at": _("Saved, Kyiv time"),
        "author": _("Who"),
        "name": _("Indicator"),
        "part_of": _("Part of the programme"),
        "year": _("Year"),
        "value": _("Value"),
        "unit": _("Unit"),
        "state": _("Whether it counts"),
        "as_of": _("As of"),
        "source": _("Source of the value"),
        "comment": _("Comment"),
        "revoked_by": _("Who revoked it and when"),
        "reason": _("Why it was revoked"),
    }
    frame = pd.DataFrame(rows)
    tables.show(frame, heads, _("History of entries"), wide="name")
    st.caption(_("Nothing is deleted: a value is replaced by a newer one or revoked, and stays here."))
    notes = [_("Values that were entered on the page, not taken from documents.")]
    downloads.offer(frame, heads, "koshtorys-entries", notes)


def _row(entry: Entry, revocation: Entry | None, counts: set[int]) -> dict[str, str]:
    return {
        "number": str(entry.entry_id),
        "saved_at": entry_words.moment(entry.saved_at),
        "author": entry.author,
        "name": entry.indicator_name,
        "part_of": entry.part_of or "",
        "year": ", ".join(filter(None, [entry_words.year(entry.fiscal_year), entry_words.fund(entry.fund)])),
        "value": entry_words.value(entry.text if entry.value is None else entry.value),
        "unit": entry.unit or "",
        "state": _("revoked") if revocation else _("counts") if entry.entry_id in counts else _("does not count"),
        "as_of": formats.day(entry.as_of),
        "source": entry.info_source or "",
        "comment": entry.comment or "",
        "revoked_by": f"{revocation.author}, {entry_words.moment(revocation.saved_at)}" if revocation else "",
        "reason": (revocation.comment or "") if revocation else "",
    }
