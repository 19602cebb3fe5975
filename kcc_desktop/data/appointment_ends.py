"""Finds appointments that end by themselves: nobody came, or whoever they are for died."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from kcc_desktop.data import appointment_writes, occupancy
from kcc_desktop.data.appointments import AppointmentEventRow, AppointmentRow, AttendeeRow
from kcc_desktop.data.calendars import LocationRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.quanta import quantum_at

_ARRIVED = (AppointmentState.CHECKED_IN, AppointmentState.IN_SERVICE, AppointmentState.COMPLETED)
_DAYS_BACK = 1


def not_come(look: Look, minutes: int) -> tuple[UUID, ...]:
    """Still expected, that many minutes after they should have begun, yesterday or today.

    Only where somebody arrived that day: a location that notes no arrivals knows nothing of who did not come.
    """
    today = look.now.date()
    begun = quantum_at(look.now - timedelta(minutes=minutes))
    places = look.connection.scalars(select(LocationRow.id)).all()
    arrived = (
        select(AppointmentRow.location_id, AppointmentRow.local_on)
        .where(_on_days(places, today), AppointmentRow.state.in_([state.value for state in _ARRIVED]))
        .distinct()
    )
    days = {(row.location_id, row.local_on) for row in look.connection.execute(arrived)}
    rows = look.connection.execute(
        select(AppointmentRow.id, AppointmentRow.location_id, AppointmentRow.local_on)
        .where(
            _on_days(places, today),
            AppointmentRow.state == AppointmentState.BOOKED.value,
            AppointmentRow.quantum < begun,
        )
        .order_by(AppointmentRow.quantum, AppointmentRow.id)
    )
    return tuple(row.id for row in rows if (row.location_id, row.local_on) in days)


def bring_back(unit: Work, appointment_id: UUID) -> bool:
    """They came after all: its time is theirs again; False when somebody else has it by now, or it is over a day."""
    row = unit.connection.execute(
        select(AppointmentRow.counter_id, AppointmentRow.lane_id, AppointmentRow.quantum, AppointmentRow.quanta).where(
            AppointmentRow.id == appointment_id
        )
    ).one()
    if occupancy.claim(unit, [row.lane_id or row.counter_id], row.quantum, row.quanta, appointment_id, None) is None:
        return False
    return appointment_writes.move(
        unit, appointment_id, (AppointmentState.NO_SHOW,), AppointmentState.BOOKED, "came after all"
    )


def is_of_last_day(unit: Work, appointment_id: UUID) -> bool:
    """Whether it was noted within a day that nobody came."""
    noted = unit.connection.scalar(
        select(AppointmentEventRow.at)
        .where(
            AppointmentEventRow.appointment_id == appointment_id,
            AppointmentEventRow.to_state == AppointmentState.NO_SHOW.value,
        )
        .order_by(AppointmentEventRow.number.desc())
        .limit(1)
    )
    return noted is not None and unit.now - noted <= timedelta(days=_DAYS_BACK)


def of_deceased(unit: Work, party_id: UUID) -> tuple[UUID, ...]:
    """Still to come and for this person: one for a family in which they would have come along is not."""
    others = (
        select(AttendeeRow.appointment_id)
        .where(AttendeeRow.appointment_id == AppointmentRow.id, AttendeeRow.party_id.is_distinct_from(party_id))
        .where(AttendeeRow.name != "")
    )
    rows = unit.connection.scalars(
        select(AppointmentRow.id)
        .where(
            AppointmentRow.party_id == party_id,
            AppointmentRow.state == AppointmentState.BOOKED.value,
            AppointmentRow.quantum + AppointmentRow.quanta > quantum_at(unit.now),
            ~others.exists(),
        )
        .order_by(AppointmentRow.quantum, AppointmentRow.id)
    )
    return tuple(rows)


def _on_days(places: Sequence[UUID], today: date) -> ColumnElement[bool]:
    days = [today + timedelta(days=number) for number in range(-_DAYS_BACK, 2)]  # the zones' days around this one
    return and_(AppointmentRow.location_id.in_(places), AppointmentRow.local_on.in_(days))
