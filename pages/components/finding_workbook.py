"""Findings as a workbook, in the reader's words."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import checks, checks_workbook
from analytics.frames import records
from pages.components import findings, formats, names, store
from pages.components.language import _


def offer(chosen: pd.DataFrame, register: Mapping[str, Any], narrowed: Sequence[str]) -> None:
    """The chosen findings as a workbook, made when somebody asks for it. `narrowed`: the filters, in words."""
    st.download_button(
        _("Download XLSX with formulas"),
        partial(workbook, chosen, store.read(checks.cells_of, list(chosen["finding_id"])), register, narrowed),
        file_name="koshtorys-findings.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )
    st.caption(_("To lay the list before the commission, print this page: menus and filters stay off the paper."))


def workbook(
    chosen: pd.DataFrame, cells: pd.DataFrame, register: Mapping[str, Any], narrowed: Sequence[str] = ()
) -> bytes:
    """Each figure of the file is a formula over the cells it was read from."""
    rows = records(chosen)
    order = {row.finding_id: place for place, row in enumerate(rows)}
    cells = cells.sort_values("finding_id", key=lambda column: column.map(order), kind="stable")
    words = {
        row.finding_id: checks_workbook.Row(
            before=[
                findings.sentence(row),
                findings.rule(row.rule),
                findings.kind_of(row),
                findings.result(row.severity),
                names.document(register[row.document_id]),
            ],
            after=[findings.unit(row), formats.place(row.cells[0]["locator"]) if row.cells else ""],
        )
        for row in rows
    }
    places = [
        [
            names.document(register[cell.document_id]),
            formats.place(cell.locator),
            " ".join(filter(None, [findings.role(cell.role), cell.name])),
            cell.printed or "",
            findings.label(cell.label),
        ]
        for cell in records(cells)
    ]
    labels = checks_workbook.Labels(
        findings=_("Findings"),
        cells=_("Cells of the findings"),
        about=_("Source"),
        heads=[
            _("№"),
            _("Finding"),
            _("Rule"),
            _("Class"),
            _("Result"),
            _("Document"),
            _("Printed"),
            _("Computed"),
            _("Difference"),
            _("Unit"),
            _("Cell"),
        ],
        cell_heads=[_("№"), _("Document"), _("Cell"), _("What"), _("As printed"), _("Which"), _("Value")],
    )
    notes = [
        _("Findings of Koshtorys. Printed, computed and difference are formulas over the sheet of cells."),
        *narrowed,
        *dict.fromkeys(names.document(register[row.document_id]) for row in rows),
    ]
    return checks_workbook.write(chosen, cells, words, places, labels, notes)
