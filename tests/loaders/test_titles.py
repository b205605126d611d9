"""Where the title of an act ends, with blank lines below it and without."""

from pathlib import Path

import docx
import pytest

from loaders.acts import Act, acts_of
from loaders.readers import opening
from loaders.rows import Row, Source

TITLE = "Про затвердження Програми інформатизації на 2024 рік"


def act_of(*lines: str) -> Act:
    rows = tuple(Row(number, tuple(line.split("\t"))) for number, line in enumerate(lines, start=1))
    (act,) = acts_of(Source("document.txt", "0" * 64, rows))
    return act


def decision(*lines: str) -> Act:
    return act_of("РІШЕННЯ", "від 15.12.2023 № 1234", *lines)


PREAMBLE = "Відповідно до статті 26 Закону України «Про місцеве самоврядування в Україні» міська рада ВИРІШИЛА:"


def test_paragraphs_of_word(tmp_path: Path) -> None:
    """Word files have no blank lines: the title ends where the grounds of the decision start."""
    document = docx.Document()
    for text in ("РІШЕННЯ", "від 15.12.2023 № 1234", TITLE, PREAMBLE, "1. Затвердити Програму.", "Додаток 1"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "decision.docx"))
    (act,) = acts_of(opening.read(tmp_path / "decision.docx"))
    assert (act.title, act.number) == (TITLE, "1234")


@pytest.mark.parametrize(
    "below",
    [
        "Відповідно до статті 26 Закону",
        "ВІДПОВІДНО до статті 26 Закону",
        "Керуючись статтею 26 Закону",
        "На підставі статті 26 Закону",
        "З метою розвитку громади",
        "Розглянувши подання управління",
        "Враховуючи висновки комісії",
        "Заслухавши інформацію начальника",
        "Перелік заходів",
        "Додаток 1",
        "ПАСПОРТ ПРОГРАМИ",
        "1. Затвердити Програму.",
        "1.1.Затвердити Програму",
        "II. Загальні положення",
        "міська рада вирішила затвердити",
        "В И Р І Ш И Л А",
        "вирішує:",
        "Полтавська міська рада",
        "Виконавчий комітет",
        "Назва Програми:",
        "тис. грн",
        "(тисяч гривень)",
        "Програма спрямована на розвиток громади.",
    ],
)
def test_line_below_a_title(below: str) -> None:
    """What opens the grounds, an annex or a point, decides, or is a sentence of its own, is not in the title."""
    assert decision(TITLE, below, "про затвердження", "").title == TITLE
    assert act_of(TITLE, below, "про затвердження", "").title == TITLE


@pytest.mark.parametrize("mark", ["", "**"])
@pytest.mark.parametrize(
    "lines",
    [
        ("Про внесення змін до рішення міської ради", "від 31 січня 2019 року", "№ 2285", '"Про Програму"'),
        ("Про затвердження Програми", "«Розумна громада» на", "2024-2027", "роки"),
        ("Про затвердження Програми для", "Полтавської громади,", "Диканської громади"),
        ("Про затвердження Програми інформатизації", "Полтавської територіальної громади", "на 2024 рік"),
        ("ПРО ЗАТВЕРДЖЕННЯ ПРОГРАМИ", "ІНФОРМАТИЗАЦІЇ"),
    ],
)
def test_title_on_several_lines(mark: str, lines: tuple[str, ...]) -> None:
    """A title stays whole where its lines plainly go on, whether bold marks or a blank line show its end or not."""
    whole = " ".join(lines)
    printed = (f"{mark}{lines[0]}", *lines[1:-1], f"{lines[-1]}{mark}")
    assert decision(*printed, PREAMBLE).title == whole
    assert decision(*printed, "", "Інше.").title == whole


def test_last_line_above_a_blank_one() -> None:
    """A line that opens with a capital belongs to the title where a blank line ends both."""
    assert decision("Про затвердження Програми", "Полтавської громади", "", "Інше").title.endswith(
        "Полтавської громади"
    )


def test_each_line_in_bold() -> None:
    """Lines that are in bold one by one are one title as far as they go on."""
    assert decision("**Про внесення змін**", "**до Програми**", "**Секретар**").title == "Про внесення змін до Програми"


def test_bold_that_is_never_closed() -> None:
    """A bold mark without its pair does not take the whole text for a title."""
    assert decision(f"**{TITLE}", PREAMBLE, "1. Затвердити.").title == TITLE


def test_title_above_a_table() -> None:
    """Lines below a table are not in the title above it."""
    assert decision(TITLE, "1\t2\t3", "на 2025 рік").title == TITLE


@pytest.mark.parametrize(
    "rest", ["(далі - Програма) розроблена відповідно до законів", "розроблена відповідно до закону"]
)
def test_sentence_that_opens_with_the_title(rest: str) -> None:
    """Of a first sentence that says more, the name of the programme is the title."""
    assert act_of(f"Програма «Цифрова громада» {rest} України.", "1\t2").title == "Програма «Цифрова громада»"
    assert decision(f"{TITLE} {rest}", PREAMBLE).title == TITLE
