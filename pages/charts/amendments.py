"""Charts of what decisions change."""

from collections.abc import Sequence
from textwrap import shorten, wrap

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, styled

_BAR = 52
_NAME = 54
_NODE = 24
_STEP = 9


def waterfall(steps: pd.DataFrame, *, unit: str, palette: Palette) -> go.Figure:
    """The way from the first plan to the last: plans stand on zero, changes hang between them.

    Columns: point (its name in the address), label (of the act), what (the step is), value (in `unit`; None for an act
    that nobody has), text, is_plan. A change is told from a plan by its place, a growth from a fall by sign and colour.
    """
    values = [0.0 if value is None else float(value) for value in steps["value"]]
    plans = [value for value, is_plan in zip(values, steps["is_plan"], strict=True) if is_plan]
    figure = go.Figure(
        go.Waterfall(
            x=[
                "<br>".join([label, *wrap(part, _STEP)])
                for label, part in zip(steps["label"], steps["what"], strict=True)
            ],
            y=values,
            measure=["absolute" if is_plan else "relative" for is_plan in steps["is_plan"]],
            text=list(steps["text"]),
            customdata=list(steps["point"]),
            hovertemplate=f"%{{x}}<br>%{{text}} {unit}<extra></extra>",
            textposition="outside",
            cliponaxis=False,
            increasing={"marker": {"color": palette.special}},
            decreasing={"marker": {"color": palette.loss}},
            totals={"marker": {"color": palette.general}},
            connector={"line": {"color": palette.muted, "width": 1, "dash": "dot"}},
        )
    )
    styled(figure, palette, height=420)
    figure.update_layout(showlegend=False, waterfallgap=0.35)
    figure.update_xaxes(showgrid=False, tickangle=0, tickfont={"size": 11})
    figure.update_yaxes(
        title_text=unit, tickformat=AMOUNTS, range=[min(0, *values) * 1.2, max(0, *_reached(values, plans)) * 1.15]
    )
    return figure


def _reached(values: Sequence[float], plans: Sequence[float]) -> list[float]:
    """How high the steps stand at most: the first plan and what is added to it."""
    return [*plans, (plans[0] if plans else 0) + sum(value for value in values if value > 0 and value not in plans), 1]


def flows(links: pd.DataFrame, *, unit: str, palette: Palette) -> go.Figure:
    """What moved where: from the lines that lose, on the left, to those that gain.

    Columns: source, target (what the ends are called, each end by a name of its own), value (in `unit`), text.
    """
    gives, takes = set(links["source"]), set(links["target"])
    nodes = list(dict.fromkeys([*links["source"], *links["target"]]))
    colours = [
        palette.loss if node not in takes else palette.general if node not in gives else palette.muted for node in nodes
    ]
    figure = go.Figure(
        go.Sankey(
            arrangement="snap",
            node={
                "label": ["<br>".join(wrap(shorten(node, 2 * _NODE, placeholder="…"), _NODE)) for node in nodes],
                "customdata": nodes,
                "color": colours,
                "hovertemplate": "%{customdata}<extra></extra>",
                "pad": 30,
                "thickness": 12,
                "line": {"width": 0},
            },
            link={
                "source": [nodes.index(name) for name in links["source"]],
                "target": [nodes.index(name) for name in links["target"]],
                "value": [float(value) for value in links["value"]],
                "customdata": list(links["text"]),
                "color": palette.grid,
                "hovertemplate": f"%{{customdata}} {unit}<extra></extra>",
            },
            textfont={"color": palette.text, "size": 11},
        )
    )
    return styled(figure, palette, height=90 + 56 * max(len(links), 2))


def diverging(groups: pd.DataFrame, *, names: tuple[str, str], unit: str, palette: Palette) -> go.Figure:
    """Bars to both sides: what each group loses goes left, what it gains right; the names stand above the bars.

    Columns: label, increase, decrease (in `unit`), text (the net change). `names`: of gains and losses.
    """
    places = list(range(len(groups)))
    figure = go.Figure()
    for column, name, colour, pattern in (
        ("increase", names[0], palette.special, ""),
        ("decrease", names[1], palette.loss, "/"),
    ):
        figure.add_bar(
            x=[float(value) for value in groups[column]],
            y=places,
            name=name,
            orientation="h",
            width=0.4,
            customdata=list(groups["label"]),
            hovertext=[f"{label}: {text}" for label, text in zip(groups["label"], groups["text"], strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": colour,
                "pattern": {"shape": pattern, "fillmode": "overlay", "fgcolor": palette.surface, "fgopacity": 0.35},
            },
        )
    styled(figure, palette, height=90 + _BAR * max(len(groups), 2))
    for place, label, text in zip(places, groups["label"], groups["text"], strict=True):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=place - 0.24,
            yanchor="bottom",
            # The number first: a phone cuts the end of a long name.
            text=f"<b>{text}</b> {shorten(str(label), _NAME, placeholder='…')}",
            showarrow=False,
            font={"size": 12},
        )
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text=unit, tickformat=AMOUNTS)
    figure.update_yaxes(range=[len(groups) - 0.5, -0.8], visible=False)
    return figure
