"""Charts as pure functions: what they are given is what they draw."""

import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from pages.charts import overview, palette, spending

GROUPS = pd.DataFrame({"id": ["a", "b"], "label": ["Перша", "Друга"], "value": [30.5, -2.0], "text": ["30,5", "−2,0"]})
PARTS = pd.DataFrame(
    {
        "group": ["A", "A", "B"],
        "group_text": ["90,0", "90,0", "10,0"],
        "part": ["комп'ютери", "принтери", "ліцензії"],
        "value": [60.0, 30.0, 10.0],
        "text": ["60,0", "30,0", "10,0"],
    }
)
SUMS = pd.DataFrame(
    {
        "point": ["2019/general", "2019/special", "2020/general"],
        "fiscal_year": [2019, 2019, 2020],
        "fund": ["general", "special", "general"],
        "value": [1.0, 2.0, 3.0],
        "text": ["1,0", "2,0", "3,0"],
    }
)
FUNDS = {"general": "Загальний фонд", "special": "Спеціальний фонд", "unspecified": "Фонд не вказано"}
THEMES = [palette.LIGHT, palette.DARK]


def traces(figure: go.Figure) -> list[Any]:
    """The traces of a figure."""
    return list(figure.select_traces())


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.1."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_bars_draw_every_group_with_its_number_and_unit():
    """One bar a group, negative ones to the left, the unit on the axis, the group's name for a click."""
    figure = spending.bars(GROUPS, unit="тис. грн", palette=palette.LIGHT)
    bar = traces(figure)[0]
    assert list(bar.x) == [30.5, -2.0]
    assert list(bar.customdata) == ["Перша", "Друга"]
    assert list(bar.text) == ["30,5", "−2,0"]
    assert [note.text for note in figure.layout.annotations] == ["Перша", "Друга"]
    assert figure.layout.xaxis.title.text == "тис. грн"
    assert figure.layout.xaxis.range[0] < -2.0
    assert figure.layout.xaxis.range[1] > 30.5


def test_treemap_parts_add_up_to_their_whole():
    """The root holds 100, A 90, B 10; a part's id names its group on the first line."""
    tree = traces(spending.treemap(PARTS, root="Увесь план", unit="тис. грн", palette=palette.LIGHT))[0]
    values = dict(zip(tree.ids, tree.values, strict=True))
    assert values["Увесь план"] == 100
    assert values["A"] == 90
    assert values["B"] == 10
    assert values["A\nпринтери"] == 30
    assert tree.branchvalues == "total"


def test_words_of_a_treemap_can_be_read():
    """No words below 10 pixels: a tile too small for them carries none."""
    figure = spending.treemap(PARTS, root="Увесь план", unit="тис. грн", palette=palette.LIGHT)
    assert (figure.layout.uniformtext.minsize, figure.layout.uniformtext.mode) == (10, "hide")


def test_a_small_group_says_its_name_and_total_in_place_of_its_parts():
    """A group with a sixteenth of the plan has room for a fourth of 53 signs, 13: its name stands in several lines over
    its total, longer words are cut, and no part takes its room. One with a ten-thousandth has no words."""
    name = "Департамент з питань економічного розвитку"
    parts = pd.DataFrame(
        {
            "group": ["A", name, "Мала"],
            "group_text": ["937,5", "62,5", "0,1"],
            "part": ["x", "y", "z"],
            "value": [937.5, 62.4, 0.1],
            "text": ["1", "2", "3"],
        }
    )
    tree = traces(spending.treemap(parts, root="Увесь план", unit="грн", palette=palette.LIGHT))[0]
    words = dict(zip(tree.ids, tree.text, strict=True))
    assert words == {
        "Увесь план": "",
        "A": "A",
        "A\nx": "x<br><b>1</b>",
        name: "Департамент з<br>питань<br>економічного<br>розвитку<br><b>62,5</b>",
        "Мала": "",
    }


def test_a_group_that_fills_the_picture_shows_its_parts():
    """B has a tenth of the plan, and a part: opened, it is the line over that."""
    tree = traces(spending.treemap(PARTS, root="Увесь план", unit="грн", palette=palette.LIGHT, level="B"))[0]
    words = dict(zip(tree.ids, tree.text, strict=True))
    assert (words["B"], words["B\nліцензії"]) == ("B", "ліцензії<br><b>10,0</b>")


