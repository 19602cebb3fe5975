"""Changes where a worker is when. Whoever does so holds the worker's day, so that two never judge one day at once.

Days are held in one order, so that two who need the same two wait for each other and never in a ring. What lets a
visit go holds its days first, like what puts one in.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import TextClause, bindparam, delete, insert, select, text, update

from kcc_desktop.data import doors, occupancy
from kcc_desktop.data.columns import Day, Id
from kcc_desktop.data.database import Work
from kcc_desktop.data.visits import VisitRow, VisitStopRow
from kcc_desktop.data.workers import WorkerAbsenceRow, WorkerDayRow
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import instant_of, quantum_at
from kcc_desktop.domain.travel import Point

Days = Collection[tuple[UUID, date]]
_KEYS = (bindparam("worker", type_=Id), bindparam("on", type_=Day))
_HOLD: TextClause = text(
    "INSERT INTO worker_day (worker_id, local_on, version) VALUES (:worker, :on, 1) "
    "ON CONFLICT (worker_id, local_on) DO UPDATE SET version = worker_day.version + 1"
).bindparams(*_KEYS)
_MAKE: TextClause = text(
    "INSERT INTO worker_day (worker_id, local_on, version) VALUES (:worker, :on, 0) ON CONFLICT DO NOTHING"
).bindparams(*_KEYS)


def hold(unit: Work, days: Days) -> None:
    """Whoever else wants one of these days waits until this transaction is over."""
    for worker_id, on in sorted(days):
        unit.connection.execute(_HOLD, {"worker": worker_id, "on": on})


def hold_unchanged(unit: Work, versions: Sequence[tuple[UUID, int]], on: date) -> bool:
    """As `hold`; False when any of the days is no longer at the version that was read."""
    for worker_id, version in sorted(versions):
        unit.connection.execute(_MAKE, {"worker": worker_id, "on": on})
        found = unit.connection.execute(
            update(WorkerDayRow)
            .where(WorkerDayRow.worker_id == worker_id, WorkerDayRow.local_on == on, WorkerDayRow.version == version)
            .values(version=version + 1)
        )
        if found.rowcount != 1:
            return False
    return True


def let_go_what_ran_out(unit: Work, days: Days) -> None:
    """Holds of these days that ran out and were not kept in this very moment; all of their time."""
    for worker_id, on in sorted(days):
        owners = unit.connection.scalars(
            select(VisitStopRow.visit_id).where(
                VisitStopRow.worker_id == worker_id, VisitStopRow.local_on == on, VisitStopRow.expires_at <= unit.now
            )
        ).all()
        for owner_id in sorted(owners):
            if doors.let_go_of_hold(unit.connection, owner_id, unit.now, unit.agent.id):
                take_out(unit, owner_id)
                unit.changed("visit", owner_id)


def put_in(
    unit: Work,
    visit_id: UUID,
    workers: Sequence[UUID],
    quantum: int,
    quanta: int,
    point: Point,
    expires_at: datetime | None = None,
) -> bool:
    """The time of all `workers` is the visit's; False, and maybe a part of it is, when it is somebody else's.

    The caller rolls back on False. The visit itself is put in its state after this: the database asks for its time.
    """
    rounded = point.rounded()
    for worker_id in sorted(workers):
        if occupancy.claim(unit, [worker_id], quantum, quanta, visit_id, expires_at) is None:
            return False
        unit.connection.execute(
            insert(VisitStopRow).values(
                visit_id=visit_id,
                worker_id=worker_id,
                local_on=local_day(instant_of(quantum)),
                quantum=quantum,
                quanta=quanta,
                latitude=rounded.latitude,
                longitude=rounded.longitude,
                expires_at=expires_at,
            )
        )
    return True


def keep(unit: Work, visit_id: UUID, expires_at: datetime | None) -> None:
    """A hold goes on, until another moment or for good."""
    occupancy.keep(unit, visit_id, expires_at)
    unit.connection.execute(update(VisitStopRow).where(VisitStopRow.visit_id == visit_id).values(expires_at=expires_at))


def take_out(unit: Work, visit_id: UUID) -> None:
    """All of the visit's time is free. Its state says so already: the database refuses what is promised."""
    occupancy.release(unit, visit_id)
    unit.connection.execute(delete(VisitStopRow).where(VisitStopRow.visit_id == visit_id))


def is_over(unit: Work, visit_id: UUID) -> None:
    """The time is free; that the worker was there stands, until now at the latest: the next drive begins there."""
    occupancy.release(unit, visit_id)
    now = quantum_at(unit.now) + 1
    for worker_id, quantum, quanta in unit.connection.execute(
        select(VisitStopRow.worker_id, VisitStopRow.quantum, VisitStopRow.quanta).where(
            VisitStopRow.visit_id == visit_id
        )
    ).all():
        used = max(1, min(quanta, now - quantum))
        if used < quanta:
            unit.connection.execute(
                update(VisitStopRow)
                .where(VisitStopRow.visit_id == visit_id, VisitStopRow.worker_id == worker_id)
                .values(quanta=used)
            )


def add_absence(unit: Work, absence_id: UUID, worker_id: UUID, quantum: int, quanta: int, reason: str) -> bool:
    """False when some of the time is somebody's."""
    if occupancy.claim(unit, [worker_id], quantum, quanta, absence_id, None) is None:
        return False
    unit.connection.execute(
        insert(WorkerAbsenceRow).values(
            id=absence_id,
            worker_id=worker_id,
            quantum=quantum,
            quanta=quanta,
            reason=reason,
            made_at=unit.now,
            made_by=unit.agent.id,
        )
    )
    return True


def end_absence(unit: Work, absence_id: UUID) -> UUID | None:
    """Whose it was; None when it is no longer there."""
    worker_id = unit.connection.scalar(
        update(WorkerAbsenceRow)
        .where(WorkerAbsenceRow.id == absence_id, WorkerAbsenceRow.ended_at.is_(None))
        .values(ended_at=unit.now, ended_by=unit.agent.id)
        .returning(WorkerAbsenceRow.worker_id)
    )
    if worker_id is not None:
        occupancy.release(unit, absence_id)
    return worker_id


def visits_between(unit: Work, worker_id: UUID, quantum: int, end: int) -> tuple[str, ...]:
    """The codes of visits that stand in this time of the worker, the first first; of those this agent sees."""
    rows = unit.connection.scalars(
        select(VisitRow.reference)
        .join(VisitStopRow, VisitStopRow.visit_id == VisitRow.id)
        .where(
            VisitStopRow.worker_id == worker_id,
            VisitStopRow.quantum < end,
            VisitStopRow.quantum + VisitStopRow.quanta > quantum,
            VisitStopRow.local_on >= local_day(instant_of(quantum)),
            VisitStopRow.local_on <= local_day(instant_of(end)),
        )
        .order_by(VisitStopRow.quantum)
    )
    return tuple(rows)
