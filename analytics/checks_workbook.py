"""Findings as an Excel workbook: each figure of a finding is a formula over the cells it was read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from analytics.frames import records


@dataclass(frozen=True)
class Labels:
    """The words of the workbook, in the reader's language. `heads` and `cell_heads` name the columns of the two sheets
    of data, in their order."""

    findings: str
    cells: str
    about: str
    heads: Sequence[str]
    cell_heads: Sequence[str]


@dataclass(frozen=True)
class Row:
    """What a finding says in words: the columns before its figures, and after them."""

    before: Sequence[str]
    after: Sequence[str]


def write(
    findings: pd.DataFrame,
    cells: pd.DataFrame,
    words: Mapping[str, Row],
    places: Sequence[Sequence[str]],
    labels: Labels,
    notes: Sequence[str],
) -> bytes:
    """The workbook as bytes; figures in the unit of each finding.

    `findings` and `cells` as from `analytics.checks` (cells in the order of the findings); `words`: finding_id -> its
    words; `places`: a row of words for each cell, before its value. The first sheet holds number, words, printed,
    computed, difference, words; the second every cell. Printed, computed and difference are formulas over the second
    sheet, with the stored value beside them for viewers that do not recalculate.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        figure = book.add_format({"num_format": "#,##0.00##", "valign": "top"})
        first = book.add_worksheet(labels.findings[:31])
        second = book.add_worksheet(labels.cells[:31])
        about = book.add_worksheet(labels.about[:31])
        spans = _cells(second, cells, places, labels, bold, figure)
        for place, head in enumerate(labels.heads):
            first.write_string(0, place, head, bold)
        for line, row in enumerate(records(findings), start=1):
            said, own = words[row.finding_id], spans.get(row.finding_id, [])
            first.write_number(line, 0, line, wrap)
            for place, text in enumerate(said.before, start=1):
                first.write_string(line, place, text, wrap)
            at = 1 + len(said.before)
            _figures(first, line, at, row, own, labels.cells[:31], figure)
            for place, text in enumerate(said.after, start=at + 3):
                first.write_string(line, place, text, wrap)
        _laid_out(first, len(findings), labels)
        about.set_column(0, 0, 100, wrap)
        for line, note in enumerate(notes):
            about.write_string(line, 0, note, wrap)
    return buffer.getvalue()


def _cells(
    sheet: Any, cells: pd.DataFrame, places: Sequence[Sequence[str]], labels: Labels, bold: Any, figure: Any
) -> dict[str, list[tuple[int, Any]]]:
    """Writes the cells; finding_id -> its lines in the sheet, each with its cell."""
    for place, head in enumerate(labels.cell_heads):
        sheet.write_string(0, place, head, bold)
    spans: dict[str, list[tuple[int, Any]]] = {}
    numbers: dict[str, int] = {}
    last = len(labels.cell_heads) - 1
    for line, (cell, words) in enumerate(zip(records(cells), places, strict=True), start=1):
        spans.setdefault(cell.finding_id, []).append((line, cell))
        sheet.write_number(line, 0, numbers.setdefault(cell.finding_id, len(numbers) + 1))
        for place, text in enumerate(words, start=1):
            # A year stays a number: the formula of a projection is over years.
            if place == last - 1 and text.isdecimal():
                sheet.write_number(line, place, int(text))
            else:
                sheet.write_string(line, place, text)
        if cell.value is not None:
            sheet.write_number(line, last, float(cell.value), figure)
    sheet.freeze_panes(1, 0)
    sheet.set_column(1, last - 2, 28)
    sheet.set_column(last - 1, last, 16)
    return spans


def _figures(sheet: Any, line: int, at: int, row: Any, own: Sequence[tuple[int, Any]], name: str, style: Any) -> None:
    """Printed, computed and difference as formulas; where a figure is not made of its cells alone, as a number."""
    last = 6
    where = {role: [place for place, cell in own if cell.role == role] for role in ("printed", "part")}

    def sum_of(role: str) -> str:
        lines = where[role]
        if lines == list(range(lines[0], lines[-1] + 1)) and len(lines) > 1:
            return f"=SUM('{name}'!{xl_rowcol_to_cell(lines[0], last)}:{xl_rowcol_to_cell(lines[-1], last)})"
        return "=" + "+".join(f"'{name}'!{xl_rowcol_to_cell(place, last)}" for place in lines)

    for place, value, role in ((at, row.printed, "printed"), (at + 1, row.computed, "part")):
        if value is None:
            continue
        added = sum(cell.value or 0 for _, cell in own if cell.role == role)
        formula = sum_of(role) if where[role] and added == value else _other(row.rule, role, own, name, last)
        if formula:
            sheet.write_formula(line, place, formula, style, float(value))
        else:
            sheet.write_number(line, place, float(value), style)
    if row.printed is not None and row.computed is not None:
        formula = f"=ROUND({xl_rowcol_to_cell(line, at)}-{xl_rowcol_to_cell(line, at + 1)},3)"
        sheet.write_formula(line, at + 2, formula, style, float(row.printed - row.computed))


def _other(rule: str, role: str, own: Sequence[tuple[int, Any]], name: str, last: int) -> str | None:
    """A computed figure that is no sum: a quotient, or a value of least squares."""
    if role != "part":
        return None
    at = {cell.label: f"'{name}'!{xl_rowcol_to_cell(place, last)}" for place, cell in own}
    if rule == "delta_beyond_line":
        return f"=-{at['plan']}" if len(at) == len(own) else None
    if rule == "efficiency_ratio":
        return f"={at['input']}/{at['output']}"
    if rule == "population_projection":
        lines = [place for place, cell in own if cell.role == "part"]
        year = f"'{name}'!{xl_rowcol_to_cell(own[0][0], last - 1)}"
        people = f"'{name}'!{xl_rowcol_to_cell(lines[0], last)}:{xl_rowcol_to_cell(lines[-1], last)}"
        years = f"'{name}'!{xl_rowcol_to_cell(lines[0], last - 1)}:{xl_rowcol_to_cell(lines[-1], last - 1)}"
        return f"=ROUND(FORECAST({year},{people},{years}),0)"
    return None


def _laid_out(sheet: Any, count: int, labels: Labels) -> None:
    """Fit for a printed page: landscape, as wide as the page, headings on each."""
    widths = [6, 70, 34, 18, 14, 44, 14, 14, 14, 14, 24]
    for place, width in enumerate(widths[: len(labels.heads)]):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 2)
    if count:
        sheet.autofilter(0, 0, count, len(labels.heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
