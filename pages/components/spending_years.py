"""The spending of each year by fund: columns and their table."""

import streamlit as st

from analytics import places, spending
from analytics.frames import records
from analytics.spending import Grouping
from pages.charts import spending as charts
from pages.components import captions, cells, downloads, figures, filters, hints, names, tables
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View, funds: list[str]) -> None:
    """`funds`: all of the edition, in their order."""
    st.header(_("By year and fund"), help=hints.help("general-fund", "special-fund"))
    sums = spending.by_year(view.lines, Grouping.FUND).rename(columns={"group": "fund"})
    points = [f"{row.fiscal_year or ''}/{row.fund}" for row in records(sums)]
    behind = [places.of_year(view.lines, row.fiscal_year, row.fund) for row in records(sums)]
    found = [
        places.of_year_and_fund(view.printed, view.everything, view.edition, row.fiscal_year, row.fund)
        for row in records(sums)
    ]
    sums = sums.assign(
        point=points,
        cell=cells.addresses(found),
        fiscal_year=[names.year(year) for year in sums["fiscal_year"]],
        value=view.scale.values(sums["amount"]),
        text=view.scale.texts(sums["amount"]),
    )
    figures.show(
        charts.columns(
            sums, unit=view.scale.unit, palette=figures.colours(), funds={fund: names.fund(fund) for fund in funds}
        ),
        _("Columns: the plan by year and fund, {unit}").format(unit=view.scale.unit),
        key="years",
        on_click=filters.put_clicked("column", {name: name for name in points}),
    )
    if point := cells.clicked("column", points):
        at = points.index(point)
        shown = records(sums)[at]
        cells.behind(f"{shown.fiscal_year}, {names.fund(shown.fund)}", found[at], behind[at], view.acts)
    table = sums.assign(fund=[names.fund(fund) for fund in sums["fund"]])
    heads = {"cell": _("Cell"), "fiscal_year": _("Year"), "fund": _("Fund"), "amount": _("Amount, UAH")}
    title = _("The plan by year and fund")
    tables.show(table, heads, title)
    rows = [f"{row.fiscal_year}, {row.fund}" for row in records(table)]
    cells.picker(rows, list(table["cell"]), title, "open_year")
    st.caption(cells.rule())
    captions.source(view.choice.counted, _("Computed from the lowest lines."))
    downloads.offer(table, heads, "koshtorys-years", view.notes)
