"""PDF documents for the tests, set by typst with the fonts that it brings: no font of the system is used."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import typst

_TEMPLATE = """
#let document = json(bytes(sys.inputs.document))
#set page("a4", flipped: document.landscape, margin: 12mm, numbering: if document.numbered { "1" })
#set text(font: "Libertinus Serif", size: document.size * 1pt, lang: "uk", hyphenate: false)
#set par(spacing: 0.65em)

#let cell(given) = {
  let body = if given.turned { rotate(-90deg, reflow: true, given.text) } else { given.text }
  table.cell(colspan: given.across, rowspan: given.down, body)
}

#let ruled(given) = {
  let stroke = if given.borders { 0.5pt } else {
    (x, y) => (left: if x > 0 { 0.5pt }, top: if y > 0 { 0.5pt })
  }
  table(
    columns: given.widths.map(width => width * 1fr),
    stroke: stroke,
    inset: 3pt,
    ..given.once.map(row => table.header(level: 1, repeat: false, ..row.map(cell))),
    ..given.repeated.map(row => table.header(level: 2, repeat: true, ..row.map(cell))),
    ..given.body.flatten().map(cell),
  )
}

#for part in document.content {
  if type(part) == dictionary { ruled(part) } else if part == "" { v(2em) } else { par(part) }
}
"""


@dataclass(frozen=True)
class Cell:
    """A cell that may be merged over others, which are then left out of the rows; `turned` text reads upwards."""

    text: str
    across: int = 1
    down: int = 1
    turned: bool = False


@dataclass(frozen=True)
class Table:
    """A ruled table. The first `headings` rows are merged where blank; the last `repeated` of them open each page."""

    rows: Sequence[Sequence[str | Cell]]
    headings: int = 0
    repeated: int = 0
    widths: Sequence[float] = field(default=())
    borders: bool = True


def pdf_of(content: Sequence[str | Table], *, landscape: bool = True, numbered: bool = True, size: float = 8) -> bytes:
    """Lines of text and tables by turns as a PDF; an empty line is a gap between paragraphs."""
    document = {
        "content": [part if isinstance(part, str) else _given(part) for part in content],
        "landscape": landscape,
        "numbered": numbered,
        "size": size,
    }
    inputs = {"document": json.dumps(document, ensure_ascii=False)}
    made = typst.compile(_TEMPLATE.encode(), sys_inputs=inputs, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def content_of(rows: Sequence[Sequence[str]], headings: int = 0, repeated: int = 0) -> list[str | Table]:
    """Printed rows as content: one cell is a line of text, more are a row of a table, shorter rows filled with blanks.

    Blank rows end no table; each table has the same count of heading rows.
    """
    content: list[str | Table] = []
    table: list[Sequence[str]] = []
    for row in [*rows, [""]]:
        if len(row) > 1:
            table.append(row)
            continue
        if table:
            width = max(len(line) for line in table)
            filled = [[*line, *[""] * (width - len(line))] for line in table]
            content.append(Table(filled, headings, repeated))
            table = []
        content.append(row[0])
    return content[:-1]


def merged(rows: Sequence[Sequence[str]]) -> list[list[Cell]]:
    """Heading rows with a blank cell taken by the heading on its left, or above where that one starts there."""
    width = len(rows[0])
    cells: list[list[Cell]] = []
    for depth, row in enumerate(rows):
        line: list[Cell] = []
        for place in range(width):
            if not row[place]:
                continue
            ends = (end for end in range(place + 1, width) if any(above[end] for above in rows[: depth + 1]))
            below = (down for down in range(depth + 1, len(rows)) if rows[down][place])
            line.append(Cell(row[place], next(ends, width) - place, next(below, len(rows)) - depth))
        cells.append(line)
    return cells


def _given(table: Table) -> dict[str, object]:
    rows = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in table.rows]
    if table.headings:
        texts = [[cell.text for cell in row] for row in rows[: table.headings]]
        rows[: table.headings] = merged(texts)
    once = table.headings - table.repeated
    width = sum(cell.across for cell in rows[0])
    printed = [[asdict(cell) for cell in row] for row in rows]
    return {
        # Headings that repeat are one block each: a merged cell may not reach out of it.
        "once": [[cell for row in printed[:once] for cell in row]] if once else [],
        "repeated": [[cell for row in printed[once : table.headings] for cell in row]] if table.repeated else [],
        "body": printed[table.headings :],
        "widths": list(table.widths) or [1] * width,
        "borders": table.borders,
    }
