"""A damaged document: each line as recognised, beside the line as repaired."""

from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analytics import documents
from analytics.frames import records
from pages.components import formats, links, printed, topics
from pages.components.language import _

_LINE_END = "-\n"


@dataclass(frozen=True)
class _Change:
    """A part of a line that was repaired; `repaired` is empty where the word stands whole in the line above."""

    start: int
    end: int
    repaired: str
    rule: str


def draw(name: str, rows: pd.DataFrame, repairs: pd.DataFrame) -> None:
    """The lines that were repaired, left as printed, right repaired; repaired words are marked.

    `name`: the document; `rows` as from `documents.source_rows`, `repairs` as from `documents.repairs`.
    """
    by_row: dict[int, list[Any]] = {}
    for repair in records(repairs):
        by_row.setdefault(repair.row_no, []).append(repair)
    kept = {row.row_no: row for row in records(rows)}
    body = ""
    carried: list[tuple[str, str]] = []
    for number in sorted({*kept, *by_row}):
        own = by_row.get(number, [])
        if row := kept.get(number):
            text = " ".join(cell for cell in row.cells if cell)
            changes, carried = _changes(text, own, carried)
            if changes:
                body += _row(name, row.locator, _marked(text, changes, old=True), _marked(text, changes, old=False))
        else:
            body += _row(name, documents.cell_of(own[0].locator), _words(own, old=True), _words(own, old=False))
            carried = []
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (_("Place"), _("As printed"), _("Repaired")))
    title = escape(_("Printed and repaired text side by side"))
    st.html(
        f'{printed.STYLE}<div class="printed" tabindex="0" role="region" aria-label="{title}"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    if by_row.keys() - kept.keys():
        st.caption(_("Three dots stand for the rest of a line from which nothing but these words was kept."))


def _row(document_id: str, locator: str, old: str, new: str) -> str:
    """A line of the table; where nothing is left of the line, its word stands in the line above."""
    place = f'<a href="{escape(links.document(document_id, locator))}">{escape(formats.place(locator))}</a>'
    return f'<tr><th scope="row">{place}</th><td>{old}</td><td>{new or "↑"}</td></tr>'


def _words(repairs: list[Any], *, old: bool) -> str:
    """The repaired words of a line whose text was not kept, between dots."""
    words = [_mark(repair.printed if old else repair.repaired, repair.rule) for repair in repairs]
    return f"… {' … '.join(words)} …"


def _changes(
    text: str, repairs: list[Any], carried: list[tuple[str, str]]
) -> tuple[list[_Change], list[tuple[str, str]]]:
    """What of a line was repaired, in order; and the rests of words that go on in the line below."""
    found: list[_Change] = []
    for rest, rule in carried:
        if text.startswith(rest):
            found.append(_Change(0, len(rest), "", rule))
    carried = []
    for repair in repairs:
        word, _dash, rest = repair.printed.partition(_LINE_END)
        sought = f"{word}-" if rest else word
        start = _place(text, sought, found)
        if start < 0:
            continue
        found.append(_Change(start, start + len(sought), repair.repaired, repair.rule))
        if rest:
            carried.append((rest, repair.rule))
    return sorted(found, key=lambda change: change.start), carried


def _place(text: str, sought: str, taken: list[_Change]) -> int:
    """Where a word stands that is not a part of another word, or where its letters first do; -1 where nowhere."""
    free = [
        start
        for start in range(len(text) - len(sought) + 1)
        if text.startswith(sought, start)
        and not any(start < change.end and change.start < start + len(sought) for change in taken)
    ]
    whole = [start for start in free if not _inside_a_word(text, start, start + len(sought))]
    return next(iter([*whole, *free]), -1)


def _inside_a_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[end - 1].isalnum())


def _marked(text: str, changes: list[_Change], *, old: bool) -> str:
    parts, at = [], 0
    for change in changes:
        parts.append(escape(text[at : change.start]))
        shown = text[change.start : change.end] if old else change.repaired
        if shown:
            parts.append(_mark(shown, change.rule))
        at = change.end
    return "".join([*parts, escape(text[at:])]).strip()


def _mark(text: str, rule: str) -> str:
    shown = escape(text).replace("\n", "<br>")
    return f'<mark title="{escape(topics.repair_rule(rule))}">{shown}</mark>'
