"""Notes every few minutes who did not come. Each desk does; what one noted, another finds done."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.appointments import AppointmentService

_EVERY_MS = 5 * 60 * 1000


class NoShows(QObject):
    """`after_minutes`: so long after the start somebody did not come; 0 is never."""

    failed = Signal(object)  # Exception: a bug

    def __init__(
        self, service: AppointmentService, tasks: TaskRunner, after_minutes: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks, self._after = service, tasks, after_minutes
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        if self._after:
            self._timer.start()

    @Slot()
    def look(self) -> None:
        task = self._tasks.run(partial(self._service.ends.note_no_shows, self._after), self, key="no-shows")
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Who may not plan notes nothing, and an outage is over by the next time or the one after."""
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)
