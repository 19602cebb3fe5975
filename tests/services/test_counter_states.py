"""Whatever two desks do in whatever order: one citizen at a counter, and a ticket goes where a ticket goes."""

from contextlib import suppress
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from kcc_desktop.data.counter import TicketEventRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.counter import AT_COUNTER, MOVES, CounterBusy, CounterClosed, TicketState, TicketTaken
from kcc_desktop.domain.counter_commands import CheckIn, LeaveTicket, ServeTicket, TransferTicket
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.reception import ReceptionService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import conversation, question
from tests.services.counter_hall import CounterHall

_DESK, _TICKET = st.integers(0, 1), st.integers(0, 3)
# Where an appointment is while its ticket is there.
FOLLOWS = {
    TicketState.WAITING: "checked_in",
    TicketState.CALLED: "checked_in",
    TicketState.SERVING: "in_service",
    TicketState.ON_HOLD: "in_service",
    TicketState.DONE: "completed",
    TicketState.NO_SHOW: "no_show",
    TicketState.LEFT: "cancelled",
}


def machine(desks):
    class Desks(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.hall = CounterHall(desks[0], code=str(new_id()))
            self.counters = [CounterService(desk) for desk in desks]
            self.receptions = [ReceptionService(desk) for desk in desks]
            self.ids = [self.hall.walked_in().id, self.hall.walked_in().id]
            for _ in range(2):
                booked = self.hall.booked_today(10)
                self.ids.append(self.receptions[0].check_in(CheckIn(new_id(), self.hall.location, booked.id)).id)
            self.model = dict.fromkeys(self.ids, TicketState.WAITING)
            self.at = dict.fromkeys(self.ids)
            for service, counter in zip(self.counters, self.hall.counters, strict=True):
                service.open_counter(counter)

        def tried(self, ticket, allowed, move, into):
            """What the model says must happen, happens; else a refusal and nothing changed."""
            one = self.ids[ticket]
            may = self.model[one] in allowed
            try:
                move(one)
            except (AlreadyDone, TicketTaken):
                assert not may
                return
            except CounterBusy:
                assert sum(self.at[one] == at for at in self.at.values()) > 0
                return
            assert may
            self.model[one] = into

        @rule(desk=_DESK)
        def next(self, desk):
            counter = self.hall.counters[desk]
            try:
                got = self.counters[desk].call_next(new_id(), counter)
            except CounterBusy:
                assert counter in self.busy()
                return
            assert counter not in self.busy()
            if got is None:
                assert TicketState.WAITING not in self.model.values()
            else:
                assert self.model[got.id] is TicketState.WAITING
                self.model[got.id], self.at[got.id] = TicketState.CALLED, counter

        @rule(desk=_DESK, ticket=_TICKET)
        def call(self, desk, ticket):
            counter = self.hall.counters[desk]
            with suppress(CounterBusy):
                self.tried(
                    ticket,
                    {TicketState.WAITING},
                    lambda one: self.counters[desk].call(new_id(), counter, one),
                    TicketState.CALLED,
                )
                if self.row(self.ids[ticket]).counter_id == counter:
                    self.at[self.ids[ticket]] = counter

        @rule(desk=_DESK, ticket=_TICKET)
        def call_again(self, desk, ticket):
            self.tried(
                ticket,
                {TicketState.CALLED},
                lambda one: self.counters[desk].call_again(new_id(), one),
                TicketState.CALLED,
            )

        @rule(desk=_DESK, ticket=_TICKET)
        def put_back(self, desk, ticket):
            self.tried(
                ticket,
                {TicketState.CALLED},
                lambda one: self.counters[desk].put_back(new_id(), one),
                TicketState.WAITING,
            )

        @rule(desk=_DESK, ticket=_TICKET)
        def serve(self, desk, ticket):
            def move(one):
                self.counters[desk].serve(ServeTicket(new_id(), one, new_id(), IdentityLevel.DOCUMENT_SEEN))

            self.tried(ticket, {TicketState.CALLED}, move, TicketState.SERVING)

        @rule(desk=_DESK, ticket=_TICKET)
        def hold(self, desk, ticket):
            self.tried(
                ticket,
                {TicketState.SERVING},
                lambda one: self.counters[desk].hold(new_id(), one),
                TicketState.ON_HOLD,
            )

        @rule(desk=_DESK, ticket=_TICKET)
        def resume(self, desk, ticket):
            one = self.ids[ticket]
            is_elsewhere = self.model[one] is TicketState.ON_HOLD and self.at[one] != self.hall.counters[desk]
            try:
                self.tried(
                    ticket,
                    {TicketState.ON_HOLD},
                    lambda one: self.counters[desk].resume(new_id(), one),
                    TicketState.SERVING,
                )
            except CounterClosed:
                assert is_elsewhere
            else:
                assert not is_elsewhere

        @rule(desk=_DESK)
        def go_away_and_come_back(self, desk):
            """A counter closes, and who is on hold there waits again."""
            counter = self.hall.counters[desk]
            try:
                self.counters[desk].close_counter(counter)
            except CounterBusy:
                assert counter in self.busy()
                return
            self.counters[desk].open_counter(counter)
            for one, state in self.model.items():
                if state is TicketState.ON_HOLD and self.at[one] == counter:
                    self.model[one] = TicketState.WAITING

        @rule(desk=_DESK, ticket=_TICKET, to=_DESK)
        def transfer(self, desk, ticket, to):
            def move(one):
                self.counters[desk].transfer(TransferTicket(new_id(), one, skill="passport", product_id=self.hall.form))

            self.tried(ticket, {TicketState.SERVING}, move, TicketState.WAITING)

        @rule(desk=_DESK, ticket=_TICKET)
        def not_come(self, desk, ticket):
            self.tried(
                ticket,
                {TicketState.CALLED},
                lambda one: self.counters[desk].not_come(new_id(), one),
                TicketState.NO_SHOW,
            )

        @rule(desk=_DESK, ticket=_TICKET)
        def came(self, desk, ticket):
            self.tried(
                ticket,
                {TicketState.NO_SHOW},
                lambda one: self.receptions[desk].came(new_id(), one),
                TicketState.WAITING,
            )

        @rule(desk=_DESK, ticket=_TICKET, sure=st.integers(0, 4))
        def leave(self, desk, ticket, sure):
            if sure:
                return  # what left is gone, and teaches nothing more
            self.tried(
                ticket,
                {TicketState.WAITING, TicketState.CALLED, TicketState.ON_HOLD},
                lambda one: self.receptions[desk].leave(LeaveTicket(new_id(), one, new_id(), new_id())),
                TicketState.LEFT,
            )

        @rule(desk=_DESK, ticket=_TICKET, sure=st.integers(0, 4))
        def finish(self, desk, ticket, sure):
            one = self.ids[ticket]
            row = self.row(one)
            if sure or row.conversation_id is None or self.model[one] is TicketState.DONE:
                return
            talk = conversation(question(None), id=row.conversation_id, ticket_id=one)
            if self.model[one] is TicketState.LEFT:
                return
            ContactService(desks[desk]).record(talk)
            if self.model[one] in (TicketState.SERVING, TicketState.ON_HOLD):
                self.model[one] = TicketState.DONE

        def teardown(self):
            """Nobody stays at a counter: its agent sits elsewhere in the next run."""
            for one, state in self.model.items():
                if state is TicketState.CALLED:
                    self.counters[0].put_back(new_id(), one)
                if state is TicketState.SERVING:
                    self.counters[0].hold(new_id(), one)

        def busy(self):
            return {self.row(one).counter_id for one, state in self.model.items() if state in AT_COUNTER}

        def row(self, one):
            return self.hall.row(one)

        @invariant()
        def each_is_where_the_model_says(self):
            rows = [self.row(one) for one in self.ids]
            assert {row.id: row.state for row in rows} == {one: state.value for one, state in self.model.items()}

        @invariant()
        def one_citizen_at_a_counter(self):
            at = [row.counter_id for row in map(self.row, self.ids) if TicketState(row.state) in AT_COUNTER]
            assert len(at) == len(set(at))

        @invariant()
        def every_move_has_its_event_and_goes_where_a_ticket_goes(self):
            for one in self.ids:
                statement = (
                    select(TicketEventRow.from_state, TicketEventRow.to_state)
                    .where(TicketEventRow.ticket_id == one)
                    .order_by(TicketEventRow.number)
                )
                events = desks[0].unguarded_read(lambda c, statement=statement: c.execute(statement).all())
                assert len(events) == self.row(one).moves + 1
                assert events[-1].to_state == self.model[one]
                for before, after in pairwise(events):
                    assert before.to_state == after.from_state
                    may = MOVES[TicketState(after.from_state)] | {TicketState(after.from_state)}
                    assert TicketState(after.to_state) in may

        @invariant()
        def the_appointment_is_where_its_ticket_is(self):
            for one in self.ids[2:]:
                due = FOLLOWS[self.model[one]]
                assert self.hall.appointment_state(self.row(one).appointment_id) == due
            assert self.hall.wrong_owners() == ([], {})

    return Desks


def test_a_counter_has_one_citizen_and_a_ticket_one_way(engine, tmp_path, request):
    one = Database(engine, origin="one")
    make_first_agent(one, "Noor Jansen", "KCC", {Role.COUNTER})
    make_first_agent(one, "Sanne Bakker", "KCC", {Role.COUNTER}, login="sanne")
    if one.dialect == "sqlite":
        other = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="sanne")
    else:
        other = request.getfixturevalue("plain_engine")("sanne")
    two = Database(other, origin="two")
    run_state_machine_as_test(
        lambda: machine([one, two])(), settings=settings(max_examples=8, stateful_step_count=25, deadline=None)
    )
    assert one.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(TicketEventRow))) > 0
    two.close()
