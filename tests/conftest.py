"""What many tests share: the real register built once, and a folder where nothing is published."""

import atexit
import gc
from pathlib import Path

import pytest
from hypothesis import settings

from loaders.building import build

# The same examples in every run; a slow machine is no reason to fail.
settings.register_profile("koshtorys", deadline=None, derandomize=True, database=None, max_examples=100)
settings.load_profile("koshtorys")

# Hypothesis leaves a callback in `gc` that keeps tests alive until DuckDB is gone; DuckDB then prints a page on leaks.
atexit.register(gc.callbacks.clear)


@pytest.fixture(scope="session")
def warehouse_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published warehouse of the real register; its folder is `warehouse_path.parent`. To read only."""
    return build(output=tmp_path_factory.mktemp("warehouse"))


@pytest.fixture
def empty_folder(tmp_path: Path) -> Path:
    """A folder in which no warehouse was ever published."""
    folder = tmp_path / "nothing-published"
    folder.mkdir()
    return folder
