"""The class of a difference: rounding, perhaps our reading, or an error of the document."""

from decimal import Decimal

import pytest

from data.contracts import (
    Contract,
    Document,
    DocumentKind,
    Level,
    Repair,
    SourceRow,
    Unread,
    UnreadReason,
)
from tests.data.checks.planted import Act, Line, broken, found, in_row


@pytest.mark.parametrize(
    ("text", "total", "kind", "severity"),
    [
        ("0,3", "300", "rounding", "notice"),  # 250 rounded half up to 0,3 thousand
        ("0,2", "200", "rounding", "notice"),  # cut off
        ("0,4", "400", "document", "error"),
        ("0,25", "250", "document", "verified"),
    ],
)
def test_rounding(base: Document, line: Line, text: str, total: str, kind: str, severity: str) -> None:
    """Lines of 100 and 150 UAH under a total in thousands: what rounding or cutting off explains is told apart."""
    rows = in_row(line, 7, "1.1", general_2021=100, special_2021=150, total_2021=total)
    rows[2] = rows[2].model_copy(update={"printed": text})
    (finding,) = found([base, *rows], "row_funds")
    assert (finding.finding_class, finding.severity) == (kind, severity)


def test_parts_that_were_rounded(act: Act, line: Line) -> None:
    """33,3 three times under 100,0 thousand is rounding; three times under 100,2 is not, nor is a hryvnia."""

    def plan(total: str, unit: str, part: str) -> list[Contract]:
        rows: list[Contract] = [act("a", "2021-02-01", kind=DocumentKind.PROGRAMME, amount_unit=unit)]
        size = 1000 if unit == "thousand UAH" else 1
        for row, code, level, printed in (
            (1, None, Level.SPENDING_UNIT, total),
            (2, "1", Level.MEASURE, part),
            (3, "2", Level.MEASURE, part),
            (4, "3", Level.MEASURE, part),
        ):
            amount = Decimal(printed) * size
            rows += [
                entry.model_copy(update={"printed": printed})
                for entry in in_row(line, row, code, total_2021=amount, level=level, is_total=code is None)
            ]
        return rows

    (finding,) = broken(plan("100.0", "thousand UAH", "33.3"), "lines_of_unit")
    assert (finding.finding_class, finding.severity) == ("rounding", "notice")
    (finding,) = broken(plan("100.2", "thousand UAH", "33.3"), "lines_of_unit")
    assert (finding.finding_class, finding.severity) == ("document", "error")
    (finding,) = broken(plan("100", "UAH", "33"), "lines_of_unit")
    assert (finding.finding_class, finding.severity) == ("document", "error")


def printed_row(row: int, table_no: int) -> SourceRow:
    places = tuple(f"рядок {row}, графа {place}" for place in range(1, 10))
    return SourceRow(
        document_id="a",
        row_no=row,
        table_no=table_no,
        table_kind="measures",
        role="data",
        locator=f"рядок {row}",
        cells=("",) * 9,
        locators=places,
    )


@pytest.mark.parametrize(("table_no", "kind"), [(1, "reading"), (2, "document")])
def test_what_is_unread_makes_a_difference_ours(base: Document, line: Line, table_no: int, kind: str) -> None:
    """Something unread in the same table may explain a difference; in another table it cannot."""
    rows = in_row(line, 7, "1.1", general_2021=5, special_2021=6, total_2021=12)
    left_out = Unread(document_id="a", locator="рядок 9, графа 4", text="1O", reason=UnreadReason.NOT_A_NUMBER)
    (finding,) = broken([base, *rows, printed_row(7, 1), printed_row(9, table_no), left_out], "row_funds")
    assert finding.finding_class == kind


def test_a_repaired_row_makes_a_difference_ours(base: Document, line: Line) -> None:
    """Digits that were repaired in the row may be what is wrong."""
    rows = in_row(line, 7, "1.1", general_2021=5, special_2021=6, total_2021=12)
    repair = Repair(
        document_id="a", locator="рядок 7, графа 4", printed="S", row_no=7, repaired="5", rule="digits", confidence=0.9
    )
    (finding,) = broken([base, *rows, printed_row(7, 1), repair], "row_funds")
    assert finding.finding_class == "reading"
