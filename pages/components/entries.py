"""The door to values that people entered: their file, named by a setting; without it the editor is off."""

import logging
import os
from pathlib import Path

from analytics import entered, indicators
from analytics.indicators import EnteredValue
from data import entries
from data.entries import EntriesError, Entry, Trouble
from pages.components import store

FILE_SETTING = "KOSHTORYS_ENTRIES"
_log = logging.getLogger(__name__)


def file() -> Path | None:
    """Where entered values are kept; None while the operator has not switched the editor on."""
    name = os.environ.get(FILE_SETTING)
    return Path(name) if name else None


def current(programme_id: str) -> list[EnteredValue]:
    """The entered values that count, for `indicators.attainment`.

    Empty where the editor is off, and where the file cannot be read: `trouble` then tells why.
    """
    try:
        saved = _saved(programme_id)
    except EntriesError:
        _log.exception("entered values were not read")
        return []
    figures = store.read(indicators.attainment, programme_id)
    kept, _ = entered.told_apart(entries.current(saved), figures)
    return entered.as_actuals(kept)


def trouble(programme_id: str) -> Trouble | None:
    """Why entered values cannot be read; None where they can, and where the editor is off."""
    try:
        _saved(programme_id)
    except EntriesError as error:
        return error.trouble
    return None


def _saved(programme_id: str) -> list[Entry]:
    path = file()
    return entries.history(path, programme_id) if path else []
