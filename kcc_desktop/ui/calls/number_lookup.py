"""Finds out off the main thread who has a caller's number. Knows no conversation and no card."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.domain.parties import PartySummary
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.calls.ringing import Lookup


class NumberLookup(QObject):
    """`done` tells how it went for a call and who they are; of one call only the newest number counts."""

    done = Signal(str, object, object)  # call id, Lookup, tuple[PartySummary, ...]

    def __init__(self, parties: PartyService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parties, self._tasks = parties, tasks

    def look_up(self, call_id: str, number: str) -> None:
        task = self._tasks.run(partial(self._parties.with_number, number), self, key=call_id)
        task.succeeded.connect(partial(self._on_found, call_id))
        task.failed.connect(partial(self._on_failed, call_id))

    def _on_found(self, call_id: str, candidates: tuple[PartySummary, ...]) -> None:
        self.done.emit(call_id, Lookup.FOUND, candidates)

    def _on_failed(self, call_id: str, error: Exception) -> None:
        self.done.emit(call_id, _meaning(error), ())
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)


def _meaning(error: Exception) -> Lookup:
    """What is no number belongs to nobody, and neither does one that may not be looked up: both are an answer."""
    if isinstance(error, InvalidValue):
        return Lookup.UNREADABLE
    return Lookup.FOUND if isinstance(error, Refusal) else Lookup.FAILED
