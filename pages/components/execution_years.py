"""Plan and cash of each year, and by fund: bars and their tables."""

import pandas as pd
import streamlit as st

from analytics import execution
from analytics.frames import records
from pages.charts import execution as charts
from pages.components import cells, execution_words, figures, filters, formats, hints, names, tables
from pages.components.execution_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(
        _("By year and fund"), help=hints.help("revised-plan", "cash-expenditure", "general-fund", "special-fund")
    )
    years, shown = view.by_year, execution.last_of_year(view.amounts)
    shares = execution.shares(years, view.plan)
    rows = {
        str(row.fiscal_year): _("{year}: {share} paid").format(year=row.fiscal_year, share=formats.share(share))
        if share is not None
        else str(row.fiscal_year)
        for row, share in zip(records(years), shares, strict=True)
    }
    texts = {
        (row.fiscal_year, name): formats.number(view.scale.of(getattr(row, name)), view.scale.places)
        for row in records(years)
        for name in execution.FIGURES
    }
    points = [f"{row.fiscal_year}/{row.figure}" for row in records(shown)]
    parts = shown.assign(
        row=[str(year) for year in shown["fiscal_year"]],
        value=view.scale.values(shown["amount"]),
        text=[texts[row.fiscal_year, row.figure] for row in records(shown)],
        point=points,
    )
    drawn = {name: title for name, title in execution_words.figures().items() if name in set(shown["figure"])}
    figures.show(
        charts.bars(parts, rows=rows, figures=drawn, unit=view.scale.unit, palette=figures.colours()),
        _("Bars: plan and cash by year, {unit}").format(unit=view.scale.unit),
        key="execution",
        on_click=filters.put_clicked("column", {point: point for point in points}),
    )
    if point := cells.clicked("column", points):
        year, figure = point.split("/")
        view.behind(f"{drawn[figure]}, {year}", shown[[name == point for name in points]])
    st.caption(
        _("A click on a bar lists its cells. Hatched is the special fund; bars of both funds together are plain.")
    )
    _table(view, years)
    by_fund = execution.by_fund(view.amounts)
    if set(by_fund["fund"]) != {"total"}:
        _by_fund(view, by_fund)


def _table(view: View, years: pd.DataFrame) -> None:
    table = view.table(years).assign(month=[execution_words.month(month or 12) for month in years["month"]])
    heads = {"cell": _("Cell"), "fiscal_year": _("Year"), **view.money_heads, "month": _("Last month reported")}
    title = _("Plan and cash by year")
    tables.show(table, heads, title, narrow="share")
    cells.picker([str(year) for year in table["fiscal_year"]], list(table["cell"]), title, "open_execution")
    view.source(_("Plan and cash as printed; deviation and per cent computed: plan with changes less what was paid."))
    view.offer(table, heads, "koshtorys-execution")


def _by_fund(view: View, found: pd.DataFrame) -> None:
    table = view.table(found).assign(fund=[names.fund(fund) for fund in found["fund"]])
    heads = {"cell": _("Cell"), "fiscal_year": _("Year"), "fund": _("Fund"), **view.money_heads}
    title = _("Plan and cash by fund")
    tables.show(table, heads, title, narrow="share")
    rows = [f"{row.fiscal_year}, {row.fund}" for row in records(table)]
    cells.picker(rows, list(table["cell"]), title, "open_execution_fund")
    st.caption(
        _(
            "What a document prints for both funds together stands in a row of its own, beside the plans of both; it "
            "is never added to the rows of the funds."
        )
    )
    view.offer(table, heads, "koshtorys-execution-by-fund")
