"""Reads who is on location in some days: a lane for each worker who goes somewhere then, and where to."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, or_, select

from kcc_desktop.data import worker_reads
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Look
from kcc_desktop.data.visits import VisitPlaceRow, VisitRow, VisitStopRow
from kcc_desktop.domain.agenda import AgendaEvent, EventKind
from kcc_desktop.domain.workers import Worker

# A visit that is not this agent's to see leaves its time: a stop says no more.
_STOPS: Select[Any] = (
    select(  # type: ignore[assignment]
        VisitStopRow.visit_id,
        VisitStopRow.worker_id,
        VisitStopRow.local_on,
        VisitStopRow.quantum,
        VisitStopRow.quanta,
        VisitRow.reference,
        VisitRow.worker_id.label("driver_id"),
        VisitRow.travel_minutes,
        ProductRow.name.label("product"),
        VisitPlaceRow.place,
    )
    .outerjoin(
        VisitRow,
        and_(VisitRow.id == VisitStopRow.visit_id, visible_to(VisitRow.confidentiality, VisitRow.owner_cluster_id)),
    )
    .outerjoin(ProductRow, ProductRow.id == VisitRow.product_id)
    .outerjoin(VisitPlaceRow, VisitPlaceRow.visit_id == VisitRow.id)
    .where(
        VisitStopRow.worker_id.in_(bindparam("workers", expanding=True)),
        VisitStopRow.local_on >= bindparam("from_on"),
        VisitStopRow.local_on <= bindparam("until_on"),
        or_(VisitStopRow.expires_at.is_(None), VisitStopRow.expires_at > bindparam("now")),
    )
    .order_by(VisitStopRow.quantum, VisitStopRow.visit_id)
)


def on_location(look: Look, from_on: date, until_on: date) -> tuple[tuple[Worker, ...], list[AgendaEvent]]:
    """Workers who have a visit in these days, in their order, and their visits in order of time."""
    people = worker_reads.workers(look.connection, from_on)
    events = list(_visits(look, [one.id for one in people], from_on, until_on)) if people else []
    out = {event.lane_id for event in events}
    return tuple(one for one in people if one.id in out), events


def _visits(look: Look, workers: Sequence[UUID], from_on: date, until_on: date) -> Iterator[AgendaEvent]:
    asked = {"workers": list(workers), "from_on": from_on, "until_on": until_on, "now": look.now, **sight(look.agent)}
    for row in look.connection.execute(_STOPS, asked):
        is_seen = row.reference is not None
        yield AgendaEvent(
            row.visit_id if is_seen else row.worker_id,
            row.worker_id,
            EventKind.VISIT if is_seen else EventKind.TAKEN,
            row.local_on,
            row.quantum,
            row.quanta,
            reference=row.reference or "",
            title=row.place or "",
            name=row.product or "",
            before_minutes=row.travel_minutes or 0 if row.driver_id == row.worker_id else 0,
        )
