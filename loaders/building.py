"""The register in, a published warehouse out: read every document, compare it with the register, check, publish."""

from collections.abc import Callable
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

from data import classification, corrections, duties, judge, lineage, outside, register, warehouse
from data.contracts import Contract, Document, DocumentKind, UnreadReason
from data.corrections import Corrections
from data.register import Entry, Register
from loaders import facts
from loaders.cells import first_date
from loaders.classifying import classified
from loaders.correcting import corrected
from loaders.errors import NothingToRead, RegisterMismatch
from loaders.readers.files import contents
from loaders.reading import Reading, read_file

Progress = Callable[[str], None]


def build(
    sources: Path = register.DEFAULT, output: Path = warehouse.BUILD, progress: Progress = lambda line: None
) -> Path:
    """Build and publish; the published file. Raises LoaderError or RegisterError, and then publishes nothing.

    Files are looked for in the folders `raw` and `entered` beside the register, corrections in `corrections`, figures
    from outside the documents in `reference`.
    """
    known = register.load(sources)
    fixes = corrections.load(sources.parent / "corrections", known)
    rows: list[Contract] = [*known.programmes, *classification.kinds()]
    rows += [*classification.kind_rules(), *classification.national_tasks(), *duties.rows()]
    rows += outside.load(sources.parent / "reference", known)
    files = known.files()
    for number, (name, entries) in enumerate(files.items(), start=1):
        found = documents_in(sources.parent / entries[0].folder / name, entries, known, fixes)
        facts = sum(reading.fact_count for reading in found)
        unread = sum(len(reading.unread) for reading in found)
        state = f"{facts} facts" if facts else "listed, not read"
        state += f", {unread} unread" if unread else ""
        progress(f"[{number}/{len(files)}] {name}: {len(found)} document(s), {state}")
        rows.extend(row for reading in found for row in reading.rows())
    rows.extend(_plain(entry) for entry in known.documents if not entry.file)

    path = warehouse.create(output)
    try:
        warehouse.insert(path, rows)
        lineage.follow(path)
        for check, (compared, failed) in judge.check(path).items():
            progress(f"check {check}: {compared} compared, {compared - failed} hold, {failed} do not")
        warehouse.publish(path)
    except BaseException:
        warehouse.discard(path)
        raise
    return path


def documents_in(path: Path, entries: list[Entry], known: Register, fixes: dict[str, Corrections]) -> list[Reading]:
    """The registered documents of a file as they go into the warehouse: compared with the register, and corrected."""
    checksum = sha256(contents(path)).hexdigest()
    for entry in entries:
        if entry.sha256 not in (None, checksum):
            raise RegisterMismatch(
                f"{path}: the file has changed since {entry.document_id} was registered. Look at it, then write the "
                f"new checksum in the register: sha256: {checksum}."
            )
    unread = [entry for entry in entries if not entry.read]
    readings = [Reading(document=_plain(entry).model_copy(update={"sha256": checksum})) for entry in unread]
    expected = [entry for entry in entries if entry.read]
    if not expected:
        return readings
    for reading in read_file(path):
        entry = next((entry for entry in expected if _is_same(entry, reading.document)), None)
        if entry is None:
            raise RegisterMismatch(
                f"{path}: the file holds a document {_named(reading.document)}, which the register does not list for "
                "it. Add the document to the register, or correct its number and date there."
            )
        expected.remove(entry)
        lost = [failure for failure in reading.failures if failure.reason is not UnreadReason.TABLE_UNKNOWN]
        if lost or not reading.fact_count:
            raise NothingToRead(f"{path}: nothing of {entry.document_id} could be read. {reading.why_nothing}")
        _compare(entry, reading, path, known)
        readings.append(corrected(classified(_registered(reading, entry)), fixes.get(entry.document_id)))
    if expected:
        raise RegisterMismatch(
            f"{path}: the register lists {expected[0].document_id} for this file, but no document with that number "
            "and date was found in it."
        )
    return readings


def _is_same(entry: Entry, document: Document) -> bool:
    """Whether what the document says of itself agrees with an entry; a document may be silent."""
    stated = ("number", "adopted_on", "endorsed_number", "endorsed_on")
    return all(getattr(document, name) in (None, getattr(entry, name)) for name in stated)


def _compare(entry: Entry, reading: Reading, path: Path, known: Register) -> None:
    """What the document says of itself must not contradict the register."""
    document = reading.document
    if document.kind != entry.kind or (document.status and document.status != entry.status):
        raise RegisterMismatch(
            f"{path}: the register calls {entry.document_id} {entry.status} {entry.kind}, the document itself reads as "
            f"{document.status} {document.kind}."
        )
    if entry.amount_unit not in (None, document.amount_unit):
        raise RegisterMismatch(
            f"{path}: the register says that the amounts of {entry.document_id} are printed in {entry.amount_unit}, "
            f"its headings say {document.amount_unit}."
        )
    basis = next((amount.basis for amount in reading.allocations), None)
    if entry.basis not in (None, basis):
        raise RegisterMismatch(
            f"{path}: the register calls the amounts of {entry.document_id} {entry.basis}, by their signs they are "
            f"{basis}. Look at the document: either the register or the reading is wrong."
        )
    _compare_references(entry, document, path, known)


def _compare_references(entry: Entry, document: Document, path: Path, known: Register) -> None:
    """An act that changes others may count on no act that the register does not know; a link must be in the text."""
    by_name = {other.document_id: other for other in known.documents}
    registered = [by_name[name] for name in (entry.amends, *entry.mentions) if name]
    named = [text for text in (document.amends, *document.mentions) if text]
    if entry.kind is DocumentKind.AMENDMENT:
        for text in named:
            if not any(_names(text, other) for other in registered):
                raise RegisterMismatch(
                    f"{path}: {entry.document_id} counts on the act of {text}, which the register does not name in "
                    "`amends` or `mentions`. Register it; with status `missing` if nobody has it."
                )
    for other in registered:
        if not any(_names(text, other) for text in named):
            raise RegisterMismatch(
                f"{path}: the register says that {entry.document_id} counts on {other.document_id}, but its text names "
                f"no act {_named(other)}. Correct the register."
            )


def _names(text: str, other: Document) -> bool:
    """Whether a reference such as `31 січня 2019 року № 2285` is to an act."""
    return text.endswith(f"№ {other.number}") and first_date(text) == other.adopted_on


def _registered(reading: Reading, entry: Entry) -> Reading:
    """The reading under the document's registered name."""
    own = reading.document
    read = {"sha256": own.sha256, "amount_unit": own.amount_unit, "damaged": own.damaged, "by_machine": own.by_machine}
    document = _plain(entry).model_copy(update=read)
    named = {
        part.name: tuple(
            row.model_copy(update={"document_id": entry.document_id}) for row in getattr(reading, part.name)
        )
        for part in fields(facts.Facts)
    }
    named["findings"] = tuple(
        row.model_copy(update={"cells": facts.named(entry.document_id, row.locators)}) for row in named["findings"]
    )
    return replace(reading, document=document, **named)


def _plain(entry: Entry) -> Document:
    return Document.model_validate(entry.model_dump())


def _named(document: Document) -> str:
    number = document.number or document.endorsed_number or "without a number"
    dated = document.adopted_on or document.endorsed_on or "without a date"
    return f"№ {number} of {dated}"
