"""What the reader chose to compare, and in which prices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analytics import comparison
from analytics.comparison import Basis, Prices
from analytics.editions import Edition
from analytics.frames import records
from analytics.places import Place
from data.outside import PriceIndex
from pages.components import cells, compare_words, filters, formats, links, names
from pages.components.language import _


@dataclass(frozen=True)
class View:
    """The plans compared, as from `comparison.programmes`; what each is called; the acts of each programme; the prices,
    None for those of each year. Names and acts are by the id of the plan."""

    plans: pd.DataFrame
    called: Mapping[str, str]
    acts: Mapping[str, Sequence[Edition]]
    prices: Prices | None

    @property
    def drawn(self) -> dict[str, str]:
        """Plan -> its name, in the order that gives colours: those with amounts by line first."""
        rows = sorted(records(self.plans), key=lambda plan: plan.basis != Basis.LINES)
        return {plan.plan: self.called[plan.plan] for plan in rows}

    @property
    def by_document(self) -> dict[str, Edition]:
        """Every act by its document, for the links to its cells."""
        return {act.edition: act for acts in self.acts.values() for act in acts}

    @property
    def prices_said(self) -> str:
        if self.prices is None:
            return _("Prices of each year")
        return _("Prices of {year} by the index «{name}» ({source})").format(
            year=self.prices.year, name=self.prices.name, source=self.prices.source
        )

    @property
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        doubtful = [compare_words.population_doubt()] if self.plans["doubtful"].any() else []
        return [*self._sources, self.prices_said, *compare_words.doubts(self.plans, self.called), *doubtful]

    def source(self, how: str) -> None:
        """The documents that the figures rest on, and how they were got."""
        st.caption(_("Source: {acts}. {how}").format(acts="; ".join(self._sources), how=f"{how} {self.prices_said}."))

    def behind(self, title: str, cell: Place | None, lines: pd.DataFrame, document_id: str) -> None:
        """What stands behind a chosen part of a figure, each line with its cell; those without amounts by their words.

        `lines` as from `comparison.lines`, in the prices of each year; `document_id`: where the rest of them stand.
        """
        if lines.empty or lines["amount"].notna().any():
            more = links.document(document_id)
            cells.behind(title, [cell] if cell else [], lines, self.by_document, more=more)
            return
        listed = [f"**{formats.escaped(title)}**"]
        for row in records(lines.drop_duplicates(["document_id", "row_no"])):
            name = formats.escaped(" ".join(filter(None, [row.line_code, row.name])))
            place = f"[{formats.place(row.locator)}]({links.document(row.document_id, row.locator)})"
            listed.append(f"- {name}: «{formats.escaped(row.printed)}», {place}")
        st.markdown("\n".join(listed))

    def warn_of_missing_acts(self) -> None:
        """Decisions that came after an edition shown and that nobody has."""
        for plan in records(self.plans):
            shown = self._shown(plan)
            missing = [act for act in self.acts.get(plan.plan, []) if act.status == "missing"]
            for act in missing:
                if shown is not None and act.act_no > shown.act_no:
                    st.warning(
                        _(
                            "{name}: decision {act} came after the edition shown and is missing among the documents, "
                            "so what was in force then is unknown."
                        ).format(name=self.called[plan.plan], act=names.dated(act)),
                        title=_("A decision is missing"),
                    )

    def _shown(self, plan: Any) -> Edition | None:
        return next((act for act in self.acts.get(plan.plan, []) if act.edition == plan.document_id), None)

    @property
    def _sources(self) -> list[str]:
        shown = [(self.called[plan.plan], self._shown(plan)) for plan in records(self.plans)]
        return [name if act is None else f"{name}: {names.edition(act)}" for name, act in shown]


def pick_prices(index: PriceIndex | None) -> Prices | None:
    """The switch of real terms: off, with the reason, while there is no index."""
    if index is None:
        reason = _(
            "No price index is among the data, and none is invented: add a published one, with its source, to "
            "data/reference/price_index.yml."
        )
        st.toggle(_("In prices of one year"), disabled=True, help=reason)
        st.caption(reason)
        return None
    at = comparison.prices(index)
    options = {"current": _("Of each year"), "real": _("Of {year}").format(year=at.year)}
    chosen = filters.choice(_("Prices"), list(options), "prices", name=options.__getitem__, look="buttons")
    return at if chosen == "real" else None
