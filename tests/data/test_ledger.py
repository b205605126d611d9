"""What each amendment changes: before + delta = after, on chains of acts made by hand and on the real one."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import lineage, warehouse
from data.contracts import Allocation, Contract, DocumentKind, DocumentStatus, Fund, Programme
from tests.data.chains import Act, Line, WarehouseOf, compared, delta, ledger, rows

DECISION, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"
WORDS = "В межах фінансування"


@pytest.fixture(scope="module")
def real(warehouse_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with warehouse.connect(warehouse_path) as connection:
        yield connection


def test_changes(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An increase, a decrease, a decrease to nothing and a new line; what an act does not print is no change."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            *(line("a", f"1.{number}", 10) for number in range(1, 5)),
            delta(line, "b", "1.1", 5),
            delta(line, "b", "1.2", -4),
            delta(line, "b", "1.3", -10),
            delta(line, "b", "1.5", 7),
        ]
    )
    assert ledger(connection, "a") == []
    assert ledger(connection, "b") == [
        ("1.1", 2021, 10, 5, 15, "increase"),
        ("1.2", 2021, 10, -4, 6, "decrease"),
        ("1.3", 2021, 10, -10, 0, "decrease"),
        ("1.5", 2021, 0, 7, 7, "new"),
    ]
    assert rows(connection, "SELECT DISTINCT is_printed, base_unknown FROM amendment_ledger") == [(True, False)]


def test_changes_of_a_plan_printed_anew(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """They are computed: 1.1 grows from 12 (10 and a change of 2) to 20, 1.2 is dropped, 1.3 is new, 1.4 stays."""
    connection = warehouse_of(
        [
            *(act(name, f"2021-0{month}-01") for month, name in enumerate("abc", start=1)),
            line("a", "1.1", 10),
            line("a", "1.2", 6),
            line("a", "1.4", 1),
            delta(line, "b", "1.1", 2),
            line("c", "1.1", 20),
            line("c", "1.3", 5),
            line("c", "1.4", 1),
        ]
    )
    assert ledger(connection, "c") == [
        ("1.1", 2021, 12, 8, 20, "increase"),
        ("1.2", 2021, 6, -6, 0, "dropped"),
        ("1.3", 2021, 0, 5, 5, "new"),
    ]
    assert rows(connection, "SELECT DISTINCT is_printed FROM amendment_ledger WHERE edition = 'c'") == [(False,)]


def test_changes_of_a_comparison(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Of 1.1 only 2021 grows, 1.2 is dropped, 1.4 is new; 1.3, which it does not print, does not change."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100, row_no=1),
            line("a", "1.1", 60, fiscal_year=2022, row_no=1),
            line("a", "1.2", 20),
            line("a", "1.3", 7),
            *compared(line, "b", 50, "1.1", {2021: 100}, {2021: 130}),
            *compared(line, "b", 51, "1.2", {2021: 20}, {2021: None}),
            *compared(line, "b", 52, "1.4", {}, {2021: 15}),
        ]
    )
    assert ledger(connection, "b") == [
        ("1.1", 2021, 100, 30, 130, "increase"),
        ("1.2", 2021, 20, -20, 0, "dropped"),
        ("1.4", 2021, 0, 15, 15, "new"),
    ]


def test_a_year_of_a_line_falls_away(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """The line stands with its other year, so it is not dropped."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100, row_no=1),
            line("a", "1.1", 60, fiscal_year=2022, row_no=1),
            line("b", "1.1", 100),
        ]
    )
    assert ledger(connection, "b") == [("1.1", 2022, 60, -60, 0, "decrease")]


def test_several_changes_of_one_line(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Two rows that change one line, one without a number and with the name in other words, add up: 20 - 15 + 3."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 20, name="Принтер"),
            delta(line, "b", "1.1", -15, name="Принтери"),
            delta(line, "b", None, 3, name="Принтер"),
        ]
    )
    assert ledger(connection, "b") == [("1.1", 2021, 20, -12, 8, "decrease")]
    assert rows(connection, "SELECT cell.value FROM amendment_ledger, unnest(cells) AS part(cell)") == [(-15,), (3,)]


