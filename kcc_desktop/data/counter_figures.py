"""What the events of tickets come to: how long a product takes lately, and the figures of a day."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import aliased

from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.counter import TicketEventRow, TicketLineRow, TicketRow
from kcc_desktop.data.database import Look
from kcc_desktop.domain.counter import OBSERVATIONS, ON_TIME, CounterFigures, TicketSource, TicketState
from kcc_desktop.domain.quanta import instant_of

LATELY = timedelta(days=14)


def serving_seconds(look: Look, location_id: UUID, on: date, product_ids: Collection[UUID]) -> dict[UUID, list[int]]:
    """By product, how long the last twenty took there: of tickets that were for it alone, and not expired."""
    if not product_ids:
        return {}
    wanted = TicketLineRow.product_id.in_(list(product_ids))
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
        .where(wanted)
        .subquery()
    )
    begun, ended = aliased(TicketEventRow), aliased(TicketEventRow)
    rows = look.connection.execute(
        select(newest.c.ticket_id, newest.c.product_id, begun.at.label("since"), ended.at.label("until"))
        .join(begun, and_(begun.ticket_id == newest.c.ticket_id, begun.to_state == TicketState.SERVING.value))
        .join(ended, and_(ended.ticket_id == begun.ticket_id, ended.number == begun.number + 1))
        .where(newest.c.place <= OBSERVATIONS)
    )
    seconds: dict[tuple[UUID, UUID], float] = {}
    for row in rows:
        key = row.product_id, row.ticket_id
        seconds[key] = seconds.get(key, 0.0) + (row.until - row.since).total_seconds()
    found: dict[UUID, list[int]] = {}
    for (product_id, _), took in seconds.items():
        found.setdefault(product_id, []).append(int(took))
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
        waited=len(waits),
        expected=len(on_time),
        longest_wait=max(waits, default=None),
    )


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
