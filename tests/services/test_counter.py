"""At the counter: who is next, who is served, and what becomes of a ticket and its appointment."""

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.agents import AgentRoleRow, AgentRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.calendars import LocationRow
from kcc_desktop.data.contacts import ContactRow, ConversationRow
from kcc_desktop.data.counter import CounterEventRow, CounterStateRow, TicketTextRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import Confidentiality, IdentityLevel
from kcc_desktop.domain.counter import (
    CounterBusy,
    CounterClosed,
    CounterStaffed,
    CounterState,
    TicketState,
    TicketTaken,
)
from kcc_desktop.domain.counter_commands import CheckIn, LeaveTicket, ServeTicket, TransferTicket
from kcc_desktop.domain.documents import to_document
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.kept import KeptConversation, given_back
from kcc_desktop.domain.ongoing import begin
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.counter_hall import CounterHall
from tests.services.office import roles, to_another_cluster, told


@pytest.fixture
def hall(database):
    return CounterHall(database)


def finish(hall, ticket, party=None, **changes):
    """Record the talk that began with serving."""
    said = question(party, product_id=ticket.asked, outcome_code="answered")
    talk = conversation(said, id=ticket.conversation_id, channel_code="counter", ticket_id=ticket.id, **changes)
    ContactService(hall.database).record(talk)
    return said


def colleague(database, name="Sanne"):
    agent_id = new_id()

    def work(connection):
        connection.execute(insert(AgentRow).values(id=agent_id, login=str(agent_id), name=name))
        connection.execute(insert(AgentRoleRow).values(agent_id=agent_id, role="counter"))

    database.unguarded_write(work)
    return agent_id


def sits_at(database, agent_id, counter_id):
    """As that colleague's own desk does it."""
    row = {"counter_id": counter_id, "state": "open", "agent_id": agent_id, "moves": 1}
    past_the_guard(database, "insert", lambda c: c.execute(insert(CounterStateRow).values(since=START, **row)))


def past_the_guard(database, verb, write):
    """What guards this desk's login stands aside."""

    def work(connection):
        is_file = connection.dialect.name == "sqlite"
        guard = f"staff_of_counter_{verb}" if is_file else "staff_of_counter"
        body = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": guard}) if is_file else ""
        off = f"DROP TRIGGER {guard}" if is_file else f"ALTER TABLE counter_state DISABLE TRIGGER {guard}"
        connection.execute(text(off))
        write(connection)
        connection.execute(text(body if is_file else f"ALTER TABLE counter_state ENABLE TRIGGER {guard}"))

    database.unguarded_write(work)


def test_appointments_on_time_come_before_those_who_walked_in_and_early_ones_do_not(hall):
    walked, early, soon = hall.walked_in(), hall.arrived(120), hall.arrived(10)
    first = hall.walked_in(goes_first=True)
    counter = hall.opened()
    order = []
    for _ in range(4):
        ticket = hall.counter.call_next(new_id(), counter)
        order.append(ticket.id)
        hall.counter.not_come(new_id(), ticket.id)
    assert order == [soon.id, first.id, walked.id, early.id]
    assert hall.counter.call_next(new_id(), counter) is None


def test_a_counter_calls_only_what_it_can_do(hall):
    ticket = hall.walked_in()
    roles(hall.database, Role.AGENT)
    hall.database.unguarded_write(lambda c: c.execute(text("UPDATE counter SET skills = 'civil' WHERE name = '0'")))
    assert hall.called(0) is None
    assert hall.called(1).id == ticket.id


def test_the_same_call_again_is_the_same_ticket(hall):
    tickets = {hall.walked_in().id, hall.walked_in().id}
    move, counter = new_id(), hall.opened()
    assert hall.counter.call_next(move, counter) == hall.counter.call_next(move, counter)
    assert sorted(hall.state(one) for one in tickets) == ["called", "waiting"]


def test_one_citizen_at_a_counter_at_a_time(hall):
    ticket, other = hall.walked_in(), hall.walked_in()
    counter = hall.opened()
    hall.counter.call(new_id(), counter, other.id)
    for call in (
        lambda: hall.counter.call_next(new_id(), counter),
        lambda: hall.counter.call(new_id(), counter, ticket.id),
    ):
        with pytest.raises(CounterBusy) as refused:
            call()
        assert refused.value.number == other.number
    with pytest.raises(DBAPIError):
        hall.database.unguarded_write(
            lambda c: c.execute(
                text(
                    "UPDATE queue_ticket SET state = 'called', moves = moves + 1, counter_id = "
                    "(SELECT counter_id FROM queue_ticket WHERE state = 'called') WHERE state = 'waiting'"
                )
            )
        )


