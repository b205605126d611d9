"""The head of a form of order 836: its heading, and the order by which it was approved."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from data.contracts import UnreadReason
from loaders import as_printed
from loaders.acts import number_in
from loaders.cells import first_date
from loaders.documents.budget_form.words import bare, texts, visible
from loaders.facts import Facts
from loaders.rows import Row

_LONGEST_HEADING = 250
_OPENING = re.compile(
    r"[\W_]*(?:[пp]\s*[аa]\s*[сc]\s*[пp]|з\s*в\s*[іi]\s*т|[пp]\s*[рp]\s*[оo]\s*в\s*и|б\s*ю\s*д\s*ж)", re.IGNORECASE
)
"""How any heading of these forms starts: told first, since every row of every file is asked."""
_HEADING_ROWS = 3
_SPACED = re.compile(r"\b(?:\w ){3,}\w\b")
_ORDERS = ("наказ", "розпоряд", "рішення")
_MINISTRY = "міністерства фінансів"


@dataclass(frozen=True)
class Approval:
    """Who approved the form, by which number and when; None where the text is silent or blank."""

    issuer: str | None = None
    number: str | None = None
    adopted_on: date | None = None


def compact(row: Row) -> str:
    """The letters and digits of a row that may be a heading of a form; empty for any other row."""
    first = next((cell for cell in row.cells if cell and not cell.isspace()), "")
    if not _OPENING.match(first) or len(row.text) > _LONGEST_HEADING:
        return ""
    return bare(row.text).replace(" ", "")


def title_of(
    rows: Sequence[Row], is_heading: Callable[[Row], bool], first_word: str, says_when: re.Pattern[str]
) -> str:
    """The heading as printed, put together where it takes up to three lines: up to the line that says when."""
    lines = [row for row in rows if not row.is_blank]
    start = next((place for place, row in enumerate(lines) if is_heading(row)), 0)
    end = start + 1
    if start and compact(lines[start - 1]) == first_word:
        start -= 1
    while not says_when.search(_words(lines[start:end])) and end < min(start + _HEADING_ROWS, len(lines)):
        end += 1
    if not says_when.search(_words(lines[start:end])):
        end = start + 1
    return _words(lines[start:end])


def approval_of(rows: Sequence[Row], is_heading: Callable[[Row], bool]) -> Approval:
    """The order below the last «ЗАТВЕРДЖЕНО» above the heading; that of the ministry approved the blank form only."""
    heading = next((place for place, row in enumerate(rows) if is_heading(row)), 0)
    above = [" ".join(text.text for text in texts(row)) for row in rows[:heading] if not row.is_blank]
    starts = [place for place, line in enumerate(above) if bare(line).startswith("затвердж")]
    own = above[starts[-1] + 1 :] if starts else []
    if any(_MINISTRY in bare(line) for line in own):
        return Approval()
    number = next((found for line in own if (found := number_in(line))), None)
    adopted_on = next((day for line in own if (day := first_date(f"{line} р."))), None)
    return Approval(_issuer(own), number, adopted_on)


def _issuer(own: list[str]) -> str | None:
    """The name above the first caption in brackets."""
    names: list[str] = []
    for line in own:
        if line.startswith("("):
            break
        if not number_in(line) and not first_date(line) and not bare(line).startswith(_ORDERS):
            names.append(line)
    return " ".join(names) or None


def _words(rows: Sequence[Row]) -> str:
    """Words of a heading; letters printed apart («П А С П О Р Т») are put together."""
    text = visible(" ".join(text.text for row in rows for text in texts(row)))
    return _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), text)


def unread_heading(
    rows: Sequence[Row], is_heading: Callable[[Row], bool], reason: UnreadReason, document_id: str
) -> Facts:
    """The heading as the one thing that could not be read, and why."""
    return Facts(unread=tuple(as_printed.unread(row, None, reason, document_id) for row in rows if is_heading(row)))
