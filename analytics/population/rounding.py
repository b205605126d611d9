"""Whole people, rounded as the documents do."""

from math import floor

_NOISE = 6
"""Places that floating arithmetic keeps: 245663.49999999997 is 245663.5, and so 245664."""


def half_up(value: float) -> int:
    """The nearest whole number; a half goes up (245663.5 is 245664, where Python's `round` may go down)."""
    return floor(round(float(value), _NOISE) + 0.5)
