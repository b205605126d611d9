"""The real document: the draft amendment and the programme of Kropyvnytskyi, from file to rows.

Figures come from the document itself and from what was worked out by hand; amounts are printed in thousand UAH.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from data.contracts import Allocation, Basis, DocumentKind, DocumentStatus, Fund, Level, Section
from loaders.reading import Reading

At = Callable[[Reading, str], Allocation]

DRAFT_LINES = range(79, 153)
PROGRAMME_LINES = range(451, 560)
LOCATOR = re.compile(r"^рядок (\d+), графа (\d+)(?:, сума \d+)?$")


def thousand(printed: str) -> Decimal:
    """UAH of an amount in thousands."""
    return Decimal(printed) * 1000


def lowest(reading: Reading) -> list[Allocation]:
    return [entry for entry in reading.allocations if not entry.is_total]


def place(locator: str) -> tuple[int, int]:
    """Line and column of a cell, both from 1."""
    found = LOCATOR.match(locator)
    assert found, locator
    return int(found[1]), int(found[2])


def printed_cells(lines: list[str], numbers: range, first_column: int) -> dict[tuple[int, int], str]:
    """Every cell with a number or a dash in the data rows, straight from the text: (line, column) -> text."""
    cells: dict[tuple[int, int], str] = {}
    for number in numbers:
        row = lines[number - 1].split("\t")
        if len(row) == 1 or row[:3] == ["1", "2", "3"]:
            continue
        for column, text in enumerate(row[first_column - 1 :], start=first_column):
            if text.strip():
                cells[number, column] = text
    return cells


def read_cells(reading: Reading) -> dict[tuple[int, int], str]:
    """Every cell of the measures that became an amount, a quantity or an unread entry."""
    measures = [entry for entry in reading.allocations if entry.section is Section.MEASURES]
    found = {place(entry.locator): entry.printed for entry in measures}
    for entry in measures:
        if entry.quantity_locator and entry.quantity_printed:
            found[place(entry.quantity_locator)] = entry.quantity_printed
    return found | {place(entry.locator): entry.text for entry in reading.unread}


def test_documents(amendment: Reading, programme: Reading) -> None:
    """The file holds two documents; each knows its kind, number, date, status and what it changes."""
    draft, decision = amendment.document, programme.document
    assert (draft.kind, draft.status) == (DocumentKind.AMENDMENT, DocumentStatus.DRAFT)
    assert (draft.number, draft.adopted_on) == (None, None)
    assert (draft.endorsed_number, draft.endorsed_on) == ("698", date(2019, 11, 26))
    assert draft.amends == "31 січня 2019 року № 2285"
    assert draft.mentions == ("27 серпня 2019 року № 2722",)
    assert (decision.kind, decision.status) == (DocumentKind.PROGRAMME, DocumentStatus.ADOPTED)
    assert (decision.number, decision.adopted_on) == ("2285", date(2019, 1, 31))
    assert (decision.amends, decision.mentions) == (None, ())
    for document in (draft, decision):
        assert document.file == "001_1ec3960ef58b6600.txt"
        assert document.amount_unit == "thousand UAH"
        assert not document.damaged
    assert draft.sha256 == decision.sha256
    assert draft.document_id != decision.document_id


def test_nothing_is_unread(amendment: Reading, programme: Reading) -> None:
    """The whole document is understood."""
    assert amendment.unread == programme.unread == ()


def test_count_of_lowest_lines(amendment: Reading, programme: Reading) -> None:
    """82 lowest lines in the programme and 48 in the amendment; a line is a row of the table."""
    assert len({entry.row_no for entry in lowest(programme)}) == 82
    assert len({entry.row_no for entry in lowest(amendment)}) == 48


def test_lowest_lines_are_the_numbered_rows(amendment: Reading, programme: Reading, real_lines: list[str]) -> None:
    """The lowest lines are the rows with a number such as 13.1 in the third column, but for 10.8, which has parts."""
    for reading, numbers in ((amendment, DRAFT_LINES), (programme, PROGRAMME_LINES)):
        expected = set()
        for number in numbers:
            row = real_lines[number - 1].split("\t")
            if len(row) > 2 and re.match(r"(<i>)?\d+\.\d+(?!\d*\. Модернізація \(сервер)", row[2]):
                expected.add(number)
        assert {entry.row_no for entry in lowest(reading)} == expected


@pytest.mark.parametrize(
    ("document", "fiscal_year", "fund", "expected"),
    [
        ("programme", 2019, Fund.GENERAL, "956.3"),
        ("programme", 2019, Fund.SPECIAL, "1500.7"),
        ("programme", 2019, Fund.UNSPECIFIED, "0"),
        ("programme", 2020, Fund.GENERAL, "1210.3"),
        ("programme", 2020, Fund.SPECIAL, "972.0"),
        ("programme", 2020, Fund.UNSPECIFIED, "0"),
        ("programme", 2021, Fund.GENERAL, "671.9"),
        ("programme", 2021, Fund.SPECIAL, "872.0"),
        ("programme", 2021, Fund.UNSPECIFIED, "15.5"),
        ("amendment", 2019, Fund.GENERAL, "23.1"),
        ("amendment", 2019, Fund.SPECIAL, "-418.06"),
        ("amendment", 2020, Fund.GENERAL, "2043.0"),
        ("amendment", 2020, Fund.SPECIAL, "-2.0"),
    ],
)
def test_sums_of_lowest_lines(
    request: pytest.FixtureRequest, document: str, fiscal_year: int, fund: Fund, expected: str
) -> None:
    """The lowest lines of a year and fund add up to what was worked out by hand, in thousand UAH."""
    reading: Reading = request.getfixturevalue(document)
    amounts = [
        entry.amount
        for entry in lowest(reading)
        if (entry.fiscal_year, entry.fund) == (fiscal_year, fund) and entry.amount is not None
    ]
    assert sum(amounts) == thousand(expected)


def test_no_other_lowest_amounts(amendment: Reading, programme: Reading) -> None:
    """No lowest line belongs to another year, to all years or to a fund that adds up others."""
    assert {entry.fiscal_year for entry in lowest(programme)} == {2019, 2020, 2021}
    assert {entry.fiscal_year for entry in lowest(amendment)} == {2019, 2020}
    assert Fund.TOTAL not in {entry.fund for entry in lowest(programme) + lowest(amendment)}


@pytest.mark.parametrize(
    ("document", "locator", "printed", "fiscal_year", "fund"),
    [
        ("programme", "рядок 453, графа 5", "956.3", 2019, Fund.GENERAL),
        ("programme", "рядок 453, графа 6", "1500.7", 2019, Fund.SPECIAL),
        ("programme", "рядок 453, графа 7", "2457.0", 2019, Fund.TOTAL),
        ("programme", "рядок 453, графа 11", "2178.3", 2020, Fund.TOTAL),
        ("programme", "рядок 453, графа 13", "643.9", 2021, Fund.GENERAL),
        ("programme", "рядок 453, графа 14", "896.0", 2021, Fund.SPECIAL),
        ("programme", "рядок 453, графа 15", "1539.9", 2021, Fund.TOTAL),
        ("programme", "рядок 453, графа 16", "6175.2", None, Fund.TOTAL),
        ("amendment", "рядок 81, графа 7", "-419,960", 2019, Fund.TOTAL),
        ("amendment", "рядок 81, графа 11", "+2020,0", 2020, Fund.TOTAL),
        ("amendment", "рядок 81, графа 12", "+1600,040", None, Fund.TOTAL),
    ],
)
def test_printed_totals_stay_as_printed(
    request: pytest.FixtureRequest,
    at: At,
    document: str,
    locator: str,
    printed: str,
    fiscal_year: int | None,
    fund: Fund,
) -> None:
    """The programme's own totals are kept apart from the lines, right or wrong."""
    entry = at(request.getfixturevalue(document), locator)
    assert entry.is_total
    assert entry.level is Level.PROGRAMME
    assert entry.funding_source == "Міський бюджет"
    assert (entry.printed, entry.fiscal_year, entry.fund) == (printed, fiscal_year, fund)
    assert entry.amount == thousand(printed.replace(",", "."))


