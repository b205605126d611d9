"""Findings on a page and on paper: the list, one finding with its arithmetic, counts, and the workbook."""

from collections.abc import Mapping
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analytics import checks, checks_workbook
from analytics.frames import records
from pages.components import findings, formats, links, names, store
from pages.components.language import _, ngettext

MOST = 200
"""How many findings the list holds; files hold all."""

PRINTED = """
<style>
.findings {overflow-x: auto;}
.findings table {border-collapse: collapse; width: 100%; font-size: 0.875rem;}
.findings th, .findings td {border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  padding: 6px 8px; vertical-align: top; text-align: left;}
.findings th {font-weight: 600;}
.findings td.figure, .findings th.figure {text-align: right; white-space: nowrap;}
.findings tr.sum td {font-weight: 600; border-top: 2px solid currentColor;}
.findings td.what {min-width: 16rem;}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stButton"],
  [data-testid="stDownloadButton"], [data-testid="stPlotlyChart"] .modebar, [data-testid="stSelectbox"],
  [data-testid="stButtonGroup"], [data-testid="stDataFrame"] {display: none !important;}
  [data-testid="stAppViewContainer"], [data-testid="stMain"], .stApp, .stMain {position: static !important;
    overflow: visible !important; height: auto !important; display: block !important;}
  .findings {overflow: visible;} .findings tr {break-inside: avoid;} .findings a {color: inherit;}
}
</style>
"""


def summary(counts: pd.DataFrame) -> str:
    """How many comparisons there are, how many hold, and what the rest are. `counts` as from `checks.counts`."""
    hold = int(counts.loc[counts["severity"] == "verified", "findings"].sum())
    compared = int(counts["findings"].sum())
    rest = counts[counts["severity"] != "verified"]
    by_severity = {
        "error": _("{count} do not hold"),
        "warning": _("{count} are doubtful"),
        "notice": _("{count} are notes"),
    }
    others = [
        words.format(count=formats.number(int(amount), 0))
        for severity, words in by_severity.items()
        if (amount := rest.loc[rest["severity"] == severity, "findings"].sum())
    ]
    said = ngettext("{compared} comparison: {hold} hold", "{compared} comparisons: {hold} hold", compared).format(
        compared=formats.number(compared, 0), hold=formats.number(hold, 0)
    )
    return ", ".join([said, *others]) + "."


def label(finding: Any, register: Mapping[str, Any]) -> str:
    """A finding for a bar: when, what, and whose."""
    about = _("Whole programme") if finding.scope == "programme" else finding.scope
    year = str(finding.fiscal_year) if finding.fiscal_year else _("all years")
    fund = names.fund(finding.fund).lower() if finding.fund in ("general", "special") else ""
    act = register[finding.document_id]
    number = f"№ {act.number or act.endorsed_number}" if act.number or act.endorsed_number else ""
    return ", ".join(filter(None, [number, year, fund, about]))


def draw_list(chosen: pd.DataFrame, register: Mapping[str, Any]) -> None:
    """The findings as a plain table that prints and that a keyboard walks through, each with the way to its cell."""
    rows = records(chosen.head(MOST))
    heads = [_("№"), _("Result"), _("Finding"), _("Class"), _("Difference"), _("Cell")]
    body = "".join(_list_row(number, row, register) for number, row in enumerate(rows, start=1))
    st.html(_table(_("Findings"), heads, body, figure_column=4))
    if len(chosen) > MOST:
        st.caption(
            _("The first {shown} of {all} are shown; filters narrow the list, and the file holds all.").format(
                shown=MOST, all=formats.number(len(chosen), 0)
            )
        )


