"""Treasury data: what is read, what is marked as a total, what contradicts itself, what is left out."""

import csv
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contracts import Document, DocumentKind, Fund, Severity, UnreadReason
from data.judge import findings_in
from data.register import DEFAULT, Folder
from loaders.acts import Act, acts_of
from loaders.documents import treasury
from loaders.facts import Facts
from loaders.readers import opening
from loaders.rows import Row, Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "treasury"
ENTERED = DEFAULT.parent / Folder.ENTERED
HEADING = "REP_PERIOD;FUND_TYP;COD_BUDGET;COD_CONS_MB_PK;COD_CONS_MB_FK;COD_CONS_EK;ZAT_AMT;PLANS_AMT;FAKT_AMT"


def act_of(text: str) -> Act:
    rows = tuple(
        Row(number, tuple(cells)) for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=";"), 1)
    )
    (act,) = acts_of(Source("treasury.csv", "0" * 64, rows), [treasury])
    return act


def read(text: str) -> Facts:
    act = act_of(text)
    assert act.kind is DocumentKind.TREASURY
    return treasury.read(act, "a")


def act_in(path: Path) -> Act:
    (act,) = acts_of(opening.read(path), [treasury])
    return act


@pytest.fixture(scope="module")
def zhytomyr() -> Facts:
    return treasury.read(act_in(ENTERED / "zhytomyr-0460-7530.csv"), "a")


@pytest.fixture(scope="module")
def all_rows() -> Facts:
    return treasury.read(act_in(FIXTURES / "all_rows.csv"), "a")


def test_verified_figures(zhytomyr: Facts) -> None:
    """Zhytomyr, function 0460, typical 7530: plan with changes and cash of five years, under one code of 11 digits."""
    assert [(row.period, row.revised_plan, row.cash) for row in zhytomyr.execution] == [
        ("2021-12", Decimal("1225000"), Decimal("1097998")),
        ("2022-12", Decimal("1504000"), Decimal("11250")),
        ("2023-12", Decimal("1000000"), Decimal("638550")),
        ("2024-12", Decimal("1000000"), Decimal("363392.02")),
        ("2025-12", Decimal("1000000"), Decimal("950214")),
    ]
    codes = {(row.budget_code, row.programme_code, row.typical_code, row.functional_code) for row in zhytomyr.execution}
    assert codes == {("06552000000", None, "7530", "0460")}
    assert {row.estimates for row in zhytomyr.execution} == {None}
    assert (zhytomyr.unread, zhytomyr.findings) == ((), ())


def test_data_of_totals_only(zhytomyr: Facts) -> None:
    """A file with nothing but fund T and economic code 0 has no row that may be added up as a detail."""
    assert all(row.is_total for row in zhytomyr.execution)


def test_document() -> None:
    """The data has no title; it is named by budget, programme and months, in UAH. Nothing says who adopted it."""
    act = act_in(ENTERED / "zhytomyr-0460-7530.csv")
    assert act.title == (
        "Видатки місцевого бюджету за даними Казначейства, бюджет 06552000000, програма 7530, 2021-12 – 2025-12"
    )
    assert (act.amount_unit, act.status, act.number) == ("UAH", None, None)


def test_where_a_figure_stands(zhytomyr: Facts) -> None:
    """The plan's cell and the cash's cell, each with the text in it, and the row as printed."""
    row = zhytomyr.execution[3]
    assert (row.locator, row.printed) == ("рядок 5, графа 10", "1000000")
    assert (row.cash_locator, row.cash_printed) == ("рядок 5, графа 12", "363392.02")
    printed = zhytomyr.source_rows[4]
    assert (printed.role, printed.row_no, printed.cells[0]) == ("data", 5, "12.2024")


def test_details_and_totals(all_rows: Facts) -> None:
    """Only details of funds C and S are no totals; they add up to the row that adds them up, not to a multiple."""
    details = [row for row in all_rows.execution if not row.is_total]
    assert [(row.fund, row.economic_code, row.cash) for row in details] == [
        (Fund.GENERAL, "2240", Decimal("100.25")),
        (Fund.GENERAL, "2210", Decimal("50.25")),
        (Fund.SPECIAL, "3110", Decimal("50")),
    ]
    assert sum(row.cash or 0 for row in details) == Decimal("200.50")
    assert sum(row.cash or 0 for row in all_rows.execution) == 4 * Decimal("200.50")


def test_other_order_and_encoding(all_rows: Facts) -> None:
    """Columns go by name: the 7-digit programme code has its typical code in it; parts of the cash are left alone."""
    row = all_rows.execution[3]
    assert (row.programme_code, row.typical_code, row.functional_code) == ("0217530", "7530", None)
    assert (row.name, row.revised_plan) == ("Оплата послуг (крім комунальних)", Decimal("300"))
    assert all_rows.unread == ()


