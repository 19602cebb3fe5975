"""Finds free time: arithmetic on a day's masks. Knows no database.

A mask has a one for each free quantum of a counter; a run of as many ones as an appointment needs is a time to offer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.calendar import Day, Location, Mask, bits, every, ones, runs
from kcc_desktop.domain.quanta import MINUTES, instant_of, quantum_on

NOON, EVENING = 12 * 60, 17 * 60
_WHOLE_DAY = 24 * 60


class PartOfDay(StrEnum):
    ANY = "any"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


_PARTS = {
    PartOfDay.ANY: (0, _WHOLE_DAY),
    PartOfDay.MORNING: (0, NOON),
    PartOfDay.AFTERNOON: (NOON, EVENING),
    PartOfDay.EVENING: (EVENING, _WHOLE_DAY),
}


def is_in_part(part: PartOfDay, minute: int) -> bool:
    """Whether this minute of the local day is in that part of it."""
    begin, end = _PARTS[part]
    return begin <= minute < end


@dataclass(frozen=True, slots=True)
class Wanted:
    """`quanta` without a break. `weekdays`: those the citizen prefers, Monday is 0; empty means any."""

    quanta: int
    not_before: int  # the first quantum that is not past
    part: PartOfDay = PartOfDay.ANY
    weekdays: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Offer:
    """A time at which at least one counter is free. Who serves is allotted when it is booked."""

    location_id: UUID
    quantum: int
    quanta: int
    counters: tuple[UUID, ...]  # the least busy of that day first
    location: str = ""

    @property
    def starts_at(self) -> datetime:
        return instant_of(self.quantum)

    @property
    def ends_at(self) -> datetime:
        return instant_of(self.quantum + self.quanta)


def offers(location: Location, day: Day, taken: Mapping[UUID, Mask], wanted: Wanted) -> Iterator[Offer]:
    """The times of one day, earliest first. `taken`: by counter, what is occupied of this day."""
    if wanted.weekdays and day.on.weekday() not in wanted.weekdays:
        return
    allowed = _begins(location, day, wanted)
    if not allowed:
        return
    free: dict[UUID, Mask] = {}
    somebody = 0
    for counter, staffed in day.staffed:
        begins = runs(staffed & ~taken.get(counter.id, 0), wanted.quanta) & allowed
        if begins:
            free[counter.id] = begins
            somebody |= begins
    if not somebody:
        return
    order = sorted(free, key=lambda counter_id: taken.get(counter_id, 0).bit_count())  # equals: in their own order
    for place in ones(somebody):
        at = 1 << place
        yield Offer(
            location.id,
            day.first + place,
            wanted.quanta,
            tuple(counter_id for counter_id in order if free[counter_id] & at),
            location.name,
        )


def _begins(location: Location, day: Day, wanted: Wanted) -> Mask:
    """Where an appointment may begin: on the location's step, in the part of the day, not in the past."""
    allowed = every(location.step_minutes // MINUTES, day.length)
    from_minute, until_minute = _PARTS[wanted.part]
    if wanted.part is not PartOfDay.ANY:
        begin = quantum_on(day.on, from_minute, location.zone) - day.first
        end = quantum_on(day.on, until_minute, location.zone) - day.first
        allowed &= bits(begin, end)
    if wanted.not_before > day.first:
        allowed &= bits(wanted.not_before - day.first, day.length)
    return allowed
