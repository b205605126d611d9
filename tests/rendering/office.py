"""Text with tabs between cells as workbooks and Word documents, so that tests compare how they are read."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import docx
import openpyxl
from docx.document import Document


@dataclass(frozen=True)
class Merged:
    """A cell merged over others below it and right of it: `line` and `column` from 0, lines counted over all sheets."""

    line: int
    column: int
    down: int = 1
    across: int = 1


def workbook(sheets: dict[str, Sequence[str]], merged: Iterable[Merged] = (), left: int = 0) -> bytes:
    """Each line a row of its sheet, its cells as texts; `left` columns stay blank before them."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    merges = list(merged)
    above = 0
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for row, line in enumerate(lines, start=1):
            for column, text in enumerate(line.split("\t"), start=left + 1):
                if text:
                    cell = sheet.cell(row, column)
                    cell.value, cell.data_type = text, "s"
        for one in merges:
            if above <= one.line < above + len(lines):
                row, column = one.line - above + 1, one.column + left + 1
                sheet.merge_cells(None, row, column, row + one.down - 1, column + one.across - 1)
        above += len(lines)
    return _bytes(book)


def word(lines: Sequence[str], merged: Iterable[Merged] = ()) -> bytes:
    """Lines with tabs are rows of tables, and all others paragraphs."""
    document = docx.Document()
    numbered = enumerate(lines)
    for is_table, group in groupby(numbered, key=lambda pair: "\t" in pair[1]):
        if not is_table:
            for _, line in group:
                document.add_paragraph(line)
            continue
        rows = [(number, line.split("\t")) for number, line in group]
        table = document.add_table(len(rows), max(len(cells) for _, cells in rows))
        for (_, cells), row in zip(rows, table.rows, strict=True):
            for text, cell in zip(cells, row.cells, strict=False):
                cell.text = text
        for one in merged:
            if rows[0][0] <= one.line <= rows[-1][0]:
                top, left = one.line - rows[0][0], one.column
                table.cell(top, left).merge(table.cell(top + one.down - 1, left + one.across - 1))
    return _bytes(document)


def _bytes(document: openpyxl.Workbook | Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
