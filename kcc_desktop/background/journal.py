"""The heartbeat that puts what an agent types on disk. Knows ids and documents, not what a contact is.

What was typed a second ago is on disk: writes are at most 400 ms apart, and have a thread of their own, so that
neither a slow query nor a lost database holds them up.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import DISK, Task, TaskRunner
from kcc_desktop.services.drafts import DraftService

BETWEEN_WRITES_MS = 400
TRY_AGAIN_MS = 2000
_BEAT_MS = 100


@dataclass(slots=True)
class _Entry:
    make_document: Callable[[], str]
    not_before: float = 0.0
    revision: int = 0
    is_dirty: bool = True
    in_flight: int = 0


class DraftJournal(QObject):
    """Lives as long as the program, on the main thread.

    `saved` tells the conversation and the instant for "bewaard 10:42:07"; `failed` the conversation and the error,
    and the text is tried again every two seconds until the disk takes it. After a failure everything is written
    again, not only what changed since: the file may be a new one.
    """

    saved = Signal(object, object)  # UUID, datetime
    failed = Signal(object, object)  # UUID, Exception

    def __init__(self, drafts: DraftService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts, self._tasks = drafts, tasks
        self._entries: dict[UUID, _Entry] = {}
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.timeout.connect(self._write_due)

    def touch(self, conversation_id: UUID, make_document: Callable[[], str]) -> None:
        """Something was typed. `make_document` is called on the main thread at the next write and gives the whole
        document; the journal holds it until `forget`, so it must not belong to a widget.
        """
        entry = self._entries.setdefault(conversation_id, _Entry(make_document))
        entry.make_document, entry.is_dirty = make_document, True
        if not self._beat.isActive():
            self._beat.start()

    def forget(self, conversation_id: UUID) -> Task:
        """The conversation was recorded or thrown away; its draft goes from the disk after what is on its way there."""
        self._entries.pop(conversation_id, None)
        return self._tasks.run(partial(self._drafts.forget, conversation_id), self, pool=DISK)

    def let_go(self, conversation_id: UUID) -> None:
        """Something else ends this draft (the outbox forgets it in its own commit); nothing more is written."""
        self._entries.pop(conversation_id, None)

    def flush(self) -> None:
        """Send everything unsaved on its way now; `TaskRunner.close` waits for it. For leaving and for locking."""
        for conversation_id, entry in list(self._entries.items()):
            if entry.is_dirty:
                self._write(conversation_id, entry)

    def is_saved(self) -> bool:
        """Whether everything that was typed is on disk."""
        return not any(entry.is_dirty or entry.in_flight for entry in self._entries.values())

    @Slot()
    def _write_due(self) -> None:
        now = time.monotonic()
        for conversation_id, entry in list(self._entries.items()):
            # One on its way at a time: on a slow disk they would only queue up.
            if entry.is_dirty and not entry.in_flight and now >= entry.not_before:
                self._write(conversation_id, entry)
        if not any(entry.is_dirty for entry in self._entries.values()):
            self._beat.stop()

    def _write(self, conversation_id: UUID, entry: _Entry) -> None:
        entry.not_before = time.monotonic() + BETWEEN_WRITES_MS / 1000
        try:
            document = entry.make_document()
        except Exception as error:  # one broken conversation must not cost the others their beat
            entry.not_before = time.monotonic() + TRY_AGAIN_MS / 1000
            self.failed.emit(conversation_id, error)
            return
        entry.revision += 1
        entry.is_dirty = False
        entry.in_flight += 1
        task = self._tasks.run(partial(self._drafts.save, conversation_id, document, entry.revision), self, pool=DISK)
        task.succeeded.connect(partial(self._on_saved, conversation_id, entry))
        task.failed.connect(partial(self._on_failed, conversation_id, entry))

    def _on_saved(self, conversation_id: UUID, entry: _Entry, saved_at: object) -> None:
        entry.in_flight -= 1
        if self._entries.get(conversation_id) is entry:
            self.saved.emit(conversation_id, saved_at)

    def _on_failed(self, conversation_id: UUID, entry: _Entry, error: object) -> None:
        entry.in_flight -= 1
        if self._entries.get(conversation_id) is not entry:
            return
        again = time.monotonic() + TRY_AGAIN_MS / 1000
        for other in self._entries.values():
            other.is_dirty, other.not_before = True, max(other.not_before, again)
        self._beat.start()
        self.failed.emit(conversation_id, error)
