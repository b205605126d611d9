"""What every visit of a page in the browser does."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

# A busy machine is no reason to fail.
expect.set_options(timeout=60_000)

CELL = "/documents?document=kropyvnytskyi-2285&cell=рядок 501, графа 15"
"""The cell of 15.5 thousand UAH in a document of 1 000 lines."""


def asked(page: Page) -> dict[str, list[str]]:
    """What the address of the page asks."""
    return parse_qs(urlsplit(page.url).query)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


def settled(page: Page) -> Page:
    """The page once Streamlit has stopped and its last button, table and figure is drawn.

    Streamlit draws them after the script ended and in no order: the first button drawn may be the last of the page. And
    what is drawn later moves the page, and an open list closes when the page moves.
    """
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.locator("[data-testid=stPlotlyChart]:not(:has(.main-svg))")).to_have_count(0)
    return page


def pick(page: Page, label: str | re.Pattern[str], typed: str) -> None:
    """Choose the first row of a list that contains `typed`, by the keyboard alone."""
    box = settled(page).get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    # As slowly as people: a list that opens while the page still scrolls is closed by it, and the next letter opens it.
    box.press_sequentially(typed, delay=150)
    expect(page.get_by_role("option").first).to_contain_text(typed)
    page.keyboard.press("Enter")
