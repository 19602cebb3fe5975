"""Catches the one key that says who calls, wherever the focus is. Knows no card: its owner says what the keys do."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ArmedKeys(QObject):
    """Listens only while armed: a digit then picks, Enter goes on without, Escape stops, and any other key stops too
    and goes where it was meant. The focus stays where it is, so that a note goes on afterwards."""

    digit = Signal(int)
    entered = Signal()
    stopped = Signal()

    @Slot(bool)
    def arm(self, armed: bool) -> None:
        application = QApplication.instance()
        if application is None:
            return
        application.removeEventFilter(self)
        if armed:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return super().eventFilter(watched, event)
        key, wanted = event.key(), self._wanted(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            if wanted:
                event.accept()  # else a shortcut of the window would take the key before it comes here
            return wanted
        if key in _ALONE:
            return False
        if not wanted:
            self.stopped.emit()
            return False
        if key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            self.digit.emit(key - Qt.Key.Key_0)
        return True

    def _wanted(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        return Qt.Key.Key_1 <= key <= Qt.Key.Key_9 or key in _ENTER or key == Qt.Key.Key_Escape
