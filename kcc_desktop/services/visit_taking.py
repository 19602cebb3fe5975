"""How a visit gets its time: looked at first without keeping anybody waiting, then under the worker's day.

The rules and the days are read, travel times are asked for outside of any transaction, and what cannot be is refused
at once. Whoever goes on holds the day, reads it again and checks that the drives still fit what stands there now.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from kcc_desktop.data import visit_reads, visit_writes, worker_days, worker_reads
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain import insertion
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.insertion import Route
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.travel import TravelTimes
from kcc_desktop.domain.visits import (
    BLOCKING,
    OutsidePromise,
    Visit,
    VisitNeed,
    VisitProposal,
    VisitTimeTaken,
)
from kcc_desktop.services import visit_search
from kcc_desktop.services.message_planning import NOTHING_SENT, MessageRules
from kcc_desktop.services.visit_search import Sought

NEXT_BEST = 3


_TRIES = 3  # that a day may change under somebody before they wait for their turn

Versions = tuple[tuple[UUID, int], ...]


class TimeGone(Exception):
    """Within a transaction that is to be rolled back."""


class _DayChanged(Exception):
    """The same, of a day that is to be looked at once more."""


class VisitTaking:
    def __init__(self, database: Database, travel: TravelTimes, rules: MessageRules = NOTHING_SENT) -> None:
        self._database, self._travel, self._rules = database, travel, rules

    def _take(
        self,
        visit_id: UUID,
        need: VisitNeed,
        proposal: VisitProposal,
        work: Callable[[Work, Sought, Versions], Visit],
        leaving: UUID | None = None,
    ) -> Visit:
        """`work`'s answer, which holds the days by `_hold`. `leaving`: the visit that gives up its place for this one.

        A day that changed since it was looked at is looked at again: of fifty who want one time, all but the first
        hear so at once, and none of them waits while another judges the day. Refuses with VisitTimeTaken and the next
        best, and as `propose`.
        """
        for attempt in range(_TRIES + 1):
            try:
                return self._try_to_take(visit_id, need, proposal, work, leaving, is_last=attempt == _TRIES)
            except _DayChanged:
                continue
            except TimeGone:
                break
        raise VisitTimeTaken(self._next_best(need))

    def _try_to_take(
        self,
        visit_id: UUID,
        need: VisitNeed,
        proposal: VisitProposal,
        work: Callable[[Work, Sought, Versions], Visit],
        leaving: UUID | None,
        *,
        is_last: bool,
    ) -> Visit:
        def look(look: Look) -> tuple[Sought, list[Route], Versions, bool]:
            look.agent.require(Permission.PLAN)
            before = visit_reads.one(look, visit_id)
            of = visit_search.sought(look, _anywhere(need))
            visit_search.check_able(of, proposal)
            on = [local_day(proposal.starts_at)]
            versions = worker_reads.versions(look.connection, proposal.worker_ids, on)
            routes = visit_search.routes(look, of, on, proposal.worker_ids, leaving)
            seen = (
                () if is_last else tuple((worker_id, versions[worker_id, on[0]]) for worker_id in proposal.worker_ids)
            )
            return of, routes, seen, before is not None and before.state in BLOCKING

        of, found, seen, is_there = self._database.read(look)
        self._travel.prepare(visit_search.drives(found, of.wanted.point))
        # What is there already is the same command once more, or moves within its day: the transaction tells.
        if not is_there and not self._fits(of, found, proposal):
            raise TimeGone

        def write(unit: Work) -> Visit:
            unit.agent.require(Permission.PLAN)
            return work(unit, of, seen)

        return self._database.write(write)

    def _hold(self, unit: Work, of: Sought, proposal: VisitProposal, seen: Versions = ()) -> None:
        """The workers' days are this transaction's, and the visit fits them. TimeGone when it does not.

        `seen`: the days as they were when the visit fitted them; what is unchanged need not be judged again.
        """
        days = days_of(proposal)
        if seen:
            if not worker_days.hold_unchanged(unit, seen, local_day(proposal.starts_at)):
                raise _DayChanged
            worker_days.let_go_what_ran_out(unit, days)
            return
        worker_days.hold(unit, days)
        worker_days.let_go_what_ran_out(unit, days)
        on = [local_day(proposal.starts_at)]
        if not self._fits(of, visit_search.routes(unit, of, on, proposal.worker_ids), proposal):
            raise TimeGone

    def _hold_own_days(self, unit: Work, visit_id: UUID) -> None:
        """The days the visit stands in, before it is moved: in the same order as whoever puts one in."""
        standing = visit_writes.standing(unit, visit_id)
        if standing is not None:
            worker_days.hold(unit, standing.days)

    def _fits(self, of: Sought, found: list[Route], proposal: VisitProposal) -> bool:
        """Whether every worker of the proposal can be there in time, and in time at the next stop."""
        exact = replace(of.wanted, part=None, start=proposal.quantum)
        one = {route.worker_id: route for route in found}
        return all(
            worker_id in one and any(insertion.gaps(one[worker_id], exact, self._travel))
            for worker_id in proposal.worker_ids
        )

    def _propose(self, need: VisitNeed, limit: int) -> tuple[VisitProposal, ...]:
        def work(look: Look) -> tuple[Sought, list[Route]]:
            look.agent.require(Permission.PLAN)
            of = visit_search.sought(look, need)
            return of, visit_search.routes(look, of)

        of, found = self._database.read(work)
        self._travel.prepare(visit_search.drives(found, of.wanted.point))
        best = insertion.best(found, of.wanted, self._travel, limit, with_second=need.with_second)
        if not best:
            raise visit_search.why_not(of, found)
        return best

    def _next_best(self, need: VisitNeed) -> tuple[VisitProposal, ...]:
        """Nothing when there is nothing: what was asked for is refused as taken, whatever else could not be."""
        try:
            return self._propose(need, NEXT_BEST)
        except Refusal:
            return ()


def need_of(visit: Visit, *, as_promised: bool) -> VisitNeed:
    """What is looked for when a visit that is there is planned, or (not `as_promised`) another time is promised."""
    window = None
    if as_promised and visit.window_from is not None and visit.window_until is not None:
        window = (visit.window_from, visit.window_until)
    return VisitNeed(
        visit.place,
        visit.minutes,
        visit.product_id,
        visit.skills,
        visit.with_second,
        window=window,
    )


def check_promise(visit: Visit, quantum: int, end: int) -> None:
    """Refuses with OutsidePromise what is not wholly in the window that was promised."""
    since, until = visit.window_from, visit.window_until
    if since is not None and until is not None and not quantum_at(since) <= quantum <= end <= quantum_at(until):
        raise OutsidePromise(since, until)


def days_of(proposal: VisitProposal) -> set[tuple[UUID, date]]:
    return {(worker_id, local_day(proposal.starts_at)) for worker_id in proposal.worker_ids}


def _anywhere(need: VisitNeed) -> VisitNeed:
    """Whom a planner chooses goes there: areas, clusters and preferences only steer what is proposed."""
    return replace(need, worker_ids=frozenset(), cluster_id=None, weekdays=frozenset(), is_anywhere=True)
