"""Programmes and passports side by side."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import editions
from analytics.comparison import constant_prices, residents
from analytics.comparison.constant_prices import ConstantPrices
from analytics.comparison.plans import Basis, lines
from analytics.comparison.shares import largest_groups, shares
from analytics.comparison.totals import totals
from analytics.comparison.years import by_year
from analytics.frames import records, total
from analytics.spending import Grouping
from data import classification
from data.contracts import Basis as Printed
from data.contracts import (
    DocumentKind,
    DocumentStatus,
    Fund,
    HromadaPopulation,
    Level,
    LineClass,
    Population,
    PopulationKind,
    PriceIndexYear,
    Section,
)
from tests.analytics.handmade import HandMade

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
E_CITY, OBLAST = "zhytomyr-e-city-2021-2026", "zhytomyr-oblast-digital-2022-2024"
PASSPORT = "zhytomyr-passport-0217530-2022"


def made_cities(folder: Path) -> HandMade:
    """Four programmes and a passport, UAH.

    | plan          | hromada | what it prints                                                                        |
    | lines         | Перша   | 2020: 100.10 + 200.20 + 50.00, changed by +9.75; 2021: -20.05, and a line without one |
    |               |         | totals of 350.00, +9.75 and -20.05; a draft of 1 000.00 more                          |
    | sum           | Друга   | 2021-2022: 1 000.00 in all, no lines; people: 100 in 2021, 150 projected for 2022     |
    | words         | Третя   | one line, «У межах»                                                                   |
    | only-a-draft  | Третя   | a draft of 7.00                                                                       |
    | passport      | Друга   | 2021: 30.00 + 20.00; serves the programme `sum`                                       |
    """
    made = HandMade(folder)
    made.programme("lines", "Перша")
    made.approved("act", "2020-01-10", programme="lines")
    made.total("act", "350.00")
    made.total("act", "-20.05", year=2021)
    made.line("act", 2, "100.10")
    made.line("act", 2, "200.20", fund=Fund.SPECIAL)
    made.line("act", 3, "50.00")
    made.line("act", 3, "-20.05", year=2021)
    made.line("act", 4, None, year=2021)
    made.act("change", "2020-05-10", programme="lines")
    made.total("change", "9.75")
    made.line("change", 5, "9.75")
    made.act("draft", None, status=DocumentStatus.DRAFT, programme="lines", endorsed_on="2020-09-10")
    made.line("draft", 2, "1000.00")
    made.programme("sum", "Друга", 2021)
    made.approved("sum-act", "2021-01-10", programme="sum")
    whole = {"level": Level.PROGRAMME, "section": Section.PROGRAMME_PASSPORT, "is_total": True, "spending_unit": None}
    made.line("sum-act", 1, "1000.00", year=None, fund=Fund.UNSPECIFIED, **whole)
    for year, persons, kind in ((2021, 100, "observed"), (2022, 150, "published_projection")):
        made.add(
            Population(
                document_id="sum-act",
                locator=f"рядок 9, число {year}",
                printed=str(persons),
                row_no=9,
                territory="м. Друге",
                year=year,
                persons=persons,
                kind=PopulationKind(kind),
            )
        )
    made.programme("words", "Третя", 2021)
    made.approved("words-act", "2021-02-10", programme="words")
    made.line("words-act", 2, None, year=2021, fund=Fund.UNSPECIFIED, funding_note="У межах")
    made.programme("only-a-draft", "Третя", 2022)
    made.act(
        "lonely",
        None,
        basis=Printed.RESTATED,
        kind=DocumentKind.PROGRAMME,
        status=DocumentStatus.DRAFT,
        programme="only-a-draft",
        endorsed_on="2022-01-01",
    )
    made.line("lonely", 2, "7.00", year=2022)
    made.act("passport", "2021-02-01", basis=Printed.RESTATED, kind=DocumentKind.PASSPORT, programme="sum")
    made.line("passport", 2, "30.00", year=2021, section=Section.POINT_9)
    made.line("passport", 3, "20.00", year=2021, section=Section.POINT_9)
    for purchase_kind in classification.kinds():
        made.add(purchase_kind)
    for document, row, kind, direction in (
        ("act", 2, "pc", "governance"),
        ("act", 3, "licence", "services"),
        ("change", 5, "pc", "governance"),
        ("passport", 2, "licence", "services"),
        ("passport", 3, None, None),
        ("words-act", 2, "pc", "governance"),
    ):
        place = {"document_id": document, "locator": f"рядок {row}", "printed": "", "row_no": row}
        made.add(LineClass(**place, kind=kind, national_direction=direction))
    return made


def counted(year: int, persons: int, kind: PopulationKind) -> HromadaPopulation:
    """A made-up figure of the people of Перша."""
    return HromadaPopulation(
        hromada="Перша",
        year=year,
        persons=persons,
        kind=kind,
        source="made up",
        url="https://example.org",
        taken_on=date(2026, 1, 31),
    )


@pytest.fixture
def two_cities(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The made-up cities; nothing is known from outside the documents."""
    with made_cities(tmp_path / "build").connect() as connection:
        yield connection


