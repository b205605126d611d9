"""Which programme and which edition of its plan the reader looks at; chosen in the shell, asked for by the pages."""

from dataclasses import dataclass

import streamlit as st

from analytics import editions
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
    """The pickers of programme and edition; None while no programme with a plan is published.

    The edition offered first is the newest one in force; a draft must be chosen, and is named a draft.
    """
    st.session_state["_choice"] = None
    programmes = {programme.programme_id: programme for programme in store.read(editions.programmes)}
    if not programmes:
        return None
    programme = programmes[
        filters.choice(
            _("Programme"),
            list(programmes),
            "programme",
            name=lambda name: programmes[name].short_title,
            on_all_pages=True,
            clears=("edition",),
        )
    ]
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


def chosen() -> Choice | None:
    """What the shell's pickers hold."""
    return st.session_state.get("_choice")
