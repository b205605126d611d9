"""What is known for the report on a year, and what is still missing, by the four directions of assessment."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import duties, report_data, report_workbook
from analytics.frames import records
from data.contracts import Assessed
from pages.components import duty_words, filters, formats, hints, links, names, store, tables
from pages.components.duty_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("What is still missing for the report on {year}").format(year=view.year))
    st.markdown(duty_words.about(view))
    st.markdown("\n".join(f"- {line}" for line in duty_words.gaps(view.found)))
    words = ", ".join(map(hints.link, ("measure", "cash-expenditure", "target", "output-indicators")))
    said = _("Words of this page: {words}.").format(words=words)
    st.markdown(f":small[{said}]")
    printed = {row.direction: row for row in records(store.read(duties.directions))}
    counts = report_data.counts(view.found)
    counted = pd.DataFrame(
        {
            "cell": [_cell(printed.get(count.direction)) for count in counts],
            "direction": [duty_words.direction(count.direction) for count in counts],
            "needed": [count.needed or None for count in counts],
            "known": [count.known for count in counts],
            "missing": [count.missing if count.needed else None for count in counts],
            "text": [printed[count.direction].text if count.direction in printed else None for count in counts],
        }
    )
    heads = {
        "cell": _("Cell"),
        "direction": _("Direction of assessment"),
        "needed": _("Needed"),
        "known": _("Known"),
        "missing": _("Missing"),
        "text": _("As the template prints it"),
    }
    tables.show(counted, heads, _("Data by direction of assessment"), wide="text")
    if view.found.empty:
        return
    _list(view)
    st.download_button(
        _("Download working data for the report, XLSX"),
        partial(workbook, view),
        file_name=f"koshtorys-report-data-{view.year}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )
    st.caption(
        _(
            "Working data to write the report from, not an official form: the forms are not at hand. What is reported "
            "is read from reports on execution and workbooks of actual values, or was entered on the page of "
            "indicators; none of it is guessed."
        )
    )


def _list(view: View) -> None:
    """The data one by one, those of a direction, missing or all."""
    with st.container(horizontal=True):
        direction = filters.choice(_("Direction of assessment"), _present(view), "direction", name=duty_words.direction)
        shown = filters.choice(
            _("Show"),
            ["missing", "all"],
            "show",
            name=lambda name: _("what is missing") if name == "missing" else _("all"),
            look="buttons",
        )
    own = view.found[view.found["direction"] == direction]
    own = own if shown == "all" else own[~own["is_known"].astype(bool)]
    if own.empty:
        st.success(_("Nothing is missing here."))
        return
    rows = worded(view, own)
    rows["cell"] = [_cell(row) for row in records(own)]
    rows["value"] = [row.known or _figure(row) for row in records(own)]
    heads = {"cell": _("Cell"), "line_code": _("№"), "name": _("Measure or indicator"), "fund": _("Fund")}
    heads |= {"asked": _("What is needed"), "state": _("State"), "value": _("Value"), "document": _("Document")}
    title = _("Data that the report needs")
    tables.show(rows, heads, title, wide="name")
    labels = [f"{row.line_code or ''} {row.name}, {row.asked}, {row.fund}".strip(" ,") for row in records(rows)]
    printed = [(label, cell) for label, cell in zip(labels, rows["cell"], strict=True) if cell]
    tables.cell_picker([label for label, _cell in printed], [cell for _label, cell in printed], title, "open_data")
    st.caption(_("The cell of what is missing is that of the line or the target that asks for it."))


def worded(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """The rows in the reader's words, with the columns of a sheet of the workbook."""
    return pd.DataFrame(
        [
            {
                "line_code": row.line_code or "",
                "name": row.name,
                "fund": names.fund(row.fund) if row.fund else "",
                "asked": duty_words.asked(row.asked),
                "state": duty_words.state(row.is_known),
                "known": row.known,
                "figure": row.figure,
                "unit": _("UAH") if row.unit == "UAH" else row.unit,
                "document": _document(view, row.document_id),
                "cell": formats.place(row.locator),
            }
            for row in records(found)
        ],
        columns=["line_code", "name", "fund", "asked", "state", "known", "figure", "unit", "document", "cell"],
        dtype=object,
    )


def workbook(view: View) -> bytes:
    """The working data of the year: a sheet for each direction of assessment."""
    sheets = [
        report_workbook.Sheet(
            title=f"{number} {duty_words.sheet(direction)}",
            rows=worded(view, view.found[view.found["direction"] == direction]),
            summed=[duty_words.asked("plan"), duty_words.asked("cash")] if direction is Assessed.FUNDING else [],
        )
        for number, direction in enumerate(Assessed, start=1)
    ]
    labels = report_workbook.Labels(
        summary=_("Summary"),
        about=_("Source"),
        heads=_heads(),
        counts=[_("Direction of assessment"), _("Needed"), _("Known"), _("Missing")],
        known=duty_words.state(True),
        total=_("Together: {what}"),
    )
    notes = [
        _("Working data for the report on {year}, not an official form.").format(year=view.year),
        view.programme.title,
        duty_words.about(view),
        *duty_words.unlinked(view.found),
        *dict.fromkeys(_source(view, name) for name in view.found["document_id"]),
        _("A missing figure has the cell of the line or the target that asks for it."),
    ]
    return report_workbook.write(sheets, labels, notes)


def _heads() -> Sequence[str]:
    return [
        _("№"),
        _("Measure or indicator"),
        _("Fund"),
        _("What is needed"),
        _("State"),
        _("In words"),
        _("Figure"),
        _("Unit"),
        _("Document"),
        _("Cell"),
    ]


def _present(view: View) -> list[Assessed]:
    return [count.direction for count in report_data.counts(view.found) if count.needed]


def _figure(row: Any) -> str | None:
    if row.figure is None:
        return None
    return formats.money(row.figure, formats.HRYVNIAS) if row.unit == "UAH" else formats.quantity(row.figure)


def _cell(row: Any) -> str | None:
    """The address of a cell; None where no document has it."""
    return links.document(row.document_id, row.locator) if row and row.document_id else None


def _document(view: View, document_id: str | None) -> str:
    return names.short_document(view.titles[document_id]) if document_id else _("entered on the page")


def _source(view: View, document_id: str | None) -> str:
    if document_id is None:
        return _("Values that were entered on the page, not taken from documents.")
    return names.document(view.titles[document_id])
