"""The page of checks, what Documents says of a cell, and the workbook of findings."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from analytics import checks, documents
from analytics.frames import records
from data import warehouse
from pages.components import finding_workbook, findings

DECISION = "kropyvnytskyi-2285"


@pytest.fixture(scope="module")
def read(warehouse_path) -> Callable[..., Any]:
    connection = warehouse.connect(warehouse_path)
    return lambda ask, *args: ask(connection, *args)


@pytest.fixture
def finding(read) -> Callable[[str, str], Any]:
    """`finding("row_years", "17.4")`: a row of `checks.findings` of decision № 2285."""

    def one(rule: str, scope: str) -> Any:
        found = [row for row in records(read(checks.findings, [DECISION], [], [rule])) if row.scope.startswith(scope)]
        (row,) = [row for row in found if row.severity != "verified"]
        return row

    return one


def test_page(open_page, words):
    """The page counts what was compared, what holds and what does not, in words."""
    said = words(open_page("checks"))
    assert "Чи сходяться надруковані числа?" in said
    assert "41 не сходиться, 10 сумнівних, 39 приміток." in said


def test_one_document(open_page, words):
    """A filter in the address narrows everything: the passport has two findings."""
    app = open_page("checks", document="zhytomyr-passport-0217530-2022")
    assert "186 сходяться, 1 сумнівне, 1 примітка." in words(app)
    assert not app.exception


def test_one_finding(open_page, words, finding):
    """The address of a finding opens its arithmetic; an address that names none says so."""
    app = open_page("checks", finding=finding("row_years", "17.4").finding_id)
    assert "за всі роки надруковано 142,0 тис. грн; за роками виходить 14,2 тис. грн." in words(app)
    lost = open_page("checks", finding="000000000000")
    assert "Такого зауваження немає" in words(lost)


def test_nothing_published(open_page, words, empty_folder):
    """Without data the page says how to build it."""
    assert "Даних ще немає" in words(open_page("checks", folder=empty_folder))


def test_documents_say_what_the_checks_say_of_a_cell(open_page, words):
    """The cell of 17.4 fails in two checks; a cell of a quantity, which is no amount, opens too."""
    said = words(open_page("documents", document=DECISION, cell="рядок 506, графа 16"))
    assert "Цієї клітинки стосуються 2 перевірки: сходиться 0." in said
    quantity = open_page("documents", document=DECISION, cell="рядок 517, графа 4")
    assert "надруковано кількість 1 шт.; за частинами виходить 13 шт." in words(quantity)
    assert not quantity.exception


def test_what_holds(open_page, words):
    """The link of a rule without a finding lists what holds, and what was compared stands below in any case."""
    app = open_page("checks", rule="population_projection")
    said = words(app)
    assert "Усе, що тут порівняно, сходиться." in said
    (listed,) = [block.value for block in app.html if 'aria-label="Зауваження"' in block.value]
    assert listed.count("<tr>") == 1 + 6
    assert "Помилка документа" not in listed
    nothing = open_page("checks", rule="population_projection", result="error")
    assert "Що перевірено" in [header.value for header in nothing.header]


def test_every_rule_label_and_unit_has_words(read):
    """No finding of the real documents, that hold or not, is shown by a word of the program."""
    rows = records(read(checks.findings))
    words = {"general", "special", "total", "unspecified", "all", "delta", "plan", "current", "input", "output", "UAH",
             "pieces", "people", "devices", "licences", "target", "actual", "baseline", "resources"}  # fmt: skip
    for row in rows:
        assert findings.rule(row.rule) != row.rule
        assert not set("{}_") & set(findings.sentence(row).replace(str(row.scope), "")), findings.sentence(row)
        assert ".." not in findings.sentence(row).replace(str(row.scope), "")
        assert findings.unit(row) not in words
        assert not words & {word for cell in row.cells for word in findings.label(cell["label"]).split()}


def test_what_holds_is_said_truly(read):
    """«And so it is computed» is said of equal figures alone: a decrease of 100,66 is not 460,0."""
    held = [row for row in records(read(checks.findings)) if row.severity == "verified"]
    assert len(held) == 1593
    for row in held:
        if row.printed is not None and row.printed != row.computed:
            assert "стільки ж" not in findings.sentence(row)
    (fall,) = [row for row in held if row.rule == "delta_beyond_line" and str(row.printed).startswith("-100660")]
    assert (
        findings.sentence(fall)
        .replace("\u00a0", " ")
        .endswith("зміна −100,66 тис. грн, у попередньому плані 460,0 тис. грн.")
    )


def made(rule: str, **changed: Any) -> Any:
    fields: dict[str, Any] = {
        "rule": rule, "severity": "error", "finding_class": "document", "scope": "1.1 Захід", "fiscal_year": 2021,
        "fund": "total", "unit": "UAH", "amount_unit": "thousand UAH", "printed": Decimal("-1850.00"),
        "computed": Decimal("2150.00"), "missing_number": None, "missing_on": None, "cells": [],
    }  # fmt: skip
    return SimpleNamespace(**(fields | changed))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            made("lines_of_unit"),
            "«1.1 Захід», 2021: надруковано −1,85 тис. грн; за частинами виходить 2,15 тис. грн.",
        ),
        (
            made("lines_of_unit", printed=None, fund="general"),
            "«1.1 Захід», 2021, загальний фонд: нічого не надруковано, а за частинами виходить 2,15 тис. грн.",
        ),
        (
            made(
                "row_funds", amount_unit="UAH", finding_class="rounding", printed=Decimal(3), computed=Decimal("2.50")
            ),
            "«1.1 Захід», 2021: усього надруковано 3 грн; за фондами виходить 2,50 грн. Це округлення або відкидання "
            "знаків.",
        ),
        (
            made(
                "delta_without_base",
                fiscal_year=None,
                cells=[{"value": Decimal(-9000)}],
                missing_number="2722",
                missing_on=date(2019, 8, 27),
            ),
            "«1.1 Захід»: рішення знімає кошти з рядка, якого в попередньому плані немає. Між цими двома "
            "рішеннями є ще одне, тексту якого немає (№ 2722, 27.08.2019): можливо, рядок додало воно.",
        ),
        (
            made("delta_beyond_line", printed=Decimal(-25000), computed=Decimal(-20000), fund="special"),
            "«1.1 Захід», 2021, спеціальний фонд: рядок зменшено на 25,0 тис. грн, а в попередньому плані лише "
            "20,0 тис. грн.",
        ),
    ],
)
def test_sentences(row, sentence):
    """Figures stand in the unit of the document, with all their digits."""
    assert findings.sentence(row).replace("\u00a0", " ") == sentence


@pytest.mark.parametrize(
    ("code", "before", "missing"),
    [("26.4", "26.2", ["26.3"]), ("1.2", None, ["1.1"]), ("5", "3", ["4"]), ("10.12", "10.9", ["10.10", "10.11"])],
)
def test_missing_numbers(code, before, missing):
    assert findings.missing_numbers(code, before) == missing


def test_workbook(read):
    """Printed, computed and difference are formulas over the sheet of cells: that of 17.4 adds up its three years."""
    chosen = read(checks.findings, [DECISION], [], ["row_years"], ["error"])
    register = {row.document_id: row for row in records(read(documents.register))}
    written = finding_workbook.workbook(chosen, read(checks.cells_of, list(chosen["finding_id"])), register)
    stored = openpyxl.load_workbook(BytesIO(written), data_only=True)["Зауваження"]
    (line,) = [row for row in stored.iter_rows(values_only=True) if "17.4" in str(row[1])]
    assert line[6:9] == (142000, 14200, 127800)
    book = openpyxl.load_workbook(BytesIO(written))
    (line,) = [row for row in book["Зауваження"].iter_rows() if "17.4" in str(row[1].value)]
    assert str(line[7].value).startswith("=SUM('Клітинки'!G")
    assert line[8].value == f"=ROUND(G{line[0].row}-H{line[0].row},3)"
    cells = [row for row in book["Клітинки"].iter_rows(values_only=True, min_row=2) if row[0] == line[0].value]
    assert [row[-1] for row in cells] == [142000, 4000, 5100, 5100]


def test_workbook_of_a_quotient_and_of_a_projection(read):
    """An efficiency is a quotient and a projection a formula of least squares, so that a reader can follow them."""
    chosen = read(checks.findings, [], [], ["efficiency_ratio", "population_projection"])
    register = {row.document_id: row for row in records(read(documents.register))}
    written = finding_workbook.workbook(chosen, read(checks.cells_of, list(chosen["finding_id"])), register)
    formulas = [row[7].value for row in openpyxl.load_workbook(BytesIO(written))["Зауваження"].iter_rows(min_row=2)]
    assert any("/" in formula for formula in formulas if isinstance(formula, str))
    assert sum("FORECAST" in str(formula) for formula in formulas) == 6
