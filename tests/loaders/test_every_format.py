"""The format does not matter: each of the five documents, printed as .xlsx, .docx and .pdf, gives the same facts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from data.contracts import Contract, Fact, Finding
from data.register import RAW
from loaders.facts import Facts
from loaders.readers import opening
from loaders.reading import Reading, read_file
from tests.rendering.documents import FORMATS, SHEET, rendered

DOCUMENTS = ("000", "001", "002", "003", "004")
COUNTS = {
    "000": {"allocations": 63, "indicators": 201, "statements": 30, "unread": 1},
    "001": {"allocations": 228 + 609, "measures": 49 + 83, "indicators": 7, "statements": 12},
    "002": {"allocations": 2, "population": 10, "statements": 16, "findings": 1, "repairs": 87},
    "003": {"allocations": 51, "measures": 11, "indicators": 19, "statements": 4},
    "004": {"statements": 66},
}
MERGED = {"001": {75: 3, 426: 2}, "003": {106: 2, 156: 2, 176: 3}}
"""Rows with headings over more columns or rows than one, and how many; row 447 of 001 is printed a cell too wide."""

SHEETS = {"001": {1: "Проєкт рішення", 160: "Рішення № 2285"}}
PLACES = {"document_id", "row_no", "locator", "quantity_locator", "cash_locator", "locators"}
RAW_TEXTS = {"printed", "quantity_printed", "cash_printed", "text"}
PART = r"(?:, (?:сума|число) \d+)?"
"""Where a line of text or a cell holds more figures than one."""

SHAPES = {
    "xlsx": rf"(?P<row>{SHEET}!(?:[A-Z]{{1,2}})?\d+){PART}",
    "docx": rf"абзац \d+{PART}|табл\. (?P<table>\d+), рядок (?P<row>\d+), графа (?P<column>\d+){PART}",
    "pdf": rf"с\. \d+, (?:рядок \d+|табл\. \d+, рядок \d+, графа \d+){PART}",
}
Printed = Callable[[str, str], tuple[Path, list[Reading]]]


@cache
def original(name: str) -> list[Reading]:
    return read_file(path_of(name))


def path_of(name: str) -> Path:
    (path,) = RAW.glob(f"{name}_*.txt")
    return path


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The file of a document in a format, and what is read from it; a format with «merged» has merged headings."""
    folder = tmp_path_factory.mktemp("printed")

    @cache
    def made(name: str, ending: str) -> tuple[Path, list[Reading]]:
        ending, _, is_merged = ending.partition(" ")
        path = folder / f"{name}{is_merged}.{ending}"
        headings, sheets = (MERGED[name], SHEETS.get(name)) if is_merged else (None, None)
        path.write_bytes(rendered(opening.read(path_of(name)).rows, ending, headings, sheets))
        return path, read_file(path)

    return made


def facts(readings: list[Reading], table: str, *, spaces: bool) -> list[list[dict[str, Any]]]:
    """All that the readings say in one table, but for the places; `spaces` tells whether white space counts."""

    def said(row: Contract) -> dict[str, Any]:
        values = row.model_dump(exclude=PLACES)
        if isinstance(row, Finding):
            values["cells"] = [cell.model_dump(exclude=PLACES) for cell in row.cells]
        return {key: values[key] if spaces or key not in RAW_TEXTS else plain(values[key]) for key in values}

    return [[said(row) for row in getattr(reading, table)] for reading in readings]


def plain(text: str | None) -> str | None:
    return text and " ".join(text.split())


def every_fact(readings: list[Reading]) -> Iterator[Fact]:
    kinds = ("allocations", "measures", "indicators", "population", "statements", "repairs")
    return chain.from_iterable(getattr(reading, kind) for reading in readings for kind in kinds)


PRINTED = [(name, ending) for name in DOCUMENTS for ending in FORMATS]
PRINTED += [(name, f"{ending} merged") for name in MERGED for ending in FORMATS]


@pytest.mark.parametrize(("name", "ending"), PRINTED)
def test_the_same_facts(printed: Printed, name: str, ending: str) -> None:
    """Every field of every fact, what is unread included. White space of a raw text may differ where lines are broken:

    in a PDF, and in 003, whose cells have several lines each.
    """
    readings = printed(name, ending)[1]
    spaces = "pdf" not in ending and name != "003"
    for table in (field.name for field in fields(Facts) if field.name != "source_rows"):
        found = facts(readings, table, spaces=spaces)
        assert found == facts(original(name), table, spaces=spaces), table
        assert sum(map(len, found)) == COUNTS[name].get(table, 0), table
    assert not [reading.failures for reading in readings if reading.failures]


