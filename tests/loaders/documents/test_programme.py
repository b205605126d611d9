"""Tables of measures of other cities, and tables with something wrong in them; all written for these tests."""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from data.contracts import Allocation, Basis, Fund, Level, Unread, UnreadReason
from loaders.errors import LoaderError, NothingToRead, TableError
from loaders.reading import Reading, read_file

ReadTable = Callable[[str], Reading]
At = Callable[[Reading, str], Allocation]
City = Callable[[str], Path]

HEADING = """
№ | Завдання | Захід | 2021 рік | | | 2022 рік | | | Усього за роками (грн)
  | | | Загальний фонд (грн) | Спеціальний фонд (грн) | Всього (грн) | Загальний фонд (грн) | Спеціальний фонд (грн) \
| Всього (грн) |
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
"""
UNITS = HEADING.replace("Завдання", "Головний розпорядник бюджетних коштів/ Найменування завдань")
"""The same table, whose names may be spending units too."""


def sums(reading: Reading) -> dict[tuple[int | None, str], Decimal]:
    """Lowest lines added up by year and fund; cells without an amount do not count."""
    found: defaultdict[tuple[int | None, str], Decimal] = defaultdict(Decimal)
    for entry in reading.allocations:
        if not entry.is_total and entry.amount is not None:
            found[entry.fiscal_year, entry.fund.value] += entry.amount
    return dict(found)


def reasons(reading: Reading) -> list[tuple[str, str]]:
    """Where something was left out, and its text."""
    return [(entry.locator, entry.text) for entry in reading.unread]


# Other cities.


def test_four_years_in_uah(city: City, at: At) -> None:
    """UAH, four years, special fund first, no quantities: the headings decide, and every cell is read."""
    (reading,) = read_file(city("four_years_uah"))
    assert reading.unread == ()
    assert reading.document.amount_unit == "UAH"
    assert sums(reading) == {
        (2022, "special"): Decimal("1504000.00"),
        (2022, "general"): Decimal("62345.67"),
        (2023, "special"): Decimal("300000.00"),
        (2023, "general"): Decimal("100000.00"),
        (2024, "general"): Decimal("1000.00"),
        (2025, "special"): Decimal("25000.50"),
        (2025, "unspecified"): Decimal("9000.00"),
        (None, "unspecified"): Decimal("40000.00"),
    }
    assert sum(sums(reading).values()) == at(reading, "рядок 16, графа 16").amount == Decimal("2041346.17")
    assert {entry.basis for entry in reading.allocations} == {Basis.RESTATED}
    assert at(reading, "рядок 18, графа 4").printed == "1\u00a0504\u00a0000,00"


def test_line_with_a_total_of_all_years_only(city: City, at: At) -> None:
    """A line that prints nothing but a total of all years counts once, in no year and in an unspecified fund."""
    (reading,) = read_file(city("four_years_uah"))
    (entry,) = (entry for entry in reading.allocations if entry.line_code == "2.2")
    assert (entry.fiscal_year, entry.fund, entry.is_total) == (None, Fund.UNSPECIFIED, False)
    assert entry == at(reading, "рядок 22, графа 16")
    assert at(reading, "рядок 21, графа 16").is_total


def test_repeated_headings_on_the_next_page(city: City) -> None:
    """A page that repeats headings and column numbers goes on with the same unit and task."""
    (reading,) = read_file(city("pages"))
    assert reading.unread == ()
    assert sums(reading) == {
        (2021, "general"): Decimal("35500.00"),
        (2021, "special"): Decimal("10000.00"),
        (2022, "general"): Decimal("20000.00"),
    }
    (after,) = {(entry.spending_unit, entry.task) for entry in reading.allocations if entry.line_code == "1.1.2"}
    assert after == ("Відділ освіти", "Цифрова школа")
    totals = {(entry.level, entry.name) for entry in reading.allocations if entry.is_total}
    assert totals == {
        (Level.PROGRAMME, "Програма"),
        (Level.SPENDING_UNIT, "Відділ освіти"),
        (Level.TASK, "Цифрова школа"),
    }


