"""Whether the database is there. Needs no role and tells nothing about what stands in it."""

from kcc_desktop.data.database import Database


class ConnectionService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def ping(self) -> None:
        """Returns when the database can be written to; DatabaseAway (or WrongKey, DatabaseDamaged) when not."""
        self._database.ping()
