"""Looking for time, holding it, booking, moving and cancelling: what is promised, and what is refused with what."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from kcc_desktop.data import appointment_reads
from kcc_desktop.data.agents import AgentRow, ClusterRow
from kcc_desktop.data.appointments import AppointmentEventRow, AppointmentRow, OccupancyRow
from kcc_desktop.data.calendars import LocationRow, ProductLocationRow
from kcc_desktop.data.database import Look
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.appointments import (
    AppointmentState,
    Attendee,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    MoveAppointment,
    NoTimeLeft,
    NotOffered,
    OutsideHours,
    PastMoment,
    SlotTaken,
    TimeWish,
    UnlessNeeded,
    UnlessReason,
)
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import make_party
from tests.services.town_hall import HERE, TownHall


@pytest.fixture
def hall(database):
    return TownHall(database)


@pytest.fixture
def party(database):
    return make_party(database)


def run_out(hall, appointment):
    """As if ten minutes went by."""
    past = datetime.now(UTC) - timedelta(minutes=1)

    def work(connection):
        connection.execute(update(AppointmentRow).where(AppointmentRow.id == appointment.id).values(expires_at=past))
        connection.execute(update(OccupancyRow).where(OccupancyRow.owner_id == appointment.id).values(expires_at=past))

    hall.database.unguarded_write(work)


def test_the_first_free_time_is_tomorrow_at_nine(hall):
    offers = hall.service.offers(hall.wish(), 3)
    assert [offer.starts_at.astimezone(HERE).strftime("%H:%M") for offer in offers] == ["09:00", "09:05", "09:10"]
    assert [(offer.ends_at - offer.starts_at) for offer in offers] == [timedelta(minutes=15)] * 3
    assert set(offers[0].counters) == set(hall.counters)


def test_a_family_takes_longer(hall):
    offer = hall.first(*[hall.passport] * 4)
    assert offer.ends_at - offer.starts_at == timedelta(minutes=15 + 3 * 10)
    appointment = hall.booked(None, offer, *[hall.passport] * 4)
    assert (appointment.title, appointment.bring) == ("Paspoort (4)", ("Pasfoto", "Oude paspoort"))


def test_from_a_hold_to_the_timeline(hall, party):
    appointment = hall.booked(party, phone="+31612345678", note="neemt foto mee")
    assert appointment.state is AppointmentState.BOOKED
    assert len(appointment.reference) == 6
    assert (appointment.name, appointment.phone, appointment.note) == (
        "Fatima de Vries",
        "+31612345678",
        "neemt foto mee",
    )
    assert hall.service.coming_of(party) == (appointment,)
    found = hall.service.find(" ".join(appointment.reference.lower()))
    assert found == replace(appointment, phone="", note="")
    assert hall.service.find("") is hall.service.find("AAAAAA") is None
    (entry,) = TimelineService(hall.database).page(party).entries
    assert (entry.kind, entry.id, entry.at) == (EntryKind.APPOINTMENT, appointment.id, appointment.starts_at)
    assert entry.title.startswith("Paspoort")
    assert hall.occupied(appointment.id) == 3


def test_the_card_lists_what_is_still_to_come(hall):
    party = new_id()
    PartyService(hall.database).register_person(RegisterPerson(party, PersonName("Fatima", "de", "Vries")))
    later = Offer(hall.location, hall.first().quantum + 24, 3, hall.first().counters)
    second = hall.booked(party, later)
    people = (Attendee(hall.passport, party_id=party), Attendee(hall.passport), Attendee(hall.form))
    wish = TimeWish(people, from_on=hall.tomorrow)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    first = hall.service.book(BookAppointment(held.id, party, "", unless=UnlessReason.PREFERS))
    off = hall.booked(party)
    hall.service.cancel(CancelAppointment(off.id, CancelledBy.CITIZEN))
    hall.held()
    coming = PartyService(hall.database).overview(party).appointments
    assert [(one.id, one.title, one.starts_at, one.location) for one in coming] == [
        (first.id, "Paspoort (2), Verhuizing", first.starts_at, "Gemeentehuis"),
        (second.id, "Paspoort", second.starts_at, "Gemeentehuis"),
    ]
    passed = hall.database.read(
        lambda look: appointment_reads.coming_lines(Look(look.connection, look.agent, second.ends_at), party)
    )
    assert passed == ()


def test_the_number_of_somebody_under_a_restriction_is_not_shown(hall):
    party = new_id()
    PartyService(hall.database).register_person(RegisterPerson(party, PersonName("Fatima", "de", "Vries")))
    booked = hall.booked(party, phone="+31612345678")
    assert hall.service.open(booked.id).phone == "+31612345678"
    hall.database.unguarded_write(lambda c: c.execute(update(PersonRow).values(restriction=7)))
    assert hall.service.open(booked.id).phone == ""


def test_whoever_comes_along_sees_it_too(hall, party):
    child = make_party(hall.database, "Sami de Vries")
    people = (Attendee(hall.passport, party_id=party), Attendee(hall.passport, "Sami", 7, child))
    wish = TimeWish(people, from_on=hall.tomorrow)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    booked = hall.service.book(BookAppointment(held.id, party, "Fatima de Vries"))
    assert booked.attendees == people
    for one in (party, child):
        assert [entry.id for entry in TimelineService(hall.database).page(one).entries] == [booked.id]


def test_the_same_hold_and_the_same_booking_twice_are_once(hall, party):
    command = HoldTime(new_id(), hall.first(), hall.wish())
    assert hall.service.hold(command) == hall.service.hold(command)
    book = BookAppointment(command.id, party, "Fatima de Vries")
    assert hall.service.book(book) == hall.service.book(book)
    assert hall.occupied(command.id) == 3
    assert TimelineService(hall.database).counts(party).total == 1


def test_two_counters_serve_two_and_the_third_gets_the_next_best(hall):
    offer = hall.first()
    assert {hall.booked(None, offer).counter_id for _ in range(2)} == set(hall.counters)
    with pytest.raises(SlotTaken) as refused:
        hall.held(offer)
    nearest = refused.value.next_best[0]
    assert nearest.starts_at == offer.ends_at
    assert hall.booked(None, nearest).starts_at == offer.ends_at


def test_colleagues_see_a_hold_and_it_runs_out_by_the_clock_of_the_database(hall, party):
    offer = hall.first()
    holds = [hall.held(offer) for _ in range(2)]
    assert [one.id for one in hall.service.day(hall.location, hall.tomorrow)[1]] == [one.id for one in holds]
    assert hall.first().quantum != offer.quantum
    run_out(hall, holds[0])
    assert hall.first().quantum == offer.quantum
    taken = hall.booked(party, offer)
    assert taken.counter_id == holds[0].counter_id
    assert hall.occupied(holds[0].id) == 0
    with pytest.raises(SlotTaken):
        hall.service.book(BookAppointment(holds[0].id, party, "te laat"))
    assert hall.wrong_owners() == ([], {})


def test_a_hold_that_ran_out_and_nobody_took_is_still_booked(hall, party):
    held = hall.held()
    run_out(hall, held)
    assert hall.service.book(BookAppointment(held.id, party, "")).state is AppointmentState.BOOKED
    assert hall.occupied(held.id) == 3


def test_a_hold_is_extended_and_let_go(hall):
    held = hall.held()
    run_out(hall, held)
    assert hall.service.extend(held.id).expires_at > datetime.now(UTC) + timedelta(minutes=9)
    hall.service.let_go(held.id)
    hall.service.let_go(held.id)
    assert hall.occupied(held.id) == 0
    with pytest.raises(AlreadyDone):
        hall.service.extend(held.id)


def test_moving_gives_up_the_old_time_and_keeps_the_code(hall, party):
    old = hall.booked(party)
    later = replace(hall.first(), quantum=hall.first().quantum + 1)  # five minutes on: over its own old time
    offer = Offer(later.location_id, later.quantum, 3, (old.counter_id,))
    command = MoveAppointment(old.id, new_id(), offer, "bus komt later")
    moved = hall.service.move(command)
    assert moved == hall.service.move(command)
    assert (moved.reference, moved.name, moved.party_id) == (old.reference, old.name, party)
    assert hall.service.open(old.id).moved_to == moved.id
    assert hall.service.find(old.reference).id == moved.id
    assert [entry.id for entry in TimelineService(hall.database).page(party).entries] == [moved.id]
    assert (hall.occupied(old.id), hall.occupied(moved.id)) == (0, 3)
    with pytest.raises(AlreadyDone):
        hall.service.move(replace(command, new_id=new_id()))


def test_a_move_that_is_refused_leaves_the_old_appointment_as_it_was(hall, party):
    old, offer = hall.booked(party), hall.first()
    wanted = Offer(offer.location_id, offer.quantum + 12, 3, offer.counters)
    for _ in range(2):
        hall.booked(None, wanted)
    with pytest.raises(SlotTaken):
        hall.service.move(MoveAppointment(old.id, new_id(), wanted))
    assert hall.service.coming_of(party) == (old,)
    assert hall.wrong_owners() == ([], {})


def test_a_cancelled_time_is_free_at_once(hall, party):
    booked = hall.booked(party)
    command = CancelAppointment(booked.id, CancelledBy.CITIZEN, "ziek kind")
    assert hall.service.cancel(command).state is AppointmentState.CANCELLED
    assert hall.service.cancel(command).state is AppointmentState.CANCELLED
    assert hall.occupied(booked.id) == 0
    assert hall.service.coming_of(party) == ()
    events = hall.database.unguarded_read(
        lambda c: c.execute(
            select(AppointmentEventRow.from_state, AppointmentEventRow.to_state, AppointmentEventRow.by_whom).order_by(
                AppointmentEventRow.number
            )
        ).all()
    )
    assert events == [("", "held", ""), ("held", "booked", ""), ("booked", "cancelled", "citizen")]
    with pytest.raises(AlreadyDone):
        hall.service.move(MoveAppointment(booked.id, new_id(), hall.first()))
    with pytest.raises(NotFound):
        hall.service.cancel(replace(command, id=new_id()))


def test_what_cannot_be_is_refused_with_what_would_do(hall):
    offer = hall.first()
    with pytest.raises(PastMoment):
        hall.held(replace(offer, quantum=offer.quantum - 2 * 288))
    late = replace(offer, quantum=offer.quantum + 8 * 12 - 2)  # ten minutes before five
    with pytest.raises(OutsideHours) as refused:
        hall.held(late)
    assert refused.value.closes_at.astimezone(HERE).strftime("%H:%M") == "17:00"
    with pytest.raises(InvalidValue, match="too_many"):
        hall.service.offers(hall.wish(*[hall.passport] * 7))
    with pytest.raises(InvalidValue, match="no_appointments"):
        hall.service.offers(hall.wish(new_id()))
    with pytest.raises(NotFound):
        hall.service.offers(hall.wish(location_id=new_id()))
    with pytest.raises(NoTimeLeft):
        hall.service.offers(replace(hall.wish(), from_on=hall.tomorrow + timedelta(days=400)))


def test_a_location_that_does_not_do_it_names_those_that_do(hall):
    other = new_id()

    def work(connection):
        connection.execute(insert(LocationRow).values(id=other, code="nagele", name="Nagele", step_minutes=5))
        connection.execute(insert(ProductLocationRow).values(product_id=hall.passport, location_id=hall.location))

    hall.database.unguarded_write(work)
    with pytest.raises(NotOffered) as refused:
        hall.service.offers(hall.wish(location_id=other))
    assert refused.value.locations == ("Gemeentehuis",)


def test_what_is_done_online_asks_why_not(hall, party):
    held = hall.held(None, hall.form)
    with pytest.raises(UnlessNeeded):
        hall.service.book(BookAppointment(held.id, party, ""))
    booked = hall.service.book(BookAppointment(held.id, party, "", unless=UnlessReason.NO_DIGID))
    assert booked.state is AppointmentState.BOOKED


def test_digital_help_takes_longer(hall):
    plain, helped = hall.first(), hall.service.offers(hall.wish(needs_digital_help=True), 1)[0]
    assert helped.quanta == plain.quanta + 2


def test_the_database_itself_refuses_what_would_break_a_promise(hall, party):
    booked = hall.booked(party)

    def refused(statement):
        with pytest.raises(IntegrityError):
            hall.database.unguarded_write(lambda c: c.execute(statement))

    refused(delete(OccupancyRow).where(OccupancyRow.owner_id == booked.id))
    refused(update(OccupancyRow).values(owner_id=new_id()))
    refused(update(AppointmentRow).values(quantum=1))
    refused(delete(AppointmentRow))
    refused(update(AppointmentEventRow).values(reason="anders"))
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.MUNICIPALITY))
    refused(update(AppointmentRow).where(AppointmentRow.id == booked.id).values(state="booked"))


def test_what_is_done_at_two_places_has_no_appointment_for_both(hall):
    other = new_id()

    def work(connection):
        connection.execute(insert(LocationRow).values(id=other, code="nagele", name="Nagele", step_minutes=5))
        connection.execute(insert(ProductLocationRow).values(product_id=hall.passport, location_id=hall.location))
        connection.execute(insert(ProductLocationRow).values(product_id=hall.form, location_id=other))

    hall.database.unguarded_write(work)
    with pytest.raises(NotOffered):
        hall.service.offers(hall.wish(hall.passport, hall.form))


def test_the_next_best_lie_around_the_wanted_time(hall):
    offer = hall.first()
    wanted = replace(offer, quantum=offer.quantum + 5 * 12)  # two in the afternoon
    for _ in hall.counters:
        hall.booked(None, wanted)
    with pytest.raises(SlotTaken) as refused:
        hall.held(wanted)
    assert {abs(one.quantum - wanted.quantum) for one in refused.value.next_best} == {3, 4}


def test_a_moved_appointment_is_never_shorter(hall, party):
    wish = hall.wish(needs_digital_help=True)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    hall.service.book(BookAppointment(held.id, party, ""))
    later = Offer(hall.location, hall.first().quantum + 24, 3, ())
    moved = hall.service.move(MoveAppointment(held.id, new_id(), later))
    assert moved.ends_at - moved.starts_at == held.ends_at - held.starts_at


def test_an_appointment_is_as_confidential_as_its_contact(hall, party):
    held = hall.held()
    command = BookAppointment(held.id, party, "Fatima de Vries", secrecy=Confidentiality.ENFORCEMENT)
    with pytest.raises(NotAllowed):  # nobody promises what they may not see
        hall.service.book(command)
    hall.service.book(BookAppointment(held.id, party, "", secrecy=Confidentiality.CONFIDENTIAL))  # the own cluster's
    assert [one.id for one in hall.service.coming_of(party)] == [held.id]
    other = hall.booked(party)

    def of_another_cluster(connection):
        cluster = new_id()
        connection.execute(insert(ClusterRow).values(id=cluster, name="Sociaal"))
        connection.execute(update(AgentRow).values(cluster_id=cluster))

    hall.database.unguarded_write(of_another_cluster)
    assert [one.id for one in hall.service.coming_of(party)] == [other.id]
    assert hall.service.find(held.reference) is None
    with pytest.raises(NotFound):
        hall.service.open(held.id)
    assert [entry.id for entry in TimelineService(hall.database).page(party).entries] == [other.id]
