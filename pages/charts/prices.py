"""Charts of what one piece costs."""

from dataclasses import dataclass
from textwrap import shorten

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, styled

_ROW = 66
_NAME = 46
_BAND = 0.34
_APART = 0.08


@dataclass(frozen=True)
class Legend:
    """What the signs of the strip mean."""

    price: str
    doubted: str
    median: str


def strip(points: pd.DataFrame, rows: pd.DataFrame, *, axis: str, legend: Legend, palette: Palette) -> go.Figure:
    """Every price as a point in the row of its group, equal ones side by side; a tick marks the median.

    `rows`, top first: row, label, note (both written above its points), median (None where none is marked). `points`:
    row, value, point (its name for a click), words, doubted (drawn hollow). `axis` names the values and their unit.
    """
    places = {row: place for place, row in enumerate(rows["row"])}
    figure = go.Figure()
    drawn = points.sort_values("doubted", kind="stable")
    drawn = drawn.assign(y=_side_by_side(drawn, places))
    for doubted, name, symbol in ((False, legend.price, "circle"), (True, legend.doubted, "diamond-open")):
        part = drawn[drawn["doubted"] == doubted]
        if part.empty:
            continue
        figure.add_scatter(
            x=[float(value) for value in part["value"]],
            y=list(part["y"]),
            customdata=list(part["point"]),
            hovertext=list(part["words"]),
            hovertemplate="%{hovertext}<extra></extra>",
            mode="markers",
            name=name,
            marker={"symbol": symbol, "size": 9, "color": palette.loss if doubted else palette.general},
            cliponaxis=False,
        )
    marked = rows[rows["median"].notna()]
    figure.add_scatter(
        x=[float(value) for value in marked["median"]],
        y=[places[row] for row in marked["row"]],
        mode="markers",
        name=legend.median,
        hoverinfo="skip",
        marker={"symbol": "line-ns", "size": 20, "line": {"color": palette.text, "width": 2}},
    )
    styled(figure, palette, height=110 + _ROW * max(len(rows), 2))
    for place, label, note in zip(places.values(), rows["label"], rows["note"], strict=True):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=place - 0.24,
            yanchor="bottom",
            align="left",
            text=f"{shorten(str(label), _NAME, placeholder='…')}<br><span style='color:{palette.muted}'>{note}</span>",
            showarrow=False,
            font={"size": 12},
        )
    largest = max((float(value) for value in points["value"]), default=1.0)
    figure.update_xaxes(title_text=axis, tickformat=AMOUNTS, range=[0, 1.06 * largest])
    figure.update_yaxes(range=[len(rows) - 0.5, -0.9], visible=False)
    return figure


def years(medians: pd.DataFrame, *, axis: str, names: tuple[str, str], palette: Palette) -> go.Figure:
    """The median of each year, and around it what lies between the cheapest and the dearest price.

    Columns: fiscal_year, median, cheapest, dearest, words. `names`: of the median and of the range.
    """
    figure = go.Figure()
    at = [str(year) for year in medians["fiscal_year"]]
    low, middle, high = ([float(value) for value in medians[name]] for name in ("cheapest", "median", "dearest"))
    figure.add_scatter(
        x=at,
        y=middle,
        name=names[0],
        mode="lines+markers",
        hovertext=list(medians["words"]),
        hovertemplate="%{hovertext}<extra></extra>",
        line={"color": palette.general, "width": 2},
        marker={"size": 9},
        cliponaxis=False,
    )
    figure.add_bar(
        x=at,
        y=[top - bottom for bottom, top in zip(low, high, strict=True)],
        base=low,
        width=0.12,
        name=names[1],
        hoverinfo="skip",
        marker={"color": palette.unspecified, "opacity": 0.45},
    )
    styled(figure, palette, height=320)
    figure.update_xaxes(type="category", showgrid=False)
    figure.update_yaxes(title_text=axis, tickformat=AMOUNTS, range=[0, 1.1 * max(high)])
    return figure


def _side_by_side(points: pd.DataFrame, places: dict[str, int]) -> list[float]:
    """The height of each point: equal prices of a row stand above each other, within the band of the row."""
    whole = max((float(value) for value in points["value"]), default=1.0) or 1.0
    spots = [(row, round(float(value) / whole, 2)) for row, value in zip(points["row"], points["value"], strict=True)]
    seen: dict[tuple[str, float], int] = {}
    heights = []
    for spot in spots:
        several = spots.count(spot)
        place = seen[spot] = seen.get(spot, -1) + 1
        step = min(_APART, _BAND / max(several - 1, 1))
        heights.append(places[spot[0]] + (place - (several - 1) / 2) * step)
    return heights
