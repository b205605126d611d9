"""What one piece costs."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import exporting, price_medians, prices
from analytics.frames import records, total
from data import classification
from data.contracts import (
    Basis,
    CellRole,
    DocumentKind,
    Finding,
    FindingCell,
    FindingClass,
    Fund,
    LineClass,
    Severity,
)
from tests.analytics.handmade import PROGRAMME, HandMade

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"


def bought(
    made: HandMade,
    row: int,
    kind: str | None,
    quantity: str | None,
    amounts: dict[Fund, str | None],
    *,
    document: str = "act",
    year: int = 2020,
    again: bool = False,
    several_kinds: bool = False,
    **more: Any,
) -> None:
    """A line of a kind with its quantity, printed beside the amount of each fund; `again` for another year of it."""
    name = more.setdefault("name", f"Захід {row}")
    cell = f"рядок {row}, кількість {year}"
    for fund, amount in amounts.items():
        more |= {"quantity": None if quantity is None else Decimal(quantity)}
        more |= {"quantity_locator": None if quantity is None else cell}
        made.line(document, row, amount, year=year, fund=fund, **more)
    if not again:
        line = {"document_id": document, "locator": f"рядок {row}", "printed": name, "row_no": row, "kind": kind}
        made.add(LineClass.model_validate(line | {"several_kinds": several_kinds}))


@pytest.fixture
def made(made: HandMade) -> HandMade:
    made.approved("act", "2020-01-10")
    for row in classification.kinds():
        made.add(row)
    return made


@pytest.fixture
def city(made: HandMade) -> Iterator[duckdb.DuckDBPyConnection]:
    """Printers and a tablet, UAH:

    | row | unit    | year | general | special | pieces | price   |
    | 2   | school  | 2020 | 100.00  | 200.00  | 3      | 100.00  |
    | 2   | school  | 2021 | 330.00  |         | 3      | 110.00  |
    | 3   | sport   | 2020 |         | 400.00  | 2      | 200.00  |
    | 4   | culture | 2020 | 100.00  |         | 3      | 33.33   |
    | 5   | sport   | 2020 | 0.01    |         | 2      | 0.01    | (0.005, half up)
    """
    bought(made, 2, "printer", "3", {Fund.GENERAL: "100.00", Fund.SPECIAL: "200.00"}, spending_unit="школа")
    bought(made, 2, "printer", "3", {Fund.GENERAL: "330.00"}, year=2021, again=True, spending_unit="школа")
    bought(made, 3, "printer", "2", {Fund.SPECIAL: "400.00"}, spending_unit="спорт")
    bought(made, 4, "printer", "3", {Fund.GENERAL: "100.00"}, spending_unit="культура")
    bought(made, 5, "tablet", "2", {Fund.GENERAL: "0.01"}, spending_unit="спорт")
    with made.connect() as connection:
        yield connection


def of(connection: duckdb.DuckDBPyConnection, edition: str = "act", **more: Any) -> pd.DataFrame:
    return prices.prices(connection, PROGRAMME, edition, **more)


def test_prices_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Funds are added, the quantity is not; the price is rounded half up to the kopiyka; its cell the larger fund's."""
    found = records(of(city))
    assert [(row.row_no, row.fiscal_year, row.amount, row.quantity, row.unit_price) for row in found] == [
        (2, 2020, Decimal("300.00"), Decimal(3), Decimal("100.00")),
        (2, 2021, Decimal("330.00"), Decimal(3), Decimal("110.00")),
        (3, 2020, Decimal("400.00"), Decimal(2), Decimal("200.00")),
        (4, 2020, Decimal("100.00"), Decimal(3), Decimal("33.33")),
        (5, 2020, Decimal("0.01"), Decimal(2), Decimal("0.01")),
    ]
    assert found[0].locator == "рядок 2, графа 2"
    assert not any(len(row.reasons) for row in found)


def test_filters(city: duckdb.DuckDBPyConnection) -> None:
    """Years and kinds narrow the lines, together; none named means all."""
    assert list(of(city, years=[2021])["unit_price"]) == [Decimal("110.00")]
    assert list(of(city, kinds=["tablet"])["row_no"]) == [5]
    assert of(city, years=[2021], kinds=["tablet"]).empty


