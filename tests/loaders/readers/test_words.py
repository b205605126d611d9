"""Lines of text from letters with places."""

import pytest

from loaders.readers.words import Glyph, joined, lines_of, words_by_place


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Найменування", "заходу"], "Найменування заходу"),
        (["інформа\u00ad", "тизація"], "інформатизація"),
        (["веб-", "сайт"], "веб-сайт"),
        (["№ з/", "п"], "№ з/п"),
        (["коштів/ ", "Найменування"], "коштів/ Найменування"),
        (["сайт www.", "rada.", "example.ua"], "сайт www.rada.example.ua"),
        (["на 2019 -", "2021 роки"], "на 2019 - 2021 роки"),
        (["Усього.", "Разом"], "Усього. Разом"),
        ([], ""),
    ],
)
def test_lines_of_a_cell(lines: list[str], text: str) -> None:
    """A line that ends within a word goes on without a space, unless one is printed."""
    assert joined(lines) == text


def letters(text: str, x: float, width: float = 5) -> list[Glyph]:
    return [Glyph(letter, x + no * width, x + (no + 1) * width, 0, 10) for no, letter in enumerate(text)]


def texts(glyphs: list[Glyph], wall: float) -> dict[int | None, str]:
    """The text left and right of a wall."""
    found = words_by_place(glyphs, lambda x, y: (0, 0, int(x > wall)))
    return {place and place[2]: lines_of(words)[0].text for place, words in found.items()}


def test_words_at_a_wall() -> None:
    """Numbers on both sides of a wall are two; a word too long for its cell stays whole in it."""
    assert texts([*letters("12", 0), *letters("34", 11)], wall=10.5) == {0: "12", 1: "34"}
    assert texts(letters("Кропивницький", 0), wall=12) == {0: "Кропивницький"}


def test_accents_join_their_letters() -> None:
    """Some programs print «й» as «и» and a breve."""
    assert texts([*letters("Краи", 0), Glyph("\u0306", 19, 20, 0, 10)], wall=50) == {0: "Край"}
