"""Reads who goes out, and their days as the insertion sees them: working time, and where they are when."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.columns import driver_instant
from kcc_desktop.data.workers import (
    PostcodePointRow,
    WorkerAbsenceRow,
    WorkerDayRow,
    WorkerHoursRow,
    WorkerRow,
)
from kcc_desktop.domain.calendar import WeeklyHours, bits
from kcc_desktop.domain.insertion import Route, Taken
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.quanta import instant_of, quantum_on
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.workers import Absence, Worker


def workers(connection: Connection, from_on: date, ids: Collection[UUID] | None = None) -> tuple[Worker, ...]:
    """In their order, with the hours that hold on or after that day; all that are in use when none are named."""
    wanted = select(WorkerRow.__table__).order_by(WorkerRow.position, WorkerRow.name, WorkerRow.id)
    wanted = wanted.where(WorkerRow.is_in_use if ids is None else WorkerRow.id.in_(list(ids)))
    rows = connection.execute(wanted).all()
    hours: dict[UUID, list[WeeklyHours]] = {}
    for rule in connection.execute(
        select(WorkerHoursRow.__table__)
        .where(
            WorkerHoursRow.worker_id.in_([row.id for row in rows]),
            or_(WorkerHoursRow.valid_until.is_(None), WorkerHoursRow.valid_until >= from_on),
        )
        .order_by(WorkerHoursRow.weekday, WorkerHoursRow.from_minute)
    ):
        hours.setdefault(rule.worker_id, []).append(
            WeeklyHours(
                rule.worker_id, rule.weekday, rule.from_minute, rule.until_minute, rule.valid_from, rule.valid_until
            )
        )
    return tuple(
        Worker(
            row.id,
            row.name,
            row.position,
            frozenset(row.skills.split()),
            tuple(row.areas.split()),
            Point(row.latitude, row.longitude),
            row.start_address,
            row.cluster_id,
            row.agent_id,
            tuple(hours.get(row.id, ())),
        )
        for row in rows
    )


def routes(
    connection: Connection,
    now: datetime,
    people: Sequence[Worker],
    days: Sequence[date],
    able: Collection[UUID],
    without: UUID | None = None,
) -> list[Route]:
    """Each worker's day in which they work. `able`: those who may lead; others only come along.

    `without`: as if this visit had no stop.
    """
    stops = _stops(connection, now, [one.id for one in people], days, without)
    away = _away(connection, [one.id for one in people], days)
    found = []
    for worker in people:
        start = worker.start.rounded()
        for on in days:
            first, working = worker.staffed(on)
            if not working:
                continue
            for begin, end in away.get(worker.id, ()):
                working &= ~bits(begin - first, end - first)
            taken = tuple(stops.get((worker.id, on), ()))
            found.append(Route(worker.id, worker.name, on, first, working, taken, start, worker.id in able))
    return found


def _stops(
    connection: Connection, now: datetime, ids: list[UUID], days: Sequence[date], without: UUID | None
) -> dict[tuple[UUID, date], list[Taken]]:
    """Past the mapping: over a thousand rows of full workers, whose ids and days are known already."""
    if not ids or not days:
        return {}
    is_sqlite = connection.dialect.name == "sqlite"
    mark = ":{}" if is_sqlite else "%({})s"
    workers_ = {one.bytes if is_sqlite else one: one for one in ids}
    dates = {one.isoformat() if is_sqlite else one: one for one in days}
    given: dict[str, Any] = {f"w{number}": raw for number, raw in enumerate(workers_)}
    among = ", ".join(mark.format(name) for name in given)
    given |= {"first": min(dates), "last": max(dates), "now": driver_instant(now, connection.dialect.name)}
    left_out = ""
    if without is not None:
        given["without"] = without.bytes if is_sqlite else without
        left_out = f"AND visit_id <> {mark.format('without')} "
    found: dict[tuple[UUID, date], list[Taken]] = {}
    for worker_id, on, quantum, quanta, latitude, longitude in connection.exec_driver_sql(
        "SELECT worker_id, local_on, quantum, quanta, latitude, longitude FROM visit_stop "
        f"WHERE worker_id IN ({among}) AND local_on >= {mark.format('first')} AND local_on <= {mark.format('last')} "
        f"AND (expires_at IS NULL OR expires_at > {mark.format('now')}) {left_out}ORDER BY quantum",
        given,
    ).all():
        if on in dates:
            key = workers_[worker_id], dates[on]
            found.setdefault(key, []).append(Taken(quantum, quanta, Point(latitude, longitude)))
    return found


def _away(connection: Connection, ids: list[UUID], days: Sequence[date]) -> dict[UUID, list[tuple[int, int]]]:
    found: dict[UUID, list[tuple[int, int]]] = {}
    if ids and days:
        begin, end = quantum_on(days[0], 0, HERE), quantum_on(days[-1] + timedelta(days=1), 0, HERE)
        for worker_id, quantum, quanta in connection.execute(
            select(WorkerAbsenceRow.worker_id, WorkerAbsenceRow.quantum, WorkerAbsenceRow.quanta).where(
                WorkerAbsenceRow.worker_id.in_(ids),
                WorkerAbsenceRow.quantum < end,
                WorkerAbsenceRow.quantum + WorkerAbsenceRow.quanta > begin,
                WorkerAbsenceRow.ended_at.is_(None),
            )
        ):
            found.setdefault(worker_id, []).append((quantum, quantum + quanta))
    return found


def absences(connection: Connection, ids: Collection[UUID], first: int, end: int) -> dict[UUID, tuple[Absence, ...]]:
    """By worker, what keeps them away between these quanta, in order of time."""
    found: dict[UUID, list[Absence]] = {}
    for row in connection.execute(
        select(WorkerAbsenceRow.__table__, AgentRow.name.label("who"))
        .join(AgentRow, AgentRow.id == WorkerAbsenceRow.made_by)
        .where(
            WorkerAbsenceRow.worker_id.in_(list(ids)),
            WorkerAbsenceRow.quantum < end,
            WorkerAbsenceRow.quantum + WorkerAbsenceRow.quanta > first,
            WorkerAbsenceRow.ended_at.is_(None),
        )
        .order_by(WorkerAbsenceRow.quantum)
    ):
        found.setdefault(row.worker_id, []).append(_absence(row))
    return {worker_id: tuple(many) for worker_id, many in found.items()}


def absence(connection: Connection, absence_id: UUID) -> Absence | None:
    row = connection.execute(
        select(WorkerAbsenceRow.__table__, AgentRow.name.label("who"))
        .join(AgentRow, AgentRow.id == WorkerAbsenceRow.made_by)
        .where(WorkerAbsenceRow.id == absence_id)
    ).first()
    return None if row is None else _absence(row)


def versions(connection: Connection, ids: Iterable[UUID], days: Collection[date]) -> dict[tuple[UUID, date], int]:
    """How often each of these days was changed; 0 when it never was."""
    workers_, wanted = list(ids), list(days)
    found = dict.fromkeys(((worker_id, on) for worker_id in workers_ for on in wanted), 0)
    for row in connection.execute(
        select(WorkerDayRow.__table__).where(WorkerDayRow.worker_id.in_(workers_), WorkerDayRow.local_on.in_(wanted))
    ):
        found[row.worker_id, row.local_on] = row.version
    return found


def postcode_point(connection: Connection, postcode: str) -> Point | None:
    """Where a postcode lies, as the imported table says."""
    row = connection.execute(
        select(PostcodePointRow.latitude, PostcodePointRow.longitude).where(
            PostcodePointRow.postcode == "".join(postcode.split()).upper()
        )
    ).first()
    return None if row is None else Point(*row)


def _absence(row: Any) -> Absence:
    return Absence(
        row.id,
        row.worker_id,
        instant_of(row.quantum),
        instant_of(row.quantum + row.quanta),
        row.reason,
        row.who,
    )
