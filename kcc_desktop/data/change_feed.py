"""Hears that somebody wrote, on a connection of its own, and reads what from the change log. Knows no screen.

PostgreSQL rings (NOTIFY), SQLite shows a number that is looked at; either may be missed, so the log is the truth.
"""

import threading
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data import change_log
from kcc_desktop.data.database import is_moved
from kcc_desktop.data.outages import telling_outages
from kcc_desktop.domain.changes import Change, Position
from kcc_desktop.domain.errors import DatabaseAway

LOOK_SECONDS = 0.3
_SOON_SECONDS = 0.05  # when the bell rang for a transaction that older ones still stand before


class ChangeFeed:
    """For one thread. Every call may raise DatabaseAway; `open` then begins anew."""

    def __init__(self, engine: Engine) -> None:
        # A bell is only heard outside a transaction, and on SQLite a transaction would keep the old number.
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._connection: Connection | None = None
        self._version = self._rung = self._horizon = 0

    def open(self) -> Position:
        """Listen from now on; the place to read from, and nothing written after it is missed."""
        self.close()
        with telling_outages():
            connection = self._engine.connect()
            connection.detach()  # a desktop's two connections stay its own
            self._connection = connection
            if self._is_sqlite:
                self._version = self._data_version()
            else:
                connection.execute(text(f"LISTEN {change_log.BELL}"))
            place = change_log.position(connection)
            connection.rollback()
        self._rung, self._horizon = 0, place.transaction_number
        return place

    def wait(self, stop: threading.Event) -> bool:
        """True when there may be something to read, False after a while without; returns soon after `stop` is set."""
        return self._look(stop) if self._is_sqlite else self._listen(stop)

    def read(self, place: Position, most: int) -> tuple[list[Change], Position]:
        """As `change_log.since`."""
        connection = self._open_connection()
        with telling_outages():
            changes, after = change_log.since(connection, place, most)
            connection.rollback()
        self._horizon = after.transaction_number
        return changes, after

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError):  # the server may be gone
                connection.close()

    def _open_connection(self) -> Connection:
        if self._connection is None:
            raise DatabaseAway("closed")
        return self._connection

    def _look(self, stop: threading.Event) -> bool:
        stop.wait(LOOK_SECONDS)
        version = self._data_version()
        is_new = version != self._version
        self._version = version
        return is_new

    def _data_version(self) -> int:
        connection = self._open_connection()
        if is_moved(connection.connection.info):
            raise DatabaseAway("moved")
        with telling_outages():
            version = connection.exec_driver_sql("PRAGMA data_version").scalar()
            connection.rollback()
        return int(version or 0)

    def _listen(self, stop: threading.Event) -> bool:
        is_held_up = self._rung >= self._horizon
        patience = _SOON_SECONDS if is_held_up else LOOK_SECONDS
        driver: Any = self._open_connection().connection.dbapi_connection
        try:
            for bell in driver.notifies(timeout=patience, stop_after=1):
                self._rung = max(self._rung, int(bell.payload) if bell.payload.isdecimal() else 0)
        except self._engine.dialect.loaded_dbapi.Error as error:
            raise DatabaseAway(type(error).__name__) from None
        return is_held_up or self._rung >= self._horizon
