"""The page Ціни as its readers use it, in Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import asked, opened, settled

pytestmark = pytest.mark.browser


def test_a_link_restores_its_filters(page: Page):
    """A link opened by somebody else shows computers of 2019: 21 for 472 000 UAH."""
    opened(page, "/unit-prices?kind=pc&year=2019")
    expect(page.get_by_text(re.compile(r"На 21 одиницю заплановано 472.000,00.грн"))).to_be_visible()
    expect(page.get_by_role("button", name="2019", exact=True)).to_have_attribute("aria-pressed", "true")


def test_from_a_point_to_its_cell(page: Page):
    """A click on the only tablet's price tells its arithmetic; the link opens the cell of its amount: 18.0."""
    opened(page, "/unit-prices?kind=tablet")
    point = settled(page).locator(".st-key-prices .point").first
    box = point.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    link = page.get_by_role("paragraph").filter(has_text="10.3 Планшет").get_by_role("link").first
    expect(link).to_be_visible()
    assert asked(page) == {"kind": ["tablet"], "point": ["kropyvnytskyi-2285/472/2019"]}
    with page.context.expect_page() as other:
        link.click()
    expect(other.value.locator(".printed td.chosen")).to_have_text("18.0")
