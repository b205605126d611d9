"""Who reports on a programme, and by when: `reference/reporting_duties.yml`, checked and made into rows."""

from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from data.contracts import Assessed, AssessmentDirection, Duty, Period
from data.register import RegisterError

FILE = Path(__file__).parent / "reference" / "reporting_duties.yml"
_LEAP_YEAR = 2024

Text = Annotated[str, Field(min_length=1)]


class DutiesError(RegisterError):
    """The list cannot be used; the sentence names the file, the entry and what is wrong with it."""


class _Listed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Words(_Listed):
    uk: Text
    en: Text


class _Concerns(_Listed):
    level: Text | None = None
    programme_id: Text | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "_Concerns":
        if (self.level is None) == (self.programme_id is None):
            raise ValueError("name either a level or a programme_id")
        return self


class _Entry(_Listed):
    id: Text
    document_id: Text
    section: Text
    lines: tuple[int, ...] = Field(min_length=1)
    concerns: _Concerns
    directions: tuple[Assessed, ...] = Field(min_length=1)
    period: Period
    months_after: int = Field(ge=1, le=12)
    day: int
    sender: _Words = Field(alias="from")
    recipient: _Words = Field(alias="to")
    what: _Words
    form: _Words | None = None
    note: _Words | None = None

    @model_validator(mode="after")
    def _on_a_real_day(self) -> "_Entry":
        for month in (3, 6, 9, 12) if self.period is Period.QUARTER else (12,):
            # A day such as 30 February must not pass; one that only leap years have must not either.
            date(_LEAP_YEAR - 1, (month + self.months_after - 1) % 12 + 1, self.day)
        return self

    def row(self) -> Duty:
        return Duty(
            duty_id=self.id,
            document_id=self.document_id,
            section=self.section,
            lines=tuple(str(line) for line in self.lines),
            level=self.concerns.level,
            programme_id=self.concerns.programme_id,
            period=self.period,
            months_after=self.months_after,
            day=self.day,
            directions=tuple(self.directions),
            sender_uk=self.sender.uk,
            sender_en=self.sender.en,
            recipient_uk=self.recipient.uk,
            recipient_en=self.recipient.en,
            what_uk=self.what.uk,
            what_en=self.what.en,
            form_uk=self.form.uk if self.form else None,
            form_en=self.form.en if self.form else None,
            note_uk=self.note.uk if self.note else None,
            note_en=self.note.en if self.note else None,
        )


class _Assessment(_Listed):
    document_id: Text
    directions: dict[Assessed, Text]

    @model_validator(mode="after")
    def _all(self) -> "_Assessment":
        if missing := set(Assessed) - set(self.directions):
            raise ValueError(f"not named: {', '.join(sorted(missing))}")
        return self


class _List(_Listed):
    duties: tuple[_Entry, ...] = Field(min_length=1)
    assessment: _Assessment

    @model_validator(mode="after")
    def _once(self) -> "_List":
        names = [entry.id for entry in self.duties]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"listed twice: {', '.join(sorted(twice))}")
        return self


def rows(file: Path = FILE) -> list[Duty | AssessmentDirection]:
    """Every duty, and the directions of assessment, for the warehouse. Raises DutiesError."""
    try:
        listed = _List.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"]) or "the whole file"
        raise DutiesError(f"{file}: {place}: {first['msg']}. Correct the entry as the head of the file says.") from None
    assessed = listed.assessment
    return [
        *(entry.row() for entry in listed.duties),
        *(
            AssessmentDirection(direction=direction, document_id=assessed.document_id, locator=locator)
            for direction, locator in assessed.directions.items()
        ),
    ]
