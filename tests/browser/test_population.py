"""The page Населення as its readers use it, in Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import asked, opened, settled

pytestmark = pytest.mark.browser


def test_a_share_goes_to_the_address(page: Page):
    """2 % of 245 664 is 4913.28 people; a reload keeps the share that was asked."""
    settled(opened(page, "/population?lang=en"))
    share = page.get_by_role("spinbutton", name="Share, %")
    share.fill("2")
    share.press("Enter")
    users = page.get_by_text(re.compile(r"2,00.% of 245.664 .* is 4.913 people; by the 95 % interval"))
    expect(users).to_be_visible()
    assert asked(page) == {"lang": ["en"], "share": ["2.0"]}
    page.reload()
    expect(users).to_be_visible()


def test_from_a_point_to_its_cell(page: Page):
    """A click on the point of 2022 tells its people; the link opens the marked row of the document."""
    settled(opened(page, "/population?lang=en"))
    point = page.locator(".st-key-projection .scatterlayer .point").nth(5)
    box = point.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    said = page.get_by_role("paragraph").filter(has_text=re.compile(r"2022\. 245.664 people"))
    expect(said).to_be_visible()
    with page.context.expect_page() as other:
        said.get_by_role("link").click()
    expect(other.value.locator(".printed .chosen").first).to_contain_text("245664")
