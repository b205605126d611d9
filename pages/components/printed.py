"""A document's tables as printed, with a cell marked."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analytics import documents
from analytics.frames import records
from pages.components import figures, formats, names, scripts, topics
from pages.components.language import _

_AROUND = 3
STYLE = """
<style>
.printed {overflow: auto; max-height: 48rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent);}
.printed table {border-collapse: collapse; font-size: 0.75rem; min-width: 56rem;}
.printed th, .printed td {border: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: 2px 6px;
  vertical-align: top; text-align: left; font-weight: normal;}
.printed td.heading {font-size: 0.65rem;}
.printed th {font-size: 0.7rem; opacity: 0.85; background: color-mix(in srgb, currentColor 7%, transparent);}
.printed td.heading {font-weight: 600;}
.printed td.number {text-align: right; white-space: nowrap;}
.printed tr.chosen td {background: color-mix(in srgb, var(--mark) 14%, transparent);}
.printed td.chosen {outline: 3px solid var(--mark); outline-offset: -3px; font-weight: 700;}
</style>
"""


def about(document: Any, register: Mapping[str, Any]) -> dict[str, str]:
    """What is known of a document: heading -> text, leaving out what is unknown. `register`: document_id -> row of
    `documents.register`."""
    units = {
        "UAH": _("UAH"),
        "thousand UAH": _("thousand UAH"),
        "million UAH": _("million UAH"),
        "billion UAH": _("billion UAH"),
    }
    known = {
        _("Kind"): names.kind(document.kind),
        _("Status"): names.status(document.status),
        _("Issuer"): document.issuer,
        _("Number"): document.number,
        _("Adopted"): formats.day(document.adopted_on) if document.adopted_on else None,
        _("Endorsed"): f"{formats.day(document.endorsed_on)} № {document.endorsed_number}"
        if document.endorsed_on
        else None,
        _("Changes"): names.document(register[document.amends]) if document.amends else None,
        _("Counts on"): "; ".join(names.document(register[name]) for name in document.mentions) or None,
        _("Programme"): document.programme_title,
        _("Unit of the amounts"): units.get(document.amount_unit, document.amount_unit),
        _("Not read for certain"): formats.number(document.unread, 0) if document.sha256 else None,
        _("Repairs of damaged text"): formats.number(document.repairs, 0) if document.repairs else None,
        _("Text"): _("Recognised by machine") if document.by_machine else _("Damaged") if document.damaged else None,
        _("File"): document.file,
        _("Checksum SHA-256"): f"`{document.sha256}`" if document.sha256 else None,
    }
    return {head: str(text) for head, text in known.items() if text}


def draw(rows: pd.DataFrame, locator: str | None, printed: str = "") -> None:
    """The headings and the rows around a cell, the cell marked; without a cell the first rows with numbers. `rows` as
    from `documents.source_rows`; `printed` is the fact's own text, which may be a part of the cell."""
    cell = documents.cell_of(locator) if locator else None
    row_no, column = _position(rows, cell) if cell else (None, None)
    data = rows[rows["role"] == "data"]
    measures = data[data["table_kind"] == "measures"]
    around = row_no if row_no is not None else int((measures if len(measures) else data)["row_no"].iloc[0])
    table = rows[rows["table_no"] == rows.loc[rows["row_no"] == around, "table_no"].iloc[0]]
    body = table[(table["role"] != "heading") & (table["role"] != "column_numbers")].reset_index(drop=True)
    middle = int((body["row_no"] - around).abs().idxmin())
    first = table[table["role"] == "heading"]
    numbers = table[table["role"] == "column_numbers"].head(1)
    near = body.iloc[max(middle - _AROUND, 0) : middle + _AROUND + 1]
    shown = pd.concat([first[first["row_no"] < body["row_no"].iloc[0]], numbers, near]).drop_duplicates("row_no")
    st.html(STYLE + _html(shown, row_no, column, printed))
    scripts.run(scripts.TO_CHOSEN_CELL)
    if _headings_reach_past(first, numbers):
        st.caption(
            _(
                "The file has a blank cell too many among the headings, so some stand a column right of their numbers. "
                "They were matched in their order, by the row of column numbers."
            )
        )


