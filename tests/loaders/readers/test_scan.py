"""Pictures of pages, made by the tests from a PDF: turned a little, and with grain."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from loaders.errors import FileRefused
from loaders.readers import pdf, scan
from loaders.reading import Reading, read_file
from loaders.rows import Source
from tests.rendering.pdf import Cell, Table, pdf_of


def _has_ukrainian() -> bool:
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False, encoding="utf-8")
    return {"ukr", "eng"} <= set(listed.stdout.split())


needs_tesseract = pytest.mark.skipif(not _has_ukrainian(), reason="tesseract with Ukrainian is not installed")
NUMBER = re.compile(r"[+-]?[\d.,]*\d|-")


def picture_of(document: bytes, page: int = 0, *, dpi: int = 300, slope: float = 1, kind: str = "PNG") -> bytes:
    """A page as a scanner gives it: turned by `slope` degrees, with grain."""
    grey = pypdfium2.PdfDocument(document)[page].render(scale=dpi / 72, grayscale=True).to_pil()  # pyright: ignore[reportArgumentType]
    turned = np.asarray(grey.rotate(slope, Image.Resampling.BICUBIC, expand=True, fillcolor=255), dtype=np.float64)
    grain = np.random.default_rng(1).normal(0, 12, turned.shape)
    target = BytesIO()
    Image.fromarray((turned + grain).clip(0, 255).astype(np.uint8)).save(target, kind, dpi=(dpi, dpi))
    return target.getvalue()


@pytest.fixture(scope="module")
def scanned(real_lines: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first page of the table of the draft amendment: lines 75-100 of the real file."""
    rows = [re.sub(r"</?\w+>", "", line).split("\t") for line in real_lines[74:100]]
    merged = [[Cell(row[0], across=2), *row[2:]] if len(row[0]) > 2 else row for row in rows[4:]]
    table = Table([*rows[:4], *merged], headings=4, widths=[2, 8, 14, *[4] * 9])
    path = tmp_path_factory.mktemp("scan") / "зміни.png"
    path.write_bytes(picture_of(pdf_of([table], numbered=False)))
    return path


@pytest.fixture(scope="module")
def rows_of_scan(scanned: Path) -> Source:
    return scan.source_of(scanned.read_bytes(), scanned)


@needs_tesseract
def test_cells_of_a_scan(rows_of_scan: Source, real_lines: list[str]) -> None:
    """The grid is that of the print; of its 118 numbers at least 95 % are read, and no other is given as if it were."""
    printed = [re.sub(r"</?\w+>", "", line).split("\t") for line in real_lines[74:100]]
    assert rows_of_scan.by_machine
    assert [len(row.cells) for row in rows_of_scan.rows] == [12] * 26
    pairs = [
        (was, read)
        for before, row in zip(printed, rows_of_scan.rows, strict=True)
        for was, read in zip(before, row.cells, strict=True)
        if NUMBER.fullmatch(was) or NUMBER.fullmatch(read)
    ]
    right = [was for was, read in pairs if was == read]
    wrong = [(was, read) for was, read in pairs if was != read and NUMBER.fullmatch(read)]
    assert len(pairs) == 118
    assert len(right) >= 112
    assert not wrong


@needs_tesseract
def test_amounts_of_a_scan(
    scanned: Path, amendment: Reading, rows_of_scan: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every amount that is given is the printed one; a figure that is not sure is in `unread` with its cell."""
    monkeypatch.setattr(scan, "source_of", lambda raw, path: rows_of_scan)
    (reading,) = read_file(scanned)
    assert reading.document.by_machine
    printed = {
        (entry.line_code, entry.name, entry.fiscal_year, entry.fund, entry.amount) for entry in amendment.allocations
    }
    amounts = [entry for entry in reading.allocations if entry.line_code]
    assert len(amounts) > 50
    codes = {(code, year, fund, amount) for code, _, year, fund, amount in printed}
    assert all((entry.line_code, entry.fiscal_year, entry.fund, entry.amount) in codes for entry in amounts)
    unsure = [row.locator(place) for row in rows_of_scan.rows for place, cell in enumerate(row.cells) if "(?)" in cell]
    assert set(unsure) <= {entry.locator for entry in reading.unread}
    # «Міський бюджет», 2019, special fund: printed -439,060 thousand.
    found = next(entry for entry in reading.allocations if entry.locator == "с. 1, табл. 1, рядок 7, графа 6")
    assert (found.printed, str(found.amount)) == ("-439,060", "-439060.00")


SMALL = [["№", "Захід", "Сума"], ["1", "Придбання серверного обладнання", "+1 234,5"], ["2", "Навчання", "-6,0"]]


@needs_tesseract
@pytest.mark.parametrize(
    ("slope", "kind", "dpi"),
    [(-3, "JPEG", 300), (91, "TIFF", 200)],
    ids=["steep", "on its side"],
)
def test_small_table(slope: float, kind: str, dpi: int) -> None:
    """Pictures in other formats, steep and lying on their side."""
    text = "Перелік заходів програми інформатизації міської територіальної громади на 2026 рік"
    document = pdf_of([text, text, Table(SMALL), text, text], numbered=False, size=11)
    source = scan.source_of(picture_of(document, slope=slope, kind=kind, dpi=dpi), Path("скан"))
    assert [row.cells for row in source.rows if row.in_table] == [tuple(row) for row in SMALL]
    assert [row.cells[0] for row in source.rows if not row.in_table] == [text] * 4


@needs_tesseract
def test_page_of_a_pdf_without_text() -> None:
    """A PDF may hold typed pages and scanned ones; the whole is then marked as read by machine."""
    typed = pypdfium2.PdfDocument(pdf_of(["Рішення міської ради"], numbered=False))
    target = BytesIO()
    Image.open(BytesIO(picture_of(pdf_of([Table(SMALL)], numbered=False, size=12)))).save(target, "PDF", resolution=300)
    typed.import_pages(pypdfium2.PdfDocument(target.getvalue()))
    joined = BytesIO()
    typed.save(joined)
    source = pdf.source_of(joined.getvalue(), Path("рішення.pdf"))
    assert source.by_machine
    assert source.rows[0].cells == ("Рішення міської ради",)
    assert [row.cells[1] for row in source.rows[1:]] == [row[1] for row in SMALL]
    assert source.rows[2].locator(2) == "с. 2, табл. 1, рядок 2, графа 3"


def test_without_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sentence says how to install it on each system."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileRefused, match=r"apt install tesseract-ocr tesseract-ocr-ukr.*brew.*UB-Mannheim"):
        scan.source_of(b"\x89PNG", Path("скан.png"))


def test_without_ukrainian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tesseract alone knows English only."""
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(FileRefused, match="no data for Ukrainian and English"):
        scan.source_of(b"\x89PNG", Path("скан.png"))


def _bomb() -> bytes:
    target = BytesIO()
    Image.new("1", (30_000, 30_000)).save(target, "PNG")
    return target.getvalue()


@needs_tesseract
@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\nnothing", "damaged"),
        (_bomb(), "900 million pixels"),
    ],
    ids=["no picture", "too large"],
)
def test_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    """A picture that cannot be opened, or would fill the memory."""
    with pytest.raises(FileRefused, match=sentence):
        scan.source_of(raw, Path("скан.png"))


@needs_tesseract
def test_cut_off_picture() -> None:
    """Half a picture is not read as a whole one."""
    raw = picture_of(pdf_of([Table(SMALL)]))
    with pytest.raises(FileRefused, match="damaged"):
        scan.source_of(raw[: len(raw) // 2], Path("скан.png"))
