"""Which report is due when."""

from collections import Counter
from datetime import date

import duckdb
import pytest

from analytics import duties
from data.contracts import Duty, Period

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
E_CITY = "zhytomyr-e-city-2021-2026"
OBLAST = "zhytomyr-oblast-digital-2022-2024"


def duty(months_after: int, day: int, period: Period = Period.YEAR) -> Duty:
    words = {f"{name}_{code}": "x" for name in ("sender", "recipient", "what") for code in ("uk", "en")}
    return Duty(
        duty_id="made",
        document_id="act",
        section="I",
        lines=("1",),
        level="hromada",
        period=period,
        months_after=months_after,
        day=day,
        directions=("works",),
        **words,
    )


@pytest.mark.parametrize(
    ("months_after", "day", "year", "quarter", "due"),
    [
        (1, 5, 2026, 1, date(2026, 4, 5)),
        (1, 5, 2026, 2, date(2026, 7, 5)),
        (1, 5, 2026, 3, date(2026, 10, 5)),
        (1, 5, 2026, 4, date(2027, 1, 5)),
        (1, 31, 2026, None, date(2027, 1, 31)),
        (2, 25, 2023, None, date(2024, 2, 25)),
        (3, 1, 2023, None, date(2024, 3, 1)),
        (3, 1, 2024, None, date(2025, 3, 1)),
        (12, 31, 2024, None, date(2025, 12, 31)),
    ],
)
def test_due_days(months_after: int, day: int, year: int, quarter: int | None, due: date) -> None:
    """Months are counted from the last one of the period, over New Year and over a leap February (2024) alike."""
    assert duties.due(duty(months_after, day), year, quarter) == due


def test_a_year_of_a_hromada(real: duckdb.DuckDBPyConnection) -> None:
    """Four quarters, the yearly results, and two reports to the ministry; the last four are due in the next year."""
    own = [entry for entry in duties.of_programme(real, E_CITY) if entry.year == 2026]
    assert [(entry.due, entry.name) for entry in own] == [
        (date(2026, 4, 5), "template-quarterly-2026-q1"),
        (date(2026, 7, 5), "template-quarterly-2026-q2"),
        (date(2026, 10, 5), "template-quarterly-2026-q3"),
        (date(2027, 1, 5), "template-quarterly-2026-q4"),
        (date(2027, 1, 31), "template-yearly-results-2026"),
        (date(2027, 3, 1), "template-yearly-progress-report-2026"),
        (date(2027, 3, 1), "template-yearly-results-report-2026"),
    ]
    assert all(entry.is_model for entry in own)


def test_the_oblast_has_its_own_duty_alone(real: duckdb.DuckDBPyConnection) -> None:
    """Once a year by 25 February, by its own text and not by the template."""
    entries = duties.of_programme(real, OBLAST)
    assert [entry.due for entry in entries] == [date(2023, 2, 25), date(2024, 2, 25), date(2025, 2, 25)]
    assert not any(entry.is_model for entry in entries)


def test_every_registered_programme_has_its_reports(real: duckdb.DuckDBPyConnection) -> None:
    """Seven a year for a hromada, one for the oblast; a plan need not have been read."""
    counted = Counter(
        {
            programme.programme_id: len(duties.of_programme(real, programme.programme_id))
            for programme in duties.programmes(real)
        }
    )
    assert counted == {KROPYVNYTSKYI: 3 * 7, E_CITY: 6 * 7, OBLAST: 3}


def test_between_two_days(real: duckdb.DuckDBPyConnection) -> None:
    """Both days are among them."""
    entries = duties.of_programme(real, E_CITY)
    found = duties.between(entries, date(2024, 1, 5), date(2024, 3, 1))
    assert [(entry.due, entry.year) for entry in found] == [
        (date(2024, 1, 5), 2023),
        (date(2024, 1, 31), 2023),
        (date(2024, 3, 1), 2023),
        (date(2024, 3, 1), 2023),
    ]


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2027, 1, 5), ["template-quarterly-2026-q4"]),
        (date(2027, 1, 6), ["template-yearly-results-2026"]),
        (date(2027, 2, 1), ["template-yearly-progress-report-2026", "template-yearly-results-report-2026"]),
        (date(2027, 3, 2), []),
    ],
)
def test_the_next_day(real: duckdb.DuckDBPyConnection, today: date, names: list[str]) -> None:
    """A report is next until its day ends; two of one day are next together; after the last there is none."""
    assert [entry.name for entry in duties.next_day(duties.of_programme(real, E_CITY), today)] == names


def test_periods_of_execution() -> None:
    """Figures are cumulative from January: those of December and of the whole year tell of the fourth quarter too."""
    assert duties.periods(2026, 1) == ("2026-03",)
    assert duties.periods(2026, 4) == ("2026", "2026-12")
    assert duties.periods(2026) == ("2026", "2026-12")


def test_directions_as_the_template_prints_them(real: duckdb.DuckDBPyConnection) -> None:
    """In its order, with the text of each line."""
    found = duties.directions(real)
    assert list(found["direction"]) == ["works", "funding", "results", "targets"]
    assert found["text"].iloc[1] == "заплановані та фактичні обсяги і джерела фінансування Програми"
