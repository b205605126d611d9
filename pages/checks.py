"""Which printed figures hold, which do not, and by how much?"""

import streamlit as st

from analytics import checks, documents
from analytics.frames import records
from data.contracts import FindingClass, Severity
from pages.charts import checks as charts
from pages.components import (
    figures,
    filters,
    finding_counts,
    finding_sheet,
    finding_workbook,
    findings,
    formats,
    hints,
    messages,
    names,
    paper,
    store,
)
from pages.components.language import _

_BARS = 12
_SEVERITIES = [Severity.ERROR, Severity.WARNING, Severity.NOTICE, Severity.VERIFIED]

register = {row.document_id: row for row in records(store.read(documents.register))}
counts = store.read(checks.counts)
if not register:
    messages.nothing_published()
    st.stop()
st.title(_("Do the printed figures add up?"))
st.markdown(
    _(
        "Every printed total is compared with its parts, every document with itself and with the others: exactly, "
        "without tolerance. Nothing is corrected; where a document disagrees with itself, both figures are shown."
    )
)
paper.begin()
if counts.empty:
    messages.nothing_checked()
    st.stop()

one = filters.written("finding")
with st.container(horizontal=True):
    document = filters.optional(
        _("Document"),
        [name for name in register if name in set(counts["document_id"])],
        "document",
        name=lambda name: names.document(register[name]),
        placeholder=_("All documents"),
    )
    classes = filters.several(_("Class"), list(FindingClass), "class", name=findings.kind)
    severities = filters.several(_("Result"), _SEVERITIES, "result", name=findings.result)
    rule = filters.optional(
        _("Rule"),
        sorted(findings.rules(), key=findings.rule),
        "rule",
        name=findings.rule,
        placeholder=_("All rules"),
    )
own = counts if document is None else counts[counts["document_id"] == document]
st.markdown(f"**{finding_counts.summary(own if rule is None else own[own['rule'] == rule])}**")
asked = ([document] if document else [], classes, [rule] if rule else [])
chosen = store.read(checks.findings, *asked, severities or _SEVERITIES[:3])
if chosen.empty and not severities:
    chosen = store.read(checks.findings, *asked, [])

if one:
    found = store.read(checks.findings, finding_id=one)
    if found.empty:
        st.warning(_("The finding in the address is not among the checks any more."), title=_("No such finding"))
    else:
        st.header(_("One finding"))
        finding_sheet.draw(records(found)[0], register)
        st.button(_("Back to all findings"), on_click=filters.forget, args=("finding",), icon=":material/arrow_back:")

money = chosen[(chosen["unit"] == "UAH") & chosen["difference"].notna() & (chosen["severity"] != Severity.VERIFIED)]
if len(money):
    st.header(_("The largest differences"))
    largest = money.sort_values("difference", key=lambda column: -column.abs(), kind="stable").head(_BARS)
    scale = formats.scale_of(largest["difference"])
    bars = largest.assign(
        label=[finding_sheet.label(row, register) for row in records(largest)],
        value=scale.values(largest["difference"]),
        text=[formats.signed(text) for text in scale.texts(largest["difference"])],
    )
    figures.show(
        charts.differences(bars, unit=scale.unit, palette=figures.colours()),
        _("Bars: the largest differences between printed and computed, {unit}").format(unit=scale.unit),
        key="differences",
        on_click=filters.put_clicked("finding", {name: name for name in largest["finding_id"]}),
    )
    st.caption(
        _("Printed less computed: right, where more is printed; left, where less. A click opens the finding above.")
    )

st.header(_("All findings"), help=hints.help("check"))
narrowed = {
    _("Document"): [names.document(register[document])] if document else [],
    _("Class"): [findings.kind(kind) for kind in classes],
    _("Result"): [findings.result(severity) for severity in severities],
    _("Rule"): [findings.rule(rule)] if rule else [],
}
filters_said = [f"{head}: {', '.join(words)}" for head, words in narrowed.items() if words]
paper.note(
    [
        *filters_said,
        *(f"{names.document(register[name])}, SHA-256 {register[name].sha256}" for name in set(chosen["document_id"])),
    ]
)
if filters_said:
    st.markdown(_("Chosen by the filters: {count}.").format(count=formats.number(len(chosen), 0)))
if chosen.empty:
    messages.nothing_matches()
else:
    if (chosen["severity"] == Severity.VERIFIED).all():
        st.success(_("Everything that was compared here holds."))
    finding_sheet.draw_list(chosen, register)
    finding_workbook.offer(chosen, register, filters_said)

st.header(_("What was checked"))
finding_counts.draw(own, register, document)
st.caption(
    _(
        "Sums on the other pages are made of the lowest lines; printed totals stand beside them. Notes, as those on "
        "quantities, are milder than errors of money. Rounding means that the computed figure, rounded or cut at the "
        "last printed digit, is the printed one."
    )
)
