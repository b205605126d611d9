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
    for row in records(view.printed_of_shown):
        if row.residual:
            st.markdown(_said(view, differ, row))
    if said := _of_tasks(view, differ):
        st.markdown(said)
    if said := _unsigned(view, differ):
        st.markdown(said)
    rows = printed.assign(
        cell=[links.document(view.act.edition, locator) for locator in printed["locator"]],
        scope=[
            ": ".join(filter(None, [row.spending_unit, row.task])) or _("Whole programme") for row in records(printed)
        ],
        fiscal_year=[str(year or _("All years")) for year in printed["fiscal_year"]],
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


def _of_tasks(view: View, differ: pd.DataFrame) -> str | None:
    """The totals of tasks that differ, each with its cell; None where there are none. Of one that is printed for a fund
    and for both, the latter is told."""
    fund = set(view.funds) or {"total"}
    listed = "; ".join(
        _("«{task}», {year}: printed {printed}, by lines {computed}, residual {residual} ({cell})").format(
            task=formats.escaped(row.task or row.spending_unit or ""),
            year=row.fiscal_year or _("all years together"),
            cell=places([{"document_id": view.act.edition, "locator": row.locator}]),
            **_amounts(view, row),
        )
        for row in records(differ)
        if row.level == "task" and row.fund in fund
    )
    return _("Totals of tasks that differ: {listed}.").format(listed=listed) if listed else None


def _amounts(view: View, row: Any) -> dict[str, str]:
    return {name: _change(view, getattr(row, name)) for name in ("printed", "computed", "residual")}


def _change(view: View, amount: Any) -> str:
    return formats.signed(formats.money(amount, view.scale))


def _said(view: View, differ: pd.DataFrame, row: Any) -> str:
    """What a total of all that is shown leaves, and which units' totals it comes from where it is the programme's."""
    pattern = (
        _("{year}: printed {printed}, by lines {computed}, residual {residual}.")
        if row.fiscal_year
        else _("All years together: printed {printed}, by lines {computed}, residual {residual}.")
    )
    said = pattern.format(year=row.fiscal_year, **_amounts(view, row))
    if row.level != "programme":
        return said
    units = [
        unit
        for unit in records(differ)
        if (unit.level, unit.fund, unit.fiscal_year) == ("spending_unit", row.fund, row.fiscal_year)
    ]
    parts = [f"{unit.spending_unit}: {_change(view, unit.residual)}" for unit in units]
    if rest := row.residual - sum(unit.residual for unit in units):
        between = _(
            "between the programme's total and those of its units, or their lines where a unit prints none: {amount}"
        )
        parts.append(between.format(amount=_change(view, rest)))
    return said + " " + _("Of it: {parts}.").format(parts="; ".join(parts))
