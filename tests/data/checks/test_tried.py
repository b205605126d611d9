"""Run last, by its name: whether each check has found an error that a test of this folder planted for it."""

import re
from pathlib import Path

import pytest

from data import judge
from tests.data.checks.planted import TRIED

FOLDER = Path(__file__).parent


def test_every_check_is_tried(request: pytest.FixtureRequest) -> None:
    """No check is without a planted error that it finds."""
    written = {
        name
        for file in FOLDER.glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    }
    run = {item.name.partition("[")[0] for item in request.session.items if item.path.parent == FOLDER}
    if run != written:
        pytest.skip("tells something only where all tests of this folder are run")
    assert {path.stem for path in judge.CHECKS.glob("*.sql")} - TRIED == set()
