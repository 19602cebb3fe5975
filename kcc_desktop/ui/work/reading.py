"""Reads the list that is looked at, in parts, and again what changed in it. Knows no widget."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.work import WorkItem, WorkPage
from kcc_desktop.domain.work_lists import Narrowing, WorkList
from kcc_desktop.ui.work.model import WorkModel
from kcc_desktop.ui.work_store import WorkStore


class WorkReading(QObject):
    """`loaded`: the list stands there (again); `failed`: it could not be read; `renewed`: these rows are other."""

    loaded = Signal()
    failed = Signal(object)  # Refusal | Outage
    renewed = Signal(object)  # frozenset[UUID]

    def __init__(self, store: WorkStore, tasks: TaskRunner, model: WorkModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._tasks, self._model = store, tasks, model
        self.wanted: WorkList | None = None
        self.narrowing = Narrowing.ALL
        self._is_reading_on = False
        store.touched.connect(self.read_again)

    def show(self, wanted: WorkList, narrowing: Narrowing) -> None:
        """That list from its beginning; the old one stays until the new one is here."""
        self.wanted, self.narrowing = wanted, narrowing
        self.reload()

    @Slot()
    def reload(self) -> None:
        if self.wanted is None:
            return
        self._is_reading_on = False
        task = self._tasks.run(partial(self._store.service.listed, self.wanted, self.narrowing), self, key="list")
        task.succeeded.connect(self._on_first)
        task.failed.connect(self._on_failed)

    @Slot()
    def read_on(self) -> None:
        """The next part, once."""
        if self.wanted is None or self._model.next is None or self._is_reading_on:
            return
        self._is_reading_on = True
        listed = partial(self._store.service.listed, self.wanted, self.narrowing, self._model.next)
        task = self._tasks.run(listed, self, key="list")
        task.succeeded.connect(self._on_more)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def read_again(self, task_ids: frozenset[UUID]) -> None:
        """Only these rows: what left the list goes, what came into it stands where it belongs."""
        if self.wanted is None:
            return
        among = partial(self._store.service.among, self.wanted, self.narrowing, task_ids)
        task = self._tasks.run(among, self)
        task.succeeded.connect(partial(self._on_again, self.wanted, self.narrowing, task_ids))
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_first(self, page: WorkPage) -> None:
        self._model.begin(page.items, page.next)
        self.loaded.emit()

    @Slot(object)
    def _on_more(self, page: WorkPage) -> None:
        self._is_reading_on = False
        self._model.go_on(page.items, page.next)

    def _on_again(
        self, wanted: WorkList, narrowing: Narrowing, task_ids: frozenset[UUID], found: dict[UUID, WorkItem]
    ) -> None:
        if (wanted, narrowing) != (self.wanted, self.narrowing):
            return  # another list is looked at meanwhile
        for task_id in task_ids:
            if task_id in found:
                self._model.put(found[task_id])
            else:
                self._model.remove(task_id)
        self.renewed.emit(task_ids)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_reading_on = False
        if isinstance(error, Refusal | Outage):
            self.failed.emit(error)
        else:
            self._tasks.unhandled.emit(error)
