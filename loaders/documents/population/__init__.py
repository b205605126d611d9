"""Tables of population by year, in cells or, from a scan, in lines of text.

Observed years and those that the document itself projects are told by its note, or by its words «факт» and «прогноз».
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.contracts import Finding, FindingClass, Population, PopulationKind, Repair, Severity, Unread, UnreadReason
from loaders.as_printed import text_rows, unread
from loaders.documents.population import words
from loaders.documents.population.numbers import Entry, People
from loaders.documents.population.series import Series, column_series, is_year_row, series_of
from loaders.documents.population.words import Age, Territory
from loaders.facts import Facts, named
from loaders.rows import Row
from loaders.tables import Table

_MOST_ROWS = 200
"""Of a table with a row for each year."""

_NEAR = 60
"""How many lines from the years a heading or a note of the table may stand."""


def is_table(table: Table) -> bool:
    """Whether a table holds nothing but people by year."""
    rows = [row for _, row in table.rows]
    if len(rows) > _MOST_ROWS:
        return False
    if column_series(rows):
        return True
    return bool(_series_in(rows)) and all(
        words.is_about_people(row.printed) or words.kind_in(row.text) or is_year_row(row) for row in rows
    )


def read(rows: Sequence[Row], tables: Sequence[Table], document_id: str) -> Facts:
    """Every series of people by year: in those of the tables that hold nothing else, and in lines of text."""
    lines = [row for row in rows if not row.in_table]
    found = _series_in(lines)
    for table in tables:
        if is_table(table):
            own = [row for _, row in table.rows]
            found += [series] if (series := column_series(own)) else _series_in(own)
    found.sort(key=lambda series: series.rows[0].no)
    ends = [0, *(series.rows[-1].no for series in found)]
    starts = [*(series.rows[0].no for series in found[1:]), rows[-1].no + 1 if rows else 0]
    texts = [row for row in lines if not row.is_blank]
    return Facts.together(
        _facts(series, [row for row in texts if end < row.no < start and row not in series.rows], document_id)
        for series, end, start in zip(found, ends, starts, strict=False)
    )


def _series_in(rows: Sequence[Row]) -> list[Series]:
    return [series for place, row in enumerate(rows) if is_year_row(row) and (series := series_of(rows, place))]


def _facts(series: Series, around: Sequence[Row], document_id: str) -> Facts:
    """`around`: the lines between the series above and the one below."""
    first = series.rows[0].no
    notes = [row for row in around if abs(row.no - first) <= _NEAR]
    about = [*(row for row in notes if row.no < first), *series.rows]
    territory, age = words.territory_in(about), words.age_in(about)
    projected = words.first_projected(notes, [year.value for year in series.years])
    parts = [_person_row(people, territory, age, projected, document_id) for people in series.people]
    parts += [_unaligned(row, document_id) for row in series.unaligned]
    facts = Facts.together(parts)
    shown = [*series.rows, *(row for row in notes if words.names_projection(row))]
    shown += [*([territory.row] if territory else []), *(age.rows if age else [])]
    return replace(
        facts,
        findings=tuple(_doubtful_age(age, territory, about, document_id)) if facts.population else (),
        repairs=tuple(_repairs(series, document_id)),
        source_rows=text_rows(shown, document_id),
    )


def _person_row(
    people: People, territory: Territory | None, age: Age | None, projected: int | None, document_id: str
) -> Facts:
    """One year's people, or why they are left out. `projected`: the first year that a note calls computed."""
    year, entry = people.year.value, people.entry
    kind = people.kind
    if kind is None and projected:
        kind = PopulationKind.PUBLISHED_PROJECTION if year >= projected else PopulationKind.OBSERVED
    if people.value is None:
        return _unread(entry, people.reason or UnreadReason.NOT_A_NUMBER, document_id)
    if territory is None:
        return _unread(entry, UnreadReason.TERRITORY_UNTOLD, document_id)
    if kind is None:
        return _unread(entry, UnreadReason.PROJECTED_UNTOLD, document_id)
    fact = Population(
        document_id=document_id,
        locator=entry.locator,
        printed=entry.printed,
        row_no=entry.row.no,
        territory=territory.text,
        age_from=age.value if age else None,
        year=year,
        persons=people.value,
        kind=kind,
    )
    return Facts(population=(fact,))


def _unread(entry: Entry, reason: UnreadReason, document_id: str) -> Facts:
    return Facts(unread=(Unread(document_id=document_id, locator=entry.locator, text=entry.printed, reason=reason),))


def _unaligned(row: Row, document_id: str) -> Facts:
    return Facts(unread=(unread(row, None, UnreadReason.YEARS_UNALIGNED, document_id),))


def _doubtful_age(
    age: Age | None, territory: Territory | None, about: Sequence[Row], document_id: str
) -> Iterator[Finding]:
    """One heading counts those of an age in a city, another everybody of the hromada: both cannot be right."""
    others = [row for row in about if words.counts_everybody(row)]
    if age and others and territory and not words.is_hromada(territory.text):
        locators = [row.locator() for row in dict.fromkeys([*age.rows, *others])]
        flag = {
            "rule": "age_label",
            "severity": Severity.WARNING,
            "class": FindingClass.DOCUMENT,
            "document_id": document_id,
            "scope": "population",
            "locators": locators,
            "cells": named(document_id, locators),
        }
        yield Finding.model_validate(flag)


def _repairs(series: Series, document_id: str) -> Iterator[Repair]:
    """Each number whose digits were repaired: years by their order, people by the trend."""
    for read in (*series.years, *series.people):
        if read.is_repaired and read.value is not None:
            yield Repair(
                document_id=document_id,
                locator=read.entry.locator,
                printed=read.entry.printed,
                row_no=read.entry.row.no,
                repaired=str(read.value),
                rule="digits",
                confidence=0.95,
            )
