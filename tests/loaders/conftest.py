"""The one real document with tables of measures, and documents written for a test."""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from data.contracts import Allocation
from data.register import DEFAULT, RAW
from loaders.entry import writing as entering
from loaders.reading import Reading, read_file

REAL = RAW / "001_1ec3960ef58b6600.txt"
FIXTURES = Path(__file__).parent.parent / "fixtures" / "programme"


@pytest.fixture(scope="session")
def real_path() -> Path:
    """The draft amendment and the decision of Kropyvnytskyi, in one file."""
    return REAL


@pytest.fixture(scope="session")
def real_lines() -> list[str]:
    """The lines of that file; the line that a locator calls 5 is `real_lines[4]`."""
    return REAL.read_text(encoding="utf-8").split("\n")


@pytest.fixture(scope="session")
def real_readings() -> list[Reading]:
    return read_file(REAL)


@pytest.fixture(scope="session")
def amendment(real_readings: list[Reading]) -> Reading:
    """The draft of November 2019."""
    return real_readings[0]


@pytest.fixture(scope="session")
def programme(real_readings: list[Reading]) -> Reading:
    """Decision № 2285 of 31.01.2019."""
    return real_readings[1]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a document: `write(text)`, or `write(bytes, "name.txt")`."""

    def written(content: str | bytes, name: str = "document.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def read_text(write: Callable[..., Path]) -> Callable[[str], Reading]:
    """Reads a text that holds one document."""

    def read(text: str) -> Reading:
        (reading,) = read_file(write(text))
        return reading

    return read


@pytest.fixture
def read_table(read_text: Callable[[str], Reading]) -> Callable[[str], Reading]:
    """Reads a document whose table is given with ` | ` between cells, so that a test shows its columns."""

    def read(table: str) -> Reading:
        rows = ["\t".join(cell.strip() for cell in line.split("|")) for line in table.strip("\n").split("\n")]
        return read_text("\n".join(["Р І Ш Е Н Н Я", "", "**Про програму**", "", *rows]))

    return read


@pytest.fixture(scope="session")
def city() -> Callable[[str], Path]:
    """A table written for the tests, by name; see the README beside them."""
    return lambda name: FIXTURES / f"{name}.txt"


@pytest.fixture(scope="session")
def at() -> Callable[[Reading, str], Allocation]:
    """The one allocation of a reading that stands at a locator: `at(reading, "рядок 469, графа 16")`."""

    def found(reading: Reading, locator: str) -> Allocation:
        (allocation,) = (entry for entry in reading.allocations if entry.locator == locator)
        return allocation

    return found


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The workbook of a programme for entering actual values, written once: `written("zhytomyr-e-city-2021-2026")`.

    Its register reads the passport and the oblast's programme, also where the real one only lists them.
    """
    folder = tmp_path_factory.mktemp("written")
    copytree(RAW, folder / "raw")
    for part in ("entered", "corrections"):
        copytree(RAW.parent / part, folder / part)
    text = DEFAULT.read_text(encoding="utf-8")
    for name in ("zhytomyr-passport-0217530-2022", "zhytomyr-oblast-digital"):
        text = re.sub(rf"(document_id: {name}\n(?:    .*\n)*?)    read: false\n", r"\1", text)
    (folder / "sources.yml").write_text(text, encoding="utf-8")

    def path(programme_id: str) -> Path:
        workbook = folder / f"{programme_id}.xlsx"
        if not workbook.exists():
            entering.write_for(programme_id, workbook, folder / "sources.yml")
        return workbook

    return path
