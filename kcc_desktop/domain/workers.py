"""Who goes out on visits: what they can, where they work, when, and from where. Knows no visit and no table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kcc_desktop.domain.calendar import Mask, WeeklyHours, bits
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.quanta import quantum_on
from kcc_desktop.domain.travel import Point

LONGEST_ABSENCE_DAYS = 31
LONGEST_ABSENCE_REASON = 120


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who visits. `areas`: how postcodes begin that they go to, "8302" or "83"; none: everywhere.

    `start`: where the day begins and ends. `hours`: working hours per weekday, each with its validity; the way out
    and back is within them.
    """

    id: UUID
    name: str
    position: int
    skills: frozenset[str]
    areas: tuple[str, ...]
    start: Point
    start_address: str = ""
    cluster_id: UUID | None = None
    agent_id: UUID | None = None  # the login they work under, when they have one
    hours: tuple[WeeklyHours, ...] = ()

    def goes_to(self, postcode: str) -> bool:
        plain = "".join(postcode.split()).upper()
        return not self.areas or not plain or any(plain.startswith(area) for area in self.areas)

    def staffed(self, on: date) -> tuple[int, Mask]:
        """The first quantum of that local day and a one for each quantum of it in which they work."""
        first = quantum_on(on, 0, HERE)
        mask, weekday = 0, on.weekday()
        for rule in self.hours:
            if rule.weekday == weekday and rule.holds_on(on):
                begin = quantum_on(on, rule.from_minute, HERE) - first
                mask |= bits(begin, quantum_on(on, rule.until_minute, HERE) - first)
        return first, mask


@dataclass(frozen=True, slots=True)
class Absence:
    """A worker's time that is not for visits: a meeting, leave. The reason names no health."""

    id: UUID
    worker_id: UUID
    starts_at: datetime
    ends_at: datetime
    reason: str
    made_by: str


@dataclass(frozen=True, slots=True)
class AddAbsence:
    id: UUID
    worker_id: UUID
    starts_at: datetime
    ends_at: datetime
    reason: str = ""


class WorkerBusy(Refusal):
    """Visits stand in the time that was to be kept free. `visits`: their codes, the first first."""

    def __init__(self, visits: tuple[str, ...]) -> None:
        super().__init__()
        self.visits = visits


def days_from(start: date, count: int) -> tuple[date, ...]:
    return tuple(start + timedelta(days=number) for number in range(count))


def with_skills(workers: Iterable[Worker], skills: frozenset[str]) -> tuple[Worker, ...]:
    return tuple(worker for worker in workers if skills <= worker.skills)
