"""The figure of observed, published and expected people."""

from typing import Any

import pandas as pd
import pytest

from pages.charts import palette, population

LEGEND = population.Legend("фактично", "прогноз", "тренд", "інтервал")
YEARS = pd.DataFrame(
    {
        "year": [2019, 2020, 2021],
        "observed": [110, 100, None],
        "published": [None, None, 91],
        "recomputed": [110, 100, 90],
        "low": [100, 90, 70],
        "high": [120, 110, 110],
        "point": ["a", "b", "c"],
    },
    dtype=object,
)


def drawn(years: pd.DataFrame, theme: palette.Palette = palette.LIGHT) -> Any:
    return population.projection(years, axis="осіб", legend=LEGEND, palette=theme)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK])
def test_every_part_is_drawn(theme):
    """Band, line, filled circles for what was observed and hollow diamonds for what is published."""
    band, line, observed, published = drawn(YEARS, theme).data
    assert (list(band.x), list(band.y)) == ([2019, 2020, 2021, 2021, 2020, 2019], [120, 110, 110, 70, 90, 100])
    assert list(line.y) == [110, 100, 90]
    assert (list(observed.x), list(observed.y), observed.marker.symbol) == ([2019, 2020], [110, 100], "circle")
    assert (list(published.y), list(published.customdata), published.marker.symbol) == ([91], ["c"], "diamond-open")
    assert [trace.name for trace in (band, line, observed, published)] == ["інтервал", "тренд", "фактично", "прогноз"]


def test_axes_name_their_unit_and_hold_everything():
    """People on the axis, whole years below; the range holds the interval: 70 to 120, and room."""
    layout = drawn(YEARS).layout
    assert layout.yaxis.title.text == "осіб"
    assert layout.yaxis.range[0] < 70
    assert layout.yaxis.range[1] > 120
    assert layout.xaxis.tickformat == "d"


def test_without_an_interval_or_a_projection():
    """What is not there is not drawn."""
    bare = YEARS.assign(low=None, high=None, published=None)
    assert [trace.name for trace in drawn(bare).data] == ["тренд", "фактично"]


def test_equal_counts():
    """A level population has an axis with some height."""
    layout = drawn(YEARS.assign(observed=5, published=None, recomputed=5, low=5, high=5)).layout
    assert layout.yaxis.range[0] < 5 < layout.yaxis.range[1]
