"""The register of documents: what it holds, and what it refuses."""

from hashlib import sha256
from pathlib import Path

import pytest

from data import register
from data.contracts import DocumentStatus
from data.register import RegisterError

GOOD = """
programmes:
  - {programme_id: p, title: Програма, short_title: П, hromada: Г, level: hromada, first_year: 2021, last_year: 2022}
documents:
  - {document_id: a, kind: programme, title: А, number: "1", adopted_on: 2021-02-01, status: adopted, programme_id: p}
  - {document_id: b, kind: amendment, title: Б, status: missing, amends: a, mentions: [a]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sources.yml"


def test_real_register() -> None:
    """All files are registered: five as published and one typed in; № 2722, which nobody has, is known as missing and
    what the draft counts on."""
    known = register.load()
    folder = register.DEFAULT.parent
    at_hand = [*register.RAW.glob("*.txt"), *(folder / register.Folder.ENTERED).glob("*.csv")]
    assert sorted(known.files()) == sorted(path.name for path in at_hand)
    assert len(at_hand) == 6
    documents = {entry.document_id: entry for entry in known.documents}
    missing = documents["kropyvnytskyi-2722"]
    assert (missing.status, missing.file, missing.number) == (DocumentStatus.MISSING, None, "2722")
    draft = documents["kropyvnytskyi-draft-698"]
    assert (draft.amends, draft.mentions) == ("kropyvnytskyi-2285", ("kropyvnytskyi-2722",))
    assert draft.file == documents["kropyvnytskyi-2285"].file
    for entry in known.documents:
        assert entry.title
        assert (entry.file is None) == (entry.status is DocumentStatus.MISSING)


def test_files_are_listed_with_their_documents() -> None:
    """A file may hold several documents; a document without a file is in none."""
    files = register.load().files()
    names = [entry.document_id for entry in files["001_1ec3960ef58b6600.txt"]]
    assert names == ["kropyvnytskyi-2285", "kropyvnytskyi-draft-698"]
    assert "kropyvnytskyi-2722" not in [entry.document_id for entries in files.values() for entry in entries]


def test_good_register(path: Path) -> None:
    """A register that names only what it holds is loaded; documents are read unless it says otherwise."""
    path.write_text(GOOD, encoding="utf-8")
    known = register.load(path)
    assert [entry.document_id for entry in known.documents] == ["a", "b"]
    assert all(entry.read for entry in known.documents)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (GOOD, "documents: [", "not a register that can be read"),
        (GOOD, "", "the whole file"),
        (GOOD, "- a\n- b\n", "the whole file"),
        (GOOD, "programmes: []\n", "documents: Field required"),
        ("2021-02-01", "2021-02-31", "not a register that can be read: day is out of range for month"),
        ('"1"', "1", "documents → 0 → number"),
        ("status: missing", "status: lost", "documents → 1 → status"),
        ("title: Б", "titel: Б", "documents → 1 → title"),
        ("amends: a", "amends: c", "b refers to c, which is not registered"),
        ("mentions: [a]", "mentions: [a, c]", "b refers to c, which is not registered"),
        ("document_id: b", "document_id: a", "the document a is registered twice"),
        ("programme_id: p}", "programme_id: q}", "a names the unknown programme q"),
        ("documents:", GOOD.split("\n")[2] + "\ndocuments:", "the programme p is registered twice"),
    ],
)
def test_bad_register(path: Path, old: str, new: str, sentence: str) -> None:
    """A register that cannot be used is refused with its path and the place in it."""
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegisterError) as error:
        register.load(path)
    assert str(error.value).startswith(f"{path}: ")
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_where_files_lie(path: Path) -> None:
    """A file is one as published unless its entry says that it was typed in; it cannot be both."""
    published, typed = (
        "- {document_id: %s, kind: treasury, title: Т, file: t.csv}\n",
        "folder: entered, document_id: %s",
    )
    path.write_text("documents:\n" + published % "a" + published % "b", encoding="utf-8")
    assert {entry.folder for entry in register.load(path).documents} == {"raw"}
    path.write_text(
        "documents:\n" + published % "a" + published.replace("document_id: %s", typed) % "b", encoding="utf-8"
    )
    with pytest.raises(RegisterError, match=r"the file t\.csv is said to lie in two folders"):
        register.load(path)


def test_register_that_is_not_text(path: Path) -> None:
    """A picture in place of the register is refused in the same way."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with pytest.raises(RegisterError, match="not a register that can be read"):
        register.load(path)


def test_no_register(path: Path) -> None:
    """A register that does not exist, or is a folder, is refused."""
    with pytest.raises(RegisterError, match="there is no such register"):
        register.load(path)
    with pytest.raises(RegisterError, match="not a register that can be read"):
        register.load(path.parent)


def test_checksums_and_basis_of_the_real_register() -> None:
    """Each file is pinned by its checksum; the documents that are read say whether they print a plan or changes."""
    for entry in register.load().documents:
        file = register.DEFAULT.parent / entry.folder / entry.file if entry.file else None
        pinned = sha256(file.read_bytes()).hexdigest() if file else None
        assert entry.sha256 == pinned
        assert (entry.basis is not None) == (entry.file is not None and entry.kind not in ("template", "treasury"))
        assert not {"basis", "read", "folder"} & entry.model_dump().keys()
