"""Charts of indicators."""

from collections.abc import Sequence
from textwrap import shorten, wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.frames import records
from analytics.trend import Trend
from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, styled

_PATTERNS = {
    "met": "",
    "partly": "/",
    "missed": "x",
    "no_data": ".",
    "not_a_number": "-",
    "no_target": "+",
    "not_rated": "|",
}
"""What became of a target is told by pattern and number too: colour is never the only carrier."""

_NAME = 42
"""Letters: what a phone has room for."""

_SMALL = 10
"""Shorter axes would be divided into parts of one."""


def statuses(counts: pd.DataFrame, *, labels: Sequence[str], axis: str, palette: Palette) -> go.Figure:
    """Horizontal bars, one a group, of as many figures as there are, stacked by status.

    Columns: label (of the group), status, name (of the status), figures. `labels`: the groups from top to bottom.
    """
    colours = _colours(palette)
    places = {label: place for place, label in enumerate(labels)}
    figure = go.Figure()
    for status, pattern in _PATTERNS.items():
        part = counts[counts["status"] == status]
        if part.empty:
            continue
        name = part["name"].iloc[0]
        figure.add_bar(
            x=list(part["figures"]),
            y=[places[label] for label in part["label"]],
            orientation="h",
            width=0.42,
            name=name,
            customdata=list(part["label"]),
            hovertemplate=f"%{{customdata}}<br>{name}: %{{x}}<extra></extra>",
            marker=_marker(colours.get(status, palette.muted), pattern, palette),
        )
    styled(figure, palette, height=110 + 62 * max(len(labels), 2))
    _number_parts(figure, counts, places, palette)
    for label, place in places.items():
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=place - 0.24, yanchor="bottom", text=label, showarrow=False
        )
    figure.update_layout(barmode="stack", showlegend=True, legend_traceorder="normal")
    longest = counts.groupby("label")["figures"].sum().max()
    figure.update_xaxes(title_text=axis, tickformat="d", rangemode="tozero")
    if longest < _SMALL:
        figure.update_xaxes(dtick=1)
    figure.update_yaxes(range=[len(labels) - 0.6, -0.7], visible=False)
    return figure


def _number_parts(figure: go.Figure, counts: pd.DataFrame, places: dict[str, int], palette: Palette) -> None:
    """The number of each part in its middle, on the ground of the page: hatching would hide it."""
    for label, place in places.items():
        reached = 0
        own = {row.status: row.figures for row in records(counts[counts["label"] == label])}
        for status in _PATTERNS:
            count = own.get(status, 0)
            if count:
                _note(figure, reached + count / 2, place, str(count), palette)
            reached += count


def _note(figure: go.Figure, x: Any, y: float, text: str, palette: Palette, **more: Any) -> None:
    figure.add_annotation(
        x=x, y=y, text=text, showarrow=False, bgcolor=palette.surface, borderpad=2, font={"size": 13}, **more
    )


def _marker(colour: str, pattern: str, palette: Palette) -> dict[str, Any]:
    """A full bar, or one hatched on the ground of the page, on which its number can be read."""
    if not pattern:
        return {"color": colour}
    hatch = {"shape": pattern, "fillmode": "replace", "fgcolor": colour, "size": 9, "solidity": 0.15}
    return {"color": palette.surface, "line": {"color": colour, "width": 2}, "pattern": hatch}


def bullets(rated: pd.DataFrame, *, target: str, axis: str, palette: Palette) -> go.Figure:
    """A bar a figure, how much of its target is attained, in per cent, with the mark of the target at 100.

    Columns: label, status, attainment (a fraction), text. `target`: what the mark is called.
    """
    places = list(range(len(rated)))
    figure = go.Figure()
    for place, row in zip(places, records(rated), strict=True):
        figure.add_bar(
            x=[100 * row.attainment],
            y=[place],
            orientation="h",
            width=0.4,
            name=row.label,
            hovertemplate=f"{row.label}<br>{row.text}<extra></extra>",
            marker=_marker(_colours(palette).get(row.status, palette.muted), _PATTERNS[row.status], palette),
            showlegend=False,
        )
        _note(figure, 100 * row.attainment, place, row.text, palette, xanchor="left", xshift=4)
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=place - 0.24,
            yanchor="bottom",
            showarrow=False,
            text=shorten(row.label, _NAME, placeholder="…"),
        )
    figure.add_scatter(
        x=[100] * len(places),
        y=places,
        name=target,
        mode="markers",
        hovertemplate=f"{target}<extra></extra>",
        marker={"symbol": "line-ns", "size": 22, "line": {"width": 4, "color": palette.text}},
    )
    styled(figure, palette, height=110 + 62 * max(len(places), 2))
    figure.update_layout(showlegend=True)
    # Room for the number beside the longest bar.
    figure.update_xaxes(title_text=axis, ticksuffix=" %", range=[0, 120 * max(1, *rated["attainment"])])
    figure.update_yaxes(range=[len(places) - 0.6, -0.7], visible=False)
    return figure


