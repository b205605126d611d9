"""Pages opened without a browser, on the real warehouse or where nothing is published."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).parents[2] / "pages"
Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def _let_go_of_the_warehouse() -> Iterator[None]:
    """DuckDB complains of connections that are still held when Python ends."""
    yield
    st.cache_resource.clear()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, warehouse_path: Path) -> Open:
    """`open_page("spending", year="2020")`: the page on the real warehouse; `folder=` names another one."""

    def opened(page: str, *, folder: Path = warehouse_path.parent, **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("KOSHTORYS_WAREHOUSE", str(folder))
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=30)
        if "_" in page:  # where the address is not the name of the file, the page is known after a first run only
            app.run()
        if page != "overview":
            app.switch_page(str(PAGES / f"{page}.py"))
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return opened


@pytest.fixture
def words() -> Callable[[AppTest], str]:
    """Everything a page says in sentences, one a line, spaces made plain."""

    def said(app: AppTest) -> str:
        texts = [element.value for element in (*app.title, *app.header, *app.markdown, *app.caption)]
        texts += [
            f"{element.proto.title}: {element.value}" for element in (*app.info, *app.success, *app.warning, *app.error)
        ]
        return "\n".join(texts).replace("\u00a0", " ")

    return said
