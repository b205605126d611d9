"""Charts of what does not add up."""

from textwrap import shorten

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, styled

_BAR = 44
_NAME = 46


def differences(findings: pd.DataFrame, *, unit: str, palette: Palette) -> go.Figure:
    """Diverging bars, in the order given: right where more is printed than computed, left where less.

    Columns: finding_id, label, value (printed - computed, in `unit`), text. A click names the finding.
    """
    values = [float(value) for value in findings["value"]]
    places = list(range(len(values)))
    figure = go.Figure(
        go.Bar(
            x=values,
            y=places,
            width=0.4,
            orientation="h",
            customdata=list(findings["finding_id"]),
            text=list(findings["text"]),
            hovertext=[f"{label}: {text}" for label, text in zip(findings["label"], findings["text"], strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={"color": [palette.general if value >= 0 else palette.loss for value in values]},
            textposition="outside",
            cliponaxis=False,
        )
    )
    styled(figure, palette, height=80 + _BAR * max(len(values), 2))
    for place, label in zip(places, findings["label"], strict=True):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=place - 0.24,
            yanchor="bottom",
            text=shorten(str(label), _NAME, placeholder="…"),
            showarrow=False,
            font={"size": 12},
        )
    largest = max((abs(value) for value in values), default=1)
    figure.update_xaxes(
        title_text=unit,
        tickformat=AMOUNTS,
        range=[
            -1.6 * largest if min(values, default=0) < 0 else 0,
            1.6 * largest if max(values, default=0) > 0 else 0,
        ],
    )
    figure.update_yaxes(range=[len(values) - 0.5, -0.8], visible=False)
    return figure
