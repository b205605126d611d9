"""Charts of indicators: what they are given is what they draw."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.trend import trend
from pages.charts import indicators, palette

COUNTS = pd.DataFrame(
    {
        "label": ["Продукт", "Продукт", "Якість"],
        "status": ["met", "no_data", "no_data"],
        "name": ["Досягнуто", "Немає даних", "Немає даних"],
        "figures": [2, 5, 3],
    }
)


def traces(figure: go.Figure) -> list[Any]:
    return list(figure.select_traces())


def drawn(figures: pd.DataFrame | None = None, **changed: Any) -> go.Figure:
    """Targets 4 and 3 and an actual value of 2 in the first year, unless others are given."""
    usual = pd.DataFrame(
        {
            "label": ["2022", "2023"],
            "target": [4.0, 3.0],
            "actual": [2.0, None],
            "target_text": ["4", "3"],
            "actual_text": ["2", "—"],
        }
    )
    asked: dict[str, Any] = {"unit": "од.", "baseline": None, "trend": None, "names": ("Ціль", "Факт")}
    return indicators.years(usual if figures is None else figures, **asked | changed, palette=palette.LIGHT)


def test_statuses_stand_in_order_and_are_told_by_pattern_and_number():
    """A bar a status; each part has its number, and its own pattern."""
    figure = indicators.statuses(COUNTS, labels=["Продукт", "Якість"], axis="Значення", palette=palette.LIGHT)
    met, silent = traces(figure)
    assert (list(met.x), list(met.y)) == ([2], [0])
    assert (list(silent.x), list(silent.y)) == ([5, 3], [0, 1])
    assert met.marker.pattern.shape != silent.marker.pattern.shape
    notes = {(note.x, note.y): note.text for note in figure.layout.annotations}
    assert notes[(1.0, 0)] == "2"
    assert notes[(4.5, 0)] == "5"
    assert notes[(1.5, 1)] == "3"
    assert figure.layout.xaxis.title.text == "Значення"


@pytest.mark.parametrize(("most", "step"), [(1, 1), (9, 1), (10, None)])
def test_small_counts_are_counted_by_whole_numbers(most: int, step: int | None):
    """An axis up to one would else be written 0, 0, 0, 1, 1, 1."""
    one = COUNTS.assign(label="Якість", figures=[0, 0, most])
    axis = indicators.statuses(one, labels=["Якість"], axis="", palette=palette.LIGHT).layout.xaxis
    assert axis.dtick == step


def test_every_status_has_a_pattern_of_its_own():
    """Seven statuses, seven patterns."""
    every = pd.DataFrame(
        [{"label": "А", "status": name, "name": name, "figures": 1} for name in ("met", "partly", "missed", "no_data")]
        + [{"label": "А", "status": name, "name": name, "figures": 1} for name in ("not_a_number", "no_target")]
        + [{"label": "А", "status": "not_rated", "name": "x", "figures": 1}]
    )
    figure = indicators.statuses(every, labels=["А"], axis="", palette=palette.DARK)
    assert len({trace.marker.pattern.shape for trace in traces(figure)}) == 7


def test_targets_are_marks_across_actual_values():
    """The number of a target stands beside its mark, at the place of its year."""
    figure = drawn()
    actual, target = traces(figure)
    assert (actual.type, list(actual.text)) == ("bar", ["2", "—"])
    assert (list(target.y), target.marker.symbol) == ([4.0, 3.0], "line-ew")
    assert [(note.x, note.y, note.text) for note in figure.layout.annotations] == [(0, 4.0, "4"), (1, 3.0, "3")]
    assert figure.layout.yaxis.title.text == "од."


def test_baseline_is_a_line():
    """It has its name and value, and goes through all years."""
    *_, line = traces(drawn(baseline=(1.0, "Базове значення: 1")))
    assert (line.name, list(line.y)) == ("Базове значення: 1", [1.0, 1.0])


def test_trend_goes_on_to_the_last_year_with_its_interval():
    """Years past the last actual value are on the axis; the interval goes there along one side and back."""
    found = trend({2020: 1.0, 2021: 3.0, 2022: 2.0}, 2023)
    band, line, *_ = traces(drawn(trend=(found, "Тренд", "Інтервал")))
    assert list(line.x) == ["2020", "2021", "2022", "2023"]
    assert list(band.x) == ["2020", "2021", "2022", "2023", "2023", "2022", "2021", "2020"]
    assert band.y[3] > line.y[3] > band.y[4]


def test_a_trend_without_an_interval_has_no_band():
    """Points on one line: only the line is drawn, so that no band of no width says that it is sure."""
    found = trend({2020: 1.0, 2021: 2.0, 2022: 3.0}, 2023)
    names = [trace.name for trace in traces(drawn(trend=(found, "Тренд", "Інтервал")))]
    assert "Тренд" in names
    assert "Інтервал" not in names


def test_the_axis_follows_what_is_known_and_the_line():
    """Of 4, 0, 7 the interval goes from -72 to 82; the axis from 0 to 7 and 15 per cent of it, for the numbers."""
    figures = pd.DataFrame({"label": ["2022", "2023", "2024"], "target": [4.0] * 3, "actual": [4.0, 0.0, 7.0]})
    figures = figures.assign(target_text="4", actual_text="x")
    found = trend({2022: 4.0, 2023: 0.0, 2024: 7.0}, 2024, above_zero=True)
    assert found is not None
    own = drawn(trend=(found, "Тренд", "Інтервал"), figures=figures)
    assert list(own.layout.yaxis.range) == pytest.approx([0, 8.05])
    assert min(traces(own)[0].y) == 0
    assert indicators.is_wider(figures, None, found)


def test_without_actual_values_only_targets_are_drawn():
    """An empty column would say zero."""
    figures = pd.DataFrame(
        {"label": ["2022"], "target": [4.0], "actual": [None], "target_text": ["4"], "actual_text": ["—"]}
    )
    (target,) = traces(
        indicators.years(figures, unit="", baseline=None, trend=None, names=("Ціль", "Факт"), palette=palette.LIGHT)
    )
    assert target.name == "Ціль"


def test_a_bullet_shows_how_far_beyond_the_target():
    """Half of the target, and 233 % of it: both bars end where they are, and the target is a mark at 100."""
    rated = pd.DataFrame(
        {
            "label": ["2022: Мережі", "2024: Мережі"],
            "status": ["partly", "met"],
            "attainment": [0.5, 7 / 3],
            "text": ["50,0 %", "233,3 %"],
        }
    )
    figure = indicators.bullets(rated, target="Ціль", axis="Частка цілі", palette=palette.LIGHT)
    half, beyond, marks = traces(figure)
    assert (half.x[0], round(beyond.x[0], 1)) == (50, 233.3)
    assert half.marker.pattern.shape != beyond.marker.pattern.shape
    assert (list(marks.x), list(marks.y), marks.name) == ([100, 100], [0, 1], "Ціль")
    assert figure.layout.xaxis.range[1] > 233.3
    assert {"50,0 %", "233,3 %"} <= {note.text for note in figure.layout.annotations}
