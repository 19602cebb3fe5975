"""Blocks: time in which a counter serves nobody, once or again and again. Knows no table.

They are counted by local date: what repeats stays at the same time by the clock on the wall, also after the clocks
change. A block never lies over what was promised: what is in its way is told, and the block can be laid round it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday

from kcc_desktop.domain.errors import InvalidValue, Refusal
from kcc_desktop.domain.quanta import MINUTES, quantum_on

LONGEST_REASON = 120
MOST_TIMES = 600  # of all counters together: one command is one transaction, and others wait for it
LONGEST_RANGE = timedelta(days=2 * 366)
_DAY_MINUTES = 24 * 60
_WEEKS_IN_MONTH = 4


class BlockState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


class ResourceKind(StrEnum):
    """Whose time it is."""

    COUNTER = "counter"
    WORKER = "worker"


class Repeat(StrEnum):
    NEVER = "never"
    WEEKLY = "weekly"
    MONTHLY_ON_DATE = "monthly_date"  # the 14th; a month that is too short is left out
    MONTHLY_ON_WEEKDAY = "monthly_weekday"  # the second Tuesday, or the last one


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`every`: each week or month, each second … `until_on`: the last day. `weekdays` of a weekly one, Monday is 0;
    none: that of the first day. `exceptions`: days on which it is not."""

    repeat: Repeat = Repeat.NEVER
    every: int = 1
    until_on: date | None = None
    weekdays: frozenset[int] = frozenset()
    exceptions: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceBlock:
    """Minutes are counted from local midnight. `goes_round`: laid round what is promised already, in pieces."""

    id: UUID
    location_id: UUID
    counter_ids: tuple[UUID, ...]
    on: date
    from_minute: int
    until_minute: int
    reason: str
    recurrence: Recurrence = Recurrence()
    goes_round: bool = False


@dataclass(frozen=True, slots=True)
class CloseLocation:
    """`location_id` None: every location. Without minutes: whole days. `knowing`: what was promised stays, and is
    told, for somebody to move it."""

    id: UUID
    location_id: UUID | None
    from_on: date
    until_on: date
    reason: str
    from_minute: int | None = None
    until_minute: int | None = None
    knowing: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A run of quanta of one counter or worker."""

    resource_id: UUID
    first: int
    end: int

    @property
    def quanta(self) -> int:
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class InTheWay:
    """What is promised there. `reference` is "" for what this agent may not see, and for what is no appointment."""

    owner_id: UUID
    resource_id: UUID
    counter: str
    starts_at: datetime
    ends_at: datetime
    reference: str = ""
    is_held: bool = False  # by a colleague who is talking
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """`times`: how many runs of quanta it took, on how many days; `in_the_way`: what it was laid round."""

    id: UUID
    times: int
    days: int
    in_the_way: tuple[InTheWay, ...] = ()


class TimePromised(Refusal):
    """Something is promised in that time. `in_the_way` lists it in order of time."""

    def __init__(self, in_the_way: tuple[InTheWay, ...]) -> None:
        super().__init__()
        self.in_the_way = in_the_way


def occurrences(first: date, recurrence: Recurrence) -> tuple[date, ...]:
    """The days, in order, exceptions left out; never empty unless all are exceptions.

    Refuses with InvalidValue("every", "not_positive"), ("until_on", "empty" | "before_first" | "too_far").
    """
    if recurrence.repeat is Repeat.NEVER:
        return tuple(day for day in (first,) if day not in recurrence.exceptions)
    until = recurrence.until_on
    if recurrence.every < 1:
        raise InvalidValue("every", "not_positive")
    if until is None:
        raise InvalidValue("until_on", "empty")
    if until < first:
        raise InvalidValue("until_on", "before_first")
    if until - first > LONGEST_RANGE:
        raise InvalidValue("until_on", "too_far")
    begin, end = datetime.combine(first, time()), datetime.combine(until, time())
    days = (moment.date() for moment in _rule(recurrence, first, begin, end))
    return tuple(day for day in days if day not in recurrence.exceptions)


def _rule(recurrence: Recurrence, first: date, begin: datetime, end: datetime) -> Iterable[datetime]:
    if recurrence.repeat is Repeat.WEEKLY:
        days = sorted(recurrence.weekdays) or [first.weekday()]
        return rrule(WEEKLY, dtstart=begin, until=end, interval=recurrence.every, byweekday=days, wkst=MO)
    if recurrence.repeat is Repeat.MONTHLY_ON_DATE:
        return rrule(MONTHLY, dtstart=begin, until=end, interval=recurrence.every, bymonthday=first.day)
    number = (first.day - 1) // 7 + 1
    nth = weekday(first.weekday(), number if number <= _WEEKS_IN_MONTH else -1)
    return rrule(MONTHLY, dtstart=begin, until=end, interval=recurrence.every, byweekday=nth)


def check_minutes(from_minute: int, until_minute: int) -> None:
    """Refuses with InvalidValue("until", "not_after_from") and ("from", "not_in_fives")."""
    if not 0 <= from_minute < until_minute <= _DAY_MINUTES:
        raise InvalidValue("until", "not_after_from")
    if from_minute % MINUTES or until_minute % MINUTES:
        raise InvalidValue("from", "not_in_fives")


def spans(command: PlaceBlock, days: Iterable[date], zone: ZoneInfo) -> Iterator[tuple[date, Span]]:
    """Each day's time of each counter. An hour that the clock skips is no time at all."""
    for day in days:
        first = quantum_on(day, command.from_minute, zone)
        end = quantum_on(day, command.until_minute, zone)
        if first < end:
            for counter_id in command.counter_ids:
                yield day, Span(counter_id, first, end)
