"""Findings on a page and on paper: the list, and one finding with its arithmetic."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analytics import checks
from analytics.frames import records
from pages.components import findings, formats, links, names, paper, store
from pages.components.language import _, ngettext

_MOST = 200
"""How many findings the list holds; files hold all."""


def label(finding: Any, register: Mapping[str, Any]) -> str:
    """A finding for a bar: when, what, and whose."""
    about = _("Whole programme") if finding.scope == "programme" else finding.scope
    if finding.rule == "parts_of_programme":
        about = _("{scope}, by subtotals").format(scope=about)
    year = str(finding.fiscal_year) if finding.fiscal_year else _("all years")
    fund = names.fund(finding.fund).lower() if finding.fund in ("general", "special") else ""
    act = register[finding.document_id]
    number = f"№ {act.number or act.endorsed_number}" if act.number or act.endorsed_number else ""
    return ", ".join(filter(None, [number, year, fund, about]))


def draw_list(chosen: pd.DataFrame, register: Mapping[str, Any]) -> None:
    """The findings as a plain table that prints and that a keyboard walks through, each with the way to its cell."""
    rows = records(chosen.head(_MOST))
    heads = [_("№"), _("Result"), _("Finding"), _("Class"), _("Difference"), _("Cell")]
    body = "".join(_list_row(number, row, register) for number, row in enumerate(rows, start=1))
    st.html(paper.table(_("Findings"), heads, body, figures=[4]))
    if len(chosen) > _MOST:
        st.caption(
            _("The first {shown} of {all} are shown; filters narrow the list, and the file holds all.").format(
                shown=_MOST, all=formats.number(len(chosen), 0)
            )
        )


def _list_row(number: int, row: Any, register: Mapping[str, Any]) -> str:
    more = _("arithmetic")
    cells = ((cell["document_id"], cell["locator"]) for cell in row.cells[:1])
    way = "".join(paper.link(links.document(name, locator), formats.place(locator)) for name, locator in cells)
    act = names.short_document(register[row.document_id])
    sums = f"<small>{escape(findings.arithmetic(row))}</small>"
    return (
        f"<tr><td>{number}</td><td>{escape(findings.result(row.severity))}</td>"
        f'<td class="what">{escape(findings.sentence(row))} '
        f"{paper.link(links.finding(row.finding_id), more)}{sums}<small>{escape(act)}</small></td>"
        f"<td>{escape(findings.kind_of(row))}</td>"
        f'<td class="figure">{escape(_difference(row))}</td><td>{way}</td></tr>'
    )


def _difference(row: Any) -> str:
    if row.difference is None or row.severity == "verified":
        return formats.UNKNOWN
    return formats.signed(findings.figure(row.difference, row))


def draw_of_cell(found: pd.DataFrame) -> None:
    """What the checks say of a cell. `found` as from `checks.of_cell`."""
    if found.empty:
        st.caption(_("No check compares this cell with others."))
        return
    hold = int((found["severity"] == "verified").sum())
    st.markdown(
        ngettext(
            "{count} check looks at this cell: {hold} hold.",
            "{count} checks look at this cell: {hold} hold.",
            len(found),
        ).format(count=len(found), hold=hold)
    )
    for row in records(found[found["severity"] != "verified"]):
        more = _("arithmetic")
        st.markdown(f"- {formats.escaped(findings.sentence(row))} [{more}]({links.finding(row.finding_id)})")


def draw(finding: Any, register: Mapping[str, Any]) -> None:
    """One finding: the sentence, then its arithmetic with each cell and the way to it."""
    st.markdown(f"**{formats.escaped(findings.sentence(finding))}**")
    about = filter(None, [findings.kind_of(finding), findings.result(finding.severity)])
    st.caption(f"{findings.rule(finding.rule)}. {', '.join(about)}. {names.document(register[finding.document_id])}")
    cells = records(store.read(checks.cells_of, [finding.finding_id]))
    heads = [_("What"), _("Line or indicator"), _("Cell"), _("As printed"), _("Value")]
    body = "".join(_cell_row(cell, finding, register) for cell in cells)
    st.html(paper.table(_("Arithmetic of the finding"), heads, body + _sums(finding), figures=[4]))


def _cell_row(cell: Any, finding: Any, register: Mapping[str, Any]) -> str:
    what = ", ".join(filter(None, [findings.role(cell.role), findings.label(cell.label)]))
    place = formats.place(cell.locator)
    if cell.document_id != finding.document_id:
        place = f"{names.short_document(register[cell.document_id])}: {place}"
    return (
        f"<tr><td>{escape(what)}</td><td>{escape(cell.name or '')}</td>"
        f"<td>{paper.link(links.document(cell.document_id, cell.locator), place)}</td>"
        f"<td>{escape(cell.printed or '')}</td>"
        f'<td class="figure">{escape(findings.value_of_cell(cell, finding))}</td></tr>'
    )


def _sums(finding: Any) -> str:
    lines = [
        (_("Printed"), finding.printed),
        (_("Computed"), finding.computed),
        (_("Difference: printed less computed"), finding.difference),
    ]
    return "".join(
        f'<tr class="sum"><td colspan="4">{escape(head)}</td>'
        f'<td class="figure">{escape(findings.figure(value, finding))}</td></tr>'
        for head, value in lines
        if value is not None
    )
