"""PDF documents with a text layer, made by the tests."""

import re
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.errors import FileRefused, LoaderError
from loaders.readers import isolated, pdf
from loaders.reading import Reading, read_file
from loaders.rows import Source
from tests.rendering.pdf import Cell, Table, pdf_of

PATH = Path("рішення.pdf")
NUMBERS = [str(number) for number in range(1, 13)]
HEADING, LAST = 74, 152
"""The lines of the real file, from 0, between which the table of the draft amendment stands."""


def read(content: list[str | Table], **options: Any) -> Source:
    return pdf.source_of(pdf_of(content, **options), PATH)


def cells(source: Source) -> list[tuple[str, ...]]:
    return [row.cells for row in source.rows]


@pytest.fixture(scope="module")
def amendment_content(real_lines: list[str]) -> list[str | Table]:
    """The draft amendment as a person would print it: names of bodies in merged cells, column numbers on each page."""
    rows = [re.sub(r"</?\w+>|\*\*", "", line).split("\t") for line in real_lines[:LAST]]
    table = [row for row in rows[HEADING:] if len(row) > 1]
    body = [row for row in table[4:] if row != NUMBERS]
    merged = [[Cell(row[0], across=2), *row[2:]] if len(row[0]) > 2 else row for row in body]
    printed = Table([*table[:4], *merged], headings=4, repeated=1, widths=[2, 8, 18, *[4] * 9])
    return [*(row[0] for row in rows[:HEADING]), printed]


def test_real_table_gives_the_same_amounts(
    amendment_content: list[str | Table], amendment: Reading, write: Callable[..., Path]
) -> None:
    """The amendment of Kropyvnytskyi on four landscape pages: every allocation is that of the text, places apart."""
    (reading,) = read_file(write(pdf_of(amendment_content), "зміни.pdf"))
    places = {"document_id", "locator", "row_no", "quantity_locator"}
    assert [entry.model_dump(exclude=places) for entry in reading.allocations] == [
        entry.model_dump(exclude=places) for entry in amendment.allocations
    ]
    assert len(reading.allocations) == 228
    assert not reading.unread
    # «Міський бюджет», 2020, general fund: printed +2043,0 thousand.
    found = next(entry for entry in reading.allocations if entry.locator == "с. 3, табл. 1, рядок 7, графа 9")
    assert (found.printed, str(found.amount)) == ("+2043,0", "2043000.00")


def test_places_and_merged_cells() -> None:
    """A merged cell has its text top left and blanks elsewhere; lines and tables are counted by page."""
    heading = [["№", "Захід", "2026 рік", ""], ["", "", "Загальний фонд", "Спеціальний фонд"]]
    source = read(["Додаток 1", Table([*heading, ["1", "Навчання", "1,0", "2,0"]], headings=2), "Секретар ради"])
    assert [row.cells for row in source.rows if row.in_table] == [
        ("№", "Захід", "2026 рік", ""),
        ("", "", "Загальний фонд", "Спеціальний фонд"),
        ("1", "Навчання", "1,0", "2,0"),
    ]
    data = next(row for row in source.rows if row.cells[0] == "1" and row.in_table)
    assert data.locator() == "с. 1, табл. 1, рядок 3"
    assert data.locator(2) == "с. 1, табл. 1, рядок 3, графа 3"
    lines = {row.cells[0]: row.locator() for row in source.rows if not row.in_table and not row.is_blank}
    assert lines == {"Додаток 1": "с. 1, рядок 1", "Секретар ради": "с. 1, рядок 2", "1": "с. 1, рядок 3"}


def test_table_over_pages_has_no_gap() -> None:
    """Without headings and page numbers the rows of 3 pages are numbered on, though no row of page 1 is divided."""
    body: list[Sequence[str | Cell]] = [[f"{no}", Cell(f"Розділ {no}", across=2)] for no in range(60)]
    body += [[f"{no}", f"Захід {no}", f"{no},5"] for no in range(60)]
    source = read([Table(body)], numbered=False)
    assert [row.no for row in source.rows] == list(range(1, 121))
    assert source.rows[-1].locator().startswith("с. 3, табл. 1, ")
    assert cells(source)[0] == ("0", "Розділ 0", "")
    assert cells(source)[-1] == ("59", "Захід 59", "59,5")


def test_two_tables_are_apart() -> None:
    """Tables with other columns and no line between are parted by a gap in the numbers."""
    source = read([Table([["а", "б"]]), Table([["в", "г", "ґ"]])], numbered=False)
    assert [(row.no, row.cells, row.locator()) for row in source.rows] == [
        (1, ("а", "б"), "с. 1, табл. 1, рядок 1"),
        (3, ("в", "г", "ґ"), "с. 1, табл. 2, рядок 1"),
    ]


def test_table_without_outer_border() -> None:
    """Where only the inner lines are drawn, the first and the last column are cells too."""
    rows = [["№", "Захід", "Сума"], ["1", "Сервер", "5,0"], ["2", "Мережа", "6,0"]]
    assert cells(read([Table(rows, borders=False)], numbered=False)) == [tuple(row) for row in rows]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page(turn: int) -> None:
    """A page is read as a viewer shows it, and one whose text lies on its side as if it were upright."""
    rows = [["№", "Захід", "Сума"], ["1", "Сервер бази даних", "5,0"], ["2", "Мережа", "6,0"]]
    document = pypdfium2.PdfDocument(pdf_of(["Перелік заходів", Table(rows)], numbered=False))
    document[0].set_rotation(turn)
    turned = Path("turned.pdf")
    assert cells(pdf.source_of(_saved(document), turned)) == [("Перелік заходів",), *map(tuple, rows)]


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def test_turned_heading() -> None:
    """Headings of narrow columns are printed upwards."""
    heading = [Cell("Захід"), Cell("Кількість, шт.", turned=True), Cell("Загальний фонд", turned=True)]
    source = read(["Перелік заходів місцевої програми", Table([heading, ["Сервер", "2", "5,0"]])], numbered=False)
    assert cells(source)[1:] == [("Захід", "Кількість, шт.", "Загальний фонд"), ("Сервер", "2", "5,0")]


