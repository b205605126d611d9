"""From a figure to its cells: links to the printed total and to the lines that a sum is made of."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.editions import Edition
from analytics.frames import records
from analytics.places import Place
from pages.components import filters, formats, links, names, tables
from pages.components.language import _, ngettext

_MOST = 8


def addresses(found: Iterable[Sequence[Place]]) -> list[Any]:
    """The address of a cell of each figure, in the last act that prints a part of it; None where none does."""
    return [links.document(*places[-1]) if places else None for places in found]


def rule() -> str:
    """Which cell the link of a sum opens, in a sentence."""
    return _(
        "The link of a row opens the printed total of its figure, in the last act that prints a part of it; where none "
        "is printed, the largest of the lines that were added up."
    )


def picker(rows: Sequence[str], found: Sequence[Any], name: str, key: str) -> None:
    """The way to the cells of a table without a pointer. `found` as from `addresses`; rows without one are left out,
    `name` is that of the table."""
    known = [(row, address) for row, address in zip(rows, found, strict=True) if address]
    if known:
        tables.cell_picker([row for row, _address in known], [address for _row, address in known], name, key)


def under(places: Sequence[Place], words: str, acts: Mapping[str, Edition]) -> None:
    """Small links under a figure; nothing where no document prints it. `acts`: document_id -> its act."""
    if places:
        st.markdown(f":small[{words}: {_listed(places, acts)}]")


def behind(
    title: str,
    found: Sequence[Place],
    lines: pd.DataFrame,
    acts: Mapping[str, Edition],
    *,
    more: str | None = None,
) -> None:
    """What stands behind a chosen part of a figure: its printed totals, then the largest of its lines, each with its
    cell.

    `found`: the cells of the figure; the largest line that stands for a total nobody prints is not told twice. `lines`
    as from `spending.lines`. `more`: the address of all of them, where they do not stand on the page itself.
    """
    rows = sorted(
        (row for row in records(lines) if row.amount is not None), key=lambda row: abs(row.amount), reverse=True
    )
    own = set(zip(lines["document_id"], lines["locator"], strict=True))
    totals = [place for place in found if place not in own]
    listed = [f"**{formats.escaped(title)}**"]
    if totals:
        words = _("Printed total")
        listed.append(f"- {words}: {_listed(totals, acts)}")
    listed += [f"- {_line(row)}" for row in rows[:_MOST]]
    if len(rows) > _MOST:
        count = len(rows) - _MOST
        rest = ngettext("and {count} more amount", "and {count} more amounts", count).format(count=count)
        elsewhere = _("see the lines at the foot of the page")
        listed.append(f"- [{rest}]({more})" if more else f"- {rest}: {elsewhere}")
    st.markdown("\n".join(listed))


def clicked(key: str, points: Sequence[str]) -> str | None:
    """Which part of a figure the address names, if it is one of `points`."""
    written = filters.written(key)
    return written if written in points else None


def _listed(places: Sequence[Place], acts: Mapping[str, Edition]) -> str:
    """The places as links; with their acts, where they stand in several."""
    several = len({name for name, _locator in places}) > 1
    return "; ".join(
        (f"{names.short_edition(acts[name])}, " if several else "")
        + f"[{formats.place(locator)}]({links.document(name, locator)})"
        for name, locator in places
    )


def _line(row: Any) -> str:
    name = formats.escaped(names.line(row))
    place = f"[{formats.place(row.locator)}]({links.document(row.document_id, row.locator)})"
    year = row.fiscal_year or _("all years")
    return f"{name}, {year}: {formats.money(row.amount, formats.HRYVNIAS)}, {place}"
