"""The documents in one file: each starts at its own heading («Р І Ш Е Н Н Я») and runs to the next.

A document is an act of a council, or a form, such as a passport, whose module knows its heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from data.contracts import DocumentKind, DocumentStatus
from loaders.cells import clean, first_date, long_date
from loaders.rows import Row, Source

_ACTS = {"РІШЕННЯ", "РОЗПОРЯДЖЕННЯ", "НАКАЗ"}
_NO = r"№\s*(?P<number>\d+(?:[/-]\w+)*)"
_NUMBER = re.compile(rf"(?:від\b.*?)?{_NO}")
_DATE = r"(?P<day>\d{1,2}\s+[^\W\d_]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:року|рік|р\.?)?"
_REFERENCE = re.compile(rf"\bвід\s+{_DATE}\s*,?\s*{_NO}", re.IGNORECASE)
_HEAD_ROWS = 40
_FORM_HEAD_ROWS = 30


@dataclass(frozen=True)
class Act:
    """One act as its own text describes it; None where the text is silent or a blank form."""

    rows: tuple[Row, ...]
    title: str
    form: DocumentKind | None = None
    programme_id: str | None = None
    issuer: str | None = None
    number: str | None = None
    adopted_on: date | None = None
    status: DocumentStatus | None = None
    endorsed_number: str | None = None
    endorsed_on: date | None = None
    references: tuple[str, ...] = ()
    amount_unit: str | None = None
    """Of a form; other acts have it from their tables."""

    @property
    def kind(self) -> DocumentKind:
        if self.form:
            return self.form
        changes = self.title.casefold().startswith("про внесення змін")
        return DocumentKind.AMENDMENT if changes else DocumentKind.PROGRAMME


class Form(Protocol):
    """A kind of document that has a form of its own: the module that reads it."""

    KIND: DocumentKind

    def is_heading(self, row: Row) -> bool:
        """Whether a row is the heading that each such document has once, and no other document has."""
        ...

    def described(self, rows: tuple[Row, ...]) -> Act:
        """The document in these rows as its own text describes it, with `form` set."""
        ...


def acts_of(source: Source, forms: Sequence[Form] = ()) -> list[Act]:
    """The documents in the file, in order; the whole file as one act where no heading is found.

    A decision that only endorses a draft and has no table of its own is not an act of its own here: its number and
    date go to the draft that follows.
    """
    starts = [(place, form) for place, row in enumerate(source.rows) for form in _headed(row, forms)]
    if not starts:
        return [Act(source.rows, title=_title_of_text(source.rows) or source.name)]
    bounds = [_start(source.rows, start, form) for start, form in starts]
    bounds = [0, *(max(bound, above + 1) for bound, (above, _) in zip(bounds[1:], starts, strict=False))]
    acts: list[Act] = []
    endorsing: Act | None = None
    for (_, form), start, end in zip(starts, bounds, [*bounds[1:], len(source.rows)], strict=True):
        rows = source.rows[start:end]
        act = form.described(rows) if form else _act(rows, endorsing)
        endorses = not form and act.title.casefold().startswith("про погодження про")
        if endorses and not any(row.in_table for row in act.rows):
            endorsing = act
            continue
        endorsing = None
        acts.append(act)
    if not acts and endorsing:
        return [endorsing]
    return acts


def _headed(row: Row, forms: Sequence[Form]) -> list[Form | None]:
    """The form whose heading a row is, None for the heading of an act; empty for any other row."""
    if _is_heading(row):
        return [None]
    return [*[form for form in forms if form.is_heading(row)][:1]]


def _start(rows: tuple[Row, ...], heading: int, form: Form | None) -> int:
    return _start_of_form(rows, heading) if form else _start_of_head(rows, heading)


def _start_of_form(rows: tuple[Row, ...], heading: int) -> int:
    """Above the heading of a form stands who approved it: from the first «ЗАТВЕРДЖЕНО» of the lines right above."""
    start = heading
    for place in range(heading - 1, max(heading - _FORM_HEAD_ROWS, -1), -1):
        if rows[place].in_table:
            break
        if _bare(rows[place].text).startswith("ЗАТВЕРДЖ"):
            start = place
    return start


def _act(rows: tuple[Row, ...], endorsing: Act | None) -> Act:
    """The act in rows that hold its heading.

    Its own number and date stand between the heading and the title; further down, other acts are named.
    """
    texts = [row for row in rows if not row.in_table]
    heading = next(place for place, row in enumerate(texts) if _is_heading(row))
    below = texts[heading + 1 : heading + 1 + _HEAD_ROWS]
    opening = next((place for place, row in enumerate(below) if _opens_title(row)), len(below))
    own = [clean(row.text) for row in below[:opening]]
    number = next((found["number"] for text in own if (found := _NUMBER.match(text))), None)
    adopted_on = next((day for text in own if text.startswith("від ") and (day := first_date(text))), None)
    return Act(
        rows=rows,
        title=_title(below[opening:]) or _first_text(rows) or "",
        issuer=_issuer([clean(row.text) for row in texts], heading),
        number=number,
        adopted_on=adopted_on,
        status=DocumentStatus.ADOPTED if number and adopted_on else DocumentStatus.DRAFT,
        endorsed_number=endorsing.number if endorsing else None,
        endorsed_on=endorsing.adopted_on if endorsing else None,
        references=_references(clean(" ".join(row.text for row in texts))),
    )


def _references(text: str) -> tuple[str, ...]:
    """The acts that a text names by date and number, once each and in one form: `31 січня 2019 року № 2285`."""
    found: dict[str, None] = {}
    for named in _REFERENCE.finditer(text):
        day = first_date(f"{named['day']} року")
        found[f"{long_date(day) if day else named['day']} № {named['number']}"] = None
    return tuple(found)


def reference(number: str | None, adopted_on: date | None, references: tuple[str, ...]) -> str | None:
    """The reference among `references` that names this number and date, if any."""
    for text in references:
        if number and text.endswith(f"№ {number}") and first_date(text) == adopted_on:
            return text
    return None


def _is_heading(row: Row) -> bool:
    """A heading starts with a capital; the word alone on a line of a sentence does not."""
    return not row.in_table and _bare(row.text) in _ACTS and clean(row.text)[0].isupper()


def _bare(text: str) -> str:
    return re.sub(r"[\s*]", "", text).upper()


def _start_of_head(rows: tuple[Row, ...], heading: int) -> int:
    """The issuer may stand above the heading: take the lines in capitals right above it, up to another heading."""
    start = heading
    for place in range(heading - 1, max(heading - 6, -1), -1):
        row = rows[place]
        if row.in_table or _is_heading(row) or not (row.is_blank or row.text == row.text.upper()):
            break
        if not row.is_blank:
            start = place
    return start


def _issuer(head: list[str], heading: int) -> str | None:
    """The body's name in capitals, just above or just below the heading; sessions are not bodies."""
    near = [text for text in [*head[:heading], *head[heading + 1 : heading + 5]] if text]
    names = [text for text in near if text == text.upper() and "РАД" in text and "СЕСІЯ" not in text]
    return names[0] if names else None


