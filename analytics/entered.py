"""Values that people entered, beside the indicators of the warehouse: which count, and what can be entered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from analytics.frames import records
from analytics.indicators import EnteredValue
from data.entries import Entry


@dataclass(frozen=True)
class Place:
    """What somebody may enter a value of: an indicator in a year (None: the whole programme) and fund (None: both).

    `target` and `actual` as they stand now, in `unit`, or their words. `takes_words`: the target is words, so the value
    may be words too.
    """

    indicator_id: str
    line_code: str | None
    name: str
    unit: str | None
    part_of: str | None
    fiscal_year: int | None
    fund: str | None
    target: Decimal | str | None
    actual: Decimal | str | None
    takes_words: bool

    @property
    def key(self) -> tuple[str, int | None, str | None]:
        """The same as `NewEntry.place`."""
        return self.indicator_id, self.fiscal_year, self.fund


@dataclass(frozen=True)
class Orphan:
    """An entry that counts nowhere: name, task and measure, and unit of what its number now names; None where it names
    nothing."""

    entry: Entry
    name: str | None
    part_of: str | None
    unit: str | None


def as_actuals(counting: Iterable[Entry]) -> list[EnteredValue]:
    """Entries as actual values for `indicators.attainment`."""
    return [
        EnteredValue(
            indicator_id=entry.indicator_id,
            fiscal_year=entry.fiscal_year,
            fund=entry.fund,
            value=entry.value,
            text=entry.text,
            as_of=entry.as_of,
            info_source=entry.info_source,
            locator=f"запис {entry.entry_id}",
        )
        for entry in counting
    ]


def told_apart(entries: Iterable[Entry], figures: pd.DataFrame) -> tuple[list[Entry], list[Orphan]]:
    """Entries whose indicator is still there, and the others; `figures` as from `indicators.attainment`.

    The number of an indicator is a place in a document. Where another name, task, measure or unit now stands there, the
    value may belong to something else, and is not counted.
    """
    known = {row.indicator_id: (row.name, _part_of(row), row.unit) for row in records(figures)}
    kept: list[Entry] = []
    orphans: list[Orphan] = []
    for entry in entries:
        now = known.get(entry.indicator_id, (None, None, None))
        if now == (entry.indicator_name, entry.part_of, entry.unit):
            kept.append(entry)
        else:
            orphans.append(Orphan(entry, *now))
    return kept, orphans


def places(figures: pd.DataFrame, years: Iterable[int]) -> list[Place]:
    """All that can be entered, in order of the documents; `figures` as from `indicators.attainment`.

    An indicator without any target can be reported in each of the `years` of the programme.
    """
    span = list(years)
    found: list[Place] = []
    for _, group in figures.groupby("indicator_id", sort=False):
        rows = records(group)
        there = [row for row in rows if row.status != "no_target" or _reported(row) is not None or not span]
        of_one = [_place(row, row.fiscal_year, _reported(row)) for row in there]
        if all(row.status == "no_target" for row in rows):
            taken = {row.fiscal_year for row in there}
            of_one += [_place(rows[0], year, None) for year in span if year not in taken]
        found += sorted(of_one, key=lambda place: (place.fiscal_year is None, place.fiscal_year or 0))
    return found


def _part_of(row: Any) -> str | None:
    return "; ".join(filter(None, [row.task, row.measure])) or None


def _reported(row: Any) -> Decimal | str | None:
    return row.actual_text if row.actual is None else row.actual


def _place(row: Any, year: int | None, actual: Decimal | str | None) -> Place:
    return Place(
        indicator_id=row.indicator_id,
        line_code=row.line_code,
        name=row.name,
        unit=row.unit,
        part_of=_part_of(row),
        fiscal_year=year,
        fund=row.fund,
        target=row.target_text if row.target is None else row.target,
        actual=actual,
        takes_words=row.target is None and row.target_text is not None,
    )


def saved_meanwhile(saved: Sequence[Entry], mine: Sequence[int], seen: int) -> list[Entry]:
    """Values of the same places that others saved after entry `seen` and before `mine`, entries of one save."""
    places = {entry.place for entry in saved if entry.entry_id in mine}
    return [
        entry
        for entry in saved
        if seen < entry.entry_id < min(mine, default=0) and entry.place in places and entry.revokes is None
    ]
