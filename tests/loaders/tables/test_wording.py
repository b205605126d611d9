"""What a printed heading says."""

import pytest

from data.contracts import Basis
from loaders.tables import units, wording


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Загальний фонд (тис.грн.)", "загальний фонд"),
        ("Кількість (шт.)", "кількість"),
        ("Всього, тис. грн", "всього"),
        ("<b>№  з/п</b>", "№ з п"),
        ("Разом за Програмою, у тому числі:", "разом за програмою у тому числі"),
        (
            "Обсяг фінансування ресурсів для виконання завдань (7+11) тис грн",
            "обсяг фінансування ресурсів для виконання завдань",
        ),
    ],
)
def test_plain(printed: str, known: str) -> None:
    """Headings are compared without brackets, units, punctuation and case."""
    assert wording.plain(printed) == known


@pytest.mark.parametrize(
    ("printed", "role", "year"),
    [
        ("Орієнтовні обсяги фінансування (вартість), тис. гривень, у тому числі:", "total", None),
        ("Обсяг фінансування на 2024 рік (тис. грн)", "total", 2024),
        ("Загальний фонд 2023 р.", "general", 2023),
        ("I етап (2021 рік)", "total", 2021),
        ("Всього на 2021-2023 роки, тис. грн", "all_years_total", None),
        ("2019 р.", "total", 2019),
        ("Строк виконання заходу", "term", None),
        ("Відповідальні виконавці завдання (робіт)", "executors", None),
        ("2022 рік (факт, грн)", None, None),
        ("Загальний фонд (факт)", None, None),
        ("Термін виконанн я", "term", None),
        ("Наймену вання заходу", "measure", None),
        ("Загаль ний фонд на 2024 рік", "general", 2024),
        ("Термін виконаня", None, None),
    ],
)
def test_role_and_year(printed: str, role: str | None, year: int | None) -> None:
    """Years, units and «у тому числі» do not change what a heading means; any other word does."""
    assert (wording.role_of(printed), wording.year_in(printed)) == (role, year)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("(тис. грн)", 1000),
        ("Заходи Програми, тис. гривень", 1000),
        ("у млн. грн.", 1_000_000),
        ("грн", 1),
        ("Виділити 500 тис. грн", None),
        ("тис. грн на рік", None),
    ],
)
def test_unit_of_a_title(printed: str, unit: int | None) -> None:
    """A title ends with its unit; an amount in a sentence is none."""
    assert units.unit_at_end(printed) == unit


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("Заходи Програми на 2024 рік", 2024),
        ("Програма на 2021-2024 роки", None),
        ("Додаток до рішення від 10 лютого 2022 року", None),
        ("План на 2024 рік до Програми на 2021-2025 роки", None),
    ],
)
def test_year_of_a_title(printed: str, year: int | None) -> None:
    """A title names one year and no period; the date of an act is no year of amounts."""
    assert wording.one_year_of(printed) == year


@pytest.mark.parametrize(
    ("printed", "what"),
    [
        ("Разом за Програмою, у тому числі:", "programme"),
        ("ВСЬОГО ПО ПРОГРАМІ", "programme"),
        ("Усього за напрямом 1 «Програмне забезпечення»", "spending_direction"),
        ("Разом по завданню:", "task"),
        ("Всього:", "above"),
        ("Усього, у тому числі", "above"),
        ("Всього за рахунок міського бюджету", "sources"),
        ("Разом із громадою", None),
        ("Сервер", None),
    ],
)
def test_totals(printed: str, what: str | None) -> None:
    """A total opens with a word of totals, and the first word that names something says what it adds up."""
    assert wording.total_of(printed) == what


def test_sides_of_a_comparison() -> None:
    """In a heading one word is enough; a line above a table must speak of a redaction, since «ЗАТВЕРДЖЕНО» does not."""
    assert wording.block_of("Чинна редакція:") is wording.block_of("Було") is Basis.CURRENT
    assert wording.block_of("Нова редакція") is Basis.RESTATED
    assert wording.block_of_title("Чинна редакція") is Basis.CURRENT
    assert wording.block_of_title("Нова") is None


def test_words_in_place_of_an_amount() -> None:
    """Only words of the reviewed list stand for money that is not counted."""
    assert wording.is_funding_note(" В межах  фінансування ")
    assert wording.is_funding_note("не потребує фінансування.")
    assert not wording.is_funding_note("після узгодження")


@pytest.mark.parametrize(
    "text", ["* без ПДВ", "Примітка. Ціни орієнтовні", "<b>Примітки:</b> немає", "Довідково: 5 грн"]
)
def test_opens_note(text: str) -> None:
    """A footnote opens with an asterisk or with its word."""
    assert wording.opens_note(text)


@pytest.mark.parametrize("text", ["**Захід**", "Довідково-інформаційна система", "Приміткове поле", ""])
def test_opens_no_note(text: str) -> None:
    """Emphasis is no asterisk, and a longer word is another one."""
    assert not wording.opens_note(text)
