"""Where an indicator leads, in words."""

from collections.abc import Mapping
from decimal import Decimal

from analytics.least_squares import LEAST_POINTS
from analytics.trend import Point, Trend, reached_in
from pages.components import formats
from pages.components.language import _


def said(
    targets: Mapping[int, Decimal], actuals: Mapping[int, float], found: Trend | None, polarity: str | None
) -> list[str]:
    """The trend at the last year with a target, with its interval, and when the target is reached by it.

    `targets` and `actuals` by year; `found` as from `trend.trend` up to the last year with a target.
    """
    if not targets:
        return []
    if found is None:
        return [
            _("Too few years for a trend: {count} with an actual value, {fewest} are needed.").format(
                count=len(actuals), fewest=LEAST_POINTS
            )
        ]
    last, newest = max(targets), max(actuals)
    target = float(targets[last])
    point = next(point for point in found.points if point.year == last)
    told = [_line(found, point)]
    below = next((point.year for point in found.points if point.value < 0), None)
    if found.above_zero and below is not None:
        told.append(_("From {year} on the trend falls below zero: it cannot hold so long.").format(year=below))
    if polarity not in ("higher", "lower"):
        return told
    asked = formats.figure(targets[last])
    if actuals[newest] >= target if polarity == "higher" else actuals[newest] <= target:
        told.append(
            _("The target of {last} ({target}) is reached already, in {year}.").format(
                last=last, target=asked, year=newest
            )
        )
        return told
    year = reached_in(found.points, newest, target, polarity)
    told.append(
        _("On this trend the target ({target}) is reached in {year}.").format(target=asked, year=year)
        if year
        else _("On this trend the target ({target}) is not reached by {last}.").format(target=asked, last=last)
    )
    return told


def _line(found: Trend, point: Point) -> str:
    """The line at the last year with a target."""
    at = {
        "count": found.years,
        "slope": formats.signed(_rounded(found.slope)),
        "year": point.year,
        "value": _rounded(point.value),
    }
    if point.low is None or point.high is None:
        return _(
            "Trend over {count} years (least squares): {slope} a year; {year}: {value}. An interval cannot be told "
            "from so few points that all lie on one line."
        ).format(**at)
    said = _(
        "Trend over {count} years (least squares): {slope} a year; {year}: {value}, 95 % interval from {low} to "
        "{high}. The line explains {explained} of the spread."
    ).format(**at, low=_rounded(point.low), high=_rounded(point.high), explained=formats.share(found.r_squared))
    if not point.is_cut:
        return said
    cut = _("The interval is cut at zero, since neither a value nor a target is below it.")
    return f"{said} {cut}"


def _rounded(value: float) -> str:
    return formats.figure(round(value, 2))
