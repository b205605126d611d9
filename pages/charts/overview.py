"""Charts of the plan and how it changed."""

import pandas as pd
import plotly.graph_objects as go

from pages.charts.palette import Palette
from pages.charts.template import AMOUNTS, fund_marker, on_fund, styled


def plans(sums: pd.DataFrame, *, unit: str, palette: Palette, funds: dict[str, str]) -> go.Figure:
    """Columns by year, one beside the other for each edition, funds stacked.

    Columns: point (its name in the address), fiscal_year, edition (its name), fund, value (in `unit`), text.
    `funds`: fund -> its name.
    """
    figure = go.Figure()
    for fund, name in funds.items():
        part = sums[sums["fund"] == fund]
        if part.empty:
            continue
        figure.add_bar(
            x=[[str(year) for year in part["fiscal_year"]], list(part["edition"])],
            y=[float(value) for value in part["value"]],
            name=name,
            text=list(part["text"]),
            customdata=list(part["point"]),
            hovertemplate=f"%{{x}}<br>{name}: %{{text}} {unit}<extra></extra>",
            marker=fund_marker(fund, palette),
            insidetextfont=on_fund(fund, palette),
            textangle=0,
        )
    styled(figure, palette, height=400)
    figure.update_layout(barmode="relative", bargap=0.25)
    figure.update_xaxes(showgrid=False, dividercolor=palette.grid, tickangle=0, tickfont={"size": 11})
    figure.update_yaxes(title_text=unit, rangemode="tozero", tickformat=AMOUNTS)
    return figure
