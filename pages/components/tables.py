"""Tables that stand beside every chart: the same numbers, written as in Ukrainian."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.components import formats
from pages.components.language import _

LINKS = ("cell", "document_link", "checks_link")
"""Columns that hold the address of another page: of Documents, or of Checks."""

_AMOUNT_WIDTH = 140
_FIGURE_WIDTH = 106
_NARROW = 92
_WIDE = 200
"""Pixels: on a phone a name of this width leaves room for one amount beside it."""

_SIGN, _BESIDE_HEAD = 7.6, 24
"""Pixels of a sign of a head, and around it: a column is no narrower than its head, for that ends with the unit."""
_THREE_LINES = 73
"""Pixels of a row of three lines. The grid breaks lines only where a row is as high as two of its own."""

_PEOPLE = ("observed", "published", "recomputed", "low", "high", "apart", "foretold", "missed", "people")
"""Columns of whole people, which may stand beside many others."""

_FIGURES = (
    "baseline",
    "original_target",
    "target",
    "actual",
    "cumulative_target",
    "cumulative_actual",
    "output_target",
    "output_actual",
)
"""Columns of figures of any unit."""

_SHARES = ("attainment", "attainment_original", "cumulative_share")

_WRITTEN: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(_FIGURES, formats.figure),
    **dict.fromkeys(_SHARES, formats.share),
    "share": formats.share,
    "share_of_lines": formats.share,
    "quantity": formats.quantity,
    "persons": formats.quantity,
    **dict.fromkeys(_PEOPLE, formats.quantity),
    "missed_share": partial(formats.share, places=2),
    "mean_missed": partial(formats.number, places=1),
    "residual_error": partial(formats.number, places=0),
    "r_squared": partial(formats.number, places=3),
}


def show(
    frame: pd.DataFrame,
    heads: Mapping[str, str],
    name: str,
    *,
    wide: str | None = None,
    width: int = _WIDE,
    narrow: str | None = None,
    bar: str | None = None,
    wraps: bool = False,
) -> None:
    """Draw the columns that `heads` names, under its words. `name` is the table's accessible name.

    Money stays a number, so that sorting works, and is written with kopiykas; what is unknown is a dash. The column
    `wide` gets room, `width` pixels, and `narrow`, whose values and head are short, no more than it needs; `bar` holds
    fractions and is drawn as a bar to one. `wraps`: rows have room for three lines, so that long names stand whole in
    a narrow column.
    """
    shown = frame[list(heads)].copy()
    written: dict[str, Callable[[Any], str]] = {}
    for column in shown.columns:
        if column in _WRITTEN or _is_money(shown[column]):
            shown[column] = [None if pd.isna(value) else float(value) for value in shown[column]]
            written[heads[column]] = _or_dash(_WRITTEN.get(column, formats.kopiykas))
    config: dict[str, Any] = {
        heads[column]: st.column_config.LinkColumn(
            display_text=_("open"),
            help=_("Opens the page Checks here") if column == "checks_link" else _("Opens the page Documents here"),
        )
        for column in LINKS
        if column in heads
    }
    # By itself the grid takes a column's width from its first rows, and cuts the front of longer amounts below.
    of_figures = {heads[column] for column in (*_PEOPLE, *_FIGURES, *_SHARES) if column in heads}
    config |= {
        head: st.column_config.Column(width=_room(head, _FIGURE_WIDTH if head in of_figures else _AMOUNT_WIDTH))
        for head in written
    }
    if wide is not None:
        config[heads[wide]] = st.column_config.Column(width=_room(heads[wide], width))
    if narrow is not None:
        config[heads[narrow]] = st.column_config.Column(width=_NARROW)
    if bar is not None:
        config[heads[bar]] = st.column_config.ProgressColumn(format=" ", min_value=0, max_value=1, width="small")
    styler = shown.rename(columns=dict(heads)).style
    for head, write in written.items():
        styler = styler.format(write, subset=[head])
    st.dataframe(
        styler,
        column_config=config,
        hide_index=True,
        row_height=_THREE_LINES if wraps else None,
        placeholder=formats.UNKNOWN,
        alt=name,
    )


def cell_picker(places: Sequence[str], addresses: Sequence[str], name: str, key: str) -> None:
    """The way to a cell without a pointer: choose a row, follow the link. The links inside a table take no keyboard.

    `name` is the table's accessible name, as for `show`.
    """
    place = st.selectbox(
        _("Open the cell of a row: {table}").format(table=name),
        range(len(places)),
        index=None,
        format_func=list(places).__getitem__,
        key=key,
        placeholder=_("Type a part of the row"),
    )
    if place is not None:
        opening = _("open")
        st.markdown(f"{places[place]}: [{opening}]({addresses[place]})")


def headed(frame: pd.DataFrame, heads: Mapping[str, str]) -> pd.DataFrame:
    """The columns that `heads` names, under its words, for a file: exact, years as numbers, empty where a page has a
    dash for what is unknown, and without addresses."""
    kept = {column: head for column, head in heads.items() if column not in LINKS}
    table = frame[list(kept)].copy()
    for column in table.columns:
        # A dash that a document prints is its text.
        if column != "printed" and any(isinstance(value, str) for value in table[column]):
            values = [_for_file(column, value) for value in table[column]]
            table[column] = pd.Series(values, index=table.index, dtype=object)
    return table.rename(columns=kept)


def _for_file(column: str, value: Any) -> Any:
    if column == "fiscal_year" and isinstance(value, str) and value.isdecimal():
        return int(value)
    return None if isinstance(value, str) and value == formats.UNKNOWN else value


def _room(head: str, width: int) -> int:
    return max(width, round(_SIGN * len(head)) + _BESIDE_HEAD)


def _is_money(values: pd.Series) -> bool:
    return any(isinstance(value, Decimal) for value in values)


def _or_dash(write: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: formats.UNKNOWN if pd.isna(value) else write(value)
