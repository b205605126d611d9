"""The series of a table of population: years in a row with people below them, or years in a column beside people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.documents.population import words
from loaders.documents.population.numbers import (
    Entry,
    People,
    Year,
    entries_of,
    entry_of,
    is_number,
    people_of,
    years_of,
)
from loaders.rows import Row

_ROWS_BELOW = 8


@dataclass(frozen=True)
class Series:
    """People by year, the rows they stand in, and rows of people that do not fit the years."""

    years: tuple[Year, ...]
    people: tuple[People, ...]
    rows: tuple[Row, ...]
    unaligned: tuple[Row, ...] = ()


def is_year_row(row: Row) -> bool:
    # Each year has a 2: most lines of a document need no closer look.
    return row.text.count("2") > 2 and bool(years_of(entries_of(row)))


def series_of(rows: Sequence[Row], place: int) -> Series | None:
    """The people below the row of years at `place`; None where no row that speaks of people follows."""
    years = years_of(entries_of(rows[place]))
    below = _below(rows, place)
    if not years or not _speak_of_people(rows[place], below):
        return None
    marks = next((row for row in below if _marks(row, years)), None)
    if marks:
        years = [replace(year, kind=words.kind_in(_cell(marks, year.entry.column))) for year in years]
    people: list[People] = []
    unaligned: list[Row] = []
    for row in below:
        entries = [entry for entry in entries_of(row) if is_number(entry.printed)]
        if row is marks or not entries:
            continue
        if not (matched := _matched(entries, years, row)):
            unaligned.append(row)
        people += people_of(matched, words.kind_in(row.text))
    return Series(tuple(years), tuple(people), (rows[place], *below), tuple(unaligned))


def column_series(rows: Sequence[Row]) -> Series | None:
    """The people of a table whose years stand one below another; None where no column is headed by people."""
    width = max(len(row.cells) for row in rows)
    columns = [[entry_of(row, column) for row in rows if column < len(row.cells)] for column in range(width)]
    years = next((found for column in columns if (found := years_of(column))), None)
    if years is None:
        return None
    headings = [row for row in rows if row.no < years[0].entry.row.no]
    counted = [column for column in range(width) if any(words.is_about_people(_cell(row, column)) for row in headings)]
    if len(counted) != 1:
        return None
    marked = [replace(year, kind=words.kind_in(year.entry.row.text)) for year in years]
    matched = [(year, entry_of(year.entry.row, counted[0])) for year in marked]
    people = people_of([(year, entry) for year, entry in matched if entry.printed.strip()])
    return Series(tuple(marked), tuple(people), tuple(rows))


def _speak_of_people(years: Row, below: Sequence[Row]) -> bool:
    """Whether the label of the numbers says so; in lines of text it may go over several."""
    if years.in_table:
        return any(words.is_about_people(row.printed) for row in [years, *below])
    return words.is_about_people(" ".join(row.text for row in below))


def _below(rows: Sequence[Row], place: int) -> list[Row]:
    """The rows of the same table, or the next lines of text up to the line of numbers."""
    found: list[Row] = []
    for row in rows[place + 1 : place + 1 + _ROWS_BELOW]:
        if is_year_row(row) or row.in_table != rows[place].in_table:
            break
        if row.is_blank:
            continue
        found.append(row)
        if not row.in_table and entries_of(row):
            break
    return found


def _matched(entries: list[Entry], years: list[Year], row: Row) -> list[tuple[Year, Entry]]:
    """Each number with its year: by column in a table, by order in a line, which needs as many numbers as years."""
    if row.in_table:
        by_column = {year.entry.column: year for year in years}
        return [(by_column[entry.column], entry) for entry in entries if entry.column in by_column]
    return list(zip(years, entries, strict=True)) if len(entries) == len(years) else []


def _marks(row: Row, years: list[Year]) -> bool:
    """Whether every year has a word in this row that says whether it is observed."""
    return row.in_table and all(words.kind_in(_cell(row, year.entry.column)) for year in years)


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""
