"""Use cases of looking at visits: workers' days, what is in nobody's day, one visit, a party's. Changes nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from kcc_desktop.data import visit_reads, worker_reads
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.appointments import reference_in
from kcc_desktop.domain.calendar import Mask
from kcc_desktop.domain.errors import NotAllowed, NotFound
from kcc_desktop.domain.local_time import HERE, local_day
from kcc_desktop.domain.quanta import instant_of, quantum_on
from kcc_desktop.domain.travel import Leg, Point
from kcc_desktop.domain.visit_days import Span, Stop, WorkerDay
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.workers import Absence, Worker
from kcc_desktop.services.visit_taking import VisitTaking
from kcc_desktop.services.visit_words import known


@dataclass(frozen=True, slots=True)
class _Read:
    """A day as it stands, without the drives: those may be another system's to tell."""

    worker: Worker
    on: date
    version: int
    rows: tuple[Any, ...]
    visits: dict[UUID, Visit]
    absences: tuple[Absence, ...]


class VisitDays(VisitTaking):
    def workers(self) -> tuple[Worker, ...]:
        """Everybody who goes out, in their order, with hours, areas and skills."""

        def work(look: Look) -> tuple[Worker, ...]:
            _require_look(look.agent)
            return worker_reads.workers(look.connection, local_day(look.now))

        return self._database.read(work)

    def day(self, worker_id: UUID, on: date) -> WorkerDay:
        """One worker's local day, in order of time, with the drives. Refuses with NotFound."""
        return self._days([on], (worker_id,))[0]

    def days(self, on: date) -> tuple[WorkerDay, ...]:
        """That day of everybody who works or has a visit then."""
        return tuple(day for day in self._days([on], ()) if day.working or day.stops)

    def week(self, worker_id: UUID, monday: date) -> tuple[WorkerDay, ...]:
        """Seven days of one worker. Refuses with NotFound."""
        return self._days([monday + timedelta(days=number) for number in range(7)], (worker_id,))

    def unplanned(self) -> tuple[Visit, ...]:
        """What is in nobody's day: those whose promise comes first, then the oldest."""

        def work(look: Look) -> tuple[Visit, ...]:
            _require_look(look.agent)
            return tuple(map(in_list, visit_reads.unplanned(look)))

        return self._database.read(work)

    def open(self, visit_id: UUID) -> Visit:
        """The whole visit, audited. Refuses with NotFound. Without address and numbers where those are covered."""

        def work(unit: Work) -> Visit:
            _require_look(unit.agent)
            found = known(unit, visit_id)
            unit.audit("open", "visit", visit_id)
            return found

        return self._database.write(work)

    def find(self, reference: str) -> Visit | None:
        """The one with this code, small letters for capitals; None when there is none.

        Without numbers and notes: finding leaves no line in the audit, and those are not read without one.
        """
        wanted = reference_in(reference)

        def work(look: Look) -> Visit | None:
            _require_look(look.agent)
            found = visit_reads.by_reference(look, wanted) if wanted else None
            return in_list(found) if found is not None else None

        return self._database.read(work)

    def coming_of(self, party_id: UUID) -> tuple[Visit, ...]:
        """Of whoever it is for or who is invited: promised and not over, the next first."""

        def work(look: Look) -> tuple[Visit, ...]:
            _require_look(look.agent)
            return tuple(map(in_list, visit_reads.coming_of(look, party_id)))

        return self._database.read(work)

    def _days(self, days: Sequence[date], ids: Collection[UUID]) -> tuple[WorkerDay, ...]:
        def work(look: Look) -> list[_Read]:
            _require_look(look.agent)
            return _read(look, days, ids)

        read = self._database.read(work)
        self._travel.prepare(drive for one in read for drive in pairwise(_places(one)))
        return tuple(self._day(one) for one in read)

    def _day(self, read: _Read) -> WorkerDay:
        first, working = read.worker.staffed(read.on)
        here = home = read.worker.start.rounded()
        stops = []
        for row in read.rows:
            there = Point(row.latitude, row.longitude)
            visit = read.visits.get(row.visit_id)
            stops.append(
                Stop(
                    instant_of(row.quantum),
                    instant_of(row.quantum + row.quanta),
                    self._travel.leg(here, there),
                    in_list(visit) if visit is not None else None,
                    is_hold=row.expires_at is not None,
                    is_second=visit is not None and visit.second_worker_id == read.worker.id,
                )
            )
            here = there
        back: Leg | None = self._travel.leg(here, home) if stops else None
        spans = _spans(first, working)
        return WorkerDay(read.worker, read.on, read.version, spans, tuple(stops), read.absences, back)


def in_list(visit: Visit) -> Visit:
    """As lists show it: what is read one by one, with a line in the audit, is not in it."""
    unread = replace(visit, phone="", contact_name="", contact_phone="", access="", note="")
    return replace(unread, report="", signed_by="", signature=b"")


def require_any(agent: Agent, *permissions: Permission) -> None:
    """Refuses with NotAllowed who has none of them."""
    if not any(agent.may(permission) for permission in permissions):
        raise NotAllowed(permissions[0].value)


def _require_look(agent: Agent) -> None:
    agent.require(Permission.READ_CONTACT)
    require_any(agent, Permission.PLAN, Permission.VISIT)


def _read(look: Look, days: Sequence[date], ids: Collection[UUID]) -> list[_Read]:
    people = worker_reads.workers(look.connection, days[0], ids or None)
    if len(people) < len(ids):
        raise NotFound
    keys = [worker.id for worker in people]
    rows = visit_reads.stops(look, keys, days[0], days[-1])
    visits = visit_reads.of_ids(look, {row.visit_id for row in rows})
    first, end = quantum_on(days[0], 0, HERE), quantum_on(days[-1] + timedelta(days=1), 0, HERE)
    absences = worker_reads.absences(look.connection, keys, first, end)
    versions = worker_reads.versions(look.connection, keys, days)
    return [
        _Read(
            worker,
            on,
            versions[worker.id, on],
            tuple(row for row in rows if (row.worker_id, row.local_on) == (worker.id, on)),
            visits,
            tuple(
                one
                for one in absences.get(worker.id, ())
                if local_day(one.starts_at) <= on <= local_day(one.ends_at - timedelta(seconds=1))
            ),
        )
        for worker in people
        for on in days
    ]


def _places(read: _Read) -> list[Point]:
    """Where the day goes, from where it starts and back."""
    start = read.worker.start.rounded()
    return [start, *(Point(row.latitude, row.longitude) for row in read.rows), start]


def _spans(first: int, working: Mask) -> tuple[Span, ...]:
    """From when until when somebody works, in order."""
    spans = []
    while working:
        low = (working & -working).bit_length() - 1
        high = low
        while working >> high & 1:
            high += 1
        spans.append((instant_of(first + low), instant_of(first + high)))
        working = working >> high << high
    return tuple(spans)
