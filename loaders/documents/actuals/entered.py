"""What somebody entered in one row of a workbook for actual values: figure, date, source and comment."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from data.contracts import Execution, Fund, IndicatorKind, IndicatorValue, Unread, UnreadReason
from loaders import as_printed
from loaders.cells import amount, clean, first_date
from loaders.entry.form import Entry, Line
from loaders.facts import Facts
from loaders.money import fits_quantity, in_uah
from loaders.rows import Row

FIGURES = (Entry.ACTUAL, Entry.CASH)

_MARK = ","
"""The decimal mark of text that somebody typed: 1,234 has a part, 1.234 may be a thousand too. A number that a sheet
stores is no doubt: readers give it with other than three places."""

_SHORT_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_PER_CENT = re.compile(r"%|(?:відс|процент)", re.IGNORECASE)
_NO_RESULT = re.compile(r"#[A-ZА-ЯІЇЄ/0-9]+[!?]?|Err:\d+|=.*")
"""A formula with an error, or one whose result the file does not hold."""


@dataclass(frozen=True)
class Filled:
    """A row that is filled in, the line it stands for, and the place of each column."""

    row: Row
    line: Line
    places: dict[str, int]

    def text(self, entry: Entry) -> str | None:
        """What is entered, without surplus spaces; None for an empty cell or a sheet without such a column."""
        return clean(self.row.printed_cell(self.places[entry])) or None if entry in self.places else None

    def printed(self, entry: Entry) -> str:
        return self.row.printed_cell(self.places[entry])

    def locator(self, entry: Entry) -> str:
        return self.row.locator(self.places[entry])

    def unread(self, entry: Entry, reason: UnreadReason, document_id: str) -> Unread:
        return as_printed.unread(self.row, self.places[entry], reason, document_id, self.printed(entry).strip())


def indicator_of(filled: Filled, document_id: str) -> Facts:
    """The actual value of an indicator; words only where its target is words."""
    line, entered = filled.line, filled.text(Entry.ACTUAL)
    as_of, unread = _as_of(filled, document_id)
    if entered is None:
        return Facts(unread=unread)
    value, reason = _number(_in_unit(entered, line.unit))
    if value is not None and not fits_quantity(value):
        value, reason = None, UnreadReason.QUANTITY_TOO_LONG
    words = entered if line.takes_words and _are_words(entered) else None
    if value is None and words is None:
        assert reason
        return Facts(unread=(filled.unread(Entry.ACTUAL, reason, document_id), *unread))
    actual = IndicatorValue(
        document_id=document_id,
        locator=filled.locator(Entry.ACTUAL),
        printed=filled.printed(Entry.ACTUAL),
        row_no=filled.row.no,
        line_code=line.line_code,
        group=line.group,
        name=line.name,
        task=line.task,
        measure=line.measure,
        unit=line.unit,
        fiscal_year=line.fiscal_year,
        kind=IndicatorKind.ACTUAL,
        value=value,
        text=words,
        fund=line.fund,
        info_source=filled.text(Entry.SOURCE),
        as_of=as_of,
        note=filled.text(Entry.COMMENT),
    )
    return Facts(indicators=(actual,), unread=unread)


def execution_of(filled: Filled, document_id: str) -> Facts:
    """The cash expenditure of a line in its year, cumulative from January."""
    line, entered = filled.line, filled.text(Entry.CASH)
    as_of, unread = _as_of(filled, document_id)
    if entered is None:
        return Facts(unread=unread)
    cash, reason = _number(entered)
    if cash is not None:
        cash, reason = in_uah(cash, unit=1)
    if reason:
        return Facts(unread=(filled.unread(Entry.CASH, reason, document_id), *unread))
    reported = Execution(
        document_id=document_id,
        locator=filled.locator(Entry.CASH),
        printed=filled.printed(Entry.CASH),
        row_no=filled.row.no,
        line_code=line.line_code,
        name=line.name,
        period=str(line.fiscal_year),
        fund=line.fund or Fund.UNSPECIFIED,
        cash=cash,
        note=filled.text(Entry.COMMENT),
        as_of=as_of,
    )
    return Facts(execution=(reported,), unread=unread)


def _number(text: str) -> tuple[Decimal | None, UnreadReason | None]:
    read = amount(text, _MARK)
    if read.value is None:
        is_either = read.reason is UnreadReason.OTHER_DECIMAL_MARK
        return None, UnreadReason.THOUSANDS_OR_DECIMALS if is_either else read.reason or UnreadReason.NOT_A_NUMBER
    # Readers of workbooks give 12.345 as 12.3450.
    whole, _, places = f"{read.value:f}".partition(".")
    value = Decimal(".".join(filter(None, [whole, places.rstrip("0")])))
    return (None, UnreadReason.BELOW_ZERO) if value < 0 else (value, None)


def _are_words(text: str) -> bool:
    numbers = (None, UnreadReason.OTHER_DECIMAL_MARK)
    return amount(text, _MARK).reason not in numbers and not _NO_RESULT.fullmatch(text)


def _in_unit(text: str, unit: str | None) -> str:
    """Sheets show 85 per cent as 85%: for a unit that is per cent the sign says nothing new."""
    return text[:-1].strip() if text.endswith("%") and unit and _PER_CENT.search(unit) else text


def _as_of(filled: Filled, document_id: str) -> tuple[date | None, tuple[Unread, ...]]:
    entered = filled.text(Entry.AS_OF)
    if entered is None:
        return None, ()
    day = _date(entered)
    return (day, ()) if day else (None, (filled.unread(Entry.AS_OF, UnreadReason.NOT_A_DATE, document_id),))


def _date(text: str) -> date | None:
    """A date as readers of workbooks give it (`2022-12-31`, with or without a time), or as people write it."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return first_date(text) if _SHORT_DATE.fullmatch(text) else None
