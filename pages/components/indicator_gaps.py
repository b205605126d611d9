"""What is unreported: years and sources without an actual value."""

import streamlit as st

from analytics import indicators
from pages.components import downloads, indicator_words, tables
from pages.components.indicator_view import View
from pages.components.language import _, ngettext


def draw(view: View) -> None:
    st.header(
        _("What is not reported?"),
        help=_(
            "The command `python -m loaders template` writes the workbook for entering actual values; it is registered "
            "like other documents once it is filled in."
        ),
    )
    found = indicators.gaps(view.frame)
    if found.empty:
        st.markdown(_("Every target shown has an actual value."))
        return
    missing, unnamed = int(found["figures"].sum()), int(found.loc[found["expected_source"].isna(), "figures"].sum())
    st.markdown(
        ngettext("{count} target has no actual value.", "{count} targets have no actual value.", missing).format(
            count=missing
        )
        + (
            " "
            + ngettext(
                "For {count} of them the document names no source of information.",
                "For {count} of them the document names no source of information.",
                unnamed,
            ).format(count=unnamed)
            if unnamed
            else ""
        )
    )
    rows = found.assign(
        fiscal_year=[indicator_words.year(value) for value in found["fiscal_year"]],
        source=[name or _("No source is named") for name in found["expected_source"]],
    ).sort_values(["fiscal_year", "figures"], ascending=[True, False], kind="stable")
    heads = {
        "source": _("Source named in the document"),
        "fiscal_year": _("Year"),
        "figures": _("Without an actual value"),
        "of": _("With a target"),
    }
    tables.show(rows, heads, _("Targets without an actual value, by year and source"), wide="source")
    view.caption(_("Sources as printed in the column for the source of information."))
    downloads.offer(rows, heads, "koshtorys-unreported", view.notes)
