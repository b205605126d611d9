"""Everything that was read from one document, table by table, each row with the way to its cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

from analytics import checks, documents
from analytics.frames import records
from pages.components import downloads, findings, formats, links, names, store, tables, topics
from pages.components.language import _


@dataclass(frozen=True)
class _Table:
    """One table of facts: its title, who asks for it, how its words are written, its headings."""

    title: str
    name: str
    ask: Callable[[duckdb.DuckDBPyConnection, str], pd.DataFrame]
    written: Mapping[str, Callable[..., str]]
    heads: Mapping[str, str]
    wide: str
    note: str = ""
    in_file: Callable[[pd.DataFrame], pd.DataFrame] = lambda frame: frame
    """The rows that a file holds, where they are fewer: what must not be added up stays out."""


def draw(document_id: str, title: str) -> None:
    """Each table of facts that the document fills, with its download."""
    for table in _tables():
        frame = store.read(table.ask, document_id)
        if not len(frame):
            continue
        st.header(table.title)
        if table.name == "findings":
            frame = _in_words(frame)
        shown = frame.assign(
            **{column: [write(value) for value in frame[column]] for column, write in table.written.items()},
            cell=[links.document(document_id, locator) for locator in frame["locator"]],
            place=[formats.place(locator) for locator in frame["locator"]],
        )
        heads = {"cell": _("Cell"), "place": _("Place"), **table.heads}
        tables.show(shown, heads, table.title, wide=table.wide)
        if table.note:
            st.caption(table.note)
        kept = shown.loc[table.in_file(frame).index]
        downloads.offer(kept, heads, f"koshtorys-{document_id}-{table.name}", [title, table.title])


def meaning(row: Any) -> str:
    """What a cell says, as a sentence. `row` as from `documents.facts`."""
    about = topics.topic(row.name) if row.kind == "statement" else f"{row.line_code or ''} {row.name or ''}".strip()
    details = [about]
    if row.kind in ("allocation", "execution"):
        details.append(str(row.fiscal_year or _("all years")))
    elif row.fiscal_year:
        details.append(str(row.fiscal_year))
    if row.fund:
        details.append(names.fund(row.fund).lower())
    return _("{place}: printed «{printed}», read as {value}. {about}.").format(
        place=formats.place(row.locator), printed=row.printed, value=_value(row).rstrip("."), about=", ".join(details)
    )


def _value(row: Any) -> str:
    if row.amount is not None:
        return formats.money(row.amount, formats.HRYVNIAS)
    if row.kind == "allocation" and row.number is not None:
        return _("quantity {number}").format(number=formats.quantity(row.number))
    if row.kind == "population":
        return _("{count} people").format(count=formats.number(row.number, 0))
    if row.number is not None:
        return f"{formats.quantity(row.number)} {row.unit or ''}".strip()
    if row.kind == "allocation":
        return _("words in place of an amount: «{words}»").format(words=row.text) if row.text else _("no amount")
    if row.kind == "indicator_value" and row.text is None:
        return _("no number")
    if row.kind == "measure":
        return _("a measure")
    return f"«{row.text}»"


def _doubtful(connection: duckdb.DuckDBPyConnection, document_id: str) -> pd.DataFrame:
    """Grain: finding of a document that does not hold."""
    return checks.findings(connection, [document_id], severities=["error", "warning", "notice"])


def _in_words(frame: pd.DataFrame) -> pd.DataFrame:
    rows = records(frame)
    return frame.assign(
        sentence=[findings.sentence(row) for row in rows],
        locator=[row.cells[0]["locator"] if row.cells else "" for row in rows],
        checks_link=[links.finding(row.finding_id) for row in rows],
    )


def _lowest_lines(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[~frame["is_total"].astype(bool)]


def _year(value: int | None) -> str:
    return str(value) if value else _("all years")


def _fund(value: str | None) -> str:
    return names.fund(value) if value else formats.UNKNOWN


def _tables() -> list[_Table]:
    fund, year = _("Fund"), _("Year")
    number, name = _("№"), _("Name")
    return [
        _Table(
            _("Amounts"),
            "amounts",
            documents.cells,
            {
                "is_total": lambda total: _("total") if total else _("lowest line"),
                "fiscal_year": _year,
                "fund": _fund,
            },
            {
                "printed": _("As printed"),
                "amount": _("Amount, UAH"),
                "funding_note": _("Words in place of an amount"),
                "is_total": _("Kind"),
                "line_code": number,
                "name": _("Measure"),
                "spending_unit": _("Spending unit"),
                "funding_source": _("Source of funding"),
                "fiscal_year": year,
                "fund": fund,
            },
            "name",
            _("Totals and lowest lines stand side by side here; do not add them up. The files hold the lowest lines."),
            _lowest_lines,
        ),
        _Table(
            _("Measures"),
            "measures",
            documents.measures,
            {},
            {
                "line_code": number,
                "name": _("Measure"),
                "spending_direction": _("Direction"),
                "executors": _("Executors"),
                "term": _("Term"),
                "funding_source": _("Source of funding"),
                "expected_result": _("Expected result"),
            },
            "name",
        ),
        _Table(
            _("Indicators"),
            "indicators",
            documents.indicators,
            {
                "group": topics.indicator_group,
                "kind": topics.indicator_kind,
                "fund": _fund,
                "fiscal_year": lambda value: str(value) if value else _("whole programme"),
            },
            {
                "group": _("Group"),
                "name": _("Indicator"),
                "unit": _("Unit"),
                "fiscal_year": year,
                "kind": _("Kind"),
                "fund": fund,
                "printed": _("As printed"),
                "value": _("Value"),
                "text": _("Words"),
                "info_source": _("Source of information"),
            },
            "name",
        ),
        _Table(
            _("Population"),
            "population",
            documents.population,
            {"kind": topics.population_kind, "age_from": lambda age: formats.UNKNOWN if age is None else f"{age}+"},
            {
                "territory": _("Territory"),
                "age_from": _("Age"),
                "year": year,
                "printed": _("As printed"),
                "persons": _("People"),
                "kind": _("Kind"),
            },
            "territory",
        ),
        _Table(
            _("Execution"),
            "execution",
            documents.reported,
            {"fund": _fund, "is_total": lambda total: _("total") if total else _("lowest line")},
            {
                "period": _("Period, from January"),
                "line_code": number,
                "economic_code": _("Economic code"),
                "name": name,
                "fund": fund,
                "revised_plan": _("Plan with changes, UAH"),
                "cash": _("Cash expenditure, UAH"),
                "is_total": _("Kind"),
            },
            "name",
            _("Cumulative from January. Totals stand beside their parts; do not add them up. Files hold the parts."),
            _lowest_lines,
        ),
        _Table(
            _("What the document states"),
            "statements",
            documents.statements,
            {"topic": topics.topic},
            {"topic": _("About"), "number": number, "text": _("What it says")},
            "text",
        ),
        _Table(
            _("What was found doubtful"),
            "findings",
            _doubtful,
            {"severity": findings.result, "finding_class": findings.kind},
            {
                "sentence": _("Finding"),
                "severity": _("Result"),
                "finding_class": _("Class"),
                "checks_link": _("Arithmetic"),
            },
            "sentence",
        ),
        _Table(
            _("Repairs of damaged text"),
            "repairs",
            documents.repairs,
            {"confidence": lambda share: formats.share(share, 0), "rule": topics.repair_rule},
            {
                "printed": _("As printed"),
                "repaired": _("Repaired"),
                "rule": _("Rule"),
                "confidence": _("Confidence"),
            },
            "printed",
            _("The printed text stays in the warehouse beside every repaired one."),
        ),
        _Table(
            _("Corrections"),
            "corrections",
            documents.corrections,
            {
                "field": topics.corrected_field,
                "expected": topics.corrected_value,
                "corrected": topics.corrected_value,
                "status": topics.correction_status,
            },
            {
                "field": _("What is corrected"),
                "expected": _("As read"),
                "corrected": _("Corrected"),
                "reason": _("Why"),
                "status": _("Status"),
            },
            "reason",
        ),
    ]
