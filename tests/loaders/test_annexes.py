"""Annexes that stand in files of their own: the act they belong to is named in their head."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from data.contracts import DocumentStatus
from loaders.acts import Act, acts_of
from loaders.readers import opening
from loaders.rows import Row, Source

TABLE = "1\tСервер\t5"
TITLE = "Показники Програми інформатизації"


def act_of(*lines: str) -> Act:
    rows = tuple(Row(number, tuple(line.split("\t"))) for number, line in enumerate([*lines, TABLE], start=1))
    (act,) = acts_of(Source("annex.txt", "0" * 64, rows))
    return act


def test_annex_in_a_workbook(tmp_path: Path) -> None:
    """An annex as councils publish it: act and title stand in two cells above the table."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Додаток 2 до рішення Полтавської міської ради від 15.12.2023 № 1234"])
    sheet.append(["Перелік заходів Програми інформатизації на 2024-2027 роки"])
    sheet.append(["№ з/п", "Захід", "2024 рік, тис. грн"])
    sheet.append([1, "Сервер", 5])
    book.save(tmp_path / "annex.xlsx")
    (act,) = acts_of(opening.read(tmp_path / "annex.xlsx"))
    assert act.title == "Перелік заходів Програми інформатизації на 2024-2027 роки"
    assert (act.number, act.adopted_on, act.status) == ("1234", date(2023, 12, 15), DocumentStatus.ADOPTED)
    assert act.issuer == "Полтавської міської ради"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (("Додаток 1", "до рішення міської ради", "від 15.12.2023 № 1234"), None),
        (("ДОДАТОК 1", "до рішення Міської ради", "15.12.2023 № 1234"), None),
        (("Додаток № 7", "до рішення міської ради", "№ 1234 від 15.12.2023"), None),
        (
            ("Додаток № 1 до рішення", "", "Полтавської міської ради", "від 15 грудня 2023 року", "№ 1234"),
            "Полтавської міської ради",
        ),
        (
            (
                "**Додаток**",
                "до рішення 45 сесії",
                "Міської ради міста Полтави",
                "VIII скликання",
                "від 15.12.2023 №1234",
            ),
            "Міської ради міста Полтави",
        ),
        (
            (
                "Додаток до рішення виконавчого комітету Диканської селищної ради",
                "Полтавської області",
                "від 15.12.2023 № 1234",
            ),
            "виконавчого комітету Диканської селищної ради Полтавської області",
        ),
        (
            (
                "Додаток 3",
                "до Програми інформатизації",
                "(затвердженої рішенням",
                "Полтавської міської ради",
                "від 15.12.2023 № 1234)",
            ),
            "Полтавської міської ради",
        ),
    ],
)
def test_head_of_an_annex(head: tuple[str, ...], issuer: str | None) -> None:
    """The head names the act on one line or on several; its body only counts where it is named in full."""
    for title in ((TITLE,), ("", "ПОКАЗНИКИ", "Програми інформатизації")):
        act = act_of(*head, *title)
        assert (act.number, act.adopted_on, act.status) == ("1234", date(2023, 12, 15), DocumentStatus.ADOPTED)
        assert act.issuer == issuer
        assert act.title.casefold() == TITLE.casefold()
        assert act.references == ("15 грудня 2023 року № 1234",)


@pytest.mark.parametrize(
    "given",
    [
        "від ___ № ___",
        'від "___" ________ 2023 року № ____',
        "від 15.12.2023 № ___",
        "від ________ № 1234",
        "від 31.02.2023 № 1234",
        "від 15.12.2023 № 1234 (у редакції рішення від 20.03.2024 № 55)",
    ],
)
def test_head_that_does_not_tell(given: str) -> None:
    """A blank, a date that does not exist, or two acts in the head: which act it is, is not known."""
    act = act_of("Додаток 1", "до рішення міської ради", given, TITLE)
    assert (act.title, act.number, act.adopted_on, act.status) == (TITLE, None, None, None)


def test_annex_of_a_programme() -> None:
    """A head that names no act leaves number and date open, and acts in the title are none of its own."""
    act = act_of("Додаток 1", "до Програми інформатизації", "на 2024 рік", TITLE, "затвердженої 15.12.2023 № 1234")
    assert (act.number, act.adopted_on, act.status, act.issuer) == (None, None, None, None)
    act = act_of("Додаток 1", "Зміни до рішення міської ради", "від 31 січня 2019 року № 2285")
    assert act.title == "Зміни до рішення міської ради від 31 січня 2019 року № 2285"
    assert (act.number, act.adopted_on) == (None, None)


def test_annex_below_its_decision() -> None:
    """In the file of a decision, annexes belong to it and are no documents of their own."""
    act = act_of(
        "РІШЕННЯ",
        "від 15.12.2023 № 1234",
        "Про затвердження Програми",
        "1. Затвердити Програму.",
        "Додаток 1",
        "до рішення Полтавської міської ради",
        "від 16.12.2023 № 9",
        TITLE,
        TABLE,
        "Додаток 2",
        "до рішення Полтавської міської ради від 16.12.2023 № 9",
    )
    assert (act.title, act.number, act.adopted_on) == ("Про затвердження Програми", "1234", date(2023, 12, 15))


def test_annex_without_a_title() -> None:
    """Where nothing stands below the head, its first line is all there is."""
    assert act_of("Додаток 1", "до рішення міської ради", "від 15.12.2023 № 1234", "(тис. грн)").title == "Додаток 1"
