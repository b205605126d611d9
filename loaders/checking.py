"""What was read, checked: the checks of `data/checks/` on documents that are in no warehouse."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data import judge
from data.contracts import Contract
from loaders.reading import Reading


def checked(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each with the findings of all checks beside those of its reader.

    Checks that compare documents need to know which act amends which; only the register knows that, so they compare
    nothing here.
    """
    found = judge.findings_in(_rows(readings))
    return [
        replace(reading, findings=tuple(row for row in found if row.document_id == reading.document.document_id))
        for reading in readings
    ]


def _rows(readings: Iterable[Reading]) -> Iterable[Contract]:
    return (row for reading in readings for row in reading.rows())
