"""The data dictionary is what the database says of itself."""

import re

import pytest

from data import dictionary, warehouse
from data.contracts import CONTRACTS


@pytest.fixture(scope="module")
def text() -> str:
    return dictionary.text()


def test_the_file_is_up_to_date(text: str) -> None:
    """data/DICTIONARY.md is what `python -m data.dictionary` writes now."""
    assert dictionary.FILE.read_text(encoding="utf-8") == text


def test_every_table_view_and_column_is_explained(text: str) -> None:
    """Each table and public view has its section, and no column is left without a meaning."""
    sections = set(re.findall(r"^## (\w+)$", text, re.MULTILINE))
    views = {file.stem for file in warehouse.VIEWS.glob("*.sql")}
    assert sections == {contract.table for contract in CONTRACTS} | views
    rows = [line.strip("|").split("|") for line in text.split("\n") if line.startswith("| ")]
    assert len(rows) > 100
    assert all(len(row) == 3 and all(cell.strip() for cell in row) for row in rows)
