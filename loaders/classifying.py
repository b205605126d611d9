"""Puts what each lowest line buys beside what was read of it."""

from dataclasses import asdict, replace

from data import classification
from data.contracts import LineClass, Section
from loaders.reading import Reading

_PLANS = (Section.MEASURES, Section.POINT_9)


def classified(reading: Reading) -> Reading:
    """The reading with a class for each of its lowest lines, also those that no rule knows; by name."""
    places = {row.row_no: row.locator for row in reading.source_rows}
    lines = {
        row.row_no: LineClass(
            document_id=row.document_id,
            locator=places.get(row.row_no, row.locator),
            printed=row.name,
            row_no=row.row_no,
            **asdict(classification.assignment(row.name)),
        )
        for row in reversed(reading.allocations)
        if row.section in _PLANS and not row.is_total
    }
    return replace(reading, line_classes=tuple(lines[number] for number in sorted(lines)))
