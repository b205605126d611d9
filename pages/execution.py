"""What was planned, revised and actually paid?"""

import streamlit as st

from analytics import documents, execution
from analytics.comparison import totals
from analytics.execution import Plan
from analytics.frames import records, total
from pages.components import (
    execution_lines,
    execution_months,
    execution_words,
    execution_years,
    filters,
    formats,
    messages,
    paper,
    pickers,
    store,
)
from pages.components.execution_view import View
from pages.components.language import _

st.title(_("What was planned, and what was paid?"))
paper.begin()
scopes = {scope.scope: scope for scope in store.read(execution.scopes)}
choice = pickers.chosen()
if not scopes:
    messages.no_execution(choice.programme.title if choice else None)
    st.stop()
own = [scope.scope for scope in scopes.values() if choice and choice.programme.programme_id in scope.programmes]
name = filters.choice(
    _("Budget programme"),
    list(scopes),
    "scope",
    name=lambda scope: execution_words.short_scope(scopes[scope]),
    default=own[0] if own else None,
    clears=("year", "column", "of_year"),
)
if filters.written("scope") not in (None, *scopes):
    st.warning(_("Nothing is reported of the budget programme in the address; another one is shown."))
scope, everything = scopes[name], store.read(execution.amounts, name)
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
if choice and not own:
    messages.other_execution(choice.programme.short_title)
for sentence in execution_words.findings(view.by_year, plan):
    st.markdown(f"**{sentence}**")
done = execution.executed(view.by_year, plan)
for column, label, value in zip(
    st.columns(3),
    (plans[plan], _("Paid"), _("Per cent of: {plan}").format(plan=plans[plan].lower())),
    (
        execution_words.uah(total(view.by_year[plan.value])),
        execution_words.uah(total(view.by_year["cash"])),
        formats.share(done.share),
    ),
    strict=True,
):
    column.metric(label, value, border=True)
beside = [
    execution_words.context(row.title, formats.years(range(row.first_year, row.last_year + 1)), row.amount)
    for row in records(store.read(totals.totals))
    if row.plan in scope.programmes
]
for sentence in (*execution_words.against_passport(view.by_year), execution_words.covers(scope), *beside):
    if sentence:
        st.markdown(f"- {formats.escaped(sentence)}")
paper.note(
    [
        *view.notes,
        *(
            execution_words.on_paper(row, share)
            for row, share in zip(records(view.by_year), execution.shares(view.by_year, plan), strict=True)
        ),
    ]
)
execution_years.draw(view)
execution_months.draw(view)
lines = store.read(execution.lines, name)
execution_lines.draw(view, lines[lines["fiscal_year"].isin(years or all_years)])
