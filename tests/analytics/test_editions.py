"""The chain of acts that makes a programme's plan, and what each act changes."""

from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from analytics import editions
from analytics.frames import records
from data.contracts import Basis, DocumentKind, DocumentStatus, Fund
from tests.analytics.handmade import PROGRAMME, HandMade

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
APPROVED, MISSING, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-2722", "kropyvnytskyi-draft-698"


def money(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def thousands(text: str) -> Decimal:
    return Decimal(text) * 1000


# --- the real programme


def test_real_programme(real: duckdb.DuckDBPyConnection) -> None:
    """The programme that prints amounts comes before the one that prints words in their place."""
    programme, words = editions.programmes(real)
    assert words.programme_id == "zhytomyr-oblast-digital-2022-2024"
    assert programme.programme_id == KROPYVNYTSKYI
    assert programme.title == "Програма розвитку місцевого електронного урядування на 2019-2021 роки"
    assert (programme.first_year, programme.last_year) == (2019, 2021)


def test_real_chain(real: duckdb.DuckDBPyConnection) -> None:
    """The decision, the decision that nobody has, and the draft, by date; the gap casts doubt on what follows."""
    acts = editions.editions_of(real, KROPYVNYTSKYI)
    assert [(act.edition, act.act_no, act.kind, act.status) for act in acts] == [
        (APPROVED, 1, "programme", "adopted"),
        (MISSING, 2, "amendment", "missing"),
        (DRAFT, 3, "amendment", "draft"),
    ]
    assert [(act.dated_number, act.dated_on) for act in acts] == [
        ("2285", date(2019, 1, 31)),
        ("2722", date(2019, 8, 27)),
        ("698", date(2019, 11, 26)),
    ]
    assert [act.has_amounts for act in acts] == [True, False, True]
    assert [act.lacks_act for act in acts] == [False, True, True]
    assert [act.base_edition for act in acts] == [None, APPROVED, APPROVED]


def test_real_totals(real: duckdb.DuckDBPyConnection) -> None:
    """2019 by lines 2457.0 - 394.96, as printed 2457.0 - 419.96; 2020 2182.3 + 2041.0 and 2178.3 + 2020.0."""
    rows = records(editions.totals(real, KROPYVNYTSKYI))
    assert [(row.edition, row.fiscal_year, row.by_lines, row.as_printed) for row in rows] == [
        (APPROVED, 2019, thousands("2457.0"), thousands("2457.0")),
        (APPROVED, 2020, thousands("2182.3"), thousands("2178.3")),
        (APPROVED, 2021, thousands("1559.4"), thousands("1539.9")),
        (DRAFT, 2019, thousands("2062.04"), thousands("2037.04")),
        (DRAFT, 2020, thousands("4223.3"), thousands("4198.3")),
        (DRAFT, 2021, thousands("1559.4"), thousands("1539.9")),
    ]
    assert [row.difference / 1000 for row in rows] == [
        Decimal(gap) for gap in ("0", "-4", "-19.5", "-25", "-25", "-19.5")
    ]


def test_real_changes(real: duckdb.DuckDBPyConnection) -> None:
    """The draft prints -419.96 and +2020.0; its lines add up to -394.96 and +2041.0; it leaves 2021 alone."""
    rows = records(editions.changes(real, KROPYVNYTSKYI))
    assert [(row.edition, row.fiscal_year) for row in rows] == [(DRAFT, 2019), (DRAFT, 2020), (DRAFT, 2021)]
    assert [(row.before_as_printed, row.change_as_printed) for row in rows] == [
        (thousands("2457.0"), thousands("-419.96")),
        (thousands("2178.3"), thousands("2020.0")),
        (thousands("1539.9"), 0),
    ]
    assert [(row.before_by_lines, row.change_by_lines) for row in rows] == [
        (thousands("2457.0"), thousands("-394.96")),
        (thousands("2182.3"), thousands("2041.0")),
        (thousands("1559.4"), 0),
    ]


def test_real_funds(real: duckdb.DuckDBPyConnection) -> None:
    """The draft moves +23.1 and -418.06 in 2019, +2043.0 and -2.0 in 2020, by its lines."""
    sums = {
        (row.edition, row.fiscal_year, row.fund): row.amount for row in records(editions.by_fund(real, KROPYVNYTSKYI))
    }
    moved = {
        (year, fund): sums[DRAFT, year, fund] - sums[APPROVED, year, fund]
        for edition, year, fund in sums
        if edition == DRAFT
    }
    assert {key: change for key, change in moved.items() if change} == {
        (2019, "general"): thousands("23.1"),
        (2019, "special"): thousands("-418.06"),
        (2020, "general"): thousands("2043.0"),
        (2020, "special"): thousands("-2.0"),
    }


def test_real_checks(real: duckdb.DuckDBPyConnection) -> None:
    """Every printed programme total was compared: some hold, and a gap is printed minus computed."""
    rows = records(editions.checked(real, KROPYVNYTSKYI))
    found = {(row.document_id, row.fiscal_year, row.fund): row for row in rows}
    holds = found[APPROVED, 2019, "total"]
    assert (holds.severity, holds.printed, holds.difference) == ("verified", thousands("2457.0"), 0)
    fails = found[DRAFT, 2019, "total"]
    assert (fails.severity, fails.printed, fails.computed) == ("error", thousands("-419.96"), thousands("-394.96"))
    assert fails.difference == thousands("-25.0")
    assert fails.locators[0] == "рядок 81, графа 7"
    assert [row.document_id for row in rows] == sorted((row.document_id for row in rows), key=[APPROVED, DRAFT].index)


# --- chains written by hand


def plan(made: HandMade) -> dict[tuple[str, int], Decimal | None]:
    """Edition and year -> the plan by its lines."""
    with made.connect() as connection:
        return {(row.edition, row.fiscal_year): row.by_lines for row in records(editions.totals(connection, PROGRAMME))}


def changes(made: HandMade) -> list[Any]:
    with made.connect() as connection:
        return records(editions.changes(connection, PROGRAMME))


def test_deltas_are_added_up(made: HandMade) -> None:
    """Each adopted amendment adds to the plan before it: 100, 100 + 10, 100 + 10 - 30."""
    made.approved("approved", "2020-01-10")
    made.act("first", "2020-03-01")
    made.act("second", "2020-06-01")
    for act, amount in (("approved", "100.00"), ("first", "10.00"), ("second", "-30.00")):
        made.line(act, 2, amount)
    assert plan(made) == {("approved", 2020): 100, ("first", 2020): 110, ("second", 2020): 80}
    assert [(row.edition, row.before_by_lines, row.change_by_lines) for row in changes(made)] == [
        ("first", 100, 10),
        ("second", 110, -30),
    ]


def test_draft_is_no_base_for_what_is_adopted_later(made: HandMade) -> None:
    """A draft shows what it would make of the plan; a later act changes the plan in force, as if the draft were not."""
    made.approved("approved", "2020-01-10")
    made.draft("draft", "2020-03-01")
    made.act("adopted", "2020-06-01")
    for act, amount, total in (
        ("approved", "100.00", "101.00"),
        ("draft", "10.00", "11.00"),
        ("adopted", "-30.00", "-31.00"),
    ):
        made.line(act, 2, amount)
        made.total(act, total)
    assert plan(made) == {("approved", 2020): 100, ("draft", 2020): 110, ("adopted", 2020): 70}
    assert [(row.edition, row.before_by_lines, row.change_by_lines) for row in changes(made)] == [
        ("draft", 100, 10),
        ("adopted", 100, -30),
    ]
    assert [(row.before_as_printed, row.change_as_printed) for row in changes(made)] == [(101, 11), (101, -31)]


def test_plan_before_an_act(made: HandMade) -> None:
    """The newest act in force that prints amounts: no draft, nor an act without any."""
    made.approved("approved", "2020-01-10")
    made.draft("draft", "2020-03-01")
    made.act("missing", "2020-04-01", status=DocumentStatus.MISSING)
    made.act("adopted", "2020-06-01")
    for act in ("approved", "draft", "adopted"):
        made.line(act, 2, "1.00")
    with made.connect() as connection:
        acts = editions.editions_of(connection, PROGRAMME)
    assert [(act.edition, act.base_edition) for act in acts] == [
        ("approved", None),
        ("draft", "approved"),
        ("missing", "approved"),
        ("adopted", "approved"),
    ]


def test_two_drafts_do_not_add_up(made: HandMade) -> None:
    """Of two drafts each is added to the plan in force alone."""
    made.approved("approved", "2020-01-10")
    made.draft("draft-1", "2020-03-01")
    made.draft("draft-2", "2020-04-01")
    for act, amount in (("approved", "100.00"), ("draft-1", "10.00"), ("draft-2", "1.00")):
        made.line(act, 2, amount)
    assert plan(made) == {("approved", 2020): 100, ("draft-1", 2020): 110, ("draft-2", 2020): 101}


def test_restated_plan_replaces_what_was_before(made: HandMade) -> None:
    """An amendment that prints the whole plan anew is the plan; later deltas are added to it."""
    made.approved("approved", "2020-01-10")
    made.act("delta", "2020-03-01")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.act("last", "2020-09-01")
    for act, amount in (("approved", "100.00"), ("delta", "10.00"), ("anew", "200.00"), ("last", "-5.00")):
        made.line(act, 2, amount)
    assert plan(made) == {("approved", 2020): 100, ("delta", 2020): 110, ("anew", 2020): 200, ("last", 2020): 195}
    assert [(row.edition, row.before_by_lines, row.change_by_lines) for row in changes(made)] == [
        ("delta", 100, 10),
        ("anew", 110, 90),
        ("last", 200, -5),
    ]


def test_comparison_changes_its_lines_only(made: HandMade) -> None:
    """It prints one of two lines as 100 and 150 side by side: the plan grows from 150 to 200, by 50."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, "100.00")
    made.line("approved", 3, "50.00")
    made.act("compares", "2020-06-01")
    made.line("compares", 2, "100.00", basis=Basis.CURRENT)
    made.line("compares", 2, "150.00", basis=Basis.RESTATED)
    assert plan(made) == {("approved", 2020): 150, ("compares", 2020): 200}
    assert [(row.before_by_lines, row.change_by_lines) for row in changes(made)] == [(150, 50)]


def test_plan_beside_its_changes(made: HandMade) -> None:
    """One act prints a change of 20 and the plan of 125 after it: the change counts once."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, "100.00")
    made.act("both", "2020-06-01")
    made.line("both", 2, "20.00")
    made.line("both", 2, "125.00", basis=Basis.RESTATED)
    assert plan(made) == {("approved", 2020): 100, ("both", 2020): 125}
    assert [(row.before_by_lines, row.change_by_lines) for row in changes(made)] == [(100, 25)]


def test_year_that_a_restated_plan_drops(made: HandMade) -> None:
    """A year that stood in the plan and does not in the new one falls to nothing: that is a change, and is shown."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, "100.00", year=2020)
    made.line("approved", 2, "50.00", year=2021)
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("anew", 2, "120.00", year=2020)
    assert [(row.fiscal_year, row.before_by_lines, row.change_by_lines) for row in changes(made)] == [
        (2020, 100, 20),
        (2021, 50, -50),
    ]


def test_year_that_an_amendment_adds(made: HandMade) -> None:
    """A year that the plan did not have starts from nothing."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, "100.00", year=2020)
    made.act("later", "2020-06-01")
    made.line("later", 2, "7.00", year=2021)
    assert [(row.fiscal_year, row.before_by_lines, row.change_by_lines) for row in changes(made)] == [
        (2020, 100, 0),
        (2021, None, 7),
    ]


def test_change_as_printed_is_unknown_where_the_plan_before_prints_no_total(made: HandMade) -> None:
    """A missing printed total is unknown, not zero: a new total of 200 is no rise by 200."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, "180.00")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("anew", 2, "200.00")
    made.total("anew", "200.00")
    (row,) = changes(made)
    assert (row.before_as_printed, row.change_as_printed) == (None, None)
    assert (row.before_by_lines, row.change_by_lines) == (180, 20)


def test_change_as_printed_is_unknown_where_the_amendment_prints_no_total(made: HandMade) -> None:
    """An amendment that prints lines and no total moves the lines; as printed its change is unknown, not zero."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, "100.00")
    made.total("approved", "100.00")
    made.act("later", "2020-06-01")
    made.line("later", 2, "10.00")
    (row,) = changes(made)
    assert (row.before_as_printed, row.change_as_printed) == (100, None)
    assert (row.before_by_lines, row.change_by_lines) == (100, 10)


def test_lines_without_a_year(made: HandMade) -> None:
    """A line that prints only a total of all years counts in the plan, without a year, after the years."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, "10.00")
    made.line("approved", 3, "5.00", year=None, fund=Fund.UNSPECIFIED)
    made.act("later", "2020-06-01")
    made.line("later", 3, "-1.00", year=None, fund=Fund.UNSPECIFIED)
    with made.connect() as connection:
        totals = records(editions.totals(connection, PROGRAMME))
        funds = records(editions.by_fund(connection, PROGRAMME))
    assert [(row.edition, row.fiscal_year, row.by_lines) for row in totals] == [
        ("approved", 2020, 10),
        ("approved", None, 5),
        ("later", 2020, 10),
        ("later", None, 4),
    ]
    assert [(row.fiscal_year, row.fund, row.amount) for row in funds if row.edition == "later"] == [
        (2020, "general", 10),
        (None, "unspecified", 4),
    ]
    assert [(row.fiscal_year, row.before_by_lines, row.change_by_lines) for row in changes(made)] == [
        (2020, 10, 0),
        (None, 5, -1),
    ]


def test_amendment_without_a_plan_to_change(made: HandMade) -> None:
    """Deltas alone are no plan: where the act they change was not read, the amendment has none."""
    made.approved("approved", "2020-01-10")
    made.act("later", "2020-06-01")
    made.line("later", 2, "10.00")
    with made.connect() as connection:
        acts = editions.editions_of(connection, PROGRAMME)
        assert editions.programmes(connection) == []
    assert [(act.edition, act.has_amounts, act.has_plan) for act in acts] == [
        ("approved", False, False),
        ("later", True, False),
    ]
    assert plan(made) == {}


def test_change_of_an_unknown_plan_is_unknown(made: HandMade) -> None:
    """Where no plan is known before a restated one, what it changes is unknown; it is no rise from zero."""
    made.approved("approved", "2020-01-10")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("anew", 2, "200.00")
    made.total("anew", "200.00")
    assert [(row.before_by_lines, row.change_by_lines, row.change_as_printed) for row in changes(made)] == [
        (None, None, None)
    ]


def test_what_an_edition_counts(made: HandMade) -> None:
    """An edition adds up its base and the adopted deltas after it; other drafts and what was replaced are left out."""
    made.approved("approved", "2020-01-10")
    made.act("delta-1", "2020-03-01")
    made.draft("draft", "2020-04-01")
    made.act("delta-2", "2020-05-01")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    for act in ("approved", "delta-1", "draft", "delta-2", "anew"):
        made.line(act, 2, "1.00")
    with made.connect() as connection:
        assert editions.counted(connection, "draft") == ["approved", "delta-1", "draft"]
        assert editions.counted(connection, "delta-2") == ["approved", "delta-1", "delta-2"]
        assert editions.counted(connection, "anew") == ["anew"]


def test_plan_of_unknown_amounts_is_unknown(made: HandMade) -> None:
    """A year whose lines print no amount has an unknown plan, and so has what is changed from it."""
    made.approved("approved", "2020-01-10")
    made.line("approved", 2, None)
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("anew", 2, "200.00")
    assert plan(made) == {("approved", 2020): None, ("anew", 2020): 200}
    (row,) = changes(made)
    assert (row.before_by_lines, row.change_by_lines) == (None, None)
    with made.connect() as connection:
        funds = records(editions.by_fund(connection, PROGRAMME))
    assert [(row.edition, row.amount) for row in funds] == [("anew", 200)]


def test_missing_act_casts_doubt_on_what_follows(made: HandMade) -> None:
    """An act that nobody has stands in the chain without amounts; it and the acts after it are marked."""
    made.approved("approved", "2020-01-10")
    made.act("missing", "2020-03-01", status=DocumentStatus.MISSING)
    made.act("later", "2020-06-01")
    made.line("approved", 2, "100.00")
    made.line("later", 2, "1.00")
    with made.connect() as connection:
        acts = editions.editions_of(connection, PROGRAMME)
        (change,) = records(editions.changes(connection, PROGRAMME))
    assert [(act.edition, act.has_amounts, act.lacks_act) for act in acts] == [
        ("approved", True, False),
        ("missing", False, True),
        ("later", True, True),
    ]
    assert (change.edition, change.before_by_lines, change.change_by_lines) == ("later", 100, 1)


def test_a_plan_printed_whole_lacks_no_earlier_act(made: HandMade) -> None:
    """The change after the act that nobody has lacks it; the plan printed whole later, and its change, do not."""
    made.approved("approved", "2020-01-10")
    made.act("missing", "2020-02-01", status=DocumentStatus.MISSING)
    made.act("change", "2020-03-01")
    made.act("anew", "2020-04-01", basis=Basis.RESTATED)
    made.act("after", "2020-05-01")
    for name in ("approved", "change", "anew", "after"):
        made.line(name, 2, "100.00")
    with made.connect() as connection:
        acts = editions.editions_of(connection, PROGRAMME)
    assert [act.edition for act in acts if act.lacks_act] == ["missing", "change"]
    made.act("undated", None, status=DocumentStatus.MISSING)
    with made.connect() as connection:
        assert all(act.lacks_act for act in editions.editions_of(connection, PROGRAMME))


def test_two_acts_on_one_day(made: HandMade) -> None:
    """Acts of one day stand in the order of their names, and both count."""
    made.approved("approved", "2020-01-10")
    made.act("b", "2020-03-01")
    made.act("a", "2020-03-01")
    for act, amount in (("approved", "100.00"), ("a", "1.00"), ("b", "2.00")):
        made.line(act, 2, amount)
    with made.connect() as connection:
        acts = editions.editions_of(connection, PROGRAMME)
    assert [(act.edition, act.act_no) for act in acts] == [("approved", 1), ("a", 2), ("b", 3)]
    assert plan(made) == {("approved", 2020): 100, ("a", 2020): 101, ("b", 2020): 103}


def test_act_without_a_date_has_no_place(made: HandMade) -> None:
    """An act without a date is not put into the order, and changes no plan."""
    made.approved("approved", "2020-01-10")
    made.act("undated", None)
    made.line("approved", 2, "100.00")
    made.line("undated", 2, "10.00")
    assert plan(made) == {("approved", 2020): 100}
    assert changes(made) == []


def test_only_acts_that_set_a_plan_are_in_the_chain(made: HandMade) -> None:
    """A passport of the same programme is no edition of its plan."""
    made.approved("approved", "2020-01-10")
    made.act("passport", "2020-02-01", kind=DocumentKind.PASSPORT)
    with made.connect() as connection:
        assert [act.edition for act in editions.editions_of(connection, PROGRAMME)] == ["approved"]


def test_programmes_do_not_mix(made: HandMade) -> None:
    """Each programme has its own chain, numbers and sums; one without amounts is not offered."""
    made.programme("other", hromada="Інша громада")
    made.programme("empty")
    made.approved("approved", "2020-01-10")
    made.approved("other-approved", "2020-01-11", programme="other")
    made.line("approved", 2, "100.00")
    made.line("other-approved", 2, "7.00", fund=Fund.SPECIAL)
    with made.connect() as connection:
        assert [programme.programme_id for programme in editions.programmes(connection)] == [PROGRAMME, "other"]
        for name, act, fund, amount in (
            (PROGRAMME, "approved", "general", 100),
            ("other", "other-approved", "special", 7),
        ):
            assert [(row.edition, row.act_no) for row in editions.editions_of(connection, name)] == [(act, 1)]
            assert [(row.edition, row.by_lines) for row in records(editions.totals(connection, name))] == [
                (act, amount)
            ]
            assert [(row.fund, row.amount) for row in records(editions.by_fund(connection, name))] == [(fund, amount)]


@pytest.mark.parametrize("name", [PROGRAMME, "no such programme"])
def test_nothing_to_answer_from(made: HandMade, name: str) -> None:
    """Without amounts every answer is empty, for a programme that exists and for one that does not."""
    with made.connect() as connection:
        assert editions.programmes(connection) == []
        assert editions.editions_of(connection, name) == []
        for answer in (editions.totals, editions.by_fund, editions.changes, editions.checked):
            assert answer(connection, name).empty


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        ("2020-01-09", None),
        ("2020-01-10", "approved"),
        ("2020-05-31", "approved"),
        ("2020-06-01", "second"),
        ("2020-12-31", "second"),
    ],
)
def test_plan_in_force_on_a_day(made: HandMade, day: str, edition: str | None) -> None:
    """An act counts from its date on, the later of two of one day; no draft, nor an act without amounts."""
    made.approved("approved", "2020-01-10")
    made.draft("draft", "2020-03-01")
    made.act("missing", "2020-04-01", status=DocumentStatus.MISSING)
    made.act("second", "2020-06-01", number="10")
    made.act("first", "2020-06-01", number="9")
    made.act("unread", "2020-09-01")
    for name in ("approved", "draft", "first", "second"):
        made.line(name, 2, "1.00")
    with made.connect() as connection:
        acts = editions.editions_of(connection, PROGRAMME)
    found = editions.in_force_on(acts, date.fromisoformat(day))
    assert (found.edition if found else None) == edition


def test_undated_first_act_counts_from_the_start(made: HandMade) -> None:
    """Nothing says when an undated programme began: it is the plan of every day before the first dated act."""
    made.act("approved", None, basis=Basis.RESTATED, kind=DocumentKind.PROGRAMME)
    made.act("later", "2020-06-01")
    made.line("approved", 2, "1.00")
    made.line("later", 2, "1.00")
    with made.connect() as connection:
        acts = editions.editions_of(connection, PROGRAMME)
    days = (date(1991, 1, 1), date(2020, 5, 31), date(2020, 6, 1))
    found = [editions.in_force_on(acts, day) for day in days]
    assert [act.edition for act in found if act] == ["approved", "approved", "later"]


def test_real_plan_in_force(real: duckdb.DuckDBPyConnection) -> None:
    """The draft of November 2019 is never in force; № 2722 has no text, so № 2285 is the newest plan at hand."""
    acts = editions.editions_of(real, KROPYVNYTSKYI)
    days = (date(2019, 1, 30), date(2019, 1, 31), date(2019, 12, 31))
    assert [act and act.edition for act in (editions.in_force_on(acts, day) for day in days)] == [
        None,
        APPROVED,
        APPROVED,
    ]
