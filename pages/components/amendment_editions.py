"""Two editions side by side: any two points of the chain."""

import streamlit as st

from analytics import amendments
from analytics.frames import records, total
from pages.components import amendment_words, captions, downloads, filters, formats, hints, names, tables
from pages.components.amendment_view import View, cell, title
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("Two editions side by side"), help=hints.help("edition"))
    offered = {act.edition: act for act in view.choice.acts if act.has_plan}
    with st.container(horizontal=True):
        one, other = (
            filters.choice(label, list(offered), key, name=lambda name: names.edition(offered[name]), default=default)
            for label, key, default in (
                (_("From"), "from", next(iter(offered))),
                (_("To"), "to", view.act.edition),
            )
        )
    found = amendments.between(view.plans, one, other)
    sums = [total(view.plans[view.plans["edition"] == name]["amount"]) for name in (one, other)]
    st.markdown(
        _("{one}: {before}. {other}: {after}.").format(
            one=names.edition(offered[one]),
            before=formats.money(sums[0], view.scale),
            other=names.edition(offered[other]),
            after=formats.money(sums[1], view.scale),
        )
    )
    if found.empty:
        st.caption(_("No line differs between these editions."))
        return
    rows = found.assign(
        cell=[cell(row.cells or row.before_cells) for row in records(found)],
        line=[title(row) for row in records(found)],
        fund=[names.fund(fund) for fund in found["fund"]],
        fiscal_year=[names.year(year) for year in found["fiscal_year"]],
        amount=found["difference"],
        base=[amendment_words.unknown(flag) for flag in found["base_unknown"]],
    )
    heads = {
        "cell": _("Cell"),
        "line": _("Measure"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "before": _("In the first, UAH"),
        "after": _("In the second, UAH"),
        "amount": _("Difference, UAH"),
        "base": _("What is not known"),
        "spending_unit": _("Spending unit"),
    }
    name = _("Lines that differ between two editions")
    tables.show(rows, heads, name, wide="line")
    labels = [f"{row.line}, {row.fiscal_year}, {row.fund}" for row in records(rows)]
    tables.cell_picker(labels, list(rows["cell"]), name, "open_difference")
    acts = [offered[name] for name in dict.fromkeys([one, other])]
    captions.source(acts, _("Computed from the lowest lines of both editions."))
    downloads.offer(rows, heads, "koshtorys-editions", [*view.notes, *map(names.edition, acts)])
