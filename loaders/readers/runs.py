"""Cells in rows and columns, as a sheet or a separated text holds them, told apart as tables and lines of text.

A sheet says nothing of where a table starts and ends. A run is rows without a blank one between: its first rows with
one filled cell each are text; from the first row with two on, it is a table, up to the notes and signatures under it.
Columns that are blank in the whole table are dropped: official forms merge dozens of narrow ones.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import count

from data import reference
from loaders import cells
from loaders.rows import Row, Where
from loaders.tables import headings, wording

Line = tuple[int, list[str]]
"""The number of a row in its sheet, from 1, and its cells; a blank cell is an empty string."""
Place = Callable[[int, tuple[int, ...]], Where]
"""The place of a row, from its number and the columns (from 0) that its cells stand in."""

_NOTE_CELLS = 3
_SPACER_ROWS = 2


def rows_of(lines: Iterable[Line], place: Place, first: int = 1) -> Iterator[Row]:
    """The rows of a sheet, numbered from `first`.

    `lines` leave out blank rows: the numbers of the others tell where they are. A blank row that merged cells reach
    into is none, and is given.
    """
    numbers = count(first)
    above = None
    for run in _runs(lines):
        if above is not None:
            yield Row(next(numbers), ("",), place(above + 1, (0,)))
        above = run[-1][0]
        start = next((place for place, (_, line) in enumerate(run) if _filled(line) > 1), len(run))
        end = start + _size(run[start:])
        yield from _texts(run[:start], place, numbers)
        yield from _table(run[start:end], place, numbers)
        yield from _texts(run[end:], place, numbers)


def one_line(parts: Sequence[str]) -> str:
    """The lines of a cell as one. Digits that stood on two lines are never joined to one number: `12 / 345`."""
    text = ""
    for part in parts:
        if part := part.strip():
            split = " / " if text[-1:].isdigit() and part[0].isdigit() else " "
            text = f"{text}{split}{part}" if text else part
    return text


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Rows without a blank one between; up to two do not count where the table above them goes on below."""
    run: list[Line] = []
    used: set[int] = set()
    counted = 0
    for part in _unbroken(lines):
        if run:
            gap = part[0][0] - run[-1][0] - 1
            used.update(column for _, line in run[counted:] if _filled(line) > 1 for column in _columns(line))
            counted = len(run)
            if gap > _SPACER_ROWS or not (_goes_on(part[0][1], used) or _is_body(part, run, used)):
                yield run
                run, used, counted = [], set(), 0
            else:
                run.extend((part[0][0] - before, [""]) for before in range(gap, 0, -1))
        run.extend(part)
    if run:
        yield run


def _unbroken(lines: Iterable[Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in lines:
        if part and line[0] != part[-1][0] + 1:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _goes_on(line: list[str], used: set[int]) -> bool:
    """Whether a row holds an amount, which no heading does, and stands in the columns of a table above it."""
    if _filled(line) < 2 or not any(cells.amount(cell).value is not None and cells.year(cell) is None for cell in line):
        return False
    return used.issuperset(_columns(line))


def _is_body(part: list[Line], run: list[Line], used: set[int]) -> bool:
    """Whether the table above is only headings yet, and these rows, with amounts or words for them, are its first."""
    table = [line for _, line in run if _filled(line) > 1]
    if not all(map(_is_heading, table)) or not any(wording.year_in(cell) for line in table for cell in line):
        return False
    if any(_is_heading(line) or not used.issuperset(_columns(line)) for _, line in part):
        return False
    rows = [line for _, line in part if _filled(line) > 1]
    return any(_holds_number(line) or any(map(wording.is_funding_note, line)) for line in rows)


def _is_heading(line: list[str]) -> bool:
    return headings.is_heading(Row(0, tuple(line)))


def _columns(line: list[str]) -> Iterator[int]:
    return (column for column, cell in enumerate(line) if cell)


def _filled(line: list[str]) -> int:
    return sum(map(bool, line))


def _size(table: list[Line]) -> int:
    """How many rows the table has before the notes and signatures under it: few cells, no number, and their words."""
    start = len(table)
    while start > 1 and _filled(table[start - 1][1]) <= _NOTE_CELLS and not _holds_number(table[start - 1][1]):
        start -= 1
    return next((place for place in range(start, len(table)) if _opens_notes(table[place][1])), len(table))


def _holds_number(line: list[str]) -> bool:
    return any(cells.amount(cell).value is not None for cell in line)


def _opens_notes(line: list[str]) -> bool:
    first = next((cell for cell in line if cell), "")
    return wording.opens_note(first) or cells.clean(first).casefold().startswith(_signatures())


@cache
def _signatures() -> tuple[str, ...]:
    return tuple(word.casefold() for word in reference.load("below_tables")["signatures"])


def _texts(run: list[Line], place: Place, numbers: Iterator[int]) -> Iterator[Row]:
    """Lines of text; what a person wrote on several lines of a cell is as many lines."""
    for number, line in run:
        filled = [column for column, cell in enumerate(line) if cell]
        where = place(number, tuple(filled[:1]))
        text = " ".join(line[column] for column in filled)
        yield from (Row(next(numbers), (part,), where) for part in text.splitlines())


def _table(run: list[Line], place: Place, numbers: Iterator[int]) -> Iterator[Row]:
    if not run:
        return
    width = max(len(line) for _, line in run)
    for _, line in run:
        if len(line) < width:
            line.extend([""] * (width - len(line)))
    used = tuple(column for column, held in enumerate(zip(*(line for _, line in run), strict=True)) if any(held))
    all_used = len(used) == width
    for number, line in run:
        held = line if all_used else [line[column] for column in used]
        if "\n" in "".join(held):
            held = [one_line(cell.split("\n")) for cell in held]
        yield Row(next(numbers), tuple(held), place(number, used))
