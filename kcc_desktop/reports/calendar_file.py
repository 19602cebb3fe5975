"""An appointment as a calendar file (RFC 5545): for a citizen's own calendar, right by the clock on the wall here.

The name in the calendar stays the same however often the appointment moves, so that a newer file takes the place of
an older one; which is newer is told by SEQUENCE.
"""

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from icalendar import Calendar, Event, Timezone

from kcc_desktop.domain.appointments import Appointment, AppointmentState
from kcc_desktop.domain.local_time import HERE

_PROGRAM = "-//KCC Desktop//appointments//NL"
# Of our own, so that a code of six letters is a name nobody else uses; it never changes.
_NAMES = UUID("4f8a6f3e-5a3c-5b0e-9d1e-8d0b6f0c2a71")


def calendar_file(appointment: Appointment, title: str, text: str, made_at: datetime) -> bytes:
    """The file's bytes. A cancelled appointment makes one that takes it out of a calendar."""
    is_off = appointment.state is AppointmentState.CANCELLED
    begin, end = appointment.starts_at.astimezone(HERE), appointment.ends_at.astimezone(HERE)
    event = Event()
    event.add("uid", str(uuid5(_NAMES, appointment.reference)))
    event.add("sequence", appointment.moves + is_off)
    event.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", _written(begin))
    event.add("dtend", _written(end))
    event.add("summary", title)
    event.add("location", ", ".join(part for part in (appointment.location, appointment.address) if part))
    event.add("description", text)
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_off else "PUBLISH")
    calendar.add_component(_clock(begin.year))
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def _clock(year: int) -> Timezone:
    """When the clock changes here in the years around, as the same tables say by which everything else is reckoned."""
    zone = Timezone.from_tzinfo(HERE, HERE.key, first_date=date(year, 1, 1), last_date=date(year + 2, 1, 1))
    zone.pop("COMMENT", None)
    return zone


def _written(moment: datetime) -> datetime:
    """By the clock here; in the hour that comes twice the second one can only be said in UTC."""
    return moment.astimezone(UTC) if moment.fold else moment