def test_years_only(city: City) -> None:
    """Without funds a year's amount counts in an unspecified fund; 2000 thousand is an amount and not a year."""
    (reading,) = read_file(city("years_only"))
    assert reading.unread == ()
    assert sums(reading) == {(2023, "unspecified"): Decimal(120_000), (2024, "unspecified"): Decimal(2_000_000)}
    whole = [entry for entry in reading.allocations if entry.level is Level.PROGRAMME]
    assert [entry.amount for entry in whole] == [Decimal(120_000), Decimal(2_000_000), Decimal(2_120_000)]
    assert all(entry.is_total for entry in whole)


def test_million(read_table: ReadTable) -> None:
    """An amount in million UAH is stored in UAH."""
    reading = read_table("Захід | Обсяг, млн грн | \n | 2021 рік | 2022 рік\nСервер | 1,25 | 0,000001")
    assert [str(entry.amount) for entry in reading.allocations] == ["1250000.00", "1.00"]


def test_deltas_are_told_by_their_sign(read_table: ReadTable) -> None:
    """One printed plus makes a table of changes; a table without signs is a plan."""
    plain = read_table(f"{HEADING}1 | Школа | 1.1. Сервер | 5 | - | 5")
    assert {entry.basis for entry in plain.allocations} == {Basis.RESTATED}
    signed = read_table(f"{HEADING}1 | Школа | 1.1. Сервер | 5 | - | +5")
    assert {entry.basis for entry in signed.allocations} == {Basis.DELTA}


def test_total_in_the_column_of_names(read_table: ReadTable) -> None:
    """In a table without a column of measures, a total stands among the names; it is never one of the lines."""
    reading = read_table(
        "№ | Завдання | 2021 рік (грн) | 2022 рік (грн)\n"
        "1 | Сервер | 5 | 7\n"
        "2 | Мережа | 1 | 2\n"
        "  | Всього за Програмою: | 6 | 9\n"
        "  | Місцевий бюджет | 6 | 9\n"
        "  | Всього | 6 | 9\n"
    )
    assert sums(reading) == {(2021, "unspecified"): Decimal(6), (2022, "unspecified"): Decimal(9)}
    totals = [(entry.level, entry.funding_source) for entry in reading.allocations if entry.is_total]
    assert totals == [(Level.PROGRAMME, None)] * 2 + [(Level.PROGRAMME, "Місцевий бюджет")] * 2
    assert reasons(reading) == [("рядок 10", "Всього 6 9")]


def test_budget_named_under_a_unit(read_table: ReadTable) -> None:
    """A row that names a budget below the total of a unit or task states the same money again: it is not counted."""
    for name in ("Відділ освіти", "Цифрова школа"):
        reading = read_table(
            f"{HEADING}1 | {name} | Всього: | 5 | | 5\n | | Міський бюджет: | 5 | | 5\n | | 1.1. Сервер | 5 | | 5"
        )
        assert sums(reading) == {(2021, "general"): Decimal(5)}
        assert [entry.level for entry in reading.allocations if entry.level is Level.PROGRAMME] == []
        assert reasons(reading) == []
        again = [entry for entry in reading.allocations if entry.funding_source]
        assert {(entry.funding_source, entry.is_total) for entry in again} == {("Міський бюджет", True)}


def test_numbers_that_start_anew_in_each_unit(read_table: ReadTable) -> None:
    """A line has parts only within its own unit or task: 1.1 of one is not the sum of 1.1.1 of another."""
    for heading in (UNITS, HEADING):
        reading = read_table(
            f"{heading}1 | Відділ освіти | Всього: | 5 | | 5\n | | 1.1. Сервер | 5 | | 5\n"
            "1 | Відділ культури | Всього: | 7 | | 7\n | | 1.1.1. Сайт | 7 | | 7"
        )
        assert sums(reading) == {(2021, "general"): Decimal(12)}


