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

from data.contracts import Contract, Fact
from data.register import RAW
from loaders.facts import Facts
from loaders.readers import opening
from loaders.reading import Reading, read_file
from tests.rendering.documents import FORMATS, SHEET, rendered

DOCUMENTS = ("000", "001", "002", "003", "004")
COUNTS = {
    "000": {"allocations": 63, "indicators": 201, "statements": 30, "unread": 1},
    "001": {"allocations": 228 + 609, "measures": 49 + 83, "indicators": 7, "statements": 12},
    "002": {"allocations": 2, "population": 10, "statements": 16, "findings": 1, "repairs": 90},
    "003": {"allocations": 51, "measures": 11, "indicators": 19, "statements": 4},
    "004": {"statements": 66},
}
MERGED = {"001": {75: 3, 426: 2}, "003": {106: 2, 156: 2, 176: 3}}
"""Rows with headings over more columns or rows than one, and how many; row 447 of 001 is printed a cell too wide."""

SHEETS = {"001": {1: "Проєкт рішення", 160: "Рішення № 2285"}}
PLACES = {"document_id", "row_no", "locator", "quantity_locator", "cash_locator", "locators"}
RAW_TEXTS = {"printed", "quantity_printed", "cash_printed", "text"}
SHAPES = {
    "xlsx": rf"{SHEET}!(?:[A-Z]{{1,2}})?\d+",
    "docx": r"абзац \d+|табл\. \d+, рядок \d+(?:, графа \d+)?",
    "pdf": r"с\. \d+, (?:рядок \d+|табл\. \d+, рядок \d+(?:, графа \d+)?)",
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
        rows = opening.read(path_of(name)).rows
        more = (MERGED[name], SHEETS.get(name)) if is_merged else ()
        path.write_bytes(rendered(rows, ending, *more))
        return path, read_file(path)

    return made


def facts(readings: list[Reading], table: str, *, spaces: bool) -> list[list[dict[str, Any]]]:
    """All that the readings say in one table, but for the places; `spaces` tells whether white space counts."""

    def said(row: Contract) -> dict[str, Any]:
        values = row.model_dump(exclude=PLACES)
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


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_cell_of_a_sheet_holds_the_text(printed: Printed, name: str) -> None:
    """Every place in a workbook that names a cell is where another program finds the printed text."""
    path, readings = printed(name, "xlsx")
    sheet = openpyxl.load_workbook(path)[SHEET]
    cells = {f"{SHEET}!{cell.coordinate}": plain(str(cell.value)) for row in sheet.iter_rows() for cell in row}
    found = [fact for fact in every_fact(readings) if fact.locator in cells]
    assert [fact for fact in found if plain(fact.printed) not in (cells[fact.locator] or "")] == []
    assert found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_cell_of_a_word_table_holds_the_text(printed: Printed, name: str) -> None:
    """Every place in a Word document that names a cell is where another program finds the printed text."""
    path, readings = printed(name, "docx")
    tables = [[row.cells for row in table.rows] for table in docx.Document(str(path)).tables]
    wrong: list[Fact] = []
    for fact in every_fact(readings):
        if place := re.fullmatch(r"табл\. (\d+), рядок (\d+), графа (\d+)", fact.locator):
            table, row, column = (int(number) - 1 for number in place.groups())
            if (plain(fact.printed) or "") not in (plain(tables[table][row][column].text) or ""):
                wrong.append(fact)
    assert wrong == []
