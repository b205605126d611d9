"""The chain of decisions, and the plan in force on a day."""

from datetime import date

import streamlit as st

from analytics import amendments, editions
from analytics.frames import records
from pages.components import filters, formats, links, names, store
from pages.components.language import _
from pages.components.pickers import Choice


def draw(choice: Choice) -> None:
    st.header(_("The chain of decisions"))
    opening = _("open the document")
    st.markdown(
        "\n".join(
            f"{act.act_no}. {names.edition(act)}. [{opening}]({links.document(act.edition)})" for act in choice.acts
        )
    )
    undated = store.read(amendments.undated, choice.programme.programme_id)
    if len(undated):
        listed = "; ".join(
            f"[{formats.escaped(row.title)}]({links.document(row.document_id)}) ({names.status(row.status)})"
            for row in records(undated)
        )
        st.warning(
            _("Without a date an act has no place in the chain, and what it changes is not counted: {acts}.").format(
                acts=listed
            ),
            title=_("Not in the chain"),
        )
    _in_force(choice)


def _in_force(choice: Choice) -> None:
    """The plan in force on a day; at first today, or the last day of a programme that is over."""
    end = date(choice.programme.last_year, 12, 31)
    day = filters.day(_("Which plan was in force on this day?"), "day", default=min(date.today(), end))
    act = editions.in_force_on(choice.acts, day)
    if act is None or day > end:
        st.markdown(
            _("The programme ends with the year {year}.").format(year=choice.programme.last_year)
            if day > end
            else _("No plan of this programme was in force on that day, as far as the documents tell.")
        )
        return
    said = [names.edition(act) + "."]
    if any(
        other.status == "missing" and act.act_no < other.act_no and (other.dated_on is None or other.dated_on <= day)
        for other in choice.acts
    ):
        said.append(_("A later decision is missing, so the plan then in force is not known."))
    opening = _("open this plan")
    st.markdown(f"{' '.join(said)} [{opening}]({links.spending(act.edition)})")
