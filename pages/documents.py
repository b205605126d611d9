"""Where does this number stand in the document?"""

import streamlit as st

from analytics import documents
from pages.components import downloads, filters, formats, links, messages, names, printed, store, tables
from pages.components.language import _

register = store.read(documents.register)
if register.empty:
    messages.nothing_published()
    st.stop()
by_name = {row.document_id: row for row in register.itertuples()}

st.title(_("Where does this number stand in the document?"))
st.markdown(_("The register of documents, and each document's tables as printed; a chosen cell is marked."))


def title(name: str) -> str:
    row = by_name[name]
    number = row.number or row.endorsed_number
    dated = formats.day(row.adopted_on or row.endorsed_on)
    return f"{dated} № {number}: {row.title}" if number else row.title


readable = [row.document_id for row in register.itertuples() if row.amounts]
name = filters.choice(
    _("Document"), list(by_name), "document", name=title, default=readable[0] if readable else None
)
document = by_name[name]
st.subheader(document.title)
st.markdown(f"**{printed.state(document)}**")
st.table(printed.facts(document, title), border="horizontal", alt=_("What is known of the document"))
if document.note:
    st.caption(document.note)

rows = store.read(documents.source_rows, name)
cells = store.read(documents.cells, name)
if len(rows):
    st.subheader(_("The cell in its table"))
    amounts = {row.locator: row for row in cells.itertuples()}
    locator = filters.optional(
        _("Cell"),
        list(amounts),
        "cell",
        name=lambda place: f"{formats.place(place)}: {amounts[place].printed}",
        placeholder=_("Choose a cell, or type its line or number"),
    )
    if locator:
        st.markdown(f"**{printed.meaning(amounts[locator])}**")
    printed.draw(rows, locator)
    with st.expander(_("All tables of the document, as printed"), on_change="rerun", key="whole") as whole:
        if whole.open:
            printed.draw_all(rows)
    st.caption(_("As printed. Lines are counted from the top of the file {file}.").format(file=document.file))

unread = store.read(documents.unread, name)
if len(unread):
    st.subheader(_("Not read for certain"))
    heads = {"locator": _("Place"), "text": _("As printed"), "reason": _("Why")}
    tables.show(unread.rename(columns=heads), _("What could not be read for certain, and why"), wide=(_("Why"),))

if len(cells):
    st.subheader(_("Everything that was read"))
    shown = cells.assign(
        fund=cells["fund"].map(names.fund),
        total=cells["is_total"].map({True: _("total"), False: _("lowest line")}),
        locator=cells["locator"].map(formats.place),
        fiscal_year=cells["fiscal_year"].map(lambda year: _("all years") if year is None else str(year)),
        cell=[links.cell(name, locator) for locator in cells["locator"]],
    )
    heads = {
        "cell": _("Cell"),
        "locator": _("Place"),
        "printed": _("As printed"),
        "amount": _("Amount, UAH"),
        "total": _("Kind"),
        "line_code": _("№"),
        "name": _("Line"),
        "spending_unit": _("Spending unit"),
        "fiscal_year": _("Year"),
        "fund": _("Fund"),
    }
    shown = shown[list(heads)].rename(columns=heads)
    tables.show(
        shown,
        _("Every cell that was read as an amount"),
        written={_("Amount, UAH"): formats.kopiykas},
        links={_("Cell"): _("open")},
        wide=(_("Line"),),
    )
    st.caption(_("Totals and lowest lines stand side by side here; do not add them up."))
    lowest = shown[shown[_("Kind")] == _("lowest line")].drop(columns=_("Cell"))
    downloads.offer(lowest, f"koshtorys-{name}", summed=_("Amount, UAH"), notes=[title(name), _("Lowest lines only, UAH")])

st.subheader(_("The register"))
listed = register.assign(
    title=register["title"],
    kind=register["kind"].map(names.kind),
    status=register["status"].map(names.status),
    number=register["number"].where(register["number"].notna(), register["endorsed_number"]),
    dated=[formats.day(row.adopted_on or row.endorsed_on) for row in register.itertuples()],
    state=[printed.state(row) for row in register.itertuples()],
    link=[links.document(row.document_id) for row in register.itertuples()],
)
heads = {
    "link": _("Document"),
    "title": _("Title"),
    "kind": _("Kind"),
    "status": _("Status"),
    "number": _("Number"),
    "dated": _("Date"),
    "state": _("What was read"),
}
tables.show(
    listed[list(heads)].rename(columns=heads),
    _("Register of documents"),
    links={_("Document"): _("open")},
    wide=(_("Title"),),
)
