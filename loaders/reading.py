"""A file in, its documents with all their rows out."""

from dataclasses import dataclass, field
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
)
from loaders import acts, tables
from loaders.documents import programme
from loaders.errors import NothingToRead, TableError
from loaders.readers import tab_text


@dataclass
class Reading:
    """One document with everything that was read from it."""

    document: Document
    allocations: list[Allocation] = field(default_factory=list)
    indicators: list[IndicatorValue] = field(default_factory=list)
    population: list[Population] = field(default_factory=list)
    execution: list[Execution] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    source_rows: list[SourceRow] = field(default_factory=list)

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


def read_file(path: Path) -> list[Reading]:
    """The documents in a file, in order; their names are the file's name and a number.

    Raises FileRefused for a file that is not readable text, and NothingToRead or TableError when no table of it could
    be read. A table that fails beside others that were read is an `unread` entry.
    """
    source = tab_text.read(path)
    readings: list[Reading] = []
    failures: list[TableError] = []
    for number, act in enumerate(acts.acts_of(source), start=1):
        readings.append(_read_act(act, source, f"{Path(source.name).stem}-{number}", failures))
    readings = [reading for reading in readings if reading.allocations or reading.unread]
    if not any(reading.allocations for reading in readings):
        if failures:
            raise TableError(f"{path}: {failures[0]}", failures[0].locator, failures[0].text)
        if first := next((entry for reading in readings for entry in reading.unread), None):
            raise NothingToRead(
                f"{path}: {first.locator}: «{first.text[:80]}»: {first.reason}. No amount in the file could be read."
            )
        raise NothingToRead(
            f"{path}: no table of measures found, that is, no table whose headings name years and funds. "
            "Tables are told by tabs between cells."
        )
    return readings


def _read_act(act: acts.Act, source: tab_text.SourceText, document_id: str, failures: list[TableError]) -> Reading:
    allocations: list[Allocation] = []
    unread: list[Unread] = []
    rows: list[SourceRow] = []
    units: list[str] = []
    for table in tables.tables_of(act.rows):
        rows.extend(
            SourceRow(
                document_id=document_id,
                row_no=row.no,
                table_no=table.no,
                table_kind=table.kind,
                role=role,
                cells=row.cells,
            )
            for role, row in table.rows
        )
        try:
            if table.kind == tables.MEASURES:
                found, left_out = programme.read(table, document_id)
                allocations.extend(found)
                unread.extend(left_out)
                units.append(programme.unit_of(table))
            elif table.kind == tables.UNKNOWN and not tables.is_signature(table):
                raise _unknown(table)
        except TableError as error:
            failures.append(error)
            unread.append(Unread(document_id=document_id, locator=error.locator, text=error.text, reason=str(error)))
    own = acts.reference(act.number, act.adopted_on, act.references)
    others = [text for text in act.references if text != own]
    amends = next(iter(others), None) if act.kind is DocumentKind.AMENDMENT else None
    document = Document(
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
        amount_unit=", ".join(dict.fromkeys(units)) or None,
        programme_id=None,
        damaged=False,
        note=None,
    )
    return Reading(document, allocations, unread=unread, source_rows=rows)


def _unknown(table: tables.Table) -> TableError:
    first = next(row for _, row in table.rows)
    text = " | ".join(cell.strip() for cell in first.cells if cell.strip())
    return TableError(
        f"{first.locator()}: no heading of the table that starts with «{text[:80]}» is known. "
        "Known headings are in data/reference/measure_tables.yml.",
        first.locator(),
        text,
    )
