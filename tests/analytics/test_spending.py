"""Where the money of an edition goes."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics import spending
from analytics.frames import records, total
from analytics.spending import Grouping
from data.contracts import Fund
from tests.analytics.handmade import PROGRAMME, HandMade

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"
EXECUTIVE_COMMITTEE = "Виконавчий комітет Міської ради міста Кропивницького"

EDUCATION, SPORT, CULTURE = "Управління освіти", "Управління спорту", "Відділ культури"


@pytest.fixture
def city(made: HandMade) -> Iterator[duckdb.DuckDBPyConnection]:
    """Five lines, UAH. Known: 100.10 + 200.20 + 50.00 - 20.05 + 30.00 = 360.25; two amounts are not printed.

    | row | unit      | task   | 2020 general | 2020 special | 2021 general | 2021 unspecified |
    | 2   | education | Мережа | 100.10       | 200.20       |              |                  |
    | 3   | education | Мережа | 50.00        |              | -20.05       |                  |
    | 4   | sport     |        |              | 30.00        |              |                  |
    | 5   | sport     |        | unknown      |              |              |                  |
    | 6   | culture   | Сайт   |              |              |              | unknown          |
    """
    made.approved("act", "2020-01-10")
    made.total("act", "999999.00")
    network: dict[str, Any] = {"spending_unit": EDUCATION, "task": "Мережа"}
    made.line("act", 2, "100.10", **network)
    made.line("act", 2, "200.20", fund=Fund.SPECIAL, **network)
    made.line("act", 3, "50.00", **network)
    made.line("act", 3, "-20.05", year=2021, **network)
    made.line("act", 4, "30.00", fund=Fund.SPECIAL, spending_unit=SPORT, name="Монітор")
    made.line("act", 5, None, spending_unit=SPORT, name="Портал")
    made.line("act", 6, None, year=2021, fund=Fund.UNSPECIFIED, spending_unit=CULTURE, task="Сайт")
    with made.connect() as connection:
        yield connection


GROUPS = {
    Grouping.SPENDING_UNIT: [(EDUCATION, "330.25", 2, 0), (SPORT, "30.00", 2, 1), (CULTURE, None, 1, 1)],
    Grouping.TASK: [("Мережа", "330.25", 2, 0), (None, "30.00", 2, 1), ("Сайт", None, 1, 1)],
    Grouping.FUND: [("special", "230.20", 2, 0), ("general", "130.05", 3, 1), ("unspecified", None, 1, 1)],
}


@pytest.mark.parametrize("by", list(GROUPS))
def test_groups_by_hand(city: duckdb.DuckDBPyConnection, by: Grouping) -> None:
    """Groups stand largest first; negative amounts are subtracted; unknown amounts add nothing and are counted."""
    groups = records(spending.grouped(spending.lines(city, PROGRAMME, "act"), by))
    expected = [(name, None if sum_ is None else Decimal(sum_), *counts) for name, sum_, *counts in GROUPS[by]]
    assert [(row.group, row.amount, row.lines, row.without_amount) for row in groups] == expected


def test_shares_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """A share is a part of the known sum, 360.25; an unknown amount has no share."""
    groups = records(spending.grouped(spending.lines(city, PROGRAMME, "act"), Grouping.SPENDING_UNIT))
    assert [row.share for row in groups] == [pytest.approx(330.25 / 360.25), pytest.approx(30 / 360.25), None]


@pytest.mark.parametrize(
    ("years", "funds", "expected"),
    [
        ((), (), "360.25"),
        ((2020,), (), "380.30"),
        ((2021,), (), "-20.05"),
        ((2020, 2021), ("general", "special", "unspecified"), "360.25"),
        ((), ("special",), "230.20"),
        ((2020,), ("general",), "150.10"),
        ((2021,), ("unspecified",), None),
        ((2022,), (), None),
    ],
)
def test_filters_by_hand(
    city: duckdb.DuckDBPyConnection, years: tuple[int, ...], funds: tuple[str, ...], expected: str | None
) -> None:
    """Years and funds narrow the lines, together; none named means all."""
    lines = spending.lines(city, PROGRAMME, "act", years, funds)
    assert total(lines["amount"]) == (None if expected is None else Decimal(expected))
    assert set(lines["fiscal_year"]) <= set(years or lines["fiscal_year"])
    assert set(lines["fund"]) <= set(funds or lines["fund"])


def test_printed_totals_are_no_lines(city: duckdb.DuckDBPyConnection) -> None:
    """The printed total of the programme is not among the lines."""
    assert Decimal("999999.00") not in list(spending.lines(city, PROGRAMME, "act")["amount"])


def test_years_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Sums of a year and group, with their lines and those that print no amount; what is unknown is not zero."""
    years = spending.by_year(spending.lines(city, PROGRAMME, "act"), Grouping.FUND)
    assert [tuple(row) for row in records(years)] == [
        (2020, "general", Decimal("150.10"), 3, 1),
        (2020, "special", Decimal("230.20"), 2, 0),
        (2021, "general", Decimal("-20.05"), 1, 0),
        (2021, "unspecified", None, 1, 1),
    ]


