"""From the register to a published warehouse; what stops a build leaves the published one as it was."""

import os
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from data import register, warehouse
from data.register import RegisterError
from loaders.building import build
from loaders.errors import FileRefused, LoaderError, NothingToRead, RegisterMismatch

DECISION = """\
ВИГАДАНА МІСЬКА РАДА
Р І Ш Е Н Н Я

від 10 лютого 2022 року

№ 15/7

**Про внесення змін до Програми**

Внести зміни до рішення від 3 січня 2022 року № 9 (з урахуванням рішення від 5 січня 2022 року № 11).

Захід\t2022 рік (грн)\t2023 рік (грн)
Сервер\t+5,00\t-
Мережа\t7,50\t1,00
"""
FIRST = {"document_id": "first", "kind": "programme", "title": "Про Програму", "number": "9", "status": "missing"}
SECOND = {"document_id": "second", "kind": "amendment", "title": "Про зміни", "number": "11", "status": "missing"}
THIRD = {
    "document_id": "third",
    "file": "decision.txt",
    "kind": "amendment",
    "title": "Про внесення змін до Програми",
    "number": "15/7",
    "adopted_on": "2022-02-10",
    "status": "adopted",
    "amends": "first",
    "mentions": ["second"],
}
DATED = [FIRST | {"adopted_on": "2022-01-03"}, SECOND | {"adopted_on": "2022-01-05"}, THIRD]

Registered = Callable[..., Path]


def write(folder: Path, documents: list[dict[str, object]], text: str = DECISION) -> Path:
    """A register in a folder, and the one file it registers beside it."""
    (folder / "raw").mkdir(parents=True, exist_ok=True)
    (folder / "raw" / "decision.txt").write_text(text, encoding="utf-8")
    sources = folder / "sources.yml"
    sources.write_text(yaml.safe_dump({"documents": documents}, allow_unicode=True), encoding="utf-8")
    return sources


