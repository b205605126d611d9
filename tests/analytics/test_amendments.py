"""What each decision changes: the ledger, the steps from plan to plan, two editions, printed totals of changes."""

from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import amendments, edition_difference, editions, plan_steps
from analytics.frames import records, total
from analytics.plan_steps import Part
from data.contracts import Basis, DocumentStatus, Fund, Level
from tests.analytics.handmade import PROGRAMME, HandMade

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
APPROVED, MISSING, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-2722", "kropyvnytskyi-draft-698"


def thousands(text: str) -> Decimal:
    return Decimal(text) * 1000


class Answers:
    """What is asked of a programme, as the page asks it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, programme: str = PROGRAMME) -> None:
        self.plans = amendments.plans(connection, programme)
        self.ledger = amendments.ledger(connection, programme)
        self.acts = editions.editions_of(connection, programme)

    def steps(self, last: str, **narrowed: Any) -> list[tuple[str, str, Any]]:
        plans, ledger = (amendments.narrowed(frame, **narrowed) for frame in (self.plans, self.ledger))
        rows = records(plan_steps.steps(plans, ledger, self.acts, last))
        return [(row.edition, row.part, row.amount) for row in rows]

    def of(self, edition: str) -> list[Any]:
        return records(self.ledger[self.ledger["edition"] == edition])


def asked(made: HandMade) -> Answers:
    with made.connect() as connection:
        return Answers(connection)


@pytest.fixture
def kropyvnytskyi(real: duckdb.DuckDBPyConnection) -> Answers:
    return Answers(real, KROPYVNYTSKYI)


# --- the real programme


def test_real_steps_of_2019(kropyvnytskyi: Answers) -> None:
    """Thousand UAH by lines: 2457.0, a decision nobody has, the changes of the draft, 2457.0 - 394.96 = 2062.04."""
    steps = kropyvnytskyi.steps(DRAFT, years=[2019])
    assert [(edition, part) for edition, part, _amount in steps] == [
        (APPROVED, Part.FIRST),
        (MISSING, Part.UNSEEN),
        (DRAFT, Part.INCREASE),
        (DRAFT, Part.DECREASE),
        (DRAFT, Part.LAST),
    ]
    first, unseen, added, cut, last = (amount for _edition, _part, amount in steps)
    assert (first, unseen, last) == (thousands("2457.0"), None, thousands("2062.04"))
    assert added + cut == thousands("-394.96")


def test_real_steps_of_2020(kropyvnytskyi: Answers) -> None:
    """Thousand UAH by lines: 2182.3 + 2041.0 = 4223.3."""
    first, unseen, added, cut, last = (amount for _e, _p, amount in kropyvnytskyi.steps(DRAFT, years=[2020]))
    assert (first, unseen, last) == (thousands("2182.3"), None, thousands("4223.3"))
    assert added + cut == thousands("2041.0")


def test_real_printed_totals(real: duckdb.DuckDBPyConnection) -> None:
    """Thousand UAH: 2019 prints -419.96 over -394.96, residual -25.0; 2020 +2020.0 over +2041.0, residual -21.0."""
    rows = {
        (row.level, row.spending_unit, row.fiscal_year, row.fund): row
        for row in records(amendments.printed_changes(real, DRAFT))
    }
    for year, printed, computed, residual in (
        (2019, "-419.96", "-394.96", "-25.0"),
        (2020, "2020.0", "2041.0", "-21.0"),
    ):
        row = rows["programme", None, year, "total"]
        assert (row.printed, row.computed, row.residual) == (
            thousands(printed),
            thousands(computed),
            thousands(residual),
        )
    assert rows["programme", None, 2019, "total"].locator == "рядок 81, графа 7"


def test_real_residual_of_a_unit(real: duckdb.DuckDBPyConnection) -> None:
    """The unit for the rights of children prints -1.85 for 2019 and +28.75 for all years; its lines are -1.85 (17.2),
    +4.0 (17.4) and +30.6 of 2020."""
    differ = [
        (row.spending_unit, row.fiscal_year, row.fund, row.residual)
        for row in records(amendments.printed_changes(real, DRAFT))
        if row.level == "spending_unit" and row.residual
    ]
    unit = "Управління з питань захисту прав дітей"
    assert differ == [(unit, 2019, "total", thousands("-4.0")), (unit, None, "total", thousands("-4.0"))]


def test_real_totals_of_tasks_and_of_all_years(real: duckdb.DuckDBPyConnection) -> None:
    """Thousand UAH: task 1 prints +1612.0 for 2020 over 1582.0 (1.5), and +1620.0 for all years over 8.0 + 1582.0; task
    10 holds. The programme prints +1600.04 for all years over -394.96 + 2041.0 = 1646.04."""
    rows = records(amendments.printed_changes(real, DRAFT))
    tasks = {(row.locator, row.residual): (row.printed, row.computed) for row in rows if row.level == "task"}
    assert {place: amounts for place, amounts in tasks.items() if place[1]} == {
        ("рядок 83, графа 11", thousands("30.0")): (thousands("1612.0"), thousands("1582.0")),
        ("рядок 83, графа 9", thousands("30.0")): (thousands("1612.0"), thousands("1582.0")),
        ("рядок 83, графа 12", thousands("30.0")): (thousands("1620.0"), thousands("1590.0")),
    }
    assert len(tasks) == 9
    (whole,) = [row for row in rows if row.level == "programme" and row.fiscal_year is None]
    assert (whole.printed, whole.computed) == (thousands("1600.04"), thousands("1646.04"))


def test_an_act_that_prints_a_plan_prints_no_totals_of_changes(real: duckdb.DuckDBPyConnection) -> None:
    """The approved programme prints totals of a plan: none of them is a change."""
    assert amendments.printed_changes(real, APPROVED).empty


def test_real_lines_of_unknown_base(kropyvnytskyi: Answers) -> None:
    """26.6 loses 9.0 in the draft and stands in no plan at hand: before and after are unknown, not zero."""
    (row,) = [row for row in kropyvnytskyi.of(DRAFT) if row.line_code == "26.6"]
    assert (row.before, row.delta, row.after) == (None, thousands("-9.0"), None)
    assert (row.base_unknown, row.missing_act) == (True, MISSING)


def test_real_ledger_in_the_order_of_the_document(kropyvnytskyi: Answers) -> None:
    """The draft prints 1.4 in row 84, 1.5 in row 85, 3.2 in row 86, and 28.5 last, in row 152."""
    codes = list(dict.fromkeys(row.line_code for row in kropyvnytskyi.of(DRAFT)))
    assert codes[:3] == ["1.4", "1.5", "3.2"]
    assert codes[-1] == "28.5"


def test_real_before_and_change_make_after(kropyvnytskyi: Answers) -> None:
    """Before + change = after wherever the plan before is known."""
    known = [row for row in kropyvnytskyi.of(DRAFT) if not row.base_unknown]
    assert len(known) == 28
    assert all(row.before + row.delta == row.after for row in known)


def test_real_editions_side_by_side(kropyvnytskyi: Answers) -> None:
    """10.8.1: 28.0 in the special fund becomes 28.0 in the general fund. What differs the other way has other signs."""
    found = records(edition_difference.between(kropyvnytskyi.plans, APPROVED, DRAFT))
    cards = {row.fund: (row.before, row.after, row.difference) for row in found if row.line_code == "10.8.1"}
    assert cards == {
        "general": (0, thousands("28.0"), thousands("28.0")),
        "special": (thousands("28.0"), 0, thousands("-28.0")),
    }
    back = records(edition_difference.between(kropyvnytskyi.plans, DRAFT, APPROVED))
    assert total(row.difference for row in [*found, *back]) == 0
    assert len(back) == len(found)


# --- chains written by hand


def test_steps_of_a_chain_add_up(made: HandMade) -> None:
    """100 + 50; first act +10 and -30; second act +7: 130, then 137. Each act is told from the plan before it."""
    made.approved("approved", "2020-01-10")
    made.act("first", "2020-03-01")
    made.act("second", "2020-06-01")
    for act, row, amount in (
        ("approved", 2, "100.00"),
        ("approved", 3, "50.00"),
        ("first", 2, "10.00"),
        ("first", 3, "-30.00"),
        ("second", 3, "7.00"),
    ):
        made.line(act, row, amount)
    answers = asked(made)
    assert answers.steps("second") == [
        ("approved", Part.FIRST, 150),
        ("first", Part.INCREASE, 10),
        ("first", Part.DECREASE, -30),
        ("second", Part.INCREASE, 7),
        ("second", Part.LAST, 137),
    ]
    assert answers.steps("first")[-1] == ("first", Part.LAST, 130)
    (row,) = answers.of("second")
    assert (row.before, row.delta, row.after) == (20, 7, 27)


def test_steps_pass_over_other_drafts(made: HandMade) -> None:
    """A draft is no step on the way to an act; it is one on the way to itself alone."""
    made.approved("approved", "2020-01-10")
    made.draft("draft", "2020-02-01")
    made.act("adopted", "2020-03-01")
    for act, amount in (("approved", "100.00"), ("draft", "40.00"), ("adopted", "-5.00")):
        made.line(act, 2, amount)
    answers = asked(made)
    assert answers.steps("adopted") == [
        ("approved", Part.FIRST, 100),
        ("adopted", Part.DECREASE, -5),
        ("adopted", Part.LAST, 95),
    ]
    assert answers.steps("draft") == [
        ("approved", Part.FIRST, 100),
        ("draft", Part.INCREASE, 40),
        ("draft", Part.LAST, 140),
    ]


def test_an_act_that_nobody_has_is_a_step_without_an_amount(made: HandMade) -> None:
    """The gap stands in its place in the chain; an act after the last one is no step."""
    made.approved("approved", "2020-01-10")
    made.act("missing", "2020-02-01", status=DocumentStatus.MISSING)
    made.act("adopted", "2020-03-01")
    made.act("later", "2020-04-01", status=DocumentStatus.MISSING)
    made.line("approved", 2, "100.00")
    made.line("adopted", 2, "1.00")
    steps = asked(made).steps("adopted")
    assert [(edition, part) for edition, part, _amount in steps] == [
        ("approved", Part.FIRST),
        ("missing", Part.UNSEEN),
        ("adopted", Part.INCREASE),
        ("adopted", Part.LAST),
    ]
    assert steps[1] == ("missing", Part.UNSEEN, None)


def test_amount_that_becomes_words_is_an_untold_step(made: HandMade) -> None:
    """100 + 50; the plan printed anew holds 60 and words: +10 is told by lines, -100 is not, 60 is left."""
    made.approved("approved", "2020-01-10")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("approved", 2, "100.00")
    made.line("approved", 3, "50.00")
    made.line("anew", 2, None, funding_note="В межах фінансування")
    made.line("anew", 3, "60.00")
    answers = asked(made)
    assert answers.steps("anew") == [
        ("approved", Part.FIRST, 150),
        ("anew", Part.INCREASE, 10),
        ("anew", Part.UNTOLD, -100),
        ("anew", Part.LAST, 60),
    ]
    change = amendments.change(answers.ledger)
    assert (change.net, change.lines, change.unknown) == (10, 2, 1)


def test_changes_without_a_plan_stand_alone(made: HandMade) -> None:
    """The act that approves was not read, the first amendment prints changes, the next the whole plan: the way to the
    first amendment has its changes and no plan; the way to the next starts from nothing known."""
    made.approved("approved", "2020-01-10")
    made.act("first", "2020-03-01")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("first", 2, "10.00")
    made.line("first", 3, "-4.00")
    made.line("anew", 2, "200.00")
    answers = asked(made)
    assert answers.steps("first") == [("first", Part.INCREASE, 10), ("first", Part.DECREASE, -4)]
    assert answers.steps("anew")[0] == ("anew", Part.FIRST, 200)


def test_changes_of_a_step(made: HandMade) -> None:
    """A step of what is added holds the rises, one of what is cut the falls; a plan holds no changes."""
    made.approved("approved", "2020-01-10")
    made.act("act", "2020-03-01")
    for act, row, amount in (("approved", 2, "5.00"), ("approved", 3, "5.00"), ("act", 2, "2.00"), ("act", 3, "-3.00")):
        made.line(act, row, amount)
    ledger = asked(made).ledger
    assert list(plan_steps.of_part(ledger, Part.INCREASE)["delta"]) == [2]
    assert list(plan_steps.of_part(ledger, Part.DECREASE)["delta"]) == [-3]
    assert plan_steps.of_part(ledger, Part.LAST).empty
    assert list(plan_steps.of_part(ledger.iloc[:0], Part.INCREASE).columns) == list(ledger.columns)


def test_between_any_two_points(made: HandMade) -> None:
    """From 100 over 110 to 80: the first and the last differ by -20; a new line rises from zero; an equal one is left
    out."""
    made.approved("approved", "2020-01-10")
    made.act("first", "2020-03-01")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("approved", 2, "100.00")
    made.line("approved", 3, "5.00")
    made.line("first", 2, "10.00")
    made.line("anew", 2, "80.00")
    made.line("anew", 3, "5.00")
    made.line("anew", 4, "9.00")
    plans = asked(made).plans
    found = {row.line_code: row for row in records(edition_difference.between(plans, "approved", "anew"))}
    assert {code: (row.before, row.after, row.difference) for code, row in found.items()} == {
        "2": (100, 80, -20),
        "4": (0, 9, 9),
    }
    assert edition_difference.between(plans, "anew", "anew").empty


def test_same_words_are_no_difference(made: HandMade) -> None:
    """Words that both editions print tell nothing; words in place of an amount are a difference that is not known."""
    words = "В межах фінансування"
    made.approved("approved", "2020-01-10")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("approved", 2, None, funding_note=words)
    made.line("approved", 3, "7.00")
    made.line("anew", 2, None, funding_note=words)
    made.line("anew", 3, None, funding_note=words)
    (row,) = records(edition_difference.between(asked(made).plans, "approved", "anew"))
    assert (row.line_code, row.before, row.after, row.difference) == ("3", 7, None, None)


def test_groups_hold_what_is_added_and_what_is_cut(made: HandMade) -> None:
    """Education gains 10 and loses 4, culture loses 20: what moves most comes first; what has no unit is None."""
    made.approved("approved", "2020-01-10")
    made.act("act", "2020-03-01")
    for row, unit, amount in (
        (2, "Освіта", "10.00"),
        (3, "Освіта", "-4.00"),
        (4, "Культура", "-20.00"),
        (5, None, "1"),
    ):
        made.line("approved", row, "50.00", spending_unit=unit)
        made.line("act", row, amount, spending_unit=unit)
    groups = records(amendments.by(asked(made).ledger, "spending_unit"))
    assert [(row.group, row.increase, row.decrease, row.net, row.lines) for row in groups] == [
        ("Культура", 0, -20, -20, 1),
        ("Освіта", 10, -4, 6, 2),
        (None, 1, 0, 1, 1),
    ]


def test_narrowed_by_year_unit_and_fund() -> None:
    """Each filter leaves its rows; none named leaves all."""
    frame = pd.DataFrame(
        {
            "fiscal_year": [2019, 2020, None],
            "spending_unit": ["a", "b", "a"],
            "fund": ["general", "special", "general"],
        },
        dtype=object,
    )
    assert len(amendments.narrowed(frame)) == 3
    assert list(amendments.narrowed(frame, years=[2020])["spending_unit"]) == ["b"]
    assert list(amendments.narrowed(frame, units=["a"], funds=["general"])["fiscal_year"]) == [2019, None]


def test_printed_total_of_both_funds_and_of_one(made: HandMade) -> None:
    """The act prints 12 over both funds and 10 for the general one; its lines are 10 and 3: residuals -1 and 0."""
    made.approved("approved", "2020-01-10")
    made.act("act", "2020-03-01")
    made.line("approved", 2, "50.00")
    made.line("act", 2, "10.00")
    made.line("act", 3, "3.00", fund=Fund.SPECIAL)
    made.total("act", "12.00")
    made.total("act", "10.00", fund=Fund.GENERAL)
    with made.connect() as connection:
        rows = records(amendments.printed_changes(connection, "act"))
    assert [(row.fund, row.printed, row.computed, row.residual) for row in rows] == [
        ("total", 12, 13, -1),
        ("general", 10, 10, 0),
    ]


def test_printed_total_of_a_unit_holds_its_own_lines(made: HandMade) -> None:
    """The total of a unit is compared with its lines alone."""
    made.approved("approved", "2020-01-10")
    made.act("act", "2020-03-01")
    made.line("approved", 2, "50.00")
    made.line("act", 2, "10.00")
    made.line("act", 3, "3.00", spending_unit="Культура")
    made.line("act", 9, "3.00", spending_unit="Культура", level=Level.SPENDING_UNIT, fund=Fund.TOTAL, is_total=True)
    with made.connect() as connection:
        (row,) = records(amendments.printed_changes(connection, "act"))
    assert (row.level, row.spending_unit, row.computed, row.residual) == ("spending_unit", "Культура", 3, 0)


def test_acts_without_a_date(made: HandMade) -> None:
    """An amendment without a date is told apart; those in the chain, and the act that approves, are not among them."""
    made.approved("approved", "2020-01-10")
    made.act("undated", None, number="7")
    made.act("dated", "2020-02-01")
    made.draft("draft", "2020-03-01")
    with made.connect() as connection:
        assert [(row.document_id, row.number) for row in records(amendments.undated(connection, PROGRAMME))] == [
            ("undated", "7")
        ]
        assert amendments.undated(connection, "no such programme").empty
