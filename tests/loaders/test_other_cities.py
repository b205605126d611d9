"""Tables of measures and resources in the layouts of other cities; all written for these tests."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from data.contracts import Allocation, Basis, DocumentKind, Fund, Level, Section, UnreadReason
from loaders.errors import LoaderError
from loaders.reading import Reading, read_file

ReadTable = Callable[[str], Reading]
At = Callable[[Reading, str], Allocation]


@pytest.fixture
def read_city(city: Callable[[str], Path]) -> Callable[[str], Reading]:
    """Reads the one document of a city, of which nothing may be left unread."""

    def read(name: str) -> Reading:
        (reading,) = read_file(city(name))
        assert reading.unread == ()
        return reading

    return read


def lowest(reading: Reading, basis: Basis = Basis.RESTATED) -> dict[tuple[str, str | None, int | None], Decimal]:
    """Amounts of the lowest lines by name, source and year."""
    return {
        (entry.name, entry.funding_source, entry.fiscal_year): entry.amount
        for entry in reading.allocations
        if not entry.is_total and entry.basis is basis and entry.amount is not None
    }


def test_rows_for_each_source(read_city: Callable[[str], Reading]) -> None:
    """The rows below a measure say who pays; its row «Усього» adds them up, and one source alone adds up nothing."""
    reading = read_city("official_form")
    local, other = "місцевий бюджет", "інші джерела"
    assert lowest(reading) == {
        ("Прокладання кабелю", local, 2023): Decimal(5000),
        ("Прокладання кабелю", local, 2024): Decimal(15000),
        ("Прокладання кабелю", local, 2025): Decimal(25000),
        ("Прокладання кабелю", other, 2023): Decimal(5000),
        ("Прокладання кабелю", other, 2024): Decimal(5000),
        ("Прокладання кабелю", other, 2025): Decimal(5000),
        ("Точки доступу", "Місцевий бюджет", 2024): Decimal(7500),
        ("Антивірус*", "Місцевий бюджет", 2023): Decimal(3000),
        ("Антивірус*", "Місцевий бюджет", 2024): Decimal(3000),
        ("Антивірус*", "Місцевий бюджет", 2025): Decimal(3000),
    }
    whole = [entry for entry in reading.allocations if entry.level is Level.PROGRAMME and entry.fiscal_year == 2023]
    assert [(entry.funding_source, entry.amount) for entry in whole] == [
        (None, Decimal(13000)),
        (local, Decimal(8000)),
        (other, Decimal(5000)),
    ]
    (note,) = (entry for entry in reading.allocations if entry.funding_note)
    assert (note.name, note.funding_note, note.is_total) == ("Навчання", "Не потребує фінансування", False)


def test_texts_of_a_measure(read_city: Callable[[str], Reading]) -> None:
    """Direction, executors, term, result, and all who pay; a direction merged down belongs to the rows below it."""
    first, second, *_ = read_city("official_form").measures
    assert (first.line_code, first.funding_source, first.expected_result) == (
        "1.1",
        "місцевий бюджет; інші джерела",
        "Прокладено 5 км",
    )
    assert (second.spending_direction, second.executors, second.term) == (
        "Розвиток мереж",
        "Відділ цифрового розвитку",
        "2024 рік",
    )


def test_footnotes(read_city: Callable[[str], Reading]) -> None:
    """A footnote is no data and is not lost, in a row of the table and in a line below it."""
    notes = [row.cells[0] for row in read_city("official_form").source_rows if row.role == "note"]
    assert notes == ["* за умови затвердження бюджету", "Примітка: обсяги уточнюються щороку."]


def test_comparison(read_city: Callable[[str], Reading]) -> None:
    """The current text is kept apart from the proposed one, which restates the plan although the act amends it."""
    reading = read_city("comparison")
    assert reading.document.kind is DocumentKind.AMENDMENT
    assert lowest(reading, Basis.CURRENT) == {
        ("Сервер", None, 2024): Decimal(100_000),
        ("Сервер", None, 2025): Decimal(50_000),
        ("Мережа", None, 2024): Decimal(20_000),
    }
    assert lowest(reading) == {
        ("Сервер", None, 2024): Decimal(100_000),
        ("Сервер", None, 2025): Decimal(80_000),
        ("Сайт", None, 2024): Decimal(15_000),
        ("Сайт", None, 2025): Decimal(5_000),
    }
    assert [measure.name for measure in reading.measures] == ["Сервер", "Мережа", "Сайт"]


def test_comparison_with_names_on_both_sides(read_city: Callable[[str], Reading]) -> None:
    """Each side names its own measures; what is added stands on one side only."""
    reading = read_city("comparison_of_names")
    assert set(lowest(reading, Basis.CURRENT)) == {("Сервер", None, 2024), ("Сервер", None, 2025)}
    assert lowest(reading)["Сайт", None, 2024] == Decimal(15_000)
    assert [measure.name for measure in reading.measures] == ["Сервер і мережа", "Сайт"]


def test_column_beside_a_comparison(read_table: ReadTable) -> None:
    """An amount that stands under neither text stops the table: it would count in both."""
    table = (
        "Захід | Чинна редакція | Нова редакція | Довідково\n"
        " | 2024 рік (грн) | 2024 рік (грн) | 2025 рік (грн)\nСервер | 1 | 2 | 3"
    )
    reading = read_table(f"{table}\n\nІнше\n\nЗахід | 2021 рік (грн)\nСервер | 5")
    (entry,) = reading.unread
    assert (entry.locator, entry.reason) == ("рядок 6, графа 4", UnreadReason.SIDE_UNTOLD)


def test_comparison_one_below_the_other(read_table: ReadTable) -> None:
    """Two tables under «Чинна редакція:» and «Нова редакція:» are told apart by those lines."""
    table = "№ | Захід | 2024 рік (грн)\n1 | Сервер | {}\n"
    reading = read_table(f"Чинна редакція:\n{table.format(5)}\nНова редакція:\n{table.format(7)}")
    assert [(entry.basis, entry.amount) for entry in reading.allocations] == [
        (Basis.CURRENT, Decimal(5)),
        (Basis.RESTATED, Decimal(7)),
    ]


def test_restated_amendment(write: Callable[..., Path]) -> None:
    """An amendment that prints a new text, without any plus, restates the plan."""
    text = "Р І Ш Е Н Н Я\n\n**Про внесення змін до Програми**\n\n1. Додаток викласти в новій редакції:\n\n"
    (reading,) = read_file(write(f"{text}Захід\t2021 рік (грн)\nСервер\t5\nПовернення\t-1\n"))
    assert reading.document.kind is DocumentKind.AMENDMENT
    assert {entry.basis for entry in reading.allocations} == {Basis.RESTATED}


def test_one_year_in_the_title(read_city: Callable[[str], Reading]) -> None:
    """Where no heading names a year the title does; UAH stand in a line above; «Разом» adds up the programme."""
    reading = read_city("one_year_uah")
    assert reading.document.amount_unit == "UAH"
    found = [(entry.fiscal_year, entry.amount, entry.level, entry.is_total) for entry in reading.allocations]
    assert found == [
        (2024, Decimal("250000.00"), Level.MEASURE, False),
        (2024, Decimal("12500.50"), Level.MEASURE, False),
        (2024, Decimal("262500.50"), Level.PROGRAMME, True),
    ]


def test_directions_in_rows(read_city: Callable[[str], Reading], at: At) -> None:
    """Six years; «Напрям 1. …» opens a direction, whose total and lines know it; numbers start anew in each."""
    reading = read_city("directions")
    assert [(entry.number, entry.text) for entry in reading.statements] == [
        ("1", "Електронне урядування"),
        ("2", "Освіта"),
    ]
    assert sum(amount for (*_, year), amount in lowest(reading).items() if year == 2022) == Decimal(46_000)
    total = at(reading, "рядок 21, графа 6")
    assert (total.level, total.name, total.amount) == (Level.SPENDING_DIRECTION, "Освіта", Decimal(40_000))
    whole = at(reading, "рядок 22, графа 11")
    assert (whole.level, whole.amount, whole.spending_direction) == (Level.PROGRAMME, Decimal(76_000), None)
    assert {entry.spending_direction for entry in reading.measures if entry.line_code == "1"} == {
        "Електронне урядування",
        "Освіта",
    }


def test_sources_in_columns(read_city: Callable[[str], Reading]) -> None:
    """A column for each source under each year; «Усього» of the year adds them up. The unit is million UAH."""
    reading = read_city("source_columns")
    assert lowest(reading) == {
        ("Захід А", "Місцевий бюджет", 2025): Decimal(1_000_000),
        ("Захід А", "Інші джерела", 2025): Decimal(500_000),
        ("Захід А", "Місцевий бюджет", 2026): Decimal(2_000_000),
        ("Захід Б", "Місцевий бюджет", 2025): Decimal(250_000),
    }
    assert {entry.fund for entry in reading.allocations if not entry.is_total} == {Fund.UNSPECIFIED}


def test_resources_in_numbers(read_city: Callable[[str], Reading]) -> None:
    """Resources with amounts: the row of all sources and each of them, by year and in all, never lowest lines."""
    found = read_city("resources").allocations
    assert [(entry.funding_source, entry.fiscal_year, entry.amount) for entry in found] == [
        (None, 2021, Decimal(100_000)),
        (None, 2022, Decimal(200_000)),
        (None, None, Decimal(300_000)),
        ("міський бюджет", 2021, Decimal(80_000)),
        ("міський бюджет", 2022, Decimal(150_000)),
        ("міський бюджет", None, Decimal(230_000)),
        ("інші джерела", 2021, Decimal(20_000)),
        ("інші джерела", 2022, Decimal(50_000)),
        ("інші джерела", None, Decimal(70_000)),
    ]
    assert {(entry.section, entry.is_total, entry.fund) for entry in found} == {
        (Section.RESOURCES, True, Fund.UNSPECIFIED)
    }


def test_totals_that_say_only_that_they_are(read_table: ReadTable) -> None:
    """One «Разом» below each direction, and one more at the end, add up the directions and the programme."""
    table = (
        "№ | Захід | 2021 рік (грн)\n | Напрям 1. Мережі | \n1 | Кабель | 5\n | Разом | 5\n"
        " | Напрям 2. Сайти | \n2 | Портал | 7\n | Разом | {}\n"
    )
    reading = read_table(table.format(7) + " | Разом | 12")
    totals = [(entry.level, entry.amount) for entry in reading.allocations if entry.is_total]
    assert totals == [
        (Level.SPENDING_DIRECTION, Decimal(5)),
        (Level.SPENDING_DIRECTION, Decimal(7)),
        (Level.PROGRAMME, Decimal(12)),
    ]
    unclear = read_table(table.replace(" | Разом | 5\n", "").format(7) + " | Разом | 12")
    assert [entry.text for entry in unclear.unread] == ["Разом 7", "Разом 12"]


def test_amount_without_any_unit(read_table: ReadTable) -> None:
    """A table of words needs no unit; the first number in it does, and the column that lacks it is named."""
    table = "№ | Захід | 2021 рік | 2022 рік\n1 | Сервер | В межах фінансування | {}\n"
    assert len(read_table(table.format("За потреби")).allocations) == 2
    reading = read_table(f"{table.format(5)}\nІнше\n\nЗахід | 2021 рік (грн)\nСервер | 5")
    (entry,) = reading.unread
    assert (entry.locator, entry.text[:8]) == ("рядок 5, графа 4", "2022 рік")


def test_footnote_at_an_amount(read_table: ReadTable) -> None:
    """A star beside a number is the mark of a footnote, not a part of it."""
    reading = read_table("Захід | 2021 рік (грн)\nСервер | 5,5*\nМережа | 7,25 **")
    assert [(entry.amount, entry.printed) for entry in reading.allocations] == [
        (Decimal("5.50"), "5,5*"),
        (Decimal("7.25"), "7,25 **"),
    ]


def test_years_below_the_values_of_indicators(tmp_path: Path) -> None:
    """«базове | 2024 | 2025» under one heading: the baseline is no target, and each target has its year."""
    path = tmp_path / "indicators.txt"
    head = "Очікувані результати\nНазва показника\tОдиниця виміру\tЗначення показника\t\t\n"
    path.write_text(head + "\t\tбазове\t2024\t2025\nЧастка послуг\tвідсоток\t10\t20\t30", encoding="utf-8")
    (reading,) = read_file(path)
    assert [(entry.kind.value, entry.fiscal_year, entry.value) for entry in reading.indicators] == [
        ("baseline", None, Decimal(10)),
        ("target", 2024, Decimal(20)),
        ("target", 2025, Decimal(30)),
    ]


@pytest.mark.parametrize("word", ["факт", "звітне"])
def test_unknown_word_beside_the_years_of_indicators(tmp_path: Path, word: str) -> None:
    """Years and a word that is not known, below the values: no figure is read, the word is named."""
    path = tmp_path / "indicators.txt"
    head = "Очікувані результати\nНазва показника\tОдиниця виміру\tЗначення показника\t\t\n"
    path.write_text(head + f"\t\t{word}\t2024\t2025\nЧастка послуг\tвідсоток\t10\t20\t30", encoding="utf-8")
    with pytest.raises(LoaderError, match=word):
        read_file(path)


def test_unit_at_the_right_edge_above_a_table(tmp_path: Path) -> None:
    """A row of nothing but tabs and «тис. грн» is the unit of the table below it."""
    path = tmp_path / "unit.txt"
    path.write_text("Заходи Програми\n\t\tтис. грн\n№\tЗахід\t2024\n1\tСервер\t100\n", encoding="utf-8")
    (reading,) = read_file(path)
    assert lowest(reading) == {("Сервер", None, 2024): Decimal(100_000)}
