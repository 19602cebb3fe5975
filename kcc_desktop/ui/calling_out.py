"""Calls a citizen about an item of work: the item is the agent's, a conversation begins, and ends the item. Knows no
widget.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID, uuid5

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import Confidentiality, Direction, MunicipalRole
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, ProductRef, Question, WorkRef
from kcc_desktop.domain.parties import PartyOverview
from kcc_desktop.domain.work import NoteAttempt, WorkDetail, WorkItem
from kcc_desktop.domain.work_lists import next_tries
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.finishing import Finishing
from kcc_desktop.ui.viewing import ref_of
from kcc_desktop.ui.work_store import WorkStore

CHANNEL = "phone"


class CallingOut(QObject):
    """`begun`: the conversation is in front; `not_reached`: the attempt is written and the conversation is gone.
    `not_noted`: it is not, and the conversation is still in front.
    """

    begun = Signal()
    not_reached = Signal()
    full = Signal()
    refused = Signal(object)  # Refusal | Outage
    not_noted = Signal(object)  # Refusal | Outage

    def __init__(
        self,
        store: WorkStore,
        parties: PartyService,
        tasks: TaskRunner,
        conversations: Conversations,
        finishing: Finishing,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._parties, self._tasks = store, parties, tasks
        self._conversations, self._finishing, self._now = conversations, finishing, now
        self._called: dict[UUID, UUID] = {}  # the item of each conversation that is about one
        conversations.added.connect(self._on_added)
        conversations.removed.connect(self._on_removed)

    @Slot(object)
    def call(self, detail: WorkDetail) -> None:
        """Take it, tell the others that it is being called about, and begin the conversation."""
        known = next((one for one, task_id in self._called.items() if task_id == detail.item.task.id), None)
        if known is not None:
            self._conversations.activate(known)
            self.begun.emit()
        elif self._conversations.is_full():
            self.full.emit()
        else:
            work = partial(_take, self._store, self._parties, detail.item)
            task = self._tasks.run(work, self)
            task.succeeded.connect(partial(self._on_taken, detail))
            task.failed.connect(partial(self._on_failed, detail.item.task.id))

    @Slot()
    def note_not_reached(self) -> None:
        """Nobody picked up: the attempt is written with what was typed, and tried again at the first moment there is.

        While the conversation is being recorded it does nothing.
        """
        ongoing = self._conversations.active()
        if ongoing is None or ongoing.work is None or self._finishing.is_busy(ongoing.id):
            return
        command = _attempt(ongoing, ongoing.work, next_tries(self._now(), self._store.hours)[0])
        task = self._tasks.run(partial(self._store.service.note_attempt, command), self)
        task.succeeded.connect(partial(self._on_noted, ongoing.id))
        task.failed.connect(partial(self._on_not_noted, command.task_id))

    def _on_taken(self, detail: WorkDetail, found: tuple[WorkItem, PartyOverview | None]) -> None:
        item, overview = found
        self._store.touch([item.task.id])
        if self._conversations.is_full():
            self.full.emit()
            return
        self._conversations.start(_conversation(detail, overview, self._now()))
        self.begun.emit()

    def _on_noted(self, conversation_id: UUID, item: WorkItem) -> None:
        self._store.touch([item.task.id])
        self._finishing.throw_away(conversation_id)
        self.not_reached.emit()

    def _on_not_noted(self, task_id: UUID, error: Exception) -> None:
        if self._is_expected(task_id, error):
            self.not_noted.emit(error)

    def _on_failed(self, task_id: UUID, error: Exception) -> None:
        if self._is_expected(task_id, error):
            self.refused.emit(error)

    def _is_expected(self, task_id: UUID, error: Exception) -> bool:
        """Whether it is a refusal or an outage; a bug is told as one."""
        if isinstance(error, Refusal | Outage):
            self._store.touch([task_id])
            return True
        self._tasks.unhandled.emit(error)
        return False

    @Slot(object)
    def _on_added(self, conversation_id: UUID) -> None:
        ongoing = self._conversations.get(conversation_id)
        if ongoing is not None and ongoing.work is not None:
            self._called[conversation_id] = ongoing.work.task_id

    @Slot(object)
    def _on_removed(self, conversation_id: UUID) -> None:
        """Recorded, kept or thrown away: nobody is calling any more."""
        task_id = self._called.pop(conversation_id, None)
        if task_id is not None:
            task = self._tasks.run(partial(self._store.service.stop_calling, task_id), self)
            task.succeeded.connect(partial(self._on_stopped, task_id))
            task.failed.connect(self._on_not_stopped)

    def _on_stopped(self, task_id: UUID, _was_mine: bool) -> None:
        self._store.touch([task_id])

    @Slot(object)
    def _on_not_stopped(self, _error: Exception) -> None:
        """It says so until the item moves again."""


def _take(store: WorkStore, parties: PartyService, item: WorkItem) -> tuple[WorkItem, PartyOverview | None]:
    taken = store.service.call(new_id(), item.task.id)
    return taken, parties.overview(item.task.party_id) if item.task.party_id is not None else None


def _attempt(ongoing: Ongoing, work: WorkRef, next_try_at: datetime) -> NoteAttempt:
    """With everything that was typed. Its id is the conversation's own, so that again after a lost answer is the same
    attempt, and another one than the move that closes the item."""
    typed = [one for one in ongoing.questions if one.summary.strip() or one.internal.strip()]
    note = "\n".join(text.strip() for one in typed for text in (one.summary, one.internal) if text.strip())
    secrecy = Confidentiality.OPEN
    if any(one.municipal_role is MunicipalRole.ENFORCEMENT for one in typed):
        secrecy = Confidentiality.ENFORCEMENT
    elif any(one.is_confidential for one in typed):
        secrecy = Confidentiality.CONFIDENTIAL
    return NoteAttempt(uuid5(work.move_id, "not_reached"), work.task_id, next_try_at, note, secrecy)


def _conversation(detail: WorkDetail, overview: PartyOverview | None, now: datetime) -> Ongoing:
    """Outbound, with the citizen, what it is about and how confidential that is; finishing it answers the item."""
    item = detail.item
    speaker = ref_of(overview) if overview is not None else None
    product = ProductRef(detail.product_id, detail.task.product) if detail.product_id is not None else None
    work = WorkRef(item.task.id, new_id(), item.task.reference, item.task.title, item.task.due_at)
    return Ongoing(
        new_id(),
        CHANNEL,
        now,
        (Question(new_id(), product=product).as_secret_as(detail.secrecy),),
        direction=Direction.OUTBOUND,
        speaker=speaker,
        caller_number=detail.task.summary.phone,
        work=work,
    )
