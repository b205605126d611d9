"""Charts of what decisions change."""

from collections.abc import Sequence
from textwrap import shorten, wrap

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, styled

_BAR = 52
_NAME = 54
_END = 26
_LINE = 15
_STEP = 9


def waterfall(steps: pd.DataFrame, *, unit: str, palette: Palette) -> go.Figure:
    """The way from the first plan to the last: plans stand on zero, changes hang between them.

    Columns: point (its name in the address), label (of the act), what (the step is), value (in `unit`; None for an act
    that nobody has), text, is_plan. A change is told from a plan by its place, a growth from a fall by sign and colour.
    """
    values = [0.0 if pd.isna(value) else float(value) for value in steps["value"]]
    levels = _levels(values, list(steps["is_plan"]))
    figure = go.Figure(
        go.Waterfall(
            x=list(range(len(steps))),
            y=values,
            measure=["absolute" if is_plan else "relative" for is_plan in steps["is_plan"]],
            text=list(steps["text"]),
            customdata=list(steps["point"]),
            hovertext=list(steps["what"]),
            hovertemplate=f"%{{hovertext}}<br>%{{text}} {unit}<extra></extra>",
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
    # By place, not by name: two acts may bear one number.
    figure.update_xaxes(
        tickvals=list(range(len(steps))),
        ticktext=[
            "<br>".join([act, *wrap(what, _STEP)]) for act, what in zip(steps["label"], steps["what"], strict=True)
        ],
        tickangle=0,
        tickfont={"size": 11},
        showgrid=False,
        zeroline=False,
    )
    # Room for the numbers above and below the bars.
    lowest, highest = min(0.0, *levels), max(0.0, *levels)
    room = 0.12 * (highest - lowest or 1)
    figure.update_yaxes(
        title_text=unit, tickformat=AMOUNTS, range=[lowest - room if lowest < 0 else 0, highest + room or 1]
    )
    return figure


def _levels(values: Sequence[float], are_plans: Sequence[bool]) -> list[float]:
    """How high the plan stands after each step."""
    found = [0.0]
    for value, is_plan in zip(values, are_plans, strict=True):
        found.append(value if is_plan else found[-1] + value)
    return found


def flows(links: pd.DataFrame, *, unit: str, palette: Palette) -> go.Figure:
    """What moved where: from the lines that lose, on the left, to those that gain.

    Columns: source, target (the ends, each by a name of its own), source_name, target_name (what they are called),
    source_note, target_note (what stands above the name), value (in `unit`), text.
    """
    gives, takes = set(links["source"]), set(links["target"])
    called = {
        node: (name, note)
        for end in ("source", "target")
        for node, name, note in zip(links[end], links[f"{end}_name"], links[f"{end}_note"], strict=True)
    }
    nodes = list(called)
    labels = [_of_end(name, note) for name, note in called.values()]
    apart = _LINE * (max(map(len, labels)) + 1)
    colours = [
        palette.loss if node not in takes else palette.general if node not in gives else palette.muted for node in nodes
    ]
    figure = go.Figure(
        go.Sankey(
            arrangement="snap",
            node={
                # As many empty lines lift the words above the middle, where a thin arrow would strike them through.
                "label": ["<br>".join([*lines, *["\u00a0"] * len(lines)]) for lines in labels],
                "customdata": [", ".join(filter(None, said)) for said in called.values()],
                "color": colours,
                "hovertemplate": "%{customdata}<extra></extra>",
                "pad": apart,
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
    # The words of the first end stand above it, and the unit, which no axis can name here, above them.
    above = apart + 2 * _LINE
    styled(figure, palette, height=above + (apart + _LINE) * max(len(gives), len(takes)))
    figure.add_annotation(
        text=unit,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=apart,
        showarrow=False,
        font={"color": palette.muted, "size": 13},
    )
    return figure.update_layout(margin={"t": above, "b": _LINE})


def _of_end(name: str, note: str) -> list[str]:
    """The words of an end, in lines so short that those of both sides find room beside each other on a phone."""
    return [*wrap(note, _END), *wrap(shorten(name, 2 * _END, placeholder="…"), _END)]


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
            bgcolor=palette.surface,
            borderpad=0,
        )
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text=unit, tickformat=AMOUNTS)
    figure.update_yaxes(range=[len(groups) - 0.5, -0.8], visible=False)
    return figure
