"""A file in, its documents with all their rows out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.contracts import (
    Allocation,
    Contract,
    Document,
    DocumentKind,
    Execution,
    Finding,
    IndicatorValue,
    Population,
    Repair,
    SourceRow,
    Unread,
    UnreadReason,
)
from loaders import acts, tables
from loaders.documents import programme
from loaders.errors import NothingToRead, TableError
from loaders.readers import tab_text


@dataclass(frozen=True)
class Reading:
    """One document with everything that was read from it; `failures` are the tables that could not be."""

    document: Document
    allocations: tuple[Allocation, ...] = ()
    indicators: tuple[IndicatorValue, ...] = ()
    population: tuple[Population, ...] = ()
    execution: tuple[Execution, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    unread: tuple[Unread, ...] = ()
    source_rows: tuple[SourceRow, ...] = ()
    failures: tuple[TableError, ...] = ()

    def rows(self) -> list[Contract]:
        """All rows for the warehouse."""
        return [
            self.document,
            *self.source_rows,
            *self.allocations,
            *self.indicators,
            *self.population,
            *self.execution,
            *self.findings,
            *self.repairs,
            *self.unread,
        ]

    @property
    def why_nothing(self) -> str | None:
        """The first thing that could not be read, as a sentence with its place."""
        if self.failures:
            return str(self.failures[0])
        if self.unread:
            first = self.unread[0]
            return f"{first.locator}: «{first.text[:80]}»: {first.reason}."
        return None


def read_file(path: Path) -> list[Reading]:
    """The documents in a file, in order; their names are the file's name and a number.

    Raises FileRefused for a file that is not readable text, and NothingToRead or TableError when no table of it could
    be read. A table that fails beside others that were read is an `unread` entry.
    """
    source = tab_text.read(path)
    stem = Path(source.name).stem
    found = [_read_act(act, source, f"{stem}-{number}") for number, act in enumerate(acts.acts_of(source), start=1)]
    readings = [reading for reading in found if reading.allocations or reading.unread]
    if any(reading.allocations for reading in readings):
        return readings
    if failure := next((failure for reading in readings for failure in reading.failures), None):
        raise TableError(f"{path}: {failure}", failure.reason, failure.locator, failure.text)
    if readings:
        raise NothingToRead(f"{path}: {readings[0].why_nothing} No amount in the file could be read.")
    raise NothingToRead(
        f"{path}: no table of measures found, that is, no table whose headings name years and funds. "
        "Tables are told by tabs between cells."
    )


def _read_act(act: acts.Act, source: tab_text.SourceText, document_id: str) -> Reading:
    found = tables.tables_of(act.rows)
    measures: list[programme.Measures] = []
    failures: list[TableError] = []
    unread: list[Unread] = []
    for table in found:
        try:
            if table.kind == tables.MEASURES:
                measures.append(programme.measures_of(table))
            elif table.kind == tables.UNKNOWN and not tables.is_signature(table):
                raise _unknown(table)
        except TableError as error:
            failures.append(error)
            unread.append(_left_out(table, error, document_id))
    allocations: list[Allocation] = []
    basis = programme.basis_of(measures)
    for table in measures:
        amounts, left_out = programme.read(table, basis, document_id)
        allocations.extend(amounts)
        unread.extend(left_out)
    return Reading(
        _document(act, source, document_id, measures),
        tuple(allocations),
        unread=tuple(unread),
        source_rows=tuple(_source_rows(found, document_id)),
        failures=tuple(failures),
    )


def _document(
    act: acts.Act, source: tab_text.SourceText, document_id: str, measures: list[programme.Measures]
) -> Document:
    own = acts.reference(act.number, act.adopted_on, act.references)
    others = [text for text in act.references if text != own]
    amends = next(iter(others), None) if act.kind is DocumentKind.AMENDMENT else None
    return Document(
        document_id=document_id,
        kind=act.kind,
        title=act.title,
        issuer=act.issuer,
        number=act.number,
        adopted_on=act.adopted_on,
        status=act.status,
        endorsed_number=act.endorsed_number,
        endorsed_on=act.endorsed_on,
        amends=amends,
        mentions=tuple(text for text in others if text != amends),
        file=source.name,
        sha256=source.sha256,
        amount_unit=", ".join(dict.fromkeys(table.amount_unit for table in measures)) or None,
    )


def _source_rows(found: list[tables.Table], document_id: str) -> Iterator[SourceRow]:
    for table in found:
        for role, row in table.rows:
            yield SourceRow(
                document_id=document_id,
                row_no=row.no,
                table_no=table.no,
                table_kind=table.kind,
                role=role,
                cells=row.cells,
            )


def _left_out(table: tables.Table, error: TableError, document_id: str) -> Unread:
    """A whole table, with its lines and how many rows of data they hold, so that its size is seen."""
    rows = table.rows
    first, last = rows[0][1].no, rows[-1][1].no
    lines = f"рядок {first}" if first == last else f"рядки {first}–{last}"
    text = f"{error.text} ({lines}, рядків даних: {len(table.data)})"
    return Unread(document_id=document_id, locator=error.locator, text=text, reason=error.reason)


def _unknown(table: tables.Table) -> TableError:
    first = table.rows[0][1]
    return TableError(
        f"{first.locator()}: no heading of the table that starts with «{first.printed[:80]}» is known. "
        "Known headings are in data/reference/measure_tables.yml.",
        UnreadReason.TABLE_UNKNOWN,
        first.locator(),
        first.printed,
    )
