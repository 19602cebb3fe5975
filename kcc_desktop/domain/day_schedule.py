"""One day's visits and workers as a solver sees them, and when each visit starts in a given order. Knows no solver.

Times are quanta from the first of the local day. A drive takes place in working time, like everywhere: a break or an
absence is for the solver a stop at where the worker starts from, which never promises more than the day can hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from kcc_desktop.domain.calendar import Mask, bits, runs
from kcc_desktop.domain.quanta import quanta_for
from kcc_desktop.domain.travel import Point, TravelTimes


@dataclass(frozen=True, slots=True)
class Shift:
    """A worker's day. `working`: a one for each quantum they work and are not away."""

    worker_id: UUID
    start: Point
    working: Mask
    jobs: tuple[int, ...] = ()  # as they stand now, in order
    begins: tuple[int, ...] = ()  # and when each of them starts

    @property
    def span(self) -> tuple[int, int]:
        return (self.working & -self.working).bit_length() - 1, self.working.bit_length()

    @property
    def holes(self) -> tuple[tuple[int, int], ...]:
        """When they do not work between their first and last quantum."""
        begin, end = self.span
        away, found = ~self.working & bits(begin, end), []
        while away:
            low = (away & -away).bit_length() - 1
            high = low
            while away >> high & 1:
                high += 1
            found.append((low, high))
            away = away >> high << high
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Job:
    """A visit. `earliest` and `latest` start; equal when it stays at its time. `workers`: places of those who can.

    `is_new`: it stands in nobody's day, and may stay so.
    """

    point: Point
    quanta: int
    earliest: int
    latest: int
    workers: frozenset[int]
    is_new: bool = False


class Timed(NamedTuple):
    """A job in a day: when it starts, and the drive there in minutes."""

    job: int
    start: int
    minutes: int


def timed(shift: Shift, order: Sequence[int], jobs: Sequence[Job], travel: TravelTimes) -> tuple[Timed, ...] | None:
    """Each job of the order as early as it can be; None when somebody would be late, or home too late."""
    free, here, since = shift.working, shift.start, 0
    found = []
    for number in order:
        job = jobs[number]
        minutes = travel.leg(here, job.point).minutes
        rest = _after(free & ~bits(0, since), quanta_for(minutes))
        begins = runs(rest, job.quanta) & bits(job.earliest, job.latest + 1)
        if not begins:
            return None
        start = (begins & -begins).bit_length() - 1
        found.append(Timed(number, start, minutes))
        here, since = job.point, start + job.quanta
    home = quanta_for(travel.leg(here, shift.start).minutes) if order else 0
    return tuple(found) if (free & ~bits(0, since)).bit_count() >= home else None


def is_kept(shift: Shift, jobs: Sequence[Job], travel: TravelTimes) -> bool:
    """Whether the day can be done as it stands, a stop at the start in each hole."""
    if not shift.working:
        return not shift.jobs
    stops = [
        (begin, begin, jobs[job].quanta, jobs[job].point) for job, begin in zip(shift.jobs, shift.begins, strict=True)
    ]
    stops += [(begin, begin, end - begin, shift.start) for begin, end in shift.holes]
    fixed = [Job(point, quanta, begin, latest, frozenset()) for begin, latest, quanta, point in sorted(stops)]
    whole = Shift(shift.worker_id, shift.start, bits(*shift.span))
    return timed(whole, range(len(fixed)), fixed, travel) is not None


def driving(shift: Shift, order: Sequence[int], jobs: Sequence[Job], travel: TravelTimes) -> int:
    """Minutes of driving of a day, the way home among them; 0 for an empty one."""
    if not order:
        return 0
    points = [shift.start, *(jobs[number].point for number in order), shift.start]
    return sum(travel.leg(here, there).minutes for here, there in pairwise(points))


def _after(mask: Mask, lowest: int) -> Mask:
    for _ in range(lowest):
        mask &= mask - 1 if mask else 0
    return mask
