"""python -m loaders read|build: what it prints, and how it ends."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner, Result

from data import register, warehouse
from data.contracts import Allocation, Document, Unread
from loaders.__main__ import main

ROOT = Path(__file__).parent.parent.parent
PARTS = [
    "document",
    "allocations",
    "measures",
    "indicators",
    "population",
    "execution",
    "statements",
    "findings",
    "repairs",
    "unread",
]
ALLOCATION = [
    "document_id",
    "locator",
    "printed",
    "row_no",
    "section",
    "line_code",
    "parent_code",
    "level",
    "spending_unit",
    "task",
    "spending_direction",
    "name",
    "funding_source",
    "fiscal_year",
    "fund",
    "basis",
    "amount",
    "funding_note",
    "quantity",
    "quantity_locator",
    "quantity_printed",
    "is_total",
]
DOCUMENT = [
    "document_id",
    "kind",
    "title",
    "issuer",
    "number",
    "adopted_on",
    "status",
    "endorsed_number",
    "endorsed_on",
    "amends",
    "mentions",
    "programme_id",
    "file",
    "sha256",
    "amount_unit",
    "damaged",
    "by_machine",
    "note",
]
TABLE = "Захід\t2021 рік (грн)\t2022 рік (грн)\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

Write = Callable[..., Path]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def run_as_a_program(*arguments: object) -> subprocess.CompletedProcess[str]:
    """As a person runs it, in a process of its own."""
    command = [sys.executable, "-m", "loaders", *map(str, arguments)]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60, check=False
    )


def documents_of(result: Result) -> list[dict[str, Any]]:
    """The documents in a JSON answer, which holds nothing else."""
    answer = json.loads(result.stdout)
    assert list(answer) == ["documents"]
    return answer["documents"]


def is_one_sentence(text: str, start: str) -> bool:
    """Whether standard error holds one line that names the place first and is no traceback."""
    lines = text.strip().split("\n")
    return len(lines) == 1 and lines[0].startswith(start) and "Traceback" not in text and lines[0].endswith(".")


# read


def test_read_as_json(real_path: Path) -> None:
    """The real file gives two documents with every part and field of the contracts, and ends with 0."""
    result = run("read", real_path, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    draft, decision = documents_of(result)
    for document in (draft, decision):
        assert list(document) == PARTS
        assert list(document["document"]) == DOCUMENT == list(Document.model_fields)
        for allocation in document["allocations"]:
            assert list(allocation) == ALLOCATION
            assert allocation["document_id"] == document["document"]["document_id"]
        assert document["unread"] == []
    assert list(Allocation.model_fields) == ALLOCATION
    assert (draft["document"]["endorsed_on"], decision["document"]["adopted_on"]) == ("2019-11-26", "2019-01-31")
    assert decision["document"]["mentions"] == []


def test_amounts_are_decimal_strings_in_uah(real_path: Path) -> None:
    """Money is a string of UAH with two places, or null where none is printed; never a float."""
    draft, decision = documents_of(run("read", "--json", real_path))
    by_locator = {entry["locator"]: entry for entry in decision["allocations"]}
    assert by_locator["рядок 469, графа 16"]["amount"] == "1574100.00"
    assert by_locator["рядок 469, графа 16"]["printed"] == "1,574.1"
    assert by_locator["рядок 498, графа 5"]["amount"] is None
    assert by_locator["рядок 465, графа 9"]["quantity"] == "1.0"
    amounts = [entry["amount"] for entry in draft["allocations"] + decision["allocations"]]
    assert all(re.fullmatch(r"-?\d+\.\d\d", amount) for amount in amounts if amount is not None)
    total = sum(Decimal(entry["amount"] or 0) for entry in decision["allocations"] if not entry["is_total"])
    assert total == Decimal("6198700.00")


def test_read_in_words(real_path: Path) -> None:
    """Without --json a person reads what the documents are and how much was read."""
    result = run("read", real_path)
    assert result.exit_code == 0
    assert "programme, adopted, № 2285, 2019-01-31" in result.stdout
    assert "amendment, draft, № 698, 2019-11-26" in result.stdout
    assert "82 lowest lines" in result.stdout
    assert "48 lowest lines" in result.stdout
    assert result.stdout.count(" 0 unread") == 2


def test_unread_entries_end_with_1(write: Write) -> None:
    """One cell that is not certain: all else is read, the cell is in `unread`, and the exit code is 1."""
    path = write(f"{TABLE}Сервер\t5\t12a\n")
    result = run("read", path, "--json")
    assert result.exit_code == 1
    (document,) = documents_of(result)
    (entry,) = document["unread"]
    assert list(entry) == list(Unread.model_fields) == ["document_id", "locator", "text", "reason"]
    assert (entry["locator"], entry["text"]) == ("рядок 2, графа 3", "12a")
    assert [allocation["amount"] for allocation in document["allocations"]] == ["5.00"]
    assert "рядок 2, графа 3: «12a»" in run("read", path).stdout


def test_several_files(real_path: Path, write: Write) -> None:
    """Documents of all files stand in one answer, in order, each with its file."""
    path = write(f"{TABLE}Сервер\t5\t6\n", "інше.txt")
    result = run("read", path, real_path, "--json")
    assert result.exit_code == 0
    files = [document["document"]["file"] for document in documents_of(result)]
    assert files == ["інше.txt", real_path.name, real_path.name]


def test_a_refused_file_beside_one_that_is_read(real_path: Path, tmp_path: Path) -> None:
    """One file that cannot be read does not hide the others; it is named on standard error, and the exit code is 1."""
    absent = tmp_path / "absent.txt"
    result = run("read", absent, real_path, "--json")
    assert result.exit_code == 1
    assert len(documents_of(result)) == 2
    assert is_one_sentence(result.stderr, f"{absent}: there is no such file")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b"\n\n \n", "the file holds nothing but blank space"),
        (PNG, "the file is damaged"),
        ("Рішення без таблиць", "no table of a kind that can be read was found"),
        ("Захід\t2021 рік\n\tКредит (грн)\n1\t2\t3\nСервер\t5\n", "рядок"),
        (
            "Захід\t2021 рік\t\n\tКредит (грн)\tВсього (грн)\n1\t2\t3\nСервер\t5\t5\n",
            "рядок 2, графа 2: the heading «Кредит",
        ),
        (f"{TABLE}Сервер\tx\ty\n", "рядок 2, графа 2: «x»"),
    ],
)
def test_bad_file(write: Write, content: str | bytes, sentence: str) -> None:
    """A file that cannot be read gives one sentence with file and place, nothing on standard output, and 2."""
    path = write(content)
    for arguments in (["read", path], ["read", path, "--json"]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert is_one_sentence(result.stderr, f"{path}: {sentence}")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """A file that does not exist, and a folder, are named in one sentence each."""
    absent = tmp_path / "absent.txt"
    result = run("read", absent, tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.strip().split("\n")
    assert is_one_sentence(first, f"{absent}: there is no such file")
    assert is_one_sentence(second, f"{tmp_path}: this is a folder")


def test_very_large_file(tmp_path: Path) -> None:
    """100 MB of zeros are refused in a sentence, as a program run by a person would see it."""
    path = tmp_path / "zeros.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    result = run_as_a_program("read", path)
    assert (result.returncode, result.stdout) == (2, "")
    assert is_one_sentence(result.stderr, f"{path}: the file has 100 MB; the limit is 20 MB")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero on this system")
def test_pipe_and_device(tmp_path: Path) -> None:
    """A pipe nobody writes into and a device without an end are refused at once, as a person would run it."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    result = run_as_a_program("read", pipe, "/dev/zero")
    assert (result.returncode, result.stdout) == (2, "")
    first, second = result.stderr.strip().split("\n")
    assert is_one_sentence(first, f"{pipe}: this is a pipe or a device")
    assert is_one_sentence(second, "/dev/zero: this is a pipe or a device")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names that are not text")
