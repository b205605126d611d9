"""What does this programme cost, what changed, what is done, can the figures be trusted?"""

import streamlit as st

from analytics import checks, editions, places, spending
from analytics.frames import records, total
from pages.charts import overview as charts
from pages.components import (
    captions,
    cells,
    downloads,
    execution_summary,
    figures,
    filters,
    finding_counts,
    formats,
    hints,
    links,
    messages,
    names,
    pickers,
    store,
    tables,
    without_plan,
    words,
)
from pages.components.language import _

st.title(_("What does the programme cost, and what changed?"))
choice = pickers.chosen()
if choice is None:
    without_plan.draw()
    if chosen := pickers.programme():
        execution_summary.draw(chosen)
    st.stop()
programme, act = choice.programme, choice.edition
totals = store.read(editions.totals, programme.programme_id)
by_fund = store.read(editions.by_fund, programme.programme_id)
changes = store.read(editions.changes, programme.programme_id)
checked = store.read(editions.checked, programme.programme_id)
printed = store.read(places.printed_totals, programme.programme_id)
now = totals[totals["edition"] == act.edition]
scale = formats.scale_of(totals["by_lines"])
acts = {other.edition: other for other in choice.acts}
readable = [other for other in choice.acts if other.has_plan]
captions.lead(choice, now["fiscal_year"].dropna(), scale.unit)
if totals["by_lines"].isna().all():
    messages.words_in_place_of_amounts(store.read(editions.notes, act.edition))
    opening = _("open the document")
    st.markdown(f"[{opening}]({links.document(act.edition)})")
    execution_summary.draw(programme.programme_id)
    st.stop()
for sentence in words.cost_and_changes(now, changes, acts, scale):
    st.markdown(f"**{sentence}**")

whole, *by_year = st.columns(1 + len(now))
with whole:
    st.metric(
        _("Whole plan, by its lines"),
        formats.money(total(now["by_lines"]), scale),
        border=True,
        help=hints.help("lowest-lines"),
    )
    cells.under(places.totals_of(printed, act.edition, None), _("Printed total"), acts)
for column, row in zip(by_year, records(now), strict=True):
    heading = _("{year}, by its lines").format(year=row.fiscal_year) if row.fiscal_year else names.year(None)
    with column:
        st.metric(heading, formats.money(row.by_lines, scale), border=True)
        if row.fiscal_year:
            cells.under(places.totals_of(printed, act.edition, row.fiscal_year), _("Printed total"), acts)

st.header(
    _("The plan by year and fund, edition beside edition"), help=hints.help("edition", "general-fund", "special-fund")
)
funds = {fund: names.fund(fund) for fund in ("general", "special", "unspecified")}
points = [f"{row.edition}/{row.fiscal_year or ''}/{row.fund}" for row in records(by_fund)]
lines = {name: store.read(spending.lines, programme.programme_id, name) for name in set(by_fund["edition"])}
found = [
    places.of_year_and_fund(printed, lines[row.edition], row.edition, row.fiscal_year, row.fund)
    for row in records(by_fund)
]
bars = by_fund.assign(
    point=points,
    value=scale.values(by_fund["amount"]),
    text=scale.texts(by_fund["amount"]),
    edition=[names.tick(acts[name]) for name in by_fund["edition"]],
    fiscal_year=[names.year(year) for year in by_fund["fiscal_year"]],
)
figures.show(
    charts.plans(bars, unit=scale.unit, palette=figures.colours(), funds=funds),
    _("Columns: the plan by year, edition and fund, {unit}").format(unit=scale.unit),
    key="plans",
    on_click=filters.put_clicked("column", {name: name for name in points}),
)
if point := cells.clicked("column", points):
    at = points.index(point)
    row = records(by_fund)[at]
    cells.behind(
        f"{names.edition(acts[row.edition])}, {names.year(row.fiscal_year)}, {funds[row.fund]}",
        found[at],
        places.of_year(lines[row.edition], row.fiscal_year, row.fund),
        acts,
        more=links.lines(row.edition, row.fiscal_year, row.fund),
    )
plans = by_fund.assign(
    edition=[names.edition(acts[name]) for name in by_fund["edition"]],
    fund=[funds[fund] for fund in by_fund["fund"]],
    fiscal_year=[names.year(year) for year in by_fund["fiscal_year"]],
    cell=cells.addresses(found),
)
heads = {
    "cell": _("Cell"),
    "edition": _("Edition"),
    "fiscal_year": _("Year"),
    "fund": _("Fund"),
    "amount": _("Amount, UAH"),
}
title = _("The plan by edition, year and fund")
tables.show(plans, heads, title)
rows = [f"{row.edition}, {row.fiscal_year}, {row.fund}" for row in records(plans)]
cells.picker(rows, list(plans["cell"]), title, "open_plan")
captions.source(readable, _("Computed from the lowest lines; printed totals stand below."))
notes = [programme.title, names.edition(act), _("UAH, computed from the lowest lines; the chosen edition only")]
st.caption(cells.rule())
st.caption(
    _(
        "A click on a column lists the lines it is made of. The files hold the chosen edition: editions are not "
        "added up."
    )
)
downloads.offer(plans[by_fund["edition"] == act.edition], heads, "koshtorys-plan", notes)

st.header(_("Can the figures be trusted?"))
st.markdown(words.checked(checked))
counts = store.read(checks.counts)
own = counts[counts["document_id"].isin(list(acts))]
said, opening = _("All checks of the acts of this programme:"), _("open the checks")
ways = [
    f"[{names.short_edition(acts[name])}]({links.checks(document=name)})" for name in dict.fromkeys(own["document_id"])
]
st.markdown(f"{said} {finding_counts.summary(own)} {opening}: {'; '.join(ways)}")
for other in (act for act in choice.acts if act.unread):
    st.warning(words.left_out(other))
results = checked.assign(
    document_id=[names.short_edition(acts[name]) for name in checked["document_id"]],
    fiscal_year=[str(year or _("All years")) for year in checked["fiscal_year"]],
    fund=[names.fund(fund) for fund in checked["fund"]],
    severity=[_("holds") if severity == "verified" else _("does not hold") for severity in checked["severity"]],
    cell=[links.document(row.document_id, row.locators[0]) for row in records(checked)],
)
heads = {
    "cell": _("Cell"),
    "severity": _("Result"),
    "difference": _("Difference, UAH"),
    "document_id": _("Act"),
    "fiscal_year": _("Year"),
    "fund": _("Fund"),
    "printed": _("Printed, UAH"),
    "computed": _("Lines add up to, UAH"),
}
title = _("Printed programme totals against their lines")
tables.show(results, heads, title)
rows = [f"{row.document_id}, {row.fiscal_year}, {row.fund}: {row.severity}" for row in records(results)]
tables.cell_picker(rows, list(results["cell"]), title, "open_check")
captions.source(readable, _("Printed totals as printed; sums computed from the lowest lines."))
downloads.offer(results, heads, "koshtorys-checks", [programme.title])

execution_summary.draw(programme.programme_id)

st.header(_("The chain of decisions"))
opening = _("open the document")
for other in choice.acts:
    st.markdown(f"{other.act_no}. {names.edition(other)}. [{opening}]({links.document(other.edition)})")
