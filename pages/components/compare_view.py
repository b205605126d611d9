"""What the reader chose to compare, and in which prices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analytics.comparison.constant_prices import ConstantPrices
from analytics.comparison.plans import Basis
from analytics.editions import Edition
from analytics.frames import records
from analytics.places import Place
from pages.components import cells, compare_people, compare_prices, compare_words, formats, links, names
from pages.components.language import _


@dataclass(frozen=True)
class View:
    """The plans compared, as from `totals.totals`; what each is called; the acts of each programme; the prices,
    None for those of each year. Names and acts are by the id of the plan."""

    plans: pd.DataFrame
    called: Mapping[str, str]
    acts: Mapping[str, Sequence[Edition]]
    prices: ConstantPrices | None

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
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        doubtful = [compare_people.doubt()] if self.plans["doubtful"].any() else []
        return [
            *self._sources,
            compare_prices.said(self.prices),
            *compare_words.doubts(self.plans, self.called),
            *doubtful,
        ]

    def source(self, how: str) -> None:
        """The documents that the figures rest on, and how they were got."""
        how = f"{how} {compare_prices.said(self.prices)}."
        st.caption(_("Source: {acts}. {how}").format(acts="; ".join(self._sources), how=how))

    def behind(self, title: str, cell: Place | None, lines: pd.DataFrame, document_id: str) -> None:
        """What stands behind a chosen part of a figure, each line with its cell; those without amounts by their words.

        `lines` as from `plans.lines`, in the prices of each year; `document_id`: where the rest of them stand.
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
