"""The few scripts that a page runs in the browser. The security policy knows each by its hash and lets no other run."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit as st

from pages.components import language

# `<html lang>` is English until told otherwise.
LANGUAGE = {name: f"document.documentElement.lang='{name}'" for name in language.LANGUAGES}

# The chosen cell, or line, may stand below the first screen, and in a wide table right of what fits. What stands above
# it may still grow for a moment.
TO_CHOSEN_CELL = (
    "const show = () => {"
    "for (const mark of document.querySelectorAll('.printed td.chosen, .printed tr.chosen:not(:has(td.chosen))')) {"
    "const box = mark.closest('.printed');"
    "box.scrollLeft = mark.offsetLeft - box.clientWidth / 2; box.scrollTop = mark.offsetTop - box.clientHeight / 2;"
    "box.scrollIntoView({block: 'center'});"
    "}};"
    "show(); setTimeout(show, 300); setTimeout(show, 900);"
)

_INDEX = Path(st.__file__).parent / "static" / "index.html"


def run(script: str) -> None:
    """Run one of the scripts above in the reader's browser."""
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def allowed() -> list[str]:
    """The hashes, as a Content-Security-Policy writes them, of our scripts and of those in Streamlit's own page."""
    own = re.findall(r"<script>(.*?)</script>", _INDEX.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [_hashed(script) for script in (*own, *LANGUAGE.values(), TO_CHOSEN_CELL)]


def _hashed(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
