"""Figures from outside the documents: a price index and populations, with their sources."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data import outside, register
from data.outside import OutsideFigureError

REFERENCE = register.DEFAULT.parent / "reference"
INDEX = """
name: made up
source: nobody
url: https://example.org/index
taken_on: 2026-01-31
years:
  - {year: 2020, per_cent: "105.5"}
  - {year: 2021, per_cent: "110"}
  - {year: 2022, per_cent: "120", projected: true}
"""
PEOPLE = """
populations:
  - {hromada: Перша, year: 2020, persons: 10, kind: observed, source: made up, taken_on: 2026-01-31}
"""
KROPYVNYTSKYI = "Кропивницька міська територіальна громада"


def test_the_lists_as_they_come_hold_no_figures():
    """No index and no population is invented."""
    assert (REFERENCE / outside.PRICE_INDEX).exists()
    assert (REFERENCE / outside.POPULATIONS).exists()
    assert outside.load(REFERENCE, register.load()) == []


def test_an_index_is_read_exactly(tmp_path: Path):
    """Per cent stay decimal, as published; the head of the list goes to every year."""
    years = outside.price_index(_file(tmp_path, INDEX))
    assert [(row.year, row.per_cent, row.projected) for row in years] == [
        (2020, Decimal("105.5"), False),
        (2021, Decimal("110"), False),
        (2022, Decimal("120"), True),
    ]
    assert {(row.name, row.source, row.url, row.taken_on) for row in years} == {
        ("made up", "nobody", "https://example.org/index", date(2026, 1, 31))
    }


@pytest.mark.parametrize(
    ("printed", "wrong", "complaint"),
    [
        ("source: nobody", "source:", "years, entry 1: source"),
        ("name: made up", "", "years, entry 1: name"),
        ("taken_on: 2026-01-31", "", "years, entry 1: taken_on"),
        ("https://example.org/index", "somewhere", "years, entry 1: url"),
        ("year: 2021", "year: 2020", "2020 stands there 2 times"),
        ("year: 2022", "year: 2023", "2022 stands there 0 times"),
        ('"110"', "0", "years, entry 2: per_cent"),
        ('"110"', '"110,5"', "years, entry 2: per_cent"),
        ("name:", "title: x\nname:", "title"),
        ("years:", "year:", "under `years`"),
        ('  - {year: 2021, per_cent: "110"}', "  - 2021", "years, entry 2: 2021"),
        ("2026-01-31", "2026-02-31", "not a list that can be read"),
    ],
)
def test_an_index_that_cannot_be_used_is_refused(tmp_path: Path, printed: str, wrong: str, complaint: str):
    """An index names itself, its source and its day, has each year once, no gap and no price of zero."""
    file = _file(tmp_path, INDEX.replace(printed, wrong, 1))
    with pytest.raises(OutsideFigureError) as refused:
        outside.price_index(file)
    assert complaint in str(refused.value)
    assert str(file) in str(refused.value)


@pytest.mark.parametrize(
    ("printed", "wrong", "complaint"),
    [
        (", source: made up", "", "populations, entry 1: source"),
        (", taken_on: 2026-01-31", "", "populations, entry 1: taken_on"),
        ("persons: 10", "persons: 0", "populations, entry 1: persons"),
        ("observed", "guessed", "populations, entry 1: kind"),
        ("populations:", "people:", "under `populations`"),
    ],
)
def test_a_population_that_cannot_be_used_is_refused(tmp_path: Path, printed: str, wrong: str, complaint: str):
    """People are counted, by somebody who is named, on a known day, and observed or projected."""
    assert len(outside.populations(_file(tmp_path, PEOPLE))) == 1
    with pytest.raises(OutsideFigureError, match=complaint):
        outside.populations(_file(tmp_path, PEOPLE.replace(printed, wrong)))


def test_people_counted_twice_are_refused(tmp_path: Path):
    """Two figures of everybody in one year leave no way to choose; those of an age are another count."""
    entry = PEOPLE.splitlines()[2]
    with pytest.raises(OutsideFigureError, match="entry 2: Перша in 2020 is counted twice"):
        outside.populations(_file(tmp_path, f"{PEOPLE}{entry}\n"))
    of_an_age = entry.replace("persons", "age_from: 15, persons")
    assert len(outside.populations(_file(tmp_path, f"{PEOPLE}{of_an_age}\n"))) == 2


def test_people_of_a_hromada_that_nobody_registered_are_refused(tmp_path: Path):
    """A misspelt hromada would never be found on the page."""
    (tmp_path / outside.POPULATIONS).write_text(PEOPLE.replace("Перша", KROPYVNYTSKYI), encoding="utf-8")
    assert len(outside.load(tmp_path, register.load())) == 1
    (tmp_path / outside.POPULATIONS).write_text(PEOPLE, encoding="utf-8")
    with pytest.raises(OutsideFigureError, match="entry 1: no programme of «Перша»"):
        outside.load(tmp_path, register.load())


def _file(folder: Path, text: str) -> Path:
    file = folder / "listed.yml"
    file.write_text(text, encoding="utf-8")
    return file
