"""A table as an Excel workbook that a person can go on working with: formulas, a control total, sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from analytics.frames import listed, total

_MONEY = "#,##0.00"
_WIDEST = 60
# Money has two places in every contract; other numbers are written as they are.
_KOPIYKAS = -2


@dataclass(frozen=True)
class Labels:
    """The words of the workbook, in the reader's language."""

    sheet: str
    total: str
    control: str
    difference: str
    notes: str


def write(frame: pd.DataFrame, labels: Labels, notes: Sequence[str] = (), summed: str | None = None) -> bytes:
    """The workbook as bytes.

    `summed` is the column that is added up: under the table stands its sum as a formula, then the control total that
    was computed from the data, and their difference as a formula, which is 0 as long as nobody changed a row. Where no
    amount is known there is no sum, for unknown is not zero. `notes` (source, edition, unit) have their own sheet.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        money = book.add_format({"num_format": _MONEY})
        sums = book.add_format({"num_format": _MONEY, "bold": True, "top": 1})
        sheet = book.add_worksheet(labels.sheet[:31])
        for place, column in enumerate(frame.columns):
            sheet.write_string(0, place, str(column), bold)
            sheet.set_column(place, place, _width(column, frame[column]))
            for line, value in enumerate(frame[column], start=1):
                _cell(sheet, line, place, value, money)
        sheet.freeze_panes(1, 0)
        if len(frame):
            sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
        if summed is not None:
            _totals(sheet, frame, summed, labels, money=sums, bold=bold)
        about = book.add_worksheet(labels.notes[:31])
        about.set_column(0, 0, 100, book.add_format({"text_wrap": True}))
        for line, note in enumerate(notes):
            about.write_string(line, 0, note)
    return buffer.getvalue()


def _totals(sheet: Any, frame: pd.DataFrame, summed: str, labels: Labels, money: Any, bold: Any) -> None:
    place = list(frame.columns).index(summed)
    words = place - 1 if place else 1
    computed = total(frame[summed])
    if computed is None:
        return
    last = len(frame)
    # A blank line keeps the sum out of the filtered table.
    row = last + 2
    letter = xl_col_to_name(place)
    sheet.write_string(row, words, labels.total, bold)
    sheet.write_formula(row, place, f"=SUM({letter}2:{letter}{last + 1})", money, float(computed))
    sheet.write_string(row + 1, words, labels.control, bold)
    sheet.write_number(row + 1, place, float(computed), money)
    sheet.write_string(row + 2, words, labels.difference, bold)
    upper, lower = xl_rowcol_to_cell(row, place), xl_rowcol_to_cell(row + 1, place)
    sheet.write_formula(row + 2, place, f"=ROUND({upper}-{lower},2)", money, 0)


def _cell(sheet: Any, line: int, place: int, value: Any, money: Any) -> None:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return
    if isinstance(value, Decimal):
        is_money = value.as_tuple().exponent == _KOPIYKAS
        sheet.write_number(line, place, float(value), money if is_money else None)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value)
    elif isinstance(value, date):
        sheet.write_datetime(line, place, value)
    elif isinstance(value, list | tuple):
        sheet.write_string(line, place, listed(value))
    else:
        # Never as a formula or a link, whatever a document prints.
        sheet.write_string(line, place, str(value))


def _width(column: object, values: pd.Series) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(max(longest, len(str(column)), 8) + 2, _WIDEST)
