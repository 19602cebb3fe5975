"""Whatever desks and workers do in whatever order: a visit owns its time exactly while it blocks, nobody is late."""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from kcc_desktop.data.visits import VisitRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.travel import TravelSource
from kcc_desktop.domain.visit_commands import (
    BookVisit,
    CancelVisit,
    FollowUpVisit,
    HoldVisit,
    MoveVisit,
    PlanVisit,
    ReportVisit,
    VisitWords,
)
from kcc_desktop.domain.visits import OutsidePromise, VisitOutcome, VisitProposal, VisitTimeTaken
from kcc_desktop.domain.workers import AddAbsence, WorkerBusy
from kcc_desktop.services.workers import WorkerService
from tests.services.field_team import FAR, NEAR, FieldTeam
from tests.services.office import roles

PLACES = 12  # begins to choose from, a quarter of an hour apart, so that they meet each other
POINTS = (NEAR, FAR)


def machine(database):
    class Days(RuleBasedStateMachine):
        held, visits, away = Bundle("held"), Bundle("visits"), Bundle("away")

        def __init__(self):
            super().__init__()
            self.team = FieldTeam(database, workers=2, skills=("",), code=str(new_id()))
            self.absences = WorkerService(database)
            self.first = quantum_at(self.team.at(9, 30))
            self.wishes = {}

        def proposal(self, worker, place, second):
            begin = self.first + 3 * place
            return VisitProposal(
                self.team.workers[worker],
                "",
                self.team.tomorrow,
                begin,
                6,
                (begin - 6, begin + 12),
                0,
                0,
                0,
                TravelSource.DISTANCE,
                self.team.workers[1 - worker] if second else None,
            )

        @rule(
            target=held,
            worker=st.integers(0, 1),
            place=st.integers(0, PLACES),
            point=st.sampled_from(POINTS),
            second=st.booleans(),
        )
        def hold(self, worker, place, point, second):
            one = new_id()
            need = self.team.need(point, 30, with_second=second)
            with suppress(VisitTimeTaken):
                self.team.service.hold(HoldVisit(one, need, self.proposal(worker, place, second)))
            self.wishes[one] = second
            return one  # an id that nothing has, when it was taken

        @rule(one=held)
        def time_passes(self, one):
            self.team.run_out(one)

        @rule(one=held)
        def go_on_talking(self, one):
            with suppress(AlreadyDone):
                self.team.service.extend(one)

        @rule(one=held)
        def let_go(self, one):
            self.team.service.let_go(one)

        @rule(target=visits, one=consumes(held))
        def book(self, one):
            if self.state(one) is not None:
                with suppress(VisitTimeTaken):
                    self.team.service.book(BookVisit(one, VisitWords(None, "Anna")))
            return one

        @rule(one=visits)
        def unplan(self, one):
            self.tried(one, self.team.service.unplan, one)

        @rule(one=visits, worker=st.integers(0, 1), place=st.integers(0, PLACES))
        def plan(self, one, worker, place):
            command = PlanVisit(one, self.proposal(worker, place, self.wishes[one]))
            self.tried(one, self.team.service.plan, command)

        @rule(target=visits, one=visits, worker=st.integers(0, 1), place=st.integers(0, PLACES))
        def move(self, one, worker, place):
            other = new_id()
            self.wishes[other] = self.wishes[one]
            self.tried(
                one, self.team.service.move, MoveVisit(one, other, self.proposal(worker, place, self.wishes[one]))
            )
            return other

        @rule(one=visits)
        def cancel(self, one):
            self.tried(one, self.team.service.cancel, CancelVisit(one, CancelledBy.CITIZEN))

        @rule(one=visits)
        def go_there(self, one):
            for step in (self.team.service.dispatch, self.team.service.en_route, self.team.service.on_site):
                self.tried(one, step, one)

        @rule(target=visits, one=visits, outcome=st.sampled_from(VisitOutcome))
        def report(self, one, outcome):
            self.tried(one, self.team.service.report, ReportVisit(one, outcome, "gezien"))
            again = new_id()
            self.wishes[again] = self.wishes[one]
            self.tried(one, self.team.service.follow_up, FollowUpVisit(again, one))
            return again

        @rule(target=away, worker=st.integers(0, 1), place=st.integers(0, PLACES))
        def be_away(self, worker, place):
            one, begin = new_id(), self.team.at(9, 30)
            begin += (self.team.at(9, 45) - begin) * place
            with suppress(WorkerBusy):
                self.absences.add_absence(
                    AddAbsence(one, self.team.workers[worker], begin, begin + (begin - begin.replace(hour=0)) / 30)
                )
            return one

        @rule(one=consumes(away))
        def be_back(self, one):
            self.absences.end_absence(one)

        def tried(self, one, do, command):
            """What is refused leaves the visit as it was."""
            before = self.state(one)
            if before is None:
                return
            try:
                do(command)
            except (AlreadyDone, VisitTimeTaken, OutsidePromise):
                assert self.state(one) == before

        def state(self, one):
            return database.unguarded_read(lambda c: c.scalar(select(VisitRow.state).where(VisitRow.id == one)))

        @invariant()
        def who_blocks_owns_exactly_its_time(self):
            assert self.team.wrong_owners() == ([], {})

        @invariant()
        def nobody_is_late(self):
            assert self.team.late() == []

    return Days


def test_a_visit_owns_its_time_exactly_while_it_blocks(database):
    roles(database, Role.TEAM_LEAD)
    run_state_machine_as_test(
        lambda: machine(database)(), settings=settings(max_examples=12, stateful_step_count=25, deadline=None)
    )
