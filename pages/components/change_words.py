"""What an act does to the plan of a year, in a sentence: the same on every page."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from analytics.editions import Edition
from pages.components import formats, names
from pages.components.language import _


@dataclass(frozen=True)
class Moved:
    """By how much a plan changes, and what it was before, where that is known; UAH."""

    change: Decimal
    before: Decimal | None

    def share(self) -> str:
        """` (-17,1 %)`, of the plan before; empty where there was none."""
        return f" ({formats.signed(formats.share(float(self.change / self.before)))})" if self.before else ""


def of_programme(act: Edition, row: Any, scale: formats.Scale) -> str:
    """The change of the whole plan of a year; `row` as from `editions.changes`."""
    by_lines, as_printed = (
        None if change is None else Moved(change, before)
        for change, before in (
            (row.change_by_lines, row.before_by_lines),
            (row.change_as_printed, row.before_as_printed),
        )
    )
    return sentence(act, of_what(row.fiscal_year), by_lines, as_printed, scale)


def of_what(year: int | None) -> str:
    """The year whose plan changes."""
    return _("the year {year}").format(year=year) if year else _("all years together")


def sentence(act: Edition, what: str, by_lines: Moved | None, as_printed: Moved | None, scale: formats.Scale) -> str:
    """By the printed totals where both editions print one, then by the lines where these give another sum; else by the
    lines alone. A draft changes nothing: it would."""
    main = as_printed or by_lines
    if main is None:
        return ""
    lines = ""
    if by_lines is not None and by_lines.change != main.change:
        lines = _("; by its lines the change is {amount}{share}").format(
            amount=formats.signed(formats.money(by_lines.change, scale)), share=by_lines.share()
        )
    return _pattern(act.status == "draft", main.change).format(
        act=names.edition(act),
        what=what,
        amount=formats.money(abs(main.change), scale),
        share=main.share(),
        lines=lines,
    )


def _pattern(is_draft: bool, change: Decimal) -> str:
    if is_draft:
        return (
            _("{act}: the plan for {what} would fall by {amount}{share}{lines}.")
            if change < 0
            else _("{act}: the plan for {what} would grow by {amount}{share}{lines}.")
            if change
            else _("{act}: the plan for {what} would keep its size{lines}.")
        )
    return (
        _("{act}: the plan for {what} falls by {amount}{share}{lines}.")
        if change < 0
        else _("{act}: the plan for {what} grows by {amount}{share}{lines}.")
        if change
        else _("{act}: the plan for {what} keeps its size{lines}.")
    )
