"""What becomes of an appointment when nobody comes, when somebody died, and when its contact is put right."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from kcc_desktop.data import appointment_writes
from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.contacts import TimelineEntryRow
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.appointments import (
    AppointmentState,
    Attendee,
    BookAppointment,
    CancelledBy,
    HoldTime,
    SlotTaken,
    StillAlive,
    TimeWish,
)
from kcc_desktop.domain.contact_commands import CorrectContact, MoveContact
from kcc_desktop.domain.contacts import Confidentiality, ContactKind
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import conversation, question
from tests.services.counter_hall import CounterHall
from tests.services.town_hall import TownHall


@pytest.fixture
def hall(database):
    return TownHall(database)


def person(database, given="Fatima"):
    party = new_id()
    PartyService(database).register_person(RegisterPerson(party, PersonName(given, "de", "Vries")))
    return party


def on_timeline(database, party):
    return [entry.id for entry in TimelineService(database).page(party).entries]


def at(hall, place, state=None):
    """Booked for today, so many quanta from soon; arrived when `state` says so."""
    offer = Offer(hall.location, hall.soon + place, 3, ())
    booked = hall.booked(None, offer)
    if state is not None:
        allowed = (AppointmentState.BOOKED,)
        assert hall.database.write(lambda unit: appointment_writes.move(unit, booked.id, allowed, state))
    return booked


def past(hall, place):
    """The rule in minutes by which that quantum is over already: before its time, which only tests do."""
    return -int((instant_of(hall.soon + place) - datetime.now(UTC)).total_seconds() // 60)


@pytest.fixture
def today(database):
    return CounterHall(database)


def test_who_is_not_there_in_time_did_not_come(today):
    hall = today
    arrived, late, soon = at(hall, 0, AppointmentState.CHECKED_IN), at(hall, 6), at(hall, 24)
    assert hall.service.ends.note_no_shows(past(hall, 12)) == (late.id,)
    assert hall.service.ends.note_no_shows(past(hall, 12)) == ()
    assert hall.occupied(late.id) == 0
    assert [hall.service.open(one.id).state for one in (arrived, late, soon)] == [
        AppointmentState.CHECKED_IN,
        AppointmentState.NO_SHOW,
        AppointmentState.BOOKED,
    ]
    assert hall.wrong_owners() == ([], {})


def test_where_nobody_notes_arrivals_nobody_is_missing(today):
    late = at(today, 6)
    assert today.service.ends.note_no_shows(past(today, 12)) == ()
    assert today.service.open(late.id).state is AppointmentState.BOOKED


def test_they_came_after_all_within_a_day(today):
    hall = today
    at(hall, 0, AppointmentState.CHECKED_IN)
    late = at(hall, 6)
    hall.service.ends.note_no_shows(past(hall, 12))
    assert hall.service.ends.came_after_all(late.id).state is AppointmentState.BOOKED
    assert hall.service.ends.came_after_all(late.id).state is AppointmentState.BOOKED
    assert hall.occupied(late.id) == 3
    with pytest.raises(NotFound):
        hall.service.ends.came_after_all(new_id())
    assert hall.wrong_owners() == ([], {})


def test_the_time_that_is_left_may_be_somebody_elses_by_now(today):
    hall = today
    at(hall, 0, AppointmentState.CHECKED_IN)
    late = at(hall, 6)
    hall.service.ends.note_no_shows(past(hall, 12))
    for _ in hall.counters:
        at(hall, 8)
    with pytest.raises(SlotTaken):
        hall.service.ends.came_after_all(late.id)
    assert hall.service.open(late.id).state is AppointmentState.NO_SHOW
    assert hall.wrong_owners() == ([], {})


def test_a_day_later_it_stays_so(today, monkeypatch):
    hall = today
    at(hall, 0, AppointmentState.CHECKED_IN)
    late = at(hall, 6)
    hall.service.ends.note_no_shows(past(hall, 12))
    monkeypatch.setattr("kcc_desktop.data.appointment_ends._DAYS_BACK", -1)
    with pytest.raises(AlreadyDone):
        hall.service.ends.came_after_all(late.id)


def test_a_death_offers_to_call_off_what_is_to_come(hall, database):
    fatima, sami = person(database), person(database, "Sami")
    hers = [hall.booked(fatima), hall.booked(fatima)]
    people = (Attendee(hall.passport, "Fatima", party_id=fatima), Attendee(hall.passport, "Sami", 9, sami))
    wish = TimeWish(people, from_on=hall.tomorrow)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    together = hall.service.book(BookAppointment(held.id, fatima, "", attendees=people))
    with pytest.raises(StillAlive):
        hall.service.ends.cancel_of_deceased(fatima)
    died = update(PersonRow).where(PersonRow.party_id == fatima).values(is_deceased=True)
    database.unguarded_write(lambda c: c.execute(died))
    assert set(hall.service.ends.cancel_of_deceased(fatima)) == {one.id for one in hers}
    assert hall.service.ends.cancel_of_deceased(fatima) == ()
    off = hall.service.open(hers[0].id)
    assert (off.state, off.cancelled_by, off.reason) == (
        AppointmentState.CANCELLED,
        CancelledBy.MUNICIPALITY,
        "overleden",
    )
    assert hall.service.open(together.id).state is AppointmentState.BOOKED  # the child may still need it
    assert hall.wrong_owners() == ([], {})
    with pytest.raises(NotFound):
        hall.service.ends.cancel_of_deceased(new_id())


def planned(hall, party, contact_id, secrecy=Confidentiality.OPEN):
    people = (Attendee(hall.passport, "Fatima de Vries", party_id=party), Attendee(hall.passport, "Sami", 9))
    wish = TimeWish(people, from_on=hall.tomorrow)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    command = BookAppointment(
        held.id, party, "Fatima de Vries", attendees=people, contact_id=contact_id, secrecy=secrecy
    )
    return hall.service.book(command)


def test_a_contact_takes_its_appointment_to_the_right_citizen(hall, database):
    fatima, aicha = person(database), person(database, "Aïcha")
    asked = question(fatima, product_id=hall.passport)
    booked = planned(hall, fatima, asked.id)
    contacts = ContactService(database)
    contacts.record(conversation(asked))
    contacts.move(MoveContact(new_id(), asked.id, aicha, "verkeerde Fatima"))
    assert booked.id not in on_timeline(database, fatima)
    assert booked.id in on_timeline(database, aicha)
    moved = hall.service.open(booked.id)
    assert (moved.party_id, moved.name.startswith("A")) == (aicha, True)
    assert [(one.party_id, one.name == "Sami") for one in moved.attendees] == [(aicha, False), (None, True)]
    assert "Fatima" not in f"{moved.name} {moved.attendees}"
    contacts.move(MoveContact(new_id(), asked.id, None, "toch niemand"))
    alone = hall.service.open(booked.id)
    assert (alone.party_id, alone.name, alone.attendees[0].name) == (None, "", "")
    assert booked.id not in on_timeline(database, aicha)
    assert hall.wrong_owners() == ([], {})


def test_who_turned_out_to_speak_has_the_appointment_when_the_talk_is_recorded(hall, database):
    fatima, aicha = person(database), person(database, "Aïcha")
    asked = question(aicha, product_id=hall.passport)
    booked = planned(hall, fatima, asked.id)
    ContactService(database).record(conversation(asked))
    assert hall.service.open(booked.id).party_id == aicha
    assert booked.id in on_timeline(database, aicha)
    assert booked.id not in on_timeline(database, fatima)


def secrecies(database, appointment_id):
    def work(connection):
        of_row = select(AppointmentRow.confidentiality).where(AppointmentRow.id == appointment_id)
        entry = select(TimelineEntryRow.confidentiality).where(TimelineEntryRow.object_id == appointment_id)
        return {*connection.scalars(of_row), *connection.scalars(entry)}

    return database.unguarded_read(work)


def test_an_appointment_becomes_as_confidential_as_its_contact_is_corrected_to_be(hall, database):
    fatima = person(database)
    asked = question(fatima, product_id=hall.passport)
    booked = planned(hall, fatima, asked.id)
    contacts = ContactService(database)
    contacts.record(conversation(asked))
    assert secrecies(database, booked.id) == {"open"}
    for version, is_confidential in ((1, True), (2, False)):
        contacts.correct(
            CorrectContact(
                asked.id,
                version,
                "stond verkeerd",
                ContactKind.QUESTION,
                asked.outcome_code,
                asked.summary,
                "",
                hall.passport,
                is_confidential,
            )
        )
        assert secrecies(database, booked.id) == {"confidential" if is_confidential else "open"}


def test_what_is_ticked_after_booking_counts_when_it_is_recorded(hall, database):
    fatima = person(database)
    asked = question(fatima, product_id=hall.passport, is_confidential=True)
    booked = planned(hall, fatima, asked.id)
    ContactService(database).record(conversation(asked))
    assert secrecies(database, booked.id) == {"confidential"}
    again = question(fatima, product_id=hall.passport)
    other = planned(hall, fatima, again.id, Confidentiality.CONFIDENTIAL)
    ContactService(database).record(conversation(again))
    assert secrecies(database, other.id) == {"open"}
