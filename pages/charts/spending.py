"""Charts of where the money goes."""

from dataclasses import dataclass
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, fund_marker, on_fund, styled

_BAR = 46
_LINE = 22
_NAME = 42
"""Signs in a line of a name above its bar: a phone has room for them."""
_ON_A_PHONE, _ON_A_DESK = (53, 26), (86, 44)
"""Signs in a line, and lines, of the smallest words that a square as large as the picture would hold; a tile of a share
holds its root of them. A fifth less of signs: tiles are often narrower than high."""
_HEADER = 66
"""The same for the line over the parts of a group, on a phone; it spans the whole tile."""
_FEWEST_SIGNS = 8
_OPEN = 0.15
"""A group with less of the picture is one tile with its name: its parts would leave no room for that, nor have any."""
_SMALLEST_WORDS = 10
"""Pixels: words that would have to be smaller to fit their tile are left to the pointer."""


@dataclass(frozen=True)
class _Tile:
    id: str
    parent: str
    label: str
    value: float
    words: str
    colour: str


def bars(groups: pd.DataFrame, *, unit: str, palette: Palette, colours: list[str] | None = None) -> go.Figure:
    """Sorted horizontal bars, largest on top, each name above its bar so that a phone has room for both.

    Columns: label, value (in `unit`), text. Negative values go left; a click names the label.
    """
    places = list(range(len(groups)))
    values = [float(value) for value in groups["value"]]
    figure = go.Figure(
        go.Bar(
            x=values,
            y=places,
            width=0.42,
            customdata=list(groups["label"]),
            text=list(groups["text"]),
            hovertext=[f"{label}: {text}" for label, text in zip(groups["label"], groups["text"], strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
            orientation="h",
            marker={"color": colours or [palette.general if value >= 0 else palette.loss for value in values]},
            textposition="outside",
            cliponaxis=False,
        )
    )
    names = [wrap(str(label), _NAME, max_lines=2, placeholder="…") for label in groups["label"]]
    more = max((len(lines) for lines in names), default=1) - 1
    styled(figure, palette, height=70 + (_BAR + _LINE * more) * max(len(groups), 2))
    for place, lines in zip(places, names, strict=True):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=place - 0.24,
            yanchor="bottom",
            text="<br>".join(lines),
            align="left",
            showarrow=False,
            font={"size": 12},
        )
    # Room on the right for the number of the longest bar.
    figure.update_xaxes(
        title_text=unit, tickformat=AMOUNTS, range=[min(0, *values) * 1.2, max(0, *values) * 1.2] if values else None
    )
    figure.update_yaxes(range=[len(groups) - 0.5, -0.8 - 0.1 * more], visible=False)
    return figure


def tile_id(group: str, part: str) -> str:
    """The id of a part's tile; that of a group's tile is its name."""
    return f"{group}\n{part}"


def treemap(
    parts: pd.DataFrame,
    *,
    root: str,
    unit: str,
    palette: Palette,
    level: str | None = None,
    chosen: str | None = None,
) -> go.Figure:
    """Parts of a whole, two levels deep. Columns: group, group_text (its total in words), part, value (in `unit`),
    text; all values above zero.

    A small group hides its parts until it fills the picture, and says its total. Tiles too small for words carry none;
    a pointer held over them tells. `level`: the group that fills the picture, none for all of them. `chosen`: the id
    of a tile with a thick frame.
    """
    totals = parts.groupby("group", sort=False)["value"].sum().sort_values(ascending=False)
    whole = float(totals.sum())
    said = dict(zip(parts["group"], parts["group_text"], strict=True))
    tiles = [_Tile(root, "", root, whole, "", palette.surface)]
    for place, (group, total) in enumerate(totals.items()):
        name, colour = str(group), palette.sequence[place % len(palette.sequence)]
        shown = float(total) if name == level else whole
        share = float(total) / shown
        if share < _OPEN:
            tiles.append(_Tile(name, root, name, float(total), _words(name, str(said[group]), share), colour))
            continue
        tiles.append(_Tile(name, root, name, float(total), _header(name, share), colour))
        inside = parts[parts["group"] == group]
        for part, value, text in zip(inside["part"], inside["value"], inside["text"], strict=True):
            words = _words(str(part), str(text), float(value) / shown)
            tiles.append(_Tile(tile_id(name, str(part)), name, str(part), float(value), words, colour))
    figure = go.Figure(
        go.Treemap(
            ids=[tile.id for tile in tiles],
            parents=[tile.parent for tile in tiles],
            labels=[tile.label for tile in tiles],
            values=[tile.value for tile in tiles],
            text=[tile.words for tile in tiles],
            branchvalues="total",
            marker={
                "colors": [tile.colour for tile in tiles],
                "line": {
                    "color": [palette.text if tile.id == chosen else palette.surface for tile in tiles],
                    "width": [4 if tile.id == chosen else 1.5 for tile in tiles],
                },
                "pad": {"t": 22, "l": 3, "r": 3, "b": 3},
            },
            root={"color": palette.surface},
            textinfo="text",
            textfont={"color": palette.on_tile, "size": 13},
            insidetextfont={"color": palette.on_tile, "size": 13},
            hovertemplate=f"%{{label}}<br>%{{value:,.1f}} {unit}<br>%{{percentRoot:.1%}}<extra></extra>",
            pathbar={"visible": False},
            maxdepth=3,
            level=level if level in set(totals.index) else root,
            tiling={"pad": 1},
        )
    )
    styled(figure, palette, height=480)
    figure.update_layout(
        margin={"l": 0, "r": 0, "t": 4, "b": 0}, uniformtext={"minsize": _SMALLEST_WORDS, "mode": "hide"}
    )
    return figure


def _header(name: str, share: float) -> str:
    """The name of a group in one line over its parts, as long as its tile of the picture is likely to be wide."""
    return _cut(name, int(_HEADER * min(share, 0.7) ** 0.5))


def _words(name: str, text: str, share: float) -> str:
    """Name and number in lines that a tile of this share of the picture is likely to hold on a phone, or at least on a
    desk."""
    for across, down in (_ON_A_PHONE, _ON_A_DESK):
        signs, most = min(int(across * share**0.5), _LINE), int(down * share**0.5) - 1
        if signs >= _FEWEST_SIGNS:
            name = " ".join(_cut(word, signs) for word in name.split())
            lines = wrap(name, signs, max_lines=max(most, 1), placeholder="…", break_long_words=False)
            if lines[-1] == "…" and len(lines) > 1:
                lines[-2:] = [f"{lines[-2].rstrip('…')}…"]
            return "<br>".join([*lines, f"<b>{text}</b>"])
    return ""


def _cut(name: str, signs: int) -> str:
    return name if len(name) <= signs else f"{name[: signs - 1].rstrip()}…"


def pareto(lines: pd.DataFrame, *, names: tuple[str, str], most: int, palette: Palette) -> go.Figure:
    """How much of the money the dearest lines make together: columns place (from 1), cumulative (per cent), words.

    `names`: of the axes. The line where `most` lines make 80 % is marked.
    """
    figure = go.Figure(
        go.Scatter(
            x=[0, *lines["place"]],
            y=[0.0, *lines["cumulative"]],
            hovertext=["", *lines["words"]],
            hovertemplate="%{hovertext}<extra></extra>",
            mode="lines+markers",
            line={"color": palette.general, "width": 2},
            marker={"size": 6},
            cliponaxis=False,
        )
    )
    styled(figure, palette, height=320)
    figure.add_shape(
        type="line", x0=0, x1=1, xref="paper", y0=80, y1=80, line={"color": palette.text, "width": 1, "dash": "dot"}
    )
    figure.add_shape(
        type="line", x0=most, x1=most, y0=0, y1=1, yref="paper", line={"color": palette.text, "width": 1, "dash": "dot"}
    )
    figure.update_xaxes(title_text=names[0], range=[0, len(lines) + 0.5], tickformat=",d")
    figure.update_yaxes(title_text=names[1], range=[0, 105], ticksuffix=" %")
    return figure


def columns(sums: pd.DataFrame, *, unit: str, palette: Palette, funds: dict[str, str]) -> go.Figure:
    """A column a year, funds stacked. `funds`: fund -> its name.

    Columns: point (its name in the address), fiscal_year, fund, value (in `unit`), text.
    """
    figure = go.Figure()
    for fund, name in funds.items():
        part = sums[sums["fund"] == fund]
        if part.empty:
            continue
        figure.add_bar(
            x=[str(year) for year in part["fiscal_year"]],
            y=[float(value) for value in part["value"]],
            name=name,
            text=list(part["text"]),
            customdata=list(part["point"]),
            hovertemplate=f"%{{x}}, {name}: %{{text}} {unit}<extra></extra>",
            marker=fund_marker(fund, palette),
            insidetextfont=on_fund(fund, palette),
            textangle=0,
        )
    styled(figure, palette, height=360)
    count = sums["fiscal_year"].nunique()
    figure.update_layout(barmode="relative")
    figure.update_traces(width=0.55 * min(1, count / 3))
    figure.update_xaxes(type="category", showgrid=False)
    figure.update_yaxes(title_text=unit, rangemode="tozero", tickformat=AMOUNTS)
    return figure
