"""What holds of every page, on a phone, in the light and in the dark theme, in Chromium."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visiting import CELL, opened, settled

pytestmark = pytest.mark.browser
ADDRESSES = [
    "/",
    "/spending",
    "/spending?edition=kropyvnytskyi-draft-698",
    "/unit-prices",
    "/unit-prices?kind=antivirus",
    "/amendments",
    "/amendments?step=kropyvnytskyi-draft-698/increase&by=direction",
    "/execution",
    "/indicators",
    "/population",
    "/compare",
    "/checks",
    "/documents",
    CELL,
    "/calendar",
    "/glossary",
]
# Streamlit's own markup, not our content: the grid's hidden copy of a table.
STREAMLITS_OWN = {"scrollable-region-focusable"}
_OUT_OF_SIGHT = """[...document.querySelectorAll('.stMain [data-testid=stButtonGroup] button')]
    .filter(button => button.getBoundingClientRect().right > 390).map(button => button.textContent)"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_accessible_fits_a_phone_and_asks_nobody_else(reader: Page, address: str):
    """axe-core finds nothing serious or critical in our content; wide tables scroll inside and never widen the page;
    every button of a filter is in sight; no other host is asked, and the security policy has nothing to refuse."""
    hosts: set[str] = set()
    refused: list[str] = []
    reader.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    reader.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)
    settled(opened(reader, address))
    assert hosts - {urlsplit(reader.url).netloc, ""} == set()
    assert refused == []
    assert reader.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    assert reader.evaluate(_OUT_OF_SIGHT) == []
    found = Axe().run(reader, context=".stMain").response["violations"]
    ours = [rule for rule in found if rule["impact"] in ("serious", "critical") and rule["id"] not in STREAMLITS_OWN]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in ours] == []
