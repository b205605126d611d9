"""Repair of text that character recognition has damaged. What is printed always stays beside what it is repaired to."""

from dataclasses import replace

from data.contracts import Repair
from loaders.errors import FileRefused
from loaders.repair.damage import is_damaged
from loaders.repair.lines import Change, repaired_rows
from loaders.rows import Row, Source


def repaired(source: Source) -> tuple[Source, tuple[Repair, ...]]:
    """The source with repaired cells, and each repair; a source that is not damaged comes back as it is.

    The repairs carry the name of the file; whoever knows the document puts its name there. Raises FileRefused for a
    text that needs too many.
    """
    if not is_damaged(source.rows):
        return source, ()
    try:
        rows, changes = repaired_rows(source.rows)
    except FileRefused as error:
        raise FileRefused(f"{source.name}: {error}") from None
    return replace(source, rows=tuple(rows), damaged=True), tuple(_repair(change, source.name) for change in changes)


def _repair(change: Change, name: str) -> Repair:
    row: Row = change.row
    return Repair(
        document_id=name,
        locator=row.locator(change.cell) if row.in_table else row.locator(),
        printed=change.printed,
        row_no=row.no,
        repaired=change.mend.repaired,
        rule=change.mend.rule,
        confidence=change.mend.confidence,
    )
