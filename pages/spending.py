"""Where does the money go: spending unit, task, fund, year?"""

import streamlit as st

from analytics import spending
from analytics.spending import Grouping
from pages.charts import spending as charts
from pages.components import captions, downloads, figures, filters, formats, links, messages, names, pickers, store, tables, words
from pages.components.language import _

choice = pickers.chosen()
if choice is None:
    messages.nothing_published()
    st.stop()
programme, act = choice.programme, choice.edition
everything = store.read(spending.lines, programme.programme_id, act.edition)
all_years = sorted(year for year in everything["fiscal_year"].unique() if year)
all_funds = [fund for fund in ("general", "special", "unspecified") if fund in set(everything["fund"])]
groupings = {
    Grouping.SPENDING_UNIT.value: _("Spending unit"),
    Grouping.TASK.value: _("Task"),
    Grouping.FUND.value: _("Fund"),
}

st.title(_("Where does the money go?"))
with st.container(horizontal=True):
    by = Grouping(filters.choice(_("Show by"), list(groupings), "by", name=groupings.__getitem__, look="buttons"))
    years = filters.several(_("Years"), all_years, "year", help=_("None chosen means all years"))
    funds = filters.several(_("Funds"), all_funds, "fund", name=names.fund, help=_("None chosen means all funds"))
lines = store.read(spending.lines, programme.programme_id, act.edition, years, funds)
scale = formats.scale_of([lines["amount"].dropna().sum() if len(lines) else None])
captions.lead(programme, act, years or all_years, scale.unit)
if lines.empty:
    messages.nothing_matches()
    st.stop()


def label(group: str | None) -> str:
    """The group's name as people read it."""
    if by is Grouping.FUND and group is not None:
        return names.fund(group)
    return group or {Grouping.TASK: _("No task is named"), Grouping.SPENDING_UNIT: _("No spending unit is named")}[by]


groups = spending.grouped(lines, by)
st.markdown(f"**{words.largest(groups, label)}**")

paid = groups[groups["amount"].notna()]
bars = paid.assign(
    id=paid["group"].map(lambda group: group or ""),
    label=paid["group"].map(label),
    value=paid["amount"].map(scale.of),
    text=paid["amount"].map(lambda amount: formats.number(scale.of(amount), scale.places)),
)


def narrow(point: dict) -> None:
    """A click on a bar or a tile chooses its group; the address then holds it."""
    clicked = point.get("customdata", point.get("id"))
    clicked = clicked[0] if isinstance(clicked, list) else clicked
    filters.put("group", str(clicked).split(" / ")[0] if clicked else None)


parts = spending.tree(lines)
whole = bool((parts["amount"] >= 0).all()) and by is Grouping.SPENDING_UNIT
colours = figures.colours()
if whole:
    tiles = parts[parts["amount"] > 0].assign(
        group=parts["spending_unit"],
        value=parts["amount"].map(scale.of),
        text=parts["amount"].map(lambda amount: formats.number(scale.of(amount), scale.places)),
    )
    figure = charts.treemap(tiles, root=_("Whole plan"), unit=scale.unit, palette=colours)
    figures.show(figure, _("Treemap: spending units and what they buy, {unit}").format(unit=scale.unit), key="tree", on_click=narrow)
elif by is Grouping.SPENDING_UNIT:
    st.caption(_("Some lines are negative in this edition, so parts of a whole cannot be drawn; bars show each sum."))
fund_colours = [colours.fund(group) for group in paid["group"]] if by is Grouping.FUND else None
figure = charts.bars(bars, unit=scale.unit, palette=colours, colours=fund_colours)
figures.show(figure, _("Bars: the plan by {group}, {unit}").format(group=groupings[by], unit=scale.unit), key="bars", on_click=narrow)

table = groups.assign(group=groups["group"].map(label)).set_axis(
    [groupings[by], _("Amount, UAH"), _("Share"), _("Lines"), _("Lines without an amount")], axis="columns"
)
tables.show(
    table,
    _("The plan by {group}").format(group=groupings[by]),
    written={_("Amount, UAH"): formats.kopiykas, _("Share"): formats.share},
    wide=(groupings[by],),
)
captions.source(choice.counted, _("Computed from the lowest lines; printed subtotals are not added."))

st.subheader(_("By year and fund"))
sums = spending.by_year(lines, Grouping.FUND).rename(columns={"group": "fund"})
sums = sums.assign(
    value=sums["amount"].map(scale.of),
    text=sums["amount"].map(lambda amount: formats.number(scale.of(amount), scale.places)),
)
figure = charts.columns(sums, unit=scale.unit, palette=colours, funds={fund: names.fund(fund) for fund in all_funds})
figures.show(figure, _("Columns: the plan by year and fund, {unit}").format(unit=scale.unit), key="years")
captions.source(choice.counted, _("Computed from the lowest lines."))

st.subheader(_("The lines themselves"))
options = [group or "" for group in groups["group"]]
group = filters.optional(groupings[by], options, "group", name=lambda name: label(name or None), placeholder=_("All"))
chosen = lines if group is None else lines[lines[by.value].map(lambda value: value or "") == group]
total = chosen["amount"].dropna().sum() if chosen["amount"].notna().any() else None
st.markdown(words.lines_total(chosen, total))
detail = chosen.assign(
    fund=chosen["fund"].map(names.fund),
    place=chosen["locator"].map(formats.place),
    act=chosen["document_id"].map({other.edition: names.short_edition(other) for other in choice.acts}),
    cell=[links.cell(row.document_id, row.locator) for row in chosen.itertuples()],
)
heads = {
    "cell": _("Cell"),
    "line_code": _("№"),
    "name": _("Line"),
    "fiscal_year": _("Year"),
    "fund": _("Fund"),
    "amount": _("Amount, UAH"),
    "printed": _("As printed"),
    "quantity": _("Quantity"),
    "spending_unit": _("Spending unit"),
    "task": _("Task"),
    "act": _("Act"),
    "place": _("Place in the document"),
}
shown = detail[list(heads)].rename(columns=heads)
tables.show(
    shown,
    _("Lowest lines with their places in the documents"),
    written={
        _("Amount, UAH"): formats.kopiykas,
        _("Quantity"): formats.quantity,
    },
    links={_("Cell"): _("open")},
    wide=(_("Line"),),
)
captions.source(choice.counted, _("Amounts as printed, in UAH."))
notes = [programme.title, names.edition(act), *(names.edition(other) for other in choice.counted), words.filtered(years, funds)]
downloads.offer(shown.drop(columns=_("Cell")), "koshtorys-spending", summed=_("Amount, UAH"), notes=notes)
