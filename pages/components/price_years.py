"""How prices move over the years: the median of each kind and year."""

import streamlit as st

from analytics import price_medians
from analytics.frames import records
from pages.charts import prices as charts
from pages.components import captions, downloads, figures, kinds, names, price_words, tables
from pages.components.language import _
from pages.components.price_view import View, cell, price


def draw(view: View) -> None:
    st.header(_("Over the years"))
    found = price_medians.by_year(view.lines)
    if view.kind is None:
        st.markdown(_("Choose a kind of thing above to see its prices over the years as a figure."))
    elif said := price_words.moved(found):
        st.markdown(said)
        words = [
            f"{row.fiscal_year}: {price(row.median)}<br>{price(row.cheapest)} – {price(row.dearest)}"
            for row in records(found)
        ]
        figures.show(
            charts.years(
                found.assign(words=words),
                axis=_("UAH for one piece"),
                names=(_("median of the pieces"), _("from the cheapest to the dearest")),
                palette=figures.colours(),
            ),
            _("Line: the median price of each year, UAH"),
            key="price_years",
        )
    table = found.assign(
        cell=[cell(row) for row in found["dearest_line"]],
        kind=[kinds.name(kind) for kind in found["kind"]],
        fiscal_year=[names.year(year) for year in found["fiscal_year"]],
        quantity=found["pieces"],
        share=found["change"],
    )
    heads = {
        "kind": _("Kind of thing bought"),
        "fiscal_year": _("Year"),
        "median": _("Median, UAH"),
        "share": _("Change of the median"),
        "cheapest": _("Cheapest, UAH"),
        "dearest": _("Dearest, UAH"),
        "lines": _("Number of prices"),
        "quantity": _("Pieces"),
        "cell": _("Cell of the dearest"),
    }
    title = _("Prices by kind and year")
    tables.show(table, heads, title)
    rows = [f"{row.kind}, {row.fiscal_year}" for row in records(table)]
    tables.cell_picker(rows, list(table["cell"]), title, "open_price_year")
    captions.source(
        view.choice.counted,
        _("Computed. Other units may buy in other years, so a change is one of the plan, not of a price list."),
    )
    downloads.offer(table, heads, "koshtorys-prices-by-year", view.notes)
