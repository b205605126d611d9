"""What the compared plans are called, and how they differ, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analytics.comparison import Basis
from analytics.frames import records
from pages.components import formats, links
from pages.components.language import _, ngettext


def called(plans: pd.DataFrame) -> dict[str, str]:
    """Plan -> its name. A passport always says of which year it is; where names are the same, whose it is. `plans` as
    from `comparison.programmes`, here and below."""
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


def basis(plan: Any) -> str:
    """What the total is made of, or what stands in its place."""
    if plan.basis == Basis.LINES:
        return _("lowest lines")
    if plan.basis == Basis.PRINTED:
        return _("printed total; no amounts by line")
    return _("words in place of amounts") if plan.notes else _("no amounts")


def residents(plan: Any) -> str:
    """Who was counted in `per_resident`, and how surely; `plan` also as from `comparison.by_year`."""
    if plan.population_kind is None:
        return formats.UNKNOWN
    who = _("all residents") if plan.age_from is None else _("residents aged {age} and over").format(age=plan.age_from)
    how = _("projection") if plan.population_kind == "published_projection" else _("observed")
    return f"{who}, {how}"


def population_source(row: Any) -> str:
    """Where the people of a year are counted. `row` as from `comparison.by_year`."""
    if row.population_kind is None:
        return formats.UNKNOWN
    return row.source or f"{row.territory}, {formats.place(row.source_locator)}"


def _per_whom(age_from: int | None) -> str:
    return _("per resident") if age_from is None else _("per resident aged {age} and over").format(age=age_from)


def without(plan: Any, measure: str, in_real_terms: bool) -> str:
    """Why a plan has no figure, short enough to stand in its place."""
    if plan.basis is None:
        return basis(plan)
    if in_real_terms and plan.amount is None:
        return _("the index does not reach its years")
    return _("population unknown") if measure == "per_resident" else _("unknown")


def findings(plans: pd.DataFrame, called: Mapping[str, str]) -> Iterator[str]:
    """What a reader should take away: what is printed, and which programme costs most a year. `called`: plan -> its
    name, here and below."""
    rows = records(plans)
    counts = [
        (sum(row.basis == Basis.LINES for row in rows), _("print amounts line by line: {count}")),
        (sum(row.basis == Basis.PRINTED for row in rows), _("print only a total: {count}")),
        (sum(row.basis is None for row in rows), _("name no amounts: {count}")),
    ]
    yield ngettext("{count} plan is compared: {what}.", "{count} plans are compared: {what}.", len(rows)).format(
        count=len(rows), what="; ".join(words.format(count=count) for count, words in counts if count)
    )
    if dearest := _dearest(rows, called):
        yield dearest


def per_resident(plans: pd.DataFrame, called: Mapping[str, str]) -> Iterator[str]:
    """What each plan costs a resident, where a population is known; then where it is not."""
    rows = records(plans)
    for row in rows:
        if row.per_resident is not None:
            pattern = (
                _("{name}: {amount} {per_whom} ({territory}), a year on average.")
                if len(row.years) > 1
                else _("{name}: {amount} {per_whom} ({territory}).")
            )
            yield pattern.format(
                name=called[row.plan],
                amount=formats.money(row.per_resident, formats.HRYVNIAS),
                per_whom=_per_whom(row.age_from),
                territory=row.territory,
            )
    unknown = list(dict.fromkeys(row.hromada for row in rows if row.basis and row.population_kind is None))
    if unknown:
        yield _("Per resident is unknown where no document gives a population: {hromadas}.").format(
            hromadas=", ".join(unknown)
        )
    for document in dict.fromkeys(row.source_document for row in rows if row.doubtful):
        opening = _("see the check")
        yield f"{population_doubt()} [{opening}]({links.checks(document=document)})"


def _dearest(rows: list[Any], called: Mapping[str, str]) -> str | None:
    """The programme that costs most a year beside the one that costs least; passports are another scope."""
    known = sorted(
        (row for row in rows if not row.is_passport and row.per_year), key=lambda row: row.per_year, reverse=True
    )
    if len(known) < 2:
        return None
    first, last = known[0], known[-1]
    scale = formats.scale_of([first.per_year])
    return _(
        "On average a year, {first} costs most: {amount} ({years}); {last} least: {other} ({other_years}), "
        "{times} times less."
    ).format(
        first=called[first.plan],
        amount=formats.money(first.per_year, scale),
        years=formats.years(first.years),
        last=called[last.plan],
        other=formats.money(last.per_year, scale),
        other_years=formats.years(last.years),
        times=formats.number(first.per_year / last.per_year),
    )


def population_doubt() -> str:
    """What a check doubts of the population that amounts are divided by."""
    return _(
        "The population of the document is labelled as residents of an age, but its headings disagree on whom it "
        "counts; the amounts per resident carry that doubt."
    )


def doubts(plans: pd.DataFrame, called: Mapping[str, str]) -> Iterator[str]:
    """What must be known before the figures are laid side by side."""
    rows = records(plans)
    for row in rows:
        if row.is_passport:
            yield _passport(row, called[row.plan])
        elif row.notes:
            quoted = ", ".join(f"«{formats.escaped(note)}»" for note in row.notes)
            yield _("{name} names no amounts; its cells hold words: {notes}. That is neither zero nor missing.").format(
                name=called[row.plan], notes=quoted
            )
        elif row.basis == Basis.PRINTED:
            yield _(
                "{name} prints only a total: no amounts by line or year, so it has no shares and no columns by year."
            ).format(name=called[row.plan])


def _passport(plan: Any, name: str) -> str:
    pattern = (
        _("{name}: a budget programme of one year, another scope than a programme.")
        if plan.short_title is None
        else _(
            "{name}: a budget programme of one year. It serves the programme {programme}, but is of another scope: "
            "neither is a part or a per cent of the other."
        )
    )
    return pattern.format(name=name, programme=plan.short_title)


def largest_shares(shares: pd.DataFrame, column: str, called: Mapping[str, str]) -> Iterator[str]:
    """The largest group of each plan. `shares` as from `comparison.shares`, with what each group is called in `label`;
    `column`: share or share_of_lines."""
    for plan, title in called.items():
        most = max(records(shares[shares["plan"] == plan]), key=lambda row: getattr(row, column))
        yield _("{name}: most is «{group}», {share}.").format(
            name=title, group=most.label, share=formats.share(getattr(most, column))
        )