def test_task_in_a_row_of_its_own(read_table: ReadTable) -> None:
    """A task named without a measure heads the rows below it: they are its lines, and its amounts their sum."""
    reading = read_table(
        f"{HEADING}1 | Школа | 1.1. Сервер | 5 | | 5\n"
        "2 | Мережа | | 9 | | 9\n | | Кабель | 6 | | 6\n | | Антени | 3 | | 3\n"
        "3 | Бібліотека | | | | \n | | Сайт | 4 | | 4\n"
        "4 | Навчання | | 2 | | 2\n5 | Захист | 5.1. Антивірус | 1 | | 1"
    )
    assert reading.unread == ()
    assert sums(reading) == {(2021, "general"): Decimal(5 + 6 + 3 + 4 + 2 + 1)}
    lines = {entry.name: (entry.spending_unit, entry.task, entry.is_total) for entry in reading.allocations[::2]}
    assert lines == {
        "Сервер": (None, "Школа", False),
        "Мережа": (None, "Мережа", True),
        "Кабель": (None, "Мережа", False),
        "Антени": (None, "Мережа", False),
        "Сайт": (None, "Бібліотека", False),
        "Навчання": (None, "Навчання", False),
        "Антивірус": (None, "Захист", False),
    }


# Something is wrong.


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("12a", "not a number"),
        ("15 04", "not a number"),
        ("Після узгодження", "not a number"),
        ("1.574", "the table writes decimals with the other mark"),
        ("0,125", "smaller than a kopiyka"),
        ("0,005", "smaller than a kopiyka"),
        ("99 999 999 999 999 999,00", "too large"),
        ("9" * 40, "too large"),
    ],
)
def test_one_bad_cell(read_table: ReadTable, printed: str, reason: str) -> None:
    """A cell that cannot be read for certain is named, with its text and why; all the others are read."""
    reading = read_table(f"{HEADING}1 | Школа | 1.1. Сервер | {printed} | 2,5 | 4,5 | 7 | | 7 | 11,5")
    (entry,) = reading.unread
    assert (entry.locator, entry.text) == ("рядок 8, графа 4", printed)
    assert reason in entry.reason
    assert [(other.locator, str(other.amount)) for other in reading.allocations] == [
        ("рядок 8, графа 5", "2.50"),
        ("рядок 8, графа 6", "4.50"),
        ("рядок 8, графа 7", "7.00"),
        ("рядок 8, графа 9", "7.00"),
        ("рядок 8, графа 10", "11.50"),
    ]


def test_two_marks_in_one_table(read_table: ReadTable) -> None:
    """Where a table writes decimals with two marks, what may be thousands is left out."""
    reading = read_table(f"{HEADING}1 | Школа | 1.1. Сервер | 1,5 | 2.5 | 1,500")
    assert reasons(reading) == [("рядок 8, графа 6", "1,500")]
    assert "nothing else in the table tells" in reading.unread[0].reason


@pytest.mark.parametrize("printed", ["багато", "1,23456", "9" * 20])
def test_bad_quantity(read_table: ReadTable, printed: str) -> None:
    """A quantity that cannot be stored as printed is named; the amounts beside it are read."""
    reading = read_table(
        "Захід | 2021 рік | | \n | Кількість | Загальний фонд (грн) | Всього (грн)\n1 | 2 | 3 | 4\n"
        f"Сервер | {printed} | 5,5 | 5,5"
    )
    assert reasons(reading) == [("рядок 8, графа 2", printed)]
    assert [(entry.quantity, str(entry.amount)) for entry in reading.allocations] == [(None, "5.50")] * 2


def test_beyond_the_last_column(read_table: ReadTable) -> None:
    """A number right of the last column belongs to no heading: it is named, while a dash there says nothing."""
    reading = read_table(f"{HEADING}1 | Школа | 1.1. Сервер | 5 | | 5 | | | | 5 | 77 | - | слово")
    assert reasons(reading) == [("рядок 8, графа 11", "77"), ("рядок 8, графа 13", "слово")]


