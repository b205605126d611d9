"""What the editor of actual values says."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import streamlit as st
from babel.numbers import format_decimal

from analytics.entered import Place
from analytics.entry_checks import LONGEST_AUTHOR, LONGEST_TEXT, Fault, Field, Refusal
from data.entries import Entry, NewEntry, Trouble
from pages.components import formats, names
from pages.components.language import _

KYIV = ZoneInfo("Europe/Kyiv")
_DONE = "entries_done"


def value(shown: Decimal | str | None) -> str:
    """A value as written in Ukrainian, with no more places than it has; words as they are."""
    if isinstance(shown, Decimal):
        return format_decimal(shown, format="#,##0.###", locale="uk")
    return shown or ""


def amount(entry: NewEntry) -> str:
    """What was entered, with its unit."""
    if entry.value is None:
        return f"«{entry.text}»"
    return f"{value(entry.value)} {entry.unit or ''}".rstrip()


def year(fiscal_year: int | None) -> str:
    return _("whole programme") if fiscal_year is None else str(fiscal_year)


def fund(name: str | None) -> str:
    return names.fund(name) if name else ""


def what(of: Place | NewEntry) -> str:
    """Indicator, the part of the programme it measures, year and fund."""
    name = of.name if isinstance(of, Place) else of.indicator_name
    return ", ".join(filter(None, [f"«{name}»", of.part_of, year(of.fiscal_year), fund(of.fund)]))


def moment(saved_at: datetime) -> str:
    """`31.12.2022 18:05`, as clocks in Kyiv showed it."""
    return f"{saved_at.astimezone(KYIV):%d.%m.%Y %H:%M}"


def entry(one: Entry) -> str:
    """An entry in one line."""
    dated = _("{amount} as of {day}").format(amount=amount(one), day=formats.day(one.as_of))
    return _("entry {number}: {what}: {amount} ({author}, {moment})").format(
        number=one.entry_id,
        what=what(one),
        amount=dated if one.as_of else amount(one),
        author=one.author,
        moment=moment(one.saved_at),
    )


def done(title: str, lines: list[str], others: list[Entry]) -> None:
    """Keep what is to be said once the page is drawn anew; `others`: what somebody else saved meanwhile."""
    st.session_state[_DONE] = (title, lines, others)


def tell_done() -> None:
    if _DONE not in st.session_state:
        return
    title, lines, others = st.session_state.pop(_DONE)
    st.success(_listed(lines), title=title)
    if others:
        told = _(
            "While the editor was open somebody else saved values of the same indicator and year. Both stay in the "
            "history; yours, the newer, counts. What was saved before it:"
        )
        st.warning(f"{told}\n{_listed([entry(other) for other in others])}", title=_("Somebody else was here too"))


def refusals(refused: list[Refusal]) -> None:
    """All that is wrong, cell by cell."""
    lines = [
        ", ".join(filter(None, [what(one.place) if one.place else "", field(one.field)]))
        + (f" («{one.typed}»): " if one.typed else ": ")
        + fault(one.fault, one.field)
        for one in refused
    ]
    st.error(_listed(lines), title=_("Nothing is saved yet: correct what is listed here"))


def unread(found: Trouble) -> None:
    """The file of entered values cannot be read: the page counts none of them."""
    st.error(
        _("What was entered before is not counted on this page. The reason: {reason}.").format(reason=trouble(found)),
        title=_("Entered values cannot be read"),
    )


def _listed(lines: list[str]) -> str:
    return "\n".join(f"- {formats.escaped(line)}" for line in lines)


def field(name: Field) -> str:
    return {
        Field.VALUE: _("New value"),
        Field.AS_OF: _("As of"),
        Field.SOURCE: _("Source of the value"),
        Field.COMMENT: _("Comment"),
        Field.AUTHOR: _("Who enters the values"),
    }[name]


def fault(found: Fault, of: Field) -> str:
    longest = LONGEST_AUTHOR if of is Field.AUTHOR else LONGEST_TEXT
    return {
        Fault.NO_VALUE: _("the row is filled in, but has no value; enter one or empty the row"),
        Fault.NO_SOURCE: _("say where the value comes from"),
        Fault.NOT_A_NUMBER: _("not a number; write it as 1234,5, and leave the row empty where there are no data"),
        Fault.BELOW_ZERO: _("an actual value cannot be below zero"),
        Fault.TWO_WAYS: _("the point may divide thousands or decimals; write 1234 or 1,234"),
        Fault.TOO_LONG_A_NUMBER: _("more than three decimal places, or more than 15 digits before them"),
        Fault.NOT_PER_CENT: _("the unit of the indicator is not per cent; leave the sign out"),
        Fault.TOO_LONG_A_TEXT: _("the text is too long: at most {count} characters").format(count=longest),
        Fault.OUT_OF_TIME: _("the date is before 2000 or after 2099"),
        Fault.IN_FUTURE: _("the date is yet to come"),
        Fault.NO_AUTHOR: _("write a name or a post"),
    }[found]


def trouble(found: Trouble) -> str:
    return {
        Trouble.NO_FOLDER: _("the folder of the file of entered values does not exist; the operator is to create it"),
        Trouble.NOT_READABLE: _("the dashboard has no right to read the file of entered values"),
        Trouble.NOT_WRITABLE: _("the dashboard has no right to write the file of entered values and its folder"),
        Trouble.LOCKED: _("another program holds the file of entered values; try again in a minute"),
        Trouble.NOT_A_DATABASE: _("the file is damaged, or is no file of entered values"),
        Trouble.OTHER_PROGRAM: _("the file belongs to another program; the operator is to name another one"),
        Trouble.OTHER_VERSION: _("the file was written by another version of the dashboard"),
        Trouble.NO_SUCH_ENTRY: _("there is no such value to revoke"),
        Trouble.ALREADY_REVOKED: _("somebody has revoked this value already"),
    }[found]
