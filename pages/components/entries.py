"""Actual values that were entered on the page of indicators."""

from analytics.indicators import EnteredValue


def current(programme_id: str) -> list[EnteredValue]:
    """The values of a programme that are in force."""
    return []
