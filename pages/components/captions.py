"""Where the figures of a page come from, in one line under them."""

from collections.abc import Iterable, Sequence

import streamlit as st

from analytics.editions import Edition
from pages.components import formats, names
from pages.components.language import _
from pages.components.pickers import Choice


def lead(choice: Choice, years: Iterable[int], unit: str | None) -> None:
    """One sentence on what is shown: programme, edition, years, unit (None where no amount is printed); and what a
    reader must know of the edition."""
    act = choice.edition
    years_and_unit = [formats.years(years), *([unit.replace(" ", "\u00a0")] if unit else [])]
    st.markdown(f"{choice.programme.title}. {names.edition(act)}. {', '.join(years_and_unit)}.")
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


def source(acts: Sequence[Edition], how: str, *, amounts: bool = True) -> None:
    """The documents a figure rests on, and how it was got: computed, or as printed. `amounts`: whether any is
    printed."""
    listed = "; ".join(names.edition(act) for act in acts)
    unit = _("printed in thousand UAH") if amounts and all(act.amount_unit == "thousand UAH" for act in acts) else ""
    st.caption(_("Source: {acts}. {how}").format(acts=f"{listed}, {unit}" if unit else listed, how=how))
