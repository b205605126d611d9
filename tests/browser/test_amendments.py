"""The page План і зміни as its readers use it, in Chromium."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.visiting import STREAMLITS_OWN, asked, opened, settled

pytestmark = pytest.mark.browser
APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"


def picked(page: Page, label: str, option: str) -> None:
    """Choose in a list by the keyboard alone."""
    settled(page).get_by_role("combobox", name=label).focus()
    page.keyboard.type(option)
    expect(page.get_by_role("option").first).to_contain_text(option)
    page.keyboard.press("Enter")


def test_two_editions_are_picked_and_a_link_keeps_them(page: Page):
    """The draft first, the approved plan second: the difference turns round; a reload keeps the choice."""
    settled(opened(page, "/amendments"))
    picked(page, "Перша редакція", "698")
    expect(page.get_by_text("Між цими редакціями не відрізняється жоден рядок.")).to_be_visible()
    picked(page, "Друга редакція", "2285")
    turned = page.get_by_text(re.compile(r"№ 698: 7.844,7.тис\..грн\. Затверджено 31\.01\.2019 № 2285: 6.198,7"))
    expect(turned).to_be_visible()
    assert asked(page) == {"from": [DRAFT], "to": [APPROVED]}
    page.reload()
    expect(turned).to_be_visible()


def test_from_a_step_to_the_cell_of_a_change(page: Page):
    """A click on what is cut from 2020 lists 13.1 with -23.0; the link opens that cell of the draft."""
    opened(page, "/amendments?year=2020")
    step = settled(page).locator(".st-key-steps .point path").nth(3)
    step.scroll_into_view_if_needed()
    box = step.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    link = page.get_by_role("listitem").filter(has_text="13.1 Персональні").get_by_role("link")
    expect(link).to_have_text(re.compile("рядок 96, графа 10"))
    assert asked(page) == {"year": ["2020"], "step": [f"{DRAFT}/decrease"]}
    with page.context.expect_page() as other:
        link.click()
    expect(other.value.locator(".printed td.chosen")).to_have_text("-23,0")


def test_a_step_and_a_cell_are_reached_by_keyboard(page: Page):
    """The step is chosen in a list, and the cell of a line of the ledger in another."""
    settled(opened(page, "/amendments?find=10.8.1"))
    picked(page, "З чого складається сходинка", "Тексту немає")
    expect(page.get_by_text("Тексту цього рішення немає, тож що воно змінило, невідомо.")).to_be_visible()
    assert asked(page)["step"] == ["kropyvnytskyi-2722/unseen"]
    picked(page, "Відкрити клітинку рядка: Рядки до і після рішення", "Загальний")
    link = page.get_by_role("paragraph").filter(has_text="10.8.1 Відеокарти, 2019, Загальний фонд").get_by_role("link")
    with page.context.expect_page() as other:
        link.press("Enter")
    expect(other.value.locator(".printed td.chosen")).to_have_text("+28,0")


@pytest.mark.parametrize("address", ["/amendments", f"/amendments?step={DRAFT}/increase&by=direction"])
def test_the_page_is_accessible_and_fits_a_phone(page: Page, address: str):
    """axe-core finds nothing serious or critical of ours, and nothing makes the page wider than a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    settled(opened(page, address))
    found = Axe().run(page, context=".stMain").response["violations"]
    ours = [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")]
    assert set(ours) <= STREAMLITS_OWN
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
