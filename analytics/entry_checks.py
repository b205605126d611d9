"""What somebody typed beside an indicator, as an entry to be saved, or what is wrong with it; nothing is guessed.

The rules are those of the workbook of actual values.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from analytics.entered import Place
from data.entries import NewEntry

LONGEST_TEXT = 500
LONGEST_AUTHOR = 200
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)

_PLACES, _WHOLE_DIGITS = 3, 15
"""As many as the warehouse keeps of a value."""
_NUMBER = re.compile(r"(?P<whole>\d+|[1-9]\d{0,2}(?: \d{3})+)(?:(?P<mark>[.,])(?P<part>\d+))?", re.ASCII)
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
_MINUS = re.compile(r"[-\u2212\u2013\u2014]\s*(?=\d)")
_PER_CENT = re.compile(r"%|(?:відс|процент)", re.IGNORECASE)
_NO_RESULT = re.compile(r"#[A-ZА-ЯІЇЄ/0-9]+[!?]?|Err:\d+|=.*|[-\u2212\u2013\u2014]")
"""An error of a spreadsheet, a formula, or a dash."""


class Field(StrEnum):
    """What is typed for a place; `author` once for all."""

    VALUE = "value"
    AS_OF = "as_of"
    SOURCE = "info_source"
    COMMENT = "comment"
    AUTHOR = "author"


class Fault(StrEnum):
    """Why something typed is refused: one fixed sentence each, so that pages can translate it."""

    NO_VALUE = "the row is filled in, but has no value; enter one or empty the row"
    NO_SOURCE = "say where the value comes from"
    NOT_A_NUMBER = "not a number; write it as 1234,5"
    BELOW_ZERO = "an actual value cannot be below zero"
    TWO_WAYS = "the point may divide thousands or decimals; write 1234 or 1,234"
    TOO_LONG_A_NUMBER = "more than three decimal places, or more than 15 digits before them"
    NOT_PER_CENT = "the unit of the indicator is not per cent; leave the sign out"
    TOO_LONG_A_TEXT = "the text is too long"
    OUT_OF_TIME = "the date is before 2000 or after 2099"
    IN_FUTURE = "the date is yet to come"
    NO_AUTHOR = "say who enters the values"


@dataclass(frozen=True)
class Typed:
    """One row as somebody filled it in; texts without surplus spaces, None where nothing stands."""

    place: Place
    value: str | None
    as_of: date | None
    info_source: str | None
    comment: str | None

    @property
    def is_empty(self) -> bool:
        return not (self.value or self.as_of or self.info_source or self.comment)


@dataclass(frozen=True)
class Refusal:
    """One thing typed that cannot be saved; `place` is None for the author."""

    place: Place | None
    field: Field
    fault: Fault
    typed: str


def spaced(text: str | None) -> str | None:
    """A text without surplus spaces; None for an empty one."""
    return " ".join((text or "").split()) or None


def checked(
    rows: Iterable[Typed], programme_id: str, author: str | None, today: date
) -> tuple[list[NewEntry], list[Refusal]]:
    """The entries of the rows that are filled in, and all that is wrong; with anything wrong nothing is to be saved."""
    entries: list[NewEntry] = []
    refused: list[Refusal] = []
    if author is None or len(author) > LONGEST_AUTHOR:
        fault = Fault.TOO_LONG_A_TEXT if author else Fault.NO_AUTHOR
        refused.append(Refusal(None, Field.AUTHOR, fault, author or ""))
    for row in rows:
        if row.is_empty:
            continue
        value, text, fault = read(row.value, row.place)
        faults = {
            Field.VALUE: (fault, row.value),
            Field.AS_OF: (_fault_of_day(row.as_of, today), row.as_of and f"{row.as_of:%d.%m.%Y}"),
            Field.SOURCE: (_fault_of_text(row.info_source) if row.info_source else Fault.NO_SOURCE, row.info_source),
            Field.COMMENT: (_fault_of_text(row.comment), row.comment),
        }
        refused += [Refusal(row.place, field, bad, typed or "") for field, (bad, typed) in faults.items() if bad]
        entries.append(
            NewEntry(
                indicator_id=row.place.indicator_id,
                indicator_name=row.place.name,
                part_of=row.place.part_of,
                unit=row.place.unit,
                programme_id=programme_id,
                fiscal_year=row.place.fiscal_year,
                fund=row.place.fund,
                value=value,
                text=text,
                as_of=row.as_of,
                info_source=row.info_source,
                comment=row.comment,
                author=author or "",
            )
        )
    return entries, refused


def read(typed: str | None, place: Place) -> tuple[Decimal | None, str | None, Fault | None]:
    """The number that is typed, or words where the target is words, or why it is neither."""
    if typed is None:
        return None, None, Fault.NO_VALUE
    value, fault = _number(typed, place.unit)
    if fault in (Fault.NOT_A_NUMBER, Fault.NOT_PER_CENT) and place.takes_words and not _NO_RESULT.fullmatch(typed):
        too_long = _fault_of_text(typed)
        return None, None if too_long else typed, too_long
    return value, None, fault


def _number(typed: str, unit: str | None) -> tuple[Decimal | None, Fault | None]:
    body = typed.removesuffix("%").rstrip()
    if body != typed and not _PER_CENT.search(unit or ""):
        return None, Fault.NOT_PER_CENT
    bare = _MINUS.sub("", body, count=1) if _MINUS.match(body) else body
    found = _NUMBER.fullmatch(bare)
    if found is None:
        return None, Fault.NOT_A_NUMBER
    if bare != body:
        return None, Fault.BELOW_ZERO
    if _TWO_WAYS.fullmatch(body):
        return None, Fault.TWO_WAYS
    whole, part = found["whole"].replace(" ", "").lstrip("0") or "0", (found["part"] or "").rstrip("0")
    if len(whole) > _WHOLE_DIGITS or len(part) > _PLACES:
        return None, Fault.TOO_LONG_A_NUMBER
    return Decimal(f"{whole}.{part}" if part else whole), None


def _fault_of_text(text: str | None) -> Fault | None:
    return Fault.TOO_LONG_A_TEXT if text and len(text) > LONGEST_TEXT else None


def _fault_of_day(day: date | None, today: date) -> Fault | None:
    if day is None:
        return None
    if not FIRST_DAY <= day <= LAST_DAY:
        return Fault.OUT_OF_TIME
    return Fault.IN_FUTURE if day > today else None
