"""A month of days to choose from, painted. Knows which day holds and which is today, not what lies in them."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.ui.shared import formatting, paint, theme
from kcc_desktop.ui.shared.basics import Restyled

_WEEK, _WEEKS = 7, 6
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
    Qt.Key.Key_PageUp: -4 * _WEEK,
    Qt.Key.Key_PageDown: 4 * _WEEK,
}
_SATURDAY = 5


class MonthDays(Restyled, QWidget):
    """`chosen` carries a day; arrows go from day to day, Page Up and Down four weeks."""

    chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._on = self._month = today()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._named()
        self.follow_theme()

    def show_day(self, on: date) -> None:
        """That day holds, in its month."""
        self._on = self._month = on
        self._named()
        self.update()

    def month(self) -> date:
        """A day of the month that is shown."""
        return self._month

    def turn(self, by: int) -> None:
        """Another month, without choosing a day."""
        number = self._month.year * 12 + self._month.month - 1 + by
        self._month = date(number // 12, number % 12 + 1, 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), (_WEEKS + 1) * self._row())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(140), self.sizeHint().height())

    def restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES and not event.modifiers():
            self.chosen.emit(self._on + timedelta(days=_MOVES[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        line, place = at.y() // self._row() - 1, at.x() * _WEEK // max(1, self.width())
        if 0 <= line < _WEEKS:
            self.chosen.emit(self._first() + timedelta(days=line * _WEEK + place))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, today = theme.now(), QPainter(self), self._today()
        names = formatting.weekdays()
        if any(paint.text_width(name, theme.CAPTION) > self._cell(0, 0).width() for name in names):
            names = tuple(name[:2] for name in names)
        for place, name in enumerate(names):
            paint.draw_text(painter, self._cell(-1, place), name, size=theme.CAPTION, tone="muted", align=paint.CENTER)
        monday = self._on - timedelta(days=self._on.weekday())
        for number in range(_WEEK * _WEEKS):
            day = self._first() + timedelta(days=number)
            if day.month != self._month.month:
                continue
            cell = self._cell(number // _WEEK, number % _WEEK)
            in_week = monday <= day < monday + timedelta(days=_WEEK) and day.weekday() < _SATURDAY
            if day == self._on:
                box = cell.adjusted(2, 1, -2, -1)
                paint.draw_box(painter, box, t.selected, t.brand if self.hasFocus() else None, theme.RADIUS_SMALL, 2)
            paint.draw_text(
                painter,
                cell,
                str(day.day),
                size=theme.CAPTION,
                strong=day in (today, self._on),
                tone="brand" if day == today else "text" if in_week or day == self._on else "muted",
                align=paint.CENTER,
                figures=True,
            )

    def _row(self) -> int:
        return theme.grown(24, theme.CAPTION)

    def _cell(self, line: int, place: int) -> QRect:
        left, right = place * self.width() // _WEEK, (place + 1) * self.width() // _WEEK
        return QRect(left, (line + 1) * self._row(), right - left, self._row())

    def _first(self) -> date:
        """The Monday on or before the first of the month."""
        first = self._month.replace(day=1)
        return first - timedelta(days=first.weekday())

    def _named(self) -> None:
        self.setAccessibleName(self.tr("Month"))
        self.setAccessibleDescription(formatting.long_day(self._on))
