"""Real terms: the switch, and the index that must be named."""

import streamlit as st

from analytics.comparison import constant_prices
from analytics.comparison.constant_prices import ConstantPrices
from pages.components import compare_people, filters, formats, store
from pages.components.language import _


def pick() -> ConstantPrices | None:
    """The switch of real terms: off, with the reason, while there is no index."""
    at = store.read(constant_prices.of_index)
    if at is None:
        reason = _(
            "No price index is among the data, and none is invented: add a published one, with its source, to "
            "data/reference/price_index.yml and build the data again."
        )
        st.toggle(_("In prices of one year"), disabled=True, help=reason)
        return None
    options = {"current": _("Of each year"), "real": _("Of {year}").format(year=at.year)}
    chosen = filters.choice(_("Prices"), list(options), "prices", name=options.__getitem__, look="buttons")
    return at if chosen == "real" else None


def said(prices: ConstantPrices | None) -> str:
    """Of which year the prices are, by which index."""
    if prices is None:
        return _("Prices of each year")
    source = compare_people.published(prices.source, prices.url, prices.taken_on)
    if prices.projected:
        expected = _("projected for {years}").format(years=formats.years(prices.projected))
        source = f"{source}; {expected}"
    return _("Prices of {year} by the index «{name}» ({source})").format(
        year=prices.year, name=prices.name, source=source
    )