def test_funds_that_do_not_add_up() -> None:
    """T = C + S is checked to the kopiyka, each amount apart; one that a fund leaves blank is not compared."""
    amounts = {"C": "100;0;10", "S": "50;0;", "T": "150.01;0;14"}
    lines = (f"01.2030;{fund};99999000000;7530;0460;2240;{printed}" for fund, printed in amounts.items())
    facts = read("\n".join([HEADING, *lines]))
    document = Document(document_id="d", kind=DocumentKind.TREASURY, title="t")
    rows = [document, *(row.model_copy(update={"document_id": "d"}) for row in facts.execution)]
    found = [row for row in findings_in(rows) if row.rule == "treasury_funds"]
    assert sorted((row.printed, row.computed, row.severity) for row in found) == [
        (Decimal(0), Decimal(0), Severity.VERIFIED),
        (Decimal("150.01"), Decimal(150), Severity.ERROR),
    ]


def test_row_that_is_repeated() -> None:
    """The same row again, be it under the budget's older code, is taken once and reported."""
    facts = read(f"{HEADING}\n12.2022;C;06552000000;7530;0460;2240;9;;5\n12.2022;C;0655200000;7530;0460;2240;9;;5")
    assert [row.row_no for row in facts.execution] == [2]
    (finding,) = facts.findings
    assert (finding.rule, finding.severity) == ("treasury_repeated", Severity.WARNING)
    assert finding.locators == ("рядок 2, графа 7", "рядок 3, графа 7")


def test_row_that_is_repeated_with_another_amount() -> None:
    """Of lines that contradict each other none is taken, and all are named."""
    facts = read(f"{HEADING}\n12.2022;C;06552000000;7530;0460;2240;9;;5\n12.2022;C;06552000000;7530;0460;2240;9;;6")
    assert facts.execution == ()
    assert [(entry.locator, entry.reason) for entry in facts.unread] == [
        ("рядок 2", UnreadReason.REPEATED_OTHERWISE),
        ("рядок 3", UnreadReason.REPEATED_OTHERWISE),
    ]
    assert [finding.severity for finding in facts.findings] == [Severity.ERROR]


def test_code_above_others() -> None:
    """An economic code that others stand under, or a blank one beside coded rows, adds them up."""
    codes = ["", "2000", "2200", "2240", "2210", "3110"]
    facts = read("\n".join([HEADING, *(f"12.2022;C;06552000000;7530;0460;{code};1;1;1" for code in codes)]))
    assert [row.economic_code for row in facts.execution if row.is_total] == [None, "2000", "2200"]


def test_function_without_economic_codes() -> None:
    """Data without economic codes at all: each row is the lowest that is printed."""
    (row,) = read("FUND_TYP;REP_PERIOD;COD_BUDGET;COD_CONS_MB_FK;FAKT_AMT\nS;03.2024;1152800000;460;7").execution
    assert (row.functional_code, row.budget_code, row.is_total) == ("0460", "11528000000", False)
    assert (row.locator, row.cash_locator, row.revised_plan) == ("рядок 2, графа 5", None, None)


@pytest.mark.parametrize(
    ("row", "locator", "reason"),
    [
        ("13.2022;C;06552000000;7530;0460;2240;1;1;1", "рядок 2, графа 1", UnreadReason.NOT_A_PERIOD),
        ("2022;C;06552000000;7530;0460;2240;1;1;1", "рядок 2, графа 1", UnreadReason.NOT_A_PERIOD),
        ("12.2022;X;06552000000;7530;0460;2240;1;1;1", "рядок 2, графа 2", UnreadReason.FUND_UNKNOWN),
        ("12.2022;C;655200000;7530;0460;2240;1;1;1", "рядок 2, графа 3", UnreadReason.NOT_A_CODE),
        ("12.2022;C;06552000000;7530.0;0460;2240;1;1;1", "рядок 2, графа 4", UnreadReason.NOT_A_CODE),
        ("12.2022;C;06552000000;7530;0460;2240;15", "рядок 2", UnreadReason.ROW_CUT_SHORT),
        ("12.20", "рядок 2", UnreadReason.ROW_CUT_SHORT),
    ],
)
def test_row_that_cannot_be_placed(row: str, locator: str, reason: UnreadReason) -> None:
    """A row whose month, fund or code is not certain, or that is cut off, is left out with its place and reason."""
    facts = read(f"{HEADING}\n{row}")
    assert facts.execution == ()
    (entry,) = facts.unread
    assert (entry.locator, entry.reason) == (locator, reason)


