"""The tables in the rows of an act, and which kind each is by its headings."""

import re
from bisect import bisect
from dataclasses import dataclass, replace

from data import reference
from loaders.cells import clean
from loaders.rows import Row
from loaders.tables import headings, units, wording
from loaders.tables.headings import NAMES, Title

MEASURES = "measures"
RESOURCES = "resources"
INDICATORS = "indicators"
PROGRAMME_PASSPORT = "programme_passport"
UNKNOWN = "unknown"
_HEADING_ROWS = 6
_TITLE_LINES = 4
_PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?")


@dataclass(frozen=True)
class Table:
    """One table: its heading rows, its data rows, and the count of columns that its column-number row gives.

    `notes` are its footnotes, in rows of their own or in the lines right below it.
    """

    no: int
    kind: str
    heading: tuple[Row, ...]
    data: tuple[Row, ...]
    numbering: tuple[Row, ...]
    width: int | None
    notes: tuple[Row, ...] = ()
    title: Title | None = None

    @property
    def rows(self) -> list[tuple[str, Row]]:
        """Every row with its role, in the order of the document."""
        marked = [("heading", row) for row in self.heading]
        marked += [("column_numbers", row) for row in self.numbering]
        marked += [("data", row) for row in self.data]
        marked += [("note", row) for row in self.notes]
        return sorted(marked, key=lambda pair: pair[1].no)


def tables_of(rows: tuple[Row, ...]) -> list[Table]:
    """The tables in order, the pages of each put together."""
    tables: list[list[Row]] = []
    rows = _units_as_lines(rows)
    lines = [row for row in rows if not row.in_table and not row.is_blank]
    pages = [row.no for row in lines if _PAGE_NUMBER.fullmatch(clean(row.text))]
    notes = [row for row in lines if is_note(row)]
    passed = {*pages, *(row.no for row in notes)}
    texts = [row for row in lines if row.no not in passed]
    places = [row.no for row in texts]
    for block in _blocks(rows):
        if tables and _continues(block, tables[-1], places, sorted(passed)):
            tables[-1].extend(block)
        else:
            tables.append(block)
    found = [_table(number, block) for number, block in enumerate(tables, start=1)]
    return [
        replace(
            table,
            title=_title(texts, places, above[-1].no if above else 0, block[0].no),
            notes=(*table.notes, *_notes_of(notes, block, below[0].no if below else None, places)),
        )
        for table, above, block, below in zip(found, [[], *tables], tables, [*tables[1:], []], strict=False)
    ]


def is_note(row: Row) -> bool:
    """Whether a row, or a line, is a footnote: it has one text, which opens as one."""
    first = next((cell.strip() for cell in row.cells if cell.strip()), "")
    return wording.opens_note(first) and sum(bool(cell.strip()) for cell in row.cells) == 1


def is_signature(table: Table) -> bool:
    """Whether a block is one line of words, as the signature under a decision, and no table."""
    return _is_words([row for _, row in table.rows])


def _title(texts: list[Row], places: list[int], above: int, first: int) -> Title:
    """What the last lines between two tables say."""
    between = texts[bisect(places, above) : bisect(places, first)]
    return Title.of([row.text for row in between[-_TITLE_LINES:]])


def _notes_of(notes: list[Row], block: list[Row], following: int | None, texts: list[int]) -> list[Row]:
    """The footnotes between the rows of a table, and those below it up to the next text or table."""
    start, end = block[0].no, block[-1].no
    text = bisect(texts, end)
    stops = [stop for stop in (following, texts[text] if text < len(texts) else None) if stop]
    return [row for row in notes if start < row.no and all(row.no < stop for stop in stops)]


def _is_words(rows: list[Row]) -> bool:
    return len(rows) == 1 and not any(char.isdigit() for char in rows[0].text)