def test_moved_between_funds(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """28 leave the special fund for the general one; 1.2 gives 5 and takes 6, which is no move."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 28, fund=Fund.SPECIAL),
            line("a", "1.2", 5, fund=Fund.SPECIAL),
            delta(line, "b", "1.1", -28, fund=Fund.SPECIAL, row_no=3),
            delta(line, "b", "1.1", 28, row_no=3),
            delta(line, "b", "1.2", -5, fund=Fund.SPECIAL, row_no=4),
            delta(line, "b", "1.2", 6, row_no=4),
        ]
    )
    assert ledger(connection, "b") == [
        ("1.1", 2021, "general", 0, 28, 28, "moved_between_funds"),
        ("1.1", 2021, "special", 28, -28, 0, "moved_between_funds"),
        ("1.2", 2021, "general", 0, 6, 6, "increase"),
        ("1.2", 2021, "special", 5, -5, 0, "decrease"),
    ]


def test_a_plan_that_names_no_funds(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A plan printed anew without funds moves nothing: where the money stands now is not said."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 28, row_no=1),
            line("a", "1.1", 2, fund=Fund.SPECIAL, row_no=1),
            line("b", "1.1", 30, fund=Fund.UNSPECIFIED),
        ]
    )
    assert [row[-1] for row in ledger(connection, "b")] == ["decrease", "decrease", "increase"]


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        (WORDS, 5, (None, None, 5, "unknown")),
        (5, WORDS, (5, None, None, "unknown")),
        (WORDS, "Не потребує фінансування", (None, None, None, "unknown")),
        (WORDS, WORDS, None),
        (WORDS, None, (None, None, 0, "dropped")),
        (None, WORDS, (0, None, None, "new")),
    ],
)
def test_words_in_place_of_an_amount(
    warehouse_of: WarehouseOf,
    act: Act,
    line: Line,
    was: str | int | None,
    becomes: str | int | None,
    expected: tuple[object, ...] | None,
) -> None:
    """Words are not zero: what cannot be subtracted is unknown, but that a line is new or dropped is known."""

    def printed(document_id: str, value: str | int | None) -> list[Allocation]:
        other = [line(document_id, "9.9", 1)]
        if value is None:
            return other
        words = value if isinstance(value, str) else None
        return [*other, line(document_id, "1.1", None if words else value, funding_note=words)]

    connection = warehouse_of(
        [act("a", "2021-02-01"), act("b", "2021-03-01"), *printed("a", was), *printed("b", becomes)]
    )
    assert ledger(connection, "b") == ([("1.1", 2021, *expected)] if expected else [])


def test_change_of_words(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Of a change to words only the change is known, and no finding calls it too large."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", None, funding_note=WORDS),
            delta(line, "b", "1.1", -5),
        ],
        checked=True,
    )
    assert ledger(connection, "b") == [("1.1", 2021, None, -5, None, "decrease")]
    assert rows(connection, "SELECT rule FROM findings WHERE severity <> 'verified'") == []


def test_change_in_words(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An act that prints words among its changes leaves what was before known, and nothing after."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            delta(line, "b", "1.1", None, funding_note=WORDS),
        ]
    )
    assert ledger(connection, "b") == [("1.1", 2021, 100, None, None, "unknown")]


def test_renamed_line_in_words(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A line that prints words before and after is renamed like any other; its amounts are unknown."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", None, funding_note=WORDS, name="Персональні комп'ютери"),
            line("b", "1.1", None, funding_note=WORDS, name="Персональні комп'ютери/ноутбуки"),
        ]
    )
    assert ledger(connection, "b") == [("1.1", 2021, None, None, None, "renamed")]


@pytest.fixture
def gap(act: Act, line: Line) -> list[Contract]:
    """The plan of `a`, an act nobody has, and `c`, which changes 1.1 and a line 1.2 that `a` does not have."""
    return [
        act("a", "2021-01-01"),
        act("gone", "2021-02-01", status=DocumentStatus.MISSING),
        act("c", "2021-03-01"),
        act("d", "2021-04-01"),
        line("a", "1.1", 100),
        delta(line, "c", "1.1", -10),
        delta(line, "c", "1.2", -9),
    ]


def test_missing_act(warehouse_of: WarehouseOf, gap: list[Contract], line: Line) -> None:
    """Before and after are unknown for 1.2, in each act that changes it; the change is known and is a finding."""
    connection = warehouse_of([*gap, delta(line, "d", "1.2", 4), delta(line, "d", "1.1", 1)], checked=True)
    assert ledger(connection, "gone") == []
    assert ledger(connection, "c") == [
        ("1.1", 2021, 100, -10, 90, "decrease"),
        ("1.2", 2021, None, -9, None, "decrease"),
    ]
    assert ledger(connection, "d") == [("1.1", 2021, 90, 1, 91, "increase"), ("1.2", 2021, None, 4, None, "increase")]
    assert rows(
        connection, "SELECT edition, base_unknown, missing_act FROM amendment_ledger WHERE line_code = '1.2' ORDER BY 1"
    ) == [("c", True, "gone"), ("d", True, "gone")]
    assert rows(
        connection,
        "SELECT document_id, scope, severity, missing_act FROM findings "
        "WHERE rule = 'delta_without_base' AND severity <> 'verified' ORDER BY 1",
    ) == [("c", "1.2 Захід 1.2", "warning", "gone"), ("d", "1.2 Захід 1.2", "notice", "gone")]
    assert rows(connection, "SELECT 1 FROM findings WHERE rule = 'delta_beyond_line' AND severity <> 'verified'") == []


def test_plan_printed_anew_after_a_gap(warehouse_of: WarehouseOf, gap: list[Contract], line: Line) -> None:
    """What it prints of 1.2 is known, from what is not; a change that leaves a line alone says nothing of it."""
    connection = warehouse_of([*gap, line("d", "1.1", 90), line("d", "1.2", 30)])
    assert ledger(connection, "d") == [("1.2", 2021, None, None, 30, "unknown")]


def test_a_line_that_only_its_current_block_knows(warehouse_of: WarehouseOf, gap: list[Contract], line: Line) -> None:
    """After the gap 2.1 is quoted as 40 and becomes 60, and no plan at hand has it: what was before is unknown, not
    zero, and so is the year 2022 of 1.1. What is quoted as blank is new."""
    connection = warehouse_of(
        [
            *gap,
            *compared(line, "d", 50, "1.1", {2021: 90, 2022: 5}, {2021: 90, 2022: 8}),
            *compared(line, "d", 51, "2.1", {2021: 40}, {2021: 60}),
            *compared(line, "d", 52, "2.2", {2021: None}, {2021: 7}),
        ]
    )
    assert ledger(connection, "d") == [
        ("1.1", 2022, None, None, 8, "unknown"),
        ("2.1", 2021, None, None, 60, "unknown"),
        ("2.2", 2021, 0, 7, 7, "new"),
    ]
    unknown = "SELECT DISTINCT base_unknown, missing_act FROM amendment_ledger WHERE edition = 'd' AND before IS NULL"
    assert rows(connection, unknown) == [(True, "gone")]


def test_line_with_unknown_base_is_dropped(warehouse_of: WarehouseOf, gap: list[Contract], line: Line) -> None:
    """That it is dropped is known, though not from what."""
    connection = warehouse_of([*gap, line("d", "1.1", 90)])
    assert ledger(connection, "d") == [("1.2", 2021, None, None, 0, "dropped")]


def test_changes_without_any_plan(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """Where nobody has the programme, of each change only the change is known."""
    connection = warehouse_of(
        [
            act("gone", "2021-01-01", kind=DocumentKind.PROGRAMME, status=DocumentStatus.MISSING),
            act("b", "2021-02-01"),
            act("c", "2021-03-01"),
            delta(line, "b", "1.1", 5),
            delta(line, "c", "1.1", -7),
        ]
    )
    assert ledger(connection, "b") == [("1.1", 2021, None, 5, None, "increase")]
    assert ledger(connection, "c") == [("1.1", 2021, None, -7, None, "decrease")]


def test_undated_act_and_draft(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """An undated act changes nothing; a draft is marked, and the act after it starts from the plan in force."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01", status=DocumentStatus.DRAFT),
            act("c", "2021-04-01"),
            act("undated", None),
            line("a", "1.1", 100),
            delta(line, "b", "1.1", -50),
            delta(line, "c", "1.1", 5),
            delta(line, "undated", "1.1", 7),
        ]
    )
    assert rows(connection, "SELECT edition, status, before, delta, after FROM amendment_ledger ORDER BY act_no") == [
        ("b", "draft", 100, -50, 50),
        ("c", "adopted", 100, 5, 105),
    ]


