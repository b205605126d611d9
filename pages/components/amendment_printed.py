"""The totals of changes that a decision prints, beside the sums of its lines, and what is left between them."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.frames import records
from pages.components import captions, downloads, formats, links, names, tables
from pages.components.amendment_view import NAME_WIDTH, View, places, where
from pages.components.language import _, ngettext


def draw(view: View) -> None:
    st.header(_("Do the printed totals of changes add up?"))
    printed = view.printed
    if printed.empty:
        st.caption(_("The decision prints no totals of changes for what is shown, so there is nothing to compare."))
        return
    differ = printed[printed["residual"] != 0]
    st.markdown(
        ngettext(
            "{count} printed total of changes is compared with the sum of its lines, {differ} differ.",
            "{count} printed totals of changes are compared with the sums of their lines, {differ} differ.",
            len(printed),
        ).format(count=len(printed), differ=len(differ))
    )
    for row in records(view.printed_of_programme):
        if row.residual:
            st.markdown(_said(view, differ, row))
    if said := _unsigned(view, differ):
        st.markdown(said)
    rows = printed.assign(
        cell=[links.document(view.act.edition, locator) for locator in printed["locator"]],
        scope=[unit or _("Whole programme") for unit in printed["spending_unit"]],
        fund=[names.fund(fund) for fund in printed["fund"]],
        where=[where(view, [{"document_id": view.act.edition, "locator": place}]) for place in printed["locator"]],
    )
    heads = {
        "cell": _("Cell"),
        "scope": _("Printed for"),
        "residual": _("Residual, UAH"),
        "printed": _("Printed, UAH"),
        "computed": _("By lines, UAH"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
    }
    name = _("Printed totals of changes against their lines")
    tables.show(rows, heads, name, wide="scope", width=NAME_WIDTH)
    labels = [f"{row.scope}, {row.fiscal_year}, {row.fund}" for row in records(rows)]
    tables.cell_picker(labels, list(rows["cell"]), name, "open_printed")
    opening = _("open the checks")
    st.markdown(f"[{opening}]({links.checks(document=view.act.edition)})")
    captions.source([view.act], _("Residual: the printed total less the sum of the lowest lines below it."))
    downloads.offer(rows, heads | {"where": _("Where it is printed")}, "koshtorys-printed-changes", view.notes)


def _unsigned(view: View, differ: pd.DataFrame) -> str | None:
    """Which changes without a sign were read as increases, in the years whose totals differ; None where there are
    none."""
    listed = "; ".join(
        f"{formats.escaped(row.line_code or row.name)}, {names.year(row.fiscal_year)}: "
        f"{formats.money(row.printed_delta, view.scale)} ({places(row.cells)})"
        for row in records(view.own)
        if row.sign_untold and row.fiscal_year in set(differ["fiscal_year"])
    )
    if not listed:
        return None
    return _(
        "Some changes are printed without a sign and were read as increases: {listed}. If they were meant as cuts, "
        "they may be the residual."
    ).format(listed=listed)


def _said(view: View, differ: pd.DataFrame, row: Any) -> str:
    """What a total of the whole programme leaves, and which units' totals it comes from."""

    def change(amount: Any) -> str:
        return formats.signed(formats.money(amount, view.scale))

    said = _("{year}: printed {printed}, by lines {computed}, residual {residual}.").format(
        year=row.fiscal_year,
        printed=change(row.printed),
        computed=change(row.computed),
        residual=change(row.residual),
    )
    units = differ[
        (differ["level"] == "spending_unit") & (differ["fund"] == "total") & (differ["fiscal_year"] == row.fiscal_year)
    ]
    parts = [f"{unit.spending_unit}: {change(unit.residual)}" for unit in records(units)]
    if rest := row.residual - sum(unit.residual for unit in records(units)):
        between = _(
            "between the programme's total and those of its units, or their lines where a unit prints none: {amount}"
        )
        parts.append(between.format(amount=change(rest)))
    return said + " " + _("Of it: {parts}.").format(parts="; ".join(parts))
