"""The workbook in which somebody entered actual values of indicators and cash expenditure (see `loaders.entry.form`).

An empty cell says nothing, a zero is a zero. A row counts by its hidden key; what it seems to say must agree with it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.contracts import DocumentKind, Unread, UnreadReason
from loaders import as_printed
from loaders.acts import Act
from loaders.cells import clean
from loaders.documents.actuals.entered import FIGURES, Filled, execution_of, indicator_of
from loaders.entry.form import ENTRIES, HOW_TO_SHEET, KEY_HEADING, KEYS_SHEET, MARKER, VERSION, Line, Part
from loaders.entry.keys import line_of
from loaders.errors import FileRefused, NothingToRead
from loaders.facts import Facts
from loaders.rows import Row

KIND: DocumentKind = DocumentKind.ACTUALS

_PLACE = re.compile(r"(?:'?(?P<sheet>.*?)'?!)?(?P<letters>[A-Z]+)\d+")
_TABLE_KINDS = {Part.INDICATORS: "indicators", Part.CASH: "execution"}


@dataclass(frozen=True)
class _Table:
    """An entry sheet as it came back: its headings by the letters of their columns, and the rows below."""

    part: Part
    heading: Row
    headings: dict[str, str]
    rows: list[Row]

    def places(self, row: Row) -> dict[str, int]:
        """Heading -> place of its cell in a row, which may have fewer cells than the heading."""
        return {
            self.headings[letters]: place
            for place in range(len(row.cells))
            if (letters := _letters(row, place)) in self.headings
        }

    def key(self, row: Row) -> str:
        place = self.places(row).get(KEY_HEADING)
        return "" if place is None else clean(row.printed_cell(place))

    def entered(self, row: Row) -> list[int]:
        """The places of the entry cells that are filled in."""
        places = self.places(row)
        return [
            places[entry] for entry in ENTRIES[self.part] if entry in places and clean(row.printed_cell(places[entry]))
        ]


def is_heading(row: Row) -> bool:
    """Whether a row is the marker that the hidden list of keys starts with."""
    return row.cells[0].strip() == MARKER


def described(rows: tuple[Row, ...]) -> Act:
    marker = next(row for row in rows if is_heading(row))
    title = clean(marker.printed_cell(3)) or clean(marker.printed_cell(2))
    return Act(rows, f"Фактичні значення: {title}", KIND, programme_id=clean(marker.printed_cell(2)) or None)


def read(act: Act, document_id: str) -> Facts:
    """Actual values and cash expenditure, with every row of the entry sheets as entered.

    Raises FileRefused for a workbook of another version or without its headings, NothingToRead for an empty one.
    """
    marker = next(row for row in act.rows if is_heading(row))
    version = clean(marker.printed_cell(1))
    if version != VERSION:
        raise FileRefused(
            f"this workbook for actual values is of format version {version or 'unknown'}, and only {VERSION} can be "
            "read. Write a new one with python -m loaders template, and copy what was entered into it."
        )
    sheets = _by_sheet(act.rows)
    lines = _lines(sheets.pop(_sheet(marker)))
    tables = [table for name, rows in sheets.items() if name != HOW_TO_SHEET for table in _tables(rows)]
    if not tables:
        raise FileRefused(
            f"the workbook has lost the sheets {' and '.join(f'«{part}»' for part in Part)}. Write a new one with "
            "python -m loaders template."
        )
    left_out = list(_other_sheets(sheets, tables, document_id))
    facts = Facts.together([*(_read(tables, lines, document_id)), Facts(unread=tuple(left_out))])
    if not facts.fact_count and not facts.unread:
        raise NothingToRead("nothing is entered in this workbook for actual values yet.")
    return facts


def _sheet(row: Row) -> str:
    """The sheet a row stands in: the place of its first cell is, for example, `Показники!H12`."""
    found = _PLACE.fullmatch(row.locator(0))
    return (found["sheet"] or "") if found else ""


def _letters(row: Row, place: int) -> str:
    """The column of a cell. Readers leave out columns that are blank, so that only the locator tells."""
    found = _PLACE.fullmatch(row.locator(place))
    return found["letters"] if found else ""


def _by_sheet(rows: Sequence[Row]) -> dict[str, list[Row]]:
    sheets: dict[str, list[Row]] = {}
    for row in rows:
        sheets.setdefault(_sheet(row), []).append(row)
    return sheets


def _lines(rows: Sequence[Row]) -> dict[str, Line]:
    """Key -> line, from the hidden list."""
    found = (line_of(row.cells) for row in rows)
    return {clean(line.key): line for line in found if line}


def _tables(rows: Sequence[Row]) -> list[_Table]:
    """The table of a sheet, if it has one. Raises FileRefused where its headings were changed."""
    row = next((row for row in rows if KEY_HEADING in map(clean, row.cells)), None)
    if row is None:
        return []
    cells = [clean(cell) for cell in row.cells]
    part = next((part for part in Part if ENTRIES[part][0] in cells), None)
    needed = (*Line(key="", part=part, name="").labels(), *ENTRIES[part]) if part else FIGURES
    lost = next((name for name in needed if cells.count(name) != 1), None)
    if part is None or lost:
        raise FileRefused(
            f"{row.locator()}: the heading «{lost}» is missing or stands twice. Headings of this workbook may not be "
            "changed: put it back, or write a new workbook with python -m loaders template."
        )
    headings = {_letters(row, place): name for place, name in enumerate(cells)}
    return [_Table(part, row, headings, [other for other in rows if other.no > row.no])]


def _other_sheets(sheets: dict[str, list[Row]], tables: Sequence[_Table], document_id: str) -> Iterator[Unread]:
    """Sheets that somebody added are left out in sight."""
    own = {_sheet(table.heading) for table in tables} | {HOW_TO_SHEET, KEYS_SHEET}
    for name, rows in sheets.items():
        first = next((row for row in rows if not row.is_blank), None)
        if name not in own and first:
            text = f"{first.printed} ({first.locator()} – {rows[-1].locator()})"
            yield as_printed.unread(first, None, UnreadReason.TABLE_UNKNOWN, document_id, text)


def _read(tables: Sequence[_Table], lines: dict[str, Line], document_id: str) -> Iterator[Facts]:
    filled = Counter(table.key(row) for table in tables for row in table.rows if table.entered(row))
    for number, table in enumerate(tables, start=1):
        kind = _TABLE_KINDS[table.part]
        yield Facts(source_rows=(as_printed.source_row(table.heading, "heading", document_id, number, kind),))
        for row in table.rows:
            yield from _strays(table, row, document_id)
            if table.entered(row):
                yield _line(table, row, lines, filled, document_id)
            if not row.is_blank:
                role = "data" if table.entered(row) else "ignored"
                yield Facts(source_rows=(as_printed.source_row(row, role, document_id, number, kind),))


def _line(table: _Table, row: Row, lines: dict[str, Line], filled: Counter[str], document_id: str) -> Facts:
    """What was entered in a row, or why the row is left out."""
    line, key, first = lines.get(table.key(row)), table.key(row), table.entered(row)[0]
    if line is None or line.part is not table.part:
        return _left_out(row, first, row.printed, UnreadReason.LINE_UNKNOWN, document_id)
    if filled[key] > 1:
        return _left_out(row, first, row.printed, UnreadReason.LINE_TWICE, document_id)
    places = table.places(row)
    for heading, label in line.labels().items():
        shown = row.printed_cell(places[heading]) if heading in places else ""
        if clean(shown) != clean(label):
            text = f"{heading}: «{clean(shown)}», у книзі було «{clean(label)}»; {row.printed_cell(first).strip()}"
            return _left_out(row, places.get(heading, first), text, UnreadReason.LABEL_CHANGED, document_id)
    reader = indicator_of if table.part is Part.INDICATORS else execution_of
    return reader(Filled(row, line, places), document_id)


def _strays(table: _Table, row: Row, document_id: str) -> Iterator[Facts]:
    """Text in a column that the workbook was not written with."""
    own = {KEY_HEADING, *Line(key="", part=table.part, name="").described(), *ENTRIES[table.part]}
    known = {place for heading, place in table.places(row).items() if heading in own}
    for place, text in enumerate(row.cells):
        if place not in known and text.strip():
            yield _left_out(row, place, text, UnreadReason.COLUMN_UNKNOWN, document_id)


def _left_out(row: Row, place: int, text: str, reason: UnreadReason, document_id: str) -> Facts:
    return Facts(unread=(as_printed.unread(row, place, reason, document_id, text.strip()),))
