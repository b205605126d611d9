"""What the reader chose to see of the changes of a programme."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics import amendments, editions
from analytics.editions import Edition
from analytics.frames import records
from pages.components import captions, filters, formats, links, names, pickers, store
from pages.components.language import _

NAME_WIDTH = 140
"""Of the names in wide tables: beside them a number is seen on a phone, and before, change and after on a desk."""


@dataclass(frozen=True)
class View:
    """A decision, the chain it stands in, and the years, units and funds chosen.

    `choice`: of the edition that the decision makes; `plans` and `ledger`: of the whole programme, narrowed to what was
    chosen, as from `amendments.plans` and `amendments.ledger`; `own`: the part of the ledger that is the decision's,
    and `of_all_funds` the same whatever the funds chosen.
    """

    choice: pickers.Choice
    plans: pd.DataFrame
    ledger: pd.DataFrame
    of_all_funds: pd.DataFrame
    years: list[int]
    units: list[str]
    funds: list[str]
    scale: formats.Scale

    @property
    def act(self) -> Edition:
        return self.choice.edition

    @property
    def acts(self) -> Mapping[str, Edition]:
        return {act.edition: act for act in self.choice.acts}

    @property
    def own(self) -> pd.DataFrame:
        return self.ledger[self.ledger["edition"] == self.act.edition].reset_index(drop=True)

    @property
    def in_years(self) -> list[int]:
        """The years on the page: those chosen, or all of the programme."""
        programme = self.choice.programme
        return self.years or list(range(programme.first_year, programme.last_year + 1))

    @property
    def base(self) -> Edition | None:
        """The plan in force before the decision, as far as anybody has it."""
        return self.acts.get(self.act.base_edition or "")

    @property
    def printed(self) -> pd.DataFrame:
        """The totals of changes that the decision prints, as from `amendments.printed_changes`."""
        everything = store.read(amendments.printed_changes, self.act.edition)
        return amendments.narrowed(everything, self.years, self.units, self.funds)

    @property
    def printed_of_shown(self) -> pd.DataFrame:
        """Those of them that stand for all that is shown: the programme or the chosen unit, both funds or the chosen
        one; several chosen funds leave none."""
        printed = self.printed
        level = "spending_unit" if self.units else "programme"
        fund = self.funds[0] if len(self.funds) == 1 else None if self.funds else "total"
        return printed[(printed["level"] == level) & (printed["fund"] == fund)]

    @property
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        chosen = [str(year) for year in self.years] + self.units + [names.fund(fund) for fund in self.funds]
        filtered = ", ".join(chosen) or _("all years, units and funds")
        missing = [names.edition(act) for act in self.choice.acts if act.status == "missing"]
        warnings = [said for said, _title in captions.warnings(self.choice)]
        return [self.choice.programme.title, names.edition(self.act), filtered, *warnings, *missing]


def chosen(choice: pickers.Choice) -> View | None:
    """What the filters of the page hold; None where no amendment of the programme prints amounts."""
    programme = choice.programme.programme_id
    everything = store.read(amendments.ledger, programme)
    changed = set(everything["edition"])
    decisions = {act.edition: act for act in choice.acts if act.edition in changed}
    if not decisions:
        return None
    # The sidebar's edition, or the newest decision: the first plan of a chain changes nothing.
    newest = choice.edition.edition if choice.edition.edition in decisions else list(decisions)[-1]
    years = sorted({year for year in everything["fiscal_year"] if year})
    units = sorted({unit for unit in everything["spending_unit"] if unit})
    funds = [fund for fund in ("general", "special", "unspecified") if fund in set(everything["fund"])]
    with st.container(horizontal=True):
        act = filters.choice(
            _("Decision"), list(decisions), "act", name=lambda name: names.edition(decisions[name]), default=newest
        )
        in_years = filters.several(_("Years"), years, "year", help=_("None chosen means all years"))
        of_funds = filters.several(_("Funds"), funds, "fund", name=names.fund, help=_("None chosen means all funds"))
    unit = filters.optional(_("Spending unit"), units, "unit", placeholder=_("All"))
    of_units = [unit] if unit else []
    own = replace(choice, edition=decisions[act], counted=_counted(choice, act))
    of_all_funds = amendments.narrowed(everything[everything["edition"] == act], in_years, of_units)
    ledger = amendments.narrowed(everything, in_years, of_units, of_funds)
    plans = amendments.narrowed(store.read(amendments.plans, programme), in_years, of_units, of_funds)
    scale = formats.scale_of(plans.groupby("edition")["amount"].sum())
    return View(own, plans, ledger, of_all_funds, in_years, of_units, of_funds, scale)


def _counted(choice: pickers.Choice, act: str) -> tuple[Edition, ...]:
    names_of = store.read(editions.counted, act)
    return tuple(other for other in choice.acts if other.edition in names_of)


def title(row: Any) -> str:
    """Number and name of a line."""
    return " ".join(filter(None, [row.line_code, row.name]))


def cell(cells: list[dict[str, Any]]) -> Any:
    """The address of the first of the cells of a change; None where there are none."""
    return links.document(cells[0]["document_id"], cells[0]["locator"]) if cells else None


def listed(rows: pd.DataFrame) -> list[str]:
    """Changes as lines of Markdown, the largest first, each with all its cells. `rows` as from `amendments.ledger`."""
    ordered = sorted(records(rows), key=lambda row: abs(row.delta), reverse=True)
    return [
        f"- {formats.escaped(title(row))}, {names.year(row.fiscal_year)}, {names.fund(row.fund)}: "
        f"{formats.signed(formats.money(row.delta, formats.HRYVNIAS))}, {places(row.cells)}"
        for row in ordered
    ]


def places(cells: list[dict[str, Any]]) -> str:
    """Cells as links."""
    return "; ".join(
        f"[{formats.place(one['locator'])}]({links.document(one['document_id'], one['locator'])})" for one in cells
    )


def where(view: View, cells: list[dict[str, Any]]) -> str:
    """Documents and cells in words, each cell once, for a file that leaves the page."""
    return "; ".join(
        f"{names.short_edition(view.acts[document])}, {formats.place(locator)}"
        for document, locator in dict.fromkeys((one["document_id"], one["locator"]) for one in cells)
    )