def test_name_that_is_not_text(tmp_path: Path) -> None:
    """A file whose name is in an old encoding is read, and refused, like any other."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xef\xeb\xe0\xed.txt"))
    absent = run("read", path)
    assert absent.exit_code == 2
    assert "there is no such file" in absent.stderr
    path.write_text(f"{TABLE}Сервер\t5\t6\n", encoding="utf-8")
    found = run("read", path, "--json")
    assert (found.exit_code, found.stderr) == (0, "")
    assert documents_of(found)[0]["document"]["file"].endswith(".txt")


def test_nothing_named() -> None:
    """Without a file there is nothing to read: a usage error."""
    result = run("read")
    assert result.exit_code == 2
    assert "FILE" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["read", "build"]),
        (["read"], ["--json", "Exit code 0", "FILE..."]),
        (["build"], ["--sources", "--output", "data/sources.yml", "exit code", "is 2"]),
    ],
)
def test_help(arguments: list[str], words: list[str]) -> None:
    """Help explains each command, its options and its exit codes."""
    result = run(*arguments, "--help")
    assert result.exit_code == 0
    for word in words:
        assert word in result.stdout


# build


@pytest.fixture
def published(warehouse_path: Path, tmp_path: Path) -> Path:
    """A folder of its own with the real warehouse published in it."""
    return copytree(warehouse_path.parent, tmp_path / "build")


@pytest.fixture
def own_register(tmp_path: Path) -> Path:
    """A copy of the real register that a test may spoil, with the real files; their checksums would stop it first."""
    folder = tmp_path / "register"
    for name in register.Folder:
        copytree(register.DEFAULT.parent / name, folder / name)
    path = folder / "sources.yml"
    text = register.DEFAULT.read_text(encoding="utf-8")
    path.write_text(re.sub(r" +sha256: .*\n", "", text), encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_build(tmp_path: Path) -> None:
    """The real register is built and published as a program, with progress shown."""
    output = tmp_path / "a new folder"
    result = run_as_a_program("build", "--output", output)
    assert (result.returncode, result.stderr) == (0, "")
    path = warehouse.published(output)
    assert result.stdout.strip().split("\n")[-1] == f"published {path.name}"
    assert "[1/6] 001_1ec3960ef58b6600.txt: 2 document(s), " in result.stdout
    assert "check programme_total: 20 compared, 8 hold, 12 do not" in result.stdout
    with warehouse.connect(path) as connection:
        total = connection.execute(
            "SELECT document_id, sum(amount) FROM allocation WHERE NOT is_total AND basis = 'restated' "
            "GROUP BY document_id HAVING sum(amount) IS NOT NULL ORDER BY document_id"
        )
        assert total.fetchall() == [
            ("kropyvnytskyi-2285", Decimal("6198700.00")),
            ("zhytomyr-passport-0217530-2022", Decimal("1504000.00")),
        ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("documents:", "documents: [", "not a register that can be read"),
        ("mentions: [kropyvnytskyi-2722]", "mentions: [kropyvnytskyi-2723]", "refers to kropyvnytskyi-2723"),
        ("2019-01-31", "2019-01-32", "day is out of range for month"),
        ("kind: passport", "kind: letter", "documents → 3 → kind"),
    ],
)
def test_register_that_cannot_be_used(own_register: Path, published: Path, old: str, new: str, sentence: str) -> None:
    """A mistake in the register gives one sentence with the place, exit code 2, and the old warehouse stays."""
    text = own_register.read_text(encoding="utf-8")
    assert old in text
    own_register.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = contents(published)
    result = run("build", "--sources", own_register, "--output", published)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"{own_register}: ")
    assert sentence in result.stderr
    assert contents(published) == before


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('number: "2285"', 'number: "2286"', "counts on the act of 31 січня 2019 року № 2285"),
        ('endorsed_number: "698"', 'endorsed_number: "699"', "the file holds a document № 698 of 2019-11-26"),
        ("basis: delta", "basis: restated", "calls the amounts of kropyvnytskyi-draft-698 restated"),
        ("    mentions: [kropyvnytskyi-2722]\n", "", "counts on the act of 27 серпня 2019 року № 2722"),
    ],
)
def test_register_against_the_document(own_register: Path, published: Path, old: str, new: str, sentence: str) -> None:
    """A register that contradicts the document stops the build; nothing is published."""
    text = own_register.read_text(encoding="utf-8")
    assert old in text
    own_register.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = contents(published)
    result = run("build", "--sources", own_register, "--output", published)
    assert result.exit_code == 2
    assert is_one_sentence(result.stderr, str(own_register.parent / "raw" / "001_1ec3960ef58b6600.txt"))
    assert sentence in result.stderr
    assert contents(published) == before


def spoil_empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_picture(path: Path) -> None:
    path.write_bytes(PNG)


def spoil_missing(path: Path) -> None:
    path.unlink()


def spoil_zeros(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)


def spoil_headings(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Загальний фонд", "Кредитний фонд"), encoding="utf-8")


def spoil_one_table(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text("Кредитний фонд".join(text.rsplit("Загальний фонд", 1)), encoding="utf-8")


@pytest.mark.parametrize(
    "spoil", [spoil_empty, spoil_picture, spoil_missing, spoil_zeros, spoil_headings, spoil_one_table]
)
def test_bad_document_in_the_register(own_register: Path, published: Path, spoil: Callable[[Path], None]) -> None:
    """A registered file that cannot be read gives one sentence and 2; the published warehouse stays, byte for byte."""
    path = own_register.parent / "raw" / "001_1ec3960ef58b6600.txt"
    path.chmod(0o644)
    spoil(path)
    before = contents(published)
    result = run("build", "--sources", own_register, "--output", published)
    assert result.exit_code == 2
    assert is_one_sentence(result.stderr, f"{path}: ")
    assert contents(published) == before


def test_register_that_does_not_exist(published: Path, tmp_path: Path) -> None:
    """A register that is not there is named, and nothing changes."""
    before = contents(published)
    result = run("build", "--sources", tmp_path / "absent.yml", "--output", published)
    assert result.exit_code == 2
    assert is_one_sentence(result.stderr, f"{tmp_path / 'absent.yml'}: there is no such register")
    assert contents(published) == before


def test_folder_that_cannot_be_made(tmp_path: Path, write: Write) -> None:
    """An output folder below a file cannot be made: a sentence, not a traceback."""
    result = run("build", "--output", write("text", "file") / "below")
    assert result.exit_code == 2
    assert is_one_sentence(result.stderr, str(tmp_path / "file"))


def test_disk_that_cannot_be_written(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a folder without rights stops the build with a sentence, and the old warehouse stays."""

    def full(*_: object, **__: object) -> None:
        raise duckdb.IOException("IO Error: No space left on device\nmore")

    before = contents(published)
    monkeypatch.setattr(warehouse, "insert", full)
    result = run("build", "--output", published)
    assert result.exit_code == 2
    assert is_one_sentence(result.stderr, f"{published}: ")
    assert "No space left on device" in result.stderr
    assert contents(published) == before
