"""What one piece costs."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import exporting, prices
from analytics.frames import records
from data.contracts import Basis, DocumentKind, Fund, LineClass
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
        made.add(LineClass(document_id=document, locator=f"рядок {row}", printed=name, row_no=row, kind=kind))


@pytest.fixture
def made(made: HandMade) -> HandMade:
    made.approved("act", "2020-01-10")
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
    assert {row.reason for row in found} == {None}


def test_filters(city: duckdb.DuckDBPyConnection) -> None:
    """Years and kinds narrow the lines, together; none named means all."""
    assert list(of(city, years=[2021])["unit_price"]) == [Decimal("110.00")]
    assert list(of(city, kinds=["tablet"])["row_no"]) == [5]
    assert of(city, years=[2021], kinds=["tablet"]).empty


def test_spread_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Printers: 11 pieces for 1130.00; in order 3 at 33.33, 3 at 100, 3 at 110, 2 at 200, so the sixth costs 100.

    At the median 1100.00, which is 30.00 less; 200 / 33.333... = 6.
    """
    printer, tablet = records(prices.spread(prices.known(of(city))))
    assert (printer.kind, printer.lines, printer.pieces, printer.amount) == ("printer", 4, 11, Decimal("1130.00"))
    assert (printer.cheapest, printer.median, printer.dearest) == (Decimal("33.33"), Decimal(100), Decimal(200))
    assert (printer.ratio, printer.cost_at_median, printer.saving) == (Decimal(6), Decimal(1100), Decimal(30))
    assert (printer.cheapest_line.spending_unit, printer.dearest_line.spending_unit) == ("культура", "спорт")
    assert (printer.as_cheap, printer.as_dear) == (1, 1)
    assert (tablet.ratio, tablet.median, tablet.saving) == (1, Decimal("0.01"), Decimal(0))


def test_two_prices_share_the_middle(made: HandMade) -> None:
    """Two pieces at 10.00 and two at 20.01: the median is their mean, 15.005, shown as 15.01 and counted as it is."""
    bought(made, 2, "monitor", "2", {Fund.GENERAL: "20.00"})
    bought(made, 3, "monitor", "2", {Fund.GENERAL: "40.02"})
    with made.connect() as connection:
        (row,) = records(prices.spread(prices.known(of(connection))))
    assert (row.median, row.cost_at_median, row.saving) == (Decimal("15.01"), Decimal("60.02"), Decimal(0))


def test_rounding_saves_nothing(made: HandMade) -> None:
    """One line of three pieces for 100.00: at its own median the plan costs 100.00, not 99.99."""
    bought(made, 2, "monitor", "3", {Fund.GENERAL: "100.00"})
    with made.connect() as connection:
        (row,) = records(prices.spread(prices.known(of(connection))))
    assert (row.median, row.cost_at_median, row.saving) == (Decimal("33.33"), Decimal("100.00"), Decimal(0))


def test_years_by_hand(city: duckdb.DuckDBPyConnection) -> None:
    """Printers in 2020: 3 at 33.33, 3 at 100, 2 at 200, so half cost 100 or less; in 2021 110, 10 % more."""
    found = records(prices.by_year(prices.known(of(city, kinds=["printer"]))))
    assert [(row.fiscal_year, row.lines, row.pieces, row.median, row.change) for row in found] == [
        (2020, 3, 8, Decimal(100), None),
        (2021, 1, 3, Decimal(110), pytest.approx(0.1)),
    ]


def test_multiples_of_the_median(city: duckdb.DuckDBPyConnection) -> None:
    """The median printer costs 100: 1, 1.1, 2 and a third of it; the only tablet is its own median."""
    found = prices.against_median(prices.known(of(city)))
    assert list(found["to_median"]) == [Decimal(text) for text in ("1.00", "1.10", "2.00", "0.33", "1.00")]


