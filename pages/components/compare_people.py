"""The people that amounts are divided by: who they are, whether projected, who says so; in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from analytics.frames import records
from pages.components import formats, links
from pages.components.language import _


def counted(row: Any) -> str:
    """Who was counted in `per_resident`, and how surely; `row` as from `totals.totals` or `years.by_year`."""
    if row.population_kind is None:
        return formats.UNKNOWN
    who = _("all residents") if row.age_from is None else _("residents aged {age} and over").format(age=row.age_from)
    how = _("projection") if row.projected_years else _("observed")
    return f"{who}, {how}"


def source(row: Any) -> str:
    """Where the people are counted; `row` as for `counted`. Of several years the first
    projected one, else the first."""
    if row.population_kind is None:
        return formats.UNKNOWN
    if row.source_document is None:
        return published(row.source, row.source_url, row.taken_on)
    return f"{row.source}, {formats.place(row.source_locator)}"


def published(source: str, url: str | None, taken_on: date) -> str:
    """The source of a figure from outside the documents, with its address and day."""
    taken = _("taken on {day}").format(day=formats.day(taken_on))
    return ", ".join(filter(None, [source, url, taken]))


def per_resident(plans: pd.DataFrame, called: Mapping[str, str]) -> Iterator[str]:
    """What each plan costs a resident, and who counted them; then where no population is known.

    `plans` as from `totals.totals`; `called`: plan -> its name.
    """
    rows = records(plans)
    for row in rows:
        if row.per_resident is not None:
            yield _per_resident(row, called[row.plan])
    unknown = list(dict.fromkeys(row.hromada for row in rows if row.basis and row.population_kind is None))
    if unknown:
        yield _(
            "{hromadas}: the data hold the population of some years of the plan at most, so the amount per resident is "
            "unknown."
        ).format(hromadas=", ".join(unknown))
    for document in dict.fromkeys(row.source_document for row in rows if row.doubtful):
        opening = _("see the check")
        yield f"{doubt()} [{opening}]({links.checks(document=document)})"


def doubt() -> str:
    """What a check doubts of the population that amounts are divided by."""
    return _(
        "The document calls its population residents of an age, but the headings of the table disagree on whom it "
        "counts; the amounts per resident carry that doubt."
    )


def _per_resident(row: Any, name: str) -> str:
    pattern = (
        _("{name}: {amount} a year on average {per_whom}. Population of {territory}: {how}; source: {source}.")
        if len(row.years) > 1
        else _("{name}: {amount} {per_whom}. Population of {territory}: {how}; source: {source}.")
    )
    per_whom = (
        _("per resident") if row.age_from is None else _("per resident aged {age} and over").format(age=row.age_from)
    )
    if row.source_document is not None:
        address = links.document(row.source_document, row.source_locator)
    else:
        address = row.source_url
    cited = formats.escaped(source(row))
    return pattern.format(
        name=name,
        amount=formats.money(row.per_resident, formats.HRYVNIAS),
        per_whom=per_whom,
        territory=formats.escaped(row.territory).replace(". ", ".\u00a0"),
        how=_how(row),
        source=f"[{cited}]({address})" if address else cited,
    )


def _how(row: Any) -> str:
    """Which years of a plan were observed and which are projected."""
    observed = [year for year in row.years if year not in row.projected_years]
    parts = [(_("observed for {years}"), observed), (_("projected for {years}"), row.projected_years)]
    return ", ".join(words.format(years=formats.years(years)) for words, years in parts if years)
