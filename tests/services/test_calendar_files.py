"""The calendar file of an appointment, read back by another reader than ours: right in summer, winter and between."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from kcc_desktop.domain.appointments import (
    Appointment,
    AppointmentState,
    CancelAppointment,
    CancelledBy,
    MoveAppointment,
)
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.reports.calendar_file import calendar_file
from kcc_desktop.services.confirmations import ConfirmationService
from tests.services.town_hall import TownHall

MADE = datetime(2026, 3, 4, 10, 2, tzinfo=UTC)


@pytest.fixture
def hall(database):
    return TownHall(database)


@pytest.fixture
def service(database):
    return ConfirmationService(database, "Noordoostpolder")


def planned(starts_at):
    return Appointment(
        id=new_id(),
        reference="BCDFGH",
        state=AppointmentState.BOOKED,
        location_id=new_id(),
        location="Gemeentehuis",
        address="",
        counter_id=new_id(),
        counter="1",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=15),
        party_id=None,
        title="Paspoort",
        attendees=(),
        bring=(),
    )


def read(file):
    calendar = Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def by_its_own_rules(calendar, wall):
    """The instant of a wall-clock time by the file's VTIMEZONE alone, as a program without any tables reads it."""
    (zone,) = calendar.walk("VTIMEZONE")
    changes = []
    for part in zone.subcomponents:
        begins = [part["DTSTART"].dt, *(moment.dt for moment in getattr(part.get("RDATE"), "dts", []))]
        changes += [(begin, part["TZOFFSETTO"].td) for begin in begins]
    offset = max((change for change in changes if change[0] <= wall), key=lambda change: change[0])[1]
    return wall - offset


@pytest.mark.parametrize(
    ("starts_at", "wall"),
    [
        (datetime(2026, 7, 1, 7, 0, tzinfo=UTC), "20260701T090000"),
        (datetime(2026, 12, 1, 8, 0, tzinfo=UTC), "20261201T090000"),
        (datetime(2026, 3, 28, 8, 0, tzinfo=UTC), "20260328T090000"),
        (datetime(2026, 3, 29, 7, 0, tzinfo=UTC), "20260329T090000"),
        (datetime(2026, 10, 24, 7, 0, tzinfo=UTC), "20261024T090000"),
        (datetime(2026, 10, 25, 8, 0, tzinfo=UTC), "20261025T090000"),
        (datetime(2026, 12, 31, 8, 0, tzinfo=UTC), "20261231T090000"),
        (datetime(2028, 2, 29, 8, 0, tzinfo=UTC), "20280229T090000"),
    ],
)
def test_nine_in_the_morning_is_nine_in_every_calendar(starts_at, wall):
    moved = planned(starts_at)
    file = calendar_file(moved, "Afspraak", "", MADE)
    assert f"DTSTART;TZID=Europe/Amsterdam:{wall}\r\n".encode() in file
    calendar, event = read(file)
    assert event["DTSTART"].dt.astimezone(UTC) == starts_at
    assert event["DTEND"].dt.astimezone(UTC) - starts_at == timedelta(minutes=15)
    assert by_its_own_rules(calendar, datetime.fromisoformat(wall)) == starts_at.replace(tzinfo=None)


@pytest.mark.parametrize("minute", [0, 30, 60, 90])
def test_the_hour_that_comes_twice_is_said_so_that_it_comes_once(minute):
    starts_at = datetime(2026, 10, 25, 0, 0, tzinfo=UTC) + timedelta(minutes=minute)
    moved = planned(starts_at)
    _, event = read(calendar_file(moved, "Afspraak", "", MADE))
    assert event["DTSTART"].dt.astimezone(UTC) == starts_at


def test_a_confirmation_carries_it(hall, service):
    booked = hall.booked()
    calendar, event = read(service.confirm(booked.id).calendar)
    assert calendar["METHOD"] == "PUBLISH"
    assert event["SUMMARY"] == "Afspraak bij de gemeente Noordoostpolder"
    assert (event["LOCATION"], event["STATUS"], int(event["SEQUENCE"])) == ("Gemeentehuis", "CONFIRMED", 0)
    assert " ".join(booked.reference) in event["DESCRIPTION"]
    assert "Fatima" not in service.confirm(booked.id).calendar.decode()
    assert event["DTSTART"].dt == booked.starts_at


def test_moved_and_cancelled_it_is_the_same_appointment_and_a_newer_word(hall, service):
    booked = hall.booked()
    names, numbers = [], []

    def note(appointment_id):
        calendar, event = read(service.confirm(appointment_id).calendar)
        names.append(str(event["UID"]))
        numbers.append(int(event["SEQUENCE"]))
        return calendar, event

    note(booked.id)
    for step in (12, 24):
        offer = Offer(hall.location, hall.first().quantum + step, 3, ())
        booked = hall.service.move(MoveAppointment(booked.id, new_id(), offer))
        _, event = note(booked.id)
        assert event["DTSTART"].dt == booked.starts_at
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.CITIZEN))
    calendar, event = note(booked.id)
    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert len(set(names)) == 1
    assert numbers == [0, 1, 2, 3]
    other = hall.booked()
    note(other.id)
    assert names[-1] != names[0]


def test_lines_are_folded_and_signs_kept():
    text = "Neem mee: pasfoto, paspoort; ‘alles’ \\ enzovoort\n" * 20
    file = calendar_file(planned(MADE), "Afspraak gemeente Súdwest-Fryslân", text, MADE)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert read(file)[1]["DESCRIPTION"] == text
