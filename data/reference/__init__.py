"""Reviewed lists that are data, not code: headings, labels, names of bodies."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent
# The same safe loader in C, where PyYAML was built with it: six times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> dict[str, Any]:
    """The list `data/reference/<name>.yml`. Shared by all callers: do not change it."""
    return yaml.load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"), _LOADER)
