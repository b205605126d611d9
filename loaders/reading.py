"""A file in, its documents with all their rows out."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from data.contracts import Contract, Correction, Document, DocumentKind, Repair
from loaders import acts, repair
from loaders.acts import Act
from loaders.documents import actuals, decision, execution_report, passport, template, treasury
from loaders.errors import FileRefused, NothingToRead, TableError
from loaders.facts import Facts
from loaders.readers import opening
from loaders.rows import Source


class _Form(acts.Form, Protocol):
    read: Callable[[Act, str], Facts]


FORMS: tuple[_Form, ...] = (template, treasury, actuals, passport, execution_report)
"""The modules of documents that have a form of their own; everything else is read as a decision."""


@dataclass(frozen=True, kw_only=True)
class Reading(Facts):
    """One document with everything that was read from it; `failures` are the tables that could not be."""

    document: Document
    corrections: tuple[Correction, ...] = ()
    failures: tuple[TableError, ...] = field(default=(), repr=False)

    def rows(self) -> list[Contract]:
        """All rows for the warehouse."""
        return [self.document, *super().rows(), *self.corrections]

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

    Raises FileRefused for a file that no reader can open, and NothingToRead or TableError when no table of it could
    be read. A table that fails beside others that were read is an `unread` entry.
    """
    with _no_search_for_garbage():
        return _readings(path)


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Rows are made by the hundred thousand and all are kept: looking for garbage among them takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _readings(path: Path) -> list[Reading]:
    source, repairs = repair.repaired(opening.read(path))
    stem = Path(source.name).stem
    named = [(act, f"{stem}-{number}") for number, act in enumerate(acts.acts_of(source, FORMS), start=1)]
    try:
        found = [_read_act(act, source, repairs, document_id) for act, document_id in named]
    except (FileRefused, NothingToRead) as error:
        raise type(error)(f"{path}: {error}") from None
    readings = [reading for reading in found if reading.fact_count or reading.unread]
    if any(reading.fact_count for reading in readings):
        return readings
    if failure := next((failure for reading in readings for failure in reading.failures), None):
        raise TableError(f"{path}: {failure}", failure.reason, failure.locator, failure.text)
    if readings:
        raise NothingToRead(f"{path}: {readings[0].why_nothing} No amount in the file could be read.")
    raise NothingToRead(
        f"{path}: no table of a kind that can be read was found; the README lists the kinds. In plain text, tables are "
        "told by tabs between cells."
    )


def _read_act(act: Act, source: Source, repairs: tuple[Repair, ...], document_id: str) -> Reading:
    form = next((form for form in FORMS if form.KIND is act.form), None)
    failures: tuple[TableError, ...] = ()
    unit = act.amount_unit
    if form:
        facts = form.read(act, document_id)
    else:
        facts, failures, unit = decision.read(act, document_id)
    facts = Facts.together([Facts(repairs=_repairs_in(act, repairs, document_id)), facts])
    return Reading(document=_document(act, source, document_id, unit), failures=failures, **vars(facts))


def _repairs_in(act: Act, repairs: tuple[Repair, ...], document_id: str) -> tuple[Repair, ...]:
    """The repairs of a file that fall to the rows of one of its documents."""
    own = {row.no for row in act.rows} if repairs else set[int]()
    return tuple(made.model_copy(update={"document_id": document_id}) for made in repairs if made.row_no in own)


def _document(act: Act, source: Source, document_id: str, unit: str | None) -> Document:
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
        programme_id=act.programme_id,
        file=source.name,
        sha256=source.sha256,
        amount_unit=unit,
        damaged=source.damaged,
        by_machine=source.by_machine,
    )
