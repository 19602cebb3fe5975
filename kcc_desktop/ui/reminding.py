"""A second call about an open promise is a rappel on it, not a new item: finds that promise, adds the rappel. Knows no
widget.
"""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, RappelRef
from kcc_desktop.domain.work import LONGEST_REASON, AddRappel, TaskSummary, WorkItem
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.viewing import Viewing
from kcc_desktop.ui.work_store import WorkStore


class Reminding(QObject):
    """`refused` carries why no rappel could be added: the promise is kept meanwhile, or the database is away."""

    refused = Signal(object)  # Refusal | Outage

    def __init__(
        self,
        store: WorkStore,
        tasks: TaskRunner,
        conversations: Conversations,
        viewing: Viewing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._tasks = store, tasks
        self._conversations, self._viewing = conversations, viewing
        self._busy: set[UUID] = set()

    def promise(self) -> TaskSummary | None:
        """The open promise to the citizen in front that the question in front is about, the nearest first.

        It is about the same product; a question that names none yet may be about any.
        """
        ongoing, overview = self._conversations.active(), self._viewing.now().overview
        if ongoing is None or ongoing.party is None or overview is None or overview.card.id != ongoing.party.id:
            return None
        question = ongoing.question
        if question.tasks or question.rappels or (ongoing.work is not None):
            return None
        product = question.product
        same = (one for one in overview.promises if product is None or one.product_id == product.id)
        return next(same, None)

    def remind(self, promise: TaskSummary) -> None:
        """Add it, with the note as it stands; once, however often it is pressed."""
        ongoing = self._conversations.active()
        if ongoing is None or promise.id in self._busy:
            return
        self._busy.add(promise.id)
        command = AddRappel(new_id(), promise.id, ongoing.question.summary.strip()[:LONGEST_REASON])
        task = self._tasks.run(partial(self._store.service.rappel, command), self)
        task.succeeded.connect(partial(self._on_added, ongoing.id, ongoing.question.id, promise))
        task.failed.connect(partial(self._on_failed, promise.id))

    def _on_added(self, conversation_id: UUID, question_id: UUID, promise: TaskSummary, item: WorkItem) -> None:
        self._busy.discard(promise.id)
        ongoing = self._conversations.get(conversation_id)
        if ongoing is not None:
            self._conversations.put(_with_rappel(ongoing, question_id, promise))
        self._store.touch([item.task.id])
        if item.task.party_id is not None:
            self._viewing.reload_if_shown(frozenset({item.task.party_id}))

    def _on_failed(self, task_id: UUID, error: Exception) -> None:
        self._busy.discard(task_id)
        if isinstance(error, Refusal | Outage):
            self._viewing.reload()
            self.refused.emit(error)
        else:
            self._tasks.unhandled.emit(error)


def _with_rappel(ongoing: Ongoing, question_id: UUID, promise: TaskSummary) -> Ongoing:
    ref = RappelRef(promise.id, promise.reference, promise.kind, promise.owner, promise.due_at)
    questions = tuple(
        replace(question, rappels=(*question.rappels, ref)) if question.id == question_id else question
        for question in ongoing.questions
    )
    return replace(ongoing, questions=questions)
