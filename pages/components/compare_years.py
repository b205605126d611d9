"""The compared plans year by year, with the population of each year."""

import streamlit as st

from analytics.comparison import plans
from analytics.comparison.years import by_year
from analytics.frames import records
from pages.charts import compare as charts
from pages.components import cells, compare_people, downloads, figures, filters, formats, names, store, tables
from pages.components.compare_view import View
from pages.components.language import _


def draw(view: View, per_resident: bool) -> None:
    """Figure and table; the figure shows amounts, or amounts per resident."""
    st.header(_("By year"))
    years = store.read(by_year, view.prices)
    years = years[years["plan"].isin(list(view.called))]
    measure = "per_resident" if per_resident else "amount"
    known = years[years[measure].notna() & years["fiscal_year"].notna()]
    without = [name for plan, name in view.called.items() if plan not in set(known["plan"])]
    scale = formats.scale_of(known[measure])
    if known.empty:
        st.info(_("None of the plans chosen has such a figure for a single year."), title=_("Nothing to draw"))
    else:
        of_whom = _("Per resident")
        axis = f"{of_whom}, {scale.unit}" if per_resident else scale.unit
        points = [f"{row.plan}/{row.fiscal_year}" for row in records(known)]
        bars = known.assign(point=points, value=scale.values(known[measure]), text=scale.texts(known[measure]))
        figures.show(
            charts.years(bars, axis=axis, unit=scale.unit, palette=figures.colours(), plans=view.drawn),
            _("Columns: plans by year, {unit}").format(unit=axis),
            key="plan_years",
            on_click=filters.put_clicked("column", {point: point for point in points}),
        )
        if point := cells.clicked("column", points):
            row = records(known)[points.index(point)]
            lines = store.read(plans.lines)
            own = lines[(lines["plan"] == row.plan) & (lines["fiscal_year"] == row.fiscal_year)]
            of_plan = view.plans[view.plans["plan"] == row.plan]
            title = f"{view.called[row.plan]}, {row.fiscal_year}"
            view.behind(title, row.cell, own, of_plan["document_id"].iloc[0])
        if without:
            st.caption(_("Without such a figure for a single year: {names}.").format(names="; ".join(without)))
    # Years of which nothing is known stand last.
    years = years.iloc[years[["amount", "per_resident"]].isna().all(axis=1).argsort(kind="stable")]
    table = years.assign(
        money=years["amount"],
        cell=cells.addresses([[cell] if cell else [] for cell in years["cell"]]),
        name=[view.called[plan] for plan in years["plan"]],
        fiscal_year=[names.year(year) for year in years["fiscal_year"]],
        residents=[compare_people.counted(row) for row in records(years)],
        document_link=cells.addresses(
            [[(row.source_document, row.source_locator)] if row.source_document else [] for row in records(years)]
        ),
        source=[compare_people.source(row) for row in records(years)],
    )
    heads = {
        "name": _("Plan"),
        "money": _("Amount, UAH"),
        "fiscal_year": _("Year"),
        "per_resident": _("Per resident, UAH"),
        "persons": _("Residents, people"),
        "cell": _("Cell"),
        "residents": _("Who is counted"),
        "document_link": _("Cell of the population"),
        "source": _("Source of the population"),
    }
    title = _("Plans by year, with the population of the year")
    tables.show(table, heads, title, wide="name", width=210, wraps=True)
    rows = [f"{row.name}, {row.fiscal_year}" for row in records(table)]
    cells.picker(rows, list(table["cell"]), title, "open_plan_year")
    cells.picker(rows, list(table["document_link"]), _("Population of the year"), "open_population")
    view.source(_("Amounts of a year divided by the residents of that year, rounded to the kopiyka."))
    downloads.offer(table, heads, "koshtorys-compare-years", view.notes)
