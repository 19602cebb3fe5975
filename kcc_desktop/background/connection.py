"""Knows whether the database is there, from what work met and from asking again. Knows no screen and no table."""

import logging
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.services.connection import ConnectionService

log = logging.getLogger(__name__)

ASK_AGAIN_MS = 2000


class ConnectionWatch(QObject):
    """Lives as long as the program, on the main thread. Away begins with the first outage that any work meets.

    It ends when the database takes a write: with a full disk reading goes on, and nothing can be recorded.
    """

    changed = Signal(bool)  # is_online

    def __init__(self, connection: ConnectionService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection, self._tasks = connection, tasks
        self._offline_since: datetime | None = None
        self._again = QTimer(self, interval=ASK_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._ask)
        tasks.outage.connect(self.tell)

    @property
    def is_online(self) -> bool:
        return self._offline_since is None

    @property
    def offline_since(self) -> datetime | None:
        """The instant of the first outage by the desktop's clock, in UTC; None while the database is there."""
        return self._offline_since

    @Slot(object)
    def tell(self, error: object) -> None:
        """Somebody met `error`; only DatabaseAway says anything about the connection."""
        if not isinstance(error, DatabaseAway) or not self.is_online:
            return
        self._offline_since = datetime.now(UTC)
        log.warning("the database is away: %s", error)
        self._again.start()
        self.changed.emit(False)

    @Slot()
    def _ask(self) -> None:
        task = self._tasks.run(self._connection.ping, self)
        task.succeeded.connect(self._on_answer)
        task.failed.connect(self._on_silence)

    @Slot(object)
    def _on_answer(self, _: object) -> None:
        self._offline_since = None
        log.info("the database is back")
        self.changed.emit(True)

    @Slot(object)
    def _on_silence(self, error: object) -> None:
        if not isinstance(error, DatabaseAway):
            log.warning("asking the database failed with %s", type(error).__name__)
        self._again.start()
