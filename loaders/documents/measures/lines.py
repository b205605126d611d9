"""The lines of a table of measures: what each row is about, before its amounts. What adds up what: totals.py.

A line is a row of the table: the whole programme, a direction, a spending unit, a task, a measure, or an item of one.
"""

from collections.abc import Sequence
from dataclasses import replace

from data.contracts import Level, Statement, Topic, Unread, UnreadReason
from loaders import as_printed, cells
from loaders.documents.measures import names, parts
from loaders.documents.measures.line import Line, Place
from loaders.documents.measures.names import Named, Names, Section
from loaders.rows import Row
from loaders.tables.headings import Column

_OTHER_TEXTS = ("executors", "term", "funding_source", "expected_result")


class Lines:
    """The lines of a table in order, the directions that it names, and what is neither."""

    def __init__(self, columns: Sequence[Column], document_id: str) -> None:
        self.document_id = document_id
        self.columns = columns
        self.roles = {column.role: column for column in columns if not column.is_amount and column.role != "quantity"}
        self.lines: list[Line] = []
        self.directions: list[Statement] = []
        self.unread: list[Unread] = []
        self.here = Place()
        self.programme: str | None = None
        self.divided: int | None = None
        """Where the line stands whose parts follow."""

    def add(self, row: Row) -> None:
        found = names.names_of(row, self.roles)
        if cells.is_full_date(found.number):
            self.leave_out(row, UnreadReason.NOT_A_LINE_NUMBER, self.roles["number"])
            found = replace(found, number="")
        if self.divided is not None and not self._is_part(found):
            self.divided = None
        if found.direction:
            self._enter(row, names.direction_of(found.direction), found.direction)
        if found.total == "programme":
            self.programme = found.name or found.label
            self.here = Place()
            self._line(row, Level.PROGRAMME, self.programme, is_total=True)
        elif found.total == "sources":
            self._budget(row, found)
        elif found.total == "spending_direction" or (found.total and not found.name):
            self._total(row, found)
        elif section := self._section(row, found):
            self._enter(row, section, found.label or found.name)
            level = Level.TASK if section.what == "task" else Level.SPENDING_DIRECTION
            self._line(row, level, section.name, section.number, is_total=True)
        elif found.name or found.label:
            self._named(row, found)
        else:
            self._unnamed(row)

    def _line(self, row: Row, level: Level, name: str, code: str | None = None, **others: bool) -> None:
        """`others`: see Line."""
        source = names.text_of(row, self.roles.get("funding_source"))
        self.lines.append(Line(row, level, name, code, self.here, source or None, **others))

    def leave_out(self, row: Row, reason: UnreadReason, column: Column | None = None) -> None:
        """The whole row, or one cell of it."""
        place, text = (column.place, None) if column else (None, cells.clean(row.text))
        self.unread.append(as_printed.unread(row, place, reason, self.document_id, text))

    def _budget(self, row: Row, found: Names) -> None:
        """Money that pays for the row above it: a total, or a measure whose name says that its parts follow."""
        source = parts.source_of(found.label, numbered=not parts.is_unnumbered(found.number)) or found.label
        above = self.lines[-1] if self.lines else None
        if above is None:
            self._line(row, Level.PROGRAMME, self.programme or source, is_total=True)
            self.lines[-1] = replace(self.lines[-1], funding_source=source)
        elif above.is_total and above.level not in (Level.MEASURE, Level.ITEM):
            self.lines.append(replace(above, row=row, funding_source=source, goes_on=True))
        elif self.divided is not None:
            parent = self.lines[self.divided]
            self._part(row, source, None)
            self.lines[-1] = replace(parent, row=row, funding_source=source, goes_on=True, is_total=False)
        else:
            self.leave_out(row, UnreadReason.STRAY_BUDGET)

    def _total(self, row: Row, found: Names) -> None:
        """A total without a name: of what stands above it."""
        if found.total == "above":
            self._line(row, Level.PROGRAMME, found.label, is_total=True, adds_up_above=True)
        elif found.total == "task" and self.here.task:
            self._line(row, Level.TASK, self.here.task, is_total=True)
        elif found.total == "spending_direction" and self.here.direction:
            self.here = replace(self.here, task=None)
            self._line(row, Level.SPENDING_DIRECTION, self.here.direction or found.label, is_total=True)
        else:
            self.leave_out(row, UnreadReason.NOTHING_KNOWN)

    def _section(self, row: Row, found: Names) -> Section | None:
        """The direction or task that a row stands for: by its opening words, or as the only text of a row with room
        for others.
        """
        if found.name and found.label:
            return None
        text = found.label or found.name
        if section := names.section_of(text):
            return section
        room = sum(role in self.roles for role in _OTHER_TEXTS) > 1
        if not room or found.number or not text or sum(bool(cell.strip()) for cell in row.cells) > 1:
            return None
        return replace(names.direction_of(text), what="task")

    def _enter(self, row: Row, section: Section, printed: str) -> None:
        if section.what == "task":
            self.here = replace(self.here, task=section.name)
            self.divided = None
            return
        if section.name == self.here.direction:
            return
        self.divided = None
        self.here = replace(self.here, direction=section.name, task=None)
        place = names.place_of(row, printed)
        statement = Statement(
            document_id=self.document_id,
            locator=row.locator(place),
            printed=row.printed_cell(place),
            row_no=row.no,
            topic=Topic.SPENDING_DIRECTION,
            number=section.number,
            text=section.name,
        )
        if all((known.number, known.text) != (statement.number, statement.text) for known in self.directions):
            self.directions.append(statement)

    def _named(self, row: Row, found: Names) -> None:
        heads = bool(found.name) and not found.label and "measure" in self.roles
        named = None
        if found.name:
            named = names.kind_of_name(found, self.roles, unit_has_total=self.here.unit_has_total)
            self._move(row, found, named)
        if named is Named.UNTOLD:
            if heads or "measure" not in self.roles or found.total:
                self.leave_out(row, UnreadReason.UNIT_OR_TASK)
                return
            # The row is a measure and counts; it and those below it belong to no unit or task that is known.
            merged = names.is_merged(row, self.roles)
            self.leave_out(row, UnreadReason.UNIT_OR_TASK, self.roles["number" if merged else "name"])
        number = found.number.rstrip(".") or None
        if found.total:
            level = Level.SPENDING_UNIT if named is Named.UNIT else Level.TASK
            self._line(row, level, found.name, number, is_total=True)
            return
        code, words = cells.line_code(found.label or found.name)
        if not words:
            self.leave_out(row, UnreadReason.NOTHING_KNOWN)
            return
        code = code or number
        if self.divided is not None:
            self._part(row, parts.without_dash(words), code)
            return
        if not code and parts.opens_as_part(words):
            self.leave_out(row, UnreadReason.NOTHING_KNOWN)
            return
        if self._is_for_another_source(row, words, code):
            self._unnamed(row)
            return
        if parts.follow(words):
            self.divided = len(self.lines)
        level = Level.ITEM if code and code.count(".") > 1 else Level.MEASURE
        self._line(row, level, words, code, heads=heads)

    def _is_part(self, found: Names) -> bool:
        """Whether a row goes on dividing the line above: it has no number, or «1)». Below a line without a number only
        the mark of a part tells.
        """
        if (found.name and "measure" in self.roles) or found.total not in (None, "sources"):
            return False
        name = found.label or found.name
        if parts.is_marked(found.number, name):
            return True
        numbered = self.divided is not None and self.lines[self.divided].code is not None
        return numbered and parts.is_unnumbered(found.number) and cells.line_code(name)[0] is None

    def _part(self, row: Row, name: str, code: str | None) -> None:
        """A part of the line that is divided, which adds up its parts with all who pay for it."""
        first = self.divided or 0
        if not self.lines[first].is_total:
            self.lines[first:] = [replace(line, is_total=True) for line in self.lines[first:]]
        self._line(row, Level.ITEM, name, code)

    def _is_for_another_source(self, row: Row, name: str, code: str | None) -> bool:
        """Whether the row repeats number and name of the line above, for another source."""
        source = names.text_of(row, self.roles.get("funding_source"))
        if not code or not source or not self.lines:
            return False
        above = self.lines[-1]
        if (above.code, above.name, above.here) != (code, name, self.here) or not above.funding_source:
            return False
        same = (line.funding_source for line in reversed(self.lines) if (line.code, line.name) == (code, name))
        return source not in same

    def _move(self, row: Row, found: Names, named: Named) -> None:
        """Where the row stands, and those below it, until another name."""
        if named is Named.UNIT:
            has_total = found.total == "above"
            self.here = Place(self.here.direction, found.name, has_total, section=found.name)
        elif named is Named.UNTOLD:
            self.here = Place(self.here.direction, section=row.no)
        elif named is Named.TASK:
            self.here = replace(self.here, task=found.name)

    def _unnamed(self, row: Row) -> None:
        """A row that goes on with the line above, for another source; nothing is known of any other."""
        source = names.text_of(row, self.roles.get("funding_source"))
        if source and self.lines:
            above = self.lines[-1]
            self.lines.append(replace(above, row=row, funding_source=source, heads=False, goes_on=True))
        elif any(names.text_of(row, column) for column in self.columns):
            self.leave_out(row, UnreadReason.NOTHING_KNOWN)
