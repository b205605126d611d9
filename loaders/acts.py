"""The documents in one file: each starts at its own heading («Р І Ш Е Н Н Я») and runs to the next.

A document is an act of a council, or a form, such as a passport, whose module knows its heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from data.contracts import DocumentKind, DocumentStatus
from loaders.annexes import head_of
from loaders.cells import clean, first_date, long_date
from loaders.rows import Row, Source
from loaders.titles import first_text, opens_title, title_of, title_of_text

_ACTS = {"РІШЕННЯ", "РОЗПОРЯДЖЕННЯ", "НАКАЗ"}
_NO = r"№\s*(?P<{}>\d+(?:[/-]\w+)*)"
_NUMBER = re.compile(_NO.format("number"))
_OWN_NUMBER = re.compile(rf"(?:від\b.*?)?{_NO.format('number')}")
_DATE = r"від\s+(?P<{}>\d{{1,2}}\s+[^\W\d_]+\s+\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})\s*(?:року|рік|р\.?)?"
_NAMED = re.compile(
    rf"\b{_DATE.format('day')}\s*,?\s*{_NO.format('number')}"
    rf"|{_NO.format('number_first')}\s*,?\s*{_DATE.format('day_after')}",
    re.IGNORECASE,
)
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


@dataclass(frozen=True)
class Named:
    """An act as another text names it: its number, and its date as printed."""

    number: str
    printed: str

    @property
    def day(self) -> date | None:
        """The date; None where there is no such day."""
        return first_date(f"{self.printed} року")

    @property
    def reference(self) -> str:
        """In one form, however it is printed: `31 січня 2019 року № 2285`."""
        return f"{long_date(self.day) if self.day else self.printed} № {self.number}"


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
        return [_text(source)]
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
    opening = next((place for place, row in enumerate(below) if opens_title(row)), len(below))
    own = [clean(row.text) for row in below[:opening]]
    number = next((found["number"] for text in own if (found := _OWN_NUMBER.match(text))), None)
    adopted_on = next((day for text in own if text.startswith("від ") and (day := first_date(text))), None)
    return Act(
        rows=rows,
        title=title_of(below[opening:]) or first_text(rows) or "",
        issuer=_issuer([clean(row.text) for row in texts], heading),
        number=number,
        adopted_on=adopted_on,
        status=DocumentStatus.ADOPTED if number and adopted_on else DocumentStatus.DRAFT,
        endorsed_number=endorsing.number if endorsing else None,
        endorsed_on=endorsing.adopted_on if endorsing else None,
        references=references_in(clean(" ".join(row.text for row in texts))),
    )


def _text(source: Source) -> Act:
    """A file without the heading of an act; an annex has the number and date of the one act that its head names."""
    rows = source.rows
    annex = head_of(rows)
    if not annex:
        return Act(rows, title=title_of_text(rows) or source.name)
    named = references_in(annex.text)
    day = first_date(named[0]) if len(named) == 1 else None
    return Act(
        rows=rows,
        title=annex.title or first_text(rows) or source.name,
        issuer=annex.issuer,
        number=named[0].partition("№ ")[2] if day else None,
        adopted_on=day,
        status=DocumentStatus.ADOPTED if day else None,
        references=references_in(clean(" ".join([annex.text, *[row.text for row in rows if not row.in_table]]))),
    )


def acts_named(text: str) -> list[Named]:
    """Every act that a text names by date and number, whichever comes first."""
    return [
        Named(act["number"] or act["number_first"], act["day"] or act["day_after"]) for act in _NAMED.finditer(text)
    ]


def references_in(text: str) -> tuple[str, ...]:
    """The acts that a text names, once each."""
    return tuple(dict.fromkeys(act.reference for act in acts_named(text)))


def number_in(text: str) -> str | None:
    """The first number of an act in a text."""
    found = _NUMBER.search(text)
    return found["number"] if found else None


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
