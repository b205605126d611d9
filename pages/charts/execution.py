"""Charts of what was planned and paid."""

from textwrap import shorten, wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, PATTERNS, styled

_NAME = 44
"""Signs in a line of a heading: a phone has room for them."""
_DASHES = ("solid", "dash", "dot", "dashdot")


def bars(
    parts: pd.DataFrame, *, rows: dict[str, str], figures: dict[str, str], unit: str, palette: Palette
) -> go.Figure:
    """Horizontal bars of plan and cash, together under a heading for each row; a fund is told by its pattern.

    Columns: row, figure, fund, value (in `unit`), text (of the figure over its funds), point (its name in the address).
    `rows`: row -> its heading; `figures`: figure -> its name, in the order of the bars. What is not known has no bar.
    """
    known = {(row, figure) for row, figure in zip(parts["row"], parts["figure"], strict=True)}
    headings = {row: wrap(shorten(title, 2 * _NAME, placeholder="…"), _NAME) or [""] for row, title in rows.items()}
    places: dict[tuple[str, str], float] = {}
    under: dict[str, float] = {}
    place = -0.2
    for row, lines in headings.items():
        place += 0.6 + 0.55 * len(lines)
        under[row] = place - 0.35
        for figure in figures:
            if (row, figure) in known:
                places[row, figure] = place
                place += 0.8
        place += 0.4
    figure = go.Figure()
    for name, title in figures.items():
        own = parts[parts["figure"] == name]
        for number, (fund, part) in enumerate(own.groupby("fund", sort=True)):
            figure.add_bar(
                x=[float(value) for value in part["value"]],
                y=[places[row, name] for row in part["row"]],
                width=0.62,
                orientation="h",
                name=title,
                legendgroup=name,
                showlegend=number == 0,
                customdata=list(part["point"]),
                hovertext=[
                    f"{shorten(rows[row], 60, placeholder='…')}<br>{title}: {text} {unit}"
                    for row, text in zip(part["row"], part["text"], strict=True)
                ],
                hovertemplate="%{hovertext}<extra></extra>",
                marker=_marker(name, str(fund), palette),
            )
    whole = parts.groupby(["row", "figure"], sort=False).agg(value=("value", "sum"), text=("text", "first"))
    figure.add_scatter(
        x=[float(value) for value in whole["value"]],
        y=[places[key] for key in whole.index],
        text=[f" {text}" for text in whole["text"]],
        mode="text",
        textposition="middle right",
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
    styled(figure, palette, height=int(90 + 30 * max(place, 2)))
    for row, lines in headings.items():
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            align="left",
            y=under[row],
            yanchor="bottom",
            text="<br>".join(lines),
            showarrow=False,
        )
    # Room on the right for the number of the longest bar.
    values = [float(value) for value in whole["value"]]
    span = [min([0.0, *values]) * 1.2, max([0.0, *values]) * 1.25 or 1]
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text=unit, tickformat=AMOUNTS, range=span, nticks=6)
    figure.update_yaxes(range=[place, -0.6], visible=False)
    return figure


def months(sums: pd.DataFrame, *, names: tuple[str, str], palette: Palette) -> go.Figure:
    """What was paid from January to each month reported, a line a year. Columns: fiscal_year, month, value, words.

    `names`: of the axes.
    """
    figure = go.Figure()
    colours = (palette.general, palette.special, palette.unspecified, palette.loss)
    for place, (year, part) in enumerate(sums.groupby("fiscal_year", sort=True)):
        figure.add_scatter(
            x=[int(month) for month in part["month"]],
            y=[float(value) for value in part["value"]],
            name=str(year),
            hovertext=list(part["words"]),
            hovertemplate="%{hovertext}<extra></extra>",
            mode="lines+markers",
            line={
                "color": colours[place % len(colours)],
                "dash": _DASHES[place % len(_DASHES)],
                "width": 2,
            },
            marker={"size": 7, "symbol": place % 4},
        )
    styled(figure, palette, height=360)
    figure.update_xaxes(title_text=names[0], range=[0.5, 12.5], tickmode="linear", dtick=1)
    figure.update_yaxes(title_text=names[1], tickformat=AMOUNTS, rangemode="tozero")
    return figure


def _marker(figure: str, fund: str, palette: Palette) -> dict[str, Any]:
    """Paid is told from planned by colour, the approved plan from that with changes by its frame."""
    colour = palette.general if figure == "cash" else palette.unspecified
    hollow = figure == "approved"
    return {
        "color": palette.surface if hollow else colour,
        "line": {"color": colour, "width": 1.5 if hollow else 0},
        "pattern": {
            "shape": PATTERNS["special"] if fund == "special" else "",
            "fillmode": "overlay",
            "fgcolor": colour if hollow else palette.surface,
            "fgopacity": 0.4,
            "size": 9,
        },
    }
