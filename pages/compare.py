"""How do programmes and hromadas differ: in all, a year, a resident, by national direction and by kind?"""

import streamlit as st

from analytics import editions, spending
from analytics.comparison import plans
from analytics.comparison.totals import totals
from analytics.frames import records
from pages.components import (
    compare_names,
    compare_people,
    compare_plans,
    compare_prices,
    compare_shares,
    compare_words,
    compare_years,
    filters,
    formats,
    messages,
    store,
)
from pages.components.compare_view import View
from pages.components.language import _

st.title(_("How do programmes and hromadas differ?"))
everything = store.read(totals)
if everything.empty:
    messages.no_plan()
    st.stop()
called = compare_names.called(everything)
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
    prices = compare_prices.pick()
compared = store.read(totals, prices)
compared = compared[compared["plan"].isin(chosen or list(called))]
view = View(
    plans=compared,
    called={plan: called[plan] for plan in compared["plan"]},
    acts={row.plan: store.read(editions.editions_of, row.plan) for row in records(compared) if not row.is_passport},
    prices=prices,
)
scale = formats.scale_of(compared[measure])
st.markdown(
    _(
        "Programmes side by side, each by its edition in force, and passports of budget programmes, each on its own; "
        "drafts do not count. {prices}, {unit}."
    ).format(prices=compare_prices.said(prices), unit=scale.unit.replace(" ", "\u00a0"))
)
for sentence in compare_words.findings(compared, called, measure):
    st.markdown(f"**{sentence}**")
said = (*compare_people.per_resident(compared, called), *compare_words.doubts(compared, called))
st.markdown("\n".join(f"- {sentence}" for sentence in said))
view.warn_of_missing_acts()
compare_plans.draw(view, measure, measures[measure], scale)
compare_years.draw(view, measure == "per_resident")
compare_shares.draw(view, store.read(plans.lines, prices), store.read(spending.national_directions))