def test_who_comes_second_hears_who_was_first_and_who_else_waits(hall):
    taken, other = hall.walked_in(), hall.walked_in()
    hall.counter.call(new_id(), hall.opened(0), taken.id)
    hall.served(hall.counter.board(hall.location).ticket(taken.id))
    hall.counter.hold(new_id(), taken.id)
    with pytest.raises(TicketTaken) as refused:
        hall.counter.call(new_id(), hall.counters[0], taken.id)
    assert (refused.value.counter, refused.value.next_best.id) == ("0", other.id)
    assert hall.state(other.id) == "waiting"


def test_nobody_is_called_to_a_counter_that_is_not_mine_or_not_open(hall):
    hall.walked_in()
    with pytest.raises(CounterClosed):
        hall.counter.call_next(new_id(), hall.counters[0])
    hall.counter.pause_counter(hall.opened())
    with pytest.raises(CounterClosed):
        hall.counter.call_next(new_id(), hall.counters[0])
    with pytest.raises(NotFound):
        hall.counter.call_next(new_id(), new_id())


def test_a_visit_from_the_number_to_the_timeline(hall, database):
    party = make_party(database)
    booked = hall.booked_today(10, party)
    ticket = hall.reception.check_in(CheckIn(new_id(), hall.location, booked.id))
    assert hall.appointment_state(booked.id) == "checked_in"
    called = hall.called()
    assert (called.id, called.counter, called.bring) == (ticket.id, "0", ("Pasfoto", "Oude paspoort"))
    serving = hall.served(called)
    assert (hall.appointment_state(booked.id), serving.identity) == ("in_service", IdentityLevel.DOCUMENT_SEEN)
    said = finish(hall, serving, party, identity=IdentityLevel.DOCUMENT_SEEN)
    row = hall.row(ticket.id)
    assert (row.state, row.outcome_code, row.identity, row.conversation_id) == (
        "done",
        "answered",
        "document_seen",
        serving.conversation_id,
    )
    assert hall.appointment_state(booked.id) == "completed"
    assert hall.moves(ticket.id) == ["issued", "called", "served", "finished"]
    entries = TimelineService(database).page(party, TimelineFilter()).entries
    assert said.id in {entry.id for entry in entries}
    contact = database.unguarded_read(lambda c: c.execute(select(ContactRow.product_id, ContactRow.party_id)).one())
    assert tuple(contact) == (hall.passport, party)
    assert {("ticket", ticket.id), ("appointment", booked.id), ("party", party)} <= told(database)
    assert hall.counter.board(hall.location).tickets == ()


def test_the_talk_and_the_ticket_end_together_or_not_at_all(hall, database):
    hall.walked_in()
    serving = hall.served(hall.called())
    with pytest.raises(NotFound):
        finish(hall, serving, new_id())  # nobody is called so
    assert hall.state(serving.id) == "serving"
    assert database.unguarded_read(lambda c: c.scalar(select(ConversationRow.id))) is None


def test_what_was_said_is_kept_when_the_ticket_ended_meanwhile(hall, database):
    hall.walked_in()
    serving = hall.served(hall.called())
    database.unguarded_write(lambda c: c.execute(text("UPDATE queue_ticket SET state = 'expired', moves = moves + 1")))
    finish(hall, serving)
    assert hall.state(serving.id) == "expired"
    assert database.unguarded_read(lambda c: c.scalar(select(ConversationRow.id))) == serving.conversation_id


def test_taken_back_and_mended_it_still_ends_its_ticket(hall, database):
    hall.walked_in()
    serving = hall.served(hall.called())
    said = begin(serving.conversation_id, new_id(), "counter", START, ticket_id=serving.id).with_question(summary="Pas")
    refused = KeptConversation(said.to_command(START), to_document(said))
    mended = given_back(refused)
    again = given_back(KeptConversation(mended.to_command(START), to_document(mended)))
    ContactService(database).record(again.to_command(START))
    assert (hall.state(serving.id), hall.row(serving.id).conversation_id) == ("done", again.id)


