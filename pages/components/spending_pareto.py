"""How few lines make most of the money."""

import streamlit as st

from analytics import spending
from analytics.frames import records
from pages.charts import spending as charts
from pages.components import cells, downloads, figures, formats, links, names, spending_words, tables, words
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View) -> None:
    lines = spending.pareto(view.lines)
    found = spending.concentration(lines)
    st.header(_("How many lines make most of the money?"))
    if found is None:
        st.caption(_("Nothing can be said of parts of a whole here: no amount above zero is known."))
        return
    st.markdown(words.concentration(found))
    if said := spending_words.below_zero(view):
        st.caption(said)
    lines = lines.assign(
        place=range(1, len(lines) + 1),
        share=lines["cumulative"],
        label=[names.line(row) for row in records(lines)],
        cell=[links.cell(row) for row in records(lines)],
    )
    drawn = lines.assign(
        cumulative=[100 * share for share in lines["cumulative"]],
        words=[
            f"{row.place}. {row.label}: {formats.money(row.amount, view.scale)}; {formats.share(row.cumulative)}"
            for row in records(lines)
        ],
    )
    figures.show(
        charts.pareto(
            drawn,
            names=(_("lines, the dearest first"), _("share of the money")),
            most=found.most,
            palette=figures.colours(),
        ),
        _("Curve: the share of the money that the dearest lines make together"),
        key="pareto",
    )
    heads = {
        "label": _("Measure"),
        "amount": _("Amount, UAH"),
        "share": _("Cumulative share"),
        "place": _("№"),
        "cell": _("Cell"),
        "spending_unit": _("Spending unit"),
    }
    title = _("Lines, the dearest first")
    tables.show(lines, heads, title, wide="label")
    cells.picker(list(lines["label"]), list(lines["cell"]), title, "open_pareto")
    view.source(_("Computed from the lowest lines; the cell is that of the largest amount."))
    downloads.offer(lines, heads, "koshtorys-pareto", view.notes)
