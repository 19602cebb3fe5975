"""The rail at the left: a door to each panel, with how much waits behind it. Knows names, not panels."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.basics import Layer, column
from kcc_desktop.ui.shared.buttons import Pressable
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

RAIL_WIDTH, DOOR_HEIGHT = 80, 60


@dataclass(frozen=True, slots=True)
class Door:
    """A panel's door: its id, English name and icon."""

    id: str
    text: str
    icon: str


DOORS = (
    Door("contact", QT_TRANSLATE_NOOP("Rail", "Contact"), "headset"),
    Door("work", QT_TRANSLATE_NOOP("Rail", "Work"), "tray"),
    Door("agenda", QT_TRANSLATE_NOOP("Rail", "Agenda"), "calendar-blank"),
    Door("counter", QT_TRANSLATE_NOOP("Rail", "Counter"), "bank"),
    Door("location", QT_TRANSLATE_NOOP("Rail", "On location"), "car-simple"),
    Door("feedback", QT_TRANSLATE_NOOP("Rail", "Feedback"), "star"),
    Door("monitor", QT_TRANSLATE_NOOP("Rail", "Monitor"), "chart-line-up"),
    Door("administration", QT_TRANSLATE_NOOP("Rail", "Settings"), "sliders-horizontal"),
)
_AT_THE_FOOT = "administration"


class RailButton(Pressable):
    """Icon over word, with a count of what waits."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self._waiting = 0
        super().__init__(QCoreApplication.translate("Rail", door.text), icon=door.icon)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.follow_theme()

    def set_waiting(self, count: int) -> None:
        """How much waits behind the door; 0 shows nothing."""
        if count != self._waiting:
            self._waiting = count
            self._renamed()

    def _spoken(self) -> str:
        if not self._waiting:
            return self._words
        return self.tr("{door}, %n waiting", "", self._waiting).format(door=self._words)

    def restyle(self) -> None:
        # Eight doors in a low window with large text: the air between icon and edge gives way.
        self.setMinimumHeight(theme.px(theme.ICON_LARGE) + theme.grown(20, theme.CAPTION) + 4)
        self.setMaximumHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        height = theme.grown(DOOR_HEIGHT, theme.CAPTION) + theme.px(theme.ICON_LARGE) - theme.ICON_LARGE
        return QSize(max(RAIL_WIDTH, paint.text_width(self._words, theme.CAPTION, True) + 12), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rail = self.parentWidget()
        if isinstance(rail, Rail) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rail.step(self, -1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, on = theme.now(), QPainter(self), self.isChecked()
        ground = self.rect().adjusted(6, 2, -6, -2)
        if on or self._hovered() or self.isDown():
            paint.draw_box(painter, ground, t.selected if on or self.isDown() else theme.tint("muted", 0.10))
        if self._shows_focus():
            paint.draw_box(painter, ground, None, t.brand, width=2)
        tone = "brand" if on else "muted"
        icon, line = theme.px(theme.ICON_LARGE), theme.grown(20, theme.CAPTION)
        top = (self.height() - icon - line - 2) // 2 + 3
        left = (self.width() - icon) // 2
        paint.draw_icon(painter, left, top + icon / 2, self._icon, tone, theme.ICON_LARGE)
        words = QRect(2, top + icon + 2, self.width() - 4, line)
        paint.draw_text(painter, words, self._words, size=theme.CAPTION, strong=on, tone=tone, align=paint.CENTER)
        if self._waiting:
            self._paint_count(painter, left + icon * 4 // 5, top)

    def _paint_count(self, painter: QPainter, left: int, top: int) -> None:
        text = str(self._waiting) if self._waiting < 100 else "99+"
        height = theme.grown(16, theme.CAPTION)
        width = max(height, paint.text_width(text, theme.CAPTION, True) + 8)
        area = QRect(min(left, self.width() - width - 2), max(2, top - height // 2), width, height)
        paint.draw_box(painter, area, theme.now().brand, theme.now().canvas, height / 2)
        paint.draw_text(painter, area, text, size=theme.CAPTION, strong=True, tone="on_brand", align=paint.CENTER)


class Rail(Layer):
    """The doors of the panels that exist, in their fixed order; the last one at the foot.

    Tab reaches the open door, the arrows move, Enter opens.
    """

    chosen = Signal(str)  # a door's id, by the agent

    def __init__(self, doors: tuple[str, ...] = ("contact",)) -> None:
        self._buttons: list[RailButton] = []
        self._box = column(gap=0, margins=(0, theme.S, 0, theme.S))
        super().__init__("canvas", self._box, QCoreApplication.translate("Rail", "Panels"))
        self.set_doors(doors)

    def set_doors(self, doors: tuple[str, ...]) -> None:
        """Which panels there are, by id; unknown ids refuse with ValueError."""
        unknown = set(doors) - {door.id for door in DOORS}
        if unknown:
            raise ValueError(f"no such door: {', '.join(sorted(unknown))}")
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        while self._box.count():
            self._box.takeAt(0)
        self._buttons = [RailButton(door) for door in DOORS if door.id in doors]
        stretched = False
        for button in self._buttons:
            button.clicked.connect(self._pressed)
            if button.door.id == _AT_THE_FOOT:
                self._box.addStretch(1)
                stretched = True
            self._box.addWidget(button)
        if not stretched:
            self._box.addStretch(1)
        if self._buttons:
            self.choose(self._buttons[0].door.id)
        self.restyle()

    def choose(self, door: str) -> None:
        """Show a door as the open one, without the signal."""
        for button in self._buttons:
            button.setChecked(button.door.id == door)
            focus = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)

    def set_waiting(self, door: str, count: int) -> None:
        """How much waits behind a door; nothing happens when that door is not there."""
        for button in self._buttons:
            if button.door.id == door:
                button.set_waiting(count)

    def buttons(self) -> list[RailButton]:
        """From top to foot."""
        return list(self._buttons)

    def step(self, start: RailButton, by: int) -> None:
        """Move the focus to the next door; stops at the ends."""
        number = self._buttons.index(start) + by
        if 0 <= number < len(self._buttons):
            self._buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        self.setFixedWidth(max([RAIL_WIDTH, *(button.sizeHint().width() for button in self._buttons)]))

    @Slot()
    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, RailButton):
            self.choose(pressed.door.id)
            self.chosen.emit(pressed.door.id)
