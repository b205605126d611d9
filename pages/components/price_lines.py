"""The prices themselves with their places in the documents; apart from them those in doubt, and lines without one."""

import pandas as pd
import streamlit as st

from analytics import checks
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
from pages.components.language import _, ngettext
from pages.components.price_view import View, cell


def draw(view: View) -> None:
    st.header(_("The prices themselves"))
    rows = records(view.lines)
    table = _shown(view, view.lines).assign(
        checks_link=pd.Series([links.finding(row.doubts[0]) if row.doubts else None for row in rows], dtype=object),
        doubted=[_("a check doubts it") if row.doubts else "" for row in rows],
    )
    heads = {
        "cell": _("Cell"),
        "line_code": _("№"),
        "name": _("Measure"),
        "spending_unit": _("Spending unit"),
        "fiscal_year": _("Year"),
        "amount": _("Amount, UAH"),
        "quantity": _("Quantity"),
        "unit_price": _("Price of one piece, UAH"),
        "to_median": _("Times the median"),
        "kind": _("Kind of thing bought"),
        "checks_link": _("Check"),
        "doubted": _("Doubt"),
        "place": _("Place in the document"),
    }
    name = _("Prices of one piece with their places in the documents")
    _table(table, heads, name, "open_price", "unit_price")
    captions.source(view.choice.counted, _("The price is computed: amount over quantity, both as printed."))
    downloads.offer(table, heads, "koshtorys-prices", view.notes)


def draw_doubted(view: View) -> None:
    """The prices that a check doubts, each with what the check says."""
    doubted = view.lines[[bool(doubts) for doubts in view.lines["doubts"]]]
    if doubted.empty:
        return
    st.header(_("Prices in doubt"))
    st.markdown(
        ngettext(
            "{count} price rests on a cell of which a check says that something is wrong. It is counted all the same.",
            "{count} prices rest on cells of which checks say that something is wrong. They are counted all the same.",
            len(doubted),
        ).format(count=formats.number(len(doubted), 0))
    )
    said = {row.finding_id: findings.sentence(row) for row in records(store.read(checks.findings))}
    table = _shown(view, doubted).assign(
        checks_link=[links.finding(row.doubts[0]) for row in records(doubted)],
        reason=[" ".join(said[name] for name in row.doubts) for row in records(doubted)],
    )
    heads = {
        "cell": _("Cell"),
        "line_code": _("№"),
        "name": _("Measure"),
        "reason": _("What the check says"),
        "spending_unit": _("Spending unit"),
        "fiscal_year": _("Year"),
        "amount": _("Amount, UAH"),
        "quantity": _("Quantity"),
        "unit_price": _("Price of one piece, UAH"),
        "checks_link": _("Check"),
        "place": _("Place in the document"),
    }
    _table(table, heads, _("Prices in doubt and the reason"), "open_doubted", "reason")
    captions.source(view.choice.counted, _("Amounts and quantities as printed; nothing is corrected."))
    downloads.offer(table, heads, "koshtorys-prices-in-doubt", view.notes)


def draw_apart(view: View, apart: pd.DataFrame) -> None:
    """`apart` as from `prices.apart`."""
    if apart.empty:
        return
    st.header(_("Lines without a price"))
    count = len(apart)
    st.markdown(
        ngettext(
            "{count} amount of a line and year has no price for one piece:",
            "{count} amounts of a line and year have no price for one piece:",
            count,
        ).format(count=formats.number(count, 0))
        + "\n"
        + price_words.left_apart(apart)
    )
    table = _shown(view, apart).assign(reason=[price_words.reason(value) for value in apart["reason"]])
    heads = {
        "cell": _("Cell"),
        "line_code": _("№"),
        "name": _("Measure"),
        "reason": _("Why there is no price"),
        "spending_unit": _("Spending unit"),
        "fiscal_year": _("Year"),
        "amount": _("Amount, UAH"),
        "quantity": _("Quantity"),
        "kind": _("Kind of thing bought"),
        "act": _("Act"),
        "place": _("Place in the document"),
    }
    _table(table, heads, _("Lines without a price and the reason"), "open_apart", "reason")
    captions.source(view.choice.counted, _("Amounts and quantities as printed; nothing is corrected."))
    downloads.offer(table, heads, "koshtorys-lines-without-price", view.notes)


def _shown(view: View, lines: pd.DataFrame) -> pd.DataFrame:
    """Lines as they stand in a table."""
    rows = records(lines)
    acts = {act.edition: names.short_edition(act) for act in view.choice.acts}
    return lines.assign(
        cell=[cell(row) for row in rows],
        kind=[kinds.name(row.kind) for row in rows],
        fiscal_year=[names.year(row.fiscal_year) for row in rows],
        act=[acts[row.document_id] for row in rows],
        place=[formats.place(row.locator) for row in rows],
    )


def _table(table: pd.DataFrame, heads: dict[str, str], name: str, key: str, told: str) -> None:
    """The table, and the way to its cells without a pointer; `told`: the column that a row of the list ends with."""
    tables.show(table, heads, name, wide="name")
    rows = [
        f"{row['line_code'] or ''} {row['name']}, {row['fiscal_year']}: {row[told]}" for row in table.to_dict("records")
    ]
    tables.cell_picker(rows, list(table["cell"]), name, key)
