"""Visits: proposals over twenty full workers and ten working days, and what five seconds of the solver are worth."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import delete, insert, select

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.visits import VisitStopRow
from kcc_desktop.data.workers import WorkerDayRow, WorkerHoursRow, WorkerRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.calendar import bits
from kcc_desktop.domain.day_schedule import Job, Shift, driving
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import HERE, local_day
from kcc_desktop.domain.quanta import quantum_on
from kcc_desktop.domain.travel import ByDistance, Point
from kcc_desktop.domain.visits import VisitNeed, VisitPlace
from kcc_desktop.services.day_solver import best_orders
from kcc_desktop.services.visits import VisitService
from tests.benchmarks.measuring import Bench, Figure, Timing, collecting_no_garbage

WORKERS, DAYS, STOPS = 20, 14, 6  # ten of the days are worked
RUNS = 120
PROPOSE_P95 = 20.0
VISITS, SHIFTS = 60, 8
SHORT, LONG = 5.0, 60.0  # seconds
WITHIN_PERCENT = 3.0


def figures(bench: Bench) -> Iterator[Figure]:
    chance = Random(20261124)
    with _busy_workers(bench, chance) as skill:
        service = VisitService(bench.database)
        product = bench.database.unguarded_read(lambda c: c.scalar(select(ProductRow.id).limit(1)))
        for with_second in (False, True):
            name = "visit proposals, 20 workers and 10 days" + (", with a second visitor" if with_second else "")
            samples = []
            with collecting_no_garbage():
                for run in range(RUNS):
                    need = VisitNeed(
                        VisitPlace(Address(), _somewhere(chance)), 45, product, frozenset({skill}), with_second
                    )
                    started = time.perf_counter()
                    assert len(service.propose(need)) >= 3
                    if run >= RUNS // 6:
                        samples.append((time.perf_counter() - started) * 1000)
            yield Figure(name, Timing(tuple(samples)), budget_p95=PROPOSE_P95)
    if bench.database.dialect == "sqlite":  # the solver knows no database
        short, long = _driven(SHORT), _driven(LONG)
        more = (short - long) * 100 / long
        yield Figure(
            f"60 visits and 8 workers: driving after 5 s over that after 60 s ({short} and {long} min)",
            Timing((more,)),
            budget_p95=WITHIN_PERCENT,
            unit="%",
        )


@contextmanager
def _busy_workers(bench: Bench, chance: Random) -> Iterator[str]:
    """Twenty with six stops a day; nobody else has their skill. They are gone afterwards."""
    workers, skill = [new_id() for _ in range(WORKERS)], f"bench-{new_id()}"
    bench.database.unguarded_write(lambda c: _hire(c, workers, skill, chance))
    try:
        yield skill
    finally:
        bench.database.unguarded_write(lambda c: _dismiss(c, workers))


def _hire(connection, workers: list[UUID], skill: str, chance: Random) -> None:
    today = local_day(datetime.now(UTC))
    hours, stops = [], []
    for position, worker in enumerate(workers):
        start = _somewhere(chance)
        connection.execute(
            insert(WorkerRow).values(
                id=worker,
                code=str(worker),
                name=f"Bench {position}",
                position=1000 + position,
                skills=skill,
                latitude=start.latitude,
                longitude=start.longitude,
            )
        )
        hours += [
            {
                "id": new_id(),
                "worker_id": worker,
                "weekday": weekday,
                "from_minute": 510,
                "until_minute": 1020,
                "valid_from": date(2020, 1, 1),
            }
            for weekday in range(5)
        ]
        for on in (today + timedelta(days=number) for number in range(DAYS)):
            if on.weekday() < 5:
                quantum = quantum_on(on, 510, HERE)
                for _ in range(STOPS):
                    quantum += chance.randrange(4, 10)
                    quanta, point = chance.choice((4, 6, 9)), _somewhere(chance).rounded()
                    stops.append(
                        {
                            "visit_id": new_id(),
                            "worker_id": worker,
                            "local_on": on,
                            "quantum": quantum,
                            "quanta": quanta,
                            "latitude": point.latitude,
                            "longitude": point.longitude,
                        }
                    )
                    quantum += quanta
    connection.execute(insert(WorkerHoursRow), hours)
    connection.execute(insert(VisitStopRow), stops)


def _dismiss(connection, workers: list[UUID]) -> None:
    for row, key in (
        (VisitStopRow, VisitStopRow.worker_id),
        (WorkerDayRow, WorkerDayRow.worker_id),
        (WorkerHoursRow, WorkerHoursRow.worker_id),
        (WorkerRow, WorkerRow.id),
    ):
        connection.execute(delete(row).where(key.in_(workers)))


def _somewhere(chance: Random) -> Point:
    """In a municipality of fifteen by twelve kilometres."""
    return Point(52.65 + chance.random() * 0.108, 5.65 + chance.random() * 0.22)


def _driven(seconds: float) -> int:
    """Minutes of driving of the best day found; half the visits promised within two hours, a third for some alone."""
    chance, travel = Random(7), ByDistance()
    jobs = []
    for _ in range(VISITS):
        earliest, latest = 102, 192
        if chance.random() < 0.5:
            earliest = chance.randrange(102, 170)
            latest = earliest + 24
        able = frozenset(range(0, SHIFTS, 2)) if chance.random() < 0.3 else frozenset(range(SHIFTS))
        jobs.append(Job(_somewhere(chance), chance.choice((4, 6, 9)), earliest, latest, able, is_new=True))
    shifts = [Shift(new_id(), _somewhere(chance), bits(102, 204)) for _ in range(SHIFTS)]
    orders = best_orders(shifts, jobs, travel, seconds)
    assert orders is not None
    assert sum(map(len, orders)) == VISITS
    return sum(driving(shift, order, jobs, travel) for shift, order in zip(shifts, orders, strict=True))
