"""What the page of spending finds, in words."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from analytics import places, spending
from analytics.frames import records, total
from analytics.spending import PRINTED, Grouping
from pages.components import formats, kinds, links, names, words
from pages.components.language import _, ngettext
from pages.components.spending_view import View


def found(view: View, groups: pd.DataFrame, as_printed: bool) -> None:
    """The findings over the figures. `groups` as from `places.beside_printed`; `as_printed`: by printed totals."""
    told = spending.with_amounts(groups, "as_printed") if as_printed else groups
    st.markdown(f"**{words.largest(told, view.name, view.scale, as_printed)}**")
    printed = _printed_groups(view, groups) if as_printed else _against_printed(view)
    for said in (_unknown(view), *_several(view), *_nearest(view), *_silent(view), *_renamed(view), printed):
        if said:
            st.markdown(said)
    if as_printed:
        st.caption(
            _(
                "The bars show printed totals; groups for which the documents print none are left out. The table has "
                "both."
            )
        )


def nothing_printed(view: View) -> None:
    """The reader asks for printed totals, and none is printed."""
    st.caption(
        _("The documents print no totals of what is shown: the sums are those of the lines.")
        if view.by in PRINTED
        else _("Documents print no totals of such groups, which are our own: the sums are those of the lines.")
    )


def nothing_stated(view: View) -> None:
    """No line that is shown states an amount."""
    count, notes = spending.not_stated(view.lines)
    said = ngettext(
        "{count} line is shown, and it states no amount. That is not zero: the amount is unknown.",
        "{count} lines are shown, and none of them states an amount. That is not zero: the amounts are unknown.",
        count,
    ).format(count=count)
    listed = "; ".join(f"«{note}» — {lines}" for note, lines in notes.items())
    if listed:
        said += " " + _("Words stand in place of amounts, by number of lines: {listed}.").format(listed=listed)
    st.info(said, title=_("Amounts are not stated"))


def below_zero(view: View, by: Grouping | None = None) -> str | None:
    """Which lines are left out of parts of a whole, and why; None where none is. `by` as in `spending.below_zero`."""
    lines = view.lines[spending.below_zero(view.lines, by)]
    if lines.empty:
        return None
    named = dict.fromkeys(f"«{formats.escaped(names.line(row))}»" for row in records(lines))
    return ngettext(
        "Left out: {lines}, {amount}. A change takes away more than is known of this line, and what is below zero is "
        "no part of a whole.",
        "Left out: {lines}, together {amount}. Changes take away more than is known of these lines, and what is below "
        "zero is no part of a whole.",
        lines["line_id"].nunique(),
    ).format(lines=", ".join(named), amount=formats.money(total(lines["amount"]), view.scale))


def _unknown(view: View) -> str | None:
    """The share of the money that stands in no group of a classification."""
    groups = spending.grouped(view.lines, view.by)
    if view.by in (Grouping.KIND, Grouping.CATEGORY):
        return words.unclassified(groups)
    unknown = next((row for row in records(groups) if row.group is None and row.share is not None), None)
    pattern = {
        Grouping.NATIONAL_DIRECTION: _("{share} of the money is in no direction of the national list."),
        Grouping.NATIONAL_TASK: _("{share} of the money serves no task of the national list."),
    }.get(view.by)
    return None if unknown is None or pattern is None else pattern.format(share=formats.share(unknown.share))


def _silent(view: View) -> Iterator[str]:
    count, _notes = spending.not_stated(view.lines)
    if count:
        yield ngettext(
            "{count} line states no amount; it is counted, and adds nothing.",
            "{count} lines state no amount; they are counted, and add nothing.",
            count,
        ).format(count=count)


def _renamed(view: View) -> Iterator[str]:
    if view.by is Grouping.TASK:
        for printed, newest in spending.renamed(view.lines):
            yield _("The task «{newest}» was printed before as «{printed}»: the number is the same.").format(
                newest=formats.escaped(newest), printed=formats.escaped(printed)
            )


def _several(view: View) -> Iterator[str]:
    """Lines that name several kinds of things: their whole amount counts in one of them."""
    lines = view.lines[view.lines["several_kinds"].eq(True) & view.lines["amount"].notna()]
    if view.by is not Grouping.KIND or lines.empty:
        return
    named = []
    for _line, own in lines.groupby("line_id", sort=False):
        row, amount = records(own)[0], formats.money(total(own["amount"]), view.scale)
        named.append(f"«{formats.escaped(names.line(row))}», {amount} — «{view.name(row.kind)}»")
    yield ngettext(
        "{count} line names several kinds of things, and counts whole in one of them: {lines}.",
        "{count} lines name several kinds of things, and each counts whole in one of them: {lines}.",
        len(named),
    ).format(count=len(named), lines="; ".join(named))


def _nearest(view: View) -> Iterator[str]:
    """What stands in a direction or task of the national list that is only the nearest to it."""
    if view.by not in (Grouping.NATIONAL_DIRECTION, Grouping.NATIONAL_TASK):
        return
    noted = view.lines[view.lines["note"].notna() & view.lines["national_task"].notna()]
    by_kind = [row for row in records(spending.grouped(noted, Grouping.KIND)) if row.amount is not None]
    if by_kind:
        listed = "; ".join(f"{kinds.name(row.group)} — {formats.money(row.amount, view.scale)}" for row in by_kind)
        yield _("These count to the task of the list that is only the nearest to them: {listed}.").format(listed=listed)


def _printed_groups(view: View, groups: pd.DataFrame) -> str | None:
    said = " ".join(words.printed_groups(groups, _of_programme(view), view.scale))
    return _with_checks(view, said)


def _against_printed(view: View) -> str | None:
    return _with_checks(view, words.against_printed(_of_programme(view), view.scale))


def _of_programme(view: View) -> pd.DataFrame:
    """As from `places.against_lines`; empty where several funds are chosen, for no total of such is printed."""
    found = places.against_lines(view.printed, view.lines, view.edition, *view.funds[:1])
    return found.iloc[:0] if len(view.funds) > 1 else found


def _with_checks(view: View, said: str | None) -> str | None:
    opening = _("open the checks")
    return f"{said} [{opening}]({links.checks(document=view.edition)})" if said else None
