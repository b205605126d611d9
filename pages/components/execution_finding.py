"""What was paid of a budget programme: in words, in three figures, and on paper."""

import streamlit as st

from analytics import execution
from analytics.comparison import totals
from analytics.frames import records, total
from pages.components import execution_words, formats, hints, paper, store
from pages.components.execution_view import View
from pages.components.language import _


def draw(view: View) -> None:
    for sentence in execution_words.findings(view.by_year, view.plan):
        st.markdown(f"**{sentence}**")
    _figures(view)
    beside = [
        execution_words.context(row.title, formats.years(range(row.first_year, row.last_year + 1)), row.amount)
        for row in records(store.read(totals.totals))
        if row.plan in view.scope.programmes
    ]
    for sentence in (*execution_words.against_passport(view.by_year), execution_words.covers(view.scope), *beside):
        if sentence:
            st.markdown(f"- {formats.escaped(sentence)}")
    shares = execution.shares(view.by_year, view.plan)
    years = zip(records(view.by_year), shares, strict=True)
    paper.note([*view.notes, *(execution_words.on_paper(row, share) for row, share in years)])


def _figures(view: View) -> None:
    """Plan, cash and per cent of the same years; where no year has both, what is known of all, without a per cent."""
    done = execution.executed(view.by_year, view.plan)
    planned, paid, years = done.plan, done.cash, done.years
    if done.share is None:
        planned, paid = total(view.by_year[view.plan.value]), total(view.by_year["cash"])
        years = tuple(view.by_year["fiscal_year"])
    named = execution_words.plans()[view.plan]
    terms = {execution.Plan.REVISED: "revised-plan", execution.Plan.APPROVED: "programme-passport"}
    figures = (
        (named, execution_words.uah(planned), hints.help(terms[view.plan])),
        (_("Paid"), execution_words.uah(paid), hints.help("cash-expenditure")),
        (execution_words.share_of(view.plan), formats.share(done.share), None),
    )
    for column, (label, value, help) in zip(st.columns(len(figures)), figures, strict=True):
        column.metric(f"{label}, {formats.years(years)}", value, border=True, help=help)
