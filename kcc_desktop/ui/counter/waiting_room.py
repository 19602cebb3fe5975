"""The waiting room's own window, for a screen on the wall: who is called where. Numbers and counters, never a name."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.counter import WaitingRoom
from kcc_desktop.services.counter import CounterService
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, Text, column, hairline, row

SIZE = QSize(1280, 720)
_EVERY_MS = 3_000
_FRESH_SECONDS = 20  # so long a call is the one that everybody looks at
_PAD = 48


class WaitingRoomWindow(QWidget):
    """F11 fills the screen, Escape leaves that. Read by itself, also when nothing else happens at this desk."""

    def __init__(
        self,
        counter: CounterService,
        tasks: TaskRunner,
        location_id: UUID,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._counter, self._tasks, self._location_id, self._now = counter, tasks, location_id, now
        self._shown: WaitingRoom | None = None
        self.setWindowTitle(self.tr("Waiting room"))
        self.setAccessibleName(self.tr("Waiting room"))
        self.resize(SIZE)
        self._place = Text("", theme.FIGURE, strong=True, elided=True)
        self._clock = Text("", theme.DISPLAY, strong=True, figures=True)
        self._waiting = Text("", theme.FIGURE, tone="muted", elided=True)
        self._rows = QWidget()
        self._box: QVBoxLayout = column(gap=theme.M)
        self._rows.setLayout(self._box)
        head = row(self._place, None, self._clock, gap=theme.L)
        lines = column(head, hairline(), self._rows, None, self._waiting, gap=theme.XL, margins=(_PAD,))
        ground = Layer("surface", lines, self.tr("Who is called"))
        self.setLayout(column(ground, gap=0))
        self._every = QTimer(self, interval=_EVERY_MS)
        self._every.timeout.connect(self.load)
        theme.notifier().changed.connect(self._show)

    def show_location(self, location_id: UUID) -> None:
        """Another location, or the same one again."""
        self._location_id = location_id
        if self.isVisible():
            self.load()

    @Slot()
    def load(self) -> None:
        self._clock.setText(formatting.time(self._now()))
        work = partial(self._counter.waiting_room, self._location_id)
        self._tasks.run(work, self, key="waiting_room").succeeded.connect(self._on_read)

    @Slot(object)
    def _on_read(self, room: WaitingRoom) -> None:
        self._shown = room
        self._show()

    @Slot()
    def _show(self) -> None:
        room = self._shown
        if room is None:
            return
        self._place.setText(room.location)
        self._waiting.setText(self.tr("%n waiting", "", room.waiting))
        while (item := self._box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        fresh = room.changed_at is not None and (self._now() - room.changed_at).total_seconds() < _FRESH_SECONDS
        for place, (number, counter) in enumerate(room.called[: self._fit()]):
            line = _line(number, counter, is_fresh=fresh and place == 0)
            line.setAccessibleName(self.tr("{number} to {counter}").format(number=number, counter=counter))
            self._box.addWidget(line)
            line.show()  # at once: what is not shown yet has no height
        if not room.called:
            self._box.addWidget(Text(self.tr("Nobody is called just now"), theme.FIGURE, tone="muted"))

    def _fit(self) -> int:
        """As many lines as the window has room for."""
        line = theme.grown(72, theme.DISPLAY) + theme.M
        return max(1, (self.height() - 2 * _PAD - theme.grown(170, theme.DISPLAY)) // line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._every.start()
        self.load()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._every.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif event.key() == Qt.Key.Key_Escape:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)


def _line(number: str, counter: str, *, is_fresh: bool) -> Layer:
    tone = "brand" if is_fresh else "text"
    parts = row(
        Text(number, theme.DISPLAY, strong=True, tone=tone, figures=True),
        Icon("arrow-right", tone, theme.FIGURE),
        Text(counter, theme.DISPLAY, strong=is_fresh, tone=tone, elided=True),
        gap=theme.L,
        margins=(theme.L, theme.M, theme.L, theme.M),
    )
    parts.setStretch(0, 2)
    parts.setStretch(2, 3)
    return Layer("brand" if is_fresh else "surface", parts)
