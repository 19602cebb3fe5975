"""Quietens the window behind what is open above it, without hiding it. Knows nothing of what is open."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import theme


class Scrim(QWidget):
    """As large as its parent, also when that changes; a click on it is told."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        parent.installEventFilter(self)
        theme.notifier().changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.cover()
        return super().eventFilter(watched, event)

    def cover(self) -> None:
        """Take the parent's whole area."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor("#0B1016")
        shade.setAlphaF(0.55 if theme.now().dark else 0.28)
        QPainter(self).fillRect(event.rect(), shade)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
