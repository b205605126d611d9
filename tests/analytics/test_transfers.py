"""What moved where: changes of one unit and year that cancel out, each by a rule, nothing guessed."""

import random
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

import duckdb
import pandas as pd
import pytest

import analytics.transfers
from analytics import amendments
from analytics.transfers import MOST_CHANGES, Rule, transfers

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"


def ledger(*changes: tuple[Any, ...], unit: str | None = "Освіта", year: int | None = 2020) -> pd.DataFrame:
    """Rows as of `amendments.ledger`: line, fund, change; unit and year may follow."""
    rows = []
    for line, fund, delta, *other in changes:
        own_unit, own_year = [*other, *(unit, year)[len(other) :]]
        rows.append(
            {
                "edition": "act",
                "spending_unit": own_unit,
                "fiscal_year": own_year,
                "line_id": line,
                "line_code": line,
                "fund": fund,
                "delta": None if delta is None else Decimal(delta),
            }
        )
    return pd.DataFrame(rows, dtype=object)


def found(frame: pd.DataFrame) -> list[tuple[str, int, list[str], list[str]]]:
    """Rule, amount, lines that give, lines that take."""
    return [
        (
            transfer.rule,
            int(transfer.amount),
            [row.line_code for row in transfer.giving],
            [row.line_code for row in transfer.taking],
        )
        for transfer in transfers(frame)
    ]


def test_one_line_moves_between_funds() -> None:
    """Line 1 loses 28 in the special fund and gains 28 in the general one."""
    assert found(ledger(("1", "special", "-28"), ("1", "general", "28"))) == [(Rule.FUNDS, 28, ["1"], ["1"])]


def test_what_moves_within_some_of_the_funds() -> None:
    """Line 3 takes 10 and 7; of it 10 comes from its own fund, and the special fund alone moves nothing."""
    (moved,) = transfers(ledger(("1", "general", "-10"), ("2", "special", "-7"), ("3", "general", "17")))
    assert [moved.within(()), moved.within(["general"]), moved.within(["special"])] == [17, 10, 0]
    assert moved.within(["general", "special"]) == 17


def test_two_lines_of_one_fund() -> None:
    """Line 1 loses what line 2 gains in the same fund."""
    assert found(ledger(("1", "special", "-19"), ("2", "special", "19"))) == [(Rule.ONE_FUND, 19, ["1"], ["2"])]


def test_two_lines_over_both_funds() -> None:
    """Line 1 loses in one fund what line 2 gains in the other."""
    assert found(ledger(("1", "special", "-3"), ("2", "general", "3"))) == [(Rule.BOTH_FUNDS, 3, ["1"], ["2"])]


def test_one_line_gives_to_two() -> None:
    """-10 = 6 + 4, and no two changes cancel out."""
    assert found(ledger(("1", "general", "-10"), ("2", "general", "6"), ("3", "general", "4"))) == [
        (Rule.ONE_FUND, 10, ["1"], ["2", "3"])
    ]


def test_groups_of_another_size_make_it_ambiguous() -> None:
    """-10 cancels out with +10, and with 6 and 4 too: nobody says which, so nothing is told."""
    rows = ledger(("1", "general", "-10"), ("2", "general", "10"), ("3", "general", "6"), ("4", "general", "4"))
    assert found(rows) == []


def test_a_change_of_the_other_fund_makes_it_ambiguous() -> None:
    """-5 and +5 of the general fund would be a transfer, but line 3 gains 5 in the special fund."""
    rows = ledger(("1", "general", "-5"), ("2", "general", "5"), ("3", "special", "5"))
    assert found(rows) == []


def test_four_changes_are_no_group() -> None:
    """-10 = 1 + 2 + 7 cancels out, but so many do by chance: a group has at most three changes."""
    rows = ledger(("1", "general", "-10"), ("2", "general", "1"), ("3", "general", "2"), ("4", "general", "7"))
    assert found(rows) == []


def test_the_line_itself_comes_before_other_lines() -> None:
    """Line 1 moves 5 between its funds; line 2 gains 5 too, and is not joined to it."""
    rows = ledger(("1", "special", "-5"), ("1", "general", "5"), ("2", "special", "5"))
    assert found(rows) == [(Rule.FUNDS, 5, ["1"], ["1"])]


def test_an_ambiguous_pair_is_left_alone() -> None:
    """Line 1 loses 5, lines 2 and 3 gain 5 each: nobody says which of them got it."""
    assert found(ledger(("1", "general", "-5"), ("2", "general", "5"), ("3", "general", "5"))) == []


def test_an_ambiguous_pair_leaves_others_alone() -> None:
    """Beside an ambiguous 5 the 8 of lines 4 and 5 is told."""
    rows = ledger(
        ("1", "general", "-5"),
        ("2", "general", "5"),
        ("3", "general", "5"),
        ("4", "general", "-8"),
        ("5", "general", "8"),
    )
    assert found(rows) == [(Rule.ONE_FUND, 8, ["4"], ["5"])]


def test_units_years_and_acts_do_not_mix() -> None:
    """What one unit, year or act loses and another gains is no transfer within a unit."""
    assert found(ledger(("1", "general", "-5", "Освіта"), ("2", "general", "5", "Культура"))) == []
    assert found(ledger(("1", "general", "-5", "Освіта", 2019), ("2", "general", "5", "Освіта", 2020))) == []
    two = ledger(("1", "general", "-5"), ("2", "general", "5"))
    two.loc[1, "edition"] = "other"
    assert found(two) == []


