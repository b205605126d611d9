"""The page План і зміни as its readers use it, in Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import asked, opened, pick, settled

pytestmark = pytest.mark.browser
APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"


def test_two_editions_are_picked_and_a_link_keeps_them(page: Page):
    """The draft first, the approved plan second: the difference turns round; a reload keeps the choice."""
    settled(opened(page, "/amendments"))
    pick(page, "Перша редакція", "698")
    expect(page.get_by_text("Між цими редакціями не відрізняється жоден рядок.")).to_be_visible()
    pick(page, "Друга редакція", "2285")
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
    pick(page, "З чого складається сходинка", "Тексту немає")
    expect(page.get_by_text("Тексту цього рішення немає, тож що воно змінило, невідомо.")).to_be_visible()
    assert asked(page)["step"] == ["kropyvnytskyi-2722/unseen"]
    pick(page, "Відкрити клітинку рядка: Рядки до і після рішення", "Загальний")
    link = page.get_by_role("paragraph").filter(has_text="10.8.1 Відеокарти, 2019, Загальний фонд").get_by_role("link")
    with page.context.expect_page() as other:
        link.press("Enter")
    expect(other.value.locator(".printed td.chosen")).to_have_text("+28,0")