def _colours(palette: Palette) -> dict[str, str]:
    return {"met": palette.general, "partly": palette.special, "missed": palette.loss}


def years(
    figures: pd.DataFrame,
    *,
    unit: str,
    baseline: tuple[float, str] | None,
    trend: tuple[Trend, str, str] | None,
    names: tuple[str, str],
    palette: Palette,
) -> go.Figure:
    """One indicator by year: actual values as columns, targets as marks across them, baseline as a line, the trend with
    its interval, where it has one.

    Columns: label (the year), target, actual (None where unknown), target_text, actual_text. `names`: of targets and
    actual values; `baseline` with its name; `trend` with the names of line and interval.
    """
    figure = go.Figure()
    labels = list(figures["label"])
    in_order = _in_order(labels, trend)
    if trend:
        _add_trend(figure, *trend, palette)
    if figures["actual"].notna().any():
        figure.add_bar(
            x=labels,
            y=list(figures["actual"]),
            name=names[1],
            width=0.3 if len(in_order) > 1 else 0.12,
            text=list(figures["actual_text"]),
            textposition="outside",
            cliponaxis=False,
            hovertemplate=f"%{{x}}<br>{names[1]}: %{{text}}<extra></extra>",
            marker={"color": palette.general},
        )
    figure.add_scatter(
        x=labels,
        y=list(figures["target"]),
        name=names[0],
        mode="markers",
        text=list(figures["target_text"]),
        cliponaxis=False,
        hovertemplate=f"%{{x}}<br>{names[0]}: %{{text}}<extra></extra>",
        marker={"symbol": "line-ew", "size": 42, "line": {"width": 4, "color": palette.special}},
    )
    for row in records(figures[figures["target"].notna()]):
        # By its place: an axis of words would take 2022 for the 2023rd of them.
        _note(figure, in_order.index(row.label), row.target, row.target_text, palette, xanchor="left", xshift=23)
    if baseline:
        figure.add_scatter(
            x=labels if len(labels) > 1 else labels * 2,
            y=[baseline[0]] * max(len(labels), 2),
            name=baseline[1],
            mode="lines+markers",
            hovertemplate=f"{baseline[1]}<extra></extra>",
            marker={"symbol": "diamond-open", "size": 9, "color": palette.muted},
            line={"color": palette.muted, "dash": "dot", "width": 2},
        )
    styled(figure, palette, height=380)
    figure.update_layout(showlegend=True)
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=in_order)
    figure.update_yaxes(title_text="<br>".join(wrap(unit, 40)), tickformat=AMOUNTS, rangemode="tozero")
    if trend:
        figure.update_yaxes(range=_span(figures, baseline, trend[0]))
    return figure


def is_wider(figures: pd.DataFrame, baseline: tuple[float, str] | None, found: Trend) -> bool:
    """Whether the interval of the trend goes beyond the axis of `years`."""
    bottom, top = _span(figures, baseline, found)
    return any(
        point.low is not None and point.high is not None and (point.low < bottom or point.high > top)
        for point in found.points
    )


def _span(figures: pd.DataFrame, baseline: tuple[float, str] | None, found: Trend) -> list[float]:
    """The axis follows what is known and the line, with room for the numbers; an interval of few points is so wide
    that nothing else could be seen beside it."""
    shown = [*figures["target"].dropna(), *figures["actual"].dropna(), *(point.value for point in found.points), 0.0]
    shown += [baseline[0]] if baseline else []
    lowest, highest = min(shown), max(shown)
    room = 0.15 * (highest - lowest) or 1.0
    return [lowest - room if lowest < 0 else 0.0, highest + room if highest > 0 else 0.0]


def _in_order(labels: list[str], trend: tuple[Trend, str, str] | None) -> list[str]:
    return sorted({*labels, *(str(point.year) for point in trend[0].points)} if trend else set(labels))


def _add_trend(figure: go.Figure, found: Trend, line: str, interval: str, palette: Palette) -> None:
    at = [str(point.year) for point in found.points]
    band: dict[str, Any] = {"fill": "toself", "fillcolor": palette.grid, "line": {"width": 0}, "mode": "lines"}
    if all(point.low is not None for point in found.points):
        figure.add_scatter(
            x=at + at[::-1],
            y=[point.high for point in found.points] + [point.low for point in reversed(found.points)],
            name=interval,
            hoverinfo="skip",
            opacity=0.6,
            **band,
        )
    figure.add_scatter(
        x=at,
        y=[point.value for point in found.points],
        name=line,
        mode="lines",
        hovertemplate=f"%{{x}}<br>{line}: %{{y:{AMOUNTS}}}<extra></extra>",
        line={"color": palette.loss, "dash": "dash", "width": 2},
    )
