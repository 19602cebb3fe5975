"""Where days, lanes and times lie in the agenda: arithmetic on pixels. Knows no painter and no event's meaning.

One day is wide, the others are as narrow as the room asks; times run down from the first hour that anybody works.
Everything is counted from the corner of what can be scrolled; the axis and the heads of the days stay in sight.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QSize

from kcc_desktop.domain.agenda import AgendaDay, Lane
from kcc_desktop.domain.quanta import MINUTES
from kcc_desktop.ui.shared import theme

AXIS, HEAD = 52, 60  # at 100 % text
_SIDE, _NARROWEST_SIDE = 116, 30
_LANE, _NARROWEST_LANE = 132, 56
_QUANTA_AN_HOUR = 60 // MINUTES
_DAY_FROM, _DAY_UNTIL = 8 * 60 + 30, 17 * 60  # when nobody works at all
_GAP = 4


@dataclass(frozen=True, slots=True)
class Geometry:
    """`wide`: the day in words. `first` and `last`: quanta of a day, counted from its midnight."""

    days: tuple[AgendaDay, ...]
    lanes: tuple[Lane, ...]
    wide: date
    first: int
    last: int
    view: QSize
    legible: int  # quanta that hold a line of text

    @property
    def axis(self) -> int:
        return theme.px(AXIS)

    @property
    def head(self) -> int:
        return theme.grown(HEAD, theme.BODY, theme.CAPTION)

    @property
    def side(self) -> int:
        """How wide a day of load is."""
        others = max(1, len(self.days) - 1)
        room = self.view.width() - self.axis - len(self.lanes) * theme.px(_LANE)
        return max(theme.px(_NARROWEST_SIDE), min(theme.px(_SIDE), room // others))

    @property
    def broad(self) -> int:
        """How wide the day in words is."""
        room = self.view.width() - self.axis - self.side * (len(self.days) - 1)
        return max(room, len(self.lanes) * theme.px(_NARROWEST_LANE) + 2 * _GAP)

    @property
    def hour(self) -> int:
        """Pixels an hour takes: as many as make the shortest that is to be read a line high."""
        hours = (self.last - self.first) / _QUANTA_AN_HOUR
        least = _QUANTA_AN_HOUR * (theme.line_height(theme.CAPTION) + 1) // self.legible
        return max(least, round((self.view.height() - self.head - theme.S) / hours)) if hours else least

    def size(self) -> QSize:
        """Of all that can be scrolled, axis and heads included."""
        height = self.head + round((self.last - self.first) * self.hour / _QUANTA_AN_HOUR) + theme.S
        return QSize(self.axis + self.broad + self.side * (len(self.days) - 1), height)

    def day_box(self, on: date) -> QRect:
        """The whole height of a day; empty when it is not shown."""
        left = self.axis
        for day in self.days:
            width = self.broad if day.on == self.wide else self.side
            if day.on == on:
                return QRect(left, 0, width, self.size().height())
            left += width
        return QRect()

    def lane_box(self, on: date, lane_id: UUID) -> QRect:
        number = next((at for at, lane in enumerate(self.lanes) if lane.id == lane_id), None)
        box = self.day_box(on).adjusted(_GAP, 0, -_GAP, 0)
        if number is None or box.width() <= 0:
            return QRect()
        width = box.width() / len(self.lanes)
        left = round(box.left() + number * width)
        return QRect(left, 0, round(box.left() + (number + 1) * width) - left, box.height())

    def y_of(self, day: AgendaDay, quantum: int) -> int:
        """Of a day whose clock changes too: by the time on the wall, as far as that goes on."""
        place = quantum - day.first
        if day.length != 24 * _QUANTA_AN_HOUR and place > 3 * _QUANTA_AN_HOUR:
            place += 24 * _QUANTA_AN_HOUR - day.length
        return self.head + round((place - self.first) * self.hour / _QUANTA_AN_HOUR)

    def box(self, on: date, lane_id: UUID, quantum: int, end: int) -> QRect:
        """Where a run of quanta of a lane lies; empty when its day or lane is not shown."""
        lane = self.lane_box(on, lane_id)
        day = next((one for one in self.days if one.on == on), None)
        if day is None or lane.isNull():
            return QRect()
        top, bottom = self.y_of(day, quantum), self.y_of(day, end)
        return QRect(lane.left() + 2, top + 1, lane.width() - 4, max(3, bottom - top - 2))

    def day_at(self, point: QPoint) -> AgendaDay | None:
        return next((day for day in self.days if self.day_box(day.on).contains(point)), None)

    def place_at(self, point: QPoint, step: int) -> tuple[AgendaDay, Lane, int] | None:
        """Day, lane and quantum under a point, the quantum on a multiple of `step` quanta; None beside the lanes."""
        day = self.day_at(point)
        if day is None:
            return None
        lane = next((one for one in self.lanes if self.lane_box(day.on, one.id).contains(point)), None)
        if lane is None or point.y() < self.head:
            return None
        place = self.first + (point.y() - self.head) * _QUANTA_AN_HOUR // self.hour
        if day.length != 24 * _QUANTA_AN_HOUR and place > 3 * _QUANTA_AN_HOUR:
            place -= 24 * _QUANTA_AN_HOUR - day.length
        return day, lane, day.first + place // step * step

    def hours(self) -> list[tuple[int, int]]:
        """Each full hour of the wall with its height."""
        found = []
        for hour in range(-(-self.first // _QUANTA_AN_HOUR), self.last // _QUANTA_AN_HOUR + 1):
            place = hour * _QUANTA_AN_HOUR - self.first
            found.append((hour, self.head + round(place * self.hour / _QUANTA_AN_HOUR)))
        return found


def laid_out(
    days: tuple[AgendaDay, ...],
    lanes: tuple[Lane, ...],
    wide: date,
    view: QSize,
    used: tuple[int, ...] = (),
    legible: int = 2,
) -> Geometry:
    """`used`: first and last quantum from midnight in which anything lies, however early or late; may be empty."""
    opens = [_on_the_wall(day, quantum) for day in days if (quantum := day.opens()) is not None]
    closes = [_on_the_wall(day, quantum) for day in days if (quantum := day.closes()) is not None]
    begin = min([*opens, *used[:1]], default=_DAY_FROM // MINUTES)
    end = max([*closes, *used[-1:]], default=_DAY_UNTIL // MINUTES)
    return Geometry(days, lanes, wide, begin - begin % 6, end + -end % 6, view, legible)


def _on_the_wall(day: AgendaDay, quantum: int) -> int:
    place = quantum - day.first
    is_after_change = day.length != 24 * _QUANTA_AN_HOUR and place > 3 * _QUANTA_AN_HOUR
    return place + (24 * _QUANTA_AN_HOUR - day.length if is_after_change else 0)
