"""Reads the counter as values: tickets with who and what, arrivals of a day, and who sits where."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, case, literal, or_, select, text
from sqlalchemy.orm import aliased

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, AttendeeRow
from kcc_desktop.data.calendars import CounterRow, LocationRow, ProductFactsRow
from kcc_desktop.data.columns import Instant
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.counter import CounterStateRow, TicketLineRow, TicketRow, TicketTextRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import AppointmentState, titled
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.contacts import Confidentiality, IdentityLevel
from kcc_desktop.domain.counter import (
    EARLY,
    OPEN,
    Arrival,
    CounterDesk,
    CounterState,
    Need,
    Priority,
    Ticket,
    TicketLine,
    TicketSource,
    TicketState,
    WaitingRoom,
)
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.queueing import arrival_state, turn

_WANTED = aliased(CounterRow)
_SEEN = visible_to(TicketRow.confidentiality, TicketRow.owner_cluster_id)
_TICKETS = (
    select(
        TicketRow.__table__,
        TicketTextRow.party_id,
        TicketTextRow.name,
        TicketTextRow.note,
        CounterRow.name.label("counter"),
        _WANTED.name.label("wanted"),
        _WANTED.kind.label("wanted_kind"),
    )
    .join(TicketTextRow, TicketTextRow.ticket_id == TicketRow.id)
    .outerjoin(CounterRow, CounterRow.id == TicketRow.counter_id)
    .outerjoin(_WANTED, _WANTED.id == TicketRow.wanted_counter_id)
    .where(_SEEN)
)
# Of a day, as the reception knows them: expected, here, served, not come.
_SHOWN = [
    AppointmentState.BOOKED.value,
    AppointmentState.CHECKED_IN.value,
    AppointmentState.IN_SERVICE.value,
    AppointmentState.COMPLETED.value,
    AppointmentState.NO_SHOW.value,
]
_ARRIVALS = (
    select(
        AppointmentRow.id,
        AppointmentRow.reference,
        AppointmentRow.state,
        AppointmentRow.quantum,
        AppointmentRow.counter_id,
        AppointmentTextRow.name,
        CounterRow.name.label("counter"),
        CounterRow.kind,
        CounterRow.room,
        TicketRow.id.label("ticket_id"),
        TicketRow.prefix,
        TicketRow.number,
        TicketRow.state.label("ticket_state"),
        TicketRow.host_told_at,
    )
    .join(CounterRow, CounterRow.id == AppointmentRow.counter_id)
    .outerjoin(AppointmentTextRow, AppointmentTextRow.appointment_id == AppointmentRow.id)
    .outerjoin(TicketRow, TicketRow.appointment_id == AppointmentRow.id)
    .where(
        AppointmentRow.state.in_(_SHOWN), visible_to(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id)
    )
    .order_by(AppointmentRow.quantum, CounterRow.position, AppointmentRow.id)
)


def one(look: Look | Work, ticket_id: UUID) -> Ticket | None:
    """None when there is none to see."""
    found = _read(look, TicketRow.id == ticket_id)
    return found[0] if found else None


def open_ones(look: Look | Work, location_id: UUID, on: date) -> tuple[Ticket, ...]:
    """Those of that day that this agent may see and that are not over; who is next first."""
    found = _read(
        look,
        TicketRow.location_id == location_id,
        TicketRow.local_on == on,
        TicketRow.state.in_([state.value for state in OPEN]),
    )
    return tuple(sorted(found, key=lambda ticket: turn(ticket, look.now)))


def of_appointment(look: Look | Work, appointment_id: UUID) -> Ticket | None:
    found = _read(look, TicketRow.appointment_id == appointment_id)
    return found[0] if found else None


def next_for(unit: Look | Work, desk: CounterDesk, location_id: UUID, on: date) -> UUID | None:
    """Who waits for this counter and is next, in the order of `queueing.turn`; locked for who writes.

    On PostgreSQL what other desks are calling at this moment is passed over; a file has one writer at a time.
    """
    waits = (
        TicketRow.location_id == location_id,
        TicketRow.local_on == on,
        TicketRow.state == TicketState.WAITING.value,
    )
    mine = TicketRow.wanted_counter_id == desk.id
    if desk.kind is CounterKind.DESK:
        asked = unit.connection.scalars(select(TicketRow.skills).where(*waits).distinct()).all()
        able = [skills for skills in asked if desk.skills.issuperset(skills.split())]
        mine = or_(mine, and_(TicketRow.wanted_counter_id.is_(None), TicketRow.skills.in_(able)))
    is_early = and_(
        TicketRow.priority == Priority.APPOINTMENT.value, TicketRow.due_at > literal(unit.now + EARLY, Instant)
    )
    turns = case((is_early, Priority.NORMAL.value), else_=TicketRow.priority)
    statement = (
        select(TicketRow.id)
        .where(*waits, mine, _SEEN)
        .order_by(turns, TicketRow.due_at, TicketRow.created_at, TicketRow.prefix, TicketRow.number)
        .limit(1)
    )
    if isinstance(unit, Work):
        statement = statement.with_for_update(skip_locked=True)
    found: UUID | None = unit.connection.scalar(statement, sight(unit.agent))
    return found


def counters(look: Look | Work, location_id: UUID) -> tuple[CounterDesk, ...]:
    """All that are in use there, in their order, with who sits there and which ticket is at it."""
    return _counters(look, CounterRow.location_id == location_id)


def counter(look: Look | Work, counter_id: UUID) -> tuple[CounterDesk, UUID] | None:
    """One of them with its location; None when there is none."""
    found = _counters(look, CounterRow.id == counter_id)
    where = look.connection.scalar(select(CounterRow.location_id).where(CounterRow.id == counter_id))
    return (found[0], where) if found and where is not None else None


def arrivals(look: Look | Work, location_id: UUID, on: date) -> tuple[Arrival, ...]:
    """Appointments of that local day, in order of time."""
    rows = look.connection.execute(
        _ARRIVALS.where(AppointmentRow.location_id == location_id, AppointmentRow.local_on == on), sight(look.agent)
    ).all()
    titles = _titles(look, [row.id for row in rows])
    return tuple(_arrival(row, titles.get(row.id, ""), look.now) for row in rows)


def place(look: Look | Work, location_id: UUID) -> tuple[str, ZoneInfo] | None:
    """A location's name and its clock; None when there is none."""
    row = look.connection.execute(
        select(LocationRow.name, LocationRow.zone).where(LocationRow.id == location_id)
    ).first()
    return (row.name, ZoneInfo(row.zone)) if row is not None else None


