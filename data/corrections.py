"""Reviewed corrections of what documents print: `data/corrections/<document_id>.yml`, checked. See the README there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from data.contracts import Correction
from data.register import Register, RegisterError

CONFIRMED = "confirmed"
_OURS = {"document_id", "locator", "printed", "row_no"}


class CorrectionError(RegisterError):
    """A file of corrections cannot be used; the sentence says where and why."""


@dataclass(frozen=True)
class Corrections:
    """The corrections of one document, one a cell, and the file that lists them."""

    file: Path
    listed: tuple[Correction, ...]


class _Entry(BaseModel):
    """One correction as written: what is read now, what is meant, and why; several cells may share it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    locator: str | None = None
    locators: list[str] = []
    field: str
    expect: str | None
    value: str | None
    reason: str = Field(min_length=1)
    status: Literal["proposed", "confirmed"]

    @property
    def places(self) -> list[str]:
        return [self.locator] if self.locator else self.locators


_FILE = TypeAdapter(list[_Entry])


def load(folder: Path, known: Register) -> dict[str, Corrections]:
    """Document -> its corrections; empty where there is no such folder. Raises CorrectionError."""
    names = {entry.document_id for entry in known.documents if entry.file}
    found: dict[str, Corrections] = {}
    for file in sorted(folder.glob("*.yml")):
        if file.stem not in names:
            raise CorrectionError(
                f"{file}: no document {file.stem} with a file is registered. Name the corrections after the document."
            )
        found[file.stem] = Corrections(file, tuple(_corrections(file)))
    return found


def _corrections(file: Path) -> list[Correction]:
    listed: list[Correction] = []
    for number, entry in enumerate(_entries(file)):
        if bool(entry.locator) == bool(entry.locators):
            raise CorrectionError(f"{file}: {number}: give either `locator` or a list of `locators`.")
        if entry.field in _OURS or entry.field.endswith(("_locator", "_printed")):
            raise CorrectionError(f"{file}: {number}: {entry.field} tells the place or the print, which never change.")
        for locator in entry.places:
            if any((other.locator, other.field) == (locator, entry.field) for other in listed):
                raise CorrectionError(f"{file}: {locator}: {entry.field} is corrected twice. Keep one of the entries.")
            listed.append(
                Correction(
                    document_id=file.stem,
                    locator=locator,
                    field=entry.field,
                    expected=entry.expect,
                    corrected=entry.value,
                    reason=" ".join(entry.reason.split()),
                    status=entry.status,
                )
            )
    return listed


def _entries(file: Path) -> list[_Entry]:
    try:
        return _FILE.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"]) or "the whole file"
        hint = " Write numbers, codes and dates in quotes." if first["type"] == "string_type" else ""
        raise CorrectionError(f"{file}: {place}: {first['msg']}.{hint}") from None
    except (OSError, ValueError, yaml.YAMLError) as error:  # ValueError: not text, or a date that does not exist
        raise CorrectionError(f"{file}: not a list of corrections: {' '.join(str(error).split())}") from None
