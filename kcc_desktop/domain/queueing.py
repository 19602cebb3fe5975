"""Who is next at the counter, who can serve them, and how long it may take: arithmetic. Knows no table.

Source: appointments-queues-visits facts, 5.2 (priorities) and 5.6 (the estimate).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from statistics import median
from uuid import UUID

from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.counter import (
    EARLY,
    FEWEST,
    ON_TIME,
    Arrival,
    ArrivalState,
    CounterDesk,
    CounterState,
    Estimate,
    Priority,
    Ticket,
    TicketState,
)


def priority_of(starts_at: datetime | None, now: datetime, *, goes_first: bool) -> Priority:
    """An appointment that is not late, accessibility or medical grounds, everybody else."""
    if starts_at is not None and now <= starts_at + ON_TIME:
        return Priority.APPOINTMENT
    return Priority.ACCESSIBILITY if goes_first else Priority.NORMAL


def turn(ticket: Ticket, now: datetime) -> tuple[int, datetime, datetime, str]:
    """The key by which tickets wait: who has the lowest is next.

    Somebody who is long before their time does not go before those who wait already.
    """
    is_early = ticket.priority is Priority.APPOINTMENT and ticket.due_at > now + EARLY
    return Priority.NORMAL if is_early else ticket.priority, ticket.due_at, ticket.created_at, ticket.number


def arrival_state(
    appointment: AppointmentState, ticket: TicketState | None, starts_at: datetime, now: datetime
) -> ArrivalState:
    if appointment is AppointmentState.COMPLETED:
        return ArrivalState.SERVED
    if appointment is AppointmentState.NO_SHOW:
        return ArrivalState.NO_SHOW
    if ticket is not None:
        is_served = appointment is AppointmentState.IN_SERVICE
        return ArrivalState.SERVING if is_served else ArrivalState.ARRIVED
    return ArrivalState.LATE if now > starts_at + ON_TIME else ArrivalState.EXPECTED


def estimates(
    tickets: Sequence[Ticket], seconds: Mapping[UUID, Sequence[int]], counters: Iterable[CounterDesk], now: datetime
) -> dict[UUID, Estimate]:
    """How long each who waits may have to wait: what those before them take, shared by the counters that could do it.

    `seconds`: by product, how long it took lately. Nothing is said of who has somebody before them whose product was
    done fewer than five times, nor where no open counter could serve them.
    """
    staffed = [one for one in counters if one.state is CounterState.OPEN and one.kind is CounterKind.DESK]
    typical = {product: median(took) for product, took in seconds.items() if len(took) >= FEWEST}
    waiting = sorted((one for one in tickets if one.state is TicketState.WAITING), key=lambda one: turn(one, now))
    found: dict[UUID, Estimate] = {}
    before: list[tuple[frozenset[UUID], float | None]] = []  # who could serve those who come first, and for how long
    for ticket in waiting:
        able = frozenset(counter.id for counter in staffed if could_serve(counter, ticket))
        takes = _takes(ticket, typical)
        ahead = [took for others, took in before if able & others]
        before.append((able, takes))
        known = [took for took in ahead if took is not None]
        if able and takes is not None and len(known) == len(ahead):
            minutes = sum(known) / len(able) / 60
            low = int(minutes // 5) * 5
            found[ticket.id] = Estimate(low, low + (5 if minutes < 5 else 10))
    return found


def could_serve(counter: CounterDesk, ticket: Ticket) -> bool:
    """Whether it is this counter's to call: it was sent there, or to no one in particular and the skills are there."""
    if ticket.wanted_counter_id is not None:
        return ticket.wanted_counter_id == counter.id
    return counter.kind is CounterKind.DESK and ticket.skills <= counter.skills


def _takes(ticket: Ticket, typical: Mapping[UUID, float]) -> float | None:
    """Seconds; None when it is not known of one of the products, or there is none."""
    took = [typical.get(line.product_id) for line in ticket.lines]
    known = [one for one in took if one is not None]
    return sum(known) if took and len(known) == len(took) else None


def matches(arrival: Arrival, text: str) -> bool:
    """Whether who says this at the reception may be this one: the code, or each word begins a part of the name."""
    said = text.casefold().split()
    if not said:
        return True
    if "".join(said) == arrival.reference.casefold():
        return True
    parts = arrival.name.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in said)
