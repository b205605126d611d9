"""The text and the ruled lines of each page of a PDF; runs in a process of its own (see `isolated`)."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from math import atan2, degrees
from typing import Any

import pdfplumber
from pdfminer import pdftypes
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page as PdfPage
from pdfplumber.utils.exceptions import PdfminerException

from loaders.errors import FileRefused
from loaders.limits import MAX_PAGE_LETTERS, MAX_PAGE_RULES, MAX_PDF_PAGES
from loaders.readers import paging
from loaders.readers.grid import Rule, grids_of
from loaders.readers.pages import table_item
from loaders.readers.paging import Laid, Placed
from loaders.readers.words import Glyph, Line, Place, joined, lines_of, words_by_place

_THIN = 3.0
"""A filled box that is thinner is a ruled line; others are shades behind text."""

_PICTURE = 0.6
"""A picture on more of the page is the page."""

_STAMP_LETTERS = 400
"""On a scanned page no more text is typed: a page number, a registration stamp, a mark of a signature."""

_OUTLINES = 50
"""Curves on a page without letters, from which on they may be letters turned into drawings."""

_WIDE_GAP = 0.9
_DAMAGED = "a part of the PDF is damaged. Open it in a viewer and save it anew."


def answer(raw: bytes) -> dict[str, Any]:
    """`pages`: what stands on each page with text, as (number, items); `scans`: the numbers of pages that are pictures.

    An item is a line of text, or a table as {edges, rows}. Raises FileRefused for what is no whole, open PDF.
    """
    if b"%%EOF" not in raw[-4096:]:
        raise FileRefused("the PDF is cut off: its end is missing. Get the whole file.")
    pdftypes.decompress_corrupted = _whole
    try:
        return _pages(raw)
    except PdfminerException as error:
        if any(isinstance(inner, PDFPasswordIncorrect) for inner in error.args):
            raise FileRefused("the PDF asks for a password. Save it without one.") from None
        raise


def _whole(data: bytes) -> bytes:
    """In place of pdfminer's own: that gives the beginning of a damaged stream, and half a page would look whole.

    Only the checksum may be wrong or absent: some programs write none.
    """
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflated = inflater.decompress(data[2:])
    except zlib.error:
        raise FileRefused(_DAMAGED) from None
    if not inflater.eof:
        raise FileRefused(_DAMAGED)
    return inflated


def _pages(raw: bytes) -> dict[str, Any]:
    found: list[Laid] = []
    scans: list[int] = []
    with pdfplumber.open(BytesIO(raw)) as pdf:
        pages = list(islice(pdf.pages, MAX_PDF_PAGES + 1))
        if not pages:
            raise FileRefused("the PDF has no pages. Save it anew from the program that made it.")
        if len(pages) > MAX_PDF_PAGES:
            raise FileRefused(f"the PDF has more than {MAX_PDF_PAGES} pages. Split it.")
        for page in pages:
            glyphs = _glyphs(page)
            if _is_scan(page, glyphs):
                scans.append(page.page_number)
            else:
                found.append(_laid(page, glyphs))
            page.close()
    return {"pages": paging.items_of(found), "scans": scans}


def _glyphs(page: PdfPage) -> list[Glyph]:
    """The letters on the page, each once: bold type may be made by printing a letter twice."""
    if len(page.chars) > MAX_PAGE_LETTERS:
        raise FileRefused(f"page {page.page_number} has {len(page.chars)} letters; the limit is {MAX_PAGE_LETTERS}.")
    x0, top, x1, bottom = page.bbox
    glyphs = [
        Glyph(char["text"], char["x0"], char["x1"], char["top"], char["bottom"], _turn(char["matrix"]))
        for char in page.dedupe_chars(extra_attrs=()).chars
    ]
    return [glyph for glyph in glyphs if x0 <= glyph.middle[0] <= x1 and top <= glyph.middle[1] <= bottom]


def _turn(matrix: tuple[float, ...]) -> int:
    return round(degrees(atan2(matrix[1], matrix[0])) / 90) * 90 % 360


def _is_scan(page: PdfPage, glyphs: list[Glyph]) -> bool:
    """Whether the page is a picture, with or without a stamp or a hidden text over it, or its letters have no code."""
    letters = [glyph.text for glyph in glyphs if not glyph.text.isspace()]
    if not letters:
        return bool(page.images) or len(page.curves) > _OUTLINES
    unknown = sum(text.startswith("(cid:") or "\ue000" <= text <= "\uf8ff" or "À" <= text <= "ÿ" for text in letters)
    if unknown * 4 > len(letters):
        return True
    if not any(_area(image) > _PICTURE * page.width * page.height for image in page.images):
        return False
    return len(letters) < _STAMP_LETTERS or not (page.lines or page.rects or page.curves)


def _area(image: dict[str, Any]) -> float:
    return (image["x1"] - image["x0"]) * (image["bottom"] - image["top"])


def _laid(page: PdfPage, glyphs: list[Glyph]) -> Laid:
    """Lines and tables from top to bottom, on a page that is turned so that most letters stand upright."""
    turns = [glyph.turn for glyph in glyphs]
    turn = max(set(turns), key=turns.count) if turns else 0
    glyphs = [glyph.turned(turn) for glyph in glyphs]
    across, upright = _rules(page, turn)
    grids = grids_of(across, upright)

    def place_at(x: float, y: float) -> Place | None:
        for number, grid in enumerate(grids):
            if place := grid.place(x, y):
                return (number, *place)
        return None

    words = words_by_place(glyphs, place_at)
    placed = list(_spaced(lines_of(words.pop(None, []))))
    cells = {place: joined(line.text for line in lines_of(own)) for place, own in words.items()}
    for number, grid in enumerate(grids):
        own = {(place[1], place[2]): text for place, text in cells.items() if place and place[0] == number}
        if own:
            placed.append(Placed(table_item(grid, own), grid.ys[0], grid.ys[-1]))
    shape = (turn, page.width, page.height)
    return Laid(page.page_number, shape, sorted(placed, key=lambda one: one.top))


def _spaced(lines: list[Line]) -> Iterator[Placed]:
    """The lines with their places, and an empty one where paragraphs stand apart."""
    last: Line | None = None
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        if last and line.top - last.bottom > _WIDE_GAP * (line.bottom - line.top):
            yield Placed("", last.bottom, line.top)
        yield Placed(line.text.rstrip(), line.top, line.bottom)
        last = line


def _rules(page: PdfPage, turn: int) -> tuple[list[Rule], list[Rule]]:
    """The lines that run across and those that stand upright, drawn as lines, as thin boxes or as boxes with edges."""
    drawn = [*page.lines, *page.rects, *page.curves]
    if len(drawn) > MAX_PAGE_RULES:
        raise FileRefused(f"page {page.page_number} is a drawing of {len(drawn)} lines; the limit is {MAX_PAGE_RULES}.")
    across: list[Rule] = []
    upright: list[Rule] = []
    for shape in drawn:
        box = Glyph("", shape["x0"], shape["x1"], shape["top"], shape["bottom"]).turned(turn)
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if high <= _THIN:
            across.append(Rule(box.middle[1], box.x0, box.x1))
        if wide <= _THIN:
            upright.append(Rule(box.middle[0], box.top, box.bottom))
        if min(wide, high) > _THIN and shape["object_type"] == "rect" and shape["stroke"]:
            across += [Rule(box.top, box.x0, box.x1), Rule(box.bottom, box.x0, box.x1)]
            upright += [Rule(box.x0, box.top, box.bottom), Rule(box.x1, box.top, box.bottom)]
    return across, upright
