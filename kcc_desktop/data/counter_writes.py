"""Moves tickets, each by one conditional statement, with its event; the appointment moves along."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, insert, literal, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data import appointment_ends, appointment_writes
from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.columns import Instant
from kcc_desktop.data.counter import TicketEventRow, TicketLineRow, TicketNumberRow, TicketRow, TicketTextRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import AppointmentState, CancelAppointment, CancelledBy
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.counter import TicketLine, TicketMove, TicketState
from kcc_desktop.domain.counter_commands import ServeTicket
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_at

# What becomes of an appointment when its ticket goes there.
_FOLLOWS = {
    TicketState.SERVING: ((AppointmentState.CHECKED_IN,), AppointmentState.IN_SERVICE),
    TicketState.WAITING: ((AppointmentState.IN_SERVICE,), AppointmentState.CHECKED_IN),
    TicketState.DONE: ((AppointmentState.IN_SERVICE,), AppointmentState.COMPLETED),
    TicketState.NO_SHOW: ((AppointmentState.CHECKED_IN,), AppointmentState.NO_SHOW),
}


def ticket_of_move(unit: Look | Work, move_id: UUID) -> UUID | None:
    """Which ticket a move was made of that is written already; None when it is not."""
    return unit.connection.scalar(select(TicketEventRow.ticket_id).where(TicketEventRow.id == move_id))


def next_number(unit: Work, location_id: UUID, on: date, prefix: str) -> int:
    """The next one of that day: two desks that ask at the same moment wait for each other, and get two."""
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    number: int = unit.connection.execute(
        upsert(TicketNumberRow)
        .values(location_id=location_id, local_on=on, prefix=prefix, last=1)
        .on_conflict_do_update(
            index_elements=["location_id", "local_on", "prefix"], set_={"last": TicketNumberRow.last + 1}
        )
        .returning(TicketNumberRow.last)
    ).scalar_one()
    return number


def issue(
    unit: Work,
    ticket_id: UUID,
    lines: Sequence[TicketLine],
    *,
    party_id: UUID | None,
    name: str,
    note: str = "",
    **values: Any,
) -> None:
    """A new ticket that waits; `values` are its row's, without the number, which comes last: others wait for it."""
    number = next_number(unit, values["location_id"], values["local_on"], values["prefix"])
    unit.connection.execute(
        insert(TicketRow).values(
            id=ticket_id,
            number=number,
            state=TicketState.WAITING.value,
            created_at=unit.now,
            created_by=unit.agent.id,
            **values,
        )
    )
    unit.connection.execute(insert(TicketTextRow).values(ticket_id=ticket_id, party_id=party_id, name=name, note=note))
    _add_lines(unit, ticket_id, lines)
    _note(unit, ticket_id, 0, ticket_id, TicketMove.ISSUED, "", TicketState.WAITING, None)


def call(unit: Work, move_id: UUID, ticket_id: UUID, counter_id: UUID) -> bool:
    """False when it does not wait any more."""
    return move(
        unit,
        move_id,
        ticket_id,
        (TicketState.WAITING,),
        TicketState.CALLED,
        TicketMove.CALLED,
        counter_id=counter_id,
        called_at=func.coalesce(TicketRow.called_at, literal(unit.now, Instant)),
        announced_at=unit.now,
        wanted_counter_id=None,
    )


def serve(unit: Work, command: ServeTicket) -> bool:
    return move(
        unit,
        command.id,
        command.ticket_id,
        (TicketState.CALLED,),
        TicketState.SERVING,
        TicketMove.SERVED,
        identity_how=command.identity_how,
        identity=command.identity.value,
        conversation_id=command.conversation_id,
        served_at=func.coalesce(TicketRow.served_at, literal(unit.now, Instant)),
    )


def finish(unit: Work, ticket_id: UUID, conversation_id: UUID, outcome_code: str, identity: IdentityLevel) -> bool:
    """With the talk that is recorded in the same transaction; False when it is not in that talk any more.

    The move's id is the talk's: a ticket is finished by one, and once.
    """
    values: dict[str, Any] = {"outcome_code": outcome_code}
    if identity is not IdentityLevel.NOT_ESTABLISHED:
        values["identity"] = identity.value
    return move(
        unit,
        conversation_id,
        ticket_id,
        (TicketState.SERVING, TicketState.ON_HOLD),
        TicketState.DONE,
        TicketMove.FINISHED,
        TicketRow.conversation_id == conversation_id,
        **values,
    )


def send_on(unit: Work, ticket_id: UUID, note: str, line: TicketLine | None) -> None:
    """What travels along with a ticket that goes to somebody else."""
    if note:
        unit.connection.execute(update(TicketTextRow).where(TicketTextRow.ticket_id == ticket_id).values(note=note))
    if line is not None:
        last = unit.connection.scalar(
            select(func.max(TicketLineRow.position)).where(TicketLineRow.ticket_id == ticket_id)
        )
        _add_lines(unit, ticket_id, [line], first=0 if last is None else last + 1, is_sent_on=True)


def move(
    unit: Work,
    move_id: UUID,
    ticket_id: UUID,
    allowed: Sequence[TicketState],
    into: TicketState,
    what: TicketMove,
    *conditions: ColumnElement[bool],
    identity_how: str = "",
    reason: str = "",
    **values: Any,
) -> bool:
    """One conditional statement for each state it may come from, so that the event tells which it was."""
    for state in allowed:
        row = unit.connection.execute(
            update(TicketRow)
            .where(TicketRow.id == ticket_id, TicketRow.state == state.value, *conditions)
            .values(state=into.value, moves=TicketRow.moves + 1, **values)
            .returning(TicketRow.moves, TicketRow.counter_id, TicketRow.appointment_id)
        ).first()
        if row is not None:
            counter_id = values.get("counter_id", row.counter_id)
            _note(unit, ticket_id, row.moves, move_id, what, state.value, into, counter_id, identity_how)
            if row.appointment_id is not None and into is not state:
                _follow(unit, row.appointment_id, into, reason)
            return True
    return False