def test_a_line_with_parts_is_a_total(amendment: Reading, programme: Reading) -> None:
    """10.8 is represented by its parts, which a page break cuts off; 10.9 and 10.10 beside it stand for themselves."""
    amounts = [entry for entry in programme.allocations if entry.fund is not Fund.TOTAL]
    levels = {(entry.line_code, entry.level, entry.is_total) for entry in amounts}
    assert ("10.8", Level.MEASURE, True) in levels
    for code in ("10.8.1", "10.8.2", "10.8.3", "10.8.4"):
        assert (code, Level.ITEM, False) in levels
        assert (code, Level.ITEM, True) not in levels
    for code in ("10.1", "10.9", "10.10"):
        assert (code, Level.MEASURE, False) in levels
    assert ("10.8", Level.MEASURE, False) not in levels
    parts = {entry.line_code for entry in programme.allocations if entry.parent_code == "10.8"}
    assert parts == {"10.8.1", "10.8.2", "10.8.3", "10.8.4"}
    drafted = {(entry.line_code, entry.is_total) for entry in amendment.allocations if entry.line_code}
    assert {("10.8", True), ("10.8.1", False), ("10.8.4", False)} <= drafted
    assert ("10.8", False) not in drafted


def test_two_lines_with_one_number(programme: Reading) -> None:
    """24.2 is printed twice, for a notebook and for software: they are two lines."""
    lines = {(entry.row_no, entry.name) for entry in programme.allocations if entry.line_code == "24.2"}
    assert lines == {
        (545, "Ноутбук"),
        (546, "Легалізація ліцензійного програмного забезпечення (офісний додаток)"),
    }


