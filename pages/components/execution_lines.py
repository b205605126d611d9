"""Plan and cash by direction, where a report prints directions, or by economic code."""

import pandas as pd
import streamlit as st

from analytics import execution
from analytics.frames import records
from pages.charts import execution as charts
from pages.components import cells, execution_words, figures, filters, hints, tables
from pages.components.execution_view import View
from pages.components.language import _

_MOST = 12


def draw(view: View, lines: pd.DataFrame) -> None:
    """`lines` as from `execution.lines`, in the years chosen."""
    heading = _("By economic code") if view.scope.kind == "treasury" else _("By direction")
    st.header(heading, help=hints.help("revised-plan", "cash-expenditure"))
    if lines.empty:
        st.markdown(_("The documents print totals alone here, without the directions or codes they are made of."))
        return
    years = sorted(set(lines["fiscal_year"]))
    year = filters.choice(_("Year of the lines"), years, "of_year", default=years[-1], look="buttons")
    found = execution.by_line(lines[lines["fiscal_year"] == year])
    found = found.assign(label=[" ".join(filter(None, [_number(row), row.name])) for row in records(found)])
    _figure(view, found)
    table = view.table(found)
    heads = {"cell": _("Cell"), "label": _("Line"), **view.money_heads}
    title = _("Plan and cash by line, {year}").format(year=year)
    tables.show(table, heads, title, wide="label", narrow="share")
    cells.picker(list(table["label"]), list(table["cell"]), title, "open_execution_line")
    view.source(_("As printed, over both funds; a figure that one of the funds does not state is unknown."))
    view.offer(table, heads, f"koshtorys-execution-lines-{year}")


def _figure(view: View, found: pd.DataFrame) -> None:
    """The lines with the largest plan."""
    size = [float(row.revised or row.cash or 0) for row in records(found)]
    shown = found.assign(size=size).sort_values("size", ascending=False, kind="stable").head(_MOST)
    parts = [
        {
            "row": str(place),
            "figure": name,
            "fund": "total",
            "value": view.scale.of(getattr(row, name)),
            "text": view.scale.texts([getattr(row, name)])[0],
            "point": "",
        }
        for place, row in zip(shown.index, records(shown), strict=True)
        for name in execution.FIGURES
        if getattr(row, name) is not None
    ]
    if not parts:
        return
    frame = pd.DataFrame(parts, dtype=object)
    drawn = {name: title for name, title in execution_words.figures().items() if name in set(frame["figure"])}
    figures.show(
        charts.bars(
            frame,
            rows={str(place): label for place, label in zip(shown.index, shown["label"], strict=True)},
            figures=drawn,
            unit=view.scale.unit,
            palette=figures.colours(),
        ),
        _("Bars: plan and cash by line, {unit}").format(unit=view.scale.unit),
        key="execution_lines",
    )
    if len(found) > len(shown):
        st.caption(
            _("The figure shows the {count} lines with the largest plan; the table has all.").format(count=_MOST)
        )


def _number(row: object) -> str | None:
    return getattr(row, "line_code", None) or getattr(row, "economic_code", None)
