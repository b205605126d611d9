"""The lines of a table of measures: what each row is about, before its amounts.

A line is a row of the table: the whole programme, a spending unit, a task, a measure, or an item of a measure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from itertools import zip_longest

from data import reference
from data.contracts import Level, Unread, UnreadReason
from loaders import cells, headings
from loaders.headings import Column
from loaders.readers.rows import Row


@dataclass(frozen=True)
class Line:
    """What a row is about, before its amounts."""

    row: Row
    level: Level
    name: str
    code: str | None = None
    spending_unit: str | None = None
    task: str | None = None
    funding_source: str | None = None
    is_total: bool = False
    heads: bool = False
    """Whether the row names only a unit or a task, beside an empty column of measures."""
    section: str | int | None = None
    """The spending unit, or the row whose name may be one; numbers may start anew in each, and in each task."""

    def is_under(self, other: "Line") -> bool:
        """Whether the row belongs to the unit or task that another row names."""
        same_unit = self.section == other.section and self.level is not Level.PROGRAMME
        return same_unit and other.task in (None, self.task)

    @property
    def parent_code(self) -> str | None:
        return self.code.rpartition(".")[0] or None if self.code else None


class _Named(Enum):
    """What the column of names holds in a row."""

    UNIT = auto()
    TASK = auto()
    LINE = auto()
    UNTOLD = auto()


@dataclass(frozen=True)
class _Place:
    """The spending unit and task that a row without a name of its own belongs to."""

    section: str | int | None = None
    unit: str | None = None
    unit_has_total: bool = False
    task: str | None = None


@dataclass(frozen=True)
class _Texts:
    """Number, name and measure of a row."""

    number: str
    name: str
    label: str
    bare: str
    """The measure without punctuation and case."""


def lines_of(rows: tuple[Row, ...], columns: list[Column], document_id: str) -> tuple[list[Line], list[Unread]]:
    """The lines in order, each knowing its spending unit and task, and what is none.

    A line that has parts is marked as a total.
    """
    found = list(_lines(rows, columns, document_id))
    lines = [line for line in found if isinstance(line, Line)]
    return _with_totals(lines), [entry for entry in found if isinstance(entry, Unread)]


def _lines(rows: tuple[Row, ...], columns: list[Column], document_id: str) -> Iterator[Line | Unread]:
    roles = {column.role: column for column in columns if not column.is_amount and column.fiscal_year is None}
    programme: str | None = None
    here = _Place()
    level: Level | None = None
    for row in rows:
        texts = _texts(row, roles)
        if texts.bare in _words("programme"):
            programme = texts.name or texts.label
            here = _Place()
            line = Line(row, Level.PROGRAMME, programme, is_total=True)
        elif texts.bare in _words("sources"):
            if level not in (None, Level.PROGRAMME):
                yield _unread(row, UnreadReason.STRAY_BUDGET, document_id)
                continue
            source = texts.label.rstrip(": ")
            line = Line(row, Level.PROGRAMME, programme or source, funding_source=source, is_total=True)
        else:
            heads = bool(texts.name) and not texts.label and "measure" in roles
            named = _named(texts, roles, here) if texts.name else None
            here = _moved(here, row, texts, named)
            if named is _Named.UNTOLD:
                if heads or "measure" not in roles or texts.bare in _group_totals():
                    yield _unread(row, UnreadReason.UNIT_OR_TASK, document_id)
                    continue
                # The row is a measure and counts; it and those below it belong to no unit or task that is known.
                merged = _is_merged(row, roles)
                yield _unread(row, UnreadReason.UNIT_OR_TASK, document_id, roles["number" if merged else "name"])
            line = _line(row, texts, named, here)
            if line is None:
                yield _unread(row, UnreadReason.NOTHING_KNOWN, document_id)
                continue
            line = replace(line, heads=heads)
        level = line.level
        yield line


def _unread(row: Row, reason: UnreadReason, document_id: str, column: Column | None = None) -> Unread:
    """The whole row, or one cell of it, as left out."""
    locator = row.locator(column.place if column else None)
    text = row.cells[column.place] if column else cells.clean(row.text)
    return Unread(document_id=document_id, locator=locator, text=text, reason=reason)


def _named(texts: _Texts, roles: dict[str, Column], here: _Place) -> _Named:
    """What a row's name is.

    The heading decides what it may be: under «Завдання» no name is a unit, whatever its words. Under «Головний
    розпорядник/ Найменування завдань» a name is a unit when it has the words of one, or a total of its own («Всього:»;
    «Разом по завданню:» is printed for both). Any other name is a task only below a unit that has such a total, which
    says that the unit is divided; else it may as well be a unit whose words we do not know, and its lines would go to
    the unit above. Without a column of measures the name is the line itself; a body there may add up the lines below.
    """
    has_measures = "measure" in roles
    heading = roles["name"].heading.casefold() if "name" in roles else ""
    words: dict[str, str] = reference.load("measure_tables")["names"]
    if words["spending_unit"] not in heading:
        return _Named.TASK if has_measures else _Named.LINE
    if words["task"] not in heading:
        return _Named.UNIT
    is_body = _is_body(texts.name)
    if not has_measures:
        return _Named.UNTOLD if is_body else _Named.LINE
    if is_body or texts.bare in _words("spending_unit"):
        return _Named.UNIT
    return _Named.TASK if here.unit_has_total else _Named.UNTOLD


def _moved(here: _Place, row: Row, texts: _Texts, named: _Named | None) -> _Place:
    """Where the row stands, and those below it, until another name."""
    if named is _Named.UNIT:
        return _Place(texts.name, texts.name, unit_has_total=texts.bare in _words("spending_unit"))
    if named is _Named.UNTOLD:
        return _Place(row.no)
    return replace(here, task=texts.name) if named is _Named.TASK else here


def _line(row: Row, texts: _Texts, named: _Named | None, here: _Place) -> Line | None:
    """A total of a unit or a task, or a measure."""
    group_code = texts.number.rstrip(".") or None
    if texts.bare in _group_totals():
        if not texts.name:
            return None
        level = Level.SPENDING_UNIT if named is _Named.UNIT else Level.TASK
        return Line(row, level, texts.name, group_code, here.unit, here.task, is_total=True, section=here.section)
    code, words = cells.line_code(texts.label or texts.name)
    if not words:
        return None
    level = Level.ITEM if code and code.count(".") > 1 else Level.MEASURE
    return Line(row, level, words, code or group_code, here.unit, here.task, section=here.section)


def _with_totals(lines: list[Line]) -> list[Line]:
    """The lines; one that has parts, by its number or in the rows right below it, is a total."""
    parts = [line for line in lines if line.level in (Level.MEASURE, Level.ITEM)]
    parents = {(line.section, line.task, line.parent_code) for line in parts if line.parent_code}
    marked: list[Line] = []
    for line, below in zip_longest(lines, lines[1:]):
        has_parts = (line.section, line.task, line.code) in parents
        has_rows = line.heads and below is not None and below.is_under(line)
        marked.append(replace(line, is_total=True) if has_parts or has_rows else line)
    return marked


def _texts(row: Row, roles: dict[str, Column]) -> _Texts:
    """Number, name and measure of a row; what stands in a neighbour's column is put in its own."""
    number, name, label = (_cell(row, roles.get(role)) for role in ("number", "name", "measure"))
    if _is_merged(row, roles):
        number, name = "", number
    if not label and headings.plain(name) in _words("programme") | _words("sources") | _group_totals():
        name, label = "", name  # a total among the names
    return _Texts(number, name, label, headings.plain(label))


def _is_merged(row: Row, roles: dict[str, Column]) -> bool:
    """Whether the name stands in the column of numbers, merged with its own."""
    number = _cell(row, roles.get("number"))
    return bool(number) and not number.rstrip(".").replace(".", "").isdigit() and not _cell(row, roles.get("name"))


def _cell(row: Row, column: Column | None) -> str:
    return cells.clean(row.cells[column.place]) if column and column.place < len(row.cells) else ""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(headings.plain(word) for word in reference.load("measure_tables")["totals"][kind])


@cache
def _group_totals() -> frozenset[str]:
    return _words("spending_unit") | _words("group")


def _is_body(name: str) -> bool:
    """Whether a name has the words of a council's body."""
    first_two = re.findall(r"[\w'ʼ’-]+", name.casefold())[:2]
    return any(word in reference.load("measure_tables")["spending_unit_words"] for word in first_two)
