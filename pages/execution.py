"""What was planned, revised and actually paid?"""

import streamlit as st

from analytics import documents, execution
from analytics.execution import Plan
from analytics.frames import records
from pages.components import (
    execution_finding,
    execution_lines,
    execution_months,
    execution_scope,
    execution_words,
    execution_years,
    filters,
    formats,
    messages,
    paper,
    store,
)
from pages.components.execution_view import View
from pages.components.language import _

st.title(_("What was planned, and what was paid?"))
paper.begin()
scopes = store.read(execution.scopes)
if not scopes:
    messages.no_execution(execution_scope.programme_named())
    st.stop()
scope = execution_scope.pick(scopes)
everything = store.read(execution.amounts, scope.scope)
plans = execution_words.plans()
with st.container(horizontal=True):
    plan = Plan(
        filters.choice(
            _("Per cent of"), [entry.value for entry in plans], "of", name=lambda of: plans[Plan(of)], look="buttons"
        )
    )
    all_years = sorted(set(everything["fiscal_year"]))
    years = filters.several(_("Years"), all_years, "year", help=_("None chosen means all years"))
shown = everything[everything["fiscal_year"].isin(years or all_years)]
register = {row.document_id: row for row in records(store.read(documents.register))}
view = View(scope, shown, plan, years, register)
st.markdown(
    _("{scope}. {years}, {unit}, cumulative from January.").format(
        scope=formats.escaped(execution_words.scope(scope)),
        years=formats.years(years or all_years),
        unit=view.scale.unit.replace(" ", "\u00a0"),
    )
)
execution_finding.draw(view)
execution_years.draw(view)
execution_months.draw(view)
lines = store.read(execution.lines, scope.scope)
execution_lines.draw(view, lines[lines["fiscal_year"].isin(years or all_years)])
