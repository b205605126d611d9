"""Who gains and who loses by a decision: bars to both sides, by spending unit, direction or fund."""

import streamlit as st

from analytics import amendments
from analytics.frames import total
from pages.charts import amendments as charts
from pages.components import captions, downloads, figures, filters, formats, names, tables
from pages.components.amendment_view import View
from pages.components.language import _


def draw(view: View) -> None:
    st.header(_("Who gains and who loses?"))
    groupings = {"spending_unit": _("Spending unit"), "direction": _("Direction or task"), "fund": _("Fund")}
    by = filters.choice(_("Show by"), list(groupings), "by", name=groupings.__getitem__, look="buttons")
    directions = view.own["spending_direction"].where(view.own["spending_direction"].notna(), view.own["task"])
    groups = amendments.by(view.own.assign(direction=directions), by)
    unnamed = {"spending_unit": _("No spending unit is named"), "direction": _("No direction or task is named")}
    groups = groups.assign(
        label=[unnamed[by] if name is None else names.fund(name) if by == "fund" else name for name in groups["group"]],
        amount=groups["net"],
        text=[formats.signed(text) for text in view.scale.texts(groups["net"])],
    )
    drawn = groups.assign(
        increase=view.scale.values(groups["increase"]), decrease=view.scale.values(groups["decrease"])
    )
    figures.show(
        charts.diverging(drawn, names=(_("Added"), _("Cut")), unit=view.scale.unit, palette=figures.colours()),
        _("Bars to both sides: changes by {group}, {unit}").format(group=groupings[by], unit=view.scale.unit),
        key="groups",
    )
    heads = {
        "label": groupings[by],
        "increase": _("Added, UAH"),
        "decrease": _("Cut, UAH"),
        "amount": _("Net change, UAH"),
        "lines": _("Lines"),
    }
    tables.show(groups, heads, _("Changes by {group}").format(group=groupings[by]), wide="label")
    st.caption(_("All together: {net}.").format(net=formats.signed(formats.money(total(groups["net"]), view.scale))))
    captions.source(view.choice.counted, _("Computed from the lowest lines; printed totals are not added."))
    downloads.offer(groups, heads, f"koshtorys-changes-{by}", view.notes)
