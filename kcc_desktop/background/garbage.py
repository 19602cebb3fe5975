"""Collects Python's garbage on the main thread only. Knows no screen.

The interpreter collects on whatever thread allocates, and a database worker allocates most: a closed screen in a
reference cycle would then be destroyed on that thread, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_BEAT_MS = 1000
_THRESHOLDS = (700, 10, 10)  # of generations 0, 1 and 2; Python's own
_FREE = 20  # the oldest generation takes longest, so it waits for this many beats as well


class GarbageCollection(QObject):
    """Made on the main thread before the first screen and task: what lives by then is not looked through again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._beats = 0
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.timeout.connect(self.collect_what_is_due)
        self._beat.start()

    @Slot()
    def collect_what_is_due(self) -> None:
        self._beats += 1
        youngest, middle, oldest = gc.get_count()
        if oldest > _THRESHOLDS[2] and self._beats >= _FREE:
            self._beats = 0
            gc.collect(2)
        elif middle > _THRESHOLDS[1]:
            gc.collect(1)
        elif youngest > _THRESHOLDS[0]:
            gc.collect(0)

    def stop(self) -> None:
        """Give it back to the interpreter."""
        self._beat.stop()
        gc.unfreeze()
        gc.enable()
