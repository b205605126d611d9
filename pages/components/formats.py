"""Numbers, money, shares and dates as they are written in Ukrainian, in both languages of the interface."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from pages.components.language import _

_LOCALE = "uk"
_MINUS = "\u2212"
_SPACE = "\u00a0"
UNKNOWN = "—"
_FINEST = 8
"""Places of a per cent past which only binary numbers differ."""
_EXACT = Context(prec=60)
_ABOVE_ZERO = re.compile(r"(?=.*[1-9])\d")
_PLACE_WORD = re.compile(r"(?<![\w!])(рядок|рядки|графа|табл\.|абзац|сума|число|запис|с\.) (?=\d)")


@dataclass(frozen=True)
class Scale:
    """How money is shown: divided by `size`, with so many `places`."""

    size: int
    places: int

    @property
    def unit(self) -> str:
        """The unit's name, for an axis or a column."""
        names = {1: _("UAH"), 1_000: _("thousand UAH"), 1_000_000: _("million UAH")}
        return names[self.size]

    def of(self, amount: Decimal | None) -> Decimal | None:
        """The amount in this scale."""
        return None if amount is None else amount / self.size

    def values(self, amounts: Iterable[Any]) -> list[Any]:
        """The amounts of a column in this scale."""
        return [self.of(amount) for amount in amounts]

    def texts(self, amounts: Iterable[Any]) -> list[str]:
        """The amounts of a column as written in this scale, without the unit."""
        return [number(self.of(amount), self.places) for amount in amounts]


HRYVNIAS = Scale(1, 2)
THOUSANDS = Scale(1_000, 1)
MILLIONS = Scale(1_000_000, 2)


def scale_of(amounts: Iterable[Any]) -> Scale:
    """One scale for figures that stand together, by the largest of them."""
    largest = max((abs(amount) for amount in amounts if amount is not None), default=Decimal(0))
    if largest >= 20_000_000:
        return MILLIONS
    return THOUSANDS if largest >= 10_000 else HRYVNIAS


def number(value: Decimal | float | int | None, places: int = 1) -> str:
    """`1 234,5`; a dash when unknown. Half is rounded away from zero, as in the documents."""
    if value is None:
        return UNKNOWN
    pattern = "#,##0." + "0" * places if places else "#,##0"
    # By itself the format rounds half to even; a float is rounded as it is written.
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    return format_decimal(rounded, format=pattern, locale=_LOCALE).replace("-", _MINUS)


def kopiykas(amount: float) -> str:
    """`1 234,50`: an amount in a column that names its unit."""
    return number(amount, 2)


def quantity(value: float) -> str:
    """`4`, or `1,5` where it is not whole."""
    return number(value, 0 if value == int(value) else 3)


def figure(value: Any) -> str:
    """A figure of any unit: `4`, `0,02`, `1 234,567`; a dash when unknown."""
    if value is None:
        return UNKNOWN
    return format_decimal(value, format="#,##0.###", locale=_LOCALE).replace("-", _MINUS)


def money(amount: Decimal | None, scale: Scale = THOUSANDS) -> str:
    """`1 234,5 тис. грн`."""
    if amount is None:
        return UNKNOWN
    return f"{number(scale.of(amount), scale.places)}{_SPACE}{scale.unit.replace(' ', _SPACE)}"


def signed(value: str) -> str:
    """A change: with a plus where it is above zero."""
    return f"+{value}" if _ABOVE_ZERO.match(value) else value


def share(value: float | None, places: int = 1) -> str:
    """`17,1 %` from 0.171. What is near none or near all has as many more places as tell it from these."""
    if value is None:
        return UNKNOWN
    per_cent = round(value * 100, _FINEST)
    if abs(per_cent) not in (0, 100):
        while number(abs(per_cent), places) in (number(0, places), number(100, places)):
            places += 1
    return f"{number(per_cent, places)}{_SPACE}%"


def day(value: date | None) -> str:
    """`26.11.2019`."""
    return UNKNOWN if value is None else format_date(value, "dd.MM.yyyy", locale=_LOCALE)


def years(values: Iterable[Any]) -> str:
    """`2019–2021`, or `2019, 2021` with gaps."""
    found = sorted(set(values))
    if len(found) > 1 and found == list(range(found[0], found[-1] + 1)):
        return f"{found[0]}–{found[-1]}"
    return ", ".join(str(value) for value in found)


def place(locator: str) -> str:
    """A place in a document in the reader's language; names of sheets and cells stay as they are."""
    words = {
        "рядок": _("line"),
        "рядки": _("lines"),
        "графа": _("column"),
        "табл.": _("table"),
        "абзац": _("paragraph"),
        "сума": _("amount"),
        "число": _("number"),
        "запис": _("entry"),
        "с.": _("page"),
    }
    return _PLACE_WORD.sub(lambda found: words[found[1]] + " ", locator)


def escaped(text: str) -> str:
    """Text of a document to stand within Markdown, whose signs it may hold."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>$#" else sign for sign in text)


def capital(text: str) -> str:
    """The text with a capital letter at its front."""
    return text[:1].upper() + text[1:]
