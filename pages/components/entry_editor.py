"""The editor of actual values on the page of indicators."""

import pandas as pd


def draw(programme_id: str, frame: pd.DataFrame) -> None:
    """Nothing while values are entered by workbooks only. `frame` as from `indicators.attainment`."""
