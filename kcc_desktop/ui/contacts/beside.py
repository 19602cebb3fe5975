"""Two fields beside each other, and below each other where large text leaves no room. Knows no field."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import row

_ROOM = 260  # at 100 % text


class Beside(QWidget):
    """`shares` say how they divide the width."""

    def __init__(self, one: QWidget, other: QWidget, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._parts = (one, other)
        self._box = row(one, other)
        for number, share in enumerate(shares):
            self._box.setStretch(number, share)
        self.setLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme.px(_ROOM)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, super().minimumSizeHint().height())
