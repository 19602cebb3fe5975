"""Reads appointments: one, a party's, a day of a location."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentEventRow, AppointmentRow, AppointmentTextRow, AttendeeRow
from kcc_desktop.data.calendar_reads import product_facts
from kcc_desktop.data.calendars import CounterRow, LocationRow
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ProductRow, TimelineEntryRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.references import is_called
from kcc_desktop.domain.appointments import (
    BLOCKING,
    Appointment,
    AppointmentState,
    Attendee,
    BeingBooked,
    CancelledBy,
    Comer,
    ComingAppointment,
    ProductFacts,
    Said,
    titled,
)
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.quanta import instant_of, quantum_at
from kcc_desktop.domain.timeline import EntryKind

_later = AppointmentRow.__table__.alias("later")
# How it ended before anybody came: once at most, since nothing leads out of these states.
_ended = and_(
    AppointmentEventRow.appointment_id == AppointmentRow.id,
    AppointmentEventRow.to_state.in_([AppointmentState.CANCELLED.value, AppointmentState.RESCHEDULED.value]),
)
_ROWS: Select[Any] = (
    select(
        AppointmentRow.__table__,
        LocationRow.name.label("location"),
        LocationRow.address,
        CounterRow.name.label("counter"),
        CounterRow.kind.label("counter_kind"),
        AppointmentTextRow.name,
        AppointmentTextRow.phone,
        AppointmentTextRow.note,
        AgentRow.name.label("made_by_name"),
        _later.c.id.label("moved_to"),
        AppointmentEventRow.by_whom,
        AppointmentEventRow.reason,
    )
    .join(LocationRow, LocationRow.id == AppointmentRow.location_id)
    .join(CounterRow, CounterRow.id == AppointmentRow.counter_id)
    .join(AgentRow, AgentRow.id == AppointmentRow.made_by)
    .outerjoin(AppointmentTextRow, AppointmentTextRow.appointment_id == AppointmentRow.id)
    .outerjoin(_later, _later.c.replaces_id == AppointmentRow.id)
    .outerjoin(AppointmentEventRow, _ended)
    .where(visible_to(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id))
)
_LONGEST = timedelta(days=1)  # no counter serves somebody longer: what began before is over
_COMING = (
    select(AppointmentRow.id, AppointmentRow.quantum, LocationRow.name, ProductRow.name)
    .select_from(TimelineEntryRow)
    .join(AppointmentRow, AppointmentRow.id == TimelineEntryRow.object_id)
    .join(LocationRow, LocationRow.id == AppointmentRow.location_id)
    .join(AttendeeRow, AttendeeRow.appointment_id == AppointmentRow.id)
    .join(ProductRow, ProductRow.id == AttendeeRow.product_id)
    .where(
        TimelineEntryRow.party_id == bindparam("party"),
        TimelineEntryRow.at > bindparam("since"),
        TimelineEntryRow.kind == EntryKind.APPOINTMENT.value,
        AppointmentRow.state.in_([state.value for state in BLOCKING - {AppointmentState.HELD}]),
        AppointmentRow.quantum + AppointmentRow.quanta > bindparam("now"),
        visible_to(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id),
    )
    .order_by(AppointmentRow.quantum, AppointmentRow.id, AttendeeRow.position)
)


def one(look: Look | Work, appointment_id: UUID) -> Appointment | None:
    found = _read(look, AppointmentRow.id == appointment_id)
    return found[0] if found else None


def is_known(look: Look, appointment_id: UUID) -> bool:
    """Whether there is one of this id that is this agent's to see."""
    return look.connection.scalar(select(AppointmentRow.id).where(AppointmentRow.id == appointment_id)) is not None


def secrecy_of(look: Look | Work, appointment_id: UUID) -> tuple[Confidentiality, UUID | None]:
    """How confidential it is, and whose."""
    row = look.connection.execute(
        select(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id).where(
            AppointmentRow.id == appointment_id
        )
    ).one()
    return Confidentiality(row.confidentiality), row.owner_cluster_id


def by_reference(look: Look, reference: str) -> Appointment | None:
    """The one that has this code now."""
    found = _read(look, is_called(AppointmentRow, reference))
    return found[0] if found else None


def coming_of(look: Look, party_id: UUID) -> tuple[Appointment, ...]:
    """Promised and not over, the next first: whoever it is for, or comes along."""
    along = select(AttendeeRow.appointment_id).where(AttendeeRow.party_id == party_id)
    found = _read(
        look,
        (AppointmentRow.party_id == party_id) | AppointmentRow.id.in_(along),
        AppointmentRow.state.in_([state.value for state in BLOCKING - {AppointmentState.HELD}]),
        AppointmentRow.quantum + AppointmentRow.quanta > quantum_at(look.now),
    )
    return tuple(found)


def coming_lines(look: Look, party_id: UUID) -> tuple[ComingAppointment, ...]:
    """The same in lines, read from the end of the party's timeline: what is still to come are a few rows there."""
    now = quantum_at(look.now)
    values = {"party": party_id, "since": look.now - _LONGEST, "now": now, **sight(look.agent)}
    found: dict[UUID, tuple[datetime, str, list[str]]] = {}
    for appointment_id, quantum, location, product in look.connection.execute(_COMING, values):
        found.setdefault(appointment_id, (instant_of(quantum), location, []))[2].append(product)
    return tuple(
        ComingAppointment(appointment_id, titled(products), starts_at, location)
        for appointment_id, (starts_at, location, products) in found.items()
    )


