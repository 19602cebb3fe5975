"""Whose five minutes are whose. The key of a row is what makes double booking impossible; nothing here looks first.

Rows are written in ascending order, so that two that want the same time wait for each other and never in a ring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from kcc_desktop.data.appointments import AppointmentEventRow, AppointmentRow, OccupancyRow
from kcc_desktop.data.columns import driver_instant
from kcc_desktop.data.database import Work
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.blocks import Span

# Every five minutes from the first to the end, in one statement.
_CLAIM = (
    "WITH RECURSIVE span(quantum) AS (SELECT {first} UNION ALL SELECT quantum + 1 FROM span WHERE quantum + 1 < {end}) "
    "INSERT INTO occupancy (resource_id, quantum, owner_id, expires_at) "
    "SELECT {resource}, quantum, {owner}, {expires} FROM span WHERE true ON CONFLICT DO NOTHING"
)

# The same for many spans at once; the rows go in by the order of the key.
_CLAIM_SPANS = (
    "WITH RECURSIVE wanted(resource_id, quantum, last, owner_id) AS (SELECT * FROM (VALUES {spans}) AS given "
    "UNION ALL SELECT resource_id, quantum + 1, last, owner_id FROM wanted WHERE quantum + 1 < last) "
    "INSERT INTO occupancy (resource_id, quantum, owner_id) SELECT resource_id, quantum, owner_id FROM wanted "
    "WHERE true ORDER BY resource_id, quantum ON CONFLICT DO NOTHING"
)
_SPANS_AT_ONCE = 200


def claim(
    unit: Work, resources: Sequence[UUID], quantum: int, quanta: int, owner_id: UUID, expires_at: datetime | None
) -> UUID | None:
    """The first of `resources` that is free the whole time and now is the owner's; None when none is.

    What a hold that ran out left behind is taken away first.
    """
    for resource in resources:
        # What was written and not wanted is rolled back, not deleted: others would wait for deleted rows as well, and
        # two that try the same counters in another order would wait for each other.
        part = unit.connection.begin_nested()
        let_go_what_ran_out(unit, resource, quantum, quantum + quanta)
        if _insert(unit, resource, quantum, quantum + quanta, owner_id, expires_at) == quanta:
            part.commit()
            return resource
        part.rollback()
    return None


def claim_all(unit: Work, wanted: Sequence[tuple[UUID, Span]]) -> bool:
    """All of these spans, each for its owner, or none: one statement, whatever their number.

    Ordered by resource and time, so that two that want many never wait for each other in a ring.
    """
    part = unit.connection.begin_nested()
    ordered = sorted(wanted, key=lambda one: (one[1].resource_id.bytes, one[1].first))
    written = 0
    for start in range(0, len(ordered), _SPANS_AT_ONCE):
        written += _insert_spans(unit, ordered[start : start + _SPANS_AT_ONCE])
    if written == sum(span.quanta for _, span in ordered):
        part.commit()
        return True
    part.rollback()
    return False


def keep(unit: Work, owner_id: UUID, expires_at: datetime | None) -> None:
    """A hold goes on, until another moment or for good."""
    unit.connection.execute(update(OccupancyRow).where(OccupancyRow.owner_id == owner_id).values(expires_at=expires_at))


def release(unit: Work, owner_id: UUID) -> None:
    """All of the owner's time is free. Its state says so already: the database refuses what is promised."""
    unit.connection.execute(delete(OccupancyRow).where(OccupancyRow.owner_id == owner_id))


def _insert(unit: Work, resource: UUID, first: int, end: int, owner_id: UUID, expires_at: datetime | None) -> int:
    is_sqlite = unit.connection.dialect.name == "sqlite"
    given: dict[str, Any] = {
        "first": first,
        "end": end,
        "resource": resource.bytes if is_sqlite else resource,
        "owner": owner_id.bytes if is_sqlite else owner_id,
        "expires": None if expires_at is None else driver_instant(expires_at, unit.connection.dialect.name),
    }
    casts = {"first": "bigint", "end": "bigint", "resource": "uuid", "owner": "uuid", "expires": "timestamptz"}
    marks = {name: f":{name}" if is_sqlite else f"%({name})s::{casts[name]}" for name in given}
    return unit.connection.exec_driver_sql(_CLAIM.format(**marks), given).rowcount


def _insert_spans(unit: Work, spans: Sequence[tuple[UUID, Span]]) -> int:
    is_sqlite = unit.connection.dialect.name == "sqlite"
    given: dict[str, Any] = {}
    lines = []
    for number, (owner, span) in enumerate(spans):
        given |= {
            f"r{number}": span.resource_id.bytes if is_sqlite else span.resource_id,
            f"f{number}": span.first,
            f"e{number}": span.end,
            f"o{number}": owner.bytes if is_sqlite else owner,
        }
        casts = (("r", "uuid"), ("f", "int"), ("e", "int"), ("o", "uuid"))
        marks = (f":{one}{number}" if is_sqlite else f"%({one}{number})s::{kind}" for one, kind in casts)
        lines.append(f"({', '.join(marks)})")
    if not lines:
        return 0
    return unit.connection.exec_driver_sql(_CLAIM_SPANS.format(spans=", ".join(lines)), given).rowcount


def let_go_what_ran_out(unit: Work, resource: UUID, first: int, end: int) -> None:
    """Only a hold whose owner did not keep it in this very moment; all of its time, not the wanted part alone."""
    owners = unit.connection.scalars(
        select(OccupancyRow.owner_id)
        .where(
            OccupancyRow.resource_id == resource,
            OccupancyRow.quantum >= first,
            OccupancyRow.quantum < end,
            OccupancyRow.expires_at <= unit.now,
        )
        .distinct()
    ).all()
    for owner_id in sorted(owners):
        let_go = unit.connection.scalar(
            update(AppointmentRow)
            .where(
                AppointmentRow.id == owner_id,
                AppointmentRow.state == AppointmentState.HELD,
                AppointmentRow.expires_at <= unit.now,
            )
            .values(state=AppointmentState.RELEASED.value, expires_at=None)
            .returning(AppointmentRow.id)
        )
        if let_go is not None:
            unit.connection.execute(
                insert(AppointmentEventRow).values(
                    appointment_id=owner_id,
                    from_state=AppointmentState.HELD.value,
                    to_state=AppointmentState.RELEASED.value,
                    reason="ran out",
                    at=unit.now,
                    actor_id=unit.agent.id,
                )
            )
            release(unit, owner_id)
            unit.changed("appointment", owner_id)
