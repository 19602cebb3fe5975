"""The agenda of one location: days, lanes and what lies in them. Knows no table and no screen.

A lane is whoever's time it is: a counter here, a worker on location elsewhere. One day is read in words, the others as
how busy they are: nobody reads a week of twenty counters word by word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.calendar import Hours, Location, Mask, bits, ones
from kcc_desktop.domain.quanta import instant_of, quantum_on
from kcc_desktop.domain.workers import Worker

MOST_DAYS = 7


class EventKind(StrEnum):
    APPOINTMENT = "appointment"
    HOLD = "hold"  # kept by somebody who is talking
    BLOCK = "block"
    VISIT = "visit"  # on location, in a worker's lane
    TAKEN = "taken"  # not to be seen by this agent: a time and nothing else
    FREE = "free"  # a time on offer that is looked at


class LaneKind(StrEnum):
    COUNTER = "counter"
    HOST = "host"  # a colleague who receives visitors
    WORKER = "worker"  # on location


@dataclass(frozen=True, slots=True)
class Lane:
    """One column of a day."""

    id: UUID
    name: str
    kind: LaneKind = LaneKind.COUNTER
    skills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AgendaEvent:
    """What takes a run of quanta in a lane.

    `title` of a visit is where it is, `name` what for; `before_minutes` the drive to it.

    `by`: who holds it or made it. `until`: when a hold runs out. `reason`: of a block. `is_extra`: overbooked, beside
    another one in the same lane. A block's `series_id` is the rule it came from. `skills`: what it asks of a lane.
    """

    id: UUID
    lane_id: UUID
    kind: EventKind
    on: date
    quantum: int
    quanta: int
    state: AppointmentState | None = None
    reference: str = ""
    title: str = ""
    name: str = ""
    persons: int = 1
    party_id: UUID | None = None
    by: str = ""
    until: datetime | None = None
    reason: str = ""
    series_id: UUID | None = None
    is_extra: bool = False
    skills: frozenset[str] = frozenset()
    before_minutes: int = 0

    @property
    def end(self) -> int:
        return self.quantum + self.quanta

    @property
    def starts_at(self) -> datetime:
        return instant_of(self.quantum)

    @property
    def ends_at(self) -> datetime:
        return instant_of(self.end)

    @property
    def can_move(self) -> bool:
        return self.kind is EventKind.APPOINTMENT and self.state is AppointmentState.BOOKED


@dataclass(frozen=True, slots=True)
class ClosedSpan:
    """Hours of a day in which the location is closed for once, and why."""

    quantum: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """`staffed`: by lane, what can be booked of the day; `taken`: what is promised or blocked of it, `held` what
    somebody holds who is talking. `closed_because`: of a whole day; None when it is open."""

    on: date
    first: int
    length: int
    staffed: Mapping[UUID, Mask]
    closed_because: str | None = None
    closures: tuple[ClosedSpan, ...] = ()
    taken: Mapping[UUID, Mask] = field(default_factory=dict)
    held: Mapping[UUID, Mask] = field(default_factory=dict)

    def opens(self) -> int | None:
        """The first quantum that anybody can be booked in; None on a closed day."""
        masks = [mask for mask in self.staffed.values() if mask]
        return self.first + min(next(ones(mask)) for mask in masks) if masks else None

    def closes(self) -> int | None:
        """The quantum after the last one."""
        masks = [mask for mask in self.staffed.values() if mask]
        return self.first + max(mask.bit_length() for mask in masks) if masks else None

    def can_serve(self, lane_id: UUID, quantum: int, end: int) -> bool:
        """Whether somebody sits there the whole time."""
        whole = bits(quantum - self.first, end - self.first)
        return bool(whole) and self.staffed.get(lane_id, 0) & whole == whole

    def is_taken(self, lane_id: UUID, quantum: int, end: int) -> bool:
        """Whether anything is promised, held or blocked there."""
        return bool(self.taken.get(lane_id, 0) & bits(quantum - self.first, end - self.first))


@dataclass(frozen=True, slots=True)
class Agenda:
    """Some days of a location as they stood at `now`. `in_words`: the day whose events are all here; of the others
    the blocks are, and what is taken."""

    location: Location
    lanes: tuple[Lane, ...]
    days: tuple[AgendaDay, ...]
    events: tuple[AgendaEvent, ...]
    in_words: date
    now: datetime

    def day(self, on: date) -> AgendaDay | None:
        return next((day for day in self.days if day.on == on), None)


def agenda_days(
    hours: Hours,
    from_on: date,
    count: int,
    taken: Mapping[UUID, Mask],
    held: Mapping[UUID, Mask],
    workers: Sequence[Worker] = (),
) -> tuple[AgendaDay, ...]:
    """So many local days, closed ones too. The masks begin at the first quantum of the first day.

    `workers`: who has a lane beside the counters.
    """
    found: list[AgendaDay] = []
    for number in range(count):
        on = from_on + timedelta(days=number)
        day = hours.day(on)
        shift, whole = day.first - (found[0].first if found else day.first), bits(0, day.length)
        found.append(
            AgendaDay(
                on,
                day.first,
                day.length,
                {
                    **{counter.id: mask for counter, mask in day.staffed},
                    **{worker.id: worker.staffed(on)[1] for worker in workers},
                },
                hours.closed_because(on),
                _closures(hours, on),
                {lane: (mask >> shift) & whole for lane, mask in taken.items()},
                {lane: (mask >> shift) & whole for lane, mask in held.items()},
            )
        )
    return tuple(found)


def _closures(hours: Hours, on: date) -> tuple[ClosedSpan, ...]:
    zone = hours.location.zone
    return tuple(
        ClosedSpan(quantum_on(on, one.from_minute, zone), quantum_on(on, one.until_minute, zone), one.reason)
        for one in hours.closures
        if one.from_minute is not None and one.until_minute is not None and one.hits(hours.location.id, on)
    )
