"""What stands on pages that are pictures, read by tesseract; runs in a process of its own (see `isolated`)."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageSequence

from loaders.errors import FileRefused
from loaders.limits import MAX_SCAN_PAGES, MAX_SCAN_PIXELS
from loaders.readers import pictures, recognition
from loaders.readers.grid import Grid, grids_of
from loaders.readers.pages import table_item
from loaders.readers.pictures import DPI, Grey

_A4_INCHES = 11.7
_SURE = 2.0

Box = tuple[int, int, int, int]


def answer(raw: bytes, numbers: str = "") -> list[tuple[int, list[Any]]]:
    """The pages as (number, items), as in `pdf_pages`: those of a PDF with these `numbers`, or of a picture."""
    found = _of_pdf(raw, [int(number) for number in numbers.split(",")]) if numbers else _of_picture(raw)
    return [(number, _items(picture)) for number, picture in found]


def _of_pdf(raw: bytes, numbers: list[int]) -> Iterator[tuple[int, Image.Image]]:
    _check_count(len(numbers))
    with pypdfium2.PdfDocument(raw) as pdf:
        for number in numbers:
            page = pdf[number - 1]
            width, height = page.get_size()
            _check_size(width * height * (DPI / 72) ** 2, number)
            # pypdfium2 takes any scale; its hint says int because the default is 1.
            yield number, page.render(scale=DPI / 72, grayscale=True).to_pil()  # pyright: ignore[reportArgumentType]


def _of_picture(raw: bytes) -> Iterator[tuple[int, Image.Image]]:
    # Pillow's own limit warns only; `_check_size` refuses.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(BytesIO(raw), formats=("PNG", "JPEG", "TIFF")) as picture:
        _check_count(getattr(picture, "n_frames", 1))
        for number, frame in enumerate(ImageSequence.Iterator(picture), start=1):
            _check_size(frame.width * frame.height, number)
            scale = DPI / _resolution(frame)
            _check_size(frame.width * frame.height * scale**2, number)
            grey = frame.convert("L")
            yield number, grey.resize((round(frame.width * scale), round(frame.height * scale)))


def _resolution(picture: Image.Image) -> float:
    """Pixels to the inch; where the file does not say so credibly, the page is taken for A4."""
    printed = float(picture.info.get("dpi", (0, 0))[0])
    longest = max(picture.size)
    return printed if printed and 8 < longest / printed < 24 else longest / _A4_INCHES


def _check_count(count: int) -> None:
    if count > MAX_SCAN_PAGES:
        raise FileRefused(f"{count} pages are pictures; the limit is {MAX_SCAN_PAGES}. Split the file.")


def _check_size(pixels: float, number: int) -> None:
    if pixels > MAX_SCAN_PIXELS:
        limit = MAX_SCAN_PIXELS // 1_000_000
        raise FileRefused(
            f"page {number} has {pixels / 1e6:.0f} million pixels; the limit is {limit}. Scan at 300 dpi."
        )


def _items(picture: Image.Image) -> list[Any]:
    """Lines and tables from top to bottom: the text of each cell by itself, then what stands outside of tables."""
    page = pictures.ruled(pictures.straight(pictures.even(_upright(picture))))
    grids = grids_of(page.across, page.upright)
    cells = [(number, place, _pixels(box)) for number, grid in enumerate(grids) for place, box in grid.boxes().items()]
    texts = recognition.texts_of([_cut(page.grey, box) for _, _, box in cells])
    placed: list[tuple[float, Any]] = []
    rest = page.grey.copy()
    for number, grid in enumerate(grids):
        own = {place: text for (which, place, _), text in zip(cells, texts, strict=True) if which == number and text}
        if own:
            placed.append((grid.ys[0] * DPI / 72, table_item(grid, own)))
            left, top, right, bottom = _outline(grid)
            rest[top:bottom, left:right] = 255
    if pictures.ink_boxes(rest):
        placed += recognition.lines_of(rest)
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _upright(picture: Image.Image) -> Image.Image:
    """The picture turned by quarters so that the text stands upright, where tesseract is sure which way it stands."""
    said = recognition.tesseract([np.asarray(picture.reduce(2))], "--psm", "0", "-l", "osd")
    values = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    if float(values.get("Orientation confidence", 0)) < _SURE:
        return picture
    return picture.rotate(-int(values.get("Rotate", 0)), expand=True, fillcolor=255)


def _pixels(box: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = (round(edge * DPI / 72) for edge in box)
    return left, top, right, bottom


def _outline(grid: Grid) -> Box:
    left, top, right, bottom = _pixels((grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]))
    return max(left - 3, 0), max(top - 3, 0), right + 3, bottom + 3


def _cut(grey: Grey, box: Box) -> Grey:
    left, top, right, bottom = box
    return grey[max(top, 0) : bottom, max(left, 0) : right]
