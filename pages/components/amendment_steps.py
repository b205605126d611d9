"""From the plan as approved, decision by decision, to the plan now."""

import streamlit as st

from analytics import amendments
from analytics.amendments import Part
from analytics.frames import records
from pages.charts import amendments as charts
from pages.components import captions, cells, downloads, figures, filters, formats, names, tables
from pages.components.amendment_view import View, listed
from pages.components.language import _


def draw(view: View) -> None:
    """The waterfall, the cells of the step that was clicked, and the steps as a table."""
    st.header(_("From the first plan to this one"))
    steps = amendments.steps(view.plans, view.ledger, view.choice.acts, view.act.edition)
    points = [f"{row.edition}/{row.part}" for row in records(steps)]
    parts = {
        Part.FIRST: _("Plan"),
        Part.INCREASE: _("Added"),
        Part.DECREASE: _("Taken away"),
        Part.UNSEEN: _("No text"),
        Part.UNTOLD: _("Cannot be told line by line"),
        Part.LAST: _("Plan after it"),
    }
    steps = steps.assign(
        point=points,
        is_plan=steps["part"].isin([Part.FIRST, Part.LAST]),
        label=[names.tick(view.acts[name]) for name in steps["edition"]],
        value=view.scale.values(steps["amount"]),
        text=[
            "?"
            if row.amount is None
            else view.scale.texts([row.amount])[0]
            if row.part in (Part.FIRST, Part.LAST)
            else formats.signed(view.scale.texts([row.amount])[0])
            for row in records(steps)
        ],
        act=[names.edition(view.acts[name]) for name in steps["edition"]],
        what=[parts[part] for part in steps["part"]],
    )
    figures.show(
        charts.waterfall(steps, unit=view.scale.unit, palette=figures.colours()),
        _("Waterfall: the plan, decision by decision, {unit}").format(unit=view.scale.unit),
        key="steps",
        on_click=filters.put_clicked("step", {name: name for name in points}),
    )
    st.caption(_("A click on a step lists its changes, each with its cell."))
    if point := cells.clicked("step", points):
        _behind(view, point, steps["what"].iloc[points.index(point)])
    heads = {"act": _("Edition"), "what": _("Step"), "amount": _("Amount, UAH"), "lines": _("Lines")}
    tables.show(steps, heads, _("The plan, decision by decision"), wide="act")
    captions.source(view.choice.counted, _("Computed from the lowest lines; printed totals are not added."))
    downloads.offer(
        steps.drop(columns="amount").assign(uah=steps["amount"]), _for_file(heads), "koshtorys-steps", view.notes
    )


def _for_file(heads: dict[str, str]) -> dict[str, str]:
    """Plans and changes stand in one column there, so that it is not to be added up."""
    return {("uah" if column == "amount" else column): head for column, head in heads.items()}


def _behind(view: View, point: str, what: str) -> None:
    edition, part = point.rsplit("/", 1)
    own = view.ledger[view.ledger["edition"] == edition]
    signed = {Part.INCREASE: own["delta"] > 0, Part.DECREASE: own["delta"] < 0}.get(Part(part))
    act = names.edition(view.acts[edition])
    if signed is None:
        said = (
            _("Nobody has the text of this decision, so what it changed is unknown.")
            if part == Part.UNSEEN
            else _("The lines of a plan stand on the page Spending.")
        )
        st.info(f"{act}: {said}")
        return
    st.markdown("\n".join([f"**{formats.escaped(act)}: {what}**", *listed(own[signed])]))
