"""Two editions side by side: any two points of the chain."""

from decimal import Decimal

import pandas as pd
import streamlit as st

from analytics import edition_difference
from analytics.editions import Edition
from analytics.frames import records, total
from pages.components import amendment_words, captions, downloads, filters, formats, hints, names, tables
from pages.components.amendment_view import NAME_WIDTH, View, cell, title, where
from pages.components.language import _, ngettext


def draw(view: View) -> None:
    st.header(_("Two editions side by side"), help=hints.help("edition"))
    offered = {act.edition: act for act in view.choice.acts if act.has_plan}
    if len(offered) < 2:
        st.caption(_("Only one edition of this programme is at hand."))
        return
    one, other = _picked(view, offered)
    found = edition_difference.between(view.plans, one.edition, other.edition)
    for said in _said(view, one, other, found):
        st.markdown(said)
    if found.empty:
        st.caption(_("No line differs between these editions."))
        return
    rows = found.assign(
        cell=[cell(row.cells or row.before_cells) for row in records(found)],
        line=[title(row) for row in records(found)],
        fund=[names.fund(fund) for fund in found["fund"]],
        fiscal_year=[names.year(year) for year in found["fiscal_year"]],
        amount=found["difference"],
        where=[where(view, [*row.before_cells, *row.cells]) for row in records(found)],
        base=[amendment_words.unknown(row) for row in records(found)],
    )
    heads = {
        "cell": _("Cell"),
        "line": _("Measure"),
        "amount": _("Difference, UAH"),
        "before": _("In the first, UAH"),
        "after": _("In the second, UAH"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "base": _("What is not known"),
        "spending_unit": _("Spending unit"),
    }
    name = _("Lines that differ between two editions")
    tables.show(rows, heads, name, wide="line", width=NAME_WIDTH)
    labels = [f"{row.line}, {row.fiscal_year}, {row.fund}" for row in records(rows)]
    tables.cell_picker(labels, list(rows["cell"]), name, "open_difference")
    captions.source([one, other], _("Computed from the lowest lines of both editions."))
    notes = [*view.notes, names.edition(one), names.edition(other)]
    downloads.offer(rows, heads | {"where": _("Where it is printed")}, "koshtorys-editions", notes)


def _picked(view: View, offered: dict[str, Edition]) -> list[Edition]:
    """The two editions; at first the decision and the plan that it changes."""
    first = view.base.edition if view.base else next(iter(offered))
    pickers = ((_("First edition"), "from", first), (_("Second edition"), "to", view.act.edition))

    def name(edition: str) -> str:
        return names.edition(offered[edition])

    with st.container(horizontal=True):
        return [
            offered[filters.choice(label, list(offered), key, name=name, default=default)]
            for label, key, default in pickers
        ]


def _said(view: View, one: Edition, other: Edition, found: pd.DataFrame) -> list[str]:
    """What both come to, and how much of the difference is known line by line."""
    before, after = (total(view.plans[view.plans["edition"] == act.edition]["amount"]) for act in (one, other))
    known = total(found["difference"]) or Decimal(0)
    said = [
        _("{one}: {before}. {other}: {after}.").format(
            one=names.edition(one),
            before=formats.money(before, view.scale),
            other=names.edition(other),
            after=formats.money(after, view.scale),
        )
    ]
    unknown = int(found["difference"].isna().sum())
    said.append(
        _("Lines known in both editions differ by {known}.").format(
            known=formats.signed(formats.money(known, view.scale))
        )
    )
    if unknown and before is not None and after is not None:
        said.append(
            ngettext(
                "{count} amount is not known in one of the editions; what is at hand of it makes {rest}.",
                "{count} amounts are not known in one of the editions; what is at hand of them makes {rest}.",
                unknown,
            ).format(count=unknown, rest=formats.signed(formats.money(after - before - known, view.scale)))
        )
    first, last = sorted((one.act_no, other.act_no))
    for act in view.choice.acts:
        if act.status == "missing" and first < act.act_no <= last:
            said.append(
                _("Between them stands the decision {act}, whose text nobody has.").format(act=names.dated(act))
            )
    return said
