"""Charts of plans side by side."""

from collections.abc import Iterable
from textwrap import shorten, wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, styled

_NAME = 44
_LEGEND = 34
"""Signs in a line of a name above its bars, and of one in the legend: a phone has room for them."""
_NOUGHT = 14
"""Pixels left of the axis, without which its nought would be hidden."""
_PATTERNS = ("", "/", ".", "x", "-")
"""A plan is told by its pattern too: colour is never the only carrier."""


def totals(plans: pd.DataFrame, *, axis: str, palette: Palette) -> go.Figure:
    """Horizontal bars, one a plan, each name above its bar.

    Columns: point (its name in the address), label, value (None where it is unknown), text (the number, or why there is
    none), other_scope (whether it is hatched, as no programme but a passport of one year). `axis`: what is drawn, with
    its unit.
    """
    places = list(range(len(plans)))
    values = [0.0 if pd.isna(value) else float(value) for value in plans["value"]]
    figure = go.Figure(
        go.Bar(
            x=values,
            y=places,
            width=0.3,
            customdata=list(plans["point"]),
            text=list(plans["text"]),
            hovertext=[f"{label}: {text}" for label, text in zip(plans["label"], plans["text"], strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
            orientation="h",
            marker={
                "color": [palette.unspecified if other else palette.general for other in plans["other_scope"]],
                "pattern": _pattern(palette, ["/" if other else "" for other in plans["other_scope"]]),
            },
            textposition="outside",
            cliponaxis=False,
        )
    )
    styled(figure, palette, height=70 + 74 * max(len(plans), 2))
    figure.update_layout(margin_l=_NOUGHT)
    _name_rows(figure, list(plans["label"]), 0.19)
    figure.update_xaxes(title_text=axis, tickformat=AMOUNTS, range=_span(values), nticks=6)
    figure.update_yaxes(range=[len(plans) - 0.7, -0.8], visible=False)
    return figure


def years(sums: pd.DataFrame, *, axis: str, unit: str, palette: Palette, plans: dict[str, str]) -> go.Figure:
    """Columns by year, one beside the other for each plan. Columns: plan, fiscal_year, point, value (in `unit`), text.

    `axis`: what is drawn, with its unit; `plans`: plan -> its name, in the order of the columns; one without a column
    keeps its colour for other charts.
    """
    figure = go.Figure()
    for place, (plan, name) in enumerate(plans.items()):
        part = sums[sums["plan"] == plan]
        if part.empty:
            continue
        figure.add_bar(
            x=[str(year) for year in part["fiscal_year"]],
            y=[float(value) for value in part["value"]],
            name="<br>".join(wrap(name, _LEGEND)),
            text=list(part["text"]),
            customdata=list(part["point"]),
            hovertemplate=f"%{{x}}<br>{shorten(name, 60, placeholder='…')}: %{{text}} {unit}<extra></extra>",
            marker=_marker(place, palette),
            textposition="outside",
            textangle=0,
            cliponaxis=False,
        )
    styled(figure, palette, height=420)
    # Few years make no fat columns.
    figure.update_layout(barmode="group", bargap=max(0.3, 0.85 - 0.15 * sums["fiscal_year"].nunique()))
    figure.update_xaxes(type="category", categoryorder="category ascending")
    figure.update_yaxes(title_text=axis, tickformat=AMOUNTS, rangemode="tozero")
    return figure


def shares(groups: pd.DataFrame, *, axis: str, palette: Palette, plans: dict[str, str]) -> go.Figure:
    """Horizontal bars of shares in per cent, a row a group, in it a bar a plan. Columns: plan, label, value (per cent),
    text, point.

    `axis`: what the shares are of; `plans` as for `years`. Rows stand in the order of the labels.
    """
    labels = list(dict.fromkeys(groups["label"]))
    drawn = [plan for plan in plans if plan in set(groups["plan"])]
    width = 0.56 / max(len(drawn), 1)
    figure = go.Figure()
    for place, (plan, name) in enumerate(plans.items()):
        part = groups[groups["plan"] == plan]
        if part.empty:
            continue
        figure.add_bar(
            x=[float(value) for value in part["value"]],
            y=[labels.index(label) for label in part["label"]],
            width=width * 0.92,
            offset=-0.08 + drawn.index(plan) * width,
            orientation="h",
            name="<br>".join(wrap(name, _LEGEND)),
            text=list(part["text"]),
            customdata=list(part["point"]),
            hovertext=[f"{label}: {text}" for label, text in zip(part["label"], part["text"], strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
            marker=_marker(place, palette),
            textposition="outside",
            cliponaxis=False,
        )
    styled(figure, palette, height=110 + len(labels) * (52 + 22 * len(drawn)) + 30 * len(drawn))
    figure.update_layout(barmode="overlay", margin_l=_NOUGHT)
    _name_rows(figure, labels, 0.1)
    figure.update_xaxes(title_text=axis, ticksuffix=" %", range=_span(groups["value"]), nticks=6)
    figure.update_yaxes(range=[len(labels) - 0.4, -0.7], visible=False)
    return figure


def _span(values: Iterable[Any]) -> list[float]:
    """From zero, or the lowest value below it, to past the largest: there its number has room."""
    known = [float(value) for value in values]
    return [min(0, *known, 0) * 1.2, (max(0, *known, 0) or 1) * 1.2]


def _name_rows(figure: go.Figure, names: list[str], above: float) -> None:
    """The name of each row above its bars, so that a phone has room for both."""
    for place, name in enumerate(names):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            align="left",
            y=place - above,
            yanchor="bottom",
            text="<br>".join(wrap(shorten(name, 2 * _NAME, placeholder="…"), _NAME)),
            showarrow=False,
            font={"size": 12},
        )


def _marker(place: int, palette: Palette) -> dict[str, object]:
    """How the bars of a plan look: its place among the plans gives colour and pattern."""
    colours = (palette.general, palette.special, palette.unspecified, palette.loss)
    return {
        "color": colours[place % len(colours)],
        "pattern": _pattern(palette, _PATTERNS[place % len(_PATTERNS)]),
    }


def _pattern(palette: Palette, shape: str | list[str]) -> dict[str, object]:
    return {"shape": shape, "fillmode": "overlay", "fgcolor": palette.surface, "fgopacity": 0.3, "size": 9}
