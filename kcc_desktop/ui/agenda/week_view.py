"""The agenda itself: one widget over the model of events, painted by code, scrolled with axis and heads in sight.

The arrows go from event to event, past the last lane to the next day; while an event is moved they move it.
"""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QToolTip

from kcc_desktop.domain.agenda import AgendaEvent, EventKind
from kcc_desktop.domain.agenda_moves import Place
from kcc_desktop.domain.quanta import MINUTES, instant_of
from kcc_desktop.ui.agenda import painting
from kcc_desktop.ui.agenda.geometry import Geometry, laid_out
from kcc_desktop.ui.agenda.model import EventModel
from kcc_desktop.ui.agenda.moving import Moving
from kcc_desktop.ui.agenda.store import AgendaStore
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Restyled
from kcc_desktop.ui.shared.row_model import Index

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_AN_HOUR = 60 // MINUTES
_SATURDAY = 5
_IN_A_WEEK = 2  # quanta that are read in a week; in a day's view the shortest are


class WeekView(Restyled, QListView):
    """`opened` carries an event, by Enter or a double click; `touched` comes before any key or press does something."""

    opened = Signal(object)
    touched = Signal()

    def __init__(self, store: AgendaStore, moving: Moving) -> None:
        super().__init__()
        self._store, self._moving = store, moving
        self.events = EventModel(self)
        self.setModel(self.events)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Agenda"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._lies = laid_out((), (), store.on, self.viewport().size())
        self._grabbed: tuple[AgendaEvent, QPoint, int] | None = None
        self._place: Place | None = None  # where a click found nothing
        self._goes_to: int | None = None  # from which side the arrows came to another day
        self._awaited: UUID | None = None  # to be chosen as soon as it is here
        store.changed.connect(self.show_agenda)
        moving.changed.connect(self.show_agenda)
        self.follow_theme()

    @property
    def lies(self) -> Geometry:
        """Where everything lies now."""
        return self._lies

    def event_now(self) -> AgendaEvent | None:
        """The event the arrows are at."""
        return self.events.event_at(self.currentIndex())

    def place_now(self) -> Place | None:
        """The empty time that was clicked last, else that of the event the arrows are at."""
        event = self.event_now()
        return self._place or (Place(event.lane_id, event.quantum) if event is not None else None)

    @Slot()
    def show_agenda(self) -> None:
        """What the store has now; what is chosen stays so while it is there."""
        agenda = self._store.agenda
        events = list(agenda.events) if agenda is not None else []
        if not self._store.is_week:
            events = [event for event in events if event.on == self._store.on]
        offer = self._store.chosen
        if offer is not None and agenda is not None and offer.location_id == agenda.location.id:
            on = formatting.local(offer.starts_at).date()
            lane = offer.counters[0]
            events.append(AgendaEvent(lane, lane, EventKind.FREE, on, offer.quantum, offer.quanta))
        self.events.set_events(events, agenda.lanes if agenda is not None else ())
        self._lay_out()
        if self._goes_to is not None and agenda is not None and agenda.in_words == self._store.on:
            self._enter_day(self._goes_to)
        awaited = next((event for event in events if event.id == self._awaited), None)
        if awaited is not None:
            self._awaited = None
            self.choose(awaited)
        self.viewport().update()

    def choose(self, event: AgendaEvent | None) -> None:
        number = self.events.index_of(event)
        if number >= 0:
            self.setCurrentIndex(self.events.index(number))

    def choose_when_here(self, event_id: UUID) -> None:
        """An appointment that was just made, or moved: with the next reading it is there."""
        self._awaited = event_id

    def choose_offer(self) -> None:
        """The time on offer that is shown."""
        self.choose(next((event for event in self.events.events() if event.kind is EventKind.FREE), None))

    # What a list asks of itself

    def visualRect(self, index: Index) -> QRect:
        event = self.events.event_at(index)
        return self._box(event).translated(-self._left(), -self._top()) if event is not None else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        inside = point + QPoint(self._left(), self._top())
        for number, event in reversed(list(enumerate(self.events.events()))):
            if self._box(event).contains(inside):
                return self.events.index(number)
        return QModelIndex()

    def scrollTo(self, index: Index, _hint: object = None) -> None:
        event = self.events.event_at(index)
        if event is None:
            return
        box, view, g = self._box(event), self.viewport().size(), self._lies
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.top() - down.value() < g.head:
            down.setValue(box.top() - g.head - theme.S)
        elif box.bottom() - down.value() > view.height():
            down.setValue(min(box.bottom() - view.height() + theme.S, box.top() - g.head - theme.S))
        if box.left() - across.value() < g.axis:
            across.setValue(box.left() - g.axis - theme.S)
        elif box.right() - across.value() > view.width():
            across.setValue(box.right() - view.width() + theme.S)

    def horizontalOffset(self) -> int:
        return self._left()

    def verticalOffset(self) -> int:
        return self._top()

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.visualRect(self.currentIndex()))

    def doItemsLayout(self) -> None:
        self.updateGeometries()

    def updateGeometries(self) -> None:
        if not hasattr(self, "_lies"):  # Qt asks while it is being made
            return
        whole, view = self._lies.size(), self.viewport().size()
        for bar, length, room in (
            (self.horizontalScrollBar(), whole.width(), view.width()),
            (self.verticalScrollBar(), whole.height(), view.height()),
        ):
            bar.setRange(0, max(0, length - room))
            bar.setPageStep(room)
            bar.setSingleStep(theme.line_height())

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up and down within the lane; left and right to the event beside it."""
        move = QAbstractItemView.CursorAction
        now, here = self.event_now(), self._here()
        if not here:
            return QModelIndex()
        if now is None or now not in here or action in (move.MoveHome, move.MoveEnd):
            return self._index(here[-1 if action == move.MoveEnd else 0])
        if action in (move.MoveUp, move.MoveDown, move.MovePageUp, move.MovePageDown):
            lane = [event for event in here if event.lane_id == now.lane_id]
            by = -1 if action in (move.MoveUp, move.MovePageUp) else 1
            return self._index(lane[min(max(lane.index(now) + by, 0), len(lane) - 1)])
        if action in (move.MoveLeft, move.MoveRight):
            return self._index(self._beside(now, here, -1 if action == move.MoveLeft else 1) or now)
        return self.currentIndex()

    def currentChanged(self, current: QModelIndex | object, previous: QModelIndex | object) -> None:
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        if self.currentIndex().isValid():
            self._place = None
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        # Enter, arrows and letters are this list's while it has the focus; Qt would search names by letters.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), str(index.data() or ""), self, self.visualRect(index))
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touched.emit()
        key = Qt.Key(event.key())
        is_moving = self._moving.moved is not None
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._enter()
        elif is_moving and key in _STEPS:
            many = _AN_HOUR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._moving.earlier_or_later(_STEPS[key] * many)
            self._keep_ghost_in_sight()
        elif is_moving and key in _SIDES:
            self._moving.aside(_SIDES[key])
        elif key in _SIDES:
            self._go_aside(_SIDES[key])
        elif event.text() and event.text().isprintable() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # a letter is a key of the panel, not the beginning of a name
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        at = event.position().toPoint()
        inside = at + QPoint(self._left(), self._top())
        found = self.events.event_at(self.indexAt(at))
        day = self._lies.day_at(inside) if at.y() > 0 else None
        if found is not None and found.on == self._store.on:
            self.choose(found)
            if event.button() == Qt.MouseButton.LeftButton and found.can_move:
                place = self._lies.place_at(inside, 1)
                self._grabbed = (found, at, place[2] - found.quantum if place is not None else 0)
        elif day is not None and day.on != self._store.on:
            self._store.go_to(day.on)
        elif (place := self._lies.place_at(inside, self._step())) is not None:
            self.setCurrentIndex(QModelIndex())
            self._place = Place(place[1].id, place[2])
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        found, began, off = self._grabbed
        at = event.position().toPoint()
        far = (at - began).manhattanLength() >= QApplication.startDragDistance()
        if self._moving.moved is None and (not far or not self._moving.begin(found)):
            return
        place = self._lies.place_at(at + QPoint(self._left(), self._top()), 1)
        if place is not None:
            day, lane, quantum = place
            step = self._step()
            wanted = day.first + round((quantum - off - day.first) / step) * step
            self._moving.to(Place(lane.id, wanted))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was, self._grabbed = self._grabbed, None
        if was is not None and self._moving.moved is not None and not self._moving.drop():
            self._moving.leave()  # refused: it lies where it lay

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.events.event_at(self.indexAt(event.position().toPoint()))
        if found is not None and found.on == self._store.on:
            self.opened.emit(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        self._lay_out()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, agenda, g = QPainter(self.viewport()), self._store.agenda, self._lies
        left, top, today, now = self._left(), self._top(), self._store.today(), self._store.now()
        if agenda is None or not g.days:
            painter.fillRect(event.rect(), theme.ink("surface"))
            return
        painter.setTransform(QTransform.fromTranslate(-left, -top))
        painting.paint_ground(painter, g, agenda)
        painting.paint_clock(painter, g, now, today)
        seen, chosen = event.rect().translated(left, top), self.event_now()
        moving = self._moving.moved
        for one in self.events.events():
            box = self._box(one)
            if box.intersects(seen) and not (moving is not None and one.id == moving.id):
                is_chosen = one == chosen and moving is None
                painting.paint_event(painter, box, one, in_words=one.on == g.wide, is_chosen=is_chosen)
        self._paint_ghost(painter)
        painter.setTransform(QTransform.fromTranslate(-left, 0))
        painting.paint_heads(painter, g, left, today)
        painter.resetTransform()
        painting.paint_axis(painter, g, top, now, today)
        painter.end()

    # Inside

    def _paint_ghost(self, painter: QPainter) -> None:
        moving, place = self._moving.moved, self._moving.place
        if moving is None or place is None:
            return
        at = instant_of(place.quantum)
        box = self._lies.box(formatting.local(at).date(), place.lane_id, place.quantum, place.quantum + moving.quanta)
        painting.paint_ghost(painter, box, moving, formatting.time(at), is_refused=bool(self._moving.against()))

    def _lay_out(self) -> None:
        agenda, days = self._store.agenda, self._store.days()
        first = {day.on: day.first for day in days}
        shown = [event for event in self.events.events() if event.on in first]
        used = (
            (
                min(event.quantum - first[event.on] for event in shown),
                max(event.end - first[event.on] for event in shown),
            )
            if shown
            else ()
        )
        lanes = agenda.lanes if agenda is not None else ()
        shortest = min((event.quanta for event in shown if event.on == self._store.on), default=_IN_A_WEEK)
        legible = _IN_A_WEEK if self._store.is_week else max(1, min(shortest, _IN_A_WEEK))
        self._lies = laid_out(days, lanes, self._store.on, self.viewport().size(), used, legible)
        self.updateGeometries()

    def _box(self, event: AgendaEvent) -> QRect:
        box = self._lies.box(event.on, event.lane_id, event.quantum, event.end)
        if event.is_extra:  # beside the one it was booked over
            box.setLeft(box.left() + box.width() // 2)
        return box

    def _left(self) -> int:
        return self.horizontalScrollBar().value()

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _step(self) -> int:
        location = self._store.location()
        return location.step_minutes // MINUTES if location is not None else 1

    def _here(self) -> list[AgendaEvent]:
        """What the arrows reach: the events of the day in words."""
        return [event for event in self.events.events() if event.on == self._store.on]

    def _index(self, event: AgendaEvent) -> QModelIndex:
        return self.events.index(self.events.index_of(event))

    def _beside(self, now: AgendaEvent, here: list[AgendaEvent], by: int) -> AgendaEvent | None:
        """In the nearest lane to that side that has anything, the one nearest in time."""
        place = {lane.id: number for number, lane in enumerate(self._lies.lanes)}
        own = place.get(now.lane_id, 0)
        aside = [event for event in here if (place.get(event.lane_id, 0) - own) * by > 0]
        if not aside:
            return None
        return min(aside, key=lambda event: (abs(place.get(event.lane_id, 0) - own), abs(event.quantum - now.quantum)))

    def _go_aside(self, by: int) -> None:
        now, here = self.event_now(), self._here()
        beside = self._beside(now, here, by) if now is not None and now in here else None
        if beside is not None:
            self.setCurrentIndex(self._index(beside))
        elif now is None and here:
            self.setCurrentIndex(self._index(here[0]))
        else:
            self._goes_to = by
            self._store.go_to(self._day_beside(by))

    def _day_beside(self, by: int) -> date:
        days = [
            day.on for day in self._store.days() if (day.on > self._store.on) == (by > 0) and day.on != self._store.on
        ]
        if days:
            return min(days) if by > 0 else max(days)
        on = self._store.on + timedelta(days=by)
        while on.weekday() >= _SATURDAY:
            on += timedelta(days=by)
        return on

    def _enter_day(self, by: int) -> None:
        self._goes_to = None
        here = self._here()
        if here:
            place = {lane.id: number for number, lane in enumerate(self._lies.lanes)}
            self.setCurrentIndex(self._index(min(here, key=lambda one: (by * place.get(one.lane_id, 0), one.quantum))))

    def _enter(self) -> None:
        if self._moving.moved is not None:
            self._moving.drop()
        elif (event := self.event_now()) is not None:
            self.opened.emit(event)

    def _keep_ghost_in_sight(self) -> None:
        event, place = self._moving.moved, self._moving.place
        if event is not None and place is not None:
            on = formatting.local(instant_of(place.quantum)).date()
            box = self._lies.box(on, place.lane_id, place.quantum, place.quantum + event.quanta)
            bar, g = self.verticalScrollBar(), self._lies
            if box.top() - bar.value() < g.head:
                bar.setValue(box.top() - g.head - theme.S)
            elif box.bottom() - bar.value() > self.viewport().height():
                bar.setValue(box.bottom() - self.viewport().height() + theme.S)
