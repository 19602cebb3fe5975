"""Up to fifty counters, each a process and an agent of its own, at one ticket, at "next", and at the next number."""

import json

import pytest
from sqlalchemy import func, select

from kcc_desktop.data.counter import TicketEventRow, TicketRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.counter import TicketMove
from kcc_desktop.domain.counter_commands import IssueTicket
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.counter import CounterService
from tests.conftest import SQLITE_KEY
from tests.services.counter_hall import CounterHall
from tests.services.desks import SIZES, desks

ISSUING = 20  # desks at the next number


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    opened = Database(request.getfixturevalue(f"{request.param}_engine"), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.COUNTER})
    return opened


def staffed(database, hall, tmp_path, plain_engine):
    """Each counter with its own agent at it; answers how each reaches the database."""
    for number, counter in enumerate(hall.counters):
        login = f"desk{number}"
        make_first_agent(database, f"Agent {number}", "KCC", {Role.COUNTER}, login=login)
        if plain_engine is None:
            engine, where = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login=login), str(tmp_path / "kcc.db")
        else:
            engine = plain_engine(login)
            where = engine.url.render_as_string(hide_password=False)
        CounterService(Database(engine)).open_counter(counter)
        engine.dispose()
        yield login, where, str(counter)


def race(database, hall, tmp_path, request, wanted):
    """What each round's desks got: (number or "", milliseconds). `wanted`: how, which tickets, how many desks."""
    plain_engine = None if database.dialect == "sqlite" else request.getfixturevalue("plain_engine")
    arguments = []
    for number, (login, where, counter) in enumerate(staffed(database, hall, tmp_path, plain_engine)):
        mine = [[how, str(tickets[0] if tickets else hall.location)] for how, tickets, size in wanted if number < size]
        arguments.append([database.dialect, where, SQLITE_KEY, login, counter, json.dumps(mine)])
    with desks("counter_child", arguments) as programs:
        for _, tickets, size in wanted:
            for ticket in tickets:
                hall.reception.issue(IssueTicket(ticket, hall.location))
            programs.together(size, afterwards=True)
        return programs.answers([size for _, _, size in wanted])


def test_fifty_counters_at_one_ticket_at_next_and_at_the_next_number(database, tmp_path, request):
    """One calls the ticket. Of "next" there are fewer than counters: each goes to one. No number is there twice."""
    hall = CounterHall(database, max(SIZES))
    wanted = [("call", [new_id()], size) for size in SIZES]
    wanted += [("next", [new_id() for _ in range(max(1, size - 2))], size) for size in SIZES]
    wanted += [("issue", [], ISSUING)] * 2  # nobody is warm for the first one
    answers = race(database, hall, tmp_path, request, wanted)
    for (how, tickets, size), got in zip(wanted, answers, strict=True):
        longest = max(ms for _, ms in got)
        won = [number for number, _ in got if number]
        print(f"{database.dialect}: {size} counters, {how}: {len(won)} got one, longest {longest:.0f} ms")
        assert len(won) == len(set(won)) == (len(tickets) or size)
    called = sum(len(tickets) for _, tickets, _ in wanted)
    per_ticket = (
        select(func.count()).where(TicketEventRow.move == TicketMove.CALLED.value).group_by(TicketEventRow.ticket_id)
    )
    assert database.unguarded_read(lambda c: c.scalars(per_ticket).all()) == [1] * called
    numbers = database.unguarded_read(lambda c: sorted(c.scalars(select(TicketRow.number)).all()))
    assert numbers == list(range(1, called + 2 * ISSUING + 1))
