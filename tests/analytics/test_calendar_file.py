"""The file for calendars, parsed back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from analytics import calendar_file
from analytics.calendar_file import Day

STAMP = datetime(2026, 11, 26, 8, tzinfo=UTC)
DAYS = [
    Day("programme/quarterly-2026-q4", date(2027, 1, 5), "Звіт; перший, найдовший", "Кому: керівник\\програми\nДалі"),
    Day("programme/yearly-2027", date(2028, 2, 29), "Звіт за рік", "Довгий опис " * 30),
]


def parsed() -> Any:
    return Calendar.from_ical(calendar_file.write(DAYS, "programme", "Звіти", STAMP))


def test_events_are_read_back() -> None:
    """A day, a summary and a description each, whatever signs they hold; a day takes the whole day and no longer."""
    calendar = parsed()
    assert not calendar.errors
    events = calendar.events
    assert [(event.start, event.end, str(event["SUMMARY"]), str(event["DESCRIPTION"])) for event in events] == [
        (day.on, day.on + timedelta(days=1), day.summary, day.description) for day in DAYS
    ]
    assert all(event["DTSTART"].params["VALUE"] == "DATE" for event in events)


def test_names_are_stable() -> None:
    """Importing the file again replaces an event and adds none; each has the stamp and is free time."""
    assert [str(event["UID"]) for event in parsed().events] == [f"{day.name}@koshtorys" for day in DAYS]
    assert str(parsed()["UID"]) == "programme@koshtorys"
    assert calendar_file.write(DAYS, "programme", "Звіти", STAMP) == calendar_file.write(
        DAYS, "programme", "Звіти", STAMP
    )
    assert all(event.DTSTAMP == STAMP and event["TRANSP"] == "TRANSPARENT" for event in parsed().events)


def test_reminder_a_week_before() -> None:
    """Seven days before, at nine in the morning: for 5 January that is 29 December of the year before."""
    (alarm,) = parsed().events[0].walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert datetime(2027, 1, 5) + alarm["TRIGGER"].dt == datetime(2026, 12, 29, 9)


def test_the_file_keeps_to_the_standard() -> None:
    """Lines end in CR LF and hold at most 75 bytes; the required properties are there (RFC 5545)."""
    raw = calendar_file.write(DAYS, "programme", "Звіти", STAMP)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
