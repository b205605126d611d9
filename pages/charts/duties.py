"""Charts of duties to report."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import styled

_ROW = 64


def timeline(
    reports: pd.DataFrame, *, today: date, names: tuple[str, str, str], axis: str, palette: Palette
) -> go.Figure:
    """What each report is about, as a bar over its period, and the day it is due, as a mark behind it.

    Columns: row (the rule, written above its bars), first and last (days of the period), due, words. `names`: of the
    bars, of the marks, and of the line of today, which is left out where the axis does not reach it.
    """
    rows = list(dict.fromkeys(reports["row"]))
    places = [rows.index(row) for row in reports["row"]]
    figure = go.Figure()
    figure.add_scatter(
        x=_joined(zip(reports["first"], reports["last"], strict=True)),
        y=_joined((place, place) for place in places),
        mode="lines",
        name=names[0],
        hoverinfo="skip",
        line={"color": palette.unspecified, "width": 8},
        connectgaps=False,
    )
    figure.add_scatter(
        x=list(reports["due"]),
        y=places,
        mode="markers",
        name=names[1],
        hovertext=list(reports["words"]),
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": "diamond", "size": 13, "color": palette.general},
        cliponaxis=False,
    )
    first, last = min(reports["first"]), max(reports["due"])
    styled(figure, palette, height=96 + _ROW * len(rows))
    if first <= today <= last:
        figure.add_scatter(
            x=[today, today],
            y=[-0.8, len(rows) - 0.5],
            mode="lines",
            name=names[2],
            hoverinfo="skip",
            line={"color": palette.loss, "width": 2, "dash": "dot"},
        )
        figure.update_layout(showlegend=True)
    for place, row in enumerate(rows):
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=place - 0.18, yanchor="bottom", text=row, showarrow=False
        )
    figure.update_xaxes(title_text=axis, type="date", tickformat="%m.%Y", dtick="M3", tick0=first)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.8], visible=False)
    return figure


def _joined(pairs: Iterable[tuple[Any, Any]]) -> list[Any]:
    """The ends of all bars as one line, with a gap after each bar."""
    return [end for pair in pairs for end in (*pair, None)]
