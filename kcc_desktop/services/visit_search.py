"""Who could do a visit, in which days, and why nobody could: what proposing and checking have in common.

Rules are read in one transaction and travel times asked outside of it: a route planner that is slow holds nobody up.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from kcc_desktop.data import products, worker_reads
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain import insertion
from kcc_desktop.domain.calendar import bits
from kcc_desktop.domain.errors import InvalidValue, NotFound, Refusal
from kcc_desktop.domain.free_time import EVENING, NOON, PartOfDay
from kcc_desktop.domain.insertion import Route, Wanted
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import instant_of, quanta_for, quantum_at
from kcc_desktop.domain.travel import Drive, Point, TravelTimes
from kcc_desktop.domain.visits import (
    AddressNotLocated,
    NoVisitPossible,
    NoWorkerAble,
    NoWorkerThere,
    OutsideWorkingHours,
    PointQuality,
    VisitInPast,
    VisitNeed,
    VisitPlace,
    VisitProposal,
    WindowTooShort,
)
from kcc_desktop.domain.workers import Worker, with_skills

HORIZON_DAYS = 14
SHORTEST, LONGEST = 5, 480  # minutes: a working day
_LATEST = 24 * 60
_PARTS = {
    PartOfDay.MORNING: (0, NOON),
    PartOfDay.AFTERNOON: (NOON, EVENING),
    PartOfDay.EVENING: (EVENING, _LATEST),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """A need whose place is known, who could do it, and when. `workers`: whoever may come along, too."""

    need: VisitNeed
    workers: tuple[Worker, ...]
    able: frozenset[UUID]
    days: tuple[date, ...]
    wanted: Wanted


def located(look: Look | Work, place: VisitPlace) -> VisitPlace:
    """With a point: its own, or its postcode's, marked as such. Refuses with AddressNotLocated."""
    if place.point is not None:
        return place
    point = worker_reads.postcode_point(look.connection, place.address.postcode)
    if point is None:
        raise AddressNotLocated
    return VisitPlace(place.address, point, PointQuality.POSTCODE)


def sought(look: Look | Work, need: VisitNeed) -> Sought:
    """Refuses with whatever makes it impossible for everybody, before any day is looked at."""
    if not SHORTEST <= need.minutes <= LONGEST:
        raise InvalidValue("minutes", "out_of_range")
    if need.product_id is not None and products.one(look.connection, need.product_id) is None:
        raise InvalidValue("product", "unknown")
    need = replace(need, place=located(look, need.place))
    quanta = quanta_for(need.minutes)
    earliest, latest = quantum_at(look.now) + 1, None
    if need.window is not None:
        begin, latest = quantum_at(need.window[0]), quantum_at(need.window[1])
        if latest <= earliest:
            raise VisitInPast
        if latest - begin < quanta:
            raise WindowTooShort(need.minutes)
        earliest = max(earliest, begin)
        if latest - earliest < quanta:
            raise VisitInPast
    days = _days(need, local_day(look.now))
    everybody = worker_reads.workers(look.connection, days[0])
    point = need.place.point
    assert point is not None  # located
    wanted = Wanted(point.rounded(), quanta, earliest, latest, _PARTS.get(need.part))
    return Sought(need, everybody, _able(need, everybody), days, wanted)


def routes(
    look: Look | Work,
    of: Sought,
    days: Collection[date] = (),
    ids: Collection[UUID] = (),
    without: UUID | None = None,
) -> list[Route]:
    """Days as they stand now; of those who could do it, and with a second visitor of everybody.

    `without`: as if this visit were not there, since it leaves its place.
    """
    people = [one for one in of.workers if (one.id in ids if ids else of.need.with_second or one.id in of.able)]
    return worker_reads.routes(look.connection, look.now, people, sorted(days) or of.days, of.able, without)


def drives(found: Iterable[Route], point: Point) -> Iterator[Drive]:
    """All there is to know to put a visit at `point` into any of these days; what belongs together stands together.

    One by one: where the distance tells, nobody asks for any of them.
    """
    for route in found:
        places = [route.start, *(stop.point for stop in route.stops), route.start]
        yield from pairwise(places)
        for place in places:
            yield place, point
            yield point, place


def why_not(of: Sought, found: Collection[Route]) -> Refusal:
    """What would have to be otherwise, when there is no place for it."""
    within = [route for route in found if route.may_lead and _works_within(route, of.wanted)]
    if not within:
        return OutsideWorkingHours(_next_from(of, instant_of(of.wanted.earliest)))
    return NoVisitPossible(of.days[-1])


