"""The ledger of a decision, line by line: before, change, after."""

import streamlit as st

from analytics import amendments
from analytics.frames import records
from pages.components import amendment_words, captions, downloads, filters, formats, messages, names, tables
from pages.components.amendment_view import View, cell, title
from pages.components.language import _, ngettext


def draw(view: View) -> None:
    st.header(_("Line by line"))
    asked = filters.text(_("Search in the lines"), "find", placeholder=_("A number or a part of a name"))
    own = view.own.assign(line=[title(row) for row in records(view.own)])
    if asked:
        own = own[[asked.casefold() in f"{row.line} {row.spending_unit}".casefold() for row in records(own)]]
    if own.empty:
        messages.nothing_matches()
        return
    change = amendments.change(own)
    st.markdown(
        ngettext("{count} line, net change {net}.", "{count} lines, net change {net}.", change.lines).format(
            count=change.lines, net=formats.signed(formats.money(change.net, formats.HRYVNIAS))
        )
    )
    rows = own.assign(
        cell=[cell(cells) for cells in own["cells"]],
        fund=[names.fund(fund) for fund in own["fund"]],
        fiscal_year=[names.year(year) for year in own["fiscal_year"]],
        amount=own["delta"],
        kind=[amendment_words.kind(name) for name in own["change"]],
        called=["; ".join(filter(None, [row.code_before, row.name_before])) for row in records(own)],
        base=[amendment_words.unknown(flag) for flag in own["base_unknown"]],
        how=[_("As printed") if printed else _("Computed") for printed in own["is_printed"]],
    )
    heads = {
        "cell": _("Cell"),
        "line": _("Measure"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "before": _("Before, UAH"),
        "amount": _("Change, UAH"),
        "after": _("After, UAH"),
        "kind": _("Kind of change"),
        "base": _("What is not known"),
        "spending_unit": _("Spending unit"),
        "called": _("Number or name before"),
        "how": _("Change is"),
    }
    name = _("Lines before and after the decision")
    tables.show(rows, heads, name, wide="line")
    labels = [f"{row.line}, {row.fiscal_year}, {row.fund}: {row.kind}" for row in records(rows)]
    tables.cell_picker(labels, list(rows["cell"]), name, "open_change")
    captions.source(view.choice.counted, _("Before + change = after wherever the plan before is known."))
    downloads.offer(rows, heads, "koshtorys-ledger", [*view.notes, *([asked] if asked else [])])
