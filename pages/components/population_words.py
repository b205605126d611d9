"""What a population and its trend tell, in words."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics import least_squares
from analytics.frames import records
from analytics.population.goodness import Goodness
from analytics.population.methods import Fit, Method
from analytics.population.rounding import half_up
from pages.components import formats
from pages.components.language import _, ngettext


def method(value: str) -> str:
    return {
        Method.LEAST_SQUARES: _("Least squares (straight line)"),
        Method.THEIL_SEN: _("Theil-Sen (median slope)"),
        Method.LOG_LINEAR: _("Constant rate of change (log-linear)"),
        Method.DAMPED: _("Damped trend"),
    }[Method(value)]


def who(table: Any) -> str:
    """Territory and age group, as the table labels them. `table`: a row as from `series.printed`."""
    if table.age_from is None:
        return _("{territory}, all residents").format(territory=table.territory)
    return _("{territory}, labelled as residents aged {age} and over").format(
        territory=table.territory, age=table.age_from
    )


def people(count: int) -> str:
    return ngettext("{count} person", "{count} people", abs(count)).format(count=formats.number(count, 0))


def bounds(low: int, high: int) -> str:
    return _("from {low} to {high}").format(low=formats.number(low, 0), high=formats.number(high, 0))


def trend(fit: Fit) -> str:
    """How the trend was drawn."""
    return _("{method}, through the observed years {years}").format(
        method=method(fit.method), years=formats.years(fit.years)
    )


def finding(years: pd.DataFrame, fit: Fit) -> Iterator[str]:
    """Where the trend leads, how sure that is, and whether the published projection is the same. `years` as from
    `projection.beside_printed`."""
    rows = records(years)
    last, base = rows[-1], [row for row in rows if row.in_base][-1]
    change = last.recomputed - base.observed
    pattern = (
        _("By this trend {people} are to be expected in {year}, {change} ({share}) against {base} as observed")
        if last.year > base.year
        else _("The trend gives {people} in {year}, {change} ({share}) against {base} as observed")
    )
    said = pattern.format(
        people=people(last.recomputed),
        year=last.year,
        change=formats.signed(formats.number(change, 0)),
        share=formats.signed(formats.share(change / base.observed)) if base.observed else formats.UNKNOWN,
        base=base.year,
    )
    if last.low is None:
        yield said + (
            _("; an interval cannot be told from so few points that all lie on one line.")
            if fit.method in (Method.LEAST_SQUARES, Method.LOG_LINEAR)
            else _("; this method has no interval of its own.")
        )
    else:
        yield said + _("; with a probability of 95 %, {bounds}, if the trend goes on.").format(
            bounds=bounds(last.low, last.high)
        )
    if compared := _published(rows):
        yield compared


def _published(rows: list[Any]) -> str | None:
    """Published against recomputed; None where nothing is published."""
    differences = [row.apart for row in rows if row.apart is not None]
    if not differences:
        return None
    differing = [apart for apart in differences if apart]
    if not differing:
        return _("The published projection equals this trend, rounded half up, in every year ({count}).").format(
            count=len(differences)
        )
    return ngettext(
        "The published projection differs from this trend in {differing} of {count} year, by {most} at most.",
        "The published projection differs from this trend in {differing} of {count} years, by {most} at most.",
        len(differences),
    ).format(differing=len(differing), count=len(differences), most=people(max(map(abs, differing))))


def below_zero(years: pd.DataFrame) -> str | None:
    """A warning where the trend leads below zero; None where it does not."""
    first = next((row.year for row in records(years) if row.recomputed < 0), None)
    return (
        None
        if first is None
        else _("From {year} on the trend falls below zero: it cannot hold so long.").format(year=first)
    )


def goodness(found: Goodness) -> str:
    """How well the trend fits its own years, and what so few points mean."""
    squared = formats.number(found.r_squared, 3)
    if found.error is None:
        said = ngettext(
            "The trend is drawn through {points} observed point: R² = {squared}.",
            "The trend is drawn through {points} observed points: R² = {squared}.",
            found.points,
        ).format(points=found.points, squared=squared)
    else:
        said = ngettext(
            "The trend is drawn through {points} observed point: R² = {squared}, residual standard error {error}.",
            "The trend is drawn through {points} observed points: R² = {squared}, residual standard error {error}.",
            found.points,
        ).format(points=found.points, squared=squared, error=people(half_up(found.error)))
    if found.freedom <= 0:
        untold = _("As many numbers were fitted as there are points, so nothing can be said of its error.")
        return f"{said} {untold}"
    left = ngettext(
        "{freedom} degree of freedom is left: an interval must reach {times} standard errors to each side; with many "
        "points {many} would do.",
        "{freedom} degrees of freedom are left: an interval must reach {times} standard errors to each side; with many "
        "points {many} would do.",
        found.freedom,
    ).format(
        freedom=found.freedom,
        times=formats.number(least_squares.quantile(found.freedom), 2),
        many=formats.number(least_squares.quantile(10_000), 2),
    )
    caution = _("R² near one says that the points lie near the trend, not that it will go on.")
    return f"{said} {left} {caution}"


def closest(methods: pd.DataFrame) -> str:
    """Which method missed least, and how little that says. Columns: name, mean_missed (None where untested), tested."""
    tested = [row for row in records(methods) if row.mean_missed is not None]
    if not tested:
        return _("With three observed years none can be left out, so the methods cannot be tested.")
    best = min(tested, key=lambda row: row.mean_missed)
    said = _("Closest was «{name}»: missed by {missed} on average.").format(
        name=best.name, missed=people(half_up(best.mean_missed))
    )
    if best.tested == 1:
        little = _("Only one left-out year could be forecast: that is too little to call one method better.")
        return f"{said} {little}"
    shared = ngettext(
        "{count} forecast of left-out years was tried, from nearly the same years: a small lead says little.",
        "{count} forecasts of left-out years were tried, from nearly the same years: a small lead says little.",
        best.tested,
    ).format(count=best.tested)
    return f"{said} {shared}"
