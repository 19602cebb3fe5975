"""At the reception: checking in, tickets without an appointment, hosts, going away, and the end of a day."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, text

from kcc_desktop.data.appointments import OccupancyRow
from kcc_desktop.data.calendars import ClosureRow
from kcc_desktop.data.contacts import ContactRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import (
    CancelAppointment,
    CancelledBy,
    MoveAppointment,
    NoTimeLeft,
    OverbookAppointment,
    SlotTaken,
    UnlessNeeded,
    UnlessReason,
)
from kcc_desktop.domain.counter import (
    AnotherDay,
    ArrivalState,
    DigitalOffer,
    Need,
    Priority,
    TicketLine,
    TicketSource,
    TicketState,
)
from kcc_desktop.domain.counter_commands import CheckIn, IssueTicket, LeaveTicket
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import conversation, make_party, question
from tests.services.counter_hall import CounterHall
from tests.services.office import make_product, roles


@pytest.fixture
def hall(database):
    return CounterHall(database)


def leave(hall, ticket_id, **changes):
    return hall.reception.leave(LeaveTicket(new_id(), ticket_id, new_id(), new_id(), **changes))


def arrival(hall, appointment_id):
    return next(one for one in hall.counter.board(hall.location).arrivals if one.appointment_id == appointment_id)


def test_who_is_expected_is_checked_in_with_a_number(hall, database):
    party = make_party(database)
    booked = hall.booked_today(10, party)
    assert arrival(hall, booked.id).state is ArrivalState.EXPECTED
    command = CheckIn(new_id(), hall.location, booked.id, frozenset({Need.WHEELCHAIR}))
    ticket = hall.reception.check_in(command)
    assert hall.reception.check_in(command) == ticket
    assert (ticket.number, ticket.source, ticket.priority) == ("A1", TicketSource.CHECK_IN, Priority.APPOINTMENT)
    assert (ticket.party_id, ticket.name, ticket.needs) == (party, "Fatima de Vries", frozenset({Need.WHEELCHAIR}))
    assert (ticket.due_at, ticket.lines) == (booked.starts_at, (TicketLine(hall.passport, 1, "Paspoort"),))
    here = arrival(hall, booked.id)
    assert (here.state, here.number, here.title) == (ArrivalState.ARRIVED, "A1", "Paspoort")


def test_a_family_has_one_number_with_each_product_and_how_many(hall):
    ticket = hall.arrived(10, None, hall.passport, hall.passport, hall.form, unless=UnlessReason.NO_DIGID)
    assert ticket.lines == (TicketLine(hall.passport, 2, "Paspoort"), TicketLine(hall.form, 1, "Verhuizing"))
    assert (ticket.skills, ticket.persons, ticket.asked) == (frozenset({"passport"}), 2, hall.passport)


def test_whoever_is_not_expected_here_today_hears_where_and_when(hall):
    tomorrow = hall.booked()
    with pytest.raises(AnotherDay) as refused:
        hall.reception.check_in(CheckIn(new_id(), hall.location, tomorrow.id))
    assert (refused.value.starts_at, refused.value.location) == (tomorrow.starts_at, "Gemeentehuis")
    with pytest.raises(NotFound):
        hall.reception.check_in(CheckIn(new_id(), hall.location, new_id()))
    booked = hall.booked_today()
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.CITIZEN))
    with pytest.raises(AlreadyDone):
        hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id))


def test_who_was_thought_not_to_come_and_came_has_their_time_again(hall):
    booked = hall.booked_today()
    hall.reception.did_not_come(booked.id)
    hall.reception.did_not_come(booked.id)
    assert (hall.appointment_state(booked.id), hall.occupied(booked.id)) == ("no_show", 0)
    assert arrival(hall, booked.id).state is ArrivalState.NO_SHOW
    hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id))
    assert (hall.appointment_state(booked.id), hall.occupied(booked.id)) == ("checked_in", 3)


def test_whose_time_is_somebody_elses_by_then_is_told_so(hall, database):
    first, second = hall.booked_today(), hall.booked_today()
    hall.reception.did_not_come(first.id)
    third = hall.booked_today()
    with pytest.raises(SlotTaken):
        hall.reception.check_in(CheckIn(new_id(), hall.location, first.id))
    assert hall.appointment_state(first.id) == "no_show"
    assert {hall.appointment_state(one.id) for one in (second, third)} == {"booked"}
    tickets = database.unguarded_read(lambda c: c.scalar(text("SELECT count(*) FROM queue_ticket")))
    assert tickets == 0


def test_numbers_go_on_by_letter(hall):
    assert [hall.walked_in().number, hall.arrived(10).number, hall.walked_in().number] == ["B1", "A1", "B2"]


def test_somebody_without_a_name_and_without_a_product_has_a_ticket(hall):
    command = IssueTicket(new_id(), hall.location)
    ticket = hall.reception.issue(command)
    assert hall.reception.issue(command) == ticket
    assert (ticket.name, ticket.lines, ticket.asked, ticket.priority) == ("", (), None, Priority.NORMAL)
    assert hall.called().id == ticket.id


def test_what_is_done_online_says_why_it_is_not_and_what_was_offered(hall):
    lines = (TicketLine(hall.form),)
    with pytest.raises(UnlessNeeded):
        hall.reception.issue(IssueTicket(new_id(), hall.location, lines))
    ticket = hall.walked_in(hall.form, unless=UnlessReason.NEEDS_HELP, digital_offer=DigitalOffer.SENT)
    row = hall.row(ticket.id)
    assert (row.unless_reason, row.digital_offer) == ("needs_help", "sent")


def test_a_ticket_for_a_product_without_appointments_is_anybodys_to_serve(hall, database):
    product = make_product(database, "Grofvuil ophalen")
    ticket = hall.walked_in(product)
    assert (ticket.skills, [line.product for line in ticket.lines]) == (frozenset(), ["Grofvuil ophalen"])
    with pytest.raises(NotFound):
        hall.walked_in(new_id())


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"lines": (TicketLine(new_id(), 99),)}, "persons", "too_many"),
        ({"language": "?"}, "language", "characters"),
        ({"name": "x" * 300}, "name", "too_long"),
        ({"host_id": new_id()}, "host", "unknown"),
    ],
)
def test_a_ticket_for_what_is_not_there_is_refused(hall, changes, field, reason):
    with pytest.raises(InvalidValue) as refused:
        hall.reception.issue(IssueTicket(new_id(), hall.location, **changes))
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_a_colleague_in_a_room_is_booked_as_a_counter_is_and_by_nobody_else(hall):
    host = hall.host()
    assert all(host not in offer.counters for offer in hall.service.offers(hall.wish(), 20))
    (offer, *_) = hall.service.offers(hall.wish(host_id=host))
    assert offer.counters == (host,)
    booked = hall.booked_today(10, host=host)
    assert booked.counter_id == host
    with pytest.raises(SlotTaken):
        hall.booked_today(10, host=host)
    with pytest.raises(NoTimeLeft):
        hall.service.offers(hall.wish(host_id=new_id()))


def test_a_visit_to_a_colleague_is_moved_to_another_time_of_theirs(hall):
    host = hall.host()
    booked = hall.booked_today(10, host=host)
    (offer, *_) = hall.service.offers(hall.wish(host_id=host))
    moved = hall.service.move(MoveAppointment(booked.id, new_id(), offer))
    assert (booked.host_id, moved.host_id, moved.counter_id) == (host, host, host)


def test_nobody_elses_appointment_is_moved_to_a_colleague_in_a_room(hall):
    host = hall.host()
    (offer, *_) = hall.service.offers(hall.wish(host_id=host))
    moved = hall.service.move(MoveAppointment(hall.booked_today(20).id, new_id(), offer))
    assert moved.counter_id in hall.counters


def test_a_visitor_is_announced_and_collected(hall):
    booked = hall.booked_today(10, host=hall.host())
    ticket = hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id))
    assert ticket.host == "Jan Smit"
    assert hall.called() is None  # nobody calls a host's visitor to a counter
    told = hall.reception.tell_host(new_id(), ticket.id)
    assert told.host_told_at is not None
    assert arrival(hall, booked.id).host_told_at == told.host_told_at
    done = hall.reception.collected(new_id(), ticket.id)
    assert (done.state, hall.appointment_state(booked.id)) == (TicketState.DONE, "completed")
    with pytest.raises(AlreadyDone):
        hall.reception.collected(new_id(), ticket.id)


def test_who_comes_for_a_counter_has_no_host(hall):
    ticket = hall.walked_in()
    for move in (hall.reception.tell_host, hall.reception.collected):
        with pytest.raises(InvalidValue):
            move(new_id(), ticket.id)


def test_who_goes_away_without_help_stands_as_such(hall, database):
    party = make_party(database)
    booked = hall.booked_today(10, party)
    ticket = hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id))
    leave(hall, ticket.id, reason="Duurde te lang")
    assert (hall.state(ticket.id), hall.appointment_state(booked.id), hall.occupied(booked.id)) == (
        "left",
        "cancelled",
        0,
    )
    outcome = database.unguarded_read(lambda c: c.execute(select(ContactRow.outcome_code, ContactRow.product_id)).one())
    assert tuple(outcome) == ("left", hall.passport)
    states = {entry.state for entry in TimelineService(database).page(party, TimelineFilter()).entries}
    assert {"left", "cancelled"} <= states


def test_somebody_unknown_who_goes_away_leaves_a_ticket_and_no_contact(hall, database):
    ticket = hall.walked_in()
    leave(hall, ticket.id)
    assert hall.state(ticket.id) == "left"
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ContactRow))) == 0
    with pytest.raises(AlreadyDone):
        leave(hall, ticket.id)


def test_what_was_said_before_they_went_away_can_be_recorded_by_its_desk(hall, database):
    party = make_party(database)
    ticket = hall.arrived(10, party)
    serving = hall.served(hall.called())
    hall.counter.hold(new_id(), ticket.id)
    leave(hall, ticket.id, reason="Weggegaan")  # a colleague's desk, that has not what was said
    said = question(party, summary="Zocht de oude pas")
    ContactService(database).record(conversation(said, id=serving.conversation_id, ticket_id=ticket.id))
    assert hall.state(ticket.id) == "left"
    entries = {entry.id for entry in TimelineService(database).page(party, TimelineFilter()).entries}
    assert said.id in entries


def test_what_is_told_by_a_talk_stands_there_once(hall, database):
    hall.arrived(10, make_party(database))
    serving = hall.served(hall.called())
    hall.counter.hold(new_id(), serving.id)
    hall.reception.leave(LeaveTicket(new_id(), serving.id, serving.conversation_id, new_id(), is_told=True))
    assert hall.row(serving.id).conversation_id == serving.conversation_id
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ContactRow))) == 0


def test_who_is_at_the_counter_does_not_go_away_unhelped(hall):
    ticket = hall.walked_in()
    hall.served(hall.called())
    with pytest.raises(AlreadyDone):
        leave(hall, ticket.id)


def test_called_and_not_there_is_not_come_and_reversible_that_day(hall, database):
    booked = hall.booked_today()
    ticket = hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id))
    hall.counter.not_come(new_id(), hall.called().id)
    assert (hall.appointment_state(booked.id), hall.occupied(booked.id)) == ("no_show", 0)
    back = hall.reception.came(new_id(), ticket.id)
    assert (back.state, hall.appointment_state(booked.id), hall.occupied(booked.id)) == (
        TicketState.WAITING,
        "checked_in",
        3,
    )
    assert back.number == ticket.number
    hall.counter.not_come(new_id(), hall.called().id)
    assert hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id)).state is TicketState.WAITING


def test_one_too_many_who_came_after_all_has_their_lane_again(hall, database):
    booked = hall.booked_today(10)
    roles(database, Role.COUNTER, Role.TEAM_LEAD)
    begin = quantum_at(booked.starts_at)
    extra = OverbookAppointment(new_id(), booked.counter_id, begin, hall.wish(), None, "Jan Bakker", "Reis morgen")
    assert hall.service.overbook(extra).is_extra
    hall.reception.did_not_come(extra.id)
    hall.reception.check_in(CheckIn(new_id(), hall.location, extra.id))
    assert (hall.appointment_state(extra.id), hall.occupied(extra.id)) == ("checked_in", 3)
    assert hall.wrong_owners() == ([], {})


def test_called_not_there_and_back_when_somebody_has_the_time_is_told_so(hall):
    ticket, _ = hall.arrived(10), hall.booked_today(10)
    hall.counter.not_come(new_id(), hall.called().id)
    hall.booked_today(10)
    with pytest.raises(SlotTaken):
        hall.reception.came(new_id(), ticket.id)
    assert (hall.state(ticket.id), hall.appointment_state(ticket.appointment_id)) == ("no_show", "no_show")


def test_another_day_it_is_too_late(hall, database):
    ticket = hall.walked_in()
    hall.counter.not_come(new_id(), hall.called().id)
    yesterday(database)
    with pytest.raises(AlreadyDone):
        hall.reception.came(new_id(), ticket.id)


def yesterday(database):
    """Everything was a day ago, for as long as this takes."""

    def work(connection):
        is_file = connection.dialect.name == "sqlite"
        body = {}
        for table in ("queue_ticket", "appointment"):
            if is_file:
                for name, sql in connection.execute(
                    text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :t"), {"t": table}
                ).all():
                    body[name] = sql
                    connection.execute(text(f"DROP TRIGGER {name}"))
            else:
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
            day = "date(local_on, '-1 day')" if is_file else "local_on - 1"
            time = ", quantum = quantum - 288" if table == "appointment" else ""
            connection.execute(text(f"UPDATE {table} SET local_on = {day}{time}"))
            if not is_file:
                connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
        for sql in body.values():
            connection.execute(text(sql))

    database.unguarded_write(work)


def test_what_was_forgotten_yesterday_expires_and_counts_in_no_figure(hall, database):
    waits, expected = hall.walked_in(), hall.booked_today(30)
    serving = hall.arrived(10)
    hall.served(hall.called())
    on = hall.counter.board(hall.location).on
    assert hall.reception.end_days(hall.location) == 0  # the doors are open
    yesterday(database)
    assert hall.reception.end_days(hall.location) == 3
    assert hall.reception.end_days(hall.location) == 0
    assert {hall.state(waits.id), hall.state(serving.id)} == {"expired"}
    assert hall.appointment_state(expected.id) == "no_show"
    assert hall.appointment_state(serving.appointment_id) == "completed"
    assert hall.counter.figures(hall.location, on - timedelta(days=1)).issued == 0
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(OccupancyRow))) == 0


def test_the_last_one_out_closes_the_day(hall, database):
    ticket = hall.walked_in()
    hall.opened()
    shut = text("UPDATE weekly_hours SET until_minute = 5")
    database.unguarded_write(lambda c: c.execute(shut))  # the doors closed long ago
    assert hall.reception.end_days(hall.location) == 0  # somebody still sits there
    hall.counter.close_counter(hall.counters[0])
    assert hall.reception.end_days(hall.location) == 1
    assert hall.state(ticket.id) == "expired"


def test_a_closure_put_in_today_ends_nothing(hall, database):
    waits, promised = hall.walked_in(), hall.booked_today(60)
    on = hall.counter.board(hall.location).on
    closure = {"id": new_id(), "location_id": hall.location, "from_on": on, "until_on": on, "reason": "Storm"}
    database.unguarded_write(lambda c: c.execute(insert(ClosureRow).values(**closure)))
    assert hall.reception.end_days(hall.location) == 0
    assert (hall.state(waits.id), hall.appointment_state(promised.id)) == ("waiting", "booked")


def test_whose_time_is_still_to_come_is_not_said_to_have_stayed_away(hall, database):
    promised = hall.booked_today(60)
    database.unguarded_write(lambda c: c.execute(text("UPDATE weekly_hours SET until_minute = 5")))
    assert hall.reception.end_days(hall.location) == 0
    assert hall.appointment_state(promised.id) == "booked"


def test_a_paused_counter_serves_its_last_one_after_closing_time(hall, database):
    waits = hall.walked_in()
    serving = hall.served(hall.called())
    after = hall.walked_in()
    hall.counter.pause_counter(hall.counters[0])
    database.unguarded_write(lambda c: c.execute(text("UPDATE weekly_hours SET until_minute = 5")))
    assert hall.reception.end_days(hall.location) == 0
    assert (waits.id, hall.state(serving.id), hall.state(after.id)) == (serving.id, "serving", "waiting")


def test_whoever_may_not_serve_issues_nothing(hall, database):
    booked = hall.booked_today()
    roles(database, Role.AUDITOR)
    for move in (
        lambda: hall.walked_in(),
        lambda: hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id)),
        lambda: hall.reception.did_not_come(booked.id),
        lambda: hall.reception.end_days(hall.location),
    ):
        with pytest.raises(NotAllowed):
            move()
