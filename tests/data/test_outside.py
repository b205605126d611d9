"""Figures from outside the documents: a price index and populations, with their sources."""

from decimal import Decimal
from pathlib import Path

import pytest

from data import outside
from data.outside import OutsideFigureError

INDEX = """
name: made up
source: nobody
years:
  - {year: 2020, per_cent: "105.5"}
  - {year: 2021, per_cent: "110"}
  - {year: 2022, per_cent: "120"}
"""
PEOPLE = """
populations:
  - {hromada: Перша, year: 2020, persons: 10, kind: observed, source: made up}
"""


def test_the_lists_as_they_come_hold_no_figures():
    """No index and no population is invented."""
    assert outside.price_index() is None
    assert outside.populations() == ()


def test_an_index_is_read_exactly(tmp_path: Path):
    """Per cent stay decimal, as published."""
    index = outside.price_index(_file(tmp_path, INDEX))
    assert index is not None
    assert [entry.per_cent for entry in index.years] == [Decimal("105.5"), Decimal("110"), Decimal("120")]
    assert (index.name, index.source) == ("made up", "nobody")


@pytest.mark.parametrize(
    ("printed", "wrong", "complaint"),
    [
        ("source: nobody", "source:", "source"),
        ("name: made up", "", "name"),
        ("year: 2021", "year: 2020", "none between the first and the last is left out"),
        ("year: 2022", "year: 2023", "none between the first and the last is left out"),
        ('"110"', "0", "years.1.per_cent"),
        ("name:", "title: x\nname:", "title"),
    ],
)
def test_an_index_that_cannot_be_used_is_refused(tmp_path: Path, printed: str, wrong: str, complaint: str):
    """An index names itself and its source, has each year once, no gap and no price of zero."""
    file = _file(tmp_path, INDEX.replace(printed, wrong, 1))
    assert complaint in _refused(file, "index")
    assert str(file) in _refused(file, "index")


@pytest.mark.parametrize(
    ("printed", "wrong", "complaint"),
    [(", source: made up", "", "source"), ("persons: 10", "persons: 0", "persons"), ("observed", "guessed", "kind")],
)
def test_a_population_that_cannot_be_used_is_refused(tmp_path: Path, printed: str, wrong: str, complaint: str):
    """People are counted, by somebody who is named, and observed or projected."""
    assert len(outside.populations(_file(tmp_path, PEOPLE))) == 1
    assert complaint in _refused(_file(tmp_path, PEOPLE.replace(printed, wrong)), "populations")


def _file(folder: Path, text: str) -> Path:
    file = folder / "listed.yml"
    file.write_text(text, encoding="utf-8")
    return file


def _refused(file: Path, what: str) -> str:
    """The sentence of the refusal."""
    try:
        outside.price_index(file) if what == "index" else outside.populations(file)
    except OutsideFigureError as error:
        return str(error)
    pytest.fail(f"{file} was taken")
