"""The table in which actual values are typed; all of it is saved, or nothing."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from analytics import editions, entered, entry_checks
from analytics.entered import Place
from analytics.entry_checks import FIRST_DAY, LONGEST_AUTHOR, LONGEST_TEXT, Field, Typed, spaced
from data import entries as kept
from data.entries import EntriesError, Entry
from pages.components import entry_words, store
from pages.components.language import _

AUTHOR = "entry_author"
_SAVES = "entry_saves"
_SEEN = "entry_seen"
_ROW = 88
"""Pixels: four lines of a name."""

_TYPED = [Field.VALUE, Field.AS_OF, Field.SOURCE, Field.COMMENT]


def draw(path: Path, programme_id: str, figures: pd.DataFrame, saved: list[Entry]) -> None:
    """`figures` as from `indicators.attainment`; `saved` as from `entries.history`."""
    years = {one.programme_id: range(one.first_year, one.last_year + 1) for one in store.read(editions.programmes)}
    places = entered.places(figures, years.get(programme_id, range(0)))
    if not places:
        st.info(_("The documents of this programme name no indicators."), title=_("There is nothing to enter"))
        return
    st.markdown(
        _(
            "Fill in the columns beside the targets of the indicators you report on and leave the others empty: empty "
            "means no data, zero is 0. A new value replaces the one before it, which stays in the history."
        )
    )
    # An editor of another name is a new, empty one: after each save, and for each programme.
    name = f"entry_editor/{programme_id}/{st.session_state.setdefault(_SAVES, 0)}"
    if name not in st.session_state:
        st.session_state[_SEEN] = max((entry.entry_id for entry in saved), default=0)
    columns = _columns()
    with st.form("entry_form", enter_to_submit=False):
        author = st.text_input(
            entry_words.field(Field.AUTHOR),
            key=AUTHOR,
            max_chars=LONGEST_AUTHOR,
            placeholder=_("Name or post"),
            help=_("There is no sign-in yet: what you write here is kept in the history and shown to all readers."),
        )
        table = st.data_editor(
            _table(places),
            key=name,
            hide_index=True,
            column_order=list(columns),
            column_config=columns,
            row_height=_ROW,
            placeholder="",
            alt=_("Actual values to be entered, by indicator and year"),
        )
        pressed = st.form_submit_button(_("Save"), key="entry_save", type="primary", icon=":material/save:")
    if pressed:
        rows = [_typed(place, row) for place, row in zip(places, table.to_dict("records"), strict=True)]
        _save(path, programme_id, rows, author)


def _save(path: Path, programme_id: str, rows: list[Typed], author: str) -> None:
    if all(row.is_empty for row in rows):
        st.warning(_("No row is filled in, so there is nothing to save."), title=_("Nothing is saved"))
        return
    today = datetime.now(entry_words.KYIV).date()
    new, refused = entry_checks.checked(rows, programme_id, spaced(author), today)
    if refused:
        entry_words.refusals(refused)
        return
    try:
        mine = kept.add(path, new)
    except EntriesError as error:
        st.error(
            _("Try again; what you typed still stands in the table. The reason: {reason}.").format(
                reason=entry_words.trouble(error.trouble)
            ),
            title=_("Nothing is saved"),
        )
        return
    with suppress(EntriesError):  # all is saved; the page drawn anew tells what is wrong
        _tell_saved(kept.history(path, programme_id), mine)
    st.session_state[_SAVES] += 1
    st.rerun()


def _tell_saved(history: list[Entry], mine: list[int]) -> None:
    others = entered.saved_meanwhile(history, mine, st.session_state[_SEEN])
    lines = [entry_words.entry(entry) for entry in history if entry.entry_id in mine]
    entry_words.done(_("Saved"), lines, others)


def _typed(place: Place, row: dict[Any, Any]) -> Typed:
    as_of = row[Field.AS_OF]
    return Typed(
        place=place,
        value=spaced(row[Field.VALUE]),
        as_of=None if pd.isna(as_of) else pd.Timestamp(as_of).date(),
        info_source=spaced(row[Field.SOURCE]),
        comment=spaced(row[Field.COMMENT]),
    )


def _table(places: list[Place]) -> pd.DataFrame:
    rows = [
        {
            "name": _name(place),
            "fiscal_year": ", ".join(
                filter(None, [entry_words.year(place.fiscal_year), entry_words.fund(place.fund).lower()])
            ),
            "target": entry_words.value(place.target),
            "actual": entry_words.value(place.actual),
        }
        for place in places
    ]
    # Named by what they are of, so that what is typed stays with it.
    index = ["/".join(str(part or "") for part in place.key) for place in places]
    frame = pd.DataFrame(rows, index=index)
    for column in _TYPED:
        frame[column] = pd.Series([None] * len(frame), index=index, dtype=object)
    return frame


def _name(place: Place) -> str:
    """Number, indicator, the part of the programme it measures, and unit: what tells a row from another."""
    numbered = f"{place.line_code} {place.name}" if place.line_code else place.name
    return ", ".join(filter(None, [numbered, place.part_of, place.unit]))


def _columns() -> dict[str, Any]:
    """In the order shown: what is to be filled in stands beside the target, on the first screen of a small desktop."""
    number = _("A number in the unit of the row, decimals after a comma; words only where the target is words.")
    source = _("Where the value comes from: a report, a certificate, a system.")
    day = _("The day the value is of.")
    text, date = st.column_config.TextColumn, st.column_config.DateColumn
    head = entry_words.field
    return {
        "name": text(_("Indicator"), width=200, disabled=True),
        "fiscal_year": text(_("Year"), width=54, disabled=True),
        "target": text(_("Target value"), width=60, disabled=True),
        Field.VALUE: text(head(Field.VALUE), help=number, max_chars=LONGEST_TEXT, width=130),
        Field.SOURCE: text(head(Field.SOURCE), help=source, max_chars=LONGEST_TEXT, width=112),
        Field.AS_OF: date(head(Field.AS_OF), help=day, min_value=FIRST_DAY, format="DD.MM.YYYY", width=104),
        Field.COMMENT: text(head(Field.COMMENT), max_chars=LONGEST_TEXT, width=88),
        "actual": text(_("Actual value now"), width=100, disabled=True),
    }
