"""The lanes under the hand: what keys and mouse do in the workers' days, and what is said of what is meant.

Left and Right go to the next worker, Up and Down to the next thing in a day, Enter opens it. While something is being
placed the keys go over the places where it could go, and Enter puts it there. Knows no service.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from kcc_desktop.domain.visit_days import WorkerDay
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.visits.lane_field import LaneField
from kcc_desktop.ui.visits.lane_items import Item

_SNAP = timedelta(minutes=45)


class Lanes(LaneField):
    """`opened`: Enter or a double click on a visit. `chosen`: another lane or thing is meant. `dropped`: a place."""

    opened = Signal(object)  # UUID of the visit
    chosen = Signal()
    place_chosen = Signal(int)
    dropped = Signal()
    picked_up = Signal(object)  # UUID: a visit is dragged from where it stands
    dragged = Signal(object)  # QPoint, global
    let_go = Signal(object)  # QPoint, global

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The day of each visitor"))
        self.follow_theme()

    # What is shown

    def show_days(self, days: tuple[WorkerDay, ...], on: date, now: datetime) -> None:
        kept = self.visit_id()
        self._read(days, on, now)
        self._item = next((at for at, item in enumerate(self._items) if kept and _id_of(item) == kept), -1)
        self._resize()
        self._say()

    def show_places(self, places: tuple[Item, ...], chosen: int) -> None:
        """Where what is being placed could go; none: nothing is being placed."""
        self._places, self._place = places, chosen
        if not places:
            self._against = None
        self._say()

    def lane(self) -> int:
        """The worker that is meant; -1 when nobody is shown."""
        return self._lane if self._days else -1

    def item(self) -> Item | None:
        return self._items[self._item] if 0 <= self._item < len(self._items) else None

    def visit_id(self) -> UUID | None:
        item = self.item()
        return _id_of(item) if item is not None else None

    def choose_lane(self, lane: int) -> None:
        if 0 <= lane < len(self._days) and lane != self._lane:
            self._lane = lane
            item = self.item()
            if item is not None and item.lane != lane:
                self._item = -1
            self._say()
            self.chosen.emit()

    def choose_visit(self, visit_id: UUID) -> bool:
        """The item of this visit becomes the chosen one; False when it is not shown."""
        found = next((at for at, item in enumerate(self._items) if _id_of(item) == visit_id), -1)
        if found >= 0:
            self._choose(found)
        return found >= 0

    # Dragging: the list at the left tells where the hand is

    def hover(self, at: QPoint) -> tuple[int, datetime] | None:
        """Which lane and moment a point of this widget means; None beside the lanes."""
        lane = (at.x() - self._axis_width()) // max(1, self._lane_width())
        if not self._days or not 0 <= lane < len(self._days) or at.x() < self._axis_width():
            return None
        minutes = max(0, round((at.y() - self._head_height() - theme.M) * 60 / self._hour_height() / 5) * 5)
        return lane, self._from + timedelta(minutes=minutes)

    def place_near(self, lane: int, moment: datetime) -> int:
        """The place in this lane that is meant by a moment; -1 when none is near."""
        near = [
            (abs(place.starts_at - moment), number)
            for number, place in enumerate(self._places)
            if place.lane == lane and _means(place, moment)
        ]
        return min(near)[1] if near else -1

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif self._places and (key in steps or key in sides):
            self._step_place({**steps, **sides}[Qt.Key(key)])
        elif self._places and 0 <= key - Qt.Key.Key_1 < min(9, len(self._places)):
            self.place_chosen.emit(key - Qt.Key.Key_1)
        elif self._places and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dropped.emit()
        elif key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in sides:
            self.choose_lane(self._lane + sides[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.visit_id() is not None:
            self.opened.emit(self.visit_id())
        else:
            super().keyPressEvent(event)

    def _step_place(self, by: int) -> None:
        self.place_chosen.emit((self._place + by) % len(self._places))

    def _step(self, by: int) -> None:
        of_lane = [number for number, item in enumerate(self._items) if item.lane == self._lane]
        if not of_lane:
            return
        if self._item not in of_lane:
            self._choose(of_lane[0] if by > 0 else of_lane[-1])
            return
        self._choose(of_lane[max(0, min(len(of_lane) - 1, of_lane.index(self._item) + by))])

    def _choose(self, number: int) -> None:
        self._item = number
        self._lane = self._items[number].lane
        area = self._area()
        if area is not None:
            place = self.rect_of(self._items[number])
            area.ensureVisible(place.center().x(), place.top(), place.width() // 2, self._head_height() + theme.S)
            area.ensureVisible(place.center().x(), place.bottom(), place.width() // 2, theme.S)
        self._say()
        self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for number, place in enumerate(self._places):
            if place.lane >= 0 and self.rect_of(place).contains(at):
                self.place_chosen.emit(number)
                return
        for number, item in enumerate(self._items):
            if self.rect_of(item).contains(at):
                self._choose(number)
                self._pressed = at if _id_of(item) is not None else None
                return
        meant = self.hover(at)
        if meant is not None:
            self.choose_lane(meant[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            return
        if not self._is_dragging and (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self.picked_up.emit(self.visit_id())
        if self._is_dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._is_dragging, self._pressed = self._is_dragging, False, None
        if was_dragging:
            self.let_go.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if any(place.lane >= 0 and self.rect_of(place).contains(at) for place in self._places):
            self.dropped.emit()
        elif self.visit_id() is not None:
            self.opened.emit(self.visit_id())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def spoken(self) -> str:
        """What a screen reader says of what is meant now."""
        if 0 <= self._place < len(self._places):
            return self._places[self._place].spoken
        item = self.item()
        if item is not None:
            return f"{self._days[item.lane].worker.name}: {item.spoken}"
        return self._days[self._lane].worker.name if self._days else ""

    def _say(self) -> None:
        said = self.spoken()
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()


class LaneArea(QScrollArea):
    """Lanes with room to scroll, both ways; the names stay on top."""

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(lanes)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lanes.fit(self.viewport().size())

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        self.lanes.update()


def _means(place: Item, moment: datetime) -> bool:
    return place.starts_at <= moment < place.ends_at or abs(place.starts_at - moment) <= _SNAP


def _id_of(item: Item) -> UUID | None:
    return item.stop.visit.id if item.stop is not None and item.stop.visit is not None else None
