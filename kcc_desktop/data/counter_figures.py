"""What the events of tickets come to: how long a product takes lately, and the figures of a day."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median
from uuid import UUID

from sqlalchemy import func, select

from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.counter import TicketEventRow, TicketLineRow, TicketRow
from kcc_desktop.data.database import Look
from kcc_desktop.domain.counter import OBSERVATIONS, ON_TIME, CounterFigures, TicketSource, TicketState
from kcc_desktop.domain.quanta import instant_of

LATELY = timedelta(days=14)


def serving_seconds(look: Look, location_id: UUID, on: date) -> dict[UUID, list[int]]:
    """By product, how long the last twenty took there: of tickets that were for it alone, and not expired."""
    alone = (
        select(TicketLineRow.ticket_id, func.min(TicketRow.served_at).label("served_at"))
        .join(TicketRow, TicketRow.id == TicketLineRow.ticket_id)
        .where(
            TicketRow.location_id == location_id,
            TicketRow.local_on >= on - LATELY,
            TicketRow.local_on <= on,
            TicketRow.state == TicketState.DONE.value,
        )
        .group_by(TicketLineRow.ticket_id)
        .having(func.count() == 1)
        .subquery()
    )
    place = func.row_number().over(
        partition_by=TicketLineRow.product_id, order_by=(alone.c.served_at.desc(), TicketLineRow.ticket_id)
    )
    newest = (
        select(TicketLineRow.ticket_id, TicketLineRow.product_id, place.label("place"))
        .join(alone, alone.c.ticket_id == TicketLineRow.ticket_id)
        .subquery()
    )
    rows = look.connection.execute(
        select(newest.c.ticket_id, newest.c.product_id).where(newest.c.place <= OBSERVATIONS)
    )
    products = {row.ticket_id: row.product_id for row in rows}
    found: dict[UUID, list[int]] = {}
    for ticket_id, seconds in _serving(look, list(products)).items():
        found.setdefault(products[ticket_id], []).append(seconds)
    return found


def figures(look: Look, location_id: UUID, on: date, norm_seconds: int) -> CounterFigures:
    """One day. Waiting: from the number to the first call; expired tickets are in no figure."""
    rows = look.connection.execute(
        select(TicketRow.id, TicketRow.source, TicketRow.state, AppointmentRow.quantum)
        .outerjoin(AppointmentRow, AppointmentRow.id == TicketRow.appointment_id)
        .where(
            TicketRow.location_id == location_id,
            TicketRow.local_on == on,
            TicketRow.state != TicketState.EXPIRED.value,
        )
    ).all()
    ids = [row.id for row in rows]
    events = _events(look, ids)
    first_called = {
        ticket_id: next((at for to, at in moves if to == TicketState.CALLED.value), None)
        for ticket_id, moves in events.items()
    }
    waits = [
        int((called - events[ticket_id][0][1]).total_seconds())
        for ticket_id, called in first_called.items()
        if called is not None
    ]
    on_time = [
        abs(called - instant_of(row.quantum)) <= ON_TIME
        for row in rows
        if row.quantum is not None and (called := first_called.get(row.id)) is not None
    ]
    states = [row.state for row in rows]
    return CounterFigures(
        issued=len(rows),
        served=states.count(TicketState.DONE.value),
        left=states.count(TicketState.LEFT.value),
        no_show=states.count(TicketState.NO_SHOW.value),
        walk_ins=sum(row.source == TicketSource.WALK_IN.value for row in rows),
        median_wait=int(median(waits)) if waits else None,
        within_norm=sum(wait <= norm_seconds for wait in waits) / len(waits) if waits else None,
        serving=sum(_served(moves) for moves in events.values()),
        on_time=sum(on_time) / len(on_time) if on_time else None,
    )


def _serving(look: Look, ticket_ids: Sequence[UUID]) -> dict[UUID, int]:
    return {ticket_id: _served(moves) for ticket_id, moves in _events(look, ticket_ids).items()}


def _events(look: Look, ticket_ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, datetime]]]:
    """Of each ticket, where it went and when, in order."""
    found: dict[UUID, list[tuple[str, datetime]]] = {}
    if ticket_ids:
        for row in look.connection.execute(
            select(TicketEventRow.ticket_id, TicketEventRow.to_state, TicketEventRow.at)
            .where(TicketEventRow.ticket_id.in_(ticket_ids))
            .order_by(TicketEventRow.ticket_id, TicketEventRow.number)
        ):
            found.setdefault(row.ticket_id, []).append((row.to_state, row.at))
    return found


def _served(moves: Sequence[tuple[str, datetime]]) -> int:
    """Seconds at a counter, without the time on hold; what is not over does not count yet."""
    seconds = 0.0
    for (state, since), (_, until) in pairwise(moves):
        if state == TicketState.SERVING.value:
            seconds += (until - since).total_seconds()
    return int(seconds)
