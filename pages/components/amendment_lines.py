"""The ledger of a decision, line by line: before, change, after."""

import streamlit as st

from analytics import amendments
from analytics.frames import records
from pages.components import amendment_words, captions, downloads, filters, formats, messages, names, tables
from pages.components.amendment_view import NAME_WIDTH, View, cell, title, where
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
        kind=[amendment_words.kind(row.change, row) for row in records(own)],
        called=["; ".join(filter(None, [row.code_before, row.name_before])) for row in records(own)],
        base=[
            "; ".join(filter(None, [amendment_words.unknown(row), amendment_words.unsigned(row)]))
            for row in records(own)
        ],
        otherwise=own["printed_delta"].where(own["printed_delta"] != own["delta"], None),
        where=[where(view, cells) for cells in own["cells"]],
        where_before=[where(view, cells) for cells in own["before_cells"]],
        how=[_("As printed") if printed else _("Computed") for printed in own["is_printed"]],
    )
    heads = {
        "cell": _("Cell"),
        "line": _("Measure"),
        "amount": _("Change, UAH"),
        "before": _("Before, UAH"),
        "after": _("After, UAH"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "kind": _("Kind of change"),
        "base": _("What is not known"),
        "called": _("Number or name before"),
        "how": _("Change is"),
        "otherwise": _("Printed, where it differs, UAH"),
        "spending_unit": _("Spending unit"),
    }
    if rows["otherwise"].isna().all():
        del heads["otherwise"]
    name = _("Lines before and after the decision")
    tables.show(rows, heads, name, wide="line", width=NAME_WIDTH)
    labels = [f"{row.line}, {row.fiscal_year}, {row.fund}: {row.kind}" for row in records(rows)]
    tables.cell_picker(labels, list(rows["cell"]), name, "open_change")
    captions.source(view.choice.counted, _("Before + change = after wherever the plan before is known."))
    notes = [*view.notes, *([asked] if asked else [])]
    places = {"where": _("Where it is printed"), "where_before": _("Where the plan before is printed")}
    downloads.offer(rows, heads | places, "koshtorys-ledger", notes)
