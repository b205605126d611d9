"""Addresses of other pages, which reproduce a view. They are relative, so that the dashboard may live under a path."""

from urllib.parse import urlencode

from pages.components import language


def document(document_id: str, locator: str | None = None) -> str:
    """The address of a document, or of a cell in it."""
    asked = {"document": document_id}
    if locator is not None:
        asked["cell"] = locator
    if language.current() != language.DEFAULT:
        asked["lang"] = language.current()
    return f"documents?{urlencode(asked)}"