def test_the_curve_of_the_dearest_lines_reaches_80_per_cent():
    """Lines of 50, 35 and 15 from nought on: two of them make 85 %, and the crossing lines stand at 80 % and at 2."""
    lines = pd.DataFrame({"place": [1, 2, 3], "cumulative": [50.0, 85.0, 100.0], "words": ["1", "2", "3"]})
    figure = spending.pareto(lines, names=("рядки", "частка"), most=2, palette=palette.LIGHT)
    curve = traces(figure)[0]
    assert list(curve.x) == [0, 1, 2, 3]
    assert list(curve.y) == [0, 50, 85, 100]
    assert [(shape.y0, shape.y1) for shape in figure.layout.shapes if shape.xref == "paper"] == [(80, 80)]
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes if shape.yref == "paper"] == [(2, 2)]


def test_columns_stack_funds_by_year():
    """A trace a fund that has amounts; funds are told by a pattern too, not by colour alone."""
    figure = spending.columns(SUMS, unit="тис. грн", palette=palette.LIGHT, funds=FUNDS)
    assert [(trace.name, list(trace.x), list(trace.y)) for trace in traces(figure)] == [
        ("Загальний фонд", ["2019", "2020"], [1.0, 3.0]),
        ("Спеціальний фонд", ["2019"], [2.0]),
    ]
    assert figure.layout.yaxis.title.text == "тис. грн"
    assert traces(figure)[0].marker.pattern.shape != traces(figure)[1].marker.pattern.shape


def test_plans_stand_edition_beside_edition():
    """Columns are told by year and, within a year, by edition."""
    figure = overview.plans(
        SUMS.assign(edition=["№ 1", "№ 1", "№ 2"]), unit="тис. грн", palette=palette.DARK, funds=FUNDS
    )
    general = traces(figure)[0]
    assert [list(level) for level in general.x] == [["2019", "2020"], ["№ 1", "№ 2"]]
    assert list(general.y) == [1.0, 3.0]


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark"])
def test_colours_can_be_told_and_words_can_be_read(colours: palette.Palette):
    """Text has a contrast of 4.5:1 or more on what it stands on; bars have 3:1 or more on the page."""
    assert contrast(colours.text, colours.surface) >= 4.5
    assert contrast(colours.muted, colours.surface) >= 4.5
    assert contrast(colours.on_general, colours.general) >= 4.5
    assert contrast(colours.on_special, colours.special) >= 4.5
    assert all(contrast(colours.on_tile, tile) >= 4.5 for tile in colours.sequence)
    for bar in (colours.general, colours.unspecified, colours.loss):
        assert contrast(bar, colours.surface) >= 3


def test_charts_stand_on_the_colours_of_the_page():
    """Text and background of the charts are those of the theme in .streamlit/config.toml."""
    config = tomllib.loads(
        (Path(palette.__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    )
    for name, colours in (("light", palette.LIGHT), ("dark", palette.DARK)):
        theme = config["theme"][name]
        assert (theme["textColor"], theme["backgroundColor"]) == (colours.text, colours.surface)


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark"])
def test_figures_write_numbers_as_in_ukrainian(colours: palette.Palette):
    """A decimal comma and a space between thousands, on axes too."""
    figure: go.Figure = spending.bars(GROUPS, unit="грн", palette=colours)
    assert figure.layout.separators == ",\u00a0"
    assert figure.layout.xaxis.tickformat == ",~f"


def test_an_empty_table_is_no_error():
    """Nothing to draw gives an empty figure."""
    assert len(traces(spending.bars(GROUPS.iloc[:0], unit="грн", palette=palette.LIGHT))[0].x) == 0
    assert traces(spending.columns(SUMS.iloc[:0], unit="грн", palette=palette.LIGHT, funds=FUNDS)) == []


def test_long_names_stand_whole_above_their_bars():
    """Names that begin alike are told apart: a second line holds what a phone has no room for in the first."""
    start = "Технічна підтримка, оновлення програмного забезпечення"
    labels = [f"{start} реєстру дітей", f"{start} особистого кабінету мешканця"]
    figure = spending.bars(GROUPS.assign(label=labels), unit="грн", palette=palette.LIGHT)
    texts = [str(note.text) for note in figure.layout.annotations]
    assert [text.replace("<br>", " ").split()[-1] for text in texts] == ["дітей", "мешканця"]
    assert all(len(line) <= 42 for text in texts for line in text.split("<br>"))


def test_the_chosen_part_has_a_frame():
    """The tile whose lines the table holds is told by its frame."""
    tree = traces(
        spending.treemap(
            PARTS,
            root="Увесь план",
            unit="тис. грн",
            palette=palette.LIGHT,
            level="A",
            chosen=spending.tile_id("A", "принтери"),
        )
    )[0]
    widths = dict(zip(tree.ids, tree.marker.line.width, strict=True))
    assert max(widths, key=lambda tile: widths[tile]) == "A\nпринтери"
    assert sorted(widths.values())[-2] < widths["A\nпринтери"]
