"""Findings in words, computed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import pandas as pd

from analytics.editions import Edition
from pages.components import formats, names
from pages.components.language import _, ngettext


def cost_and_changes(now: pd.DataFrame, changes: pd.DataFrame, acts: Mapping[str, Edition]) -> Iterator[str]:
    """What the plan costs and what each amendment moves. `now` as from `editions.totals` for one edition, `changes` as
    from `editions.changes`."""
    by_lines, years = now["by_lines"].sum(), formats.years(now["fiscal_year"])
    if now["as_printed"].notna().all():
        as_printed = now["as_printed"].sum()
        yield _("By its lines the plan for {years} costs {lines}; the printed totals say {printed}{gap}.").format(
            years=years,
            lines=formats.money(by_lines),
            printed=formats.money(as_printed),
            gap=_gap(as_printed - by_lines),
        )
    else:
        yield _("By its lines the plan for {years} costs {lines}.").format(years=years, lines=formats.money(by_lines))
    for edition, rows in changes.groupby("edition", sort=False):
        act = names.edition(acts[str(edition)])
        for row in rows.itertuples():
            if row.change_by_lines or row.change_as_printed:
                yield _change(act, row)


def _change(act: str, row) -> str:
    printed = row.change_as_printed if row.change_as_printed is not None else row.change_by_lines
    before = row.before_as_printed if row.change_as_printed is not None else row.before_by_lines
    pattern = (
        _("{act}: the plan for {year} falls by {amount}{share}{lines}.")
        if printed < 0
        else _("{act}: the plan for {year} grows by {amount}{share}{lines}.")
    )
    lines = ""
    if row.change_by_lines != printed:
        lines = _("; by its lines the change is {amount}").format(
            amount=formats.signed(formats.money(row.change_by_lines))
        )
    return pattern.format(
        act=act, year=row.fiscal_year, amount=formats.money(abs(printed)), share=_share(printed, before), lines=lines
    )


def _share(change: Decimal, before: Decimal | None) -> str:
    return f" ({formats.signed(formats.share(float(change / before)))})" if before else ""


def _gap(difference: Decimal) -> str:
    if not difference:
        return ""
    pattern = _(", that is {amount} less") if difference < 0 else _(", that is {amount} more")
    return pattern.format(amount=formats.money(abs(difference)))


def largest(groups: pd.DataFrame, label: Callable[[str | None], str]) -> str:
    """Which group gets most. `groups` as from `spending.grouped`."""
    known = groups[groups["amount"].notna()]
    if known.empty:
        return _("None of these lines prints an amount.")
    total, named = known["amount"].sum(), known[known["group"].notna()]
    if len(known) == 1 or known["share"].isna().any():
        return _("Together {total}.").format(total=formats.money(total))
    first = named.iloc[0]
    return _("Most goes to «{name}»: {amount}, {share} of {total}.").format(
        name=label(first["group"]),
        amount=formats.money(first["amount"]),
        share=formats.share(first["share"]),
        total=formats.money(total),
    )


def lines_total(lines: pd.DataFrame, total: Decimal | None) -> str:
    """How many lines are shown and what they add up to."""
    count = len(lines[["document_id", "row_no"]].drop_duplicates())
    amount = formats.money(total, formats.HRYVNIAS)
    return ngettext("{count} line, {amount}.", "{count} lines, {amount}.", count).format(
        count=formats.number(count, 0), amount=amount
    )


def filtered(years: Sequence[int], funds: Sequence[str]) -> str:
    """The filters, for a file that leaves the page."""
    return _("Years: {years}. Funds: {funds}.").format(
        years=formats.years(years) if years else _("all"), funds=", ".join(map(names.fund, funds)) or _("all")
    )
