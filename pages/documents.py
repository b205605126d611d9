"""Where does this number stand in the document?"""

import streamlit as st

from analytics import checks, documents
from analytics.frames import records
from pages.components import (
    downloads,
    facts,
    filters,
    finding_counts,
    finding_sheet,
    formats,
    hints,
    links,
    messages,
    names,
    printed,
    reasons,
    side_by_side,
    store,
    tables,
)
from pages.components.language import _

register = {row.document_id: row for row in records(store.read(documents.register))}
if not register:
    messages.nothing_published()
    st.stop()
readable = [row.document_id for row in register.values() if row.lines]

st.title(_("Where does this number stand in the document?"))
st.markdown(_("The register of documents, and each document's tables as printed; a chosen cell is marked."))
name = filters.choice(
    _("Document"),
    list(register),
    "document",
    name=lambda document_id: names.document(register[document_id]),
    default=readable[0] if readable else None,
    clears=("cell",),
)
if filters.written("document") not in (None, *register):
    st.warning(_("The document in the address is not registered; another one is shown."), title=_("No such document"))
document = register[name]
st.header(document.title)
st.markdown(f"**{names.reading(document)}**")
st.table(printed.about(document, register), border="horizontal", alt=_("What is known of the document"))
if document.note:
    st.caption(document.note)

rows = store.read(documents.source_rows, name)
counted = store.read(checks.counts)
own = counted[counted["document_id"] == name]
if len(own):
    opening = _("open the checks")
    st.markdown(f"{finding_counts.summary(own)} [{opening}]({links.checks(document=name)})")
read = {row.locator: row for row in reversed(records(store.read(documents.facts, name)))}
if len(rows):
    st.header(_("The cell in its table"))
    asked = filters.written("cell")
    # An address may name any place of the document: a number of a list, a quantity, a line of text.
    others = [asked] if asked and asked not in read and printed.stands(rows, asked) else []
    locator = filters.optional(
        _("Cell"),
        [*others, *reversed(read)],
        "cell",
        name=lambda place: f"{formats.place(place)}: {read[place].printed}" if place in read else formats.place(place),
        placeholder=_("Choose a cell, or type its line or number"),
    )
    if asked not in (None, *others, *read):
        st.warning(_("Nothing was read at the place in the address."), title=_("No such cell"))
    if locator in read:
        st.markdown(f"**{facts.meaning(read[locator])}**")
    printed.draw(rows, locator, read[locator].printed if locator in read else "")
    if locator:
        finding_sheet.draw_of_cell(store.read(checks.of_cell, name, locator))
    with st.expander(_("All tables of the document, as printed"), on_change="rerun", key="whole") as whole:
        if whole.open:
            printed.draw_all(rows)
    st.caption(_("As printed. Places are counted from the top of the file {file}.").format(file=document.file))

repairs = store.read(documents.repairs, name)
if len(repairs):
    st.header(_("Printed and repaired text side by side"))
    st.caption(_("Left the text as recognised, right as repaired; repaired words are marked. Nothing is overwritten."))
    side_by_side.draw(name, rows, repairs)

unread = store.read(documents.unread, name)
if len(unread):
    st.header(_("Not read for certain"))
    heads = {"cell": _("Cell"), "locator": _("Place"), "text": _("As printed"), "reason": _("Why")}
    unread = unread.assign(
        cell=[links.document(name, locator) for locator in unread["locator"]],
        locator=[formats.place(locator) for locator in unread["locator"]],
        reason=[reasons.sentence(reason) for reason in unread["reason"]],
    )
    tables.show(unread, heads, _("What could not be read for certain, and why"), wide="reason")

facts.draw(name, names.document(document))

st.header(_("The register"), help=hints.help("programme-passport", "edition"))
listed = store.read(documents.register).assign(
    document_link=[links.document(document_id) for document_id in register],
    kind=[names.kind(row.kind) for row in register.values()],
    status=[names.status(row.status) for row in register.values()],
    number=[row.number or row.endorsed_number for row in register.values()],
    adopted_on=[formats.day(row.adopted_on or row.endorsed_on) for row in register.values()],
    amounts=[names.reading(row) for row in register.values()],
)
heads = {
    "document_link": _("Document"),
    "title": _("Title"),
    "kind": _("Kind"),
    "status": _("Status"),
    "number": _("Number"),
    "adopted_on": _("Date"),
    "amounts": _("What was read"),
}
tables.show(listed, heads, _("Register of documents"), wide="title")
downloads.offer(listed, heads, "koshtorys-register", [_("Register of documents")])
