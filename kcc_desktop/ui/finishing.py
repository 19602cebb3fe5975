"""Records a finished conversation, or keeps it for later when the database is away. Knows no widget."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kcc_desktop.background.outbox import Outbox
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contact_commands import ConversationRecorded, RecordConversation
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.ui.conversations import Conversations


class Finishing(QObject):
    """Made once. A conversation leaves the desk only when it is recorded, or safe in the outbox."""

    recorded = Signal(object, object)  # Ongoing, ConversationRecorded
    kept = Signal(object)  # Ongoing: finished, waits for the database
    refused = Signal(object, object)  # Ongoing, Exception: it is still there, as it was
    failed = Signal(object)  # Exception: a bug, told besides `refused`
    busy_changed = Signal(object, bool)  # UUID

    def __init__(
        self,
        contacts: ContactService,
        outbox: Outbox,
        tasks: TaskRunner,
        conversations: Conversations,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._contacts, self._outbox, self._tasks = contacts, outbox, tasks
        self._conversations, self._now = conversations, now
        self._busy: set[UUID] = set()

    def is_busy(self, conversation_id: UUID) -> bool:
        return conversation_id in self._busy

    def finish(self, conversation_id: UUID) -> None:
        """Record it; pressed twice it is recorded once."""
        ongoing = self._conversations.get(conversation_id)
        if ongoing is None or conversation_id in self._busy:
            return
        now = self._now()
        try:
            command = ongoing.to_command(now)
        except Refusal as refusal:
            self.refused.emit(ongoing, refusal)
            return
        # From here on its end is fixed: submitted again, after a crash too, it is the same command.
        ongoing = ongoing.hung_up(now)
        self._conversations.put(ongoing)
        self._set_busy(conversation_id, True)
        task = self._tasks.run(partial(self._contacts.record, command), self)
        task.succeeded.connect(partial(self._on_recorded, ongoing))
        task.failed.connect(partial(self._on_failed, ongoing, command))

    def throw_away(self, conversation_id: UUID) -> None:
        """Nothing is recorded; for a call that was none."""
        if conversation_id not in self._busy:
            self._conversations.end(conversation_id)

    def _on_recorded(self, ongoing: Ongoing, recorded: ConversationRecorded) -> None:
        self._set_busy(ongoing.id, False)
        self._conversations.end(ongoing.id)
        self.recorded.emit(ongoing, recorded)

    def _on_failed(self, ongoing: Ongoing, command: RecordConversation, error: Exception) -> None:
        if not isinstance(error, Outage):
            self._refuse(ongoing, error)
            return
        task = self._outbox.keep(command, ongoing.id)
        task.succeeded.connect(partial(self._on_kept, ongoing))
        task.failed.connect(partial(self._on_not_kept, ongoing))

    def _on_kept(self, ongoing: Ongoing, _nothing: object) -> None:
        self._set_busy(ongoing.id, False)
        self._conversations.end(ongoing.id, keep_draft=True)
        self.kept.emit(ongoing)

    def _on_not_kept(self, ongoing: Ongoing, error: Exception) -> None:
        self._refuse(ongoing, error)

    def _refuse(self, ongoing: Ongoing, error: Exception) -> None:
        self._set_busy(ongoing.id, False)
        self.refused.emit(ongoing, error)
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)

    def _set_busy(self, conversation_id: UUID, busy: bool) -> None:
        (self._busy.add if busy else self._busy.discard)(conversation_id)
        self._conversations.seal(conversation_id, busy)
        self.busy_changed.emit(conversation_id, busy)
