"""Amounts within the words of a passport: `2019 р. - 2457,0 тис. грн`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from data import reference
from data.contracts import UnreadReason
from loaders import cells
from loaders.money import in_uah
from loaders.repair import digits
from loaders.tables import units

_NUMBER = r"\d[\d ]{0,30}(?:[.,]\d{1,30}){0,5}"
_DAMAGED = r"\d[\dlIзЗоОiі|\] ]{0,30}(?:[.,][\dlIзЗоОiі|\]]{1,30}){0,5}"


@dataclass(frozen=True)
class Money:
    """An amount in a text: where it stands, its number as printed and as repaired, UAH or why it cannot be read."""

    start: int
    printed: str
    repaired: str
    fiscal_year: int | None
    amount: Decimal | None
    reason: UnreadReason | None


def amounts_in(text: str, context: str = "", *, damaged: bool = False) -> list[Money]:
    """The amounts that have a unit or a year of their own, or stand alone; `context`: words that may name the unit.

    `damaged`: letters may stand for digits.
    """
    alone = text.strip(" .-–—")
    found = [one for one in _pattern(damaged).finditer(text) if one["unit"] or one["year"] or one["number"] == alone]
    numbers = [digits.without_letters(one["number"]).strip() if damaged else one["number"].strip() for one in found]
    mark = cells.decimal_mark(numbers)
    common = units.unit_in(text) or units.unit_in(context)
    amounts: list[Money] = []
    for one, number in zip(found, numbers, strict=True):
        read = cells.amount(number, mark)
        value, reason = _in_uah(read.value, units.unit_in(one["unit"] or "") or common)
        year = int(one["year"]) if one["year"] else None
        amounts.append(Money(one.start(), one["number"].strip(), number, year, value, read.reason or reason))
    return amounts


def source_in(text: str) -> str | None:
    """The budget that words name: «коштів міського бюджету» are «кошти міського бюджету»."""
    listed = reference.load("programme_passport")["sources"]
    plain = " ".join(text.casefold().split())
    return next((source for source, forms in listed.items() if any(form in plain for form in forms)), None)


def _pattern(damaged: bool) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<year>20\d\d)\s*(?:р\.|р\b|рік|року|році)?\s*[-–—:]\s*)?(?<![\w.,])"
        rf"(?P<number>{_DAMAGED if damaged else _NUMBER})(?![\w.,]{{0,9}}\w)(?!\s*(?:р\b|рік|рок))"
        rf"\s*(?P<unit>{units.pattern_after_amount()})?"
    )


def _in_uah(value: Decimal | None, unit: int | None) -> tuple[Decimal | None, UnreadReason | None]:
    if value is None:
        return None, UnreadReason.NOT_A_NUMBER
    if unit is None:
        return None, UnreadReason.UNIT_UNTOLD
    return in_uah(value, unit)