def held_by_others(look: Look, location_ids: Collection[UUID], first: int, end: int) -> tuple[BeingBooked, ...]:
    """What colleagues hold there from one quantum up to another, in order of time."""
    rows = look.connection.execute(
        select(AppointmentRow.quantum, LocationRow.name, AgentRow.name.label("by"))
        .join(LocationRow, LocationRow.id == AppointmentRow.location_id)
        .join(AgentRow, AgentRow.id == AppointmentRow.made_by)
        .where(
            AppointmentRow.state == AppointmentState.HELD.value,
            AppointmentRow.location_id.in_(list(location_ids)),
            AppointmentRow.local_on >= instant_of(first).date() - _LONGEST,
            AppointmentRow.local_on <= instant_of(end).date() + _LONGEST,
            AppointmentRow.quantum >= first,
            AppointmentRow.quantum < end,
            AppointmentRow.expires_at > look.now,
            AppointmentRow.made_by != look.agent.id,
        )
        .order_by(AppointmentRow.quantum, AgentRow.name)
    )
    return tuple(BeingBooked(instant_of(row.quantum), row.name, row.by) for row in rows)


def on_day(look: Look, location_id: UUID, day: date) -> tuple[Appointment, ...]:
    """What blocks a counter of the location that local day, holds of colleagues among them, in order of time."""
    found = _read(
        look,
        AppointmentRow.location_id == location_id,
        AppointmentRow.local_on == day,
        AppointmentRow.state.in_([*(state.value for state in BLOCKING), AppointmentState.COMPLETED.value]),
    )
    return tuple(
        appointment for appointment in found if appointment.expires_at is None or appointment.expires_at > look.now
    )


def _read(look: Look | Work, *where: ColumnElement[bool]) -> list[Appointment]:
    rows = look.connection.execute(
        _ROWS.where(*where).order_by(AppointmentRow.quantum, CounterRow.position, AppointmentRow.id),
        sight(look.agent),
    ).all()
    people = _attendees(look, [row.id for row in rows])
    products = {one.product_id for attendees in people.values() for one, _ in attendees}
    names, facts = _names(look, products), product_facts(look.connection, products)
    return [_appointment(row, people.get(row.id, ()), names, facts) for row in rows]


def attendees(unit: Look | Work, appointment_id: UUID) -> tuple[Attendee, ...]:
    """Who comes, in their order."""
    return tuple(one for one, _ in _attendees(unit, [appointment_id]).get(appointment_id, ()))


def _attendees(look: Look | Work, ids: Collection[UUID]) -> dict[UUID, tuple[tuple[Attendee, str], ...]]:
    """Who comes, each with the name by which they are known: what was said, else the register's."""
    found: dict[UUID, list[tuple[Attendee, str]]] = {}
    if ids:
        for row in look.connection.execute(
            select(AttendeeRow.__table__, PartyRow.title)
            .outerjoin(PartyRow, PartyRow.id == AttendeeRow.party_id)
            .where(AttendeeRow.appointment_id.in_(list(ids)))
            .order_by(AttendeeRow.appointment_id, AttendeeRow.position)
        ):
            attendee = _attendee(row)
            found.setdefault(row.appointment_id, []).append((attendee, row.name or row.title or ""))
    return {appointment_id: tuple(people) for appointment_id, people in found.items()}


def _attendee(row: Any) -> Attendee:
    return Attendee(
        row.product_id,
        row.name,
        row.age,
        row.party_id,
        Said(row.consent) if row.consent else None,
        Said(row.authority) if row.authority else None,
    )


def _names(look: Look | Work, ids: Collection[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    rows = look.connection.execute(select(ProductRow.id, ProductRow.name).where(ProductRow.id.in_(list(ids))))
    return {row.id: row.name for row in rows}


def _appointment(
    row: Any,
    people: tuple[tuple[Attendee, str], ...],
    names: dict[UUID, str],
    facts: dict[UUID, ProductFacts],
) -> Appointment:
    attendees = tuple(one for one, _ in people)
    comers = tuple(_comer(one, name, names, facts) for one, name in people)
    return Appointment(
        id=row.id,
        reference=row.reference,
        state=AppointmentState(row.state),
        location_id=row.location_id,
        location=row.location,
        address=row.address,
        counter_id=row.counter_id,
        counter=row.counter,
        host_id=row.counter_id if row.counter_kind == CounterKind.HOST.value else None,
        starts_at=instant_of(row.quantum),
        ends_at=instant_of(row.quantum + row.quanta),
        party_id=row.party_id,
        title=titled([names[one.product_id] for one in attendees]),
        attendees=attendees,
        bring=tuple(dict.fromkeys(thing for one in comers for thing in one.bring)),
        name=row.name or "",
        phone=row.phone or "",
        note=row.note or "",
        expires_at=row.expires_at,
        made_by=row.made_by_name,
        moved_to=row.moved_to,
        made_at=row.made_at,
        language=row.language,
        comers=comers,
        cancelled_by=CancelledBy(row.by_whom) if row.by_whom else None,
        reason=row.reason or "",
        contact_id=row.contact_id,
        help_minutes=row.help_minutes,
        needs_interpreter=row.needs_interpreter,
        moves=row.moves,
        is_extra=row.lane_id is not None,
    )


def _comer(one: Attendee, name: str, names: dict[UUID, str], facts: dict[UUID, ProductFacts]) -> Comer:
    product = facts.get(one.product_id)
    bring = product.bring_of(one.age) if product is not None else ()
    return Comer(name, one.age, names[one.product_id], one.consent, one.authority, bring)
