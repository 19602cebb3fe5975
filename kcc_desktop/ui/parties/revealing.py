"""Uncovered details of one card, for one purpose and one minute. Knows no widget and keeps nothing longer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.party_answers import Revealed
from kcc_desktop.domain.purposes import Purpose
from kcc_desktop.services.parties import PartyService

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Uncovered:
    party_id: UUID
    purpose: Purpose
    until: datetime
    details: Revealed


class Revealing(QObject):
    """`changed` when something is uncovered or covered again."""

    changed = Signal()
    covered = Signal()
    failed = Signal(object)  # Exception

    def __init__(
        self, parties: PartyService, tasks: TaskRunner, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parties, self._tasks, self._now = parties, tasks, now
        self._shown: Uncovered | None = None
        self._asked: UUID | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.cover)

    def of(self, party_id: UUID) -> Uncovered | None:
        """What may be shown of this card now; a computer that slept shows nothing it should have covered."""
        shown = self._shown
        return shown if shown and shown.party_id == party_id and self._now() < shown.until else None

    def ask(self, party_id: UUID, purpose: Purpose) -> None:
        """Uncover; the service writes it in the audit."""
        self._asked = party_id
        task = self._tasks.run(partial(self._parties.reveal, party_id, purpose.value), self)
        task.succeeded.connect(partial(self._on_revealed, party_id, purpose))
        task.failed.connect(self._on_failed)

    @Slot()
    def cover(self) -> None:
        """Forget it; an answer that is still to come is not shown either."""
        self._asked = None
        self._timer.stop()
        if self._shown is not None:
            self._shown = None
            self.covered.emit()
            self.changed.emit()

    def _on_revealed(self, party_id: UUID, purpose: Purpose, details: Revealed) -> None:
        if party_id != self._asked:
            return
        self._shown = Uncovered(party_id, purpose, self._now() + timedelta(seconds=SECONDS), details)
        self._timer.start()
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._asked is not None:
            self._asked = None
            self.failed.emit(error)
