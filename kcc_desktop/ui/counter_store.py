"""The counter of one location as it stands now, for the rail, the panel and the waiting room. Knows no widget."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.calendar import Location
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.counter import Board, CounterDesk, Ticket
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.reception import ReceptionService

_TOGETHER_MS = 300  # what changes within this time is read once
_TOLD_BY = frozenset({"ticket", "counter", "appointment"})
Read = tuple[tuple[Location, ...], UUID, Board | None]


class CounterStore(QObject):
    """Made once; empty until `load` has come back. An outage leaves what was there."""

    changed = Signal()
    moved = Signal(object)  # what the move answered: a Ticket, or None when nobody waits
    refused = Signal(object)  # Refusal | Outage
    waiting = Signal(int)  # tickets nobody called yet

    def __init__(
        self,
        counter: CounterService,
        reception: ReceptionService,
        agents: AgentService,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.counter, self.reception = counter, reception
        self._agents, self._tasks = agents, tasks
        self.locations: tuple[Location, ...] = ()
        self.board: Board | None = None
        self._me: UUID | None = None
        self._location_id: UUID | None = None
        self._is_busy = False
        self._soon = QTimer(self, interval=_TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self.load)

    def mine(self) -> CounterDesk | None:
        """The counter this agent sits at."""
        counters = self.board.counters if self.board is not None else ()
        return next((one for one in counters if self._me is not None and one.agent_id == self._me), None)

    def ticket(self) -> Ticket | None:
        """Who is at this agent's counter now."""
        mine = self.mine()
        return self.board.ticket(mine.ticket_id) if self.board is not None and mine is not None else None

    @Slot()
    def load(self) -> None:
        self._soon.stop()
        work = partial(_read, self.counter, self._agents, self._location_id)
        task = self._tasks.run(work, self, key="counter")
        task.succeeded.connect(self._on_read)

    def choose_location(self, location_id: UUID) -> None:
        self._location_id = location_id
        self.load()

    def end_days(self) -> None:
        """What was forgotten at this location expires. Who may not do that, or not now, leaves it to a colleague."""
        if self.board is not None:
            task = self._tasks.run(partial(self.reception.end_days, self.board.location_id), self, key="end_days")
            task.succeeded.connect(self._on_ended)
            task.failed.connect(self._on_not_ended)

    def on_changes(self, changes: tuple[Change, ...]) -> None:
        """A colleague, or this desk, did something at a counter."""
        if any(change.entity in _TOLD_BY for change in changes):
            self._soon.start()

    def do(self, work: Callable[[], object]) -> None:
        """One move; a second one waits for its answer. `moved` or `refused` tells, and the board is read again."""
        if self._is_busy:
            return
        self._is_busy = True
        task = self._tasks.run(work, self)
        task.succeeded.connect(self._on_done)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_read(self, read: Read) -> None:
        self.locations, self._me, self.board = read
        if self.board is not None:
            self._location_id = self.board.location_id
        self.changed.emit()
        self.waiting.emit(len(self.board.waiting) if self.board is not None else 0)

    @Slot(object)
    def _on_ended(self, ended: int) -> None:
        if ended:
            self.load()

    @Slot(object)
    def _on_not_ended(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Outage):
            raise error

    @Slot(object)
    def _on_done(self, outcome: object) -> None:
        self._is_busy = False
        self.moved.emit(outcome)
        self.load()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.load()
        if not isinstance(error, Refusal | Outage):
            raise error
        self.refused.emit(error)


def _read(counter: CounterService, agents: AgentService, wanted: UUID | None) -> Read:
    """Off the main thread. Without a wish: where this agent sits, else where most counters are."""
    me, locations = agents.me().id, counter.locations()
    if wanted is not None:
        return locations, me, counter.board(wanted)
    boards = [counter.board(one.id) for one in locations]
    mine = next((one for one in boards if any(desk.agent_id == me for desk in one.counters)), None)
    return locations, me, mine or max(boards, key=lambda one: len(one.counters), default=None)
