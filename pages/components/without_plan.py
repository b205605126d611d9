"""What a page that shows a plan says of a programme whose measures print no amounts, and where its figures stand."""

from collections.abc import Iterator

import streamlit as st

from analytics import editions, execution, indicators
from analytics.comparison import totals
from analytics.frames import records
from analytics.population import series
from pages.components import execution_words, formats, links, messages, pickers, store
from pages.components.language import _


def draw() -> None:
    """For the programme chosen at the side; where nothing is chosen, no plan is published at all."""
    programme_id = pickers.programme()
    if programme_id is None:
        messages.no_plan()
        return
    st.info(
        _("No plan by line was read of this programme, so there is nothing to add up by line, year or unit."),
        title=_("No plan of this programme"),
    )
    if found := [*_printed(programme_id), *_elsewhere(programme_id)]:
        st.markdown("\n".join(f"- {one}" for one in found))


def _printed(programme_id: str) -> Iterator[str]:
    """The printed total, with its cell."""
    for row in records(store.read(totals.totals)):
        if row.plan == programme_id and row.amount is not None and row.cell:
            said = _("Its documents print a total for {years} alone: {amount}").format(
                years=formats.years(row.years), amount=execution_words.uah(row.amount)
            )
            yield f"{formats.escaped(said)}, [{formats.place(row.cell[1])}]({links.document(*row.cell)})"


def _elsewhere(programme_id: str) -> Iterator[str]:
    """The pages that hold figures of the programme."""
    for scope in store.read(execution.scopes):
        if programme_id in scope.programmes:
            yield _link(_("What was paid of its budget programme"), links.execution(scope.scope))
    for row in records(store.read(editions.passports)):
        if row.programme_id == programme_id:
            yield _link(row.title, links.passport(row.document_id))
    if programme_id in set(store.read(series.printed)["programme_id"]):
        yield _link(_("Its population and the projection"), links.population())
    if programme_id in {programme.programme_id for programme in store.read(indicators.programmes)}:
        yield _link(_("Its indicators and their targets"), links.indicators())


def _link(words: str, address: str) -> str:
    return f"[{formats.escaped(words)}]({address})"
