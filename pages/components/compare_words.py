"""How the compared plans differ, and what must be known before, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analytics.comparison.plans import Basis
from analytics.frames import records
from pages.components import compare_names, formats
from pages.components.language import _, ngettext


def findings(plans: pd.DataFrame, called: Mapping[str, str], measure: str) -> Iterator[str]:
    """What a reader should take away: what is printed, and which programme costs most; of one plan its cost.

    `plans` as from `totals.totals`; `called`: plan -> its name, here and below; `measure`: the column compared.
    """
    rows = records(plans)
    if len(rows) > 1:
        yield _what_is_printed([row.basis for row in rows])
    elif rows and rows[0].amount is not None:
        scale = formats.scale_of([rows[0].per_year])
        yield _("{name}: {amount} in all, {per_year} per year of the programme ({span}).").format(
            name=called[rows[0].plan],
            amount=formats.money(rows[0].amount, scale),
            per_year=formats.money(rows[0].per_year, scale),
            span=compare_names.span(rows[0]),
        )
    if dearest := _dearest(rows, called, measure):
        yield dearest


def _what_is_printed(bases: list[Basis | None]) -> str:
    lines, printed, nothing = (bases.count(basis) for basis in (Basis.LINES, Basis.PRINTED, None))
    parts = [
        (
            lines,
            _("each has amounts line by line"),
            ngettext("{count} has amounts line by line", "{count} have amounts line by line", lines),
        ),
        (
            printed,
            _("each has only a total"),
            ngettext("{count} has only a total", "{count} have only a total", printed),
        ),
        (nothing, _("none names an amount"), ngettext("{count} names no amount", "{count} name no amount", nothing)),
    ]
    said = [of_all if count == len(bases) else of_some.format(count=count) for count, of_all, of_some in parts if count]
    what = said[0] if len(said) == 1 else _("{parts} and {last}").format(parts=", ".join(said[:-1]), last=said[-1])
    return ngettext("{count} plan is compared: {what}.", "{count} plans are compared: {what}.", len(bases)).format(
        count=len(bases), what=what
    )


def _dearest(rows: list[Any], called: Mapping[str, str], measure: str) -> str | None:
    """The programme that costs most by the measure beside the one that costs least; passports are another scope."""
    known = sorted(
        (row for row in rows if not row.is_passport and getattr(row, measure)),
        key=lambda row: getattr(row, measure),
        reverse=True,
    )
    if len(known) < 2:
        return None
    first, last = known[0], known[-1]
    amounts = [getattr(row, measure) for row in (first, last)]
    scale = formats.scale_of(amounts)
    pattern = {
        "amount": _(
            "Of the programmes {first} costs the most: {amount} in all ({span}); {last} costs the least: {other} in "
            "all ({other_span}), {times} times less."
        ),
        "per_year": _(
            "Of the programmes {first} costs the most: {amount} a year ({span}); {last} costs the least: {other} a "
            "year ({other_span}), {times} times less."
        ),
        "per_resident": _(
            "Of the programmes {first} costs a resident the most: {amount} a year ({span}); {last} costs one the "
            "least: {other} a year ({other_span}), {times} times less."
        ),
    }[measure]
    if measure == "amount" and len(first.years) != len(last.years):
        pattern = _(
            "Of the programmes {first} costs the most: {amount} in all ({span}); {last} costs the least: {other} in "
            "all ({other_span}). These are totals of different numbers of years: how many times less that is can only "
            "be told of a year on average."
        )
    spans = [formats.years(row.years) if measure == "amount" else compare_names.span(row) for row in (first, last)]
    said = pattern.format(
        first=called[first.plan],
        amount=formats.money(amounts[0], scale),
        span=spans[0],
        last=called[last.plan],
        other=formats.money(amounts[1], scale),
        other_span=spans[1],
        times=formats.number(amounts[0] / amounts[1]),
    )
    if any(row.is_passport for row in rows):
        said += " " + _("Passports of budget programmes stand beside them and are left out here.")
    return said


def doubts(plans: pd.DataFrame, called: Mapping[str, str]) -> Iterator[str]:
    """What must be known before the figures are laid side by side."""
    for row in records(plans):
        name = called[row.plan]
        if row.is_passport:
            yield _passport(row, name)
        elif row.notes:
            quoted = ", ".join(f"«{formats.escaped(note)}»" for note in row.notes)
            pattern = (
                _("{name}: no amount is named, the cells hold the words {notes}. That is neither zero nor missing.")
                if row.basis is None
                else _("{name}: some cells hold the words {notes} in place of an amount; the sums leave them out.")
            )
            yield pattern.format(name=name, notes=quoted)
        elif row.basis == Basis.PRINTED:
            yield _("{name}: only a total is printed, without amounts by line, so there are no shares of it.").format(
                name=name
            )
        elif row.basis is None:
            yield _("{name}: the documents at hand name no amount.").format(name=name)


def _passport(plan: Any, name: str) -> str:
    pattern = (
        _("{name}: a budget programme of one year, of another scope than a programme.")
        if plan.short_title is None
        else _(
            "{name}: a budget programme of one year. It serves the programme {programme}, but is of another scope: "
            "neither is a part or a per cent of the other."
        )
    )
    return pattern.format(name=name, programme=plan.short_title)


def largest_shares(shares: pd.DataFrame, column: str, called: Mapping[str, str]) -> Iterator[str]:
    """The largest group of each plan. `shares` as from `shares.shares`, with what each group is called in `label`;
    `column`: share or share_of_lines."""
    pattern = (
        _("{name}: the largest share of the money is «{group}», {share}.")
        if column == "share"
        else _("{name}: the largest share of the measures is «{group}», {share}.")
    )
    for plan, title in called.items():
        most = max(records(shares[shares["plan"] == plan]), key=lambda row: getattr(row, column))
        yield pattern.format(name=title, group=most.label, share=formats.share(getattr(most, column)))
