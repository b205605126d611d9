"""A text that runs over pages: without their numbers, and parted where a page has room left."""

from pathlib import Path

import pytest

from loaders.readers import paging, pdf
from loaders.readers.paging import Laid, Placed
from tests.rendering.pdf import pdf_of

HEIGHT = 10.0


def page(no: int, *lines: str, shape: tuple[float, ...] = (0.0,)) -> Laid:
    """Lines at their usual distance from the top of a page."""
    return Laid(no, shape, [Placed(line, at * 15.0, at * 15.0 + HEIGHT) for at, line in enumerate(lines)])


def items(*pages: Laid) -> list[list[str]]:
    return [found for _, found in paging.items_of(pages)]


def test_numbers_of_pages() -> None:
    """Numbers that count on with the pages go, with the gap beside them, above the text or below it."""
    assert items(page(1, "а", "б", "", "7"), page(2, "в", "г", "", "8")) == [["а", "б"], ["в", "г"]]
    assert items(page(1, "а", "б"), page(2, "- 2 -", "", "в"), page(3, "- 3 -", "", "г")) == [["а", "б"], ["в"], ["г"]]


def test_other_numbers() -> None:
    """A number on one page alone, or one that does not count on, is text; so is one between lines."""
    assert items(page(1, "а", "1"), page(2, "б", "в")) == [["а", "1"], ["б", "в"]]
    assert items(page(1, "а", "5"), page(2, "б", "5")) == [["а", "5"], ["б", "5"]]
    assert items(page(1, "а", "1", "б"), page(2, "в", "2", "г")) == [["а", "1", "б"], ["в", "2", "г"]]


def test_room_at_the_foot() -> None:
    """Where five lines more would have fitted, the text ends; the foot is that of the pages of the same shape."""
    full = [f"рядок {number}" for number in range(10)]
    assert items(page(1, *full[:4]), page(2, *full))[0] == [*full[:4], ""]
    assert items(page(1, *full[:8]), page(2, *full))[0] == full[:8]
    assert items(page(1, *full[:4], shape=(90.0,)), page(2, *full))[0] == full[:4]


@pytest.mark.parametrize(("count", "on_first"), [(1, 12), (64, 8), (68, 4), (70, 2)])
def test_paragraph_over_a_page(count: int, on_first: int) -> None:
    """A paragraph is the same lines however much stands above it, and so wherever a page ends within it."""
    text = " ".join(f"слово{number}" for number in range(200))
    found = pdf.source_of(pdf_of([*["Рядок"] * count, "", text, "", "Кінець"], landscape=False), Path("а.pdf"))
    lines = [row.text for row in found.rows]
    start, end = next(place for place, line in enumerate(lines) if "слово0 " in line), lines.index("Кінець")
    paragraph = found.rows[start : end - 1]
    assert " ".join(row.text for row in paragraph).split() == text.split()
    assert [row.locator()[:4] for row in paragraph] == ["с. 1"] * on_first + ["с. 2"] * (12 - on_first)
    assert not any(row.is_blank for row in paragraph)