@pytest.mark.parametrize(
    ("kind", "quantity", "amounts", "more", "reason"),
    [
        (None, "1", {Fund.GENERAL: "5.00"}, {}, "kind_unknown"),
        ("component", "1", {Fund.GENERAL: "5.00"}, {}, "different_parts"),
        ("internet", "1", {Fund.GENERAL: "5.00"}, {}, "lump"),
        ("server", "1", {Fund.GENERAL: "5.00"}, {}, "lump"),
        ("pc", "2", {Fund.GENERAL: "5.00"}, {"name": "Персональні комп'ютери/ноутбук"}, "several_kinds"),
        ("pc", "2", {Fund.GENERAL: "5.00"}, {"name": "Персональні комп'ютери та монітори"}, "several_kinds"),
        ("mfp", "2", {Fund.GENERAL: "5.00"}, {"name": "Багатофункціональний пристрій (принтер/сканер)"}, None),
        ("pc", "1", {Fund.GENERAL: None}, {}, "no_amount"),
        ("pc", "1", {Fund.GENERAL: "5.00", Fund.SPECIAL: None}, {"funding_note": "В межах фінансування"}, "no_amount"),
        ("pc", "1", {Fund.GENERAL: "5.00", Fund.SPECIAL: None}, {}, None),
        ("pc", None, {Fund.GENERAL: "5.00"}, {}, "no_quantity"),
        ("pc", "0", {Fund.GENERAL: "5.00"}, {}, "zero_quantity"),
        ("pc", "1", {Fund.GENERAL: "0.00"}, {}, "zero_amount"),
        ("antivirus", "1", {Fund.GENERAL: "5.00"}, {}, None),
    ],
)
def test_reasons(
    made: HandMade,
    kind: str | None,
    quantity: str | None,
    amounts: dict[Fund, str | None],
    more: dict[str, Any],
    reason: str | None,
) -> None:
    """A line without a price of one piece says why; one with a price has no reason."""
    bought(made, 2, kind, quantity, amounts, **more)
    with made.connect() as connection:
        found = of(connection)
    (row,) = records(found)
    assert row.reason == reason
    assert (row.unit_price is None) == (reason is not None)
    assert len(prices.known(found)) == (reason is None)
    assert len(prices.apart(found)) == (reason is not None)


def test_amendment(made: HandMade) -> None:
    """A change has no price, nor has the line it changes in that year; another year of the line keeps its price."""
    bought(made, 2, "pc", "2", {Fund.GENERAL: "40.00"})
    bought(made, 2, "pc", "2", {Fund.GENERAL: "44.00"}, year=2021, again=True)
    made.act("change", "2020-05-01")
    bought(made, 7, "pc", "1", {Fund.GENERAL: "-5.00"}, document="change", line_code="2")
    with made.connect() as connection:
        before, after = records(of(connection)), records(of(connection, "change"))
    assert [row.unit_price for row in before] == [Decimal("20.00"), Decimal("22.00")]
    assert [(row.document_id, row.fiscal_year, row.unit_price, row.reason) for row in after] == [
        ("act", 2020, None, "changed"),
        ("act", 2021, Decimal("22.00"), None),
        ("change", 2020, None, "change"),
    ]


def test_two_lines_of_one_number(made: HandMade) -> None:
    """Where two lines carry one number, a change belongs to the one whose name it bears."""
    bought(made, 2, "laptop", "1", {Fund.GENERAL: "27.00"}, line_code="24.2", name="Ноутбук")
    bought(made, 3, "licence", "1", {Fund.GENERAL: "10.00"}, line_code="24.2", name="Ліцензії")
    made.act("change", "2020-05-01")
    bought(made, 7, "licence", "1", {Fund.GENERAL: "5.00"}, document="change", line_code="24.2", name="Ліцензії")
    with made.connect() as connection:
        found = {(row.document_id, row.row_no): row.reason for row in records(of(connection, "change"))}
    assert found == {("act", 2): None, ("act", 3): "changed", ("change", 7): "change"}


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
    assert prices.spread(prices.known(found)).columns[0] == "kind"
    assert prices.by_year(prices.known(found)).empty
    assert "to_median" in prices.against_median(prices.known(found))


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
        (521, 2019, "1500.00"),  # 20.4: 13.5 for 9
        (484, 2019, "2666.67"),  # 10.9: 8.0 for 3
        (501, 2021, "15500.00"),  # 16.2: 15.5 in the column of both funds
    ],
)
def test_real_prices(real: duckdb.DuckDBPyConnection, row: int, year: int, price: str) -> None:
    """What one piece costs in some lines of decision № 2285."""
    assert real_price(real, row, year).unit_price == Decimal(price)


