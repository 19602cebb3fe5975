"""The left column: all lists in groups, each with how much is in it and how its norm stands."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.work_lists import ListKind, WorkBoard, WorkList, in_queue
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import KeyHint, Layer, Text, column, row
from kcc_desktop.ui.shared.rows import ListView, Row, RowDelegate, RowModel
from kcc_desktop.ui.work import words

MINE = WorkList(ListKind.MINE)
_WHOLE = (WorkList(ListKind.NOT_REACHED), WorkList(ListKind.NIGHT))


class QueueList(ListView):
    """Arrows choose at once; Enter and Right go to the items."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the panel here."""


class Queues(Layer):
    """`chosen` carries the `WorkList`."""

    chosen = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._now = now
        self._wanted = MINE
        super().__init__("canvas")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Queues"))
        self.view = QueueList(self.tr("Queues"))
        self.view.setItemDelegate(RowDelegate(theme.S, True, self.view))
        self.view.setModel(RowModel([], self.view))
        self.view.selectionModel().currentChanged.connect(self._on_current)
        head = row(Text(self.tr("Queues"), strong=True), None, KeyHint(keys.shown("work_queues")))
        head.setContentsMargins(theme.S, 0, theme.S, 0)
        self.setLayout(column(head, self.view, gap=theme.S, margins=(theme.S, theme.L, theme.S, 0)))

    def wanted(self) -> WorkList:
        return self._wanted

    def focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, wanted: WorkList) -> None:
        """That list, as if it were pressed."""
        model = self.view.model()
        for line in range(model.rowCount()):
            found = self.view.row_at(model.index(line, 0))
            if found is not None and found.key == wanted:
                self.view.choose(line)

    def show_board(self, board: WorkBoard) -> None:
        """What stays is the same row: chosen, at its place."""
        self.view.set_rows(self._rows(board))
        if self.view.current_row() is None:
            self.choose(self._wanted)

    def _rows(self, board: WorkBoard) -> list[Row]:
        own = [queue for queue in board.queues if queue.cluster and queue.cluster == board.cluster]
        everybodys = [queue for queue in board.queues if not queue.cluster]
        others: dict[str, list[WorkList]] = {}
        for queue in board.queues:
            if queue.cluster and queue.cluster != board.cluster:
                others.setdefault(queue.cluster, []).append(in_queue(queue.code))
        groups = [
            (self.tr("Mine"), [MINE, WorkList(ListKind.PROMISED)]),
            (self.tr("Team {name}").format(name=board.cluster), [in_queue(queue.code) for queue in own]),
            (self.tr("Everybody's"), [*(in_queue(queue.code) for queue in everybodys), *_WHOLE]),
            *((self.tr("Team {name}").format(name=name), lists) for name, lists in others.items()),
        ]
        rows: list[Row] = []
        for title, lists in groups:
            if lists:
                rows.append(Row(title, heading=True))
                rows += [self._row(board, wanted) for wanted in lists]
        return rows

    def _row(self, board: WorkBoard, wanted: WorkList) -> Row:
        counts = board.of(wanted)
        tone, icon, state = words.state_of(counts, self._now())
        return Row(
            words.list_title(wanted, board.queues),
            state,
            words.list_icon(wanted),
            detail_tone=tone,
            detail_icon=icon,
            trailing=str(counts.everything),
            key=wanted,
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        found = self.view.row_at(current)
        if found is not None and isinstance(found.key, WorkList) and found.key != self._wanted:
            self._wanted = found.key
            self.chosen.emit(found.key)