def test_near_is_not_exact() -> None:
    """One kopiyka less is no transfer."""
    assert found(ledger(("1", "general", "-5.00"), ("2", "general", "4.99"))) == []


def test_unknown_changes_and_zeros_take_no_part() -> None:
    """A change that is not known in money joins nothing; nor does one of zero."""
    rows = ledger(("1", "general", "-5"), ("2", "general", None), ("3", "general", "0"), ("4", "general", "5"))
    assert found(rows) == [(Rule.ONE_FUND, 5, ["1"], ["4"])]
    assert found(ledger(("1", "general", None))) == []
    assert transfers(ledger(("1", "general", "1")).iloc[:0]) == []


def test_lines_without_a_unit_or_a_year() -> None:
    """Where the document names no unit and no year, they are None, not a number that is none."""
    (transfer,) = transfers(ledger(("1", "general", "-5"), ("2", "general", "5"), unit=None, year=None))
    assert (transfer.spending_unit, transfer.fiscal_year) == (None, None)


def test_of_too_many_changes_only_funds_are_looked_at() -> None:
    """Among very many changes some cancel out by chance: only a line that moves between its funds is told."""
    many = [(str(number), "general", str(1000 + number)) for number in range(MOST_CHANGES)]
    rows = ledger(*many, ("give", "general", "-1000"), ("both", "special", "-7"), ("both", "general", "7"))
    assert found(rows) == [(Rule.FUNDS, 7, ["both"], ["both"])]


def test_many_equal_changes_do_not_make_the_search_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """12 x (+10) and 12 x (-10): nothing is told, and no more groups are looked at than six changes have of two and
    three, 15 + 20."""
    looked_at = 0

    def counted(places: Iterable[int], size: int) -> Iterator[tuple[int, ...]]:
        nonlocal looked_at
        for group in combinations(places, size):
            looked_at += 1
            yield group

    monkeypatch.setattr(analytics.transfers, "combinations", counted)
    assert found(ledger(*((str(number), "general", "10" if number % 2 else "-10") for number in range(24)))) == []
    assert looked_at <= 15 + 20
    assert found(ledger(*((str(number), "general", "10" if number % 2 else "-10") for number in range(6)))) == []
    assert looked_at <= 2 * (15 + 20)


def by_chance(changes: int, *, step: int) -> int:
    """In how many of 200 random sets of changes a transfer is told; each 0,1 to 100,0 thousand UAH, by `step` of
    0,1."""
    chance = random.Random(2722)
    told = 0
    for _set in range(200):
        amounts = [chance.choice((-100, 100)) * chance.randrange(step, 1001, step) for _change in range(changes)]
        told += bool(found(ledger(*((str(line), "general", amount) for line, amount in enumerate(amounts)))))
    return told


def test_chance_makes_few_transfers() -> None:
    """Of six random changes in tenths of a thousand about 2 sets in 100 give a transfer, in whole thousands about 15;
    of more changes none does."""
    assert by_chance(6, step=1) <= 200 * 4 / 100
    assert by_chance(6, step=10) <= 200 * 20 / 100
    assert by_chance(14, step=10) == 0


def test_the_largest_come_first() -> None:
    """28 before 3."""
    rows = ledger(("1", "special", "-3"), ("1", "general", "3"), ("2", "special", "-28"), ("2", "general", "28"))
    assert [amount for _rule, amount, _giving, _taking in found(rows)] == [28, 3]


def test_real_transfers(real: duckdb.DuckDBPyConnection) -> None:
    """The draft of 26.11.2019, UAH: system units against printers in communal property, video cards and hard disks
    between the funds, PCs against MFPs in the department of culture, PCs against an MFP in the architectural control,
    PCs of the special against UPS of the general fund in land relations."""
    ledger = amendments.ledger(real, KROPYVNYTSKYI)
    assert [
        (transfer.spending_unit or "", *row) for transfer, row in zip(transfers(ledger), found(ledger), strict=True)
    ] == [
        ("Управління комунальної власності", Rule.ONE_FUND, 36_000, ["21.1"], ["21.9"]),
        ("Виконавчий комітет Міської ради міста Кропивницького", Rule.FUNDS, 28_000, ["10.8.1"], ["10.8.1"]),
        ("Виконавчий комітет Міської ради міста Кропивницького", Rule.FUNDS, 20_000, ["10.8.4"], ["10.8.4"]),
        ("Відділ культури і туризму", Rule.ONE_FUND, 18_900, ["14.1"], ["14.2"]),
        ("Управління Державного архітектурно-будівельного контролю", Rule.ONE_FUND, 9_000, ["26.6"], ["26.1"]),
        (
            "Управління земельних відносин та охорони навколишнього природного середовища",
            Rule.BOTH_FUNDS,
            3_100,
            ["25.1"],
            ["25.6"],
        ),
    ]


def test_a_transfer_adds_up_to_nothing(real: duckdb.DuckDBPyConnection) -> None:
    """What a transfer takes is what it gives; no change stands in two of them."""
    told = transfers(amendments.ledger(real, KROPYVNYTSKYI))
    assert all(sum(row.delta for row in transfer.changes) == 0 for transfer in told)
    changes = [(row.line_id, row.fiscal_year, row.fund) for transfer in told for row in transfer.changes]
    assert len(changes) == len(set(changes))
