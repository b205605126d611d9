"""From a figure to its cells: links to the printed total and to the lines that a sum is made of."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.cells import Place
from analytics.frames import records
from pages.components import filters, formats, links
from pages.components.language import _

_MOST = 8


def addresses(found: Iterable[Sequence[Place]]) -> list[Any]:
    """For each figure the address of its first cell; None where it has none."""
    return [links.document(*places[0]) if places else None for places in found]


def under(places: Sequence[Place], words: str) -> None:
    """Small links under a figure; nothing where no document prints it."""
    if places:
        st.markdown(f":small[{words}: {_listed(places)}]")


def behind(title: str, totals: Sequence[Place], lines: pd.DataFrame) -> None:
    """What stands behind a chosen part of a figure: its printed totals, then the largest of its lines, each with its
    cell. `lines` as from `spending.lines`."""
    rows = sorted(
        (row for row in records(lines) if row.amount is not None), key=lambda row: abs(row.amount), reverse=True
    )
    listed = [f"**{_plain(title)}**"]
    if totals:
        words = _("Printed total")
        listed.append(f"- {words}: {_listed(totals)}")
    listed += [f"- {_line(row)}" for row in rows[:_MOST]]
    if len(rows) > _MOST:
        more = _("and {count} more amounts").format(count=len(rows) - _MOST)
        listed.append(f"- {more}")
    st.markdown("\n".join(listed))


def clicked(key: str, points: Sequence[str]) -> str | None:
    """Which part of a figure the address names, if it is one of `points`."""
    written = filters.written(key)
    return written if written in points else None


def _listed(places: Sequence[Place]) -> str:
    return "; ".join(f"[{formats.place(locator)}]({links.document(name, locator)})" for name, locator in places)


def _line(row: Any) -> str:
    name = _plain(" ".join(filter(None, [row.line_code, row.name])))
    place = f"[{formats.place(row.locator)}]({links.document(row.document_id, row.locator)})"
    return f"{name}, {row.fiscal_year or _('all years')}: {formats.money(row.amount, formats.HRYVNIAS)}, {place}"


def _plain(text: str) -> str:
    """Text of documents may hold signs of Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>$#" else sign for sign in text)
