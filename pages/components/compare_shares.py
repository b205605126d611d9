"""What the compared plans buy: shares by national direction and by kind of thing."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analytics import places
from analytics.comparison import plans
from analytics.comparison.shares import largest_groups, shares
from analytics.frames import records
from analytics.spending import Grouping
from pages.charts import compare as charts
from pages.components import cells, compare_words, downloads, figures, filters, formats, names, store, tables
from pages.components.compare_view import View
from pages.components.language import _

_MOST = 10


def draw(view: View, lines: pd.DataFrame, directions: Mapping[str, str]) -> None:
    """`lines` as from `plans.lines`; `directions` as from `spending.national_directions`."""
    st.header(_("What is it for?"))
    groupings = {
        Grouping.NATIONAL_DIRECTION.value: _("Direction of the national list"),
        Grouping.CATEGORY.value: _("What it is"),
        Grouping.KIND.value: _("Kind of thing bought"),
    }
    of = {"share": _("Money"), "share_of_lines": _("Number of measures")}
    axes = {"share": _("Share of money"), "share_of_lines": _("Share of measures")}
    with st.container(horizontal=True):
        by = Grouping(
            filters.choice(
                _("Show by"), list(groupings), "by", name=groupings.__getitem__, look="buttons", clears=("group",)
            )
        )
        measure = filters.choice(_("Shares of"), list(of), "of", name=of.__getitem__, look="buttons")
    lines = lines[lines["plan"].isin(list(view.called))]
    groups = shares(lines, by)
    if by is Grouping.NATIONAL_DIRECTION:
        order = {direction: place for place, direction in enumerate(directions)}
        found = list(groups["group"])
        groups = groups.iloc[sorted(range(len(found)), key=lambda row: order.get(found[row], len(order)))]
    named = {group: names.group(group, by, directions) for group in groups["group"]}
    groups = groups.assign(label=[named[group] for group in groups["group"]])
    known = groups[groups[measure].notna()]
    shown = {plan: name for plan, name in view.drawn.items() if plan in set(known["plan"])}
    for sentence in compare_words.largest_shares(known, measure, shown):
        st.markdown(f"**{sentence}**")
    without = [name for plan, name in view.called.items() if plan not in shown]
    if without:
        st.caption(_("Without such shares: {names}.").format(names="; ".join(without)))
    if known.empty:
        st.info(_("None of the plans chosen prints lines that could be shared out."), title=_("Nothing to draw"))
        return
    bars = largest_groups(known, measure, _MOST)
    points = [f"{row.plan}/{row.group or ''}" for row in records(known)]
    bars = bars.assign(
        label=[_("Other") if row.is_rest else row.label for row in records(bars)],
        value=[100 * share for share in bars[measure]],
        text=[formats.share(share) for share in bars[measure]],
        point=["" if row.is_rest else f"{row.plan}/{row.group or ''}" for row in records(bars)],
    )
    figures.show(
        charts.shares(bars, axis=axes[measure], palette=figures.colours(), plans=view.drawn),
        _("Bars: shares by {group}, of {what}").format(group=groupings[by], what=of[measure]),
        key="shares",
        on_click=filters.put_clicked("group", {point: point for point in points}),
    )
    if point := cells.clicked("group", points):
        row = records(known)[points.index(point)]
        nominal = store.read(plans.lines)
        own = places.of_name(nominal[nominal["plan"] == row.plan], by, row.group)
        view.behind(f"{view.called[row.plan]}: {row.label}", row.cell, own, row.cell[0])
    table = groups.assign(
        money=groups["amount"],
        cell=cells.addresses([[cell] for cell in groups["cell"]]),
        name=[view.called[plan] for plan in groups["plan"]],
    )
    heads = {
        "label": groupings[by],
        "money": _("Amount, UAH"),
        "share": axes["share"],
        "name": _("Plan"),
        "lines": _("Lines of measures"),
        "share_of_lines": axes["share_of_lines"],
        "cell": _("Cell"),
        "without_amount": _("Lines without an amount"),
    }
    title = _("Shares by {group}").format(group=groupings[by])
    tables.show(table, heads, title, wide="label", width=210, wraps=True)
    rows = [f"{row.label}, {row.name}" for row in records(table)]
    cells.picker(rows, list(table["cell"]), title, "open_share")
    view.source(
        _(
            "Computed from the lowest lines. Directions and kinds are told by reviewed rules; the directions are those "
            "of the template programme. The link of a row opens the largest line of the group."
        )
    )
    downloads.offer(table, heads, f"koshtorys-compare-{by.value}", view.notes)
