"""The acts in one file, and what each says of itself."""

from datetime import date
from pathlib import Path

import pytest

from data.contracts import DocumentKind, DocumentStatus
from loaders.acts import Act, acts_of, reference
from loaders.readers import tab_text
from loaders.readers.tab_text import Row, SourceText

DECISION = """\
Н-СЬКА МІСЬКА РАДА
П'ЯТА СЕСІЯ ВОСЬМОГО СКЛИКАННЯ
Р І Ш Е Н Н Я

від 4 лютого 2022 року

№ 12/3-5

**Про затвердження Програми**

1\tСервер\t5
"""


def acts(text: str) -> list[Act]:
    rows = (Row(number, tuple(line.split("\t"))) for number, line in enumerate(text.split("\n"), start=1))
    return acts_of(SourceText("document.txt", "0" * 64, tuple(rows)))


def test_two_acts_in_the_real_file(real_path: Path) -> None:
    """The executive committee's decision endorses the draft below it; that draft and decision № 2285 are the acts."""
    draft, decision = acts_of(tab_text.read(real_path))
    assert draft.title == (
        "Про внесення змін до рішення Міської ради міста Кропивницького від 31 січня 2019 року №2285 "
        '"Про затвердження Програми розвитку місцевого електронного урядування на 2019-2021 роки"'
    )
    assert (draft.kind, draft.status) == (DocumentKind.AMENDMENT, DocumentStatus.DRAFT)
    assert (draft.number, draft.adopted_on) == (None, None)
    assert (draft.endorsed_number, draft.endorsed_on) == ("698", date(2019, 11, 26))
    assert draft.references == ("31 січня 2019 року № 2285", "27 серпня 2019 року № 2722")
    assert draft.issuer == "МІСЬКА РАДА МІСТА КРОПИВНИЦЬКОГО"

    assert decision.title == "Про затвердження Програми розвитку місцевого електронного урядування на 2019-2021 роки"
    assert (decision.kind, decision.status) == (DocumentKind.PROGRAMME, DocumentStatus.ADOPTED)
    assert (decision.number, decision.adopted_on) == ("2285", date(2019, 1, 31))
    assert (decision.endorsed_number, decision.endorsed_on) == (None, None)
    assert decision.issuer == "МІСЬКА РАДА МІСТА КРОПИВНИЦЬКОГО"


def test_acts_share_no_line(real_path: Path) -> None:
    """Each line of the file belongs to one act at most, and no table's line to none."""
    source = tab_text.read(real_path)
    taken = [row.no for act in acts_of(source) for row in act.rows]
    assert len(taken) == len(set(taken))
    assert {row.no for row in source.rows if row.in_table} <= set(taken)


def test_decision_of_another_city() -> None:
    """Issuer above the heading, number with slashes, date and title of any council are read."""
    (act,) = acts(DECISION)
    assert (act.issuer, act.number, act.adopted_on) == ("Н-СЬКА МІСЬКА РАДА", "12/3-5", date(2022, 2, 4))
    assert (act.title, act.status, act.endorsed_number) == ("Про затвердження Програми", DocumentStatus.ADOPTED, None)


@pytest.mark.parametrize(
    ("printed", "blank"),
    [("від 4 лютого 2022 року", 'від "___" _____ 2022 року'), ("№ 12/3-5", "№ _____")],
)
def test_blank_form_is_a_draft(printed: str, blank: str) -> None:
    """A form without a number or a date is a draft; what is blank is not known."""
    (act,) = acts(DECISION.replace(printed, blank))
    assert act.status is DocumentStatus.DRAFT
    assert None in (act.number, act.adopted_on)


def test_endorsing_decision_alone() -> None:
    """A decision that only endorses a draft is still the act of its file when no draft follows."""
    (act,) = acts("Р І Ш Е Н Н Я\n\nвід 4 лютого 2022 року\n№ 7\n\n**Про погодження проєкту рішення**\n")
    assert (act.number, act.endorsed_number) == ("7", None)


def test_text_without_a_heading() -> None:
    """A file without the heading of an act is one act, named by its first line; its status is not known."""
    (act,) = acts("\nДодаток 1\n1\t2\t3\n")
    assert (act.title, act.status, act.number) == ("Додаток 1", None, None)
    (act,) = acts("1\t2\t3\n")
    assert act.title == "document.txt"


def test_order_of_an_administration() -> None:
    """Orders (розпорядження, наказ) are acts too, and each heading starts another act."""
    first, second = acts("РОЗПОРЯДЖЕННЯ\n№ 1\nПро план\n\nН А К А З\n№ 2\nПро зміни\n")
    assert (first.number, second.number) == ("1", "2")


def test_word_in_running_text_is_no_heading() -> None:
    """The word «рішення» alone on a line of a sentence does not start another act."""
    (act,) = acts(DECISION + "\nДодаток до\nрішення\nміської ради\n1\tМережа\t7\n")
    assert act.number == "12/3-5"


def test_reference() -> None:
    """An act is found among references by its number and its date together."""
    references = ("31 січня 2019 року № 2285", "27 серпня 2019 року № 2722")
    assert reference("2722", date(2019, 8, 27), references) == references[1]
    assert reference("2722", date(2019, 1, 31), references) is None
    assert reference("85", date(2019, 1, 31), references) is None
    assert reference(None, None, references) is None