def test_tree_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """A unit's parts are its tasks, and its measures where the document names no task."""
    parts = {(row.group, row.part): row.amount for row in records(spending.tree(_lines(city), Grouping.SPENDING_UNIT))}
    assert parts == {(EDUCATION, "Мережа"): Decimal("330.25"), (SPORT, "Монітор"): Decimal("30.00")}


def test_the_dearest_lines_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Over both years: 300.30, 30.00 and 50.00 - 20.05; the first alone makes 83 % of 360.25."""
    lines = spending.pareto(_lines(city))
    assert [row.amount for row in records(lines)] == [Decimal("300.30"), Decimal("30.00"), Decimal("29.95")]
    assert list(lines["cumulative"]) == [pytest.approx(300.3 / 360.25), pytest.approx(330.3 / 360.25), 1.0]
    assert lines["locator"].iloc[0].startswith("рядок 2,")
    found = spending.concentration(lines)
    assert found is not None
    assert (found.lines, found.most, found.largest) == (3, 1, pytest.approx(300.3 / 360.25))


def test_changes_are_no_parts_of_a_whole(made: HandMade) -> None:
    """A line of 10.00 with a change of -4.00 is one line of 6.00, under its new name; a change of -1.00 to a line that
    nobody has is below zero, and no part of a whole: it is left out, and stays in the sums."""
    made.approved("act", "2020-01-10")
    made.act("change", "2020-05-10")
    made.line("act", 2, "10.00", name="Принтер")
    made.line("change", 2, "-4.00", name="Принтер кольоровий")
    made.line("change", 3, "-1.00", name="Монітор")
    with made.connect() as connection:
        lines = spending.lines(connection, PROGRAMME, "change")
    assert [row.amount for row in records(spending.pareto(lines))] == [6]
    assert [tuple(row) for row in records(spending.tree(lines, Grouping.SPENDING_UNIT))] == [
        (EDUCATION, "Принтер кольоровий", 6)
    ]
    assert set(lines[spending.below_zero(lines)]["name"]) == {"Монітор"}
    (group,) = records(spending.grouped(lines, Grouping.SPENDING_UNIT))
    assert (group.amount, group.lines) == (5, 2)


def test_only_changes_that_take_away(made: HandMade) -> None:
    """Where nothing above zero is known, nothing is said of the largest lines."""
    made.approved("act", "2020-01-10")
    made.line("act", 3, "-1.00")
    with made.connect() as connection:
        assert spending.pareto(_lines(connection)).empty
        assert spending.tree(_lines(connection), Grouping.SPENDING_UNIT).empty


def test_what_the_document_leaves_unnamed(made: HandMade) -> None:
    """A line without a year or a unit is in every answer: its year and unit are unknown, its amount is not lost."""
    made.approved("act", "2020-01-10")
    made.line("act", 2, "10.00", year=2021, name="Сайт")
    made.line("act", 3, "5.00", year=None, spending_unit=None, name="Портал", fund=Fund.UNSPECIFIED)
    with made.connect() as connection:
        lines = _lines(connection)
    assert [tuple(row) for row in records(spending.by_year(lines, Grouping.SPENDING_UNIT))] == [
        (2021, EDUCATION, Decimal("10.00"), 1, 0),
        (None, None, Decimal("5.00"), 1, 0),
    ]
    assert {tuple(row) for row in records(spending.tree(lines, Grouping.SPENDING_UNIT))} == {
        (EDUCATION, "Сайт", Decimal("10.00")),
        (None, "Портал", Decimal("5.00")),
    }


def test_line_without_an_amount_in_one_of_its_years(made: HandMade) -> None:
    """A line that prints an amount for one year and none for another is not a line without an amount."""
    made.approved("act", "2020-01-10")
    made.line("act", 2, "5.00", year=2020)
    made.line("act", 2, None, year=2021, fund=Fund.UNSPECIFIED)
    with made.connect() as connection:
        (group,) = records(spending.grouped(_lines(connection), Grouping.SPENDING_UNIT))
    assert (group.amount, group.lines, group.without_amount) == (Decimal("5.00"), 1, 0)


@pytest.mark.parametrize("amounts", [("10.00", "-10.00"), ("10.00", "-25.00"), (None, None), ("0.00", None)])
def test_no_shares_of_what_is_not_a_whole(made: HandMade, amounts: tuple[str | None, str | None]) -> None:
    """Where the sum is zero, negative or unknown, there are no shares."""
    made.approved("act", "2020-01-10")
    for row, amount in enumerate(amounts, start=2):
        made.line("act", row, amount, task=f"Завдання {row}")
    with made.connect() as connection:
        groups = spending.grouped(_lines(connection), Grouping.TASK)
    assert list(groups["share"]) == [None, None]


def test_zero_is_known(made: HandMade) -> None:
    """A printed zero is an amount: it stands above the unknown, and is not counted as missing."""
    made.approved("act", "2020-01-10")
    made.line("act", 2, None, task="Невідоме")
    made.line("act", 3, "0.00", task="Нуль")
    made.line("act", 4, "-1.00", task="Менше")
    with made.connect() as connection:
        groups = records(spending.grouped(_lines(connection), Grouping.TASK))
    assert [(row.group, row.amount, row.without_amount) for row in groups] == [
        ("Нуль", Decimal("0.00"), 0),
        ("Менше", Decimal("-1.00"), 0),
        ("Невідоме", None, 1),
    ]


def test_empty_answers_keep_their_columns(made: HandMade) -> None:
    """Where there are no lines, every answer is empty and has the columns it always has."""
    with made.connect() as connection:
        lines = _lines(connection)
    assert lines.empty
    assert list(spending.grouped(lines, Grouping.TASK).columns) == [
        *("group", "amount", "share", "lines", "without_amount"),
    ]
    assert list(spending.by_year(lines, Grouping.FUND).columns) == [
        *("fiscal_year", "group", "amount", "lines", "without_amount"),
    ]
    assert list(spending.tree(lines, Grouping.KIND).columns) == ["group", "part", "amount"]
    assert spending.concentration(spending.pareto(lines)) is None


_LINES = st.lists(
    st.fixed_dictionaries(
        {
            "document_id": st.sampled_from(["a", "b"]),
            "line_id": st.sampled_from(["a/1", "a/2", "b/1"]),
            "row_no": st.integers(1, 9),
            "spending_unit": st.sampled_from([None, EDUCATION, SPORT]),
            "task": st.sampled_from([None, "Мережа", "Сайт"]),
            "name": st.sampled_from(["Монітор", "Портал"]),
            "line_name": st.sampled_from(["Монітор", "Портал"]),
            "line_code": st.none(),
            "locator": st.sampled_from(["рядок 1", "рядок 2"]),
            "kind": st.sampled_from([None, "monitor"]),
            "category": st.sampled_from([None, "hardware"]),
            "national_direction": st.sampled_from([None, "governance"]),
            "national_task": st.sampled_from([None, "governance-01"]),
            "fiscal_year": st.sampled_from([None, 2019, 2020]),
            "fund": st.sampled_from(["general", "special", "unspecified"]),
            "amount": st.none() | st.decimals(-(10**12), 10**12, places=2),
        }
    ),
    min_size=1,
)


def _sum(frame: pd.DataFrame) -> Decimal:
    return total(frame["amount"]) or Decimal(0)


@given(_LINES)
def test_every_grouping_adds_up_to_its_lines(rows: list[dict[str, Any]]) -> None:
    """Whatever the lines, the sum of the groups is the exact sum of the lines; no line is lost between groups."""
    lines = pd.DataFrame(rows, dtype=object)
    whole = total(row["amount"] for row in rows)
    for by in Grouping:
        groups = spending.grouped(lines, by)
        assert total(groups["amount"]) == whole
        assert total(spending.by_year(lines, by)["amount"]) == whole
        assert groups["group"].is_unique
        shares = [share for share in groups["share"] if share is not None]
        assert not shares or sum(shares) == pytest.approx(1)
        below = lines[spending.below_zero(lines, by)]
        assert _sum(spending.tree(lines, by)) + _sum(below) == (whole or 0)
    dearest = spending.pareto(lines)
    assert dearest.empty or _sum(dearest) + _sum(lines[spending.below_zero(lines)]) == whole


THOUSANDS = {
    (APPROVED, 2019, "general"): "956.30",
    (APPROVED, 2019, "special"): "1500.70",
    (APPROVED, 2020, "general"): "1210.30",
    (APPROVED, 2020, "special"): "972.00",
    (APPROVED, 2021, "general"): "671.90",
    (APPROVED, 2021, "special"): "872.00",
    (APPROVED, 2021, "unspecified"): "15.50",
    # After the draft: the approved sums and +23.1, -418.06; +2043.0, -2.0.
    (DRAFT, 2019, "general"): "979.40",
    (DRAFT, 2019, "special"): "1082.64",
    (DRAFT, 2020, "general"): "3253.30",
    (DRAFT, 2020, "special"): "970.00",
    (DRAFT, 2021, "general"): "671.90",
    (DRAFT, 2021, "special"): "872.00",
    (DRAFT, 2021, "unspecified"): "15.50",
}


@pytest.mark.parametrize("edition", [APPROVED, DRAFT])
def test_real_sums_by_year_and_fund(real: duckdb.DuckDBPyConnection, edition: str) -> None:
    """The lowest lines of the real programme add up, by year and fund, to what was added up from the document."""
    years = spending.by_year(spending.lines(real, KROPYVNYTSKYI, edition), Grouping.FUND)
    found = {(edition, row.fiscal_year, row.group): row.amount / 1000 for row in records(years) if row.amount}
    assert found == {key: Decimal(sum_) for key, sum_ in THOUSANDS.items() if key[0] == edition}


@pytest.mark.parametrize(
    ("edition", "year", "thousands"),
    [
        *((APPROVED, 2019, "2457.00"), (APPROVED, 2020, "2182.30"), (APPROVED, 2021, "1559.40")),
        *((DRAFT, 2019, "2062.04"), (DRAFT, 2020, "4223.30"), (DRAFT, 2021, "1559.40")),
    ],
)
@pytest.mark.parametrize("by", list(Grouping))
def test_real_groupings_add_up(
    real: duckdb.DuckDBPyConnection, edition: str, year: int, thousands: str, by: Grouping
) -> None:
    """However the real lines of a year are grouped, they add up to the year."""
    groups = spending.grouped(spending.lines(real, KROPYVNYTSKYI, edition, [year]), by)
    assert total(groups["amount"]) == Decimal(thousands) * 1000


def test_real_units(real: duckdb.DuckDBPyConnection) -> None:
    """Rows 454 and 488 print 3357.0 and 207.0 for two units; row 453 prints sixteen units' lines as one programme."""
    groups = records(spending.grouped(spending.lines(real, KROPYVNYTSKYI, APPROVED), Grouping.SPENDING_UNIT))
    sums = {row.group: row.amount for row in groups}
    assert groups[0].group == EXECUTIVE_COMMITTEE
    assert sums[EXECUTIVE_COMMITTEE] == Decimal("3357000.00")
    assert sums["Відділ з питань праці"] == Decimal("207000.00")
    assert len(groups) == 16
    assert sum(row.lines for row in groups) == 82


