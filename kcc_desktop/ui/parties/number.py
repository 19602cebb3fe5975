"""Keeps the number somebody calls with on the card of whoever is shown, in one key. A number is no proof."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.parties.speaking import Speaker
from kcc_desktop.ui.shared import formatting, wording
from kcc_desktop.ui.viewing import Viewing


class NumberKeeping(QObject):
    """`told`: words, tone, and whether it can be undone. `kept` carries the party's id, also when it is undone."""

    told = Signal(str, str, bool)
    failed = Signal(object)  # Exception
    kept = Signal(object)
    search_wanted = Signal()
    waiting_changed = Signal()

    def __init__(
        self,
        parties: PartyService,
        tasks: TaskRunner,
        conversations: Conversations,
        viewing: Viewing,
        speaker: Speaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parties, self._tasks = parties, tasks
        self._conversations, self._viewing, self._speaker = conversations, viewing, speaker
        self._undo: tuple[UUID, UUID] | None = None  # party, address
        self._number_of: UUID | None = None  # the conversation whose number waits for whoever is found

    @Slot()
    def attach_number(self) -> None:
        """The caller's number with whoever is shown, in one key."""
        ongoing, number = self._conversations.active(), self._speaker.number()
        overview = self._viewing.now().overview
        card = overview.card if overview is not None else None
        if self._speaker.unreadable_number():
            text = self.tr("What came along cannot be read as a phone number, there is nothing to keep.")
            self.told.emit(text, "near", False)
        elif ongoing is None or not number:
            self.told.emit(self.tr("No number came along, there is nothing to keep."), "near", False)
        elif card is None:
            self._number_of = ongoing.id
            self.waiting_changed.emit()
            self.search_wanted.emit()
        elif any(address.value == number for address in card.digital_addresses):
            self.told.emit(
                wording.fill(self.tr("This number stands with {name} already."), name=card.title), "good", False
            )
        else:
            address_id = new_id()
            task = self._tasks.run(partial(self._parties.attach_number, card.id, number, address_id), self)
            task.succeeded.connect(partial(self._on_attached, card.id, card.title, number, address_id))
            task.failed.connect(self._on_failed)

    def waits(self) -> bool:
        """Whether the agent wants to keep the number of the conversation in front with whoever is found."""
        ongoing = self._conversations.active()
        return ongoing is not None and ongoing.id == self._number_of

    def _on_attached(self, party_id: UUID, name: str, number: str, address_id: UUID, _nothing: object) -> None:
        self._number_of = None
        self._undo = (party_id, address_id)
        text = wording.fill(self.tr("{number} is kept with {name}."), number=formatting.phone(number), name=name)
        self.told.emit(text, "good", True)
        self.kept.emit(party_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    @Slot()
    def undo(self) -> None:
        if self._undo is not None:
            (party_id, address_id), self._undo = self._undo, None
            task = self._tasks.run(partial(self._parties.end_digital_address, address_id), self)
            task.succeeded.connect(partial(self._on_undone, party_id))
            task.failed.connect(self._on_failed)

    def _on_undone(self, party_id: UUID, _nothing: object) -> None:
        self.told.emit(self.tr("The number is taken off again."), "good", False)
        self.kept.emit(party_id)

    def forget_undo(self) -> None:
        """Another card is shown."""
        self._undo = None
