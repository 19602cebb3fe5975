"""A small map drawn from coordinates alone: where days begin, the stops with their numbers, the order as lines.

No tiles and no network: it says how places lie to each other, and a bar says how far that is.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.domain.travel import Point
from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.basics import Restyled

KM_PER_DEGREE = 111.2
_LEAST_KM = 1.0  # a single point is shown with this much around it
_BARS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_AIR = 26  # round the outermost points, at 100 % text
_DISC, _SMALL = 20, 10
_REACH = 14  # a click so near to a stop means it


@dataclass(frozen=True, slots=True)
class MapStop:
    """`name` is what a screen reader says of it; `is_estimated`: its point is the postcode's."""

    id: UUID | None
    point: Point
    name: str
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class MapRoute:
    """One worker's day, or with `start` None places that are in nobody's day."""

    name: str
    start: Point | None
    stops: tuple[MapStop, ...]


class RouteMap(Restyled, QWidget):
    """`picked` carries the id of the stop that was clicked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._routes: tuple[MapRoute, ...] = ()
        self._chosen, self._stop = -1, -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.follow_theme()
        self.show_routes((), -1)

    def show_routes(self, routes: tuple[MapRoute, ...], chosen: int, stop_id: UUID | None = None) -> None:
        """All of them, `chosen` with numbers and in full colour; `stop_id` is the stop that is meant."""
        self._routes, self._chosen = routes, chosen
        route = routes[chosen] if 0 <= chosen < len(routes) else None
        ids = [stop.id for stop in route.stops] if route is not None else []
        self._stop = ids.index(stop_id) if stop_id in ids and stop_id is not None else -1
        self.setAccessibleName(self._spoken(route))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(120))

    def place_of(self, point: Point) -> QPointF:
        """Where it is painted, in pixels of the widget."""
        return _Projection(self._points(), QRectF(self.rect())).at(point)

    def bar_km(self) -> float:
        """How far the bar at the foot stands for; 0 while there is nothing to show."""
        points = self._points()
        return _bar(_Projection(points, QRectF(self.rect())), self.width() / 3)[0] if points else 0.0

    def _spoken(self, route: MapRoute | None) -> str:
        if route is None:
            return self.tr("Map without a route")
        if not route.stops:
            return self.tr("Map: {name}, no stops").format(name=route.name)
        stops = ", ".join(f"{number} {stop.name}" for number, stop in enumerate(route.stops, 1))
        return self.tr("Map: {name}, in this order: {stops}").format(name=route.name, stops=stops)

    def _points(self) -> list[Point]:
        starts = [route.start for route in self._routes if route.start is not None]
        return starts + [stop.point for route in self._routes for stop in route.stops]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.draw_box(painter, self.rect(), theme.now().canvas, theme.now().hairline)
        points = self._points()
        if not points:
            area = self.rect().adjusted(theme.M, 0, -theme.M, 0)
            paint.draw_text(painter, area, self.tr("Nothing to show"), tone="muted", align=paint.CENTER)
            return
        where = _Projection(points, QRectF(self.rect()))
        for number, route in enumerate(self._routes):
            if number != self._chosen:
                self._paint_faint(painter, where, route)
        if 0 <= self._chosen < len(self._routes):
            self._paint_chosen(painter, where, self._routes[self._chosen])
        self._paint_bar(painter, where)

    def _paint_faint(self, painter: QPainter, where: "_Projection", route: MapRoute) -> None:
        tone = "near" if route.start is None else "control"
        if route.start is not None:
            self._line(painter, where, route, QPen(theme.tint("control", 0.45), 1))
        size = theme.px(_SMALL)
        for stop in route.stops:
            at = where.at(stop.point)
            painter.setPen(QPen(theme.ink(tone), 1.5))
            painter.setBrush(theme.ink("canvas"))
            painter.drawEllipse(at, size / 2, size / 2)
        if route.start is not None:
            self._paint_start(painter, where.at(route.start), "control")

    def _paint_chosen(self, painter: QPainter, where: "_Projection", route: MapRoute) -> None:
        if route.start is not None:
            self._line(painter, where, route, QPen(theme.ink("good"), 2, Qt.PenStyle.DotLine))
            self._paint_start(painter, where.at(route.start), "text")
        size = theme.grown(_DISC, theme.CAPTION)
        for number, stop in enumerate(route.stops):
            at, is_meant = where.at(stop.point), number == self._stop
            place = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
            fill = theme.ink("good") if not is_meant else theme.ink("brand")
            paint.draw_box(painter, place, fill, theme.ink("canvas"), size / 2, 2)
            paint.draw_text(
                painter,
                place.toRect(),
                str(number + 1),
                size=theme.CAPTION,
                strong=True,
                tone="on_brand",
                align=paint.CENTER,
            )
            if stop.is_estimated:
                ring = place.adjusted(-3, -3, 3, 3)
                painter.setPen(QPen(theme.ink("near"), 1.5, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(ring)

    def _line(self, painter: QPainter, where: "_Projection", route: MapRoute, pen: QPen) -> None:
        if route.start is None or not route.stops:
            return
        painter.setPen(pen)
        way = [route.start, *(stop.point for stop in route.stops), route.start]
        for here, there in pairwise(way):
            painter.drawLine(where.at(here), where.at(there))

    def _paint_start(self, painter: QPainter, at: QPointF, tone: str) -> None:
        size = theme.px(_SMALL) + 2
        painter.setPen(QPen(theme.ink("canvas"), 1.5))
        painter.setBrush(theme.ink(tone))
        painter.drawRect(QRectF(at.x() - size / 2, at.y() - size / 2, size, size))

    def _paint_bar(self, painter: QPainter, where: "_Projection") -> None:
        far, long = _bar(where, self.width() / 3)
        text = (
            self.tr("{count} km").format(count=f"{far:g}")
            if far >= 1
            else self.tr("{count} m").format(count=f"{far * 1000:g}")
        )
        right, bottom = self.width() - theme.M, self.height() - theme.S - 2
        painter.setPen(QPen(theme.ink("muted"), 1.5))
        painter.drawLine(QPointF(right - long, bottom), QPointF(right, bottom))
        for x in (right - long, right):
            painter.drawLine(QPointF(x, bottom - 4), QPointF(x, bottom))
        high = theme.line_height(theme.CAPTION)
        area = QRectF(0, bottom - 4 - high, right, high).toRect()
        paint.draw_text(painter, area, text, size=theme.CAPTION, tone="muted", align=paint.RIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stops = [stop for route in self._routes for stop in route.stops if stop.id is not None]
        near = [(self._away(stop, event.position()), stop) for stop in stops]
        if near:
            away, stop = min(near, key=lambda one: one[0])
            if away <= theme.px(_REACH):
                self.picked.emit(stop.id)

    def _away(self, stop: MapStop, at: QPointF) -> float:
        way = self.place_of(stop.point) - at
        return float((way.x() ** 2 + way.y() ** 2) ** 0.5)


class _Projection:
    """Degrees to pixels: flat, which is right within some ten kilometres, with north up and one scale both ways."""

    def __init__(self, points: list[Point], area: QRectF) -> None:
        air = theme.px(_AIR)
        inside = area.adjusted(air, air, -air, -air)
        latitudes, longitudes = [one.latitude for one in points], [one.longitude for one in points]
        self._middle = ((min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2)
        self._narrow = cos(radians(self._middle[0]))
        high = (max(latitudes) - min(latitudes)) * KM_PER_DEGREE
        wide = (max(longitudes) - min(longitudes)) * KM_PER_DEGREE * self._narrow
        room = (max(inside.width(), 1.0), max(inside.height(), 1.0))
        self.pixels_per_km = min(room[0] / max(wide, _LEAST_KM), room[1] / max(high, _LEAST_KM))
        self._centre = area.center()

    def at(self, point: Point) -> QPointF:
        north = (point.latitude - self._middle[0]) * KM_PER_DEGREE * self.pixels_per_km
        east = (point.longitude - self._middle[1]) * KM_PER_DEGREE * self._narrow * self.pixels_per_km
        return QPointF(self._centre.x() + east, self._centre.y() - north)


def _bar(where: _Projection, most: float) -> tuple[float, float]:
    """The longest round distance that fits, in kilometres and in pixels."""
    fitting = [far for far in _BARS if far * where.pixels_per_km <= most]
    far = fitting[-1] if fitting else _BARS[0]
    return far, far * where.pixels_per_km
