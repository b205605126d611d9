"""Which printed figures hold, which do not, and by how much?"""

import streamlit as st

from analytics import checks, documents
from analytics.frames import records
from pages.charts import checks as charts
from pages.components import (
    downloads,
    figures,
    filters,
    finding_sheet,
    findings,
    formats,
    messages,
    names,
    store,
    tables,
)
from pages.components.language import _

_BARS = 12
_SEVERITIES = ("error", "warning", "notice", "verified")

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
st.html(finding_sheet.PRINTED)
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
    classes = filters.several(
        _("Class"), ["document", "cross_document", "reading", "rounding"], "class", name=findings.kind
    )
    severities = filters.several(_("Result"), _SEVERITIES, "result", name=findings.result)
    rule = filters.optional(
        _("Rule"),
        sorted(set(counts["rule"]), key=findings.rule),
        "rule",
        name=findings.rule,
        placeholder=_("All rules"),
    )
own = counts if document is None else counts[counts["document_id"] == document]
st.markdown(f"**{finding_sheet.summary(own)}**")
chosen = store.read(
    checks.findings,
    [document] if document else [],
    classes,
    [rule] if rule else [],
    severities or list(_SEVERITIES[:3]),
)

if one:
    found = store.read(checks.findings)
    found = found[found["finding_id"] == one]
    if found.empty:
        st.warning(_("The finding in the address is not among the checks any more."), title=_("No such finding"))
    else:
        st.header(_("One finding"))
        finding_sheet.draw(records(found)[0], register)
        st.button(_("Back to all findings"), on_click=filters.forget, args=("finding",), icon=":material/arrow_back:")

if chosen.empty:
    messages.nothing_matches()
    st.stop()
money = chosen[(chosen["unit"] == "UAH") & chosen["difference"].notna() & (chosen["severity"] != "verified")]
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

st.header(_("All findings"))
finding_sheet.draw_list(chosen, register)
finding_sheet.offer(chosen, register, document)

st.header(_("What was checked"))
by_document = finding_sheet.by_document(own, register)
heads = {
    "document_link": _("Findings"),
    "document": _("Document"),
    "compared": _("Compared"),
    "hold": _("Hold"),
    "document_class": findings.kind("document"),
    "cross_document": findings.kind("cross_document"),
    "reading": findings.kind("reading"),
    "rounding": findings.kind("rounding"),
}
tables.show(by_document, heads, _("Checks by document and class"), wide="document")
downloads.offer(by_document, heads, "koshtorys-checks-by-document", [_("Checks by document and class")])
by_rule = finding_sheet.by_rule(own)
heads = {
    "document_link": _("Findings"),
    "rule": _("Rule"),
    "compared": _("Compared"),
    "hold": _("Hold"),
    "fail": _("Do not hold"),
}
tables.show(by_rule, heads, _("Checks by rule"), wide="rule")
downloads.offer(by_rule, heads, "koshtorys-checks-by-rule", [_("Checks by rule")])
st.caption(
    _(
        "Sums on the other pages are made of the lowest lines; printed totals stand beside them. Notes, as those on "
        "quantities, are milder than errors of money. Rounding means that the computed figure, rounded or cut at the "
        "last printed digit, is the printed one."
    )
)
