"""The dashboard as its readers use it, in Chromium."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.visiting import CELL, asked, opened, pick, settled

pytestmark = pytest.mark.browser


def test_a_cold_deep_link_restores_its_filters(page: Page):
    """A link opened by somebody else shows the same selection and the same total: 1 210,3 thousand UAH."""
    opened(page, "/spending?by=task&year=2020&fund=general")
    expect(page.get_by_text(re.compile(r"28 рядків, 1.210.300,00.грн\."))).to_be_visible()
    expect(page.get_by_role("radio", name="Напрям чи завдання")).to_be_checked()
    expect(page.get_by_role("button", name="2020", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="2019", exact=True)).to_have_attribute("aria-pressed", "false")


def test_filters_go_to_the_address_and_back_undoes_them(page: Page):
    """Choosing a year writes it to the address; the back button takes it away, forward brings it, a reload keeps it."""
    opened(page, "/spending")
    page.get_by_role("button", name="2019", exact=True).click()
    total = page.get_by_text(re.compile(r"ряд[а-яі]+, 2.457.000,00.грн\."))
    expect(total).to_be_visible()
    assert asked(page) == {"year": ["2019"]}
    page.go_back()
    expect(page.get_by_text(re.compile(r"82 рядки, 6.198.700,00.грн\."))).to_be_visible()
    assert asked(page) == {}
    page.go_forward()
    expect(total).to_be_visible()
    page.reload()
    expect(total).to_be_visible()
    assert asked(page) == {"year": ["2019"]}
    page.go_back()
    expect(page.get_by_text(re.compile(r"82 рядки, 6.198.700,00.грн\."))).to_be_visible()


def test_the_language_switch_changes_every_page_and_stays(page: Page):
    """English is in the address, on the next page too; the document's own words stay Ukrainian."""
    opened(page, "/")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What does the programme cost, and what changed?")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Spending").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where does the money go?")
    assert asked(page) == {"lang": ["en"]}
    expect(page.get_by_text("Most goes to «Виконавчий комітет Міської ради міста Кропивницького»")).to_be_visible()


def test_the_edition_goes_along_to_the_next_page(page: Page):
    """A chosen draft is in the address and is named a draft on every page."""
    opened(page, "/?edition=kropyvnytskyi-draft-698")
    expect(page.get_by_text("Не чинний")).to_be_visible()
    page.get_by_role("link", name="Видатки").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Куди йдуть гроші?")
    expect(page.get_by_text("Не чинний")).to_be_visible()
    assert asked(page) == {"edition": ["kropyvnytskyi-draft-698"]}


def test_a_click_on_a_bar_narrows_the_table(page: Page):
    """The bar of the special fund leaves its lines: 1500,7 + 972,0 + 872,0 = 3344,7 thousand UAH; a link keeps that."""
    opened(page, "/spending?by=fund")
    bars = settled(page).locator(".st-key-bars .point path")
    expect(bars).to_have_count(3)
    box = bars.first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    narrowed = page.get_by_text(re.compile(r"ряд[а-яі]+, 3.344.700,00.грн\."))
    expect(narrowed).to_be_visible()
    assert asked(page) == {"by": ["fund"], "group": ["special"]}
    page.reload()
    expect(narrowed).to_be_visible()


def test_from_a_bar_to_its_cell(page: Page):
    """A click on the largest difference opens its arithmetic; its link leads to the marked cell: 223.2 over 351.0."""
    opened(page, "/checks")
    bar = settled(page).locator(".st-key-differences .point path").first
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("heading", name="Одне зауваження")).to_be_visible()
    assert set(asked(page)) == {"finding"}
    page.reload()
    arithmetic = page.get_by_role("region", name="Розрахунок зауваження")
    arithmetic.get_by_role("link", name="рядок 502, графа 16").click()
    marked = page.locator(".printed td.chosen")
    expect(marked).to_have_text("223.2")
    expect(page.get_by_text("Цієї клітинки стосуються")).to_be_visible()


def test_from_a_column_of_the_overview_to_its_cell(page: Page):
    """A click on a column lists its printed total and its lines; the link opens the printed total of that fund."""
    opened(page, "/")
    column = settled(page).locator(".st-key-plans .point path").first
    column.scroll_into_view_if_needed()
    box = column.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    with page.context.expect_page() as other:
        page.get_by_role("listitem").filter(has_text="Надрукований підсумок").get_by_role("link").click()
    expect(other.value.locator(".printed td.chosen")).to_have_text("956.3")


def test_the_list_of_findings_prints_whole(page: Page):
    """On paper the menu and the filters are gone, and the last finding of the list is there."""
    opened(page, "/checks")
    settled(page)
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_label("Правило")).to_be_hidden()
    assert page.locator(".findings").last.evaluate("table => getComputedStyle(table).overflowX") == "visible"


