"""What is said of one indicator: how each share was computed, its sums and baseline, what the checks doubt."""

from typing import Any

import pandas as pd

from analytics import checks
from analytics.frames import records
from pages.components import findings, formats, indicator_words, links, names, store
from pages.components.indicator_view import cell
from pages.components.language import _


def formula(row: Any) -> list[str]:
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
            parts.append(
                _("several sources give different values; that of the newest document counts")
                if row.actual_document_id
                else _("several sources give different values; what was entered on this page counts before documents")
            )
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


def adding_up(own: pd.DataFrame) -> list[str]:
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


def baseline(first: Any) -> list[str]:
    """Where the programme started, with its cell."""
    if first.baseline is None:
        return []
    return [
        _("Baseline {value}{cell}: where the programme started.").format(
            value=formats.figure(first.baseline), cell=_linked(first.document_id, first.baseline_locator)
        )
    ]


def checked(own: pd.DataFrame) -> list[str]:
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
