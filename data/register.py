"""The register of documents and programmes: `data/sources.yml`, checked."""

from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data.contracts import Basis, Document, Programme

DEFAULT = Path(__file__).parent / "sources.yml"
RAW = Path(__file__).parent / "raw"


class Folder(StrEnum):
    """Beside the register: files as published, and figures typed in by hand."""

    RAW = "raw"
    ENTERED = "entered"


class RegisterError(Exception):
    """The register cannot be used; the sentence says where and why."""


class Entry(Document):
    """A document as registered; what it states is compared with what is read.

    `read` is false where the tables of its kind are not read yet. `basis` says whether its tables print the plan or
    changes to it. `folder` is where its file lies. None of these is stored.
    """

    read: bool = Field(default=True, exclude=True)
    basis: Basis | None = Field(default=None, exclude=True)
    folder: Folder = Field(default=Folder.RAW, exclude=True)


class Register(BaseModel):
    """What is known of every document and programme."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    programmes: tuple[Programme, ...] = ()
    documents: tuple[Entry, ...]

    def files(self) -> dict[str, list[Entry]]:
        """File name -> the documents in it."""
        found: dict[str, list[Entry]] = {}
        for entry in self.documents:
            if entry.file:
                found.setdefault(entry.file, []).append(entry)
        return found


def load(path: Path = DEFAULT) -> Register:
    """Raises RegisterError when the file is not a register, or names something that it does not hold."""
    try:
        listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RegisterError(f"{path}: there is no such register of documents.") from None
    except (OSError, ValueError, yaml.YAMLError) as error:  # ValueError: not text, or a date that does not exist
        raise RegisterError(f"{path}: not a register that can be read: {' '.join(str(error).split())}") from None
    try:
        register = Register.model_validate(listed)
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"]) or "the whole file"
        raise RegisterError(f"{path}: {place}: {first['msg']}.") from None
    _check(register, path)
    return register


def _check(register: Register, path: Path) -> None:
    if not register.documents:
        raise RegisterError(f"{path}: no document is registered. List at least one under `documents`.")
    names = [entry.document_id for entry in register.documents]
    for file, entries in register.files().items():
        if len({entry.folder for entry in entries}) > 1:
            raise RegisterError(f"{path}: the file {file} is said to lie in two folders.")
    programmes = [programme.programme_id for programme in register.programmes]
    if twice := {name for name in programmes if programmes.count(name) > 1}:
        raise RegisterError(f"{path}: the programme {twice.pop()} is registered twice.")
    for entry in register.documents:
        if names.count(entry.document_id) > 1:
            raise RegisterError(f"{path}: the document {entry.document_id} is registered twice.")
        for other in (*entry.mentions, *((entry.amends,) if entry.amends else ())):
            if other not in names:
                raise RegisterError(f"{path}: {entry.document_id} refers to {other}, which is not registered.")
        if entry.programme_id and entry.programme_id not in programmes:
            raise RegisterError(f"{path}: {entry.document_id} names the unknown programme {entry.programme_id}.")
