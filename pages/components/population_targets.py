"""Shares of residents that the documents promise, in people."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.frames import records
from analytics.population import shares
from pages.components import (
    captions,
    cells,
    downloads,
    formats,
    hints,
    links,
    names,
    population_words,
    tables,
    topics,
)
from pages.components.language import _
from pages.components.population_denominators import denominators
from pages.components.population_view import View


def of_hromada(targets: pd.DataFrame, hromada: str | None) -> pd.DataFrame:
    """The shares of a hromada, and those of templates, which are for any. `targets` as from `series.targets`."""
    return targets[targets["hromada"].isna() | (targets["hromada"] == hromada)].reset_index(drop=True)


def draw(view: View, targets: pd.DataFrame, year: int) -> None:
    """`targets` as from `of_hromada`; `year` is taken where a target names none."""
    st.header(_("How many people do the documents mean?"), help=hints.help("target"))
    if targets.empty:
        st.caption(_("No document names a share of these residents."))
        return
    rows = pd.DataFrame([_row(view, target, target.year or year) for target in records(targets)], dtype=object)
    for row in records(rows):
        interval = "" if row.low is None else f" ({population_words.bounds(row.low, row.high)})"
        share = formats.share(float(row.per_cent) / 100, 2)
        said = f"- {formats.escaped(row.name.rstrip('.'))}: {share}, {row.year} — "
        st.markdown(f"{said}**{population_words.people(row.people)}**{interval}. {row.note}")
    heads = {
        "cell": _("Cell"),
        "name": _("Indicator or target"),
        "kind": _("Kind"),
        "year": _("Year"),
        "per_cent": _("Share, %"),
        "persons": _("Of how many people"),
        "people": _("People meant"),
        "low": _("Interval from"),
        "high": _("Interval to"),
        "document": _("Document"),
        "note": _("What to bear in mind"),
    }
    name = _("Shares of residents in people")
    tables.show(rows, heads, name, wide="name")
    cells.picker(list(rows["name"]), list(rows["cell"]), name, "open_target")
    captions.printed_in(
        dict.fromkeys([names.document(view.table), *rows["document"]]),
        _("Shares as printed; people computed from the printed population, the interval from that of the trend."),
    )
    downloads.offer(rows, heads, "koshtorys-population-shares", view.notes)


def _row(view: View, target: Any, year: int) -> dict[str, object]:
    of = denominators(view.of_year(year)[0])[0]
    low, high = (None if end is None else shares.people_of(target.per_cent, end) for end in (of.low, of.high))
    return {
        "cell": links.document(target.document_id, target.locator),
        "name": target.name,
        "kind": topics.indicator_kind(target.value_kind),
        "year": str(year),
        "per_cent": target.per_cent,
        "persons": of.persons,
        "people": shares.people_of(target.per_cent, of.persons),
        "low": low,
        "high": high,
        "document": names.short_document(target),
        "note": _note(view.table.age_from, target),
    }


def _note(age_from: int | None, target: Any) -> str:
    """Whom the target speaks of, where the table is labelled otherwise."""
    said = []
    if target.age_from is None and age_from is not None:
        said.append(
            _("The target speaks of all residents, the table is labelled as those aged {age} and over.").format(
                age=age_from
            )
        )
    elif target.age_from != age_from:
        said.append(_("The target speaks of residents of another age than the table."))
    if target.year is None:
        said.append(_("The target names no year; that of the share above is taken."))
    return " ".join(said)