def test_change_and_plan_in_one_act_that_differ(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """The act prints +20 and 125 after 100: the plan after it is 125, so it changes 25, and that is computed."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            line("a", "1.1", 100),
            delta(line, "b", "1.1", 20, row_no=50),
            line("b", "1.1", 125, row_no=50),
        ]
    )
    assert ledger(connection, "b") == [("1.1", 2021, 100, 25, 125, "increase")]
    assert rows(connection, "SELECT is_printed, printed_delta FROM amendment_ledger") == [(False, 20)]


def test_change_that_is_not_printed(warehouse_of: WarehouseOf, act: Act, line: Line) -> None:
    """A plan printed anew prints no change."""
    connection = warehouse_of(
        [act("a", "2021-02-01"), act("b", "2021-03-01"), line("a", "1.1", 9), line("b", "1.1", 4)]
    )
    assert rows(connection, "SELECT delta, printed_delta, sign_untold FROM amendment_ledger") == [(-5, None, False)]


@pytest.mark.parametrize(("other", "untold"), [("+1", True), ("1", False)])
def test_change_without_a_sign(warehouse_of: WarehouseOf, act: Act, line: Line, other: str, untold: bool) -> None:
    """4,0 in an act that writes +1 elsewhere may be a decrease; where an act writes no plus at all, it is none."""
    connection = warehouse_of(
        [
            act("a", "2021-02-01"),
            act("b", "2021-03-01"),
            *(line("a", code, 10) for code in ("1.1", "1.2", "1.3")),
            delta(line, "b", "1.1", 4, printed="4,0"),
            delta(line, "b", "1.2", 1, printed=other),
            delta(line, "b", "1.3", -2, printed="−2,0"),
        ]
    )
    assert rows(connection, "SELECT line_code, delta, sign_untold FROM amendment_ledger ORDER BY 1") == [
        ("1.1", 4, untold),
        ("1.2", 1, False),
        ("1.3", -2, False),
    ]


# What holds everywhere.


SUMS = """
WITH act AS (FROM edition WHERE base_edition IS NOT NULL AND has_amounts)
SELECT edition, fiscal_year, fund, sum(amount) FROM (
    SELECT act.edition, fiscal_year, fund, amount
    FROM act JOIN plan_editions AS held ON held.edition = act.base_edition
    UNION ALL
    SELECT edition, fiscal_year, fund, delta FROM act JOIN amendment_ledger USING (edition)
    UNION ALL
    SELECT edition, fiscal_year, fund, -amount FROM act JOIN plan_editions USING (edition)
)
GROUP BY ALL
HAVING sum(amount) <> 0
"""
# What the ledger says of an act that prints nothing but changes, against the changes that it prints.
PRINTED = """
WITH printed AS (
    SELECT document_id AS edition, line_id, fiscal_year, fund, sum(amount) AS amount
    FROM allocation
    JOIN plan_line USING (document_id, row_no, basis)
    WHERE NOT is_total AND document_id NOT IN (SELECT document_id FROM allocation WHERE basis <> 'delta')
    GROUP BY ALL
    HAVING sum(amount) <> 0
)
FROM printed
FULL JOIN (
    FROM amendment_ledger WHERE delta <> 0 AND edition IN (SELECT edition FROM printed)
) AS ledger
  ON ledger.edition = printed.edition AND ledger.line_id = printed.line_id AND ledger.fund = printed.fund
 AND ledger.fiscal_year IS NOT DISTINCT FROM printed.fiscal_year
WHERE printed.amount IS DISTINCT FROM ledger.delta
"""
# What the ledger adds up to in a year, against the plan of the act less that of the act before it.
YEARS = """
WITH act AS (FROM edition WHERE base_edition IS NOT NULL AND has_amounts)
SELECT edition, fiscal_year, sum(amount) FROM (
    SELECT edition, fiscal_year, delta AS amount FROM act JOIN amendment_ledger USING (edition)
    UNION ALL
    SELECT edition, fiscal_year, -by_lines FROM act JOIN edition_total USING (edition)
    UNION ALL
    SELECT act.edition, fiscal_year, by_lines
    FROM act JOIN edition_total AS held ON held.edition = act.base_edition
)
GROUP BY ALL
HAVING sum(amount) <> 0
"""
TOTALS = """
FROM edition_total
FULL JOIN (SELECT edition, fiscal_year, sum(amount) AS planned FROM plan_editions GROUP BY ALL) AS plan
  ON plan.edition = edition_total.edition AND plan.fiscal_year IS NOT DISTINCT FROM edition_total.fiscal_year
WHERE by_lines IS DISTINCT FROM planned
"""
CITED = "SELECT unnest(list_concat(cells, before_cells), recursive := true) FROM amendment_ledger"


def holds_everywhere(connection: duckdb.DuckDBPyConnection) -> None:
    """What an act prints as changes is what the ledger holds; a plan = the one before + what the act changes.

    By lines, by years and by funds; and every cell is printed somewhere.
    """
    assert rows(connection, PRINTED) == []
    assert rows(connection, YEARS) == []
    assert rows(connection, "FROM amendment_ledger WHERE before + delta <> after") == []
    assert rows(connection, SUMS) == []
    assert rows(connection, TOTALS) == []
    assert rows(connection, "FROM amendment_ledger WHERE len(cells) = 0 OR cells IS NULL") == []
    assert rows(connection, f"FROM ({CITED}) ANTI JOIN allocation USING (document_id, locator)") == []


Amounts = dict[tuple[str, int, str], int]
AMOUNTS = st.dictionaries(
    st.tuples(
        st.sampled_from(["1.1", "1.2", "1.3"]), st.sampled_from([2021, 2022]), st.sampled_from(["general", "special"])
    ),
    st.integers(-50, 50),
    min_size=1,
)


CHAINS = st.lists(st.tuples(st.sampled_from(["restated", "delta", "draft"]), AMOUNTS), max_size=4)


def test_any_chain(programme: Programme, act: Act, line: Line) -> None:
    """Through plans printed anew, changes and drafts, the plan is what plain addition gives."""
    with warehouse.in_memory([programme]) as connection:

        @settings(max_examples=15)
        @given(first=AMOUNTS, later=CHAINS)
        def holds(first: Amounts, later: list[tuple[str, Amounts]]) -> None:
            for table in ("plan_line", "allocation", "document"):
                connection.execute(f"DELETE FROM {table}")
            held: Amounts = {}
            expected: dict[str, Amounts] = {}
            made: list[Contract] = []
            for month, (kind, amounts) in enumerate([("restated", first), *later], start=1):
                name, is_whole, is_draft = f"act-{month}", kind == "restated", kind == "draft"
                made.append(act(name, f"2021-{month:02}-01", status="draft" if is_draft else "adopted"))
                fields = {"basis": "restated" if is_whole else "delta"}
                made.extend(
                    line(name, code, amount, row_no=int(code[-1]), fiscal_year=year, fund=fund, **fields)
                    for (code, year, fund), amount in amounts.items()
                )
                start = {} if is_whole else held
                expected[name] = start | {place: start.get(place, 0) + amount for place, amount in amounts.items()}
                held = held if is_draft else expected[name]
            warehouse.add(connection, made)
            lineage.trace(connection)
            found: dict[str, Amounts] = {name: {} for name in expected}
            plans = "SELECT edition, line_code, fiscal_year, fund, amount FROM plan_editions"
            for name, code, year, fund, amount in rows(connection, plans):
                found[name][code, year, fund] = int(amount)
            assert found == expected
            holds_everywhere(connection)

        holds()


def test_made_chain_with_all_kinds(warehouse_of: WarehouseOf, gap: list[Contract], act: Act, line: Line) -> None:
    """The same holds with a gap, a comparison, words, a renumbered line and an act that prints changes again."""
    connection = warehouse_of(
        [
            *gap,
            act("e", "2021-05-01"),
            act("f", "2021-06-01"),
            line("a", "1.3", None, funding_note=WORDS),
            *compared(line, "d", 50, "1.1", {2021: 90}, {2021: 95, 2022: 10}),
            delta(line, "d", "1.2", 4, row_no=51),
            line("e", "1.1", 12, fund=Fund.SPECIAL, name="Захід 1.2"),
            line("e", "1.2", 95, name="Захід 1.1"),
            delta(line, "f", "1.2", -5),
            delta(line, "f", "1.1", 5),
        ]
    )
    assert rows(connection, "SELECT DISTINCT edition FROM amendment_ledger ORDER BY 1") == [
        ("c",), ("d",), ("e",), ("f",)
    ]  # fmt: skip
    assert rows(connection, PRINTED) == []
    assert rows(connection, TOTALS) == []


# The real warehouse.


def test_real_invariants(real: duckdb.DuckDBPyConnection) -> None:
    """before + delta = after, edition by edition, and every figure stands in a cell of its document."""
    holds_everywhere(real)


@pytest.mark.parametrize(
    ("year", "before", "change", "after"),
    [(2019, "2457.0", "-394.96", "2062.04"), (2020, "2182.3", "2041.0", "4223.3"), (2021, "1559.4", "0", "1559.4")],
)
def test_real_years(real: duckdb.DuckDBPyConnection, year: int, before: str, change: str, after: str) -> None:
    """Kropyvnytskyi by lowest lines, thousand UAH: the decision, what the draft changes, and the plan after it."""

    def total(query: str, edition: str) -> Decimal:
        ((found,),) = rows(real, query, edition, year)
        return (found or Decimal(0)) / 1000

    plan_of = "SELECT sum(amount) FROM plan_editions WHERE edition = ? AND fiscal_year = ?"
    assert total(plan_of, DECISION) == Decimal(before)
    assert total("SELECT sum(delta) FROM amendment_ledger WHERE edition = ? AND fiscal_year = ?", DRAFT) == Decimal(
        change
    )
    assert total(plan_of, DRAFT) == Decimal(after)


def test_real_unknown_bases(real: duckdb.DuckDBPyConnection) -> None:
    """25 amounts of the draft's plan change lines that only № 2722, which nobody has, can have added."""
    unknown = "SELECT count(*), any_value(missing_act) FROM amendment_ledger WHERE base_unknown"
    assert rows(real, "SELECT count(*) FROM plan_editions WHERE base_unknown") == [(25,)]
    assert rows(real, unknown) == [(25, "kropyvnytskyi-2722")]
    assert rows(real, "FROM amendment_ledger WHERE base_unknown AND (before IS NOT NULL OR after IS NOT NULL)") == []


def test_real_changes_without_a_sign(real: duckdb.DuckDBPyConnection) -> None:
    """17.4 of 2019 and 20.1 of both years carry no sign, 4.0 and 21.0 thousand UAH."""
    assert rows(
        real,
        "SELECT line_code, fiscal_year, fund, delta FROM amendment_ledger WHERE sign_untold ORDER BY 1, 2",
    ) == [("17.4", 2019, "general", 4000), ("20.1", 2019, "special", 21000), ("20.1", 2020, "special", 21000)]


def test_real_fall_of_an_unknown_line(real: duckdb.DuckDBPyConnection) -> None:
    """26.6 «Персональні комп'ютери» falls by 9.0 in 2019: no plan at hand has it, so that is a finding, not a plan."""
    assert rows(
        real,
        "SELECT name, fiscal_year, fund, before, delta, after, change FROM amendment_ledger WHERE line_code = '26.6'",
    ) == [("Персональні комп'ютери", 2019, "special", None, -9000, None, "decrease")]
    assert rows(
        real,
        "SELECT rule, severity, missing_act FROM findings "
        "WHERE scope = '26.6 Персональні комп''ютери' AND severity <> 'verified'",
    ) == [("delta_without_base", "warning", "kropyvnytskyi-2722")]


def test_real_moves_between_funds(real: duckdb.DuckDBPyConnection) -> None:
    """10.8.1 and 10.8.4 leave the special fund for the general one: 28.0 and 20.0 thousand UAH."""
    assert rows(
        real,
        "SELECT line_code, fund, before, delta, after FROM amendment_ledger WHERE change = 'moved_between_funds' "
        "ORDER BY 1, 2",
    ) == [
        ("10.8.1", "general", 0, 28000, 28000),
        ("10.8.1", "special", 28000, -28000, 0),
        ("10.8.4", "general", 0, 20000, 20000),
        ("10.8.4", "special", 20000, -20000, 0),
    ]
