"""Writes the workbook for entering actual values: filled-in columns locked, entry cells open and checked."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from math import ceil
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data.contracts import Programme
from loaders import saving
from loaders.entry.form import ENTRIES, HOW_TO_SHEET, KEY_HEADING, KEYS_SHEET, MARKER, VERSION, Entry, Line, Part
from loaders.entry.keys import HEADINGS, cells_of
from loaders.entry.words import HOW_TO, NOTES, rule_of
from loaders.errors import NotWritten

_WIDTHS = {
    "№": 6,
    "Показник": 40,
    "Напрям, завдання або захід": 40,
    "Завдання або захід програми": 26,
    "Частина програми": 26,
    "Розпорядник коштів": 22,
    "Рік": 8,
    "План, грн": 16,
    "Ціль (як надруковано)": 14,
    "Документ": 18,
    Entry.CASH: 16,
    Entry.SOURCE: 22,
    Entry.COMMENT: 24,
}
_USUAL_WIDTH = 12
_HOW_TO_WIDTH = 110
_LINE_HEIGHT = 15
_WRAPPED = 1.25
"""Words do not break, so that lines are not filled to the end."""
_MAY_DO = {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True}


def check(path: Path, *, force: bool) -> None:
    """Raises NotWritten for a name that is not a workbook's, and for a file that exists, unless `force`."""
    if path.suffix.casefold() != ".xlsx":
        raise NotWritten(f"{path}: the workbook is an .xlsx file. Give it a name that ends with .xlsx.")
    saving.refuse_existing(path, force=force)


def write(path: Path, programme: Programme, lines: Sequence[Line], *, force: bool = False) -> None:
    """Write the workbook; a file that exists stays, unless `force`. Raises NotWritten with a sentence."""
    check(path, force=force)
    saving.save(contents(programme, lines), path, force=force)


def contents(programme: Programme, lines: Sequence[Line]) -> bytes:
    """The workbook as bytes. Instructions stand first, the list of keys is very hidden and last."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": programme.title, "comments": f"{MARKER} {VERSION}"})
    _how_to(book, programme)
    sheets = [_entry_sheet(book, part, programme, [line for line in lines if line.part is part]) for part in Part]
    _keys(book, programme, lines)
    sheets[0].activate()
    book.close()
    return target.getvalue()


def _how_to(book: Workbook, programme: Programme) -> None:
    sheet = book.add_worksheet(HOW_TO_SHEET)
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _HOW_TO_WIDTH)
    sheet.write_string(
        0, 0, f"Фактичні значення: {programme.title}", book.add_format({"bold": True, "text_wrap": True})
    )
    for number, text in enumerate(HOW_TO, start=2):
        sheet.set_row(number, _height([(text, _HOW_TO_WIDTH)]))
        sheet.write_string(number, 0, text, plain)
    _printed(sheet, programme)
    sheet.fit_to_pages(1, 1)
    sheet.protect("", _MAY_DO)


def _entry_sheet(book: Workbook, part: Part, programme: Programme, lines: Sequence[Line]) -> Worksheet:
    sheet = book.add_worksheet(part.value)
    described = list(Line(key="", part=part, name="").described())
    headings = [KEY_HEADING, *described, *ENTRIES[part]]
    first_entry = 1 + len(described)
    head, entry_head = (
        book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": colour})
        for colour in ("#D9D9D9", "#FFD966")
    )
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, entry_head if place >= first_entry else head)
    for place, entry in enumerate(ENTRIES[part], start=first_entry):
        sheet.write_comment(0, place, NOTES[entry], {"author": "", "x_scale": 2})
    formats = _Formats(book)
    for number, line in enumerate(lines, start=1):
        _line(sheet, number, line, first_entry, formats)
    for place, heading in enumerate(headings):
        sheet.set_column(place, place, _WIDTHS.get(heading, _USUAL_WIDTH), None, {"hidden": heading == KEY_HEADING})
    sheet.set_row(0, 3 * _LINE_HEIGHT)
    last = max(len(lines), 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
    sheet.autofilter(0, 1, last, len(headings) - 1)
    sheet.freeze_panes(1, 3)
    _printed(sheet, programme)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", _MAY_DO)
    return sheet


class _Formats:
    """The formats of cells, each made once for a workbook."""

    def __init__(self, book: Workbook) -> None:
        shown = {"text_wrap": True, "valign": "top", "border": 1}
        entered = shown | {"locked": False, "bg_color": "#FFF9E5"}
        self.label: Format = book.add_format(shown)
        self.plan: Format = book.add_format(shown | {"num_format": "#,##0.00"})
        self.entry: dict[Entry, Format] = {
            Entry.ACTUAL: book.add_format(entered),
            Entry.CASH: book.add_format(entered | {"num_format": "#,##0.00"}),
            Entry.AS_OF: book.add_format(entered | {"num_format": "dd.mm.yyyy"}),
            Entry.SOURCE: book.add_format(entered | {"num_format": "@"}),
            Entry.COMMENT: book.add_format(entered | {"num_format": "@"}),
        }


def _line(sheet: Worksheet, number: int, line: Line, first_entry: int, formats: _Formats) -> None:
    sheet.write_string(number, 0, line.key, formats.label)
    described = line.described()
    sheet.set_row(number, _height((str(text), _WIDTHS.get(name, _USUAL_WIDTH)) for name, text in described.items()))
    for place, shown in enumerate(described.values(), start=1):
        if isinstance(shown, Decimal):
            sheet.write_number(number, place, float(shown), formats.plan)
        else:
            sheet.write_string(number, place, shown, formats.label)
    for place, entry in enumerate(ENTRIES[line.part], start=first_entry):
        sheet.write_blank(number, place, None, formats.entry[entry])
        sheet.data_validation(number, place, number, place, rule_of(entry, line.takes_words))


def _height(texts: Iterable[tuple[str, int]]) -> int:
    """The height of a row that shows each text whole in a column of its width; not every program works it out."""
    return _LINE_HEIGHT * max(ceil(len(text) * _WRAPPED / width) or 1 for text, width in texts)


def _printed(sheet: Worksheet, programme: Programme) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&L{programme.short_title.replace('&', '&&')}&R&A")
    sheet.set_footer("&Rс. &P з &N")


def _keys(book: Workbook, programme: Programme, lines: Sequence[Line]) -> None:
    """The list that the reader needs: the marker with version and programme, then what each key stands for."""
    sheet = book.add_worksheet(KEYS_SHEET)
    sheet.very_hidden()
    table = [(MARKER, VERSION, programme.programme_id, programme.title), HEADINGS, *map(cells_of, lines)]
    for number, cells in enumerate(table):
        for place, text in enumerate(cells):
            sheet.write_string(number, place, text)
    sheet.protect()
