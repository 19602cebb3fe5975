"""Finished conversations that the database could not take: kept on disk, shown as kept, sent once when it is back.

What a rule refused waits for nothing: it can be taken back to be mended. Knows commands and their ids; nothing of
what is in them.
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
from kcc_desktop.domain.kept import KeptConversation, given_back
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.drafts import DraftService

log = logging.getLogger(__name__)

FIRST_WAIT_MS = 1000
LONGEST_WAIT_MS = 30_000
_KIND = KeptConversation.__name__
_BARE_KIND = RecordConversation.__name__  # kept by an earlier program, without what its desk showed


class Outbox(QObject):
    """Lives as long as the program, on the main thread; at most one round of sending is under way.

    `waiting_changed` tells how many wait for the database, the refused ones apart. `recorded` carries each one that
    arrived. `refused` carries the ids that a rule, this program's version or a bug stopped: they stay, and are not
    tried again before the next start or `try_again`; `take_back` gives them to the desk. `failed` carries what is
    wrong with the outbox itself, and each bug.
    """

    waiting_changed = Signal(int)
    recorded = Signal(object)  # ConversationRecorded
    refused = Signal(object)  # tuple[UUID, ...], all that were refused since the start
    came_back = Signal(object, object)  # Ongoing, on disk as a draft; Exception: why it was refused
    unreadable = Signal(object)  # BadDocument: the one that was to be taken back stays
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
        self._kept: frozenset[UUID] = frozenset()
        self._refused: dict[UUID, Exception] = {}
        self._told: tuple[int, tuple[UUID, ...]] = (0, ())
        self._is_sending = self._is_due = self._is_taking = False
        self._wait_ms = FIRST_WAIT_MS
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._send)
        connection.changed.connect(self._on_connection)

    @property
    def waiting(self) -> int:
        """How many wait for the database."""
        return len(self._kept - self._refused.keys())

    @property
    def refused_count(self) -> int:
        """How many were refused and can be taken back."""
        return len(self._refused)

    def holds(self, command_id: UUID) -> bool:
        """Whether it waits here, refused or not; of an earlier run from the first round of sending on."""
        return command_id in self._kept

    def start(self) -> None:
        """Send what an earlier run kept."""
        self._send()

    def keep(self, command: RecordConversation, conversation_id: UUID | None = None, desk: str = "") -> Task:
        """Put `command` on disk, its draft forgotten in the same commit (the journal must have let it go).

        `desk` is the document of the conversation it came from: without it, it can be sent and not be taken back. The
        task tells when it is there; when it fails, the draft is still there and nothing was kept.
        """
        kept = to_document(KeptConversation(command, desk))
        keep = partial(self._drafts.keep_for_later, command.id, _KIND, kept, conversation_id)
        task = self._tasks.run(keep, self, pool=DISK)
        task.succeeded.connect(partial(self._on_kept, command.id))
        return task

    def try_again(self) -> None:
        """Send the refused ones too: somebody changed what they were refused for."""
        self._refused = {}
        self._tell()
        self._wait_ms = FIRST_WAIT_MS
        self._send()

    def take_back(self) -> None:
        """Bring back the refused one that was kept first; `came_back` tells when it is on disk as a draft.

        One that cannot be read stays, and those after it come first; when only such are left, `unreadable` says so.
        Nothing happens while one is on its way, or when nothing was refused.
        """
        if self._is_taking or not self._refused:
            return
        readable = [one for one, error in self._refused.items() if not isinstance(error, BadDocument)]
        if not readable:
            self.unreadable.emit(next(iter(self._refused.values())))
            return
        self._is_taking = True
        work = partial(self._drafts.take_back, readable[0], _reopened, _as_draft)
        task = self._tasks.run(work, self, pool=DISK)
        task.succeeded.connect(partial(self._on_taken, readable[0]))
        task.failed.connect(partial(self._on_not_taken, readable[0]))

    def _on_kept(self, command_id: UUID, _: object) -> None:
        self._kept |= {command_id}
        self._tell()
        if self._connection.is_online:
            self._send_later()

    def _on_taken(self, command_id: UUID, ongoing: Ongoing | None) -> None:
        self._is_taking = False
        why = self._let_go(command_id)
        if ongoing is not None:
            self.came_back.emit(ongoing, why)

    def _on_not_taken(self, command_id: UUID, error: Exception) -> None:
        self._is_taking = False
        if isinstance(error, BadDocument):
            if command_id in self._refused:
                self._refused[command_id] = error
            self.unreadable.emit(error)
        else:
            self.failed.emit(error)

    def _let_go(self, command_id: UUID) -> Exception | None:
        """It is not here any more; what it was refused for, if it was."""
        self._kept -= {command_id}
        why = self._refused.pop(command_id, None)
        self._tell()
        return why

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
        skip = frozenset(self._refused)
        # Not on the disk's thread: a database that hangs must not hold up the drafts.
        task = self._tasks.run(partial(self._drafts.deliver, partial(_record, self._contacts), skip), self)
        task.succeeded.connect(self._on_round)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_round(self, delivery: Delivery) -> None:
        self._is_sending = False
        if delivery.answers:
            self._wait_ms = FIRST_WAIT_MS
        self._kept = frozenset(delivery.left)
        self._refused.update((*delivery.refused, *delivery.bugs))
        self._tell()
        for answer in delivery.answers:
            self.recorded.emit(answer)
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
        elif self.waiting:
            self._send_later()

    def _send_later(self) -> None:
        """Twice as long after each time, and not all desktops of an office at once."""
        if not self._again.isActive():
            self._again.start(round(self._wait_ms * random.uniform(0.5, 1)))
            self._wait_ms = min(2 * self._wait_ms, LONGEST_WAIT_MS)

    def _tell(self) -> None:
        """Only what is new."""
        (waited, were_refused), now = self._told, (self.waiting, tuple(self._refused))
        self._told = now
        if waited != now[0]:
            self.waiting_changed.emit(now[0])
        if were_refused != now[1]:
            self.refused.emit(now[1])


def _read(item: OutboxItem) -> KeptConversation:
    if item.kind == _BARE_KIND:
        return KeptConversation(from_document(RecordConversation, item.document))
    if item.kind != _KIND:
        raise BadDocument("other_kind")
    return from_document(KeptConversation, item.document)


def _record(contacts: ContactService, item: OutboxItem) -> ConversationRecorded:
    return contacts.record(_read(item).command)


def _reopened(item: OutboxItem) -> Ongoing:
    return given_back(_read(item))


def _as_draft(ongoing: Ongoing) -> tuple[UUID, str]:
    return ongoing.id, to_document(ongoing)