def test_column_without_a_heading(read_table: ReadTable) -> None:
    """A number under no heading, between columns that have one, is named too."""
    reading = read_table("Захід | 2021 рік | \n | Загальний фонд (грн) | | Всього (грн)\nСервер | 5 | 77 | 5")
    assert reasons(reading) == [("рядок 7, графа 3", "77")]
    assert [entry.locator for entry in reading.allocations] == ["рядок 7, графа 2", "рядок 7, графа 4"]


def test_row_that_is_nothing_known(read_table: ReadTable) -> None:
    """A row of amounts without a name is left out as a whole, with its text."""
    reading = read_table(f"{HEADING} | | | 7 | | 7\n1 | Школа | 1.1. Сервер | 5 | | 5")
    assert sums(reading) == {(2021, "general"): Decimal(5)}
    assert reasons(reading) == [("рядок 8", "7 7")]
    assert "names neither a measure, a task" in reading.unread[0].reason


def test_short_rows(read_table: ReadTable) -> None:
    """Cells that an editor cut off at the end of a line are empty."""
    reading = read_table(f"{HEADING}1 | Школа | 1.1. Сервер | 5\n | | 1.2. Мережа\n | | 1.3. Сайт | | 3")
    assert reading.unread == ()
    assert sums(reading) == {(2021, "general"): Decimal(5), (2021, "special"): Decimal(3)}


def test_unknown_heading_beside_a_table_that_is_read(read_table: ReadTable) -> None:
    """One table with a new heading is named and left out; the other table of the file is read."""
    reading = read_table(
        f"{HEADING}1 | Школа | 1.1. Сервер | 5 | | 5\n\nЗахід | 2021 рік | \n"
        " | Кредит (грн) | Всього (грн)\n1 | 2 | 3\nМережа | 7 | 7"
    )
    assert sums(reading) == {(2021, "general"): Decimal(5)}
    (entry,) = reading.unread
    assert (entry.locator, entry.reason) == ("рядок 11, графа 2", UnreadReason.HEADING_UNKNOWN)
    assert entry.text == "Кредит (грн) (рядок 10 – рядок 13; рядків даних: 1)"
    assert {row.table_no for row in reading.source_rows} == {1, 2}


def test_unknown_heading_alone(write: Callable[..., Path]) -> None:
    """A file whose only table has a new heading cannot be read; the error names file, cell and heading."""
    path = write("Захід\t2021 рік\t\n\tКредит (грн)\tВсього (грн)\n1\t2\t3\nМережа\t7\t7\n")
    with pytest.raises(TableError, match="the heading «Кредит") as error:
        read_file(path)
    assert str(error.value).startswith(f"{path}: рядок 2, графа 2: ")


def test_unknown_words_under_the_years(write: Callable[..., Path]) -> None:
    """Without column numbers, new words under the years stop the table: its amounts are not taken for the years'."""
    path = write("Захід\t2021 рік (грн)\t\n\tКредит\tГрант\nМережа\t7\t7\n")
    with pytest.raises(TableError, match="«Кредит» is not known"):
        read_file(path)


def test_table_of_another_kind_alone(write: Callable[..., Path]) -> None:
    """A file without any table of measures holds nothing to read, and the sentence says what was looked for."""
    path = write("Міський голова\tпідпис\n")
    with pytest.raises(NothingToRead, match="no table of a kind that can be read was found"):
        read_file(path)


def test_table_without_rows(write: Callable[..., Path]) -> None:
    """Headings with nothing below them are nothing to read; nor is a measure without any amount."""
    for rest in ("", "1\t2\t3\n", "1\t2\t3\nМережа\t\t\n"):
        with pytest.raises(NothingToRead):
            read_file(write(f"Захід\t2021 рік (грн)\t2022 рік (грн)\n{rest}"))


