"""Rendering each page, without a browser: the first visit after a start, and the same page once more."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.benchmarks.conftest import Measure

PAGES = Path(__file__).parents[2] / "pages"
NAMES = [path.stem for path in sorted(PAGES.glob("*.py")) if path.stem not in ("__init__", "shell")]
EMPTY = "an empty Streamlit page"


@pytest.fixture(autouse=True)
def real_warehouse(monkeypatch: pytest.MonkeyPatch, warehouse_path: Path) -> None:
    monkeypatch.setenv("KOSHTORYS_WAREHOUSE", str(warehouse_path.parent))


def bench_empty(measure: Measure) -> None:
    """What Streamlit itself takes."""
    measure(EMPTY, AppTest.run, fresh=lambda: AppTest.from_string("import streamlit as st\nst.title('Кошторис')"))


@pytest.mark.parametrize("name", NAMES)
def bench_first(measure: Measure, name: str) -> None:
    """The first visit: nothing is kept from an earlier one."""
    measure(f"page {name}, first", _shown, against=EMPTY, fresh=lambda: _cold(name))


@pytest.mark.parametrize("name", NAMES)
def bench_again(measure: Measure, name: str) -> None:
    """The page drawn once more, as after a click: its answers are kept."""
    app = _shown(_cold(name))
    measure(f"page {name}, again", lambda: _shown(app), against=f"page {name}, first")


def _cold(name: str) -> AppTest:
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
    if "_" in name:  # where the address is not the name of the file, the page is known after a first run only
        app.run()
    st.cache_data.clear()
    st.cache_resource.clear()
    return app.switch_page(str(PAGES / f"{name}.py"))


def _shown(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    assert not app.error
    return app
