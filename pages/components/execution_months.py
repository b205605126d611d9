"""What was paid from January to each month reported."""

import streamlit as st

from analytics import execution
from analytics.execution import Plan
from analytics.frames import records
from pages.charts import execution as charts
from pages.components import cells, execution_words, figures, hints, tables
from pages.components.execution_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("By month"), help=hints.help("revised-plan", "cash-expenditure"))
    found = execution.by_month(view.amounts)
    if found.empty:
        st.markdown(_("The documents report whole years only; what was paid by month is not known."))
        return
    known = found[found["cash"].notna()]
    figures.show(
        charts.months(
            known.assign(
                value=view.scale.values(known["cash"]),
                words=[
                    f"{row.fiscal_year}, {execution_words.month(row.month)}: {execution_words.uah(row.cash)}"
                    for row in records(known)
                ],
            ),
            names=(_("Month"), view.scale.unit),
            palette=figures.colours(),
        ),
        _("Lines: what was paid from January on, by month, {unit}").format(unit=view.scale.unit),
        key="execution_months",
    )
    # Under no head called `amount`: cumulative figures are never added up.
    table = view.table(found, Plan.REVISED).assign(month=[execution_words.month(month) for month in found["month"]])
    heads = {
        "cell": _("Cell"),
        "fiscal_year": _("Year"),
        "month": _("Month"),
        "share": execution_words.share_of(Plan.REVISED),
        "cash": _("Cash from January, UAH"),
        "revised": _("Plan with changes, UAH"),
    }
    title = _("Plan and cash by month")
    tables.show(table, heads, title, narrow="share")
    rows = [f"{row.fiscal_year}, {row.month}" for row in records(table)]
    cells.picker(rows, list(table["cell"]), title, "open_execution_month")
    view.source(_("Cumulative from January: months are not added up."))
    view.offer(table, heads, "koshtorys-execution-months")