def test_a_click_on_a_tile_narrows_the_table(page: Page):
    """The tile of a spending unit leaves its lines: the executive committee has 3357,0 thousand UAH."""
    opened(page, "/spending")
    tile = settled(page).locator(".st-key-tree .slice").filter(has_text="Виконавчий комітет").first
    box = tile.locator("path").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 8)
    expect(page.get_by_text(re.compile(r"27 рядків, 3.357.000,00.грн\."))).to_be_visible()
    assert asked(page) == {"group": ["Виконавчий комітет Міської ради міста Кропивницького"]}


def test_a_click_on_a_part_leaves_its_lines(page: Page):
    """Inside the executive committee the tile of task 4, 170,0 thousand UAH, leaves one line; a second click goes one
    step up, to all 3357,0."""
    unit = "Виконавчий комітет Міської ради міста Кропивницького"
    opened(page, f"/spending?group={unit}")
    tile = settled(page).locator(".st-key-tree .slice").filter(has_text="170,0").first
    tile.locator("path").first.click()
    expect(page.get_by_text(re.compile(r"1 рядок, 170.000,00.грн\."))).to_be_visible()
    assert asked(page) == {"group": [unit], "part": ["Експлуатаційні послуги"]}
    settled(page).locator(".st-key-tree .slice").filter(has_text="170,0").first.locator("path").first.click()
    expect(page.get_by_text(re.compile(r"27 рядків, 3.357.000,00.грн\."))).to_be_visible()
    assert asked(page) == {"group": [unit]}


def test_a_downloaded_workbook_adds_up_to_the_screen(page: Page, tmp_path: Path):
    """The lines of the file, its formula's stored value and its control total equal the total on the screen."""
    settled(opened(page, "/spending?year=2021"))
    shown = page.get_by_text(re.compile(r"^\d+ ряд[а-яі]+, .*грн\.$")).inner_text()
    total = Decimal(re.sub(r"[^\d,]", "", shown.split(", ", 1)[1]).replace(",", "."))
    assert total == Decimal("1559400.00")
    with page.expect_download() as download:
        page.get_by_role("button", name="Завантажити XLSX").last.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    sheet = load_workbook(path)["Дані"]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("Сума, грн") + 1
    amounts = [sheet.cell(row, column).value for row in range(2, sheet.max_row - 3)]
    assert sum(Decimal(str(amount)) for amount in amounts if amount is not None) == total
    formula, control = sheet.cell(sheet.max_row - 2, column).value, sheet.cell(sheet.max_row - 1, column).value
    assert str(formula).startswith("=SUM(")
    assert Decimal(str(control)) == total
    stored = load_workbook(path, data_only=True)["Дані"].cell(sheet.max_row - 2, column).value
    assert Decimal(str(stored)) == total


def test_a_link_leads_to_the_document(page: Page):
    """A decision in the chain opens its document, in the reader's language."""
    settled(opened(page, "/?lang=en"))
    with page.context.expect_page() as other:
        page.get_by_role("link", name="open the document").nth(1).click()
    expect(other.value.get_by_role("heading", level=1)).to_have_text("Where does this number stand in the document?")
    expect(other.value.get_by_text("Nobody has this document; what it changed is unknown").first).to_be_visible()


def test_two_readers_do_not_disturb_each_other(page: Page, browser: Browser, server: str):
    """What one reader chooses does not reach another."""
    opened(page, "/spending?year=2019")
    other = browser.new_page()
    other.goto(f"{server}/spending?year=2021&lang=en")
    expect(other.get_by_text(re.compile(r"lines, 1.559.400,00.UAH\."))).to_be_visible()
    page.get_by_role("radio", name="Фонд").click()
    expect(page.get_by_text(re.compile(r"ряд[а-яі]+, 2.457.000,00.грн\."))).to_be_visible()
    other.close()


def test_the_address_of_a_cell_shows_it_marked_and_in_view(reader: Page):
    """The link of a row opens the document with its cell marked; on a phone page and table move so that it shows."""
    opened(reader, CELL)
    cell = reader.locator(".printed td.chosen")
    expect(cell).to_have_text("15.5")
    expect(cell).to_be_in_viewport(ratio=0.9)


def test_the_keyboard_leads_to_a_cell(page: Page):
    """Without a pointer a reader chooses a row by typing and follows the link to its cell."""
    opened(page, "/spending?year=2021")
    pick(page, re.compile("^Відкрити клітинку рядка: Рядки заходів"), "16.2")
    link = page.get_by_role("link", name="відкрити", exact=True)
    expect(link).to_be_visible()
    link.focus()
    with page.context.expect_page() as other:
        page.keyboard.press("Enter")
    expect(other.value.locator(".printed td.chosen")).to_have_text("15.5")
