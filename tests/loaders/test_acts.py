"""The acts in one file, and what each says of itself."""

from datetime import date
from pathlib import Path

import pytest

from data.contracts import DocumentKind, DocumentStatus
from loaders.acts import Act, acts_of, reference
from loaders.readers import tab_text
from loaders.rows import Row, Source

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
    return acts_of(Source("document.txt", "0" * 64, tuple(rows)))


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


DRAFT = """\
Н-СЬКА МІСЬКА РАДА
Р І Ш Е Н Н Я

**Про внесення змін до рішення міської ради
від 31 січня 2019 року
№ 2285
"Про затвердження Програми"**

Внести зміни до рішення від 31 січня 2019 року № 2285.
"""


@pytest.mark.parametrize("text", [DRAFT, DRAFT.replace("**", "")], ids=["bold", "plain"])
def test_draft_is_not_the_act_it_amends(text: str) -> None:
    """A draft without a number or date of its own does not take those that its title wraps onto lines."""
    (act,) = acts(text)
    assert (act.number, act.adopted_on, act.status) == (None, None, DocumentStatus.DRAFT)
    assert act.kind is DocumentKind.AMENDMENT
    assert act.title == (
        'Про внесення змін до рішення міської ради від 31 січня 2019 року № 2285 "Про затвердження Програми"'
    )
    assert act.references == ("31 січня 2019 року № 2285",)


@pytest.mark.parametrize("line", ["від 4 лютого 2022 року № 12/3-5", "**від 04.02.2022 р.**\n**№12/3-5**"])
def test_number_and_date_of_the_act_itself(line: str) -> None:
    """Number and date may stand on one line or in bold; the title still opens below them."""
    (act,) = acts(DRAFT.replace("**Про", f"{line}\n\n**Про"))
    assert (act.number, act.adopted_on, act.status) == ("12/3-5", date(2022, 2, 4), DocumentStatus.ADOPTED)
    assert act.title.startswith("Про внесення змін до рішення")


def test_heading_far_below_the_top() -> None:
    """Number and date are looked for below the heading, however much stands above it."""
    (act,) = acts("№ 99\n" + "Пояснення\n" * 60 + "\n" + DECISION)
    assert (act.number, act.adopted_on) == ("12/3-5", date(2022, 2, 4))


@pytest.mark.parametrize(
    "printed",
    [
        "від 27 серпня 2019 року № 2722",
        "від 27 серпня 2019 року №2722",
        "від 27 серпня 2019 р. № 2722",
        "від 27.08.2019 № 2722",
        "від 27.08.2019 №2722",
        "від 27.08.2019 року № 2722",
        "від 27.08.2019р. №2722",
        "Від\u00a027.08.2019\u00a0р. №\u00a02722",
        "від 27.08.2019, № 2722-",
        "від 27.08.2019\n№ 2722",
    ],
)
def test_forms_of_a_reference(printed: str) -> None:
    """Another act is found in every form in which it is named, and kept in one, once."""
    for again in ("", "; рішення від 27 серпня 2019 року № 2722"):
        (act,) = acts(f"{DECISION}\nВраховано рішення {printed}{again}.\n")
        assert act.references == ("4 лютого 2022 року № 12/3-5", "27 серпня 2019 року № 2722")


def test_references_that_are_kept_as_printed() -> None:
    """Numbers of laws keep their letters; a date that does not exist stays as printed, to be looked at."""
    (act,) = acts(
        DECISION + "\nЗакон від 21 травня 1997 року № 280/97-ВР, рішення від 31.02.2019 № 5, від 5 осіб № 7\n"
    )
    assert act.references[1:] == ("21 травня 1997 року № 280/97-ВР", "31.02.2019 № 5")


def test_headings_one_below_the_other() -> None:
    """Two headings with nothing between are two acts; the first has neither number nor date."""
    first, second = acts("РОЗПОРЯДЖЕННЯ\nНАКАЗ\nвід 4 лютого 2022 року № 2\nПро план\n")
    assert (first.number, second.number, second.title) == (None, "2", "Про план")