@pytest.mark.parametrize(("name", "ending"), PRINTED)
def test_the_same_document(printed: Printed, name: str, ending: str) -> None:
    """Kind, title, issuer, numbers, dates, unit and the acts named are those of the text."""
    own = {"document_id", "file", "sha256"}
    found = [reading.document.model_dump(exclude=own) for reading in printed(name, ending)[1]]
    assert found == [reading.document.model_dump(exclude=own) for reading in original(name)]


@pytest.mark.parametrize(("name", "ending"), PRINTED)
def test_the_same_rows_of_tables(printed: Printed, name: str, ending: str) -> None:
    """Each row of data keeps its kind of table, and the texts of its cells in their order."""

    def rows(readings: list[Reading]) -> list[tuple[str, list[str | None]]]:
        data = (row for reading in readings for row in reading.source_rows if row.table_no and row.role == "data")
        return [(row.table_kind, [plain(cell) for cell in row.cells if cell.strip()]) for row in data]

    assert rows(printed(name, ending)[1]) == rows(original(name))


@pytest.mark.parametrize(("name", "ending"), [(name, ending) for name in DOCUMENTS for ending in FORMATS])
def test_places_in_terms_of_the_format(printed: Printed, name: str, ending: str) -> None:
    """Sheet and cell; table, row and column or paragraph; page, table, row and column or line."""
    found = [fact.locator for fact in every_fact(printed(name, ending)[1])]
    assert [place for place in found if not re.fullmatch(SHAPES[ending], place)] == []


@pytest.mark.parametrize(
    ("name", "ending", "place", "text"),
    [
        ("000", "xlsx", f"{SHEET}!C64", "50 000"),
        ("000", "docx", "табл. 4, рядок 3, графа 3", "50 000"),
        ("001", "xlsx", f"{SHEET}!E81", "+19,1"),
        ("001", "xlsx merged", "Проєкт рішення!E81", "+19,1"),
        ("001", "docx", "табл. 1, рядок 7, графа 5", "+19,1"),
        ("001", "pdf", "с. 2, табл. 1, рядок 7, графа 5", "+19,1"),
        ("001", "xlsx", f"{SHEET}!P469", "1,574.1"),
        # The decision is a sheet of its own, whose first row is row 160 of the text.
        ("001", "xlsx merged", "Рішення № 2285!P310", "1,574.1"),
        ("003", "xlsx", f"{SHEET}!E159", "4"),
        ("003", "docx", "табл. 2, рядок 4, графа 5", "4"),
        ("003", "pdf", "с. 3, табл. 1, рядок 3, графа 5", "4"),
        # The headings, of two rows, stand on this page too.
        ("003", "pdf merged", "с. 3, табл. 1, рядок 4, графа 5", "4"),
        ("004", "docx", "абзац 12", "1. Найменування територіальної громади _____"),
    ],
)
def test_exact_places(printed: Printed, name: str, ending: str, place: str, text: str) -> None:
    """Counted by hand in the text, and for a PDF on its page."""
    assert [plain(fact.printed) for fact in every_fact(printed(name, ending)[1]) if fact.locator == place] == [text]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_program_finds_the_text_in_the_workbook(printed: Printed, name: str) -> None:
    """The cell at the place of a fact, or the line of text, holds its printed text or the first line of it."""
    path, readings = printed(name, "xlsx")
    sheet = openpyxl.load_workbook(path)[SHEET]
    cells = {f"{SHEET}!{cell.coordinate}": plain(str(cell.value)) for row in sheet.iter_rows() for cell in row}
    cells |= {f"{SHEET}!{row}": cells[f"{SHEET}!A{row}"] for row in range(1, sheet.max_row + 1)}
    for fact in every_fact(readings):
        place = re.fullmatch(SHAPES["xlsx"], fact.locator)
        assert place
        first = fact.printed.strip().split("\n")[0]
        assert (plain(first) or "") in (cells[place["row"]] or ""), fact.locator


@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_another_program_finds_the_text_in_the_word_document(printed: Printed, name: str) -> None:
    """The cell of a table at the place of a fact holds its printed text."""
    path, readings = printed(name, "docx")
    tables = [[row.cells for row in table.rows] for table in docx.Document(str(path)).tables]
    for fact in every_fact(readings):
        place = re.fullmatch(SHAPES["docx"], fact.locator)
        assert place
        table, row, column = (int(place[part]) - 1 for part in ("table", "row", "column"))
        assert (plain(fact.printed) or "") in (plain(tables[table][row][column].text) or ""), fact.locator
