"""The workers' days as lanes beside a time axis, painted: visits, driving between them, what is not for visits, now.

How it looks and where things are; what keys and mouse do is in `lanes.py`. Knows no service.
"""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from kcc_desktop.domain.visit_days import WorkerDay
from kcc_desktop.ui.shared import formatting, paint, theme
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.basics import Restyled
from kcc_desktop.ui.visits import lane_paint
from kcc_desktop.ui.visits.lane_items import Drive, Item, drives_of, items_of, span_of

_AXIS, _LANE, _HOUR, _HEAD = 60, 110, 54, 52
_WIDE = 160  # a lane in whose head there is room for all its figures
_GAP = 4
_SHORTEST = 18  # pixels of an event that shows a line
_NEVER = datetime.fromtimestamp(0, UTC)


class LaneField(Restyled, QWidget):
    """Painted from what `show` was told; `follow_theme` is called by what is made of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[WorkerDay, ...] = ()
        self._items: tuple[Item, ...] = ()
        self._places: tuple[Item, ...] = ()
        self._drives: tuple[Drive, ...] = ()
        self._on, self._now = date.min, _NEVER
        self._from, self._hours = _NEVER, 1
        self._lane, self._item = 0, -1
        self._place = -1
        self._against: tuple[QPoint, str] | None = None

    def days(self) -> tuple[WorkerDay, ...]:
        return self._days

    def items(self) -> tuple[Item, ...]:
        return self._items

    def set_now(self, now: datetime) -> None:
        self._now = now
        self.update()

    def say_against(self, at: QPoint | None, why: str) -> None:
        """What is against letting go here, beside the hand; None: nothing to say."""
        self._against = (at, why) if at is not None and why else None
        self.update()

    def _read(self, days: tuple[WorkerDay, ...], on: date, now: datetime) -> None:
        self._days, self._on, self._now = days, on, now
        self._items, self._drives = items_of(days), drives_of(days)
        self._from, self._hours = span_of(days, on)
        self._lane = min(self._lane, max(0, len(days) - 1))

    # Geometry

    def restyle(self) -> None:
        self._resize()

    def _area(self) -> QScrollArea | None:
        view = self.parentWidget()
        area = view.parentWidget() if view is not None else None
        return area if isinstance(area, QScrollArea) else None

    def fit(self, room: QSize) -> None:
        """As wide and high as there is room for, and never so small that it cannot be read."""
        lanes = max(1, len(self._days))
        width = max(room.width(), self._axis_width() + lanes * theme.px(_LANE))
        height = max(room.height(), self._head_height() + self._hours * theme.px(_HOUR) + 2 * theme.M)
        self.setFixedSize(width, height)
        self.update()

    def _resize(self) -> None:
        area = self._area()
        if area is not None:
            self.fit(area.viewport().size())

    def _axis_width(self) -> int:
        return theme.px(_AXIS)

    def _head_height(self) -> int:
        return theme.grown(_HEAD, theme.BODY, theme.CAPTION)

    def _lane_width(self) -> int:
        return (self.width() - self._axis_width()) // max(1, len(self._days))

    def _hour_height(self) -> float:
        return (self.height() - self._head_height() - 2 * theme.M) / max(1, self._hours)

    def _y(self, moment: datetime) -> int:
        hours = (moment - self._from).total_seconds() / 3600
        return self._head_height() + theme.M + round(hours * self._hour_height())

    def _x(self, lane: int) -> int:
        return self._axis_width() + lane * self._lane_width()

    def rect_of(self, item: Item) -> QRect:
        """Where it is painted."""
        top, bottom = self._y(item.starts_at), self._y(item.ends_at)
        left = self._x(item.lane) + _GAP
        return QRect(left, top + 1, self._lane_width() - 2 * _GAP, max(_SHORTEST, bottom - top - 2))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink("surface"))
        if not self._days:
            return
        for lane, day in enumerate(self._days):
            self._paint_ground(painter, lane, day)
        self._paint_hours(painter)
        self._paint_now(painter)
        for drive in self._drives:
            self._paint_drive(painter, drive)
        for number, item in enumerate(self._items):
            lane_paint.item(
                painter, self.rect_of(item), item, is_chosen=number == self._item, has_focus=self.hasFocus()
            )
        for number, item in enumerate(self._places):
            if item.lane >= 0:
                lane_paint.place(painter, self.rect_of(item), item, is_chosen=number == self._place)
        self._paint_head(painter)
        if self._against is not None:
            lane_paint.against(painter, *self._against, self.width())

    def _paint_ground(self, painter: QPainter, lane: int, day: WorkerDay) -> None:
        """Hours in which nobody works lie on canvas, hatched like all that is not for visits."""
        left, width = self._x(lane), self._lane_width()
        top, bottom = self._head_height(), self.height()
        off = QRect(left, top, width, bottom - top)
        painter.fillRect(off, theme.ink("canvas"))
        for begin, end in day.working:
            painter.fillRect(QRect(left, self._y(begin), width, self._y(end) - self._y(begin)), theme.ink("surface"))
        paint.draw_line(painter, left, 0, left, bottom)

    def _paint_hours(self, painter: QPainter) -> None:
        high = theme.line_height(theme.BODY)
        for hour in range(self._hours + 1):
            moment = self._from + timedelta(hours=hour)
            y = self._y(moment)
            paint.draw_line(painter, self._axis_width(), y, self.width(), y)
            if abs(y - self._y(self._now)) < high:
                continue  # the clock stands there
            area = QRect(0, y - high // 2, self._axis_width() - theme.S, high)
            text = formatting.time(moment)
            paint.draw_text(painter, area, text, tone="muted", align=paint.RIGHT, figures=True)

    def _paint_now(self, painter: QPainter) -> None:
        if not self._from <= self._now <= self._from + timedelta(hours=self._hours):
            return
        y, high = self._y(self._now), theme.line_height(theme.BODY)
        area = QRect(0, y - high // 2, self._axis_width() - theme.S, high)
        painter.fillRect(area, theme.ink("surface"))
        text = formatting.time(self._now)
        paint.draw_text(painter, area, text, strong=True, tone="over", align=paint.RIGHT, figures=True)
        painter.fillRect(QRect(self._axis_width(), y, self.width() - self._axis_width(), 1), theme.ink("over"))
        paint.draw_dot(painter, self._axis_width() - 4, y, "over")

    def _paint_drive(self, painter: QPainter, drive: Drive) -> None:
        top, bottom = self._y(drive.starts_at), self._y(drive.ends_at)
        x = self._x(drive.lane) + _GAP + 1
        painter.setPen(QPen(theme.ink("muted"), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        high = theme.line_height(theme.CAPTION)
        area = QRect(x + theme.S, (top + bottom - high) // 2, self._lane_width() - 3 * theme.S, high)
        if self._has_room(drive.lane, area):
            text = words.VisitWords().driving(drive.minutes)
            paint.draw_text(painter, area, text, size=theme.CAPTION, tone="muted")

    def _has_room(self, lane: int, area: QRect) -> bool:
        """Minutes are written where they lie on no event, as far as the words reach."""
        places = (self.rect_of(item).adjusted(0, 3, 0, -3) for item in self._items if item.lane == lane)
        return not any(place.intersects(area) for place in places)

    def _paint_head(self, painter: QPainter) -> None:
        """The names stay in sight however far down one looks."""
        top = self.visibleRegion().boundingRect().top()
        painter.fillRect(QRect(0, top, self.width(), self._head_height()), theme.ink("surface"))
        paint.draw_line(painter, 0, top + self._head_height(), self.width(), top + self._head_height())
        name, below = theme.line_height(), theme.line_height(theme.CAPTION)
        for lane, day in enumerate(self._days):
            left, width = self._x(lane) + theme.S, self._lane_width() - 2 * theme.S
            is_meant = lane == self._lane
            at = top + theme.S
            tone = "brand" if is_meant else "text"
            paint.draw_text(painter, QRect(left, at, width, name), day.worker.name, strong=is_meant, tone=tone)
            say = words.VisitWords()
            own = sum(not stop.is_hold for stop in day.stops)
            driving = say.driving(day.driving_minutes)
            detail = f"{say.visits(own)} · {driving}" if width >= theme.px(_WIDE) - 2 * theme.S else driving
            area = QRect(left, at + name, width, below)
            paint.draw_text(painter, area, detail, size=theme.CAPTION, tone="muted")
            paint.draw_line(painter, self._x(lane), top, self._x(lane), top + self._head_height())
