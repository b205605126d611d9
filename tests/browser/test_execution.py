"""The page Виконання as its readers use it, in Chromium."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.visiting import asked, opened, settled

pytestmark = pytest.mark.browser


def test_a_link_restores_year_and_denominator(page: Page):
    """A link opened by somebody else shows 2022 against the passport: 11 250 of 1 504 000."""
    opened(page, "/execution?of=approved&year=2022")
    finding = re.compile(r"У 2022 році з 1.504.000.грн заплачено 11.250.грн — 0,7.% затвердженого паспортом")
    expect(page.get_by_text(finding)).to_be_visible()
    expect(page.get_by_role("radio", name="Затверджено паспортом")).to_be_checked()
    expect(page.get_by_role("button", name="2022", exact=True)).to_have_attribute("aria-pressed", "true")


def test_the_workbook_adds_up_to_the_screen(page: Page, tmp_path: Path):
    """Paid in 2022 and 2025: 11 250 + 950 214; the file has the same sum as formula and as control total."""
    opened(page, "/execution?year=2022&year=2025")
    expect(settled(page).get_by_test_id("stMetricValue").nth(1)).to_have_text(re.compile(r"^961.464.грн$"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Завантажити XLSX").first.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    sheet = load_workbook(path)["Дані"]
    column = [cell.value for cell in sheet[1]].index("Касові видатки, грн") + 1
    formula, control = sheet.cell(sheet.max_row - 2, column).value, sheet.cell(sheet.max_row - 1, column).value
    assert str(formula).startswith("=SUM(")
    assert Decimal(str(control)) == 961_464


def test_from_a_bar_to_its_cell(page: Page):
    """A click on the bar of what was paid in 2025 lists its cell, and the link opens it: 950214."""
    opened(page, "/execution?year=2025")
    bar = settled(page).locator(".st-key-execution .bars .point").last
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    link = page.get_by_role("listitem").filter(has_text="Обидва фонди").get_by_role("link")
    expect(link).to_be_visible()
    assert asked(page) == {"year": ["2025"], "column": ["2025/cash"]}
    with page.context.expect_page() as other:
        link.click()
    expect(other.value.locator(".printed td.chosen")).to_have_text("950214")
