"""The language of the interface: gettext catalogues, English in the code, Ukrainian in `pages/locale/uk`.

Text from documents is not translated.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

import streamlit as st
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = {"uk": "Українська", "en": "English"}
DEFAULT = "uk"
LOCALE = Path(__file__).parent.parent / "locale"


def current() -> str:
    """`uk` or `en`."""
    return st.session_state.get("lang") or DEFAULT


def _(text: str) -> str:
    """The text in the reader's language."""
    return catalogue(current()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form that goes with the count, in the reader's language."""
    return catalogue(current()).ngettext(one, many, count)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Compiled in memory from the .po file, so that no binary stands in the repository."""
    path = LOCALE / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
