"""Whatever a desk does in whatever order: an appointment or block owns exactly its time while it blocks, else none."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select, update

from kcc_desktop.data import appointment_writes
from kcc_desktop.data.appointments import AppointmentRow, OccupancyRow
from kcc_desktop.data.blocks import BlockRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import (
    AppointmentState,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    MoveAppointment,
    OverbookAppointment,
    SlotTaken,
)
from kcc_desktop.domain.blocks import PlaceBlock, TimePromised
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.blocks import BlockService
from tests.services.office import roles
from tests.services.town_hall import HERE, TownHall

NARROW = 8  # begins to choose from, so that they meet each other


def machine(database):
    class Desks(RuleBasedStateMachine):
        held, booked, blocked = Bundle("held"), Bundle("booked"), Bundle("blocked")

        def __init__(self):
            super().__init__()
            self.hall = TownHall(database, code=str(new_id()))
            self.blocks = BlockService(database)
            self.first = self.hall.first()

        def offer(self, place):
            return Offer(self.hall.location, self.first.quantum + place, 3, ())

        @rule(target=held, place=st.integers(0, NARROW))
        def hold(self, place):
            command = HoldTime(new_id(), self.offer(place), self.hall.wish())
            with suppress(SlotTaken):
                self.hall.service.hold(command)
            return command.id  # an id that nothing has, when it was taken

        @rule(one=held)
        def time_passes(self, one):
            past = datetime.now(UTC) - timedelta(minutes=1)
            for row, key in ((AppointmentRow, AppointmentRow.id), (OccupancyRow, OccupancyRow.owner_id)):
                statement = update(row).where(key == one, row.expires_at.is_not(None)).values(expires_at=past)
                database.unguarded_write(lambda c, statement=statement: c.execute(statement))

        @rule(one=held)
        def go_on_talking(self, one):
            try:
                self.hall.service.extend(one)
            except AlreadyDone:
                assert self.hall.occupied(one) == 0 or self.state(one) == "booked"

        @rule(one=held)
        def let_go(self, one):
            self.hall.service.let_go(one)

        @rule(target=booked, one=consumes(held))
        def book(self, one):
            if self.state(one) is None:
                return one
            try:
                self.hall.service.book(BookAppointment(one, None, "Anna"))
            except SlotTaken:
                assert self.state(one) == "released"
            return one

        @rule(one=booked)
        def cancel(self, one):
            if self.state(one) == "booked":
                self.hall.service.cancel(CancelAppointment(one, CancelledBy.CITIZEN))

        @rule(target=booked, one=booked, place=st.integers(0, NARROW))
        def move(self, one, place):
            other = new_id()
            before = self.state(one)
            try:
                self.hall.service.move(MoveAppointment(one, other, self.offer(place)))
            except (AlreadyDone, SlotTaken, NotFound):
                assert self.state(one) == before
            return other

        @rule(one=booked)
        def nobody_comes(self, one):
            allowed = (AppointmentState.BOOKED, AppointmentState.CHECKED_IN)
            database.write(lambda unit: appointment_writes.move(unit, one, allowed, AppointmentState.NO_SHOW))

        @rule(one=booked)
        def somebody_comes(self, one):
            allowed, into = (AppointmentState.BOOKED,), AppointmentState.CHECKED_IN
            database.write(lambda unit: appointment_writes.move(unit, one, allowed, into))

        @rule(one=booked)
        def they_came_after_all(self, one):
            before = self.state(one)
            try:
                assert self.hall.service.ends.came_after_all(one).state is AppointmentState.BOOKED
            except (AlreadyDone, SlotTaken, NotFound):
                assert self.state(one) == before

        @rule(target=blocked, place=st.integers(0, NARROW), counter=st.integers(0, 1), goes_round=st.booleans())
        def block(self, place, counter, goes_round):
            begin = self.first.starts_at.astimezone(HERE)
            minute = begin.hour * 60 + begin.minute + 5 * place
            command = PlaceBlock(
                new_id(),
                self.hall.location,
                (self.hall.counters[counter],),
                begin.date(),
                minute,
                minute + 20,
                "Overleg",
                goes_round=goes_round,
            )
            before = self.active()
            try:
                placed = self.blocks.place(command)
                assert goes_round or placed.in_the_way == ()
            except TimePromised:
                assert self.active() == before
            return command.id  # of nothing, when it was refused

        @rule(one=blocked)
        def unblock(self, one):
            for block_id, series_id in self.active():
                if series_id == one:
                    self.blocks.end(block_id)

        @rule(place=st.integers(0, NARROW), counter=st.integers(0, 1))
        def overbook(self, place, counter):
            command = OverbookAppointment(
                new_id(),
                self.hall.counters[counter],
                self.first.quantum + place,
                self.hall.wish(),
                None,
                "Jan",
                "Spoed",
            )
            with suppress(SlotTaken):
                self.hall.service.overbook(command)

        def active(self):
            rows = select(BlockRow.id, BlockRow.series_id).where(BlockRow.state == "active")
            return database.unguarded_read(lambda c: [tuple(row) for row in c.execute(rows)])

        def state(self, one):
            return database.unguarded_read(
                lambda c: c.scalar(select(AppointmentRow.state).where(AppointmentRow.id == one))
            )

        @invariant()
        def who_blocks_owns_exactly_its_time(self):
            assert self.hall.wrong_owners() == ([], {})

        @invariant()
        def nobody_is_served_at_one_counter_with_somebody_else(self):
            rows = database.unguarded_read(
                lambda c: c.scalar(
                    select(func.count()).select_from(
                        select(OccupancyRow.resource_id)
                        .group_by(OccupancyRow.resource_id, OccupancyRow.quantum)
                        .having(func.count() > 1)
                        .subquery()
                    )
                )
            )
            assert rows == 0

    return Desks


def test_whoever_blocks_owns_exactly_its_time(database):
    roles(database, Role.TEAM_LEAD)
    run_state_machine_as_test(
        lambda: machine(database)(), settings=settings(max_examples=12, stateful_step_count=25, deadline=None)
    )
