"""Addresses of other pages, which reproduce a view."""

from urllib.parse import urlencode

from pages.components import language


def cell(document_id: str, locator: str) -> str:
    """The address of a cell in its document."""
    asked = {"document": document_id, "cell": locator}
    if language.current() != language.DEFAULT:
        asked["lang"] = language.current()
    return f"/documents?{urlencode(asked)}"


def document(document_id: str) -> str:
    """The address of a document."""
    asked = {"document": document_id}
    if language.current() != language.DEFAULT:
        asked["lang"] = language.current()
    return f"/documents?{urlencode(asked)}"