def test_text_of_cells() -> None:
    """The lines of a cell are joined, a hyphen at the end of a line stays, thin spaces part no number."""
    narrow = Table([["Програмно-технічний комплекс і веб-сайт", "1\u2009234\u2009567,8"]], widths=[1, 8])
    source = read([narrow], numbered=False, landscape=False)
    assert cells(source) == [("Програмно-технічний комплекс і веб-сайт", "1 234 567,8")]


def test_every_word_once() -> None:
    """Text outside of tables is not lost, text inside not repeated, and no word is cut or glued."""
    text = "Їжак і ґава під'їхали: «е-місто» — 27 395,4 тис. грн (у т. ч. 1,5 %)."
    source = read([text, Table([["Її сім'я", "№ 7/2"], ["ящик", "щось"]]), text], numbered=False)
    assert [row.cells for row in source.rows if not row.is_blank] == [
        (text,),
        ("Її сім'я", "№ 7/2"),
        ("ящик", "щось"),
        (text,),
    ]


def test_gap_between_paragraphs_is_a_blank_row() -> None:
    """A title ends where a wider gap follows."""
    assert cells(read(["Про програму", "інформатизації", "", "Рада вирішила"], numbered=False)) == [
        ("Про програму",),
        ("інформатизації",),
        ("",),
        ("Рада вирішила",),
    ]


def raw_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF from the bodies of its objects; the first is the catalogue."""
    parts, places = [b"%PDF-1.5\n"], []
    for number, body in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = sum(map(len, parts))
    size = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table))
    parts.append(b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))
    return b"".join(parts)


BROKEN = b"<</Length 20/Filter/FlateDecode>>stream\n%b\nendstream" % b"x\x9cbroken".ljust(20)
BLANK = b"<</Length 0>>stream\n\nendstream"
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>"
LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%b)/U(%b)/P -4>>/ID[<00><00>]" % (b"o" * 32, b"u" * 32)


def _many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 1004))
    return raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[%b]/Count 1001>>" % kids, *[PAGE] * 1001)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"%PDF-1.7\nnothing\n%%EOF", "damaged"),
        (pdf_of(["Рішення"])[:3000], "cut off"),
        (raw_pdf(CATALOGUE, PAGES, PAGE, BLANK), "no text was found on its pages"),
        (raw_pdf(CATALOGUE, PAGES, PAGE, BLANK, trailer=LOCKED), "asks for a password"),
        (raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"), "no pages"),
        (raw_pdf(CATALOGUE, PAGES, PAGE, BROKEN), "damaged"),
        (_many_pages(), "more than 1000 pages"),
    ],
    ids=["not a PDF", "truncated", "blank", "encrypted", "no pages", "damaged stream", "many pages"],
)
def test_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    """What cannot be read whole is refused, with the file's name."""
    with pytest.raises(FileRefused, match=sentence) as refusal:
        pdf.source_of(raw, PATH)
    assert str(refusal.value).startswith("рішення.pdf: ")


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that inflates without end is refused before it fills the memory."""
    packer = zlib.compressobj(1)
    packed = b"".join([packer.compress(bytes(1 << 24)) for _ in range(30)] + [packer.flush()])
    content = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed)
    monkeypatch.setattr(isolated, "READER_MEMORY_BYTES", 400 << 20)
    with pytest.raises(FileRefused, match="more memory"):
        pdf.source_of(raw_pdf(CATALOGUE, PAGES, PAGE, content), PATH)


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes too long ends with a sentence."""
    letters = b"BT " + b"q Q " * 2_000_000 + b"ET"
    content = b"<</Length %d>>stream\n%b\nendstream" % (len(letters), letters)
    monkeypatch.setattr(pdf, "PDF_SECONDS", 2)
    with pytest.raises(FileRefused, match="more than 2 seconds"):
        pdf.source_of(raw_pdf(CATALOGUE, PAGES, PAGE, content), PATH)


PRINTED = pdf_of(["Рішення", Table([["№", "Захід"], ["1", "Сервер"]])])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, len(PRINTED) - 1), st.binary(max_size=4)), max_size=6))
def test_changed_bytes_end_with_rows_or_a_sentence(changes: list[tuple[int, bytes]]) -> None:
    """Whatever is changed in a PDF, the reader answers or refuses; nothing else comes out of it."""
    raw = bytearray(PRINTED)
    for place, new in changes:
        raw[place : place + len(new)] = new
    outcome = isolated.outcome("pdf_pages", bytes(raw))
    assert outcome.keys() in ({"answer"}, {"refused"})


@settings(max_examples=5, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_end_with_rows_or_a_sentence(tail: bytes) -> None:
    """The same through a process of its own."""
    with pytest.raises(LoaderError):
        pdf.source_of(b"%PDF-1.4\n" + tail, PATH)
