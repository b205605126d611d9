"""What moved where within a decision: inferred transfers, as a figure and a table from line to line."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import transfers
from analytics.transfers import Transfer
from pages.charts import amendments as charts
from pages.components import amendment_words, captions, downloads, figures, formats, names, tables
from pages.components.amendment_view import View, cell, title, where
from pages.components.language import _


def found_in(view: View) -> list[Transfer]:
    """The transfers of the decision that touch the chosen funds. They are looked for in all funds: without the other
    side of a transfer a change could be joined to a wrong one."""
    return [
        transfer
        for transfer in transfers.transfers(view.of_all_funds)
        if not view.funds or any(row.fund in view.funds for row in transfer.changes)
    ]


def draw(view: View, found: list[Transfer]) -> None:
    st.header(_("What moved where?"))
    st.markdown(amendment_words.moved(view, found))
    if not found:
        return
    figures.show(
        charts.flows(_flows(view, found), unit=view.scale.unit, palette=figures.colours()),
        _("Flows: from lines that lose to lines that gain, {unit}").format(unit=view.scale.unit),
        key="flows",
    )
    rows = pd.DataFrame([_row(view, transfer) for transfer in found], dtype=object)
    heads = {
        "cell": _("Cell of the loss"),
        "amount": _("Moved, UAH"),
        "giving": _("From"),
        "taking": _("To"),
        "document_link": _("Cell of the gain"),
        "fiscal_year": _("Year"),
        "spending_unit": _("Spending unit"),
        "rule": _("How this was told"),
    }
    name = _("From line to line: inferred transfers")
    tables.show(rows, heads, name)
    changes = [row for transfer in found for row in transfer.changes]
    labels = [f"{_end(row)}, {names.year(row.fiscal_year)}: {_change(row)}" for row in changes]
    tables.cell_picker(labels, [cell(row.cells) for row in changes], name, "open_transfer")
    st.caption(
        _(
            "A document does not say where money went. Taken for a transfer are two or three changes of one spending "
            "unit and year that cancel out exactly, and in one way; where a unit changes more than {most} amounts in a "
            "year, only those that move between the funds of one line. It may still be chance. All other changes are "
            "the net change."
        ).format(most=transfers.MOST_CHANGES)
    )
    captions.source([view.act], _("That changes belong together is inferred, by the rule in the table."))
    downloads.offer(rows, heads | {"where": _("Where it is printed")}, "koshtorys-transfers", view.notes)


def _flows(view: View, found: list[Transfer]) -> pd.DataFrame:
    """Grain: arrow of a transfer. Of two or three changes one alone gives or takes, so it is known who gave whom."""
    arrows = [
        (giver, taker, min(-giver.delta, taker.delta))
        for transfer in found
        for giver in transfer.giving
        for taker in transfer.taking
    ]
    return pd.DataFrame(
        [
            {
                "source": _node(source),
                "target": _node(target),
                "source_name": title(source),
                "target_name": title(target),
                "source_note": _note(source, view.scale),
                "target_note": _note(target, view.scale),
                "value": view.scale.of(amount),
                "text": view.scale.texts([amount])[0],
            }
            for source, target, amount in arrows
        ]
    )


def _node(end: Any) -> str:
    """An end of an arrow, told from all others: lines of several units may bear one name."""
    return f"{end.line_id}/{end.fiscal_year}/{end.fund}"


def _note(end: Any, scale: formats.Scale) -> str:
    fund = names.fund(end.fund).replace(" ", "\u00a0")
    return f"{formats.signed(scale.texts([end.delta])[0])}, {names.year(end.fiscal_year)}, {fund}"


def _end(row: Any) -> str:
    return f"{title(row)}, {names.fund(row.fund)}"


def _change(row: Any) -> str:
    return formats.signed(formats.money(row.delta, formats.HRYVNIAS))


def _row(view: View, transfer: Transfer) -> dict[str, object]:
    """A transfer as a row; where several lines give or take, each with its amount."""
    giving, taking = (
        _end(rows[0]) if len(rows) == 1 else "; ".join(f"{_end(row)}: {_change(row)}" for row in rows)
        for rows in (transfer.giving, transfer.taking)
    )
    return {
        "giving": giving,
        "taking": taking,
        "cell": cell(transfer.giving[0].cells),
        "document_link": cell(transfer.taking[0].cells),
        "amount": transfer.amount,
        "fiscal_year": names.year(transfer.fiscal_year),
        "spending_unit": transfer.spending_unit,
        "rule": amendment_words.rule(transfer.rule),
        "where": where(view, [one for row in transfer.changes for one in row.cells]),
    }
