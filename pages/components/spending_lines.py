"""The lines of the spending page themselves, each with its class and its place in the document."""

import pandas as pd
import streamlit as st

from analytics.frames import records
from pages.components import captions, downloads, filters, formats, hints, kinds, links, names, tables, words
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View, groups: pd.DataFrame, title: str) -> None:
    """`groups` as from `spending.grouped`; `title`: what they are, in a word."""
    st.header(_("The lines themselves"), help=hints.help("lowest-lines", "spending-unit"))
    group = filters.optional(
        title,
        [group or "" for group in groups["group"]],
        "group",
        name=lambda name: view.name(name or None),
        placeholder=_("All"),
    )
    chosen = view.lines if group is None else view.lines_of(group or None)
    st.markdown(words.lines_total(chosen))
    detail = chosen.assign(
        fund=[names.fund(fund) for fund in chosen["fund"]],
        kind=[kinds.name(kind) for kind in chosen["kind"]],
        national_direction=[view.directions.get(name or "", "") for name in chosen["national_direction"]],
        place=[formats.place(locator) for locator in chosen["locator"]],
        act=[names.short_edition(view.acts[name]) for name in chosen["document_id"]],
        cell=[links.document(row.document_id, row.locator) for row in records(chosen)],
    )
    heads = {
        "cell": _("Cell"),
        "line_code": _("№"),
        "name": _("Measure"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "amount": _("Amount, UAH"),
        "printed": _("As printed"),
        "quantity": _("Quantity"),
        "spending_unit": _("Spending unit"),
        "task": _("Task"),
        "kind": _("Kind of thing bought"),
        "kind_rule": _("Rule that told the kind"),
        "national_direction": _("Direction of the national list"),
        "task_text": _("Task of the national list"),
        "note": _("Note on that task"),
        "act": _("Act"),
        "place": _("Place in the document"),
    }
    name = _("Lowest lines with their places in the documents")
    tables.show(detail, heads, name, wide="name")
    rows = [
        f"{row.line_code or ''} {row.name}, {row.fiscal_year or ''}, {row.fund}: {row.printed}"
        for row in records(detail)
    ]
    tables.cell_picker(rows, list(detail["cell"]), name, "open_line")
    captions.source(
        view.choice.counted, _("Amounts are turned into UAH; the column «As printed» holds the document's text.")
    )
    shown = _("All") if group is None else view.name(group or None)
    downloads.offer(detail, heads, "koshtorys-lines", [*view.notes, f"{title}: {shown}"])
