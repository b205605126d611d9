"""Repair of text that character recognition has damaged, on the real scan (002) and on clean documents."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.contracts import Repair
from data.reference.ukrainian_words.__main__ import forms, suffixes
from data.register import RAW
from loaders import repair
from loaders.errors import FileRefused
from loaders.readers import tab_text
from loaders.reading import Reading, read_file
from loaders.repair import digits, words
from loaders.rows import Row, Source

SCAN = RAW / "002_579487dc3b6fff2d.txt"
DAMAGED = ("Програпtи MicbKoi ради iнформацii", "реалiзацiТ Житомирськоi", "забезпеченнrI cypciB HiB")
"""Enough damaged words for a text to count as damaged."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_ROMAN = re.compile(r"[IVX]+")


@pytest.fixture(scope="module")
def scan() -> Source:
    return tab_text.read(SCAN)


@pytest.fixture(scope="module")
def repaired(scan: Source) -> Source:
    return repair.repaired(scan)[0]


@pytest.fixture(scope="module")
def repairs(scan: Source) -> tuple[Repair, ...]:
    return repair.repaired(scan)[1]


@pytest.fixture(scope="module")
def reading() -> Reading:
    (reading,) = read_file(SCAN)
    return reading


def source(*lines: str) -> Source:
    return Source("text.txt", "", tuple(Row(no, tuple(line.split("\t"))) for no, line in enumerate(lines, start=1)))


def line_of(text: str) -> str:
    """A line as it is repaired within a damaged text."""
    return repair.repaired(source(*DAMAGED, "", text))[0].rows[-1].cells[0]


def share_known(text: Source) -> float:
    """How many of the words of a text are in the dictionary; Roman numerals are no words."""
    found = [word for row in text.rows for cell in row.cells for word in _WORD.findall(cell)]
    return sum(bool(words.is_known(word) or _ROMAN.fullmatch(word)) for word in found) / len(found)


@pytest.mark.parametrize("name", ["000", "001", "003", "004"])
def test_clean_document(name: str) -> None:
    """A clean document comes back as the very same object, without repairs."""
    (path,) = RAW.glob(f"{name}*.txt")
    text = tab_text.read(path)
    assert repair.repaired(text) == (text, ())
    assert repair.repaired(text)[0] is text


def test_known_words(scan: Source, repaired: Source) -> None:
    """Half of the words of the scan are known as printed, and more than nine of ten after repair."""
    assert 0.5 < share_known(scan) < 0.56
    assert share_known(repaired) >= 0.91
    assert repaired.damaged


def test_lines(repaired: Source) -> None:
    """What a careful clerk would type, line by line; the lines are counted as in the file."""
    text = {row.no: row.cells[0] for row in repaired.rows}
    assert text[1] == " Про затвердження Цільової"
    assert text[2] == "програми Житомирської міської"
    assert text[4] == "«е-місто» на 2021-2026 роки."
    assert text[25] == "на iT специфіку)"
    assert text[32] == "Житомирської міської ради"
    assert text[81] == "II етап -2023-2024 роки,"
    assert text[100] == "- коштів міського бюджету"
    assert text[115] == "_ навчання персоналу;"
    assert text[281] == "Частка мешканців, що використовують міський портал з електронними"
    assert text[295] == "15 poKi 01 ci"
    assert text[285] == "кількість користувачів ЦНАП, що замовили адміністративну послугу"


def test_divided_words(repaired: Source) -> None:
    """A word divided between two lines goes to the first; both keep what is printed."""
    rows = {row.no: row for row in repaired.rows}
    assert (rows[27].cells, rows[27].raw) == (
        ("Цільова програма Житомирської міської територіальної",),
        ("I_{iльова програма ЖитомирськоТ MicbKoi тери-",),
    )
    assert (rows[28].cells, rows[28].raw) == (
        ("громади «е-місто» на 2021-2026",),
        ("торiальноi громади <е-пriсто> на 2021-2026",),
    )
    assert (rows[109].cells, rows[109].raw) == (("",), ("Ilання",))


def test_repairs_are_listed(repairs: tuple[Repair, ...]) -> None:
    """Each repair says where, what was printed, by which rule, and how sure it is."""
    first = repairs[0]
    assert (first.locator, first.row_no, first.printed, first.repaired) == ("рядок 1", 1, "I-{iльовоi", "Цільової")
    by_text = {made.printed: made for made in repairs}
    assert by_text["HepiBHocTi"].rule == "letters"
    assert by_text["бюджеry"].rule == "confusions"
    assert by_text["ЧаСТКа"].rule == "case"
    assert by_text["вказу-\nвати"].rule == "line_end"
    assert by_text["HepiBHocTi"].confidence > by_text["персонаJIу"].confidence > by_text["I-{iльовоi"].confidence
    assert all(0.5 < made.confidence < 1 for made in repairs)


def test_reading_says_so(reading: Reading) -> None:
    """The document is marked as damaged, its title is repaired, and every repair carries its name."""
    assert reading.document.damaged
    assert reading.document.title == (
        "Про затвердження Цільової програми Житомирської міської територіальної громади «е-місто» на 2021-2026 роки"
    )
    assert {made.document_id for made in reading.repairs} == {reading.document.document_id}