def test_real_lines_without_an_amount(real: duckdb.DuckDBPyConnection) -> None:
    """Row 456 prints no amount for 2019, and row 498 prints dashes for every year: two lines, and none of them zero."""
    lines = spending.lines(real, KROPYVNYTSKYI, APPROVED)
    unknown = lines[lines["amount"].isna()]
    assert set(unknown["row_no"]) == {456, 498}
    assert set(unknown[unknown["row_no"] == 456]["fiscal_year"]) == {2019}
    groups = spending.grouped(lines, Grouping.SPENDING_UNIT)
    # Row 456 prints amounts for the other years; only row 498 prints none at all.
    assert sum(groups["without_amount"]) == 1


def _lines(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    return spending.lines(connection, PROGRAMME, "act")


def test_kinds_of_the_real_programme(real: duckdb.DuckDBPyConnection) -> None:
    """Added up by hand from the table: monitors 23,0 + 7,0; laptops 54,0 + 54,0 + 27,0; antivirus 145,0 + 78,0 + 14,2 +

    49,5 + 16,8 + 21,6 + 5,4; unforeseen costs of 80,0 are of no kind.
    """
    lines = spending.lines(real, KROPYVNYTSKYI, APPROVED)
    groups = {row.group: row.amount for row in records(spending.grouped(lines, Grouping.KIND))}
    assert groups["monitor"] == 30_000
    assert groups["laptop"] == 135_000
    assert groups["antivirus"] == 330_500
    assert groups[None] == 80_000


def test_national_directions_of_the_real_programme(real: duckdb.DuckDBPyConnection) -> None:
    """Infrastructure: internet 230,7 and protection 300,0 + 115,0 + 200,0 + 140,0 + 11,1."""
    lines = spending.lines(real, KROPYVNYTSKYI, APPROVED)
    groups = {row.group: row.amount for row in records(spending.grouped(lines, Grouping.NATIONAL_DIRECTION))}
    assert groups["infrastructure"] == 996_800
    assert list(spending.national_directions(real)) == ["governance", "services", "infrastructure", "economy-skills"]


def test_a_line_that_prints_a_quantity_alone(real: duckdb.DuckDBPyConnection) -> None:
    """Row 456 prints «1» piece for 2019 and no amount: no text is that of an amount, and the row is its place."""
    lines = spending.lines(real, KROPYVNYTSKYI, APPROVED)
    (line,) = records(lines[(lines["row_no"] == 456) & (lines["fiscal_year"] == 2019)])
    assert (line.amount, line.printed, line.locator, line.quantity) == (None, None, "рядок 456", 1)


def test_words_in_place_of_amounts_are_counted_and_never_zero(real: duckdb.DuckDBPyConnection) -> None:
    """The oblast's eleven measures name no amount: nine are «В межах фінансування», two need no funding."""
    lines = spending.lines(real, "zhytomyr-oblast-digital-2022-2024", "zhytomyr-oblast-digital")
    notes = {"В межах фінансування": 9, "Не потребує фінансування": 2}
    assert spending.not_stated(lines) == (11, notes)
    years = records(spending.by_year(lines, Grouping.FUND))
    assert [(row.fiscal_year, row.amount, row.without_amount) for row in years] == [
        (2022, None, 11),
        (2023, None, 11),
        (2024, None, 11),
    ]


def _two_acts(made: HandMade, before: dict[str, str], after: dict[str, str], unit: str = EDUCATION) -> None:
    """Two acts, each with tasks by number: a measure of 10.00 in the first, a change of 1.00 in the second."""
    made.approved("act", "2020-01-10")
    made.act("change", "2020-05-10")
    for act, tasks, amount in (("act", before, "10.00"), ("change", after, "1.00")):
        for row, (number, name) in enumerate(tasks.items(), start=2):
            of = EDUCATION if act == "act" else unit
            made.line(act, row, amount, task=name, parent_code=number, line_code=f"{number}.1", spending_unit=of)


@pytest.mark.parametrize(
    ("before", "after", "unit", "expected"),
    [
        ({"1": "Супровід"}, {"1": "Впровадження"}, EDUCATION, {"Впровадження": "11.00"}),
        ({"1": "Супровід"}, {"2": "Впровадження"}, EDUCATION, {"Супровід": "10.00", "Впровадження": "1.00"}),
        ({"1": "Супровід"}, {"1": "Впровадження"}, SPORT, {"Супровід": "10.00", "Впровадження": "1.00"}),
        # The second act gives the number of «Сайт» to a task that had another: numbers moved, and tell nothing.
        ({"1": "Сайт", "2": "Мережа"}, {"1": "Мережа"}, EDUCATION, {"Сайт": "10.00", "Мережа": "11.00"}),
    ],
)
def test_a_task_is_known_by_its_number(
    made: HandMade, before: dict[str, str], after: dict[str, str], unit: str, expected: dict[str, str]
) -> None:
    """A task that an amendment renames stands once, by its newest name; tasks of two units or numbers never mix."""
    _two_acts(made, before, after, unit)
    with made.connect() as connection:
        lines = spending.lines(connection, PROGRAMME, "change")
    groups = {row.group: row.amount for row in records(spending.grouped(lines, Grouping.TASK))}
    assert groups == {name: Decimal(amount) for name, amount in expected.items()}


def test_a_number_given_to_two_tasks_tells_nothing(made: HandMade) -> None:
    """Where the first act numbers two tasks alike, neither takes the name that the amendment prints."""
    _two_acts(made, {"1": "Супровід"}, {"1": "Впровадження"})
    made.line("act", 9, "5.00", task="Мережа", parent_code="1", line_code="1.2")
    with made.connect() as connection:
        lines = spending.lines(connection, PROGRAMME, "change")
    assert set(lines["task"]) == {"Супровід", "Мережа", "Впровадження"}


def test_the_renamed_task_of_the_real_draft(real: duckdb.DuckDBPyConnection) -> None:
    """Task 1 of the draft: «Впровадження/Супровід…», «Супровід…» in the decision; one group, and the rename is told."""
    lines = spending.lines(real, KROPYVNYTSKYI, DRAFT)
    old = "Супровід програмного забезпечення у виконавчих органах"
    new = "Впровадження/Супровід програмного забезпечення у виконавчих органах"
    assert spending.renamed(lines) == [(old, new)]
    assert old not in set(lines["task"])
    assert spending.renamed(spending.lines(real, KROPYVNYTSKYI, APPROVED)) == []


def test_the_passport_line_by_line(real: duckdb.DuckDBPyConnection) -> None:
    """Point 9 of the passport: 17 directions, 1 504 000 together, the dearest 200 000; no zero of the special fund
    counts as missing."""
    lines = spending.lines(real, "zhytomyr-e-city-2021-2026", "zhytomyr-passport-0217530-2022")
    groups = records(spending.grouped(lines, Grouping.TASK))
    assert (len(groups), groups[0].amount, sum(row.without_amount for row in groups)) == (17, Decimal("200000.00"), 0)
    for by in Grouping:
        assert total(spending.grouped(lines, by)["amount"]) == Decimal("1504000.00")


def test_groupings_that_are_named(city: duckdb.DuckDBPyConnection) -> None:
    """No rule knows these lines, so there is no kind to show by; education has one task, sport has two measures."""
    lines = _lines(city)
    assert spending.groupings(lines)[:2] == [Grouping.SPENDING_UNIT, Grouping.TASK]
    assert spending.first_grouping(lines, spending.groupings(lines)) is Grouping.SPENDING_UNIT
    education = lines[lines["spending_unit"] == EDUCATION]
    assert spending.first_grouping(education, [Grouping.SPENDING_UNIT, Grouping.KIND]) is Grouping.KIND
    assert spending.groupings(lines.iloc[:0]) == list(Grouping)


def test_parts_lead_to_their_lines(city: duckdb.DuckDBPyConnection) -> None:
    """Each tile of the treemap has lines behind it that add up to it."""
    lines = _lines(city)
    for by in Grouping:
        for tile in records(spending.tree(lines, by)):
            group = lines[by.value].isna() if tile.group is None else lines[by.value] == tile.group
            own = lines[group & (spending.parts(lines, by) == tile.part)]
            assert total(own["amount"]) == tile.amount
