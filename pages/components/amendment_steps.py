"""From the plan as approved, decision by decision, to the plan after the chosen one."""

import pandas as pd
import streamlit as st

from analytics import plan_steps
from analytics.frames import records
from analytics.plan_steps import Part
from pages.charts import amendments as charts
from pages.components import amendment_words, captions, downloads, figures, filters, formats, links, names, tables
from pages.components.amendment_view import View, listed
from pages.components.language import _

_MOST = 12


def draw(view: View) -> None:
    """The waterfall, the cells of the step that was clicked or chosen, and the steps as a table."""
    st.header(_("From the first plan to this one"))
    steps = _named(view, plan_steps.steps(view.plans, view.ledger, view.choice.acts, view.act.edition))
    points = dict(zip(steps["point"], steps["act"] + ": " + steps["what"], strict=True))
    figures.show(
        charts.waterfall(steps, unit=view.scale.unit, palette=figures.colours()),
        _("Waterfall: the plan, decision by decision, {unit}").format(unit=view.scale.unit),
        key="steps",
        on_click=filters.put_clicked("step", {point: point for point in points}),
    )
    st.caption(_("A click on a step lists its changes, each with its cell."))
    point = filters.optional(
        _("What a step is made of"), list(points), "step", name=points.__getitem__, placeholder=_("Choose a step")
    )
    if point:
        _behind(view, point, points[point])
    heads = {"act": _("Edition"), "what": _("Step"), "amount": _("Amount, UAH"), "lines": _("Lines")}
    tables.show(steps, heads, _("The plan, decision by decision"), wide="act")
    captions.source(view.choice.counted, _("Computed from the lowest lines; printed totals are not added."))
    # Plans and changes stand in one column, which is not to be added up: so it is not called `amount` in the files.
    heads = {("uah" if column == "amount" else column): head for column, head in heads.items()}
    downloads.offer(steps.rename(columns={"amount": "uah"}), heads, "koshtorys-steps", view.notes)


def _named(view: View, steps: pd.DataFrame) -> pd.DataFrame:
    """The steps with what the chart and the table say of them."""
    is_plan = steps["part"].isin([Part.FIRST, Part.LAST])
    texts = view.scale.texts(steps["amount"])
    return steps.assign(
        point=[f"{row.edition}/{row.part}" for row in records(steps)],
        is_plan=is_plan,
        label=[names.tick(view.acts[name]) for name in steps["edition"]],
        value=view.scale.values(steps["amount"]),
        text=[
            "?" if part == Part.UNSEEN else text if plan else formats.signed(text)
            for part, text, plan in zip(steps["part"], texts, is_plan, strict=True)
        ],
        act=[names.edition(view.acts[name]) for name in steps["edition"]],
        what=[amendment_words.step(row.part, view.acts[row.edition]) for row in records(steps)],
    )


def _behind(view: View, point: str, title: str) -> None:
    """The changes of a step with their cells; or, where it has none, what the step is."""
    edition, part = point.rsplit("/", 1)
    rows = plan_steps.of_part(view.ledger[view.ledger["edition"] == edition], Part(part))
    lines = listed(rows)
    if not lines:
        said = amendment_words.step_without_changes(Part(part))
        opening = _("open the document") if part == Part.UNSEEN else _("open this plan")
        address = links.document(edition) if part == Part.UNSEEN else _plan(view, edition)
        st.markdown(f"**{formats.escaped(title)}.** {said} [{opening}]({address})")
        return
    st.markdown("\n".join([f"**{formats.escaped(title)}**", "", *lines[:_MOST]]))
    if rest := lines[_MOST:]:
        with st.expander(_("The other changes of this step: {count}").format(count=len(rest))):
            st.markdown("\n".join(rest))


def _plan(view: View, edition: str) -> str:
    """The address of a plan, in the years and funds on the page; of a unit, where one is chosen."""
    return links.spending(edition, years=view.years, funds=view.funds, unit=next(iter(view.units), None))
