"""One row of Treasury data: its codes, period and fund, and its amounts, by what the header row names."""

import re
from dataclasses import dataclass
from decimal import Decimal

from data import reference
from data.contracts import Fund, UnreadReason
from loaders import cells
from loaders.errors import TableError
from loaders.money import in_uah
from loaders.rows import Row

ALL_CODES = "0000"
"""A code that adds up all the others."""

AMOUNTS = ("revised_plan", "estimates", "cash")

_KNOWN: dict[str, dict[str, str]] = reference.load("treasury")
_ROLES = _KNOWN["columns"]
_FUNDS = {printed: Fund(name) for printed, name in _KNOWN["funds"].items()}
_NEEDED = ("period", "fund", "budget")
_PERIOD = re.compile(
    r"(?P<month>0[1-9]|1[0-2])\.(?P<year>20\d\d)|(?P<iso>20\d\d-(?:0[1-9]|1[0-2]))(?:-\d\d)?", re.ASCII
)
_DIGITS = re.compile(r"\d{1,11}", re.ASCII)

Problem = tuple[int, UnreadReason]
"""The place of a cell in its row, and why it could not be read."""


@dataclass(frozen=True)
class Columns:
    """Where each known column stands; `unknown` are places of columns that nobody knows."""

    places: dict[str, int]
    unknown: tuple[int, ...]
    width: int

    def text(self, row: Row, role: str) -> str:
        place = self.places.get(role)
        return "" if place is None else row.cells[place].strip()


@dataclass(frozen=True, slots=True)
class Line:
    """A row that was read. Codes that the data does not print are None; so are amounts."""

    row: Row
    period: str
    fund: Fund
    budget: str | None
    programme: str | None
    typical: str | None
    functional: str | None
    economic: str | None
    amounts: tuple[Decimal | None, ...]
    """As `AMOUNTS` names them."""

    @property
    def codes(self) -> tuple[str | None, ...]:
        """Period and codes: what the line is about, without its fund."""
        return (self.period, self.budget, self.programme, self.typical, self.functional, self.economic)


def names_of(row: Row) -> list[str]:
    return [cell.strip().upper() for cell in row.cells]


def columns_of(heading: Row) -> Columns:
    """Raises TableError where the data is not expenditure, or where a needed column is missing or stands twice."""
    names = names_of(heading)
    for place, name in enumerate(names):
        if name in _KNOWN["not_expenditure"]:
            raise _left_out(heading, place, UnreadReason.NOT_EXPENDITURE)
        if name in _ROLES and name in names[:place]:
            raise _left_out(heading, place, UnreadReason.HEADING_TWICE)
    places = {_ROLES[name]: place for place, name in enumerate(names) if name in _ROLES}
    if any(role not in places for role in _NEEDED) or not places.keys() & set(AMOUNTS):
        raise _left_out(heading, 0, UnreadReason.HEADING_MISSING)
    known = {*_ROLES, *_KNOWN["ignored"], ""}
    unknown = tuple(place for place, name in enumerate(names) if name not in known)
    width = max(place for place, name in enumerate(names) if name) + 1
    return Columns(places, unknown, width)


def line_of(row: Row, columns: Columns) -> tuple[Line | None, list[Problem]]:
    """The line, or None where it cannot be told what the row is about; and the cells that could not be read."""
    if len(row.cells) < columns.width:
        return None, [(0, UnreadReason.ROW_CUT_SHORT)]
    period = _PERIOD.fullmatch(columns.text(row, "period"))
    if not period:
        return None, [(columns.places["period"], UnreadReason.NOT_A_PERIOD)]
    fund = _FUNDS.get(columns.text(row, "fund").upper())
    if not fund:
        return None, [(columns.places["fund"], UnreadReason.FUND_UNKNOWN)]
    codes: dict[str, str | None] = {}
    for role, lengths in (
        ("budget", (10, 11)),
        ("programme", (3, 4, 6, 7)),
        ("functional", (3, 4)),
        ("economic", (4,)),
    ):
        text = columns.text(row, role)
        if text and not (_DIGITS.fullmatch(text) and (len(text) in lengths or not text.strip("0"))):
            return None, [(columns.places[role], UnreadReason.NOT_A_CODE)]
        codes[role] = text or None
    amounts: list[Decimal | None] = []
    problems: list[Problem] = []
    for role in AMOUNTS:
        value, reason = _amount(columns.text(row, role))
        amounts.append(value)
        if reason:
            problems.append((columns.places[role], reason))
    programme, functional, economic = codes["programme"], codes["functional"], codes["economic"]
    is_whole = programme is not None and len(programme) > 4
    line = Line(
        row=row,
        period=period["iso"] or f"{period['year']}-{period['month']}",
        fund=fund,
        budget=cells.budget_code(codes["budget"]),
        programme=programme.zfill(7) if programme and is_whole else None,
        typical=programme and programme.zfill(4)[-4:],
        functional=functional and functional.zfill(4),
        economic=economic and economic.zfill(4),
        amounts=tuple(amounts),
    )
    return line, problems


def _amount(text: str) -> tuple[Decimal | None, UnreadReason | None]:
    read = cells.amount(text)
    return (None, read.reason) if read.value is None else in_uah(read.value, unit=1)


def _left_out(heading: Row, place: int, reason: UnreadReason) -> TableError:
    locator, printed = heading.locator(place), heading.printed_cell(place)
    return TableError(f"{locator}: «{printed}»: {reason}.", reason, locator, printed)