def test_spread_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Printers: 11 pieces for 1130.00; in order 3 at 33.33, 3 at 100, 3 at 110, 2 at 200, so the sixth costs 100.

    At the median 1100.00, which is 30.00 less; 200 / 33.333... = 6.
    """
    printer, tablet = records(price_medians.spread(prices.known(of(city))))
    assert (printer.kind, printer.lines, printer.pieces, printer.amount) == ("printer", 4, 11, Decimal("1130.00"))
    assert (printer.cheapest, printer.median, printer.dearest) == (Decimal("33.33"), Decimal(100), Decimal(200))
    assert (printer.ratio, printer.cost_at_median, printer.saving) == (Decimal(6), Decimal(1100), Decimal(30))
    assert (printer.cheapest_line.spending_unit, printer.dearest_line.spending_unit) == ("культура", "спорт")
    assert (tablet.ratio, tablet.median, tablet.saving) == (None, Decimal("0.01"), Decimal(0))


def test_what_is_above_the_median_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Printers above 100: two at 200 and three at 110, so 200.00 and 30.00, most of it by sport; the three that cost
    33.33 save 200.00, so the net is 30.00. The only tablet is neither."""
    printer, tablet = records(price_medians.spread(prices.known(of(city))))
    assert (printer.above, printer.saving) == (Decimal("230.00"), Decimal("30.00"))
    assert (printer.above_most_by, printer.above_most) == ("спорт", Decimal("200.00"))
    assert (tablet.above, tablet.above_most_by) == (Decimal("0.00"), None)


def test_a_gap_is_of_one_year(made: HandMade) -> None:
    """From 10 in 2019 to 80 in 2021 is the move of years: the widest gap of one year is
    that of 2020, 20 to 50, 2.5 times, where two pay 50. A year with one price has no gap."""
    bought(made, 2, "ups", "1", {Fund.GENERAL: "10.00"}, year=2019)
    for row, amount in ((3, "20.00"), (4, "50.00"), (5, "50.00")):
        bought(made, row, "ups", "1", {Fund.GENERAL: amount})
    for row, amount in ((6, "40.00"), (7, "80.00")):
        bought(made, row, "ups", "1", {Fund.GENERAL: amount}, year=2021)
    bought(made, 8, "tablet", "1", {Fund.GENERAL: "10.00"}, year=2019)
    bought(made, 9, "tablet", "1", {Fund.GENERAL: "20.00"}, year=2020)
    with made.connect() as connection:
        found = {row.kind: row for row in records(price_medians.spread(prices.known(of(connection))))}
    ups, gap = found["ups"], found["ups"].gap
    assert (ups.cheapest, ups.dearest, ups.ratio, ups.ratio_year) == (Decimal(10), Decimal(80), Decimal("2.50"), 2020)
    assert (gap.low.row_no, gap.high.row_no, gap.as_low, gap.as_high) == (3, 4, 1, 2)
    assert (found["tablet"].ratio, found["tablet"].ratio_year, found["tablet"].gap) == (None, None, None)


def test_kinds_with_most_above_the_median_come_first(made: HandMade) -> None:
    """Licences lie 1.5 times apart and cost 100.00 above their median; power supplies 10 times, but only 9.00."""
    for row, kind, amount in ((2, "ups", "1.00"), (3, "ups", "1.00"), (4, "ups", "10.00")):
        bought(made, row, kind, "1", {Fund.GENERAL: amount})
    for row, kind, amount in ((5, "licence", "200.00"), (6, "licence", "200.00"), (7, "licence", "300.00")):
        bought(made, row, kind, "1", {Fund.GENERAL: amount})
    with made.connect() as connection:
        found = records(price_medians.spread(prices.known(of(connection))))
    assert [(row.kind, row.above) for row in found] == [("licence", Decimal(100)), ("ups", Decimal(9))]


def test_two_prices_share_the_middle(made: HandMade) -> None:
    """Two pieces at 10.00 and two at 20.01: the median is their mean, 15.005, shown as 15.01 and counted as it is."""
    bought(made, 2, "monitor", "2", {Fund.GENERAL: "20.00"})
    bought(made, 3, "monitor", "2", {Fund.GENERAL: "40.02"})
    with made.connect() as connection:
        (row,) = records(price_medians.spread(prices.known(of(connection))))
    assert (row.median, row.cost_at_median, row.saving) == (Decimal("15.01"), Decimal("60.02"), Decimal(0))


