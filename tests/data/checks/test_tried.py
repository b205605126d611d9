"""Whether a test of this folder plants an error for each check."""

import ast
from pathlib import Path

from data import judge


def test_every_check_is_tried() -> None:
    """No check is without a test that names it, to ask what it finds in rows with a planted error."""
    named = {
        node.value
        for file in Path(__file__).parent.glob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert {path.stem for path in judge.CHECKS.glob("*.sql")} - named == set()