def test_recorded_twice_is_finished_once(hall, database):
    hall.walked_in()
    serving = hall.served(hall.called())
    talk = conversation(question(None), id=serving.conversation_id, ticket_id=serving.id)
    ContactService(database).record(talk)
    ContactService(database).record(talk)
    assert hall.moves(serving.id).count("finished") == 1


def test_somebody_else_may_come_while_one_is_on_hold(hall):
    first, second = hall.walked_in(), hall.walked_in()
    hall.served(hall.called())
    hall.counter.hold(new_id(), first.id)
    assert hall.called().id == second.id
    with pytest.raises(CounterBusy):
        hall.counter.resume(new_id(), first.id)
    hall.counter.put_back(new_id(), second.id)
    assert hall.counter.resume(new_id(), first.id).state is TicketState.SERVING
    assert hall.state(second.id) == "waiting"


def test_nobody_comes_back_from_hold_to_a_counter_that_is_not_mine(hall, database):
    ticket = hall.walked_in()
    serving = hall.served(hall.called(0))
    hall.counter.hold(new_id(), ticket.id)
    seat = update(CounterStateRow).values(agent_id=colleague(database), moves=CounterStateRow.moves + 1)
    past_the_guard(database, "update", lambda c: c.execute(seat))
    with pytest.raises(CounterClosed):
        hall.counter.resume(new_id(), ticket.id)
    assert (serving.id, hall.state(ticket.id)) == (ticket.id, "on_hold")


def test_who_is_on_hold_when_the_counter_closes_waits_at_their_place(hall, database):
    ticket = hall.arrived(10)
    serving = hall.served(hall.called(0))
    hall.counter.hold(new_id(), ticket.id)
    later = hall.walked_in()
    hall.counter.close_counter(hall.counters[0])
    row = hall.row(ticket.id)
    assert (row.state, row.counter_id, row.conversation_id, row.created_at) == (
        "waiting",
        None,
        None,
        serving.created_at,
    )
    assert hall.appointment_state(ticket.appointment_id) == "checked_in"
    assert ("ticket", ticket.id) in told(database)
    again = hall.served(hall.called(1))
    assert again.id == ticket.id != later.id
    finish(hall, serving)  # what was said at the first counter is kept, and ends nothing at the second
    assert hall.state(ticket.id) == "serving"
    finish(hall, again)
    assert (hall.state(ticket.id), hall.appointment_state(ticket.appointment_id)) == ("done", "completed")


def test_called_again_shows_on_the_wall_and_the_wait_ended_at_the_first_call(hall):
    ticket = hall.walked_in()
    called = hall.called()
    before = hall.counter.waiting_room(hall.location)
    hall.counter.call_again(new_id(), ticket.id)
    after = hall.counter.waiting_room(hall.location)
    assert before.called == after.called == ((ticket.number, "0"),)
    assert after.changed_at > before.changed_at
    assert hall.row(ticket.id).called_at == called.called_at


def test_the_wall_shows_everybodys_number_and_nobodys_name(hall, database):
    hall.arrived(10, name="Geheim", secrecy=Confidentiality.CONFIDENTIAL)
    hall.called()
    to_another_cluster(database)
    assert hall.counter.board(hall.location).tickets == ()
    room = hall.counter.waiting_room(hall.location)
    assert (room.called, room.waiting) == ((("A1", "0"),), 0)
    assert "Geheim" not in repr(room)


def test_a_ticket_is_as_confidential_as_its_appointment(hall, database):
    ticket = hall.arrived(10, secrecy=Confidentiality.CONFIDENTIAL)
    assert ticket.secrecy is Confidentiality.CONFIDENTIAL
    to_another_cluster(database)
    counter = hall.opened()
    assert hall.counter.call_next(new_id(), counter) is None
    with pytest.raises(NotFound):
        hall.counter.call(new_id(), counter, ticket.id)
    with database.engine.connect() as connection:
        seen = connection.scalar(text("SELECT count(*) FROM queue_ticket_text"))
    assert seen == (0 if hasattr(database, "_owner") else 1)  # the plain login sees no row of it either


