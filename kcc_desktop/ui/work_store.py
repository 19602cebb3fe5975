"""How much work there is, for the rail and the work panel, and which items changed. Knows no widget."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.promises import Week
from kcc_desktop.domain.work_lists import WorkBoard
from kcc_desktop.services.work import WorkService

_TOGETHER_MS = 300  # what changes within this time is counted once


class WorkStore(QObject):
    """Made once; empty until `load` has come back. An outage leaves what was there.

    `hours`: when the office is open; a next try is proposed within them.
    """

    changed = Signal(object)  # WorkBoard
    touched = Signal(object)  # frozenset[UUID]: items that are other than before
    waiting = Signal(int)  # what fits the agent

    def __init__(self, service: WorkService, tasks: TaskRunner, hours: Week, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.service, self.hours = service, hours
        self._tasks = tasks
        self._board = WorkBoard()
        self._soon = QTimer(self, interval=_TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self.load)

    def board(self) -> WorkBoard:
        return self._board

    @Slot()
    def load(self) -> None:
        self._soon.stop()
        task = self._tasks.run(self.service.board, self, key="board")
        task.succeeded.connect(self._on_board)

    def touch(self, task_ids: Iterable[UUID]) -> None:
        """A colleague or this desk moved them: those rows are read again at once, the counts a little later."""
        touched = frozenset(task_ids)
        if touched:
            self.touched.emit(touched)
            self._soon.start()

    @Slot(object)
    def _on_board(self, board: WorkBoard) -> None:
        self._board = board
        self.changed.emit(board)
        self.waiting.emit(board.fits)
