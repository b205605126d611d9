"""Tables of indicators: name, unit, baseline, a target for each year or for the whole programme; in groups or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.contracts import IndicatorGroup, IndicatorKind, IndicatorValue, Statement, Topic, Unread, UnreadReason
from loaders import as_printed, cells
from loaders.documents.measures.names import section_of
from loaders.facts import Facts
from loaders.money import fits_quantity
from loaders.rows import Row
from loaders.tables import Table, wording
from loaders.tables.layout import Heading, check_repeated, error_at, leaves_of

_WORDS = "indicator_tables"
_TEXTS = ("number", "name", "unit", "group", "task", "measure", "info_source")
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class _Column:
    place: int
    role: str
    fiscal_year: int | None = None

    @property
    def is_value(self) -> bool:
        return self.role in ("baseline", "value")


@dataclass(frozen=True, slots=True)
class _Indicator:
    """What a row says of its indicator, apart from the values."""

    row: Row
    name: str
    number: str | None = None
    group: IndicatorGroup | None = None
    task: str | None = None
    measure: str | None = None
    unit: str | None = None
    info_source: str | None = None


def read(table: Table, document_id: str) -> Facts:
    """One entry a printed value; the texts of qualitative indicators are expected results of their measures.

    Raises TableError for a heading that is unknown or repeated.
    """
    columns = _columns(table)
    _check_no_heading_below(table, columns)
    mark = cells.decimal_mark(_text(row, column.place) for row in table.data for column in columns if column.is_value)
    headed = {column.place for column in columns}
    found: list[IndicatorValue | Statement | Unread | None] = []
    for indicator in _indicators(table, columns, document_id):
        if isinstance(indicator, Unread):
            found.append(indicator)
            continue
        row = indicator.row
        found += [_value(indicator, column, mark, document_id) for column in columns if column.is_value]
        found += [
            _result(indicator, column.place, document_id) for column in columns if column.role == "expected_result"
        ]
        found += as_printed.under_no_heading(row, headed, document_id)
    return Facts(
        indicators=tuple(entry for entry in found if isinstance(entry, IndicatorValue)),
        statements=tuple(entry for entry in found if isinstance(entry, Statement)),
        unread=tuple(entry for entry in found if isinstance(entry, Unread)),
    )


def _columns(table: Table) -> list[_Column]:
    leaves = leaves_of(table.heading, table.width, _meaning_or_none)
    check_repeated(leaves, _meaning_or_none)
    return [_Column(leaf.place, *_meaning(leaf)) for leaf in leaves]


def _check_no_heading_below(table: Table, columns: list[_Column]) -> None:
    """A row of years that opens the data under no name and no unit is a heading that is not known whole: without it
    nobody can tell whose the values are.
    """
    texts = [column.place for column in columns if column.role in ("number", "name", "unit")]
    for row in table.data[:1]:
        filled = [place for place in range(len(row.cells)) if _text(row, place)]
        if not set(filled).intersection(texts) and any(wording.is_year(_text(row, place)) for place in filled):
            words = next((place for place in filled if not wording.is_known(_text(row, place))), filled[0])
            raise error_at(row.locator(words), _text(row, words), UnreadReason.HEADING_UNKNOWN, "is not known")


def _meaning_or_none(leaf: Heading) -> tuple[str | None, int | None]:
    """What a column holds, and for which year: one that is headed by a year alone holds the targets of that year."""
    return wording.role_of(leaf.text, _WORDS), leaf.fiscal_year


def _meaning(leaf: Heading) -> tuple[str, int | None]:
    role, fiscal_year = _meaning_or_none(leaf)
    if role is None or (role == "total" and fiscal_year is None):
        raise error_at(leaf.locator, leaf.text, UnreadReason.HEADING_UNKNOWN, "is not known")
    return ("value" if role == "total" else role), (fiscal_year if role not in _TEXTS else None)


def _indicators(table: Table, columns: list[_Column], document_id: str) -> Iterator[_Indicator | Unread]:
    """The rows that hold an indicator. A task merged down over several rows stands in the first of them."""
    places = {column.role: column.place for column in columns if column.role in _TEXTS}
    values = [column.place for column in columns if column.is_value or column.role == "expected_result"]
    group: IndicatorGroup | None = None
    task: str | None = None
    for row in table.data:
        texts = {role: _text(row, place) for role, place in places.items()}
        has_values = any(_text(row, place) for place in values)
        if not has_values and not texts.get("unit"):
            heading = " ".join(text for text in texts.values() if text)
            group, section = wording.indicator_group(heading), section_of(texts.get("name") or heading)
            if section and section.what == "task":
                task = section.name
            elif not group:
                yield _unread(row, None, UnreadReason.NOTHING_KNOWN, document_id)
            continue
        task = texts.get("task") or task
        group = wording.indicator_group(texts.get("group") or "") or group
        name, number = texts.get("name"), (texts.get("number") or "").rstrip(".")
        if cells.is_full_date(number):
            yield _unread(row, places["number"], UnreadReason.NOT_A_LINE_NUMBER, document_id)
            number = ""
        if not name:
            yield _unread(row, None, UnreadReason.INDICATOR_UNNAMED, document_id)
            continue
        own = {role: texts.get(role) or None for role in ("measure", "unit", "info_source")}
        yield _Indicator(row, name, number or None, group, task, **own)


def _value(
    indicator: _Indicator, column: _Column, mark: str | None, document_id: str
) -> IndicatorValue | Unread | None:
    """A number, a dash (which is none), or a target that is words; what is neither is unread."""
    row = indicator.row
    text = _text(row, column.place)
    if not text:
        return None
    read = cells.amount(text.removesuffix("%"), mark)
    if read.value is not None and not fits_quantity(read.value):
        return _unread(row, column.place, UnreadReason.QUANTITY_TOO_LONG, document_id)
    is_words = read.reason is UnreadReason.NOT_A_NUMBER and bool(_WORD.search(text))
    if read.reason and not is_words:
        return _unread(row, column.place, read.reason, document_id)
    return IndicatorValue(
        document_id=document_id,
        locator=row.locator(column.place),
        printed=row.printed_cell(column.place),
        row_no=row.no,
        line_code=indicator.number,
        group=indicator.group,
        name=indicator.name,
        task=indicator.task,
        measure=indicator.measure,
        unit=indicator.unit,
        fiscal_year=column.fiscal_year,
        kind=IndicatorKind.BASELINE if column.role == "baseline" else IndicatorKind.TARGET,
        value=read.value,
        text=text if is_words else None,
        info_source=indicator.info_source,
    )


def _result(indicator: _Indicator, place: int, document_id: str) -> Statement | None:
    """The text of a qualitative indicator, as an expected result of its measure."""
    row = indicator.row
    text = _text(row, place)
    if not text:
        return None
    return Statement(
        document_id=document_id,
        locator=row.locator(place),
        printed=row.printed_cell(place),
        row_no=row.no,
        topic=Topic.EXPECTED_RESULT,
        parent=cells.line_code(indicator.measure)[0] if indicator.measure else None,
        text=text,
    )


def _text(row: Row, place: int) -> str:
    return cells.clean(row.cells[place]) if place < len(row.cells) else ""


def _unread(row: Row, place: int | None, reason: UnreadReason, document_id: str) -> Unread:
    return as_printed.unread(row, place, reason, document_id, cells.clean(row.text) if place is None else None)
