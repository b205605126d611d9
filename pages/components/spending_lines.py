"""The lines of the spending page themselves, each with its class and its place in the document."""

import pandas as pd
import streamlit as st

from analytics import spending
from analytics.frames import records
from pages.components import downloads, filters, formats, hints, kinds, links, names, tables, words
from pages.components.language import _
from pages.components.spending_view import View


def draw(view: View, groups: pd.DataFrame) -> None:
    """`groups` as from `spending.grouped`."""
    st.header(_("The lines themselves"), help=hints.help("lowest-lines", "spending-unit"))
    title = names.grouping(view.by)
    group = filters.optional(
        title,
        [group or "" for group in groups["group"]],
        "group",
        name=lambda name: view.name(name or None),
        placeholder=_("All"),
        clears=("part",),
    )
    part = _part(view, group)
    chosen = view.lines if group is None else view.part_of(group or None, part)
    st.markdown(words.lines_total(chosen))
    detail = chosen.assign(
        fund=[names.fund(fund) for fund in chosen["fund"]],
        rule=[kinds.kind_rule(row) for row in records(chosen)],
        task_rule=[kinds.task_rule(row) for row in records(chosen)],
        kind=[kinds.name(kind) for kind in chosen["kind"]],
        category=[kinds.category(category) if category else "" for category in chosen["category"]],
        national_direction=[view.directions.get(name or "", "") for name in chosen["national_direction"]],
        several_kinds=chosen["several_kinds"].map({True: _("yes")}),
        place=[formats.place(locator) for locator in chosen["locator"]],
        act=[names.short_edition(view.acts[name]) for name in chosen["document_id"]],
        cell=[links.cell(row) for row in records(chosen)],
    )
    heads = {
        "name": _("Measure"),
        "amount": _("Amount, UAH"),
        "line_code": _("№"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
        "cell": _("Cell"),
        "printed": _("As printed"),
        "quantity": _("Quantity"),
        "spending_unit": _("Spending unit"),
        "spending_direction": _("Direction of the document"),
        "printed_task": _("Task of the document"),
        "category": _("What it is"),
        "kind": _("Kind of thing bought"),
        "several_kinds": _("Names several kinds"),
        "rule": _("Rule that told the kind"),
        "kind_rule": _("Example that told the kind"),
        "national_direction": _("Direction of the national list"),
        "task_text": _("Task of the national list"),
        "task_rule": _("Rule that told the task"),
        "note": _("Note on that task"),
        "act": _("Act"),
        "place": _("Place in the document"),
    }
    heads = {column: head for column, head in heads.items() if column == "printed" or detail[column].notna().any()}
    name = _("Lowest lines with their places in the documents")
    # The link of a row opens its place; a file has no links, and names it.
    tables.show(detail, {column: head for column, head in heads.items() if column != "place"}, name, wide="name")
    rows = [
        f"{names.line(row)}, {names.year(row.fiscal_year)}, {row.fund}: {row.printed or formats.UNKNOWN}"
        for row in records(detail)
    ]
    tables.cell_picker(rows, list(detail["cell"]), name, "open_line")
    as_printed = _("The column «As printed» holds the document's text.")
    in_uah = _("Amounts are turned into UAH.")
    view.source(f"{in_uah} {as_printed}" if "amount" in heads else as_printed)
    shown = _("All") if group is None else ": ".join(filter(None, [view.name(group or None), part]))
    downloads.offer(detail, heads, "koshtorys-lines", [*view.notes, f"{title}: {shown}"])


def _part(view: View, group: str | None) -> str | None:
    """The part of the chosen group, as a click on the treemap names it."""
    own = view.lines_of(group or None) if group is not None else view.lines.iloc[:0]
    return filters.optional(
        _("Part of the group"),
        list(dict.fromkeys(spending.parts(own, view.by))),
        "part",
        name=view.part_name,
        placeholder=_("All") if group is not None else _("Choose a group first"),
    )
