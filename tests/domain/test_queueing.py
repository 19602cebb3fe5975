"""Who is next, who can serve them, how long it may take, and who is meant by what is said at the reception."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.counter import (
    MOVES,
    OPEN,
    Arrival,
    ArrivalState,
    CounterDesk,
    CounterState,
    Estimate,
    Priority,
    Ticket,
    TicketLine,
    TicketSource,
    TicketState,
)
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.queueing import arrival_state, could_serve, estimates, matches, priority_of, turn

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
PASSPORT = new_id()
DESK = CounterDesk(new_id(), "Balie 1", CounterKind.DESK, "", frozenset({"passport"}), CounterState.OPEN)
HOST = replace(DESK, id=new_id(), kind=CounterKind.HOST)


def ticket(minutes=0, priority=Priority.NORMAL, **changes):
    at = NOW + timedelta(minutes=minutes)
    made = Ticket(
        new_id(),
        "B1",
        TicketState.WAITING,
        TicketSource.WALK_IN,
        new_id(),
        date(2026, 3, 4),
        priority,
        at,
        at,
        frozenset({"passport"}),
        (TicketLine(PASSPORT),),
    )
    return replace(made, **changes)


def test_an_appointment_that_is_not_late_goes_before_and_a_late_one_does_not():
    starts_at = NOW - timedelta(minutes=5)
    assert priority_of(starts_at, NOW, goes_first=False) is Priority.APPOINTMENT
    assert priority_of(starts_at, NOW + timedelta(seconds=1), goes_first=False) is Priority.NORMAL
    assert priority_of(starts_at, NOW + timedelta(seconds=1), goes_first=True) is Priority.ACCESSIBILITY
    assert priority_of(None, NOW, goes_first=False) is Priority.NORMAL


def test_turns():
    walked = ticket(-30)
    soon, early = ticket(15, Priority.APPOINTMENT), ticket(16, Priority.APPOINTMENT)
    first = ticket(-1, Priority.ACCESSIBILITY)
    assert sorted([walked, early, soon, first], key=lambda one: turn(one, NOW)) == [soon, first, walked, early]


def test_who_can_serve():
    assert could_serve(DESK, ticket())
    assert not could_serve(DESK, ticket(skills=frozenset({"civil"})))
    assert not could_serve(HOST, ticket(skills=frozenset()))
    assert could_serve(HOST, ticket(wanted_counter_id=HOST.id))
    assert not could_serve(DESK, ticket(wanted_counter_id=HOST.id))


def test_late_and_expected():
    for minutes, state in ((5, ArrivalState.EXPECTED), (6, ArrivalState.LATE)):
        at = NOW - timedelta(minutes=minutes)
        assert arrival_state(AppointmentState.BOOKED, None, at, NOW) is state
    assert arrival_state(AppointmentState.IN_SERVICE, TicketState.SERVING, NOW, NOW) is ArrivalState.SERVING
    assert arrival_state(AppointmentState.CHECKED_IN, TicketState.WAITING, NOW, NOW) is ArrivalState.ARRIVED


def test_an_estimate_is_what_those_before_take_shared_by_the_counters():
    waiting = [ticket(-30 + n) for n in range(4)]
    took = {PASSPORT: [600] * 5}
    found = estimates(waiting, took, [DESK], NOW)
    assert [found[one.id] for one in waiting] == [Estimate(0, 5), Estimate(10, 20), Estimate(20, 30), Estimate(30, 40)]
    shared = estimates(waiting, took, [DESK, replace(DESK, id=new_id())], NOW)
    assert shared[waiting[3].id] == Estimate(15, 25)


@pytest.mark.parametrize(
    ("took", "counters"),
    [
        ({PASSPORT: [600] * 4}, [DESK]),
        ({}, [DESK]),
        ({PASSPORT: [600] * 9}, []),
        ({PASSPORT: [600] * 9}, [replace(DESK, state=CounterState.PAUSED)]),
        ({PASSPORT: [600] * 9}, [replace(DESK, skills=frozenset())]),
    ],
)
def test_nothing_is_said_where_nothing_is_known(took, counters):
    assert estimates([ticket()], took, counters, NOW) == {}


def test_nothing_is_said_behind_somebody_whose_product_is_not_known():
    unknown, after = ticket(-10, lines=()), ticket()
    assert estimates([unknown, after], {PASSPORT: [600] * 9}, [DESK], NOW) == {}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", True),
        ("bc df gh", True),
        ("bcdfgh", True),
        ("vries", True),
        ("fat vri", True),
        ("ries", False),
        ("smit", False),
    ],
)
def test_who_is_meant(said, meant):
    arrival = Arrival(
        new_id(),
        "BCDFGH",
        "Fatima de Vries",
        "Paspoort",
        NOW,
        new_id(),
        "Balie 1",
        CounterKind.DESK,
        "",
        ArrivalState.EXPECTED,
    )
    assert matches(arrival, said) is meant


def test_what_is_over_stays_over_but_for_who_came_after_all():
    assert {state for state, into in MOVES.items() if not into} == set(TicketState) - OPEN - {TicketState.NO_SHOW}
