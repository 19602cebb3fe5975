"""Use cases of those who go out: the time that is not for visits."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kcc_desktop.data import worker_days, worker_reads
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.notes import line
from kcc_desktop.domain.quanta import instant_of, quantum_at
from kcc_desktop.domain.workers import (
    LONGEST_ABSENCE_DAYS,
    LONGEST_ABSENCE_REASON,
    Absence,
    AddAbsence,
    WorkerBusy,
    days_from,
)


class WorkerService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add_absence(self, command: AddAbsence) -> Absence:
        """Keeps a worker's time free of visits, by whole five minutes. Twice is once.

        Refuses with WorkerBusy (visits stand there; their codes, of those this agent sees), NotFound, InvalidValue
        ("ends_at", "before_start" | "too_long"), ("reason", "too_long").
        """
        command = replace(command, reason=line(command.reason, "reason", LONGEST_ABSENCE_REASON))
        begin, end = quantum_at(command.starts_at), quantum_at(command.ends_at - timedelta(microseconds=1)) + 1
        if end <= begin:
            raise InvalidValue("ends_at", "before_start")
        if command.ends_at - command.starts_at > timedelta(days=LONGEST_ABSENCE_DAYS):
            raise InvalidValue("ends_at", "too_long")

        def work(unit: Work) -> Absence:
            unit.agent.require(Permission.BLOCK)
            before = worker_reads.absence(unit.connection, command.id)
            if before is not None:
                return before
            if not worker_reads.workers(unit.connection, local_day(unit.now), [command.worker_id]):
                raise NotFound
            days = {(command.worker_id, on) for on in _days(begin, end)}
            worker_days.hold(unit, days)
            worker_days.let_go_what_ran_out(unit, days)
            if not worker_days.add_absence(unit, command.id, command.worker_id, begin, end - begin, command.reason):
                raise WorkerBusy(worker_days.visits_between(unit, command.worker_id, begin, end))
            unit.audit("add_absence", "worker", command.worker_id)
            unit.changed("worker", command.worker_id)
            made = worker_reads.absence(unit.connection, command.id)
            assert made is not None
            return made

        return self._database.write(work)

    def end_absence(self, absence_id: UUID) -> None:
        """The time is for visits again; one that is gone already is no mistake."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.BLOCK)
            worker_id = worker_days.end_absence(unit, absence_id)
            if worker_id is not None:
                unit.audit("end_absence", "worker", worker_id)
                unit.changed("worker", worker_id)

        self._database.write(work)


def _days(begin: int, end: int) -> tuple[date, ...]:
    first, last = local_day(instant_of(begin)), local_day(instant_of(end - 1))
    return days_from(first, (last - first).days + 1)
