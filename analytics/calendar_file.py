"""Days for a calendar: an iCalendar file (RFC 5545) of all-day events, each with a reminder a week before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import TRANSP, Alarm, Calendar, Event

# Nine in the morning, seven days before the day that begins at midnight.
_REMINDER = timedelta(days=-7, hours=9)


@dataclass(frozen=True)
class Day:
    """One event. `name` is its stable name: who imports the file again gets no second event."""

    name: str
    on: date
    summary: str
    description: str


def write(days: Iterable[Day], name: str, title: str, stamp: datetime) -> bytes:
    """The file. `name`: the stable name of the calendar; `title`: what a reader sees; `stamp`: now, in UTC."""
    calendar = Calendar.new(prodid="-//Koshtorys//Reporting duties//UK", uid=f"{name}@koshtorys", name=title)
    for day in days:
        alarm = Alarm.new(description=day.summary)
        alarm.add("ACTION", "DISPLAY")
        alarm.add("TRIGGER", _REMINDER)
        event = Event.new(
            uid=f"{day.name}@koshtorys",
            stamp=stamp,
            start=day.on,
            end=day.on + timedelta(days=1),
            summary=day.summary,
            description=day.description,
            transparency=TRANSP.TRANSPARENT,
        )
        event.add_component(alarm)
        calendar.add_component(event)
    return calendar.to_ical()
