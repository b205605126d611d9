"""Lines of text that carry facts, as rows that a page can show and mark."""

from collections.abc import Iterable

from data.contracts import SourceRow
from loaders.rows import Row


def text_rows(rows: Iterable[Row], document_id: str) -> tuple[SourceRow, ...]:
    """The lines as printed, once each; rows of tables are kept with their table."""
    return tuple(
        SourceRow(
            document_id=document_id,
            row_no=row.no,
            table_no=0,
            table_kind="text",
            role="data",
            locator=row.locator(),
            cells=row.raw or row.cells,
            locators=(row.locator(0),),
        )
        for row in sorted(set(rows), key=lambda row: row.no)
        if not row.in_table
    )
