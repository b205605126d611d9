"""The real warehouse as a connection, and programmes written for a test."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data import warehouse
from tests.analytics.handmade import HandMade


@pytest.fixture(scope="session")
def real(warehouse_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse of the real register, to read only."""
    with warehouse.connect(warehouse_path) as connection:
        yield connection


@pytest.fixture
def made(tmp_path: Path) -> HandMade:
    """An empty warehouse with one programme; acts and lines are added by the test."""
    handmade = HandMade(tmp_path / "build")
    handmade.programme()
    return handmade