@pytest.fixture
def registered(tmp_path: Path) -> Registered:
    """Writes a register: `registered(documents, text)`."""
    return partial(write, tmp_path / "register")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published warehouse, for all tests."""
    folder = tmp_path_factory.mktemp("built")
    build(write(folder / "register", DATED), folder / "output")
    return folder / "output"


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    """A folder with a published warehouse, for one test."""
    return copytree(built, tmp_path / "output")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def changed(**fields: object) -> list[dict[str, object]]:
    """The register with something else for the document that has a file."""
    return [*DATED[:2], {key: value for key, value in (THIRD | fields).items() if value is not None}]


def test_small_register(output: Path) -> None:
    """Registered documents and what was read of them are in the warehouse, under their registered names."""
    with warehouse.connect(warehouse.published(output)) as connection:
        documents = connection.execute("SELECT document_id, status, file, amends, mentions FROM document ORDER BY 1")
        assert documents.fetchall() == [
            ("first", "missing", None, None, []),
            ("second", "missing", None, None, []),
            ("third", "adopted", "decision.txt", "first", ["second"]),
        ]
        unit = connection.execute("SELECT amount_unit, length(sha256) FROM document WHERE document_id = 'third'")
        assert unit.fetchall() == [("UAH", 64)]
        lines = connection.execute("SELECT document_id, name, fiscal_year, amount, basis FROM allocation ORDER BY ALL")
        assert [(*row[:3], row[3] and str(row[3]), row[4]) for row in lines.fetchall()] == [
            ("third", "Мережа", 2022, "7.50", "delta"),
            ("third", "Мережа", 2023, "1.00", "delta"),
            ("third", "Сервер", 2022, "5.00", "delta"),
            ("third", "Сервер", 2023, None, "delta"),
        ]
        rows = connection.execute("SELECT DISTINCT document_id FROM source_row").fetchall()
        assert rows == [("third",)]


def test_real_register(warehouse_path: Path) -> None:
    """The real register gives every document that is at hand, with one cell unread: a name without a value."""
    with warehouse.connect(warehouse_path) as connection:
        counts = connection.execute("SELECT document_id, count(*) FROM allocation GROUP BY 1 ORDER BY 1").fetchall()
        # See tests/loaders: test_reading.py (606 + 3 of the passport, 228), test_passport.py, test_oblast.py.
        assert counts == [
            ("kropyvnytskyi-2285", 609),
            ("kropyvnytskyi-draft-698", 228),
            ("zhytomyr-e-city", 2),
            ("zhytomyr-oblast-digital", 51),
            ("zhytomyr-passport-0217530-2022", 63),
        ]
        unread = connection.execute("SELECT document_id, locator FROM unread").fetchall()
        assert unread == [("zhytomyr-passport-0217530-2022", "рядок 131, графа 2")]
        listed = connection.execute("SELECT count(*), count(sha256) FROM document").fetchall()
        assert listed == [(len(register.load().documents), len(register.load().documents) - 1)]


def test_progress(registered: Registered, tmp_path: Path) -> None:
    """A build says which file it reads, what it found, and how its checks went."""
    lines: list[str] = []
    build(registered(DATED), tmp_path / "progress", lines.append)
    assert lines[0] == "[1/1] decision.txt: 1 document(s), 4 facts"
    assert "check programme_total: 0 compared, 0 hold, 0 do not" in lines
    assert "check row_funds: 0 compared, 0 hold, 0 do not" in lines


@pytest.mark.parametrize(
    ("documents", "error", "sentence"),
    [
        (changed(number="16/7"), RegisterMismatch, "the file holds a document № 15/7 of 2022-02-10"),
        (changed(adopted_on="2022-02-11"), RegisterMismatch, "the file holds a document № 15/7 of 2022-02-10"),
        (changed(basis="restated"), RegisterMismatch, "the amounts of third restated, by their signs they are delta"),
        (changed(amount_unit="thousand UAH"), RegisterMismatch, "in thousand UAH, its headings say UAH"),
        (changed(sha256="0" * 64), RegisterMismatch, "the file has changed since third was registered"),
        (changed(sha256="0" * 64, read=False), RegisterMismatch, "the file has changed since third was registered"),
        (changed(status="draft"), RegisterMismatch, "the register calls third draft amendment"),
        (changed(kind="programme"), RegisterMismatch, "the register calls third adopted programme"),
        (changed(mentions=None), RegisterMismatch, "third counts on the act of 5 січня 2022 року № 11"),
        (changed(amends=None), RegisterMismatch, "third counts on the act of 3 січня 2022 року № 9"),
        (changed(amends="fourth"), RegisterError, "third refers to fourth, which is not registered"),
        (changed(file="absent.txt"), FileRefused, "there is no such file"),
        (changed(file="absent.txt", read=False), FileRefused, "there is no such file"),
        (
            [*DATED, THIRD | {"document_id": "fourth", "number": "16"}],
            RegisterMismatch,
            "the register lists fourth for this file, but no document with that number and date was found",
        ),
    ],
)
def test_register_and_document_disagree(
    registered: Registered,
    output: Path,
    documents: list[dict[str, object]],
    error: type[Exception],
    sentence: str,
) -> None:
    """Where the register contradicts a document, the build stops with a sentence, and nothing is published."""
    before = contents(output)
    with pytest.raises(error, match=sentence):
        build(registered(documents), output)
    assert contents(output) == before


@pytest.mark.parametrize(
    ("text", "error"),
    [("", FileRefused), ("Рішення", NothingToRead), (DECISION.replace("2022 рік (грн)", "2022 рік"), LoaderError)],
)
def test_file_that_cannot_be_read(registered: Registered, output: Path, text: str, error: type[Exception]) -> None:
    """A registered file that cannot be read stops the build; the published warehouse stays, byte for byte."""
    before = contents(output)
    with pytest.raises(error):
        build(registered(DATED, text), output)
    assert contents(output) == before


def test_unread_cells_are_told(registered: Registered, output: Path) -> None:
    """A cell that cannot be read stops no build: it is stored as unread, and the progress counts it."""
    lines: list[str] = []
    path = build(registered(DATED, DECISION.replace("7,50", "7,5O")), output, lines.append)
    assert lines[0] == "[1/1] decision.txt: 1 document(s), 3 facts, 1 unread"
    with warehouse.connect(path) as connection:
        assert connection.execute("SELECT document_id, locator, text FROM unread").fetchall() == [
            ("third", "рядок 14, графа 2", "7,5O")
        ]


@pytest.mark.parametrize("step", ["warehouse.create", "warehouse.insert", "judge.check", "warehouse.publish"])
def test_build_that_dies(registered: Registered, output: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whatever stops a build on its way, the old warehouse is in service and no half of a new one lies about."""
    before = contents(output)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"data.{step}", die)
    with pytest.raises(KeyboardInterrupt):
        build(registered(DATED), output)
    assert contents(output) == before


