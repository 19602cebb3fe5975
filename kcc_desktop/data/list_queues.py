"""Work queues as a list of the town. One that work stands in is never taken away: nothing new goes into it."""

from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, insert, select, update

from kcc_desktop.data.database import Work
from kcc_desktop.data.list_store import Names, Stored
from kcc_desktop.data.work import QueueRow
from kcc_desktop.domain.lists import CellProblem, EntryRefused, Values
from kcc_desktop.domain.work import GENERAL_QUEUE

# The change log names things by UUID, and a queue has a word: always the same id for the same word.
_QUEUES = UUID("6b1f8d6e-53c5-5b0e-9d42-6d2c0f4e1a16")


class QueueStore:
    def __init__(self, connection: Connection) -> None:
        self._connection, self._names = connection, Names(connection)

    def stored(self) -> list[Stored]:
        """In the order the work panel has them."""
        rows = self._connection.execute(
            select(QueueRow.__table__).order_by(QueueRow.is_in_use.desc(), QueueRow.position, QueueRow.name)
        )
        return [
            Stored(
                row.code,
                {
                    "code": row.code,
                    "name": row.name,
                    "cluster": self._names.cluster_names.get(row.cluster_id, ""),
                    "skills": tuple(sorted(row.skills.split())),
                    "languages": tuple(sorted(row.languages.split())),
                    "norm": row.norm_value,
                    "norm_unit": row.norm_unit,
                    "position": row.position,
                    "in_use": row.is_in_use,
                },
            )
            for row in rows
        ]

    def settle(self, values: Values) -> Values:
        if values["code"] == GENERAL_QUEUE and not values["in_use"]:
            raise EntryRefused((CellProblem("in_use", "general_stays"),))
        name = str(values["cluster"])
        return {**values, "cluster": self._names.cluster_names[self._names.cluster(name)] if name else ""}

    def add(self, unit: Work, values: Values) -> str:
        unit.connection.execute(insert(QueueRow).values(code=values["code"], **self._row(values)))
        return str(values["code"])

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        """Its code stays: work that waits in it names it."""
        if values["code"] != entry_id:
            raise EntryRefused((CellProblem("code", "stays"),))
        unit.connection.execute(update(QueueRow).where(QueueRow.code == entry_id).values(**self._row(values)))

    def told_as(self, entry_id: str) -> UUID:
        return uuid5(_QUEUES, entry_id)

    def _row(self, values: Values) -> dict[str, Any]:
        name, skills, languages = str(values["cluster"]), values["skills"], values["languages"]
        assert isinstance(skills, tuple)
        assert isinstance(languages, tuple)
        return {
            "name": values["name"],
            "cluster_id": self._names.cluster(name) if name else None,
            "skills": " ".join(skills),
            "languages": " ".join(languages),
            "norm_value": values["norm"],
            "norm_unit": values["norm_unit"],
            "position": values["position"],
            "is_in_use": values["in_use"],
        }
