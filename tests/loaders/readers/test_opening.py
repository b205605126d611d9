"""Any file: its content tells the reader, and whatever is in it, it is read or refused with a sentence."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.register import RAW
from loaders.errors import FileRefused, LoaderError
from loaders.readers import archives, opening
from loaders.rows import Source
from tests.rendering.office import word, workbook

FIXTURES = Path(__file__).parents[2] / "fixtures" / "formats"
LINES = ["Додаток 3", "", "№\tЗахід\t2021 рік", "1\tРемонт\t12,5", "2\tЗакупівля\t7"]
SEPARATED = "№;Захід;2021 рік\n1;Ремонт;12,5\n2;Закупівля;7\n"

Write = Callable[..., Path]


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as written:
        for name, raw in parts.items():
            written.writestr(name, raw)
    return out.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archived:
        return {name: archived.read(name) for name in archived.namelist()}


WORKBOOK = workbook({"А": LINES})
WORD = word(LINES)
ODS = (FIXTURES / "draft.ods").read_bytes()
XLS = (FIXTURES / "draft.xls").read_bytes()


@pytest.mark.parametrize(
    ("raw", "locator"),
    [
        (WORKBOOK, "А!4"),
        (WORD, "табл. 1, рядок 2"),
        (SEPARATED.encode(), "рядок 2"),
        (SEPARATED.encode("utf-8-sig"), "рядок 2"),
        (SEPARATED.encode("cp1251"), "рядок 2"),
        ("\n".join(LINES).encode(), "рядок 4"),
    ],
    ids=["xlsx", "docx", "csv", "csv with its mark", "csv of Windows", "tabs"],
)
@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a"])
def test_content_decides(write: Write, raw: bytes, locator: str, name: str) -> None:
    """The name of a file says nothing: its content is read as what it is."""
    (row,) = (row for row in opening.read(write(raw, name)).rows if row.cells == ("1", "Ремонт", "12,5"))
    assert row.locator() == locator


@pytest.mark.parametrize(("raw", "locator"), [(ODS, "Додаток 3!F37"), (XLS, "Додаток 3!F37")], ids=["ods", "xls"])
def test_content_of_other_workbooks(write: Write, raw: bytes, locator: str) -> None:
    """Also those that the tests cannot write."""
    rows = opening.read(write(raw, "a.docx")).rows
    assert any(row.locator(place) == locator for row in rows for place in range(len(row.cells)))


@pytest.mark.parametrize("name", sorted(path.name for path in RAW.glob("*.txt")))
def test_documents_are_no_separated_text(name: str) -> None:
    """The real documents have commas and semicolons in plenty, and are read line by line."""
    lines = (RAW / name).read_text(encoding="utf-8").split("\n")
    rows = opening.read(RAW / name).rows
    assert all(row.where is None or type(row.where).__name__ != "SeparatedRow" for row in rows)
    assert len(rows) <= len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Перше, друге, третє слово.\nОдне, два, три слова.\nА, б, в.\n",
        "1) перше; друге;\n2) третє;\n3) четверте, п'яте; шосте; сьоме.\nСекретар ради\n",
        "Рішення\nпро програму\n",
    ],
)
def test_prose_is_no_separated_text(write: Write, text: str) -> None:
    """Commas with a space behind them, and semicolons now and then, are prose."""
    assert all(not row.in_table for row in opening.read(write(text)).rows)


def test_separated_text(write: Write) -> None:
    """Cells in quotes hold separators, quotes and line ends; a place is the line of the file and the column in it."""
    text = 'Назва;;Сума\n"ТОВ ""А"";\nфілія";;"1 504,5"\nБ;;7\n'
    header, first, second = opening.read(write(text)).rows
    assert header.cells == ("Назва", "Сума")
    assert first.cells == ('ТОВ "А"; філія', "1 504,5")
    assert (first.locator(1), second.locator(), second.locator(1)) == (
        "рядок 2, графа 3",
        "рядок 4",
        "рядок 4, графа 3",
    )
    assert second.no == first.no + 1


def test_commas(write: Write) -> None:
    """Commas part cells where each line has the same number of them."""
    rows = opening.read(write('id,name,sum\n1,"Ремонт, заміна",12.5\n2,Закупівля,7\n')).rows
    assert [row.cells for row in rows] == [
        ("id", "name", "sum"),
        ("1", "Ремонт, заміна", "12.5"),
        ("2", "Закупівля", "7"),
    ]


def test_quotation_mark_that_is_not_closed(write: Write) -> None:
    """It would swallow the rest of the file as one cell."""
    text = "а;б;в\n" + "1;2;3\n" * 3000 + '4;"5;6\n' + "7;8;9\n" * 500
    with pytest.raises(FileRefused, match="line 3002: a quotation mark opens a cell and none closes it"):
        opening.read(write(text))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (OLE + "WordDocument\0".encode("utf-16-le"), "old Word .* save it as .docx"),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "the file is encrypted. Save it without a password"),
        (OLE + "Workbook\0".encode("utf-16-le"), "the file is damaged"),
        (archive({"a.txt": b"text"}), "an archive that holds no document"),
        (archive({"xl/workbook.bin": b""}), "files of this format are not read"),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "files of this format are not read"),
        (WORKBOOK[: len(WORKBOOK) // 2], "the file is damaged"),
        (WORD[:-30], "the file is damaged"),
        (b"PK\x03\x04", "the file is damaged"),
    ],
)
def test_refused(write: Write, raw: bytes, sentence: str) -> None:
    """What cannot be read is refused with the name of the file and what to do."""
    path = write(raw, "a.xlsx")
    with pytest.raises(FileRefused, match=sentence) as error:
        opening.read(path)
    assert str(error.value).startswith(f"{path}: ")


def test_encrypted_parts(write: Write) -> None:
    """A zip whose parts are encrypted."""
    raw = bytearray(WORKBOOK)
    for place in re.finditer(rb"PK\x01\x02", WORKBOOK):
        raw[place.start() + 8] |= 1
    with pytest.raises(FileRefused, match="the file is encrypted"):
        opening.read(write(bytes(raw)))


def test_encrypted_ods(write: Write) -> None:
    """LibreOffice encrypts the parts itself, and says so in a list."""
    raw = archive(parts_of(ODS) | {"META-INF/manifest.xml": b"<manifest:encryption-data/>"})
    with pytest.raises(FileRefused, match="the file is encrypted"):
        opening.read(write(raw))


def test_zip_bomb(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to a large one is refused, before it is unpacked where it tells its size."""
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 1024**2)
    raw = archive(parts_of(WORKBOOK) | {"xl/worksheets/sheet1.xml": b" " * 1024**2 * 3})
    with pytest.raises(FileRefused, match="unpacked, the file has more than 1 MB"):
        opening.read(write(raw))


