"""Every lowest line of the registered documents is classified, and by hand in the same way."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from data import classification, corrections, register
from data.contracts import Section
from loaders import building
from loaders.errors import CorrectionMismatch
from loaders.reading import Reading

LISTED = Path(__file__).parents[1] / "fixtures" / "classification" / "lines.csv"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    known = register.load(register.DEFAULT)
    folder = register.DEFAULT.parent
    fixes = corrections.load(folder / "corrections", known)
    return [
        reading
        for name, entries in known.files().items()
        for reading in building.documents_in(folder / entries[0].folder / name, entries, known, fixes)
    ]


CATEGORIES = {kind.kind: str(kind.category) for kind in classification.kinds()}


def written(reading: Reading) -> Iterator[dict[str, str]]:
    """The lowest lines of a document as the list writes them."""
    amounts = {row.row_no: row for row in reading.allocations}
    for line in reading.line_classes:
        own = amounts[line.row_no]
        told = {
            "document_id": line.document_id,
            "row_no": str(line.row_no),
            "spending_direction": own.spending_direction,
            "task": own.task,
            "name": line.printed,
            "kind": line.kind,
            "category": CATEGORIES[line.kind] if line.kind else None,
            "national_direction": line.national_direction,
            "national_task": line.national_task,
        }
        yield {column: text or "" for column, text in told.items()}


def test_every_assignment(readings: list[Reading]) -> None:
    """All lowest lines, one by one, as a person assigned them: the direction or task of their own document, the kind
    and category of what they buy, and their place in the national list."""
    with LISTED.open(encoding="utf-8") as file:
        listed = list(csv.DictReader(file))
    assert [line for reading in readings for line in written(reading)] == listed


def test_almost_all_money_is_classified(readings: list[Reading]) -> None:
    """Of every plan that prints amounts at least 95 % is of a known kind; in the programme 80,0 of 6198,7 is not."""
    for reading in readings:
        kinds = {line.row_no: line.kind for line in reading.line_classes}
        money = [
            (abs(row.amount), kinds[row.row_no])
            for row in reading.allocations
            if not row.is_total and row.amount is not None and row.section in (Section.MEASURES, Section.POINT_9)
        ]
        unknown = sum((amount for amount, kind in money if kind is None), Decimal(0))
        assert unknown * 100 <= 5 * sum(amount for amount, _kind in money)
        if reading.document.document_id == "kropyvnytskyi-2285":
            assert (unknown, sum(amount for amount, _kind in money)) == (80_000, 6_198_700)


def test_a_correction_overrides_a_rule(tmp_path: Path) -> None:
    """What a rule says of a line is corrected as any other thing that was read; a stale expectation stops the build."""
    known = register.load(register.DEFAULT)
    (tmp_path / "kropyvnytskyi-2285.yml").write_text(
        "- {locator: рядок 487, field: kind, expect: null, value: maintenance, reason: Так., status: confirmed}\n",
        encoding="utf-8",
    )
    fixes = corrections.load(tmp_path, known)
    ((name, entries),) = [item for item in known.files().items() if item[0].startswith("001_")]
    readings = building.documents_in(register.DEFAULT.parent / "raw" / name, entries, known, fixes)
    lines = {line.row_no: line.kind for reading in readings for line in reading.line_classes}
    assert lines[487] == "maintenance"
    (tmp_path / "kropyvnytskyi-2285.yml").write_text(
        "- {locator: рядок 470, field: kind, expect: laptop, value: pc, reason: Так., status: confirmed}\n",
        encoding="utf-8",
    )
    fixes = corrections.load(tmp_path, known)
    with pytest.raises(CorrectionMismatch, match="«pc», and «laptop» was expected"):
        building.documents_in(register.DEFAULT.parent / "raw" / name, entries, known, fixes)
