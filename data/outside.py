"""Figures from outside the documents, added by hand with their source: a price index, populations of hromadas.

Both lists in `data/reference/` are empty until somebody adds published figures; nothing here is computed or guessed.
"""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from data.contracts import PopulationKind

_REFERENCE = Path(__file__).parent / "reference"
PRICE_INDEX = _REFERENCE / "price_index.yml"
POPULATIONS = _REFERENCE / "populations.yml"

Text = Annotated[str, Field(min_length=1)]


class OutsideFigureError(Exception):
    """An entry of a list cannot be used; the sentence names the file, the entry and what is wrong with it."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Entry = TypeVar("Entry", bound=_Entry)


class PriceYear(_Entry):
    """Prices of a year in per cent of those of the year before."""

    year: int
    per_cent: Decimal = Field(gt=0)


class PriceIndex(_Entry):
    """A published chain of yearly price indices."""

    name: Text
    source: Text
    years: tuple[PriceYear, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _without_gaps(self) -> "PriceIndex":
        listed = sorted(entry.year for entry in self.years)
        if listed != list(range(listed[0], listed[0] + len(listed))):
            raise ValueError("each year stands once, and none between the first and the last is left out")
        return self


class HromadaPopulation(_Entry):
    """People of one hromada in one year, everybody or from an age on."""

    hromada: Text
    year: int
    persons: int = Field(gt=0)
    age_from: int | None = None
    kind: PopulationKind
    source: Text


def price_index(file: Path = PRICE_INDEX) -> PriceIndex | None:
    """The index; None while no years are listed. Raises OutsideFigureError."""
    listed = _listed(file)
    return _checked(PriceIndex, listed, file) if listed.get("years") else None


def populations(file: Path = POPULATIONS) -> tuple[HromadaPopulation, ...]:
    """The populations listed. Raises OutsideFigureError."""
    return tuple(_checked(HromadaPopulation, entry, file) for entry in _listed(file)["populations"])


def _listed(file: Path) -> dict[str, Any]:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _checked(model: type[Entry], entry: Any, file: Path) -> Entry:
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, found['loc'])) or 'entry'}: {found['msg']}" for found in error.errors()
        )
        raise OutsideFigureError(
            f"{file}: {entry}: {problems}. Correct the entry as the head of the file says."
        ) from error
