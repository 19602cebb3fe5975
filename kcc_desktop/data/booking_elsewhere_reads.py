"""Reads what is known of bookings in another calendar."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.bookings_elsewhere import BookingElsewhereEventRow, BookingElsewhereRow
from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ProductRow, TimelineEntryRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import CancelledBy, ComingAppointment
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere, ElsewhereState
from kcc_desktop.domain.timeline import EntryKind

_B = BookingElsewhereRow
_LONGEST = timedelta(hours=8)
_COMING_STATES = [ElsewhereState.BOOKED.value, ElsewhereState.DOUBTFUL.value]
_READ = (
    select(_B.__table__, AgentRow.name.label("maker"))
    .join(AgentRow, AgentRow.id == _B.made_by)
    .where(visible_to(_B.confidentiality, _B.owner_cluster_id))
    .order_by(_B.starts_at.desc(), _B.id)
)
_COMING = (
    select(_B.id, _B.title, _B.starts_at, _B.location)
    .select_from(TimelineEntryRow)
    .join(_B, _B.id == TimelineEntryRow.object_id)
    .where(
        TimelineEntryRow.party_id == bindparam("party"),
        TimelineEntryRow.at > bindparam("since"),
        TimelineEntryRow.kind == EntryKind.APPOINTMENT.value,
        _B.state.in_(_COMING_STATES),
        func.coalesce(_B.ends_at, _B.starts_at) > bindparam("now", type_=_B.starts_at.type),
        visible_to(_B.confidentiality, _B.owner_cluster_id),
    )
    .order_by(_B.starts_at, _B.id)
)


def one(look: Look | Work, booking_id: UUID) -> BookingElsewhere | None:
    found = _read(look, 1, _B.id == booking_id)
    return found[0] if found else None


def with_reference(look: Look, reference: str, most: int) -> tuple[BookingElsewhere, ...]:
    """Those the other calendar gave this number, the latest first."""
    return tuple(_read(look, most, _B.reference == reference, _B.state != ElsewhereState.FAILED.value))


def coming_lines(look: Look | Work, party_id: UUID) -> tuple[ComingAppointment, ...]:
    """Booked there, or maybe, and not over; read from the end of the party's timeline."""
    values = {"party": party_id, "since": look.now - _LONGEST, "now": look.now, **sight(look.agent)}
    return tuple(ComingAppointment(*row) for row in look.connection.execute(_COMING, values))


def booked_of(look: Look | Work, party_id: UUID) -> tuple[UUID, ...]:
    """Booked there for this party and still to come."""
    rows = select(_B.id).where(
        _B.party_id == party_id, _B.state == ElsewhereState.BOOKED.value, _B.starts_at > look.now
    )
    return tuple(look.connection.scalars(rows.order_by(_B.starts_at, _B.id)))


def product_of(look: Look, product_id: UUID) -> tuple[str, str] | None:
    """Its name, and what it is called in the other calendar; None when there is no such product."""
    row = look.connection.execute(
        select(ProductRow.name, ProductFactsRow.calendar_code)
        .outerjoin(ProductFactsRow, ProductFactsRow.product_id == ProductRow.id)
        .where(ProductRow.id == product_id)
    ).first()
    return None if row is None else (row[0], row[1] or "")


def _read(look: Look | Work, most: int, *where: ColumnElement[bool]) -> list[BookingElsewhere]:
    rows = look.connection.execute(_READ.where(*where).limit(most), sight(look.agent)).all()
    ends = _ends(look, [row.id for row in rows if row.state == ElsewhereState.CANCELLED.value])
    return [_booking(row, *ends.get(row.id, (None, ""))) for row in rows]


def _ends(look: Look | Work, ids: list[UUID]) -> dict[UUID, tuple[CancelledBy | None, str]]:
    """By whom and why, of those that were cancelled."""
    if not ids:
        return {}
    event = BookingElsewhereEventRow
    rows = look.connection.execute(
        select(event.booking_id, event.by_whom, event.reason).where(
            event.booking_id.in_(ids), event.to_state == ElsewhereState.CANCELLED.value
        )
    )
    return {row.booking_id: (CancelledBy(row.by_whom) if row.by_whom else None, row.reason) for row in rows}


def _booking(row: Any, by: CancelledBy | None, reason: str) -> BookingElsewhere:
    return BookingElsewhere(
        row.id,
        row.system,
        ElsewhereState(row.state),
        row.external_id,
        row.reference,
        row.title,
        row.location,
        row.starts_at,
        row.ends_at,
        row.party_id,
        row.contact_id,
        row.maker,
        row.made_at,
        by,
        reason,
    )
