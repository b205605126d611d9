"""A damaged document: each line as recognised, beside the line as repaired."""

from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analytics.frames import records
from pages.components import formats, printed, topics
from pages.components.language import _

_LINE_END = "-\n"


@dataclass(frozen=True)
class _Change:
    """A part of a line that was repaired; `repaired` is empty where the word stands whole in the line above."""

    start: int
    end: int
    repaired: str
    rule: str


def draw(rows: pd.DataFrame, repairs: pd.DataFrame) -> None:
    """The lines that were repaired, left as printed, right repaired; repaired words are marked.

    `rows` as from `documents.source_rows`, `repairs` as from `documents.repairs`.
    """
    by_row: dict[int, list[Any]] = {}
    for repair in records(repairs):
        by_row.setdefault(repair.row_no, []).append(repair)
    body = ""
    carried: list[tuple[str, str]] = []
    for row in records(rows):
        text = " ".join(cell for cell in row.cells if cell)
        changes, carried = _changes(text, by_row.get(row.row_no, []), carried)
        if changes:
            place = escape(formats.place(row.locator))
            body += f'<tr><th scope="row">{place}</th><td>{_marked(text, changes, old=True)}</td>'
            body += f"<td>{_marked(text, changes, old=False)}</td></tr>"
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (_("Place"), _("As printed"), _("Repaired")))
    name = escape(_("Printed and repaired text side by side"))
    st.html(
        f'{printed.STYLE}<div class="printed" tabindex="0" role="region" aria-label="{name}"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


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
        word, _mark, rest = repair.printed.partition(_LINE_END)
        sought = f"{word}-" if rest else word
        start = text.find(sought)
        while start >= 0 and any(start < change.end and change.start < start + len(sought) for change in found):
            start = text.find(sought, start + 1)
        if start < 0:
            continue
        found.append(_Change(start, start + len(sought), repair.repaired, repair.rule))
        if rest:
            carried.append((rest, repair.rule))
    return sorted(found, key=lambda change: change.start), carried


def _marked(text: str, changes: list[_Change], *, old: bool) -> str:
    parts, at = [], 0
    for change in changes:
        parts.append(escape(text[at : change.start]))
        shown = text[change.start : change.end] if old else change.repaired
        if shown:
            parts.append(f'<mark title="{escape(topics.repair_rule(change.rule))}">{escape(shown)}</mark>')
        at = change.end
    return "".join([*parts, escape(text[at:])]).strip()