def at(found: Collection[Route], of: Sought, quantum: int, travel: TravelTimes) -> VisitProposal | None:
    """The cheapest way for it to start at exactly this quantum in these days; None when it does not fit."""
    exact = replace(of.wanted, part=None, start=quantum)
    return next(iter(insertion.best(list(found), exact, travel, 1, with_second=of.need.with_second)), None)


def check_able(of: Sought, proposal: VisitProposal) -> None:
    """Refuses a proposal that no day could hold: of somebody who cannot do it, or does not work then, or is past.

    Refuses with NotFound (an unknown worker), NoWorkerAble, OutsideWorkingHours, VisitInPast, WindowTooShort and
    InvalidValue("proposal", "other_need").
    """
    known = {worker.id: worker for worker in of.workers}
    if not set(proposal.worker_ids) <= set(known):
        raise NotFound
    if (proposal.second_worker_id is not None) != of.need.with_second or proposal.quanta != of.wanted.quanta:
        raise InvalidValue("proposal", "other_need")
    since, until = proposal.window
    if not since <= proposal.quantum <= proposal.quantum + proposal.quanta <= until:
        raise WindowTooShort(of.need.minutes)
    if not of.need.skills <= known[proposal.worker_id].skills:
        raise NoWorkerAble(of.need.skills - known[proposal.worker_id].skills, _names(of, of.able))
    for worker_id in proposal.worker_ids:
        check_hours(of, worker_id, proposal.quantum)


def check_hours(of: Sought, worker_id: UUID, quantum: int) -> None:
    """Refuses with NotFound, VisitInPast, OutsideWorkingHours and NoWorkerAble a start that no day could hold."""
    worker = next((one for one in of.workers if one.id == worker_id), None)
    if worker is None:
        raise NotFound
    if quantum < of.wanted.earliest and of.need.window is None:
        raise VisitInPast
    starts_at = instant_of(quantum)
    first, working = worker.staffed(local_day(starts_at))
    whole = bits(quantum - first, quantum - first + of.wanted.quanta)
    if working & whole != whole:
        raise OutsideWorkingHours(_next_from(replace(of, able=frozenset({worker_id})), starts_at))


def _days(need: VisitNeed, today: date) -> tuple[date, ...]:
    start = max(today, need.from_on or today)
    if need.window is not None:
        first, last = max(today, local_day(need.window[0])), local_day(need.window[1])
        every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return tuple(every[:HORIZON_DAYS]) or (today,)
    every = [start + timedelta(days=number) for number in range(HORIZON_DAYS)]
    return tuple(day for day in every if not need.weekdays or day.weekday() in need.weekdays)


def _able(need: VisitNeed, everybody: tuple[Worker, ...]) -> frozenset[UUID]:
    """Refuses with NoWorkerAble and NoWorkerThere."""
    skilled = with_skills(everybody, need.skills)
    if not skilled:
        missing = need.skills - frozenset(skill for worker in everybody for skill in worker.skills)
        best = max((len(need.skills & worker.skills) for worker in everybody), default=0)
        names = tuple(one.name for one in everybody if best and len(need.skills & one.skills) == best)
        raise NoWorkerAble(missing or need.skills, names)
    if need.cluster_id is not None:
        skilled = tuple(one for one in skilled if one.cluster_id == need.cluster_id)
    if need.worker_ids:
        skilled = tuple(one for one in skilled if one.id in need.worker_ids)
    postcode = "" if need.is_anywhere else need.place.address.postcode
    there = frozenset(one.id for one in skilled if one.goes_to(postcode))
    if not there:
        raise NoWorkerThere(tuple(sorted({area for one in skilled for area in one.areas})))
    return there


def _works_within(route: Route, wanted: Wanted) -> bool:
    return wanted.allowed(route, route.working).bit_count() >= wanted.quanta


def _next_from(of: Sought, after: datetime) -> datetime | None:
    """When the first of those who could do it begins, after this moment."""
    wanted = quantum_at(after)
    begins = []
    for number in range(HORIZON_DAYS):
        on = local_day(after) + timedelta(days=number)
        for worker in of.workers:
            first, working = worker.staffed(on)
            if worker.id in of.able and working:
                ahead = working >> max(0, wanted - first) << max(0, wanted - first)
                if ahead:
                    begins.append(first + (ahead & -ahead).bit_length() - 1)
        if begins:
            return instant_of(min(begins))
    return None


def _names(of: Sought, ids: Collection[UUID]) -> tuple[str, ...]:
    return tuple(worker.name for worker in of.workers if worker.id in ids)
