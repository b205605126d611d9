"""What prices tell, in words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from analytics import prices
from analytics.frames import records
from pages.components import formats, kinds, names
from pages.components.language import _, ngettext
from pages.components.price_view import price, who


def finding(spread: pd.DataFrame) -> Iterator[str]:
    """How far apart the prices of a kind lie: of the kind where they differ most, then of the one that gets most money.

    `spread` as from `prices.spread`.
    """
    if spread.empty:
        yield _("None of these lines has a price for one piece; why, stands below.")
        return
    rows = records(spread)
    widest, largest = rows[0], max(rows, key=lambda row: row.amount)
    if len(rows) == 1 or widest.ratio == 1:
        yield _range(largest, _("«{kind}»: one piece costs from {low} ({low_at}) to {high} ({high_at}), {times}."))
        return
    yield _range(
        widest,
        _("Prices differ most for «{kind}»: one piece costs from {low} ({low_at}) to {high} ({high_at}), {times}."),
    )
    if largest is not widest:
        yield _range(
            largest,
            _("Most money goes to «{kind}»: one piece costs from {low} ({low_at}) to {high} ({high_at}), {times}."),
        )


def _range(row: Any, pattern: str) -> str:
    """`pattern` where the lines of a kind pay differently; a sentence of its own where they pay the same."""
    if row.ratio == 1 and row.cheapest == row.dearest:
        return ngettext(
            "«{kind}»: {lines} line has a price, {price} for one piece.",
            "«{kind}»: all {lines} prices are the same, {price} for one piece.",
            row.lines,
        ).format(kind=kinds.name(row.kind), lines=row.lines, price=price(row.cheapest))
    times = formats.number(row.ratio, 1 if row.ratio >= Decimal("1.05") else 2)
    return pattern.format(
        kind=kinds.name(row.kind),
        low=price(row.cheapest),
        low_at=_at(row.cheapest_line, row.as_cheap),
        high=price(row.dearest),
        high_at=_at(row.dearest_line, row.as_dear),
        times=_("{ratio} times as much").format(ratio=times),
    )


def at_median(lines: pd.DataFrame, spread: pd.DataFrame) -> str:
    """What the same pieces would cost if each cost the median of its kind, and how many of their prices are in doubt.

    `lines` as from `prices.known`, `spread` as from `prices.spread`, not empty.
    """
    pieces, planned = sum(spread["pieces"], Decimal(0)), sum(spread["amount"], Decimal(0))
    saving = sum(spread["saving"], Decimal(0))
    said = ngettext(
        "{pieces} piece is planned for {planned}.", "{pieces} pieces are planned for {planned}.", int(pieces)
    ).format(pieces=formats.quantity(float(pieces)), planned=price(planned))
    doubted = sum(bool(doubts) for doubts in lines["doubts"])
    if doubted:
        said += " " + ngettext(
            "{doubted} of {count} prices rests on an amount that a check doubts.",
            "{doubted} of {count} prices rest on amounts that checks doubt.",
            doubted,
        ).format(doubted=doubted, count=len(lines))
    pattern = (
        _("At the median price of each kind they would cost {cost}, {gap} less.")
        if saving > 0
        else _("At the median price of each kind they would cost {cost}, {gap} more.")
        if saving < 0
        else _("At the median price of each kind they would cost the same.")
    )
    return f"{said} {pattern.format(cost=price(planned - saving), gap=price(abs(saving)))}"


def moved(years: pd.DataFrame) -> str | None:
    """How the median of one kind moved from its first to its last year; None where it has one year alone.

    `years` as from `prices.by_year`.
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


def _at(row: Any, count: int) -> str:
    """Who pays a price, whether a check doubts it, and how many prices are the same: `count`, with this one."""
    said = [who(row), names.year(row.fiscal_year)]
    if row.doubts:
        said.append(_("a check doubts the amount"))
    if count > 1:
        said.append(ngettext("and {count} more price", "and {count} more prices", count - 1).format(count=count - 1))
    return ", ".join(said)
