"""The calendar's figures: the first free times, a week, a booking, and fifty desks at one time."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from uuid import UUID

from sqlalchemy import Connection, text, update

from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.domain.appointments import Attendee, BookAppointment, HoldTime, TimeWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_on
from kcc_desktop.services.agenda import AgendaService
from kcc_desktop.services.appointments import AppointmentService
from tests.benchmarks.calendar_history import LENGTH, Hall, History, hall_of, rows_in
from tests.benchmarks.measuring import Bench, Figure, Timing
from tests.benchmarks.towns import KEY, Town
from tests.services.desks import desks
from tests.services.town_hall import HERE

RUNS = 60
FIRST_P95, WEEK_P95, BOOK_P95, RACE_P95 = 10.0, 30.0, 25.0, 150.0
MINUTES = (15, 30, 60, 120)
DESKS, ROUNDS = 50, 10


def figures(town: Town, _history: History) -> Iterator[Figure]:
    bench, hall = town.bench(), hall_of(town.database)
    yield Figure("rows of occupancy", Timing((float(rows_in(town.database)),)), unit="")
    for minutes in MINUTES:
        yield _first(bench, hall, minutes)
    _lasts(bench, hall, MINUTES[0])
    yield _week(bench, hall)
    yield from _booking(bench, hall)
    yield _race(town, hall)


def _first(bench: Bench, hall: Hall, minutes: int) -> Figure:
    _lasts(bench, hall, minutes)
    wish = TimeWish((Attendee(hall.product_id),), hall.location_id)
    service, rehearsed = AppointmentService(bench.database), AppointmentService(bench.rehearsal)
    calls = [(lambda: service.offers(wish), lambda: rehearsed.offers(wish))] * RUNS
    return bench.compare(f"the first five times of {minutes} minutes", calls, FIRST_P95)


def _lasts(bench: Bench, hall: Hall, minutes: int) -> None:
    statement = update(ProductFactsRow).where(ProductFactsRow.product_id == hall.product_id)
    bench.database.unguarded_write(lambda c: c.execute(statement.values(base_minutes=minutes)))


def _week(bench: Bench, hall: Hall) -> Figure:
    """Next week, which is full."""
    service, rehearsed = AgendaService(bench.database), AgendaService(bench.rehearsal)
    today = bench.database.read(lambda look: look.now.date())
    monday = today + timedelta(days=7 - today.weekday())

    def week(of: AgendaService, day: int) -> Callable[[], object]:
        return lambda: of.days(hall.location_id, monday, 7, monday + timedelta(days=day))

    calls = [(week(service, turn % 5), week(rehearsed, turn % 5)) for turn in range(RUNS)]
    return bench.compare("a week of twenty counters", calls, WEEK_P95)


def _booking(bench: Bench, hall: Hall) -> Iterator[Figure]:
    service = AppointmentService(bench.database)
    wish = TimeWish((Attendee(hall.product_id),), hall.location_id)
    offers = service.offers(wish, 3 * RUNS)
    held, booked = [], []
    for offer in offers[-RUNS:]:
        started = time.perf_counter()
        hold = service.hold(HoldTime(new_id(), offer, wish))
        between = time.perf_counter()
        service.book(BookAppointment(hold.id, None, "Fatima de Vries"))
        held.append((between - started) * 1000)
        booked.append((time.perf_counter() - between) * 1000)
    yield Figure("holding a time", Timing(tuple(held)), budget_p95=BOOK_P95)
    yield Figure("booking what is held", Timing(tuple(booked)), budget_p95=BOOK_P95)


def _race(town: Town, hall: Hall) -> Figure:
    """Fifty processes at each of some times of one counter, on a day that is made free for it."""
    today = town.database.read(lambda look: look.now.date())
    day = next(on for by in count(5) if (on := today + timedelta(days=by)).weekday() < 5)
    first = quantum_on(day, 9 * 60, HERE)
    town.database.unguarded_write(lambda c: _free(c, hall.counter_ids[0], first, first + 96))
    wanted = [[str(hall.location_id), first + LENGTH * n, LENGTH, str(hall.product_id)] for n in range(ROUNDS)]
    arguments = [town.database.dialect, town.address, KEY, json.dumps(wanted)]
    with desks("rushing_child", [arguments] * DESKS) as programs:  # each warms up by a search and a hold of its own
        for _ in wanted:
            programs.together(DESKS)
        told = [one for got in programs.answers([DESKS] * ROUNDS) for one in got]
    return Figure("fifty desks at one time", Timing(tuple(one[2] for one in told)), budget_p95=RACE_P95)


def _free(connection: Connection, counter_id: UUID, first: int, end: int) -> None:
    """That counter alone: the others stay full."""
    guards = ["guard_occupancy_delete", "guard_occupancy_of_block"]
    if connection.dialect.name == "sqlite":
        found = [
            connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": one}) for one in guards
        ]
        off, on = [f"DROP TRIGGER {one}" for one in guards], found
    else:
        off, on = ([f"ALTER TABLE occupancy {word} TRIGGER USER"] for word in ("DISABLE", "ENABLE"))
    for statement in off:
        connection.execute(text(statement))
    connection.execute(
        text("DELETE FROM occupancy WHERE quantum >= :first AND quantum < :end"), {"first": first, "end": end}
    )
    for statement in on:
        connection.execute(text(statement))
