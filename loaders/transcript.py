"""A reading in words: what a careful clerk would have typed from the document, line by line."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from data.contracts import Allocation, Basis, Execution, IndicatorValue, Measure, Severity, SourceRow, Statement
from loaders.reading import Reading

_Fact = TypeVar("_Fact", Allocation, IndicatorValue)


def in_words(reading: Reading) -> str:
    """The document, then each kind of fact under a heading of its own; amounts are UAH."""
    lines = [reading.document.title, *_about(reading)]
    for heading, rows in (
        ("amounts, UAH; * marks a total", _by_row(reading.allocations, _amounts)),
        ("measures", map(_measure, reading.measures)),
        ("indicators", _by_row(reading.indicators, _indicator)),
        ("population", (f"{row.year}: {row.persons} ({row.kind}; {row.locator})" for row in reading.population)),
        ("execution, UAH; * marks a total", map(_execution, reading.execution)),
        ("stated", map(_statement, reading.statements)),
        ("findings", _findings(reading)),
        ("repairs", (f"{row.locator}: «{row.printed}» -> «{row.repaired}» ({row.rule})" for row in reading.repairs)),
        ("left out on purpose", (f"{row.locator}: «{_cells(row)}» ({row.role})" for row in _left_out(reading))),
        ("unread", (f"{row.locator}: «{row.text}»: {row.reason}" for row in reading.unread)),
    ):
        found = list(rows)
        if found:
            lines += [f"  {heading}:", *(f"    {row}" for row in found)]
    return "\n".join(lines)


def _about(reading: Reading) -> Iterator[str]:
    document = reading.document
    number = document.number or document.endorsed_number or "-"
    dated = document.adopted_on or document.endorsed_on or "-"
    yield f"  {document.kind}, {document.status or 'status unknown'}, № {number}, {dated}"
    if document.amount_unit:
        yield f"  amounts are printed in {document.amount_unit}"
    if document.by_machine:
        yield "  the text was recognised by machine: compare it with the picture"
    elif document.damaged:
        yield "  the text is damaged; repairs are listed"
    counts = {
        "amounts": sum(row.amount is not None for row in reading.allocations),
        "notes in place of an amount": sum(row.funding_note is not None for row in reading.allocations),
        "lowest lines": len({row.row_no for row in reading.allocations if not row.is_total}),
        "measures": len(reading.measures),
        "values of indicators": len(reading.indicators),
        "years of population": len(reading.population),
        "reported lines": len(reading.execution),
        "statements": len(reading.statements),
        "repairs": len(reading.repairs),
    }
    found = [f"{count} {what}" for what, count in counts.items() if count]
    yield "  " + ", ".join([*found, f"{len(reading.unread)} unread"])
    kept = {row.table_kind for row in reading.source_rows if row.role == "data"} - _kinds_read(reading)
    if kept:
        yield f"  tables kept as printed and not read: {', '.join(sorted(kept))}"


def _kinds_read(reading: Reading) -> set[str]:
    """The kinds of the tables that some fact stands in."""
    facts = (reading.allocations, reading.measures, reading.indicators, reading.population, reading.statements)
    rows = {fact.row_no for part in (*facts, reading.execution) for fact in part}
    return {row.table_kind for row in reading.source_rows if row.row_no in rows} | {"text"}


def _findings(reading: Reading) -> Iterator[str]:
    """What does not hold, each with its printed cell; then how much does."""
    broken = [row for row in reading.findings if row.severity is not Severity.VERIFIED]
    for row in broken:
        about = " ".join(part for part in (row.scope, str(row.fiscal_year or ""), row.fund or "") if part)
        unit = row.unit or ""
        figures = [
            f"{name} {value.normalize():f} {unit}".rstrip()
            for name, value in (("printed", row.printed), ("computed", row.computed))
            if value is not None
        ]
        yield f"{row.rule}, {row.severity}: {'; '.join([about, *figures, row.locators[0]])}"
    if reading.findings:
        yield f"{len(reading.findings) - len(broken)} of {len(reading.findings)} comparisons hold"


def _left_out(reading: Reading) -> Iterator[SourceRow]:
    """Rows of a table that say nothing, or stand below it as a note."""
    return (row for row in reading.source_rows if row.role in ("ignored", "note"))


def _cells(row: SourceRow) -> str:
    return " | ".join(cell.strip() for cell in row.cells if cell.strip())


def _by_row(facts: Iterable[_Fact], words: Callable[[list[_Fact]], str]) -> Iterator[str]:
    """One line of words a printed row."""
    for _, row in groupby(facts, key=lambda fact: fact.row_no):
        yield words(list(row))


def _amounts(row: list[Allocation]) -> str:
    first = row[0]
    parts = dict.fromkeys([first.locator, first.line_code, first.name, first.funding_source])
    years: list[str] = []
    for year, entries in groupby(row, key=lambda entry: (entry.fiscal_year, entry.basis)):
        printed = list(entries)
        amounts = [f"{entry.fund}{'*' if entry.is_total else ''} {_amount(entry)}" for entry in printed]
        quantity = next((entry.quantity for entry in printed if entry.quantity is not None), None)
        amounts += [f"quantity {_number(quantity)}"] if quantity is not None else []
        block = " (current)" if year[1] is Basis.CURRENT else ""
        years.append(f"{year[0] or 'all years'}{block}: {', '.join(amounts)}")
    return " · ".join([*filter(None, parts), "; ".join(years)])


def _amount(entry: Allocation) -> str:
    if entry.amount is not None:
        return str(entry.amount)
    return f"«{entry.funding_note}»" if entry.funding_note else "-"


def _measure(row: Measure) -> str:
    parts = [row.locator, row.line_code, row.name, row.executors, row.term, row.funding_source, row.expected_result]
    return " · ".join(filter(None, parts))


def _indicator(row: list[IndicatorValue]) -> str:
    first = row[0]
    values: list[str] = []
    for entry in row:
        when = entry.fiscal_year or ("" if entry.kind == "baseline" else "whole programme")
        label = " ".join(filter(None, [entry.kind, str(when), entry.fund]))
        values.append(f"{label} {_value(entry)}")
    parts = [first.locator, first.group or "group not stated", first.line_code, first.name, first.unit]
    return " · ".join([*filter(None, parts), ", ".join(values)])


def _value(entry: IndicatorValue) -> str:
    if entry.value is not None:
        return _number(entry.value)
    return f"«{entry.text}»" if entry.text else "-"


def _number(value: Decimal) -> str:
    return f"{value:f}"


def _execution(row: Execution) -> str:
    amounts = {"plan": row.revised_plan, "estimates": row.estimates, "cash": row.cash}
    said = ", ".join(f"{what} {amount}" for what, amount in amounts.items() if amount is not None)
    code = row.line_code or row.economic_code
    return " · ".join(
        filter(None, [row.locator, row.period, code, row.name, f"{row.fund}{'*' if row.is_total else ''}", said])
    )


def _statement(row: Statement) -> str:
    return " · ".join(filter(None, [row.locator, row.topic.replace("_", " "), row.number, row.text]))
