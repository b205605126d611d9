"""The table of a page to take away: CSV for programs, XLSX for people. Their totals are those on the screen."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics import exporting, workbook
from pages.components.language import _


def offer(frame: pd.DataFrame, file_name: str, *, summed: str, notes: Sequence[str]) -> None:
    """Two buttons. `frame` has the column names people see; `summed` is the one that is added up, in UAH."""
    labels = workbook.Labels(
        sheet=_("Data"),
        total=_("Total (formula)"),
        control=_("Control total on the page"),
        difference=_("Difference"),
        notes=_("Source"),
    )
    with st.container(horizontal=True):
        st.download_button(
            _("Download XLSX"),
            workbook.write(frame, labels, notes, summed),
            file_name=f"{file_name}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            on_click="ignore",
            icon=":material/table:",
        )
        st.download_button(
            _("Download CSV"),
            exporting.as_csv(frame, for_spreadsheets=True),
            file_name=f"{file_name}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/csv:",
        )
