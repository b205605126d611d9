"""Which programme and which edition of its plan the reader looks at; chosen in the shell, asked for by the pages."""

from dataclasses import dataclass

import streamlit as st

from analytics import duties, editions
from analytics.editions import Edition, Programme
from pages.components import filters, language, names, store
from pages.components.language import _


@dataclass(frozen=True)
class Choice:
    """The programme, the edition, the whole chain of acts it stands in, and those whose amounts it adds up."""

    programme: Programme
    edition: Edition
    acts: tuple[Edition, ...]
    counted: tuple[Edition, ...]

    @property
    def missing_later(self) -> list[Edition]:
        """Acts after the edition that nobody has: what was in force after them is not known."""
        return [act for act in self.acts if act.status == "missing" and act.act_no > self.edition.act_no]


def pick_language() -> None:
    """The language switch."""
    filters.choice(
        "Мова · Language",
        list(language.LANGUAGES),
        "lang",
        name=language.LANGUAGES.__getitem__,
        default=language.DEFAULT,
        on_all_pages=True,
        look="buttons",
    )


def pick_plan() -> Choice | None:
    """The pickers of programme and edition; None while no plan is published, or none of the programme chosen.

    Programmes with a plan are offered first, then the others of the register. The edition offered first is the newest
    one in force; a draft must be chosen, and is named a draft.
    """
    st.session_state["_choice"] = st.session_state["_programme"] = None
    st.session_state["_not_registered"] = False
    plans = {programme.programme_id: programme for programme in store.read(editions.programmes)}
    if not plans:
        return None
    offered_first = {name: programme.short_title for name, programme in plans.items()}
    titles = offered_first | {one.programme_id: one.short_title for one in store.read(duties.programmes)}
    name = filters.choice(
        _("Programme"),
        list(titles),
        "programme",
        name=titles.__getitem__,
        on_all_pages=True,
        clears=("edition",),
    )
    st.session_state["_programme"] = name
    st.session_state["_not_registered"] = filters.written("programme") not in (None, *titles)
    if name not in plans:
        return None
    programme = plans[name]
    acts = tuple(store.read(editions.editions_of, programme.programme_id))
    offered = {act.edition: act for act in acts if act.has_plan}
    in_force = [act.edition for act in offered.values() if act.status == "adopted"]
    edition = filters.choice(
        _("Edition of the plan"),
        list(offered),
        "edition",
        name=lambda name: names.edition(offered[name]),
        default=in_force[-1] if in_force else None,
        on_all_pages=True,
    )
    counted = store.read(editions.counted, edition)
    choice = Choice(programme, offered[edition], acts, tuple(act for act in acts if act.edition in counted))
    st.session_state["_choice"] = choice
    return choice


def tell() -> None:
    """What a reader must know of the choice; on the page itself, for a phone folds the side away."""
    if st.session_state.get("_not_registered"):
        st.warning(_("The programme in the address is not registered; another one is shown."))


def programme() -> str | None:
    """The programme chosen, with a plan or without one; None while no plan is published."""
    return st.session_state.get("_programme")


def chosen() -> Choice | None:
    """What the shell's pickers hold."""
    return st.session_state.get("_choice")
