"""The totals of changes that a decision prints, beside the sums of its lines, and what is left between them."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import amendments
from analytics.frames import records
from pages.components import captions, downloads, formats, links, names, store, tables
from pages.components.amendment_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("Do the printed totals of changes add up?"))
    everything = store.read(amendments.printed_changes, view.act.edition)
    printed = amendments.narrowed(everything, view.years, view.units, view.funds and [*view.funds, "total"])
    if printed.empty:
        st.caption(_("The decision prints no totals of changes for what is shown, so there is nothing to compare."))
        return
    differ = printed[printed["residual"] != 0]
    whole = differ[(differ["level"] == "programme") & (differ["fund"] == "total")]
    for row in records(whole):
        st.markdown(_said(view, differ, row))
    if whole.empty:
        st.markdown(_("The printed totals of changes for the whole programme equal the sums of its lines."))
    rows = printed.assign(
        cell=[links.document(view.act.edition, locator) for locator in printed["locator"]],
        scope=[unit or _("Whole programme") for unit in printed["spending_unit"]],
        fund=[names.fund(fund) for fund in printed["fund"]],
    )
    heads = {
        "cell": _("Cell"),
        "scope": _("Printed for"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "printed": _("Printed change, UAH"),
        "computed": _("Sum of its lines, UAH"),
        "residual": _("Printed less lines, UAH"),
    }
    name = _("Printed totals of changes against their lines")
    tables.show(rows, heads, name, wide="scope")
    labels = [f"{row.scope}, {row.fiscal_year}, {row.fund}" for row in records(rows)]
    tables.cell_picker(labels, list(rows["cell"]), name, "open_printed")
    opening = _("open the checks")
    st.markdown(f"[{opening}]({links.checks(document=view.act.edition)})")
    captions.source([view.act], _("Totals as printed; sums computed from the lowest lines."))
    downloads.offer(rows, heads, "koshtorys-printed-changes", view.notes)


def _said(view: View, differ: pd.DataFrame, row: Any) -> str:
    """What a total of the whole programme leaves, and which units' totals it comes from."""
    said = _("{year}: printed {printed}, by lines {computed}; {residual} is left.").format(
        year=row.fiscal_year,
        printed=formats.signed(formats.money(row.printed, view.scale)),
        computed=formats.signed(formats.money(row.computed, view.scale)),
        residual=formats.signed(formats.money(row.residual, view.scale)),
    )
    units = differ[
        (differ["level"] == "spending_unit") & (differ["fund"] == "total") & (differ["fiscal_year"] == row.fiscal_year)
    ]
    parts = [
        f"{unit.spending_unit}: {formats.signed(formats.money(unit.residual, view.scale))}" for unit in records(units)
    ]
    rest = row.residual - sum(unit.residual for unit in records(units))
    if rest:
        between = _("between the total of the programme and those of the units: {amount}")
        parts.append(between.format(amount=formats.signed(formats.money(rest, view.scale))))
    return said + (" " + _("Where: {parts}.").format(parts="; ".join(parts)) if parts else "")
