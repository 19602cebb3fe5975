"""When a location is open and its counters are staffed, day by day. Knows nothing of what is booked.

Weekly rules hold by the clock on the wall of the location, from a day until a day; a closure takes time away from
one location or all of them. Minutes are counted from local midnight. Holidays are closures like any other: the law's
list tells when terms end, and an office may be open on the fifth of May.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from kcc_desktop.domain.quanta import quantum_on

Mask = int  # one bit a quantum, the lowest for the first of the local day


@dataclass(frozen=True, slots=True)
class Location:
    """`step_minutes`: begins are offered on multiples of it, so that no gaps arise that nobody fits in."""

    id: UUID
    code: str
    name: str
    address: str
    zone: ZoneInfo
    step_minutes: int


class CounterKind(StrEnum):
    DESK = "desk"
    HOST = "host"  # a colleague who receives visitors by appointment, in a room


@dataclass(frozen=True, slots=True)
class Counter:
    """A desk that serves one citizen at a time. `position` orders the columns of a day."""

    id: UUID
    location_id: UUID
    name: str
    position: int
    skills: frozenset[str]
    kind: CounterKind = CounterKind.DESK
    room: str = ""

    def serves(self, skills: frozenset[str], host_id: UUID | None = None) -> bool:
        """Any desk that has the skills; a host only whoever comes for that host."""
        if host_id is not None or self.kind is CounterKind.HOST:
            return self.id == host_id
        return skills <= self.skills


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """`owner_id`: the location that is open, or the counter that is staffed. `weekday` 0 is Monday."""

    owner_id: UUID
    weekday: int
    from_minute: int
    until_minute: int
    valid_from: date
    valid_until: date | None = None  # the last day

    def holds_on(self, day: date) -> bool:
        return (
            day.weekday() == self.weekday
            and self.valid_from <= day
            and (self.valid_until is None or day <= self.valid_until)
        )


@dataclass(frozen=True, slots=True)
class Closure:
    """`location_id` None: everywhere. Without minutes: whole days."""

    location_id: UUID | None
    from_on: date
    until_on: date  # the last day
    from_minute: int | None = None
    until_minute: int | None = None
    reason: str = ""

    def hits(self, location_id: UUID, day: date) -> bool:
        return self.location_id in (None, location_id) and self.from_on <= day <= self.until_on


@dataclass(frozen=True, slots=True)
class Day:
    """One local day of a location: its first quantum, and when each counter can be booked."""

    on: date
    first: int
    length: int  # quanta: 288, and twelve more or fewer on a day the clock changes
    staffed: tuple[tuple[Counter, Mask], ...]


_Staffing = Mapping[tuple[UUID, int], Sequence[WeeklyHours]]  # by counter and weekday


@dataclass(frozen=True, slots=True)
class Hours:
    """All rules of one location, as they are now."""

    location: Location
    counters: tuple[Counter, ...]
    openings: tuple[WeeklyHours, ...]
    staffing: tuple[WeeklyHours, ...]
    closures: tuple[Closure, ...] = ()

    def days(
        self, start: date, count: int, skills: frozenset[str] = frozenset(), host_id: UUID | None = None
    ) -> Iterator[Day]:
        """So many local days from `start` on, closed ones left out; of desks with all of `skills`, or of the host."""
        able = [counter for counter in self.counters if counter.serves(skills, host_id)]
        staffing = self._by_weekday(able)
        for number in range(count):
            day = self._day(start + timedelta(days=number), able, staffing)
            if day.staffed:
                yield day

    def day(self, on: date) -> Day:
        """One day; a counter is in it while its location is open and somebody sits at it."""
        return self._day(on, self.counters, self._by_weekday(self.counters))

    def _day(self, on: date, counters: Iterable[Counter], staffing: _Staffing) -> Day:
        zone, weekday = self.location.zone, on.weekday()
        first = quantum_on(on, 0, zone)
        length = quantum_on(on + timedelta(days=1), 0, zone) - first
        is_open = self._open(on, first)
        staffed = []
        if is_open:
            for counter in counters:
                mask = is_open & self._mask(staffing.get((counter.id, weekday), ()), on, first)
                if mask:
                    staffed.append((counter, mask))
        return Day(on, first, length, tuple(staffed))

    def _by_weekday(self, counters: Iterable[Counter]) -> _Staffing:
        """Asked once for many days: twenty counters have a hundred rules, and each day would look through all."""
        wanted = {counter.id for counter in counters}
        found: dict[tuple[UUID, int], list[WeeklyHours]] = {}
        for rule in self.staffing:
            if rule.owner_id in wanted:
                found.setdefault((rule.owner_id, rule.weekday), []).append(rule)
        return found

    def closed_because(self, on: date) -> str | None:
        """What closes the whole day: a closure's reason; "" when no hours are given for it; None when it is open."""
        for closure in self.closures:
            if closure.hits(self.location.id, on) and closure.from_minute is None:
                return closure.reason
        return None if any(rule.holds_on(on) for rule in self.openings) else ""

    def _open(self, on: date, first: int) -> Mask:
        mask = self._mask(self.openings, on, first)
        for closure in self.closures:
            if closure.hits(self.location.id, on):
                if closure.from_minute is None or closure.until_minute is None:
                    return 0
                mask &= ~self._span(on, first, closure.from_minute, closure.until_minute)
        return mask

    def _mask(self, rules: Iterable[WeeklyHours], on: date, first: int) -> Mask:
        mask = 0
        for rule in rules:
            if rule.holds_on(on):
                mask |= self._span(on, first, rule.from_minute, rule.until_minute)
        return mask

    def _span(self, on: date, first: int, from_minute: int, until_minute: int) -> Mask:
        zone = self.location.zone
        begin, end = quantum_on(on, from_minute, zone) - first, quantum_on(on, until_minute, zone) - first
        return bits(begin, end)


def bits(begin: int, end: int) -> Mask:
    """Ones from `begin` up to and without `end`."""
    return ((1 << max(0, end - begin)) - 1) << max(0, begin) if end > begin else 0


def runs(mask: Mask, need: int) -> Mask:
    """Where a run of `need` ones begins: doubling instead of `need` steps."""
    have = 1
    while have < need and mask:
        step = min(have, need - have)
        mask &= mask >> step
        have += step
    return mask


def ones(mask: Mask) -> Iterator[int]:
    """Places of the ones, the lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def stretches(mask: Mask) -> Iterator[tuple[int, int]]:
    """Begin and end (without) of each run of ones, the lowest first."""
    while mask:
        begin = next(ones(mask))
        end = begin + next(ones(~(mask >> begin)))
        yield begin, end
        mask &= ~bits(begin, end)


def every(step: int, length: int) -> Mask:
    """A one at each multiple of `step` below `length`."""
    mask = 0
    for place in range(0, length, max(1, step)):
        mask |= 1 << place
    return mask
