"""What this desk's agent is doing, told to the database as it changes, and what colleagues are. Knows no widget."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.presence import SIGN_OF_LIFE, ColleaguePresence, Presence, PresenceState, presence_of
from kcc_desktop.domain.work import Colleague
from kcc_desktop.services.presence import PresenceService
from kcc_desktop.ui.conversations import Conversations


class Presences(QObject):
    """Made once. An outage is nobody's to hear of: the next sign of life tells what is so by then."""

    changed = Signal()  # what this desk shows
    colleagues_changed = Signal()

    def __init__(
        self,
        service: PresenceService,
        tasks: TaskRunner,
        conversations: Conversations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks, self._conversations = service, tasks, conversations
        self._mine = Presence()
        self._told: PresenceState | None = None
        self._telling = False
        self._colleagues: tuple[ColleaguePresence, ...] = ()
        self._watched = 0
        self._alive = QTimer(self, interval=round(SIGN_OF_LIFE.total_seconds() * 1000))
        self._alive.timeout.connect(self._tell)
        for signal in (conversations.added, conversations.removed, conversations.changed):
            signal.connect(self._follow)

    @property
    def state(self) -> PresenceState:
        """What colleagues see of this desk, as soon as it is told."""
        return self._mine.state

    @property
    def chosen(self) -> PresenceState:
        """What the agent said last; it shows when no conversation goes on."""
        return self._mine.chosen

    def start(self) -> None:
        """From now on the desk gives signs of life."""
        self._alive.start()
        self._tell()

    def choose(self, state: PresenceState) -> None:
        """Said by the agent; see `Presence.choosing`."""
        self._set(self._mine.choosing(state))

    def tell_again(self) -> None:
        """The connection is back: colleagues may have seen this desk go."""
        if self._alive.isActive():
            self._tell()

    def leave(self) -> None:
        """The desk closes: away, and no sign of life any more."""
        if self._alive.isActive():
            self._alive.stop()
            task = self._tasks.run(partial(self._service.tell, PresenceState.AWAY), self)
            task.failed.connect(self._on_not_told)

    # Colleagues

    def watch(self, is_wanted: bool) -> None:
        """While somebody looks at colleagues their states are read, and read again when one changes."""
        self._watched += 1 if is_wanted else -1
        if is_wanted:
            self._load()

    def of(self, colleague: Colleague) -> PresenceState | None:
        """What this colleague is doing; None for who has no desk here, and until it is read."""
        found = presence_of(colleague, self._colleagues)
        return found.state if found is not None else None

    def on_changes(self, changes: tuple[Change, ...]) -> None:
        """What any desk wrote."""
        if self._watched and any(change.entity in ("presence", "agent") for change in changes):
            self._load()

    def _load(self) -> None:
        task = self._tasks.run(self._service.colleagues, self, key="colleagues")
        task.succeeded.connect(self._on_read)
        task.failed.connect(self._on_not_told)

    @Slot(object)
    def _on_read(self, colleagues: tuple[ColleaguePresence, ...]) -> None:
        if colleagues != self._colleagues:
            self._colleagues = colleagues
            self.colleagues_changed.emit()

    # One's own

    @Slot()
    def _follow(self) -> None:
        everything = self._conversations.all()
        talking = any(ongoing.ended_at is None for ongoing in everything)
        self._set(self._mine.going_on(talking=talking, wrapping_up=bool(everything) and not talking))

    def _set(self, presence: Presence) -> None:
        if presence == self._mine:
            return
        self._mine = presence
        self.changed.emit()
        if self._alive.isActive() and self.state is not self._told:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        """One at a time, so that the last one told is the one that holds."""
        if self._telling:
            return
        self._telling = True
        state = self.state
        task = self._tasks.run(partial(self._service.tell, state), self)
        task.succeeded.connect(partial(self._on_told, state))
        task.failed.connect(self._on_not_told)

    def _on_told(self, state: PresenceState, _is_news: bool) -> None:
        self._telling, self._told = False, state
        if self.state is not state and self._alive.isActive():
            self._tell()

    @Slot(object)
    def _on_not_told(self, error: Exception) -> None:
        self._telling, self._told = False, None
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
