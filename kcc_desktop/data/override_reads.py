"""Reads what was done otherwise than proposed, from where each is kept; only what the agent may see."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, and_, cast, literal, select

from kcc_desktop.data.appointments import AppointmentEventRow, AppointmentRow, AttendeeRow
from kcc_desktop.data.approaches import ContactApproachRow
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ContactRow, ProductRow
from kcc_desktop.data.counter import TicketLineRow, TicketRow
from kcc_desktop.data.database import Look
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.overrides import Line, Overridden, OverrideKind

_NO_PROMISE = (AppointmentState.HELD.value, AppointmentState.RELEASED.value, AppointmentState.RESCHEDULED.value)


def lines(look: Look, since: datetime, until: datetime) -> list[Line]:
    """One for each of them from `since` up to `until`; an appointment that moved counts once, where it stands now."""
    return [
        *_read(look, OverrideKind.APPROACH, _approaches(since, until)),
        *_read(look, OverrideKind.COUNTER, _appointments(since, until)),
        *_read(look, OverrideKind.WALK_IN, _tickets(since, until)),
        *_read(look, OverrideKind.OVERBOOKED, _overbooked(since, until)),
    ]


def _read(look: Look, kind: OverrideKind, statement: Select[*tuple[Any, ...]]) -> Iterator[Line]:
    seen: set[UUID] = set()
    for row in look.connection.execute(statement, sight(look.agent)):
        if row.id not in seen:  # several come along for several products: the first is what it is called by
            seen.add(row.id)
            yield kind, row.product or "", row.reason, row.chosen, Overridden(row.id, row.at, row.reference)


def _approaches(since: datetime, until: datetime) -> Select[*tuple[Any, ...]]:
    return (
        select(
            ContactRow.id,
            ContactRow.recorded_at.label("at"),
            ProductRow.name.label("product"),
            ContactApproachRow.reason,
            ContactApproachRow.approach.label("chosen"),
            literal("", String).label("reference"),
        )
        .join(ContactApproachRow, ContactApproachRow.contact_id == ContactRow.id)
        .outerjoin(ProductRow, ProductRow.id == ContactRow.product_id)
        .where(
            ContactRow.recorded_at >= since,
            ContactRow.recorded_at < until,
            ContactApproachRow.approach != ContactApproachRow.proposed,
            visible_to(ContactRow.confidentiality, ContactRow.owner_cluster_id),
        )
    )


def _made(reason: Any, since: datetime, until: datetime) -> Select[*tuple[Any, ...]]:
    return (
        select(
            AppointmentRow.id,
            AppointmentRow.made_at.label("at"),
            ProductRow.name.label("product"),
            reason.label("reason"),
            literal("", String).label("chosen"),
            AppointmentRow.reference,
        )
        .join(AttendeeRow, AttendeeRow.appointment_id == AppointmentRow.id)
        .join(ProductRow, ProductRow.id == AttendeeRow.product_id)
        .where(
            AppointmentRow.made_at >= since,
            AppointmentRow.made_at < until,
            AppointmentRow.state.not_in(_NO_PROMISE),
            visible_to(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id),
        )
        .order_by(AppointmentRow.id, AttendeeRow.position)
    )


def _appointments(since: datetime, until: datetime) -> Select[*tuple[Any, ...]]:
    return _made(AppointmentRow.unless_reason, since, until).where(AppointmentRow.unless_reason != "")


def _overbooked(since: datetime, until: datetime) -> Select[*tuple[Any, ...]]:
    first = and_(AppointmentEventRow.appointment_id == AppointmentRow.id, AppointmentEventRow.from_state == "")
    return (
        _made(AppointmentEventRow.reason, since, until)
        .join(AppointmentEventRow, first)
        .where(AppointmentRow.lane_id.is_not(None))
    )


def _tickets(since: datetime, until: datetime) -> Select[*tuple[Any, ...]]:
    return (
        select(
            TicketRow.id,
            TicketRow.created_at.label("at"),
            ProductRow.name.label("product"),
            TicketRow.unless_reason.label("reason"),
            literal("", String).label("chosen"),
            (TicketRow.prefix + cast(TicketRow.number, String)).label("reference"),
        )
        .join(TicketLineRow, TicketLineRow.ticket_id == TicketRow.id)
        .join(ProductRow, ProductRow.id == TicketLineRow.product_id)
        .where(
            TicketRow.created_at >= since,
            TicketRow.created_at < until,
            TicketRow.unless_reason != "",
            visible_to(TicketRow.confidentiality, TicketRow.owner_cluster_id),
        )
    )
