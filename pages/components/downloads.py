"""The table of a page to take away: CSV for programs, XLSX for people. Their totals are those on the screen."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import exporting, workbook
from pages.components import tables
from pages.components.language import _

_PLACES = 10
"""Of a per cent in a file: without what binary numbers add."""


def in_per_cent(
    frame: pd.DataFrame, heads: Mapping[str, str], columns: Mapping[str, str]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """A table for a file: its fractions as per cents, under the heads of `columns`, which say so. On the page they are
    written with the sign."""
    own = {column: head for column, head in columns.items() if column in heads}
    shown = frame.assign(**{column: frame[column].map(_per_cent) for column in own})
    return shown, {**heads, **own}


def _per_cent(value: Any) -> float | None:
    return None if pd.isna(value) else round(float(value) * 100, _PLACES)


def offer(frame: pd.DataFrame, heads: Mapping[str, str], file_name: str, notes: Sequence[str]) -> None:
    """Two buttons for the columns that `heads` names. The files are made when somebody asks for them; a column
    `amount`, in UAH, is added up in the workbook."""
    labels = workbook.Labels(
        sheet=_("Data"),
        total=_("Total (formula)"),
        control=_("Control total on the page"),
        difference=_("Difference"),
        notes=_("Source"),
    )
    table = tables.headed(frame, heads)
    with st.container(horizontal=True):
        st.download_button(
            _("Download XLSX"),
            partial(workbook.write, table, labels, notes, summed=heads.get("amount")),
            file_name=f"{file_name}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            on_click="ignore",
            icon=":material/table:",
        )
        st.download_button(
            _("Download CSV"),
            partial(exporting.as_csv, table, for_spreadsheets=True),
            file_name=f"{file_name}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/csv:",
        )
