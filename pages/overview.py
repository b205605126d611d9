"""What does this programme cost, what changed, what is done, can the figures be trusted?"""

import streamlit as st

from analytics import editions
from pages.charts import overview as charts
from pages.components import captions, downloads, figures, formats, links, messages, names, pickers, store, tables, words
from pages.components.language import _, ngettext

choice = pickers.chosen()
if choice is None:
    messages.nothing_published()
    st.stop()
programme_id, act = choice.programme.programme_id, choice.edition
totals = store.read(editions.totals, programme_id)
by_fund = store.read(editions.by_fund, programme_id)
changes = store.read(editions.changes, programme_id)
checked = store.read(editions.checked, programme_id)
now = totals[totals["edition"] == act.edition]
scale = formats.scale_of(totals["by_lines"])
named = {other.edition: other for other in choice.acts}

st.title(_("What does the programme cost, and what changed?"))
captions.lead(choice.programme, act, list(now["fiscal_year"]), scale.unit)
for sentence in words.cost_and_changes(now, changes, named):
    st.markdown(f"**{sentence}**")

whole, *by_year = st.columns(1 + len(now))
whole.metric(_("Whole plan, by its lines"), formats.money(now["by_lines"].sum(), scale), border=True)
for column, row in zip(by_year, now.itertuples(), strict=True):
    heading = _("{year}, by its lines").format(year=row.fiscal_year)
    column.metric(heading, formats.money(row.by_lines, scale), border=True)

st.subheader(_("The plan by year and fund, edition beside edition"))
shown = by_fund.assign(
    value=by_fund["amount"].map(scale.of),
    text=by_fund["amount"].map(lambda amount: formats.number(scale.of(amount), scale.places)),
    edition=by_fund["edition"].map(lambda name: names.tick(named[name])),
)
funds = {fund: names.fund(fund) for fund in ("general", "special", "unspecified")}
figures.show(
    charts.plans(shown, unit=scale.unit, palette=figures.colours(), funds=funds),
    _("Columns: the plan by year, edition and fund, {unit}").format(unit=scale.unit),
    key="plans",
)
table = by_fund.assign(edition=by_fund["edition"].map(lambda name: names.edition(named[name])), fund=by_fund["fund"].map(funds))
table = table[["edition", "fiscal_year", "fund", "amount"]].set_axis(
    [_("Edition"), _("Year"), _("Fund"), _("Amount, UAH")], axis="columns"
)
tables.show(table, _("The plan by edition, year and fund"), written={_("Amount, UAH"): formats.kopiykas})
captions.source(
    [other for other in choice.acts if other.has_amounts], _("Computed from the lowest lines; printed totals stand below.")
)
notes = [choice.programme.title, *(names.edition(other) for other in choice.acts), _("UAH, computed from the lowest lines")]
downloads.offer(table, "koshtorys-plan", summed=_("Amount, UAH"), notes=notes)

st.subheader(_("Can the figures be trusted?"))
failed = int((checked["severity"] != "verified").sum())
st.markdown(
    ngettext(
        "{count} printed programme total was compared with its lines: {hold} hold, {fail} do not.",
        "{count} printed programme totals were compared with their lines: {hold} hold, {fail} do not.",
        len(checked),
    ).format(count=len(checked), hold=len(checked) - failed, fail=failed)
)
results = checked.assign(
    document=checked["document_id"].map(lambda name: names.short_edition(named[name])),
    year=checked["fiscal_year"].map(lambda year: _("All years") if year is None else str(year)),
    fund=checked["fund"].map(names.fund),
    result=checked["severity"].map(lambda severity: _("holds") if severity == "verified" else _("does not hold")),
    cell=[links.cell(row.document_id, row.locators[0]) for row in checked.itertuples()],
)
heads = {
    "cell": _("Cell"),
    "result": _("Result"),
    "document": _("Act"),
    "year": _("Year"),
    "fund": _("Fund"),
    "printed": _("Printed, UAH"),
    "computed": _("Lines add up to, UAH"),
    "difference": _("Difference, UAH"),
}
in_uah = {heads[column]: formats.kopiykas for column in ("printed", "computed", "difference")}
tables.show(
    results[list(heads)].rename(columns=heads),
    _("Printed programme totals against their lines"),
    written=in_uah,
    links={heads["cell"]: _("open")},
)

st.subheader(_("What is done?"))
st.info(_("There is no report on execution among the documents, so what was paid is not known."))

st.subheader(_("The chain of decisions"))
for other in choice.acts:
    opening = _("open the document")
    st.markdown(f"{other.act_no}. {names.edition(other)}. [{opening}]({links.document(other.edition)})")
