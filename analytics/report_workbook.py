"""Working data for a report as an Excel workbook: a sheet for each direction of assessment, and their counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from analytics.frames import records, total

_WIDTHS = (8, 60, 18, 34, 12, 40, 18, 14, 44, 22)
_ASKED, _STATE, _FIGURE = "D", "E", "G"


@dataclass(frozen=True)
class Sheet:
    """One direction of assessment. `rows`: line_code, name, fund, asked, state, known, figure, unit, document, cell;
    all of it but the figure in words. `summed`: answers whose figures are added up, in UAH."""

    title: str
    rows: pd.DataFrame
    summed: Sequence[str] = ()


@dataclass(frozen=True)
class Labels:
    """The words of the workbook. `heads`: of the columns of a direction; `counts`: of the four columns of the summary
    (direction, needed, known, missing); `known`: the state of what is known; `total`: holds {what}."""

    summary: str
    about: str
    heads: Sequence[str]
    counts: Sequence[str]
    known: str
    total: str


def write(sheets: Sequence[Sheet], labels: Labels, notes: Sequence[str]) -> bytes:
    """The workbook as bytes. Counts and sums of the first sheet are formulas over the others, with the stored value
    beside them for viewers that do not recalculate; a sum of nothing known is left empty, for unknown is not zero."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        figure = book.add_format({"num_format": "#,##0.00#", "valign": "top"})
        summary = book.add_worksheet(labels.summary[:31])
        for sheet in sheets:
            _direction(book.add_worksheet(sheet.title[:31]), sheet, labels, bold, wrap, figure)
        _summary(summary, sheets, labels, bold, figure)
        about = book.add_worksheet(labels.about[:31])
        about.set_column(0, 0, 100, wrap)
        for line, note in enumerate(notes):
            about.write_string(line, 0, note, wrap)
    return buffer.getvalue()


def _direction(into: Any, sheet: Sheet, labels: Labels, bold: Any, wrap: Any, figure: Any) -> None:
    for place, (head, width) in enumerate(zip(labels.heads, _WIDTHS, strict=True)):
        into.write_string(0, place, head, bold)
        into.set_column(place, place, width)
    for line, row in enumerate(records(sheet.rows), start=1):
        for place, value in enumerate(row):
            if value is None or pd.isna(value):
                continue
            # Text is never a formula, whatever a document prints.
            if sheet.rows.columns[place] == "figure":
                into.write_number(line, place, float(value), figure)
            else:
                into.write_string(line, place, str(value), wrap)
    into.freeze_panes(1, 2)
    if len(sheet.rows):
        into.autofilter(0, 0, len(sheet.rows), len(labels.heads) - 1)
    into.set_landscape()
    into.set_paper(9)
    into.fit_to_pages(1, 0)
    into.repeat_rows(0)


def _summary(into: Any, sheets: Sequence[Sheet], labels: Labels, bold: Any, figure: Any) -> None:
    into.set_column(0, 0, 60)
    into.set_column(1, 3, 16)
    for place, head in enumerate(labels.counts):
        into.write_string(0, place, head, bold)
    for line, sheet in enumerate(sheets, start=1):
        states = _column(sheet, _STATE)
        needed, known = len(sheet.rows), int((sheet.rows["state"] == labels.known).sum())
        into.write_string(line, 0, sheet.title)
        into.write_formula(line, 1, f"=COUNTA({states})", None, needed)
        into.write_formula(line, 2, f'=COUNTIF({states},"{labels.known}")', None, known)
        into.write_formula(line, 3, f"=B{line + 1}-C{line + 1}", None, needed - known)
    line = len(sheets) + 2
    for sheet in sheets:
        for asked in sheet.summed:
            own = sheet.rows[sheet.rows["asked"] == asked]
            amount = total(own["figure"])
            into.write_string(line, 0, labels.total.format(what=asked))
            if amount is not None:
                formula = f'=SUMIF({_column(sheet, _ASKED)},"{asked}",{_column(sheet, _FIGURE)})'
                into.write_formula(line, 1, formula, figure, float(amount))
            line += 1


def _column(sheet: Sheet, letter: str) -> str:
    return f"'{sheet.title[:31]}'!${letter}$2:${letter}${max(len(sheet.rows), 1) + 1}"
