"""A small floating list with a number for each choice: how, for what, as what. Knows no feature."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.focus import give_back
from kcc_desktop.ui.shared.rows import Row, row_list

_TAKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_WIDTH = 340


class ShortList(Floating):
    """At most nine rows; 1–9 or Enter picks, Escape closes, and so does looking elsewhere."""

    picked = Signal(object)  # the row's key
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        self._title = Paragraph("", strong=True)
        self._note = Paragraph("", "muted", theme.CAPTION)
        self._list = row_list("", [], compact=True)
        self._box = column(self._title, self._note, self._list, gap=theme.XS, margins=(theme.M,))
        super().__init__(self._box, window, "")
        self._back_to: QWidget | None = None
        self._list.installEventFilter(self)
        self._list.clicked.connect(self._take)

    def open_at(self, anchor: QWidget, title: str, rows: list[Row], *, note: str = "", chosen: int = 0) -> None:
        """Show below `anchor`, above it where there is no room. The focus goes back to where it was."""
        self._back_to = self.window().focusWidget()
        self.setAccessibleName(title)
        self._list.setAccessibleName(f"{title} {note}".strip())
        self._title.set_text(title)
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        self._list.set_rows(rows)
        self._place(anchor)
        self._list.choose(chosen)
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def rows(self) -> list[Row]:
        """As shown."""
        return [row for line in range(self._list.model().rowCount()) if (row := self._row(line)) is not None]

    @Slot()
    def close_unpicked(self) -> None:
        """Gone without a choice; the focus goes back."""
        if self.isVisible():
            self._leave()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible():
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._back_to = None
            self.hide()
            self.closed.emit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape or event.key() in _TAKING or self._number(event) >= 0:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        number = self._number(event)
        if event.key() == Qt.Key.Key_Escape:
            self.close_unpicked()
        elif number >= 0:
            self._take(self._list.model().index(number, 0))
        elif event.key() in _TAKING:
            self._take(self._list.currentIndex())
        else:
            return False
        return True

    def _number(self, event: QKeyEvent) -> int:
        """Which line a digit stands for; -1 for another key."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return -1
        number = event.key() - Qt.Key.Key_1
        return number if 0 <= number < self._list.model().rowCount() else -1

    def _row(self, line: int) -> Row | None:
        return self._list.row_at(self._list.model().index(line, 0))

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        row = self._list.row_at(index)
        if row is not None and not row.heading:
            self._leave()
            self.picked.emit(row.key)

    def _leave(self) -> None:
        back, self._back_to = self._back_to, None
        self.hide()
        give_back(back)

    def _place(self, anchor: QWidget) -> None:
        window = self.window()
        width = min(max(anchor.width(), theme.px(_WIDTH)), window.width() - 2 * theme.S)
        inside = width - 2 * theme.M
        self._title.setFixedHeight(self._title.heightForWidth(inside))
        self._note.setFixedHeight(self._note.heightForWidth(inside))
        self._box.activate()
        height = self.card_size().height()
        under = anchor.mapTo(window, QPoint(0, anchor.height() + theme.XS))
        left = max(theme.S, min(under.x(), window.width() - width - theme.S))
        top = under.y()
        if top + height > window.height() - theme.S:
            top = max(theme.S, under.y() - anchor.height() - 2 * theme.XS - height)
        self.place(QRect(left, top, width, height))
