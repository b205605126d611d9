"""Tables that stand beside every chart: the same numbers, written as in Ukrainian."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from pages.components import formats
from pages.components.language import _


def show(
    frame: pd.DataFrame,
    name: str,
    *,
    written: Mapping[str, Callable[[Any], str]] | None = None,
    links: Mapping[str, str] | None = None,
    wide: tuple[str, ...] = (),
    height: int | str = "auto",
) -> None:
    """Draw a table. `name` is its accessible name; `written` says how to write a column's values (numbers stay
    numbers, so that sorting works); `links` names columns of addresses and the words to click; `wide` columns get
    room."""
    shown = frame.map(lambda value: float(value) if isinstance(value, Decimal) else value)
    for column in written or {}:
        shown[column] = pd.to_numeric(shown[column])
    styler = shown.style.format({column: _or_dash(write) for column, write in (written or {}).items()})
    config: dict[str, Any] = {
        column: st.column_config.LinkColumn(column, display_text=words, help=_("Opens the page Documents at this cell"))
        for column, words in (links or {}).items()
    }
    config |= {column: st.column_config.Column(column, width="large") for column in wide}
    st.dataframe(styler, column_config=config, hide_index=True, height=height, placeholder=formats.UNKNOWN, alt=name)


def _or_dash(write: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: formats.UNKNOWN if pd.isna(value) else write(value)
