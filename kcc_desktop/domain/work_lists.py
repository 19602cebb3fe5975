"""The lists of work an agent looks at: queues, what is one's own, what came in at night; and how urgent a row is."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.promises import OFFICE_WEEK, Holidays, Week, open_minutes_later
from kcc_desktop.domain.work import WorkQueue

_TRIES_HOURS = (1, 3, 9, 18)  # an office is open some nine hours a day
NEAR = timedelta(hours=2)  # how long before it runs out a norm is called near
_LONGEST_CLOSED = 31  # days looked back for an opening; longer no town hall is closed


class ListKind(StrEnum):
    QUEUE = "queue"
    MINE = "mine"  # taken by me, or handed to me
    PROMISED = "promised"  # promised by me, whoever does it
    NOT_REACHED = "not_reached"  # somebody tried, and will again
    NIGHT = "night"  # came in while the office was closed


class Narrowing(StrEnum):
    """What of a list is shown."""

    ALL = "all"
    FITS = "fits"  # what "next" could give me
    FREE = "free"
    OVER = "over"
    NOT_REACHED = "not_reached"


class Urgency(StrEnum):
    OVER = "over"
    NEAR = "near"
    IN_TIME = "in_time"


@dataclass(frozen=True, slots=True)
class WorkList:
    """Which list; `queue_code` is set for a queue only."""

    kind: ListKind
    queue_code: str = ""


def in_queue(code: str) -> WorkList:
    return WorkList(ListKind.QUEUE, code)


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many open items a list has, by what they can be narrowed to. `oldest_at`, `first_due_at`, `next_try_at`:
    since when the longest waiting one is there, when the first norm runs out, when the first next try is."""

    everything: int = 0
    fits: int = 0
    free: int = 0
    over: int = 0
    near: int = 0
    not_reached: int = 0
    oldest_at: datetime | None = None
    first_due_at: datetime | None = None
    next_try_at: datetime | None = None

    def of(self, narrowing: Narrowing) -> int:
        return self.everything if narrowing is Narrowing.ALL else int(getattr(self, narrowing.value))

    @property
    def urgency(self) -> Urgency:
        return Urgency.OVER if self.over else Urgency.NEAR if self.near else Urgency.IN_TIME

    def plus(self, other: "ListCounts") -> "ListCounts":
        return ListCounts(
            self.everything + other.everything,
            self.fits + other.fits,
            self.free + other.free,
            self.over + other.over,
            self.near + other.near,
            self.not_reached + other.not_reached,
            _first(self.oldest_at, other.oldest_at),
            _first(self.first_due_at, other.first_due_at),
            _first(self.next_try_at, other.next_try_at),
        )


@dataclass(frozen=True, slots=True)
class WorkBoard:
    """All lists at one moment. `cluster` and `agent_id` are the agent's own; `fitting` are the queues whose skills the
    agent has; `fits` is what waits behind the door.
    """

    queues: tuple[WorkQueue, ...] = ()
    counts: dict[WorkList, ListCounts] = field(default_factory=dict)
    cluster: str = ""
    fits: int = 0
    fitting: frozenset[str] = frozenset()
    agent_id: UUID | None = None

    def of(self, wanted: WorkList) -> ListCounts:
        return self.counts.get(wanted, ListCounts())


def urgency(due_at: datetime, now: datetime) -> Urgency:
    if due_at < now:
        return Urgency.OVER
    return Urgency.NEAR if due_at - now <= NEAR else Urgency.IN_TIME


def last_night(now: datetime, hours: Week = OFFICE_WEEK) -> tuple[datetime, datetime]:
    """The last time the office was closed: from its closing to its opening (UTC), or to `now` while it is closed.

    A weekend with its holidays is one night. Refuses ValueError when it was never open in a month.
    """
    closed = Holidays()
    day = now.astimezone(HERE).date()
    opened_at: datetime | None = None
    for _ in range(_LONGEST_CLOSED):
        opening = hours[day.weekday()] if day not in closed else None
        if opening is not None:
            opens, closes = (datetime.combine(day, at, HERE).astimezone(UTC) for at in opening)
            if closes <= now:
                return closes, opened_at or now
            if opens <= now:
                opened_at = opens
        day -= timedelta(days=1)
    raise ValueError("not open in a month")


def next_tries(now: datetime, hours: Week = OFFICE_WEEK) -> tuple[datetime, ...]:
    """When somebody who was not reached is tried again, within opening hours: soon, later, the next day, the day after.

    On a whole quarter of an hour.
    """
    return tuple(_on_a_quarter(open_minutes_later(now, 60 * later, hours)) for later in _TRIES_HOURS)


def _on_a_quarter(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0) + timedelta(minutes=-at.minute % 15)


def _first(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at is not None), default=None)
