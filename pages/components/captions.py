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
    years_and_unit = [formats.years(years), *([unit.replace(" ", "\u00a0")] if unit else [])]
    st.markdown(f"{choice.programme.title}. {names.edition(choice.edition)}. {', '.join(years_and_unit)}.")
    for said, title in warnings(choice):
        st.warning(said, title=title)


def warnings(choice: Choice) -> list[tuple[str, str]]:
    """What a reader must know of the edition, each with its title."""
    act, found = choice.edition, []
    if act.status == "draft":
        said = _("This is a draft: the figures show what the plan would be if it were adopted as endorsed.")
        found.append((said, _("Not in force")))
    if act.lacks_act:
        said = _(
            "An earlier decision of this programme is missing among the documents, so what it changed is not "
            "counted here."
        )
        found.append((said, _("A decision is missing")))
    for other in choice.missing_later:
        said = _(
            "Decision {act} came after this edition and is missing among the documents: what was in force then is "
            "unknown."
        ).format(act=names.dated(other))
        found.append((said, _("A decision is missing")))
    return found


def source(acts: Sequence[Edition], how: str, *, amounts: bool = True) -> None:
    """The documents a figure rests on, and how it was got: computed, or as printed. `amounts`: whether any is
    printed."""
    in_thousands = amounts and all(act.amount_unit == "thousand UAH" for act in acts)
    unit = [_("printed in thousand UAH")] if in_thousands else []
    printed_in([", ".join(["; ".join(map(names.edition, acts)), *unit])], how)


def printed_in(documents: Iterable[str], how: str) -> None:
    """The documents a figure rests on, by their names, and how it was got."""
    st.caption(_("Source: {acts}. {how}").format(acts="; ".join(documents), how=how))