@pytest.mark.parametrize("declared", [1, 5 * 1024**2])
def test_zip_that_lies(write: Write, declared: int) -> None:
    """The size that a zip declares is not believed."""
    raw = bytearray(archive(parts_of(WORD) | {"word/document.xml": b"<a/>" + b" " * 1024**2}))
    for place in re.finditer(rb"PK\x01\x02", bytes(raw)):
        name_size = int.from_bytes(raw[place.start() + 28 : place.start() + 30], "little")
        if raw[place.start() + 46 :][:name_size] == b"word/document.xml":
            raw[place.start() + 24 : place.start() + 28] = declared.to_bytes(4, "little")
    with pytest.raises(FileRefused):
        opening.read(write(bytes(raw)))


def test_many_parts(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of many parts is refused."""
    monkeypatch.setattr(archives, "MAX_PARTS", 3)
    with pytest.raises(FileRefused, match=r"the archive has \d+ parts; the limit is 3"):
        opening.read(write(WORKBOOK))


@pytest.mark.parametrize("encoding", ["UTF-16", "cp037", "XFD1048576"])
def test_other_encodings(write: Write, encoding: str) -> None:
    """A DOCTYPE could hide in XML that is not UTF-8, which no office program writes."""
    xml = f'<?xml version="1.0" encoding="{encoding}"?><w:document/>'.encode()
    with pytest.raises(FileRefused, match="no XML of an office program"):
        opening.read(write(archive({"word/document.xml": xml})))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file that each example writes anew."""
    return tmp_path_factory.mktemp("damaged") / "document"


def read_or_refuse(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    try:
        source = opening.read(path)
    except LoaderError as error:
        sentence = str(error)
    else:
        assert isinstance(source, Source)
        assert all(row.locator() and row.locator(len(row.cells) - 1) for row in source.rows)
        return
    assert sentence.startswith(f"{path}: ")
    assert sentence.endswith(".")


VALUES = [
    b'""',
    b'"4000000000"',
    b'"-1"',
    b'"XFD1048576"',
    b'"A1:XFD1048576"',
    b'"e"',
    b'"rId1"',
    b'"\xd0"',
    b"<",
    b"\x00",
]


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    """Bytes with some of them lost, replaced or doubled."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(1, 4))):
        place, size = chance.randrange(len(raw) + 1), chance.choice([1, 4, 100])
        kind = draw(st.sampled_from(["lost", "replaced", "doubled", "cut"]))
        if kind == "cut":
            raw = raw[:place]
        elif kind == "doubled":
            raw = raw[:place] + raw[place : place + size] + raw[place:]
        else:
            raw = raw[:place] + (chance.randbytes(size) if kind == "replaced" else b"") + raw[place + size :]
    return raw


@st.composite
def damaged_parts(draw: st.DrawFn, raw: bytes) -> bytes:
    """An archive one of whose parts is damaged, or holds another value."""
    parts = parts_of(raw)
    name = draw(st.sampled_from(sorted(name for name in parts if name.endswith((".xml", ".rels")))))
    xml = parts[name]
    values = sorted(set(re.findall(rb'"[^"]*"', xml)))
    if values and draw(st.booleans()):
        parts[name] = xml.replace(draw(st.sampled_from(values)), draw(st.sampled_from(VALUES)))
    else:
        parts[name] = draw(damaged(xml))
    return archive(parts, zipfile.ZIP_STORED)


@pytest.mark.parametrize("raw", [WORKBOOK, WORD, ODS], ids=["xlsx", "docx", "ods"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_archives(path: Path, raw: bytes, data: st.DataObject) -> None:
    """Archives with damaged bytes or parts are read or refused, never an error."""
    read_or_refuse(path, data.draw(damaged_parts(raw) | damaged(raw)))


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_damaged_separated_text(path: Path, data: st.DataObject) -> None:
    """So is text with separators."""
    read_or_refuse(path, data.draw(damaged((SEPARATED * 3).encode())))


@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_damaged_old_workbooks(path: Path, data: st.DataObject) -> None:
    """And old workbooks, each of which takes a process of its own."""
    read_or_refuse(path, data.draw(damaged(XLS)))


@settings(max_examples=100, deadline=None)
@given(mark=st.sampled_from([b"PK\x03\x04", b"PK\x05\x06", b"", b"\xff\xfe", b";;;\n"]), rest=st.binary(max_size=400))
def test_random_bytes(path: Path, mark: bytes, rest: bytes) -> None:
    """Random bytes behind the mark of a format."""
    read_or_refuse(path, mark + rest)
