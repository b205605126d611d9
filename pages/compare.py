"""How do programmes and hromadas differ: in all, a year, a resident, by national direction and by kind?"""

import streamlit as st

from analytics import comparison, editions, spending
from analytics.frames import records
from data import outside
from pages.charts import compare as charts
from pages.components import (
    cells,
    compare_shares,
    compare_view,
    compare_words,
    compare_years,
    downloads,
    figures,
    filters,
    formats,
    messages,
    store,
    tables,
)
from pages.components.language import _

st.title(_("How do programmes and hromadas differ?"))
plans = store.read(comparison.programmes)
if plans.empty:
    messages.no_plan()
    st.stop()
called = compare_words.called(plans)
measures = {
    "amount": _("In all"),
    "per_year": _("A year on average"),
    "per_resident": _("Per resident and year"),
}
with st.container(horizontal=True):
    chosen = filters.several(
        _("Plans"), list(called), "plan", name=called.__getitem__, help=_("None chosen means all plans")
    )
    measure = filters.choice(
        _("What is compared"), list(measures), "measure", name=measures.__getitem__, look="buttons"
    )
    prices = compare_view.pick_prices(outside.price_index())
plans = store.read(comparison.programmes, prices)
plans = plans[plans["plan"].isin(chosen or list(called))]
lines, nominal = store.read(comparison.lines, prices), store.read(comparison.lines)
acts = {row.plan: store.read(editions.editions_of, row.plan) for row in records(plans) if not row.is_passport}
view = compare_view.View(plans, {plan: called[plan] for plan in plans["plan"]}, acts, prices)
scale = formats.scale_of(plans[measure])
st.markdown(
    _(
        "Programmes side by side, each by its edition in force, and passports of budget programmes, each on its own; "
        "drafts do not count. {prices}, {unit}."
    ).format(prices=view.prices_said, unit=scale.unit.replace(" ", "\u00a0"))
)
for sentence in compare_words.findings(plans, called):
    st.markdown(f"**{sentence}**")
st.markdown(
    "\n".join(
        f"- {sentence}"
        for sentence in (*compare_words.per_resident(plans, called), *compare_words.doubts(plans, called))
    )
)
view.warn_of_missing_acts()

bars = plans.assign(
    point=plans["plan"],
    label=[called[plan] for plan in plans["plan"]],
    value=scale.values(plans[measure]),
    text=[
        compare_words.without(row, measure, prices is not None)
        if getattr(row, measure) is None
        else formats.number(scale.of(getattr(row, measure)), scale.places)
        for row in records(plans)
    ],
    other_scope=plans["is_passport"],
)
figures.show(
    charts.totals(bars, unit=scale.unit, palette=figures.colours()),
    _("Bars: plans side by side, {measure}, {unit}").format(measure=measures[measure], unit=scale.unit),
    key="plans",
    on_click=filters.put_clicked("open", {plan: plan for plan in view.called}),
)
if opened := cells.clicked("open", list(view.called)):
    row = records(plans[plans["plan"] == opened])[0]
    own = nominal[nominal["plan"] == opened]
    view.behind(called[opened], row.cell, own, row.document_id)
table = plans.assign(
    cell=cells.addresses([[cell] if cell else [] for cell in plans["cell"]]),
    name=[called[plan] for plan in plans["plan"]],
    scope=[compare_words.scope(row) for row in records(plans)],
    years=[formats.years(years) for years in plans["years"]],
    basis=[compare_words.basis(row) for row in records(plans)],
    residents=[compare_words.residents(row) for row in records(plans)],
)
# Under no head called `amount`: plans are never added up.
heads = {
    "cell": _("Cell"),
    "name": _("Plan"),
    "whole": _("In all, UAH"),
    "per_year": _("A year on average, UAH"),
    "per_resident": _("Per resident and year, UAH"),
    "lines": _("Lines of measures"),
    "without_amount": _("Lines without an amount"),
    "basis": _("In all is made of"),
    "as_printed": _("Printed total, UAH"),
    "residents": _("Residents"),
    "years": _("Years"),
    "scope": _("Sort of plan"),
    "hromada": _("Hromada"),
}
title = _("Plans side by side")
table = table.rename(columns={"amount": "whole"})
tables.show(table, heads, title, wide="name")
cells.picker(list(table["name"]), list(table["cell"]), title, "open_plan")
st.caption(
    _(
        "The link of a row opens the printed total, or the largest line where none is printed. Lines are the lowest "
        "ones, those of changes among them. A click on a bar lists the cells behind it. The files never add plans up."
    )
)
view.source(_("Computed from the lowest lines, or as printed where no line has an amount."))
downloads.offer(table, heads, "koshtorys-compare", view.notes)

compare_years.draw(view, measure == "per_resident")
compare_shares.draw(view, lines, store.read(spending.national_directions))
