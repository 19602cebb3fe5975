"""Reads blocks, and what is in the way of one, or of a closure. Says of others' appointments only what may be seen."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, func, or_, select

from kcc_desktop.data import calendar_reads
from kcc_desktop.data.appointments import AppointmentRow, OccupancyRow
from kcc_desktop.data.blocks import BlockRow, CounterLaneRow
from kcc_desktop.data.calendars import CounterRow
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import BLOCKING, AppointmentState
from kcc_desktop.domain.blocks import BlockState, InTheWay, Span
from kcc_desktop.domain.calendar import Closure
from kcc_desktop.domain.quanta import instant_of, quantum_at, quantum_on

_AT_ONCE = 200  # spans in one statement
_BLOCKING = [state.value for state in BLOCKING]


def in_the_way(look: Look | Work, spans: Iterable[Span]) -> tuple[InTheWay, ...]:
    """Whose time lies in these spans, each owner once; holds that ran out are nobody's."""
    asked = list(spans)
    found: dict[UUID, Any] = {}
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        wanted = or_(
            *(
                and_(
                    OccupancyRow.resource_id == span.resource_id,
                    OccupancyRow.quantum >= span.first,
                    OccupancyRow.quantum < span.end,
                )
                for span in some
            )
        )
        rows = look.connection.execute(
            select(
                OccupancyRow.owner_id,
                OccupancyRow.resource_id,
                func.min(OccupancyRow.quantum).label("first"),
                (func.max(OccupancyRow.quantum) + 1).label("end"),
            )
            .where(wanted, or_(OccupancyRow.expires_at.is_(None), OccupancyRow.expires_at > look.now))
            .group_by(OccupancyRow.owner_id, OccupancyRow.resource_id)
        )
        found.update({row.owner_id: row for row in rows})
    return _told(look, found)


def in_the_way_of_closure(look: Look | Work, closure: Closure, location_ids: Sequence[UUID]) -> tuple[InTheWay, ...]:
    """Appointments of these locations that a closure comes too late for, in order of time; over ones are not."""
    rows = look.connection.execute(
        select(AppointmentRow.__table__, CounterRow.name)
        .join(CounterRow, CounterRow.id == AppointmentRow.counter_id)
        .where(
            AppointmentRow.location_id.in_(list(location_ids)),
            AppointmentRow.local_on >= max(closure.from_on, look.now.date()),
            AppointmentRow.local_on <= closure.until_on,
            AppointmentRow.state.in_(_BLOCKING),
            AppointmentRow.quantum + AppointmentRow.quanta > quantum_at(look.now),
            or_(AppointmentRow.expires_at.is_(None), AppointmentRow.expires_at > look.now),
            visible_to(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id),
        )
        .order_by(AppointmentRow.quantum, CounterRow.position, AppointmentRow.id),
        sight(look.agent),
    )
    zones = {one: calendar_reads.zone_of(look.connection, one) for one in location_ids}
    return tuple(
        InTheWay(
            row.id,
            row.counter_id,
            row.name,
            instant_of(row.quantum),
            instant_of(row.quantum + row.quanta),
            row.reference,
            row.state == AppointmentState.HELD,
        )
        for row in rows
        if _is_hit(closure, row, zones[row.location_id])
    )


def _is_hit(closure: Closure, row: Any, zone: ZoneInfo) -> bool:
    """Whether it lies in the closed hours of its day."""
    if closure.from_minute is None or closure.until_minute is None:
        return True
    closed = quantum_on(row.local_on, closure.from_minute, zone), quantum_on(row.local_on, closure.until_minute, zone)
    return bool(row.quantum < closed[1] and closed[0] < row.quantum + row.quanta)


def series_of(look: Look | Work, block_id: UUID) -> tuple[UUID, date] | None:
    """The series of a block and its day; None when there is no such block."""
    row = look.connection.execute(
        select(BlockRow.series_id, BlockRow.local_on).where(BlockRow.id == block_id)
    ).one_or_none()
    return None if row is None else (row.series_id, row.local_on)


def _told(look: Look | Work, owned: dict[UUID, Any]) -> tuple[InTheWay, ...]:
    """Each owner in words. One that is neither an appointment in sight nor a block is only a time."""
    ids = list(owned)
    if not ids:
        return ()
    appointments = {
        row.id: row
        for row in look.connection.execute(
            select(
                AppointmentRow.id,
                AppointmentRow.reference,
                AppointmentRow.state,
                AppointmentRow.quantum,
                AppointmentRow.quanta,
            ).where(
                AppointmentRow.id.in_(ids), visible_to(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id)
            ),
            sight(look.agent),
        )
    }
    blocks = {
        row.id: row
        for row in look.connection.execute(
            select(BlockRow.id, BlockRow.quantum, BlockRow.quanta).where(
                BlockRow.id.in_(ids), BlockRow.state == BlockState.ACTIVE
            )
        )
    }
    names = _names(look, {row.resource_id for row in owned.values()})
    told = []
    for owner_id, row in owned.items():
        known = appointments.get(owner_id) or blocks.get(owner_id)
        first = known.quantum if known is not None else row.first
        end = known.quantum + known.quanta if known is not None else row.end
        seen = appointments.get(owner_id)
        told.append(
            InTheWay(
                owner_id,
                row.resource_id,
                names.get(row.resource_id, ""),
                instant_of(first),
                instant_of(end),
                seen.reference if seen is not None else "",
                seen is not None and seen.state == AppointmentState.HELD,
                owner_id in blocks,
            )
        )
    return tuple(sorted(told, key=lambda one: (one.starts_at, one.counter)))


def _names(look: Look | Work, resource_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Of counters, and of the counters that extra lanes belong to."""
    ids = list(resource_ids)
    names = {
        row.id: row.name
        for row in look.connection.execute(select(CounterRow.id, CounterRow.name).where(CounterRow.id.in_(ids)))
    }
    lanes = (
        select(CounterLaneRow.id, CounterRow.name)
        .join(CounterRow, CounterRow.id == CounterLaneRow.counter_id)
        .where(CounterLaneRow.id.in_(ids))
    )
    return names | {row.id: row.name for row in look.connection.execute(lanes)}
