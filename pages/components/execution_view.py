"""What the reader chose to see of the execution of a budget programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from analytics import execution
from analytics.execution import Plan, Scope
from analytics.frames import records
from pages.components import downloads, execution_words, formats, links, names
from pages.components.language import _


@dataclass(frozen=True)
class View:
    """A scope in the years chosen (all, where none is), and what its cash is compared with.

    `amounts` as from `execution.amounts`; `register`: document_id -> its row, as from `documents.register`.
    """

    scope: Scope
    amounts: pd.DataFrame
    plan: Plan
    years: list[int]
    register: Mapping[str, Any]

    @property
    def by_year(self) -> pd.DataFrame:
        return execution.by_year(self.amounts)

    @property
    def scale(self) -> formats.Scale:
        """With two places: 11,25 thousand are not 11,2."""
        return formats.Scale(formats.scale_of(self.amounts["amount"]).size, 2)

    @property
    def documents(self) -> list[str]:
        """Those that the figures shown rest on, the reporting ones first."""
        found = list(dict.fromkeys(self.amounts["document_id"]))
        return sorted(found, key=lambda name: name not in self.scope.documents)

    @property
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        filtered = _("Years: {years}. Per cent of: {plan}.").format(
            years=formats.years(self.years) if self.years else _("all"), plan=execution_words.plans()[self.plan]
        )
        about = [self.register[name] for name in self.documents]
        return [
            execution_words.scope(self.scope),
            *(names.document(row) for row in about),
            *(row.note for row in about if row.note),
            _("UAH, cumulative from January."),
            filtered,
        ]

    @property
    def money_heads(self) -> dict[str, str]:
        """The columns of money, the cash under a name that files add up."""
        return {
            "share": execution_words.share_of(self.plan),
            "amount": _("Cash expenditure, UAH"),
            "revised": _("Plan with changes, UAH"),
            "approved": _("By the passport, UAH"),
            "deviation": _("Deviation, UAH"),
        }

    def table(self, frame: pd.DataFrame, plan: Plan | None = None) -> pd.DataFrame:
        """Figures as from `execution.by_year` with their share of the plan, and the cell of each row as an address and
        in words."""
        places: list[Any] = list(frame["cell"])
        addresses: list[Any] = [links.document(*place) if place else None for place in places]
        printed_at: list[Any] = [self._place(place) for place in places]
        return frame.assign(
            cell=addresses,
            printed_at=printed_at,
            amount=frame["cash"],
            share=execution.shares(frame, plan or self.plan),
        )

    def offer(self, table: pd.DataFrame, heads: Mapping[str, str], file_name: str) -> None:
        """A table to take away, with the place of each row in words. `table` as from `table`."""
        downloads.offer(table, {**heads, "printed_at": _("Where it is printed")}, file_name, self.notes)

    def source(self, how: str) -> None:
        """The documents of the figures and what must be known of them, in a line under them."""
        about = [self.register[name] for name in self.documents]
        listed = "; ".join(names.short_document(row) for row in about)
        notes = " ".join(row.note for row in about if row.note and row.document_id in self.scope.documents)
        st.caption(formats.escaped(_("Source: {acts}. {how}").format(acts=listed, how=f"{how} {notes}")))

    def behind(self, title: str, rows: pd.DataFrame) -> None:
        """The cells of a chosen bar. `rows`: a part of `amounts`, or with the same columns."""
        listed = [f"**{formats.escaped(title)}**"]
        for row in records(rows):
            amount: Decimal = row.amount
            place = f"[{formats.place(row.locator)}]({links.document(row.document_id, row.locator)})"
            about = names.short_document(self.register[row.document_id])
            money = formats.money(amount, formats.HRYVNIAS)
            listed.append(f"- {names.fund(row.fund)}: {money}, {formats.escaped(about)}, {place}")
        st.markdown("\n".join(listed))

    def _place(self, place: tuple[str, str] | None) -> str | None:
        if place is None:
            return None
        document_id, locator = place
        return f"{names.short_document(self.register[document_id])}, {formats.place(locator)}"
