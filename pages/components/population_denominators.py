"""The people that a share is taken of."""

from dataclasses import dataclass
from typing import Any

from pages.components.language import _


@dataclass(frozen=True)
class Denominator:
    """People to take a share of, `what` they are, and the bounds of the interval, where there is one."""

    persons: int
    what: str
    low: int | None = None
    high: int | None = None


def denominators(row: Any) -> list[Denominator]:
    """Those of a year, the printed one first; one where the trend gives the same. `row` as from
    `projection.beside_printed`. A count that was observed has no interval, and a projection by another trend not this
    one's."""
    if row.observed is not None:
        return [Denominator(row.observed, _("observed"))]
    if row.published is None:
        return [Denominator(row.recomputed, _("by the trend"), row.low, row.high)]
    if row.published == row.recomputed:
        return [Denominator(row.published, _("published and by the trend"), row.low, row.high)]
    return [
        Denominator(row.published, _("published projection")),
        Denominator(row.recomputed, _("by the trend"), row.low, row.high),
    ]
