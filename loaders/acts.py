"""The acts in one file: each starts at its own heading («Р І Ш Е Н Н Я») and runs to the next."""

import re
from dataclasses import dataclass, field
from datetime import date

from data.contracts import DocumentKind, DocumentStatus
from loaders.cells import clean, first_date
from loaders.readers.tab_text import Row, SourceText

_ACTS = {"РІШЕННЯ", "РОЗПОРЯДЖЕННЯ", "НАКАЗ"}
_NUMBER = re.compile(r"№\s*(\d[\d/-]*)")
_REFERENCE = re.compile(r"від (\d{1,2} \S+ \d{4} року)\s*№\s*(\d[\d/-]*)")
_HEAD_ROWS = 40


@dataclass(frozen=True)
class Act:
    """One act as its own text describes it; None where the text is silent or a blank form."""

    rows: tuple[Row, ...]
    title: str
    issuer: str | None = None
    number: str | None = None
    adopted_on: date | None = None
    status: DocumentStatus | None = None
    endorsed_number: str | None = None
    endorsed_on: date | None = None
    references: tuple[str, ...] = field(default=())

    @property
    def kind(self) -> DocumentKind:
        changes = self.title.casefold().startswith("про внесення змін")
        return DocumentKind.AMENDMENT if changes else DocumentKind.PROGRAMME


def acts_of(source: SourceText) -> list[Act]:
    """The acts in the file, in order; the whole file as one act where no heading is found.

    A decision that only endorses a draft and has no table of its own is not an act of its own here: its number and
    date go to the draft that follows.
    """
    starts = [place for place, row in enumerate(source.rows) if _is_heading(row)]
    if not starts:
        return [Act(source.rows, title=_first_text(source.rows) or source.name)]
    bounds = [_start_of_head(source.rows, start) for start in starts]
    bounds[0] = 0
    acts: list[Act] = []
    endorsing: Act | None = None
    for start, end in zip(bounds, [*bounds[1:], len(source.rows)], strict=True):
        act = _act(source.rows[start:end], endorsing)
        endorses = act.title.casefold().startswith("про погодження про")
        if endorses and not any(row.in_table for row in act.rows):
            endorsing = act
            continue
        endorsing = None
        acts.append(act)
    return acts or [endorsing] if endorsing else acts


def _act(rows: tuple[Row, ...], endorsing: Act | None) -> Act:
    head = [clean(row.text) for row in rows if not row.in_table][:_HEAD_ROWS]
    heading = next((place for place, text in enumerate(head) if _bare(text) in _ACTS), 0)
    number = next((found[1] for text in head[heading:] if (found := _NUMBER.match(text))), None)
    dated = next((text for text in head[heading:] if text.startswith("від ")), "")
    adopted_on = first_date(dated)
    title = _title(rows) or _first_text(rows) or ""
    text = clean(" ".join(row.text for row in rows if not row.in_table))
    return Act(
        rows=rows,
        title=title,
        issuer=_issuer(head, heading),
        number=number,
        adopted_on=adopted_on,
        status=DocumentStatus.ADOPTED if number and adopted_on else DocumentStatus.DRAFT,
        endorsed_number=endorsing.number if endorsing else None,
        endorsed_on=endorsing.adopted_on if endorsing else None,
        references=tuple(dict.fromkeys(f"{found[1]} № {found[2]}" for found in _REFERENCE.finditer(text))),
    )


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
    """The issuer may stand above the heading: take the lines in capitals right above it."""
    start = heading
    for place in range(heading - 1, max(heading - 6, -1), -1):
        row = rows[place]
        if row.in_table or not (row.is_blank or row.text == row.text.upper()):
            break
        if not row.is_blank:
            start = place
    return start


def _issuer(head: list[str], heading: int) -> str | None:
    """The body's name in capitals, just above or just below the heading; sessions are not bodies."""
    near = [text for text in [*head[:heading], *head[heading + 1 : heading + 5]] if text]
    names = [text for text in near if text == text.upper() and "РАД" in text and "СЕСІЯ" not in text]
    return names[0] if names else None


def _title(rows: tuple[Row, ...]) -> str | None:
    """The first block printed in bold: from `**` to `**`."""
    parts: list[str] = []
    for row in rows[:_HEAD_ROWS]:
        text = row.text.strip()
        if not parts and not text.startswith("**"):
            continue
        parts.append(text)
        if text.endswith("**") and (len(parts) > 1 or len(text) > 4):
            break
    return clean(" ".join(parts)) or None if parts else None


def _first_text(rows: tuple[Row, ...]) -> str | None:
    return next((clean(row.text) for row in rows if not row.in_table and not row.is_blank), None)
