"""Use cases of a better day: what the solver proposes, and applying it while nothing moved since.

Promised windows are hard. What is sent out, held or not this agent's to see stays at its time, and so does what two
workers do together, in the days of both; the rest is made around it. A day that cannot be kept as it stands is not
touched at all. No visit is ever lost: what the solver may not move or cannot place stands in `left`, with the reason,
and stays where it was.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations
from uuid import UUID

from kcc_desktop.data import visit_reads, visit_writes, worker_days, worker_reads
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.day_schedule import Job, Shift, Timed, driving, is_kept, timed
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.quanta import quanta_for, quantum_at, quantum_on
from kcc_desktop.domain.travel import Point, TravelSource
from kcc_desktop.domain.visit_days import BetterDay, LeftAsItWas, PlannedStop, WhyNot, WorkerDay
from kcc_desktop.domain.visits import OVER, DayMoved, Visit, VisitProposal, VisitState
from kcc_desktop.domain.workers import Worker
from kcc_desktop.services.day_solver import best_orders
from kcc_desktop.services.visit_days import VisitDays
from kcc_desktop.services.visit_words import told

_DAY = 300  # quanta of the longest local day, the one on which the clock is put back


@dataclass(frozen=True, slots=True)
class _Entry:
    """One visit in one worker's day, or in nobody's. `why`: why it stays at its time; None: it may move."""

    visit_id: UUID
    visit: Visit | None
    worker: int | None
    begin: int | None
    job: Job
    why: WhyNot | None


@dataclass(frozen=True, slots=True)
class _Day:
    """All there is to know about it. Quanta are counted from `first`."""

    on: date
    first: int
    workers: tuple[Worker, ...]
    shifts: tuple[Shift, ...]
    entries: tuple[_Entry, ...]
    versions: tuple[tuple[UUID, int], ...]


class VisitOptimising(VisitDays):
    def optimise(self, on: date, worker_ids: frozenset[UUID] = frozenset(), seconds: float = 5.0) -> BetterDay:
        """A better order of that day, of these workers or all; takes about `seconds`. Nothing is changed.

        Unplanned visits that were promised for that day are put in when they fit. Refuses with SolverMissing when the
        extra `routes` is not installed.
        """

        def work(look: Look) -> _Day:
            look.agent.require(Permission.PLAN)
            return _read(look, on, worker_ids)

        day = self._database.read(work)
        places = dict.fromkeys([*(shift.start for shift in day.shifts), *(entry.job.point for entry in day.entries)])
        self._travel.prepare(permutations(places, 2))
        jobs = [entry.job for entry in day.entries]
        kept = [number for number, shift in enumerate(day.shifts) if is_kept(shift, jobs, self._travel)]
        solved = self._solved(day, jobs, kept, seconds)
        return self._answer(day, jobs, solved)

    def apply(self, better: BetterDay) -> tuple[WorkerDay, ...]:
        """All of it in one transaction. Refuses with DayMoved when any of the days changed since it was read."""
        moved = better.moved

        def work(unit: Work) -> None:
            unit.agent.require(Permission.PLAN)
            if not worker_days.hold_unchanged(unit, better.versions, better.on):
                raise DayMoved
            worker_days.let_go_what_ran_out(unit, [(worker_id, better.on) for worker_id, _ in better.versions])
            visits = visit_reads.of_ids(unit, {stop.visit_id for stop in moved})
            for stop in moved:  # first all out, so that two may change places
                if stop.was_worker_id is not None and not visit_writes.unplan(unit, stop.visit_id, "optimised"):
                    raise DayMoved
            for stop in moved:
                visit = visits.get(stop.visit_id)
                point = visit.place.point if visit is not None else None
                if visit is None or point is None:
                    raise DayMoved
                if not visit_writes.plan(unit, stop.visit_id, _proposal(better.on, stop, visit), point):
                    raise DayMoved
                told(unit, "optimise", stop.visit_id)

        self._database.write(work)
        return self._days([better.on], [worker_id for worker_id, _ in better.versions])

    def _solved(
        self, day: _Day, jobs: Sequence[Job], kept: Sequence[int], seconds: float
    ) -> dict[int, tuple[Timed, ...]]:
        """For each day that may be touched, what it would be; as it is when nothing better keeps every promise."""
        place = {number: position for position, number in enumerate(kept)}
        in_play = [
            number
            for number, entry in enumerate(day.entries)
            if entry.job.workers & set(kept) and (entry.worker is None or entry.worker in place)
        ]
        position = {number: here for here, number in enumerate(in_play)}
        shifts = [
            replace(day.shifts[number], jobs=tuple(position[job] for job in day.shifts[number].jobs)) for number in kept
        ]
        played = [
            replace(jobs[number], workers=frozenset(place[one] for one in jobs[number].workers & set(kept)))
            for number in in_play
        ]
        orders = best_orders(shifts, played, self._travel, seconds) if kept else ()
        found: dict[int, tuple[Timed, ...]] = {}
        for number, order in zip(kept, orders or (), strict=bool(orders)):
            mine = tuple(in_play[job] for job in order)
            shift = day.shifts[number]
            new = self._as_it_is(shift, jobs) if mine == shift.jobs else timed(shift, mine, jobs, self._travel)
            if new is None:
                return {one: self._as_it_is(day.shifts[one], jobs) for one in kept}
            found[number] = new
        return found or {one: self._as_it_is(day.shifts[one], jobs) for one in kept}

    def _as_it_is(self, shift: Shift, jobs: Sequence[Job]) -> tuple[Timed, ...]:
        here, stops = shift.start, []
        for job, begin in zip(shift.jobs, shift.begins, strict=True):
            stops.append(Timed(job, begin, self._travel.leg(here, jobs[job].point).minutes))
            here = jobs[job].point
        return tuple(stops)

    def _answer(self, day: _Day, jobs: Sequence[Job], solved: dict[int, tuple[Timed, ...]]) -> BetterDay:
        stops, placed = [], set()
        left: dict[UUID, LeftAsItWas] = {}  # one line a visit, however many days it stands in
        for number, order in solved.items():
            worker = day.workers[number]
            for one in order:
                entry = day.entries[one.job]
                placed.add(one.job)
                if entry.visit is not None and entry.why is None:
                    stops.append(_stop(day, entry, entry.visit, worker, one))
        for number, entry in enumerate(day.entries):
            reference = entry.visit.reference if entry.visit is not None else ""
            why = entry.why
            if number not in placed and (entry.worker is not None or why is None):
                why = WhyNot.DAY_BROKEN if entry.worker is not None else WhyNot.NO_PROMISE_FITS
                if not entry.job.workers:
                    why = WhyNot.NO_SKILL
            if why is not None and (entry.visit is None or entry.visit.state not in OVER):
                before = left.get(entry.visit_id)
                if before is None or before.why is not WhyNot.DAY_BROKEN:
                    left[entry.visit_id] = LeftAsItWas(entry.visit_id, reference, why)
        orders = {number: [one.job for one in order] for number, order in solved.items()}
        return BetterDay(
            day.on,
            tuple(stops),
            tuple(left.values()),
            sum(driving(day.shifts[number], order, jobs, self._travel) for number, order in orders.items()),
            sum(driving(day.shifts[number], day.shifts[number].jobs, jobs, self._travel) for number in orders),
            day.versions,
        )


def _read(look: Look, on: date, worker_ids: Collection[UUID]) -> _Day:
    workers = worker_reads.workers(look.connection, on, worker_ids or None)
    keys = [worker.id for worker in workers]
    versions = worker_reads.versions(look.connection, keys, [on])
    first = quantum_on(on, 0, HERE)
    now = max(0, quantum_at(look.now) + 1 - first)
    rows = visit_reads.stops(look, keys, on, on)
    visits = visit_reads.of_ids(look, {row.visit_id for row in rows})
    working = {
        route.worker_id: route.working
        for route in worker_reads.routes(look.connection, look.now, workers, [on], frozenset())
    }
    entries = []
    for row in rows:
        worker, begin = keys.index(row.worker_id), row.quantum - first
        visit = visits.get(row.visit_id)
        why = _why(visit, begin, now, is_hold=row.expires_at is not None)
        point = Point(row.latitude, row.longitude)
        job = Job(point, row.quanta, begin, begin, frozenset({worker}))
        if visit is not None and why is None:
            job = _movable(visit, job, workers, first, now)
        entries.append(_Entry(row.visit_id, visit, worker, begin, job, why))
    entries += [
        _Entry(visit.id, visit, None, None, promised, WhyNot.WITH_SECOND if visit.with_second else None)
        for visit in visit_reads.unplanned(look)
        if (promised := _promised(visit, workers, first, now)) is not None
    ]
    shifts = []
    for number, one in enumerate(workers):
        mine = sorted((entry.begin, place) for place, entry in enumerate(entries) if entry.worker == number)
        jobs, begins = tuple(place for _, place in mine), tuple(begin or 0 for begin, _ in mine)
        shifts.append(Shift(one.id, one.start.rounded(), working.get(one.id, 0), jobs, begins))
    found = tuple((worker_id, versions[worker_id, on]) for worker_id in keys)
    return _Day(on, first, workers, tuple(shifts), tuple(entries), found)


def _why(visit: Visit | None, begin: int, now: int, *, is_hold: bool) -> WhyNot | None:
    if is_hold:
        return WhyNot.HELD
    if visit is None:
        return WhyNot.NOT_SEEN
    if visit.state is not VisitState.PLANNED or begin < now:
        return WhyNot.UNDER_WAY
    return WhyNot.WITH_SECOND if visit.with_second else None


def _movable(visit: Visit, job: Job, workers: Sequence[Worker], first: int, now: int) -> Job:
    earliest, latest = _window(visit, job.quanta, first)
    return replace(job, earliest=max(now, earliest), latest=latest, workers=_able(visit, workers) | job.workers)


def _promised(visit: Visit, workers: Sequence[Worker], first: int, now: int) -> Job | None:
    """An unplanned visit that can still be done on this day as it was promised; of nobody's when two have to go."""
    if visit.window_from is None or visit.place.point is None:
        return None
    quanta = quanta_for(visit.minutes)
    earliest, latest = _window(visit, quanta, first)
    if latest < max(now, earliest, 0) or earliest >= _DAY:  # of another day
        return None
    able = frozenset[int]() if visit.with_second else _able(visit, workers)
    return Job(visit.place.point.rounded(), quanta, max(now, earliest, 0), latest, able, is_new=True)


def _window(visit: Visit, quanta: int, first: int) -> tuple[int, int]:
    assert visit.window_from is not None  # what is planned was promised
    assert visit.window_until is not None
    return quantum_at(visit.window_from) - first, quantum_at(visit.window_until) - first - quanta


def _able(visit: Visit, workers: Sequence[Worker]) -> frozenset[int]:
    return frozenset(number for number, worker in enumerate(workers) if visit.skills <= worker.skills)


def _stop(day: _Day, entry: _Entry, visit: Visit, worker: Worker, one: Timed) -> PlannedStop:
    return PlannedStop(
        entry.visit_id,
        visit.reference,
        worker.id,
        worker.name,
        day.first + one.start,
        entry.job.quanta,
        None if entry.worker is None else day.workers[entry.worker].id,
        None if entry.begin is None else day.first + entry.begin,
        one.minutes,
    )


def _proposal(on: date, stop: PlannedStop, visit: Visit) -> VisitProposal:
    window = (stop.quantum, stop.quantum + stop.quanta)
    source = visit.travel_source or TravelSource.DISTANCE
    return VisitProposal(
        stop.worker_id, stop.worker, on, stop.quantum, stop.quanta, window, 0, stop.before_minutes, 0, source
    )
