"""A box that is ticked or not, with its word. Painted like everything one presses."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.buttons import Pressable

_BOX = 18


class Check(Pressable):
    """`toggled` tells; Space and Enter tick it."""

    def __init__(self, text: str, on: bool = False) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(theme.CONTROL_SMALL))

    def sizeHint(self) -> QSize:
        width = theme.px(_BOX) + theme.S + paint.text_width(self._words) + theme.XS
        return QSize(width, theme.grown(theme.CONTROL_SMALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.grown(theme.CONTROL_SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, side = theme.now(), QPainter(self), theme.px(_BOX)
        box = QRect(1, (self.height() - side) // 2, side, side)
        on = self.isChecked()
        fill = t.brand if on else t.hover if self._hovered() else t.surface
        paint.draw_box(painter, box, fill, t.brand if on else t.control, theme.RADIUS_SMALL)
        if on:
            inset = (side - theme.px(theme.ICON_SMALL)) // 2
            paint.draw_icon(painter, box.left() + inset, box.center().y() + 1, "check", "on_brand", theme.ICON_SMALL)
        if self._shows_focus():
            paint.draw_box(painter, box.adjusted(-1, -1, 1, 1), None, t.text if on else t.brand, width=2)
        left = box.right() + 1 + theme.S
        room = QRect(left, 0, self.width() - left, self.height())
        paint.draw_text(painter, room, self._words, tone="text" if self.isEnabled() else "control")
