"""Charts on a page: shown in the reader's theme, named for screen readers, saved as a picture."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.charts import palette
from pages.components import language

_UK = {
    "moduleType": "locale",
    "name": "uk",
    "dictionary": {
        "Download plot as a PNG": "Зберегти як зображення PNG",
        "Download plot as a png": "Зберегти як зображення PNG",
        "Taking snapshot - this may take a few seconds": "Зберігаємо зображення, зачекайте кілька секунд",
        "Snapshot succeeded": "Зображення збережено",
        "Sorry, there was a problem downloading your snapshot!": "Зображення зберегти не вдалося",
    },
    "format": {"decimal": ",", "thousands": "\u00a0"},
}


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
        "locales": {"uk": _UK},
    }
    if on_click is None:
        st.plotly_chart(figure, theme=None, config=config, key=key, alt=name)
        return

    def clicked() -> None:
        points = st.session_state[key]["selection"]["points"]
        on_click(points[0] if points else {})

    st.plotly_chart(figure, theme=None, config=config, key=key, alt=name, on_select=clicked, selection_mode="points")
