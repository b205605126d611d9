"""The register of documents, and following a figure to its cell."""

from decimal import Decimal

import duckdb
import pytest

from analytics import documents
from analytics.frames import records
from data.contracts import SourceRow, Unread, UnreadReason
from tests.analytics.handmade import HandMade

APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"


def test_real_register(real: duckdb.DuckDBPyConnection) -> None:
    """Eight documents: seven were read, and one nobody has; of the seven, three print no amount of a plan."""
    rows = {row.document_id: row for row in records(documents.register(real))}
    assert len(rows) == 8
    printing = {APPROVED, DRAFT, "zhytomyr-passport-0217530-2022", "zhytomyr-e-city"}
    assert {name for name, row in rows.items() if row.amounts} == printing
    assert [name for name, row in rows.items() if row.file is None] == ["kropyvnytskyi-2722"]
    assert (rows[APPROVED].lines, rows[DRAFT].lines) == (82, 48)
    # The oblast prints words for each of its 11 measures, the template has no line at all.
    assert (rows["zhytomyr-oblast-digital"].lines, rows["template-informatization"].lines) == (11, 0)
    # Printed amounts of the draft, counted in the file: 219 cells with digits in the columns of amounts.
    assert rows[DRAFT].amounts == 219


def test_real_register_is_in_order(real: duckdb.DuckDBPyConnection) -> None:
    """Documents of one hromada stand together, by date, and a document without a date or programme stands last."""
    assert list(documents.register(real)["document_id"]) == [
        *("zhytomyr-e-city", "zhytomyr-passport-0217530-2022", "zhytomyr-treasury-0460-7530"),
        "zhytomyr-oblast-digital",
        *(APPROVED, "kropyvnytskyi-2722", DRAFT),
        "template-informatization",
    ]


@pytest.mark.parametrize("document_id", [APPROVED, DRAFT])
def test_every_real_cell_is_found_as_printed(real: duckdb.DuckDBPyConnection, document_id: str) -> None:
    """For every amount, the source row at its place holds in that column exactly what is stated as printed."""
    rows = {row.row_no: row for row in records(documents.source_rows(real, document_id))}
    cells = records(documents.cells(real, document_id))
    assert cells
    for cell in cells:
        row = rows[cell.row_no]
        assert row.cells[row.locators.index(documents.cell_of(cell.locator))] == cell.printed


def test_real_amounts_are_thousands_of_what_is_printed(real: duckdb.DuckDBPyConnection) -> None:
    """Row 469 prints 1,574.1 thousand for three years together, row 89 prints -100,660 thousand."""
    approved = {cell.locator: cell.amount for cell in records(documents.cells(real, APPROVED))}
    draft = {cell.locator: cell.amount for cell in records(documents.cells(real, DRAFT))}
    assert approved["рядок 469, графа 16"] == Decimal("1574100.00")
    assert draft["рядок 89, графа 6"] == Decimal("-100660.00")


def test_counts_by_hand(made: HandMade) -> None:
    """Amounts are printed cells, totals among them; lines are rows of the table, totals not among them."""
    made.approved("act", "2020-01-10")
    made.total("act", "31.00", year=2020)
    made.total("act", "20.00", year=2021)
    made.line("act", 2, "10.00", year=2020)
    made.line("act", 2, "20.00", year=2021)
    made.line("act", 3, None)
    for number in (1, 2):
        made.add(
            Unread(document_id="act", locator=f"рядок 4, графа {number}", text="1О", reason=UnreadReason.NOT_A_NUMBER)
        )
    with made.connect() as connection:
        (row,) = records(documents.register(connection))
    assert (row.amounts, row.lines, row.unread) == (4, 2, 2)
    assert row.programme_title == "Програма programme"


def test_source_rows_are_as_printed_and_in_order(made: HandMade) -> None:
    """Rows come in the order of the document with their cells untouched, empty ones among them."""
    made.approved("act", "2020-01-10")
    for number, cells in ((12, ("", " 1\u00a0000,5 ", "=1+1")), (9, ("№ з/п", "", ""))):
        made.add(
            SourceRow(
                document_id="act",
                row_no=number,
                table_no=1,
                table_kind="measures",
                role="data",
                locator=f"рядок {number}",
                cells=cells,
                locators=tuple(f"рядок {number}, графа {column}" for column in range(1, len(cells) + 1)),
            )
        )
    with made.connect() as connection:
        rows = records(documents.source_rows(connection, "act"))
    assert [(row.row_no, row.cells) for row in rows] == [
        (9, ["№ з/п", "", ""]),
        (12, ["", " 1\u00a0000,5 ", "=1+1"]),
    ]


def test_unread_is_in_the_order_of_the_document(made: HandMade) -> None:
    """What was left out is listed from top to bottom: row 9 before row 10, column 4 before column 12."""
    made.approved("act", "2020-01-10")
    places = ["рядок 9", "рядок 10, графа 4", "рядок 10, графа 12", "рядок 100, графа 1"]
    for locator in reversed(places):
        made.add(Unread(document_id="act", locator=locator, text="1О", reason=UnreadReason.NOT_A_NUMBER))
    with made.connect() as connection:
        assert list(documents.unread(connection, "act")["locator"]) == places


@pytest.mark.parametrize(
    ("locator", "cell"),
    [
        ("рядок 34, графа 1, сума 2", "рядок 34, графа 1"),
        ("рядок 330, число 3", "рядок 330"),
        ("рядок 469, графа 7", "рядок 469, графа 7"),
        ("Додаток 3!F12", "Додаток 3!F12"),
    ],
)
def test_one_of_several_numbers_in_a_cell(locator: str, cell: str) -> None:
    """A locator may name one of the numbers in a cell; the cell is what stands before that."""
    assert documents.cell_of(locator) == cell
