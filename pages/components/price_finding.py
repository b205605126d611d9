"""What the prices say in all: where most is planned above the median, how far they lie apart, what has a price."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from analytics import prices
from analytics.frames import records
from pages.components import formats, kinds, names
from pages.components.language import _, ngettext
from pages.components.price_view import cell, price, unit_name, who


def finding(spread: pd.DataFrame) -> Iterator[str]:
    """Of which kind most is planned above the median, and by whom; then what the kind that gets most money costs.

    `spread` as from `price_medians.spread`. Prices are links to their cells.
    """
    if spread.empty:
        yield _("None of these lines has a price for one piece; why, stands below.")
        return
    rows = records(spread)
    above, largest = rows[0], max(rows, key=lambda row: row.amount)
    if above.above:
        pattern = (
            _(
                "Most is planned above the median price of «{kind}», {median}: {above}, the largest part by {unit}: "
                "{part}."
            )
            if len(rows) > 1
            else _("«{kind}»: {above} is planned above the median price, {median}, the largest part by {unit}: {part}.")
        )
        said = pattern.format(
            kind=kinds.name(above.kind),
            median=price(above.median),
            above=price(above.above),
            unit=formats.escaped(unit_name(above.above_most_by)),
            part=price(above.above_most),
        )
        yield f"{said} {_apart(above)}"
    if len(rows) == 1 and not above.above:
        yield _apart(above)
    elif largest is not above or not above.above:
        said = _("Of the lines with a price most money goes to «{kind}»: {amount}.").format(
            kind=kinds.name(largest.kind), amount=price(largest.amount)
        )
        yield f"{said} {_apart(largest)}"


def _apart(row: Any) -> str:
    """How far apart the prices of a kind lie within one year, or that they do not."""
    if row.cheapest == row.dearest:
        return ngettext(
            "«{kind}»: {lines} line has a price, {price} for one piece.",
            "«{kind}»: all {lines} prices are the same, {price} for one piece.",
            row.lines,
        ).format(kind=kinds.name(row.kind), lines=row.lines, price=_linked(row.cheapest_line))
    if row.gap is None or row.gap.low.unit_price == row.gap.high.unit_price:
        return _(
            "«{kind}»: one piece costs from {low} ({low_at}) to {high} ({high_at}); within one year all cost the same."
        ).format(
            kind=kinds.name(row.kind),
            low=_linked(row.cheapest_line),
            low_at=_at(row.cheapest_line),
            high=_linked(row.dearest_line),
            high_at=_at(row.dearest_line),
        )
    return _("Farthest apart within one year: {low} ({low_at}) and {high} ({high_at}), {times}.").format(
        low=_linked(row.gap.low),
        low_at=_at(row.gap.low, row.gap.as_low),
        high=_linked(row.gap.high),
        high_at=_at(row.gap.high, row.gap.as_high),
        times=_("{ratio} times as much").format(
            ratio=formats.number(row.ratio, 1 if row.ratio >= Decimal("1.05") else 2)
        ),
    )


def at_median(lines: pd.DataFrame, spread: pd.DataFrame, whole: Decimal | None) -> str:
    """How much of the money has a price, what is above and below the median of each kind, and how many of the prices
    are in doubt.

    `lines` as from `prices.known`, `spread` as from `price_medians.spread`, not empty; `whole`: what all lines chosen
    plan, those without a price among them.
    """
    pieces, planned = sum(spread["pieces"], Decimal(0)), sum(spread["amount"], Decimal(0))
    saving, above = sum(spread["saving"], Decimal(0)), sum(spread["above"], Decimal(0))
    said = [
        ngettext(
            "{pieces} piece is planned for {planned}.", "{pieces} pieces are planned for {planned}.", int(pieces)
        ).format(pieces=formats.quantity(float(pieces)), planned=price(planned))
    ]
    if whole is not None and whole > planned:
        said.append(
            _("That is {share} of the {whole} of all these lines; the others have no price for one piece.").format(
                share=formats.share(float(planned / whole)), whole=price(whole)
            )
        )
    doubted = sum(bool(doubts) for doubts in lines["doubts"])
    if doubted:
        said.append(
            ngettext(
                "{doubted} of {count} prices rests on an amount that a check doubts.",
                "{doubted} of {count} prices rest on amounts that checks doubt.",
                doubted,
            ).format(doubted=doubted, count=len(lines))
        )
    if not above and not saving:
        return " ".join(said)
    said.append(
        _("Prices above the median of their kind add {above}, those below it save {below}.").format(
            above=price(above), below=price(above - saving)
        )
    )
    pattern = (
        _("At the median price of each kind they would cost {cost}, {gap} less.")
        if saving > 0
        else _("At the median price of each kind they would cost {cost}, {gap} more.")
        if saving < 0
        else _("At the median price of each kind they would cost the same.")
    )
    said.append(pattern.format(cost=price(planned - saving), gap=price(abs(saving))))
    return " ".join(said)


def dearer_in_doubt(apart: pd.DataFrame, spread: pd.DataFrame) -> str | None:
    """Which prices that rest on a doubted quantity would be dearer than all that count of their kind; None where none.

    `apart` as from `prices.apart`, `spread` as from `price_medians.spread`.
    """
    dearest = {row.kind: row.dearest for row in records(spread)}
    found: dict[str, Any] = {}
    for row in records(apart.assign(unit_price=prices.by_doubted_quantity(apart))):
        if row.unit_price is None or row.kind not in dearest:
            continue
        if row.unit_price > (found[row.kind].unit_price if row.kind in found else dearest[row.kind]):
            found[row.kind] = row
    if not found:
        return None
    listed = [f"«{kinds.name(row.kind)}» — {_linked(row)} ({_at(row)})" for row in found.values()]
    return _(
        "Prices that rest on a doubted quantity are not among these. By the printed quantity some would be dearer than "
        "all that count of their kind: {prices}."
    ).format(prices="; ".join(listed))


def _linked(row: Any) -> str:
    """A price as a link to the cell of its amount."""
    return f"[{price(row.unit_price)}]({cell(row)})"


def _at(row: Any, count: int = 1) -> str:
    """Who pays a price, whether a check doubts it, and how many prices are the same: `count`, with this one."""
    said = [formats.escaped(who(row)), names.year(row.fiscal_year)]
    if row.doubts and not len(row.reasons):
        said.append(_("a check doubts the amount"))
    if count > 1:
        said.append(ngettext("and {count} more price", "and {count} more prices", count - 1).format(count=count - 1))
    return ", ".join(said)
