"""Who goes out, and when they work, as lists of the town. A worker whom visits name is never taken away."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.list_store import Names, Stored, unknown
from kcc_desktop.data.workers import WorkerHoursRow, WorkerRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.list_kinds import WEEKDAYS
from kcc_desktop.domain.lists import Values


class WorkerStore:
    def __init__(self, connection: Connection) -> None:
        self._connection, self._names = connection, Names(connection)
        agents = connection.execute(select(AgentRow.id, AgentRow.login)).all()
        self._logins: dict[UUID, str] = {row.id: row.login for row in agents}
        self._agents = {row.login.casefold(): row.id for row in agents}

    def stored(self) -> list[Stored]:
        """Those in use first, in their order."""
        rows = self._connection.execute(
            select(WorkerRow.__table__).order_by(WorkerRow.is_in_use.desc(), WorkerRow.position, WorkerRow.name)
        )
        return [
            Stored(
                str(row.id),
                {
                    "code": row.code,
                    "name": row.name,
                    "cluster": self._names.cluster_names.get(row.cluster_id, ""),
                    "login": self._logins.get(row.agent_id, ""),
                    "skills": tuple(sorted(row.skills.split())),
                    "areas": tuple(sorted(row.areas.lower().split())),
                    "start_address": row.start_address,
                    "latitude": row.latitude,
                    "longitude": row.longitude,
                    "position": row.position,
                    "in_use": row.is_in_use,
                },
            )
            for row in rows
        ]

    def settle(self, values: Values) -> Values:
        team, login = str(values["cluster"]), str(values["login"])
        if login and login.casefold() not in self._agents:
            unknown("login", self._logins.values())
        return {
            **values,
            "cluster": self._names.cluster_names[self._names.cluster(team)] if team else "",
            "login": self._logins[self._agents[login.casefold()]] if login else "",
        }

    def add(self, unit: Work, values: Values) -> str:
        worker_id = new_id()
        unit.connection.execute(insert(WorkerRow).values(id=worker_id, **self._row(values)))
        return str(worker_id)

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        unit.connection.execute(update(WorkerRow).where(WorkerRow.id == UUID(entry_id)).values(**self._row(values)))

    def told_as(self, entry_id: str) -> UUID:
        return UUID(entry_id)

    def _row(self, values: Values) -> dict[str, Any]:
        team, login, skills, areas = str(values["cluster"]), str(values["login"]), values["skills"], values["areas"]
        assert isinstance(skills, tuple)
        assert isinstance(areas, tuple)
        return {
            "code": values["code"],
            "name": values["name"],
            "position": values["position"],
            "skills": " ".join(skills),
            "areas": " ".join(areas).upper(),
            "latitude": values["latitude"],
            "longitude": values["longitude"],
            "start_address": values["start_address"],
            "cluster_id": self._names.cluster(team) if team else None,
            "agent_id": self._agents[login.casefold()] if login else None,
            "is_in_use": values["in_use"],
        }


class WorkerHoursStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        workers = connection.execute(
            select(WorkerRow.id, WorkerRow.code, WorkerRow.name).order_by(WorkerRow.is_in_use.desc())
        ).all()
        self._worker_names: dict[UUID, str] = {row.id: row.name for row in workers}
        self._workers: dict[str, UUID] = {}
        for called in ("name", "code"):
            for row in workers:
                self._workers.setdefault(getattr(row, called).casefold(), row.id)

    def stored(self) -> list[Stored]:
        """By worker, Monday first."""
        rows = self._connection.execute(
            select(WorkerHoursRow.__table__, WorkerRow.name)
            .join(WorkerRow, WorkerRow.id == WorkerHoursRow.worker_id)
            .order_by(WorkerRow.name, WorkerHoursRow.weekday, WorkerHoursRow.from_minute, WorkerHoursRow.valid_from)
        )
        return [
            Stored(
                str(row.id),
                {
                    "worker": row.name,
                    "weekday": WEEKDAYS[row.weekday],
                    "from": row.from_minute,
                    "until": row.until_minute,
                    "valid_from": row.valid_from,
                    "valid_until": row.valid_until,
                },
            )
            for row in rows
        ]

    def settle(self, values: Values) -> Values:
        return {**values, "worker": self._worker_names[self._worker(values)]}

    def add(self, unit: Work, values: Values) -> str:
        rule_id = new_id()
        unit.connection.execute(insert(WorkerHoursRow).values(id=rule_id, **self._row(values)))
        return str(rule_id)

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        unit.connection.execute(
            update(WorkerHoursRow).where(WorkerHoursRow.id == UUID(entry_id)).values(**self._row(values))
        )

    def remove(self, unit: Work, entry_id: str) -> None:
        unit.connection.execute(delete(WorkerHoursRow).where(WorkerHoursRow.id == UUID(entry_id)))

    def told_as(self, entry_id: str) -> UUID:
        return UUID(entry_id)

    def _worker(self, values: Values) -> UUID:
        found = self._workers.get(str(values["worker"]).casefold())
        return found or unknown("worker", self._worker_names.values())

    def _row(self, values: Values) -> dict[str, Any]:
        return {
            "worker_id": self._worker(values),
            "weekday": WEEKDAYS.index(str(values["weekday"])),
            "from_minute": values["from"],
            "until_minute": values["until"],
            "valid_from": values["valid_from"],
            "valid_until": values["valid_until"],
        }
