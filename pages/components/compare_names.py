"""What the compared plans and their parts are called."""

from typing import Any

import pandas as pd

from analytics.comparison.plans import Basis
from analytics.frames import records
from pages.components import formats
from pages.components.language import _, ngettext


def called(plans: pd.DataFrame) -> dict[str, str]:
    """Plan -> its name. A passport always says of which year it is; where names are the same, whose it is. `plans` as
    from `totals.totals`, a `plan` here and below is a row of it."""
    rows = records(plans)
    names = {row.plan: _name(row) for row in rows}
    listed = list(names.values())
    return {
        row.plan: names[row.plan] if listed.count(names[row.plan]) == 1 else f"{names[row.plan]} ({row.hromada})"
        for row in rows
    }


def _name(plan: Any) -> str:
    if not plan.is_passport:
        return plan.short_title
    return _("Passport of budget programme {code}, {year} alone").format(
        code=plan.code or formats.UNKNOWN, year=formats.years(plan.years) or formats.UNKNOWN
    )


def scope(plan: Any) -> str:
    """What the plan is."""
    return _("Budget programme passport") if plan.is_passport else _("Programme")


def span(plan: Any) -> str:
    """How many years an average is of."""
    count = len(plan.years)
    if count == 1:
        return _("one year")
    return ngettext("average of {count} year", "average of {count} years", count).format(count=count)


def basis(plan: Any) -> str:
    """What the total is made of, or what stands in its place."""
    if plan.basis == Basis.LINES:
        return _("lowest lines")
    if plan.basis == Basis.PRINTED:
        return _("printed total; no amounts by line")
    return _("words in place of amounts") if plan.notes else _("no amounts")


def without(plan: Any, measure: str, in_real_terms: bool) -> str:
    """Why a plan has no figure, short enough to stand in its place."""
    if plan.basis is None:
        return basis(plan)
    if in_real_terms and plan.amount is None:
        if plan.basis == Basis.PRINTED:
            return _("no amounts by line and year")
        return _("the index does not reach its years")
    return _("population unknown") if measure == "per_resident" else _("unknown")
