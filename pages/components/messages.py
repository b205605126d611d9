"""What a page says when it has nothing to show, or when something went wrong."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from data.warehouse import NotPublished
from pages.components import formats, tables
from pages.components.language import _

_log = logging.getLogger(__name__)


def nothing_published() -> None:
    """The warehouse was never built, or another folder is meant."""
    st.info(
        _(
            "Build the data once with the command below, then reload this page. "
            "If it was built into another folder, name that folder in the setting KOSHTORYS_WAREHOUSE."
        ),
        title=_("There is no data yet"),
    )
    st.code("python -m loaders build", language="shell")


def no_plan() -> None:
    """Something is published, but no plan is among it."""
    st.info(
        _("Documents may be registered, but no plan was read from them yet. The page Documents lists what there is."),
        title=_("There is no plan yet"),
    )


def no_programme() -> None:
    """Something is published, but no programme is registered."""
    st.info(
        _("No programme is registered, so that nobody has to report. List programmes in data/sources.yml."),
        title=_("There is no programme yet"),
    )


def words_in_place_of_amounts(notes: pd.DataFrame) -> None:
    """The plan names no amount. `notes` as from `editions.notes`."""
    st.info(
        _(
            "The document names no amount, so there is nothing to add up. That is neither zero nor missing: its cells "
            "hold the words below. The measures themselves stand on the page Documents."
        ),
        title=_("The plan is printed in words"),
    )
    heads = {"funding_note": _("Words in place of an amount"), "cells": _("Cells"), "lines": _("Measures")}
    tables.show(notes, heads, _("Words in place of amounts"))


def no_indicators() -> None:
    """Something is published, but no document among it prints indicators."""
    st.info(
        _("None of the documents prints indicators. The page Documents lists what there is."),
        title=_("There are no indicators yet"),
    )


def nothing_checked() -> None:
    """No document prints anything that can be compared."""
    st.info(
        _("None of the documents prints a figure that can be compared with others. The page Documents lists them."),
        title=_("Nothing was checked"),
    )


def no_execution(programme: str | None) -> None:
    """No document reports what was paid."""
    st.info(
        _("What was paid is not known: no report on execution and no data of the Treasury is among the documents.")
        if programme is None
        else _(
            "What was paid of «{programme}» is not known: no report on execution and no data of the Treasury is among "
            "the documents."
        ).format(programme=programme),
        title=_("There is no execution yet"),
    )
    _how_to_bring_execution()


def other_execution(programme: str) -> None:
    """Execution is known, but not that of the programme chosen."""
    st.info(
        _("No document reports what was paid of «{programme}»; another budget programme is shown.").format(
            programme=programme
        )
    )
    with st.expander(_("How to bring in what was paid")):
        _how_to_bring_execution()


def _how_to_bring_execution() -> None:
    st.markdown(
        _(
            "Put a report on execution of a passport, or Treasury data of the budget, into data/raw/ and its title and "
            "programme into data/sources.yml, then build. The first command below downloads Treasury data."
        )
    )
    st.code(
        "python -m loaders fetch openbudget --budget-code 06552000000 --year 2025 -o data/raw/treasury-2025.csv\n"
        "python -m loaders build",
        language="shell",
    )


def nothing_matches() -> None:
    """The filters leave no row."""
    st.info(_("Nothing matches these filters. Remove one of them."), title=_("Nothing to show"))


def passed_over(asked: Mapping[str, Sequence[str]]) -> None:
    """What the address asks and no filter knows; `asked` as from `filters.passed_over`."""
    if asked:
        said = "; ".join(f"{label}: {', '.join(values)}" for label, values in asked.items())
        st.warning(
            _("The address asks for what is not here: {asked}. It is ignored.").format(asked=formats.escaped(said)),
            title=_("A part of the address is ignored"),
        )


@contextmanager
def kept_from_reader() -> Iterator[None]:
    """Show a sentence in place of a traceback, which goes to the log."""
    try:
        yield
    except NotPublished:
        nothing_published()
    except Exception:
        _log.exception("a page failed")
        st.error(
            _("The page could not be shown. The reason is in the log of the server; reload the page or open another."),
            title=_("Something went wrong"),
        )
