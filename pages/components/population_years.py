"""The printed years of a population table, where no trend can be drawn through them."""

import pandas as pd
import streamlit as st

from analytics.frames import records
from pages.components import captions, cells, downloads, links, names, population_words, tables
from pages.components.language import _


def draw(printed: pd.DataFrame) -> None:
    """`printed`: one table, as from `series.printed`."""
    table = records(printed)[0]
    who, document = population_words.who(table), names.document(table)
    st.markdown(f"{who}. {document}")
    years = printed.assign(
        cell=[links.document(row.document_id, row.locator) for row in records(printed)],
        year=[str(year) for year in printed["year"]],
        published=printed["published_projection"],
    )
    heads = {
        "cell": _("Cell"),
        "year": _("Year"),
        "observed": _("Observed"),
        "published": _("Published"),
    }
    name = _("People by year")
    tables.show(years, heads, name)
    cells.picker(list(years["year"]), list(years["cell"]), name, "open_year")
    captions.printed_in([document], _("As printed."))
    downloads.offer(years, heads, "koshtorys-population", [document, who])