def _units_as_lines(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """A unit alone in a row above a table, «тис. грн» at its right edge, is a line over it and no row of its own."""
    lines: list[Row] = []
    for above, row in zip([None, *rows], rows, strict=False):
        opens = above is None or not above.in_table or above.is_blank
        filled = [cell for cell in row.cells if cell.strip()] if opens and row.in_table else []
        is_unit = len(filled) == 1 and not wording.plain(filled[0]) and units.names_unit_at_end(filled[0])
        lines.append(replace(row, cells=(filled[0],)) if is_unit else row)
    return tuple(lines)


def _blocks(rows: tuple[Row, ...]) -> list[list[Row]]:
    """Runs of table rows without a line between them; rows of nothing but tabs neither count nor divide."""
    blocks: list[list[Row]] = []
    last = None
    for row in rows:
        if not row.in_table:
            continue
        if blocks and row.no - 1 == last:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        last = row.no
    filled = ([row for row in block if not row.is_blank] for block in blocks)
    return [block for block in filled if block]


def _continues(block: list[Row], table: list[Row], texts: list[int], pages: list[int]) -> bool:
    """Whether a block is the next page of a table: it opens with the column numbers, or the headings, of that table.

    Headings repeated under a text of their own (a line in `texts`) start another table. Rows without any headings go
    on with the table above when nothing but the number of a page (a line in `pages`) stands between.
    """
    counted = {_numbers(row) for row in table[:_HEADING_ROWS]}
    if (numbers := _numbers(block[0])) and numbers in counted:
        return True
    if _are_between(texts, table, block):
        return False
    if _shape(block[0]) == _shape(table[0]):
        return True
    if not _are_between(pages, table, block) or _is_words(block):
        return False
    own = next((numbers for row in block[:_HEADING_ROWS] if (numbers := _numbers(row))), 0)
    return (not own or own in counted) and _table(0, block).kind == UNKNOWN


def _are_between(lines: list[int], table: list[Row], block: list[Row]) -> bool:
    return bisect(lines, block[0].no) != bisect(lines, table[-1].no)


def _table(number: int, block: list[Row]) -> Table:
    place = next((place for place, row in enumerate(block[:_HEADING_ROWS]) if _numbers(row)), None)
    if place is None:
        place = headings.count(block)
        width = None
    else:
        width = _numbers(block[place])
    heading, body = block[:place], block[place:]
    repeated = {_shape(row) for row in heading}
    starts = {_start(row) for row in heading}
    again: list[Row] = []
    numbering: list[Row] = []
    data: list[Row] = []
    notes: list[Row] = []
    for row in body:
        if is_note(row):
            notes.append(row)
        elif width and _numbers(row) == width:
            numbering.append(row)
        elif _start(row) in starts and _shape(row) in repeated:
            again.append(row)
        else:
            data.append(row)
    kind = _kind(heading, block)
    return Table(number, kind, tuple(heading + again), tuple(data), tuple(numbering), width, tuple(notes))


def _kind(heading: list[Row], block: list[Row]) -> str:
    if kind := _kind_by_headings([clean(cell) for row in heading for cell in row.cells if cell.strip()]):
        return kind
    texts = {wording.plain(cell) for row in heading or block for cell in row.cells}
    for kind, words in reference.load("measure_tables")["other_tables"].items():
        if {wording.plain(word) for word in words} & texts:
            return kind
    return UNKNOWN


def _kind_by_headings(texts: list[str]) -> str | None:
    """Indicators, measures or resources: the last two print amounts, under what names measures or what pays."""
    roles = {wording.role_of(text) for text in texts}
    of_indicators = {wording.role_of(text, "indicator_tables") for text in texts}
    needed = set(reference.load("indicator_tables")["needed"])
    if "name" in of_indicators and of_indicators & needed and not any(map(units.unit_in, texts)):
        return INDICATORS
    has_amounts = any(map(wording.year_in, texts)) or roles & {"total", "all_years_total"}
    if has_amounts and roles & set(NAMES):
        return MEASURES
    return RESOURCES if has_amounts and "funding_source" in roles else None


def _numbers(row: Row) -> int:
    """How many columns a row of column numbers 1, 2, 3, ... counts; 0 for any other row."""
    if clean(row.cells[0]) != "1":
        return 0
    cells = [clean(cell) for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    counted = [str(number) for number in range(1, len(cells) + 1)]
    return len(cells) if len(cells) > 2 and cells == counted else 0


def _start(row: Row) -> str:
    """The first text of a row, which is enough to tell most rows apart."""
    return next((text for cell in row.cells if (text := clean(cell))), "").casefold()


def _shape(row: Row) -> tuple[str, ...]:
    return tuple(clean(cell).casefold() for cell in row.cells)
