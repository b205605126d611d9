"""The groups of the spending page: treemap, bars and their table."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import spending
from analytics.frames import records
from analytics.spending import PRINTED, Grouping
from pages.charts import spending as charts
from pages.components import cells, downloads, figures, filters, formats, names, spending_tree, tables
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View, groups: pd.DataFrame, as_printed: bool) -> None:
    """`groups` as from `places.beside_printed`; `as_printed`: by printed totals."""
    by_name = {view.name(group): group for group in groups["group"]}
    written = filters.written("group")
    clicked = next((name for name, group in by_name.items() if (group or "") == written), None)
    shown = spending.with_amounts(groups, "as_printed") if as_printed else groups
    drawn = ["bars"]
    if not as_printed and spending_tree.draw(view, clicked):
        drawn = ["tree", "bars"]
        _behind(view, by_name, clicked, "tree", drawn)
    _bars(view, shown)
    _behind(view, by_name, clicked, "bars", drawn)
    table(view, groups, as_printed)


def _bars(view: View, groups: pd.DataFrame) -> None:
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
        _("Bars: the plan by {group}, {unit}").format(group=names.grouping(view.by), unit=view.scale.unit),
        key="bars",
        on_click=filters.put_clicked(
            "group", {view.name(group): group or "" for group in known["group"]}, clears=("part",)
        ),
    )


def _behind(view: View, by_name: dict[str, str | None], clicked: str | None, figure: str, drawn: list[str]) -> None:
    """The cells of the chosen group, or of a part of it, under the figure that was clicked."""
    if not clicked or figures.clicked_last(drawn) != figure:
        return
    group, part = by_name[clicked], filters.written("part")
    lines = view.part_of(group, part)
    if part is None or lines.empty:
        name, found, lines = clicked, view.places_of(group), view.lines_of(group)
    else:
        name, found = f"{clicked}: {view.part_name(part)}", []
    st.info(
        _(
            "The lines at the foot of the page are those of «{name}»; the dearest lines and the years stay those of "
            "all that is shown. A second click shows all lines."
        ).format(name=name)
    )
    cells.behind(name, found, lines, view.acts)


def table(view: View, groups: pd.DataFrame, as_printed: bool) -> None:
    """The groups as a table, with the ways to their cells. Arguments as of `draw`."""
    title = names.grouping(view.by)
    lacking: list[Any] = [", ".join(map(names.year, years)) or None for years in groups["lacking"]]
    shown = groups.assign(
        cell=cells.addresses(groups["places"]),
        group=[view.name(group) for group in groups["group"]],
        lacking=lacking,
    )
    heads = {
        "group": title,
        "amount": _("Amount, UAH"),
        "share": _("Share"),
        "cell": _("Cell"),
        "as_printed": _("Printed total, UAH"),
        "gap": _("Printed less lines, UAH"),
        "lacking": _("No total printed for"),
        "lines": _("Lines"),
        "without_amount": _("Lines without an amount"),
    }
    known = groups["amount"].notna().any()
    left = [] if known else ["amount", "share", "as_printed", "gap", "lacking"]
    left += [] if view.by in PRINTED else ["as_printed", "gap", "lacking"]
    left += [] if shown["lacking"].notna().any() else ["lacking"]
    left += [] if shown["cell"].notna().any() else ["cell"]
    heads = {column: head for column, head in heads.items() if column not in left}
    name = _("The plan by {group}").format(group=title)
    tables.show(shown, heads, name, wide="group")
    if known:
        _cells(view, groups, name)
    view.source(_how(as_printed) if known else _("Lines are counted; none states an amount."))
    downloads.offer(shown, heads, f"koshtorys-{view.by.value}", view.notes)


def _cells(view: View, groups: pd.DataFrame, name: str) -> None:
    """The way to all cells of a row, without a pointer: a sum over several years has one for each."""
    rows = [row for row in records(groups) if row.places]
    chosen = st.selectbox(
        _("Open the cell of a row: {table}").format(table=name),
        range(len(rows)),
        index=None,
        format_func=lambda place: view.name(rows[place].group),
        key="open_group",
        placeholder=_("Type a part of the row"),
    )
    if chosen is not None:
        row = rows[chosen]
        cells.under(row.places, formats.escaped(view.name(row.group)), view.acts)
    st.caption(cells.rule() + " " + _("Where the totals of several years are added, it opens the largest of them."))


def _how(as_printed: bool) -> str:
    return (
        _("The figure: totals as printed. The table: sums of the lowest lines beside them.")
        if as_printed
        else _("Computed from the lowest lines; printed subtotals are not added.")
    )
