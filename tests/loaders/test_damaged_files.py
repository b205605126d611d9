"""Whatever happens to a document on its way, it is read, or refused with a sentence; nothing is lost silently."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.register import RAW
from loaders.errors import LoaderError
from loaders.reading import Reading, read_file

REAL = (RAW / "001_1ec3960ef58b6600.txt").read_text(encoding="utf-8").split("\n")
DRAFT = REAL[:110]
PROGRAMME = REAL[152:172] + REAL[446:486]

Edit = Callable[[list[str]], None]
ODD = ["", "-", "+19,1", "1,574", "1 504 000", "12a", "2019 рік", "Всього:", "Р І Ш Е Н Н Я", "9" * 60, "0," + "0" * 60]
odd_text = (
    st.sampled_from(ODD) | st.text(max_size=12) | st.text("0123456789,.+- \t\n\r\x00\x0b\x0c\x85\u2028", max_size=8)
)


@st.composite
def edits(draw: st.DrawFn, lines: int) -> Edit:
    """One thing that may happen to a text: a cell or a line is lost, doubled, moved or replaced."""
    place = draw(st.integers(0, lines - 1))
    cell = draw(st.integers(0, 18))
    other = draw(st.integers(0, lines - 1))
    text = draw(odd_text)
    kind = draw(st.sampled_from(["replace", "delete", "insert", "line", "no line", "swap", "cut", "join"]))

    def edit(text_lines: list[str]) -> None:
        here, there = place % len(text_lines), other % len(text_lines)
        cells = text_lines[here].split("\t")
        if kind == "swap":
            text_lines[here], text_lines[there] = text_lines[there], text_lines[here]
        elif kind == "line":
            text_lines.insert(here, text)
        elif kind == "no line" and len(text_lines) > 1:
            del text_lines[here]
        elif kind == "cut":
            text_lines[here] = text_lines[here][: len(text_lines[here]) // 2]
        elif kind == "join":
            text_lines[here] += text_lines[there]
        else:
            inserted = [] if kind == "delete" else [text]
            cells[cell : cell + (kind != "insert")] = inserted
            text_lines[here] = "\t".join(cells)

    return edit


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file that each example writes anew."""
    return tmp_path_factory.mktemp("damaged") / "document.txt"


def read_or_refuse(path: Path, raw: bytes) -> list[Reading]:
    """The documents of a file with these bytes, or none when it is refused in the way that a person can read."""
    path.write_bytes(raw)
    try:
        return read_file(path)
    except LoaderError as error:
        sentence = str(error)
    assert sentence.startswith(f"{path}: ")
    assert sentence.endswith(".")
    return []


def check(readings: list[Reading]) -> None:
    """What was read stands where its locator says, and no cell is read twice."""
    for reading in readings:
        cells = {(row.row_no, column): text for row in reading.source_rows for column, text in enumerate(row.cells, 1)}
        locators = [entry.locator for entry in reading.allocations]
        assert len(locators) == len(set(locators))
        for entry in reading.allocations:
            line, column = re.findall(r"\d+", entry.locator)
            assert cells[int(line), int(column)] == entry.printed


@pytest.mark.parametrize("lines", [DRAFT, PROGRAMME], ids=["draft", "programme"])
@settings(max_examples=150)
@given(data=st.data())
def test_damaged_text(path: Path, lines: list[str], data: st.DataObject) -> None:
    """The real text with cells and lines lost, doubled, moved or replaced is read or refused, never an error."""
    damaged = list(lines)
    for edit in data.draw(st.lists(edits(len(lines)), min_size=1, max_size=8)):
        edit(damaged)
    check(read_or_refuse(path, "\n".join(damaged).encode()))


@settings(max_examples=60)
@given(raw=st.binary(max_size=300) | st.text(max_size=200).map(str.encode), start=st.integers(0, 3000))
def test_damaged_bytes(path: Path, raw: bytes, start: int) -> None:
    """Random bytes, alone or in the middle of the real text, are read or refused, never an error."""
    whole = "\n".join(PROGRAMME).encode()
    read_or_refuse(path, raw)
    check(read_or_refuse(path, whole[:start] + raw + whole[start:]))


DATA = [place for place, line in enumerate(DRAFT) if "\t" in line and place >= 78 and not line.startswith("1\t2\t3")]
AMOUNTS = st.sampled_from([*ODD, "77", "слово"]) | st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=6
)


@settings(max_examples=150)
@given(changes=st.lists(st.tuples(st.sampled_from(DATA), st.integers(3, 15), st.booleans(), AMOUNTS), max_size=8))
def test_no_cell_is_lost(path: Path, changes: list[tuple[int, int, bool, str]]) -> None:
    """Whatever stands in the cells of a table, each is an amount, a quantity or named as unread; only dashes may go."""
    lines = list(DRAFT)
    for place, column, inserted, text in changes:
        cells = lines[place].split("\t")
        cells[column : column + (not inserted)] = [text]
        lines[place] = "\t".join(cells)
    (reading,) = read_or_refuse(path, "\n".join(lines).encode())
    check([reading])
    named = {entry.locator for entry in (*reading.allocations, *reading.unread)}
    named |= {entry.quantity_locator for entry in reading.allocations if entry.quantity_locator}
    for place in DATA:
        for column, text in enumerate(lines[place].split("\t")[3:], start=4):
            if text.strip() and text.strip() != "-":
                assert {f"рядок {place + 1}, графа {column}", f"рядок {place + 1}"} & named