def test_dashes(at: At, programme: Reading) -> None:
    """Line 15.5 has dashes: no amount, which is not zero; its quantities are read."""
    entries = [entry for entry in programme.allocations if entry.line_code == "15.5"]
    # general, special and total of three years, and all years
    assert len(entries) == 10
    assert {entry.amount for entry in entries} == {None}
    assert {entry.printed for entry in entries} == {"-"}
    special = at(programme, "рядок 498, графа 6")
    assert (special.fund, special.is_total, special.quantity) == (Fund.SPECIAL, False, Decimal(1))


def test_a_total_without_fund_amounts(at: At, programme: Reading) -> None:
    """16.2 prints for 2021 only a total: 15.5 counts once, in an unspecified fund; other totals never count."""
    entry = at(programme, "рядок 501, графа 15")
    assert (entry.line_code, entry.fund, entry.is_total) == ("16.2", Fund.UNSPECIFIED, False)
    assert str(entry.amount) == "15500.00"
    assert [other.locator for other in lowest(programme) if other.fund is Fund.UNSPECIFIED and other.amount] == [
        "рядок 501, графа 15"
    ]
    assert at(programme, "рядок 501, графа 11").is_total


def test_amounts_are_uah_with_two_places(at: At, programme: Reading, amendment: Reading) -> None:
    """1,574.1 thousand is 1574100.00 UAH; every amount has two places."""
    assert str(at(programme, "рядок 469, графа 16").amount) == "1574100.00"
    assert str(at(programme, "рядок 462, графа 9").amount) == "300000.00"
    assert str(at(programme, "рядок 477, графа 11").amount) == "48000.00"
    assert str(at(amendment, "рядок 81, графа 6").amount) == "-439060.00"
    assert str(at(amendment, "рядок 112, графа 6").amount) == "-1850.00"
    for entry in programme.allocations + amendment.allocations:
        assert entry.amount is None or entry.amount.as_tuple().exponent == -2


def test_printed_arithmetic_is_not_mended(at: At, programme: Reading) -> None:
    """17.4 prints 142.0 for all years while its years give 14.2: it is stored as printed."""
    assert at(programme, "рядок 506, графа 16").amount == thousand("142.0")


def test_deltas(amendment: Reading, programme: Reading, at: At) -> None:
    """The amendment's amounts are changes, also those printed without a sign; the programme's are the plan."""
    assert {entry.basis for entry in amendment.allocations} == {Basis.DELTA}
    assert {entry.basis for entry in programme.allocations} == {Basis.RESTATED}
    unsigned = at(amendment, "рядок 113, графа 5")
    assert (unsigned.line_code, unsigned.printed, unsigned.amount) == ("17.4", "4,0", Decimal(4000))
    assert at(amendment, "рядок 120, графа 10").amount == Decimal(21000)


def test_tasks_and_spending_units(programme: Reading) -> None:
    """Up to 12 the second column names a task of the executive committee; from 13 on it names a spending unit."""
    committee = "Виконавчий комітет Міської ради міста Кропивницького"
    units = {entry.line_code: (entry.spending_unit, entry.task) for entry in lowest(programme)}
    assert units["3.1"] == (committee, "Технічний захист інформації")
    assert units["1.2"] == (committee, "Супровід програмного забезпечення у виконавчих органах")
    assert units["10.8.4"] == (committee, "Забезпечення у виконавчих органах сучасною обчислювальною технікою")
    assert units["12.1"] == (committee, "Непередбачені експлуатаційні витрати")
    assert units["13.2"] == ("Відділ з питань праці", None)
    # After page breaks: 22.1 and 10.8.1 stand on a page that does not repeat the unit.
    assert units["22.1"] == ("Управління молоді та спорту", None)
    assert units["27.2"] == ("Фінансове управління", None)
    totals = {(entry.line_code, entry.level) for entry in programme.allocations if entry.is_total}
    assert ("10", Level.TASK) in totals
    assert ("13", Level.SPENDING_UNIT) in totals
    assert len({unit for unit, _ in units.values()}) == 16