def begin_anew(unit: Work, counter_id: UUID) -> tuple[UUID, ...]:
    """Whoever is being helped at a counter that is taken over has another talk from here on; answers who they are.

    The one that began is its own desk's to record; it ends no ticket any more.
    """
    changed = []
    for state, what in ((TicketState.SERVING, TicketMove.RESUMED), (TicketState.ON_HOLD, TicketMove.HELD)):
        found = unit.connection.scalars(
            select(TicketRow.id)
            .where(TicketRow.counter_id == counter_id, TicketRow.state == state.value)
            .order_by(TicketRow.id)
        ).all()
        changed += [one for one in found if move(unit, new_id(), one, (state,), state, what, conversation_id=new_id())]
    return tuple(changed)


def wait_again(unit: Work, counter_id: UUID) -> tuple[UUID, ...]:
    """Who is on hold at a counter that closes waits for any of them, at their place; answers who they are.

    The talk that began stays at the desk where it began: whoever serves them next begins another.
    """
    on_hold = TicketState.ON_HOLD
    found = unit.connection.scalars(
        select(TicketRow.id)
        .where(TicketRow.counter_id == counter_id, TicketRow.state == on_hold.value)
        .order_by(TicketRow.id)
    ).all()
    back = TicketMove.PUT_BACK
    return tuple(
        one
        for one in found
        if move(unit, new_id(), one, (on_hold,), TicketState.WAITING, back, counter_id=None, conversation_id=None)
    )


def came(unit: Work, appointment_id: UUID) -> bool:
    """Who was expected is here, also who was thought not to come as long as nobody took the time. False: neither."""
    state = appointment_writes.state_of(unit, appointment_id)
    if state is AppointmentState.NO_SHOW and not appointment_ends.bring_back(unit, appointment_id):
        return False
    return appointment_writes.move(unit, appointment_id, (AppointmentState.BOOKED,), AppointmentState.CHECKED_IN)


def overdue_appointments(unit: Work, location_id: UUID, since: date, until: date) -> Collection[UUID]:
    """Planned from that day up to and without the other; their time is over, and nobody came."""
    return unit.connection.scalars(
        select(AppointmentRow.id).where(
            AppointmentRow.location_id == location_id,
            AppointmentRow.local_on >= since,
            AppointmentRow.local_on < until,
            AppointmentRow.state == AppointmentState.BOOKED.value,
            AppointmentRow.quantum + AppointmentRow.quanta <= quantum_at(unit.now),
        )
    ).all()


def open_tickets(unit: Work, location_id: UUID, since: date, until: date) -> Collection[tuple[UUID, TicketState]]:
    """Of those days, whatever became of them."""
    rows = unit.connection.execute(
        select(TicketRow.id, TicketRow.state).where(
            TicketRow.location_id == location_id,
            TicketRow.local_on >= since,
            TicketRow.local_on < until,
            TicketRow.state.in_(["waiting", "called", "serving", "on_hold"]),
        )
    )
    return [(row.id, TicketState(row.state)) for row in rows]


def _follow(unit: Work, appointment_id: UUID, into: TicketState, reason: str) -> None:
    """The appointment of a ticket; one that is not this agent's to see stays as it is."""
    if into is TicketState.LEFT:
        appointment_writes.move(unit, appointment_id, (AppointmentState.IN_SERVICE,), AppointmentState.CHECKED_IN)
        appointment_writes.cancel(unit, CancelAppointment(appointment_id, CancelledBy.CITIZEN, reason))
    elif into is TicketState.EXPIRED:
        appointment_writes.move(unit, appointment_id, (AppointmentState.IN_SERVICE,), AppointmentState.COMPLETED)
        appointment_writes.move(unit, appointment_id, (AppointmentState.CHECKED_IN,), AppointmentState.NO_SHOW)
    elif into in _FOLLOWS:
        allowed, state = _FOLLOWS[into]
        appointment_writes.move(unit, appointment_id, allowed, state)
    unit.changed("appointment", appointment_id)


def _add_lines(
    unit: Work, ticket_id: UUID, lines: Sequence[TicketLine], *, first: int = 0, is_sent_on: bool = False
) -> None:
    if lines:
        unit.connection.execute(
            insert(TicketLineRow),
            [
                {
                    "ticket_id": ticket_id,
                    "position": position,
                    "product_id": line.product_id,
                    "persons": line.persons,
                    "is_sent_on": is_sent_on,
                }
                for position, line in enumerate(lines, first)
            ],
        )


def _note(
    unit: Work,
    ticket_id: UUID,
    number: int,
    move_id: UUID,
    what: TicketMove,
    before: str,
    after: TicketState,
    counter_id: UUID | None,
    identity_how: str = "",
) -> None:
    unit.connection.execute(
        insert(TicketEventRow).values(
            ticket_id=ticket_id,
            number=number,
            id=move_id,
            move=what.value,
            from_state=before,
            to_state=after.value,
            counter_id=counter_id,
            identity_how=identity_how,
            at=unit.now,
            actor_id=unit.agent.id,
        )
    )
