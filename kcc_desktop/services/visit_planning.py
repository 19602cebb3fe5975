"""Use cases of planning visits: proposing, holding, booking, planning, moving, cancelling. One transaction each."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kcc_desktop.data import visit_reads, visit_writes, worker_days
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue
from kcc_desktop.domain.insertion import Route
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.notes import line
from kcc_desktop.domain.quanta import quanta_for, quantum_at
from kcc_desktop.domain.visit_commands import (
    BookVisit,
    CancelVisit,
    HoldVisit,
    MoveVisit,
    PlanVisit,
    RequestVisit,
)
from kcc_desktop.domain.visits import (
    Visit,
    VisitInPast,
    VisitNeed,
    VisitPlace,
    VisitProposal,
    VisitState,
    VisitTimeTaken,
)
from kcc_desktop.services import message_planning, visit_search
from kcc_desktop.services.secrecy import check_secrecy
from kcc_desktop.services.visit_search import Sought
from kcc_desktop.services.visit_taking import TimeGone, Versions, VisitTaking, check_promise, days_of, need_of
from kcc_desktop.services.visit_words import LONGEST_REASON, clean_words, known, told


class VisitPlanning(VisitTaking):
    def locate(self, address: Address) -> VisitPlace:
        """The address with its postcode's point, marked as such. Refuses with AddressNotLocated."""

        def work(look: Look) -> VisitPlace:
            look.agent.require(Permission.PLAN)
            return visit_search.located(look, VisitPlace(address))

        return self._database.read(work)

    def propose(self, need: VisitNeed, limit: int = 5) -> tuple[VisitProposal, ...]:
        """At most `limit`, the best first; at least three when there are so many, over several days and workers.

        Refuses with NoVisitPossible, NoWorkerAble, NoWorkerThere, OutsideWorkingHours, WindowTooShort, VisitInPast,
        AddressNotLocated, InvalidValue ("minutes", "out_of_range") or ("product", "unknown").
        """

        return self._propose(need, limit)

    def propose_for(self, visit_id: UUID, limit: int = 5, *, as_promised: bool = True) -> tuple[VisitProposal, ...]:
        """For a visit that is there: within its promise, or anywhere, to move it. As `propose`, and NotFound."""
        visit = self._database.read(lambda look: known(look, visit_id))
        return self.propose(need_of(visit, as_promised=as_promised), limit)

    def propose_at(
        self, visit_id: UUID, worker_id: UUID, starts_at: datetime, *, as_promised: bool = True
    ) -> VisitProposal:
        """At exactly this moment in this worker's day, as when it is dragged there; with its second visitor, if any.

        Refuses with VisitTimeTaken (it does not fit; the next best), OutsidePromise, and as `propose`.
        """
        visit = self._database.read(lambda look: known(look, visit_id))
        begin = quantum_at(starts_at)
        if as_promised:
            check_promise(visit, begin, begin + quanta_for(visit.minutes))
        wish = need_of(visit, as_promised=as_promised)
        need = replace(wish, worker_ids=frozenset({worker_id}), is_anywhere=True)

        def work(look: Look) -> tuple[Sought, list[Route]]:
            look.agent.require(Permission.PLAN)
            of = visit_search.sought(look, need)
            visit_search.check_hours(of, worker_id, begin)
            ids = () if need.with_second else (worker_id,)
            return of, visit_search.routes(look, of, [local_day(starts_at)], ids, visit_id)

        of, found = self._database.read(work)
        self._travel.prepare(visit_search.drives(found, of.wanted.point))
        fitting = visit_search.at(found, of, begin, self._travel)
        if fitting is None:
            raise VisitTimeTaken(self._next_best(wish))
        return fitting

    def hold(self, command: HoldVisit) -> Visit:
        """Ten minutes for talking, seen by colleagues. Held twice with one id is once.

        Refuses with VisitTimeTaken (and the next best), AlreadyDone (the hold ended), and as `propose`.
        """
        if command.need.product_id is None:
            raise InvalidValue("product", "unknown")

        def work(unit: Work, of: Sought, seen: Versions) -> Visit:
            check_secrecy(unit.agent, command.secrecy)
            before = visit_reads.one(unit, command.id)
            if before is not None:
                if before.state is VisitState.HELD:
                    return before
                raise AlreadyDone
            self._hold(unit, of, command.proposal, seen)
            whole = replace(command, need=of.need)
            if not visit_writes.hold(unit, whole, of.wanted.point):
                raise TimeGone
            return told(unit, "hold", command.id)

        return self._take(command.id, command.need, command.proposal, work)

    def extend(self, visit_id: UUID) -> Visit:
        """Ten minutes more, for whoever holds it. Refuses with AlreadyDone when it is held no longer."""

        def work(unit: Work) -> Visit:
            unit.agent.require(Permission.PLAN)
            self._hold_own_days(unit, visit_id)
            if not visit_writes.extend(unit, visit_id):
                raise AlreadyDone
            return told(unit, "extend", visit_id)

        return self._database.write(work)

    def let_go(self, visit_id: UUID) -> None:
        """The hold is not wanted; one that is gone already is no mistake."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.PLAN)
            self._hold_own_days(unit, visit_id)
            if visit_writes.let_go(unit, visit_id):
                unit.audit("let_go", "visit", visit_id)
                unit.changed("visit", visit_id)

        self._database.write(work)

    def book(self, command: BookVisit) -> Visit:
        """The hold becomes a planned visit on every invited party's timeline, also when it ran out and nobody took it.

        Twice is once. Refuses with VisitTimeTaken (and the next best), VisitInPast, NotAllowed (more confidential
        than this agent may see), NotFound, InvalidValue.
        """
        words = clean_words(command.words)

        def work(unit: Work) -> tuple[bool, Visit]:
            unit.agent.require(Permission.PLAN)
            check_secrecy(unit.agent, words.secrecy)
            held = known(unit, command.id)
            if held.state is VisitState.PLANNED and held.party_id == words.party_id:
                return True, held
            if held.starts_at is not None and held.starts_at <= unit.now:
                raise VisitInPast
            self._hold_own_days(unit, command.id)
            if not visit_writes.book(unit, command, words):
                return False, held
            booked = told(unit, "book", command.id)
            message_planning.visit_booked(unit, self._rules, booked)
            return True, booked

        is_booked, visit = self._database.write(work)
        if not is_booked:
            raise VisitTimeTaken(self._next_best(need_of(visit, as_promised=False)))
        return visit

    def request(self, command: RequestVisit) -> Visit:
        """An unplanned visit. Twice is once. Refuses as `propose` where no time is asked for, and as `book`."""
        words = clean_words(command.words)
        if command.need.product_id is None:
            raise InvalidValue("product", "unknown")

        def work(unit: Work) -> Visit:
            unit.agent.require(Permission.PLAN)
            check_secrecy(unit.agent, words.secrecy)
            before = visit_reads.one(unit, command.id)
            if before is not None:
                return before
            of = visit_search.sought(unit, command.need)
            visit_writes.request(unit, replace(command, need=of.need, words=words))
            return told(unit, "request", command.id)

        return self._database.write(work)

    def plan(self, command: PlanVisit) -> Visit:
        """Into a worker's day, or from one to another. Twice is once.

        Refuses with VisitTimeTaken, OutsidePromise, AlreadyDone (sent out, over), NotFound, and as `propose`.
        """
        visit = self._database.read(lambda look: known(look, command.id))
        proposal = command.proposal
        _check_plannable(visit)
        check_promise(visit, proposal.quantum, proposal.quantum + proposal.quanta)

        def work(unit: Work, of: Sought, seen: Versions) -> Visit:
            before = known(unit, command.id)
            if before.state is VisitState.PLANNED and _stands_so(before, proposal):
                return before
            if before.state is VisitState.BOOKED:
                self._hold(unit, of, proposal, seen)
            else:
                standing = visit_writes.standing(unit, command.id)
                worker_days.hold(unit, days_of(proposal) | (standing.days if standing is not None else set()))
                if not visit_writes.unplan(unit, command.id):
                    raise AlreadyDone
                self._hold(unit, of, proposal)
            if not visit_writes.plan(unit, command.id, proposal, of.wanted.point):
                raise TimeGone
            if before.window_from is None:
                visit_writes.promise(unit, command.id, proposal.window)
            planned = told(unit, "plan", command.id)
            if before.window_from is None:
                message_planning.visit_booked(unit, self._rules, planned)
            return planned

        return self._take(command.id, need_of(visit, as_promised=True), proposal, work)

    def unplan(self, visit_id: UUID) -> Visit:
        """Out of the day, its time free; the promise stays. Twice is once. Refuses with AlreadyDone, NotFound."""

        def work(unit: Work) -> Visit:
            unit.agent.require(Permission.PLAN)
            before = known(unit, visit_id)
            if before.state is VisitState.BOOKED:
                return before
            self._hold_own_days(unit, visit_id)
            if not visit_writes.unplan(unit, visit_id):
                raise AlreadyDone
            return told(unit, "unplan", visit_id)

        return self._database.write(work)

    def move(self, command: MoveVisit) -> Visit:
        """Another time is promised; the old is free and the new one taken in the same moment, or nothing changes.

        Answers the new visit. Refuses with VisitTimeTaken, AlreadyDone, NotFound, and as `propose`.
        """
        reason = line(command.reason, "reason", LONGEST_REASON)
        old = self._database.read(lambda look: known(look, command.id))
        if old.moved_to == command.new_id:
            return self._database.read(lambda look: known(look, command.new_id))
        _check_plannable(old)

        def work(unit: Work, of: Sought, _seen: Versions) -> Visit:
            before = visit_reads.one(unit, command.new_id)
            if before is not None:
                return before
            standing = visit_writes.standing(unit, command.id)
            worker_days.hold(unit, (standing.days if standing is not None else set()) | days_of(command.proposal))
            if not visit_writes.give_up(unit, command.id, reason):
                raise AlreadyDone
            self._hold(unit, of, command.proposal)
            if not visit_writes.take_its_place(unit, command.id, command.new_id, command.proposal, of.wanted.point):
                raise TimeGone
            told(unit, "move", command.id)
            moved = told(unit, "book", command.new_id)
            message_planning.visit_moved(unit, self._rules, command.id, moved)
            return moved

        return self._take(command.new_id, need_of(old, as_promised=False), command.proposal, work, command.id)

    def cancel(self, command: CancelVisit) -> Visit:
        """Its time is free at once. Twice is once. Refuses with AlreadyDone (over, or they are there), NotFound."""
        reason = line(command.reason, "reason", LONGEST_REASON)

        def work(unit: Work) -> Visit:
            unit.agent.require(Permission.PLAN)
            before = known(unit, command.id)
            if before.state is VisitState.CANCELLED:
                return before
            self._hold_own_days(unit, command.id)
            if not visit_writes.cancel(unit, command.id, command.by.value, reason):
                raise AlreadyDone
            message_planning.visit_cancelled(unit, command.id)
            return told(unit, "cancel", command.id)

        return self._database.write(work)


def _check_plannable(visit: Visit) -> None:
    if visit.state not in {VisitState.BOOKED, VisitState.PLANNED}:
        raise AlreadyDone


def _stands_so(visit: Visit, proposal: VisitProposal) -> bool:
    at = (visit.worker_id, visit.second_worker_id, visit.starts_at)
    return at == (proposal.worker_id, proposal.second_worker_id, proposal.starts_at)
