"""Records a finished conversation, or keeps it for later when the database is away. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.outbox import Outbox
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contact_commands import ConversationRecorded, RecordConversation
from kcc_desktop.domain.documents import to_document
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
        self._refusals: dict[UUID, Exception] = {}
        conversations.changed.connect(self._on_changed)
        conversations.removed.connect(self._on_removed)

    def refusal_of(self, conversation_id: UUID) -> Exception | None:
        """Why this conversation was not recorded, as long as nothing in it has been mended since."""
        return self._refusals.get(conversation_id)

    def is_busy(self, conversation_id: UUID) -> bool:
        return conversation_id in self._busy

    def is_kept(self, conversation_id: UUID) -> bool:
        """Whether it is finished here, and waits for the database."""
        return self._outbox.holds(conversation_id)

    def finish(self, conversation_id: UUID) -> None:
        """Record it; pressed twice it is recorded once."""
        ongoing = self._conversations.get(conversation_id)
        if ongoing is None or conversation_id in self._busy:
            return
        now = self._now()
        try:
            command = ongoing.to_command(now)
        except Refusal as refusal:
            self._refusals[ongoing.id] = refusal
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

    @Slot(object, object)
    def give_back(self, ongoing: Ongoing, error: Exception) -> None:
        """It was finished, kept, and refused when it was sent: here it is again, in front, with the reason."""
        self._conversations.start(ongoing)
        self._refusals[ongoing.id] = error
        self.refused.emit(ongoing, error)

    def _on_recorded(self, ongoing: Ongoing, recorded: ConversationRecorded) -> None:
        self._set_busy(ongoing.id, False)
        self._conversations.end(ongoing.id)
        self.recorded.emit(ongoing, recorded)

    def _on_failed(self, ongoing: Ongoing, command: RecordConversation, error: Exception) -> None:
        if not isinstance(error, Outage):
            self._refuse(ongoing, error)
            return
        task = self._outbox.keep(command, ongoing.id, to_document(ongoing))
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
        self._refusals[ongoing.id] = error
        self.refused.emit(ongoing, error)
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)

    @Slot(object, object)
    def _on_changed(self, before: Ongoing, after: Ongoing) -> None:
        if after.id in self._refusals and _said(before) != _said(after):
            del self._refusals[after.id]

    @Slot(object)
    def _on_removed(self, conversation_id: UUID) -> None:
        self._refusals.pop(conversation_id, None)

    def _set_busy(self, conversation_id: UUID, busy: bool) -> None:
        (self._busy.add if busy else self._busy.discard)(conversation_id)
        self._conversations.seal(conversation_id, busy)
        self.busy_changed.emit(conversation_id, busy)


def _said(ongoing: Ongoing) -> Ongoing:
    """What a rule can say no to: not who waits, which question is in front, where a caret stands, what was looked at.

    Nor how a party is called: a card that was read again renews that by itself.
    """
    questions = tuple(replace(question, caret=0, looked_up=()) for question in ongoing.questions)
    speaker, subject = (
        (replace(ref, title="", disclosure_restricted=False) if ref is not None else None)
        for ref in (ongoing.speaker, ongoing.subject)
    )
    return replace(
        ongoing,
        questions=questions,
        speaker=speaker,
        subject=subject,
        current=0,
        on_hold_since=None,
        held_by_switch=False,
        hold_seconds=0,
    )
