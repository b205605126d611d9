"""What the reader chose to see of a population: the table, the observed years and the method of the trend."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analytics.frames import records
from analytics.least_squares import LEAST_POINTS
from analytics.population import projection, series
from analytics.population.methods import CannotFit, Fit, Method, fit
from pages.components import filters, names, pickers, population_words
from pages.components.language import _

_FURTHER = 10
"""How many years past the printed ones a trend may be drawn."""


@dataclass(frozen=True)
class View:
    """`printed`: one table, as from `series.printed`; `fit`: the trend chosen; `until`: the last year shown."""

    printed: pd.DataFrame
    fit: Fit
    until: int

    @property
    def table(self) -> Any:
        """What all rows share: territory, age, document."""
        return records(self.printed)[0]

    @property
    def observed(self) -> pd.DataFrame:
        return series.observed(self.printed)

    @property
    def years(self) -> pd.DataFrame:
        """Every year from the first printed one to the last shown, as from `projection.beside_printed`."""
        return projection.beside_printed(self.printed, self.fit, range(min(self.printed["year"]), self.until + 1))

    def of_year(self, year: int) -> list[Any]:
        """The rows of one year, shown or not."""
        return [row for row in records(projection.beside_printed(self.printed, self.fit, [year])) if row.year == year]

    @property
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        return [names.document(self.table), population_words.who(self.table), population_words.trend(self.fit)]


def pick_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The table chosen, that of the chosen programme first. `rows` as from `series.printed`, not empty."""
    tables = {row.table: row for row in records(rows.drop_duplicates("table"))}
    asked = pickers.programme()
    own = [name for name, row in tables.items() if row.programme_id == asked]
    if asked and not own:
        st.caption(_("The chosen programme prints no population of its own; that of another one is shown."))
    name = own[0] if own else next(iter(tables))
    if len(tables) > 1:
        name = filters.choice(
            _("Population table"),
            list(tables),
            "table",
            name=lambda table: f"{population_words.who(tables[table])}. {names.short_document(tables[table])}",
            default=name,
            clears=("base", "until", "of"),
        )
    return rows[rows["table"] == name].reset_index(drop=True)


def pick_trend(printed: pd.DataFrame) -> View | None:
    """The trend chosen; None, after a sentence that says what to do, where it cannot be drawn."""
    observed = series.observed(printed)
    last = int(max(printed["year"]))
    with st.container(horizontal=True):
        method = filters.choice(_("Method"), list(Method), "method", name=population_words.method)
        base = filters.several(
            _("Observed years the trend is drawn through"),
            sorted(set(observed["year"])),
            "base",
            help=_("None chosen means all; three are needed at least"),
        )
        until = filters.number(_("Show up to the year"), "until", default=last, low=last, high=last + _FURTHER, step=1)
    used = observed[observed["year"].isin(base)] if base else observed
    try:
        trend = fit(Method(method), list(used["year"]), list(used["observed"]))
    except CannotFit:
        enough = used["year"].nunique() >= LEAST_POINTS
        st.info(
            _("This method needs people above zero in every year. Choose another one.")
            if enough
            else _("A trend needs three observed years at least. Choose more, or none to take all of them."),
            title=_("No trend can be drawn"),
        )
        return None
    return View(printed, trend, int(until))