def waiting_room(look: Look, name: str, location_id: UUID, on: date) -> WaitingRoom:
    """Numbers and counters, of everybody: there is nothing in it that is not on the wall."""
    rows = look.connection.execute(
        select(TicketRow.prefix, TicketRow.number, TicketRow.state, CounterRow.name, TicketRow.announced_at)
        .outerjoin(CounterRow, CounterRow.id == TicketRow.counter_id)
        .where(
            TicketRow.location_id == location_id,
            TicketRow.local_on == on,
            TicketRow.state.in_([TicketState.WAITING.value, TicketState.CALLED.value, TicketState.SERVING.value]),
        )
        .order_by(TicketRow.announced_at.desc())
    ).all()
    at_counter = [row for row in rows if row.state != TicketState.WAITING.value]
    newest = max((row.announced_at for row in at_counter if row.announced_at is not None), default=None)
    called = tuple((said(row.prefix, row.number), row.name) for row in at_counter)
    return WaitingRoom(name, called, len(rows) - len(at_counter), newest)


def product_skills(unit: Work, product_ids: Collection[UUID]) -> frozenset[str]:
    """What whoever serves these must be able to do."""
    skills = unit.connection.scalars(
        select(ProductFactsRow.skill).where(ProductFactsRow.product_id.in_(list(product_ids)))
    )
    return frozenset(skill for skill in skills if skill)


def are_products(unit: Work, product_ids: Collection[UUID]) -> bool:
    """Whether all of them are there."""
    wanted = set(product_ids)
    return set(unit.connection.scalars(select(ProductRow.id).where(ProductRow.id.in_(list(wanted))))) == wanted


def said(prefix: str, number: int) -> str:
    """A ticket's number as it hangs on the wall."""
    return f"{prefix}{number}"


