"""How many people will there be, how sure is that, and how many users does a share mean?"""

import streamlit as st

from analytics.population import series
from pages.components import (
    formats,
    names,
    population_calculator,
    population_doubt,
    population_figure,
    population_methods,
    population_targets,
    population_view,
    population_words,
    population_years,
    store,
)
from pages.components.language import _

st.title(_("How many people will there be, and how sure is that?"))
rows = store.read(series.printed)
if rows.empty:
    st.info(
        _("None of the documents prints a table of population. The page Documents lists what there is."),
        title=_("No population is known"),
    )
    st.stop()
printed = population_view.pick_table(rows)
view = population_view.pick_trend(printed)
population_doubt.draw(printed["document_id"].iloc[0])
if view is None:
    population_years.draw(printed)
    st.stop()
st.markdown(
    _("{who}. {document}. {trend}; {years}, people.").format(
        who=population_words.who(view.table),
        document=names.short_document(view.table),
        trend=population_words.trend(view.fit),
        years=formats.years(view.years["year"]),
    )
)
for said in population_words.finding(view.years, view.fit):
    st.markdown(f"**{said}**")
if said := population_words.below_zero(view.years):
    st.warning(said, title=_("The trend cannot hold"))
population_figure.draw(view)
targets = population_targets.of_hromada(store.read(series.targets), view.table.hromada)
year = population_calculator.draw(view, next(iter(targets["year"].dropna()), None))
population_targets.draw(view, targets, year)
population_methods.draw(view)
