"""What every visit of a page in the browser does."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

# A busy machine is no reason to fail.
expect.set_options(timeout=20_000)

STREAMLITS_OWN = {"scrollable-region-focusable"}
"""Rules of axe-core that Streamlit's own markup breaks: the grid's hidden copy of a table, widths of its layout."""


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
    expect(page.locator("[data-testid=stPlotlyChart]:not(:has(.main-svg))")).to_have_count(0, timeout=60_000)
    return page
