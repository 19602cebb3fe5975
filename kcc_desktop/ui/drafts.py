"""Brings back what was typed before the program ended, however it ended. Knows no widget."""

import logging
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import DISK, TaskRunner
from kcc_desktop.domain.documents import BadDocument, from_document
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.drafts import DraftService
from kcc_desktop.ui.conversations import Conversations

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """`unreadable` stay on disk as they are: a newer program may read them."""

    readable: tuple[Ongoing, ...]
    unreadable: tuple[UUID, ...]


class Recovery(QObject):
    """`done` carries how many conversations came back; `failed` why the drafts could not be read."""

    done = Signal(int)
    failed = Signal(object)  # Exception

    def __init__(
        self,
        drafts: DraftService,
        contacts: ContactService,
        tasks: TaskRunner,
        conversations: Conversations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts, self._contacts, self._tasks, self._conversations = drafts, contacts, tasks, conversations

    @Slot()
    def start(self) -> None:
        task = self._tasks.run(partial(read_drafts, self._drafts), self, pool=DISK)
        task.succeeded.connect(self._on_read)
        task.failed.connect(self.failed)

    @Slot(object)
    def _on_read(self, found: Found) -> None:
        for ongoing in found.readable:
            self._conversations.start(ongoing, in_front=False)
        self.done.emit(len(found.readable))
        ids = frozenset(ongoing.id for ongoing in found.readable)
        if ids:
            # The program may have died between recording and forgetting: what is recorded is no draft any more.
            task = self._tasks.run(partial(self._contacts.recorded_among, ids), self)
            task.succeeded.connect(self._on_recorded_before)
            task.failed.connect(self._on_unknown)

    @Slot(object)
    def _on_recorded_before(self, ids: frozenset[UUID]) -> None:
        for conversation_id in ids:
            self._conversations.end(conversation_id)

    @Slot(object)
    def _on_unknown(self, error: Exception) -> None:
        """The database is away: they stay, and recording one twice records it once."""
        log.info("not known whether drafts were recorded already: %s", type(error).__name__)


def read_drafts(drafts: DraftService) -> Found:
    """Every draft of a conversation, the one that began first in front."""
    readable, unreadable = [], []
    for draft in drafts.load_all():
        try:
            readable.append(from_document(Ongoing, draft.document))
        except BadDocument as bad:
            log.warning("the draft %s cannot be read: %s", draft.id, bad)
            unreadable.append(draft.id)
    return Found(tuple(sorted(readable, key=lambda ongoing: ongoing.started_at)), tuple(unreadable))
