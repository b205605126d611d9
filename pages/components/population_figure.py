"""Observed and published people, the trend with its interval, and the same as a table."""

import streamlit as st

from analytics.frames import records
from pages.charts import population as charts
from pages.components import (
    captions,
    cells,
    downloads,
    figures,
    filters,
    formats,
    links,
    names,
    population_words,
    tables,
)
from pages.components.language import _
from pages.components.population_view import View


def draw(view: View) -> None:
    years = view.years
    figures.show(
        charts.projection(
            years.assign(point=[row.locator or "" for row in records(years)]),
            axis=_("people"),
            legend=charts.Legend(
                observed=_("observed"),
                published=_("published projection"),
                trend=_("trend"),
                interval=_("95 % prediction interval"),
            ),
            palette=figures.colours(),
        ),
        _("Points: observed and published people; line: the trend; band: its 95 % prediction interval"),
        key="projection",
        on_click=filters.put_clicked("point", {place: place for place in years["locator"] if place}),
    )
    if clicked := cells.clicked("point", [place for place in years["locator"] if place]):
        row = next(row for row in records(years) if row.locator == clicked)
        place = f"[{formats.place(clicked)}]({links.document(row.document_id, clicked)})"
        printed = row.published if row.observed is None else row.observed
        st.markdown(f"**{row.year}.** {population_words.people(printed)}, {place}")
    st.caption(_("The axis does not start at zero. A click on a printed point tells its cell."))
    table = years.assign(
        cell=cells.addresses([[(row.document_id, row.locator)] if row.locator else [] for row in records(years)]),
        base=[_("yes") if used else "" for used in years["in_base"]],
        year=[str(year) for year in years["year"]],
    )
    heads = {
        "cell": _("Cell"),
        "year": _("Year"),
        "observed": _("Observed"),
        "published": _("Published"),
        "recomputed": _("By the trend"),
        "low": _("Interval from"),
        "high": _("Interval to"),
        "apart": _("Difference"),
        "base": _("Base year"),
    }
    name = _("People by year")
    tables.show(table, heads, name)
    cells.picker(list(table["year"]), list(table["cell"]), name, "open_year")
    captions.printed_in(
        [names.document(view.table)],
        _(
            "Observed and published as printed; the trend and its interval computed, in whole people, rounded half up. "
            "The difference is the published less the trend, which is drawn through the base years."
        ),
    )
    downloads.offer(table, heads, "koshtorys-population", view.notes)
