"""The running dashboard on the loopback address, and Chromium to open it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
# As root Chromium runs only without its sandbox; without the others it asks for hosts that tests must not need.
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def server(warehouse_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard started for the tests, as a reader starts it."""
    with serving(warehouse_path, tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@contextmanager
def serving(warehouse: Path, log: Path, **settings: str) -> Iterator[str]:
    """The address of a dashboard of its own, over the published `warehouse`, with the operator's `settings`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            env=os.environ | {"KOSHTORYS_WAREHOUSE": str(warehouse.parent)} | settings,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(f"{address}/_stcore/health", process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the test is skipped, or fails where KOSHTORYS_REQUIRE_BROWSER is set."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        reason = "there is no Chromium on this machine: install it to run the browser tests"
        if os.environ.get("KOSHTORYS_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A fresh visitor on a desktop; addresses are relative to the dashboard."""
    context = browser.new_context(base_url=server, locale="uk-UA", viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture(params=["light", "dark"])
def reader(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """A reader with a phone, in the light and in the dark theme."""
    context = browser.new_context(
        base_url=server, locale="uk-UA", color_scheme=request.param, viewport={"width": 390, "height": 844}
    )
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if process.poll() is not None:
            break
        try:
            with urlopen(address, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.25)
    pytest.fail(f"the dashboard did not start: {log.read_text(encoding='utf-8', errors='replace')}")
