"""Where does the money go: spending unit, task, kind of thing bought, direction, fund, year?"""

import streamlit as st

from analytics import places, spending
from analytics.frames import total
from analytics.spending import Grouping
from pages.components import (
    captions,
    filters,
    formats,
    messages,
    names,
    spending_groups,
    spending_lines,
    spending_pareto,
    spending_source,
    spending_words,
    spending_years,
    store,
    without_plan,
)
from pages.components.language import _
from pages.components.spending_view import View

st.title(_("Where does the money go?"))
choice = spending_source.chosen()
if choice is None:
    without_plan.draw()
    st.stop()
programme, edition = choice.programme.programme_id, choice.edition.edition
everything = store.read(spending.lines, programme, edition)
all_years = sorted({year for year in everything["fiscal_year"] if year})
all_funds = [fund for fund in ("general", "special", "unspecified") if fund in set(everything["fund"])]
offered = spending.groupings(everything)
with st.container(horizontal=True):
    by = Grouping(
        filters.choice(
            _("Show by"),
            [by.value for by in offered],
            "by",
            name=lambda value: names.grouping(Grouping(value)),
            default=spending.first_grouping(everything, offered).value,
            look="buttons",
            clears=("group", "part"),
        )
    )
    years = filters.several(_("Years"), all_years, "year", help=_("None chosen means all years"))
    funds = filters.several(_("Funds"), all_funds, "fund", name=names.fund, help=_("None chosen means all funds"))
    sums = {"lines": _("The lowest lines"), "printed": _("Printed totals")}
    counted = filters.choice(_("Sums of"), list(sums), "sums", name=sums.__getitem__, look="buttons")
lines = store.read(spending.lines, programme, edition, years, funds)
scale = formats.scale_of([total(lines["amount"])])
captions.lead(choice, years or all_years, scale.unit if lines["amount"].notna().any() else None)
spending_source.tell(choice)
if lines.empty:
    messages.nothing_matches()
    st.stop()
view = View(
    choice=choice,
    everything=everything,
    lines=lines,
    printed=store.read(places.printed_totals, programme),
    directions=store.read(spending.national_directions) | store.read(spending.national_tasks),
    by=by,
    years=years,
    funds=[] if set(funds) == set(all_funds) else funds,
    scale=scale,
)
groups = spending.grouped(lines, by)
table = places.beside_printed(groups, view.printed, lines, edition, by, years, view.funds)
if lines["amount"].notna().any():
    as_printed = counted == "printed" and bool(table["as_printed"].notna().any())
    spending_words.found(view, table, as_printed)
    if counted == "printed" and not as_printed:
        spending_words.nothing_printed(view)
    spending_groups.draw(view, table, as_printed)
    spending_pareto.draw(view)
else:
    spending_words.nothing_stated(view)
    spending_groups.table(view, table, as_printed=False)
spending_years.draw(view, all_funds)
spending_lines.draw(view, groups)