def test_real_spread_of_computers(real: duckdb.DuckDBPyConnection) -> None:
    """55 computers in 31 lines and years for 1242.0 thousand: from 20 500 to 23 000; 43 of them cost 23 000.

    At 23 000 they would cost 1265.0, so the plan is 23.0 below its median. 10.1 «computers/laptop» is no part of them.
    """
    found = prices.prices(real, KROPYVNYTSKYI, APPROVED, kinds=["pc"])
    (row,) = records(prices.spread(prices.known(found)))
    assert (row.lines, row.pieces, row.amount) == (31, 55, Decimal(1_242_000))
    assert (row.cheapest, row.median, row.dearest) == (Decimal(20_500), Decimal(23_000), Decimal(23_000))
    assert (row.ratio, row.cost_at_median, row.saving) == (Decimal("1.12"), Decimal(1_265_000), Decimal(-23_000))
    assert (row.cheapest_line.row_no, row.as_cheap) == (500, 1)
    assert [(line.line_code, line.reason) for line in records(prices.apart(found))] == [("10.1", "several_kinds")] * 3


def test_real_spread_of_antivirus(real: duckdb.DuckDBPyConnection) -> None:
    """657 licences for 330.5 thousand, from 200 to 1500 a piece. 27 + 17 + 34 + 140 = 218 cost less than 357.14, 280
    cost that, so it is the median: 657 x 50 000 / 140 = 234 642.86, which is 95 857.14 less."""
    (row,) = records(prices.spread(prices.known(prices.prices(real, KROPYVNYTSKYI, APPROVED, kinds=["antivirus"]))))
    assert (row.lines, row.pieces, row.amount) == (21, 657, Decimal(330_500))
    assert (row.cheapest, row.median, row.dearest) == (Decimal(200), Decimal("357.14"), Decimal(1_500))
    assert (row.ratio, row.cost_at_median, row.saving) == (
        Decimal("7.50"),
        Decimal("234642.86"),
        Decimal("95857.14"),
    )


def test_real_lines_apart(real: duckdb.DuckDBPyConnection) -> None:
    """Decision № 2285 has 174 lines and years: 125 have a price; a hard disk and a camera with a lens have none."""
    found = prices.prices(real, KROPYVNYTSKYI, APPROVED)
    counts = found["reason"].value_counts(dropna=False).to_dict()
    assert {name: count for name, count in counts.items() if isinstance(name, str)} == {
        "lump": 34,
        "different_parts": 8,
        "several_kinds": 4,
        "kind_unknown": 3,
    }
    assert (len(found), len(prices.known(found))) == (174, 125)


def test_real_draft(real: duckdb.DuckDBPyConnection) -> None:
    """After the draft the line 13.1, from which it takes three computers, has no price; 24.2 «Ноутбук» keeps one."""
    found = prices.prices(real, KROPYVNYTSKYI, DRAFT)
    reasons = {(row.document_id, row.row_no, row.fiscal_year): row.reason for row in records(found)}
    assert reasons[APPROVED, 489, 2019] == "changed"
    assert reasons[APPROVED, 545, 2020] is None
    assert {reason for (document, _row, _year), reason in reasons.items() if document == DRAFT} == {"change"}


def test_real_doubts(real: duckdb.DuckDBPyConnection) -> None:
    """The unit of education prints 1 piece over 13 in 2019, so its quantities are doubted; most others are not."""
    assert len(real_price(real, 521, 2019).doubts) == 1
    assert len(real_price(real, 489, 2019).doubts) == 0
    found = prices.known(prices.prices(real, KROPYVNYTSKYI, APPROVED))
    assert sum(bool(row.doubts) for row in records(found)) == 26


def test_view_for_everybody(real: duckdb.DuckDBPyConnection) -> None:
    """The public view gives the same to `export`: the tablet of 10.3 with its cells, money exact."""
    (row,) = records(exporting.view(real, "unit_prices", {"edition": APPROVED, "kind": "tablet"}))
    assert (row.programme_id, row.line_code, row.category, row.fiscal_year) == (KROPYVNYTSKYI, "10.3", "hardware", 2019)
    assert (row.amount, row.quantity, row.unit_price) == (Decimal("18000.00"), Decimal(1), Decimal("18000.00"))
    assert (row.locator, row.quantity_locator) == ("рядок 472, графа 6", "рядок 472, графа 4")
    assert (row.reason, row.doubts) == (None, [])
