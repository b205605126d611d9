"""Charts of plans side by side: what they are given is what they draw."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import compare, palette

NAMES = {"a": "Програма А", "b": "Програма Б", "c": "Паспорт"}


def traces(figure: go.Figure) -> list[Any]:
    return list(figure.select_traces())


def test_totals_draw_every_plan_with_its_number_or_the_reason():
    """A plan without an amount keeps its row, and says why it has no bar; a passport is hatched."""
    plans = pd.DataFrame(
        {
            "point": ["a", "b", "c"],
            "label": list(NAMES.values()),
            "value": [27.4, None, 1.5],
            "text": ["27,4", "слова замість сум", "1,5"],
            "other_scope": [False, False, True],
        }
    )
    figure = compare.totals(plans, axis="Усього, млн грн", palette=palette.LIGHT)
    (bars,) = traces(figure)
    assert list(bars.x) == [27.4, 0.0, 1.5]
    assert list(bars.text) == ["27,4", "слова замість сум", "1,5"]
    assert list(bars.customdata) == ["a", "b", "c"]
    assert list(bars.marker.pattern.shape) == ["", "", "/"]
    assert [note.text for note in figure.layout.annotations] == list(NAMES.values())
    assert figure.layout.xaxis.title.text == "Усього, млн грн"


def test_a_plan_has_one_look_in_every_chart():
    """Colour and pattern go by the place among all plans, also where another has nothing to draw."""
    sums = pd.DataFrame({"plan": ["c"], "fiscal_year": [2022], "point": ["c/2022"], "value": [1.5], "text": ["1,5"]})
    shares = pd.DataFrame(
        {
            "plan": ["a", "c", "c"],
            "label": ["управління", "управління", "послуги"],
            "value": [82.6, 53.8, 16.6],
            "text": ["82,6 %", "53,8 %", "16,6 %"],
            "point": ["a/governance", "c/governance", "c/services"],
        }
    )
    (columns,) = traces(compare.years(sums, axis="Усього, млн грн", unit="млн грн", palette=palette.LIGHT, plans=NAMES))
    first, third = traces(compare.shares(shares, axis="Частка", palette=palette.LIGHT, plans=NAMES))
    assert columns.marker.to_plotly_json() == third.marker.to_plotly_json()
    assert first.marker.color != third.marker.color
    assert first.marker.pattern.shape != third.marker.pattern.shape


def test_shares_stand_side_by_side():
    """A row a group and a bar a plan, in per cent; bars of a row do not cover each other."""
    shares = pd.DataFrame(
        {
            "plan": ["a", "b"],
            "label": ["управління"] * 2,
            "value": [82.6, 53.8],
            "text": ["82,6 %", "53,8 %"],
            "point": ["a/governance", "b/governance"],
        }
    )
    figure = compare.shares(shares, axis="Частка", palette=palette.DARK, plans=NAMES)
    upper, lower = traces(figure)
    assert (list(upper.x), list(lower.x)) == ([82.6], [53.8])
    assert list(upper.y) == list(lower.y) == [0]
    assert upper.offset + upper.width < lower.offset
    assert figure.layout.xaxis.title.text == "Частка"
    assert figure.layout.xaxis.ticksuffix == " %"


def test_the_nought_of_an_axis_has_room():
    """Both charts of bars leave a margin at the left, where the label of nought stands half outside the axis."""
    row = pd.DataFrame(
        {"point": ["a"], "plan": ["a"], "label": ["A"], "value": [5.0], "text": ["5"], "other_scope": [False]}
    )
    for figure in (
        compare.totals(row, axis="грн", palette=palette.LIGHT),
        compare.shares(row, axis="Частка", palette=palette.LIGHT, plans={"a": "A"}),
    ):
        assert figure.layout.margin.l >= 10


def test_nothing_to_draw_is_no_error():
    """Empty tables give empty figures."""
    empty = pd.DataFrame(columns=["plan", "point", "fiscal_year", "label", "value", "text", "other_scope"])
    assert traces(compare.years(empty, axis="", unit="грн", palette=palette.LIGHT, plans=NAMES)) == []
    assert traces(compare.shares(empty, axis="Частка", palette=palette.LIGHT, plans=NAMES)) == []
    assert len(traces(compare.totals(empty, axis="", palette=palette.LIGHT))[0].x) == 0
