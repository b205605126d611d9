"""Every number in a row of data is a fact with its place, or is said to be unread; none is lost silently."""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.register import RAW
from loaders.errors import LoaderError
from loaders.reading import Reading, read_file

FIXTURES = Path(__file__).parent.parent / "fixtures"
KINDS = ("programme", "programme_passport", "population", "passport", "formats")
DOCUMENTS = [
    *sorted(RAW.glob("*.txt")),
    *(path for kind in KINDS for path in sorted((FIXTURES / kind).glob("*.[tox]*"))),
]

NUMBER = re.compile(r"[+-]?\d[\d\s.,]*%?")
LINE_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
PART = re.compile(r", (?:сума|число) \d+$")
LEFT_OUT = re.compile(r"\((.+?)(?: – (.+))?; рядків даних: \d+\)$")


TEXTS = ("line_code", "executors", "term", "funding_source", "expected_result", "number")
"""What a row says beside its figures, which may be a number too."""


def lost(reading: Reading) -> list[str]:
    """The numbers in rows of data that no fact and no unread entry stands for, with their places.

    A number in the first column may count the lines of the table, also where a line has nothing to read.
    """
    kinds = ("allocations", "measures", "indicators", "population", "execution", "statements", "repairs")
    facts: list[Any] = list(chain.from_iterable(getattr(reading, kind) for kind in kinds))
    fields = ("locator", "quantity_locator", "cash_locator")
    known = {PART.sub("", place) for fact in facts for field in fields if (place := getattr(fact, field, None))}
    known |= {entry.locator for entry in reading.unread}
    said = {(fact.row_no, str(getattr(fact, field, None)).strip(".")) for fact in facts for field in TEXTS}
    rows = [row for row in reading.source_rows if row.table_no]
    places = [row.locator for row in rows]
    known |= {place for bounds in _tables_left_out(reading) for place in _between(places, *bounds)}
    return [
        f"{place}: {cell}"
        for row in rows
        if row.role == "data" and row.locator not in known
        for column, (cell, place) in enumerate(zip(row.cells, row.locators, strict=True))
        if NUMBER.fullmatch(cell.strip()) and place not in known and (row.row_no, cell.strip(" .")) not in said
        if column or not LINE_NUMBER.fullmatch(cell.strip())
    ]


def _tables_left_out(reading: Reading) -> Iterator[tuple[str, str]]:
    for entry in reading.unread:
        if found := LEFT_OUT.search(entry.text):
            yield found[1], found[2] or found[1]


def _between(places: Sequence[str], first: str, last: str) -> Sequence[str]:
    return places[places.index(first) : places.index(last) + 1]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_documents(path: Path) -> None:
    """The five, and the tables of other cities in text, sheets of old Excel and of OpenOffice."""
    try:
        readings = read_file(path)
    except LoaderError as error:
        assert re.search(r"рядок \d+|![A-Z]*\d+", str(error))  # noqa: PT017 - a refusal is as good as a reading
        return
    assert [place for reading in readings for place in lost(reading)] == []


NAMES = ["Сервер", "Мережа і сайт", "Навчання, 2 групи", "Разом", "Усього за Програмою", "Напрям 2. Послуги", ""]
AMOUNTS = ["5", "5,5", "1 234,50", "-", "", "0", "+12.75", "В межах фінансування", "1.234", "12 шт", "5,5*", "1,2,3"]
TEXT_HEADINGS = ["Виконавці", "Примітка", "Очікуваний результат"]
HEADINGS = [*TEXT_HEADINGS, "Кількість", "Коефіцієнт", ""]


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A title, headings in any order of which some may be unknown or blank, and rows that may be too short or long."""
    first = draw(st.integers(2019, 2029))
    years = range(first, first + draw(st.integers(1, 3)))
    fund = draw(st.sampled_from(["", "загальний фонд, ", "спеціальний фонд на "]))
    printed = [f"{fund}{year} рік, {draw(st.sampled_from(['грн', 'тис. грн']))}" for year in years]
    headings = ["Захід", *draw(st.permutations([*printed, *draw(st.lists(st.sampled_from(HEADINGS), max_size=2))]))]
    if draw(st.booleans()):
        headings = ["№ з/п", *headings]
    name = headings.index("Захід")
    amounts, words = st.sampled_from(AMOUNTS), st.sampled_from(["", "Відділ освіти"])
    rows: list[list[str]] = []
    for number in range(1, draw(st.integers(2, 6))):
        cells = [draw(words if heading in TEXT_HEADINGS else amounts) for heading in headings[name + 1 :]]
        cells = [*cells, draw(amounts)][: len(cells) + draw(st.integers(-1, 1))]
        rows.append([*[str(number)] * name, draw(st.sampled_from(NAMES)), *cells])
    return [["Заходи Програми інформатизації"], [""], headings, *rows]


def as_text(table: list[list[str]]) -> bytes:
    return "\n".join("\t".join(row) for row in table).encode()


def as_workbook(table: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(table, start=1):
        for column, text in enumerate(row, start=1):
            if text:
                sheet.cell(number, column, text).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


@settings(max_examples=200)
@given(table=tables(), ending=st.sampled_from(["txt", "xlsx"]))
@example(table=[["Заходи"], [""], ["Захід", "2021 рік, грн", ""], ["Сервер", "5", "7"]], ending="xlsx")
def test_any_table(folder: Path, table: list[list[str]], ending: str) -> None:
    """A table that a stranger typed is read with every number in it, or refused with a place."""
    path = folder / f"table.{ending}"
    path.write_bytes(as_text(table) if ending == "txt" else as_workbook(table))
    try:
        readings = read_file(path)
    except LoaderError as error:
        assert re.search(r"рядок \d+|![A-Z]*\d+|no table of a kind that can be read was found", str(error)), error  # noqa: PT017
        return
    assert [place for reading in readings for place in lost(reading)] == []
    printed = [cell for row in table[3:] for cell in row[1:] if NUMBER.fullmatch(cell)]
    rows = [row for reading in readings for row in reading.source_rows if row.role == "data"]
    assert [cell for row in rows for cell in row.cells[1:] if NUMBER.fullmatch(cell)] == printed
