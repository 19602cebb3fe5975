"""Use cases of those who go out: the time that is not for visits."""

from uuid import UUID

from kcc_desktop.data.database import Database
from kcc_desktop.domain.workers import Absence, AddAbsence


class WorkerService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add_absence(self, command: AddAbsence) -> Absence:
        """Keeps a worker's time free of visits. Twice is once.

        Refuses with WorkerBusy (visits stand there; their codes), NotFound, InvalidValue ("ends_at", "before_start" |
        "too_long"), ("reason", "too_long").
        """
        raise NotImplementedError

    def end_absence(self, absence_id: UUID) -> None:
        """The time is for visits again; one that is gone already is no mistake."""
        raise NotImplementedError
