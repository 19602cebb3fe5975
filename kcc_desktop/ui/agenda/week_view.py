"""The agenda itself: one widget over the model of events, painted by code, scrolled with axis and heads in sight.

The arrows go from event to event, past the last lane to the next day; while an event is moved they move it.
"""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip

from kcc_desktop.domain.agenda import AgendaEvent, EventKind
from kcc_desktop.domain.agenda_moves import Place
from kcc_desktop.domain.quanta import MINUTES, instant_of, quantum_at
from kcc_desktop.ui.agenda import painting, words
from kcc_desktop.ui.agenda.geometry import laid_out
from kcc_desktop.ui.agenda.moving import Moving
from kcc_desktop.ui.agenda.placed_events import PlacedEvents
from kcc_desktop.ui.agenda.store import AgendaStore
from kcc_desktop.ui.agenda.walking import along, beside, day_beside, entered
from kcc_desktop.ui.shared import formatting, theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_AN_HOUR = 60 // MINUTES
_IN_A_WEEK = 2  # quanta that are read in a week; in a day's view the shortest are


class WeekView(PlacedEvents):
    """`opened` carries an event, by Enter or a double click; `touched` comes before any key or press does something."""

    opened = Signal(object)
    touched = Signal()

    def __init__(self, store: AgendaStore, moving: Moving) -> None:
        empty = laid_out((), (), store.on, QSize())
        super().__init__(QCoreApplication.translate("WeekView", "Agenda"), empty)
        self._store, self._moving = store, moving
        self._grabbed: tuple[AgendaEvent, QPoint, int] | None = None
        self._place: Place | None = None  # where a click found nothing
        self._goes_to: int | None = None  # from which side the arrows came to another day
        self._awaited: UUID | None = None  # to be chosen as soon as it is here
        self._goes_to_now = True  # once today is here
        self._is_covered = False
        store.changed.connect(self.show_agenda)
        moving.changed.connect(self.show_agenda)
        self.follow_theme()

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
        if self._is_covered:
            events = [replace(event, name=words.covered()) if event.name else event for event in events]
        lanes = {lane.id for lane in self._store.lanes()}
        self.events.set_events([event for event in events if event.lane_id in lanes], self._store.lanes())
        self._lay_out()
        if self._goes_to is not None and agenda is not None and agenda.in_words == self._store.on:
            self._enter_day(self._goes_to)
        if self._goes_to_now and self._store.day_of_today() is not None and self.isVisible():
            self._goes_to_now = False
            self._show_now()
        awaited = next((event for event in events if event.id == self._awaited), None)
        if awaited is not None:
            self._awaited = None
            self.choose(awaited)
        self.viewport().update()

    def set_covered(self, is_covered: bool) -> None:
        """Names in sight, or none, also to a screen reader and in a tip."""
        self._is_covered = is_covered
        self.show_agenda()

    def choose(self, event: AgendaEvent | None) -> None:
        number = self.events.index_of(event)
        if number >= 0:
            self.setCurrentIndex(self.events.index(number))

    def choose_when_here(self, event_id: UUID) -> None:
        """An appointment that was just made, or moved: with the next reading it is there."""
        self._awaited = event_id

    def go_to_now(self) -> None:
        """As soon as today is here: the clock's line in the upper part."""
        self._goes_to_now = True
        self.show_agenda()

    def choose_offer(self) -> None:
        """The time on offer that is shown."""
        self.choose(next((event for event in self.events.events() if event.kind is EventKind.FREE), None))

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up and down within the lane; left and right to the event beside it."""
        move = QAbstractItemView.CursorAction
        now, here = self.event_now(), self._here()
        if not here:
            return QModelIndex()
        if now is None and action not in (move.MoveHome, move.MoveEnd):
            return self.index_of(next((event for event in here if event.end > self._now_quantum()), here[0]))
        if now is None or now not in here or action in (move.MoveHome, move.MoveEnd):
            return self.index_of(here[-1 if action == move.MoveEnd else 0])
        if action in (move.MoveUp, move.MoveDown, move.MovePageUp, move.MovePageDown):
            return self.index_of(along(now, here, -1 if action in (move.MoveUp, move.MovePageUp) else 1))
        if action in (move.MoveLeft, move.MoveRight):
            return self.index_of(beside(now, here, self.lies.lanes, -1 if action == move.MoveLeft else 1) or now)
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
        inside = at + QPoint(self.horizontalOffset(), self.verticalOffset())
        found = self.events.event_at(self.indexAt(at))
        day = self.lies.day_at(inside) if at.y() > 0 else None
        if found is not None and found.on == self._store.on:
            self.choose(found)
            if event.button() == Qt.MouseButton.LeftButton and found.can_move:
                place = self.lies.place_at(inside, 1)
                self._grabbed = (found, at, place[2] - found.quantum if place is not None else 0)
        elif day is not None and day.on != self._store.on:
            self._store.go_to(day.on)
        elif (place := self.lies.place_at(inside, self._step())) is not None:
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
        place = self.lies.place_at(at + QPoint(self.horizontalOffset(), self.verticalOffset()), 1)
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
        painter, agenda, g = QPainter(self.viewport()), self._store.agenda, self.lies
        left, top, today, now = self.horizontalOffset(), self.verticalOffset(), self._store.today(), self._store.now()
        if agenda is None or not g.days:
            painter.fillRect(event.rect(), theme.ink("surface"))
            return
        painter.setTransform(QTransform.fromTranslate(-left, -top))
        painting.paint_ground(painter, g, agenda)
        painting.paint_clock(painter, g, now, today)
        seen, chosen = event.rect().translated(left, top), self.event_now()
        moving = self._moving.moved
        for one in self.events.events():
            box = self.box_of(one)
            if one.before_minutes and one.kind is EventKind.VISIT:
                painting.paint_drive(painter, g, one)
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
        moving, place, box = self._moving.moved, self._moving.place, self._ghost_box()
        if moving is not None and place is not None and not box.isNull():
            when = formatting.time(instant_of(place.quantum))
            painting.paint_ghost(painter, box, moving, when, is_refused=bool(self._moving.against()))

    def _ghost_box(self) -> QRect:
        """Where what is moved would lie; empty when nothing is, or that day is not shown."""
        moving, place = self._moving.moved, self._moving.place
        if moving is None or place is None:
            return QRect()
        on = formatting.local(instant_of(place.quantum)).date()
        return self.lies.box(on, place.lane_id, place.quantum, place.quantum + moving.quanta)

    def _lay_out(self) -> None:
        days = self._store.days()
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
        lanes = self._store.lanes()
        shortest = min((event.quanta for event in shown if event.on == self._store.on), default=_IN_A_WEEK)
        legible = _IN_A_WEEK if self._store.is_week else max(1, min(shortest, _IN_A_WEEK))
        self.lay_out(laid_out(days, lanes, self._store.on, self.viewport().size(), used, legible))

    def _now_quantum(self) -> int:
        """Of today; of another day its beginning."""
        return quantum_at(self._store.now()) if self._store.on == self._store.today() else 0

    def _step(self) -> int:
        location = self._store.location()
        return location.step_minutes // MINUTES if location is not None else 1

    def _here(self) -> list[AgendaEvent]:
        """What the arrows reach: the events of the day in words."""
        return [event for event in self.events.events() if event.on == self._store.on]

    def _go_aside(self, by: int) -> None:
        now, here = self.event_now(), self._here()
        found = beside(now, here, self.lies.lanes, by) if now is not None and now in here else None
        if found is not None:
            self.setCurrentIndex(self.index_of(found))
        elif now is None and here:
            self.setCurrentIndex(self.moveCursor(QAbstractItemView.CursorAction.MoveNext, Qt.KeyboardModifier(0)))
        else:
            self._goes_to = by
            self._store.go_to(day_beside([day.on for day in self._store.days()], self._store.on, by))

    def _enter_day(self, by: int) -> None:
        self._goes_to = None
        first = entered(self._here(), self.lies.lanes, by)
        if first is not None:
            self.setCurrentIndex(self.index_of(first))

    def _enter(self) -> None:
        if self._moving.moved is not None:
            self._moving.drop()
        elif (event := self.event_now()) is not None:
            self.opened.emit(event)

    def _show_now(self) -> None:
        day = self._store.day_of_today()
        if day is not None:
            y = self.lies.y_of(day, quantum_at(self._store.now()))
            above = (self.viewport().height() - self.lies.head) // 3
            self.verticalScrollBar().setValue(y - self.lies.head - above)

    def _keep_ghost_in_sight(self) -> None:
        box = self._ghost_box()
        if not box.isNull():
            self.scroll_to_box(box)
