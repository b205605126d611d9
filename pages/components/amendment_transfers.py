"""What moved where within a decision: inferred transfers, as a figure and a table."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import transfers
from analytics.frames import records
from analytics.transfers import Transfer
from pages.charts import amendments as charts
from pages.components import amendment_words, captions, downloads, figures, names, tables
from pages.components.amendment_view import View, cell, title
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("What moved where?"))
    found = transfers.transfers(view.own)
    st.markdown(amendment_words.moved(view, found))
    if not found:
        return
    flows = pd.DataFrame([flow for transfer in found for flow in _flows(view, transfer)])
    figures.show(
        charts.flows(flows, unit=view.scale.unit, palette=figures.colours()),
        _("Flows: from lines that lose to lines that gain, {unit}").format(unit=view.scale.unit),
        key="flows",
    )
    rows = pd.DataFrame([row for number, transfer in enumerate(found, 1) for row in _rows(number, transfer)])
    heads = {
        "cell": _("Cell"),
        "number": _("Transfer"),
        "line": _("Measure"),
        "fund": _("Fund"),
        "fiscal_year": _("Year"),
        "amount": _("Change, UAH"),
        "spending_unit": _("Spending unit"),
        "rule": _("How this was told"),
    }
    name = _("Changes that cancel out within a spending unit and year")
    tables.show(rows, heads, name, wide="line")
    labels = [f"{row.number}. {row.line}, {row.fund}" for row in records(rows)]
    tables.cell_picker(labels, list(rows["cell"]), name, "open_transfer")
    st.caption(
        _(
            "A document does not say where money went. Only changes that cancel out exactly, and in one way, are taken "
            "for a transfer; all other changes are the net change."
        )
    )
    captions.source(view.choice.counted, _("Changes as printed; that they belong together is inferred."))
    downloads.offer(rows, heads, "koshtorys-transfers", view.notes)


def _flows(view: View, transfer: Transfer) -> list[dict[str, object]]:
    """Arrows of a transfer: straight where one line gives or takes; else through its sum, since nobody says who gave
    whom."""
    with_fund = len({row.fund for row in transfer.changes}) > 1
    givers, takers = (
        [(_node(row, with_fund), abs(row.delta)) for row in rows] for rows in (transfer.giving, transfer.taking)
    )
    if len(takers) == 1:
        arrows = [(name, takers[0][0], amount) for name, amount in givers]
    elif len(givers) == 1:
        arrows = [(givers[0][0], name, amount) for name, amount in takers]
    else:
        whole = ", ".join(filter(None, [transfer.spending_unit, str(transfer.fiscal_year or "")]))
        arrows = [(name, whole, amount) for name, amount in givers] + [(whole, name, amount) for name, amount in takers]
    return [
        {"source": source, "target": target, "value": view.scale.of(amount), "text": view.scale.texts([amount])[0]}
        for source, target, amount in arrows
    ]


def _node(row: Any, with_fund: bool) -> str:
    """The line by its number, which is short; the table has the rest. Years and funds are told where they differ."""
    fund = names.fund(row.fund) if with_fund else None
    return ", ".join(filter(None, [title(row), fund, str(row.fiscal_year or "")]))


def _rows(number: int, transfer: Transfer) -> list[dict[str, object]]:
    return [
        {
            "cell": cell(row.cells),
            "number": number,
            "line": title(row),
            "fund": names.fund(row.fund),
            "fiscal_year": names.year(row.fiscal_year),
            "amount": row.delta,
            "spending_unit": transfer.spending_unit,
            "rule": amendment_words.rule(transfer.rule),
        }
        for row in transfer.changes
    ]
