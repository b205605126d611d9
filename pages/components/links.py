"""Addresses of other pages, which reproduce a view. They are relative, so that the dashboard may live under a path."""

from urllib.parse import urlencode

import streamlit as st


def document(document_id: str, locator: str | None = None) -> str:
    """The address of a document, or of a cell in it."""
    asked = {"document": document_id}
    if locator is not None:
        asked["cell"] = locator
    # What counts on all pages goes along.
    asked |= {key: st.query_params[key] for key in ("programme", "edition", "lang") if key in st.query_params}
    return f"documents?{urlencode(asked)}"
