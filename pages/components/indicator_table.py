"""All indicators in a table: target, actual value, how much of the target that is."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.frames import records
from analytics.indicators import Status
from pages.charts import indicators as charts
from pages.components import downloads, figures, filters, formats, hints, indicator_words, names, tables
from pages.components.indicator_view import View, cell
from pages.components.language import _, ngettext

_DRAWN = 20
"""More bars than that are no picture."""


def _revised(row: Any) -> bool:
    return row.original_target is not None and row.original_target != row.target


def _disagreement(row: Any) -> str:
    if row.actual_document_id:
        return _("Sources disagree; the newest document counts")
    return _("Sources disagree; what was entered on this page counts before documents")


def _bullets(shown: pd.DataFrame) -> None:
    """How far the first of the figures with an actual value came; none where nothing was reported."""
    rated = shown[shown["attainment"].notna() & (shown["attainment"] >= 0)]
    if rated.empty:
        return
    drawn = rated.head(_DRAWN)
    figures.show(
        charts.bullets(
            drawn.assign(
                label=[f"{row.fiscal_year}: {row.name}" for row in records(drawn)],
                attainment=drawn["attainment"].astype(float),
                text=[formats.share(float(value)) for value in drawn["attainment"]],
            ),
            target=_("Target value"),
            axis=_("Share of the target"),
            palette=figures.colours(),
        ),
        _("Bars: how much of each target is attained, with the mark of the target"),
        key="bullets",
    )
    if len(drawn) < len(rated):
        st.caption(
            _("The first {drawn} of {rated} figures are drawn; choose a year or a group to see others.").format(
                drawn=len(drawn), rated=len(rated)
            )
        )


def draw(view: View) -> None:
    st.header(_("Indicators"), help=hints.help("target", "baseline"))
    statuses = [name.value for name in Status if name in set(view.frame["status"])]
    with st.container(horizontal=True):
        wanted = filters.several(
            _("What became of the target"),
            statuses,
            "status",
            name=indicator_words.status,
            help=_("None chosen means all"),
        )
    asked = filters.text(_("Search in the indicators"), "find", placeholder=_("A part of a name"))
    rows = view.frame[view.frame["status"].isin(wanted or statuses)]
    rows = rows[[asked.casefold() in indicator_words.title(row).casefold() for row in records(rows)]]
    st.markdown(ngettext("{count} figure is shown.", "{count} figures are shown.", len(rows)).format(count=len(rows)))
    if rows.empty:
        return
    shown = rows.assign(
        cell=[
            cell(row.target_document_id or row.document_id, row.target_locator or row.locator) for row in records(rows)
        ],
        document_link=[cell(row.actual_document_id, row.actual_locator) for row in records(rows)],
        name=[indicator_words.title(row) for row in records(rows)],
        group=[indicator_words.group(name) for name in rows["group"]],
        fiscal_year=[indicator_words.year(value) for value in rows["fiscal_year"]],
        fund=[names.fund(fund or "total") for fund in rows["fund"]],
        status=[indicator_words.status(name) for name in rows["status"]],
        progress=rows["attainment"].astype(float),
        words=[row.target_text or "" for row in records(rows)],
        told=[row.actual_text or "" for row in records(rows)],
        note=[_disagreement(row) if row.actuals_disagree else "" for row in records(rows)],
    )
    heads = {
        "name": _("Indicator"),
        "fiscal_year": _("Year"),
        "status": _("What became of it"),
        "target": _("Target value"),
        "actual": _("Actual"),
        "progress": _("To the target"),
        "attainment": _("Attainment"),
        "unit": _("Unit"),
        "group": _("Group"),
        "baseline": _("Baseline"),
        "original_target": _("First target"),
        "attainment_original": _("Of the first target"),
        "words": _("Target in words"),
        "told": _("Actual in words"),
        "cumulative_share": _("Since the start"),
        "fund": _("Fund"),
        "info_source": _("Source of the actual value"),
        "note": _("Note"),
        "cell": _("Cell"),
        "document_link": _("Cell of the actual value"),
    }
    unused = [column for column in ("words", "told", "info_source", "note", "document_link") if not any(shown[column])]
    unused += [column for column in ("baseline", "cumulative_share") if shown[column].isna().all()]
    unused += ["fund"] if rows["fund"].isna().all() else []
    unused += [] if any(_revised(row) for row in records(rows)) else ["original_target", "attainment_original"]
    heads = {column: head for column, head in heads.items() if column not in unused}
    _bullets(shown.assign(status=rows["status"]))
    name = _("Indicators, targets and actual values")
    tables.show(shown, heads, name, wide="name", bar="progress")
    labels = [f"{row.name}, {row.fiscal_year}: {row.status}" for row in records(shown)]
    tables.cell_picker(labels, list(shown["cell"]), name, "open_target")
    view.caption(
        _(
            "Targets as printed, of the newest document that is no draft; attainment computed. Actual values come from "
            "reports on execution, from the workbook for entering them, or from this page."
        )
    )
    heads.pop("progress")
    downloads.offer(
        *downloads.in_per_cent(shown, heads, indicator_words.in_files()), "koshtorys-indicators", view.notes
    )
