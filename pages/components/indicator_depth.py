"""One indicator in depth: its targets and actual values by year, what is said of them, and where it leads."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import trend
from analytics.frames import records
from pages.charts import indicators as charts
from pages.components import (
    downloads,
    figures,
    filters,
    formats,
    hints,
    indicator_money,
    indicator_people,
    indicator_sentences,
    indicator_trend,
    indicator_words,
    names,
    tables,
)
from pages.components.indicator_view import View, cell
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("One indicator in depth"), help=hints.help("baseline", "target"))
    offered = {row.indicator_id: row for row in records(view.frame.drop_duplicates("indicator_id"))}
    groups = {name: indicator_words.group(offered[name].group) for name in offered}
    chosen = filters.choice(
        _("Indicator"),
        list(offered),
        "indicator",
        name=lambda name: f"{indicator_words.title(offered[name])} ({groups[name].lower()})",
        default=_telling(view.frame),
    )
    own = view.everything[view.everything["indicator_id"] == chosen].reset_index(drop=True)
    first = records(own)[0]
    st.markdown(
        _("**{name}**. Group: {group}; unit: {unit}. [{opening}]({address})").format(
            name=formats.escaped(indicator_words.title(first).rstrip(".")),
            group=groups[chosen].lower(),
            unit=formats.escaped(indicator_words.unit(first).rstrip(".")),
            opening=_("open the cell"),
            address=cell(first.document_id, first.locator),
        )
    )
    actuals = {
        row.fiscal_year: float(row.actual)
        for row in records(own)
        if row.fiscal_year and row.actual is not None and row.fund is None
    }
    targets = {
        row.fiscal_year: row.target
        for row in records(own)
        if row.fiscal_year and row.target is not None and row.fund is None
    }
    above_zero = all(value >= 0 for value in (*actuals.values(), *targets.values()))
    found = trend.trend(actuals, max(targets), above_zero=above_zero) if targets else None
    if own["target"].notna().any() or own["actual"].notna().any():
        _figure(own, first, found)
    listed = [said for row in records(own) for said in indicator_sentences.formula(row)]
    listed += indicator_people.said(view.programme.programme_id, own)
    listed += indicator_money.of_indicator(view, chosen)
    listed += [
        indicator_words.polarity(first),
        *indicator_sentences.adding_up(own),
        *indicator_sentences.baseline(first),
    ]
    listed += indicator_trend.said(targets, actuals, found, first.polarity)
    listed += indicator_sentences.checked(own)
    st.markdown("\n".join(f"- {said}" for said in listed))
    _table(view, own)


def _telling(frame: pd.DataFrame) -> str:
    """The indicator of which most is known: first actual values, then targets."""
    known = frame.assign(actual=frame["actual"].notna(), target=frame["target"].notna())
    sums = known.groupby("indicator_id", sort=False)[["actual", "target"]].sum()
    return str(sums.sort_values(["actual", "target"], ascending=False, kind="stable").index[0])


def _figure(own: pd.DataFrame, first: Any, found: trend.Trend | None) -> None:
    rows = own.assign(
        label=[
            indicator_words.year(row.fiscal_year) + (f", {names.fund(row.fund).lower()}" if row.fund else "")
            for row in records(own)
        ],
        target_text=[formats.figure(value) for value in own["target"]],
        actual_text=[formats.figure(value) for value in own["actual"]],
        target=own["target"].astype(float),
        actual=own["actual"].astype(float),
    )
    baseline = None
    if first.baseline is not None:
        named = _("Baseline: {value}").format(value=formats.figure(first.baseline))
        baseline = (float(first.baseline), named)
    figures.show(
        charts.years(
            rows,
            unit=indicator_words.unit(first),
            baseline=baseline,
            trend=(found, _("Trend"), _("95 % interval of the trend")) if found else None,
            names=(_("Target value"), _("Actual value")),
            palette=figures.colours(),
        ),
        _("By year: targets, actual values and baseline of the indicator"),
        key="indicator_years",
    )
    if found and charts.is_wider(rows, baseline, found):
        st.caption(_("The interval reaches beyond the figure, which follows values, targets and trend."))


def _table(view: View, own: pd.DataFrame) -> None:
    rows = own.assign(
        cell=[cell(row.target_document_id, row.target_locator) for row in records(own)],
        fiscal_year=[indicator_words.year(value) for value in own["fiscal_year"]],
        status=[indicator_words.status(name) for name in own["status"]],
    )
    heads = {
        "cell": _("Cell"),
        "fiscal_year": _("Year"),
        "baseline": _("Baseline"),
        "original_target": _("First target"),
        "target": _("Target value"),
        "actual": _("Actual"),
        "attainment": _("Attainment"),
        "status": _("What became of it"),
        "cumulative_target": _("Targets since the start"),
        "cumulative_actual": _("Actual since the start"),
        "cumulative_share": _("Since the start"),
    }
    tables.show(rows, heads, _("The indicator by year"), wide="status")
    view.caption(_("Targets and actual values as printed or entered; shares, sums and trend computed."))
    in_file = downloads.in_per_cent(rows, heads, indicator_words.in_files())
    downloads.offer(*in_file, "koshtorys-indicator", [indicator_words.title(records(own)[0]), *view.notes])
