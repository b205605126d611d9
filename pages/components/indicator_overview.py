"""What became of the targets: counts by group and status."""

import pandas as pd
import streamlit as st

from analytics import indicators
from analytics.frames import records
from analytics.indicators import Status
from pages.charts import indicators as charts
from pages.components import downloads, figures, filters, hints, indicator_words, tables
from pages.components.indicator_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(
        _("What became of the targets?"),
        help=hints.help("target", *(f"{name}-indicators" for name in indicator_words.GROUPS if name)),
    )
    found = indicators.counts(view.frame.assign(group=view.frame["group"].fillna("")), "group")
    order = [name for name in indicator_words.GROUPS if name in set(found["group"])]
    bars = found.assign(
        label=[indicator_words.group(name) for name in found["group"]],
        name=[indicator_words.status(name) for name in found["status"]],
    )
    figures.show(
        charts.statuses(
            bars,
            labels=[indicator_words.group(name) for name in order],
            axis=_("Figures: an indicator in a year"),
            palette=figures.colours(),
        ),
        _("Bars: figures by group and by what became of the target"),
        key="statuses",
        on_click=filters.put_clicked("group", {indicator_words.group(name): name for name in order}),
    )
    st.caption(
        " ".join(
            f"{indicator_words.status(name)}: {indicator_words.status_means(name)}."
            for name in Status
            if name in set(found["status"])
        )
    )
    table = _table(found, order)
    heads = {"label": _("Group")} | {
        name.value: indicator_words.status(name) for name in Status if name in set(found["status"])
    }
    heads["all"] = _("All")
    tables.show(table, heads, _("Figures by group and status"))
    view.caption(_("Counted by the rules of this page; a figure is one indicator in one year."))
    downloads.offer(table, heads, "koshtorys-indicator-counts", view.notes)


def _table(found: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """Grain: group, then all together; a column a status."""
    rows = []
    for name in [*order, None]:
        own = found if name is None else found[found["group"] == name]
        figures_of = {status.value: 0 for status in Status}
        for row in records(own):
            figures_of[row.status] += row.figures
        label = _("All groups") if name is None else indicator_words.group(name)
        rows.append({"label": label, **figures_of, "all": sum(figures_of.values())})
    return pd.DataFrame(rows)
