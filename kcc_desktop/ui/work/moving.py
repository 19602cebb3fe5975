"""What an agent does with an item, each move once: its id is made when it is first wanted. Knows no widget."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import CloseWork, HandOverWork, NoteAttempt, WorkItem, WorkOutcome
from kcc_desktop.domain.work_lists import WorkList
from kcc_desktop.ui.work_store import WorkStore


class Moving(QObject):
    """`moved` carries the item as it is after it; `refused` the id and why not; `nothing_left`: "next" found none."""

    moved = Signal(str, object)  # the move's name, WorkItem
    refused = Signal(object, object)  # UUID | None, Refusal | Outage
    nothing_left = Signal()

    def __init__(self, store: WorkStore, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._tasks = store, tasks
        self._busy: set[UUID | None] = set()

    def next(self, queue_codes: Collection[str], wanted: WorkList | None = None) -> None:
        """The most urgent one of these queues, or the first of a list of them, becomes this agent's."""
        if queue_codes:
            self._run("next", None, partial(self._store.service.next, new_id(), tuple(queue_codes), wanted))

    def take(self, task_id: UUID) -> None:
        self._run("take", task_id, partial(self._store.service.take, new_id(), task_id))

    def give_back(self, task_id: UUID) -> None:
        self._run("give_back", task_id, partial(self._store.service.give_back, new_id(), task_id))

    def hand_over(self, command: HandOverWork) -> None:
        self._run("hand_over", command.task_id, partial(self._store.service.hand_over, command))

    def not_reached(self, task_id: UUID, next_try_at: datetime) -> None:
        command = NoteAttempt(new_id(), task_id, next_try_at)
        self._run("not_reached", task_id, partial(self._store.service.note_attempt, command))

    def close(self, task_id: UUID, outcome: WorkOutcome, told: str = "") -> None:
        self._run("close", task_id, partial(self._store.service.close, CloseWork(new_id(), task_id, outcome, told)))

    def _run(self, name: str, task_id: UUID | None, work: Callable[[], WorkItem | None]) -> None:
        if task_id in self._busy:
            return  # pressed twice it is one move
        self._busy.add(task_id)
        task = self._tasks.run(work, self)
        task.succeeded.connect(partial(self._on_moved, name, task_id))
        task.failed.connect(partial(self._on_failed, task_id))

    def _on_moved(self, name: str, task_id: UUID | None, item: WorkItem | None) -> None:
        self._busy.discard(task_id)
        if item is None:
            self.nothing_left.emit()
            return
        self.moved.emit(name, item)
        self._store.touch([item.task.id])

    def _on_failed(self, task_id: UUID | None, error: Exception) -> None:
        self._busy.discard(task_id)
        if isinstance(error, Refusal | Outage):
            self.refused.emit(task_id, error)
            if task_id is not None:
                self._store.touch([task_id])  # somebody was first: the row says who
        else:
            self._tasks.unhandled.emit(error)
