"""Finds the places in workers' days where a visit costs the least driving, and says why. Knows no database.

What stands in a day stays where it is: a visit goes into a gap when the worker can drive there from the stop before,
stay, and be in time at the stop after. Each end of a day is where the worker starts. A drive takes place in working
time: not in a break, not in an absence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from kcc_desktop.domain.calendar import Mask, bits, runs
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.quanta import quanta_for, quantum_on
from kcc_desktop.domain.travel import Leg, Point, TravelSource, TravelTimes
from kcc_desktop.domain.visits import VisitProposal

PROMISE_MINUTES = 120  # how wide a window is promised, when the gap is
SLACK_MINUTES = 30  # at least so much more than a long visit itself takes
# How many minutes of driving a proposal on another day, or by another worker, may cost more and still be shown.
_OTHER_DAY, _OTHER_WORKER = 15, 5
_LATER_DAY = 1  # each day later counts as a minute: of equals the first


class Taken(NamedTuple):
    """A stop that stands in a day."""

    quantum: int
    quanta: int
    point: Point


@dataclass(frozen=True, slots=True)
class Route:
    """One worker's local day. `working`: a one for each quantum after `first` in which they work and are not away."""

    worker_id: UUID
    worker: str
    on: date
    first: int
    working: Mask
    stops: tuple[Taken, ...]  # in order of time
    start: Point
    may_lead: bool = True  # False: only as the second visitor

    @property
    def free(self) -> Mask:
        taken = 0
        for stop in self.stops:
            begin = stop.quantum - self.first
            taken |= bits(begin, begin + stop.quanta)
        return self.working & ~taken


@dataclass(frozen=True, slots=True)
class Wanted:
    """`quanta` at `point`, wholly from the quantum `earliest` until `latest`; `allowed` narrows a day further."""

    point: Point
    quanta: int
    earliest: int
    latest: int | None = None
    part: tuple[int, int] | None = None  # minutes of the local day between which it begins: morning, afternoon
    start: int | None = None  # at exactly this quantum

    def allowed(self, route: Route, mask: Mask) -> Mask:
        """What is left of the day's free time `mask`."""
        if self.earliest > route.first:
            mask = mask >> (self.earliest - route.first) << (self.earliest - route.first)
        if self.latest is not None:
            mask &= bits(0, self.latest - route.first)
        return mask

    def begins(self, route: Route, allowed: Mask) -> Mask:
        """Where it could begin, as far as what is `allowed` of the day tells: no drive is thought of."""
        mask = runs(allowed, self.quanta)
        if mask and self.part is not None:
            begin, end = (quantum_on(route.on, minute, HERE) - route.first for minute in self.part)
            mask &= bits(begin, end)
        if self.start is not None:
            mask &= bits(self.start - route.first, self.start - route.first + 1)
        return mask


class Gap(NamedTuple):
    """Between two stops of a day: `usable` is when the worker can be there, `begins` where the visit can start."""

    route: Route
    usable: Mask
    begins: Mask
    before: Leg
    after: Leg
    extra: int


class _Place(NamedTuple):
    """Gaps of one worker, or of two at the same time, where the visit can start."""

    lead: Gap
    second: Gap | None
    usable: Mask
    begins: Mask

    @property
    def extra(self) -> int:
        return self.lead.extra + (self.second.extra if self.second is not None else 0)


def gaps(route: Route, wanted: Wanted, travel: TravelTimes) -> Iterator[Gap]:
    """Where the visit can be put into this day. Drives are only asked for where it would fit without any."""
    free = route.free
    allowed = wanted.allowed(route, free)
    possible = wanted.begins(route, allowed)
    if not possible:
        return
    stops = route.stops
    for place in range(len(stops) + 1):
        since, until, here, there = 0, free.bit_length(), route.start, route.start
        if place > 0:
            since, here = stops[place - 1].quantum + stops[place - 1].quanta - route.first, stops[place - 1].point
        if place < len(stops):
            until, there = stops[place].quantum - route.first, stops[place].point
        gap = bits(since, until)
        if not possible & gap:
            continue
        before, after = travel.leg(here, wanted.point), travel.leg(wanted.point, there)
        usable = _without(free & gap, quanta_for(before.minutes), quanta_for(after.minutes)) & allowed
        begins = runs(usable, wanted.quanta) & possible
        if begins:
            without = travel.leg(here, there).minutes if stops else 0
            yield Gap(route, usable, begins, before, after, before.minutes + after.minutes - without)


