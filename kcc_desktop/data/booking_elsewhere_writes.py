"""Writes what is known of bookings in another calendar, each move by one conditional statement, with its event."""

from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from kcc_desktop.data.bookings_elsewhere import BookingElsewhereEventRow, BookingElsewhereRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.timeline_writes import put_on_timeline, take_off_timelines
from kcc_desktop.domain.appointment_door import DoorBooking
from kcc_desktop.domain.bookings_elsewhere import BookElsewhere, ElsewhereState
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.timeline import EntryKind

_LONGEST_PLACE = 200


def ask(unit: Work, command: BookElsewhere, system: str) -> None:
    """Before the calendar is asked: it may be there from now on."""
    unit.connection.execute(
        insert(BookingElsewhereRow).values(
            id=command.id,
            system=system,
            state=ElsewhereState.DOUBTFUL.value,
            product_id=command.product_id,
            title=command.title[:_LONGEST_PLACE],
            location=command.time.location[:_LONGEST_PLACE],
            starts_at=command.time.starts_at,
            party_id=command.party_id,
            conversation_id=command.conversation_id,
            contact_id=command.contact_id,
            confidentiality=command.secrecy.value,
            owner_cluster_id=unit.agent.cluster_id,
            made_at=unit.now,
            made_by=unit.agent.id,
        )
    )
    _note(unit, command.id, "", ElsewhereState.DOUBTFUL)
    show(unit, command.id)


def is_there(unit: Work, booking_id: UUID, booked: DoorBooking) -> bool:
    """It is booked, as the calendar tells; False when somebody said so already, or that it is not."""
    return _move(
        unit,
        booking_id,
        ElsewhereState.DOUBTFUL,
        ElsewhereState.BOOKED,
        external_id=booked.id,
        reference=booked.reference,
        **_when(booked),
    )


def settle(unit: Work, booking_id: UUID, reference: str | None) -> bool:
    """Somebody looked there: it has this number, or (None) it is not there. False when it was not doubtful."""
    if reference is None:
        return _move(unit, booking_id, ElsewhereState.DOUBTFUL, ElsewhereState.FAILED)
    return _move(unit, booking_id, ElsewhereState.DOUBTFUL, ElsewhereState.BOOKED, reference=reference)


def number(unit: Work, booking_id: UUID, external_id: str) -> None:
    """What the calendar gave before it went away: by it somebody can look."""
    unit.connection.execute(
        update(BookingElsewhereRow)
        .where(BookingElsewhereRow.id == booking_id, BookingElsewhereRow.external_id == "")
        .values(external_id=external_id)
    )


def renew(unit: Work, booking_id: UUID, booked: DoorBooking) -> bool:
    """It is at another time or place there than was known here."""
    values = {"reference": booked.reference, **_when(booked)}
    row = BookingElsewhereRow
    changed = unit.connection.scalar(
        update(row)
        .where(row.id == booking_id, row.state == ElsewhereState.BOOKED.value)
        .values(**values)
        .returning(row.id)
    )
    if changed is not None:
        show(unit, booking_id)
    return changed is not None


def cancel(unit: Work, booking_id: UUID, by_whom: str, reason: str) -> bool:
    """False when it was cancelled already, or never booked."""
    return _move(unit, booking_id, ElsewhereState.BOOKED, ElsewhereState.CANCELLED, by_whom=by_whom, reason=reason)


def show(unit: Work, booking_id: UUID) -> None:
    """On the timeline of whoever it is for, at the time it is for; what is not there stands nowhere."""
    row = unit.connection.execute(
        select(BookingElsewhereRow.__table__).where(BookingElsewhereRow.id == booking_id)
    ).one()
    take_off_timelines(unit, [booking_id])
    if row.party_id is None:
        return
    if row.state != ElsewhereState.FAILED.value:
        put_on_timeline(
            unit,
            row.party_id,
            EntryKind.APPOINTMENT,
            booking_id,
            row.starts_at,
            owner_cluster_id=row.owner_cluster_id,
            secrecy=Confidentiality(row.confidentiality),
        )
    unit.changed("party", row.party_id)


def _when(booked: DoorBooking) -> dict[str, Any]:
    return {
        "starts_at": booked.starts_at,
        "ends_at": booked.ends_at,
        "location": booked.location[:_LONGEST_PLACE],
    }


def _move(
    unit: Work,
    booking_id: UUID,
    before: ElsewhereState,
    after: ElsewhereState,
    *,
    by_whom: str = "",
    reason: str = "",
    **values: Any,
) -> bool:
    row = BookingElsewhereRow
    moved = unit.connection.scalar(
        update(row)
        .where(row.id == booking_id, row.state == before.value)
        .values(state=after.value, **values)
        .returning(row.id)
    )
    if moved is None:
        return False
    _note(unit, booking_id, before.value, after, by_whom, reason)
    show(unit, booking_id)
    return True


def _note(
    unit: Work, booking_id: UUID, before: str, after: ElsewhereState, by_whom: str = "", reason: str = ""
) -> None:
    unit.connection.execute(
        insert(BookingElsewhereEventRow).values(
            booking_id=booking_id,
            from_state=before,
            to_state=after.value,
            by_whom=by_whom,
            reason=reason,
            at=unit.now,
            actor_id=unit.agent.id,
        )
    )
