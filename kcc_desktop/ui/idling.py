"""Tells when nobody has touched the desk for a while, so that what was uncovered is covered again.

This is no lock and asks for no password: who may use this computer is the operating system's to check, and its own
lock comes on by its own clock. What is typed stays.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idling(QObject):
    """`left_alone` tells it once; the next touch begins anew. `minutes` 0: never."""

    left_alone = Signal()

    def __init__(self, minutes: int, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._limit, self._now = timedelta(minutes=minutes), now
        self._touched_at = now()
        self._watched: QWindow | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    def watch(self, window: QWindow | None) -> None:
        """From now on. The window and not the application: that would see every event of every widget."""
        if window is None or window is self._watched or not self._limit:
            return
        self._watched = window
        window.installEventFilter(self)
        self._touch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touch()
        return super().eventFilter(watched, event)

    def _touch(self) -> None:
        """A computer that slept has no clock of ours: the first touch afterwards finds it covered."""
        if self._timer.isActive():
            self._look()
        self._touched_at = self._now()
        if not self._timer.isActive():
            self._wait(self._limit)

    def _wait(self, time: timedelta) -> None:
        self._timer.start(max(1, round(time / timedelta(milliseconds=1))))

    def _look(self) -> None:
        left = self._touched_at + self._limit - self._now()
        if left > timedelta(0):
            if not self._timer.isActive():
                self._wait(left)
        else:
            self._timer.stop()
            self.left_alone.emit()
