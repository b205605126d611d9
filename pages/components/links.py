"""Addresses of other pages, which reproduce a view. They are relative, so that the dashboard may live under a path."""

from urllib.parse import urlencode

import streamlit as st


def document(document_id: str, locator: str | None = None) -> str:
    """The address of a document, or of a cell in it."""
    asked = {"document": document_id}
    if locator is not None:
        asked["cell"] = locator
    return f"documents?{urlencode(asked | _everywhere())}"


def finding(finding_id: str) -> str:
    """The address of a finding on the page of checks."""
    return f"checks?{urlencode({'finding': finding_id} | _everywhere())}"


def checks(document_id: str) -> str:
    """The address of the checks of one document."""
    return f"checks?{urlencode({'document': document_id} | _everywhere())}"


def _everywhere() -> dict[str, str]:
    """What counts on all pages goes along."""
    return {key: st.query_params[key] for key in ("programme", "edition", "lang") if key in st.query_params}
