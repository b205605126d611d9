"""New warehouses for tests: made once, then copied, since every test of a small plan needs one."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from data import warehouse


def new_warehouse(folder: Path) -> Path:
    """As `data.warehouse.create`: a file with all tables and views, not published."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"warehouse-{uuid4().hex}.duckdb"
    path.write_bytes(_empty())
    return path


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        return warehouse.create(Path(folder)).read_bytes()