def test_table_in_which_nothing_is_certain(write: Callable[..., Path]) -> None:
    """Where a table was found but no cell of it could be read, the sentence names the first cell."""
    path = write("Захід\t2021 рік (грн)\t2022 рік (грн)\nМережа\tбагато\t7a\n")
    with pytest.raises(LoaderError, match="рядок 2, графа 2: «багато»: not a number") as error:
        read_file(path)
    assert str(error.value).startswith(f"{path}: ")
    assert "no table of measures" not in str(error.value)


def test_everything_unread_names_its_document(read_table: ReadTable) -> None:
    """What is left out says in which document."""
    reading = read_table(f"{HEADING}1 | Школа | 1.1. Сервер | 5 | x")
    assert reading.unread == (
        Unread(
            document_id=reading.document.document_id,
            locator="рядок 8, графа 5",
            text="x",
            reason=UnreadReason.NOT_A_NUMBER,
        ),
    )


# One document in many files.


@pytest.mark.parametrize("form", ["crlf", "bom", "cp1251", "cp1251 crlf"])
def test_file_forms(city: City, write: Callable[..., Path], form: str) -> None:
    """Encoding, mark of byte order and line ends change nothing in what is read."""
    text = city("four_years_uah").read_text(encoding="utf-8")
    expected = read_file(write(text))[0]
    raw = {
        "crlf": text.replace("\n", "\r\n").encode(),
        "bom": b"\xef\xbb\xbf" + text.encode(),
        "cp1251": text.encode("cp1251"),
        "cp1251 crlf": text.replace("\n", "\r\n").encode("cp1251"),
    }[form]
    (reading,) = read_file(write(raw))
    assert reading.allocations == expected.allocations
    assert reading.source_rows == expected.source_rows


def test_blank_rows_of_tabs(city: City, write: Callable[..., Path]) -> None:
    """Rows of nothing but tabs between the lines, as word processors leave them, change no amount."""
    lines = city("four_years_uah").read_text(encoding="utf-8").split("\n")
    spaced = [
        line for pair in zip(lines, ["\t\t" if "\t" in line else "" for line in lines], strict=True) for line in pair
    ]
    (expected,) = read_file(write("\n".join(lines)))
    (reading,) = read_file(write("\n".join(spaced)))
    assert reading.unread == ()
    assert [entry.amount for entry in reading.allocations] == [entry.amount for entry in expected.allocations]
    assert sums(reading) == sums(expected)


PLAN = """
№ з/п | Завдання   | Захід          | 2024 рік                |                        |
      |            |                | Загальний фонд (тис.грн.) | Спеціальний фонд (тис.грн.) | Всього (тис.грн.)
1     | Зв'язок    | 1.1. Інтернет  | 10,5                    |                        | 10,5
      |            | 1.2. Телефонія | 20,5                    | 5,5                    | 26,0
      |            | 1.3. Повернення | -1,5                   |                        | -1,5
"""


def test_a_negative_amount_does_not_make_a_plan_an_amendment(read_table: ReadTable) -> None:
    """A plan may print one negative line; only a plus, or signs on most amounts, tell a table of changes."""
    reading = read_table(PLAN)
    assert {entry.basis for entry in reading.allocations} == {Basis.RESTATED}
    changed = read_table(PLAN.replace("20,5 ", "+20,5"))
    assert {entry.basis for entry in changed.allocations} == {Basis.DELTA}


def test_words_in_brackets_are_part_of_a_heading(write: Callable[..., Path]) -> None:
    """«Загальний фонд (факт)» is cash, not plan: a heading with words in brackets is not taken for the one without."""
    table = PLAN.replace("Загальний фонд (тис.грн.)", "Загальний фонд (факт) (тис.грн.)")
    rows = "\n".join("\t".join(cell.strip() for cell in line.split("|")) for line in table.strip("\n").split("\n"))
    with pytest.raises(LoaderError, match=r"рядок 2, графа 4: the heading «Загальний фонд \(факт\)"):
        read_file(write(rows))


