"""How far apart the prices of a kind lie: strip of points, the line behind a point, and the table by kind."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.frames import records
from pages.charts import prices as charts
from pages.components import captions, cells, downloads, figures, filters, formats, kinds, links, names, tables
from pages.components.language import _
from pages.components.price_view import View, cell, point, price, who


def draw(view: View) -> None:
    lines = {point(row): row for row in records(view.lines)}
    rows, column, axis = _by_kind(view) if view.kind is None else _by_unit(view)
    points = pd.DataFrame(
        [
            {
                "row": row.kind if view.kind is None else who(row),
                "value": getattr(row, column),
                "point": name,
                "words": _words(row),
                "doubted": bool(row.doubts),
            }
            for name, row in lines.items()
        ]
    )
    points = points[points["row"].isin(set(rows["row"]))]
    if len(rows):
        legend = charts.Legend(
            price=_("price in a line and year"),
            doubted=_("price with an amount in doubt"),
            median=_("median of the pieces"),
        )
        figures.show(
            charts.strip(points, rows, axis=axis, legend=legend, palette=figures.colours()),
            _("Points: what one piece costs in each line and year, {unit}").format(unit=axis),
            key="prices",
            on_click=filters.put_clicked("point", {name: name for name in points["point"]}),
        )
    if clicked := cells.clicked("point", list(lines)):
        _behind(lines[clicked])
    st.caption(
        _(
            "A price of the plan: the amount of a line over its quantity in that year. Things of one kind may be other "
            "models or sizes; each line's own name stands in the table of prices. A click on a point opens its cells."
        )
    )
    _table(view)


def _by_kind(view: View) -> tuple[pd.DataFrame, str, str]:
    """A row a kind that has several prices; its points are multiples of its median, so that kinds can be compared."""
    several = [row for row in records(view.spread) if row.lines > 1]
    rows = [
        {"row": row.kind, "label": kinds.name(row.kind), "note": _from_to(row.cheapest, row.dearest), "median": 1.0}
        for row in several
    ]
    columns = ["row", "label", "note", "median"]
    return pd.DataFrame(rows, columns=columns, dtype=object), "to_median", _("times the median price of the kind")


def _by_unit(view: View) -> tuple[pd.DataFrame, str, str]:
    """A row a spending unit, the dearest first; its points are prices in hryvnias."""
    median = records(view.spread)[0].median
    own: dict[str, list[Any]] = {}
    for row in records(view.lines):
        own.setdefault(who(row), []).append(row.unit_price)
    rows = [
        {"row": unit, "label": unit, "note": _from_to(min(paid), max(paid)), "median": median}
        for unit, paid in sorted(own.items(), key=lambda unit: max(unit[1]), reverse=True)
    ]
    columns = ["row", "label", "note", "median"]
    return pd.DataFrame(rows, columns=columns, dtype=object), "unit_price", _("UAH for one piece")


def _from_to(low: Any, high: Any) -> str:
    if low == high:
        return price(low)
    return f"{formats.kopiykas(low)}–{price(high)}"


def _words(row: Any) -> str:
    return f"{who(row)}, {names.year(row.fiscal_year)}<br>{row.line_code or ''} {row.name}<br>{price(row.unit_price)}"


def _behind(row: Any) -> None:
    """The line behind a point: its arithmetic, its cells and the checks that doubt them."""
    amount = f"[{price(row.amount)}]({cell(row)})"
    quantity = f"[{formats.quantity(float(row.quantity))}]({links.document(row.document_id, row.quantity_locator)})"
    name = formats.escaped(" ".join(filter(None, [row.line_code, row.name])))
    st.markdown(
        f"**{formats.escaped(who(row))}, {names.year(row.fiscal_year)}.** {name}: "
        f"{amount} / {quantity} = {price(row.unit_price)}"
    )
    if row.doubts:
        doubts = _("A check that looks at these cells does not hold:")
        opening = _("open the check")
        st.markdown(f"{doubts} " + "; ".join(f"[{opening}]({links.finding(finding)})" for finding in row.doubts))


def _table(view: View) -> None:
    table = view.spread.assign(
        cell=[cell(row) for row in view.spread["dearest_line"]],
        kind=[kinds.name(kind) for kind in view.spread["kind"]],
        quantity=view.spread["pieces"],
        fiscal_year=[formats.UNKNOWN if gap is None else names.year(gap.low.fiscal_year) for gap in view.spread["gap"]],
    )
    heads = {
        "kind": _("Kind of thing bought"),
        "above": _("Above the median, UAH"),
        "dearest": _("Dearest, UAH"),
        "median": _("Median, UAH"),
        "cheapest": _("Cheapest, UAH"),
        "ratio": _("Dearest / cheapest of one year"),
        "fiscal_year": _("That year"),
        "lines": _("Number of prices"),
        "quantity": _("Pieces"),
        "amount": _("Amount, UAH"),
        "cost_at_median": _("At the median, UAH"),
        "saving": _("Amount less that, UAH"),
        "cell": _("Cell of the dearest"),
    }
    name = _("Prices by kind of thing")
    # So narrow that a phone shows the first amount, too.
    tables.show(table, heads, name, wide="kind", width=200)
    cells.picker(list(table["kind"]), list(table["cell"]), name, "open_kind")
    captions.source(
        view.choice.counted,
        _(
            "Computed from the lowest lines; the median is that of the pieces of all years shown, all rounded half up "
            "to the kopiyka. How many times the dearest costs the cheapest is told within one year, the widest."
        ),
    )
    downloads.offer(table, heads, "koshtorys-prices-by-kind", view.notes)
