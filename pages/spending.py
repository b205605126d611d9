"""Where does the money go: spending unit, task, kind of thing bought, direction, fund, year?"""

import streamlit as st

from analytics import editions, places, spending
from analytics.frames import total
from analytics.spending import Grouping
from pages.components import (
    captions,
    filters,
    formats,
    links,
    messages,
    names,
    pickers,
    spending_groups,
    spending_lines,
    spending_pareto,
    spending_years,
    store,
    words,
)
from pages.components.language import _
from pages.components.spending_view import View

st.title(_("Where does the money go?"))
choice = pickers.chosen()
if choice is None:
    messages.no_plan()
    st.stop()
programme, edition = choice.programme.programme_id, choice.edition.edition
everything = store.read(spending.lines, programme, edition)
all_years = sorted({year for year in everything["fiscal_year"] if year})
all_funds = [fund for fund in ("general", "special", "unspecified") if fund in set(everything["fund"])]
groupings = {
    Grouping.SPENDING_UNIT.value: _("Spending unit"),
    Grouping.TASK.value: _("Task"),
    Grouping.KIND.value: _("Kind of thing bought"),
    Grouping.CATEGORY.value: _("What it is"),
    Grouping.NATIONAL_DIRECTION.value: _("Direction of the national list"),
    Grouping.FUND.value: _("Fund"),
}
with st.container(horizontal=True):
    by = Grouping(
        filters.choice(
            _("Show by"), list(groupings), "by", name=groupings.__getitem__, look="buttons", clears=("group",)
        )
    )
    years = filters.several(_("Years"), all_years, "year", help=_("None chosen means all years"))
    funds = filters.several(_("Funds"), all_funds, "fund", name=names.fund, help=_("None chosen means all funds"))
    sums = {"lines": _("The lowest lines"), "printed": _("Printed totals")}
    counted = filters.choice(_("Sums of"), list(sums), "sums", name=sums.__getitem__, look="buttons")
lines = store.read(spending.lines, programme, edition, years, funds)
scale = formats.scale_of([total(lines["amount"])])
captions.lead(choice, years or all_years, scale.unit)
if lines.empty:
    messages.nothing_matches()
    st.stop()
if everything["amount"].isna().all():
    messages.words_in_place_of_amounts(store.read(editions.notes, edition))
    st.stop()
view = View(
    choice=choice,
    everything=everything,
    lines=lines,
    printed=store.read(places.printed_totals, programme),
    directions=store.read(spending.national_directions),
    by=by,
    years=years,
    funds=funds,
    scale=scale,
)
groups = spending.grouped(lines, by)
table = places.beside_printed(groups, view.printed, lines, edition, by, years, funds)
as_printed = counted == "printed" and bool(table["as_printed"].notna().any())
told = spending.with_amounts(table, "as_printed") if as_printed else groups
st.markdown(f"**{words.largest(told, view.name, scale)}**")
if by in (Grouping.KIND, Grouping.CATEGORY) and (said := words.unclassified(groups)):
    st.markdown(said)
if len(funds) <= 1 and (
    said := words.against_printed(places.against_lines(view.printed, lines, edition, *funds), scale)
):
    opening = _("open the checks")
    st.markdown(f"{said} [{opening}]({links.checks(document=edition)})")
if as_printed:
    st.caption(
        _("The bars show printed totals; groups for which the documents print none are left out. The table has both.")
    )
elif counted == "printed":
    st.caption(_("The documents print no totals of what is shown: the sums are those of the lines."))
spending_groups.draw(view, table, groupings[by.value], as_printed)
spending_pareto.draw(view)
spending_years.draw(view, all_funds)
spending_lines.draw(view, groups, groupings[by.value])
