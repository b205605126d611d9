"""Text files with a tab between cells."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.errors import FileRefused
from loaders.readers import tab_text
from loaders.rows import Row

TEXT = "Рішення\n\n1\t\u00a0Захід\u00a0\t+19,1\n"
ROWS = (Row(1, ("Рішення",)), Row(2, ("",)), Row(3, ("1", "\u00a0Захід\u00a0", "+19,1")), Row(4, ("",)))


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.encode("cp1251"),
        TEXT.replace("\n", "\r\n").encode("cp1251"),
    ],
    ids=["utf-8", "with a mark of byte order", "Windows line ends", "windows-1251", "windows-1251 and line ends"],
)
def test_one_text_in_many_files(write: Callable[..., Path], raw: bytes) -> None:
    """Encoding and line ends do not change what is read: every cell is as printed, every line counts."""
    source = tab_text.read(write(raw, "рішення.txt"))
    assert source.rows == ROWS
    assert source.name == "рішення.txt"
    assert source.sha256 == hashlib.sha256(raw).hexdigest()


def test_old_line_ends(write: Callable[..., Path]) -> None:
    """Lines may end as on an old Macintosh."""
    source = tab_text.read(write("Рішення\r\r1\tЗахід\r"))
    assert [row.cells for row in source.rows[:3]] == [("Рішення",), ("",), ("1", "Захід")]


def test_line_of_a_row_is_the_line_of_the_file(write: Callable[..., Path]) -> None:
    """Signs that some programs take for line ends are part of a cell: lines are counted as an editor counts them."""
    source = tab_text.read(write("а\u2028б\tв\x0cг\x85\n2\t3\n"))
    assert [(row.no, row.cells) for row in source.rows[:2]] == [(1, ("а\u2028б", "в\x0cг\x85")), (2, ("2", "3"))]


def test_places_of_a_row() -> None:
    """Columns are counted from 1 for people."""
    row = Row(469, ("10", "", "5"))
    assert (row.locator(), row.locator(0), row.locator(2)) == ("рядок 469", "рядок 469, графа 1", "рядок 469, графа 3")
    assert row.in_table
    assert not row.is_blank
    assert Row(1, (" ", "\u00a0")).is_blank
    assert not Row(1, ("a single cell",)).in_table


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n\xc2\xa0", "nothing but blank space"),
        (PNG, "this is not a text file"),
        (b"PK\x03\x04\x14\x00", "this is not a text file"),
        ("1\tЗах\x00ід".encode(), "this is not a text file"),
        (b"\xff\xfe\xfd caf\xe9 na\xefve r\xe9sum\xe9 text", "this is not a text file"),
        (b"\x98\xcf\xf0\xee\xe3\xf0\xe0\xec\xe0", "this is not a text file"),
    ],
)
def test_refused_files(write: Callable[..., Path], raw: bytes, sentence: str) -> None:
    """A file that is not text is refused with its name and a sentence, whatever the name promises."""
    path = write(raw)
    with pytest.raises(FileRefused, match=sentence) as error:
        tab_text.read(path)
    assert str(error.value).startswith(f"{path}: ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1251"])
def test_encodings_of_council_files(write: Callable[..., Path], encoding: str) -> None:
    """What a word processor saves as Unicode, UTF-8 or in the old Windows way is read alike."""
    assert [row.cells for row in tab_text.read(write("Рішення\n1\tЗахід\t+19,1\n".encode(encoding))).rows][:2] == [
        ("Рішення",),
        ("1", "Захід", "+19,1"),
    ]


def test_missing_file(tmp_path: Path) -> None:
    """A file that does not exist is refused, not taken for an empty one."""
    with pytest.raises(FileRefused, match="there is no such file"):
        tab_text.read(tmp_path / "absent.txt")


def test_folder(tmp_path: Path) -> None:
    """A folder is refused."""
    with pytest.raises(FileRefused, match="this is a folder"):
        tab_text.read(tmp_path)


def test_large_file(tmp_path: Path) -> None:
    """A file beyond the limit is refused, however long it is."""
    path = tmp_path / "zeros.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(FileRefused, match="the file has 100 MB; the limit is 20 MB"):
        tab_text.read(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero on this system")
def test_endless_file() -> None:
    """A device is refused without being read."""
    with pytest.raises(FileRefused, match="this is a pipe or a device"):
        tab_text.read(Path("/dev/zero"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_pipe(tmp_path: Path) -> None:
    """A pipe into which nobody writes is refused at once, not waited for; so is a link to it."""
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    for name in (path, link):
        with pytest.raises(FileRefused, match="this is a pipe or a device"):
            tab_text.read(name)


@pytest.mark.parametrize("code", [code for code in range(32) if chr(code) not in "\t\n\r\f\v"])
def test_control_bytes(write: Callable[..., Path], code: int) -> None:
    """Each control byte but those of blank space tells a file that is not text; the sentence says where it stands."""
    with pytest.raises(FileRefused, match=r"\(byte 3\)"):
        tab_text.read(write(b"abc" + bytes([code]) + b"d"))


def test_very_many_lines(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """More lines than the limit are refused."""
    monkeypatch.setattr(tab_text, "MAX_ROWS", 3)
    with pytest.raises(FileRefused, match="the file has 4 lines; the limit is 3"):
        tab_text.read(write(TEXT))


def test_very_wide_line(write: Callable[..., Path]) -> None:
    """A line with more cells than any table has is refused, with its number."""
    with pytest.raises(FileRefused, match="line 2 has 5001 cells; the limit is 1000"):
        tab_text.read(write("Рішення\n" + "\t" * 5000))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names that are not text")
def test_name_that_is_not_text(tmp_path: Path) -> None:
    """A file name in an old encoding is shown as well as it can be; the file is read."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xef\xeb\xe0\xed.txt"))
    path.write_text(TEXT, encoding="utf-8")
    assert tab_text.read(path).name == "\ufffd\ufffd\ufffd\ufffd.txt"
