"""Amounts, dates, codes and years from printed text. What is not certain is None with a reason, never a guess."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.contracts import UnreadReason

# They have no width, or only say which way letters run; within a word or a number they mean nothing.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TURNING = re.compile("[\u061c\u202a-\u202e\u2061-\u2069]")
# Two numbers may be parted by a space of no width; what turns the direction of letters around may turn digits too.
_UNSEEN_IN_NUMBERS = re.compile("[\u00ad\u200c-\u200f\u2060\ufeff]")
_MINUS = "-\u2212\u2013\u2014"
_SIGN = re.compile(f"^[+{re.escape(_MINUS)}]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\*\*")
_EMPHASIS = re.compile(r"</?(?:i|b|u|em|strong)>|\*\*", re.IGNORECASE)

# A number in groups does not start with a zero: `0 504` is two numbers, or a damaged one.
_GROUPS = r"[1-9]\d{{0,2}}(?:{mark}\d{{3}})"
_SPACED = re.compile(rf"^(?P<whole>\d+|{_GROUPS.format(mark=' ')}+)(?:[.,](?P<part>\d+))?$", re.ASCII)
_COMMA_GROUPS, _POINT_GROUPS = (
    re.compile(rf"^(?P<whole>{groups}+){point}(?P<part>\d+)$|^(?P<only>{groups}{{2,}})$", re.ASCII)
    for groups, point in ((_GROUPS.format(mark=","), r"\."), (_GROUPS.format(mark=r"\."), ","))
)
_PLAIN = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d+)(?:(?P<mark>[.,])(?P<part>\d{1,2}|\d{4,}))?", re.ASCII)
"""Most amounts are printed so; they can be read in one way only."""
_FOOTNOTE = re.compile(r"(?<=\d)\s?\*{1,3}\)?$")
_THREE = re.compile(r"^[1-9]\d{0,2}(?P<mark>[.,])\d{3}$", re.ASCII)

_MONTHS = {
    "січня": 1,
    "лютого": 2,
    "березня": 3,
    "квітня": 4,
    "травня": 5,
    "червня": 6,
    "липня": 7,
    "серпня": 8,
    "вересня": 9,
    "жовтня": 10,
    "листопада": 11,
    "грудня": 12,
}
_LONG_DATE = re.compile(r"(\d{1,2})\s+([а-яіїє]+)\s+(\d{4})\s*р")
_SHORT_DATE = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_YEAR = re.compile(r"^(20\d\d)\s*(?:р\.?|рік|року|год)?$")
_FULL_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}", re.ASCII)
_CODE = re.compile(r"^(\d+(?:\.\d+)+|\d{1,2}(?=\.\s*[^\W\d_]))\.?\s*(?=\D|$)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed number.

    `value` is None for an empty cell, for a dash, and for text that is not certainly a number; the last has a
    `reason`. `signed` says whether a plus or minus was printed.
    """

    value: Decimal | None = None
    signed: bool = False
    is_dash: bool = False
    reason: UnreadReason | None = None

    @property
    def is_empty(self) -> bool:
        return self.value is None and not self.is_dash and self.reason is None


_EMPTY = Amount()


def clean(text: str) -> str:
    """Text without markup, surplus spaces and marks that nobody sees.

    What turns the direction of letters around means nothing in words; where digits stand alone it stays, for it may
    turn them too, and the number is then not read.
    """
    if "<" in text or "**" in text:
        text = _MARKUP.sub("", text)
    if not text.isascii() and not text.isprintable() and any(char.isalpha() for char in text):
        text = _TURNING.sub("", text)
    return " ".join(_UNSEEN.sub("", text).split())


def amount(text: str, decimal_mark: str | None = None) -> Amount:
    """The number that is printed in a cell.

    `decimal_mark` is the mark that the rest of the table uses (see `decimal_mark`); it decides about numbers such as
    `439,060`, which could be read in two ways. Without it such a number is not read.
    """
    if not text:
        return _EMPTY
    if plain := _PLAIN.fullmatch(text):
        number, sign = _decimal(plain["whole"], plain["part"]), plain["sign"]
        return Amount(number.copy_negate() if sign == "-" and number else number, signed=bool(sign))
    body = _number_text(text)
    if not body:
        return _EMPTY
    if len(body) == 1 and body in _MINUS:
        return Amount(is_dash=True)
    sign, digits = _split_sign(body)
    if three := _THREE.match(digits):
        if decimal_mark is None:
            return Amount(reason=UnreadReason.THOUSANDS_OR_DECIMALS)
        if three["mark"] != decimal_mark:
            return Amount(reason=UnreadReason.OTHER_DECIMAL_MARK)
    number = _number(digits)
    if number is None:
        is_formula = body[0] == "=" and len(body) > 1
        return Amount(reason=UnreadReason.FORMULA_WITHOUT_RESULT if is_formula else UnreadReason.NOT_A_NUMBER)
    return Amount(number.copy_negate() if sign == "-" and number else number, signed=bool(sign))


