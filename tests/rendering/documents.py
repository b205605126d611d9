"""A document that was read as rows, printed anew in another format: as a person would who has no tabs there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.rows import Row
from tests.rendering.office import Merged, word, workbook
from tests.rendering.pdf import Cell, Table, content_of, merged, pdf_of

FORMATS = ("xlsx", "docx", "pdf")
SHEET = "Аркуш1"
_SMALL = 5
"""Points. The widest table has 17 columns, and no word of it is broken on a page of A4."""

_NARROWEST = "0000"
"""A blank column is as wide as this."""


def rendered(
    rows: Sequence[Row], ending: str, headings: Mapping[int, int] | None = None, sheets: Mapping[int, str] | None = None
) -> bytes:
    """The rows as a file of the format; those with one cell are lines of text.

    `headings` are the heading rows to be printed with merged cells: the number of the first, and how many; a PDF then
    repeats them on each page. `sheets` are the numbers of the rows that open a sheet, and its name.
    """
    printed = [row.cells for row in rows]
    counts = {number - 1: count for number, count in (headings or {}).items()}
    if ending == "pdf":
        return pdf_of(_content(printed, counts), size=_SMALL)
    lines = ["\t".join(cells) for cells in printed]
    merges = [one for first, count in counts.items() for one in _merges(printed, first, count)]
    if ending == "docx":
        return word(lines, merges)
    starts = {number - 1: name for number, name in (sheets or {1: SHEET}).items()}
    ends = [*list(starts)[1:], len(lines)]
    return workbook({name: lines[start:end] for (start, name), end in zip(starts.items(), ends, strict=True)}, merges)


def _content(printed: Sequence[tuple[str, ...]], counts: Mapping[int, int]) -> list[str | Table]:
    """Columns are as wide as their longest word; the heading rows are told by what stands in the first of them."""
    known = {printed[first]: count for first, count in counts.items()}
    content: list[str | Table] = []
    for part in content_of(printed):
        if isinstance(part, Table):
            texts = [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in part.rows]
            columns = zip(*texts, strict=True)
            widths = [max(len(word) for cell in [_NARROWEST, *column] for word in cell.split()) for column in columns]
            count = next((count for cells, count in known.items() if tuple(texts[0][: len(cells)]) == cells), 0)
            part = replace(part, widths=widths, headings=count, repeated=count)
        content.append(part)
    return content


def _merges(printed: Sequence[tuple[str, ...]], first: int, count: int) -> list[Merged]:
    rows = printed[first : first + count]
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    return [
        Merged(first + depth, place, cell.down, cell.across)
        for depth, (row, cells) in enumerate(zip(filled, merged(filled), strict=True))
        for place, cell in zip((place for place, text in enumerate(row) if text), cells, strict=True)
    ]