def test_spending_unit_named_in_the_first_column(amendment: Reading) -> None:
    """The draft prints the executive committee in the column of numbers; it is a spending unit all the same."""
    committee = "Виконавчий комітет Міської ради міста Кропивницького"
    units = {entry.line_code: (entry.spending_unit, entry.task) for entry in lowest(amendment)}
    assert units["4.1"] == (committee, "Розробка сервісу та продуктів на основі відкритих даних")
    assert units["28.5"] == ("Управління з питань надзвичайних ситуацій та цивільного захисту населення", None)
    (total,) = {entry.spending_unit for entry in amendment.allocations if entry.row_no == 82}
    assert total == committee


def test_names_are_without_markup_and_numbers(amendment: Reading, programme: Reading) -> None:
    """Names are as printed, without italics and without the line's number."""
    names = {entry.line_code: entry.name for entry in amendment.allocations}
    assert names["10.8.1"] == "Відеокарти"
    assert names["4.1"] == "Продення заходу щодо використання відкритих даних (хакатон)"
    assert names["1.4"] == (
        '"ІС-ПРО", "МеДок", АІС "Місцеві бюджети рівня розпорядника бюджетних коштів" (відділ бухгалтерського обліку)'
    )
    for entry in amendment.allocations + programme.allocations:
        for text in (entry.name, entry.task or "", entry.spending_unit or ""):
            assert "<" not in text
            assert text == text.strip()


def test_quantities(at: At, amendment: Reading, programme: Reading) -> None:
    """A quantity stands on each amount of its line and year; where no amount is printed it stands alone."""
    for column in (9, 11):
        entry = at(programme, f"рядок 465, графа {column}")
        assert (entry.quantity, entry.quantity_printed, entry.quantity_locator) == (
            Decimal(1),
            "1.0",
            "рядок 465, графа 8",
        )
    alone = at(programme, "рядок 456, графа 4")
    assert (alone.amount, alone.quantity, alone.fund, alone.is_total) == (None, Decimal(1), Fund.UNSPECIFIED, False)
    assert at(amendment, "рядок 121, графа 4").is_total
    assert all(entry.quantity is None for entry in programme.allocations if entry.fiscal_year is None)


def test_every_locator_points_to_its_cell(amendment: Reading, programme: Reading, real_lines: list[str]) -> None:
    """Whoever opens the file at a locator's line and column sees exactly the printed text."""
    for reading in (amendment, programme):
        for entry in reading.allocations:
            pairs = [(entry.locator, entry.printed)]
            if entry.quantity_locator and entry.quantity_printed:
                pairs.append((entry.quantity_locator, entry.quantity_printed))
            for locator, printed in pairs:
                line, column = place(locator)
                assert real_lines[line - 1].split("\t")[column - 1] == printed
                assert line == entry.row_no


def test_locators_are_unique(amendment: Reading, programme: Reading) -> None:
    """No cell is read twice."""
    for reading in (amendment, programme):
        locators = [entry.locator for entry in reading.allocations]
        assert len(locators) == len(set(locators))


def test_every_printed_cell_is_read(amendment: Reading, programme: Reading, real_lines: list[str]) -> None:
    """From the fourth column on, each cell with a number or a dash is an amount, a quantity or unread; none is lost."""
    drafted = printed_cells(real_lines, DRAFT_LINES, first_column=4)
    decided = printed_cells(real_lines, PROGRAMME_LINES, first_column=4)
    assert decided.pop((452, 17)) == "-"  # a dash past the last of 16 columns says nothing
    assert read_cells(amendment) == drafted
    assert read_cells(programme) == decided


def test_rows_are_kept_as_printed(amendment: Reading, programme: Reading, real_lines: list[str]) -> None:
    """Each row of each table is kept with all its cells and its part in the table."""
    for reading in (amendment, programme):
        for row in reading.source_rows:
            assert list(row.cells) == real_lines[row.row_no - 1].split("\t")
    roles = {row.row_no: (row.table_kind, row.role) for row in amendment.source_rows + programme.source_rows}
    assert roles[75] == ("measures", "heading")
    assert roles[104] == ("measures", "column_numbers")
    assert roles[102] == roles[105] == ("measures", "data")
    assert roles[434] == ("indicators", "data")
    tabbed = {number for number, line in enumerate(real_lines, start=1) if "\t" in line}
    assert set(roles) == tabbed


def test_all_rows_belong_to_their_document(real_readings: list[Reading]) -> None:
    """Rows of one file never mix their documents."""
    for reading in real_readings:
        names = {getattr(row, "document_id", None) for row in reading.rows()}
        assert names == {reading.document.document_id}
