"""Indicators of a passport, or of a report on it: their groups, and each value with its fund."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from data import reference
from data.contracts import IndicatorGroup, IndicatorKind, IndicatorValue, Statement, Topic, Unread, UnreadReason
from loaders import as_printed
from loaders.documents.budget_form import amounts as form_amounts
from loaders.documents.budget_form import tables as form_tables
from loaders.documents.budget_form.amounts import Cell
from loaders.documents.budget_form.notes import Notes, notes_of
from loaders.documents.budget_form.points import Point
from loaders.documents.budget_form.tables import TableRow
from loaders.documents.budget_form.words import Text, bare, fold, is_item, number_of
from loaders.facts import Facts
from loaders.tables import wording

_INDICATOR = "показник"
_KINDS = {None: IndicatorKind.TARGET, "approved": IndicatorKind.TARGET, "cash": IndicatorKind.ACTUAL}
"""What a value is, by the heading above the funds; a passport has none."""


@dataclass(frozen=True)
class Indicator:
    """A row of an indicator: its name, the group it stands in, and what else its cells say.

    `stray` is a second name in the row that has no value of its own.
    """

    line: TableRow
    name: Text
    number: str | None = None
    group: IndicatorGroup | None = None
    unit: str | None = None
    info_source: str | None = None
    stray: Text | None = None


def read(point: Point, kind: str, year: int, table_no: int, document_id: str, *, special_is_empty: bool) -> Facts:
    """Every printed value, approved as a target and reached as an actual one, or as an unread entry that says why.

    `kind` is the name of the table. The deviation that a report prints beside them is not kept: it is their difference.
    """
    rows = list(form_tables.rows_of(point.rows))
    notes = notes_of(rows)
    lines = [line for line in rows if line.row.no not in notes.rows]
    mark = form_amounts.mark_of(lines)
    found = {indicator.line.row.no: indicator for indicator in indicators_of(lines)}
    values: list[IndicatorValue] = []
    unread = list(form_tables.left_out([line for line in lines if not group_of(line)], document_id))
    roles: dict[int, str] = {line.row.no: _role(line) for line in lines} | dict.fromkeys(notes.rows, "note")
    for line in lines:
        if roles[line.row.no] != "data" or not line.is_readable:
            continue
        read = form_amounts.cells_of(line, mark, None, special_is_empty=special_is_empty)
        unread.extend(form_tables.out_of_place(line, document_id))
        indicator = found.get(line.row.no)
        if indicator is None and form_amounts.is_blank(read):
            roles[line.row.no] = "ignored"
        elif indicator is None or not read:
            reason = UnreadReason.NAME_WITHOUT_VALUE if indicator else UnreadReason.NOTHING_KNOWN
            unread.append(form_tables.unread_row(line, reason, document_id))
        else:
            unread.extend(_strays(indicator, document_id))
            unread.extend(form_amounts.unread(cell, document_id) for cell in read if cell.reason)
            values.extend(_values(indicator, read, year, document_id))
    return Facts(
        indicators=tuple(values),
        statements=tuple(_explanations(notes, found, document_id)),
        unread=tuple(unread),
        source_rows=tuple(form_tables.source_rows(rows, roles, table_no, kind, document_id)),
    )


def indicators_of(rows: list[TableRow]) -> list[Indicator]:
    """The indicators in order, each in the group whose heading stands above it.

    The first heading may be lost: by the order of the form the rows above that of output are input. A share is no
    input, whatever stands above it: its group is not known.
    """
    group = _before(next((heads for line in rows if (heads := group_of(line))), None))
    lines = [line for line in rows if line.is_readable]
    found: list[Indicator] = []
    is_printed = False
    for line, below in zip_longest(lines, lines[1:]):
        if heads := group_of(line):
            group, is_printed = heads, True
        elif indicator := _indicator(line, below):
            is_share = fold(indicator.unit or "").rstrip(". ") in _units_of_a_share()
            own = None if is_share and group is IndicatorGroup.INPUT and not is_printed else group
            found.append(replace(indicator, group=own))
    return found


def group_of(line: TableRow) -> IndicatorGroup | None:
    """The group that a row heads: «1 продукту», «Показники якості» and no value behind.

    Its number may stand in a cell of its own, or in one with the name.
    """
    words = bare(line.row.text).split()
    if line.role == "heading" or not words or words[-1].isdecimal():
        return None
    named = [word for word in words if not word.isdecimal() and not word.startswith(_INDICATOR)]
    return wording.indicator_group(named[0]) if len(named) == 1 else None


def _role(line: TableRow) -> str:
    """A row that names a group heads the rows below it, wherever it stands."""
    return "heading" if group_of(line) else line.role


def _strays(indicator: Indicator, document_id: str) -> Iterator[Unread]:
    if stray := indicator.stray:
        yield as_printed.unread(stray.row, stray.column, UnreadReason.NAME_WITHOUT_VALUE, document_id)


def _values(indicator: Indicator, read: list[Cell], year: int, document_id: str) -> Iterator[IndicatorValue]:
    for cell in read:
        kind = _KINDS.get(cell.column.group)
        if kind is None or cell.reason:
            continue
        yield IndicatorValue(
            document_id=document_id,
            locator=cell.locator,
            printed=cell.printed,
            row_no=cell.row.no,
            line_code=indicator.number,
            group=indicator.group,
            name=indicator.name.text,
            unit=indicator.unit,
            fiscal_year=year,
            kind=kind,
            value=cell.value,
            text=cell.words,
            fund=cell.fund,
            info_source=indicator.info_source,
        )


def _explanations(notes: Notes, found: dict[int, Indicator], document_id: str) -> Iterator[Statement]:
    """Why values differ, with the number of the indicator that it is said of."""
    for row_no, said in notes.by_row.items():
        indicator = found.get(row_no) if row_no else None
        for text, words in said:
            yield Statement(
                document_id=document_id,
                locator=text.locator,
                printed=text.printed,
                row_no=text.row.no,
                topic=Topic.EXPLANATION,
                parent=indicator.number if indicator else None,
                text=words,
            )


def _before(first: IndicatorGroup | None) -> IndicatorGroup | None:
    """The group of the rows above the first printed heading: known only where one group can stand there."""
    return IndicatorGroup.INPUT if first is IndicatorGroup.OUTPUT else None


def _indicator(line: TableRow, below: TableRow | None) -> Indicator | None:
    """What a row says besides its values.

    Where the row is shifted by a cell its name stands in the column of numbers. A second name beside it is that of the
    row below, or has no value of its own.
    """
    number, name, stray = line.text("number"), line.text("name"), None
    if number and not is_item(number.text):
        next_name = _shifted_name(below)
        stray = name if name and (next_name is None or bare(next_name.text) != bare(name.text)) else None
        number, name = None, number
    if name is None:
        return None
    unit, info_source = line.text("unit"), line.text("info_source")
    return Indicator(
        line,
        name,
        number=number_of(number.text) if number else None,
        unit=unit.text if unit else None,
        info_source=info_source.text if info_source else None,
        stray=stray,
    )


def _shifted_name(line: TableRow | None) -> Text | None:
    number = line.text("number") if line else None
    return number if number and not is_item(number.text) else None


def _units_of_a_share() -> set[str]:
    return {fold(word).rstrip(". ") for word in reference.load("passport_form")["units_of_a_share"]}
