"""Who else has an item open: told while this desk has one open, asked for the rows that are shown. Knows no widget."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.looking import AGAIN_AFTER, LookingKind, Onlooker, Sight
from kcc_desktop.services.looking import LookingService

_ASK_MS = 15_000


class Onlookers(QObject):
    """`changed` carries the names by item; an outage leaves what was known."""

    changed = Signal(object)  # dict[UUID, tuple[str, ...]]

    def __init__(self, service: LookingService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self._open: UUID | None = None
        self._shown: tuple[UUID, ...] = ()
        self._known: dict[UUID, tuple[str, ...]] = {}
        self._again = QTimer(self, interval=int(AGAIN_AFTER.total_seconds() * 1000))
        self._again.timeout.connect(self._look)
        self._ask = QTimer(self, interval=_ASK_MS)
        self._ask.timeout.connect(self.ask)

    def open(self, task_id: UUID) -> None:
        """This agent looks at it, until `close`."""
        self._open = task_id
        self._look()
        self._again.start()

    def close(self) -> None:
        task_id, self._open = self._open, None
        self._again.stop()
        if task_id is not None:
            # Nobody waits for it: what could not be told runs out by itself.
            task = self._tasks.run(partial(self._service.leave, [Sight(LookingKind.TASK, task_id)]), self)
            task.failed.connect(self._on_not_told)

    def watch(self, task_ids: tuple[UUID, ...]) -> None:
        """The rows that are shown; () while the panel is not."""
        self._shown = task_ids
        if task_ids:
            self._ask.start()
            self.ask()
        else:
            self._ask.stop()

    @Slot()
    def ask(self) -> None:
        if self._shown:
            sights = [Sight(LookingKind.TASK, task_id) for task_id in self._shown]
            task = self._tasks.run(partial(self._service.others, sights), self, key="others")
            task.succeeded.connect(self._on_others)
            task.failed.connect(self._on_not_told)

    @Slot()
    def _look(self) -> None:
        if self._open is not None:
            task = self._tasks.run(partial(self._service.look, Sight(LookingKind.TASK, self._open)), self)
            task.failed.connect(self._on_not_told)

    @Slot(object)
    def _on_others(self, others: tuple[Onlooker, ...]) -> None:
        found: dict[UUID, tuple[str, ...]] = {}
        for one in others:
            found[one.sight.id] = (*found.get(one.sight.id, ()), one.name)
        if found != self._known:
            self._known = found
            self.changed.emit(found)

    @Slot(object)
    def _on_not_told(self, _error: Exception) -> None:
        """It runs out, and is asked again."""