def test_sent_on_to_another_counter_they_keep_their_place(hall):
    ticket = hall.walked_in()
    other = hall.walked_in()
    hall.served(hall.called(0))
    sent = hall.counter.transfer(TransferTicket(new_id(), ticket.id, counter_id=hall.counters[1], note="Nog een akte"))
    assert (sent.state, sent.priority, sent.created_at) == (TicketState.WAITING, ticket.priority, ticket.created_at)
    assert hall.called(0).id == other.id
    hall.counter.not_come(new_id(), other.id)
    assert hall.counter.call_next(new_id(), hall.counters[0]) is None
    got = hall.called(1)
    assert (got.id, got.note) == (ticket.id, "Nog een akte")


def test_sent_on_for_another_product_it_is_that_which_is_asked(hall):
    ticket = hall.walked_in()
    hall.served(hall.called())
    sent = hall.counter.transfer(TransferTicket(new_id(), ticket.id, product_id=hall.form))
    assert (sent.asked, sent.skills) == (hall.form, frozenset())
    assert [line.product for line in sent.lines] == ["Paspoort", "Verhuizing"]
    assert hall.called().id == ticket.id


def test_sent_on_to_another_location_it_has_a_number_there(hall, database):
    other = new_id()
    database.unguarded_write(
        lambda c: c.execute(insert(LocationRow).values(id=other, code="dorp", name="Dorp", zone="UTC", step_minutes=5))
    )
    ticket = hall.walked_in()
    hall.walked_in()
    hall.served(hall.called())
    sent = hall.counter.transfer(TransferTicket(new_id(), ticket.id, location_id=other))
    assert (sent.location_id, sent.number, sent.created_at) == (other, "B1", ticket.created_at)
    assert sent.id not in {one.id for one in hall.counter.board(hall.location).tickets}


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        ({}, InvalidValue("transfer", "empty")),
        ({"counter_id": new_id()}, NotFound()),
        ({"location_id": new_id()}, NotFound()),
        ({"product_id": new_id()}, NotFound()),
    ],
)
def test_nobody_is_sent_to_what_is_not_there(hall, command, refusal):
    ticket = hall.walked_in()
    hall.served(hall.called())
    with pytest.raises(type(refusal)) as refused:
        hall.counter.transfer(TransferTicket(new_id(), ticket.id, **command))
    assert str(refused.value) == str(refusal)
    assert hall.state(ticket.id) == "serving"


def test_a_counter_is_one_agents_and_an_agent_sits_at_one(hall, database):
    first = hall.opened(0)
    hall.opened(1)
    desks = {desk.name: desk for desk in hall.counter.board(hall.location).counters}
    assert (desks["0"].state, desks["1"].state, desks["1"].agent) == (
        CounterState.CLOSED,
        CounterState.OPEN,
        "Noor Jansen",
    )
    events = database.unguarded_read(
        lambda c: c.scalars(
            select(CounterEventRow.state).where(CounterEventRow.counter_id == first).order_by(CounterEventRow.number)
        ).all()
    )
    assert events == ["open", "closed"]


def test_a_colleagues_counter_is_taken_over_only_when_one_says_so(hall, database):
    sits_at(database, colleague(database), hall.counters[0])
    for call in (hall.counter.open_counter, hall.counter.pause_counter, hall.counter.close_counter):
        with pytest.raises(CounterStaffed) as refused:
            call(hall.counters[0])
        assert refused.value.name == "Sanne"
    assert hall.counter.open_counter(hall.counters[0], takes_over=True).agent == "Noor Jansen"


@pytest.mark.parametrize("is_on_hold", [False, True])
def test_who_takes_a_counter_over_helps_in_a_talk_of_their_own(hall, database, is_on_hold):
    hall.walked_in()
    serving = hall.served(hall.called(0))
    if is_on_hold:
        hall.counter.hold(new_id(), serving.id)
    seat = update(CounterStateRow).values(agent_id=colleague(database), moves=CounterStateRow.moves + 1)
    past_the_guard(database, "update", lambda c: c.execute(seat))
    hall.counter.open_counter(hall.counters[0], takes_over=True)
    taken = hall.counter.board(hall.location).ticket(serving.id)
    assert (taken.state, taken.conversation_id == serving.conversation_id) == (
        TicketState.ON_HOLD if is_on_hold else TicketState.SERVING,
        False,
    )
    finish(hall, serving)  # the colleague's, with what was said before
    assert hall.state(serving.id) == taken.state
    finish(hall, taken)
    assert hall.state(serving.id) == "done"
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ConversationRow))) == 2


