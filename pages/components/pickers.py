"""Which programme and which edition of its plan the reader looks at; chosen in the shell, asked for by the pages."""

from dataclasses import dataclass

import streamlit as st

from analytics import editions
from analytics.editions import Edition, Programme
from pages.components import filters, language, names, store
from pages.components.language import _


@dataclass(frozen=True)
class Choice:
    """The programme, the edition, and the whole chain of acts the edition stands in."""

    programme: Programme
    edition: Edition
    acts: tuple[Edition, ...]

    @property
    def counted(self) -> list[Edition]:
        """The acts whose amounts the edition adds up: adopted ones up to it, and itself."""
        return [
            act
            for act in self.acts
            if act.has_amounts
            and act.act_no <= self.edition.act_no
            and (act.status == "adopted" or act == self.edition)
        ]


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
    """The pickers of programme and edition; None while no programme with amounts is published.

    The edition offered first is the newest one in force; a draft must be chosen, and is named a draft.
    """
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
        )
    ]
    acts = tuple(store.read(editions.editions_of, programme.programme_id))
    offered = {act.edition: act for act in acts if act.has_amounts}
    in_force = [act.edition for act in offered.values() if act.status == "adopted"]
    edition = filters.choice(
        _("Edition of the plan"),
        list(offered),
        "edition",
        name=lambda name: names.edition(offered[name]),
        default=in_force[-1] if in_force else None,
        on_all_pages=True,
    )
    choice = Choice(programme, offered[edition], acts)
    st.session_state["_choice"] = choice
    return choice


def chosen() -> Choice | None:
    """What the shell's pickers hold."""
    return st.session_state.get("_choice")
