"""The agenda of a location: its days, what lies in them, and what may be shown of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, update

from kcc_desktop.data.agents import AgentRow, ClusterRow
from kcc_desktop.data.calendars import ClosureRow, CounterRow
from kcc_desktop.domain.agenda import EventKind, LaneKind
from kcc_desktop.domain.agenda_moves import Against, Place, conflicts
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import (
    AppointmentState,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    MoveAppointment,
    OverbookAppointment,
)
from kcc_desktop.domain.blocks import PlaceBlock
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.free_time import Offer, PartOfDay
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_on
from kcc_desktop.services.agenda import AgendaService
from kcc_desktop.services.blocks import BlockService
from tests.services.conversations import make_party
from tests.services.field_team import FieldTeam
from tests.services.office import roles
from tests.services.town_hall import HERE, TownHall


@pytest.fixture
def hall(database):
    roles(database, Role.TEAM_LEAD)
    return TownHall(database)


@pytest.fixture
def service(database):
    return AgendaService(database)


def shown(service, hall, on=None):
    on = on or hall.tomorrow
    return service.days(hall.location, on, 5, on)


def test_a_day_shows_who_comes_who_holds_and_what_is_blocked(hall, service):
    booked = hall.booked(make_party(hall.database, "Fatima de Vries"))
    held = hall.held()
    hall.held(replace(hall.first(), quantum=hall.first().quantum + 6))
    gone = hall.booked(None, replace(hall.first(), quantum=hall.first().quantum + 12))
    hall.service.cancel(CancelAppointment(gone.id, CancelledBy.CITIZEN))
    rule = PlaceBlock(new_id(), hall.location, hall.counters[:1], hall.tomorrow, 12 * 60, 13 * 60, "Pauze")
    BlockService(hall.database).place(rule)
    agenda = shown(service, hall)
    assert [lane.id for lane in agenda.lanes] == list(hall.counters)
    first, second, _third, block = agenda.events
    assert (first.id, first.kind, first.title, first.name) == (
        booked.id,
        EventKind.APPOINTMENT,
        "Paspoort",
        "Fatima de Vries",
    )
    assert (first.reference, first.lane_id, first.can_move) == (booked.reference, booked.counter_id, True)
    assert (second.id, second.kind, second.by, second.until) == (
        held.id,
        EventKind.HOLD,
        "Noor Jansen",
        held.expires_at,
    )
    assert (block.kind, block.reason, block.series_id, block.quanta) == (EventKind.BLOCK, "Pauze", rule.id, 12)
    day = agenda.days[0]
    assert (day.opens(), day.closes()) == (first.quantum, quantum_on(hall.tomorrow, 17 * 60, HERE))
    assert day.is_taken(booked.counter_id, first.quantum, first.end)
    assert day.can_serve(block.lane_id, block.quantum, block.end)
    assert not day.can_serve(block.lane_id, day.closes() - 1, day.closes() + 1)
    assert bin(day.held[held.counter_id]).count("1") >= 3


def test_other_days_are_what_is_taken_and_why_they_are_closed(hall, service):
    booked = hall.booked(None)
    later = hall.tomorrow + timedelta(days=3)

    def close(connection):
        connection.execute(insert(ClosureRow).values(id=new_id(), from_on=later, until_on=later, reason="Koningsdag"))
        half = later + timedelta(days=1)
        connection.execute(
            insert(ClosureRow).values(
                id=new_id(), from_on=half, until_on=half, from_minute=540, until_minute=720, reason="Verhuizing"
            )
        )

    hall.database.unguarded_write(close)
    agenda = shown(service, hall, hall.tomorrow - timedelta(days=0))
    assert agenda.days[3].closed_because == "Koningsdag"
    assert agenda.days[3].opens() is None
    assert [one.reason for one in agenda.days[4].closures] == ["Verhuizing"]
    assert agenda.days[4].opens() == quantum_on(later + timedelta(days=1), 12 * 60, HERE)
    elsewhere = service.days(hall.location, hall.tomorrow, 5, later)
    assert elsewhere.events == ()
    assert elsewhere.days[0].taken[booked.counter_id].bit_count() == 3


def test_what_may_not_be_seen_is_a_time_and_nothing_else(hall, service):
    held = hall.held()
    hall.service.book(BookAppointment(held.id, None, "Fatima de Vries", secrecy=Confidentiality.CONFIDENTIAL))

    def of_another_cluster(connection):
        cluster = new_id()
        connection.execute(insert(ClusterRow).values(id=cluster, name="Sociaal"))
        connection.execute(update(AgentRow).values(cluster_id=cluster))

    hall.database.unguarded_write(of_another_cluster)
    roles(hall.database, Role.AGENT)
    (event,) = shown(service, hall).events
    assert (event.kind, event.id, event.quanta) == (EventKind.TAKEN, held.counter_id, 3)
    assert (event.name, event.title, event.reference, event.can_move) == ("", "", "", False)


def test_one_too_many_is_shown_as_such_in_its_counters_lane(hall, service):
    booked = hall.booked(None)
    begin = quantum_on(hall.tomorrow, 9 * 60, HERE)
    extra = OverbookAppointment(new_id(), booked.counter_id, begin, hall.wish(), None, "Jan", "Spoed")
    hall.service.overbook(extra)
    events = {one.id: one for one in shown(service, hall).events}
    assert len(events) == 2
    assert (events[extra.id].is_extra, events[extra.id].lane_id) == (True, booked.counter_id)
    assert not events[booked.id].is_extra


def test_several_persons_are_one_event(hall, service):
    hall.booked(None, None, hall.passport, hall.passport)
    (event,) = shown(service, hall).events
    assert (event.title, event.persons, event.state) == ("Paspoort (2)", 2, AppointmentState.BOOKED)


def test_first_free_by_part_of_day(hall, service):
    found = service.first_free(hall.wish())
    assert set(found) == {PartOfDay.MORNING, PartOfDay.AFTERNOON}  # it closes at five
    at = [offer.starts_at.astimezone(HERE) for offer in found[PartOfDay.AFTERNOON]]
    assert [(one.date(), one.hour) for one in at] == [(hall.tomorrow + timedelta(days=by), 12) for by in (0, 1)]


def test_what_is_not_there_is_refused(hall, service):
    with pytest.raises(NotFound):
        service.days(new_id(), date(2026, 3, 2), 5, date(2026, 3, 2))
    with pytest.raises(InvalidValue):
        service.days(hall.location, date(2026, 3, 2), 8, date(2026, 3, 2))
    assert [one.name for one in service.locations()] == ["Gemeentehuis"]


@pytest.mark.parametrize("on", [date(2027, 3, 28), date(2026, 10, 25)])
def test_a_day_on_which_the_clock_changes_keeps_its_hours(hall, service, on):
    week = service.days(hall.location, on - timedelta(days=2), 5, on)
    assert [(day.opens(), day.closes()) for day in week.days] == [
        (quantum_on(day.on, 9 * 60, HERE), quantum_on(day.on, 17 * 60, HERE)) for day in week.days
    ]
    assert {day.length for day in week.days} in ({288, 276}, {288, 300})


def test_who_comes_for_a_colleague_stays_with_that_colleague(hall, service):
    def make_host(connection):
        connection.execute(update(CounterRow).where(CounterRow.id == hall.counters[1]).values(kind="host"))

    hall.database.unguarded_write(make_host)
    wish = hall.wish(host_id=hall.counters[1])
    offer = hall.service.offers(wish, 1)[0]
    held = hall.service.hold(HoldTime(new_id(), offer, wish))
    hall.service.book(BookAppointment(held.id, None, "Jan"))
    agenda = shown(service, hall)
    assert [lane.kind for lane in agenda.lanes] == [LaneKind.COUNTER, LaneKind.HOST]
    (event,) = agenda.events
    against = conflicts(agenda, event, Place(hall.counters[0], event.quantum + 12))
    assert [one.why for one in against] == [Against.UNABLE]
    later = Offer(hall.location, event.quantum + 12, 3, hall.counters)
    assert hall.service.move(MoveAppointment(held.id, new_id(), later)).counter_id == hall.counters[1]


def test_who_is_on_location_has_a_lane_with_the_drive_before_each_visit(hall, service):
    team = FieldTeam(hall.database)
    visit = team.booked()
    on = visit.starts_at.astimezone(HERE).date()
    agenda = service.days(hall.location, on, 5, on)
    (lane,) = [lane for lane in agenda.lanes if lane.kind is LaneKind.WORKER]  # who goes nowhere has none
    assert lane.id == visit.worker_id
    (event,) = [event for event in agenda.events if event.kind is EventKind.VISIT]
    assert (event.id, event.lane_id, event.title, event.name) == (
        visit.id,
        visit.worker_id,
        "Emmeloord",
        "Keukentafelgesprek",
    )
    assert event.before_minutes == visit.before_minutes
    assert not event.can_move
