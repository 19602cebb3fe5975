"""What the agenda shows: which location, which days, which day in words, what is free. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agenda import Agenda, AgendaDay, Lane, LaneKind
from kcc_desktop.domain.agents import Agent
from kcc_desktop.domain.appointments import MOST_PERSONS, Attendee, NoTimeLeft, TimeWish
from kcc_desktop.domain.calendar import Location
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.free_time import Offer, PartOfDay
from kcc_desktop.services.agenda import AgendaService
from kcc_desktop.services.agents import AgentService
from kcc_desktop.ui.shared.formatting import local

WEEK, _WORKING_DAYS = 7, 5
_READABLE = 7  # lanes beside each other
# Changes that the agenda shows.
TOLD = frozenset({"appointment", "block", "closure", "calendar", "visit", "worker", "counter", "location"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: `product_id` None: nothing is."""

    product_id: UUID | None = None
    persons: int = 1


class AgendaStore(QObject):
    """One a desk. `changed` after days were read or another day, mode or location was chosen."""

    changed = Signal()
    free_changed = Signal()
    failed = Signal(object)  # Refusal or Outage: of the newest reading

    def __init__(
        self,
        service: AgendaService,
        agents: AgentService,
        tasks: TaskRunner,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._agents, self._tasks, self.now = service, agents, tasks, now
        self.locations: tuple[Location, ...] = ()
        self.location_id: UUID | None = None
        self.agent: Agent | None = None
        self.agenda: Agenda | None = None
        self.on = self.today()
        self.is_week = True
        self.wanted = Wanted()
        self.free: tuple[tuple[PartOfDay, Offer], ...] = ()
        self.chosen: Offer | None = None
        self.is_looking = False
        self.hidden: frozenset[LaneKind] = frozenset()
        self._is_hidden_by_hand = False

    def today(self) -> date:
        return local(self.now()).date()

    @property
    def monday(self) -> date:
        return self.on - timedelta(days=self.on.weekday())

    def location(self) -> Location | None:
        return next((one for one in self.locations if one.id == self.location_id), None)

    def days(self) -> tuple[AgendaDay, ...]:
        """Those to be shown: working days, others that are open; one day in a day's view."""
        if self.agenda is None:
            return ()
        if not self.is_week:
            return tuple(day for day in self.agenda.days if day.on == self.on)
        return tuple(
            day
            for day in self.agenda.days
            if day.on.weekday() < _WORKING_DAYS or day.opens() is not None or day.on == self.on
        )

    def day_of_today(self) -> AgendaDay | None:
        """None while it is not among the days that are shown."""
        return next((day for day in self.days() if day.on == self.today()), None)

    def lanes(self) -> tuple[Lane, ...]:
        """Those to be shown."""
        return tuple(lane for lane in self.all_lanes() if lane.kind not in self.hidden)

    def all_lanes(self) -> tuple[Lane, ...]:
        return self.agenda.lanes if self.agenda is not None else ()

    def counters(self) -> tuple[Lane, ...]:
        return tuple(lane for lane in self.all_lanes() if lane.kind is not LaneKind.WORKER)

    def show_lanes(self, kind: LaneKind, is_wanted: bool) -> None:
        """Counters, colleagues who receive, or who is on location; one of them at least."""
        hidden = self.hidden - {kind} if is_wanted else self.hidden | {kind}
        if any(lane.kind not in hidden for lane in self.all_lanes()):
            self.hidden, self._is_hidden_by_hand = hidden, True
        self.changed.emit()

    @Slot()
    def load(self) -> None:
        """Everything anew: locations first, when there are none yet."""
        self._tasks.run(self._agents.me, self, key="agent").succeeded.connect(self._on_agent)
        task = self._tasks.run(self._service.locations, self, key="locations")
        task.succeeded.connect(self._on_locations)
        task.failed.connect(self._on_failed)

    @Slot()
    def read(self) -> None:
        """The shown days as they are now."""
        if self.location_id is not None:
            work = partial(self._service.days, self.location_id, self.monday, WEEK, self.on)
            task = self._tasks.run(work, self, key="days")
            task.succeeded.connect(self._on_days)
            task.failed.connect(self._on_failed)

    def go_to(self, on: date) -> None:
        """That day in words, in its week."""
        if on != self.on:
            self.on = on
            self.changed.emit()
            self.read()

    def step(self, by: int) -> None:
        """To the next or previous week, or day; a weekend is passed by."""
        if self.is_week:
            self.go_to(self.on + timedelta(days=WEEK * by))
            return
        on = self.on + timedelta(days=by)
        while on.weekday() >= _WORKING_DAYS and not self._is_open(on):
            on += timedelta(days=by)
        self.go_to(on)

    def set_week(self, is_week: bool) -> None:
        if is_week != self.is_week:
            self.is_week = is_week
            self.changed.emit()

    def choose_location(self, location_id: UUID) -> None:
        if location_id != self.location_id:
            self.location_id, self.agenda, self.chosen = location_id, None, None
            self.changed.emit()
            self.read()
            self.look()

    # What is free

    def wish(self) -> TimeWish | None:
        """What is looked for at this location; None while no product is chosen."""
        if self.wanted.product_id is None:
            return None
        people = (Attendee(self.wanted.product_id),) * self.wanted.persons
        return TimeWish(people, self.location_id)

    def want(self, wanted: Wanted) -> None:
        if wanted != self.wanted and 1 <= wanted.persons <= MOST_PERSONS:
            self.wanted, self.chosen = wanted, None
            self.look()

    @Slot()
    def look(self) -> None:
        """For the first free times of each part of the day."""
        wish = self.wish()
        self.free, self.is_looking = (), wish is not None
        self.free_changed.emit()
        if wish is not None:
            task = self._tasks.run(partial(self._service.first_free, wish), self, key="free")
            task.succeeded.connect(self._on_free)
            task.failed.connect(self._on_nothing_free)

    def choose_free(self, number: int) -> bool:
        """Show the offer of that number (from 0) in the agenda; False when there is none."""
        if not 0 <= number < len(self.free):
            return False
        self.chosen = self.free[number][1]
        on = local(self.chosen.starts_at).date()
        if on == self.on:
            self.changed.emit()
        else:
            self.go_to(on)
        self.free_changed.emit()
        return True

    def forget_free(self) -> bool:
        """No offer is shown any more; False when none was."""
        was, self.chosen = self.chosen, None
        if was is not None:
            self.changed.emit()
        return was is not None

    # What others tell

    @Slot(object)
    def on_changes(self, changes: tuple[Change, ...]) -> None:
        if any(change.entity in TOLD for change in changes):
            self.read()

    @Slot(object)
    def _on_agent(self, agent: Agent) -> None:
        self.agent = agent
        self.changed.emit()

    @Slot(object)
    def _on_locations(self, locations: tuple[Location, ...]) -> None:
        self.locations = locations
        if self.location() is None:
            self.location_id = locations[0].id if locations else None
        self.changed.emit()
        self.read()
        self.look()

    @Slot(object)
    def _on_days(self, agenda: Agenda) -> None:
        if agenda.location.id == self.location_id:
            self.agenda = agenda
            if not self._is_hidden_by_hand:  # the counters first, where there are more lanes than can be read
                more = frozenset({LaneKind.HOST, LaneKind.WORKER})
                self.hidden = more if len(agenda.lanes) > _READABLE else frozenset()
            self.changed.emit()

    @Slot(object)
    def _on_free(self, found: dict[PartOfDay, tuple[Offer, ...]]) -> None:
        self.free = tuple((part, offer) for part, offers in found.items() for offer in offers)
        self.is_looking = False
        self.free_changed.emit()

    @Slot(object)
    def _on_nothing_free(self, error: Exception) -> None:
        self.is_looking = False
        self.free_changed.emit()
        if not isinstance(error, NoTimeLeft):
            self._on_failed(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self.failed.emit(error)
        else:
            self._tasks.unhandled.emit(error)

    def _is_open(self, on: date) -> bool:
        day = self.agenda.day(on) if self.agenda is not None else None
        return day is not None and day.opens() is not None
