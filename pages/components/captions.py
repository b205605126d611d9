"""Where the figures of a page come from, in one line under them."""

from collections.abc import Iterable, Sequence

import streamlit as st

from analytics.editions import Edition
from pages.components import formats, names
from pages.components.language import _
from pages.components.pickers import Choice


def lead(choice: Choice, years: Iterable[int], unit: str) -> None:
    """One sentence on what is shown: programme, edition, years, unit; and what a reader must know of the edition."""
    act = choice.edition
    st.markdown(
        _("{title}. {edition}. {years}, {unit}.").format(
            title=choice.programme.title,
            edition=names.edition(act),
            years=formats.years(years),
            unit=unit.replace(" ", "\u00a0"),
        )
    )
    if act.status == "draft":
        st.warning(
            _("This is a draft: the figures show what the plan would be if it were adopted as endorsed."),
            title=_("Not in force"),
        )
    if act.after_missing:
        st.warning(
            _(
                "An earlier decision of this programme is missing among the documents, so what it changed is not "
                "counted here."
            ),
            title=_("A decision is missing"),
        )
    for other in choice.missing_later:
        st.warning(
            _(
                "Decision {act} came after this edition and is missing among the documents: what was in force then is "
                "unknown."
            ).format(act=names.dated(other)),
            title=_("A decision is missing"),
        )


def source(acts: Sequence[Edition], how: str) -> None:
    """The documents a figure rests on, and how it was got: computed, or as printed."""
    unit = [_("printed in thousand UAH")] if all(act.amount_unit == "thousand UAH" for act in acts) else []
    printed_in([", ".join(["; ".join(map(names.edition, acts)), *unit])], how)


def printed_in(documents: Iterable[str], how: str) -> None:
    """The documents a figure rests on, by their names, and how it was got."""
    st.caption(_("Source: {acts}. {how}").format(acts="; ".join(documents), how=how))
