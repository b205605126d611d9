"""Charts of how many people there are and will be."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import styled

_ROOM = 0.15
"""Room above and below what is drawn, as a share of its height."""


@dataclass(frozen=True)
class Legend:
    """What the signs of the figure mean."""

    observed: str
    published: str
    trend: str
    interval: str


def projection(years: pd.DataFrame, *, axis: str, legend: Legend, palette: Palette) -> go.Figure:
    """The trend as a line through its interval as a band; observed years as filled circles, published ones as hollow
    diamonds.

    Columns: year, observed, published, recomputed, low, high (None where there is none), point (its name for a click).
    `axis` names the unit.
    """
    figure = go.Figure()
    line = years.drop_duplicates("year")
    if line["low"].notna().all():
        figure.add_scatter(
            x=[*line["year"], *reversed(list(line["year"]))],
            y=[*line["high"], *reversed(list(line["low"]))],
            name=legend.interval,
            mode="lines",
            fill="toself",
            fillcolor=palette.grid,
            opacity=0.8,
            line={"width": 0, "color": palette.grid},
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=list(line["year"]),
        y=list(line["recomputed"]),
        name=legend.trend,
        mode="lines",
        line={"color": palette.general, "width": 2},
        hovertemplate=f"%{{x}}, {legend.trend}: %{{y:,d}}<extra></extra>",
    )
    for column, name, symbol, colour in (
        ("observed", legend.observed, "circle", palette.text),
        ("published", legend.published, "diamond-open", palette.loss),
    ):
        part = years[years[column].notna()]
        if part.empty:
            continue
        figure.add_scatter(
            x=list(part["year"]),
            y=list(part[column]),
            name=name,
            mode="markers",
            customdata=list(part["point"]),
            hovertemplate=f"%{{x}}, {name}: %{{y:,d}}<extra></extra>",
            marker={"symbol": symbol, "size": 10, "color": colour, "line": {"width": 2, "color": colour}},
            cliponaxis=False,
        )
    styled(figure, palette, height=420)
    shown = [
        float(value)
        for name in ("observed", "published", "recomputed", "low", "high")
        for value in years[name].dropna()
    ]
    room = _ROOM * (max(shown) - min(shown)) or 1
    figure.update_xaxes(tickformat="d", nticks=min(len(line), 12), showgrid=False)
    figure.update_yaxes(title_text=axis, tickformat=",d", range=[min(shown) - room, max(shown) + room])
    return figure
