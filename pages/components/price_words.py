"""How prices moved, and why some lines have none, in words."""

import pandas as pd

from analytics import prices
from analytics.frames import records
from pages.components import formats
from pages.components.language import _, ngettext
from pages.components.price_view import price


def moved(years: pd.DataFrame) -> str | None:
    """How the median of one kind moved from its first to its last year; None where it has one year alone.

    `years` as from `price_medians.by_year`.
    """
    if len(years) < 2:
        return None
    first, last = records(years)[0], records(years)[-1]
    if first.median == last.median:
        return _("The median price is the same in {first} and {last}: {price}.").format(
            first=first.fiscal_year, last=last.fiscal_year, price=price(first.median)
        )
    return _("The median price goes from {before} in {first} to {after} in {last} ({change}).").format(
        before=price(first.median),
        first=first.fiscal_year,
        after=price(last.median),
        last=last.fiscal_year,
        change=formats.signed(formats.share(float(last.median / first.median - 1))),
    )


def reason(value: str) -> str:
    """Why a line has no price, as in the view unit_prices."""
    return {
        "change": _("A change of an amendment: what the line costs and buys after it is not printed"),
        "changed": _("An amendment changes the line in this year: what one piece costs after it is not printed"),
        "kind_unknown": _("No rule knows what is bought"),
        "different_parts": _("Different parts of computers: their prices cannot be compared"),
        "lump": _("A price for all of it: the quantity stands for the whole"),
        "several_kinds": _("One quantity for several kinds of things"),
        "no_amount": _("No amount is printed, or only words in place of it"),
        "no_quantity": _("No quantity is printed"),
        "doubtful_quantity": _("A check doubts the printed quantity"),
        "zero_quantity": _("The printed quantity is not above zero"),
        "zero_amount": _("The printed amount is not above zero"),
    }.get(value, value)


def left_apart(apart: pd.DataFrame) -> str:
    """How many lines have no price, and how many for each reason. `apart` as from `prices.apart`."""
    said = ngettext(
        "{count} line of one year has no price for one piece. It may have several reasons:",
        "{count} lines, each of one year, have no price for one piece. One line may have several reasons:",
        len(apart),
    ).format(count=formats.number(len(apart), 0))
    counts = prices.by_reason(apart).items()
    return "\n".join([said, *(f"- {reason(str(name))}: {formats.number(count, 0)}" for name, count in counts)])
