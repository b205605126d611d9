"""Where does the money go: spending unit, task, fund, year?"""

import streamlit as st

from analytics import editions, places, spending
from analytics.frames import records, total
from analytics.spending import Grouping
from pages.charts import spending as charts
from pages.components import (
    captions,
    cells,
    downloads,
    figures,
    filters,
    formats,
    links,
    messages,
    names,
    pickers,
    store,
    tables,
    words,
)
from pages.components.language import _

st.title(_("Where does the money go?"))
choice = pickers.chosen()
if choice is None:
    messages.no_plan()
    st.stop()
programme, act = choice.programme, choice.edition
everything = store.read(spending.lines, programme.programme_id, act.edition)
all_years = sorted({year for year in everything["fiscal_year"] if year})
all_funds = [fund for fund in ("general", "special", "unspecified") if fund in set(everything["fund"])]
groupings = {
    Grouping.SPENDING_UNIT.value: _("Spending unit"),
    Grouping.TASK.value: _("Task"),
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
lines = store.read(spending.lines, programme.programme_id, act.edition, years, funds)
scale = formats.scale_of([total(lines["amount"])])
captions.lead(choice, years or all_years, scale.unit)
if lines.empty:
    messages.nothing_matches()
    st.stop()
if everything["amount"].isna().all():
    messages.words_in_place_of_amounts(store.read(editions.notes, act.edition))
    st.stop()
groups = spending.grouped(lines, by)
printed = store.read(places.printed_totals, programme.programme_id)
acts = {other.edition: other for other in choice.acts}
st.markdown(f"**{words.largest(groups, by, scale)}**")
if len(funds) <= 1:
    sums = places.against_lines(printed, lines, act.edition, *funds)
    if said := words.against_printed(sums, scale):
        opening = _("open the checks")
        st.markdown(f"{said} [{opening}]({links.checks(document=act.edition)})")


def places_of(group: str | None) -> list[places.Place]:
    return places.of_group(printed, lines, act.edition, by, group, years, funds)


def behind_group(figure: str) -> None:
    """The cells of the chosen group, under the figure that was clicked."""
    if not clicked or figures.clicked_last(drawn) != figure:
        return
    st.info(
        _("The lines at the foot of the page are those of «{name}». A second click shows all.").format(name=clicked)
    )
    group = by_name[clicked] or None
    cells.behind(clicked, places_of(group), places.of_name(lines, by, group), acts)


by_name = {names.group(group, by): group or "" for group in groups["group"]}
clicked = {value: name for name, value in by_name.items()}.get(filters.written("group") or "")
colours = figures.colours()
parts = spending.tree(lines)
as_tiles = by is Grouping.SPENDING_UNIT and (parts["amount"] >= 0).all()
drawn = ["tree", "bars"] if as_tiles else ["bars"]
if as_tiles:
    tiles = parts[parts["amount"] > 0]
    tiles = tiles.assign(
        spending_unit=[names.group(unit, by) for unit in tiles["spending_unit"]],
        value=scale.values(tiles["amount"]),
        text=scale.texts(tiles["amount"]),
    )
    figures.show(
        charts.treemap(tiles, root=_("Whole plan"), unit=scale.unit, palette=colours, level=clicked),
        _("Treemap: spending units and what they buy, {unit}").format(unit=scale.unit),
        key="tree",
        on_click=filters.put_clicked("group", by_name),
    )
    behind_group("tree")
elif by is Grouping.SPENDING_UNIT:
    st.caption(_("Some lines are negative in this edition, so parts of a whole cannot be drawn; bars show each sum."))
known = groups[groups["amount"].notna()]
bars = known.assign(
    label=[names.group(group, by) for group in known["group"]],
    value=scale.values(known["amount"]),
    text=scale.texts(known["amount"]),
)
figures.show(
    charts.bars(
        bars,
        unit=scale.unit,
        palette=colours,
        colours=[colours.fund(fund) for fund in known["group"]] if by is Grouping.FUND else None,
    ),
    _("Bars: the plan by {group}, {unit}").format(group=groupings[by], unit=scale.unit),
    key="bars",
    on_click=filters.put_clicked("group", by_name),
)
behind_group("bars")
table = places.beside_printed(groups, printed, lines, act.edition, by, years, funds)
table = table.assign(
    cell=cells.addresses(table["places"]),
    group=[names.group(group, by) for group in groups["group"]],
)
heads = {
    "cell": _("Cell"),
    "group": groupings[by],
    "amount": _("Amount, UAH"),
    "share": _("Share"),
    "as_printed": _("Printed total, UAH"),
    "gap": _("Printed less lines, UAH"),
    "lines": _("Lines"),
    "without_amount": _("Lines without an amount"),
}
title = _("The plan by {group}").format(group=groupings[by])
tables.show(table, heads, title, wide="group")
cells.picker(list(table["group"]), list(table["cell"]), title, "open_group")
st.caption(cells.rule())
captions.source(choice.counted, _("Computed from the lowest lines; printed subtotals are not added."))
notes = [programme.title, *map(names.edition, choice.counted), words.filtered(years, funds)]
downloads.offer(table, heads, f"koshtorys-{by.value}", notes)

st.header(_("By year and fund"))
sums = spending.by_year(lines, Grouping.FUND).rename(columns={"group": "fund"})
points = [f"{row.fiscal_year or ''}/{row.fund}" for row in records(sums)]
behind_years = [places.of_year(lines, row.fiscal_year, row.fund) for row in records(sums)]
year_places = [
    places.of_year_and_fund(printed, everything, act.edition, row.fiscal_year, row.fund) for row in records(sums)
]
sums = sums.assign(
    point=points,
    cell=cells.addresses(year_places),
    fiscal_year=[names.year(year) for year in sums["fiscal_year"]],
    value=scale.values(sums["amount"]),
    text=scale.texts(sums["amount"]),
)
figures.show(
    charts.columns(sums, unit=scale.unit, palette=colours, funds={fund: names.fund(fund) for fund in all_funds}),
    _("Columns: the plan by year and fund, {unit}").format(unit=scale.unit),
    key="years",
    on_click=filters.put_clicked("column", {name: name for name in points}),
)
if point := cells.clicked("column", points):
    at = points.index(point)
    shown = records(sums)[at]
    cells.behind(f"{shown.fiscal_year}, {names.fund(shown.fund)}", year_places[at], behind_years[at], acts)
by_year = sums.assign(fund=[names.fund(fund) for fund in sums["fund"]])
heads = {"cell": _("Cell"), "fiscal_year": _("Year"), "fund": _("Fund"), "amount": _("Amount, UAH")}
title = _("The plan by year and fund")
tables.show(by_year, heads, title)
rows = [f"{row.fiscal_year}, {row.fund}" for row in records(by_year)]
cells.picker(rows, list(by_year["cell"]), title, "open_year")
st.caption(cells.rule())
captions.source(choice.counted, _("Computed from the lowest lines."))
downloads.offer(by_year, heads, "koshtorys-years", notes)

st.header(_("The lines themselves"))
group = filters.optional(
    groupings[by],
    list(by_name.values()),
    "group",
    name=lambda name: names.group(name or None, by),
    placeholder=_("All"),
)
chosen = lines if group is None else places.of_name(lines, by, group or None)
st.markdown(words.lines_total(chosen))
detail = chosen.assign(
    fund=[names.fund(fund) for fund in chosen["fund"]],
    place=[formats.place(locator) for locator in chosen["locator"]],
    act=[names.short_edition(acts[name]) for name in chosen["document_id"]],
    cell=[links.document(row.document_id, row.locator) for row in records(chosen)],
)
heads = {
    "cell": _("Cell"),
    "line_code": _("№"),
    "name": _("Measure"),
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
title = _("Lowest lines with their places in the documents")
tables.show(detail, heads, title, wide="name")
rows = [
    f"{row.line_code or ''} {row.name}, {row.fiscal_year or ''}, {row.fund}: {row.printed}" for row in records(detail)
]
tables.cell_picker(rows, list(detail["cell"]), title, "open_line")
captions.source(choice.counted, _("Amounts are turned into UAH; the column «As printed» holds the document's text."))
chosen_name = _("All") if group is None else names.group(group or None, by)
downloads.offer(detail, heads, "koshtorys-lines", [*notes, f"{groupings[by]}: {chosen_name}"])
