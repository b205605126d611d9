"""What Treasury data says twice: lines that are repeated, and lines that add up others."""

from collections import defaultdict
from collections.abc import Iterable

from data.contracts import Finding, FindingClass, Fund, Severity
from loaders.documents.treasury.lines import ALL_CODES, AMOUNTS, Columns, Line
from loaders.facts import named

Codes = tuple[str | None, ...]


def without_repeated(
    lines: Iterable[Line], columns: Columns, document_id: str
) -> tuple[list[Line], list[Line], list[Finding]]:
    """The lines once each; the lines that stand again with other amounts, of which none is taken; and the findings."""
    same: dict[tuple[Codes, Fund], list[Line]] = defaultdict(list)
    for line in lines:
        same[line.codes, line.fund].append(line)
    once: list[Line] = []
    contradicting: list[Line] = []
    findings: list[Finding] = []
    for group in same.values():
        agree = all(line.amounts == group[0].amounts for line in group)
        if agree:
            once.append(group[0])
        else:
            contradicting.extend(group)
        if len(group) > 1:
            places = [locator_of(line, columns) for line in group]
            severity = Severity.WARNING if agree else Severity.ERROR
            findings.append(_repeated(severity, group[0], document_id, places))
    return once, contradicting, findings


def totals_of(lines: list[Line]) -> set[int]:
    """Numbers of the rows that add up others: fund T, code 0, and an economic code above others (2200 above 2240)."""
    below: dict[tuple[Codes, Fund], set[str]] = defaultdict(set)
    for line in lines:
        if line.economic:
            below[line.codes[:-1], line.fund] |= _above(line.economic)
    return {
        line.row.no
        for line in lines
        if line.fund is Fund.TOTAL
        or ALL_CODES in (line.typical, line.functional, line.economic)
        or (line.economic or ALL_CODES) in below.get((line.codes[:-1], line.fund), ())
    }


def locator_of(line: Line, columns: Columns, role: str | None = None) -> str:
    """The cell of an amount; by default of the first that is printed."""
    roles = [role] if role else [name for name in AMOUNTS if columns.text(line.row, name)]
    return line.row.locator(columns.places[roles[0]] if roles else None)


def _repeated(severity: Severity, line: Line, document_id: str, locators: list[str]) -> Finding:
    row = {
        "rule": "treasury_repeated",
        "severity": severity,
        "class": FindingClass.DOCUMENT,
        "document_id": document_id,
        "scope": " ".join(code for code in line.codes if code),
        "fiscal_year": int(line.period[:4]),
        "fund": line.fund,
        "locators": locators,
        "cells": named(document_id, locators),
    }
    return Finding.model_validate(row)


def _above(code: str) -> set[str]:
    """The codes that add up a code: of 2240 these are 2200, 2000 and 0000."""
    return {code[:kept].ljust(4, "0") for kept in range(4)} - {code}
