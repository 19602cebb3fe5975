"""Reads appointments: one, a party's, a day of a location."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, AttendeeRow
from kcc_desktop.data.calendars import CounterRow, LocationRow, ProductFactsRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import BLOCKING, Appointment, AppointmentState, Attendee
from kcc_desktop.domain.quanta import instant_of, quantum_at

_later = AppointmentRow.__table__.alias("later")
_ROWS: Select[Any] = (
    select(
        AppointmentRow.__table__,
        LocationRow.name.label("location"),
        LocationRow.address,
        CounterRow.name.label("counter"),
        AppointmentTextRow.name,
        AppointmentTextRow.phone,
        AppointmentTextRow.note,
        AgentRow.name.label("made_by_name"),
        _later.c.id.label("moved_to"),
    )
    .join(LocationRow, LocationRow.id == AppointmentRow.location_id)
    .join(CounterRow, CounterRow.id == AppointmentRow.counter_id)
    .join(AgentRow, AgentRow.id == AppointmentRow.made_by)
    .outerjoin(AppointmentTextRow, AppointmentTextRow.appointment_id == AppointmentRow.id)
    .outerjoin(_later, _later.c.replaces_id == AppointmentRow.id)
)


def one(look: Look | Work, appointment_id: UUID) -> Appointment | None:
    found = _read(look, AppointmentRow.id == appointment_id)
    return found[0] if found else None


def by_reference(look: Look, reference: str) -> Appointment | None:
    """The one that has this code now."""
    found = _read(
        look, AppointmentRow.reference == reference, AppointmentRow.state != AppointmentState.RESCHEDULED.value
    )
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
        _ROWS.where(*where).order_by(AppointmentRow.quantum, CounterRow.position, AppointmentRow.id)
    ).all()
    people = _attendees(look, [row.id for row in rows])
    products = {one.product_id for attendees in people.values() for one in attendees}
    names, bring = _products(look, products)
    return [_appointment(row, people.get(row.id, ()), names, bring) for row in rows]


def _attendees(look: Look | Work, ids: Collection[UUID]) -> dict[UUID, tuple[Attendee, ...]]:
    found: dict[UUID, list[Attendee]] = {}
    if ids:
        for row in look.connection.execute(
            select(AttendeeRow.__table__)
            .where(AttendeeRow.appointment_id.in_(list(ids)))
            .order_by(AttendeeRow.appointment_id, AttendeeRow.position)
        ):
            attendee = Attendee(row.product_id, row.name, row.age, row.party_id)
            found.setdefault(row.appointment_id, []).append(attendee)
    return {appointment_id: tuple(people) for appointment_id, people in found.items()}


def _products(look: Look | Work, ids: Collection[UUID]) -> tuple[dict[UUID, str], dict[UUID, tuple[str, ...]]]:
    names, bring = {}, {}
    if ids:
        for row in look.connection.execute(
            select(ProductRow.id, ProductRow.name, ProductFactsRow.bring)
            .outerjoin(ProductFactsRow, ProductFactsRow.product_id == ProductRow.id)
            .where(ProductRow.id.in_(list(ids)))
        ):
            names[row.id], bring[row.id] = row.name, tuple((row.bring or "").splitlines())
    return names, bring


def _appointment(
    row: Any, people: tuple[Attendee, ...], names: dict[UUID, str], bring: dict[UUID, tuple[str, ...]]
) -> Appointment:
    products = list(dict.fromkeys(one.product_id for one in people))
    counts = {product: sum(one.product_id == product for one in people) for product in products}
    title = ", ".join(
        names[product] if counts[product] == 1 else f"{names[product]} ({counts[product]})" for product in products
    )
    return Appointment(
        id=row.id,
        reference=row.reference,
        state=AppointmentState(row.state),
        location_id=row.location_id,
        location=row.location,
        address=row.address,
        counter_id=row.counter_id,
        counter=row.counter,
        starts_at=instant_of(row.quantum),
        ends_at=instant_of(row.quantum + row.quanta),
        party_id=row.party_id,
        title=title,
        attendees=people,
        bring=tuple(dict.fromkeys(thing for product in products for thing in bring[product])),
        name=row.name or "",
        phone=row.phone or "",
        note=row.note or "",
        expires_at=row.expires_at,
        made_by=row.made_by_name,
        moved_to=row.moved_to,
    )
