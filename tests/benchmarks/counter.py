"""What a busy morning at the counter costs: the whole board with its arrivals, and calling the next one."""

import time
from collections.abc import Iterator

from sqlalchemy import select

from kcc_desktop.data.calendars import CounterRow, LocationRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.demo.town_hall import LOCATIONS
from kcc_desktop.domain.counter import TicketLine
from kcc_desktop.domain.counter_commands import IssueTicket, LeaveTicket
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.reception import ReceptionService
from tests.benchmarks.measuring import Bench, Figure, Timing

RUNS = 100
WAITING = 60
BOARD_P95 = 30.0  # as a week of the agenda
CALL_P95 = 25.0  # as a booking


def figures(bench: Bench) -> Iterator[Figure]:
    """Sixty wait at the town hall; they are gone again afterwards."""
    counter, reception = CounterService(bench.database), ReceptionService(bench.database)
    location, desk, product = bench.database.unguarded_read(_known)
    issued = []
    waiting = []
    for _ in range(WAITING):
        started = time.perf_counter()
        waiting.append(reception.issue(IssueTicket(new_id(), location, (TicketLine(product),))).id)
        issued.append((time.perf_counter() - started) * 1000)
    yield Figure("counter: a ticket", Timing(tuple(issued)), budget_p95=CALL_P95)
    rehearsed = CounterService(bench.rehearsal)
    boards = [(lambda: counter.board(location), lambda: rehearsed.board(location))] * RUNS
    yield bench.compare("counter: arrivals, tickets and estimates of a day", boards, BOARD_P95)
    counter.open_counter(desk, takes_over=True)
    called = []
    for _ in range(RUNS):
        started = time.perf_counter()
        ticket = counter.call_next(new_id(), desk)
        called.append((time.perf_counter() - started) * 1000)
        assert ticket is not None
        counter.put_back(new_id(), ticket.id)
    yield Figure("counter: call the next one", Timing(tuple(called)), budget_p95=CALL_P95)
    counter.close_counter(desk)
    for one in waiting:
        reception.leave(LeaveTicket(new_id(), one, new_id(), new_id()))


def _known(connection):
    location = connection.scalar(select(LocationRow.id).where(LocationRow.code == LOCATIONS[0][0]))
    desk = select(CounterRow.id).where(CounterRow.location_id == location, CounterRow.name == "Balie 1")
    product = select(ProductRow.id).where(ProductRow.name == "Paspoort aanvragen")
    return location, connection.scalar(desk), connection.scalar(product)
