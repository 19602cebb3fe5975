"""An event on its way to another place: where it would lie, and what is against it. Knows no widget.

Nothing is written before it is dropped, and it is not dropped where something is against it.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agenda import AgendaEvent
from kcc_desktop.domain.agenda_moves import Conflict, Place, conflicts
from kcc_desktop.domain.appointments import MoveAppointment
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import MINUTES, instant_of, quantum_on
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.agenda.store import AgendaStore
from kcc_desktop.ui.agenda.walking import day_beside
from kcc_desktop.ui.shared.formatting import local


class Moving(QObject):
    """One a desk. `changed` with every step; `dropped` carries the appointment that took its place."""

    changed = Signal()
    dropped = Signal(object)
    failed = Signal(object)  # Exception: it stays where it was

    def __init__(
        self, store: AgendaStore, service: AppointmentService, tasks: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._service, self._tasks = store, service, tasks
        self.moved: AgendaEvent | None = None
        self.place: Place | None = None
        self.is_dropping = False

    def begin(self, event: AgendaEvent) -> bool:
        """False when it is nothing that can be moved."""
        if not event.can_move or self.is_dropping:
            return False
        self.moved, self.place = event, Place(event.lane_id, event.quantum)
        self.changed.emit()
        return True

    @property
    def is_at_home(self) -> bool:
        """Whether it lies where it came from."""
        event, place = self.moved, self.place
        return event is not None and place is not None and place == Place(event.lane_id, event.quantum)

    def against(self) -> tuple[Conflict, ...]:
        """What is against the place where it would lie now."""
        if self.moved is None or self.place is None or self._store.agenda is None or self.is_at_home:
            return ()
        return conflicts(self._store.agenda, self.moved, self.place)

    def to(self, place: Place) -> None:
        if self.moved is not None and not self.is_dropping and place != self.place:
            self.place = place
            self.changed.emit()

    def earlier_or_later(self, steps: int) -> None:
        """By so many of the location's steps."""
        location, place = self._store.location(), self.place
        if location is not None and place is not None:
            self.to(Place(place.lane_id, place.quantum + steps * location.step_minutes // MINUTES))

    def aside(self, by: int) -> None:
        """To the lane beside it; past the last one to the next day, past the first to the one before."""
        lanes, place = self._store.counters(), self.place
        if place is None or not lanes:
            return
        number = next((at for at, lane in enumerate(lanes) if lane.id == place.lane_id), 0) + by
        if 0 <= number < len(lanes):
            self.to(Place(lanes[number].id, place.quantum))
            return
        self.to(Place(lanes[0 if by > 0 else -1].id, self._on_another_day(place.quantum, by)))
        self._store.go_to(local(instant_of(self.place.quantum if self.place else 0)).date())

    def _on_another_day(self, quantum: int, by: int) -> int:
        """The same time on the wall on the next day that is shown, or the day after the shown ones."""
        at, agenda = local(instant_of(quantum)), self._store.agenda
        on = day_beside([day.on for day in self._store.days()], at.date(), by)
        return quantum if agenda is None else quantum_on(on, at.hour * 60 + at.minute, agenda.location.zone)

    def drop(self) -> bool:
        """Move it there, in one transaction; False when something is against it. At home it is only let go."""
        event, place = self.moved, self.place
        if event is None or place is None or self.is_dropping or self.against():
            return False
        if self.is_at_home:
            self.leave()
            return True
        self.is_dropping = True
        location = self._store.location_id
        if location is not None:
            offer = Offer(location, place.quantum, event.quanta, (place.lane_id,))
            command = MoveAppointment(event.id, new_id(), offer, is_exact=True)
            task = self._tasks.run(partial(self._service.move, command), self)
            task.succeeded.connect(self._on_moved)
            task.failed.connect(self._on_failed)
        self.changed.emit()
        return True

    def leave(self) -> bool:
        """It stays where it was; False when nothing was on its way."""
        was = self.moved is not None and not self.is_dropping
        if was:
            self.moved = self.place = None
            self.changed.emit()
        return was

    @Slot(object)
    def _on_moved(self, appointment: object) -> None:
        self._ended()
        self.dropped.emit(appointment)
        self._store.read()
        self._store.look()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._ended()
        self._store.read()
        self.failed.emit(error)

    def _ended(self) -> None:
        self.moved = self.place = None
        self.is_dropping = False
        self.changed.emit()