def test_rounding_saves_nothing(made: HandMade) -> None:
    """One line of three pieces for 100.00: at its own median the plan costs 100.00, not 99.99."""
    bought(made, 2, "monitor", "3", {Fund.GENERAL: "100.00"})
    with made.connect() as connection:
        (row,) = records(price_medians.spread(prices.known(of(connection))))
    assert (row.median, row.cost_at_median, row.saving) == (Decimal("33.33"), Decimal("100.00"), Decimal(0))


def test_years_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Printers in 2020: 3 at 33.33, 3 at 100, 2 at 200, so half cost 100 or less; in 2021 110, 10 % more."""
    found = records(price_medians.by_year(prices.known(of(city, kinds=["printer"]))))
    assert [(row.fiscal_year, row.lines, row.pieces, row.median, row.change) for row in found] == [
        (2020, 3, 8, Decimal(100), None),
        (2021, 1, 3, Decimal(110), pytest.approx(0.1)),
    ]


def test_multiples_of_the_median(city: duckdb.DuckDBPyConnection) -> None:
    """The median printer costs 100: 1, 1.1, 2 and a third of it; the only tablet is its own median."""
    found = price_medians.against_median(prices.known(of(city)))
    assert list(found["to_median"]) == [Decimal(text) for text in ("1.00", "1.10", "2.00", "0.33", "1.00")]


SEVERAL = {"name": "Персональні комп'ютери/ноутбук", "several_kinds": True}
WORDS = {"funding_note": "В межах фінансування"}


@pytest.mark.parametrize(
    ("kind", "quantity", "amounts", "more", "reasons"),
    [
        (None, "1", {Fund.GENERAL: "5.00"}, {}, ["kind_unknown"]),
        ("component", "1", {Fund.GENERAL: "5.00"}, {}, ["different_parts"]),
        ("internet", "1", {Fund.GENERAL: "5.00"}, {}, ["lump"]),
        ("internet", None, {Fund.GENERAL: None}, {}, ["lump", "no_amount", "no_quantity"]),
        ("internet", "1", {Fund.GENERAL: "5.00"}, SEVERAL, ["lump"]),
        ("pc", "2", {Fund.GENERAL: "5.00"}, SEVERAL, ["several_kinds"]),
        ("pc", None, {Fund.GENERAL: "5.00"}, SEVERAL, ["several_kinds", "no_quantity"]),
        ("pc", "1", {Fund.GENERAL: None}, {}, ["no_amount"]),
        ("pc", "1", {Fund.GENERAL: "5.00", Fund.SPECIAL: None}, WORDS, ["no_amount"]),
        ("pc", "1", {Fund.GENERAL: "5.00", Fund.SPECIAL: None}, {}, []),
        ("pc", None, {Fund.GENERAL: "5.00"}, {}, ["no_quantity"]),
        ("pc", "0", {Fund.GENERAL: "5.00"}, {}, ["zero_quantity"]),
        ("pc", "1", {Fund.GENERAL: "0.00"}, {}, ["zero_amount"]),
        ("antivirus", "1", {Fund.GENERAL: "5.00"}, {}, []),
    ],
)
def test_reasons(
    made: HandMade,
    kind: str | None,
    quantity: str | None,
    amounts: dict[Fund, str | None],
    more: dict[str, Any],
    reasons: list[str],
) -> None:
    """A line without a price of one piece says why, with every reason; one with a price has none."""
    bought(made, 2, kind, quantity, amounts, **more)
    with made.connect() as connection:
        found = of(connection)
    (row,) = records(found)
    assert list(row.reasons) == reasons
    assert (row.unit_price is None) == bool(reasons)
    assert len(prices.known(found)) == (not reasons)
    assert len(prices.apart(found)) == bool(reasons)
    assert (row.amount is None) == ("no_amount" in reasons)


def test_reasons_are_counted_each(made: HandMade) -> None:
    """Two lines, three reasons: internet without a quantity counts twice."""
    bought(made, 2, "internet", None, {Fund.GENERAL: "5.00"})
    bought(made, 3, "pc", None, {Fund.GENERAL: "5.00"})
    with made.connect() as connection:
        assert dict(prices.by_reason(prices.apart(of(connection)))) == {"no_quantity": 2, "lump": 1}


def doubt(cell: str, *more: str, severity: Severity = Severity.NOTICE) -> Finding:
    """A finding of a check that compares a figure with other cells of the same document."""
    cells = [
        FindingCell(document_id="act", locator=locator, role=CellRole.PART, label=None, value=Decimal(1))
        for locator in (cell, *more)
    ]
    return Finding.model_validate(
        {
            "rule": "quantity_parts",
            "severity": severity,
            "class": FindingClass.DOCUMENT,
            "document_id": "act",
            "scope": "Управління",
            "printed": Decimal(1),
            "computed": Decimal(2),
            "locators": (cell, *more),
            "cells": cells,
        }
    )


def test_a_doubtful_quantity_has_no_price(made: HandMade) -> None:
    """A check doubts how many pieces line 2 buys: 10.00 for one is no price. A doubt of the amount alone marks it."""
    bought(made, 2, "pc", "2", {Fund.GENERAL: "20.00"}, line_code="1")
    bought(made, 3, "pc", "2", {Fund.GENERAL: "40.00"}, line_code="2")
    bought(made, 4, "pc", "2", {Fund.GENERAL: "60.00"}, line_code="3")
    made.add(doubt("рядок 2, кількість 2020"))
    made.add(doubt("рядок 3, графа 2"))
    made.add(doubt("рядок 4, кількість 2020", severity=Severity.VERIFIED))
    with made.connect() as connection:
        found = of(connection)
    told = [(list(row.reasons), row.unit_price, len(row.doubts)) for row in records(found)]
    assert told == [(["doubtful_quantity"], None, 1), ([], Decimal("20.00"), 1), ([], Decimal("30.00"), 0)]
    (spread,) = records(price_medians.spread(prices.known(found)))
    assert (spread.lines, spread.pieces, spread.cheapest) == (2, 4, Decimal("20.00"))


def test_the_whole_programme_doubts_no_line(made: HandMade) -> None:
    """What does not hold for the total of the programme, or for an indicator, leaves the price of a line as it is."""
    made.total("act", "100.00")
    bought(made, 2, "pc", "2", {Fund.GENERAL: "20.00"}, line_code="1")
    made.add(doubt("рядок 1, графа 1", "рядок 2, графа 2", "рядок 2, кількість 2020"))
    made.add(doubt("рядок 90, графа 3", "рядок 2, кількість 2020"))
    with made.connect() as connection:
        (row,) = records(of(connection))
    assert (row.unit_price, list(row.doubts)) == (Decimal("10.00"), [])


def test_an_added_line_has_a_price(made: HandMade) -> None:
    """A line that no plan before holds prints what it costs and buys; what it takes away from one is a change."""
    bought(made, 2, "pc", "2", {Fund.GENERAL: "40.00"})
    made.act("change", "2020-05-01")
    bought(made, 7, "pc", "2", {Fund.GENERAL: "50.00"}, document="change", line_code="3", name="Нові комп'ютери")
    bought(made, 8, "pc", "1", {Fund.GENERAL: "-5.00"}, document="change", line_code="4", name="Інші комп'ютери")
    with made.connect() as connection:
        found = {row.row_no: (row.unit_price, list(row.reasons)) for row in records(of(connection, "change"))}
    assert found == {
        2: (Decimal("20.00"), []),
        7: (Decimal("25.00"), []),
        8: (None, ["change", "zero_amount"]),
    }


def test_a_later_change_of_an_added_line(made: HandMade) -> None:
    """What the first amendment adds and the second changes has no price after the second."""
    made.line("act", 2, "40.00")
    made.act("first", "2020-05-01")
    bought(made, 7, "pc", "2", {Fund.GENERAL: "50.00"}, document="first", line_code="3", name="Нові комп'ютери")
    made.act("second", "2020-06-01")
    bought(made, 7, "pc", "1", {Fund.GENERAL: "5.00"}, document="second", line_code="3", name="Нові комп'ютери")
    with made.connect() as connection:
        after = records(of(connection, "second"))
        before = {row.document_id: row.unit_price for row in records(of(connection, "first"))}
    assert before["first"] == Decimal("25.00")
    assert {row.document_id: list(row.reasons) for row in after if row.document_id != "act"} == {
        "first": ["changed"],
        "second": ["change"],
    }


def test_amendment(made: HandMade) -> None:
    """A change has no price, nor has the line it changes in that year; another year of the line keeps its price."""
    bought(made, 2, "pc", "2", {Fund.GENERAL: "40.00"})
    bought(made, 2, "pc", "2", {Fund.GENERAL: "44.00"}, year=2021, again=True)
    made.act("change", "2020-05-01")
    bought(made, 7, "pc", "1", {Fund.GENERAL: "-5.00"}, document="change", line_code="2")
    with made.connect() as connection:
        before, after = records(of(connection)), records(of(connection, "change"))
    assert [row.unit_price for row in before] == [Decimal("20.00"), Decimal("22.00")]
    assert [(row.document_id, row.fiscal_year, row.unit_price, list(row.reasons)) for row in after] == [
        ("act", 2020, None, ["changed"]),
        ("act", 2021, Decimal("22.00"), []),
        ("change", 2020, None, ["change", "zero_amount"]),
    ]


def test_two_lines_of_one_number(made: HandMade) -> None:
    """Where two lines carry one number, a change belongs to the one whose name it bears."""
    bought(made, 2, "laptop", "1", {Fund.GENERAL: "27.00"}, line_code="24.2", name="Ноутбук")
    bought(made, 3, "licence", "1", {Fund.GENERAL: "10.00"}, line_code="24.2", name="Ліцензії")
    made.act("change", "2020-05-01")
    bought(made, 7, "licence", "1", {Fund.GENERAL: "5.00"}, document="change", line_code="24.2", name="Ліцензії")
    with made.connect() as connection:
        found = {(row.document_id, row.row_no): list(row.reasons) for row in records(of(connection, "change"))}
    assert found == {("act", 2): [], ("act", 3): ["changed"], ("change", 7): ["change"]}


def test_new_wording_has_prices(made: HandMade) -> None:
    """An amendment that prints the plan anew has prices of its own."""
    bought(made, 2, "pc", "2", {Fund.GENERAL: "40.00"})
    made.act("anew", "2020-05-01", basis=Basis.RESTATED, kind=DocumentKind.AMENDMENT)
    bought(made, 5, "pc", "2", {Fund.GENERAL: "50.00"}, document="anew")
    with made.connect() as connection:
        assert [row.unit_price for row in records(of(connection, "anew"))] == [Decimal("25.00")]


def test_nothing_at_all(made: HandMade) -> None:
    """Without lines every answer is empty and has the columns it always has."""
    with made.connect() as connection:
        found = of(connection)
    assert price_medians.spread(prices.known(found)).columns[0] == "kind"
    assert price_medians.by_year(prices.known(found)).empty
    assert "to_median" in price_medians.against_median(prices.known(found))


# The real documents, worked out by hand from data/raw/001_*.txt.


def real_price(connection: duckdb.DuckDBPyConnection, row: int, year: int) -> Any:
    (found,) = [
        line for line in records(prices.prices(connection, KROPYVNYTSKYI, APPROVED, [year])) if line.row_no == row
    ]
    return found


@pytest.mark.parametrize(
    ("row", "year", "price"),
    [
        (489, 2019, "23000.00"),  # 13.1: 69.0 thousand for 3
        (500, 2019, "20500.00"),  # 16.1: 41.0 for 2
        (461, 2019, "321.43"),  # 2.2: 45.0 for 140
        (506, 2019, "235.29"),  # 17.4: 4.0 for 17
        (555, 2021, "200.00"),  # 26.4: 1.8 for 9
        (484, 2019, "2666.67"),  # 10.9: 8.0 for 3
        (501, 2021, "15500.00"),  # 16.2: 15.5 in the column of both funds
    ],
)
def test_real_prices(real: duckdb.DuckDBPyConnection, row: int, year: int, price: str) -> None:
    """What one piece costs in some lines of decision № 2285."""
    assert real_price(real, row, year).unit_price == Decimal(price)


def test_real_spread_of_computers(real: duckdb.DuckDBPyConnection) -> None:
    """50 computers in 26 lines and years for 1131.0 thousand: from 20 500 to 23 000, which most of them cost.

    At 23 000 they would cost 1150.0, so the plan is 19.0 below its median. 10.1 «computers/laptop» is no part of them,
    nor are the five of units 20 and 22 in years whose printed quantity does not hold.
    """
    found = prices.prices(real, KROPYVNYTSKYI, APPROVED, kinds=["pc"])
    (row,) = records(price_medians.spread(prices.known(found)))
    assert (row.lines, row.pieces, row.amount) == (26, 50, Decimal(1_131_000))
    assert (row.cheapest, row.median, row.dearest) == (Decimal(20_500), Decimal(23_000), Decimal(23_000))
    assert (row.ratio, row.cost_at_median, row.saving) == (Decimal("1.12"), Decimal(1_150_000), Decimal(-19_000))
    assert (row.gap.low.row_no, row.gap.high.row_no, row.gap.as_high) == (500, 489, 7)
    assert (row.above, row.above_most_by) == (Decimal(0), None)
    assert sorted((line.line_code, *line.reasons) for line in records(prices.apart(found))) == [
        *[("10.1", "several_kinds")] * 3,
        *[("20.1", "doubtful_quantity")] * 3,
        *[("22.1", "doubtful_quantity")] * 2,
    ]


def test_real_spread_of_antivirus(real: duckdb.DuckDBPyConnection) -> None:
    """606 licences for 266.6 thousand, from 200 to 1000 a piece; those of 20.4 at 1500 rest on a doubtful quantity.

    27 + 17 + 34 + 140 = 218 cost less than 357.14, 280 cost that, so it is the median: 606 x 50 000 / 140 = 216 428.57,
    which is 50 171.43 less.
    """
    (row,) = records(
        price_medians.spread(prices.known(prices.prices(real, KROPYVNYTSKYI, APPROVED, kinds=["antivirus"])))
    )
    assert (row.lines, row.pieces, row.amount) == (16, 606, Decimal(266_600))
    assert (row.cheapest, row.median, row.dearest) == (Decimal(200), Decimal("357.14"), Decimal(1_000))
    assert (row.ratio, row.cost_at_median, row.saving) == (
        Decimal("5.00"),
        Decimal("216428.57"),
        Decimal("50171.43"),
    )
    assert (row.above, row.above_most_by) == (
        Decimal("63428.57"),  # 3 x 26 x 642.857 + 3 x 7 x 442.857 + 9 x 442.857
        "Головне управління житлово-комунального господарства",
    )
    assert row.above_most == Decimal("50142.86")


def test_real_prices_above_the_median(real: duckdb.DuckDBPyConnection) -> None:
    """Above the median 152 928.57 is planned, most of it for antivirus; net of what is below it, 81 171.43.

    Power supplies at 8000 and 1250 are of different years; in 2019 they cost 1250 to 4000, 3.2 times. 103 prices make
    2699.6 of the plan's 6198.7 thousand.
    """
    everything = prices.prices(real, KROPYVNYTSKYI, APPROVED)
    spread = price_medians.spread(prices.known(everything))
    assert {row.kind: row.above for row in records(spread) if row.above} == {
        "antivirus": Decimal("63428.57"),
        "mfp": Decimal(45_000),
        "ups": Decimal(24_000),
        "printer": Decimal(10_000),
        "licence": Decimal(4_500),
        "system_unit": Decimal(4_000),
        "monitor": Decimal(2_000),
    }
    assert list(spread["kind"][:3]) == ["antivirus", "mfp", "ups"]
    assert (sum(spread["above"]), sum(spread["saving"])) == (Decimal("152928.57"), Decimal("81171.43"))
    (ups,) = [row for row in records(spread) if row.kind == "ups"]
    assert (ups.ratio, ups.ratio_year, ups.gap.low.row_no, ups.gap.high.row_no) == (Decimal("3.20"), 2019, 554, 525)
    assert (sum(spread["amount"]), total(everything["amount"])) == (Decimal(2_699_600), Decimal(6_198_700))


def test_each_line_names_its_rules(real: duckdb.DuckDBPyConnection) -> None:
    """Antivirus is told by the rule «antivirus», which looks for that word, and its task by the kind; the task of the
    hackathon by a rule of its own."""
    found = {row.row_no: row for row in records(prices.prices(real, KROPYVNYTSKYI, APPROVED, [2019]))}
    antivirus = found[461]
    assert (antivirus.kind_rule_name, antivirus.kind_pattern) == ("antivirus", "антивірус")
    assert (antivirus.task_rule, antivirus.task_text is None) == (None, False)
    assert (found[463].kind_rule_name, found[463].task_rule) == ("event", "open-data")


def test_real_lines_apart(real: duckdb.DuckDBPyConnection) -> None:
    """Decision № 2285 has 174 lines and years: 103 have a price.

    1.2 in 2019 and 15.5 in all years print no amount; 12.1 in all years and 10.8.4 in 2021 no quantity.
    """
    found = prices.prices(real, KROPYVNYTSKYI, APPROVED)
    assert dict(prices.by_reason(prices.apart(found))) == {
        "lump": 37,
        "doubtful_quantity": 19,
        "different_parts": 8,
        "several_kinds": 4,
        "no_amount": 4,
        "no_quantity": 4,
        "kind_unknown": 3,
    }
    assert (len(found), len(prices.known(found))) == (174, 103)


def test_real_draft(real: duckdb.DuckDBPyConnection) -> None:
    """After the draft the line 13.1, from which it takes three computers, has no price; 24.2 «Ноутбук» keeps one.

    What the draft adds has one: 13.3 in 2020 prints 7.2 thousand for 9, in doubt, since decision № 2722, which nobody
    has, may have added the line before. 26.6 takes 9.0 from a line that no plan holds: a change all the same.
    """
    found = records(prices.prices(real, KROPYVNYTSKYI, DRAFT))
    lines = {(row.document_id, row.row_no, row.fiscal_year): row for row in found}
    assert list(lines[APPROVED, 489, 2019].reasons) == ["changed"]
    assert lines[APPROVED, 545, 2020].unit_price == Decimal(27_000)
    assert (lines[DRAFT, 97, 2020].unit_price, len(lines[DRAFT, 97, 2020].doubts)) == (Decimal("800.00"), 1)
    assert list(lines[DRAFT, 96, 2019].reasons) == ["change", "zero_amount"]
    assert list(lines[DRAFT, 138, 2019].reasons) == ["change", "zero_amount", "no_quantity"]
    assert len([row for row in found if row.document_id == DRAFT and row.unit_price is not None]) == 9


def test_real_doubts(real: duckdb.DuckDBPyConnection) -> None:
    """The unit of education prints 1 piece over 13 in 2019, so its quantities are doubted. Five prices rest on amounts
    in doubt: 15.2 in 2019 and 21.3 and 21.8 in 2020 and 2021."""
    assert list(real_price(real, 521, 2019).reasons) == ["doubtful_quantity"]
    assert len(real_price(real, 489, 2019).doubts) == 0
    found = records(prices.known(prices.prices(real, KROPYVNYTSKYI, APPROVED)))
    assert [(row.line_code, row.fiscal_year) for row in found if row.doubts] == [
        ("15.2", 2019),
        ("21.3", 2020),
        ("21.3", 2021),
        ("21.8", 2020),
        ("21.8", 2021),
    ]


def test_view_for_everybody(real: duckdb.DuckDBPyConnection) -> None:
    """The public view gives the same to `export`: the tablet of 10.3 with its cells, money exact."""
    (row,) = records(exporting.view(real, "unit_prices", {"edition": APPROVED, "kind": "tablet"}))
    assert (row.programme_id, row.line_code, row.category, row.fiscal_year) == (KROPYVNYTSKYI, "10.3", "hardware", 2019)
    assert (row.amount, row.quantity, row.unit_price) == (Decimal("18000.00"), Decimal(1), Decimal("18000.00"))
    assert (row.locator, row.quantity_locator) == ("рядок 472, графа 6", "рядок 472, графа 4")
    assert (row.reasons, row.doubts) == ([], [])
