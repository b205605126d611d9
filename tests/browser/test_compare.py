"""The page Порівняння as its readers use it, in Chromium."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.visiting import asked, opened, settled

pytestmark = pytest.mark.browser
YEARS = re.compile(r"6.198,7.тис\..грн, на рік — 2.066,2.тис\..грн \(середнє за 3 роки\)")


def test_the_measure_chosen_is_in_the_address_and_restored(page: Page):
    """A year on average «е-місто» costs 4 565,9 thousand UAH against 2 066,2; a reload keeps that."""
    opened(page, "/compare")
    page.get_by_role("radio", name="У середньому за рік").click()
    dearest = page.get_by_text(re.compile(r"4.565,9.тис\..грн.*2.066,2.тис\..грн"))
    expect(dearest).to_be_visible()
    assert asked(page) == {"measure": ["per_year"]}
    page.reload()
    expect(dearest).to_be_visible()
    expect(page.get_by_role("radio", name="У середньому за рік")).to_be_checked()


def test_a_link_restores_the_plans(page: Page):
    """A link opened by somebody else shows one plan alone, by kind of thing."""
    opened(page, "/compare?plan=kropyvnytskyi-e-government-2019-2021&by=kind")
    expect(page.get_by_text(YEARS)).to_be_visible()
    expect(page.get_by_role("radio", name="Що купують")).to_be_checked()


def test_a_downloaded_workbook_equals_the_screen(page: Page, tmp_path: Path):
    """The file of one plan holds the sum that the page tells: 6 198 700.00 UAH."""
    opened(page, "/compare?plan=kropyvnytskyi-e-government-2019-2021")
    expect(page.get_by_text(YEARS)).to_be_visible()
    with page.expect_download() as download:
        settled(page).get_by_role("button", name="Завантажити XLSX").first.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    heads, row = list(load_workbook(path)["Дані"].values)[:2]
    told = dict(zip(heads, row, strict=True))
    assert Decimal(str(told["Усього, грн"])) == Decimal("6198700.00")
    assert Decimal(str(told["У середньому за рік, грн"])) == Decimal("2066233.33")
