"""The groups of the spending page: treemap, bars and their table."""

import pandas as pd
import streamlit as st

from analytics import spending
from analytics.spending import PRINTED, Grouping
from pages.charts import spending as charts
from pages.components import captions, cells, downloads, figures, filters, kinds, tables
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View, groups: pd.DataFrame, title: str, as_printed: bool) -> None:
    """`groups` as from `places.beside_printed`; `title`: what they are, in a word; `as_printed`: by printed totals."""
    by_name = {view.name(group): group for group in groups["group"]}
    written = filters.written("group")
    clicked = next((name for name, group in by_name.items() if (group or "") == written), None)
    shown = spending.with_amounts(groups, "as_printed") if as_printed else groups
    drawn = ["tree", "bars"] if _tree(view, by_name, clicked, as_printed) else ["bars"]
    if "tree" in drawn:
        _behind(view, by_name, clicked, "tree", drawn)
    _bars(view, shown, by_name, title)
    _behind(view, by_name, clicked, "bars", drawn)
    _table(view, groups, title, as_printed)


def _tree(view: View, by_name: dict[str, str | None], clicked: str | None, as_printed: bool) -> bool:
    """Whether a treemap could be drawn: parts of a whole are of the lines alone, and none is below zero."""
    if as_printed or view.by is Grouping.FUND:
        return False
    parts = spending.tree(view.lines, view.by)
    if (parts["amount"] < 0).any():
        st.caption(
            _("Some lines are negative in this edition, so parts of a whole cannot be drawn; bars show each sum.")
        )
        return False
    tiles = parts[parts["amount"] > 0]
    tiles = tiles.assign(
        group=[view.name(group) for group in tiles["group"]],
        part=[kinds.name(part) if view.by is Grouping.CATEGORY else part for part in tiles["part"]],
        value=view.scale.values(tiles["amount"]),
        text=view.scale.texts(tiles["amount"]),
    )
    figures.show(
        charts.treemap(tiles, root=_("Whole plan"), unit=view.scale.unit, palette=figures.colours(), level=clicked),
        _("Treemap: the groups and what they buy, {unit}").format(unit=view.scale.unit),
        key="tree",
        on_click=filters.put_clicked("group", {name: group or "" for name, group in by_name.items()}),
    )
    return True


def _bars(view: View, groups: pd.DataFrame, by_name: dict[str, str | None], title: str) -> None:
    colours = figures.colours()
    known = groups[groups["amount"].notna()]
    bars = known.assign(
        label=[view.name(group) for group in known["group"]],
        value=view.scale.values(known["amount"]),
        text=view.scale.texts(known["amount"]),
    )
    figures.show(
        charts.bars(
            bars,
            unit=view.scale.unit,
            palette=colours,
            colours=[colours.fund(fund) for fund in known["group"]] if view.by is Grouping.FUND else None,
        ),
        _("Bars: the plan by {group}, {unit}").format(group=title, unit=view.scale.unit),
        key="bars",
        on_click=filters.put_clicked("group", {name: group or "" for name, group in by_name.items()}),
    )


def _behind(view: View, by_name: dict[str, str | None], clicked: str | None, figure: str, drawn: list[str]) -> None:
    """The cells of the chosen group, under the figure that was clicked."""
    if not clicked or figures.clicked_last(drawn) != figure:
        return
    st.info(
        _("The lines at the foot of the page are those of «{name}». A second click shows all.").format(name=clicked)
    )
    group = by_name[clicked]
    cells.behind(clicked, view.places_of(group), view.lines_of(group), view.acts)


def _table(view: View, groups: pd.DataFrame, title: str, as_printed: bool) -> None:
    table = groups.assign(cell=cells.addresses(groups["places"]), group=[view.name(group) for group in groups["group"]])
    heads = {
        "cell": _("Cell"),
        "group": title,
        "amount": _("Amount, UAH"),
        "share": _("Share"),
        "as_printed": _("Printed total, UAH"),
        "gap": _("Printed less lines, UAH"),
        "lines": _("Lines"),
        "without_amount": _("Lines without an amount"),
    }
    if view.by not in PRINTED:
        heads = {column: head for column, head in heads.items() if column not in ("as_printed", "gap")}
    name = _("The plan by {group}").format(group=title)
    tables.show(table, heads, name, wide="group")
    cells.picker(list(table["group"]), list(table["cell"]), name, "open_group")
    st.caption(cells.rule())
    captions.source(
        view.choice.counted,
        _("The figure: totals as printed. The table: sums of the lowest lines beside them.")
        if as_printed
        else _("Computed from the lowest lines; printed subtotals are not added."),
    )
    downloads.offer(table, heads, f"koshtorys-{view.by.value}", view.notes)
