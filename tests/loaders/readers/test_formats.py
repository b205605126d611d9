"""One real table in every format that councils publish gives the same rows, with places in the terms of the format."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders.reading import Reading, read_file
from tests.rendering.office import Merged, word, workbook

FIXTURES = Path(__file__).parents[2] / "fixtures" / "formats"
FIRST = 44
"""Of the lines of the real file that are taken: the draft from its heading to the second page of its table."""
HEADING = 75 - FIRST
MERGED = [
    *(Merged(HEADING, column, down=3) for column in (0, 1, 2, 11)),
    Merged(HEADING, 3, across=8),
    Merged(HEADING + 1, 3, across=4),
    Merged(HEADING + 1, 7, across=4),
]

Write = Callable[[str | bytes, str], Path]


@pytest.fixture(scope="module")
def lines(real_lines: list[str]) -> list[str]:
    return real_lines[FIRST - 1 : 111]


@pytest.fixture
def plain(lines: list[str], write: Write) -> Reading:
    """The draft from text."""
    (reading,) = read_file(write("\n".join(lines), "draft.txt"))
    return reading


@pytest.fixture
def read(lines: list[str], write: Write) -> Callable[[str], Reading]:
    """The draft from a format."""

    def reading(ending: str) -> Reading:
        if ending in ("ods", "xls"):
            (found,) = read_file(FIXTURES / f"draft.{ending}")
            return found
        raw = {
            "xlsx": lambda: workbook({"Додаток 3": lines}, MERGED, left=1),
            "docx": lambda: word(lines, MERGED),
            "csv": lambda: "\n".join(as_separated(line) for line in lines).encode("cp1251"),
        }[ending]()
        (found,) = read_file(write(raw, f"draft.{ending}"))
        return found

    return reading


def as_separated(line: str) -> str:
    """A line as a sheet saves it: twelve cells, those with quotation marks or separators quoted."""
    cells = [f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & {'"', ";"} else cell for cell in line.split("\t")]
    return ";".join(cells + [""] * (12 - len(cells)))


def facts(reading: Reading) -> list[dict[str, Any]]:
    """All that a reading says of amounts, but for where they stand."""
    places = {"document_id", "locator", "quantity_locator", "row_no"}
    return [entry.model_dump(exclude=places) for entry in reading.allocations]


@pytest.mark.parametrize(
    ("ending", "first", "last"),
    [
        ("xlsx", "Додаток 3!F37", "Додаток 3!M68"),
        ("xls", "Додаток 3!F37", "Додаток 3!M68"),
        ("ods", "Додаток 3!F37", "Додаток 3!M68"),
        ("docx", "табл. 1, рядок 6, графа 5", "табл. 2, рядок 8, графа 12"),
        ("csv", "рядок 37, графа 5", "рядок 68, графа 12"),
    ],
)
def test_the_same_in_every_format(
    plain: Reading, read: Callable[[str], Reading], ending: str, first: str, last: str
) -> None:
    """Amounts, names, funds, years and printed texts are those of the text; nothing is left unread in either."""
    reading = read(ending)
    assert facts(reading) == facts(plain)
    assert len(reading.allocations) == 105
    assert not reading.unread
    assert not reading.failures
    assert reading.allocations[0].locator == first
    assert reading.allocations[-1].locator == last


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "docx", "csv"])
def test_the_document_in_every_format(plain: Reading, read: Callable[[str], Reading], ending: str) -> None:
    """Title, issuer and the acts that it names are those of the text."""
    found, wanted = read(ending).document, plain.document
    assert found.title == wanted.title
    assert found.issuer == "МІСЬКА РАДА МІСТА КРОПИВНИЦЬКОГО"
    assert (found.amends, found.mentions, found.status) == (wanted.amends, wanted.mentions, wanted.status)


def test_whole_document(real_lines: list[str], real_readings: list[Reading], write: Write) -> None:
    """Both acts of the real file with all their tables, from a workbook of one sheet and from a Word document."""
    for raw, name in ((workbook({"Аркуш1": real_lines}), "001.xlsx"), (word(real_lines), "001.docx")):
        found = read_file(write(raw, name))
        assert [facts(reading) for reading in found] == [facts(reading) for reading in real_readings]
        assert [len(reading.unread) for reading in found] == [len(reading.unread) for reading in real_readings]
