"""What a report needs, and what of it is known."""

from collections import Counter
from datetime import date
from decimal import Decimal

import duckdb
import pytest

from analytics import duties, indicators, report_data
from analytics.frames import records
from analytics.indicators import EnteredValue
from data.contracts import (
    Assessed,
    Basis,
    DocumentKind,
    Execution,
    Fund,
    IndicatorKind,
    IndicatorValue,
    Level,
    Measure,
    Section,
)
from tests.analytics.handmade import PROGRAMME, HandMade

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
E_CITY = "zhytomyr-e-city-2021-2026"
OBLAST = "zhytomyr-oblast-digital-2022-2024"


def value(row: int, kind: IndicatorKind, number: str | None, *, document: str = "act", **more) -> IndicatorValue:
    fields = {
        "name": f"Показник {row}",
        "fiscal_year": 2020,
        "locator": f"рядок {row}, {kind}",
        "printed": number or "",
    }
    return IndicatorValue(
        document_id=document, row_no=row, kind=kind, value=Decimal(number) if number else None, **fields | more
    )


def paid(row: int, cash: str | None, *, period: str = "2020", fund: Fund = Fund.GENERAL, **more) -> Execution:
    return Execution(
        document_id="report",
        locator=f"рядок {row}, {period}, {fund}",
        printed=cash or "",
        row_no=row,
        line_code=str(row),
        name=more.pop("name", f"Захід {row}"),
        period=period,
        fund=fund,
        cash=None if cash is None else Decimal(cash),
        **more,
    )


@pytest.fixture
def city(made: HandMade) -> HandMade:
    """A plan of 2020 and a report on it:

    | line | term | expected | general | special | paid general | paid special | words    |
    | 2    | 2020 | a server | 100.00  | 50.00   | 90.00        |              | "bought" |
    | 3    |      |          | words   |         |              |              |          |
    | 4    |      |          | 10.00   | 0.00    | 10.00        |              |          |

    Indicators with a target in 2020: 7 (actual 3), 8 (no actual), 9 (for both years together, asked for in 2021).
    """
    made.approved("act", "2020-01-10")
    made.act("report", "2021-02-01", kind=DocumentKind.EXECUTION_REPORT, basis=Basis.RESTATED)
    made.line("act", 2, "100.00")
    made.line("act", 2, "50.00", fund=Fund.SPECIAL)
    made.line("act", 3, None, funding_note="В межах фінансування")
    made.line("act", 4, "10.00")
    made.line("act", 4, "0.00", fund=Fund.SPECIAL)
    made.add(
        Measure(
            document_id="act",
            locator="рядок 2, графа 9",
            printed="2020",
            row_no=2,
            line_code="2",
            name="Захід 2",
            term="2020",
            expected_result="Придбано сервер",
        )
    )
    made.add(paid(2, "90.00", note="Придбано"))
    made.add(paid(4, "10.00", name="ЗАХІД  4"))
    made.add(value(7, IndicatorKind.TARGET, "5", measure="2 Захід 2"))
    made.add(value(7, IndicatorKind.ACTUAL, "3", document="report", measure="2. Захід 2", as_of=date(2021, 1, 9)))
    made.add(value(8, IndicatorKind.TARGET, "1"))
    made.add(value(9, IndicatorKind.TARGET, "1", fiscal_year=None))
    return made


def answers(found, direction: Assessed) -> list[tuple]:
    own = found[found["direction"] == direction]
    return [
        (row.line_code or row.name, row.asked, row.fund, row.known if row.figure is None else row.figure, row.locator)
        for row in records(own)
    ]


def test_works_and_results(city: HandMade) -> None:
    """A term and words of a report for line 2; none for the others, whose own cells ask for them."""
    with city.connect() as connection:
        found = report_data.needed(connection, PROGRAMME, 2020, ["2020"], "act")
    assert answers(found, Assessed.WORKS) == [
        ("2", "term", None, "2020", "рядок 2, графа 9"),
        ("2", "state", None, "Придбано", "рядок 2, 2020, general"),
        ("3", "term", None, None, "рядок 3, графа 3"),
        ("3", "state", None, None, "рядок 3, графа 3"),
        ("4", "term", None, None, "рядок 4, графа 4"),
        ("4", "state", None, None, "рядок 4, графа 4"),
    ]
    known = found[(found["direction"] == "results") & found["is_known"]]
    assert [(row.asked, row.known, row.figure, row.locator) for row in records(known)] == [
        ("expected", "Придбано сервер", None, "рядок 2, графа 9"),
        ("reached", None, Decimal(3), "рядок 7, actual"),
    ]


