"""Facts: labels with their values, and where a prefilled value comes from. Knows the layout, not the facts."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.basics import Restyled, column

Pair = tuple[str, str] | tuple[str, str, str]


class FactLine(Restyled, QWidget):
    """A muted label, its value, and where and when the value comes from."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        self._label, self._value, self._hint, self._label_width = "", "", "", 84
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()
        self.set_pair(pair, self._label_width)

    def set_pair(self, pair: Pair, label_width: int) -> None:
        """Another fact, its value `label_width` pixels from the left."""
        hint = pair[2] if len(pair) == 3 else ""
        self._label, self._value, self._hint, self._label_width = pair[0], pair[1], hint, label_width
        spoken = f"{pair[0]}: {pair[1]}"
        self.setAccessibleName(f"{spoken} ({hint})" if hint else spoken)
        self.setToolTip(hint)
        self.updateGeometry()
        self.update()

    def _hint_fits(self, room: int) -> bool:
        lines = paint.wrapped_lines(self._value, room)
        return paint.text_width(lines[-1]) + theme.S + paint.text_width(self._hint, theme.CAPTION) <= room

    def _is_stacked(self, width: int) -> bool:
        """Too narrow for both beside each other: large text in a small column."""
        return width - self._label_width - theme.S < theme.px(120)

    def _room(self, width: int) -> int:
        return max(1, width if self._is_stacked(width) else width - self._label_width - theme.S)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        height = paint.wrapped_height(self._value, room)
        if self._hint and not self._hint_fits(room):
            height += paint.wrapped_height(self._hint, room, theme.CAPTION)
        if self._is_stacked(width):
            height += theme.line_height(theme.CAPTION)
        return max(height, theme.line_height())

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, step, room = QPainter(self), theme.line_height(), self._room(self.width())
        top, left = 0, self._label_width + theme.S
        if self._is_stacked(self.width()):
            top, left = theme.line_height(theme.CAPTION), 0
            place = QRect(0, 0, self.width(), top)
            paint.draw_text(painter, place, self._label, size=theme.CAPTION, tone="muted")
        else:
            paint.draw_text(painter, QRect(0, 0, self._label_width, step), self._label, tone="muted")
        height = top + paint.draw_paragraph(painter, QRect(left, top, room, self.height() - top), self._value)
        if not self._hint:
            return
        if self._hint_fits(room):
            wide = paint.text_width(paint.wrapped_lines(self._value, room)[-1]) + theme.S
            place = QRect(left + wide, height - step, room - wide, step)
            paint.draw_text(painter, place, self._hint, size=theme.CAPTION, tone="muted")
        else:
            below = QRect(left, height, room, self.height() - height)
            paint.draw_paragraph(painter, below, self._hint, "muted", theme.CAPTION)


class Facts(Restyled, QWidget):
    """Labels left and muted, values right of them; one baseline each.

    A pair is (label, value) or (label, value, hint); the hint says where a prefilled value comes from.
    """

    def __init__(self, pairs: list[Pair] | None = None, label_width: int = 84) -> None:
        super().__init__()
        self._label_width = label_width
        self._pairs: list[Pair] = []
        self._lines: list[FactLine] = []
        self._box = column(gap=theme.XS)
        self.setLayout(self._box)
        self.set_pairs(pairs or [])
        self.follow_theme()

    def set_pairs(self, pairs: list[Pair]) -> None:
        """Other facts in place of those there were."""
        self._pairs = list(pairs)
        while len(self._lines) > len(pairs):
            old = self._lines.pop()
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self._lines) < len(pairs):
            line = FactLine(pairs[len(self._lines)])
            self._lines.append(line)
            self._box.addWidget(line)
        self.restyle()

    def pairs(self) -> list[Pair]:
        """As shown."""
        return list(self._pairs)

    def restyle(self) -> None:
        widest = max((paint.text_width(pair[0]) for pair in self._pairs), default=0)
        room = max(theme.px(self._label_width), widest)
        for line, pair in zip(self._lines, self._pairs, strict=True):
            line.set_pair(pair, room)


def facts(pairs: list[Pair], label_width: int = 84) -> Facts:
    """Facts as a widget."""
    return Facts(pairs, label_width)
