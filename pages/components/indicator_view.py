"""Which programme's indicators the reader looks at, and which of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analytics import indicators, results
from analytics.editions import Programme
from analytics.frames import records
from pages.components import entries, filters, indicator_words, links, names, pickers, store
from pages.components.language import _


@dataclass(frozen=True)
class View:
    """Indicators of a programme.

    `everything` as from `indicators.attainment`; `frame`: of the years and groups chosen; `money` as from
    `results.links`; `documents`: document_id -> its row, as from `indicators.documents`.
    """

    programme: Programme
    everything: pd.DataFrame
    frame: pd.DataFrame
    money: pd.DataFrame
    documents: Mapping[str, Any]
    years: list[int]
    groups: list[str]

    @property
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        chosen = [*map(str, self.years), *map(indicator_words.group, self.groups)]
        return [self.programme.title, *self.sources, ", ".join(chosen) or _("all years and groups")]

    @property
    def sources(self) -> list[str]:
        return [names.document(row) for row in self.documents.values()]

    def caption(self, how: str) -> None:
        """The documents that the figures rest on, and how they were got."""
        st.caption(_("Source: {acts}. {how}").format(acts="; ".join(self.sources), how=how))


def chosen() -> View | None:
    """What the pickers of the page hold; None where no document prints indicators.

    The picker of the side offers programmes with a plan; indicators stand in others, too.
    """
    offered = {one.programme_id: one for one in store.read(indicators.programmes)}
    if not offered:
        return None
    choice = pickers.chosen()
    if filters.written("programme") not in (None, *offered):
        pickers.tell()
    asked = filters.written("programme") or (choice.programme.programme_id if choice else None)
    programme = offered[
        filters.choice(
            _("Programme with indicators"),
            list(offered),
            "about",
            name=lambda name: offered[name].short_title,
            default=asked,
            clears=("year", "group", "status", "indicator", "find"),
        )
    ]
    everything = store.read(
        indicators.attainment, programme.programme_id, tuple(entries.current(programme.programme_id))
    )
    in_groups = [name for name in indicator_words.GROUPS if name in {group or "" for group in everything["group"]}]
    with st.container(horizontal=True):
        years = filters.several(
            _("Years"),
            sorted({year for year in everything["fiscal_year"] if year}),
            "year",
            help=_("None chosen means all years"),
        )
        groups = filters.several(
            _("Groups"), in_groups, "group", name=indicator_words.group, help=_("None chosen means all groups")
        )
    frame = everything
    if years:
        frame = frame[frame["fiscal_year"].isin(years)]
    if groups:
        frame = frame[[(group or "") in groups for group in frame["group"]]]
    documents = store.read(indicators.documents, programme.programme_id)
    return View(
        programme=programme,
        everything=everything,
        frame=frame.reset_index(drop=True),
        money=store.read(results.links, programme.programme_id),
        documents={row.document_id: row for row in records(documents)},
        years=years,
        groups=groups,
    )


def cell(document_id: Any, locator: Any) -> Any:
    """The address of a cell; None where no document has it."""
    return links.document(document_id, locator) if document_id and locator else None
