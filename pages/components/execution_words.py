"""What was planned and paid, in words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd
from babel.dates import get_month_names

from analytics import execution
from analytics.execution import Executed, Plan, Scope
from analytics.frames import records, total
from pages.components import formats, language, names
from pages.components.language import _


def plans() -> dict[Plan, str]:
    """What cash is compared with."""
    return {Plan.REVISED: _("Plan with changes"), Plan.APPROVED: _("Approved by the passport")}


def share_of(plan: Plan) -> str:
    """The head of a per cent, short enough for a column on a phone."""
    return _("Of the plan") if plan is Plan.REVISED else _("Of the passport")


def figures() -> dict[str, str]:
    """What the bars show, in their order."""
    return {"approved": _("Approved by the passport"), "revised": _("Plan with changes"), "cash": _("Paid")}


def scope(of: Scope) -> str:
    """Whose execution it is, and who reports it."""
    about = " ".join(filter(None, [of.code, f"«{of.name}»" if of.name else None]))
    if not about:
        about = _("cash entered by line of the programme")
    return f"{of.hromada or formats.UNKNOWN}: {about}. {names.kind(of.kind)}"


def short_scope(of: Scope) -> str:
    """The same for a list."""
    kind = names.kind(of.kind)
    return ", ".join(filter(None, [of.hromada or formats.UNKNOWN, of.code, kind[0].lower() + kind[1:]]))


def uah(amount: Decimal | None) -> str:
    """Hryvnias, with kopiykas only where there are any."""
    whole = amount is not None and amount == amount.to_integral_value()
    return formats.money(amount, formats.Scale(1, 0 if whole else 2))


def month(number: int) -> str:
    return get_month_names("wide", "stand-alone", locale=language.current())[number]


def findings(years: pd.DataFrame, plan: Plan) -> Iterator[str]:
    """What a reader should take away: all years together, the year with the least, how far the last one is reported.

    `years` as from `execution.by_year`.
    """
    whole = execution.executed(years, plan)
    if whole.share is None:
        yield _without_share(years, plan)
    else:
        yield _paid(whole, plan)
        if len(whole.years) < len(years):
            yield _("The other years lack the plan or the cash, so they are not counted in the per cent.")
        least = _least(years, plan)
        if least is not None:
            yield _("The least part was paid in {year}: of {plan} {cash} was paid, {share}.").format(
                year=least.years[0], plan=uah(least.plan), cash=uah(least.cash), share=formats.share(least.share)
            )
    for row in records(years):
        if row.month is not None and row.month < 12:
            yield _("{year} is reported from January to this month only: {month}.").format(
                year=row.fiscal_year, month=month(row.month)
            )


def last(years: pd.DataFrame, plan: Plan) -> str:
    """The last year in which both plan and cash are known, or that there is none."""
    known = years[[share is not None for share in execution.shares(years, plan)]]
    return _paid(execution.executed(known.tail(1), plan), plan) if len(known) else _without_share(years, plan)


def against_passport(years: pd.DataFrame) -> Iterator[str]:
    """What passports approved beside the plan with changes."""
    for row in records(years):
        if row.approved is None or row.revised is None:
            continue
        said = {
            "year": row.fiscal_year,
            "approved": uah(row.approved),
            "gap": uah(abs(row.revised - row.approved)),
        }
        if row.revised == row.approved:
            yield _("The passport for {year} approved {approved}; the plan with changes is the same.").format(**said)
        elif row.revised > row.approved:
            yield _("The passport for {year} approved {approved}; the plan with changes is {gap} more.").format(**said)
        else:
            yield _("The passport for {year} approved {approved}; the plan with changes is {gap} less.").format(**said)


def covers(of: Scope) -> str | None:
    """What the code of the scope covers, where that is more than one budget programme may be."""
    if of.kind != "treasury" or of.code is None or len(of.code) == 7:
        return None
    return _(
        "The Treasury names the typical code {code} alone: its figures cover all budget programmes of this code in the "
        "budget, a passport is of one of them."
    ).format(code=of.code)


def context(title: str, years: str, amount: Decimal | None) -> str:
    """The local programme beside the budget programme: of another scope, so no per cent of it."""
    pattern = (
        _("Beside it stands {title}: {amount} for {years}. Its scope is another: the cash here is no per cent of it.")
        if amount is not None
        else _("Beside it stands {title}. Its scope is another: the cash here is no per cent of it.")
    )
    return pattern.format(title=title, years=years, amount=uah(amount))


def on_paper(row: Any, share: float | None) -> str:
    """A year in one line. `row` as from `execution.by_year`."""
    return _("{year}: approved {approved}, plan with changes {revised}, paid {cash}, {share}").format(
        year=row.fiscal_year,
        approved=uah(row.approved),
        revised=uah(row.revised),
        cash=uah(row.cash),
        share=formats.share(share),
    )


def _paid(done: Executed, plan: Plan) -> str:
    if len(done.years) == 1:
        pattern = (
            _("In {years}, of {plan} {cash} was paid: {share} of the plan with changes.")
            if plan is Plan.REVISED
            else _("In {years}, of {plan} {cash} was paid: {share} of what the passport approved.")
        )
    else:
        pattern = (
            _("In the years {years}, of {plan} {cash} was paid: {share} of the plan with changes.")
            if plan is Plan.REVISED
            else _("In the years {years}, of {plan} {cash} was paid: {share} of what the passport approved.")
        )
    return pattern.format(
        years=formats.years(done.years), plan=uah(done.plan), cash=uah(done.cash), share=formats.share(done.share)
    )


def _without_share(years: pd.DataFrame, plan: Plan) -> str:
    cash = total(years["cash"])
    reason = (
        _("the plan with changes is unknown or zero, so there is no per cent")
        if plan is Plan.REVISED
        else _("no passport of these years is among the documents, so there is no per cent of it")
    )
    said = _("In {years} {cash} was paid") if cash is not None else _("What was paid in {years} is not known")
    return f"{said.format(years=formats.years(years['fiscal_year']), cash=uah(cash))}; {reason}."


def _least(years: pd.DataFrame, plan: Plan) -> Executed | None:
    """The whole year in which the smallest part was paid, where there are several to choose from."""
    whole = years[[month is None or month == 12 for month in years["month"]]]
    found = [execution.executed(whole.iloc[place : place + 1], plan) for place in range(len(whole))]
    known = [done for done in found if done.share is not None]
    return min(known, key=lambda done: done.share or 0) if len(known) > 1 else None