def is_signed(text: str) -> bool:
    """Whether a cell opens with a plus or minus that is more than a dash."""
    body = text.lstrip()
    if not body or body[0].isalnum():
        return False
    body = _number_text(body)
    return len(body) > 1 and bool(_SIGN.match(body))


def decimal_mark(texts: Iterable[str]) -> str | None:
    """The decimal mark of a table, from those numbers that can be read in one way only; None if they disagree.

    A number with both marks, or with other than three digits after its only mark, tells: `+19,1`, `1,574.1`, `300.00`.
    """
    marks: set[str] = set()
    for text in texts:
        if len(marks) > 1:
            break
        if not text:
            continue
        if plain := _PLAIN.fullmatch(text):
            marks.update(plain["mark"] or ())
            continue
        _, digits = _split_sign(_number_text(text))
        if _THREE.match(digits) or _number(digits) is None:
            continue
        if found := re.search(r"([.,])\d+$", digits):
            is_group = _COMMA_GROUPS.match(digits) or _POINT_GROUPS.match(digits)
            if is_group and is_group["only"]:
                marks.add("." if found[1] == "," else ",")
            else:
                marks.add(found[1])
    return marks.pop() if len(marks) == 1 else None


def _number_text(text: str) -> str:
    """A cell without emphasis and mark of a footnote. Other markup makes it unreadable: `5<sup>2</sup>` is not 52."""
    if "<" in text or "**" in text:
        text = _EMPHASIS.sub(" ", text)
    body = " ".join((text if text.isascii() else _UNSEEN_IN_NUMBERS.sub("", text)).split())
    return _FOOTNOTE.sub("", body) if "*" in body else body


def _split_sign(body: str) -> tuple[str, str]:
    if not _SIGN.match(body):
        return "", body
    return ("+" if body[0] == "+" else "-"), body[1:].lstrip()


def _number(digits: str) -> Decimal | None:
    if spaced := _SPACED.match(digits):
        return _decimal(spaced["whole"].replace(" ", ""), spaced["part"])
    for pattern, group in ((_COMMA_GROUPS, ","), (_POINT_GROUPS, ".")):
        if found := pattern.match(digits):
            whole = (found["whole"] or found["only"]).replace(group, "")
            return _decimal(whole, found["part"])
    return None


def _decimal(whole: str, part: str | None) -> Decimal:
    return Decimal(f"{whole}.{part}" if part else whole)


def first_date(text: str) -> date | None:
    """The first full date in a text: `26 листопада 2019 року` or `26.11.2019`; None for a blank form."""
    found: list[tuple[int, int, int, int]] = []
    for long in _LONG_DATE.finditer(text.casefold()):
        if long[2] in _MONTHS:
            found.append((long.start(), int(long[3]), _MONTHS[long[2]], int(long[1])))
    for short in _SHORT_DATE.finditer(text):
        found.append((short.start(), int(short[3]), int(short[2]), int(short[1])))
    for _, year, month, day in sorted(found):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def long_date(day: date) -> str:
    """A date as acts print it: `31 січня 2019 року`."""
    return f"{day.day} {list(_MONTHS)[day.month - 1]} {day.year} року"


def year(text: str) -> int | None:
    """The budget year of a heading: `2019 рік`, `2019 р.`, `2019`."""
    found = _YEAR.match(clean(text).casefold())
    return int(found[1]) if found else None


def is_full_date(text: str) -> bool:
    """Whether a text is a day, month and year and nothing else, which no number of a line is."""
    return bool(_FULL_DATE.fullmatch(text))


def budget_code(printed: str | None) -> str | None:
    """The code of a budget in 11 digits; it may be printed with ten: 0655200000 is 06552000000."""
    return printed and printed.ljust(11, "0")


def line_code(text: str) -> tuple[str | None, str]:
    """Number and name of a line: `10.8.1.Відеокарти` -> (`10.8.1`, `Відеокарти`); `3 сервери` has no number."""
    body = clean(text)
    found = _CODE.match(body)
    if not found or is_full_date(body.partition(" ")[0]):
        return None, body
    return found[1], body[found.end() :].strip()
