"""A worker's day as a screen, a sheet and the solver see it. Knows no table and no solver."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.travel import Leg
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.workers import Absence, Worker

Span = tuple[datetime, datetime]  # from, until


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit in a day, in its order. `drive`: how the worker gets there, None when it is not known.

    `visit` None: a visit that is not this agent's to see, or a colleague's hold; from when until when is told and no
    more. `is_second`: this worker comes along.
    """

    starts_at: datetime
    ends_at: datetime
    drive: Leg | None
    visit: Visit | None
    is_hold: bool = False
    is_second: bool = False


@dataclass(frozen=True, slots=True)
class WorkerDay:
    """`working`: from–until, in order. `version` tells whether somebody changed the day. `home`: the drive back."""

    worker: Worker
    on: date
    version: int
    working: tuple[Span, ...]
    stops: tuple[Stop, ...]
    absences: tuple[Absence, ...]
    home: Leg | None = None

    @property
    def driving_minutes(self) -> int:
        legs = [stop.drive for stop in self.stops] + [self.home]
        return sum(leg.minutes for leg in legs if leg is not None)


class WhyNot(StrEnum):
    """Why a visit stays where it was when a day is optimised."""

    UNDER_WAY = "under_way"  # sent out, on the way, on location
    HELD = "held"  # a colleague is talking about it
    WITH_SECOND = "with_second"  # two workers: their hour together stays
    NO_PROMISE_FITS = "no_promise_fits"  # nobody can be there in time
    NO_SKILL = "no_skill"  # nobody of the day can do it
    NOT_SEEN = "not_seen"  # not this agent's to see, so not to move
    DAY_BROKEN = "day_broken"  # its worker's day cannot be kept as it stands: a planner looks at it first


WHY_NOT_LABELS = {
    WhyNot.UNDER_WAY: ("Al onderweg of doorgegeven", "Sent out or under way"),
    WhyNot.HELD: ("Een collega houdt deze tijd vast", "A colleague holds this time"),
    WhyNot.WITH_SECOND: ("Met tweede bezoeker: blijft staan", "With a second visitor: stays"),
    WhyNot.NO_PROMISE_FITS: ("Past niet binnen de beloofde tijd", "Does not fit the promised time"),
    WhyNot.NO_SKILL: ("Niemand van deze dag kan dit", "Nobody of this day can do it"),
    WhyNot.NOT_SEEN: ("Niet voor jou te zien", "Not yours to see"),
    WhyNot.DAY_BROKEN: ("Deze dag klopt nu al niet", "This day does not work out as it is"),
}


@dataclass(frozen=True, slots=True)
class PlannedStop:
    """Where a visit would be: whose day, and from which quantum."""

    visit_id: UUID
    reference: str
    worker_id: UUID
    worker: str
    quantum: int
    quanta: int
    was_worker_id: UUID | None  # None: it was unplanned
    was_quantum: int | None
    before_minutes: int

    @property
    def is_moved(self) -> bool:
        return (self.worker_id, self.quantum) != (self.was_worker_id, self.was_quantum)


@dataclass(frozen=True, slots=True)
class LeftAsItWas:
    """A visit that does not fit or may not be moved; it stays where it was."""

    visit_id: UUID
    reference: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class BetterDay:
    """What the solver proposes for one day; nothing is changed until it is applied. `versions`: of the days read."""

    on: date
    stops: tuple[PlannedStop, ...]
    left: tuple[LeftAsItWas, ...]
    driving_minutes: int
    driving_minutes_now: int
    versions: tuple[tuple[UUID, int], ...]

    @property
    def moved(self) -> tuple[PlannedStop, ...]:
        return tuple(stop for stop in self.stops if stop.is_moved)