def _list_row(number: int, row: Any, register: Mapping[str, Any]) -> str:
    opening, more = _("open"), _("arithmetic")
    cell = row.cells[0] if row.cells else None
    place = f"{escape(formats.place(cell['locator']))}, " if cell else ""
    way = (
        f'{place}<a href="{escape(links.document(cell["document_id"], cell["locator"]))}">{opening}</a>' if cell else ""
    )
    act = names.short_document(register[row.document_id])
    return (
        f"<tr><td>{number}</td><td>{escape(findings.result(row.severity))}</td>"
        f'<td class="what">{escape(findings.sentence(row))} '
        f'<a href="{escape(links.finding(row.finding_id))}">{more}</a><br><small>{escape(act)}</small></td>'
        f"<td>{escape(findings.kind(row.finding_class))}</td>"
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
        st.markdown(f"- {_marked(findings.sentence(row))} [{more}]({links.finding(row.finding_id)})")


def draw(finding: Any, register: Mapping[str, Any]) -> None:
    """One finding: the sentence, then its arithmetic with each cell and the way to it."""
    st.markdown(f"**{_marked(findings.sentence(finding))}**")
    st.caption(
        _("{rule}. {kind}, {result}. {document}").format(
            rule=findings.rule(finding.rule),
            kind=findings.kind(finding.finding_class),
            result=findings.result(finding.severity),
            document=names.document(register[finding.document_id]),
        )
    )
    cells = records(store.read(checks.cells_of, [finding.finding_id]))
    heads = [_("What"), _("Line or indicator"), _("Cell"), _("As printed"), _("Value")]
    body = "".join(_cell_row(cell, finding, register) for cell in cells)
    st.html(_table(_("Arithmetic of the finding"), heads, body + _sums(finding), figure_column=4))


def _cell_row(cell: Any, finding: Any, register: Mapping[str, Any]) -> str:
    role = {"printed": _("printed"), "part": _("part"), "named": _("cell")}[cell.role]
    what = ", ".join(filter(None, [role, _label(cell.label)]))
    address = links.document(cell.document_id, cell.locator)
    place = formats.place(cell.locator)
    if cell.document_id != finding.document_id:
        place = f"{names.short_document(register[cell.document_id])}: {place}"
    value = findings.figure(cell.value, finding) if cell.value is not None else formats.UNKNOWN
    return (
        f"<tr><td>{escape(what)}</td><td>{escape(cell.name or '')}</td>"
        f'<td><a href="{escape(address)}">{escape(place)}</a></td><td>{escape(cell.printed or "")}</td>'
        f'<td class="figure">{escape(value)}</td></tr>'
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


def _label(text: str | None) -> str:
    """Which cell of a finding it is; numbers of lines and years stay as they are."""
    known = {
        "general": _("general fund"),
        "special": _("special fund"),
        "total": _("both funds"),
        "unspecified": _("fund not stated"),
        "point_4": _("point 4"),
        "point_9": _("point 9"),
        "point_10": _("point 10"),
        "programme_passport": _("passport of the programme"),
        "resources": _("resources"),
        "efficiency": _("efficiency"),
        "input": _("cost"),
        "output": _("product"),
        "delta": _("change"),
        "plan": _("plan before"),
        "current": _("quoted plan"),
        "devices": _("devices"),
        "licences": _("licences"),
        "target": _("target"),
        "actual": _("actual value"),
        "baseline": _("baseline"),
        "all": _("all years"),
    }
    return known.get(text or "", text or "")


def by_document(counts: pd.DataFrame, register: Mapping[str, Any]) -> pd.DataFrame:
    """Grain: document. Columns: document_link (its findings), document, compared, hold, and what does not, by class."""
    found = []
    for name, part in counts.groupby("document_id", sort=False):
        broken = part[part["severity"] != "verified"]
        classes = {
            column: int(broken.loc[broken["class"] == kind, "findings"].sum())
            for column, kind in (
                ("document_class", "document"),
                ("cross_document", "cross_document"),
                ("reading", "reading"),
                ("rounding", "rounding"),
            )
        }
        link = links.checks(document=str(name))
        found.append({"document_link": link, "document": names.document(register[str(name)]), **_held(part), **classes})
    return pd.DataFrame(found)


def by_rule(counts: pd.DataFrame) -> pd.DataFrame:
    """Grain: rule. Columns: document_link (its findings), rule, compared, hold, fail."""
    found = []
    for name, part in counts.groupby("rule", sort=False):
        held = _held(part)
        link = links.checks(rule=str(name))
        failed = held["compared"] - held["hold"]
        found.append({"document_link": link, "rule": findings.rule(str(name)), **held, "fail": failed})
    return pd.DataFrame(found).sort_values(["fail", "compared"], ascending=False)


def _held(counts: pd.DataFrame) -> dict[str, int]:
    hold = int(counts.loc[counts["severity"] == "verified", "findings"].sum())
    return {"compared": int(counts["findings"].sum()), "hold": hold}


def offer(chosen: pd.DataFrame, register: Mapping[str, Any], document: str | None) -> None:
    """The chosen findings as a workbook, made when somebody asks for it."""
    name = f"koshtorys-findings-{document}" if document else "koshtorys-findings"
    st.download_button(
        _("Download XLSX with formulas"),
        partial(workbook, chosen, store.read(checks.cells_of, list(chosen["finding_id"])), register),
        file_name=f"{name}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )
    st.caption(_("To lay the list before the commission, print this page: menus and filters stay off the paper."))


def workbook(chosen: pd.DataFrame, cells: pd.DataFrame, register: Mapping[str, Any]) -> bytes:
    """Each figure of the file is a formula over the cells it was read from."""
    rows = records(chosen)
    order = {row.finding_id: place for place, row in enumerate(rows)}
    cells = cells.sort_values("finding_id", key=lambda column: column.map(order), kind="stable")
    words = {
        row.finding_id: checks_workbook.Row(
            before=[
                findings.sentence(row),
                findings.rule(row.rule),
                findings.kind(row.finding_class),
                findings.result(row.severity),
                names.document(register[row.document_id]),
            ],
            after=[row.unit or "", formats.place(row.cells[0]["locator"]) if row.cells else ""],
        )
        for row in rows
    }
    places = [
        [
            names.document(register[cell.document_id]),
            formats.place(cell.locator),
            " ".join(
                filter(None, [{"printed": _("printed"), "part": _("part"), "named": _("cell")}[cell.role], cell.name])
            ),
            cell.printed or "",
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
        *dict.fromkeys(names.document(register[row.document_id]) for row in rows),
    ]
    return checks_workbook.write(chosen, cells, words, places, labels, notes)


def _table(name: str, heads: list[str], body: str, figure_column: int) -> str:
    cells = "".join(_head(head, place == figure_column) for place, head in enumerate(heads))
    return (
        f'<div class="findings" tabindex="0" role="region" aria-label="{escape(name)}"><table>'
        f"<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(text: str, is_figure: bool) -> str:
    kind = ' class="figure"' if is_figure else ""
    return f'<th scope="col"{kind}>{escape(text)}</th>'


def _marked(text: str) -> str:
    """Text of documents may hold signs of Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>$#" else sign for sign in text)
