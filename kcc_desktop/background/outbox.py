"""Finished conversations that the database could not take: kept on disk, shown as kept, sent once when it is back.

Knows commands and their ids; nothing of what is in them.
"""

import logging
import random
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.connection import ConnectionWatch
from kcc_desktop.background.tasks import DISK, Task, TaskRunner
from kcc_desktop.domain.contact_commands import ConversationRecorded, RecordConversation
from kcc_desktop.domain.documents import BadDocument, from_document, to_document
from kcc_desktop.domain.drafts import Delivery, OutboxItem
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.drafts import DraftService

log = logging.getLogger(__name__)

FIRST_WAIT_MS = 1000
LONGEST_WAIT_MS = 30_000
_KIND = RecordConversation.__name__


class Outbox(QObject):
    """Lives as long as the program, on the main thread; at most one round of sending is under way.

    `waiting_changed` tells how many are kept, the refused ones among them. `recorded` carries each one that arrived.
    `refused` carries the ids that a rule (or this program's version) refused: they stay, and are not tried again
    before the next start or `try_again`. `failed` carries what is wrong with the outbox itself, and each bug.
    """

    waiting_changed = Signal(int)
    recorded = Signal(object)  # ConversationRecorded
    refused = Signal(object)  # tuple[UUID, ...], all that were refused since the start
    failed = Signal(object)  # Exception

    def __init__(
        self,
        drafts: DraftService,
        contacts: ContactService,
        tasks: TaskRunner,
        connection: ConnectionWatch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts, self._contacts, self._tasks, self._connection = drafts, contacts, tasks, connection
        self._waiting: frozenset[UUID] = frozenset()
        self._refused: tuple[UUID, ...] = ()
        self._broken: frozenset[UUID] = frozenset()
        self._is_sending = self._is_due = False
        self._wait_ms = FIRST_WAIT_MS
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._send)
        connection.changed.connect(self._on_connection)

    @property
    def waiting(self) -> int:
        """How many are kept."""
        return len(self._waiting)

    def start(self) -> None:
        """Send what an earlier run kept."""
        self._send()

    def keep(self, command: RecordConversation, conversation_id: UUID | None = None) -> Task:
        """Put `command` on disk, its draft forgotten in the same commit (the journal must have let it go).

        The task tells when it is there; when it fails, the draft is still there and nothing was kept.
        """
        keep = partial(self._drafts.keep_for_later, command.id, _KIND, to_document(command), conversation_id)
        task = self._tasks.run(keep, self, pool=DISK)
        task.succeeded.connect(partial(self._on_kept, command.id))
        return task

    def try_again(self) -> None:
        """Send the refused ones too: somebody changed what they were refused for."""
        self._broken = frozenset()
        self._set_refused(())
        self._wait_ms = FIRST_WAIT_MS
        self._send()

    def withdraw(self, command_id: UUID) -> Task:
        """A refused one is not to be sent after all."""
        task = self._tasks.run(partial(self._drafts.withdraw, command_id), self, pool=DISK)
        task.succeeded.connect(partial(self._on_withdrawn, command_id))
        return task

    def _on_kept(self, command_id: UUID, _: object) -> None:
        self._set_waiting(self._waiting | {command_id})
        if self._connection.is_online:
            self._send_later()

    def _on_withdrawn(self, command_id: UUID, _: object) -> None:
        self._set_waiting(self._waiting - {command_id})
        self._set_refused(tuple(other for other in self._refused if other != command_id))

    @Slot(bool)
    def _on_connection(self, is_online: bool) -> None:
        if is_online:
            self._wait_ms = FIRST_WAIT_MS
            self._send()
        else:
            self._again.stop()

    @Slot()
    def _send(self) -> None:
        if self._is_sending:
            self._is_due = True
            return
        self._again.stop()
        self._is_sending, self._is_due = True, False
        skip = self._broken | frozenset(self._refused)
        # Not on the disk's thread: a database that hangs must not hold up the drafts.
        task = self._tasks.run(partial(self._drafts.deliver, partial(_record, self._contacts), skip), self)
        task.succeeded.connect(self._on_round)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_round(self, delivery: Delivery) -> None:
        self._is_sending = False
        if delivery.answers:
            self._wait_ms = FIRST_WAIT_MS
        self._broken |= {command_id for command_id, _ in delivery.bugs}
        self._set_waiting(frozenset(delivery.left))
        for answer in delivery.answers:
            self.recorded.emit(answer)
        if delivery.refused:
            self._set_refused((*self._refused, *delivery.refused))
        for _, bug in delivery.bugs:
            self.failed.emit(bug)
        if delivery.outage is not None:
            self._connection.tell(delivery.outage)
        self._go_on()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """The file of the outbox could not be read or written."""
        self._is_sending = False
        self.failed.emit(error)
        self._send_later()

    def _go_on(self) -> None:
        if not self._connection.is_online:
            return  # it tells when it is back
        if self._is_due:
            self._send()
        elif self._waiting - self._broken - set(self._refused):
            self._send_later()

    def _send_later(self) -> None:
        """Twice as long after each time, and not all desktops of an office at once."""
        if not self._again.isActive():
            self._again.start(round(self._wait_ms * random.uniform(0.5, 1)))
            self._wait_ms = min(2 * self._wait_ms, LONGEST_WAIT_MS)

    def _set_waiting(self, waiting: frozenset[UUID]) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self.waiting_changed.emit(len(waiting))

    def _set_refused(self, refused: tuple[UUID, ...]) -> None:
        if refused != self._refused:
            self._refused = refused
            self.refused.emit(refused)


def _record(contacts: ContactService, item: OutboxItem) -> ConversationRecorded:
    if item.kind != _KIND:
        raise BadDocument("other_kind")
    return contacts.record(from_document(RecordConversation, item.document))
