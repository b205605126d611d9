"""Who pays how much for the same thing, and how did that move?"""

import streamlit as st

from analytics import editions, price_medians, prices
from analytics.frames import total
from pages.components import (
    captions,
    filters,
    formats,
    kinds,
    messages,
    pickers,
    price_finding,
    price_lines,
    price_spread,
    price_years,
    store,
    without_plan,
)
from pages.components.language import _
from pages.components.price_view import View

st.title(_("Who pays how much for the same thing?"))
choice = pickers.chosen()
if choice is None:
    without_plan.draw()
    st.stop()
programme, edition = choice.programme.programme_id, choice.edition.edition
everything = store.read(prices.prices, programme, edition)
all_years = sorted({year for year in everything["fiscal_year"] if year})
with st.container(horizontal=True):
    kind = filters.optional(
        _("Kind of thing bought"),
        price_medians.kinds(everything),
        "kind",
        name=kinds.name,
        placeholder=_("All kinds"),
    )
    years = filters.several(_("Years"), all_years, "year", help=_("None chosen means all years"))
captions.lead(choice, years or all_years, formats.HRYVNIAS.unit)
if not everything.empty and everything["amount"].isna().all():
    messages.words_in_place_of_amounts(store.read(editions.notes, edition))
chosen = store.read(prices.prices, programme, edition, years, [kind] if kind else [])
if chosen.empty:
    messages.nothing_matches()
    st.stop()
known, apart = prices.known(chosen), prices.apart(chosen)
view = View(choice, price_medians.against_median(known), price_medians.spread(known), kind, years)
st.markdown("\n\n".join(f"**{said}**" for said in price_finding.finding(view.spread)))
if said := price_finding.dearer_in_doubt(apart, view.spread):
    st.markdown(said)
if not known.empty:
    st.markdown(price_finding.at_median(known, view.spread, total(chosen["amount"])))
    price_spread.draw(view)
    price_years.draw(view)
    price_lines.draw(view)
price_lines.draw_apart(view, apart)
