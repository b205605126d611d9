"""Entering an actual value on the page Показники, in Chromium: the status changes, stays, and can be taken back."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from data import entries
from tests.browser.conftest import serving
from tests.browser.visiting import settled

pytestmark = pytest.mark.browser

OBLAST = "zhytomyr-oblast-digital-2022-2024"
NETWORKS = "zhytomyr-oblast-digital/159"
ADDRESS = f"/indicators?about={OBLAST}&indicator={NETWORKS}"
NO_DATA = "За 2022 рік: 5 показників, даних немає про 5."
IN_PART = "За 2022 рік: 5 показників, частково досягнуто 1; даних немає про 4."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "entries.sqlite"


@pytest.fixture
def editing(browser: Browser, warehouse_path: Path, file: Path, tmp_path: Path) -> Iterator[Page]:
    """A visitor on a small desktop, of a dashboard whose editor is switched on."""
    with serving(warehouse_path, tmp_path / "log", KOSHTORYS_ENTRIES=str(file)) as address:
        context = browser.new_context(base_url=address, locale="uk-UA", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(60_000)
        yield context.new_page()
        context.close()


def test_an_entered_value_changes_the_status_and_stays(editing: Page, file: Path):
    """2,5 of 4 networks: met in part, after a reload too; revoked, there are no data again, and the history has it."""
    editing.goto(ADDRESS)
    expect(said(editing, NO_DATA)).to_be_visible(timeout=60_000)
    grid = settled(editing).get_by_test_id("stForm").get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    # The grid writes only the columns on the screen: where the last to be filled in is, those before it are whole.
    for head in ("Нове значення", "Джерело значення", "Станом на", "Коментар"):
        expect(grid.locator("th").get_by_text(head, exact=True)).to_be_attached()
    choose_first(grid)
    for place, typed in enumerate(("2,5", "звіт", "2022-12-31"), start=3):
        editing.keyboard.press("Enter")
        field = editing.locator("#portal input, #portal textarea")
        # The grid loses what is typed before its field has the focus, and what is typed faster than people do.
        expect(field).to_be_focused(timeout=60_000)
        if field.get_attribute("type") == "date":
            field.fill(typed)
        else:
            field.press_sequentially(typed, delay=100)
        expect(field).to_have_value(typed)
        field.press("Tab")
        expect(field).to_have_count(0)
        expect(grid.locator(f"[id='glide-cell-{place}-0']")).not_to_have_text("")
    editing.get_by_role("textbox", name="Хто вносить значення").fill("Відділ ІТ")
    editing.get_by_test_id("stBaseButton-primaryFormSubmit").click()
    expect(said(editing, IN_PART)).to_be_visible(timeout=60_000)
    editing.reload()
    expect(said(editing, IN_PART)).to_be_visible(timeout=60_000)
    (kept,) = entries.history(file, OBLAST)
    assert (kept.value, kept.info_source, kept.as_of) == (Decimal("2.5"), "звіт", date(2022, 12, 31))
    revoke(settled(editing))
    expect(said(editing, NO_DATA)).to_be_visible(timeout=60_000)
    assert [entry.revokes for entry in entries.history(file, OBLAST)] == [None, kept.entry_id]


def said(page: Page, sentence: str) -> Locator:
    return page.get_by_role("paragraph").filter(has_text=sentence)


def choose_first(grid: Locator) -> None:
    """Choose the first cell to be filled in, as with a pointer."""
    head, row = 36, 88
    grid.click(position={"x": 370, "y": head + row / 2})
    expect(grid.locator("[id='glide-cell-3-0']")).to_be_focused(timeout=60_000)


def revoke(page: Page) -> None:
    page.get_by_text("Відкликати значення").click()
    page.get_by_role("combobox", name="Яке значення відкликати").click()
    page.get_by_role("option").first.click()
    page.get_by_role("textbox", name="Хто відкликає").fill("Начальник відділу")
    page.get_by_role("textbox", name="Чому").fill("описка")
    page.get_by_text("Відкликаю це значення").click()
    page.get_by_role("button", name="Відкликати", exact=True).click()