def best(
    routes: Sequence[Route], wanted: Wanted, travel: TravelTimes, limit: int, *, with_second: bool = False
) -> tuple[VisitProposal, ...]:
    """At most `limit` proposals, the best first: least driving, and spread over days and workers."""
    found = _pairs(routes, wanted, travel) if with_second else _alone(routes, wanted, travel)
    if not found:
        return ()
    if wanted.start is not None:
        place = min(found, key=lambda one: one.extra)
        return (_proposal(place, wanted.start - place.lead.route.first, wanted.quanta),)
    began = min(place.lead.route.on for place in found)
    costs = [(place.extra + _LATER_DAY * (place.lead.route.on - began).days, place) for place in found]
    chosen: list[tuple[_Place, int]] = []
    days: dict[date, int] = {}
    workers: dict[UUID, int] = {}
    starts = {id(place): iter(_starts(place, wanted.quanta)) for place in found}
    while costs and len(chosen) < limit:
        number = min(range(len(costs)), key=lambda one: _price(costs[one], days, workers))
        place = costs[number][1]
        start = next(starts[id(place)], None)
        if start is None:
            del costs[number]
            continue
        chosen.append((place, start))
        route = place.lead.route
        days[route.on] = days.get(route.on, 0) + 1
        workers[route.worker_id] = workers.get(route.worker_id, 0) + 1
    return tuple(_proposal(place, start, wanted.quanta) for place, start in sorted(chosen, key=_order))


def promise(usable: Mask, begin: int, quanta: int) -> tuple[int, int]:
    """From when until when to promise a visit that starts at `begin`: as wide as the gap is, within reason."""
    width = max(quanta_for(PROMISE_MINUTES), quanta + quanta_for(SLACK_MINUTES))
    until = begin + quanta
    while until - begin < width and usable >> until & 1:
        until += 1
    since = begin
    while until - since < width and since > 0 and usable >> (since - 1) & 1:
        since -= 1
    return since, until


def _without(mask: Mask, lowest: int, highest: int) -> Mask:
    """Less so many ones at either end: the time it takes to get there and away."""
    for _ in range(lowest):
        mask &= mask - 1 if mask else 0
    for _ in range(highest):
        mask &= ~(1 << (mask.bit_length() - 1)) if mask else 0
    return mask


def _alone(routes: Iterable[Route], wanted: Wanted, travel: TravelTimes) -> list[_Place]:
    return [
        _Place(gap, None, gap.usable, gap.begins)
        for route in routes
        if route.may_lead
        for gap in gaps(route, wanted, travel)
    ]


def _pairs(routes: Iterable[Route], wanted: Wanted, travel: TravelTimes) -> list[_Place]:
    """For each gap of who leads, the cheapest gap of somebody else in which both can be there at once."""
    of_day: dict[date, list[list[Gap]]] = {}
    for route in routes:
        found = list(gaps(route, wanted, travel))
        if found:
            of_day.setdefault(route.on, []).append(found)
    return [place for workers in of_day.values() for place in _pairs_of(workers)]


def _pairs_of(workers: Sequence[Sequence[Gap]]) -> Iterator[_Place]:
    """Of one day, by worker. What both can be at is where both can begin: no other pair needs a look."""
    once = twice = 0  # where one of them can begin, and where two can
    for mine in workers:
        begins = 0
        for gap in mine:
            begins |= gap.begins
        once, twice = once | begins, twice | once & begins
    shared = sorted((gap for mine in workers for gap in mine if gap.begins & twice), key=_extra)
    for lead in shared:
        if lead.route.may_lead:
            begins, route = lead.begins, lead.route
            other = next((one for one in shared if one.begins & begins and one.route is not route), None)
            if other is not None:
                yield _Place(lead, other, lead.usable & other.usable, begins & other.begins)


def _extra(gap: Gap) -> int:
    return gap.extra


def _starts(place: _Place, quanta: int) -> Iterator[int]:
    """Close to the stop before, close to the stop after, and in the middle of a long gap; none over another."""
    given: list[int] = []
    low = (place.begins & -place.begins).bit_length() - 1
    high = place.begins.bit_length() - 1
    middle = place.begins >> ((low + high) // 2)
    half = ((middle & -middle).bit_length() - 1) + (low + high) // 2 if middle else low
    for start in (low, high, half):
        if all(abs(start - other) >= quanta for other in given):
            given.append(start)
            yield start


def _price(one: tuple[int, _Place], days: dict[date, int], workers: dict[UUID, int]) -> tuple[int, date, int]:
    cost, place = one
    route = place.lead.route
    more = _OTHER_DAY * days.get(route.on, 0) + _OTHER_WORKER * workers.get(route.worker_id, 0)
    return cost + more, route.on, place.begins & -place.begins


def _order(one: tuple[_Place, int]) -> tuple[int, date, int]:
    place, start = one
    return place.extra, place.lead.route.on, start


def _proposal(place: _Place, start: int, quanta: int) -> VisitProposal:
    lead, second = place.lead, place.second
    route = lead.route
    since, until = promise(place.usable, start, quanta)
    legs = [lead.before, lead.after] + ([second.before, second.after] if second is not None else [])
    # A single estimate among them makes the whole an estimate.
    source = next((leg.source for leg in legs if leg.source is TravelSource.DISTANCE), legs[0].source)
    return VisitProposal(
        worker_id=route.worker_id,
        worker=route.worker,
        on=route.on,
        quantum=route.first + start,
        quanta=quanta,
        window=(route.first + since, route.first + until),
        extra_minutes=place.extra,
        before_minutes=lead.before.minutes,
        after_minutes=lead.after.minutes,
        source=source,
        second_worker_id=second.route.worker_id if second is not None else None,
        second_worker=second.route.worker if second is not None else "",
    )
