"""Terms and their plain explanations: `reference/glossary.yml`, checked."""

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

FILE = Path(__file__).parent / "reference" / "glossary.yml"
_LONGEST = 240


class GlossaryError(Exception):
    """The list cannot be used; the sentence names the file, the entry and what is wrong with it."""


class Words(BaseModel):
    """A text in both languages of the interface."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    uk: Annotated[str, Field(min_length=2, max_length=_LONGEST)]
    en: Annotated[str, Field(min_length=2, max_length=_LONGEST)]

    def said(self, language: str) -> str:
        """The text in `uk` or `en`."""
        return self.en if language == "en" else self.uk


class Term(BaseModel):
    """One term. `id`: its anchor; `also`: other words for it; `source`: the act that defines it or prescribes its form,
    where one is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    term: Words
    also: tuple[str, ...] = ()
    meaning: Words
    source: Words | None = None

    def tells_of(self, asked: str) -> bool:
        """Whether any of its words, in either language, hold what somebody looks for."""
        held = (self.term.uk, self.term.en, self.meaning.uk, self.meaning.en, *self.also)
        return asked.casefold() in "\n".join(held).casefold()


class _List(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    terms: tuple[Term, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _once(self) -> "_List":
        names = [term.id for term in self.terms]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"listed twice: {', '.join(sorted(twice))}")
        return self


@cache
def terms(file: Path = FILE) -> dict[str, Term]:
    """Term by its id, in the order of the list. Raises GlossaryError."""
    try:
        listed = _List.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"]) or "the whole file"
        raise GlossaryError(
            f"{file}: {place}: {first['msg']}. Correct the entry as the head of the file says."
        ) from None
    return {term.id: term for term in listed.terms}
