"""What is said of indicators: their groups, what became of targets, what more or less means."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.frames import records
from analytics.indicators import Status, counts, mean
from pages.components import formats, language
from pages.components.language import _, ngettext

GROUPS = ("input", "output", "efficiency", "quality", "")
"""As the forms order them; empty where the document does not say."""


def group(name: str | None) -> str:
    return {
        "input": _("Input"),
        "output": _("Output"),
        "efficiency": _("Efficiency"),
        "quality": _("Quality"),
        "": _("Group not stated"),
    }[name or ""]


def status(name: str) -> str:
    """What became of a target."""
    return {
        Status.MET: _("Met"),
        Status.PARTLY: _("Met in part"),
        Status.MISSED: _("Missed"),
        Status.NO_DATA: _("No data"),
        Status.NOT_A_NUMBER: _("Words, not a number"),
        Status.NO_TARGET: _("No target"),
        Status.NOT_RATED: _("Not rated"),
    }[Status(name)]


def status_means(name: str) -> str:
    """How it was told, in a clause."""
    return {
        Status.MET: _("as good as the target or better"),
        Status.PARTLY: _("at least half of the target; this measure is ours, no document sets one"),
        Status.MISSED: _("less than half of the target"),
        Status.NO_DATA: _("there is a target, and nobody has reported an actual value"),
        Status.NOT_A_NUMBER: _("the target or the actual value is words, so nothing can be divided"),
        Status.NO_TARGET: _("the documents of this programme print no target for this very indicator"),
        Status.NOT_RATED: _("neither more nor less of it is better, or that is not known"),
    }[Status(name)]


def polarity(row: Any) -> str:
    """Whether more or less is better, why, and who says so. `row` as from `indicators.attainment`."""
    if row.polarity is None:
        return _("Whether more or less of it is better is not known, so it is not rated.")
    said = {
        "higher": _("More is better"),
        "lower": _("Less is better"),
        "none": _("Neither more nor less is better"),
    }[row.polarity]
    whence = (
        _("a reviewed correction; the documents do not print this")
        if row.polarity_corrected
        else _("our reviewed rule; the documents do not print this")
    )
    return f"{said}: {reason(row, 'polarity')} ({whence})."


def reason(row: Any, field: str) -> str:
    """Why an indicator has its `polarity`, or why its figures `adds_up` or not, in the reader's language."""
    return getattr(row, f"{field}_reason_{language.current()}")


def year(value: int | None) -> str:
    return str(value) if value else _("Whole programme")


def title(row: Any) -> str:
    """The indicator as printed, with the measure where only that tells it from another."""
    return f"{row.name} ({row.measure})" if row.measure else row.name


def unit(row: Any) -> str:
    return row.unit or _("unit not stated")


def in_files() -> dict[str, str]:
    """The heads of shares in a file, which has them as per cents without a sign."""
    return {
        "attainment": _("Attainment, %"),
        "attainment_original": _("Of the first target, %"),
        "cumulative_share": _("Since the start, %"),
    }


def findings(frame: pd.DataFrame) -> list[str]:
    """One sentence a year: how many indicators there are and what became of them; then means, where there are any."""
    said = []
    years: Sequence[int | None] = sorted({value for value in frame["fiscal_year"] if value})
    if frame["fiscal_year"].isna().any():
        years = [*years, None]
    for value in years:
        own = frame[frame["fiscal_year"].isna() if value is None else frame["fiscal_year"] == value]
        parts = "; ".join(
            _counted(Status(row.status), row.figures) for row in records(counts(own.assign(all=1), "all"))
        )
        known = ngettext("{count} indicator", "{count} indicators", len(own)).format(count=len(own))
        pattern = _("For {year}: {indicators}, {parts}.") if value else _("Without a year: {indicators}, {parts}.")
        said.append(pattern.format(year=value, indicators=known, parts=parts))
    found = mean(frame)
    if found:
        said.append(
            _(
                "Mean attainment {share}, over {counted} of {rated} rated figures; more than the target counts as "
                "100 %, costs in UAH are left out."
            ).format(share=formats.share(found.value), counted=found.counted, rated=found.rated)
        )
    return said


def _counted(name: Status, count: int) -> str:
    return {
        Status.MET: ngettext("{count} met", "{count} met", count),
        Status.PARTLY: ngettext("{count} met in part", "{count} met in part", count),
        Status.MISSED: ngettext("{count} missed", "{count} missed", count),
        Status.NO_DATA: ngettext("no data on {count}", "no data on {count}", count),
        Status.NOT_A_NUMBER: ngettext("{count} in words", "{count} in words", count),
        Status.NO_TARGET: ngettext("{count} without a target", "{count} without a target", count),
        Status.NOT_RATED: ngettext("{count} not rated", "{count} not rated", count),
    }[name].format(count=count)
