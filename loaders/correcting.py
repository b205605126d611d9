"""Reviewed corrections on what was read: each applies only while its cell still reads what the reviewer saw."""

from dataclasses import fields, replace

from pydantic import ValidationError

from data.contracts import Correction, Fact
from data.corrections import CONFIRMED, Corrections
from loaders.errors import CorrectionMismatch
from loaders.facts import Facts
from loaders.reading import Reading

_ABOUT_READING = {"findings", "repairs", "unread", "source_rows"}
_PARTS = tuple(part.name for part in fields(Facts) if part.name not in _ABOUT_READING)


def corrected(reading: Reading, corrections: Corrections | None) -> Reading:
    """The reading with its confirmed corrections applied and all of them, proposed ones too, beside it.

    What is printed stays with the fact. Raises CorrectionMismatch where a cell is not read as expected.
    """
    for correction in corrections.listed if corrections else ():
        reading = _applied(reading, correction, f"{corrections.file}: {correction.locator}" if corrections else "")
    return replace(reading, corrections=corrections.listed) if corrections else reading


def _applied(reading: Reading, correction: Correction, place: str) -> Reading:
    facts = [fact for part in _PARTS for fact in getattr(reading, part) if fact.locator == correction.locator]
    if not facts:
        raise CorrectionMismatch(
            f"{place}: nothing is read from this cell of {reading.document.document_id}. The source or the reader has "
            "changed: look, then remove or change the correction."
        )
    concerned = [fact for fact in facts if correction.field in type(fact).model_fields]
    if not concerned:
        tables = " and ".join(sorted({fact.table for fact in facts}))
        raise CorrectionMismatch(f"{place}: what is read from this cell ({tables}) has no field {correction.field}.")
    changed = {id(fact): _changed(fact, correction, place) for fact in concerned}
    if correction.status != CONFIRMED:
        return reading
    parts = {part: tuple(changed.get(id(fact), fact) for fact in getattr(reading, part)) for part in _PARTS}
    return replace(reading, **parts)


def _changed(fact: Fact, correction: Correction, place: str) -> Fact:
    """The fact as corrected, once it is sure that it reads what was expected."""
    field, now = correction.field, getattr(fact, correction.field)
    if getattr(_with(fact, field, correction.expected, place), field) != now:
        raise CorrectionMismatch(
            f"{place}: {field} reads {_shown(now)}, and {_shown(correction.expected)} was expected. The source or the "
            "reader has changed: look, then remove or change the correction."
        )
    return _with(fact, field, correction.corrected, place)


def _with(fact: Fact, field: str, value: str | None, place: str) -> Fact:
    """The fact with another value of one field, written as text. Raises CorrectionMismatch for what it cannot be."""
    try:
        return type(fact).model_validate(fact.model_dump() | {field: value})
    except ValidationError as error:
        message = error.errors()[0]["msg"]
        raise CorrectionMismatch(f"{place}: {field} of {fact.table} cannot be {_shown(value)}: {message}.") from None


def _shown(value: object) -> str:
    return "nothing" if value is None else f"«{value}»"