def _opens_title(row: Row) -> bool:
    """Whether a row opens the title: the first in bold, or «Про …»; a number or date in bold is none."""
    text = clean(row.text).casefold()
    return text.startswith("про ") or (row.text.strip().startswith("**") and not text.startswith(("від ", "№")))


def _title(rows: list[Row]) -> str | None:
    """The title that opens in the first row: in bold from `**` to `**`, else up to a blank line."""
    parts: list[str] = []
    is_bold = bool(rows) and rows[0].text.strip().startswith("**")
    for row in rows:
        text = row.text.strip()
        if not is_bold and not text:
            break
        parts.append(text)
        if is_bold and text.endswith("**") and (len(parts) > 1 or len(text) > 4):
            break
    return clean(" ".join(parts)) or None


def _title_of_text(rows: tuple[Row, ...]) -> str | None:
    """The first line; all lines of a title that opens with «Про …»."""
    texts = [row for row in rows if not row.in_table]
    first = next((place for place, row in enumerate(texts) if not row.is_blank), None)
    if first is None or not clean(texts[first].text).startswith("Про "):
        return _first_text(rows)
    title = _title(texts[first:])
    return title.rstrip(".") if title else None


def _first_text(rows: tuple[Row, ...]) -> str | None:
    return next((clean(row.text) for row in rows if not row.in_table and not row.is_blank), None)
