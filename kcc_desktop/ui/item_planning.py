"""Plans an appointment or a visit for an item of work, in place, as a conversation would: the same form and holds.

The planning knows only conversations, so that the item gets one of its own, which no tab shows and nobody records. What
is planned stands with the contact in which the item was asked for, and follows that one to whom and how secret it is.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PlannedItem, ProductRef, Question
from kcc_desktop.domain.parties import PartyOverview
from kcc_desktop.domain.work import WorkDetail
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.viewing import ref_of
from kcc_desktop.ui.work_store import WorkStore

P = TypeVar("P", bound="PlanningPart")
_CHANNEL = "phone"  # of an item that says none


class PlanningPart(Protocol):
    """What plans for the conversation in front of a store: the appointments' and the visits'."""

    booked: SignalInstance
    refused: SignalInstance
    failed: SignalInstance

    def is_booking(self) -> bool: ...


class PlanningForm(Protocol):
    """The widget of a `PlanningPart`."""

    closed: SignalInstance

    def begin(self) -> bool: ...


class ItemPlanning(QObject):
    """`ready`: the form stands there and has the focus; `booked`: the item's id and the `PlannedRef`; `left`: neither.

    `failed` carries a bug, `refused` a Refusal or Outage of the item's.
    """

    ready = Signal()
    booked = Signal(object, object)
    left = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        store: WorkStore,
        parties: PartyService,
        tasks: TaskRunner,
        now: Callable[[], datetime],
        planning_of: Callable[[Conversations], P],
        form_of: Callable[[P], PlanningForm],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._parties, self._tasks, self._now = store, parties, tasks, now
        self._task_id: UUID | None = None
        self._conversations = Conversations(now, parent=self)
        planning = planning_of(self._conversations)
        self.form = form_of(planning)
        self._planning: PlanningPart = planning
        self.form.closed.connect(self.leave)
        self._planning.booked.connect(self._on_booked)
        self._planning.refused.connect(self.refused)
        self._planning.failed.connect(self.failed)

    def widget(self) -> QWidget:
        return cast(QWidget, self.form)

    def is_open(self) -> bool:
        return self._task_id is not None

    def begin(self, detail: WorkDetail, product: ProductRef) -> None:
        """Take the item, then look for the first free times for this product."""
        self.leave()
        self._task_id = detail.item.task.id
        work = partial(_take, self._store, self._parties, detail)
        task = self._tasks.run(work, self)
        task.succeeded.connect(partial(self._on_taken, detail, product))
        task.failed.connect(partial(self._on_not_taken, detail.item.task.id))

    @Slot()
    def leave(self) -> None:
        """Nothing is planned after all; what was held is free. Not while a booking is under way."""
        if self._task_id is None or self._planning.is_booking() or self._is_planned():
            return  # the form closes before it is told what was booked
        self._end()
        self.left.emit()

    def _is_planned(self) -> bool:
        return any(ongoing.question.planned for ongoing in self._conversations.all())

    def _end(self) -> None:
        self._task_id = None
        for ongoing in self._conversations.all():
            self._conversations.end(ongoing.id)

    def _on_taken(self, detail: WorkDetail, product: ProductRef, overview: PartyOverview | None) -> None:
        self._store.touch([detail.item.task.id])
        if self._task_id != detail.item.task.id:
            return  # left meanwhile
        speaker = ref_of(overview) if overview is not None else None
        question = Question(new_id(), summary=detail.item.task.title, product=product)
        self._conversations.start(
            Ongoing(
                new_id(),
                detail.item.channel_code or _CHANNEL,
                self._now(),
                (question.as_secret_as(detail.secrecy),),
                speaker=speaker,
                caller_number=detail.task.summary.phone,
                item=PlannedItem(detail.item.task.id, detail.task.contact_id),
            )
        )
        self.ready.emit()
        self.form.begin()

    def _on_not_taken(self, task_id: UUID, error: Exception) -> None:
        self.leave()
        self._store.touch([task_id])
        if isinstance(error, Refusal | Outage):
            self.refused.emit(error)
        else:
            self.failed.emit(error)

    @Slot(object)
    def _on_booked(self, _what: object) -> None:
        task_id = self._task_id
        planned = [ref for ongoing in self._conversations.all() for ref in ongoing.question.planned]
        self._end()
        if task_id is not None and planned:
            self.booked.emit(task_id, planned[-1])


def _take(store: WorkStore, parties: PartyService, detail: WorkDetail) -> PartyOverview | None:
    item = store.service.take(new_id(), detail.item.task.id)
    return parties.overview(item.task.party_id) if item.task.party_id is not None else None
