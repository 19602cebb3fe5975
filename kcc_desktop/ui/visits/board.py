"""The day that the panel shows, and what is done to it: loads, places, plans, better orders. Knows no widget.

Everything that is shown is one frozen value; whatever a service refuses stays beside it, and the day stays too.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.visit_commands import PlanVisit
from kcc_desktop.domain.visit_days import BetterDay, WorkerDay
from kcc_desktop.domain.visits import Visit, VisitProposal, VisitState
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.visits.places import places_for

PLACEABLE = frozenset({VisitState.BOOKED, VisitState.PLANNED})
_SHOWN_FOR = frozenset({"visit", "worker", "worker_absence"})


@dataclass(frozen=True, slots=True)
class Shown:
    """`placing`: the visit for which a place is being chosen, with `places` and the chosen one of them.

    `read_at`: when the day was read; None: not yet. `better`: what the solver proposes, not applied.
    """

    on: date
    days: tuple[WorkerDay, ...] = ()
    unplanned: tuple[Visit, ...] = ()
    read_at: datetime | None = None
    is_loading: bool = False
    placing: Visit | None = None
    places: tuple[VisitProposal, ...] = ()
    place: int = 0
    is_looking: bool = False
    better: BetterDay | None = None
    is_busy: bool = False
    problem: Exception | None = None

    @property
    def proposal(self) -> VisitProposal | None:
        return self.places[self.place] if 0 <= self.place < len(self.places) else None

    def visit(self, visit_id: UUID | None) -> Visit | None:
        """As the day or the list at the left knows it."""
        stops = (stop.visit for day in self.days for stop in day.stops if stop.visit is not None)
        known = (*self.unplanned, *stops)
        return next((one for one in known if one.id == visit_id), None)


class Board(QObject):
    """`changed` carries each new `Shown`; `done` the visit that something was done to."""

    changed = Signal(object)
    done = Signal(object)
    against = Signal(object)  # why it does not fit at the moment that was asked

    def __init__(
        self,
        visits: VisitService,
        tasks: TaskRunner,
        now: Callable[[], datetime],
        on: date,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visits, self._tasks, self._now = visits, tasks, now
        self._shown = Shown(on)

    def now(self) -> Shown:
        return self._shown

    @Slot()
    def load(self) -> None:
        """Read the day and what waits again; the old stays in sight until the new is there."""
        self._set(replace(self._shown, is_loading=True))
        task = self._tasks.run(partial(_read, self._visits, self._shown.on), self, key="visit-day")
        task.succeeded.connect(partial(self._on_read, self._shown.on))
        task.failed.connect(self._on_not_read)

    def go(self, on: date) -> None:
        """Another day."""
        if on != self._shown.on:
            self._set(Shown(on, unplanned=self._shown.unplanned, placing=self._shown.placing, is_looking=True))
            self.load()

    @Slot(object)
    def follow(self, changes: tuple[Change, ...]) -> None:
        """What colleagues did: read again when it is about what stands here."""
        if any(change.entity in _SHOWN_FOR for change in changes):
            self.load()

    # Placing

    def begin_placing(self, visit_id: UUID) -> None:
        """Where could this visit go: one that waits, or one that stands in a day and may stand elsewhere?"""
        visit = self._shown.visit(visit_id)
        if visit is not None and visit.state in PLACEABLE:
            self._set(replace(self._shown, placing=visit, places=(), place=0, problem=None, better=None))
            self._look()

    @Slot()
    def stop_placing(self) -> None:
        self._set(replace(self._shown, placing=None, places=(), place=0, is_looking=False, problem=None))

    def choose_place(self, number: int) -> None:
        if 0 <= number < len(self._shown.places):
            self._set(replace(self._shown, place=number))

    def ask_at(self, worker_id: UUID, starts_at: datetime) -> None:
        """Does it fit there, at exactly this moment? The answer joins the places, or says what is against it."""
        visit = self._shown.placing
        if visit is not None:
            ask = partial(self._visits.propose_at, visit.id, worker_id, starts_at)
            task = self._tasks.run(ask, self, key="visit-at")
            task.succeeded.connect(partial(self._on_fits, visit.id))
            task.failed.connect(self._on_does_not_fit)

    def drop(self) -> bool:
        """Plan it where it is shown; False while there is no place."""
        visit, proposal = self._shown.placing, self._shown.proposal
        if visit is None or proposal is None or self._shown.is_busy:
            return False
        self._do(partial(self._visits.plan, PlanVisit(visit.id, proposal)))
        return True

    # What is done to a visit

    def unplan(self, visit_id: UUID) -> None:
        """Out of the day; the promise stays."""
        self._do(partial(self._visits.unplan, visit_id))

    def go_on(self, visit: Visit) -> bool:
        """The next step on the way: sent out, on the way, on location; False when there is none."""
        steps = {
            VisitState.PLANNED: self._visits.dispatch,
            VisitState.DISPATCHED: self._visits.en_route,
            VisitState.EN_ROUTE: self._visits.on_site,
        }
        step = steps.get(visit.state)
        if step is None:
            return False
        self._do(partial(step, visit.id))
        return True

    # A better day

    def optimise(self) -> None:
        """Ask the solver; nothing changes until it is applied."""
        if self._shown.is_busy:
            return
        self._set(replace(self._shown, is_busy=True, better=None, problem=None))
        task = self._tasks.run(partial(self._visits.optimise, self._shown.on), self, key="optimise")
        task.succeeded.connect(self._on_better)
        task.failed.connect(self._on_not_done)

    @Slot()
    def leave_better(self) -> None:
        """The day stays as it is."""
        self._set(replace(self._shown, better=None))

    def apply(self) -> bool:
        better = self._shown.better
        if better is None or self._shown.is_busy:
            return False
        self._do(partial(self._visits.apply, better))
        return True

    def refuse(self, error: Exception) -> None:
        """Something beside the board was refused: said in its place."""
        self._set(replace(self._shown, problem=error))

    # Answers

    def _look(self) -> None:
        visit = self._shown.placing
        if visit is None:
            return
        self._set(replace(self._shown, is_looking=True, problem=None))
        ask = partial(places_for, self._visits, visit, self._shown.on, self._now())
        task = self._tasks.run(ask, self, key="visit-places")
        task.succeeded.connect(partial(self._on_places, visit.id))
        task.failed.connect(self._on_no_places)

    def _on_read(self, on: date, read: tuple[tuple[WorkerDay, ...], tuple[Visit, ...]]) -> None:
        if on != self._shown.on:
            return
        days, unplanned = read
        placing = self._shown.placing
        if placing is not None:
            placing = replace(self._shown, days=days, unplanned=unplanned).visit(placing.id)
        shown = replace(self._shown, days=days, unplanned=unplanned, placing=placing, is_loading=False)
        problem = None if isinstance(shown.problem, Outage) else shown.problem
        places = shown.places if placing is not None else ()
        better = shown.better if shown.better is not None and _is_of(shown.better, days) else None
        self._set(replace(shown, places=places, better=better, problem=problem, read_at=self._now()))
        if placing is not None:
            self._look()

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        self._set(replace(self._shown, is_loading=False, is_looking=False, problem=error))
        self._pass_on(error)

    def _on_places(self, visit_id: UUID, places: tuple[VisitProposal, ...]) -> None:
        shown = self._shown
        if shown.placing is None or shown.placing.id != visit_id:
            return
        kept = shown.proposal
        place = places.index(kept) if kept is not None and kept in places else 0
        self._set(replace(shown, places=places, place=place, is_looking=False))

    def _on_fits(self, visit_id: UUID, proposal: VisitProposal) -> None:
        shown = self._shown
        if shown.placing is None or shown.placing.id != visit_id:
            return
        places = shown.places if proposal in shown.places else (*shown.places, proposal)
        self._set(replace(shown, places=places, place=places.index(proposal), problem=None))

    @Slot(object)
    def _on_does_not_fit(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self.against.emit(error)
        else:
            self._tasks.unhandled.emit(error)

    @Slot(object)
    def _on_no_places(self, error: Exception) -> None:
        self._set(replace(self._shown, places=(), is_looking=False, problem=error))
        self._pass_on(error)

    @Slot(object)
    def _on_better(self, better: BetterDay) -> None:
        if better.on == self._shown.on:
            self._set(replace(self._shown, is_busy=False, better=better))
        else:
            self._set(replace(self._shown, is_busy=False))

    def _do(self, work: Callable[[], Any]) -> None:
        if self._shown.is_busy:
            return
        self._set(replace(self._shown, is_busy=True, problem=None))
        task = self._tasks.run(work, self)
        task.succeeded.connect(self._on_done)
        task.failed.connect(self._on_not_done)

    @Slot(object)
    def _on_done(self, answer: object) -> None:
        self._set(replace(self._shown, is_busy=False, placing=None, places=(), better=None))
        if isinstance(answer, Visit):
            self.done.emit(answer)
        self.load()

    @Slot(object)
    def _on_not_done(self, error: Exception) -> None:
        """Somebody was first, or a rule says no: how it stands now is read again."""
        self._set(replace(self._shown, is_busy=False, problem=error))
        self._pass_on(error)
        if isinstance(error, Refusal):
            self.load()

    def _pass_on(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)

    def _set(self, shown: Shown) -> None:
        if shown != self._shown:
            self._shown = shown
            self.changed.emit(shown)


def _read(visits: VisitService, on: date) -> tuple[tuple[WorkerDay, ...], tuple[Visit, ...]]:
    return visits.days(on), visits.unplanned()


def _is_of(better: BetterDay, days: tuple[WorkerDay, ...]) -> bool:
    """Whether the days are still those that were made better."""
    versions = {day.worker.id: day.version for day in days}
    return all(versions.get(worker_id) == version for worker_id, version in better.versions)