def test_a_counter_with_somebody_at_it_does_not_close(hall):
    hall.walked_in()
    hall.called()
    with pytest.raises(CounterBusy):
        hall.counter.close_counter(hall.counters[0])
    with pytest.raises(CounterBusy):
        hall.counter.open_counter(hall.counters[1])


def move(kind, ticket_id):
    return {
        "call_again": lambda service: service.call_again(new_id(), ticket_id),
        "put_back": lambda service: service.put_back(new_id(), ticket_id),
        "serve": lambda service: service.serve(ServeTicket(new_id(), ticket_id, new_id())),
        "hold": lambda service: service.hold(new_id(), ticket_id),
        "resume": lambda service: service.resume(new_id(), ticket_id),
        "transfer": lambda service: service.transfer(TransferTicket(new_id(), ticket_id, skill="civil")),
        "not_come": lambda service: service.not_come(new_id(), ticket_id),
    }[kind]


MOVES = ("call_again", "put_back", "serve", "hold", "resume", "transfer", "not_come")


@pytest.mark.parametrize("kind", MOVES)
def test_a_move_from_elsewhere_is_refused_and_changes_nothing(hall, database, kind):
    ticket = hall.walked_in()
    before = hall.row(ticket.id)
    with pytest.raises(AlreadyDone):
        move(kind, ticket.id)(hall.counter)
    with pytest.raises(NotFound):
        move(kind, new_id())(hall.counter)
    roles(database, Role.AUDITOR)
    with pytest.raises(NotAllowed):
        move(kind, ticket.id)(hall.counter)
    assert hall.row(ticket.id) == before


def test_each_move_is_audited(hall, database):
    hall.walked_in()
    finish(hall, hall.served(hall.called()))
    actions = database.unguarded_read(
        lambda c: c.scalars(select(AuditLineRow.action).where(AuditLineRow.object_kind == "ticket")).all()
    )
    assert actions == ["issue", "call", "serve", "finish"]


@pytest.mark.parametrize(
    "change",
    [
        "state = 'serving', moves = moves + 1",
        "state = 'left'",
        "number = 99, moves = moves + 1",
        "priority = 0, moves = moves + 1",
        "state = 'called', moves = moves + 1",
    ],
)
def test_the_database_knows_where_a_ticket_goes(hall, change):
    hall.walked_in()
    with pytest.raises(DBAPIError):
        hall.database.unguarded_write(lambda c: c.execute(text(f"UPDATE queue_ticket SET {change}")))


@pytest.mark.parametrize("table", ["ticket_event", "queue_ticket_line", "queue_ticket", "counter_event"])
def test_nothing_of_the_counter_is_taken_away(hall, table):
    hall.walked_in()
    hall.opened()
    with pytest.raises(DBAPIError):
        hall.database.unguarded_write(lambda c: c.execute(text(f"DELETE FROM {table}")))


def test_figures_come_from_events(hall, database):
    hall.arrived(10)
    hall.walked_in()
    left = hall.walked_in()
    finish(hall, hall.served(hall.called()))
    hall.counter.not_come(new_id(), hall.called().id)
    hall.reception.leave(LeaveTicket(new_id(), left.id, new_id(), new_id()))
    on = hall.counter.board(hall.location).on
    figures = hall.counter.figures(hall.location, on)
    assert (figures.issued, figures.served, figures.left, figures.no_show, figures.walk_ins) == (3, 1, 1, 1, 2)
    assert figures.within_norm == 1.0
    assert 0 <= figures.median_wait < 60  # called at once, as fast as the machine is
    assert figures.on_time == 0.0  # called ten minutes before the time


def test_the_estimate_is_a_range_and_says_nothing_below_five(hall, database):
    counter = hall.opened()
    for _ in range(4):
        hall.walked_in()
        finish(hall, hall.served(hall.counter.call_next(new_id(), counter)))
    waits = hall.walked_in()
    assert hall.counter.board(hall.location).estimates == {}
    finish(hall, hall.served(hall.counter.call_next(new_id(), counter)))
    waits = hall.walked_in()
    estimate = hall.counter.board(hall.location).estimates[waits.id]
    assert (estimate.from_minutes, estimate.until_minutes) == (0, 5)
    assert database.unguarded_read(lambda c: c.scalar(select(TicketTextRow.name))) == ""