def test_funding(city: HandMade) -> None:
    """Words answer for the plan; where it is zero no cash is asked for; unknown cash has the plan's cell."""
    with city.connect() as connection:
        found = report_data.needed(connection, PROGRAMME, 2020, ["2020"], "act")
    assert answers(found, Assessed.FUNDING) == [
        ("2", "plan", "general", Decimal("100.00"), "рядок 2, графа 1"),
        ("2", "cash", "general", Decimal("90.00"), "рядок 2, 2020, general"),
        ("2", "plan", "special", Decimal("50.00"), "рядок 2, графа 2"),
        ("2", "cash", "special", None, "рядок 2, графа 2"),
        ("3", "plan", "general", "В межах фінансування", "рядок 3, графа 3"),
        ("3", "cash", "general", None, "рядок 3, графа 3"),
        ("4", "plan", "general", Decimal("10.00"), "рядок 4, графа 4"),
        ("4", "cash", "general", Decimal("10.00"), "рядок 4, 2020, general"),
        ("4", "plan", "special", Decimal("0.00"), "рядок 4, графа 5"),
    ]


def test_targets(city: HandMade) -> None:
    """One actual value is known; a target for the whole programme is asked for in its last year, 2021."""
    with city.connect() as connection:
        found = report_data.needed(connection, PROGRAMME, 2020, ["2020"], "act")
        last = report_data.needed(connection, PROGRAMME, 2021, [], "act")
    assert answers(found, Assessed.TARGETS) == [
        ("Показник 7", "target", None, Decimal(5), "рядок 7, target"),
        ("Показник 7", "actual", None, Decimal(3), "рядок 7, actual"),
        ("Показник 8", "target", None, Decimal(1), "рядок 8, target"),
        ("Показник 8", "actual", None, None, "рядок 8, target"),
    ]
    assert [(row[0], row[1]) for row in answers(last, Assessed.TARGETS)] == [
        ("Показник 9", "target"),
        ("Показник 9", "actual"),
    ]
    assert len(last) == 2


def test_an_amendment_and_a_draft_leave_one_target(city: HandMade) -> None:
    """5 was approved, 6 is in force and a draft says 9: one target, 6. Of its actual values the newest by its
    document counts: 4 of March, not 3 of February, and never 8 of a draft."""
    city.act("later", "2020-06-01")
    city.draft("draft", "2020-09-01")
    city.act("workbook", "2021-03-01", kind=DocumentKind.ACTUALS, basis=Basis.RESTATED)
    for document, number in (("later", "6"), ("draft", "9")):
        city.add(value(7, IndicatorKind.TARGET, number, document=document, measure="2 Захід 2"))
    for document, number in (("workbook", "4"), ("draft", "8")):
        city.add(value(7, IndicatorKind.ACTUAL, number, document=document, measure="2 Захід 2"))
    with city.connect() as connection:
        found = report_data.needed(connection, PROGRAMME, 2020, ["2020"], "act")
    assert [row[:4] for row in answers(found, Assessed.TARGETS) if row[0] == "Показник 7"] == [
        ("Показник 7", "target", None, Decimal(6)),
        ("Показник 7", "actual", None, Decimal(4)),
    ]
    (reached,) = records(found[(found["asked"] == "reached") & found["is_known"]])
    assert (reached.figure, reached.document_id) == (Decimal(4), "workbook")


def test_an_entered_value_is_missing_no_more(city: HandMade) -> None:
    """Of line 2, 4 was entered where the report says 3; of 8 nothing else is known. Neither has a document."""
    entered = [
        EnteredValue(f"act/{row}", 2020, None, Decimal(number), None, None, "журнал", f"запис {row}")
        for row, number in ((7, "4"), (8, "1"))
    ]
    with city.connect() as connection:
        found = report_data.needed(connection, PROGRAMME, 2020, ["2020"], "act", entered)
    told = found[found["asked"].isin(["actual", "reached"]) & found["is_known"]]
    assert [(row.asked, row.figure, row.document_id, row.locator) for row in records(told)] == [
        ("reached", Decimal(4), None, "запис 7"),
        ("actual", Decimal(4), None, "запис 7"),
        ("actual", Decimal(1), None, "запис 8"),
    ]


def test_counts(city: HandMade) -> None:
    """Works 2 of 6, funding 7 of 9, results 2 of 4 (no indicator measures lines 3 and 4), targets 3 of 4."""
    with city.connect() as connection:
        found = report_data.needed(connection, PROGRAMME, 2020, ["2020"], "act")
    assert [(count.needed, count.known, count.missing) for count in report_data.counts(found)] == [
        (6, 2, 4),
        (9, 7, 2),
        (4, 2, 2),
        (4, 3, 1),
    ]


def test_a_report_of_another_period_tells_nothing(city: HandMade) -> None:
    """What is known at the end of the year is not known of its first quarter; its newest figure is taken."""
    city.add(paid(2, "30.00", period="2020-06"))
    with city.connect() as connection:
        first = report_data.needed(connection, PROGRAMME, 2020, duties.periods(2020, 1), "act")
        second = report_data.needed(connection, PROGRAMME, 2020, duties.periods(2020, 2), "act")
        assert report_data.reported_periods(connection, PROGRAMME) == ["2020", "2020-06"]
    cash = [row[3] for row in answers(first, Assessed.FUNDING) if row[1] == "cash"]
    assert cash == [None, None, None, None]
    assert next(row[3] for row in answers(second, Assessed.FUNDING) if row[1] == "cash") == Decimal("30.00")
    assert not first[first["asked"] == "state"]["is_known"].any()


