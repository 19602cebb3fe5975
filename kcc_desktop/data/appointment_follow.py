"""Appointments go where the contact goes in which they were planned: to its citizen, as confidential as it is.

What a correction makes more or less confidential follows in the database by itself.
"""

from uuid import UUID

from sqlalchemy import select, update

from kcc_desktop.data import appointment_writes
from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, AttendeeRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.timeline_writes import take_off_timelines
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.contacts import Confidentiality

# Neither stands on a timeline: the one is only held, the other has another in its place.
_NOWHERE = frozenset({AppointmentState.HELD, AppointmentState.RELEASED, AppointmentState.RESCHEDULED})


def follow(unit: Work, contact_id: UUID, party_id: UUID | None, secrecy: Confidentiality) -> frozenset[UUID]:
    """What was planned in this contact stands with `party_id` from now on; answers the appointments that changed."""
    rows = unit.connection.execute(
        select(AppointmentRow.id, AppointmentRow.state, AppointmentRow.party_id, AppointmentRow.confidentiality)
        .where(AppointmentRow.contact_id == contact_id)
        .order_by(AppointmentRow.id)
    ).all()
    changed = [row for row in rows if row.party_id != party_id or row.confidentiality != secrecy.value]
    for row in changed:
        unit.connection.execute(
            update(AppointmentRow)
            .where(AppointmentRow.id == row.id)
            .values(party_id=party_id, confidentiality=secrecy.value)
        )
        if row.party_id != party_id:
            _name_anew(unit, row.id, row.party_id, party_id)
        if row.state not in _NOWHERE:
            take_off_timelines(unit, [row.id])
            appointment_writes.show(unit, row.id)
        unit.changed("appointment", row.id)
    return frozenset(row.id for row in changed)


def _name_anew(unit: Work, appointment_id: UUID, was: UUID | None, now: UUID | None) -> None:
    """The wrong citizen's name leaves with them; who comes along stays."""
    title = unit.connection.scalar(select(PartyRow.title).where(PartyRow.id == now)) if now is not None else ""
    unit.connection.execute(
        update(AppointmentTextRow).where(AppointmentTextRow.appointment_id == appointment_id).values(name=title or "")
    )
    if was is not None:
        unit.connection.execute(
            update(AttendeeRow)
            .where(AttendeeRow.appointment_id == appointment_id, AttendeeRow.party_id == was)
            .values(party_id=now, name=title or "")
        )
