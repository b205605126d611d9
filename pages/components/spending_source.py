"""Which plan the page of spending shows: that chosen at the side, or a passport of a budget programme."""

from typing import Any

import streamlit as st

from analytics import editions
from analytics.editions import Edition, Programme
from analytics.frames import records
from pages.components import filters, formats, pickers, store
from pages.components.language import _
from pages.components.pickers import Choice

_OF_ANOTHER_PLAN = ("by", "year", "fund", "group", "part", "column")


def chosen() -> Choice | None:
    """The plan; None while none is published. A passport is a plan of its own, added to no programme."""
    passports = {row.document_id: row for row in records(store.read(editions.passports))}
    if not passports:
        return pickers.chosen()
    with st.sidebar:
        passport = filters.optional(
            _("Passport of a budget programme"),
            list(passports),
            "passport",
            name=lambda name: _title(passports[name]),
            placeholder=_("None: the plan chosen above is shown"),
            clears=_OF_ANOTHER_PLAN,
        )
        if passport is None:
            return pickers.chosen()
        st.caption(_("The passport is shown in place of the programme and the edition chosen above."))
    return _choice(passports[passport])


def tell(choice: Choice) -> None:
    """What a reader must know of a passport, and of whose it is; nothing of the plan of a programme."""
    if choice.edition.kind == "passport":
        st.markdown(
            _(
                "This is a passport of a budget programme, one year, and no part of the sums of any programme's own "
                "plan. It serves: {programme}."
            ).format(programme=formats.escaped(choice.programme.short_title))
        )


def _title(row: Any) -> str:
    return f"{row.title}, {row.short_title or row.hromada}"


def _choice(row: Any) -> Choice:
    """A passport as a plan with one act. `row` as from `editions.passports`."""
    act = Edition(
        edition=row.document_id,
        act_no=1,
        kind="passport",
        status=row.status,
        dated_on=row.dated_on,
        dated_number=row.dated_number,
        has_amounts=True,
        lacks_act=False,
        amount_unit=row.amount_unit,
        unread=row.unread,
        has_plan=True,
    )
    programme = Programme(
        programme_id=row.programme_id,
        title=_title(row),
        short_title=row.short_title or row.title,
        hromada=row.hromada,
        first_year=row.first_year,
        last_year=row.last_year,
    )
    return Choice(programme, act, (act,), (act,))
