"""Findings in words, computed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import pandas as pd

from analytics.editions import Edition
from analytics.frames import records, total
from analytics.spending import Concentration
from pages.components import change_words, formats, names
from pages.components.language import _, ngettext


def cost_and_changes(
    now: pd.DataFrame, changes: pd.DataFrame, acts: Mapping[str, Edition], scale: formats.Scale
) -> Iterator[str]:
    """What the plan costs and what each amendment moves. `now` as from `editions.totals` for one edition, `changes` as
    from `editions.changes`."""
    years = now["fiscal_year"].dropna()
    by_lines = total(now["by_lines"])
    as_printed = total(now["as_printed"]) if now["as_printed"].notna().all() else None
    said = {"years": formats.years(years), "lines": formats.money(by_lines, scale)}
    if by_lines is not None and as_printed is not None:
        yield ngettext(
            "By its lines the plan for {years} costs {lines}; by the printed totals, {printed}{gap}.",
            "By its lines the plan for {years} costs {lines}; by the printed totals, {printed}{gap}.",
            len(years),
        ).format(**said, printed=formats.money(as_printed, scale), gap=_gap(as_printed - by_lines, scale))
    else:
        yield ngettext(
            "By its lines the plan for {years} costs {lines}.",
            "By its lines the plan for {years} costs {lines}.",
            len(years),
        ).format(**said)
    for row in records(changes):
        if row.change_by_lines or row.change_as_printed:
            yield change_words.of_programme(acts[row.edition], row, scale)


def against_printed(totals: pd.DataFrame, scale: formats.Scale) -> str | None:
    """The sums of lines beside the printed totals, and the difference, by year where there are several; None where no
    total is printed.

    `totals` as from `places.against_lines`.
    """
    if totals.empty or totals["as_printed"].isna().any():
        return None
    by_lines, as_printed = total(totals["by_lines"]), total(totals["as_printed"])
    if by_lines is None or as_printed is None:
        return None
    pattern = (
        _("The sums here are of the lowest lines: {lines}. The printed totals give {printed}, the same.")
        if by_lines == as_printed
        else _("The sums here are of the lowest lines: {lines}. The printed totals give {printed}{gap}.")
    )
    said = pattern.format(
        lines=formats.money(by_lines, scale),
        printed=formats.money(as_printed, scale),
        gap=_gap(as_printed - by_lines, scale),
    )
    years = [
        f"{row.fiscal_year}: {formats.signed(formats.money(row.as_printed - row.by_lines, scale))}"
        for row in records(totals)
        if row.as_printed != row.by_lines
    ]
    if len(totals) > 1 and years:
        said += " " + _("Printed less lines, by year: {years}.").format(years="; ".join(years))
    return said


def printed_groups(groups: pd.DataFrame, programme: pd.DataFrame, scale: formats.Scale) -> Iterator[str]:
    """The printed totals of groups beside their lines, then the printed total of the programme beside them.

    `groups` as from `places.beside_printed`, `programme` as from `places.against_lines`.
    """
    shown = groups[groups["as_printed"].notna()]
    by_lines, of_groups = total(shown["amount"]), total(shown["as_printed"])
    if by_lines is None or of_groups is None:
        return
    yield _("The printed totals of the groups here add up to {printed}; their lines give {lines}{gap}.").format(
        printed=formats.money(of_groups, scale),
        lines=formats.money(by_lines, scale),
        gap=_gap(by_lines - of_groups, scale),
    )
    if not programme.empty and programme["as_printed"].notna().all():
        whole = total(programme["as_printed"]) or Decimal(0)
        yield _("The printed total of the programme is {whole}{gap}; the groups here give {printed}.").format(
            whole=formats.money(whole, scale),
            gap=_gap(whole - of_groups, scale),
            printed=formats.money(of_groups, scale),
        )


def _gap(difference: Decimal, scale: formats.Scale) -> str:
    if not difference:
        return ""
    pattern = _(", that is {amount} less") if difference < 0 else _(", that is {amount} more")
    return pattern.format(amount=formats.money(abs(difference), scale))


def checked(results: pd.DataFrame) -> str:
    """How many printed totals hold. `results` as from `editions.checked`."""
    if results.empty:
        return _("None of the documents prints a total of the programme, so there is nothing to compare.")
    failed = sum(row.severity != "verified" for row in records(results))
    return ngettext(
        "{count} printed programme total was compared with its lines: {hold} hold, {fail} do not.",
        "{count} printed programme totals were compared with their lines: {hold} hold, {fail} do not.",
        len(results),
    ).format(count=len(results), hold=len(results) - failed, fail=failed)


def left_out(act: Edition) -> str:
    """How much of an act is missing from every sum, because it could not be read for certain."""
    return ngettext(
        "{act}: {count} entry could not be read for certain and is left out; the page Documents lists it.",
        "{act}: {count} entries could not be read for certain and are left out; the page Documents lists them.",
        act.unread,
    ).format(act=names.edition(act), count=act.unread)


def largest(
    groups: pd.DataFrame, name: Callable[[str | None], str], scale: formats.Scale, as_printed: bool = False
) -> str:
    """Which named group gets most. `groups` as from `spending.grouped`; `name`: what a group is called; `as_printed`:
    whether the amounts are printed totals of the groups."""
    known = [row for row in records(groups) if row.amount is not None]
    whole = total(row.amount for row in known)
    if whole is None:
        return _("None of these lines prints an amount.")
    together = formats.money(whole, scale)
    if as_printed:
        together = _("{total} of the printed totals of the groups").format(total=together)
    named = [row for row in known if row.group is not None]
    if len(known) == 1 or not named or named[0].share is None:
        return _("Together {total}.").format(total=together)
    unnamed = next((row for row in known if row.group is None), None)
    if unnamed is not None and unnamed.amount > named[0].amount:
        return _(
            "{unnamed}: {unnamed_amount}, {unnamed_share} of {total}; of what is named, most goes to «{name}»: "
            "{amount}, {share}."
        ).format(
            unnamed=name(None),
            unnamed_amount=formats.money(unnamed.amount, scale),
            unnamed_share=formats.share(unnamed.share),
            name=name(named[0].group),
            amount=formats.money(named[0].amount, scale),
            share=formats.share(named[0].share),
            total=together,
        )
    return _("Most goes to «{name}»: {amount}, {share} of {total}.").format(
        name=name(named[0].group),
        amount=formats.money(named[0].amount, scale),
        share=formats.share(named[0].share),
        total=together,
    )


def concentration(found: Concentration) -> str:
    """How few lines make most of the money."""
    return ngettext(
        "{most} of {lines} lines makes 80 % of the money; the dearest alone {share}.",
        "{most} of {lines} lines make 80 % of the money; the dearest alone {share}.",
        found.most,
    ).format(
        most=formats.number(found.most, 0), lines=formats.number(found.lines, 0), share=formats.share(found.largest)
    )


def unclassified(groups: pd.DataFrame) -> str | None:
    """What share of the money no rule knows; None where all of it is known. `groups` as from `spending.grouped`."""
    unknown = next((row for row in records(groups) if row.group is None), None)
    if unknown is None or unknown.share is None:
        return None
    return _("No rule knows {share} of the money; its lines stand as a group of their own.").format(
        share=formats.share(unknown.share)
    )


def lines_total(lines: pd.DataFrame) -> str:
    """How many lines are shown and what they add up to; and in how many rows they are printed, if those are more."""
    count, rows = lines["line_id"].nunique(), len(lines[["document_id", "row_no"]].drop_duplicates())
    known = total(lines["amount"])
    amount = _("amount not stated") if known is None else formats.money(known, formats.HRYVNIAS)
    said = ngettext("{count} line, {amount}.", "{count} lines, {amount}.", count).format(
        count=formats.number(count, 0), amount=amount
    )
    if rows > count:
        said += " " + ngettext(
            "They are printed in {rows} row: a change of a line stands in a row of its own.",
            "They are printed in {rows} rows: a change of a line stands in a row of its own.",
            rows,
        ).format(rows=formats.number(rows, 0))
    return said


def filtered(years: Sequence[int], funds: Sequence[str]) -> str:
    """The filters, for a file that leaves the page."""
    return _("Years: {years}. Funds: {funds}.").format(
        years=formats.years(years) if years else _("all"), funds=", ".join(map(names.fund, funds)) or _("all")
    )