def _counters(look: Look | Work, which: ColumnElement[bool]) -> tuple[CounterDesk, ...]:
    rows = look.connection.execute(
        select(
            CounterRow.id,
            CounterRow.name,
            CounterRow.kind,
            CounterRow.room,
            CounterRow.skills,
            CounterStateRow.state,
            CounterStateRow.agent_id,
            AgentRow.name.label("agent"),
            TicketRow.id.label("ticket_id"),
            TicketRow.prefix,
            TicketRow.number,
        )
        .outerjoin(CounterStateRow, CounterStateRow.counter_id == CounterRow.id)
        .outerjoin(AgentRow, AgentRow.id == CounterStateRow.agent_id)
        .outerjoin(
            TicketRow,
            # In words and not by parameters: only so does SQLite know the index of who is at a counter.
            and_(TicketRow.counter_id == CounterRow.id, text("queue_ticket.state IN ('called', 'serving')")),
        )
        .where(which, CounterRow.is_in_use)
        .order_by(CounterRow.position, CounterRow.name)
    )
    return tuple(
        CounterDesk(
            row.id,
            row.name,
            CounterKind(row.kind),
            row.room,
            frozenset(row.skills.split()),
            CounterState(row.state) if row.state else CounterState.CLOSED,
            row.agent_id,
            row.agent or "",
            row.ticket_id,
            said(row.prefix, row.number) if row.ticket_id is not None else "",
        )
        for row in rows
    )


def _read(look: Look | Work, *where: ColumnElement[bool]) -> list[Ticket]:
    rows = look.connection.execute(_TICKETS.where(*where), sight(look.agent)).all()
    lines = _lines(look, [row.id for row in rows])
    return [_ticket(row, lines.get(row.id, [])) for row in rows]


def _lines(look: Look | Work, ids: Collection[UUID]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    if ids:
        for row in look.connection.execute(
            select(TicketLineRow.__table__, ProductRow.name, ProductFactsRow.bring)
            .join(ProductRow, ProductRow.id == TicketLineRow.product_id)
            .outerjoin(ProductFactsRow, ProductFactsRow.product_id == TicketLineRow.product_id)
            .where(TicketLineRow.ticket_id.in_(list(ids)))
            .order_by(TicketLineRow.ticket_id, TicketLineRow.position)
        ):
            found.setdefault(row.ticket_id, []).append(row)
    return found


def _ticket(row: Any, lines: list[Any]) -> Ticket:
    sent_on = [line.product_id for line in lines if line.is_sent_on]
    return Ticket(
        id=row.id,
        number=said(row.prefix, row.number),
        state=TicketState(row.state),
        source=TicketSource(row.source),
        location_id=row.location_id,
        local_on=row.local_on,
        priority=Priority(row.priority),
        created_at=row.created_at,
        due_at=row.due_at,
        skills=frozenset(row.skills.split()),
        lines=tuple(TicketLine(line.product_id, line.persons, line.name) for line in lines),
        bring=tuple(dict.fromkeys(thing for line in lines for thing in (line.bring or "").splitlines())),
        needs=frozenset(map(Need, row.needs.split())),
        language=row.language,
        counter_id=row.counter_id,
        counter=row.counter or "",
        wanted_counter_id=row.wanted_counter_id,
        host=row.wanted if row.wanted_kind == CounterKind.HOST.value else "",
        called_at=row.called_at,
        served_at=row.served_at,
        host_told_at=row.host_told_at,
        appointment_id=row.appointment_id,
        conversation_id=row.conversation_id,
        identity=IdentityLevel(row.identity),
        party_id=row.party_id,
        name=row.name,
        note=row.note,
        secrecy=Confidentiality(row.confidentiality),
        asked=sent_on[-1] if sent_on else lines[0].product_id if lines else None,
    )


def _titles(look: Look | Work, ids: Collection[UUID]) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = {}
    if ids:
        for appointment_id, name in look.connection.execute(
            select(AttendeeRow.appointment_id, ProductRow.name)
            .join(ProductRow, ProductRow.id == AttendeeRow.product_id)
            .where(AttendeeRow.appointment_id.in_(list(ids)))
            .order_by(AttendeeRow.appointment_id, AttendeeRow.position)
        ):
            found.setdefault(appointment_id, []).append(name)
    return {appointment_id: titled(names) for appointment_id, names in found.items()}


def _arrival(row: Any, title: str, now: datetime) -> Arrival:
    starts_at = instant_of(row.quantum)
    ticket_state = TicketState(row.ticket_state) if row.ticket_state else None
    return Arrival(
        row.id,
        row.reference,
        row.name or "",
        title,
        starts_at,
        row.counter_id,
        row.counter,
        CounterKind(row.kind),
        row.room,
        arrival_state(AppointmentState(row.state), ticket_state, starts_at, now),
        row.ticket_id,
        said(row.prefix, row.number) if row.ticket_id is not None else "",
        row.host_told_at,
    )
