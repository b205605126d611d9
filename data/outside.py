"""Figures from outside the documents, added by hand with their source: a price index, populations of hromadas.

Both lists are empty until somebody adds published figures; nothing here is computed or guessed. A build stores them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from data.contracts import Contract, HromadaPopulation, PriceIndexYear
from data.register import Register, RegisterError

PRICE_INDEX = "price_index.yml"
POPULATIONS = "populations.yml"

Row = TypeVar("Row", bound=Contract)


class OutsideFigureError(RegisterError):
    """A list cannot be used; the sentence names the file, the entry and what is wrong with it."""


def load(folder: Path, known: Register) -> list[Contract]:
    """The figures of both lists in a folder, for the warehouse; a list that is not there holds none.

    Raises OutsideFigureError, also for a hromada that no programme or document of the register is of: its figures
    would never be used.
    """
    people = populations(folder / POPULATIONS)
    named = {programme.hromada for programme in known.programmes} | {entry.issuer for entry in known.documents}
    for number, row in enumerate(people, start=1):
        if row.hromada not in named:
            raise OutsideFigureError(
                f"{folder / POPULATIONS}: populations, entry {number}: no programme of «{row.hromada}» is registered. "
                "Write the hromada in the words of sources.yml."
            )
    return [*price_index(folder / PRICE_INDEX), *people]


def price_index(file: Path) -> list[PriceIndexYear]:
    """The years of the index, each once and without gaps. Raises OutsideFigureError."""
    head, years = _parts(file, "years")
    rows = list(_rows(PriceIndexYear, file, "years", [head | year for year in years]))
    listed = [row.year for row in rows]
    for year in range(min(listed, default=0), max(listed, default=-1) + 1):
        if (times := listed.count(year)) != 1:
            raise OutsideFigureError(
                f"{file}: years: {year} stands there {times} times. List each year once, and leave none out between "
                "the first and the last."
            )
    return rows


def populations(file: Path) -> list[HromadaPopulation]:
    """The populations listed, one for each hromada, age and year. Raises OutsideFigureError."""
    _head, entries = _parts(file, "populations")
    rows = list(_rows(HromadaPopulation, file, "populations", entries))
    counted = [(row.hromada, row.age_from, row.year) for row in rows]
    for number, count in enumerate(counted, start=1):
        if count in counted[: number - 1]:
            raise OutsideFigureError(
                f"{file}: populations, entry {number}: {count[0]} in {count[2]} is counted twice. Keep one of the "
                "entries."
            )
    return rows


def _parts(file: Path, name: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What a file says of all its entries, and the entries, which stand under `name`."""
    if not file.exists():
        return {}, []
    try:
        listed = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:  # ValueError: not text, or a date that does not exist
        raise OutsideFigureError(f"{file}: not a list that can be read: {' '.join(str(error).split())}") from None
    if not isinstance(listed, dict) or not isinstance(listed.get(name), list):
        raise OutsideFigureError(f"{file}: the entries must stand as a list under `{name}`; without any, write []")
    entries = listed.pop(name)
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            raise OutsideFigureError(f"{file}: {name}, entry {number}: {entry} has no names before its values.")
    return listed, entries


def _rows(model: type[Row], file: Path, name: str, entries: list[dict[str, Any]]) -> Iterator[Row]:
    for number, entry in enumerate(entries, start=1):
        try:
            yield model.model_validate(entry)
        except ValidationError as error:
            found = "; ".join(f"{problem['loc'][0]}: {problem['msg']}" for problem in error.errors())
            raise OutsideFigureError(
                f"{file}: {name}, entry {number}: {found}. Correct it as the head of the file says."
            ) from None