def test_a_signature_line_is_not_a_table(read_text: Callable[[str], Reading]) -> None:
    """One line of words with a tab, as under every decision, is passed over; a line with a number is not."""
    rows = "\n".join("\t".join(cell.strip() for cell in line.split("|")) for line in PLAN.strip("\n").split("\n"))
    assert read_text(rows + "\n\nМіський голова\tпідпис\n").unread == ()
    assert [entry.text for entry in read_text(rows + "\n\nРазом\t12,5\n").unread] == [
        "Разом | 12,5 (рядок 7; рядків даних: 1)"
    ]


def test_basis_is_of_the_whole_document(read_table: ReadTable) -> None:
    """A table of an amendment that happens to print no sign holds changes too: its document decides, not the table."""
    other = "\n\nДодаток 2\n\n" + PLAN.replace("-1,5", "1,5").strip("\n")
    for tables in (PLAN.replace("20,5 ", "+20,5") + other, other + "\n\nДодаток 3\n" + PLAN.replace("20,5 ", "+20,5")):
        reading = read_table(tables)
        assert {row.table_no for row in reading.source_rows} == {1, 2}
        assert {entry.basis for entry in reading.allocations} == {Basis.DELTA}
    assert {entry.basis for entry in read_table(PLAN + other).allocations} == {Basis.RESTATED}


def test_a_negative_zero_is_no_plus(read_table: ReadTable) -> None:
    """«-0,0» in a plan is a sign, but no plus."""
    reading = read_table(PLAN.replace("-1,5 ", "-0,0 "))
    assert {entry.basis for entry in reading.allocations} == {Basis.RESTATED}


def test_a_table_that_text_cut(read_text: Callable[[str], Reading]) -> None:
    """Rows cut off from their headings by a text are left out in one entry that says which and how many they are."""
    rows = ["\t".join(cell.strip() for cell in line.split("|")) for line in PLAN.strip("\n").split("\n")]
    reading = read_text("\n".join([*rows[:3], "Продовження додатка", *rows[3:], "\t\t1.4. Сайт\t1,5\t\t1,5"]))
    (entry,) = reading.unread
    assert (entry.locator, entry.reason) == ("рядок 5", UnreadReason.TABLE_UNKNOWN)
    assert entry.text == "1.2. Телефонія | 20,5 | 5,5 | 26,0 (рядок 5 – рядок 7; рядків даних: 3)"
    assert [str(allocation.amount) for allocation in reading.allocations] == ["10500.00", "10500.00"]


@pytest.mark.parametrize(
    ("old", "new", "reason", "text"),
    [
        ("Загальний", "Кредитний", UnreadReason.HEADING_UNKNOWN, "Кредитний фонд (тис.грн.)"),
        ("Спеціальний", "Загальний", UnreadReason.HEADING_TWICE, "Загальний фонд (тис.грн.)"),
        (
            f"2024 рік{' ' * 16}|{' ' * 24}|",
            "Джерела фінансування | | 2024 рік",
            UnreadReason.HEADING_WITHOUT_YEAR,
            "Загальний фонд (тис.грн.)",
        ),
        ("Загальний фонд (тис.грн.)", "Загальний фонд", UnreadReason.HEADING_WITHOUT_UNIT, "Загальний фонд"),
        ("1     | Зв", "1 | 2 | 3 | 4 | 5 | 6 | 7\n1     | Зв", UnreadReason.HEADING_LOST, None),
    ],
)
def test_reasons_of_a_table_that_is_left_out(
    read_table: ReadTable, old: str, new: str, reason: UnreadReason, text: str | None
) -> None:
    """A table stops for one of a few fixed reasons; the heading and the lines left out stand in the text."""
    assert old in PLAN
    reading = read_table(f"{PLAN}\n\nДодаток 2\n\n{PLAN.replace(old, new)}")
    (entry,) = reading.unread
    assert entry.reason is reason
    assert entry.text.endswith("; рядків даних: 3)")
    assert text is None or entry.text.startswith(f"{text} (рядок ")
