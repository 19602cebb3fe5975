"""The day of a worker's visits as a calendar file (RFC 5545), for the calendar of a telephone.

Without names and without notes: such a calendar lies with a company, and who sees the screen is not known.
"""

from datetime import UTC
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from kcc_desktop.domain.day_sheets import DaySheet
from kcc_desktop.reports.day_sheet_words import SheetWords, clock


def day_calendar(sheet: DaySheet, language: str) -> bytes:
    """One event a visit, in UTC, so that it is right on both days on which the clock changes."""
    words = SheetWords(language)
    calendar = Calendar()
    calendar.add("prodid", "-//KCC Desktop//visits//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words.say("calendar", worker=sheet.worker))
    for stop in sheet.stops:
        event = Event()
        # From its code and not by chance: read in again, the file changes what stands there and adds nothing twice.
        event.add("uid", f"{uuid5(NAMESPACE_URL, f'kcc-visit:{stop.reference}')}@kcc-desktop")
        event.add("dtstamp", sheet.printed_at.astimezone(UTC))
        event.add("dtstart", stop.arrives_at.astimezone(UTC))
        event.add("dtend", stop.leaves_at.astimezone(UTC))
        event.add("summary", words.say("summary", title=stop.title))
        event.add("location", ", ".join(stop.address))
        lines = [
            words.say("code", code=" ".join(stop.reference)),
            words.say("window", begin=clock(stop.window_from), end=clock(stop.window_to)),
            words.say("drive", minutes=stop.drive_minutes),
        ]
        if stop.has_safety_note:
            lines.append(words.say("safety"))
        event.add("description", "\n".join(lines))
        if stop.latitude is not None and stop.longitude is not None:
            event.add("geo", (stop.latitude, stop.longitude))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
