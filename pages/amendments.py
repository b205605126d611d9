"""What did each decision change, what moved where, and what is the plan now?"""

import streamlit as st

from pages.components import (
    amendment_chain,
    amendment_editions,
    amendment_findings,
    amendment_groups,
    amendment_lines,
    amendment_printed,
    amendment_steps,
    amendment_transfers,
    amendment_view,
    captions,
    messages,
    names,
    pickers,
    without_plan,
)
from pages.components.language import _

st.title(_("What did each decision change?"))
choice = pickers.chosen()
if choice is None:
    without_plan.draw()
    st.stop()
view = amendment_view.chosen(choice)
if view is None:
    st.info(_("No decision among the documents changes the amounts of this programme."), title=_("Nothing was changed"))
    amendment_chain.draw(choice)
    st.stop()
captions.lead(view.choice, view.in_years, view.scale.unit)
if view.act != choice.edition:
    st.caption(
        _("At the side another edition is chosen: {edition}. Shown here is the decision chosen above.").format(
            edition=names.edition(choice.edition)
        )
    )
if view.own.empty:
    messages.nothing_matches()
    st.stop()
moved = amendment_transfers.found_in(view)
for said in amendment_findings.findings(view, moved):
    st.markdown(f"**{said}**")
st.caption(amendment_findings.compared_with(view))
if said := amendment_findings.base_unknown(view):
    st.warning(said, title=_("Plan before unknown"))
if said := amendment_findings.below_zero(view):
    st.warning(said, title=_("Below zero"))
amendment_steps.draw(view)
amendment_transfers.draw(view, moved)
amendment_groups.draw(view)
amendment_lines.draw(view)
amendment_printed.draw(view)
amendment_editions.draw(view)
amendment_chain.draw(view.choice)