@pytest.mark.parametrize(
    ("printed", "value", "reason"),
    [
        ("363392.02", Decimal("363392.02"), None),
        ("363392,02", Decimal("363392.02"), None),
        ("1 225 000,00", Decimal("1225000.00"), None),
        ("-15.5", Decimal("-15.5"), None),
        ("0", Decimal(0), None),
        ("", None, None),
        ("NA", None, UnreadReason.NOT_A_NUMBER),
        ("1.5E7", None, UnreadReason.NOT_A_NUMBER),
        ("1,225", None, UnreadReason.THOUSANDS_OR_DECIMALS),
        ("1.2345", None, UnreadReason.BELOW_A_KOPIYKA),
        ("9" * 17, None, UnreadReason.AMOUNT_TOO_LONG),
    ],
)
def test_amounts(printed: str, value: Decimal | None, reason: UnreadReason | None) -> None:
    """Point or comma; blank is unknown and not zero; what is not certain is left out and the row stays."""
    facts = read(f"{HEADING}\n12.2022;C;06552000000;7530;0460;2240;8;;{printed}")
    (row,) = facts.execution
    assert (row.cash, row.revised_plan) == (value, Decimal(8))
    assert [(entry.text, entry.reason) for entry in facts.unread] == ([(printed, reason)] if reason else [])


def test_column_that_is_not_known() -> None:
    """A column that nobody knows is reported at its heading, and the rest is read."""
    facts = read("REP_PERIOD;CITY;FUND_TYP;COD_BUDGET;FAKT_AMT\n2022-12-31;Kyiv;C;26000000000;1")
    assert [(entry.text, entry.reason) for entry in facts.unread] == [("CITY", UnreadReason.COLUMN_UNKNOWN)]
    assert [row.period for row in facts.execution] == ["2022-12"]


def test_text_past_the_headings() -> None:
    """Text in a cell past the last heading is reported."""
    facts = read(f"{HEADING};\n12.2022;C;06552000000;7530;0460;2240;8;;1;;77")
    assert [(entry.locator, entry.text) for entry in facts.unread] == [("рядок 2, графа 11", "77")]


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("REP_PERIOD;FUND_TYP;COD_BUDGET;COD_CONS_MB_FK;ZAT_AMT;PLANS_AMT;PLANS_AMT", UnreadReason.HEADING_TWICE),
        ("REP_PERIOD;FUND_TYP;COD_BUDGET;COD_INCO;NAME_INC;ZAT_AMT;FAKT_AMT", UnreadReason.NOT_EXPENDITURE),
        ("REP_PERIOD;COD_BUDGET;COD_CONS_EK;FAKT_AMT", UnreadReason.HEADING_MISSING),
        ("REP_PERIOD;FUND_TYP;COD_BUDGET;FAKTSPP_AMT", UnreadReason.HEADING_MISSING),
    ],
)
def test_headings_that_stop_the_table(heading: str, reason: UnreadReason) -> None:
    """A heading that stands twice, that is missing, or revenue in place of expenditure: nothing is read, and why."""
    facts = read(f"{heading}\n12.2022;C;06552000000;1;1;1;1")
    assert facts.execution == ()
    assert [entry.reason for entry in facts.unread] == [reason]
    assert len(facts.source_rows) == 2
    assert act_of(heading).title == "Видатки місцевого бюджету за даними Казначейства"


def test_other_tables_are_not_treasury_data() -> None:
    """A table of measures, or a line that names a column, is not such data."""
    assert not treasury.is_heading(Row(1, ("№", "Захід", "Загальний фонд")))
    assert not treasury.is_heading(Row(1, ("REP_PERIOD;FUND_TYP;FAKT_AMT",)))
    assert not treasury.is_heading(Row(1, ("Поле REP_PERIOD", "місяць та рік")))


cells = st.sampled_from(
    ["", "0", "12.2022", "C", "S", "T", "06552000000", "7530", "2240", "1,5", "NA", "1e9", "\u200f5", "²"]
)


@given(st.lists(st.lists(cells, max_size=11), max_size=12))
def test_any_rows(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, each row is read, reported or blank, and no line is taken twice."""
    facts = read("\n".join([HEADING, *(";".join(row) for row in rows)]))
    lines = [(row.period, row.fund, row.budget_code, row.typical_code, row.economic_code) for row in facts.execution]
    functions = [row.functional_code for row in facts.execution]
    assert len(set(zip(lines, functions, strict=True))) == len(lines)
    assert all(row.printed == "" or row.printed in rows[row.row_no - 2] for row in facts.execution)


def test_many_rows() -> None:
    """50,000 rows take seconds."""
    rows = [
        f"{month:02}.2022;{fund};06552000000;{programme};0460;{code};{amount}.50;;{amount}.25"
        for month in range(1, 13)
        for programme in range(1000, 1140)
        for code in ("0", "2111", "2120", "2210", "2240", "2271", "2800", "3110", "3132", "3160")
        for fund, amount in (("C", 5), ("S", 5), ("T", 10))
    ][:50_000]
    text = "\n".join([HEADING, *rows])
    start = perf_counter()
    facts = read(text)
    assert perf_counter() - start < 20
    assert len(facts.execution) == 50_000
    assert facts.unread == ()
