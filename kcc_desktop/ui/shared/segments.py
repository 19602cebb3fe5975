"""Segments: one of a few, on one shared ground. Knows the choice, not what it means."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.basics import Restyled, row
from kcc_desktop.ui.shared.pressable import Pressable


class Segment(Pressable):
    """One of a row of choices, of which exactly one holds.

    `action`: pressing it does something (a new one); it is never the chosen one and the arrows pass it by.
    """

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        keys: str = "",
        on: bool = False,
        height: int = theme.CONTROL,
        size: int = theme.BODY,
        action: bool = False,
        name: str = "",
    ) -> None:
        self._size, self._tall = size, height
        self.is_action = action
        super().__init__(text, icon=icon, keys=keys, name=name)
        self.setCheckable(not action)
        self.setChecked(on and not action)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(self._tall, self._size))

    def sizeHint(self) -> QSize:
        return QSize(self._content_width(True) + 16, theme.grown(self._tall, self._size))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), theme.px(40)), whole.height())

    def _content_width(self, strong: bool) -> int:
        width = paint.text_width(self._words, self._size, strong) if self._words else 0
        width += theme.px(theme.ICON) + 6 if self._icon else 0
        return width + (paint.key_width(self._keys) + (6 if self._words else 0) if self._keys else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        holder = self.parentWidget()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if isinstance(holder, SegmentRow) and event.key() in steps and not event.modifiers():
            holder.step(self, steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, on = theme.now(), QPainter(self), self.isChecked()
        if on:
            paint.draw_box(painter, self.rect(), t.raised, t.brand)
        elif self.isDown() or self._hovered():
            paint.draw_box(painter, self.rect(), t.selected if self.isDown() else t.hover)
        if self._shows_focus():
            paint.draw_box(painter, self.rect(), None, t.brand, width=2)
        tone = "control" if not self.isEnabled() else "brand" if on else "muted"
        wide, room = self._content_width(on), self.width() - 12
        x = max(6, (self.width() - wide) // 2)
        right = x + min(wide, room)
        if self._keys:
            right -= paint.draw_key(painter, right, self.height() // 2, self._keys)
        if self._icon:
            paint.draw_icon(painter, x, self.height() // 2, self._icon, tone)
            x += theme.px(theme.ICON) + 6
        area = QRect(x, 0, right - x, self.height())
        paint.draw_text(painter, area, self._words, size=self._size, strong=on, tone=tone)


class SegmentRow(Restyled, QWidget):
    """Segments on one shared ground; exactly one is chosen. Tab reaches the chosen one, arrows move the choice."""

    chosen = Signal(int)  # by the agent; not by `choose`

    def __init__(self, *segments: Segment, name: str) -> None:
        super().__init__()
        self._segments: list[Segment] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._box = row(gap=2, margins=(2,))
        self.setLayout(self._box)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_segments(list(segments))
        self.follow_theme()

    def set_segments(self, segments: list[Segment]) -> None:
        """Other segments in place of those there were; the focus stays in the row when it was there."""
        had_focus, gone = any(segment.hasFocus() for segment in self._segments), self._segments
        self._segments = list(segments)
        for number, segment in enumerate(self._segments):
            if segment.is_action:
                segment.clicked.connect(self._action_clicked)
            else:
                self._group.addButton(segment, number)
            self._box.addWidget(segment)
            segment.show()  # at once: what is not shown yet takes no focus
        if had_focus and self.index() >= 0:
            self._segments[self.index()].setFocus()
        for old in gone:
            self._group.removeButton(old)
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()

    def segments(self) -> list[Segment]:
        """As shown, left to right."""
        return list(self._segments)

    def index(self) -> int:
        """The chosen one; -1 when none is chosen yet."""
        return next((number for number, segment in enumerate(self._segments) if segment.isChecked()), -1)

    def choose(self, index: int) -> None:
        """Choose without the signal; -1 takes the choice away."""
        self._group.setExclusive(False)
        for number, segment in enumerate(self._segments):
            segment.setChecked(number == index)
        self._group.setExclusive(True)

    def step(self, start: Segment, by: int) -> None:
        """Move choice and focus from `start` to the next that can be chosen; stops at the ends."""
        number = self._segments.index(start) + by
        while 0 <= number < len(self._segments):
            segment = self._segments[number]
            if segment.isEnabled() and not segment.is_action:
                segment.setFocus(Qt.FocusReason.OtherFocusReason)
                if not segment.isChecked():
                    segment.click()
                return
            number += by

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.chosen.emit(number)

    @Slot()
    def _action_clicked(self) -> None:
        pressed = self.sender()
        for number, segment in enumerate(self._segments):
            if segment is pressed:
                self.chosen.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_box(QPainter(self), self.rect(), theme.now().canvas, theme.now().hairline)