@pytest.fixture
def with_people(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same with people of Перша: 10 in 2020, 15 projected for 2021."""
    made = made_cities(tmp_path / "build")
    made.add(counted(2021, 15, PopulationKind.PUBLISHED_PROJECTION))
    made.add(counted(2020, 10, PopulationKind.OBSERVED))
    with made.connect() as connection:
        yield connection


@pytest.fixture
def prices(tmp_path: Path) -> ConstantPrices:
    """Made-up prices of 2022: 2021 x 1.10, 2020 x 1.25 x 1.10 = 1.375."""
    made = HandMade(tmp_path / "index")
    for year, per_cent in ((2021, "125"), (2022, "110")):
        made.add(
            PriceIndexYear(
                name="an index",
                source="made up",
                url="https://example.org",
                taken_on=date(2026, 1, 31),
                year=year,
                per_cent=Decimal(per_cent),
                projected=year == 2022,
            )
        )
    with made.connect() as connection:
        found = constant_prices.of_index(connection)
    assert found is not None
    return found


def by_plan(frame: pd.DataFrame) -> dict[str, Any]:
    return {row.plan: row for row in records(frame)}


def test_totals_by_hand(two_cities: duckdb.DuckDBPyConnection) -> None:
    """350.30 + 9.75 - 20.05 = 340.00 by lines beside 339.70 printed; the draft counts nowhere; nothing is zero."""
    found = by_plan(totals(two_cities))
    assert list(found) == ["sum", "lines", "words", "only-a-draft", "passport"]
    told = {name: (row.amount, row.basis, row.as_printed, row.years, row.per_year) for name, row in found.items()}
    assert told == {
        "lines": (Decimal("340.00"), Basis.LINES, Decimal("339.70"), (2020, 2021), Decimal("170.00")),
        "sum": (Decimal("1000.00"), Basis.PRINTED, Decimal("1000.00"), (2021, 2022), Decimal("500.00")),
        "words": (None, None, None, (2021, 2022), None),
        "only-a-draft": (None, None, None, (2022, 2023), None),
        "passport": (Decimal("50.00"), Basis.LINES, None, (2021,), Decimal("50.00")),
    }


def test_lines_by_hand(two_cities: duckdb.DuckDBPyConnection) -> None:
    """Lines are counted with those of the change; where no table of measures was read their number is unknown."""
    found = by_plan(totals(two_cities))
    assert {name: (row.lines, row.without_amount, row.notes) for name, row in found.items()} == {
        "lines": (4, 1, ()),
        "sum": (None, None, ()),
        "words": (1, 1, ("У межах",)),
        "only-a-draft": (None, None, ()),
        "passport": (2, 0, ()),
    }


def test_per_resident_by_hand(with_people: duckdb.DuckDBPyConnection) -> None:
    """340.00 / (10 + 15) = 13.60; 1 000.00 / (100 + 150) = 4.00; the passport 50.00 / 100 = 0.50, of its own year."""
    found = by_plan(totals(with_people))
    assert {name: (row.resident_years, row.per_resident, row.population_kind) for name, row in found.items()} == {
        "lines": (25, Decimal("13.60"), "published_projection"),
        "sum": (250, Decimal("4.00"), "published_projection"),
        "words": (None, None, None),
        "only-a-draft": (None, None, None),
        "passport": (100, Decimal("0.50"), "observed"),
    }
    assert found["lines"].source == "made up"
    assert (found["sum"].source_document, found["sum"].source_locator) == ("sum-act", "рядок 9, число 2022")


def test_a_population_that_lacks_a_year_is_not_used(tmp_path: Path) -> None:
    """People of 2020 alone cannot divide an amount of 2020 and 2021."""
    made = made_cities(tmp_path / "build")
    made.add(counted(2020, 10, PopulationKind.OBSERVED))
    with made.connect() as connection:
        assert by_plan(totals(connection))["lines"].per_resident is None


def test_figures_from_outside_come_before_those_of_a_document(tmp_path: Path) -> None:
    """1 000.00 / (200 + 300) = 2.00 by the figures added for Друга, not 4.00 by the table of its programme; the
    passport 50.00 / 200 = 0.25. The source of the figures is told, and no cell."""
    made = made_cities(tmp_path / "build")
    for year, persons in ((2021, 200), (2022, 300)):
        made.add(counted(year, persons, PopulationKind.OBSERVED).model_copy(update={"hromada": "Друга"}))
    with made.connect() as connection:
        found = by_plan(totals(connection))
    assert {name: found[name].per_resident for name in ("sum", "passport")} == {
        "sum": Decimal("2.00"),
        "passport": Decimal("0.25"),
    }
    told = found["sum"]
    assert (told.population_kind, told.projected_years) == ("observed", ())
    assert (told.source, told.source_url, told.taken_on) == ("made up", "https://example.org", date(2026, 1, 31))
    assert (told.source_document, told.source_locator, told.age_from) == (None, None, None)


def test_everybody_first_then_the_newest_document(made: HandMade) -> None:
    """Of four tables of one hromada's people those of everybody come first, among them that of the newest act; then
    those of an age, the newest act first."""
    for act, adopted in (("old", "2020-01-10"), ("new", "2021-01-10")):
        made.approved(act, adopted)
        for row, age in ((8, 15), (9, None)):
            made.add(
                Population(
                    document_id=act,
                    locator=f"рядок {row}, число 1",
                    printed="10",
                    row_no=row,
                    territory="м. Перше",
                    age_from=age,
                    year=2020,
                    persons=10,
                    kind=PopulationKind.OBSERVED,
                )
            )
    with made.connect() as connection:
        found = residents.populations(connection)
    assert [(row.document_id, row.age_from) for row in records(found)] == [
        *(("new", None), ("old", None), ("new", 15), ("old", 15)),
    ]


def test_which_years_are_projected(two_cities: duckdb.DuckDBPyConnection, real: duckdb.DuckDBPyConnection) -> None:
    """Of Друга 2022 alone; of «е-місто» every year of its term."""
    assert by_plan(totals(two_cities))["sum"].projected_years == (2022,)
    assert by_plan(totals(real))[E_CITY].projected_years == (2021, 2022, 2023, 2024, 2025, 2026)
    assert [row.projected_years for row in records(by_year(real)) if row.plan == PASSPORT] == [(2022,)]


def test_the_index_says_what_it_is(prices: ConstantPrices, real: duckdb.DuckDBPyConnection) -> None:
    """Its name, source, address, day and projected years go along; while none is added there is none."""
    assert (prices.name, prices.source, prices.url) == ("an index", "made up", "https://example.org")
    assert (prices.taken_on, prices.projected) == (date(2026, 1, 31), (2022,))
    assert constant_prices.of_index(real) is None


def test_years_by_hand(with_people: duckdb.DuckDBPyConnection) -> None:
    """360.05 / 10 = 36.005, half up 36.01; -20.05 / 15 = -1.3367; a total of all years belongs to no single one."""
    years = by_year(with_people)
    assert [
        (row.fiscal_year, row.amount, row.persons, row.per_resident, row.population_kind)
        for row in records(years[years["plan"] == "lines"])
    ] == [
        (2020, Decimal("360.05"), 10, Decimal("36.01"), "observed"),
        (2021, Decimal("-20.05"), 15, Decimal("-1.34"), "published_projection"),
    ]
    assert [
        (row.fiscal_year, row.amount, row.persons, row.per_resident) for row in records(years[years["plan"] == "sum"])
    ] == [(2021, None, 100, None), (2022, None, 150, None)]


def test_real_terms_by_hand(two_cities: duckdb.DuckDBPyConnection, prices: ConstantPrices) -> None:
    """2020: 137.64 + 275.28 + 68.75 + 13.41; 2021: -22.06; together 473.02. The passport: 33.00 + 22.00 = 55.00.

    A sum that belongs to no year cannot be told in the prices of another.
    """
    assert prices.year == 2022
    assert prices.factors == {2022: Decimal(1), 2021: Decimal("1.1"), 2020: Decimal("1.375")}
    found = by_plan(totals(two_cities, prices))
    assert {name: row.amount for name, row in found.items() if row.amount is not None} == {
        "lines": Decimal("473.02"),
        "passport": Decimal("55.00"),
    }
    assert found["lines"].as_printed == Decimal("339.70")
    years = by_year(two_cities, prices)
    assert [row.amount for row in records(years[years["plan"] == "lines"])] == [Decimal("495.08"), Decimal("-22.06")]


def test_an_index_that_does_not_reach_a_year(two_cities: duckdb.DuckDBPyConnection, prices: ConstantPrices) -> None:
    """Without 2020 the plan of 2020 and 2021 is unknown in whole: a part of it would pass for all."""
    short = replace(prices, factors={year: prices.factors[year] for year in (2021, 2022)})
    found = by_plan(totals(two_cities, short))
    assert found["lines"].amount is None
    assert found["lines"].basis is Basis.LINES
    assert found["passport"].amount == Decimal("55.00")


def test_shares_by_hand(two_cities: duckdb.DuckDBPyConnection) -> None:
    """Of 340.00: governance 300.30 + 9.75 = 310.05, services 29.95; a line no rule knows is a group of its own."""
    groups = shares(lines(two_cities), Grouping.NATIONAL_DIRECTION)
    assert {(row.plan, row.group): (row.amount, row.lines, row.share_of_lines) for row in records(groups)} == {
        ("lines", "governance"): (Decimal("310.05"), 2, 0.5),
        ("lines", "services"): (Decimal("29.95"), 1, 0.25),
        ("lines", None): (None, 1, 0.25),
        ("passport", "services"): (Decimal("30.00"), 1, 0.5),
        ("passport", None): (Decimal("20.00"), 1, 0.5),
        ("words", "governance"): (None, 1, 1.0),
    }
    assert [row.share for row in records(groups[groups["plan"] == "passport"])] == [0.6, 0.4]
    assert [row.share for row in records(groups[groups["plan"] == "words"])] == [None]


def test_the_rest_keeps_the_sum(two_cities: duckdb.DuckDBPyConnection) -> None:
    """One row of two groups with a name may be drawn: it holds both, governance (0.5 and 1) and services (0.25 and
    0.5); the lines of no group stand beside it."""
    groups = shares(lines(two_cities), Grouping.NATIONAL_DIRECTION)
    drawn = largest_groups(groups, "share_of_lines", 1)
    assert {(row.plan, row.group, row.is_rest): row.share_of_lines for row in records(drawn)} == {
        ("lines", None, False): 0.25,
        ("passport", None, False): 0.5,
        ("lines", None, True): 0.75,
        ("words", None, True): 1.0,
        ("passport", None, True): 0.5,
    }


def test_what_is_in_no_group_is_none_of_the_rest() -> None:
    """Of 60, 25, 11 and 4 % two bars are drawn, a and the rest of 36 %; the 4 % that no rule knows stand alone."""
    groups = pd.DataFrame(
        {"plan": ["p"] * 4, "group": ["a", "b", "c", None], "share": [0.6, 0.25, 0.11, 0.04]}, dtype=object
    )
    drawn = largest_groups(groups, "share", 2)
    assert [(row.group, row.is_rest, round(row.share, 9)) for row in records(drawn)] == [
        ("a", False, 0.6),
        (None, False, 0.04),
        (None, True, 0.36),
    ]


def test_nothing_to_compare(made: HandMade) -> None:
    """A programme without documents stands there without figures, and no answer loses its columns."""
    with made.connect() as connection:
        (row,) = records(totals(connection))
        assert (row.document_id, row.amount, row.cell, row.lines) == (None, None, None, None)
        assert shares(lines(connection), Grouping.KIND).empty
        assert by_year(connection)["amount"].isna().all()


def test_real_totals(real: duckdb.DuckDBPyConnection) -> None:
    """UAH. «е-місто»: 27 395.4 thousand printed, over six years 4 565.9 a year. Kropyvnytskyi: 2 457.0 + 2 182.3 +
    1 559.4 = 6 198.7 by lines, 6 175.2 printed. The passport: 1 504.0 of 2022 alone. The oblast names no amount."""
    found = by_plan(totals(real))
    assert set(found) == {E_CITY, OBLAST, KROPYVNYTSKYI, PASSPORT}
    assert {name: (row.amount, row.as_printed, row.per_year, row.lines) for name, row in found.items()} == {
        E_CITY: (Decimal("27395400.00"), Decimal("27395400.00"), Decimal("4565900.00"), None),
        OBLAST: (None, None, None, 11),
        KROPYVNYTSKYI: (Decimal("6198700.00"), Decimal("6175200.00"), Decimal("2066233.33"), 82),
        PASSPORT: (Decimal("1504000.00"), Decimal("1504000.00"), Decimal("1504000.00"), 17),
    }
    assert found[OBLAST].notes == ("Не потребує фінансування", "В межах фінансування")
    assert found[KROPYVNYTSKYI].without_amount == 1
    assert found[PASSPORT].is_passport
    assert found[E_CITY].cell == ("zhytomyr-e-city", "рядок 104")


def test_real_totals_are_those_of_the_editions(real: duckdb.DuckDBPyConnection) -> None:
    """What a programme costs here is what its edition in force costs on the other pages, year by year."""
    printed = editions.totals(real, KROPYVNYTSKYI)
    printed = printed[printed["edition"] == "kropyvnytskyi-2285"]
    assert by_plan(totals(real))[KROPYVNYTSKYI].amount == total(printed["by_lines"])
    years = by_year(real)
    years = years[years["plan"] == KROPYVNYTSKYI]
    assert dict(zip(years["fiscal_year"], years["amount"], strict=True)) == dict(
        zip(printed["fiscal_year"], printed["by_lines"], strict=True)
    )


def test_real_amounts_per_resident(real: duckdb.DuckDBPyConnection) -> None:
    """27 395 400 / (247 405 + 245 664 + 243 922 + 242 181 + 240 439 + 238 698 = 1 458 309) = 18.79 a year;
    1 504 000 / 245 664 = 6.12. Both by a doubtful projection of those aged 15 and over; elsewhere nobody is counted."""
    found = by_plan(totals(real))
    assert {name: (row.resident_years, row.per_resident) for name, row in found.items()} == {
        E_CITY: (1458309, Decimal("18.79")),
        OBLAST: (None, None),
        KROPYVNYTSKYI: (None, None),
        PASSPORT: (245664, Decimal("6.12")),
    }
    for plan in (E_CITY, PASSPORT):
        assert (found[plan].age_from, found[plan].population_kind) == (15, "published_projection")
        assert found[plan].doubtful
    assert found[PASSPORT].source_locator == "рядок 339, число 6"


def test_real_shares_by_direction(real: duckdb.DuckDBPyConnection) -> None:
    """Kropyvnytskyi, infrastructure: 3.1 300.0, 5.1 three times 76.9, 13.2 115.0, 19.4 100.0 + 100.0, 21.7 140.0, 25.4
    11.1: 996.8 thousand; 12.1 has no direction: 20.0 + 30.0 + 30.0. The passport: lines 14, 16, 17: 150 + 100 + 195,
    five of 50 serve residents. Of the oblast's 11 lines one is of the infrastructure."""
    groups = shares(lines(real), Grouping.NATIONAL_DIRECTION)
    assert {(row.plan, row.group): row.amount and row.amount / 1000 for row in records(groups)} == {
        (KROPYVNYTSKYI, "governance"): Decimal("5121.9"),
        (KROPYVNYTSKYI, "infrastructure"): Decimal("996.8"),
        (KROPYVNYTSKYI, None): Decimal("80.0"),
        (PASSPORT, "governance"): Decimal("809.0"),
        (PASSPORT, "infrastructure"): Decimal("445.0"),
        (PASSPORT, "services"): Decimal("250.0"),
        (OBLAST, "governance"): None,
        (OBLAST, "infrastructure"): None,
    }
    oblast = groups[groups["plan"] == OBLAST]
    assert list(oblast["share_of_lines"]) == [10 / 11, 1 / 11]


@pytest.mark.parametrize("by", [Grouping.NATIONAL_DIRECTION, Grouping.CATEGORY, Grouping.KIND])
def test_shares_of_every_grouping_add_up(
    real: duckdb.DuckDBPyConnection, two_cities: duckdb.DuckDBPyConnection, prices: ConstantPrices, by: Grouping
) -> None:
    """However lines are grouped, and in whatever prices, they add up to the plan, and their shares to the whole."""
    for connection, at in ((real, None), (two_cities, None), (two_cities, prices)):
        plans = by_plan(totals(connection, at))
        groups = shares(lines(connection, at), by)
        for plan, own in groups.groupby("plan"):
            row = plans[str(plan)]
            assert total(own["amount"]) == row.amount
            assert sum(own["lines"]) == row.lines
            assert sum(own["share_of_lines"]) == pytest.approx(1)
            assert row.amount is None or sum(own["share"].dropna()) == pytest.approx(1)
