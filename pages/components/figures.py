"""Charts on a page: shown in the reader's theme, named for screen readers, saved as a picture."""

from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.charts import palette
from pages.components import language
from pages.components.language import _


def colours() -> palette.Palette:
    """The palette of the theme the reader has."""
    return palette.of(st.context.theme.type)


def show(figure: go.Figure, name: str, *, key: str, on_click: Callable[[dict[str, Any]], None] | None = None) -> None:
    """Draw a chart. `name` is its accessible name; `on_click` gets the point that was clicked, or nothing when the
    click takes the choice back."""
    config = {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"filename": f"koshtorys-{key}", "scale": 2},
        "locale": language.current(),
        "locales": {"uk": _toolbar()},
    }
    if on_click is None:
        st.plotly_chart(figure, theme=None, config=config, key=key, alt=name)
        return

    def clicked() -> None:
        st.session_state["_clicked_figure"] = key
        points = st.session_state[key]["selection"]["points"]
        on_click(points[0] if points else {})

    st.plotly_chart(figure, theme=None, config=config, key=key, alt=name, on_select=clicked, selection_mode="points")


def clicked_last(keys: Sequence[str]) -> str:
    """Which of several figures that share a filter the reader clicked last; the first of them when a link brought the
    filter."""
    last = st.session_state.get("_clicked_figure")
    return next((key for key in keys if key == last), keys[0])


def _toolbar() -> dict[str, Any]:
    """Plotly's own words for its one button."""
    words = {
        "Download plot as a PNG": _("Download plot as a PNG"),
        "Download plot as a png": _("Download plot as a PNG"),
        "Taking snapshot - this may take a few seconds": _("Taking snapshot - this may take a few seconds"),
        "Snapshot succeeded": _("Snapshot succeeded"),
        "Sorry, there was a problem downloading your snapshot!": _(
            "Sorry, there was a problem downloading your snapshot!"
        ),
    }
    return {"moduleType": "locale", "name": "uk", "dictionary": words}
