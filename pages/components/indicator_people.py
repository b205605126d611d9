"""Shares of residents as people, where the documents print how many residents there are."""

from decimal import Decimal
from typing import Any

import pandas as pd

from analytics.frames import records
from analytics.population import projection, series, shares
from analytics.population.methods import CannotFit, Method, fit
from pages.components import formats, links, population_words, store
from pages.components.language import _
from pages.components.population_denominators import Denominator, denominators


def said(programme_id: str, own: pd.DataFrame) -> list[str]:
    """A sentence for each year whose target is a share of residents; `own` as from `indicators.attainment`, of one
    indicator."""
    targets = store.read(series.targets)
    promised = set(zip(targets["document_id"], targets["locator"], strict=True))
    rows = [row for row in records(own) if (row.target_document_id, row.target_locator) in promised]
    return [_people(row, of) for row in rows if (of := _residents(programme_id, row.fiscal_year))]


def _residents(programme_id: str, year: int | None) -> Denominator | None:
    """The residents of a year by the population table of the programme; the interval is that of least squares."""
    rows = store.read(series.printed)
    rows = rows[rows["programme_id"] == programme_id]
    table = rows[rows["table"] == rows["table"].iloc[0]] if len(rows) else rows
    if year is None or year not in set(table["year"]):
        return None
    observed = series.observed(table)
    try:
        line = fit(Method.LEAST_SQUARES, list(observed["year"]), list(observed["observed"]))
    except CannotFit:
        return None
    expected = projection.beside_printed(table, line, [year])
    return denominators(next(row for row in records(expected) if row.year == year))[0]


def _people(row: Any, of: Denominator) -> str:
    parts = [_share(_("target"), row.target, of)]
    if row.actual is not None:
        parts.append(_share(_("actual value"), row.actual, of))
    more = _("open the population")
    address = links.population(share=f"{row.target.normalize():f}", of=str(row.fiscal_year))
    return f"{row.fiscal_year}: {'; '.join(parts)} ({of.what}). [{more}]({address})"


def _share(words: str, per_cent: Decimal, of: Denominator) -> str:
    told = _("{words} {share} of {persons} residents is {people}").format(
        words=words,
        share=formats.share(float(per_cent) / 100, 2),
        persons=formats.number(of.persons, 0),
        people=population_words.people(shares.people_of(per_cent, of.persons)),
    )
    if of.low is None or of.high is None:
        return told
    ends = (shares.people_of(per_cent, end) for end in (of.low, of.high))
    return f"{told} ({population_words.bounds(*ends)})"
