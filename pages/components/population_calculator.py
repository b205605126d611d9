"""From a share to people and from people to a share, with the interval carried through."""

from decimal import Decimal

import streamlit as st

from analytics.population import shares
from pages.components import filters, formats, hints, population_words
from pages.components.language import _
from pages.components.population_denominators import Denominator, denominators
from pages.components.population_view import View

_MOST = 100_000_000


def draw(view: View, default_year: int | None) -> int:
    """The year that was asked about: `default_year`, or the last one shown, unless the reader names another."""
    st.header(_("How many people does a share mean?"), help=hints.help("prediction-interval"))
    years = list(dict.fromkeys(view.years["year"]))
    with st.container(horizontal=True):
        year = filters.choice(_("Year"), years, "of", default=default_year if default_year in years else years[-1])
        share = filters.number(_("Share, %"), "share", default=1.0, low=0.0, high=100.0, step=0.5)
        asked = Decimal(str(share))
        found = [of for row in view.of_year(year) for of in denominators(row)]
        known = shares.people_of(asked, max(found[0].persons, 0))
        people = int(filters.number(_("People"), "people", default=known, low=0, high=_MOST, step=1))
    for of in found:
        st.markdown(_users(asked, of, year))
        st.markdown(_share(people, of))
    return year


def _users(asked: Decimal, of: Denominator, year: int) -> str:
    """From the share to people."""
    said = _("{share} of {persons} ({what}, {year}) is {people}").format(
        share=_per_cent(asked),
        persons=formats.number(of.persons, 0),
        what=of.what,
        year=year,
        people=f"**{population_words.people(shares.people_of(asked, of.persons))}**",
    )
    if of.low is None or of.high is None:
        return f"{said}."
    ends = [shares.people_of(asked, end) for end in (of.low, of.high)]
    return said + _("; by the 95 % interval of the population, {bounds}.").format(bounds=population_words.bounds(*ends))


def _share(people: int, of: Denominator) -> str:
    """From people to the share."""
    share = shares.share_of(people, of.persons)
    if share is None:
        return _("There is nobody to take a share of ({what}).").format(what=of.what)
    said = _("{people} of {persons} ({what}): {share}").format(
        people=population_words.people(people),
        share=f"**{_per_cent(share)}**",
        persons=formats.number(of.persons, 0),
        what=of.what,
    )
    least, most = (None if end is None else shares.share_of(people, end) for end in (of.high, of.low))
    if least is None or most is None:
        return f"{said}."
    return said + _("; by the 95 % interval of the population, from {least} to {most}.").format(
        least=_per_cent(least), most=_per_cent(most)
    )


def _per_cent(value: Decimal) -> str:
    return formats.share(float(value / 100), 2)