def test_the_passport_stands_in_for_a_plan_of_the_year(made: HandMade) -> None:
    """A programme whose own plan is not known is reported on by the passport of the year."""
    made.act("passport", "2020-02-01", kind=DocumentKind.PASSPORT, basis=Basis.RESTATED)
    made.line("passport", 5, "7.00", section=Section.POINT_9, level=Level.SPENDING_DIRECTION)
    with made.connect() as connection:
        assert report_data.plan_of(connection, PROGRAMME, 2020) == report_data.Plan("passport", True)
        assert report_data.plan_of(connection, PROGRAMME, 2021) is None
        found = report_data.needed(connection, PROGRAMME, 2020, [])
        nothing = report_data.needed(connection, PROGRAMME, 2021, [])
    assert [(row[1], row[3]) for row in answers(found, Assessed.FUNDING)] == [("plan", Decimal("7.00")), ("cash", None)]
    assert nothing.empty
    assert [count.needed for count in report_data.counts(nothing)] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("programme", "edition", "year", "counts"),
    [
        # 24 general, 26 special, one unspecified amount of 2021; 7 indicators for the whole programme, due at its end.
        (KROPYVNYTSKYI, "kropyvnytskyi-2285", 2021, [(102, 0), (102, 51), (51, 0), (14, 7)]),
        # 34 and 29 amounts of 2019, and no target for that year alone.
        (KROPYVNYTSKYI, "kropyvnytskyi-2285", 2019, [(126, 0), (126, 63), (63, 0), (0, 0)]),
        # 11 measures with a term, words in place of amounts and an expected result; 5 indicators.
        (OBLAST, "zhytomyr-oblast-digital", 2022, [(22, 11), (22, 11), (11, 11), (10, 5)]),
        # 17 directions of the passport, each with indicators; the special fund of each zero; 67 indicators.
        (E_CITY, None, 2022, [(34, 0), (51, 34), (34, 0), (134, 67)]),
        (E_CITY, None, 2026, [(0, 0), (0, 0), (0, 0), (0, 0)]),
    ],
)
def test_real_programmes(
    real: duckdb.DuckDBPyConnection, programme: str, edition: str | None, year: int, counts: list[tuple[int, int]]
) -> None:
    """No document reports anything yet, so that what is known is what the plans print."""
    found = report_data.needed(real, programme, year, [], edition)
    assert [(count.needed, count.known) for count in report_data.counts(found)] == counts
    assert set(found[found["is_known"].astype(bool)]["asked"]) <= set(report_data.PLANNED)


def test_indicators_of_a_passport_tell_what_its_directions_reached(real: duckdb.DuckDBPyConnection) -> None:
    """With an actual value for each of the 67 indicators, what all 17 directions reached is known: of 16 their output,
    of the one whose output has no value its quality; never the input."""
    figures = records(indicators.attainment(real, E_CITY))
    entered = [
        EnteredValue(row.indicator_id, 2022, None, Decimal(number), None, None, "журнал", f"запис {number}")
        for number, row in enumerate(figures, start=1)
        if row.fiscal_year == 2022
    ]
    found = report_data.needed(real, E_CITY, 2022, [], entered=entered)
    reached = records(found[found["asked"] == "reached"])
    groups = {f"запис {number}": row.group for number, row in enumerate(figures, start=1)}
    assert [row.is_known for row in reached] == [True] * 17
    assert Counter(groups[row.locator] for row in reached) == {"output": 16, "quality": 1}


def test_no_value_is_missing_where_no_indicator_is_linked(city: HandMade) -> None:
    """Only line 2 has an indicator."""
    with city.connect() as connection:
        found = report_data.needed(connection, PROGRAMME, 2020, ["2020"], "act")
    assert [row.line_code for row in records(found[found["asked"] == "reached"])] == ["2"]
    assert report_data.without_indicator(found) == 2


def test_every_figure_has_a_cell(real: duckdb.DuckDBPyConnection) -> None:
    """Known or missing, it leads to a place in a registered document."""
    found = report_data.needed(real, E_CITY, 2022, [])
    assert found["locator"].notna().all()
    assert set(found["document_id"]) == {"zhytomyr-passport-0217530-2022"}


def test_a_report_needs_the_data_of_its_directions(real: duckdb.DuckDBPyConnection) -> None:
    """The quarterly one only those on works: 34 of the 17 directions of the passport."""
    (entry,) = [entry for entry in duties.of_programme(real, E_CITY) if entry.name == "template-quarterly-2022-q3"]
    own = report_data.of_report(report_data.needed(real, E_CITY, 2022, entry.periods), entry)
    assert set(own["direction"]) == {"works"}
    assert len(own) == 34
