"""The list that shows the timeline, for keyboard and mouse. What pressing a row does is its owner's."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.timeline.delegate import TimelineDelegate
from kcc_desktop.ui.timeline.model import TimelineModel
from kcc_desktop.ui.timeline.opened_rows import OpenedRows
from kcc_desktop.ui.timeline.rows import DayRow, EntryRow

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

_SCROLLS = {
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_PageDown: (1, True),
    Qt.Key.Key_PageUp: (-1, True),
}


class TimelineView(OpenedRows):
    """`pressed_row` carries the row that was clicked or entered."""

    pressed_row = Signal(object)  # Row
    left = Signal()  # Escape with nothing to close

    def __init__(self, model: TimelineModel, delegate: TimelineDelegate, name: str) -> None:
        super().__init__(model, name)
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.follow_theme()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        geometry, current = self._laid_out(), self.currentIndex().row()
        moves = QAbstractItemView.CursorAction
        if action is moves.MoveHome or (current < 0 and action is not moves.MoveEnd):
            number = self._step(-1, 1)
        elif action is moves.MoveEnd:
            number = self._step(len(geometry), -1)
        elif action in (moves.MoveUp, moves.MovePrevious):
            number = self._step(current, -1)
        elif action in (moves.MoveDown, moves.MoveNext):
            number = self._step(current, 1)
        elif action in (moves.MovePageUp, moves.MovePageDown):
            number = self._page(current, 1 if action is moves.MovePageDown else -1)
        else:
            number = current
        return self._model.index(number if number >= 0 else current)

    def _page(self, current: int, direction: int) -> int:
        geometry = self._laid_out()
        step = max(self.viewport().height() - theme.px(56), theme.px(56))
        y = min(max(geometry.top(current) + direction * step, 0), geometry.total - 1)
        wanted = geometry.row_at(y)
        if wanted == current:
            wanted += direction
        found = self._step(wanted - 1, 1) if direction < 0 else self._step(wanted + 1, -1)
        return found if found >= 0 else current

    def paintEvent(self, event: QPaintEvent) -> None:
        geometry, offset = self._laid_out(), self.verticalOffset()
        painter = QPainter(self.viewport())
        current = self.currentIndex().row() if self.hasFocus() or self._card_has_focus() else -1
        shown = event.rect()
        width, model = self.width(), self._model
        for number in geometry.rows_between(offset + shown.top(), offset + shown.bottom() + 1):
            row = model.row_at(number)
            if row is None:
                continue
            area = QRect(0, geometry.top(number) - offset, width, geometry.height(number))
            self._delegate.paint_row(
                painter,
                area,
                row,
                above=model.row_at(number - 1),
                below=model.row_at(number + 1),
                chosen=number == current,
                hovered=number == self._hovered,
                opened=self._card is not None and row.key == self._card_key,
            )

    def _card_has_focus(self) -> bool:
        inside = self.focusWidget()
        return self._card is not None and inside is not None and self._card.isAncestorOf(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _OPENING_KEYS and row is not None:
            self.pressed_row.emit(row)
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and event.key() in _SCROLLS and self._scroll_inside(_SCROLLS[Qt.Key(event.key())]):
            pass
        elif plain and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and isinstance(row, EntryRow):
            if (row.key == self._card_key) == (event.key() == Qt.Key.Key_Left):
                self.pressed_row.emit(row)
        else:
            super().keyPressEvent(event)

    def _scroll_inside(self, step: tuple[int, bool]) -> bool:
        """An opened row higher than the list is read to its end before the next one is chosen."""
        direction, by_page = step
        row = self.current_row()
        if row is None or row.key != self._card_key:
            return False
        area, room, bar = self._area_of(self.currentIndex().row()), self.viewport().height(), self.verticalScrollBar()
        left = area.bottom() + 1 - room if direction > 0 else -area.top()
        if left <= 0:
            return False
        most = room - theme.px(56) if by_page else 3 * theme.line_height()
        bar.setValue(bar.value() + direction * min(left, most))
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters are no search here: the field above the list is."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self._model.row_at(self.indexAt(event.position().toPoint()).row())
        if event.button() == Qt.MouseButton.LeftButton and row is not None and row == self.current_row():
            self.pressed_row.emit(row)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.HoverMove, QEvent.Type.HoverEnter):
            point = event.position().toPoint()  # type: ignore[attr-defined]
            self._hover(self.indexAt(point).row())
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, number: int) -> None:
        row = self._model.row_at(number)
        wanted = number if row is not None and not isinstance(row, DayRow) else -1
        if wanted != self._hovered:
            self._hovered = wanted
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if wanted >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
