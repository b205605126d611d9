"""The compared plans as bars, and all that is told of each in a table."""

import streamlit as st

from analytics.comparison import plans
from analytics.frames import records
from pages.charts import compare as charts
from pages.components import cells, compare_names, compare_people, downloads, figures, filters, formats, store, tables
from pages.components.compare_view import View
from pages.components.formats import Scale
from pages.components.language import _


def draw(view: View, measure: str, title: str, scale: Scale) -> None:
    """`measure`: the column of `totals.totals` that the bars show; `title`: what it is called."""
    rows = records(view.plans)
    bars = view.plans.assign(
        point=view.plans["plan"],
        label=[
            view.called[row.plan]
            if measure == "amount" or getattr(row, measure) is None
            else f"{view.called[row.plan]}, {compare_names.span(row)}"
            for row in rows
        ],
        value=scale.values(view.plans[measure]),
        text=[
            compare_names.without(row, measure, view.prices is not None)
            if getattr(row, measure) is None
            else formats.number(scale.of(getattr(row, measure)), scale.places)
            for row in rows
        ],
        other_scope=view.plans["is_passport"],
    )
    if view.plans[measure].notna().any():
        figures.show(
            charts.totals(bars, axis=f"{title}, {scale.unit}", palette=figures.colours()),
            _("Bars: plans side by side, {measure}, {unit}").format(measure=title, unit=scale.unit),
            key="plans",
            on_click=filters.put_clicked("open", {plan: plan for plan in view.called}),
        )
    else:
        st.info(_("None of the plans chosen has such a figure."), title=_("Nothing to draw"))
    if opened := cells.clicked("open", list(view.called)):
        row = records(view.plans[view.plans["plan"] == opened])[0]
        lines = store.read(plans.lines)
        view.behind(view.called[opened], row.cell, lines[lines["plan"] == opened], row.document_id)
    _table(view)


def _table(view: View) -> None:
    rows = records(view.plans)
    table = view.plans.assign(
        # Under no head called `amount`: plans are never added up.
        whole=view.plans["amount"],
        cell=cells.addresses([[row.cell] if row.cell else [] for row in rows]),
        name=[view.called[row.plan] for row in rows],
        scope=[compare_names.scope(row) for row in rows],
        years=[formats.years(row.years) for row in rows],
        basis=[compare_names.basis(row) for row in rows],
        residents=[compare_people.counted(row) for row in rows],
        source=[compare_people.source(row) for row in rows],
    )
    heads = {
        "name": _("Plan"),
        "whole": _("In all, UAH"),
        "per_year": _("A year on average, UAH"),
        "per_resident": _("Per resident and year, UAH"),
        "years": _("Years"),
        "cell": _("Cell"),
        "residents": _("Who is counted"),
        "source": _("Source of the population"),
        "lines": _("Lines of measures"),
        "without_amount": _("Lines without an amount"),
        "basis": _("In all is made of"),
        "as_printed": _("Printed total, UAH"),
        "scope": _("Sort of plan"),
        "hromada": _("Hromada"),
    }
    title = _("Plans side by side")
    tables.show(table, heads, title, wide="name", width=210, wraps=True)
    cells.picker(list(table["name"]), list(table["cell"]), title, "open_plan")
    st.caption(
        _(
            "A year on average: the sum in all divided by the number of years named in the column Years. The link of a "
            "row opens the printed total, or the largest line where none is printed. Lines are the lowest ones; a "
            "change of one is no other line. A click on a bar lists the cells behind it. The files never add plans up."
        )
    )
    view.source(_("Computed from the lowest lines, or as printed where no line has an amount."))
    downloads.offer(table, heads, "koshtorys-compare", view.notes)
