"""The files of corrections: what they hold, and what they refuse."""

from pathlib import Path

import pytest

from data import corrections, register
from data.corrections import CorrectionError
from data.register import Register

GOOD = """\
- locators: ["рядок 1, графа 2", "рядок 1, графа 3"]
  field: group
  expect: null
  value: quality
  reason: >-
    Частка у відсотках,
    тож показник якості.
  status: confirmed
- locator: "рядок 2, графа 2"
  field: value
  expect: "50.0"
  value: "5.0"
  reason: Схоже на описку.
  status: proposed
"""


@pytest.fixture
def known() -> Register:
    """A register of one document with a file, and one that nobody has."""
    first = {"document_id": "first", "kind": "passport", "title": "Паспорт", "file": "a.txt"}
    return Register.model_validate({"documents": [first, {**first, "document_id": "lost", "file": None}]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_real_corrections() -> None:
    """The lost heading of the passport's first indicator is corrected in its three cells, and its place in the group is
    told; nothing was read there."""
    found = corrections.load(register.DEFAULT.parent / "corrections", register.load())
    listed = found["zhytomyr-passport-0217530-2022"].listed
    assert [(row.locator, row.field, row.expected, row.corrected, row.status) for row in listed] == [
        (f"рядок 102, графа {column}", "group", None, "quality", "confirmed") for column in (5, 6, 7)
    ] + [("рядок 102", "place", None, "3", "confirmed")]
    assert all("якості" in row.reason for row in listed)


def test_one_row_a_cell(folder: Path, known: Register) -> None:
    """An entry for several cells gives a row for each; the reason is one line."""
    (folder / "first.yml").write_text(GOOD, encoding="utf-8")
    (folder / "README.md").write_text("not a correction", encoding="utf-8")
    found = corrections.load(folder, known)
    assert list(found) == ["first"]
    assert found["first"].file == folder / "first.yml"
    first, second, third = found["first"].listed
    assert (first.locator, second.locator) == ("рядок 1, графа 2", "рядок 1, графа 3")
    assert first.reason == "Частка у відсотках, тож показник якості."
    assert (third.expected, third.corrected, third.status) == ("50.0", "5.0", "proposed")


def test_no_corrections(folder: Path, known: Register) -> None:
    """A register without a folder of corrections has none."""
    assert corrections.load(folder / "absent", known) == {}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (GOOD, "- [", "not a list of corrections"),
        (GOOD, "- 2022-13-45", "not a list of corrections"),
        (GOOD, "", "the whole file"),
        (GOOD, "locator: x", "the whole file"),
        ("status: proposed", "status: sure", "1 → status"),
        ("  status: proposed\n", "", "1 → status: Field required"),
        ("  expect: null\n", "", "0 → expect: Field required"),
        ("reason: Схоже на описку.", 'reason: ""', "1 → reason"),
        (
            'expect: "50.0"',
            "expect: 50.0",
            "1 → expect: Input should be a valid string. Write numbers, codes and dates",
        ),
        ('value: "5.0"', "value: 2022-01-01", "1 → value: Input should be a valid string. Write numbers"),
        ("field: value", "fields: value", "1 → field"),
        ("field: value", "field: printed", "printed tells the place or the print"),
        ("field: value", "field: quantity_locator", "quantity_locator tells the place"),
        ("field: value", "field: document_id", "document_id tells the place"),
        ('locator: "рядок 2, графа 2"', "locators: []", "give either `locator` or a list of `locators`"),
        ("field: group", 'locator: "рядок 9"\n  field: group', "give either `locator` or a list of `locators`"),
        ("рядок 1, графа 3", "рядок 1, графа 2", "рядок 1, графа 2: group is corrected twice"),
    ],
)
def test_bad_file(folder: Path, known: Register, old: str, new: str, sentence: str) -> None:
    """A file that cannot be used is refused with its name and the place in it."""
    assert old in GOOD
    path = folder / "first.yml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CorrectionError) as error:
        corrections.load(folder, known)
    assert str(error.value).startswith(f"{path}: ")
    assert sentence in str(error.value)


@pytest.mark.parametrize("name", ["second", "lost"])
def test_unknown_document(folder: Path, known: Register, name: str) -> None:
    """A correction of a document that is not registered, or that nobody has, corrects nothing."""
    (folder / f"{name}.yml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(CorrectionError, match=f"no document {name} with a file is registered"):
        corrections.load(folder, known)


def test_file_that_is_no_text(folder: Path, known: Register) -> None:
    """A file in another encoding is refused with a sentence."""
    (folder / "first.yml").write_bytes(GOOD.encode("windows-1251"))
    with pytest.raises(CorrectionError, match=r"first\.yml: not a list of corrections"):
        corrections.load(folder, known)