def stands(rows: pd.DataFrame, locator: str) -> bool:
    """Whether a place is a row or a cell of the document. `rows` as from `documents.source_rows`."""
    return _position(rows, documents.cell_of(locator))[0] is not None


def _position(rows: pd.DataFrame, cell: str) -> tuple[int | None, int | None]:
    """The row that a cell stands in, and its column from 1; no column where the place is a whole row."""
    for row in records(rows):
        if cell in row.locators:
            return row.row_no, list(row.locators).index(cell) + 1
    found = rows[rows["locator"] == cell]
    if found.empty:
        return None, None
    return int(found["row_no"].iloc[0]), 1 if len(found["cells"].iloc[0]) == 1 else None


def _headings_reach_past(headings: pd.DataFrame, numbers: pd.DataFrame) -> bool:
    """Whether the headings have more cells than there are numbered columns: then a blank one among them is too many."""
    if numbers.empty or headings.empty:
        return False
    printed = [cell.strip() for cell in numbers["cells"].iloc[0] if cell.strip()]
    count = len(printed)
    if printed[-1] != str(count):  # the numbers themselves have lost one
        return False
    return max(len(cells) for cells in headings["cells"]) > count


def draw_all(rows: pd.DataFrame) -> None:
    """Every table of the document."""
    for number, table in rows.groupby("table_no"):
        kind = topics.table(table["table_kind"].iloc[0])
        if not number:
            st.markdown(kind)
            st.html(STYLE + _html(table, None, None))
            continue
        st.markdown(_("Table {number}. {kind}").format(number=number, kind=kind))
        st.html(STYLE + _html(table, None, None))


def _html(rows: pd.DataFrame, row_no: int | None, column: int | None, printed: str = "") -> str:
    width = max(len(cells) for cells in rows["cells"])
    head = "".join(f'<th scope="col">{place}</th>' for place in range(1, width + 1))
    lines = []
    for row in records(rows):
        chosen = row.row_no == row_no
        lines.append(_line(row, width, column if chosen else None, printed if chosen else None))
    name, corner = escape(_("Table as printed")), escape(_("Line"))
    mark = f"--mark: {figures.colours().loss}"
    return (
        f'<div class="printed" style="{mark}" tabindex="0" role="region" aria-label="{name}"><table><thead>'
        f'<tr><th scope="col">{corner}</th>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table></div>'
    )


def _line(row: Any, width: int, column: int | None, printed: str | None) -> str:
    """`printed` is the text to mark in the chosen row; None in every other row."""
    cells = []
    texts = [*row.cells, *[""] * (width - len(row.cells))]
    if row.role == "heading":
        return f'<tr><th scope="row">{escape(_row_head(row.locator))}</th>{_heading(texts)}</tr>'
    for place, text in enumerate(texts, start=1):
        kinds = [row.role] if row.role != "data" else []
        if place > 3:
            kinds.append("number")
        if place == column:
            kinds.append("chosen")
            text = text or " "
        mark = ' aria-current="true"' if place == column else ""
        shown = _marked_up(text)
        if place == column and printed and printed != text:
            shown = shown.replace(_marked_up(printed), f"<mark>{_marked_up(printed)}</mark>", 1)
        cells.append(f'<td class="{" ".join(kinds)}"{mark}>{shown}</td>')
    head = f'<th scope="row">{escape(_row_head(row.locator))}</th>'
    chosen = "" if printed is None else ' class="chosen"'
    return f"<tr{chosen}>{head}{''.join(cells)}</tr>"


def _row_head(locator: str) -> str:
    """The place of a row, short: the line's number in a text file, else as it is."""
    return locator.removeprefix("рядок ") if locator.startswith("рядок ") else formats.place(locator)


def _heading(texts: list[str]) -> str:
    """Merged headings: a blank cell belongs to the heading on its left."""
    cells: list[tuple[str, int]] = []
    for text in texts:
        if cells and cells[-1][0].strip() and not text.strip():
            cells[-1] = (cells[-1][0], cells[-1][1] + 1)
        else:
            cells.append((text, 1))
    return "".join(f'<td class="heading" colspan="{span}">{_marked_up(text)}</td>' for text, span in cells)


def _marked_up(text: str) -> str:
    """Printed text with its italics and bold as such; nothing else of it is taken for HTML."""
    return re.sub(r"&lt;(/?[ib])&gt;", r"<\1>", escape(text))