@pytest.mark.parametrize(
    "text",
    [
        "Windows Server 2019, sms, on-line",
        "III етап, розділ IV",
        "пишіть на e-mist@zt.gov.ua або www.zt-rada.gov.ua",
        "КСЗІ, ЦНАП, СЕВ ОВВ",
        "науково-технічний, інформаційно-аналітичні",
        "1 200 осіб, 20l9",
        "Ґрунтовних слів'янських об’єктів",
        "iT та iT-cервiси",
        "i ro ii",
        "15 poKi, рокi",
    ],
)
def test_what_stays(text: str) -> None:
    """Even in a damaged text, what is right or cannot be judged stays as printed."""
    assert line_of(text) == text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("взаемодiТ", "взаємодії"),
        ("електронному документообiry", "електронному документообігу"),
        ("прийняггя рiшень", "прийняття рішень"),
        ("КСЗI", "КСЗІ"),
        ("створити чергу в I_{НАП", "створити чергу в ЦНАП"),
        ("[ата, номер та назва", "Дата, номер та назва"),
        ("YKpaiHi", "Україні"),
    ],
)
def test_confusions(printed: str, meant: str) -> None:
    """Letters that are printed for others, singly or several for one."""
    assert line_of(printed) == meant


def test_no_known_word() -> None:
    """What gives no known word is left as it is."""
    assert line_of("Ъзаемодii оОласr") == "Ъзаемодii оОласr"


def test_cells_of_tables() -> None:
    """In a table each cell is repaired by itself, with its own locator; words are not joined over rows."""
    text = source(*DAMAGED, "", "№\tMicbKoi тери-", "1\tторiальноi")
    mended, made = repair.repaired(text)
    assert [row.cells for row in mended.rows[-2:]] == [("№", "Міської тери-"), ("1", "торiальноi")]
    assert made[-1].locator == "рядок 5, графа 2"


def test_one_mistyped_word() -> None:
    """People mistype a letter now and then: that does not make a text damaged."""
    text = source("Cервіс для громади", *["Звичайний текст про програму громади"] * 50)
    assert repair.repaired(text)[0] is text


def test_too_many_repairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that needs more repairs than the limit is refused with a sentence."""
    monkeypatch.setattr("loaders.repair.lines.MAX_REPAIRS", 10)
    with pytest.raises(FileRefused, match=r"text\.txt: the text is damaged and needs more than 10 repairs"):
        repair.repaired(source(*DAMAGED * 5))


def test_digits() -> None:
    """Letters and stray marks where a number is expected; which reading is right is for the caller to tell."""
    assert digits.readings("254l57") == ["254157"]
    assert digits.readings("249]l55") == ["2491155", "249155"]
    assert digits.readings("24,7405") == ["247405"]
    assert digits.readings("осіб") == []
    assert digits.without_letters("27 З95,4") == "27 395,4"
    assert [digits.year(text) for text in ("202З", "20l9", "202|", "2О25", "рік")] == [2023, 2019, 2021, 2025, None]
    assert digits.year_ranges("I етап -202I-2022 та 2023 -2024, тел. 2021-20") == [
        (8, 17, "2021-2022"),
        (21, 31, "2023-2024"),
    ]


def test_dictionary_forms() -> None:
    """The builder puts stems into forms by the suffix rules of hunspell: strip, add, condition."""
    rules = suffixes(["SFX j Y 2", "SFX j ий ого ий", "SFX j ий а [^ц]ий", "SFX % 0 ів [^а]"])
    assert list(forms(["міський/j", "рада/%", "Ія/%", "ЦНАП"], rules)) == [
        "міський",
        "міського",
        "міська",
        "рада",
        "ЦНАП",
    ]


_UKRAINIAN = st.text(st.sampled_from("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГІЇЄ '-,.;:()«»0123456789\t"), max_size=80)
_LATIN = st.sampled_from(["Windows", "XML", "III", "e-mail", "www.rada.gov.ua", "IT", "SQL"])


@given(st.lists(st.tuples(_UKRAINIAN, _LATIN).map(" ".join), max_size=20))
def test_clean_text_stays(lines: list[str]) -> None:
    """Whatever Ukrainian text, also with Latin words, numerals and addresses in it, comes back as it is."""
    text = source(*lines)
    assert repair.repaired(text)[0] is text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.sampled_from("abcieoHBKMTJIрсхтіїєДЦ<>{}[]_-*|\\\"€l1 2з'\t"), max_size=60), max_size=12))
def test_any_damage(lines: list[str]) -> None:
    """Whatever the damage, nothing raises, rows and cells keep their count, and what is printed is kept."""
    text = source(*DAMAGED, *lines)
    mended, _ = repair.repaired(text)
    for before, after in zip(text.rows, mended.rows, strict=True):
        assert len(after.cells) == len(before.cells)
        assert (after.raw or after.cells) == before.cells


def test_command_line(write: Callable[..., Path]) -> None:
    """A damaged text whose words are known is read like any other."""
    text = SCAN.read_text(encoding="utf-8").replace("\n", "\r\n")
    (found,) = read_file(write(text, "scan.txt"))
    assert len(found.population) == 10
