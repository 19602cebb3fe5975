"""The list under the status button: what one says of oneself. Digits choose, as arrows and a click do."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.domain.presence import CHOSEN, PresenceState
from kcc_desktop.ui.shared import presence_words, theme
from kcc_desktop.ui.shared.basics import Text, column
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.focus import give_back
from kcc_desktop.ui.shared.rows import Row, row_list

DONE = "done"  # for today
_WIDTH = 300
_OWN = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PresenceMenu(Floating):
    """`chosen` carries a PresenceState; `done_for_today` that the shift ends."""

    chosen = Signal(object)
    done_for_today = Signal()

    def __init__(self, window: QWidget, anchor: QWidget) -> None:
        self._list = row_list("", [], compact=True)
        self._later = Text("", theme.CAPTION, tone="muted")
        super().__init__(column(self._later, self._list, gap=theme.S, margins=(theme.S,)), window, "")
        self._anchor = anchor
        self._back_to: QWidget | None = None
        self._list.installEventFilter(self)
        self._list.clicked.connect(self._take)

    def open_menu(self, chosen: PresenceState, *, is_talking: bool) -> None:
        """Below its button, what holds now chosen; pressed again it closes."""
        if self.isVisible():
            self.close_menu()
            return
        self._back_to = self.window().focusWidget() or self._anchor
        self.setAccessibleName(self.tr("What are you doing?"))
        self._list.setAccessibleName(self.tr("What are you doing?"))
        self._later.setText(self.tr("Shows when this conversation is over"))
        self._later.setVisible(is_talking)
        rows = [
            Row(presence_words.word(state), icon=presence_words.icon(state), keys=str(number), key=state)
            for number, state in enumerate(CHOSEN, 1)
        ]
        rows.append(Row(self.tr("Done for today"), icon="moon", keys=str(len(rows) + 1), key=DONE))
        self._list.set_rows(rows)
        self._list.choose(CHOSEN.index(chosen))
        self._settle()
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_menu(self) -> None:
        if not self.isVisible():
            return
        self.hide()
        give_back(self._back_to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and self.isVisible() and not self._is_pressed(event):
            self.hide()
        if isinstance(event, QKeyEvent):
            number = event.key() - Qt.Key.Key_1
            is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            is_ours = is_bare and (event.key() in _OWN or 0 <= number < self._list.model().rowCount())
            if event.type() == QEvent.Type.ShortcutOverride and is_ours:
                event.accept()  # they belong to the menu that is open, not to the window below it
                return True
            if event.type() == QEvent.Type.KeyPress and is_ours:
                self._press(event.key(), number)
                return True
        return super().eventFilter(watched, event)

    def _is_pressed(self, event: QFocusEvent) -> bool:
        """Whether the focus goes to the button below which it hangs: its click closes it, and must find it open."""
        is_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        return is_mouse and QApplication.focusWidget() is self._anchor

    def _press(self, key: int, number: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.close_menu()
        elif key in _OWN:
            self._take(self._list.currentIndex())
        else:
            self._take(self._list.model().index(number, 0))

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        row = self._list.row_at(index)
        if row is None:
            return
        self.close_menu()
        if isinstance(row.key, PresenceState):
            self.chosen.emit(row.key)
        else:
            self.done_for_today.emit()

    def _settle(self) -> None:
        window = self.window()
        box = self.layout()
        if box is not None:
            box.activate()  # the list has rows now; the hint must know before it is asked
        width = max(self._anchor.width(), theme.px(_WIDTH))
        under = self._anchor.mapTo(window, QPoint(self._anchor.width() - width, self._anchor.height() + theme.XS))
        left = max(theme.S, min(under.x(), window.width() - width - theme.S))
        self.place(QRect(left, under.y(), width, self.card_size().height()))