def test_build_that_dies_while_the_tables_are_made(
    registered: Registered, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error while tables and views are made leaves no file behind either."""
    before = contents(output)
    monkeypatch.setattr(warehouse, "_HELPER_ORDER", ("edition", "absent"))
    with pytest.raises(FileNotFoundError):
        build(registered(DATED), output)
    assert contents(output) == before


def test_register_that_states_what_is_read(registered: Registered, output: Path) -> None:
    """Checksum, unit and basis may be registered; where the file agrees, the build goes on and stores no basis."""
    checksum = sha256(DECISION.encode()).hexdigest()
    path = build(registered(changed(sha256=checksum, amount_unit="UAH", basis="delta")), output)
    with warehouse.connect(path) as connection:
        stored = connection.execute("SELECT * FROM document WHERE document_id = 'third'").fetchdf().iloc[0]
    assert (stored["sha256"], stored["amount_unit"]) == (checksum, "UAH")
    assert not {"basis", "read"} & set(stored.index)


def test_changed_file_names_its_checksum(registered: Registered, output: Path) -> None:
    """The sentence about a changed file holds the checksum to be written, once somebody has looked."""
    with pytest.raises(RegisterMismatch, match=f"sha256: {sha256(DECISION.encode()).hexdigest()}"):
        build(registered(changed(sha256="0" * 64)), output)


def test_figures_from_outside_the_documents(registered: Registered, output: Path) -> None:
    """They lie in the folder `reference` beside the register: a wrong one stops the build, a right one is stored."""
    sources, before = registered(DATED), contents(output)
    lists = sources.parent / "reference"
    lists.mkdir()
    index = "name: made up\nsource: nobody\ntaken_on: 2026-01-31\nyears: [{year: 2022, per_cent: '-5'}]\n"
    (lists / "price_index.yml").write_text(index, encoding="utf-8")
    with pytest.raises(RegisterError, match=r"price_index\.yml: years, entry 1: per_cent"):
        build(sources, output)
    assert contents(output) == before
    (lists / "price_index.yml").write_text(index.replace("-5", "105.5"), encoding="utf-8")
    with warehouse.connect(build(sources, output)) as connection:
        assert connection.execute("SELECT year, per_cent, source FROM price_index").fetchall() == [
            (2022, Decimal("105.5"), "nobody")
        ]


def test_reference_in_short_form(registered: Registered, output: Path) -> None:
    """An act that the document names in short form is the registered one."""
    text = DECISION.replace("5 січня 2022 року № 11", "05.01.2022 р. №11")
    assert text != DECISION
    build(registered(DATED, text), output)
    with pytest.raises(RegisterMismatch, match="third counts on the act of 5 січня 2022 року № 11"):
        build(registered(changed(mentions=None), text), output)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_pipe_in_the_register(registered: Registered, output: Path) -> None:
    """A pipe in place of a registered file is refused, not waited for, also where the file is only listed."""
    sources = registered(changed(read=False))
    (sources.parent / "raw" / "decision.txt").unlink()
    os.mkfifo(sources.parent / "raw" / "decision.txt")
    with pytest.raises(FileRefused, match="this is a pipe or a device"):
        build(sources, output)
