"""The prices themselves with their places in the documents; apart from them the lines without one."""

import pandas as pd
import streamlit as st

from analytics import checks, prices
from analytics.frames import records
from pages.components import (
    captions,
    downloads,
    findings,
    formats,
    kinds,
    links,
    names,
    price_words,
    store,
    tables,
)
from pages.components.language import _
from pages.components.price_view import View, cell

_IN_THE_FILE_ALONE = ("kind_rule", "task_text", "task_rule", "act", "place")


def draw(view: View) -> None:
    st.header(_("The prices themselves"))
    doubted = [_("a check doubts the amount") if row.doubts else "" for row in records(view.lines)]
    table = _shown(view, view.lines).assign(doubted=doubted)
    heads = {
        "line_code": _("№"),
        "unit_price": _("Price of one piece, UAH"),
        "to_median": _("Times the median"),
        "doubted": _("Doubt"),
        "fiscal_year": _("Year"),
        "name": _("Measure"),
        "spending_unit": _("Spending unit"),
        "amount": _("Amount, UAH"),
        "quantity": _("Quantity"),
        **_of_class(),
        **_of_place(),
    }
    name = _("Prices of one piece with their places in the documents")
    _table(table, heads, name, "open_price", "unit_price")
    captions.source(view.choice.counted, _("The price is computed: amount over quantity, both as printed."))
    downloads.offer(table, heads, "koshtorys-prices", view.notes)


def draw_apart(view: View, apart: pd.DataFrame) -> None:
    """`apart` as from `prices.apart`."""
    if apart.empty:
        return
    st.header(_("Lines without a price"))
    st.markdown(price_words.left_apart(apart))
    reasons = [". ".join(price_words.reason(name) for name in row.reasons) for row in records(apart)]
    table = _shown(view, apart).assign(reason=reasons, would_be=prices.by_doubted_quantity(apart))
    heads = {
        "line_code": _("№"),
        "reason": _("Why there is no price"),
        "name": _("Measure"),
        "amount": _("Amount, UAH"),
        "quantity": _("Quantity"),
        "would_be": _("Price by the doubted quantity, UAH"),
        "fiscal_year": _("Year"),
        "spending_unit": _("Spending unit"),
        **_of_class(),
        **_of_place(),
    }
    _table(table, heads, _("Lines without a price and the reason"), "open_apart", "reason")
    captions.source(view.choice.counted, _("Amounts and quantities as printed; nothing is corrected."))
    downloads.offer(table, heads, "koshtorys-lines-without-price", view.notes)


def _of_class() -> dict[str, str]:
    return {
        "kind": _("Kind of thing bought"),
        "rule": _("Rule that told the kind"),
        "kind_rule": _("Example that told the kind"),
        "task_text": _("Task of the national list"),
        "task_rule": _("Rule that told the task"),
    }


def _of_place() -> dict[str, str]:
    return {
        "checks_link": _("Check"),
        "said": _("What the check says"),
        "act": _("Act"),
        "place": _("Place in the document"),
        "cell": _("Cell"),
    }


def _shown(view: View, lines: pd.DataFrame) -> pd.DataFrame:
    """Lines as they stand in a table, with what checks say of their cells."""
    rows = records(lines)
    sentences = {row.finding_id: findings.sentence(row) for row in records(store.read(checks.findings))}
    acts = {act.edition: names.short_edition(act) for act in view.choice.acts}
    return lines.assign(
        cell=[cell(row) for row in rows],
        kind=[kinds.name(row.kind) for row in rows],
        rule=[kinds.kind_rule(row) for row in rows],
        task_rule=[kinds.task_rule(row) for row in rows],
        fiscal_year=[names.year(row.fiscal_year) for row in rows],
        act=[acts[row.document_id] for row in rows],
        place=[formats.place(row.locator) for row in rows],
        checks_link=pd.Series([links.finding(row.doubts[0]) if row.doubts else None for row in rows], dtype=object),
        said=[" ".join(sentences[name] for name in row.doubts) for row in rows],
    )


def _table(table: pd.DataFrame, heads: dict[str, str], name: str, key: str, told: str) -> None:
    """The table, and the way to its cells without a pointer; `told`: the column that a row of the list ends with."""
    shown = {column: head for column, head in heads.items() if column not in _IN_THE_FILE_ALONE}
    tables.show(table, shown, name, wide="name")
    rows = [
        f"{row['line_code'] or ''} {row['name']}, {row['fiscal_year']}: {row[told]}" for row in table.to_dict("records")
    ]
    tables.cell_picker(rows, list(table["cell"]), name, key)
