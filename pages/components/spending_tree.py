"""The treemap of the spending page: groups and their parts; a click goes down to the lines of one part."""

import streamlit as st

from analytics import spending
from analytics.frames import records
from analytics.spending import Grouping
from pages.charts import spending as charts
from pages.components import figures, filters, formats, spending_words
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View, clicked: str | None) -> bool:
    """Whether it could be drawn: funds have no parts to go down to. Lines below zero are left out, and named.

    `clicked`: the name of the group that fills the picture.
    """
    found = spending.tree(view.lines, view.by)
    found = found[[amount > 0 for amount in found["amount"]]]
    if view.by is Grouping.FUND or found.empty:
        return False
    tiles = found.assign(
        group=[view.name(group) for group in found["group"]],
        part=[view.part_name(part) for part in found["part"]],
        value=view.scale.values(found["amount"]),
        text=view.scale.texts(found["amount"]),
    )
    totals = tiles.groupby("group", sort=False)["value"].sum()
    tiles["group_text"] = [formats.number(totals[group], view.scale.places) for group in tiles["group"]]
    values: dict[str, tuple[str, str | None]] = {}
    for row, tile in zip(records(found), records(tiles), strict=True):
        values[tile.group] = (row.group or "", None)
        values[charts.tile_id(tile.group, tile.part)] = (row.group or "", row.part)
    asked = (filters.written("group") or "", filters.written("part"))
    chosen = next((tile for tile, value in values.items() if value[1] is not None and value == asked), None)
    figures.show(
        charts.treemap(
            tiles,
            root=_("Whole plan"),
            unit=view.scale.unit,
            palette=figures.colours(),
            level=clicked,
            chosen=chosen,
        ),
        _("Treemap: the groups and what they buy, {unit}").format(unit=view.scale.unit),
        key="tree",
        on_click=filters.put_tile("group", "part", values),
    )
    if said := spending_words.below_zero(view, view.by):
        st.caption(said)
    st.caption(_("A click on a group opens its parts; a click on a part leaves its lines in the table below."))
    return True
