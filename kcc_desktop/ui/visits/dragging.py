"""A visit in the hand over the lanes: where it would go lights up, or what is against it is said, before it falls."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Slot

from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.visits import conflicts
from kcc_desktop.ui.visits.board import Board
from kcc_desktop.ui.visits.lanes import Lanes
from kcc_desktop.ui.visits.unplanned import Unplanned


class Dragging(QObject):
    def __init__(
        self, board: Board, lanes: Lanes, unplanned: Unplanned, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._board, self._lanes, self._now = board, lanes, now
        self._here = QPoint()
        self._asked: tuple[int, datetime] | None = None
        for where in (unplanned, lanes):
            where.dragged.connect(self._on_dragged)
            where.let_go.connect(self._on_let_go)
        lanes.picked_up.connect(board.begin_placing)
        board.against.connect(self._on_against)

    @Slot(object)
    def _on_dragged(self, at: QPoint) -> None:
        self._here = self._lanes.mapFromGlobal(at)
        meant, shown = self._lanes.hover(self._here), self._board.now()
        if meant is None or shown.placing is None:
            self._say("")
            return
        lane, moment = meant
        number = self._lanes.place_near(lane, moment)
        if number >= 0:
            self._board.choose_place(number)
            self._say("")
            return
        day = shown.days[lane]
        why = conflicts.against(day, shown.placing, moment, self._now())
        if why:
            self._say(why)
        elif self._asked != meant:
            self._asked = meant
            self._board.ask_at(day.worker.id, moment)

    @Slot(object)
    def _on_let_go(self, at: QPoint) -> None:
        """Over a place it is planned there. Beside the lanes nothing was meant; over a conflict the places stay."""
        self._here, self._asked = self._lanes.mapFromGlobal(at), None
        self._lanes.say_against(None, "")
        meant = self._lanes.hover(self._here)
        if meant is None:
            self._board.stop_placing()
            return
        number = self._lanes.place_near(*meant)
        if number >= 0:
            self._board.choose_place(number)
            self._board.drop()

    @Slot(object)
    def _on_against(self, error: Exception) -> None:
        if self._asked is not None:
            self._say(wording.sentence(error)[0])

    def _say(self, why: str) -> None:
        self._lanes.say_against(self._here if why else None, why)
