"""The one look of all charts."""

import plotly.graph_objects as go

from pages.charts.palette import Palette

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"


AMOUNTS = ",~f"
"""How an axis writes amounts: `1 234,5`, by the separators of `styled`."""

PATTERNS = {"special": "/", "unspecified": "."}
"""A fund is told by its pattern too: colour is never the only carrier."""


def fund_marker(fund: str, palette: Palette) -> dict[str, object]:
    """How the bars of a fund look."""
    pattern = {
        "shape": PATTERNS.get(fund, ""),
        "fillmode": "overlay",
        "fgcolor": palette.surface,
        "fgopacity": 0.25,
        "size": 9,
    }
    return {"color": palette.fund(fund), "pattern": pattern}


def on_fund(fund: str, palette: Palette) -> dict[str, str]:
    """The font of text inside the bars of a fund."""
    return {"color": palette.on_general if fund == "general" else palette.on_special}


def styled(figure: go.Figure, palette: Palette, height: int) -> go.Figure:
    """The figure in the look of the product: own colours, Ukrainian separators, room for long names."""
    axis = {
        "gridcolor": palette.grid,
        "zerolinecolor": palette.muted,
        "linecolor": palette.grid,
        "automargin": True,
        "title": {"font": {"color": palette.muted, "size": 13}},
    }
    figure.update_layout(
        template="none",
        height=height,
        font={"family": FONT, "size": 13, "color": palette.text},
        paper_bgcolor=palette.surface,
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=list(palette.sequence),
        separators=",\u00a0",
        margin={"l": 8, "r": 8, "t": 36, "b": 8},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "title": {"text": ""}},
        hoverlabel={"bgcolor": palette.surface, "bordercolor": palette.grid, "font": {"color": palette.text}},
        dragmode=False,
        showlegend=any(getattr(trace, "name", None) for trace in figure.select_traces()),
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": palette.muted, "activecolor": palette.text},
    )
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure
