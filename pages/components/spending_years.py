"""The spending of each year by fund: columns and their table."""

import pandas as pd
import streamlit as st

from analytics import places, spending
from analytics.frames import records
from analytics.spending import Grouping
from pages.charts import spending as charts
from pages.components import cells, downloads, figures, filters, hints, names, tables
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View, funds: list[str]) -> None:
    """`funds`: all of the edition, in their order."""
    st.header(_("By year and fund"), help=hints.help("general-fund", "special-fund"))
    every = spending.by_year(view.lines, Grouping.FUND).rename(columns={"group": "fund"})
    every = every.assign(point=[f"{row.fiscal_year or ''}/{row.fund}" for row in records(every)])
    behind = {row.point: places.of_year(view.lines, row.fiscal_year, row.fund) for row in records(every)}
    found = {
        row.point: places.of_year_and_fund(view.printed, view.everything, view.edition, row.fiscal_year, row.fund)
        for row in records(every)
    }
    every = every.assign(
        cell=cells.addresses(found.values()), fiscal_year=[names.year(year) for year in every["fiscal_year"]]
    )
    sums = every[every["amount"].notna()]
    if not sums.empty:
        _columns(view, sums, funds)
        if point := cells.clicked("column", list(sums["point"])):
            shown = next(row for row in records(sums) if row.point == point)
            cells.behind(f"{shown.fiscal_year}, {names.fund(shown.fund)}", found[point], behind[point], view.acts)
    _table(view, every)


def _columns(view: View, sums: pd.DataFrame, funds: list[str]) -> None:
    drawn = sums.assign(value=view.scale.values(sums["amount"]), text=view.scale.texts(sums["amount"]))
    figures.show(
        charts.columns(
            drawn, unit=view.scale.unit, palette=figures.colours(), funds={fund: names.fund(fund) for fund in funds}
        ),
        _("Columns: the plan by year and fund, {unit}").format(unit=view.scale.unit),
        key="years",
        on_click=filters.put_clicked("column", {name: name for name in sums["point"]}),
    )


def _table(view: View, every: pd.DataFrame) -> None:
    table = every.assign(fund=[names.fund(fund) for fund in every["fund"]])
    heads = {
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "amount": _("Amount, UAH"),
        "cell": _("Cell"),
        "lines": _("Lines"),
        "without_amount": _("Lines without an amount"),
    }
    title = _("The plan by year and fund")
    if not table["amount"].notna().any():
        heads = {column: head for column, head in heads.items() if column not in ("cell", "amount")}
    tables.show(table, heads, title)
    if "cell" in heads:
        rows = [f"{row.fiscal_year}, {row.fund}" for row in records(table)]
        cells.picker(rows, list(table["cell"]), title, "open_year")
        st.caption(cells.rule())
    view.source(_("Computed from the lowest lines."))
    downloads.offer(table, heads, "koshtorys-years", view.notes)
