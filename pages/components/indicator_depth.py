"""One indicator in depth: its targets and actual values by year, how each share was computed, and where it leads."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import checks, trend
from analytics.frames import records
from pages.charts import indicators as charts
from pages.components import (
    downloads,
    figures,
    filters,
    findings,
    formats,
    indicator_money,
    indicator_people,
    indicator_trend,
    indicator_words,
    links,
    names,
    store,
    tables,
)
from pages.components.indicator_view import View, cell
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("One indicator in depth"))
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
    found = trend.trend(actuals, max(targets)) if targets else None
    if own["target"].notna().any() or own["actual"].notna().any():
        _figure(own, first, found)
    listed = [said for row in records(own) for said in _formula(row)]
    listed += indicator_people.said(view.programme.programme_id, own)
    listed += indicator_money.of_indicator(view, chosen)
    listed += [indicator_words.polarity(first), *_adding_up(own), *_baseline(first)]
    listed += indicator_trend.said(targets, actuals, found, first.polarity)
    listed += _checked(own)
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


def _formula(row: Any) -> list[str]:
    """What became of the target of a year, with the numbers that were divided, each with its cell."""
    status = indicator_words.status(row.status)
    when = indicator_words.year(row.fiscal_year) + (f", {names.fund(row.fund).lower()}" if row.fund else "")
    means = indicator_words.status_means(row.status)
    parts = [f"{when}: **{status.lower()}** ({means})"]
    if row.attainment is not None:
        numbers = (row.actual, row.target) if row.polarity == "higher" else (row.target, row.actual)
        over, under = (formats.figure(number) for number in numbers)
        parts.append(f"{over} : {under} = {formats.share(row.attainment)}")
    elif row.status in ("met", "partly", "missed"):
        parts.append(_("a share cannot be computed: it would divide by zero"))
    if row.target is not None or row.target_text is not None:
        parts.append(
            _("target {target}{cell}").format(
                target=_or_words(row.target, row.target_text), cell=_linked(row.target_document_id, row.target_locator)
            )
        )
    if row.original_target is not None and row.original_target != row.target:
        share = "" if row.attainment_original is None else f" ({formats.share(row.attainment_original)})"
        parts.append(_("first target {target}{share}").format(target=formats.figure(row.original_target), share=share))
    if row.actual is not None or row.actual_text is not None:
        parts.append(
            _("actual {actual}{cell}").format(
                actual=_or_words(row.actual, row.actual_text), cell=_linked(row.actual_document_id, row.actual_locator)
            )
        )
        if row.as_of:
            parts.append(_("as of {day}").format(day=formats.day(row.as_of)))
        if row.info_source:
            parts.append(_("source: {source}").format(source=formats.escaped(row.info_source)))
        if row.actuals_disagree:
            parts.append(_("several sources give different values; the newest counts"))
    elif row.expected_source:
        parts.append(
            _("the document names as the source: {source}").format(source=formats.escaped(row.expected_source))
        )
    return ["; ".join(parts) + "."]


def _or_words(value: Any, words: str | None) -> str:
    return f"«{formats.escaped(words)}»" if value is None and words else formats.figure(value)


def _linked(document_id: Any, locator: Any) -> str:
    """The place in brackets; what was entered on the page has its number, and no document to open."""
    address = cell(document_id, locator)
    return f" ([{formats.place(locator)}]({address}))" if address else f" ({formats.place(locator)})" if locator else ""


def _adding_up(own: pd.DataFrame) -> list[str]:
    """Sums since the start, where the years of the indicator add up."""
    first = records(own)[0]
    if first.adds_up is None:
        return [_("Whether its years add up is not known, so no sum since the start is told.")]
    if not first.adds_up:
        return [_("Its years are not added: {reason}.").format(reason=indicator_words.reason(first, "adds_up"))]
    known = [
        row for row in records(own) if row.target is not None and row.fiscal_year and row.cumulative_target is not None
    ]
    if len(known) < 2:
        return []
    last = known[-1]
    said = [
        _("Targets added up to {year}: {sum} ({reason}).").format(
            year=last.fiscal_year,
            sum=formats.figure(last.cumulative_target),
            reason=indicator_words.reason(first, "adds_up"),
        )
    ]
    reported = [row for row in known if row.cumulative_actual is not None]
    if reported:
        row = reported[-1]
        said.append(
            _("Actual values added up to {year}: {actual} : {target} = {share}.").format(
                year=row.fiscal_year,
                actual=formats.figure(row.cumulative_actual),
                target=formats.figure(row.cumulative_target),
                share=formats.share(row.cumulative_share),
            )
        )
    return said


def _baseline(first: Any) -> list[str]:
    if first.baseline is None:
        return []
    return [
        _("Baseline {value}{cell}: where the programme started.").format(
            value=formats.figure(first.baseline), cell=_linked(first.document_id, first.baseline_locator)
        )
    ]


def _checked(own: pd.DataFrame) -> list[str]:
    """What the checks doubt about its cells, each with its arithmetic."""
    places = {(row.target_document_id, row.target_locator) for row in records(own) if row.target_document_id}
    doubts = {
        finding.finding_id: findings.sentence(finding)
        for place in sorted(places)
        for finding in records(store.read(checks.of_cell, *place))
        if finding.severity != "verified"
    }
    opening = _("arithmetic")
    return [f"{said} [{opening}]({links.finding(name)})" for name, said in doubts.items()]


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
    downloads.offer(rows, heads, "koshtorys-indicator", [indicator_words.title(records(own)[0]), *view.notes])
