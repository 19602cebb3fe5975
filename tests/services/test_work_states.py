"""Whatever two desks do in whatever order: an item has exactly one owner while it is taken, and else none."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import func, select

from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.work import TaskRow, WorkEventRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import (
    GENERAL_QUEUE,
    AddRappel,
    CloseWork,
    HandOverWork,
    NoteAttempt,
    TakenByColleague,
    TaskKind,
    WorkOutcome,
    WorkState,
)
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.work import WorkService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import conversation, question

ITEMS = 2
_DESK, _ITEM = st.integers(0, 1), st.integers(0, ITEMS - 1)


def machine(desks):
    services = [WorkService(desk) for desk in desks]
    me = [desk.read(lambda look: look.agent.id) for desk in desks]

    class Desks(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            due_at = datetime.now(UTC) + timedelta(days=1)
            wishes = [TaskWish(new_id(), TaskKind.TASK, None, "Belt", "", due_at) for _ in range(ITEMS)]
            ContactService(desks[0]).record(conversation(question(None, tasks=tuple(wishes))))
            self.ids = [wish.id for wish in wishes]
            self.owner = dict.fromkeys(self.ids)
            self.closed = set()
            self.steps = 0

        def tried(self, desk, item, move, after, *, needs_mine=False):
            """What the model says must happen, happens; else a refusal and nothing changed."""
            task_id = self.ids[item]
            owner = self.owner[task_id]
            may = task_id not in self.closed and owner in ((me[desk],) if needs_mine else (None, me[desk]))
            try:
                move(services[desk], task_id)
            except (AlreadyDone, TakenByColleague):
                assert not may
            else:
                assert may
                self.owner[task_id] = after

        @rule(desk=_DESK, item=_ITEM)
        def take(self, desk, item):
            self.tried(desk, item, lambda service, task: service.take(new_id(), task), me[desk])

        @rule(desk=_DESK)
        def next(self, desk):
            got = services[desk].next(new_id(), [GENERAL_QUEUE])
            if got is not None and got.task.id in self.owner:
                assert self.owner[got.task.id] is None
                self.owner[got.task.id] = me[desk]
            elif got is None:
                assert all(self.owner[one] for one in self.ids if one not in self.closed | self.later())

        @rule(desk=_DESK, item=_ITEM)
        def give_back(self, desk, item):
            self.tried(desk, item, lambda service, task: service.give_back(new_id(), task), None, needs_mine=True)

        @rule(desk=_DESK, item=_ITEM)
        def hand_over(self, desk, item):
            def move(service, task):
                service.hand_over(HandOverWork(new_id(), task, "niet van ons", GENERAL_QUEUE))

            self.tried(desk, item, move, None)

        @rule(desk=_DESK, item=_ITEM)
        def not_reached(self, desk, item):
            def move(service, task):
                service.note_attempt(NoteAttempt(new_id(), task, datetime.now(UTC) + timedelta(hours=1)))

            self.tried(desk, item, move, None)

        @precondition(lambda self: self.steps % 6 == 5)  # closed work is soon all there is, and teaches nothing more
        @rule(desk=_DESK, item=_ITEM, outcome=st.sampled_from(WorkOutcome))
        def close(self, desk, item, outcome):
            was = self.owner[self.ids[item]]
            may = was in (None, me[desk])
            self.tried(desk, item, lambda service, task: service.close(CloseWork(new_id(), task, outcome)), None)
            if may:
                self.closed.add(self.ids[item])

        @rule(desk=_DESK, item=_ITEM)
        def asks_again(self, desk, item):
            with suppress(AlreadyDone):
                services[desk].rappel(AddRappel(new_id(), self.ids[item]))

        @rule(desk=_DESK)
        def shift_ends(self, desk):
            services[desk].return_taken_of(me[desk])
            self.owner = {task: None if owner == me[desk] else owner for task, owner in self.owner.items()}

        def later(self):
            later = select(TaskRow.id).where(TaskRow.next_try_at > datetime.now(UTC))
            return set(desks[0].unguarded_read(lambda c: c.scalars(later).all()))

        @invariant()
        def time_goes_on(self):
            self.steps += 1

        @invariant()
        def each_has_its_owner_and_its_state_says_so(self):
            rows = desks[0].unguarded_read(
                lambda c: c.execute(
                    select(TaskRow.id, TaskRow.state, TaskRow.taken_by).where(TaskRow.id.in_(self.ids))
                ).all()
            )
            assert {row.id: row.taken_by for row in rows} == self.owner
            assert {row.id for row in rows if row.state != WorkState.OPEN} == self.closed

        @invariant()
        def every_move_has_its_event(self):
            def work(connection):
                counted = select(func.count()).where(WorkEventRow.task_id == TaskRow.id).scalar_subquery()
                return connection.scalar(select(func.count()).where(TaskRow.moves != counted))

            assert desks[0].unguarded_read(work) == 0

    return Desks


def test_an_item_has_one_owner_exactly_while_it_is_taken(engine, tmp_path, request):
    one = Database(engine, origin="one")
    make_first_agent(one, "Noor Jansen", "KCC", {Role.AGENT})
    make_first_agent(one, "Sanne Bakker", "KCC", {Role.AGENT}, login="sanne")
    if one.dialect == "sqlite":
        other = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="sanne")
    else:
        other = request.getfixturevalue("plain_engine")("sanne")
    two = Database(other, origin="two")
    run_state_machine_as_test(
        lambda: machine([one, two])(), settings=settings(max_examples=10, stateful_step_count=25, deadline=None)
    )
    two.close()
